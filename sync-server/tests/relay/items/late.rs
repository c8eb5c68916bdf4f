//! What a device hands over after it was taken out.

use handrail_protocol::Assignment;
use handrail_protocol::message::{ItemOutcome, ProblemCode, RejectReason};
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
    assert_eq!(client.push_refused(forged), RejectReason::SessionNotAllowed);
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
