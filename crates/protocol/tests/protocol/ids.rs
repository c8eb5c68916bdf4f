use handrail_protocol::*;
use proptest::prelude::*;

use crate::fixture::Keys;

#[test]
fn ids_of_keys_are_one_formula_and_depend_on_both_keys() {
    let (a, b) = (Keys::new(1), Keys::new(2));
    let id = KeyId::of_keys(&a.sign_public(), &a.hpke);
    assert_eq!(KeyId::from(a.device()), id);
    assert_eq!(KeyId::from(a.invitation()), id);
    assert_eq!(KeyId::from(a.root()), id);
    assert_ne!(KeyId::of_keys(&a.sign_public(), &b.hpke), id);
    assert_ne!(KeyId::of_keys(&b.sign_public(), &a.hpke), id);
    assert_eq!(id.to_string(), "0c169c419fd7e9f786ed5d3f4c74922d");
}

#[test]
fn an_agency_is_named_by_its_root_key() {
    let root = Keys::new(1).sign_public();
    assert_eq!(
        AgencyId::of_root(&root).to_string(),
        "01db9b74d879a45dcfb8710d832cba2b"
    );
    assert_eq!(
        Fingerprint::of_root(&root).to_string(),
        "6be25acb95c00795261dbd2ab28ef540071cdaf60572bf2dd70af3db58de3b21"
    );
}

#[test]
fn text_of_another_length_or_alphabet_is_no_id() {
    for text in [
        "",
        "00",
        "0g000000000000000000000000000000",
        "+0000000000000000000000000000000",
    ] {
        assert!(text.parse::<DeviceId>().is_err(), "{text}");
    }
    let upper = "ABCDEF00000000000000000000000000";
    assert_eq!(
        upper.parse::<DeviceId>().unwrap().to_string(),
        upper.to_lowercase()
    );
}

proptest! {
    #[test]
    fn text_and_cbor_and_bytes_name_the_same_id(bytes: [u8; 32]) {
        let id = ItemId::from_bytes(bytes);
        prop_assert_eq!(id.to_string().parse::<ItemId>().unwrap(), id);
        prop_assert_eq!(ItemId::from_slice(&bytes), Some(id));
        prop_assert_eq!(message::decode::<ItemId>(&message::encode(&id)).unwrap(), id);
        prop_assert_eq!(ItemId::from_slice(&bytes[1..]), None);
    }

    #[test]
    fn serde_carries_an_id_as_its_bytes(bytes: [u8; 16]) {
        use serde::de::value::{BytesDeserializer, Error, SeqDeserializer};
        use serde::Deserialize as _;
        let id = DocumentId::from_bytes(bytes);
        let from_bytes = DocumentId::deserialize(BytesDeserializer::<Error>::new(&bytes));
        prop_assert_eq!(from_bytes.unwrap(), id);
        let sequence = SeqDeserializer::<_, Error>::new(bytes.into_iter());
        prop_assert_eq!(DocumentId::deserialize(sequence).unwrap(), id);
        prop_assert!(DocumentId::deserialize(BytesDeserializer::<Error>::new(&bytes[1..])).is_err());
    }
}
