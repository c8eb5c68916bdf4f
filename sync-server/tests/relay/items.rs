//! Items: what is taken, what is refused and why, and who is given what.

mod compaction;
mod feeds;
mod forgetting;
mod hand_over;
mod healing;
mod late;
mod snapshots;

use handrail_protocol::id::ItemId;
use handrail_protocol::limits::{MAX_ITEM_BYTES, MAX_ITEMS_BODY_BYTES};
use handrail_protocol::message::{ItemOutcome, ProblemCode, RejectReason};
use handrail_protocol::route;
use handrail_relay::Limits;
use handrail_relay::storage::{MemoryStorage, Usage};

use crate::agency::{Agency, Key, Person};
use crate::carriers::Local;
use crate::client::{Client, give_roster, problem};
use crate::pen::{Parts, Pen};

/// A supervisor and two coaches, who do not share a caseload.
struct Office {
    agency: Agency,
    relay: Local<MemoryStorage>,
    ana: Person,
    ben: Person,
}

impl Office {
    fn new() -> Self {
        Self::with(Limits::default())
    }

    fn with(limits: Limits) -> Self {
        let mut agency = Agency::found("office");
        let (ana, ben) = (agency.add_coach("ana"), agency.add_coach("ben"));
        let mut relay = Local::new(limits);
        give_roster(&mut relay, &agency);
        Self {
            agency,
            relay,
            ana,
            ben,
        }
    }

    fn client(&mut self, key: &Key) -> Client<'_, Local<MemoryStorage>> {
        let agency = self.agency.id();
        Client::open(&mut self.relay, agency, key)
    }

    fn as_ana(&mut self) -> Client<'_, Local<MemoryStorage>> {
        let key = self.ana.key.clone();
        self.client(&key)
    }

    fn as_ben(&mut self) -> Client<'_, Local<MemoryStorage>> {
        let key = self.ben.key.clone();
        self.client(&key)
    }

    fn as_supervisor(&mut self) -> Client<'_, Local<MemoryStorage>> {
        let key = self.agency.supervisor.key.clone();
        self.client(&key)
    }

    /// Writes a participant's document as Ana.
    fn pen(&self, document: &str) -> Pen {
        Pen::new(&self.agency, &self.ana.key, document)
    }
}

#[test]
fn each_item_gets_its_own_answer_and_twice_is_once() {
    let mut office = Office::new();
    let mut pen = office.pen("maria");
    let group = office.ana.group;
    let items = [pen.item_for(&[group]), b"no item".to_vec(), pen.item()];
    let mut client = office.as_ana();
    let answers = client.push(&items);
    assert_eq!(
        answers,
        [
            ItemOutcome::Stored { seq: 1 },
            ItemOutcome::Rejected(RejectReason::Malformed),
            ItemOutcome::Stored { seq: 2 },
        ]
    );
    let again = client.push(&[items[2].clone(), items[0].clone(), items[0].clone()]);
    assert_eq!(again, [2, 1, 1].map(|seq| ItemOutcome::Duplicate { seq }));
    let (fed, point) = client.feed(None);
    assert_eq!(fed, [items[0].clone(), items[2].clone()]);
    assert_eq!(point.seq, 2);
}

#[test]
fn a_second_item_with_the_same_number_is_refused() {
    let mut office = Office::new();
    let mut pen = office.pen("maria");
    let group = office.ana.group;
    let first = pen.item_for(&[group]);
    let mut copy = pen.clone();
    let (second, other) = (
        pen.item(),
        copy.item_with(Parts {
            padding: 1,
            ..Parts::default()
        }),
    );
    let mut client = office.as_ana();
    client.push(&[first, second]);
    assert_eq!(client.push_refused(other), RejectReason::CounterConflict);
}

#[test]
fn no_bit_of_an_item_can_be_changed() {
    let mut office = Office::new();
    let group = office.ana.group;
    let item = office.pen("maria").item_for(&[group]);
    let mut client = office.as_ana();
    for position in 0..item.len() {
        let mut forged = item.clone();
        forged[position] ^= 0x10;
        let reason = client.push_refused(forged);
        assert!(
            !matches!(reason, RejectReason::Quota | RejectReason::CounterConflict),
            "byte {position}: {reason:?}"
        );
    }
    let mut endless = office.pen("maria");
    endless.n = u64::MAX - 1;
    endless.previous = Some(ItemId::of(b"whatever"));
    let mut client = office.as_ana();
    assert_eq!(
        client.push_refused(endless.item_for(&[group])),
        RejectReason::Malformed
    );
    for length in [0, 1, 2, 3, 50, item.len() - 1] {
        assert_eq!(
            client.push_refused(item[..length].to_vec()),
            RejectReason::Malformed
        );
    }
    assert_eq!(client.push(&[item]), [ItemOutcome::Stored { seq: 1 }]);
}

#[test]
fn items_of_strangers_and_of_other_agencies_are_refused() {
    let mut office = Office::new();
    let (group, stranger) = (office.ana.group, Key::new("stranger"));
    let by_stranger = Pen::new(&office.agency, &stranger, "maria").item_for(&[group]);
    let elsewhere = Agency::found("elsewhere");
    let foreign = Pen::new(&elsewhere, &office.ana.key, "maria").item_for(&[group]);
    let mut unknown_head = office.pen("maria");
    unknown_head.roster.n += 1;
    let mut forked_head = office.pen("maria");
    forked_head.roster.hash = elsewhere.state.head().hash;
    let mut client = office.as_ana();
    assert_eq!(
        client.push_refused(by_stranger),
        RejectReason::UnknownWriter
    );
    assert_eq!(client.push_refused(foreign), RejectReason::WrongAgency);
    for mut pen in [unknown_head, forked_head] {
        assert_eq!(
            client.push_refused(pen.item_for(&[group])),
            RejectReason::UnknownRosterHead
        );
    }
}

#[test]
fn a_document_takes_items_only_from_members_of_its_keys_groups() {
    let mut office = Office::new();
    let (ana, ben, group) = (office.ana.clone(), office.ben.clone(), office.ana.group);
    let mut pen = office.pen("maria");
    let mut never_wrapped = office.pen("nobody's");
    let mut client = office.as_ana();
    assert_eq!(
        client.push_refused(never_wrapped.item()),
        RejectReason::NotInGroup
    );
    client.push(&[pen.item_for(&[group])]);
    let mut intruder = Pen::new(&office.agency, &ben.key, "maria");
    let mut with_own_wrap = intruder.clone();
    let mut with_own_key = intruder.clone();
    with_own_key.document_key = handrail_protocol::DocumentKeyId::from_bytes([9; 16]);
    let unknown_group = handrail_protocol::GroupId::from_bytes([1; 16]);
    let mut client = office.as_ben();
    assert_eq!(
        client.push_refused(intruder.item()),
        RejectReason::NotInGroup
    );
    assert_eq!(
        client.push_refused(with_own_wrap.item_for(&[ben.group])),
        RejectReason::NotInGroup
    );
    assert_eq!(
        client.push_refused(with_own_key.item_for(&[ben.group])),
        RejectReason::NotInGroup
    );
    let mut elsewhere = Pen::new(&office.agency, &ben.key, "new document");
    let mut client = office.as_ben();
    assert_eq!(
        client.push_refused(elsewhere.item_for(&[unknown_group])),
        RejectReason::NotInGroup
    );
    let mut client = office.as_ana();
    assert_eq!(
        client.push(&[pen.item_for(&[ben.group])]),
        [ItemOutcome::Stored { seq: 2 }]
    );
    let mut welcome = Pen::new(&office.agency, &ben.key, "maria");
    let mut client = office.as_ben();
    assert_eq!(
        client.push(&[welcome.item()]),
        [ItemOutcome::Stored { seq: 3 }],
        "{}",
        ana.member
    );
}

#[test]
fn inside_one_request_the_wrapping_item_may_come_last() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut pen = office.pen("maria");
    let (first, second) = (pen.item_for(&[group]), pen.item());
    let answers = office.as_ana().push(&[second, first]);
    assert_eq!(
        answers,
        [
            ItemOutcome::Stored { seq: 2 },
            ItemOutcome::Stored { seq: 1 }
        ]
    );
}

#[test]
fn sizes_are_bounded_for_items_and_requests() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut pen = office.pen("maria");
    let big = pen.clone().item_with(Parts {
        padding: MAX_ITEM_BYTES,
        ..Parts::default()
    });
    let half = |pen: &mut Pen| {
        let padding = MAX_ITEMS_BODY_BYTES / 2 - 100;
        pen.item_with(Parts {
            wraps: vec![group],
            padding,
            ..Parts::default()
        })
    };
    let two = [half(&mut pen), half(&mut pen)];
    let mut client = office.as_ana();
    assert_eq!(client.push_refused(big), RejectReason::TooLarge);
    let answer = client.push_raw(route::ITEMS, &two);
    assert_eq!((answer.0, problem(&answer)), (413, ProblemCode::TooLarge));
    for item in two {
        assert!(matches!(
            client.push(&[item])[..],
            [ItemOutcome::Stored { .. }]
        ));
    }
    for body in [&[0, 0, 0][..], &[0, 0, 0, 9, 1], &[0xff; 8]] {
        let answer = client.post(route::ITEMS, body);
        assert_eq!((answer.0, problem(&answer)), (400, ProblemCode::Malformed));
    }
    let answer = client.post(route::ITEMS, &vec![0; 4 * 1025]);
    assert_eq!(answer.0, 400, "more frames than one request may have");
}

#[test]
fn allowances_end_what_a_device_or_an_agency_may_store() {
    let two = Usage {
        items: 2,
        bytes: 1 << 20,
    };
    let three = Usage {
        items: 3,
        bytes: 1 << 20,
    };
    let limits = Limits {
        per_device: two,
        per_agency: three,
        ..Limits::default()
    };
    let mut office = Office::with(limits);
    let (ana, ben) = (office.ana.group, office.ben.group);
    let mut pen = office.pen("maria");
    let mut others = Pen::new(&office.agency, &office.ben.key, "jo");
    let mut client = office.as_ana();
    client.push(&[pen.item_for(&[ana]), pen.item()]);
    assert_eq!(client.push_refused(pen.item()), RejectReason::Quota);
    let mut client = office.as_ben();
    assert!(matches!(
        client.push(&[others.item_for(&[ben])])[..],
        [ItemOutcome::Stored { .. }]
    ));
    assert_eq!(
        client.push_refused(others.item()),
        RejectReason::Quota,
        "the agency's share"
    );
    let few_bytes = Usage {
        items: 9,
        bytes: 100,
    };
    let mut office = Office::with(Limits {
        per_device: few_bytes,
        ..Limits::default()
    });
    let item = office.pen("maria").item_for(&[ana]);
    assert_eq!(office.as_ana().push_refused(item), RejectReason::Quota);
}
