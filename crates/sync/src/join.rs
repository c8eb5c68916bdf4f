//! The conversation before this device belongs to the agency: it reads the
//! roster as the holder of an invitation or of the recovery kit, and posts the
//! entry that adds the device.

mod machine;

use handrail_vault::Holder;

use crate::{SyncReply, SyncRequest, SyncTransportError};

pub use machine::JoinMachine;

/// Something that happened while joining.
pub enum JoinInput<'a> {
    /// Begin; the holder's keys prove who asks.
    Start,
    /// A request ended.
    Http {
        /// As in [`SyncRequest`].
        id: u64,
        /// What came back.
        result: Result<SyncReply, SyncTransportError>,
        /// Who asks: the invitation, or the root out of a recovery kit.
        holder: Holder<'a>,
    },
    /// The time of [`JoinOutput::TimerAfter`] is over.
    Timer,
    /// Post this entry, made on top of the last roster that was handed out.
    Redeem(Vec<u8>),
}

/// Something to do while joining.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JoinOutput {
    /// Send this to the relay.
    Http(SyncRequest),
    /// Send [`JoinInput::Timer`] after so many milliseconds.
    TimerAfter(u64),
    /// The whole roster, from entry 0: verify it back to the fingerprint of the
    /// invitation or kit, then answer with [`JoinInput::Redeem`]. Comes again when
    /// somebody else's entry was faster; make the entry anew.
    Roster(Vec<Vec<u8>>),
    /// The relay has the entry: this device belongs to the agency.
    Joined,
    /// It will not work.
    Failed(JoinFailure),
    /// No connection; tried again by itself.
    Waiting,
}

/// Why joining ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinFailure {
    /// The answer did not come from a relay.
    NotARelay,
    /// The relay does not know the agency.
    UnknownAgency,
    /// The invitation was used or taken back, or is unknown.
    InvitationClosed,
    /// The invitation has expired by the relay's clock.
    Expired,
    /// The relay refuses the entry.
    Refused,
    /// Somebody else's entry was faster, and the keys to make ours anew are
    /// not here any more.
    Overtaken,
}
