//! A world of devices, a network that loses, repeats, delays and damages, and
//! the real relay, all in one thread and driven by one seed.

mod faults;
mod malice;
mod network;
mod node;
mod relay;

use handrail_protocol::{AgencyId, RelayIncarnation};
use handrail_relay::Limits;
use handrail_relay::in_process::InProcessRelay;
use handrail_relay::storage::MemoryStorage;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

use crate::clock::FakeClock;
use crate::random::{below, bytes, chance, pick, seeded};

pub use faults::Faults;
pub use malice::{Deed, Malice};
use network::{Delivery, Network};
pub use node::{Answer, Call, Lost, Node, NodeInput, NodeOutput};

/// One device of the world.
struct Slot<N> {
    node: N,
    clock: FakeClock,
    /// Grows with each crash: what was meant for an earlier life is lost.
    life: u64,
    timer: Option<u64>,
    /// The session of the open stream of hints.
    stream: Option<String>,
    /// Nothing gets through until then.
    offline_until: u64,
}

/// What the network carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traffic {
    /// Requests sent by devices.
    pub requests: u64,
    /// Bytes of their bodies.
    pub request_bytes: u64,
    /// Bytes of the answers.
    pub reply_bytes: u64,
}

/// The world.
pub struct World<N> {
    rng: ChaCha20Rng,
    now: u64,
    agency: AgencyId,
    slots: Vec<Slot<N>>,
    relay: Option<InProcessRelay<MemoryStorage>>,
    /// Another relay behind the same name.
    other_relay: Option<InProcessRelay<MemoryStorage>>,
    backups: Vec<MemoryStorage>,
    network: Network,
    /// What may go wrong from now on.
    pub faults: Faults,
    /// What the relay does on purpose from now on.
    pub malice: Malice,
    /// What was carried so far.
    pub traffic: Traffic,
    /// Words that must be in no byte that leaves a device.
    canaries: Vec<Vec<u8>>,
    leaked: bool,
    steps: u64,
}

impl<N: Node> World<N> {
    /// A world with an empty relay and no devices.
    pub fn new(seed: u64, agency: AgencyId) -> Self {
        let mut rng = seeded(seed);
        let incarnation = RelayIncarnation::from_bytes(bytes(&mut rng));
        Self::with(rng, agency, MemoryStorage::new(incarnation))
    }

    /// A world with a relay that holds something already, and no devices.
    pub fn over(seed: u64, agency: AgencyId, storage: MemoryStorage) -> Self {
        Self::with(seeded(seed), agency, storage)
    }

    fn with(mut rng: ChaCha20Rng, agency: AgencyId, storage: MemoryStorage) -> Self {
        let relay = InProcessRelay::new(storage, Limits::default(), &mut rng);
        Self {
            rng,
            now: 0,
            agency,
            slots: Vec::new(),
            relay: Some(relay),
            other_relay: None,
            backups: Vec::new(),
            network: Network::default(),
            faults: Faults::default(),
            malice: Malice::default(),
            traffic: Traffic::default(),
            canaries: Vec::new(),
            leaked: false,
            steps: 0,
        }
    }

    /// What the relay holds now.
    pub fn relay_storage(&self) -> Option<&MemoryStorage> {
        self.relay.as_ref().map(InProcessRelay::storage)
    }

    /// Whose relay this is.
    pub fn agency(&self) -> AgencyId {
        self.agency
    }

    /// Whose relay this is, once the agency is founded.
    pub fn set_agency(&mut self, agency: AgencyId) {
        self.agency = agency;
    }

    /// Lets a device do something and carries out what it asks for.
    pub fn act<T>(
        &mut self,
        index: usize,
        work: impl FnOnce(&mut N, FakeClock, &mut ChaCha20Rng) -> (T, Vec<NodeOutput>),
    ) -> Option<T> {
        let slot = self.slots.get_mut(index)?;
        let (answer, outputs) = work(&mut slot.node, slot.clock, &mut self.rng);
        for output in outputs {
            self.carry_out(index, output);
        }
        Some(answer)
    }

    /// The world's randomness.
    pub fn rng(&mut self) -> &mut ChaCha20Rng {
        &mut self.rng
    }

    /// Milliseconds since the beginning.
    pub fn now(&self) -> u64 {
        self.now
    }

    /// Steps taken so far.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// This word must never leave a device in the clear.
    pub fn guard_word(&mut self, word: &str) {
        self.canaries.push(word.as_bytes().to_vec());
    }

    /// Whether a guarded word was seen on the network.
    pub fn leaked(&self) -> bool {
        self.leaked
    }

    /// Adds a device and starts it. Answers its index.
    pub fn add(&mut self, node: N) -> usize {
        let mut clock = FakeClock::new();
        clock.pass_until(self.now);
        self.slots.push(Slot {
            node,
            clock,
            life: 0,
            timer: None,
            stream: None,
            offline_until: 0,
        });
        let index = self.slots.len() - 1;
        self.give(index, NodeInput::Started);
        index
    }

    /// Number of devices.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is no device.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// A device.
    pub fn node(&self, index: usize) -> Option<&N> {
        self.slots.get(index).map(|slot| &slot.node)
    }

    /// All devices.
    pub fn nodes(&self) -> impl Iterator<Item = &N> {
        self.slots.iter().map(|slot| &slot.node)
    }

    /// All devices.
    pub fn nodes_mut(&mut self) -> impl Iterator<Item = &mut N> {
        self.slots.iter_mut().map(|slot| &mut slot.node)
    }

    /// Lets a device do something, at its own time.
    pub fn with_node<T>(
        &mut self,
        index: usize,
        work: impl FnOnce(&mut N, FakeClock, &mut ChaCha20Rng) -> T,
    ) -> Option<T> {
        let slot = self.slots.get_mut(index)?;
        Some(work(&mut slot.node, slot.clock, &mut self.rng))
    }

    /// Gives a device an input and carries out what it asks for.
    pub fn give(&mut self, index: usize, input: NodeInput) {
        let Some(slot) = self.slots.get_mut(index) else {
            return;
        };
        let outputs = slot.node.take(input, slot.clock, &mut self.rng);
        for output in outputs {
            self.carry_out(index, output);
        }
    }

    /// The device's program is killed and started again; its database stays.
    pub fn crash(&mut self, index: usize) {
        let Some(slot) = self.slots.get_mut(index) else {
            return;
        };
        slot.life += 1;
        slot.timer = None;
        slot.stream = None;
        slot.node.crash();
        self.give(index, NodeInput::Started);
    }

    /// The device's wall clock becomes wrong by so much.
    pub fn jump_clock(&mut self, index: usize, wrong_by: i64) {
        if let Some(slot) = self.slots.get_mut(index) {
            slot.clock.jump(wrong_by);
        }
    }

    /// The device has no network for so long.
    pub fn cut_off(&mut self, index: usize, ms: u64) {
        if let Some(slot) = self.slots.get_mut(index) {
            slot.offline_until = self.now + ms;
        }
    }

    /// Nothing goes wrong any more, everybody is connected and looks at the
    /// screen.
    pub fn calm_down(&mut self) {
        self.faults = Faults::default();
        self.malice.end();
        for index in 0..self.slots.len() {
            if let Some(slot) = self.slots.get_mut(index) {
                slot.offline_until = 0;
                slot.clock.jump(0);
            }
            self.give(index, NodeInput::Resumed);
        }
    }

    /// Lets the next thing happen: a delivery or a timer. Answers false when
    /// nothing is left to happen before `until`.
    pub fn step(&mut self, until: u64) -> bool {
        let delivery = self.network.next_time();
        let timer = self
            .slots
            .iter()
            .enumerate()
            .filter_map(|(index, slot)| Some((slot.timer?, index)))
            .min();
        let (at, fired) = match (delivery, timer) {
            (Some(delivery), Some((at, index))) if at <= delivery => (at, Some(index)),
            (None, Some((at, index))) => (at, Some(index)),
            (Some(at), _) => (at, None),
            (None, None) => return false,
        };
        if at > until {
            return false;
        }
        self.steps += 1;
        self.pass_until(at);
        match fired {
            Some(index) => {
                if let Some(slot) = self.slots.get_mut(index) {
                    slot.timer = None;
                }
                self.give(index, NodeInput::Timer);
            }
            None => self.deliver(),
        }
        true
    }

    /// Lets everything happen that happens within so many milliseconds, at most
    /// `steps` things.
    pub fn run(&mut self, ms: u64, steps: u64) {
        let until = self.now + ms;
        for _ in 0..steps {
            if !self.step(until) {
                break;
            }
        }
        self.pass_until(until);
    }

    fn pass_until(&mut self, at: u64) {
        self.now = self.now.max(at);
        for slot in &mut self.slots {
            slot.clock.pass_until(self.now);
        }
    }

    fn carry_out(&mut self, index: usize, output: NodeOutput) {
        let now = self.now;
        let Some(slot) = self.slots.get_mut(index) else {
            return;
        };
        match output {
            NodeOutput::TimerAfter(ms) => slot.timer = Some(now + ms),
            NodeOutput::Stream(stream) => slot.stream = stream,
            NodeOutput::Call(call) => {
                let (life, offline) = (slot.life, slot.offline_until > now);
                self.send(index, life, offline, call);
            }
        }
    }

    fn send(&mut self, index: usize, life: u64, offline: bool, call: Call) {
        self.traffic.requests += 1;
        self.traffic.request_bytes += call.body.len() as u64;
        self.leaked |= self.canaries.iter().any(|word| contains(&call.body, word))
            || self
                .canaries
                .iter()
                .any(|word| contains(call.path.as_bytes(), word));
        let faults = self.faults;
        let timeout = self.now + call.timeout_ms;
        let lost = |id| Delivery::Answer {
            index,
            life,
            id,
            answer: Err(Lost::TimedOut),
        };
        if offline || chance(&mut self.rng, faults.drop) {
            if chance(&mut self.rng, 500) {
                let soon = self.now + 1 + below(&mut self.rng, 50);
                let answer = Err(Lost::Unreachable);
                self.network.add(
                    soon,
                    Delivery::Answer {
                        index,
                        life,
                        id: call.id,
                        answer,
                    },
                );
            } else {
                self.network.add(timeout, lost(call.id));
            }
            return;
        }
        // Whatever becomes of it, the driver gives up at last.
        self.network.add(timeout, lost(call.id));
        if chance(&mut self.rng, faults.duplicate) {
            let at = self.now + faults.delay(&mut self.rng);
            self.network.add(
                at,
                Delivery::Request {
                    index,
                    life,
                    call: call.clone(),
                },
            );
        }
        let mut call = call;
        if chance(&mut self.rng, faults.damage_request) {
            faults::flip_a_bit(&mut call.body, &mut self.rng);
        }
        let at = self.now + faults.delay(&mut self.rng);
        self.network
            .add(at, Delivery::Request { index, life, call });
    }

    fn deliver(&mut self) {
        match self.network.next() {
            Some(Delivery::Request { index, life, call }) => self.at_relay(index, life, &call),
            Some(Delivery::Answer {
                index,
                life,
                id,
                answer,
            }) if self.lives(index, life) => {
                self.give(index, NodeInput::Answer { id, answer });
            }
            Some(Delivery::Hint { index, life }) if self.lives(index, life) => {
                self.give(index, NodeInput::Wake);
            }
            // Meant for a life that a crash has ended.
            Some(Delivery::Answer { .. } | Delivery::Hint { .. }) | None => {}
        }
    }

    fn lives(&self, index: usize, life: u64) -> bool {
        self.slots.get(index).is_some_and(|slot| slot.life == life)
    }

    /// A device chosen at random; `None` in an empty world.
    pub fn any_index(&mut self) -> Option<usize> {
        let indices: Vec<usize> = (0..self.slots.len()).collect();
        pick(&mut self.rng, &indices).copied()
    }

    /// A random number of the world.
    pub fn random(&mut self) -> u64 {
        self.rng.next_u64()
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    !needle.is_empty()
        && haystack
            .windows(needle.len())
            .any(|window| window == needle)
}
