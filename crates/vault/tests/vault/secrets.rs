use handrail_vault::*;
use proptest::prelude::*;

use crate::fixture::*;

#[test]
fn the_kits_words_are_the_published_ones() {
    // BIP-39 test vectors, 256 bits of entropy.
    let zeros = RootSecret::from_bytes([0; 32]).to_words();
    assert_eq!(*zeros, format!("{}art", "abandon ".repeat(23)));
    let ones = RootSecret::from_bytes([0xff; 32]).to_words();
    assert_eq!(*ones, format!("{}vote", "zoo ".repeat(23)));
    let entropy = unhex("68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c");
    let words = RootSecret::from_bytes(entropy.try_into().unwrap()).to_words();
    assert_eq!(
        *words,
        "hamster diagram private dutch cause delay private meat slide toddler razor book happy \
         fancy gospel tennis maple dilemma loan word shrug inflict delay length"
    );
}

#[test]
fn words_typed_by_a_person_are_read_and_mistakes_are_named() {
    let words = RootSecret::generate(&mut rng(1)).to_words();
    let typed = format!("  {}\n", words.to_uppercase().replace(' ', "\n\t "));
    let read = RootSecret::from_words(&typed).unwrap();
    assert_eq!(*read.to_words(), *words);
    let list: Vec<&str> = words.split(' ').collect();
    assert_eq!(error(RootSecret::from_words("")), WordsError::Count(0));
    assert_eq!(
        error(RootSecret::from_words(&list[..23].join(" "))),
        WordsError::Count(23)
    );
    let mut misspelt = list.clone();
    misspelt[4] = "handrail";
    let unknown = WordsError::Unknown { position: 5 };
    assert_eq!(error(RootSecret::from_words(&misspelt.join(" "))), unknown);
    let mut other = list.clone();
    other[0] = if list[0] == "zoo" { "abandon" } else { "zoo" };
    assert_eq!(
        error(RootSecret::from_words(&other.join(" "))),
        WordsError::Checksum
    );
}

#[test]
fn derived_keys_differ_by_their_use() {
    let bytes = [7; 32];
    let root = RootSecret::from_bytes(bytes).keys();
    let invitation = InvitationSecret::from_bytes(bytes).keys();
    assert_ne!(root.sign_public(), invitation.sign_public());
    assert_ne!(root.hpke_public(), invitation.hpke_public());
    assert!(root.sign_public().check().is_ok());
    assert!(root.hpke_public().check().is_ok());
}

#[test]
fn a_device_secret_comes_back_from_its_bytes() {
    let secret = DeviceSecret::generate(&mut rng(1));
    let back = DeviceSecret::from_bytes(&secret.to_bytes());
    assert_eq!(back.id(), secret.id());
    assert_eq!(*back.to_bytes(), *secret.to_bytes());
    assert_ne!(secret.id(), DeviceSecret::generate(&mut rng(2)).id());
}

#[test]
fn a_document_keys_name_does_not_tell_the_key() {
    let (a, b) = (
        DocumentKey::from_bytes([1; 32]),
        DocumentKey::from_bytes([2; 32]),
    );
    assert_ne!(a.id(), b.id());
    assert_eq!(a.id(), DocumentKey::from_bytes([1; 32]).id());
    let derived = blake3::derive_key("handrail document key id v1", &[1; 32]);
    assert_eq!(a.id().as_bytes(), &derived[..16]);
}

proptest! {
    #[test]
    fn any_root_secret_survives_the_printed_page(bytes: [u8; 32]) {
        let words = RootSecret::from_bytes(bytes).to_words();
        let back = RootSecret::from_words(&words).unwrap();
        prop_assert_eq!(back.expose(), &bytes);
    }

    #[test]
    fn any_text_is_a_kit_or_a_named_mistake(text in "[a-z ]{0,200}") {
        prop_assert!(RootSecret::from_words(&text).is_err());
    }
}
