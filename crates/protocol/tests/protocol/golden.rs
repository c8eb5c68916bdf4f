//! Version 1 as bytes. These files never change: a version of the wire that
//! needs other bytes is another version. With `HANDRAIL_WRITE_GOLDEN=1` a file
//! that is missing is written.

use std::path::PathBuf;

use handrail_protocol::item::SnapshotCover;
use handrail_protocol::message::*;
use handrail_protocol::roster::Signer;
use handrail_protocol::roster::operation::{GroupKind, LastItem};
use handrail_protocol::*;

use crate::fixture::*;

pub fn golden(name: &str, bytes: &[u8]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if !path.exists() && std::env::var_os("HANDRAIL_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, format!("{}\n", hex(bytes))).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{name} is missing"));
    assert_eq!(hex(bytes), hex(&unhex(&kept)), "{name}");
}

fn golden_message<T>(name: &str, message: &T)
where
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()> + PartialEq + std::fmt::Debug,
{
    let bytes = encode(message);
    golden(name, &bytes);
    assert_eq!(&decode::<T>(&bytes).unwrap(), message, "{name}");
}

#[test]
fn a_change_item() {
    let bytes = item_bytes(&header());
    golden("item-change.hex", &bytes);
    assert_eq!(UnverifiedItem::parse(&bytes).unwrap().header(), &header());
}

#[test]
fn a_snapshot_item() {
    let header = ItemHeader {
        kind: ItemKind::Snapshot,
        n: 300,
        previous: Some(ItemId::from_bytes([0x0a; 32])),
        covers: Some(vec![
            SnapshotCover {
                device: DeviceId::from_bytes([1; 16]),
                incarnation: Incarnation::from_bytes([2; 16]),
                n: 17,
            },
            SnapshotCover {
                device: DeviceId::from_bytes([3; 16]),
                incarnation: Incarnation::from_bytes([4; 16]),
                n: 70_000,
            },
        ]),
        wraps: None,
        document_kind: None,
        ..header()
    };
    let bytes = item_bytes(&header);
    golden("item-snapshot.hex", &bytes);
    assert_eq!(UnverifiedItem::parse(&bytes).unwrap().header(), &header);
}

#[test]
fn an_item_that_hands_a_participant_over() {
    let header = ItemHeader {
        n: 300,
        previous: Some(ItemId::from_bytes([0x0a; 32])),
        assignment: Some(Assignment {
            generation: 2,
            group: group(8),
        }),
        ..header()
    };
    let bytes = item_bytes(&header);
    golden("item-hand-over.hex", &bytes);
    assert_eq!(UnverifiedItem::parse(&bytes).unwrap().header(), &header);
}

#[test]
fn an_order_to_forget_a_document() {
    let header = ItemHeader {
        kind: ItemKind::Tombstone,
        wraps: None,
        document_kind: None,
        forget: Some(ForgetOrder {
            reason: ForgetReason::Retention,
            rule: b"treatment-7y".to_vec(),
            at_ms: 1_777_921_200_000,
            ended_holds: vec![0x0c; 16],
        }),
        ..header()
    };
    let bytes = item_bytes(&header);
    golden("item-forget.hex", &bytes);
    assert_eq!(UnverifiedItem::parse(&bytes).unwrap().header(), &header);
}

#[test]
fn a_word_on_a_snapshot() {
    let header = ItemHeader {
        kind: ItemKind::Receipt,
        wraps: None,
        document_kind: None,
        confirms: Some(ItemId::from_bytes([0x0e; 32])),
        ..header()
    };
    let bytes = item_bytes(&header);
    golden("item-confirms.hex", &bytes);
    assert_eq!(UnverifiedItem::parse(&bytes).unwrap().header(), &header);
}

#[test]
fn a_change_that_says_which_legal_holds_stand() {
    let header = ItemHeader {
        holds: Some(HoldStatement {
            standing: vec![0x0f; 16],
            ended: vec![0x10; 32],
        }),
        ..header()
    };
    let bytes = item_bytes(&header);
    golden("item-holds.hex", &bytes);
    assert_eq!(UnverifiedItem::parse(&bytes).unwrap().header(), &header);
}

#[test]
fn an_entry_that_begins_a_cover() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    agency
        .complete_as_founder(vec![Operation::AddGroupMember {
            group: group(3),
            member: member(4),
            until: Some(1_800_000_000),
        }])
        .unwrap();
    golden("roster-cover.hex", agency.entries.last().unwrap());
}

/// Issue 5.5.
#[test]
fn the_groups_that_an_agency_has_once_follow_from_its_id() {
    let agency = AgencyId::from_bytes([0x11; 16]);
    for (group, expected) in [
        (
            GroupId::of_desk(&agency),
            "8425c7751c0b929d5d11789e8cd68a05",
        ),
        (
            GroupId::of_coaches(&agency),
            "cc5aecfeb722de5e32490c82039cf8ba",
        ),
    ] {
        assert_eq!(group.to_string(), expected);
    }
}

#[test]
fn an_entry_that_shares_a_record_with_a_guest() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    let document = DocumentId::from_bytes([0x0d; 16]);
    let shared = GroupId::of_shared_record(&document, &group(3));
    let entry = vec![
        Operation::NewGroup {
            group: shared,
            kind: GroupKind::Shared,
            owner: Some(member(3)),
            members: vec![member(FOUNDER), member(3)],
        },
        Operation::AddGroupMember {
            group: shared,
            member: member(4),
            until: Some(1_800_000_000),
        },
    ];
    agency.complete_as_founder(entry).unwrap();
    golden("roster-shared.hex", agency.entries.last().unwrap());
}

#[test]
fn an_entry_that_sets_the_lease() {
    let mut agency = Agency::found().with_coach(3);
    agency
        .complete_as_founder(vec![Operation::SetLease { days: 45 }])
        .unwrap();
    golden("roster-lease.hex", agency.entries.last().unwrap());
}

#[test]
fn entries_that_renew_keys() {
    let mut agency = Agency::found().with_coach(3);
    agency
        .complete_as_founder(vec![Operation::NewEpoch {
            group: group(3),
            epoch: 2,
            previous: None,
        }])
        .unwrap();
    golden("roster-anew.hex", agency.entries.last().unwrap());
    let keys = Keys::new(3);
    let renew = Operation::RenewKey {
        device: keys.device(),
        hpke: Keys::new(60).hpke,
    };
    agency
        .complete(Signer::Device(keys.device()), &keys, vec![renew])
        .unwrap();
    golden("roster-renewal.hex", agency.entries.last().unwrap());
}

#[test]
fn a_founding_and_an_entry_after_it() {
    let agency = Agency::found().with_coach(3);
    golden("roster-founding.hex", &agency.entries[0]);
    golden("roster-entry.hex", &agency.entries[1]);
}

#[test]
fn every_operation() {
    let keys = Keys::new(5);
    let (sign, hpke) = (keys.sign_public(), keys.hpke);
    let invitation = Keys::new(6).invitation();
    let operations = vec![
        Operation::Found {
            root: sign,
            recovery: hpke,
        },
        Operation::AddMember {
            member: member(1),
            role: Role::AgencyIt,
            administrator: false,
        },
        Operation::AddDevice {
            sign,
            hpke,
            member: member(1),
        },
        Operation::NewGroup {
            group: group(1),
            kind: GroupKind::Caseload,
            owner: Some(member(1)),
            members: vec![member(1), member(2)],
        },
        Operation::NewGroup {
            group: group(2),
            kind: GroupKind::Agency,
            owner: None,
            members: vec![member(1)],
        },
        wrap_to(
            group(1),
            2,
            &[
                Recipient::Device(keys.device()),
                Recipient::Invitation(invitation),
                Recipient::Recovery(keys.root()),
            ],
        ),
        new_epoch(group(1), 2),
        invite(6, vec![group(1)]),
        Operation::Redeem {
            invitation,
            sign,
            hpke,
        },
        Operation::WithdrawInvitation { invitation },
        Operation::RevokeDevice {
            device: keys.device(),
            last: vec![LastItem {
                document: DocumentId::from_bytes([1; 16]),
                incarnation: Incarnation::from_bytes([2; 16]),
                n: 1_000,
            }],
        },
        Operation::ChangeMember {
            member: member(1),
            role: Role::Lead,
            administrator: true,
            active: false,
        },
        Operation::AddGroupMember {
            group: group(1),
            member: member(2),
            until: None,
        },
        Operation::RemoveGroupMember {
            group: group(1),
            member: member(2),
        },
    ];
    let agency = Agency::found();
    let signer = Signer::Invitation(invitation);
    let bytes = signed(&agency.body(signer, operations.clone()), &Keys::new(6));
    golden("roster-operations.hex", &bytes);
    assert_eq!(
        RosterEntry::parse(&bytes).unwrap().body().operations,
        operations
    );
}

#[test]
fn the_messages_of_a_session() {
    let (agency, key) = (AgencyId::from_bytes([1; 16]), KeyId::from_bytes([2; 16]));
    let nonce = SessionNonce([3; 32]);
    golden_message("challenge-request.hex", &ChallengeRequest { agency, key });
    golden_message("challenge-reply.hex", &ChallengeReply { nonce });
    let signature = Signature::from_bytes([4; 64]);
    golden_message(
        "session-request.hex",
        &SessionRequest {
            agency,
            key,
            nonce,
            signature,
        },
    );
    let reply = SessionReply {
        token: SessionToken::from_bytes([5; 32]),
        lifetime_seconds: 900,
        incarnation: RelayIncarnation::from_bytes([6; 16]),
        relay_time_ms: 1_800_000_000_000,
    };
    golden_message("session-reply.hex", &reply);
}

#[test]
fn the_messages_of_roster_and_agency() {
    let incarnation = RelayIncarnation::from_bytes([6; 16]);
    golden_message("agency-created.hex", &AgencyCreated { incarnation });
    let page = RosterPage {
        entries: vec![vec![1, 2].into(), vec![3].into()],
        more: true,
    };
    golden_message("roster-page.hex", &page);
    let head = RosterHead {
        n: 24,
        hash: RosterHash::from_bytes([7; 32]),
    };
    golden_message("roster-head.hex", &head);
    golden_message(
        "problem.hex",
        &Problem {
            code: ProblemCode::InvitationExpired,
        },
    );
}

#[test]
fn the_messages_of_items() {
    let item = ItemId::from_bytes([1; 32]);
    let answers = [
        ItemOutcome::Stored { seq: 1_000 },
        ItemOutcome::Duplicate { seq: 7 },
        ItemOutcome::Rejected(RejectReason::CounterConflict),
    ]
    .map(|outcome| ItemAnswer { item, outcome });
    golden_message(
        "items-reply.hex",
        &ItemsReply {
            answers: answers.to_vec(),
        },
    );
    let incarnation = RelayIncarnation::from_bytes([6; 16]);
    let head = ItemId::from_bytes([8; 32]);
    let page = FeedPage {
        incarnation,
        next: 25,
        head,
        more: false,
        items: vec![FeedItem {
            seq: 24,
            item: vec![9; 3].into(),
        }],
    };
    golden_message("feed-page.hex", &page);
    golden_message("feed-point.hex", &page.point());
    let positions = vec![WriterPosition {
        document: DocumentId::from_bytes([1; 16]),
        device: DeviceId::from_bytes([2; 16]),
        incarnation: Incarnation::from_bytes([3; 16]),
        n: 4,
    }];
    golden_message(
        "frontier-request.hex",
        &FrontierRequest {
            positions: positions.clone(),
        },
    );
    golden_message("frontier-reply.hex", &FrontierReply { positions });
}
