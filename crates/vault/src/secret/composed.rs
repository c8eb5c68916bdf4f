//! Unicode form NFC.
//!
//! Made from the canonical tables alone: the iterators of `unicode-normalization` bring the tables of the
//! compatible forms along, which weigh more than the rest and which nobody here uses.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
use zeroize::Zeroizing;

/// The text in form NFC. What it goes through on the way is wiped.
pub fn composed(text: &str) -> Zeroizing<String> {
    // Sized for the worst growth, so that no partial copy is left behind by a growing buffer.
    let mut normal = Zeroizing::new(String::with_capacity(text.len().saturating_mul(3)));
    normal.extend(recomposed(&decomposed(text)).iter());
    normal
}

/// Each letter with its combining class: bases (class 0), each followed by its marks in rising class.
fn decomposed(text: &str) -> Zeroizing<Vec<(char, u8)>> {
    let worst = text.chars().count().saturating_mul(4);
    let mut letters: Zeroizing<Vec<(char, u8)>> = Zeroizing::new(Vec::with_capacity(worst));
    for letter in text.chars() {
        decompose_canonical(letter, |part| {
            let class = canonical_combining_class(part);
            let later = |(_, other): &&(char, u8)| class != 0 && *other > class;
            let after = letters.iter().rev().take_while(later).count();
            let place = letters.len() - after;
            letters.insert(place, (part, class));
        });
    }
    letters
}

/// Joins marks to their base wherever no other mark stands in between.
fn recomposed(letters: &[(char, u8)]) -> Zeroizing<Vec<char>> {
    let mut whole: Zeroizing<Vec<char>> = Zeroizing::new(Vec::with_capacity(letters.len()));
    let mut base = None;
    let mut last = 0;
    for &(letter, class) in letters {
        let end = whole.len();
        if let Some(place) = base
            && (place + 1 == end || last < class)
            && let Some(start) = whole.get_mut(place)
            && let Some(joined) = compose(*start, letter)
        {
            *start = joined;
            continue;
        }
        if class == 0 {
            base = Some(end);
        }
        last = class;
        whole.push(letter);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    #[test]
    fn every_character_composes_as_unicode_says_alone_and_with_marks() {
        for letter in char::MIN..=char::MAX {
            for text in [
                format!("{letter}"),
                format!("a{letter}\u{301}\u{323}"),
                format!("{letter}\u{345}\u{301}{letter}\u{31b}"),
                format!("\u{1100}{letter}\u{11a8}"),
            ] {
                assert_eq!(*composed(&text), nfc(&text), "{}", text.escape_unicode());
            }
        }
    }

    /// Letters and marks that meet in words, in any order and number.
    fn meeting() -> impl Strategy<Value = String> {
        let mark = prop::char::range('\u{300}', '\u{34e}');
        let hangul = prop::char::ranges(
            vec![
                '\u{1100}'..='\u{1112}',
                '\u{1161}'..='\u{1175}',
                '\u{11a7}'..='\u{11c2}',
            ]
            .into(),
        );
        let greek = prop::char::range('\u{1f00}', '\u{1fff}');
        prop::collection::vec(
            prop_oneof![
                mark,
                hangul,
                greek,
                prop::char::range('A', 'z'),
                any::<char>()
            ],
            0..24,
        )
        .prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn any_text_composes_as_unicode_says(text in meeting()) {
            prop_assert_eq!(&*composed(&text), &nfc(&text));
        }
    }
}
