//! Revocations and restored relays: stale roster heads, items brought back by others.

use handrail_protocol::message::{ItemOutcome, RejectReason, decode};
use handrail_protocol::roster::RosterHead;
use handrail_protocol::roster::operation::{LastItem, Operation};
use handrail_protocol::route;
use handrail_relay::Limits;
use handrail_relay::core::Method;

use super::Office;
use crate::carriers::Local;
use crate::client::{Carrier, give_roster};
use crate::pen::Pen;

const HEAL: &str = "/v1/items?heal=1";

#[test]
fn who_has_not_heard_of_a_revocation_is_told_before_anything_is_stored() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut maria = office.pen("maria");
    let before = maria.item_for(&[group]);
    office.as_ana().push(std::slice::from_ref(&before));
    let device = office.ben.key.device();
    office.agency.revoke(device);
    let entry = office.agency.entries.last().unwrap().clone();
    assert_eq!(
        office
            .relay
            .carry(Method::Post, route::ROSTER, None, &entry)
            .0,
        201
    );
    let stale = maria.clone().item();
    maria.roster = office.agency.state.head();
    let fresh = maria.item();
    let mut client = office.as_ana();
    let answer = client.push_raw(route::ITEMS, &[before.clone(), stale.clone()]);
    assert_eq!(answer.0, 412);
    let head = decode::<RosterHead>(&answer.1).unwrap();
    assert_eq!(client.feed(None).0, std::slice::from_ref(&before));
    assert_eq!(
        client.push(&[before]),
        [ItemOutcome::Duplicate { seq: 1 }],
        "it was there before"
    );
    assert_eq!(client.push(&[fresh]), [ItemOutcome::Stored { seq: 2 }]);
    assert_eq!(head, office.agency.state.head());
    let mut late = Pen::new(&office.agency, &office.ben.key, "jo");
    let item = late.item_for(&[office.ben.group]);
    assert_eq!(
        office.as_supervisor().push_refused(item),
        RejectReason::UnknownWriter
    );
}

#[test]
fn a_restored_relay_gets_back_everybodys_items_from_anybody() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.group, office.ben.group);
    let mut maria = office.pen("maria");
    let mut jo = Pen::new(&office.agency, &office.ben.key, "jo");
    let items = [maria.item_for(&[ana]), maria.item(), jo.item_for(&[ben])];
    office.as_ana().push(&items[..2]);
    office.as_ben().push(&items[2..]);
    let last = LastItem {
        document: jo.document,
        incarnation: jo.incarnation,
        n: 1,
    };
    let entry = office
        .agency
        .draft_by_supervisor(vec![Operation::RevokeDevice {
            device: office.ben.key.device(),
            last: vec![last],
        }]);
    office.agency.apply(entry);
    office.relay = Local::new(Limits::default());
    give_roster(&mut office.relay, &office.agency);
    let beyond = jo.item();
    let mut client = office.as_supervisor();
    let answer = client.push_raw(HEAL, &items);
    assert_eq!(answer.0, 200, "old items rightly cite old roster entries");
    assert_eq!(client.feed(None).0, items);
    assert_eq!(
        client.push_refused(beyond),
        RejectReason::UnknownWriter,
        "beyond what counts"
    );
    let mut own = office.pen("maria");
    own.n = maria.n;
    own.previous = maria.previous;
    own.roster = maria.roster;
    let stale = own.item();
    let mut client = office.as_ana();
    assert_eq!(
        client
            .push_raw(route::ITEMS, std::slice::from_ref(&stale))
            .0,
        412
    );
    assert_eq!(
        client.push_raw(HEAL, &[stale]).0,
        200,
        "one's own old items too"
    );
}

#[test]
fn a_member_cannot_bring_in_items_of_a_caseload_that_nobody_there_wrote() {
    let mut office = Office::new();
    let ana = office.ana.group;
    let mut maria = office.pen("maria");
    office.as_ana().push(&[maria.item_for(&[ana])]);
    let mut forged = Pen::new(&office.agency, &office.ben.key, "maria");
    let item = forged.item();
    assert_eq!(office.as_ben().push_refused(item), RejectReason::NotInGroup);
}
