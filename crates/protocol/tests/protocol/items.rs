use handrail_protocol::canonical::CanonicalError;
use handrail_protocol::item::{ITEM_VERSION, MIN_BODY_BYTES, SnapshotCover};
use handrail_protocol::limits::{
    MAX_ENDED_HOLDS, MAX_ITEM_BYTES, MAX_ITEM_COVERS, MAX_ITEM_NUMBER, MAX_ITEM_WRAPS,
    MAX_RULE_ID_BYTES, MAX_SNAPSHOT_ITEM_BYTES,
};
use handrail_protocol::*;
use proptest::prelude::*;

use crate::fixture::{Keys, group, header, item_bytes, item_with_body};

fn parse(header: &ItemHeader) -> Result<UnverifiedItem, ItemError> {
    UnverifiedItem::parse(&item_bytes(header))
}

fn refused(change: impl FnOnce(&mut ItemHeader)) -> ItemError {
    let mut header = header();
    change(&mut header);
    parse(&header).unwrap_err()
}

fn cover(device: u8, n: u64) -> SnapshotCover {
    let device = DeviceId::from_bytes([device; 16]);
    SnapshotCover {
        device,
        incarnation: Incarnation::from_bytes([0; 16]),
        n,
    }
}

#[test]
fn an_item_comes_back_and_verifies_under_its_writer_only() {
    let bytes = item_bytes(&header());
    let item = UnverifiedItem::parse(&bytes).unwrap();
    assert_eq!(item.header(), &header());
    assert_eq!(item.id(), ItemId::of(&bytes));
    let other = Keys::new(4).sign_public();
    assert_eq!(item.clone().verify(&other), Err(ItemError::Signature));
    let (writer, key) = (Keys::new(3).device(), Keys::new(3).sign_public());
    assert_eq!(
        item.clone().verify_as(Keys::new(4).device(), &key),
        Err(ItemError::OtherWriter)
    );
    let verified = item.verify_as(writer, &key).unwrap();
    assert_eq!(verified.header_bytes(), header().encode());
    assert_eq!(verified.body(), vec![0xbb; 80]);
    assert_eq!(verified.as_bytes(), bytes);
    assert_eq!(verified.into_bytes(), bytes);
}

#[test]
fn no_bit_of_an_item_can_change() {
    let bytes = item_bytes(&header());
    let key = Keys::new(3).sign_public();
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let verified = UnverifiedItem::parse(&changed).and_then(|item| item.verify(&key));
        assert!(verified.is_err(), "bit {bit}");
    }
}

#[test]
fn a_cut_or_lengthened_item_is_refused() {
    let bytes = item_bytes(&header());
    for cut in 0..bytes.len() {
        assert!(
            UnverifiedItem::parse(&bytes[..cut]).is_err(),
            "cut at {cut}"
        );
    }
    let longer = [bytes.as_slice(), &[0]].concat();
    assert_eq!(UnverifiedItem::parse(&longer), Err(ItemError::BodyLength));
    assert_eq!(UnverifiedItem::parse(&[]), Err(ItemError::Truncated));
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let mut bytes = item_bytes(&header());
    bytes[0] = 2;
    assert_eq!(UnverifiedItem::parse(&bytes), Err(ItemError::Version(2)));
}

#[test]
fn counter_and_predecessor_must_fit_together() {
    assert_eq!(refused(|header| header.n = 0), ItemError::Counter);
    assert_eq!(refused(|header| header.n = 2), ItemError::Counter);
    let previous = Some(ItemId::from_bytes([1; 32]));
    assert_eq!(
        refused(|header| header.previous = previous),
        ItemError::Counter
    );
    let after = |n| {
        parse(&ItemHeader {
            n,
            previous,
            ..header()
        })
    };
    assert!(after(2).is_ok());
    assert_eq!(after(0), Err(ItemError::Counter));
}

/// Numbers are kept as those of a database: one that none can keep would hold up a device that reads it.
#[test]
fn a_number_beyond_all_counting_is_refused_wherever_it_stands() {
    let after = |n| {
        parse(&ItemHeader {
            n,
            previous: Some(ItemId::from_bytes([1; 32])),
            ..header()
        })
    };
    let covering = |n| {
        parse(&ItemHeader {
            kind: ItemKind::Snapshot,
            covers: Some(vec![cover(1, n)]),
            ..header()
        })
    };
    assert!(after(MAX_ITEM_NUMBER).is_ok() && covering(MAX_ITEM_NUMBER).is_ok());
    for beyond in [MAX_ITEM_NUMBER + 1, 1 << 63, u64::MAX] {
        assert_eq!(after(beyond), Err(ItemError::Counter), "{beyond}");
        assert_eq!(covering(beyond), Err(ItemError::Covers), "{beyond}");
    }
}

#[test]
fn as_much_as_is_allowed_is_taken() {
    let number = |n: usize| u128::try_from(n).unwrap().to_be_bytes();
    let covers = (0..MAX_ITEM_COVERS).map(|n| SnapshotCover {
        incarnation: Incarnation::from_bytes(number(n)),
        ..cover(1, 1)
    });
    let snapshot = ItemHeader {
        kind: ItemKind::Snapshot,
        covers: Some(covers.collect()),
        body_length: 80,
        ..header()
    };
    assert!(snapshot.encode().len() < usize::from(u16::MAX));
    assert!(parse(&snapshot).is_ok());
    let wrap = header().wraps.unwrap().remove(0);
    let wraps = (0..MAX_ITEM_WRAPS).map(|n| DocumentKeyWrap {
        group: GroupId::from_bytes(number(n)),
        ..wrap.clone()
    });
    let shared = ItemHeader {
        wraps: Some(wraps.collect()),
        ..header()
    };
    assert!(parse(&shared).is_ok());
    let order = ItemHeader {
        kind: ItemKind::Tombstone,
        wraps: None,
        document_kind: None,
        forget: Some(ForgetOrder {
            reason: ForgetReason::Retention,
            rule: vec![b'a'; MAX_RULE_ID_BYTES],
            at_ms: 7,
            ended_holds: vec![1; 16 * MAX_ENDED_HOLDS],
        }),
        ..header()
    };
    assert!(parse(&order).is_ok());
}

/// The relay and the stores keep these numbers instead of the values.
#[test]
fn a_kinds_number_is_the_one_on_the_wire() {
    for kind in [
        ItemKind::Change,
        ItemKind::Snapshot,
        ItemKind::Receipt,
        ItemKind::Tombstone,
    ] {
        assert_eq!(message::encode(&kind), [kind.number()]);
    }
    for kind in DocumentKind::ALL {
        assert_eq!(message::encode(&kind), [kind.number()]);
        assert_eq!(DocumentKind::from_number(kind.number()), Some(kind));
    }
    assert_eq!(DocumentKind::from_number(0), None);
    assert_eq!(DocumentKind::from_number(5), None);
    for reason in ForgetReason::ALL {
        assert_eq!(message::encode(&reason), [reason.number()]);
    }
}

#[test]
fn a_statement_of_holds_is_empty_only_without_any() {
    let said = |standing: usize, ended: usize| HoldStatement {
        standing: vec![1; standing],
        ended: vec![1; ended],
    };
    assert!(said(0, 0).is_empty());
    assert!(!said(16, 0).is_empty() && !said(0, 16).is_empty() && !said(16, 16).is_empty());
}

#[test]
fn coverage_belongs_to_snapshots_and_is_sorted() {
    let snapshot = |covers: Option<Vec<SnapshotCover>>| {
        refused(|header| {
            header.kind = ItemKind::Snapshot;
            header.covers = covers;
        })
    };
    assert_eq!(
        refused(|header| header.covers = Some(vec![cover(1, 1)])),
        ItemError::Covers
    );
    assert_eq!(snapshot(None), ItemError::Covers);
    assert_eq!(snapshot(Some(vec![])), ItemError::Covers);
    assert_eq!(
        snapshot(Some(vec![cover(2, 1), cover(1, 1)])),
        ItemError::Covers
    );
    assert_eq!(
        snapshot(Some(vec![cover(1, 1), cover(1, 2)])),
        ItemError::Covers
    );
    assert_eq!(snapshot(Some(vec![cover(1, 0)])), ItemError::Covers);
    let many = (0..1_025).map(|n| SnapshotCover {
        incarnation: Incarnation::from_bytes(u128::to_be_bytes(n)),
        ..cover(1, 1)
    });
    assert_eq!(snapshot(Some(many.collect())), ItemError::Covers);
}

#[test]
fn a_hand_over_brings_its_key_to_the_caseload_that_it_names() {
    let assignment = |generation, to| {
        Some(Assignment {
            generation,
            group: group(to),
        })
    };
    let with = |change: &dyn Fn(&mut ItemHeader)| {
        refused(|header| {
            header.assignment = assignment(1, 8);
            change(header);
        })
    };
    let good = ItemHeader {
        assignment: assignment(1, 8),
        ..header()
    };
    assert!(parse(&good).is_ok());
    assert_eq!(
        with(&|header| header.assignment = assignment(0, 8)),
        ItemError::Assignment
    );
    assert_eq!(
        with(&|header| header.assignment = assignment(1, 9)),
        ItemError::Assignment,
        "no wrap for it"
    );
    assert_eq!(
        with(&|header| header.document_key = DocumentKeyId::from_bytes([6; 16])),
        ItemError::Assignment,
        "the wrap is of another key"
    );
    assert_eq!(
        with(&|header| header.document_kind = Some(DocumentKind::Caseload)),
        ItemError::Assignment
    );
    assert_eq!(
        with(&|header| {
            header.wraps = None;
            header.document_kind = None;
        }),
        ItemError::Assignment
    );
}

/// Issue 3.8.
#[test]
fn an_order_to_forget_stands_in_a_tombstone_alone_and_says_nothing_else() {
    let good = ItemHeader {
        kind: ItemKind::Tombstone,
        wraps: None,
        document_kind: None,
        forget: Some(ForgetOrder {
            reason: ForgetReason::Asked,
            rule: b"declined-30d".to_vec(),
            at_ms: 7,
            ended_holds: vec![1; 32],
        }),
        ..header()
    };
    assert!(parse(&good).is_ok());
    let with = |change: &dyn Fn(&mut ItemHeader)| {
        refused(|header| {
            *header = good.clone();
            change(header);
        })
    };
    let ordered =
        |change: &dyn Fn(&mut ForgetOrder)| with(&|header| change(header.forget.as_mut().unwrap()));
    assert_eq!(
        with(&|header| header.kind = ItemKind::Change),
        ItemError::Forget
    );
    let wraps = |to: &mut ItemHeader| {
        to.wraps = header().wraps;
        to.document_kind = header().document_kind;
    };
    assert_eq!(with(&wraps), ItemError::Forget);
    assert_eq!(
        ordered(&|order| order.rule = b"Ray".to_vec()),
        ItemError::Forget
    );
    assert_eq!(
        ordered(&|order| order.rule = vec![b'a'; 41]),
        ItemError::Forget
    );
    assert_eq!(
        ordered(&|order| order.ended_holds = vec![1; 17]),
        ItemError::Forget
    );
    assert_eq!(
        ordered(&|order| order.ended_holds = vec![1; 16 * 65]),
        ItemError::Forget
    );
    for reason in ForgetReason::ALL {
        assert_eq!(ForgetReason::from_number(reason.number()), Some(reason));
    }
    assert_eq!(ForgetReason::from_number(9), None);
}

/// What the relay acts on stands where it is looked for, and nowhere else.
#[test]
fn a_receipt_alone_confirms_a_snapshot_and_a_change_alone_speaks_of_holds() {
    let holds = |standing: usize, ended: usize| {
        Some(HoldStatement {
            standing: vec![1; standing],
            ended: vec![2; ended],
        })
    };
    let receipt = ItemHeader {
        kind: ItemKind::Receipt,
        confirms: Some(ItemId::from_bytes([1; 32])),
        ..header()
    };
    assert!(parse(&receipt).is_ok());
    let change = ItemHeader {
        holds: holds(16, 16 * 127),
        ..header()
    };
    assert!(parse(&change).is_ok());
    let named: Vec<_> = change.holds.as_ref().unwrap().each().collect();
    assert_eq!(named[..2], [([1; 16], false), ([2; 16], true)]);
    assert_eq!(named.len(), 128);
    let confirmed = refused(|header| header.confirms = receipt.confirms);
    assert_eq!(confirmed, ItemError::Confirms);
    for (standing, ended) in [(0, 0), (17, 0), (16, 8), (16, 16 * 128)] {
        let said = refused(|header| header.holds = holds(standing, ended));
        assert_eq!(said, ItemError::Holds, "{standing} {ended}");
    }
    let said = refused(|header| {
        header.kind = ItemKind::Receipt;
        header.holds = holds(16, 0);
    });
    assert_eq!(said, ItemError::Holds);
}

#[test]
fn of_two_assignments_the_later_generation_holds_then_the_greater_group() {
    let assignment = |generation, to| Assignment {
        generation,
        group: group(to),
    };
    assert!(assignment(2, 1) > assignment(1, 9));
    assert!(assignment(1, 9) > assignment(1, 8));
}

#[test]
fn a_snapshot_covers_what_it_names_and_nothing_else() {
    let covers = Some(vec![cover(1, 5), cover(2, 1)]);
    let item = ItemHeader {
        kind: ItemKind::Snapshot,
        covers,
        ..header()
    };
    assert!(parse(&item).is_ok());
    let at = |document: u8, device: u8, incarnation: u8, n: u64| WriterPosition {
        document: DocumentId::from_bytes([document; 16]),
        device: DeviceId::from_bytes([device; 16]),
        incarnation: Incarnation::from_bytes([incarnation; 16]),
        n,
    };
    assert!(item.covers_position(&at(2, 1, 0, 5)));
    assert!(!item.covers_position(&at(2, 1, 0, 6)));
    assert!(
        !item.covers_position(&at(2, 1, 1, 1)),
        "another incarnation"
    );
    assert!(!item.covers_position(&at(2, 3, 0, 1)), "another device");
    assert!(!item.covers_position(&at(3, 1, 0, 1)), "another document");
}

#[test]
fn wraps_come_sorted_with_a_document_kind_and_only_together() {
    assert_eq!(refused(|header| header.wraps = None), ItemError::Wraps);
    assert_eq!(
        refused(|header| header.document_kind = None),
        ItemError::Wraps
    );
    assert_eq!(
        refused(|header| header.wraps = Some(vec![])),
        ItemError::Wraps
    );
    let twice = refused(|header| {
        let wraps = header.wraps.as_mut().unwrap();
        wraps.push(wraps[0].clone());
    });
    assert_eq!(twice, ItemError::Wraps);
    assert_eq!(
        refused(|header| header.wraps.as_mut().unwrap()[0].epoch = 0),
        ItemError::Wraps
    );
    let many = refused(|header| {
        let wrap = header.wraps.as_ref().unwrap()[0].clone();
        let all = (0..65).map(|n| DocumentKeyWrap {
            group: group(n),
            ..wrap.clone()
        });
        header.wraps = Some(all.collect());
    });
    assert_eq!(many, ItemError::Wraps);
}

/// An item with a body of so many bytes.
type Sized<'a> = &'a dyn Fn(usize) -> Result<UnverifiedItem, ItemError>;

#[test]
fn sizes_are_capped_by_kind() {
    let change = |length: usize| {
        let body_length = u32::try_from(length).unwrap();
        parse(&ItemHeader {
            body_length,
            ..header()
        })
    };
    assert_eq!(change(MAX_ITEM_BYTES).unwrap_err(), ItemError::TooLarge);
    assert!(change(MAX_ITEM_BYTES - 1_000).is_ok());
    assert_eq!(
        change(MIN_BODY_BYTES - 1).unwrap_err(),
        ItemError::BodyLength
    );
    let snapshot = |length: usize| {
        let body_length = u32::try_from(length).unwrap();
        let covers = Some(vec![cover(1, 1)]);
        parse(&ItemHeader {
            kind: ItemKind::Snapshot,
            covers,
            body_length,
            ..header()
        })
    };
    assert!(snapshot(MAX_ITEM_BYTES).is_ok());
    assert_eq!(
        snapshot(MAX_SNAPSHOT_ITEM_BYTES).unwrap_err(),
        ItemError::TooLarge
    );
    // To the byte: what is not the body takes the same room in both.
    let kinds: [(Sized<'_>, usize); 2] = [
        (&change, MAX_ITEM_BYTES),
        (&snapshot, MAX_SNAPSHOT_ITEM_BYTES),
    ];
    for (sized, most) in kinds {
        let around = sized(100_000).unwrap().as_bytes().len() - 100_000;
        let largest = sized(most - around).unwrap();
        assert_eq!(largest.as_bytes().len(), most);
        assert_eq!(sized(most - around + 1), Err(ItemError::TooLarge));
    }
    // Told before anything of it is looked at.
    let beyond = vec![ITEM_VERSION + 1; MAX_SNAPSHOT_ITEM_BYTES + 1];
    assert_eq!(UnverifiedItem::parse(&beyond), Err(ItemError::TooLarge));
}

#[test]
fn unknown_header_fields_are_skipped_and_stay_signed() {
    let mut bytes = header().encode();
    bytes[0] += 1;
    bytes.extend_from_slice(&[0x18, 0x63, 0x41, 0xff]);
    let item = item_with_body(&bytes, &[0xbb; 80]);
    let item = UnverifiedItem::parse(&item).unwrap();
    assert_eq!(item.header(), &header());
    let verified = item.verify(&Keys::new(3).sign_public()).unwrap();
    assert_eq!(verified.header_bytes(), bytes);
}

#[test]
fn a_header_that_two_readers_could_read_differently_is_refused() {
    let mut twice = header().encode();
    twice[0] += 1;
    twice.extend_from_slice(&[0x0c, 0x01]);
    let item = item_with_body(&twice, &[0xbb; 80]);
    let refused = UnverifiedItem::parse(&item).unwrap_err();
    assert_eq!(refused, ItemError::Canonical(CanonicalError::KeyOrder));
}

#[test]
fn values_without_meaning_are_refused() {
    let bytes = header().encode();
    // Key 2, the kind: 0 to an unknown 4.
    let place = bytes
        .windows(3)
        .position(|window| window == [0x02, 0x00, 0x03])
        .unwrap();
    let mut unknown = bytes.clone();
    unknown[place + 1] = 4;
    let item = item_with_body(&unknown, &[0xbb; 80]);
    assert_eq!(UnverifiedItem::parse(&item).unwrap_err(), ItemError::Field);
    let item = item_with_body(&[0xa0], &[0xbb; 80]);
    assert_eq!(
        UnverifiedItem::parse(&item).unwrap_err(),
        ItemError::Field,
        "an empty header"
    );
}

fn any_header() -> impl Strategy<Value = ItemHeader> {
    let ids = (
        any::<[u8; 16]>(),
        any::<[u8; 16]>(),
        any::<[u8; 16]>(),
        any::<[u8; 32]>(),
    );
    let numbers = || 1..=MAX_ITEM_NUMBER;
    let covers = prop::collection::btree_map(any::<([u8; 16], [u8; 16])>(), numbers(), 1..9);
    let wraps = prop::collection::btree_map(any::<([u8; 16], [u8; 16])>(), 1_u32.., 0..5);
    (ids, numbers(), covers, wraps, any::<bool>(), 72_u32..2_000).prop_map(
        |((document, incarnation, key, hash), n, covers, wraps, snapshot, body_length)| {
            let wraps: Vec<DocumentKeyWrap> = wraps
                .into_iter()
                .map(|((group, key), epoch)| DocumentKeyWrap {
                    group: GroupId::from_bytes(group),
                    epoch,
                    document_key: DocumentKeyId::from_bytes(key),
                    wrapped: [1; 72],
                })
                .collect();
            let covers = covers
                .into_iter()
                .map(|((device, incarnation), n)| SnapshotCover {
                    device: DeviceId::from_bytes(device),
                    incarnation: Incarnation::from_bytes(incarnation),
                    n,
                });
            ItemHeader {
                document: DocumentId::from_bytes(document),
                kind: if snapshot {
                    ItemKind::Snapshot
                } else {
                    ItemKind::Receipt
                },
                incarnation: Incarnation::from_bytes(incarnation),
                n,
                previous: (n > 1).then_some(ItemId::from_bytes(hash)),
                document_key: DocumentKeyId::from_bytes(key),
                body_length,
                covers: snapshot.then(|| covers.collect()),
                document_kind: (!wraps.is_empty()).then_some(DocumentKind::Caseload),
                wraps: (!wraps.is_empty()).then_some(wraps),
                ..header()
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_header_comes_back(header in any_header()) {
        let item = parse(&header).unwrap();
        prop_assert_eq!(item.header(), &header);
        prop_assert!(item.verify(&Keys::new(3).sign_public()).is_ok());
    }

    #[test]
    fn any_bytes_are_refused_without_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(UnverifiedItem::parse(&bytes).is_err());
        if let Some(first) = bytes.first_mut() {
            *first = 1;
        }
        prop_assert!(UnverifiedItem::parse(&bytes).is_err());
    }

    #[test]
    fn mangled_items_never_verify(
        header in any_header(),
        place in any::<prop::sample::Index>(),
        piece in prop::collection::vec(any::<u8>(), 0..9),
    ) {
        let bytes = item_bytes(&header);
        let place = place.index(bytes.len());
        let rest = bytes.get(place + piece.len()..).unwrap_or_default();
        let mangled = [&bytes[..place], piece.as_slice(), rest].concat();
        prop_assume!(mangled != bytes);
        let key = Keys::new(3).sign_public();
        prop_assert!(UnverifiedItem::parse(&mangled).and_then(|item| item.verify(&key)).is_err());
    }
}
