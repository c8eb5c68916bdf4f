//! Whether two records may be about one person, told while somebody is typed in: a referral of
//! somebody who was here before is to find their record (S1-9, S2-23).

use crate::emergency::folded;
use crate::time::LocalDate;

/// Digits that a telephone number has at the least to say anything.
const PHONE_DIGITS: usize = 7;
/// Letters from which on one of them may be typed wrongly.
const LONG_WORD: usize = 4;

/// What tells people apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traits {
    /// Every name that they go by.
    pub names: Vec<String>,
    /// Their telephone number; may be empty.
    pub phone: String,
    /// Their date of birth.
    pub birth_date: Option<LocalDate>,
}

impl Traits {
    /// Whether these may be one person: one telephone number; or one name, in another spelling or
    /// with a part missing, and no other year of birth. A single name also needs the year, as
    /// long as both say one.
    pub fn resemble(&self, other: &Self) -> bool {
        let years = (
            self.birth_date.map(LocalDate::year),
            other.birth_date.map(LocalDate::year),
        );
        let (same_year, other_year) = match years {
            (Some(one), Some(two)) => (one == two, one != two),
            _ => (false, false),
        };
        let phone = national(&self.phone);
        let same_phone = phone.len() >= PHONE_DIGITS && phone == national(&other.phone);
        let named = |exact: bool| {
            let pairs = |one: &String| other.names.iter().any(|two| is_name(one, two, exact));
            self.names.iter().any(pairs)
        };
        same_phone || !other_year && (named(true) || same_year && named(false))
    }
}

/// The digits without the country's.
fn national(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// Each word of the shorter name stands in the longer one. `whole`: a single word is not enough,
/// unless it is all of both.
fn is_name(one: &str, two: &str, whole: bool) -> bool {
    let (one, two) = (folded(one), folded(two));
    let (mut short, mut long) = (words(&one), words(&two));
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.is_empty() || whole && short.len() == 1 && long.len() > 1 {
        return false;
    }
    short.iter().all(|word| {
        let found = long.iter().position(|other| is_word(word, other));
        found.map(|place| long.swap_remove(place)).is_some()
    })
}

fn words(name: &str) -> Vec<&str> {
    name.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The same word, or a long one with one letter other, missing, too many, or two changed over.
fn is_word(one: &str, two: &str) -> bool {
    if one == two {
        return true;
    }
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    if one.len().min(two.len()) < LONG_WORD || one.len().abs_diff(two.len()) > 1 {
        return false;
    }
    let same = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
    let rest = |word: &[char], skip: usize| word.get(same + skip..).unwrap_or_default().to_vec();
    let changed_over = one.get(same) == two.get(same + 1) && one.get(same + 1) == two.get(same);
    rest(&one, 1) == rest(&two, 1)
        || rest(&one, 0) == rest(&two, 1)
        || rest(&one, 1) == rest(&two, 0)
        || changed_over && rest(&one, 2) == rest(&two, 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn person(name: &str, year: Option<i32>, phone: &str) -> Traits {
        Traits {
            names: vec![name.to_owned()],
            phone: phone.to_owned(),
            birth_date: year.and_then(|year| LocalDate::new(year, 5, 1)),
        }
    }

    fn named(one: &str, two: &str) -> bool {
        person(one, None, "").resemble(&person(two, None, ""))
    }

    #[test]
    fn a_name_in_another_spelling_or_with_a_part_missing_is_found() {
        for (one, two) in [
            ("José Núñez", "jose  nunez"),
            ("Dee Okafor", "Dee Okafro"),
            ("Raymond Example", "Raymnd Example"),
            ("Ana Villanueva", "Ana Maria Fernandez-Villanueva"),
            ("Villanueva, Ana", "Ana Villanueva"),
            ("Dee", "dee"),
        ] {
            assert!(named(one, two), "{one} {two}");
        }
        for (one, two) in [
            ("Ana Villanueva", "Ann Villanueva"),
            ("Dee", "Dee Okafor"),
            ("Dee Okafor", "Dee Park"),
            ("Ana Ana", "Ana Park"),
            ("", ""),
            ("-", "-"),
        ] {
            assert!(!named(one, two), "{one} {two}");
        }
    }

    #[test]
    fn the_year_of_birth_and_the_telephone_tell_more_than_the_name() {
        let dee = person("Dee Okafor", Some(1990), "(608) 555-0147");
        assert!(dee.resemble(&person("Dee", Some(1990), "")));
        assert!(!dee.resemble(&person("Dee Okafor", Some(1971), "")));
        assert!(dee.resemble(&person("Somebody Else", Some(1971), "+1 608 555 0147")));
        assert!(!person("A B", None, "911").resemble(&person("C D", None, "911")));
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways_and_holds_for_oneself(
            one in "[a-cé ]{0,12}", two in "[a-cé ]{0,12}", year in prop::option::of(1990..1992_i32),
        ) {
            let (first, second) = (person(&one, year, ""), person(&two, Some(1990), ""));
            prop_assert_eq!(first.resemble(&second), second.resemble(&first));
            let is_named = one.chars().any(char::is_alphanumeric);
            prop_assert_eq!(first.resemble(&first.clone()), is_named);
        }
    }
}
