//! The rows that storage takes and gives.

use handrail_protocol::id::{DeviceId, DocumentId, DocumentKeyId, GroupId, Incarnation, ItemId};
use handrail_protocol::item::{Assignment, HOLD_ID_BYTES};

/// The chained hash of an agency's order up to some item.
pub type FeedHead = ItemId;

/// One writer's run of items in one document: one device in one incarnation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream {
    pub document: DocumentId,
    pub device: DeviceId,
    pub incarnation: Incarnation,
}

/// A place in an agency's order: the sequence of the last item passed and the chained head there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub sequence: u64,
    pub head: FeedHead,
}

impl Place {
    /// Before the first item.
    pub const START: Self = Self {
        sequence: 0,
        head: FeedHead::from_bytes([0; 32]),
    };
}

/// A document key that an item carries wrapped under a group's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wrapped {
    pub group: GroupId,
    pub key: DocumentKeyId,
}

/// What a snapshot says it contains: of this device and incarnation, items 1 to `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Covers {
    pub device: DeviceId,
    pub incarnation: Incarnation,
    pub n: u64,
}

/// An item to store.
#[derive(Clone, Debug)]
pub struct NewItem {
    pub id: ItemId,
    pub stream: Stream,
    pub n: u64,
    pub key: DocumentKeyId,
    pub snapshot: bool,
    /// Orders the document to be forgotten.
    pub tombstone: bool,
    /// What its writer holds; no part of the document.
    pub receipt: bool,
    pub wraps: Vec<Wrapped>,
    /// Empty unless `snapshot`.
    pub covers: Vec<Covers>,
    pub assignment: Option<Assignment>,
    /// The snapshot, by its id, that the writer's word on counts.
    pub confirms: Option<ItemId>,
    /// Legal holds that the writer's word on counts.
    pub holds: Vec<HoldWord>,
    pub bytes: Vec<u8>,
}

/// What an item says of one legal hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HoldWord {
    pub hold: [u8; HOLD_ID_BYTES],
    pub ended: bool,
}

/// A device gave its word on a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// Its id.
    pub snapshot: ItemId,
    pub by: DeviceId,
    /// When, in the relay's running time, ms.
    pub at_ms: u64,
}

/// Which stored item says to whose caseload its document belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assigned {
    pub sequence: u64,
    pub assignment: Assignment,
}

/// A stored item without its bytes.
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    pub sequence: u64,
    pub head: FeedHead,
    pub stream: Stream,
    pub n: u64,
    pub key: DocumentKeyId,
    pub snapshot: bool,
    pub tombstone: bool,
    /// Known of what came since format 4.
    pub receipt: bool,
    pub has_wraps: bool,
    /// Length of the item in bytes; 0 once its bytes were destroyed.
    pub length: usize,
}

/// A stored snapshot whose bytes are here, with what it says it covers, sorted, and the wraps it carries, sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotRow {
    pub sequence: u64,
    pub id: ItemId,
    pub writer: DeviceId,
    /// When it came, in the relay's running time, ms.
    pub at_ms: u64,
    pub key: DocumentKeyId,
    pub covers: Vec<Covers>,
    pub wraps: Vec<Wrapped>,
}

/// Number of items and the sum of their lengths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    pub items: u64,
    pub bytes: u64,
}
