//! A place to live and work half a year after somebody came in (S0-27, S2-17), as the important dates say
//! it. Nothing is guessed: what nobody wrote down is not known.

use crate::coded::coded;
use crate::milestone::Event;
use crate::obligation::said_no;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// Calendar months after coming in.
const MONTHS: u32 = 6;
/// What was written of a day at most so many days before or after counts.
const AROUND_DAYS: i64 = 30;

coded! {
    /// What is looked at.
    Aspect {
        /// A stable place to live.
        Home = "home",
        /// Work, school or training.
        Work = "work",
    }
}

impl Aspect {
    /// The event that says so, and the one that says no.
    pub const fn events(self) -> (Event, Event) {
        match self {
            Self::Home => (Event::Housed, Event::NotHoused),
            Self::Work => (Event::InWork, Event::NotInWork),
        }
    }
}

/// What is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AspectState {
    /// It was so, on that day.
    Yes(LocalDate),
    /// It was not so, on that day.
    No(LocalDate),
    /// Of that day both was written down.
    Both(LocalDate),
    /// Nobody wrote it down.
    NotSaid,
}

/// Half a year after somebody came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfYear {
    /// The day on which they came in.
    pub came: LocalDate,
    /// The day six calendar months later.
    pub on: LocalDate,
    /// A place to live.
    pub home: AspectState,
    /// Work, school or training.
    pub work: AspectState,
}

impl HalfYear {
    /// What is known of one aspect.
    pub const fn of(&self, aspect: Aspect) -> AspectState {
        match aspect {
            Aspect::Home => self.home,
            Aspect::Work => self.work,
        }
    }

    /// The first day of which something counts.
    pub fn opens(&self) -> LocalDate {
        self.on.plus_days(-AROUND_DAYS)
    }

    /// The last day of which something counts.
    pub fn closes(&self) -> LocalDate {
        self.on.plus_days(AROUND_DAYS)
    }
}

/// Each time that somebody came in, until today: out of a hospital, out of custody or into the program. What
/// comes within six months of that belongs to it. Of whoever had said no by then there is none. Out of what
/// was not taken back, in any order.
pub fn half_years(
    discharges: &[LocalDate],
    events: &[(Event, LocalDate)],
    today: LocalDate,
) -> Vec<HalfYear> {
    let ways_in = events
        .iter()
        .filter(|(event, _)| matches!(event, Event::Enrolled | Event::Released));
    let mut came: Vec<LocalDate> = ways_in.map(|(_, on)| *on).collect();
    came.extend(discharges);
    came.retain(|on| *on <= today);
    came.sort_unstable();
    let mut found: Vec<HalfYear> = Vec::new();
    for came in came {
        if found.last().is_some_and(|last| came < last.on) {
            continue;
        }
        let on = came.plus_months(MONTHS);
        found.push(HalfYear {
            came,
            on,
            home: state(Aspect::Home, events, on, today),
            work: state(Aspect::Work, events, on, today),
        });
    }
    let known = events.iter().copied();
    found.retain(|one| said_no(&known, discharges, one.on.min(today)).is_none());
    found
}

/// The word of the nearest day counts; of two days as near, that of the later one.
fn state(
    aspect: Aspect,
    events: &[(Event, LocalDate)],
    look: LocalDate,
    today: LocalDate,
) -> AspectState {
    let (yes, no) = aspect.events();
    let far = |on: LocalDate| on.days_since(look).abs();
    let said = |is: Event| {
        let of = events.iter().filter(move |(event, _)| *event == is);
        of.map(|(_, on)| *on)
            .filter(move |on| *on <= today && far(*on) <= AROUND_DAYS)
    };
    let nearest = said(yes)
        .chain(said(no))
        .min_by_key(|on| (far(*on), std::cmp::Reverse(*on)));
    let Some(on) = nearest else {
        return AspectState::NotSaid;
    };
    let has = |is: Event| said(is).any(|day| day == on);
    match (has(yes), has(no)) {
        (true, true) => AspectState::Both(on),
        (true, false) => AspectState::Yes(on),
        _ => AspectState::No(on),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    fn of(events: &[(Event, &str)], today: &str) -> Vec<HalfYear> {
        let events: Vec<_> = events.iter().map(|(event, on)| (*event, day(on))).collect();
        half_years(&[], &events, day(today))
    }

    fn home(events: &[(Event, &str)], today: &str) -> AspectState {
        let mut all = vec![(Event::Enrolled, "2026-01-10")];
        all.extend(events);
        of(&all, today)[0].home
    }

    #[test]
    fn s0_27_the_word_of_the_nearest_day_counts_and_what_is_far_or_ahead_says_nothing() {
        let (yes, no) = (AspectState::Yes, AspectState::No);
        let (housed, not) = (Event::Housed, Event::NotHoused);
        assert_eq!(home(&[], "2026-12-01"), AspectState::NotSaid);
        // The day is 10 July: from 10 June to 9 August.
        for on in ["2026-06-10", "2026-07-10", "2026-08-09"] {
            assert_eq!(home(&[(housed, on)], "2026-12-01"), yes(day(on)));
            assert_eq!(home(&[(not, on)], "2026-12-01"), no(day(on)));
        }
        for on in ["2026-06-09", "2026-08-10"] {
            assert_eq!(home(&[(housed, on)], "2026-12-01"), AspectState::NotSaid);
        }
        let moved = [(housed, "2026-06-20"), (not, "2026-07-12")];
        assert_eq!(home(&moved, "2026-12-01"), no(day("2026-07-12")));
        assert_eq!(home(&moved, "2026-07-11"), yes(day("2026-06-20")), "ahead");
        // As near on both sides: the later day.
        let both_sides = [(housed, "2026-07-15"), (not, "2026-07-05")];
        assert_eq!(home(&both_sides, "2026-12-01"), yes(day("2026-07-15")));
        let one_day = [(housed, "2026-07-15"), (not, "2026-07-15")];
        assert_eq!(
            home(&one_day, "2026-12-01"),
            AspectState::Both(day("2026-07-15"))
        );
        // Work says nothing of a place to live.
        assert_eq!(
            home(&[(Event::InWork, "2026-07-10")], "2026-12-01"),
            AspectState::NotSaid
        );
    }

    #[test]
    fn s2_17_work_is_known_by_itself() {
        let all = [
            (Event::Enrolled, "2026-01-10"),
            (Event::NotHoused, "2026-07-10"),
            (Event::InWork, "2026-07-01"),
        ];
        let found = of(&all, "2026-12-01")[0];
        assert_eq!(found.of(Aspect::Work), AspectState::Yes(day("2026-07-01")));
        assert_eq!(found.of(Aspect::Home), AspectState::No(day("2026-07-10")));
    }

    #[test]
    fn s0_27_who_comes_in_again_within_six_months_came_in_once() {
        let came = |events: &[(Event, &str)], today: &str| -> Vec<(String, String)> {
            let found = of(events, today).into_iter();
            found
                .map(|one| (one.came.to_string(), one.on.to_string()))
                .collect()
        };
        let one = |came: &str, on: &str| (came.to_owned(), on.to_owned());
        let all = [
            (Event::Released, "2025-08-31"),
            (Event::Enrolled, "2025-09-03"),
            (Event::Released, "2026-02-27"),
            (Event::Enrolled, "2026-02-28"),
            (Event::Enrolled, "2027-01-01"),
        ];
        // Half a year after 31 August is the last day of February: what comes then begins anew.
        assert_eq!(
            came(&all, "2026-12-01"),
            [
                one("2025-08-31", "2026-02-28"),
                one("2026-02-28", "2026-08-28")
            ]
        );
        assert_eq!(came(&[], "2026-12-01"), []);
        assert_eq!(
            came(&[(Event::Overdose, "2026-01-01")], "2026-12-01"),
            [],
            "that is no way in"
        );
    }

    #[test]
    fn s0_3_of_who_said_no_nothing_is_asked_half_a_year_later() {
        let discharges = [day("2026-01-10")];
        let no = [(Event::SaidNo, day("2026-01-11"))];
        assert_eq!(half_years(&discharges, &no, day("2026-12-01")), []);
        let enrolled = [no[0], (Event::Enrolled, day("2026-03-01"))];
        assert_eq!(
            half_years(&discharges, &enrolled, day("2026-12-01")).len(),
            1
        );
    }

    proptest! {
        #[test]
        fn s0_27_order_changes_nothing_and_every_way_in_belongs_to_one(
            events in proptest::collection::vec(
                (proptest::sample::select(Event::ALL), 0_i64..900), 0..14
            ),
            discharges in proptest::collection::vec(0_i64..900, 0..4),
            today in 0_i64..900,
        ) {
            let start = day("2024-01-01");
            let today = start.plus_days(today);
            let events: Vec<_> = events
                .iter()
                .map(|(event, on)| (*event, start.plus_days(*on)))
                .collect();
            let discharges: Vec<_> = discharges.iter().map(|on| start.plus_days(*on)).collect();
            let mut turned = events.clone();
            turned.reverse();
            let found = half_years(&discharges, &events, today);
            prop_assert_eq!(&found, &half_years(&discharges, &turned, today));
            for pair in found.windows(2) {
                prop_assert!(pair[0].on <= pair[1].came);
            }
            for one in &found {
                prop_assert!(one.came <= today);
                for aspect in Aspect::ALL {
                    if let AspectState::Yes(on) | AspectState::No(on) | AspectState::Both(on) = one.of(*aspect) {
                        prop_assert!(on <= today && one.opens() <= on && on <= one.closes());
                    }
                }
            }
        }
    }
}
