//! The agency that is attacked: two supervisors who administer, two coaches,
//! their documents, and what was written into them.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::{
    AgencyId, DeviceId, DocumentId, DocumentKind, GroupId, Incarnation, RosterState, route,
};
use handrail_relay::core::GRACE_MS;
use handrail_relay::storage::ReadStorage;
use handrail_sync::memory::MemoryStore;
use rand_chacha::ChaCha20Rng;

use crate::agency::{AgencyError, TestAgency, TestMember};
use crate::item_simulation::{CANARY, ItemDevice, SNAPSHOT_WEIGHT, change};
use crate::random::{below, bytes, pick};
use crate::world::{NodeInput, World};

/// The supervisor who founded the agency.
pub(super) const FOUNDER: usize = 0;
/// A coach who is honest in every scenario.
pub(super) const COACH: usize = 1;
/// A coach who attacks, or is taken out, in some.
pub(super) const OTHER_COACH: usize = 2;
/// The second supervisor.
pub(super) const SECOND: usize = 3;

/// A document and whose it is.
pub(super) struct Document {
    pub(super) id: DocumentId,
    pub(super) kind: DocumentKind,
    pub(super) group: GroupId,
    pub(super) owner: usize,
}

/// What was written, by document, with the index of the writer.
pub(super) type Written = BTreeMap<DocumentId, BTreeMap<Vec<u8>, usize>>;

/// The agency and what must be true of it.
pub(super) struct Story {
    pub(super) world: World<ItemDevice>,
    pub(super) agency: TestAgency,
    pub(super) documents: Vec<Document>,
    pub(super) written: Written,
    /// Devices that do not count: taken out, or with a changed program.
    pub(super) away: BTreeSet<usize>,
    /// What a member wrote with a changed program and within its rights.
    pub(super) untruths: BTreeSet<(DocumentId, Vec<u8>)>,
    said: u64,
    /// Devices write snapshots, and the relay destroys what they stand for.
    compacts: bool,
}

impl Story {
    pub(super) fn begin(seed: u64, rng: &mut ChaCha20Rng) -> Result<Self, AgencyError> {
        let mut agency = TestAgency::with_coaches(2, rng)?;
        agency.add_supervisor(rng)?;
        let mut world = World::new(seed ^ 0x5eed, agency.roster.agency());
        world.guard_word(CANARY);
        let mut story = Self {
            world,
            documents: Vec::new(),
            written: Written::new(),
            away: BTreeSet::new(),
            untruths: BTreeSet::new(),
            said: 0,
            compacts: seed.is_multiple_of(3),
            agency,
        };
        let entries = story.agency.entries.clone();
        for index in 0..story.agency.members.len() {
            story.add_device(index, &entries, rng);
        }
        Ok(story)
    }

    /// The device of a member, with a caseload and a participant.
    pub(super) fn add_device(&mut self, index: usize, entries: &[Vec<u8>], rng: &mut ChaCha20Rng) {
        let Some(member) = self.agency.members.get(index).cloned() else {
            return;
        };
        let incarnation = Incarnation::from_bytes(bytes(rng));
        let Ok(mut store) = MemoryStore::new(member.secret.clone(), incarnation, entries) else {
            return;
        };
        if self.compacts {
            store.write_snapshots(SNAPSHOT_WEIGHT);
        }
        let mut own = vec![
            (DocumentKind::Caseload, member.caseload),
            (DocumentKind::Participant, member.caseload),
        ];
        if index == FOUNDER {
            own.push((DocumentKind::Agency, self.agency.agency_group));
        }
        for (kind, group) in own {
            let id = DocumentId::from_bytes(bytes(rng));
            store.create_document(id, kind, group, rng);
            self.documents.push(Document {
                id,
                kind,
                group,
                owner: index,
            });
            let first = self.next_change(rng);
            store.write(id, first.clone());
            self.written.entry(id).or_default().insert(first, index);
        }
        self.world.add(ItemDevice::new(store));
    }

    /// A month and more passes at the relay; answers how many items it destroyed.
    pub(super) fn relay_runs_on(&mut self) -> u64 {
        if self.compacts {
            self.world.relay_runs_on(2 * GRACE_MS)
        } else {
            0
        }
    }

    pub(super) fn next_change(&mut self, rng: &mut ChaCha20Rng) -> Vec<u8> {
        self.said += 1;
        change(self.said, rng)
    }

    pub(super) fn member(&self, index: usize) -> Option<&TestMember> {
        self.agency.members.get(index)
    }

    pub(super) fn device(&self, index: usize) -> DeviceId {
        self.member(index)
            .map_or(DeviceId::from_bytes([0; 16]), TestMember::device)
    }

    /// The participant document of somebody's caseload.
    pub(super) fn participant_of(&self, index: usize) -> Option<DocumentId> {
        self.documents
            .iter()
            .find(|document| document.owner == index && document.kind == DocumentKind::Participant)
            .map(|document| document.id)
    }

    /// The caseload document of somebody.
    pub(super) fn caseload_of(&self, index: usize) -> Option<DocumentId> {
        self.documents
            .iter()
            .find(|document| document.owner == index && document.kind == DocumentKind::Caseload)
            .map(|document| document.id)
    }

    /// Whether the person of a device may read a document by the roster as it is.
    pub(super) fn may_read(&self, index: usize, document: &Document) -> bool {
        self.member(index).is_some_and(|member| {
            self.agency
                .roster
                .is_member_of(&member.member, &document.group)
        })
    }

    /// Somebody writes into a document that the device knows.
    pub(super) fn write(&mut self, index: usize, document: DocumentId, rng: &mut ChaCha20Rng) {
        let knows = self
            .world
            .node(index)
            .is_some_and(|node| node.store.kind_of(&document).is_some());
        if !knows {
            return;
        }
        let change = self.next_change(rng);
        self.written
            .entry(document)
            .or_default()
            .insert(change.clone(), index);
        self.world
            .with_node(index, |node, _, _| node.store.write(document, change));
        self.world.give(index, NodeInput::Changed);
    }

    /// What somebody may read, and so write into.
    fn readable(&self, index: usize) -> Vec<DocumentId> {
        let readable = self.documents.iter();
        let readable = readable.filter(|document| self.may_read(index, document));
        readable.map(|document| document.id).collect()
    }

    /// A few people write.
    pub(super) fn people_write(&mut self, rng: &mut ChaCha20Rng) {
        for _ in 0..=below(rng, 3) {
            let here: Vec<usize> = (0..self.world.len())
                .filter(|index| !self.away.contains(index))
                .collect();
            let Some(index) = pick(rng, &here).copied() else {
                return;
            };
            let readable = self.readable(index);
            if let Some(document) = pick(rng, &readable).copied() {
                self.write(index, document, rng);
            }
        }
    }

    /// Everybody writes once into everything that they may. What was left out of a
    /// chain before shows at the latest now.
    pub(super) fn everybody_writes(&mut self, rng: &mut ChaCha20Rng) {
        for index in 0..self.world.len() {
            for document in self.readable(index) {
                if !self.away.contains(&index) {
                    self.write(index, document, rng);
                }
            }
        }
    }

    pub(super) fn agency_id(&self) -> AgencyId {
        self.world.agency()
    }

    /// The roster that the relay, or the other one, has.
    pub(super) fn relay_roster(&self, other: bool) -> (Vec<Vec<u8>>, Option<RosterState>) {
        let storage = if other {
            self.world.other_storage()
        } else {
            self.world.relay_storage()
        };
        let entries = storage
            .and_then(|storage| {
                storage
                    .roster_entries(self.agency_id(), 0, usize::MAX, usize::MAX)
                    .ok()
            })
            .unwrap_or_default();
        let state = RosterState::replay(entries.iter().map(Vec::as_slice)).ok();
        (entries, state)
    }

    /// From now on the agency is as the relay's roster says.
    pub(super) fn follow_relay(&mut self) {
        if let (entries, Some(roster)) = self.relay_roster(false) {
            self.agency.entries = entries;
            self.agency.roster = roster;
        }
    }

    /// Posts a roster entry and tells the founder's device to look; answers the status.
    pub(super) fn post_entry(&mut self, other: bool, entry: &[u8]) -> u16 {
        let reply = self
            .world
            .ask_relay(other, true, route::ROSTER, None, entry);
        for index in 0..self.world.len() {
            self.world.give(index, NodeInput::Wake);
        }
        reply.map_or(0, |reply| reply.status)
    }

    /// How far a device's items are held by another, as a revocation names it.
    pub(super) fn last_items(&self, holder: usize, device: DeviceId) -> Vec<LastItem> {
        let mut last: Vec<LastItem> = self
            .world
            .node(holder)
            .map(|node| node.store.reaches())
            .unwrap_or_default()
            .into_iter()
            .filter(|(chain, n)| chain.device == device && *n > 0)
            .map(|(chain, n)| LastItem {
                document: chain.document,
                incarnation: chain.incarnation,
                n,
            })
            .collect();
        last.sort_unstable();
        last
    }
}
