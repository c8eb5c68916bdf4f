//! A document that goes from one caseload to another.

use handrail_protocol::id::{DocumentKeyId, GroupId, Incarnation};
use handrail_protocol::message::{ItemOutcome, RejectReason};
use handrail_protocol::{Assignment, Operation};

use super::Office;
use crate::agency::Key;
use crate::pen::{Parts, Pen};

fn key(number: u8) -> DocumentKeyId {
    DocumentKeyId::from_bytes([number; 16])
}

impl Office {
    /// A pen of this key's device in Maria's document, under `document_key`.
    fn pen_of(&self, key: &Key, document_key: DocumentKeyId) -> Pen {
        let mut pen = Pen::new(&self.agency, key, "maria");
        pen.document_key = document_key;
        pen
    }

    /// The supervisor gives Maria to `group`: the new key, and the old one, which an
    /// item of its own wraps here.
    fn hand_over(&mut self, generation: u32, group: GroupId, new: DocumentKeyId) -> Vec<Vec<u8>> {
        let supervisor = self.agency.supervisor.key.clone();
        let mut pen = self.pen_of(&supervisor, new);
        pen.incarnation = Incarnation::from_bytes([new.as_bytes()[0]; 16]);
        pen.assignment = Some(Assignment { generation, group });
        let moved = pen.item_for(&[group]);
        pen.assignment = None;
        pen.document_key = key(1);
        vec![moved, pen.item_for(&[group])]
    }
}

#[test]
fn the_former_coach_is_given_the_item_that_moved_the_document_and_no_other() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.clone(), office.ben.clone());
    let mut first = office.pen_of(&ana.key, key(1));
    let before = first.item_for(&[ana.group]);
    office.as_ana().push(std::slice::from_ref(&before));
    let (_, read_to) = office.as_ana().feed(None);

    let moved = office.hand_over(1, ben.group, key(2));
    office.as_supervisor().push(&moved);
    // Ana did not know of it, and what she wrote is taken.
    let late = first.item();
    assert!(matches!(
        office.as_ana().push(std::slice::from_ref(&late))[..],
        [ItemOutcome::Stored { .. }]
    ));
    let mut second = office.pen_of(&ben.key, key(2));
    second.assignment = Some(Assignment {
        generation: 1,
        group: ben.group,
    });
    let later = second.item_for(&[ben.group]);
    office.as_ben().push(std::slice::from_ref(&later));

    let given = office.as_ana().feed(Some(read_to)).0;
    assert_eq!(given, [moved[0].clone(), late.clone()], "and her own");
    let all = [&[before], &moved[..], &[late, later]].concat();
    assert_eq!(office.as_ben().feed(None).0, all);
    assert_eq!(office.as_supervisor().feed(None).0, all);
    // A new phone of hers is not given what is no longer for her.
    let document = first.document.to_string();
    let own: Vec<_> = office.as_ana().document(&document, true);
    assert!(own.contains(&moved[0]) && !own.contains(&moved[1]));
}

#[test]
fn of_two_hand_overs_at_once_the_greater_holds_in_whatever_order_they_come() {
    for reversed in [false, true] {
        let mut office = Office::new();
        let ana = office.ana.clone();
        let carl = office.agency.add_coach("carl");
        let entry = office.agency.entries.last().unwrap().clone();
        let mut client = office.as_supervisor();
        client.post(handrail_protocol::route::ROSTER, &entry);
        let ben = office.ben.clone();
        let (low, high) = if ben.group < carl.group {
            (ben, carl)
        } else {
            (carl, ben)
        };
        let first = office.pen_of(&ana.key, key(1)).item_for(&[ana.group]);
        office.as_ana().push(&[first]);
        let mut both = [
            office.hand_over(1, low.group, key(2)),
            office.hand_over(1, high.group, key(3)),
        ];
        if reversed {
            both.reverse();
        }
        for moved in &both {
            office.as_supervisor().push(moved);
        }
        let supervisor = office.agency.supervisor.key.clone();
        let mut later = office.pen_of(&supervisor, key(1));
        later.incarnation = Incarnation::from_bytes([77; 16]);
        let later = later.item();
        office.as_supervisor().push(std::slice::from_ref(&later));
        assert!(office.client(&high.key).feed(None).0.contains(&later));
        let given = office.client(&low.key).feed(None).0;
        assert!(!given.contains(&later), "reversed: {reversed}");
        assert_eq!(given.len(), 1, "told where it went");
    }
}

#[test]
fn a_coach_cannot_take_or_give_a_document() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.clone(), office.ben.clone());
    let mut pen = office.pen_of(&ana.key, key(1));
    office.as_ana().push(&[pen.item_for(&[ana.group])]);
    let mut theft = office.pen_of(&ben.key, key(2));
    theft.assignment = Some(Assignment {
        generation: 1,
        group: ben.group,
    });
    let stolen = theft.item_for(&[ben.group]);
    assert_eq!(
        office.as_ben().push_refused(stolen),
        RejectReason::NotInGroup
    );
    pen.document_key = key(3);
    pen.assignment = Some(Assignment {
        generation: 1,
        group: ben.group,
    });
    let given = pen.item_with(Parts {
        wraps: vec![ben.group],
        ..Parts::default()
    });
    assert_eq!(
        office.as_ana().push_refused(given),
        RejectReason::NotInGroup
    );
}

/// Issue 3.3.
#[test]
fn who_covers_until_a_time_is_given_nothing_once_it_has_come_though_nobody_took_them_out() {
    const END: u64 = 10_000;
    for (now, given) in [(END - 1, true), (END, false)] {
        let mut office = Office::new();
        let (ana, ben) = (office.ana.clone(), office.ben.clone());
        let cover = office
            .agency
            .draft_by_supervisor(vec![Operation::AddGroupMember {
                group: ana.group,
                member: ben.member,
                until: Some(END),
            }]);
        office.agency.apply(cover.clone());
        office.relay.now_ms = now * 1000;
        let mut client = office.as_supervisor();
        client.post(handrail_protocol::route::ROSTER, &cover);
        let mut pen = office.pen_of(&ana.key, key(1));
        let item = pen.item_for(&[ana.group]);
        office.as_ana().push(std::slice::from_ref(&item));
        let document = pen.document;
        assert_eq!(!office.as_ben().feed(None).0.is_empty(), given);
        let path = format!("/v1/documents/{document}?after=0");
        let (status, _) = office.as_ben().get(&path);
        assert_eq!(status == 200, given, "{status}");
        // Those without an end read on, and who covered may still send what they had written.
        assert_eq!(office.as_ana().feed(None).0, [item]);
        let mut late = office.pen_of(&ben.key, key(1));
        let stored = office.as_ben().push(&[late.item()]);
        assert!(matches!(stored[..], [ItemOutcome::Stored { .. }]));
    }
}
