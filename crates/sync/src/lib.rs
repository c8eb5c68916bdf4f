//! The conversation with the relay and everything that decides what an item
//! may do on this device: verification, order, quarantine, packing, sealing,
//! receipts, and giving back what a relay lost.
//!
//! Pure: time and randomness come in as arguments, requests go out as data.
//! What lasts is behind [`SyncStore`]; each step of the [`SyncMachine`] that
//! touches it is one transaction, so a crash between any two steps loses
//! nothing and repeats nothing that matters.

pub mod coverage;
pub mod frontier;
pub mod heal;
#[cfg(any(test, feature = "memory"))]
pub mod memory;
pub mod outbox;
pub mod pack;
pub mod receipt;
pub mod receive;
pub mod verify;

mod chain;
mod confirm;
mod expected;
mod join;
mod machine;
mod quarantine;
mod store;

pub use chain::{Chain, Reach};
pub use join::{JoinFailure, JoinInput, JoinMachine, JoinOutput};
pub use machine::{
    Changed, FetchProgress, Moment, RELAY_CLOCK, SyncInput, SyncMachine, SyncMethod, SyncOutput,
    SyncPhase, SyncReply, SyncRequest, SyncTransportError, Trouble, WakeStream,
};
pub use quarantine::QuarantineReason;
pub use store::{
    ApplyOutcome, CarryTx, Content, DocumentInfo, Forgetting, HeldItem, Identity, KeyInfo,
    OpenedItem, PendingChange, StoreFault, SyncStore, SyncTx,
};
