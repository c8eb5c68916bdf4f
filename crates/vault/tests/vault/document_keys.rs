use handrail_protocol::*;
use handrail_vault::*;

use crate::fixture::*;

struct Sealed {
    agency: AgencyId,
    key: DocumentKey,
    group_key: GroupKey,
    wrap: DocumentKeyWrap,
}

fn sealed() -> Sealed {
    let mut rng = rng(3);
    let agency = AgencyId::from_bytes([1; 16]);
    let (key, group_key) = (
        DocumentKey::generate(&mut rng),
        GroupKey::generate(&mut rng),
    );
    let place = (GroupId::from_bytes([4; 16]), 2, &group_key);
    let wrap = wrap_document_key(agency, document(1), place, &key, &mut rng);
    Sealed {
        agency,
        key,
        group_key,
        wrap,
    }
}

#[test]
fn a_wrapped_document_key_comes_back() {
    let Sealed {
        agency,
        key,
        group_key,
        wrap,
    } = sealed();
    assert_eq!(wrap.document_key, key.id());
    let opened = open_document_key(agency, document(1), &wrap, &group_key).unwrap();
    assert_eq!(opened.expose(), key.expose());
}

#[test]
fn a_wrap_opens_only_in_its_place() {
    let Sealed {
        agency,
        group_key,
        wrap,
        ..
    } = sealed();
    let open = |agency, document, wrap: &DocumentKeyWrap, key: &GroupKey| {
        error(open_document_key(agency, document, wrap, key))
    };
    let wrong = WrapError::WrongKey;
    let here = document(1);
    assert_eq!(
        open(AgencyId::from_bytes([9; 16]), here, &wrap, &group_key),
        wrong
    );
    assert_eq!(
        open(agency, document(2), &wrap, &group_key),
        wrong,
        "another document's wrap"
    );
    assert_eq!(
        open(agency, here, &wrap, &GroupKey::from_bytes([0; 32])),
        wrong
    );
    let group = DocumentKeyWrap {
        group: GroupId::from_bytes([9; 16]),
        ..wrap.clone()
    };
    assert_eq!(open(agency, here, &group, &group_key), wrong);
    let epoch = DocumentKeyWrap {
        epoch: 3,
        ..wrap.clone()
    };
    assert_eq!(open(agency, here, &epoch, &group_key), wrong);
    let renamed = DocumentKeyWrap {
        document_key: DocumentKeyId::from_bytes([9; 16]),
        ..wrap.clone()
    };
    assert_eq!(open(agency, here, &renamed, &group_key), wrong);
    for byte in 0..72 {
        let mut damaged = wrap.clone();
        damaged.wrapped[byte] ^= 1;
        assert_eq!(
            open(agency, here, &damaged, &group_key),
            wrong,
            "byte {byte}"
        );
    }
}

#[test]
fn a_keyring_without_the_epoch_says_so() {
    let Sealed {
        agency,
        wrap,
        group_key,
        key,
    } = sealed();
    let mut keyring = GroupKeyring::new();
    let missing = keyring.open_document_key(agency, document(1), &wrap);
    assert_eq!(error(missing), WrapError::NoGroupKey);
    let group = wrap.group;
    assert!(
        keyring
            .wrap_document_key(agency, document(1), group, &key, &mut rng(4))
            .is_none()
    );
    keyring.insert(HeldGroupKey {
        group,
        epoch: 2,
        key: group_key,
    });
    assert!(
        keyring
            .open_document_key(agency, document(1), &wrap)
            .is_ok()
    );
}
