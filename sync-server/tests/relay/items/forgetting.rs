//! A document that is ordered to be forgotten (issue 3.8).

use handrail_protocol::Operation;
use handrail_protocol::id::Incarnation;
use handrail_protocol::message::{ItemOutcome, RejectReason};
use handrail_protocol::roster::operation::Role;

use super::Office;
use crate::pen::Pen;

impl Office {
    /// A supervisor's order about Maria.
    fn order(&self) -> Vec<u8> {
        let mut pen = Pen::new(&self.agency, &self.agency.supervisor.key, "maria");
        pen.forgets = true;
        pen.item()
    }
}

#[test]
fn a_supervisors_order_destroys_the_document_and_all_who_had_it_are_given_the_order() {
    let mut office = Office::new();
    let ana = office.ana.clone();
    let mut pen = Pen::new(&office.agency, &ana.key, "maria");
    let mut other = Pen::new(&office.agency, &ana.key, "olga");
    let (first, kept) = (pen.item_for(&[ana.group]), other.item_for(&[ana.group]));
    office.as_ana().push(&[first.clone(), kept.clone()]);
    let (_, read_to) = office.as_ana().feed(None);

    let order = office.order();
    let answer = office.as_supervisor().push(std::slice::from_ref(&order));
    assert!(matches!(answer[..], [ItemOutcome::Stored { .. }]));
    assert_eq!(office.as_ana().feed(None).0, [kept.clone(), order.clone()]);
    let since = office.as_ana().feed(Some(read_to)).0;
    assert_eq!(
        since,
        std::slice::from_ref(&order),
        "her place is still one"
    );
    assert_eq!(office.as_supervisor().feed(None).0, [kept, order.clone()]);
    assert!(office.as_ben().feed(None).0.is_empty(), "he never had it");
    let document = pen.document.to_string();
    let only = std::slice::from_ref(&order);
    assert_eq!(office.as_ana().document(&document, true), only);

    // A late note is refused, and why is told; what was there is a duplicate still.
    let late = pen.item();
    assert_eq!(office.as_ana().push_refused(late), RejectReason::Forgotten);
    let again = office.as_ana().push(&[first]);
    assert!(matches!(again[..], [ItemOutcome::Duplicate { .. }]));
    assert_eq!(office.as_ana().document(&document, true), [order]);
}

#[test]
fn a_coach_cannot_order_it_nor_can_who_is_no_supervisor_any_more() {
    let mut office = Office::new();
    let ana = office.ana.clone();
    let mut pen = Pen::new(&office.agency, &ana.key, "maria");
    let first = pen.item_for(&[ana.group]);
    office.as_ana().push(std::slice::from_ref(&first));
    pen.forgets = true;
    let order = pen.item();
    assert_eq!(
        office.as_ana().push_refused(order),
        RejectReason::NotInGroup
    );

    // Ana becomes a supervisor and a coach again, and cites the entry of when she was one.
    let change = |role| Operation::ChangeMember {
        member: ana.member,
        role,
        administrator: false,
        active: true,
    };
    for role in [Role::Supervisor, Role::Coach] {
        let entry = office.agency.draft_by_supervisor(vec![change(role)]);
        office.agency.apply(entry.clone());
        let mut client = office.as_supervisor();
        client.post(handrail_protocol::route::ROSTER, &entry);
        if role == Role::Supervisor {
            pen.roster = office.agency.state.head();
        }
    }
    pen.incarnation = Incarnation::from_bytes([9; 16]);
    (pen.n, pen.previous) = (0, None);
    let order = pen.item();
    assert_eq!(
        office.as_ana().push_refused(order),
        RejectReason::NotInGroup
    );
    assert_eq!(office.as_ana().feed(None).0, [first]);
}

#[test]
fn a_relay_that_lost_its_data_forgets_again_in_whatever_order_things_come_back() {
    for order_first in [true, false] {
        let mut office = Office::new();
        let ana = office.ana.clone();
        let mut pen = Pen::new(&office.agency, &ana.key, "maria");
        let first = pen.item_for(&[ana.group]);
        let order = office.order();
        if order_first {
            office.as_supervisor().push(std::slice::from_ref(&order));
            let refused = office.as_ana().push_refused(first);
            assert_eq!(refused, RejectReason::Forgotten);
            // Nothing tells whose it was: who knows the document is given the order when they ask.
            assert!(office.as_ana().feed(None).0.is_empty());
            let document = pen.document.to_string();
            assert_eq!(office.as_ana().document(&document, false), [order]);
        } else {
            office.as_ana().push(&[first]);
            office.as_supervisor().push(std::slice::from_ref(&order));
            assert_eq!(office.as_ana().feed(None).0, [order]);
        }
    }
}

/// Whoever supervises others' people and never had this one forgets nobody here.
#[test]
fn a_supervisor_of_another_caseload_cannot_order_it() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.clone(), office.ben.clone());
    let change = Operation::ChangeMember {
        member: ben.member,
        role: Role::Supervisor,
        administrator: false,
        active: true,
    };
    let entry = office.agency.draft_by_supervisor(vec![change]);
    office.agency.apply(entry.clone());
    let mut client = office.as_supervisor();
    client.post(handrail_protocol::route::ROSTER, &entry);
    let first = Pen::new(&office.agency, &ana.key, "maria").item_for(&[ana.group]);
    office.as_ana().push(std::slice::from_ref(&first));
    let mut pen = Pen::new(&office.agency, &ben.key, "maria");
    pen.forgets = true;
    assert_eq!(
        office.as_ben().push_refused(pen.item()),
        RejectReason::NotInGroup
    );
    assert_eq!(office.as_ana().feed(None).0, [first]);
}
