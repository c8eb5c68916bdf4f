//! Issue 4.9: a parcel's codes come together again, however a camera meets them, and no text at all
//! stops it.

use handrail_protocol::parcel::codes::{from_codes, to_codes};
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn in_any_order_and_however_often_the_parcel_comes_together(
        parcel in vec(any::<u8>(), 1..5_000),
        order in vec(any::<prop::sample::Index>(), 0..60),
        other in "(HP1:)?\\PC{0,40}",
    ) {
        let texts = to_codes(&parcel).unwrap();
        let mixed = order.iter().map(|place| place.get(&texts));
        let seen: Vec<&str> = [&other].into_iter().chain(mixed).chain(texts.iter().rev()).map(String::as_str).collect();
        let scanned = from_codes(seen);
        prop_assert_eq!(scanned.have, texts.len());
        prop_assert_eq!(scanned.of, texts.len());
        prop_assert_eq!(scanned.parcel, Some(parcel));
    }

    #[test]
    fn one_changed_letter_gives_no_other_parcel(
        parcel in vec(any::<u8>(), 1..900),
        text in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        letter in "[0-9A-Z:/]",
    ) {
        let mut texts = to_codes(&parcel).unwrap();
        let text = text.index(texts.len());
        let place = place.index(texts[text].len());
        texts[text].replace_range(place..=place, &letter);
        let scanned = from_codes(texts.iter().map(String::as_str));
        prop_assert!(scanned.parcel.is_none_or(|found| found == parcel));
        prop_assert!(scanned.have <= scanned.of);
    }

    #[test]
    fn no_text_at_all_stops_it(
        texts in vec("(HP1:)?[A-Z2-7]{0,9}:?[0-9]{0,20}/?[0-9]{0,20}:?\\PC{0,30}", 0..12),
    ) {
        let scanned = from_codes(texts.iter().map(String::as_str));
        prop_assert!(scanned.have <= scanned.of);
    }
}
