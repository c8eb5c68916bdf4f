use handrail_protocol::{HpkePublicKey, KeyError, SignPublicKey, Signature};

use crate::fixture::{Keys, unhex};

fn sign_key(hex: &str) -> SignPublicKey {
    SignPublicKey::from_bytes(unhex(hex).try_into().unwrap())
}

fn hpke_key(hex: &str) -> HpkePublicKey {
    HpkePublicKey::from_bytes(unhex(hex).try_into().unwrap())
}

/// RFC 8032, section 7.1, tests 1 to 3.
#[test]
fn published_ed25519_signatures_verify() {
    for (key, message, signature) in [
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac\
             c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e\
             458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290\
             ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ] {
        let signature = Signature::from_bytes(unhex(signature).try_into().unwrap());
        assert!(sign_key(key).verifies(&unhex(message), &signature));
        assert!(!sign_key(key).verifies(b"another message", &signature));
    }
}

#[test]
fn weak_signing_keys_are_refused() {
    let identity = "0100000000000000000000000000000000000000000000000000000000000000";
    let no_point = "0200000000000000000000000000000000000000000000000000000000000000";
    for key in [identity, no_point] {
        assert_eq!(sign_key(key).check(), Err(KeyError::WeakSignKey));
    }
    // Under a weak key this signature would fit every message.
    let anything = Signature::from_bytes(
        unhex(&format!("{identity}{}", "00".repeat(32)))
            .try_into()
            .unwrap(),
    );
    assert!(!sign_key(identity).verifies(b"any message", &anything));
    assert_eq!(Keys::new(1).sign_public().check(), Ok(()));
}

#[test]
fn sealing_keys_that_would_block_a_rotation_are_refused() {
    for key in [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0900000000000000000000000000000000000000000000000000000000000080",
    ] {
        assert_eq!(hpke_key(key).check(), Err(KeyError::WeakHpkeKey), "{key}");
    }
    let base = "0900000000000000000000000000000000000000000000000000000000000000";
    let largest = "ebffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
    assert_eq!(hpke_key(base).check(), Ok(()));
    assert_eq!(hpke_key(largest).check(), Ok(()));
}
