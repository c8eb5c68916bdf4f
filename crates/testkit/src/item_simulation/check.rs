//! The promises, by the numbers of the sync design.

use std::collections::BTreeSet;

use handrail_protocol::{DocumentId, DocumentKind, Incarnation};
use handrail_sync::memory::MemoryStore;
use handrail_sync::{QuarantineReason, SyncPhase};
use rand_chacha::ChaCha20Rng;

use super::ItemDevice;
use super::workload::Story;
use crate::agency::TestAgency;
use crate::random::bytes;

/// Virtual time in which somebody who begins anew has everything, ms.
const NEWCOMER_MS: u64 = 60_000;

/// A broken promise.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// I1.
    #[error("I1 convergence: device {device} has {found} changes of {document}, not {expected}")]
    Convergence {
        /// Index of the device.
        device: usize,
        /// Document.
        document: DocumentId,
        /// Changes found.
        found: usize,
        /// Changes expected.
        expected: usize,
    },
    /// I2.
    #[error("I2 durability: {count} changes of {document} are nowhere")]
    Durability {
        /// Document.
        document: DocumentId,
        /// How many.
        count: usize,
    },
    /// I4.
    #[error("I4 confidentiality: a guarded word left a device in the clear")]
    Confidentiality,
    /// I5.
    #[error("I5 no silent loss: device {device} keeps items aside: {reasons:?}")]
    KeptAside {
        /// Index of the device.
        device: usize,
        /// Why.
        reasons: Vec<QuarantineReason>,
    },
    /// I5.
    #[error("I5 no silent loss: device {device} has items that the relay refused: {reasons:?}")]
    Refused {
        /// Index of the device.
        device: usize,
        /// Why, by the wire's numbers.
        reasons: Vec<u8>,
    },
    /// I9.
    #[error(
        "I9 liveness: device {device} is not done: {waiting} wait, {phase:?}, {missing} missing"
    )]
    Liveness {
        /// Index of the device.
        device: usize,
        /// Items and changes that wait to be sent.
        waiting: usize,
        /// What it is doing.
        phase: SyncPhase,
        /// Changes of others it does not have.
        missing: usize,
    },
    /// Receipts.
    #[error("device {device} was not told how far device {reader} holds its items")]
    Receipt {
        /// Index of the writer.
        device: usize,
        /// Index of the reader.
        reader: usize,
    },
    /// I7.
    #[error(
        "I7 compaction: who begins anew as device {device} has {found} changes of {document}, not {expected}"
    )]
    Newcomer {
        /// Index of the device that has them.
        device: usize,
        /// Document.
        document: DocumentId,
        /// Changes found.
        found: usize,
        /// Changes expected.
        expected: usize,
    },
    /// The log is the truth.
    #[error("device {device}: a rebuild from the log gives another state")]
    Rebuild {
        /// Index of the device.
        device: usize,
    },
}

impl Story {
    /// Whether everybody has everything, has sent everything, and knows it.
    pub(super) fn is_settled(&self) -> bool {
        (0..self.world.len()).all(|index| self.is_done(index)) && self.missing_receipt().is_none()
    }

    fn is_done(&self, index: usize) -> bool {
        self.world.node(index).is_none_or(|node| {
            node.phase() == SyncPhase::Idle && node.store.is_settled() && self.missing(index) == 0
        })
    }

    /// Changes that a device should have and does not.
    fn missing(&self, index: usize) -> usize {
        let all = self.all_content();
        all.iter()
            .filter(|(document, change)| {
                self.may_read(index, document)
                    && self.world.node(index).is_some_and(|node| {
                        !node
                            .store
                            .contents()
                            .get(document)
                            .is_some_and(|c| c.contains(change))
                    })
            })
            .count()
    }

    fn may_read(&self, index: usize, document: &DocumentId) -> bool {
        self.readers
            .get(document)
            .is_some_and(|readers| readers.contains(&index))
    }

    /// What must be found and what anybody holds.
    fn all_content(&self) -> BTreeSet<(DocumentId, Vec<u8>)> {
        let held = self
            .world
            .nodes()
            .flat_map(|node| node.store.contents().iter());
        held.chain(self.written.iter())
            .flat_map(|(document, changes)| changes.iter().map(|c| (*document, c.clone())))
            .collect()
    }

    pub(super) fn why_not_settled(&self) -> Broken {
        for device in 0..self.world.len() {
            let Some(node) = self.world.node(device) else {
                continue;
            };
            let broken = self.kept_aside(device);
            if let Some(broken) = broken {
                return broken;
            }
            if !self.is_done(device) {
                return Broken::Liveness {
                    device,
                    waiting: node.store.waiting(),
                    phase: node.phase(),
                    missing: self.missing(device),
                };
            }
        }
        self.missing_receipt().unwrap_or(Broken::Confidentiality)
    }

    /// A device whose coach's items a reader holds without having said so.
    fn missing_receipt(&self) -> Option<Broken> {
        for (device, node) in self.world.nodes().enumerate() {
            for (chain, n) in node.store.reaches() {
                // Nobody acknowledges receipts.
                let n = n.min(node.store.last_content(&chain));
                let own = chain.device == node.store.device();
                let kind = node.store.kind_of(&chain.document);
                if !own || kind != Some(DocumentKind::Participant) || n == 0 {
                    continue;
                }
                for (reader, other) in self.world.nodes().enumerate() {
                    if reader == device || !self.may_read(reader, &chain.document) {
                        continue;
                    }
                    let told = node.store.receipts_by(&other.store.device());
                    if told.get(&chain).copied().unwrap_or(0) < n {
                        return Some(Broken::Receipt { device, reader });
                    }
                }
            }
        }
        None
    }

    fn kept_aside(&self, device: usize) -> Option<Broken> {
        let node = self.world.node(device)?;
        let reasons = node.store.aside();
        if !reasons.is_empty() {
            return Some(Broken::KeptAside { device, reasons });
        }
        let reasons = node.store.refused();
        (!reasons.is_empty()).then_some(Broken::Refused { device, reasons })
    }

    /// I7: a member who lost everything but their keys begins anew with what the relay has left.
    pub(super) fn check_newcomer(
        &mut self,
        agency: &TestAgency,
        device: usize,
        rng: &mut ChaCha20Rng,
    ) -> Result<(), Broken> {
        let incarnation = Incarnation::from_bytes(bytes(rng));
        let fresh = agency
            .members
            .get(device)
            .map(|member| MemoryStore::new(member.secret.clone(), incarnation, &agency.entries));
        let Some(Ok(fresh)) = fresh else {
            return Ok(());
        };
        let index = self.world.add(ItemDevice::new(fresh));
        self.world.run(NEWCOMER_MS, 20_000);
        let held = |of: usize| {
            self.world
                .node(of)
                .map(|node| node.store.contents().clone())
        };
        let (had, has) = (
            held(device).unwrap_or_default(),
            held(index).unwrap_or_default(),
        );
        for (document, changes) in had {
            let found = has.get(&document).cloned().unwrap_or_default();
            if found != changes {
                return Err(Broken::Newcomer {
                    device,
                    document,
                    found: found.len(),
                    expected: changes.len(),
                });
            }
        }
        match self.world.node(index).map(ItemDevice::phase) {
            Some(SyncPhase::Idle) | None => Ok(()),
            Some(phase) => Err(Broken::Liveness {
                device: index,
                waiting: 0,
                phase,
                missing: 0,
            }),
        }
    }

    /// Checks every promise at the end.
    pub(super) fn check(&mut self) -> Result<(), Broken> {
        if self.world.leaked() {
            return Err(Broken::Confidentiality);
        }
        for device in 0..self.world.len() {
            if let Some(broken) = self.kept_aside(device) {
                return Err(broken);
            }
        }
        let all = self.all_content();
        for (document, written) in &self.written {
            let held: BTreeSet<&Vec<u8>> = self
                .world
                .nodes()
                .filter_map(|node| node.store.contents().get(document))
                .flatten()
                .collect();
            let count = written
                .iter()
                .filter(|change| !held.contains(change))
                .count();
            if count > 0 {
                return Err(Broken::Durability {
                    document: *document,
                    count,
                });
            }
        }
        for (device, node) in self.world.nodes().enumerate() {
            for document in self.readers.keys() {
                let expected = all.iter().filter(|(of, _)| of == document).count();
                let found = node.store.content(document).len();
                let readable = self.may_read(device, document);
                if found != if readable { expected } else { 0 } {
                    let document = *document;
                    return Err(Broken::Convergence {
                        device,
                        document,
                        found,
                        expected,
                    });
                }
            }
        }
        for (device, node) in self.world.nodes_mut().enumerate() {
            let rebuilt = node.store.rebuilt();
            if rebuilt.as_ref() != Ok(node.store.contents()) {
                return Err(Broken::Rebuild { device });
            }
        }
        Ok(())
    }
}
