//! The feed: who sees what, in which pages, from which place.

use handrail_protocol::id::{DeviceId, DocumentKeyId, Incarnation, ItemId, RelayIncarnation};
use handrail_protocol::item::WriterPosition;
use handrail_protocol::message::{FeedPoint, FrontierRequest, ItemOutcome, decode, feed_head};
use handrail_protocol::route;
use handrail_relay::Limits;

use super::Office;
use crate::carriers::Local;
use crate::pen::{Parts, Pen};

#[test]
fn a_member_of_another_caseload_is_given_nothing_of_this_one() {
    let mut office = Office::new();
    let (group, everybody) = (office.ana.group, office.agency.everybody);
    let mut maria = office.pen("maria");
    let mut shared = office.pen("agency");
    let for_all = shared.item_for(&[everybody]);
    let items = [maria.item_for(&[group]), for_all.clone(), maria.item()];
    office.as_ana().push(&items);
    assert_eq!(office.as_ana().feed(None).0, items);
    assert_eq!(office.as_supervisor().feed(None).0, items);
    let (fed, point) = office.as_ben().feed(None);
    assert_eq!(fed, [for_all]);
    assert_eq!(point.seq, 3, "what is not for Ben still moves his place");
    let mut client = office.as_ben();
    let target = format!("{}{}?after=0", route::DOCUMENTS_PREFIX, maria.document);
    assert_eq!(client.get(&target).0, 404);
    let position = WriterPosition {
        document: maria.document,
        device: maria.key.device(),
        incarnation: maria.incarnation,
        n: 1,
    };
    let reply = client.frontier(&FrontierRequest {
        positions: vec![position],
    });
    assert_eq!(reply.positions, [WriterPosition { n: 0, ..position }]);
}

#[test]
fn a_newly_granted_document_is_read_back_whole() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.group, office.ben.group);
    let mut maria = office.pen("maria");
    let mut items = vec![maria.item_for(&[ana]), maria.item()];
    office.as_ana().push(&items);
    let (fed, before) = office.as_ben().feed(None);
    assert!(fed.is_empty());
    items.push(maria.item_for(&[ben]));
    office.as_ana().push(&items[2..]);
    let mut client = office.as_ben();
    assert_eq!(client.feed(Some(before)).0, items[2..]);
    assert_eq!(client.document(&maria.document.to_string(), false), items);
}

#[test]
fn after_a_new_key_the_former_coach_is_given_no_more() {
    let mut office = Office::new();
    let (ana, ben) = (office.ana.group, office.ben.group);
    let mut maria = office.pen("maria");
    let first = maria.item_for(&[ana]);
    maria.document_key = DocumentKeyId::from_bytes([9; 16]);
    let moved = maria.item_for(&[ben]);
    let supervisor = office.agency.supervisor.clone();
    let answers = office.as_ana().push(&[first.clone(), moved.clone()]);
    assert_eq!(answers.len(), 2);
    assert_eq!(office.as_ana().feed(None).0, std::slice::from_ref(&first));
    assert_eq!(office.as_ben().feed(None).0, std::slice::from_ref(&moved));
    assert_eq!(office.client(&supervisor.key).feed(None).0, [first, moved]);
}

#[test]
fn pages_keep_to_their_size_and_lose_nothing() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut maria = office.pen("maria");
    let mut items = vec![maria.item_for(&[group])];
    for n in 0..30 {
        items.push(maria.item_with(Parts {
            padding: n * 50,
            ..Parts::default()
        }));
    }
    let large = Parts {
        padding: 9_000,
        ..Parts::default()
    };
    items.push(maria.item_with(large));
    office.as_ana().push(&items);
    let mut client = office.as_ana();
    let (mut fed, mut point, mut head) = (Vec::new(), None, ItemId::from_bytes([0; 32]));
    loop {
        let page = client.feed_page(point, 4096);
        let size: usize = page.items.iter().map(|item| item.item.len()).sum();
        assert!(size <= 4096 || page.items.len() == 1);
        for item in &page.items {
            head = feed_head(&head, &ItemId::of(&item.item));
        }
        assert_eq!(page.head, head);
        fed.extend(page.items.iter().map(|item| item.item.to_vec()));
        point = Some(page.point());
        if !page.more {
            break;
        }
    }
    assert_eq!(fed, items);
    let (nothing, end) = client.feed(point);
    assert!(nothing.is_empty());
    assert_eq!(Some(end), point, "at rest the place stands still");
}

#[test]
fn a_place_that_is_not_in_this_history_is_answered_with_the_relays_own() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut maria = office.pen("maria");
    let backup = office.relay.relay.storage().clone();
    office
        .as_ana()
        .push(&[maria.item_for(&[group]), maria.item()]);
    let (_, point) = office.as_ana().feed(None);
    let wrong_head = FeedPoint {
        head: ItemId::from_bytes([1; 32]),
        ..point
    };
    let wrong_name = FeedPoint {
        incarnation: RelayIncarnation::from_bytes([1; 16]),
        ..point
    };
    let beyond = FeedPoint { seq: 3, ..point };
    let not_zero = FeedPoint { seq: 0, ..point };
    for other in [wrong_head, wrong_name, beyond, not_zero] {
        let answer = office.as_ana().get(&route::feed_after(&other, 4096));
        assert_eq!(answer.0, 409);
        assert_eq!(decode::<FeedPoint>(&answer.1).unwrap(), point);
    }
    let answer = office.as_ana().get("/v1/feed?after=2");
    assert_eq!(answer.0, 409, "a place without its head proves nothing");
    office.relay = Local::over(backup, Limits::default());
    let answer = office.as_ana().get(&route::feed_after(&point, 4096));
    assert_eq!(answer.0, 409);
    let own: FeedPoint = decode(&answer.1).unwrap();
    assert_eq!(own, FeedPoint::start(point.incarnation));
    let mut other = office.pen("jo");
    office
        .as_ana()
        .push(&[other.item_for(&[group]), other.item()]);
    let answer = office.as_ana().get(&route::feed_after(&point, 4096));
    assert_eq!(answer.0, 409, "as long again, and still another history");
}

#[test]
fn a_frontier_tells_where_runs_end_differently() {
    let mut office = Office::new();
    let group = office.ana.group;
    let mut maria = office.pen("maria");
    let items = [
        maria.item_for(&[group]),
        maria.item(),
        maria.item(),
        maria.item(),
    ];
    let answers = office
        .as_ana()
        .push(&[items[0].clone(), items[1].clone(), items[3].clone()]);
    assert_eq!(answers[2], ItemOutcome::Stored { seq: 3 });
    let at = |pen: &Pen, n| WriterPosition {
        document: pen.document,
        device: pen.key.device(),
        incarnation: pen.incarnation,
        n,
    };
    let unknown = WriterPosition {
        device: DeviceId::from_bytes([9; 16]),
        ..at(&maria, 3)
    };
    let restored = WriterPosition {
        incarnation: Incarnation::from_bytes([9; 16]),
        ..at(&maria, 0)
    };
    let mut client = office.as_ana();
    let positions = vec![at(&maria, 4), unknown, restored];
    let reply = client.frontier(&FrontierRequest { positions });
    assert_eq!(
        reply.positions,
        [at(&maria, 2), WriterPosition { n: 0, ..unknown }]
    );
    client.push(&[items[2].clone()]);
    let reply = client.frontier(&FrontierRequest {
        positions: vec![at(&maria, 4)],
    });
    assert!(reply.positions.is_empty());
}
