use handrail_protocol::DocumentId;

use crate::place::Place;

/// Flips a few bytes in each page: opening, checking or reading tells, and nothing panics.
#[test]
fn damage_on_any_page_is_told() {
    let place = Place::filled();
    let whole = std::fs::read(place.path()).unwrap();
    let page = 8192;
    assert_eq!(whole.len() % page, 0);
    for number in 0..whole.len() / page {
        let mut bytes = whole.clone();
        for offset in [40, 3000, 8100] {
            bytes[number * page + offset] ^= 0x20;
        }
        std::fs::write(place.path(), &bytes).unwrap();
        assert_eq!(told(&place), "Damaged", "page {number}");
    }
}

#[test]
fn a_file_cut_short_is_told() {
    let place = Place::filled();
    let whole = std::fs::read(place.path()).unwrap();
    for length in [2, 511, 4096, 8192, whole.len() / 2, whole.len() - 8192] {
        std::fs::write(place.path(), &whole[..length]).unwrap();
        assert_eq!(told(&place), "Damaged", "{length} bytes");
    }
}

/// What opening, reading and checking say, in that order.
fn told(place: &Place) -> String {
    let store = match place.open() {
        Ok(store) => store,
        Err(error) => return format!("{error:?}"),
    };
    let pending = store.read().pending(&DocumentId::from_bytes([1; 16]));
    let active = store.read().active_participants();
    for error in [pending.err(), active.err()].into_iter().flatten() {
        assert_eq!(format!("{error:?}"), "Damaged");
    }
    store
        .check()
        .map_or_else(|error| format!("{error:?}"), |()| "whole".to_owned())
}
