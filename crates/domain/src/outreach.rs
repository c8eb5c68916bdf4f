//! What was tried after an overdose: by when, how, and whether the person was reached (S3-11). Teams
//! look for whoever survived within 24 to 72 hours, by phone, by text and at the door; here a day
//! is the finest that is known of the overdose, so 72 hours end with the third day after it.

use crate::coded::coded;
use crate::encounter::EncounterKind;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// Days within which somebody is looked for, where no program says otherwise.
pub const WITHIN_DAYS: u32 = 3;

coded! {
    /// How somebody tried.
    Mode {
        /// By phone.
        Phone = "phone",
        /// By text message.
        Text = "text",
        /// By video.
        Video = "video",
        /// In person: at the door, at the bedside, in the community.
        InPerson = "in_person",
        /// Any other way.
        Other = "other",
    }
}

impl Mode {
    /// How a contact of a kind was tried.
    pub const fn of(kind: EncounterKind) -> Self {
        match kind {
            EncounterKind::Phone => Self::Phone,
            EncounterKind::Text => Self::Text,
            EncounterKind::Video => Self::Video,
            EncounterKind::Other => Self::Other,
            EncounterKind::Bedside
            | EncounterKind::Community
            | EncounterKind::Custody
            | EncounterKind::Court
            | EncounterKind::Appointment
            | EncounterKind::Group => Self::InPerson,
        }
    }
}

/// Contacts and attempts of one day that were made and ended alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    /// The day.
    pub day: LocalDate,
    /// How.
    pub mode: Mode,
    /// The person was reached.
    pub reached: bool,
    /// So many.
    pub times: u32,
}

/// How it stands with the first attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirstTry {
    /// There was one, within the days.
    InTime(LocalDate),
    /// There was one, later.
    Later(LocalDate),
    /// There was none so far, and the days are not over.
    Open,
    /// There was none.
    None,
}

/// What was tried after one overdose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outreach {
    /// The day of the overdose.
    pub overdose: LocalDate,
    /// The last day within which somebody was to look for the person.
    pub through: LocalDate,
    /// The first attempt.
    pub first: FirstTry,
    /// Attempts within the days, by how they were made; none that was not.
    pub tried: Vec<(Mode, u32)>,
    /// The first day, within the days, on which they were reached.
    pub reached: Option<LocalDate>,
}

/// What was tried after each overdose, the first first. An attempt belongs to the last overdose
/// before it; days ahead of today are not counted. The order of what is given does not matter.
pub fn outreach(
    overdoses: &[LocalDate],
    tries: &[Tries],
    within: u32,
    today: LocalDate,
) -> Vec<Outreach> {
    let mut days: Vec<LocalDate> = overdoses
        .iter()
        .copied()
        .filter(|on| *on <= today)
        .collect();
    days.sort_unstable();
    days.dedup();
    let next = days
        .iter()
        .skip(1)
        .map(|on| on.plus_days(-1))
        .chain([today]);
    days.iter()
        .zip(next)
        .map(|(overdose, last)| {
            let through = overdose.plus_days(i64::from(within));
            let own = || {
                let all = tries.iter();
                all.filter(move |one| *overdose <= one.day && one.day <= last && one.times > 0)
            };
            let timely = || own().filter(|one| one.day <= through);
            let first = match own().map(|one| one.day).min() {
                Some(day) if day <= through => FirstTry::InTime(day),
                Some(day) => FirstTry::Later(day),
                None if today <= through => FirstTry::Open,
                None => FirstTry::None,
            };
            let of = |mode: Mode| {
                let all = timely().filter(|one| one.mode == mode);
                all.fold(0_u32, |sum, one| sum.saturating_add(one.times))
            };
            let modes = Mode::ALL.iter().map(|mode| (*mode, of(*mode)));
            Outreach {
                overdose: *overdose,
                through,
                first,
                tried: modes.filter(|(_, times)| *times > 0).collect(),
                reached: timely().filter(|one| one.reached).map(|one| one.day).min(),
            }
        })
        .collect()
}

/// Figures of many, such as those of a month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutreachCount {
    /// Overdoses.
    pub overdoses: u32,
    /// Of these, with an attempt in time.
    pub in_time: u32,
    /// Of these, whose days are not over and who were not tried yet.
    pub open: u32,
    /// Of these, who were reached in time.
    pub reached: u32,
    /// Attempts in time, by how they were made.
    pub tried: Vec<(Mode, u32)>,
}

impl OutreachCount {
    /// Adds one overdose.
    pub fn add(&mut self, one: &Outreach) {
        self.overdoses += 1;
        self.in_time += u32::from(matches!(one.first, FirstTry::InTime(_)));
        self.open += u32::from(one.first == FirstTry::Open);
        self.reached += u32::from(one.reached.is_some());
        for (mode, times) in &one.tried {
            match self.tried.iter_mut().find(|(known, _)| known == mode) {
                Some((_, sum)) => *sum = sum.saturating_add(*times),
                None => self.tried.push((*mode, *times)),
            }
        }
        self.tried.sort_by_key(|(mode, _)| *mode);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn march(number: u32) -> LocalDate {
        LocalDate::new(2026, 3, number).unwrap()
    }

    fn tries(day: u32, mode: Mode, reached: bool, times: u32) -> Tries {
        Tries {
            day: march(day),
            mode,
            reached,
            times,
        }
    }

    #[test]
    fn s3_11_attempts_within_72_hours_are_counted_by_how_they_were_made() {
        let all = [
            tries(3, Mode::Phone, false, 2),
            tries(4, Mode::Text, false, 1),
            tries(5, Mode::InPerson, true, 1),
            tries(6, Mode::Phone, true, 1),
            tries(1, Mode::Phone, true, 9),
        ];
        let [one] = outreach(&[march(2)], &all, WITHIN_DAYS, march(20))
            .try_into()
            .unwrap();
        assert_eq!(one.through, march(5));
        assert_eq!(one.first, FirstTry::InTime(march(3)));
        let tried = [(Mode::Phone, 2), (Mode::Text, 1), (Mode::InPerson, 1)];
        assert_eq!(
            one.tried, tried,
            "neither before it nor after the third day"
        );
        assert_eq!(one.reached, Some(march(5)));
    }

    #[test]
    fn s3_11_no_attempt_is_open_until_the_third_day_is_over_and_then_missed() {
        let at = |today, tries: &[Tries]| outreach(&[march(2)], tries, 3, today)[0].first;
        assert_eq!(at(march(5), &[]), FirstTry::Open);
        assert_eq!(at(march(6), &[]), FirstTry::None);
        let late = [tries(9, Mode::Phone, false, 1)];
        assert_eq!(at(march(8), &late), FirstTry::None, "it lies ahead");
        assert_eq!(at(march(9), &late), FirstTry::Later(march(9)));
        assert!(outreach(&[march(2)], &[], 3, march(1)).is_empty());
    }

    #[test]
    fn s3_11_a_month_is_the_sum_of_its_overdoses() {
        let all = [
            tries(2, Mode::Phone, false, 1),
            tries(11, Mode::Text, true, 2),
            tries(12, Mode::Phone, false, 1),
        ];
        let mut count = OutreachCount::default();
        for one in outreach(&[march(1), march(10), march(19)], &all, 3, march(20)) {
            count.add(&one);
        }
        assert_eq!(
            count,
            OutreachCount {
                overdoses: 3,
                in_time: 2,
                open: 1,
                reached: 1,
                tried: vec![(Mode::Phone, 2), (Mode::Text, 2)],
            }
        );
    }

    #[test]
    fn every_way_of_contact_is_one_mode() {
        for kind in EncounterKind::ALL {
            let mode = Mode::of(*kind);
            assert_eq!(Mode::from_code(mode.code()), Some(mode));
        }
        assert_eq!(Mode::of(EncounterKind::Community), Mode::InPerson);
    }

    proptest! {
        /// However close two overdoses are, no attempt is counted twice, and order changes nothing.
        #[test]
        fn s3_11_no_attempt_counts_twice(
            overdoses in proptest::collection::vec(1_u32..28, 0..5),
            days in proptest::collection::vec((1_u32..28, 0_usize..5, any::<bool>(), 0_u32..4), 0..12),
            within in 1_u32..6,
        ) {
            let on: Vec<LocalDate> = overdoses.iter().map(|day| march(*day)).collect();
            let all: Vec<Tries> = days
                .iter()
                .map(|(day, mode, reached, times)| tries(*day, Mode::ALL[*mode], *reached, *times))
                .collect();
            let found = outreach(&on, &all, within, march(28));
            let counted: u32 = found.iter().flat_map(|one| &one.tried).map(|(_, times)| times).sum();
            let given: u32 = all.iter().map(|one| one.times).sum();
            prop_assert!(counted <= given);
            let (mut on, mut all) = (on, all);
            on.reverse();
            all.reverse();
            prop_assert_eq!(outreach(&on, &all, within, march(28)), found);
        }
    }
}
