//! Whether a text names somebody, as far as their names are known. It is asked before something is said
//! to people who do not read that person's record; it rather asks once too often.

use crate::emergency::folded;

/// Parts of names that say nothing alone.
const PARTICLES: [&str; 16] = [
    "and", "bin", "da", "de", "del", "der", "di", "do", "dos", "la", "las", "los", "san", "the",
    "van", "von",
];

/// Names that are everyday words, too, in English or Spanish: they count where they are written as a
/// name inside a sentence.
const EVERYDAY: [&str; 96] = [
    "amber",
    "angel",
    "april",
    "art",
    "august",
    "autumn",
    "baker",
    "banks",
    "bell",
    "best",
    "bill",
    "bishop",
    "black",
    "blanco",
    "bravo",
    "brown",
    "calvo",
    "campos",
    "casas",
    "case",
    "chance",
    "charity",
    "chase",
    "christian",
    "church",
    "consuelo",
    "cook",
    "cross",
    "cruz",
    "daisy",
    "dawn",
    "day",
    "delgado",
    "dolores",
    "drew",
    "early",
    "esperanza",
    "eve",
    "faith",
    "field",
    "flores",
    "frank",
    "fuentes",
    "gene",
    "gloria",
    "grace",
    "grant",
    "gray",
    "green",
    "grey",
    "guerra",
    "guy",
    "hill",
    "hope",
    "house",
    "hunter",
    "jack",
    "joy",
    "june",
    "justice",
    "king",
    "leal",
    "leon",
    "long",
    "love",
    "luz",
    "mark",
    "may",
    "mercy",
    "miles",
    "moreno",
    "park",
    "pat",
    "patience",
    "paz",
    "person",
    "pilar",
    "price",
    "ray",
    "rey",
    "reyes",
    "rich",
    "rob",
    "rosa",
    "rose",
    "santos",
    "sky",
    "small",
    "sol",
    "strong",
    "sue",
    "summer",
    "white",
    "will",
    "wise",
    "young",
];

/// Shortest part of a name that counts in small letters, too, in letters.
const LONG_ENOUGH: usize = 3;

/// A text, word by word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    folded: String,
    capital: bool,
    /// It begins a sentence, where every word has a capital.
    first: bool,
}

impl Text {
    /// A text as it was typed.
    pub fn of(text: &str) -> Self {
        let (mut words, mut first) = (Vec::new(), true);
        let mut word = String::new();
        // One more end, so that the last word ends.
        for letter in text.chars().filter(|letter| !is_mark(*letter)).chain([' ']) {
            if letter.is_alphanumeric() {
                word.push(letter);
                continue;
            }
            if !word.is_empty() {
                words.push(Word {
                    folded: folded(&word),
                    capital: word.chars().next().is_some_and(char::is_uppercase),
                    first,
                });
                word.clear();
                first = false;
            }
            first |= matches!(letter, '.' | '!' | '?' | '…' | ':' | '¿' | '¡' | '\n');
        }
        Self { words }
    }

    /// Whether it says this name: two parts of it one after the other, or one that is no everyday word
    /// and not too short, or one that is, written as a name inside a sentence.
    pub fn names(&self, name: &str) -> bool {
        let mut name = folded(name);
        name.retain(|letter| !is_mark(letter));
        let parts: Vec<&str> = name
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|part| part.chars().count() > 1 && !PARTICLES.contains(part))
            .collect();
        let is_part = |word: &Word| parts.contains(&word.folded.as_str());
        let alone = |word: &Word| {
            let is_plain = word.folded.chars().count() < LONG_ENOUGH
                || EVERYDAY.contains(&word.folded.as_str());
            is_part(word) && (!is_plain || word.capital && !word.first)
        };
        let both = |pair: &[Word]| match pair {
            [one, two] => is_part(one) && is_part(two) && one.folded != two.folded && !two.first,
            _ => false,
        };
        self.words.iter().any(alone) || self.words.windows(2).any(both)
    }
}

/// An accent that stands behind its letter.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, name: &str) -> bool {
        Text::of(text).names(name)
    }

    #[test]
    fn s3_16_a_name_is_found_however_it_is_written() {
        for (text, name) in [
            ("I drove with María today", "Maria Sample"),
            ("i drove with maria", "María Sample"),
            ("MARIA'S mother called", "María Sample"),
            ("Talked to Fernández about it", "Ana Fernández-Villanueva"),
            ("It is about Will.", "Will Example"),
            ("will example came late", "Will Example"),
            ("Will came. I asked Jo.", "Jo Park"),
            ("jo park again", "Jo Park"),
            ("¿Y Guadalupe?", "Guadalupe de la Torre"),
            ("Mari\u{301}a came", "María Sample"),
            ("María came", "Mari\u{301}a Sample"),
        ] {
            assert!(found(text, name), "{text} {name}");
        }
    }

    #[test]
    fn s3_16_an_everyday_word_is_no_name() {
        for (text, name) in [
            ("I will go there in may", "Will Example"),
            ("Will you come?", "Will Example"),
            ("In may or june. May I?", "May June"),
            ("Voy a la casa de la torre", "Guadalupe de la Cruz"),
            ("That is all", "Al Baker"),
            ("Cory is ill", "Bo Li"),
            ("Nobody", ""),
            ("", "Maria"),
            ("Marian came", "Maria"),
        ] {
            assert!(!found(text, name), "{text} {name}");
        }
    }

    #[test]
    fn s3_16_everyday_words_stand_in_order_and_once() {
        assert!(EVERYDAY.is_sorted_by(|one, two| one < two));
        assert!(PARTICLES.is_sorted_by(|one, two| one < two));
    }
}
