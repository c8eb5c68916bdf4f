//! A device of this simulation.

use std::collections::BTreeSet;

use handrail_protocol::DocumentId;
use handrail_sync::memory::MemoryStore;
use handrail_sync::outbox::{MadeParcel, make_parcel};
use handrail_sync::receive::{TakenParcel, documents_with_gaps, take_parcel};
use handrail_sync::{
    SyncInput, SyncMachine, SyncMethod, SyncOutput, SyncPhase, SyncReply, SyncStore,
    SyncTransportError,
};
use rand_chacha::ChaCha20Rng;

use crate::clock::FakeClock;
use crate::world::{Call, Lost, Node, NodeInput, NodeOutput};

/// The machine over an in-memory store.
pub struct ItemDevice {
    /// What lasts.
    pub store: MemoryStore,
    machine: SyncMachine,
}

impl ItemDevice {
    /// A device that has not started.
    pub fn new(store: MemoryStore) -> Self {
        Self {
            store,
            machine: SyncMachine::new(),
        }
    }

    /// What the conversation is doing.
    pub fn phase(&self) -> SyncPhase {
        self.machine.phase()
    }

    /// Whether a person who looks at this device sees that something is missing or
    /// wrong.
    pub fn warns(&self) -> bool {
        let store = &mut self.store.clone();
        let holes = store.transaction(|tx| documents_with_gaps(tx));
        matches!(self.phase(), SyncPhase::Trouble { .. })
            || !self.machine.withheld().is_empty()
            || !store.aside().is_empty()
            || holes.is_ok_and(|holes| !holes.is_empty())
    }

    /// Documents that the relay is said to keep back.
    pub fn withheld(&self) -> &BTreeSet<DocumentId> {
        self.machine.withheld()
    }

    /// Makes a parcel of `most` bytes at the most. `None` when the store fails.
    pub fn make_parcel(
        &mut self,
        most: usize,
        clock: FakeClock,
        rng: &mut ChaCha20Rng,
    ) -> Option<MadeParcel> {
        let at = clock.moment().at;
        let made = self
            .store
            .transaction(|tx| make_parcel(tx, most, i64::MIN, at, rng));
        made.ok().flatten()
    }

    /// Takes a parcel. `None` when the store fails or the parcel does not open.
    pub fn take_parcel(
        &mut self,
        parcel: &[u8],
        clock: FakeClock,
        rng: &mut ChaCha20Rng,
    ) -> (Option<TakenParcel>, Vec<NodeOutput>) {
        let at = clock.moment().at;
        let taken = self
            .store
            .transaction(|tx| take_parcel(tx, parcel, at, rng));
        let Ok(Ok(taken)) = taken else {
            return (None, Vec::new());
        };
        let received = Box::new(taken.received.clone());
        let outputs = self.handle(SyncInput::TookParcel(received), clock, rng);
        (Some(taken), outputs)
    }

    /// Gives the machine an input.
    pub fn handle(
        &mut self,
        input: SyncInput,
        clock: FakeClock,
        rng: &mut ChaCha20Rng,
    ) -> Vec<NodeOutput> {
        self.machine
            .handle(input, &mut self.store, clock.moment(), rng)
            .into_iter()
            .filter_map(|output| match output {
                SyncOutput::Http(request) => Some(NodeOutput::Call(Call {
                    id: request.id,
                    post: request.method == SyncMethod::Post,
                    path: request.path,
                    authorization: request.authorization,
                    body: request.body,
                    timeout_ms: request.timeout_ms,
                    max_reply_bytes: request.max_reply_bytes,
                })),
                SyncOutput::TimerAfter(ms) => Some(NodeOutput::TimerAfter(ms)),
                SyncOutput::WakeStream(stream) => Some(NodeOutput::Stream(
                    stream.map(|stream| stream.authorization),
                )),
                SyncOutput::StateChanged(_) | SyncOutput::Changed(_) => None,
            })
            .collect()
    }
}

impl Node for ItemDevice {
    fn take(
        &mut self,
        input: NodeInput,
        clock: FakeClock,
        rng: &mut ChaCha20Rng,
    ) -> Vec<NodeOutput> {
        let input = match input {
            NodeInput::Started => SyncInput::Started,
            NodeInput::Timer => SyncInput::Timer,
            NodeInput::Wake => SyncInput::Wake,
            NodeInput::Resumed => SyncInput::Resumed,
            NodeInput::Changed => SyncInput::LocalChange,
            NodeInput::Answer { id, answer } => SyncInput::Http {
                id,
                result: answer
                    .map(|answer| SyncReply {
                        retry_after_ms: answer.retry_after_seconds.map(|wait| wait * 1_000),
                        status: answer.status,
                        content_type: answer.content_type,
                        body: answer.body,
                    })
                    .map_err(|lost| match lost {
                        Lost::Unreachable => SyncTransportError::Unreachable,
                        Lost::TimedOut => SyncTransportError::TimedOut,
                        Lost::TooLong => SyncTransportError::TooLong,
                    }),
            },
        };
        self.handle(input, clock, rng)
    }

    fn crash(&mut self) {
        self.machine = SyncMachine::new();
    }
}
