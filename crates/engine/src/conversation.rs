//! The talk with the relay: drives [`SyncMachine`] over this device's store.

pub mod apply;
mod attach;
mod carry;
pub mod missing;
mod rows;
mod store_side;
mod transaction;

pub use store_side::StoreSide;

use std::collections::BTreeSet;

use handrail_protocol::DocumentId;
use handrail_sync::{Changed, Moment, SyncInput, SyncMachine, SyncOutput, SyncPhase};
use rand_core::CryptoRng;

use crate::io::{HttpRequest, Method, Output, WakeStream};
use crate::late::{self, Settled};
use crate::open::Open;
use crate::views::{self, Incomplete};

/// Leaves a number below 2^52, which every driver can carry.
const NUMBER_SHIFT: u32 = 12;

/// The talk, as long as the device is unlocked and has a relay.
pub struct Conversation {
    /// Origin of the relay, without a slash at its end.
    pub relay: String,
    /// Logic of the talk.
    pub machine: SyncMachine,
    /// Monotonic ms at which the machine wants its timer.
    pub timer_at: Option<u64>,
    /// Unix ms minus monotonic ms, to show when the next try is.
    pub clock_shift: i64,
    /// Whose records are incomplete, as of the last look.
    pub incomplete: Incomplete,
    /// Late items of which nothing is left to decide.
    pub settled: Settled,
}

/// What a step of the talk left to do for the engine.
#[derive(Default)]
pub struct Step {
    /// Requests and streams for the driver; ids are the machine's.
    pub outputs: Vec<Output>,
    /// What changed in the store.
    pub changed: Vec<Changed>,
    /// The pill may have changed.
    pub phase_changed: bool,
}

impl Conversation {
    /// A talk that has not begun. Its requests get numbers of their own: what
    /// an earlier talk asked may still be answered.
    pub fn new(relay: String, rng: &mut dyn CryptoRng) -> Self {
        Self {
            relay,
            machine: SyncMachine::numbered_from(rng.next_u64() >> NUMBER_SHIFT),
            timer_at: None,
            clock_shift: 0,
            incomplete: Incomplete::new(),
            settled: Settled::new(),
        }
    }

    /// What the machine is doing.
    pub fn phase(&self) -> SyncPhase {
        self.machine.phase()
    }
}

/// Gives the machine one input. Does nothing where there is no relay.
pub fn step(open: &mut Open, input: SyncInput, now: Moment, rng: &mut dyn CryptoRng) -> Step {
    let Some(mut conversation) = open.conversation.take() else {
        return Step::default();
    };
    conversation.clock_shift = now.at.saturating_sub_unsigned(now.monotonic);
    let relay = conversation.relay.clone();
    let outputs = conversation.machine.handle(
        input,
        &mut StoreSide {
            relay: &relay,
            open,
        },
        now,
        rng,
    );
    let mut step = Step::default();
    for output in outputs {
        match output {
            SyncOutput::Http(request) => step
                .outputs
                .push(Output::Http(http_request(&conversation.relay, request))),
            SyncOutput::TimerAfter(ms) => {
                conversation.timer_at = Some(now.monotonic.saturating_add(ms));
            }
            SyncOutput::WakeStream(stream) => {
                step.outputs
                    .push(Output::WakeStream(stream.map(|s| WakeStream {
                        url: format!("{}{}", conversation.relay, s.path),
                        authorization: s.authorization,
                    })));
            }
            SyncOutput::StateChanged(_) => step.phase_changed = true,
            SyncOutput::Changed(changed) => step.changed.push(changed),
        }
    }
    open.conversation = Some(conversation);
    if step.changed.iter().any(may_complete) {
        look_at_late(open, &step.changed);
        look_for_incomplete(open);
    }
    step
}

/// Looks anew of which late items nothing is left to decide, as far as that may have changed.
fn look_at_late(open: &mut Open, changed: &[Changed]) {
    let mut some = BTreeSet::new();
    let mut all = false;
    for news in changed {
        match news {
            Changed::Documents(documents) => some.extend(documents),
            Changed::Quarantine | Changed::Roster => all = true,
            _ => {}
        }
    }
    settle_late(open, (!all).then_some(&some));
}

/// The same of these participants, or of all.
pub fn settle_late(open: &mut Open, only: Option<&BTreeSet<DocumentId>>) {
    // A database that cannot be read is told by whoever needs it next.
    let Ok(found) = late::settled(open, only) else {
        return;
    };
    if let Some(talk) = &mut open.conversation {
        let known = std::mem::take(&mut talk.settled);
        let stays = |document: &DocumentId| only.is_some_and(|only| !only.contains(document));
        talk.settled = known.into_iter().filter(|(of, _)| stays(of)).collect();
        talk.settled.extend(found);
    }
}

/// Looks anew at whose records are incomplete.
pub fn look_for_incomplete(open: &mut Open) {
    // A database that cannot be read is told by whoever needs it next.
    let Ok(found) = views::look_for_incomplete(open) else {
        return;
    };
    if let Some(talk) = &mut open.conversation {
        talk.incomplete = found;
    }
}

fn may_complete(changed: &Changed) -> bool {
    match changed {
        Changed::Documents(_)
        | Changed::Left(_)
        | Changed::Roster
        | Changed::Receipts
        | Changed::Quarantine
        | Changed::Withheld
        | Changed::Incarnation => true,
        Changed::Sent | Changed::Met | Changed::HandedOver => false,
    }
}

/// A request of the machine, for the driver.
pub fn http_request(relay: &str, request: handrail_sync::SyncRequest) -> HttpRequest {
    HttpRequest {
        id: request.id,
        method: match request.method {
            handrail_sync::SyncMethod::Get => Method::Get,
            handrail_sync::SyncMethod::Post => Method::Post,
        },
        url: format!("{relay}{}", request.path),
        authorization: request.authorization,
        content_type: request.content_type.map(str::to_owned),
        body: request.body,
        timeout_ms: request.timeout_ms,
        max_reply_bytes: request.max_reply_bytes,
    }
}
