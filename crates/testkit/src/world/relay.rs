//! The relay: how requests get to it, and what can happen to it (a crash, a
//! backup, a rollback, a wipe, a second one behind the same name).

use handrail_protocol::RelayIncarnation;
use handrail_relay::Limits;
use handrail_relay::core::{Method, WireReply, WireRequest};
use handrail_relay::in_process::InProcessRelay;
use handrail_relay::storage::MemoryStorage;

use super::malice::Side;
use super::network::Delivery;
use super::{Answer, Call, Lost, Node, World};
use crate::random::{bytes, chance, index};

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

    /// The relay runs on for so long, ms, while nobody writes, and destroys what it may.
    /// Answers how many items that were.
    pub fn relay_runs_on(&mut self, ms: u64) -> u64 {
        let relay = self.relay.as_mut();
        let destroyed = relay.and_then(|relay| relay.let_pass(ms).ok());
        destroyed.unwrap_or(0) as u64
    }

    /// The agency's sequence number at the relay.
    pub fn relay_sequence(&self) -> u64 {
        self.relay
            .as_ref()
            .map_or(0, |relay| relay.sequence(self.agency))
    }

    /// From now on there is another relay with the same history.
    pub fn add_other_relay(&mut self) {
        if let Some(storage) = self.relay_storage().cloned() {
            self.other_relay = Some(InProcessRelay::new(
                storage,
                Limits::default(),
                &mut self.rng,
            ));
        }
    }

    /// What the other relay holds now.
    pub fn other_storage(&self) -> Option<&MemoryStorage> {
        self.other_relay.as_ref().map(InProcessRelay::storage)
    }

    /// The relay, or the other one, starts over this.
    pub fn put_storage(&mut self, other: bool, storage: MemoryStorage) {
        if other {
            let relay = InProcessRelay::new(storage, Limits::default(), &mut self.rng);
            self.other_relay = Some(relay);
        } else {
            self.replace_relay(storage);
        }
    }

    /// Asks the relay, or the other one, at once and without a network: somebody
    /// with a program of their own.
    pub fn ask_relay(
        &mut self,
        other: bool,
        post: bool,
        path: &str,
        authorization: Option<&str>,
        body: &[u8],
    ) -> Option<WireReply> {
        let wall = u64::try_from(crate::clock::BEGINNING).unwrap_or(0) + self.now;
        let request = WireRequest {
            method: if post { Method::Post } else { Method::Get },
            target: path,
            body,
        };
        let before = self.relay_sequence_of(other);
        let relay = if other {
            self.other_relay.as_mut()
        } else {
            self.relay.as_mut()
        }?;
        let reply = relay.exchange(&request, authorization, wall, &mut self.rng);
        if self.relay_sequence_of(other) > before {
            self.hint();
        }
        Some(reply)
    }

    fn relay_sequence_of(&self, other: bool) -> u64 {
        let relay = if other {
            &self.other_relay
        } else {
            &self.relay
        };
        relay
            .as_ref()
            .map_or(0, |relay| relay.sequence(self.agency))
    }

    pub(super) fn at_relay(&mut self, index: usize, life: u64, call: &Call) {
        let (side, path) = self.misdirect(index, call);
        let authorization = call.authorization.as_deref();
        let Some(reply) = self.ask_relay(
            side == Side::Other,
            call.post,
            &path,
            authorization,
            &call.body,
        ) else {
            return;
        };
        let faults = self.faults;
        if chance(&mut self.rng, faults.drop) {
            return;
        }
        let content_type = if reply.body.is_empty() {
            String::new()
        } else {
            "application/cbor".to_owned()
        };
        let mut answer = Answer {
            status: reply.status,
            content_type,
            body: reply.body,
            retry_after_seconds: None,
        };
        self.tamper(index, call, &mut answer);
        self.traffic.reply_bytes += answer.body.len() as u64;
        faults.damage(&mut answer, &mut self.rng);
        let answer = if answer.body.len() > call.max_reply_bytes {
            Err(Lost::TooLong)
        } else {
            Ok(answer)
        };
        let at = self.now + faults.delay(&mut self.rng);
        self.network.add(
            at,
            Delivery::Answer {
                index,
                life,
                id: call.id,
                answer,
            },
        );
    }

    /// Tells every device with an open stream that there is something new.
    pub fn hint(&mut self) {
        let faults = self.faults;
        for index in 0..self.slots.len() {
            let Some(slot) = self.slots.get(index) else {
                continue;
            };
            let (open, life) = (slot.stream.is_some(), slot.life);
            if open && slot.offline_until <= self.now && !chance(&mut self.rng, faults.drop) {
                let at = self.now + faults.delay(&mut self.rng);
                self.network.add(at, Delivery::Hint { index, life });
            }
        }
    }
}
