use handrail_vault::*;

use crate::fixture::*;

fn word(text: &str) -> Passphrase {
    Passphrase::new(text, nfc)
}

fn card() -> Vec<u8> {
    seal_card(
        &word("blue kitchen door"),
        b"Casey, 608 555 0100",
        &mut rng(4),
    )
    .unwrap()
}

/// Issue 4.6.
#[test]
fn a_card_opens_by_its_word_and_by_no_other() {
    let opened = open_card(&word("blue kitchen door"), &card()).unwrap();
    assert_eq!(opened.as_slice(), b"Casey, 608 555 0100");
    for other in ["", "blue kitchen", "Blue kitchen door"] {
        let refused = error(open_card(&word(other), &card()));
        assert_eq!(refused, UnlockError::WrongPassphrase, "{other:?}");
    }
    let empty = seal_card(&word(""), b"x", &mut rng(4));
    assert_eq!(error(empty), LockError::EmptyPassphrase);
}

#[test]
fn a_changed_or_cut_card_and_one_of_a_newer_app_do_not_open() {
    let whole = card();
    for place in [1, 16, 17, 40, 41, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        let opened = open_card(&word("blue kitchen door"), &changed);
        assert!(opened.is_err(), "byte {place}");
    }
    for length in [0, 1, 17, 40] {
        let refused = error(open_card(&word("blue kitchen door"), &whole[..length]));
        assert_eq!(refused, UnlockError::Malformed, "{length}");
    }
    let mut newer = whole;
    newer[0] = 2;
    let refused = error(open_card(&word("blue kitchen door"), &newer));
    assert_eq!(refused, UnlockError::Version(2));
}

#[test]
fn the_length_of_a_card_tells_blocks_and_not_words() {
    let length = |text: &[u8]| {
        seal_card(&word("blue kitchen door"), text, &mut rng(5))
            .unwrap()
            .len()
    };
    assert_eq!(length(b""), length(&[b'a'; 63]));
    assert_eq!(length(&[b'a'; 64]), length(b"") + 64);
    for text in [b"".as_slice(), b"ends in nothing\0\0", &[1, 1, 0]] {
        let sealed = seal_card(&word("blue kitchen door"), text, &mut rng(6)).unwrap();
        let opened = open_card(&word("blue kitchen door"), &sealed).unwrap();
        assert_eq!(opened.as_slice(), text);
    }
}
