//! What an agency did in a month, as numbers that name nobody.

use crate::id::DeviceId;
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
    /// nothing of it is.
    pub fn of(counted: &Counted) -> Self {
        let few = (1..LEAST_TOLD).contains(&counted.people);
        let told = |number: u32| Some(number).filter(|n| !few && (*n == 0 || *n >= LEAST_TOLD));
        Self {
            people: told(counted.people),
            reached: told(counted.reached),
            contacts: told(counted.contacts),
            days_owed: told(counted.days_owed),
            days_kept: told(counted.days_kept),
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
                Some(Some(number).filter(|n| *n == 0 || *n >= LEAST_TOLD))
            }
        };
        let told = Self {
            people: figure()?,
            reached: figure()?,
            contacts: figure()?,
            days_owed: figure()?,
            days_kept: figure()?,
        };
        Some((as_of, told))
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
