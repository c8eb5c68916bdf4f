//! An agency whose devices talk with the real relay.

#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

use handrail_protocol::{DocumentId, DocumentKind, Incarnation};
use handrail_sync::memory::MemoryStore;
use handrail_testkit::agency::TestAgency;
use handrail_testkit::item_simulation::ItemDevice;
use handrail_testkit::random::bytes;
use handrail_testkit::world::World;
use rand_chacha::ChaCha20Rng;

/// The member who has a participant.
pub const COACH: usize = 1;
pub const A_MINUTE: u64 = 60_000;

/// The agency's devices, each with a caseload, and the participant of the coach; everything is sent.
pub fn together(people: &TestAgency, rng: &mut ChaCha20Rng) -> (World<ItemDevice>, DocumentId) {
    let mut world = World::new(4, people.roster.agency());
    let participant = DocumentId::from_bytes(bytes(rng));
    for (index, member) in people.members.iter().enumerate() {
        let incarnation = Incarnation::from_bytes(bytes(rng));
        let secret = member.secret.clone();
        let mut store = MemoryStore::new(secret, incarnation, &people.entries).unwrap();
        let caseload = DocumentId::from_bytes(bytes(rng));
        store.create_document(caseload, DocumentKind::Caseload, member.caseload, rng);
        store.write(caseload, format!("caseload {index}").into_bytes());
        if index == COACH {
            let kind = DocumentKind::Participant;
            store.create_document(participant, kind, member.caseload, rng);
            store.write(participant, b"first words".to_vec());
        }
        world.add(ItemDevice::new(store));
    }
    world.run(A_MINUTE, 5_000);
    (world, participant)
}
