//! What goes in and out of the machine.

use std::collections::BTreeSet;

use handrail_protocol::DocumentId;

use crate::receive::Received;

/// The time, as the driver read it for this input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds of a clock that never jumps; only differences matter.
    pub monotonic: u64,
    /// Unix milliseconds as the device believes; kept for display only.
    pub at: i64,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyncInput {
    /// The store is open and a relay is set.
    Started,
    /// The store closes, or the relay was taken away: forget everything.
    Stopped,
    /// Changes or a roster entry of this device wait, durably.
    LocalChange,
    /// The relay hinted that there is something new.
    Wake,
    /// The app came to the front, or the network came back.
    Resumed,
    /// Nothing of these documents is held any more, and it is wanted after all: fetch them from
    /// their beginning.
    FetchAgain(BTreeSet<DocumentId>),
    /// A parcel was taken, durably: this is what it changed.
    TookParcel(Box<Received>),
    /// The time of [`SyncOutput::TimerAfter`] is over.
    Timer,
    /// A request ended. An unknown or repeated `id` is ignored.
    Http {
        /// As in [`SyncRequest`].
        id: u64,
        /// What came back.
        result: Result<SyncReply, SyncTransportError>,
    },
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyncOutput {
    /// Send this to the relay.
    Http(SyncRequest),
    /// Send [`SyncInput::Timer`] after so many milliseconds; replaces an
    /// earlier one.
    TimerAfter(u64),
    /// Keep this stream of hints open, or none; replaces an earlier one.
    WakeStream(Option<WakeStream>),
    /// The phase is now another.
    StateChanged(SyncPhase),
    /// Something in the store changed.
    Changed(Changed),
}

/// What changed in the store; it is durable already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// These documents have new content from other devices.
    Documents(BTreeSet<DocumentId>),
    /// These documents were handed over to somebody whose caseload this device
    /// does not read.
    Left(BTreeSet<DocumentId>),
    /// The roster grew.
    Roster,
    /// The relay opened a session for this device, and its roster continues the
    /// known one.
    Met,
    /// This device was taken out, by the verified roster, and has nothing left
    /// to hand over.
    HandedOver,
    /// The relay answered for items of this device.
    Sent,
    /// Other devices said what they hold.
    Receipts,
    /// Items were kept aside.
    Quarantine,
    /// What others hold and the relay does not give is now something else.
    Withheld,
    /// Another copy of this database is at work; this one has a new incarnation
    /// and has to write with new actors.
    Incarnation,
}

/// HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncMethod {
    /// GET.
    Get,
    /// POST.
    Post,
}

/// A request to the relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncRequest {
    /// Unique within the life of a machine.
    pub id: u64,
    /// Method.
    pub method: SyncMethod,
    /// Path and query, from the relay's origin.
    pub path: String,
    /// Value of the `authorization` header.
    pub authorization: Option<String>,
    /// Value of the `content-type` header, when there is a body.
    pub content_type: Option<&'static str>,
    /// Body.
    pub body: Vec<u8>,
    /// Give up after this long.
    pub timeout_ms: u64,
    /// Give up when the answer is longer.
    pub max_reply_bytes: usize,
}

/// A whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncReply {
    /// Status.
    pub status: u16,
    /// `content-type`, lower case, without parameters; empty without a body.
    pub content_type: String,
    /// Whole body.
    pub body: Vec<u8>,
    /// How long the relay asks to wait before the next request (`retry-after`).
    pub retry_after_ms: Option<u64>,
}

/// No whole answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncTransportError {
    /// No connection, or a broken one.
    Unreachable,
    /// Time is up.
    TimedOut,
    /// Longer than allowed.
    TooLong,
}

/// A stream of server-sent events to keep open; each event is one
/// [`SyncInput::Wake`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WakeStream {
    /// Path and query, from the relay's origin.
    pub path: String,
    /// Value of the `authorization` header.
    pub authorization: String,
}

/// What the conversation is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncPhase {
    /// Not started.
    Off,
    /// No connection.
    Offline {
        /// Next try, monotonic milliseconds.
        retry_at: u64,
    },
    /// Sending or fetching; also while the relay, being asked too much, wants a
    /// moment of patience.
    Working,
    /// Nothing to do.
    Idle,
    /// Something that a person should know; tried again by itself.
    Trouble {
        /// What.
        trouble: Trouble,
        /// Next try, monotonic milliseconds.
        retry_at: u64,
    },
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The answer did not come from a relay.
    NotARelay,
    /// The relay says that this device does not belong to the agency.
    NotRecognised,
    /// The relay lost data; it is being given back.
    RelayLostData,
    /// The relay shows another roster than the one this device verified.
    RosterForked,
    /// Another device says that it holds records which the relay does not give to
    /// this one: it keeps them back, shows others another history, or lost them.
    RecordsWithheld,
    /// The relay refuses this agency or this roster.
    Refused,
    /// The relay has no room left for this agency or device.
    Quota,
    /// No room is left for this device's own database.
    Full,
    /// This device's own database failed.
    Storage,
}

/// How far the first fetch of everything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FetchProgress {
    /// Bytes of items taken.
    pub bytes: u64,
    /// Items taken.
    pub items: u64,
}
