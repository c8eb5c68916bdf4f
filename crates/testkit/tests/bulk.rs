//! A long list came in at once: its device stays at hand while it is sent.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use handrail_protocol::{DocumentId, DocumentKind, Incarnation};
use handrail_sync::memory::MemoryStore;
use handrail_sync::{Chain, SyncPhase};
use handrail_testkit::agency::TestAgency;
use handrail_testkit::item_simulation::ItemDevice;
use handrail_testkit::random::{bytes, seeded};
use handrail_testkit::world::{NodeInput, World};

const SUPERVISOR: usize = 0;
const COACH: usize = 1;
const LIST: usize = 300;
/// Items that one input may seal; each is a signature and a wrapped key.
const AT_ONCE: usize = 64;

#[test]
fn a_long_list_is_sealed_a_part_at_a_time_and_arrives_whole() {
    let mut rng = seeded(5);
    let people = TestAgency::with_coaches(1, &mut rng).unwrap();
    let mut world = World::new(6, people.roster.agency());
    for member in &people.members {
        let incarnation = Incarnation::from_bytes(bytes(&mut rng));
        let store = MemoryStore::new(member.secret.clone(), incarnation, &people.entries).unwrap();
        world.add(ItemDevice::new(store));
    }
    world.run(60_000, 5_000);

    let documents: Vec<DocumentId> = (0..LIST)
        .map(|_| DocumentId::from_bytes(bytes(&mut rng)))
        .collect();
    let caseload = people.members[COACH].caseload;
    world.with_node(COACH, |node, _, _| {
        for document in &documents {
            let kind = DocumentKind::Participant;
            node.store
                .create_document(*document, kind, caseload, &mut rng);
            node.store.write(*document, b"one row".to_vec());
        }
    });
    world.give(COACH, NodeInput::Changed);
    let until = world.now() + 600_000;
    let (mut sealed, mut most) = (0, 0);
    while sealed < LIST && world.step(until) {
        let now = sealed_items(&world, &documents);
        most = most.max(now - sealed);
        sealed = now;
    }
    assert_eq!(sealed, LIST);
    assert!(most <= AT_ONCE, "{most} items were sealed for one input");

    world.run(60_000, 5_000);
    let device = world.node(COACH).unwrap();
    assert_eq!(device.store.waiting(), 0);
    assert_eq!(device.phase(), SyncPhase::Idle);
    let supervisor = &world.node(SUPERVISOR).unwrap().store;
    for document in &documents {
        assert!(supervisor.content(document).contains(b"one row".as_slice()));
    }
}

/// Items of these documents that the coach's device has made.
fn sealed_items(world: &World<ItemDevice>, documents: &[DocumentId]) -> usize {
    let store = &world.node(COACH).unwrap().store;
    documents
        .iter()
        .map(|document| {
            let chain = Chain {
                document: *document,
                device: store.device(),
                incarnation: store.incarnation(),
            };
            store.numbers(&chain).len()
        })
        .sum()
}
