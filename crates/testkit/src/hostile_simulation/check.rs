//! The promises, as far as they can hold while somebody means harm, and all of
//! them afterwards.
//!
//! While a relay withholds, convergence (I1) and liveness (I9) are its to give;
//! what takes their place is that the device says so (I5). What members write
//! within their rights is theirs to write (I3): it carries their name.

use std::collections::BTreeSet;

use handrail_protocol::{DocumentId, DocumentKind, ItemHeader, UnverifiedItem};
use handrail_sync::receive::MOST_UNVOUCHED_BYTES;
use handrail_sync::{QuarantineReason, SyncPhase, SyncStore};

use super::attack::{Attack, FORGED, items_of};
use super::scenario::Scenario;
use super::story::Story;
use crate::access::Reader;

/// A broken promise.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The attack did not take place as it should have.
    #[error("the attack did not take place, or was not refused as it should be")]
    NoAttack,
    /// I1 and I9: after the attack.
    #[error(
        "I1, I9: device {device} is not done: {missing} changes missing, {waiting} wait, {phase:?}"
    )]
    Convergence {
        /// Index of the device.
        device: usize,
        /// Changes that it should have.
        missing: usize,
        /// Changes and items to be sent.
        waiting: usize,
        /// What it is doing.
        phase: SyncPhase,
    },
    /// I2.
    #[error("I2 durability: a change of device {device} in {document} is nowhere")]
    Durability {
        /// Index of its writer.
        device: usize,
        /// Document.
        document: DocumentId,
    },
    /// I3.
    #[error("I3 authenticity: device {device} holds in {document} what nobody may have written")]
    Authenticity {
        /// Index of the device.
        device: usize,
        /// Document.
        document: DocumentId,
    },
    /// I4.
    #[error("I4 confidentiality: a guarded word left a device in the clear")]
    Leak,
    /// I4.
    #[error("I4 confidentiality: device {device} opens an item of {document} that is not for it")]
    Confidentiality {
        /// Index of the device.
        device: usize,
        /// Document.
        document: DocumentId,
    },
    /// I5.
    #[error("I5 no silent loss: device {device} lacks {missing} changes and says nothing")]
    SilentLoss {
        /// Index of the device.
        device: usize,
        /// Changes that others were told are sent.
        missing: usize,
    },
    /// I5 the other way: nothing is wrong with these.
    #[error("I5: device {device} says that {document} is incomplete; a stranger said so")]
    FalseAlarm {
        /// Index of the device.
        device: usize,
        /// Document.
        document: DocumentId,
    },
    /// Items of honest devices are kept aside.
    #[error("device {device} keeps items of honest devices aside: {reasons:?}")]
    KeptAside {
        /// Index of the device.
        device: usize,
        /// Why.
        reasons: Vec<QuarantineReason>,
    },
    /// I6.
    #[error("I6 idempotence: device {device} holds something else after reading all again")]
    Idempotence {
        /// Index of the device.
        device: usize,
    },
    /// I8.
    #[error("I8 bounds: {requests} requests of {devices} devices in {minutes} minutes")]
    Requests {
        /// So many.
        requests: u64,
        /// Of so many.
        devices: usize,
        /// In so long.
        minutes: u64,
    },
    /// I8.
    #[error("I8 bounds: device {device} keeps {bytes} bytes aside")]
    Hoard {
        /// Index of the device.
        device: usize,
        /// So many.
        bytes: usize,
    },
}

impl Story {
    fn here(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.world.len()).filter(|index| !self.away.contains(index))
    }

    /// Changes that others were told are sent, and that a device should have.
    pub(super) fn missing(&self, index: usize, receipted_only: bool) -> usize {
        let Some(node) = self.world.node(index) else {
            return 0;
        };
        let mut missing = 0;
        for document in &self.documents {
            if !self.may_read(index, document)
                || (receipted_only && document.kind == DocumentKind::Agency)
            {
                continue;
            }
            let held = node.store.content(&document.id);
            let Some(written) = self.written.get(&document.id) else {
                continue;
            };
            missing += written
                .iter()
                .filter(|(change, writer)| {
                    let sent = self
                        .world
                        .node(**writer)
                        .is_some_and(|writer| writer.store.waiting() == 0);
                    sent && !self.away.contains(*writer) && !held.contains(*change)
                })
                .count();
        }
        missing
    }

    /// I5, for one device: it has what it should have, or says that it has not.
    pub(super) fn is_honest(&self, index: usize, scenario: Scenario) -> bool {
        let hides = matches!(
            scenario,
            Scenario::WithholdsOneItem | Scenario::WithholdsOneWriter | Scenario::HidesRevocation
        );
        let Some(node) = self.world.node(index) else {
            return true;
        };
        // A relay that gives nothing at all keeps a device at work; what it
        // leaves out in silence has to be told.
        let at_work = !hides && node.phase() != SyncPhase::Idle;
        // Documents of the whole agency are not receipted.
        self.missing(index, hides) == 0 || node.warns() || at_work
    }

    /// What must hold at any time.
    pub(super) fn check_safety(&self, attack: &Attack) -> Result<(), Broken> {
        if self.world.leaked() {
            return Err(Broken::Leak);
        }
        for device in self.here() {
            let Some(node) = self.world.node(device) else {
                continue;
            };
            for (document, changes) in node.store.contents() {
                let written = self.written.get(document);
                let known = |change: &Vec<u8>| {
                    written.is_some_and(|written| written.contains_key(change))
                        || self.untruths.contains(&(*document, change.clone()))
                };
                if changes
                    .iter()
                    .any(|change| change == FORGED || !known(change))
                {
                    let document = *document;
                    return Err(Broken::Authenticity { device, document });
                }
            }
            let bytes = node.store.aside_bytes();
            if bytes > MOST_UNVOUCHED_BYTES {
                return Err(Broken::Hoard { device, bytes });
            }
        }
        self.check_keys(attack)
    }

    /// I4: whoever has a relay's whole storage and a device's real keys opens what
    /// was meant for that device, and nothing that came after it was taken out.
    fn check_keys(&self, attack: &Attack) -> Result<(), Broken> {
        for storage in [self.world.relay_storage(), self.world.other_storage()] {
            let items: Vec<Vec<u8>> = items_of(storage, self)
                .into_iter()
                .map(|(_, item)| item)
                .collect();
            for device in 0..self.world.len() {
                self.check_keys_of(device, &items, attack)?;
            }
        }
        Ok(())
    }

    fn check_keys_of(
        &self,
        device: usize,
        items: &[Vec<u8>],
        attack: &Attack,
    ) -> Result<(), Broken> {
        let Some((member, node)) = self.member(device).zip(self.world.node(device)) else {
            return Ok(());
        };
        let rosters = [node.store.roster(), &self.agency.roster];
        let mut reader = Reader::of(&member.secret, rosters, items);
        let mut store = node.store.clone();
        for document in &self.documents {
            let kept = store.transaction(|tx| {
                let mut kept = Vec::new();
                for info in tx.document_keys(&document.id)? {
                    kept.extend(tx.document_key(&document.id, &info.id)?);
                }
                Ok(kept)
            });
            for key in kept.unwrap_or_default() {
                reader.add(document.id, key);
            }
        }
        for item in items {
            let Ok(parsed) = UnverifiedItem::parse(item) else {
                continue;
            };
            let header = parsed.header();
            // What a hostile hand seals to itself is its own.
            let own = header.writer == member.device();
            if !own && !self.is_meant_for(device, header, attack) && reader.opens(item) {
                let document = header.document;
                return Err(Broken::Confidentiality { device, document });
            }
        }
        Ok(())
    }

    fn is_meant_for(&self, device: usize, header: &ItemHeader, attack: &Attack) -> bool {
        let later = attack
            .taken_out
            .get(&self.device(device))
            .is_some_and(|out| header.roster.n >= *out);
        let readable = self
            .documents
            .iter()
            .find(|document| document.id == header.document)
            .is_none_or(|document| self.may_read(device, document));
        // What was shared stays known; what is written after the end is for the others.
        let was_shared = attack
            .unshared
            .is_some_and(|(record, end)| header.document == record && header.roster.n < end);
        let readable = readable || was_shared;
        // A device taken out belongs to a member who may be there still.
        readable && !later
    }

    /// Whether everybody has everything and has sent everything.
    pub(super) fn is_settled(&self, scenario: Scenario) -> bool {
        self.here().all(|index| self.is_done(index, scenario))
    }

    fn is_done(&self, index: usize, scenario: Scenario) -> bool {
        self.world.node(index).is_none_or(|node| {
            // A member's false receipts keep the alarm up; see `check_aside`.
            let calm = node.phase() == SyncPhase::Idle
                || (scenario == Scenario::ReceiptsLie && !node.withheld().is_empty());
            calm && node.store.is_settled() && self.missing(index, false) == 0
        })
    }

    pub(super) fn why_not_settled(&self, scenario: Scenario) -> Broken {
        for device in self.here() {
            if let Some(node) = self.world.node(device)
                && !self.is_done(device, scenario)
            {
                return Broken::Convergence {
                    device,
                    missing: self.missing(device, false),
                    waiting: node.store.waiting(),
                    phase: node.phase(),
                };
            }
        }
        Broken::NoAttack
    }

    /// What must hold at the end.
    pub(super) fn check_end(&mut self, attack: &Attack, scenario: Scenario) -> Result<(), Broken> {
        self.check_safety(attack)?;
        self.check_durability()?;
        self.check_aside(scenario)?;
        let honest: Vec<usize> = self.here().collect();
        for device in honest {
            let before = self
                .world
                .node(device)
                .map(|node| node.store.contents().clone());
            let rebuilt = self
                .world
                .with_node(device, |node, _, _| node.store.rebuilt());
            if rebuilt.map(Result::ok) != Some(before) {
                return Err(Broken::Idempotence { device });
            }
        }
        Ok(())
    }

    /// I2: what a device wrote is somewhere, if only on that device or aside.
    fn check_durability(&self) -> Result<(), Broken> {
        let held: BTreeSet<(&DocumentId, &Vec<u8>)> = self
            .world
            .nodes()
            .flat_map(|node| node.store.contents())
            .flat_map(|(document, changes)| changes.iter().map(move |change| (document, change)))
            .collect();
        for (document, written) in &self.written {
            for (change, device) in written {
                if !held.contains(&(document, change)) {
                    let (document, device) = (*document, *device);
                    return Err(Broken::Durability { device, document });
                }
            }
        }
        Ok(())
    }

    /// Only what a member sent who did not keep to the rules, or who was taken
    /// out, stays aside; strangers raise no alarm.
    fn check_aside(&self, scenario: Scenario) -> Result<(), Broken> {
        for device in self.here() {
            let Some(node) = self.world.node(device) else {
                continue;
            };
            let aside = node.store.aside();
            let allowed = |reason: &QuarantineReason| match scenario {
                Scenario::Garbage | Scenario::ManglesAnswers => true,
                Scenario::MembershipStorm | Scenario::HidesRevocation => {
                    *reason == QuarantineReason::AfterRevocation
                }
                scenario => scenario.is_of_a_member(),
            };
            if !aside.iter().all(allowed) {
                return Err(Broken::KeptAside {
                    device,
                    reasons: aside,
                });
            }
            for document in node.withheld() {
                let honest = self.documents.iter().find(|known| {
                    known.id == *document && known.owner != super::story::OTHER_COACH
                });
                if let Some(document) = honest {
                    let document = document.id;
                    return Err(Broken::FalseAlarm { device, document });
                }
            }
        }
        Ok(())
    }
}
