//! What a device hands over after it was taken out.

use handrail_protocol::message::{ItemOutcome, ProblemCode, RejectReason};
use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::{Assignment, route};
use handrail_relay::Limits;
use handrail_relay::storage::Usage;

use super::Office;
use crate::client::{give_roster, problem};
use crate::pen::{Parts, Pen};

impl Office {
    /// Ana's phone is taken out; nothing that it wrote is named.
    fn take_ana_out(&mut self) {
        self.agency.revoke(self.ana.key.device());
        give_last(self);
    }
}

fn give_last(office: &mut Office) {
    give_roster(&mut office.relay, &office.agency);
}

/// Issue 3.4.
#[test]
fn a_device_that_was_taken_out_hands_over_its_own_and_reads_the_roster_up_to_that_and_no_more() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.clone(), office.ben.clone());
    let mut pen = office.pen("maria");
    let first = pen.item_for(&[ana.group]);
    office.as_ana().push(std::slice::from_ref(&first));
    office.take_ana_out();
    let known = office.agency.entries.clone();
    office.agency.revoke(ben.key.device());
    give_last(&mut office);

    // Ben was taken out as well: what he hands over late only his phone brings.
    let (late, mut forged) = (pen.item(), Pen::new(&office.agency, &ben.key, "other"));
    let forged = forged.item_for(&[ben.group]);
    let created = office.pen("nobody knows this one yet");
    let created = created.clone().item_for(&[ana.group]);
    let mut client = office.as_ana();
    assert_eq!(client.roster(None), known);
    assert_eq!(
        client.roster(Some(known.len() as u64)),
        Vec::<Vec<u8>>::new()
    );
    for target in ["/v1/feed?after=0", "/v1/wake?after=0"] {
        let answer = client.get(target);
        assert_eq!(
            (answer.0, problem(&answer)),
            (403, ProblemCode::NotAllowed),
            "{target}"
        );
    }
    let stored = |outcome: &ItemOutcome| matches!(outcome, ItemOutcome::Stored { .. });
    let outcomes = client.push(&[late.clone(), created.clone()]);
    assert!(outcomes.iter().all(stored), "{outcomes:?}");
    assert_eq!(client.push_refused(forged), RejectReason::UnknownWriter);
    let (fed, _) = office.as_supervisor().feed(None);
    assert_eq!(
        fed,
        [first, late, created],
        "for those who read it to set aside"
    );
}

/// Issue 3.4.
#[test]
fn what_comes_late_changes_nobodys_access_and_stands_for_nothing() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.clone(), office.ben.clone());
    let mut pen = office.pen("maria");
    office.as_ana().push(&[pen.item_for(&[ana.group])]);
    let mut whole = pen.clone();
    let snapshot = whole.item_with(Parts {
        covers: Some(vec![(ana.key.device(), pen.incarnation, 1)]),
        ..Parts::default()
    });
    let shared = pen.clone().item_for(&[ben.group]);
    let mut given = pen.clone();
    given.assignment = Some(Assignment {
        generation: 1,
        group: ana.group,
    });
    let given = given.item_for(&[ana.group]);
    office.take_ana_out();
    let mut client = office.as_ana();
    assert_eq!(client.push_refused(snapshot), RejectReason::UnknownWriter);
    assert_eq!(client.push_refused(shared), RejectReason::NotInGroup);
    assert_eq!(client.push_refused(given), RejectReason::NotInGroup);
}

/// Issues 3.4 and 4.9: it was carried for somebody without signal, and counts as theirs.
#[test]
fn a_device_that_was_taken_out_still_brings_what_others_signed() {
    let mut office = Office::with(Limits {
        per_former_device: Usage {
            items: 1,
            bytes: 1 << 20,
        },
        ..Limits::default()
    });
    let (ana, ben) = (office.ana.clone(), office.ben.clone());
    let mut theirs = Pen::new(&office.agency, &ben.key, "other");
    let carried = [theirs.item_for(&[ben.group]), theirs.item()];
    let mut own = office.pen("maria");
    let own = own.item_for(&[ana.group]);
    let mut elsewhere = Pen::new(&office.agency, &ben.key, "maria");
    let elsewhere = elsewhere.item_for(&[ben.group]);
    office.take_ana_out();
    let mut client = office.as_ana();
    let outcomes = client.push(&carried);
    let stored = [1, 2].map(|seq| ItemOutcome::Stored { seq });
    assert_eq!(outcomes, stored);
    let again = client.push(&carried);
    assert_eq!(again, [1, 2].map(|seq| ItemOutcome::Duplicate { seq }));
    assert_eq!(client.push(&[own]), [ItemOutcome::Stored { seq: 3 }]);
    // What nobody of the agency signed, or whoever signed it may not write there, is nobody's.
    let mut changed = theirs.item();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(client.push_refused(changed), RejectReason::BadSignature);
    assert_eq!(client.push_refused(elsewhere), RejectReason::NotInGroup);
    let (fed, _) = office.as_ben().feed(None);
    assert_eq!(fed, carried);
}

#[test]
fn nobody_else_brings_what_a_device_wrote_after_it_was_taken_out() {
    let mut office = Office::new();
    let ana = office.ana.clone();
    let mut pen = office.pen("maria");
    office.as_ana().push(&[pen.item_for(&[ana.group])]);
    office.take_ana_out();
    pen.roster = office.agency.state.head();
    let refused = office.as_supervisor().push_refused(pen.item());
    assert_eq!(refused, RejectReason::UnknownWriter);
}

#[test]
fn a_device_that_was_taken_out_cannot_flood_the_others() {
    let mut office = Office::with(Limits {
        per_former_device: Usage {
            items: 2,
            bytes: 1 << 20,
        },
        ..Limits::default()
    });
    let ana = office.ana.clone();
    let mut pen = office.pen("maria");
    let items = [pen.item_for(&[ana.group]), pen.item(), pen.item()];
    office.take_ana_out();
    let outcomes = office.as_ana().push(&items);
    assert_eq!(
        outcomes,
        [
            ItemOutcome::Stored { seq: 1 },
            ItemOutcome::Stored { seq: 2 },
            ItemOutcome::Rejected(RejectReason::Quota),
        ]
    );
}

/// Two items of Ana's are here, and an entry takes her phone out that names none of them.
fn hasty() -> (Office, Pen, Vec<u8>) {
    let mut office = Office::new();
    let ana = office.ana.clone();
    let mut pen = office.pen("maria");
    let items = [pen.item_for(&[ana.group]), pen.item()];
    office.as_ana().push(&items);
    let entry = office.agency.draft_revocation(ana.key.device(), Vec::new());
    (office, pen, entry)
}

/// Issue 3.4.
#[test]
fn an_administrator_is_asked_to_read_first_what_is_here_of_a_device_that_they_take_out() {
    let (mut office, mut pen, entry) = hasty();
    let (ana, ben) = (office.ana.clone(), office.ben.clone());
    let answer = office.as_supervisor().post(route::ROSTER, &entry);
    let expected = (route::READ_FIRST, ProblemCode::ReadFirst);
    assert_eq!((answer.0, problem(&answer)), expected);

    // From then on nothing is taken of the phone, and everything of others.
    let next = pen.item();
    let answer = office
        .as_ana()
        .push_raw(route::ITEMS, std::slice::from_ref(&next));
    assert_eq!(
        (answer.0, problem(&answer)),
        (503, ProblemCode::Unavailable)
    );
    let mut other = Pen::new(&office.agency, &ben.key, "other");
    let other = other.item_for(&[ben.group]);
    let outcomes = office.as_ben().push(&[other]);
    assert_eq!(outcomes, [ItemOutcome::Stored { seq: 3 }]);

    let named = LastItem {
        document: pen.document,
        incarnation: pen.incarnation,
        n: 2,
    };
    let entry = office
        .agency
        .draft_revocation(ana.key.device(), vec![named]);
    let answer = office.as_supervisor().post(route::ROSTER, &entry);
    assert_eq!(answer.0, 201);
    // What it has left it hands over, for others to set aside.
    let outcomes = office.as_ana().push(&[next]);
    assert_eq!(outcomes, [ItemOutcome::Stored { seq: 4 }]);
}

/// Issues 3.4 and 4.9: else what a colleague carries would count for those who read it meanwhile, and for
/// nobody else.
#[test]
fn what_a_colleague_carries_of_a_device_that_is_about_to_be_taken_out_waits_too() {
    let (mut office, mut pen, entry) = hasty();
    let (before, next) = (pen.clone(), pen.item());
    assert_eq!(before.n, 2);
    let answer = office.as_supervisor().post(route::ROSTER, &entry);
    assert_eq!(answer.0, route::READ_FIRST);
    let ben = office.ben.clone();
    let mut other = Pen::new(&office.agency, &ben.key, "other");
    let other = other.item_for(&[ben.group]);
    let outcomes = office.as_ben().push(&[next.clone(), other]);
    assert_eq!(
        outcomes,
        [
            ItemOutcome::Rejected(RejectReason::UnknownWriter),
            ItemOutcome::Stored { seq: 3 },
        ],
        "nothing else waits for it"
    );
    // Nobody came back with another entry: it goes on.
    office.relay.now_ms += 11 * 60_000;
    let outcomes = office.as_ben().push(std::slice::from_ref(&next));
    assert_eq!(outcomes, [ItemOutcome::Stored { seq: 4 }]);
}

/// Issue 3.4.
#[test]
fn whoever_was_asked_to_read_first_is_asked_once_and_a_lost_answer_is_given_again() {
    let (mut office, pen, entry) = hasty();
    let ana = office.ana.key.device();
    let named = |n| LastItem {
        document: pen.document,
        incarnation: pen.incarnation,
        n,
    };
    let elsewhere = LastItem {
        incarnation: handrail_protocol::Incarnation::from_bytes([9; 16]),
        ..named(2)
    };
    let post =
        |office: &mut Office, entry: &[u8]| office.as_supervisor().post(route::ROSTER, entry).0;
    // One of two, and one that is not here for one that is.
    for short in [named(1), elsewhere] {
        let entry = office.agency.draft_revocation(ana, vec![short]);
        assert_eq!(post(&mut office, &entry), route::READ_FIRST);
        office.relay.now_ms += 21 * 60_000;
    }
    assert_eq!(post(&mut office, &entry), route::READ_FIRST, "long ago");
    assert_eq!(post(&mut office, &entry), route::READ_FIRST, "the same");
    // They made another one, and could not name everything.
    let another = office.agency.draft_revocation(ana, vec![named(1)]);
    assert_eq!(post(&mut office, &another), 201);

    let (mut office, _, entry) = hasty();
    assert_eq!(post(&mut office, &entry), route::READ_FIRST);
    office.relay.now_ms += 11 * 60_000;
    assert_eq!(post(&mut office, &entry), 201, "they cannot do better");

    let (mut office, _, _) = hasty();
    let entry = office.agency.draft_revocation(ana, vec![named(2)]);
    assert_eq!(post(&mut office, &entry), 201, "it leaves out nothing");
}

/// Issue 3.4.
#[test]
fn a_phone_whose_administrator_does_not_come_back_goes_on_and_nobody_else_holds_it_up() {
    let (mut office, mut pen, entry) = hasty();
    let next = pen.item();
    // An entry that somebody else brings is one that counted before, here or elsewhere: it is
    // not held up, and holds nobody up.
    let mut brought = hasty().0;
    let answer = brought.as_ben().post(route::ROSTER, &entry);
    assert_eq!(answer.0, 201);

    let answer = office.as_supervisor().post(route::ROSTER, &entry);
    assert_eq!(answer.0, route::READ_FIRST);
    office.relay.now_ms += 9 * 60_000;
    let answer = office
        .as_ana()
        .push_raw(route::ITEMS, std::slice::from_ref(&next));
    assert_eq!(answer.0, 503);
    office.relay.now_ms += 2 * 60_000;
    let outcomes = office.as_ana().push(&[next]);
    assert_eq!(outcomes, [ItemOutcome::Stored { seq: 3 }]);
}
