//! Values that pass through [`SyncTx`](super::SyncTx).

use handrail_protocol::{
    AgencyId, DeviceId, DocumentKeyId, DocumentKind, GroupId, Incarnation, ItemId,
};

/// The device's own database failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreFault {
    /// No room left.
    #[error("no room is left on this device")]
    Full,
    /// Anything else; the text names no content.
    #[error("the database of this device failed: {0}")]
    Failed(String),
}

/// As whom this device writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// Agency.
    pub agency: AgencyId,
    /// Device.
    pub device: DeviceId,
    /// This life of its database.
    pub incarnation: Incarnation,
}

/// An item in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldItem {
    /// The whole item.
    pub bytes: Vec<u8>,
    /// Agency sequence number, once the relay has it.
    pub seq: Option<u64>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentInfo {
    /// What it is about.
    pub kind: DocumentKind,
    /// Groups to which a key of it was ever wrapped. The first is its home: the
    /// caseload that it belongs to now.
    pub groups: Vec<GroupId>,
}

/// How far an order to forget a document got here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forgetting {
    /// It is known.
    Ordered,
    /// Nothing of the document is here any more.
    Done,
}

/// A document key and the group key it was wrapped under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyInfo {
    /// Document key.
    pub id: DocumentKeyId,
    /// Group.
    pub group: GroupId,
    /// Epoch of the group that the key was made in; zero when only wraps are known that brought
    /// it along with a later key.
    pub epoch: u32,
}

/// A change that is in no item yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingChange {
    /// Hash of the change.
    pub hash: [u8; 32],
    /// Its bytes, uncompressed.
    pub bytes: Vec<u8>,
}

/// An item that was verified and opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedItem {
    /// Item.
    pub id: ItemId,
    /// Writer.
    pub writer: DeviceId,
    /// Life of the writer's database.
    pub incarnation: Incarnation,
    /// Number in its chain.
    pub n: u64,
    /// What it holds.
    pub content: Content,
    /// Its writer may note that they opened the record, and write nothing else.
    pub only_openings: bool,
}

/// What an item holds for its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Changes, in the writer's order.
    Changes(Vec<Vec<u8>>),
    /// The whole saved document.
    Snapshot(Vec<u8>),
}

/// What became of one opened item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApplyOutcome {
    /// It is part of the document.
    Applied {
        /// The document waits for changes that it does not have.
        missing: bool,
    },
    /// The document will not have it; the item is kept aside.
    Refused,
}
