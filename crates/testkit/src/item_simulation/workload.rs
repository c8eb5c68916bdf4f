//! What people and misfortune do in a world.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::limits::{MAX_PARCEL_BYTES, MAX_SMALL_PARCEL_BYTES};
use handrail_protocol::{DocumentId, DocumentKind, Incarnation};
use handrail_relay::core::GRACE_MS;
use handrail_sync::memory::MemoryStore;
use rand_chacha::ChaCha20Rng;

use super::{CANARY, ItemDevice, Report, SNAPSHOT_WEIGHT, change, wrong_clock};
use crate::agency::TestAgency;
use crate::random::{below, bytes, chance, pick};
use crate::world::{Faults, NodeInput, World};

/// What gets restored from old backups in a world. Not both: when a device and
/// the relay forget the same items, the device gives their numbers away again,
/// and whoever still holds the first ones keeps the second aside, visibly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Disaster {
    OfDevices,
    OfTheRelay,
}

/// A world and what must be true of it.
pub(super) struct Story {
    pub(super) world: World<ItemDevice>,
    /// What was written and must be found, by document.
    pub(super) written: BTreeMap<DocumentId, BTreeSet<Vec<u8>>>,
    /// What may be found: written, but its only copy was overwritten by an
    /// older backup of the device.
    pub(super) perhaps: BTreeMap<DocumentId, BTreeSet<Vec<u8>>>,
    /// Who can read a document: indices of devices.
    pub(super) readers: BTreeMap<DocumentId, BTreeSet<usize>>,
    device_backups: BTreeMap<usize, MemoryStore>,
    disaster: Disaster,
    pub(super) changes: u64,
    /// Devices give each other parcels.
    gives: bool,
    /// Devices write snapshots, and the relay destroys what they stand for.
    compacts: bool,
}

impl Story {
    /// Every device starts with the roster; each coach has a caseload document
    /// and some participants.
    pub(super) fn begin(
        seed: u64,
        agency: &TestAgency,
        gives: bool,
        rng: &mut ChaCha20Rng,
    ) -> Self {
        let mut world = World::new(seed ^ 0x5eed, agency.roster.agency());
        world.guard_word(CANARY);
        let mut story = Self {
            world,
            written: BTreeMap::new(),
            perhaps: BTreeMap::new(),
            readers: BTreeMap::new(),
            device_backups: BTreeMap::new(),
            gives,
            // Who was given what a restored device forgot keeps one of the two aside, visibly.
            disaster: if seed.is_multiple_of(2) && !gives {
                Disaster::OfDevices
            } else {
                Disaster::OfTheRelay
            },
            changes: 0,
            compacts: matches!(seed % 5, 2 | 4),
        };
        for (index, member) in agency.members.iter().enumerate() {
            let incarnation = Incarnation::from_bytes(bytes(rng));
            let Ok(mut database) =
                MemoryStore::new(member.secret.clone(), incarnation, &agency.entries)
            else {
                continue;
            };
            let mut own = vec![(DocumentKind::Caseload, member.caseload)];
            let participants = 1 + below(rng, 3);
            own.extend((0..participants).map(|_| (DocumentKind::Participant, member.caseload)));
            if index == 0 {
                own.push((DocumentKind::Agency, agency.agency_group));
            }
            for (kind, group) in own {
                let document = DocumentId::from_bytes(bytes(rng));
                database.create_document(document, kind, group, rng);
                let readers = if kind == DocumentKind::Agency {
                    (0..agency.members.len()).collect()
                } else {
                    BTreeSet::from([0, index])
                };
                story.readers.insert(document, readers);
                let first = change(story.changes, rng);
                story.changes += 1;
                database.write(document, first.clone());
                story.written.entry(document).or_default().insert(first);
            }
            if story.compacts {
                database.write_snapshots(SNAPSHOT_WEIGHT);
            }
            story.world.add(ItemDevice::new(database));
        }
        story
    }

    /// One thing that a person, the weather or an operator does.
    pub(super) fn something_happens(&mut self, rng: &mut ChaCha20Rng, report: &mut Report) {
        let Some(index) = self.world.any_index() else {
            return;
        };
        match below(rng, 100) {
            0..50 => {
                self.write(index, rng);
                report.changes += 1;
            }
            50..58 => {
                self.world.crash(index);
                report.crashes += 1;
            }
            58..64 => self.world.cut_off(index, below(rng, 60_000)),
            64..70 => self.world.jump_clock(index, wrong_clock(rng)),
            72..78 if self.compacts => report.destroyed += self.relay_runs_on(),
            70..74 => self.world.faults = Faults::random(rng),
            74..78 => self.world.give(index, NodeInput::Resumed),
            78..82 => self.fail_commits(index, 1 + below(rng, 3)),
            82..86 => self.world.back_up_relay(),
            86..89 => {
                self.world.restart_relay();
                report.relay_faults += 1;
            }
            89..92 if self.disaster == Disaster::OfTheRelay => {
                self.world.roll_relay_back();
                report.relay_faults += 1;
            }
            92 if self.disaster == Disaster::OfTheRelay => {
                self.world.wipe_relay();
                report.relay_faults += 1;
            }
            89..94 if self.disaster == Disaster::OfDevices => self.back_up_device(index),
            94..97 if self.disaster == Disaster::OfDevices => self.restore_device(index, report),
            _ => {
                for _ in 0..20 {
                    self.write(index, rng);
                    report.changes += 1;
                }
            }
        }
    }

    /// Somebody hands over to somebody else what is new, beside the relay.
    pub(super) fn somebody_meets_somebody(&mut self, rng: &mut ChaCha20Rng) {
        let (Some(from), Some(to)) = (self.world.any_index(), self.world.any_index()) else {
            return;
        };
        if !self.gives || from == to {
            return;
        }
        let most = if chance(rng, 500) {
            MAX_SMALL_PARCEL_BYTES
        } else {
            MAX_PARCEL_BYTES
        };
        let made = self
            .world
            .with_node(from, |node, clock, rng| node.make_parcel(most, clock, rng));
        self.world.give(from, NodeInput::Changed);
        let Some(made) = made.flatten() else {
            return;
        };
        // It may be taken twice, or not at all.
        for _ in 0..below(rng, 3) {
            let parcel = &made.bytes;
            self.world
                .act(to, |node, clock, rng| node.take_parcel(parcel, clock, rng));
        }
    }

    /// A month and more passes at the relay, in which nobody writes.
    pub(super) fn relay_runs_on(&mut self) -> u64 {
        if self.compacts {
            self.world.relay_runs_on(2 * GRACE_MS)
        } else {
            0
        }
    }

    /// Somebody writes into a document that the device can read.
    fn write(&mut self, index: usize, rng: &mut ChaCha20Rng) {
        let Some(node) = self.world.node(index) else {
            return;
        };
        // Only what this device has heard of.
        let known: Vec<DocumentId> = node.store.contents().keys().copied().collect();
        let Some(document) = pick(rng, &known).copied() else {
            return;
        };
        let change = change(self.changes, rng);
        self.changes += 1;
        self.written
            .entry(document)
            .or_default()
            .insert(change.clone());
        self.world
            .with_node(index, |node, _, _| node.store.write(document, change));
        self.world.give(index, NodeInput::Changed);
    }

    /// The device's disk is full for a while.
    fn fail_commits(&mut self, index: usize, count: u64) {
        let count = u32::try_from(count).unwrap_or(1);
        self.world
            .with_node(index, |node, _, _| node.store.fail_commits(count));
    }

    fn back_up_device(&mut self, index: usize) {
        if let Some(node) = self.world.node(index) {
            self.device_backups.insert(index, node.store.clone());
        }
    }

    /// Somebody restores a device from an old backup: what it alone held since
    /// then is lost, what anybody else holds is not.
    fn restore_device(&mut self, index: usize, report: &mut Report) {
        let Some(backup) = self.device_backups.get(&index).cloned() else {
            return;
        };
        let Some(node) = self.world.node(index) else {
            return;
        };
        for (document, changes) in node.store.contents() {
            let kept = backup.content(document);
            for change in changes.difference(&kept) {
                self.perhaps
                    .entry(*document)
                    .or_default()
                    .insert(change.clone());
            }
        }
        for (document, changes) in &mut self.written {
            if let Some(perhaps) = self.perhaps.get(document) {
                changes.retain(|change| !perhaps.contains(change));
            }
        }
        self.world
            .with_node(index, |node, _, _| node.store = backup);
        self.world.crash(index);
        report.crashes += 1;
    }
}
