//! What an agency did in a month, as numbers that name nobody.

use crate::id::DeviceId;
use crate::suppression::is_small;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// A number of people, contacts or days below this, and not zero, is not told: few people can be
/// recognised (CMS cell size suppression policy: no cell of 1 to 10).
pub const LEAST_TOLD: u32 = 11;

/// A month's figures, exact, as a device counts them that reads the records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// People with a contact or an attempt.
    pub people: u32,
    /// Of these, people who were reached.
    pub reached: u32,
    /// Contacts and attempts.
    pub contacts: u32,
    /// Days on which somebody was owed a daily contact (S0-6), for each person.
    pub days_owed: u32,
    /// Of these, days on which they were reached.
    pub days_kept: u32,
    /// People to whom a daily contact was owed on any of these days. It is told itself nowhere.
    pub people_owed: u32,
}

/// A month's figures as they may be told; `None` where the number is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// People with a contact or an attempt.
    pub people: Option<u32>,
    /// Of these, people who were reached.
    pub reached: Option<u32>,
    /// Contacts and attempts.
    pub contacts: Option<u32>,
    /// Days on which a daily contact was owed.
    pub days_owed: Option<u32>,
    /// Of these, days on which they were reached.
    pub days_kept: Option<u32>,
}

/// Figures that somebody put into the agency's document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthNumbers {
    /// `YYYY-MM`.
    pub month: String,
    /// The day on which they were counted.
    pub as_of: LocalDate,
    /// The figures.
    pub told: Told,
    /// The device that counted and signed them.
    pub device: DeviceId,
}

impl Told {
    /// What may be told. When so few people stand behind all of it that they could be recognised,
    /// nothing of it is; and nothing of the days on which few people were owed a contact, however many
    /// days these are: 30 of them can be one person's.
    pub fn of(counted: &Counted) -> Self {
        let few = is_small(counted.people);
        let told = |number: u32| Some(number).filter(|n| !few && !is_small(*n));
        let days = |number: u32| told(number).filter(|_| !is_small(counted.people_owed));
        let told = Self {
            people: told(counted.people),
            reached: told(counted.reached),
            contacts: told(counted.contacts),
            days_owed: days(counted.days_owed),
            days_kept: days(counted.days_kept),
        };
        told.without_small_rests()
    }

    /// What is one number less another may be small, too: 40 people of whom 38 were reached tell of two.
    fn without_small_rests(self) -> Self {
        let part = |part: Option<u32>, whole: Option<u32>| {
            let rest = part
                .zip(whole)
                .map(|(part, whole)| whole.saturating_sub(part));
            part.filter(|_| !rest.is_some_and(is_small))
        };
        Self {
            reached: part(self.reached, self.people),
            days_kept: part(self.days_kept, self.days_owed),
            ..self
        }
    }

    /// As one text: its version, the day, and the five figures, `-` for a small one.
    pub(crate) fn to_text(self, as_of: LocalDate) -> String {
        let figures = [
            self.people,
            self.reached,
            self.contacts,
            self.days_owed,
            self.days_kept,
        ];
        let said = figures.map(|figure| figure.map_or("-".to_owned(), |n| n.to_string()));
        format!("1 {as_of} {}", said.join(" "))
    }

    /// Reads what [`Told::to_text`] wrote; a small number that was told all the same is not read.
    pub(crate) fn from_text(text: &str) -> Option<(LocalDate, Self)> {
        let mut words = text.strip_prefix("1 ")?.split(' ');
        let as_of = LocalDate::parse(words.next()?).ok()?;
        let mut figure = || match words.next()? {
            "-" => Some(None),
            number => {
                let number: u32 = number.parse().ok()?;
                Some(Some(number).filter(|number| !is_small(*number)))
            }
        };
        let told = Self {
            people: figure()?,
            reached: figure()?,
            contacts: figure()?,
            days_owed: figure()?,
            days_kept: figure()?,
        };
        Some((as_of, told.without_small_rests()))
    }
}

/// Whether this is a month, `YYYY-MM`.
pub fn is_month(month: &str) -> bool {
    LocalDate::parse(&format!("{month}-01")).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(people: u32, days_kept: u32) -> Counted {
        Counted {
            people,
            reached: people,
            contacts: 300,
            days_owed: 0,
            days_kept,
            people_owed: 0,
        }
    }

    /// S3-20.
    #[test]
    fn small_numbers_are_not_told_and_nothing_of_a_month_with_few_people() {
        let told = Told::of(&counted(11, 10));
        assert_eq!((told.people, told.days_kept), (Some(11), None));
        assert_eq!((told.contacts, told.days_owed), (Some(300), Some(0)));
        let told = Told::of(&counted(10, 200));
        assert_eq!(
            told,
            Told {
                people: None,
                reached: None,
                contacts: None,
                days_owed: None,
                days_kept: None,
            }
        );
        assert_eq!(Told::of(&Counted::default()).people, Some(0));
    }

    /// S3-20.
    #[test]
    fn s3_20_days_of_few_people_are_not_told_however_many_days_they_are() {
        let mut counted = counted(40, 18);
        counted.days_owed = 31;
        for few in [1, 10] {
            counted.people_owed = few;
            let told = Told::of(&counted);
            assert_eq!((told.days_owed, told.days_kept), (None, None), "{few}");
            assert_eq!(told.people, Some(40));
        }
        counted.people_owed = 11;
        let told = Told::of(&counted);
        assert_eq!((told.days_owed, told.days_kept), (Some(31), Some(18)));
    }

    /// S3-20.
    #[test]
    fn s3_20_a_number_that_gives_away_a_small_rest_is_not_told_and_not_read() {
        let mut counted = counted(40, 0);
        counted.reached = 38;
        counted.days_owed = 122;
        counted.days_kept = 112;
        let told = Told::of(&counted);
        assert_eq!((told.people, told.reached), (Some(40), None));
        assert_eq!((told.days_owed, told.days_kept), (Some(122), None));
        counted.reached = 29;
        counted.days_kept = 111;
        let told = Told::of(&counted);
        assert_eq!((told.reached, told.days_kept), (Some(29), Some(111)));
        let (_, told) = Told::from_text("1 2026-11-28 40 38 300 122 112").unwrap();
        assert_eq!((told.reached, told.days_kept), (None, None));
    }

    #[test]
    fn figures_survive_their_text_and_small_ones_are_not_read() {
        let day = LocalDate::parse("2026-11-28").unwrap();
        let told = Told::of(&counted(12, 3));
        assert_eq!(told.to_text(day), "1 2026-11-28 12 12 300 0 -");
        assert_eq!(Told::from_text(&told.to_text(day)), Some((day, told)));
        let forged = Told::from_text("1 2026-11-28 12 3 300 0 -").unwrap().1;
        assert_eq!(forged.reached, None);
        for broken in [
            "",
            "2 2026-11-28 1 1 1 1 1",
            "1 2026-11-28 12",
            "1 x 1 1 1 1 1",
        ] {
            assert_eq!(Told::from_text(broken), None, "{broken}");
        }
        assert!(is_month("2026-02") && !is_month("2026-13") && !is_month("2026-02-01"));
    }
}
