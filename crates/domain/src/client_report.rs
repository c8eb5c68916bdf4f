//! When a federal funder's client report is due (SUPRT; S3-19): a baseline, a reassessment, one each
//! year, and a closeout. The days are dated data; the form itself is filled in elsewhere, here it is
//! only kept in mind. Who comes again begins a new episode with a baseline of its own, under the same
//! number.

use crate::coded::coded;
use crate::milestone::Event;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The rules that ship with the app.
pub const RULES: &str = include_str!("../../../assets/reporting/us-2026.json");

/// The version of the form that this reader knows.
const FORMAT: u32 = 1;
/// Annual reports that are looked at in one episode.
const MOST_YEARS: u32 = 20;

coded! {
    /// Which report.
    #[serde(rename_all = "snake_case")]
    Report {
        /// When somebody comes in.
        Baseline = "baseline",
        /// After half a year.
        Reassessment = "reassessment",
        /// After each year.
        Annual = "annual",
        /// When they leave.
        Closeout = "closeout",
    }
}

/// The days of the reports, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportRules {
    /// Episodes that begin on this day or later.
    pub from: LocalDate,
    /// The baseline is due within so many days.
    pub baseline_within_days: u16,
    /// The reassessment is due after so many days.
    pub reassess_after_days: u16,
    /// The annual one after so many months, and each time as many later.
    pub annual_after_months: u16,
    /// Both may be so many days earlier or later.
    pub give_or_take_days: u16,
    /// The closeout is due within so many days of leaving.
    pub closeout_within_days: u16,
    /// Where this comes from.
    pub source: String,
    /// The day on which somebody looked there.
    #[serde(default)]
    pub checked_on: Option<LocalDate>,
    /// Whether it was compared with the funder's own words.
    pub verified: bool,
}

/// A dated set of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportPack {
    /// The version of the pack's form.
    pub format: u32,
    /// Which pack it is.
    pub id: String,
    /// Its version, for people.
    pub version: String,
    /// From the day after, somebody is to look whether the rules changed.
    pub review_by: LocalDate,
    /// The rules.
    pub rules: Vec<ReportRules>,
}

impl ReportPack {
    /// Reads a pack; `None` for a text that is none of this form.
    pub fn parse(json: &str) -> Option<Self> {
        let pack: Self = serde_json::from_str(json).ok()?;
        let whole = |rules: &ReportRules| rules.annual_after_months > 0 && !rules.source.is_empty();
        (pack.format == FORMAT && pack.rules.iter().all(whole)).then_some(pack)
    }

    /// The rules for an episode that begins on a day.
    pub fn on(&self, day: LocalDate) -> Option<&ReportRules> {
        let begun = self.rules.iter().filter(|rules| rules.from <= day);
        begun.max_by_key(|rules| rules.from)
    }
}

/// From coming in until leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episode {
    /// The first day.
    pub began: LocalDate,
    /// The day on which they left.
    pub ended: Option<LocalDate>,
}

/// Episodes as the important dates say them, the first first. Coming in once more without having left
/// begins nothing new. Of who was there and both left and came in on one day, leaving was first.
pub fn episodes(events: &[(Event, LocalDate)]) -> Vec<Episode> {
    // Of each day whether they came in, and whether they left.
    let mut days: BTreeMap<LocalDate, (bool, bool)> = BTreeMap::new();
    for (event, on) in events {
        match event {
            Event::Enrolled => days.entry(*on).or_default().0 = true,
            Event::LeftProgram => days.entry(*on).or_default().1 = true,
            _ => {}
        }
    }
    let mut found: Vec<Episode> = Vec::new();
    for (on, (came, left)) in days {
        let new = |ended| Episode { began: on, ended };
        match found.last_mut() {
            Some(last) if last.ended.is_none() => {
                if left {
                    last.ended = Some(on);
                    found.extend(came.then(|| new(None)));
                }
            }
            _ => found.extend(came.then(|| new(left.then_some(on)))),
        }
    }
    found
}

/// What of all that was handed in belongs to one of the episodes: what was done before the next began. A
/// closeout can be handed in later: the one of an earlier episode, until the next has ended, too.
pub fn of_episode(
    all: &[Episode],
    index: usize,
    done: impl IntoIterator<Item = (Report, LocalDate)>,
) -> Vec<(Report, LocalDate)> {
    let at = |index: usize| all.get(index).copied();
    let next = at(index + 1);
    let next_began = next.map_or(LocalDate::LAST, |next| next.began);
    let next_ended = next.map_or(LocalDate::LAST, |next| {
        next.ended.unwrap_or(LocalDate::LAST)
    });
    let has_earlier = index.checked_sub(1).and_then(at).is_some();
    let ended = at(index).and_then(|episode| episode.ended);
    let belongs = |(report, on): &(Report, LocalDate)| match report {
        Report::Closeout if has_earlier && ended.is_none_or(|ended| *on < ended) => false,
        Report::Closeout => *on < next_ended,
        _ => *on < next_began,
    };
    done.into_iter().filter(belongs).collect()
}

/// How a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ReportState {
    /// Its last day has passed.
    Late,
    /// It may be done now.
    Open,
    /// It may be done from a later day on.
    Ahead,
    /// It was done on that day.
    Done(LocalDate),
    /// It was done on that day, outside its window.
    DoneOutside(LocalDate),
}

/// One report with its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDue {
    /// Which.
    pub report: Report,
    /// Of the annual ones, which year; otherwise 0.
    pub number: u32,
    /// The first day of its window.
    pub opens: LocalDate,
    /// The last day of its window.
    pub closes: LocalDate,
    /// How it stands.
    pub state: ReportState,
}

/// The reports of an episode, in the order of their windows, with what was done. Whoever left owes no
/// reassessment or annual report whose window had not closed by then, only the closeout.
pub fn reports(
    rules: &ReportRules,
    episode: Episode,
    done: &[(Report, LocalDate)],
    today: LocalDate,
) -> Vec<ReportDue> {
    let give = i64::from(rules.give_or_take_days);
    let around = |day: LocalDate| (day.plus_days(-give), day.plus_days(give));
    let within = |from: LocalDate, days: u16| (from, from.plus_days(i64::from(days)));
    let mut windows = vec![(
        Report::Baseline,
        0,
        within(episode.began, rules.baseline_within_days),
    )];
    let half = episode
        .began
        .plus_days(i64::from(rules.reassess_after_days));
    windows.push((Report::Reassessment, 0, around(half)));
    for year in 1..=MOST_YEARS {
        let months = u32::from(rules.annual_after_months).saturating_mul(year);
        let window = around(episode.began.plus_months(months));
        // One that lies ahead is enough.
        let is_ahead = today < window.0;
        windows.push((Report::Annual, year, window));
        if is_ahead {
            break;
        }
    }
    if let Some(ended) = episode.ended {
        windows.retain(|(report, _, (_, closes))| *report == Report::Baseline || *closes < ended);
        windows.push((
            Report::Closeout,
            0,
            within(ended, rules.closeout_within_days),
        ));
    }
    let mut left: Vec<(Report, LocalDate)> = done
        .iter()
        .filter(|(_, on)| episode.began <= *on && *on <= today)
        .copied()
        .collect();
    left.sort_unstable();
    // What was done in a window belongs to it; what is left over, to the first that has none.
    let mut states: Vec<Option<ReportState>> = vec![None; windows.len()];
    for outside in [false, true] {
        for (state, (report, _, (opens, closes))) in states.iter_mut().zip(&windows) {
            let fits = |one: &(Report, LocalDate)| {
                one.0 == *report && (outside || (*opens <= one.1 && one.1 <= *closes))
            };
            let place = left.iter().position(fits).filter(|_| state.is_none());
            if let Some(place) = place {
                let (_, on) = left.remove(place);
                *state = Some(if outside {
                    ReportState::DoneOutside(on)
                } else {
                    ReportState::Done(on)
                });
            }
        }
    }
    let due = windows.into_iter().zip(states);
    due.map(|((report, number, (opens, closes)), state)| ReportDue {
        report,
        number,
        opens,
        closes,
        state: state.unwrap_or(if closes < today {
            ReportState::Late
        } else if opens <= today {
            ReportState::Open
        } else {
            ReportState::Ahead
        }),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    fn rules() -> ReportRules {
        let pack = ReportPack::parse(RULES).unwrap();
        pack.on(day("2026-01-01")).unwrap().clone()
    }

    fn open(began: &str) -> Episode {
        Episode {
            began: day(began),
            ended: None,
        }
    }

    #[test]
    fn s3_19_windows_are_those_of_the_dated_rules() {
        let found = reports(&rules(), open("2026-01-01"), &[], day("2026-01-31"));
        let of: Vec<_> = found
            .iter()
            .map(|one| {
                (
                    one.report,
                    one.opens.to_string(),
                    one.closes.to_string(),
                    one.state,
                )
            })
            .collect();
        let window = |report, opens: &str, closes: &str, state| {
            (report, opens.to_owned(), closes.to_owned(), state)
        };
        assert_eq!(
            of,
            [
                window(
                    Report::Baseline,
                    "2026-01-01",
                    "2026-01-31",
                    ReportState::Open
                ),
                window(
                    Report::Reassessment,
                    "2026-05-31",
                    "2026-07-30",
                    ReportState::Ahead
                ),
                window(
                    Report::Annual,
                    "2026-12-02",
                    "2027-01-31",
                    ReportState::Ahead
                ),
            ]
        );
        let late = reports(&rules(), open("2026-01-01"), &[], day("2026-02-01"));
        assert_eq!(late[0].state, ReportState::Late);
        // Before the rules there are none.
        assert_eq!(
            ReportPack::parse(RULES).unwrap().on(day("2025-09-30")),
            None
        );
    }

    #[test]
    fn s3_19_leaving_ends_what_was_to_come_and_asks_for_a_closeout() {
        let left = Episode {
            began: day("2026-01-01"),
            ended: Some(day("2026-06-15")),
        };
        let found = reports(
            &rules(),
            left,
            &[(Report::Baseline, day("2026-01-20"))],
            day("2026-07-20"),
        );
        let of: Vec<_> = found.iter().map(|one| (one.report, one.state)).collect();
        assert_eq!(
            of,
            [
                (Report::Baseline, ReportState::Done(day("2026-01-20"))),
                (Report::Closeout, ReportState::Late)
            ]
        );
        assert_eq!(found[1].closes, day("2026-07-15"));
    }

    #[test]
    fn s3_19_who_comes_again_begins_a_new_episode_with_a_new_baseline() {
        let all = episodes(&[
            (Event::Enrolled, day("2026-09-01")),
            (Event::LeftProgram, day("2026-03-01")),
            (Event::Enrolled, day("2026-01-01")),
            (Event::Enrolled, day("2026-02-01")),
        ]);
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].ended, Some(day("2026-03-01")));
        // What was done in the first counts for nothing in the second.
        let found = reports(
            &rules(),
            all[1],
            &[(Report::Baseline, day("2026-01-10"))],
            day("2026-09-02"),
        );
        assert_eq!(found[0].state, ReportState::Open);
    }

    #[test]
    fn s3_19_who_leaves_and_comes_in_on_one_day_begins_anew_and_who_comes_and_leaves_was_there() {
        let both = [
            (Event::Enrolled, day("2026-03-01")),
            (Event::LeftProgram, day("2026-03-01")),
        ];
        let of = |began: &str, ended: &str| Episode {
            began: day(began),
            ended: Some(day(ended)),
        };
        assert_eq!(episodes(&both), [of("2026-03-01", "2026-03-01")]);
        let mut more = vec![(Event::Enrolled, day("2026-01-01"))];
        more.extend(both);
        let wanted = [of("2026-01-01", "2026-03-01"), open("2026-03-01")];
        assert_eq!(episodes(&more), wanted);
    }

    #[test]
    fn s3_19_a_closeout_that_is_handed_in_after_somebody_came_again_closes_what_they_left() {
        let all = episodes(&[
            (Event::Enrolled, day("2026-01-01")),
            (Event::LeftProgram, day("2026-03-01")),
            (Event::Enrolled, day("2026-03-10")),
            (Event::LeftProgram, day("2026-06-01")),
        ]);
        let done = [
            (Report::Baseline, day("2026-01-10")),
            (Report::Closeout, day("2026-03-20")),
        ];
        let closed = |index: usize| {
            let of_this = of_episode(&all, index, done);
            let found = reports(&rules(), all[index], &of_this, day("2026-06-02"));
            found.last().unwrap().state
        };
        assert_eq!(closed(0), ReportState::Done(day("2026-03-20")));
        assert_eq!(closed(1), ReportState::Open, "that one is still to be done");
        // Who came once only can have handed it in a day early.
        let early = [(Report::Closeout, day("2026-02-28"))];
        assert_eq!(of_episode(&all[..1], 0, early), early);
    }

    #[test]
    fn s3_19_done_outside_its_window_is_done_and_said_so_and_each_year_has_its_own() {
        let done = [
            (Report::Annual, day("2027-01-15")),
            (Report::Reassessment, day("2026-09-01")),
        ];
        let found = reports(&rules(), open("2026-01-01"), &done, day("2028-02-15"));
        let of: Vec<_> = found
            .iter()
            .map(|one| (one.report, one.number, one.state))
            .collect();
        assert_eq!(
            of[1],
            (
                Report::Reassessment,
                0,
                ReportState::DoneOutside(day("2026-09-01"))
            )
        );
        assert_eq!(
            of[2],
            (Report::Annual, 1, ReportState::Done(day("2027-01-15")))
        );
        assert_eq!(of[3], (Report::Annual, 2, ReportState::Late));
        assert_eq!(of[4], (Report::Annual, 3, ReportState::Ahead));
    }

    proptest! {
        #[test]
        fn s3_19_order_changes_nothing_and_nothing_done_is_counted_twice(
            days in prop::collection::vec((prop::sample::select(Report::ALL), 0_i64..900), 0..8),
            today in 0_i64..900,
        ) {
            let start = day("2026-01-01");
            let done: Vec<_> = days.iter().map(|(report, on)| (*report, start.plus_days(*on))).collect();
            let mut turned = done.clone();
            turned.reverse();
            let today = start.plus_days(today);
            let found = reports(&rules(), open("2026-01-01"), &done, today);
            prop_assert_eq!(&found, &reports(&rules(), open("2026-01-01"), &turned, today));
            let counted = found.iter().filter(|one| matches!(one.state, ReportState::Done(_) | ReportState::DoneOutside(_))).count();
            prop_assert!(counted <= done.iter().filter(|(_, on)| *on <= today).count());
            for one in &found {
                prop_assert!(one.opens <= one.closes);
                if one.state == ReportState::Late {
                    prop_assert!(one.closes < today);
                }
            }
        }
    }
}
