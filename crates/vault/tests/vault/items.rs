use handrail_protocol::item::{SnapshotCover, item_signing_message};
use handrail_protocol::*;
use handrail_vault::*;
use proptest::prelude::*;

use crate::fixture::*;

fn writer() -> DeviceSecret {
    DeviceSecret::generate(&mut rng(10))
}

fn key() -> DocumentKey {
    DocumentKey::generate(&mut rng(11))
}

fn plain_draft() -> ItemDraft {
    draft(&Agency::found(1).state)
}

fn seal(draft: &ItemDraft, content: &Content) -> Result<VerifiedItem, SealError> {
    seal_item(draft, content, &key(), &writer(), &mut rng(12))
}

fn cover(n: u64) -> SnapshotCover {
    let incarnation = Incarnation::from_bytes([2; 16]);
    SnapshotCover {
        device: writer().id(),
        incarnation,
        n,
    }
}

fn receipt(draft: &ItemDraft) -> Content {
    let holds = vec![WriterPosition {
        document: draft.document,
        device: writer().id(),
        incarnation: draft.incarnation,
        n: 3,
    }];
    Content::Receipt(Receipt {
        holds,
        roster: draft.roster,
        at_ms: 1_790_000_000_000,
    })
}

#[test]
fn every_kind_of_content_comes_back() {
    let draft = plain_draft();
    let snapshot = ItemDraft {
        covers: vec![cover(4)],
        ..draft.clone()
    };
    for (draft, content, kind) in [
        (&draft, changes(), ItemKind::Change),
        (&draft, Content::Changes(vec![]), ItemKind::Change),
        (
            &snapshot,
            Content::Snapshot(vec![1; 5_000]),
            ItemKind::Snapshot,
        ),
        (&draft, receipt(&draft), ItemKind::Receipt),
        (&draft, Content::Tombstone, ItemKind::Tombstone),
    ] {
        let item = seal(draft, &content).unwrap();
        assert_eq!(item.header().kind, kind);
        assert_eq!(item.header().writer, writer().id());
        assert_eq!(open_item(&item, &key()), Ok(content));
        let parsed = UnverifiedItem::parse(item.as_bytes()).unwrap();
        assert!(parsed.verify(&writer().sign_public()).is_ok());
    }
}

#[test]
fn wraps_and_coverage_are_put_in_order() {
    let mut rng = rng(5);
    let group_key = GroupKey::generate(&mut rng);
    let wrap = |group: u8| {
        let place = (GroupId::from_bytes([group; 16]), 1, &group_key);
        wrap_document_key(plain_draft().agency, document(1), place, &key(), &mut rng)
    };
    let wraps: Vec<DocumentKeyWrap> = [3, 1, 2].map(wrap).into();
    let earlier = SnapshotCover {
        incarnation: Incarnation::from_bytes([1; 16]),
        ..cover(9)
    };
    let draft = ItemDraft {
        wraps,
        covers: vec![cover(4), earlier],
        ..plain_draft()
    };
    let item = seal(&draft, &Content::Snapshot(vec![1])).unwrap();
    assert_eq!(item.header().document_kind, Some(DocumentKind::Participant));
    let groups: Vec<GroupId> = item
        .header()
        .wraps()
        .iter()
        .map(|wrap| wrap.group)
        .collect();
    assert!(groups.is_sorted());
    assert_eq!(item.header().covers(), [earlier, cover(4)]);
    assert_eq!(
        seal(&plain_draft(), &changes())
            .unwrap()
            .header()
            .document_kind,
        None
    );
}

#[test]
fn a_hand_over_is_said_only_beside_the_key_that_it_brings() {
    let mut rng = rng(5);
    let (group, group_key) = (GroupId::from_bytes([3; 16]), GroupKey::generate(&mut rng));
    let assignment = Some(Assignment {
        generation: 1,
        group,
    });
    let bare = ItemDraft {
        assignment,
        ..plain_draft()
    };
    assert_eq!(
        seal(&bare, &changes()).unwrap().header().assignment,
        None,
        "no reader would take it"
    );
    let place = (group, 1, &group_key);
    let wrap = wrap_document_key(bare.agency, bare.document, place, &key(), &mut rng);
    let handed = ItemDraft {
        wraps: vec![wrap],
        ..bare
    };
    let item = seal(&handed, &changes()).unwrap();
    assert_eq!(item.header().assignment, assignment);
}

#[test]
fn short_notes_all_look_alike() {
    let length = |text: &str| {
        let content = Content::Changes(vec![text.as_bytes().to_vec()]);
        seal(&plain_draft(), &content).unwrap().body().len()
    };
    assert_eq!(length("ok"), 24 + 32 + 512 + 16);
    assert_eq!(
        length("ok"),
        length("He called and said that he is at the shelter tonight.")
    );
}

#[test]
fn another_key_is_told_from_damage() {
    let item = seal(&plain_draft(), &changes()).unwrap();
    let other = DocumentKey::from_bytes([0; 32]);
    assert_eq!(open_item(&item, &other), Err(OpenError::OtherKey));
}

/// Changes an item as somebody could who may sign, and opens it with the key.
fn forged(
    change_header: impl Fn(&mut ItemHeader),
    change_body: impl Fn(&mut Vec<u8>),
) -> Result<Content, OpenError> {
    let item = seal(&plain_draft(), &changes()).unwrap();
    let mut body = item.body().to_vec();
    change_body(&mut body);
    let mut header = item.header().clone();
    header.body_length = u32::try_from(body.len()).unwrap();
    change_header(&mut header);
    let header = header.encode();
    let signer =
        ed25519_dalek::SigningKey::from_bytes(writer().to_bytes()[..32].try_into().unwrap());
    let message = item_signing_message(&header, &body);
    let signature = ed25519_dalek::Signer::sign(&signer, &message).to_bytes();
    let bytes = encode_item(&header, &Signature::from_bytes(signature), &body).unwrap();
    let item = UnverifiedItem::parse(&bytes)
        .unwrap()
        .verify(&writer().sign_public())
        .unwrap();
    open_item(&item, &key())
}

#[test]
fn an_item_cannot_be_moved_renumbered_or_relabelled_even_by_its_writer() {
    assert_eq!(forged(|_| {}, |_| {}), Ok(changes()));
    let damaged = Err(OpenError::Damaged);
    assert_eq!(
        forged(|header| header.document = document(9), |_| {}),
        damaged
    );
    assert_eq!(
        forged(
            |header| header.agency = AgencyId::from_bytes([9; 16]),
            |_| {}
        ),
        damaged
    );
    assert_eq!(
        forged(|header| header.kind = ItemKind::Tombstone, |_| {}),
        damaged
    );
    assert_eq!(forged(|header| header.roster.n += 1, |_| {}), damaged);
    let renumber = |header: &mut ItemHeader| {
        header.n = 2;
        header.previous = Some(ItemId::from_bytes([0; 32]));
    };
    assert_eq!(forged(renumber, |_| {}), damaged);
    let rename = |header: &mut ItemHeader| header.document_key = DocumentKeyId::from_bytes([0; 16]);
    assert_eq!(forged(rename, |_| {}), Err(OpenError::OtherKey));
}

#[test]
fn a_changed_body_is_told_by_its_part() {
    let flip = |place: usize| move |body: &mut Vec<u8>| body[place] ^= 1;
    assert_eq!(forged(|_| {}, flip(0)), Err(OpenError::WrongKey), "nonce");
    assert_eq!(
        forged(|_| {}, flip(24)),
        Err(OpenError::WrongKey),
        "commitment"
    );
    assert_eq!(
        forged(|_| {}, flip(56)),
        Err(OpenError::Damaged),
        "ciphertext"
    );
    let tag = |body: &mut Vec<u8>| *body.last_mut().unwrap() ^= 1;
    assert_eq!(forged(|_| {}, tag), Err(OpenError::Damaged), "tag");
    assert_eq!(
        forged(|_| {}, |body| body.truncate(72)),
        Err(OpenError::Damaged),
        "truncated"
    );
}

#[test]
fn content_beyond_an_item_is_refused_before_it_is_sent() {
    let mut rng = rng(6);
    let mut noise = vec![0; 300_000];
    rand_core::Rng::fill_bytes(&mut rng, &mut noise);
    let too_much = Content::Changes(vec![noise.clone()]);
    assert_eq!(seal(&plain_draft(), &too_much), Err(SealError::TooLarge));
    let snapshot = ItemDraft {
        covers: vec![cover(4)],
        ..plain_draft()
    };
    assert!(seal(&snapshot, &Content::Snapshot(noise)).is_ok());
}

#[test]
fn a_draft_that_readers_would_refuse_is_refused() {
    let gap = ItemDraft {
        n: 2,
        ..plain_draft()
    };
    assert_eq!(
        seal(&gap, &changes()),
        Err(SealError::Item(ItemError::Counter))
    );
    let covered = ItemDraft {
        covers: vec![cover(1)],
        ..plain_draft()
    };
    assert_eq!(
        seal(&covered, &changes()),
        Err(SealError::Item(ItemError::Covers))
    );
}

#[test]
fn content_is_never_shown_by_accident() {
    assert_eq!(format!("{:?}", changes()), "Changes(3 changes)");
    assert_eq!(
        format!("{:?}", Content::Snapshot(vec![1; 9])),
        "Snapshot(9 bytes)"
    );
    assert_eq!(
        format!("{:?}", receipt(&plain_draft())),
        "Receipt(1 positions)"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_changes_come_back(changes in prop::collection::vec(
        prop::collection::vec(any::<u8>(), 0..2_000), 0..20,
    )) {
        let content = Content::Changes(changes);
        let item = seal(&plain_draft(), &content).unwrap();
        prop_assert_eq!(open_item(&item, &key()).unwrap(), content);
    }

    #[test]
    fn any_flipped_bit_is_refused(bit in any::<prop::sample::Index>()) {
        let bytes = seal(&plain_draft(), &changes()).unwrap().into_bytes();
        let mut flipped = bytes.clone();
        let bit = bit.index(bytes.len() * 8);
        flipped[bit / 8] ^= 1 << (bit % 8);
        let verified = UnverifiedItem::parse(&flipped)
            .and_then(|item| item.verify(&writer().sign_public()));
        prop_assert!(verified.is_err());
        // And without the signature's protection.
        if let Ok(item) = UnverifiedItem::parse(&flipped) {
            let signature = 3 + item.header().encode().len();
            let in_signature = (signature..signature + 64).contains(&(bit / 8));
            let opened = open_item(&item.trust_own_storage(), &key());
            prop_assert_eq!(opened.is_ok(), in_signature);
        }
    }
}
