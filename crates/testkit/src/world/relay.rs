//! What can happen to the relay: a crash, a backup, a rollback, a wipe.

use handrail_protocol::RelayIncarnation;
use handrail_relay::Limits;
use handrail_relay::in_process::InProcessRelay;
use handrail_relay::storage::MemoryStorage;

use super::{Node, World};
use crate::random::{bytes, index};

impl<N: Node> World<N> {
    /// The relay is killed and started again.
    pub fn restart_relay(&mut self) {
        if let Some(relay) = self.relay.take() {
            self.relay = Some(relay.restart(&mut self.rng));
        }
        for slot in &mut self.slots {
            slot.stream = None;
        }
    }

    /// Someone makes a backup of the relay.
    pub fn back_up_relay(&mut self) {
        if let Some(relay) = &self.relay {
            self.backups.push(relay.storage().clone());
        }
    }

    /// Someone starts the relay over an earlier backup, if there is one.
    pub fn roll_relay_back(&mut self) -> bool {
        let at = index(&mut self.rng, self.backups.len());
        let Some(storage) = self.backups.get(at).cloned() else {
            return false;
        };
        self.backups.truncate(at + 1);
        self.replace_relay(storage);
        true
    }

    /// Someone starts the relay over nothing.
    pub fn wipe_relay(&mut self) {
        let incarnation = RelayIncarnation::from_bytes(bytes(&mut self.rng));
        self.backups.clear();
        self.replace_relay(MemoryStorage::new(incarnation));
    }

    fn replace_relay(&mut self, storage: MemoryStorage) {
        self.relay = Some(InProcessRelay::new(
            storage,
            Limits::default(),
            &mut self.rng,
        ));
        for slot in &mut self.slots {
            slot.stream = None;
        }
    }

    /// The agency's sequence number at the relay.
    pub fn relay_sequence(&self) -> u64 {
        self.relay
            .as_ref()
            .map_or(0, |relay| relay.sequence(self.agency))
    }
}
