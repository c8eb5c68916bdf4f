//! What the relay keeps, behind one trait with two implementations.
//!
//! Storage is dumb on purpose: it keeps order, uniqueness and counts. Who may see or
//! write what is decided in [`crate::core`], so both implementations answer alike.
//! `tests/storage_conformance.rs` runs one suite on both.

mod error;
mod memory;
mod records;
pub mod sqlite;

use handrail_protocol::id::{
    AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, ItemId, RelayIncarnation, RosterHash,
};
use handrail_protocol::roster::RosterHead;

pub use error::{OpenError, StorageError};
pub use memory::MemoryStorage;
pub use records::{
    Assigned, Confirmed, Covers, FeedHead, HoldWord, ItemRow, NewItem, Place, SnapshotRow, Stream,
    Usage, Wrapped,
};
pub use sqlite::{SqliteReader, SqliteStorage};

/// Reading. Unknown agencies read as empty, never as an error.
pub trait ReadStorage {
    /// The random name this relay's history got when it was created.
    fn incarnation(&self) -> Result<RelayIncarnation, StorageError>;

    fn agency_count(&self) -> Result<u64, StorageError>;

    /// The last roster entry, or `None` when the agency is unknown.
    fn roster_head(&self, agency: AgencyId) -> Result<Option<RosterHead>, StorageError>;

    fn roster_hash(&self, agency: AgencyId, n: u64) -> Result<Option<RosterHash>, StorageError>;

    /// Entries from number `from` on, in order: at most `max_count` of them, and no more
    /// than `max_bytes` together, except that the first one is always given.
    fn roster_entries(
        &self,
        agency: AgencyId,
        from: u64,
        max_count: usize,
        max_bytes: usize,
    ) -> Result<Vec<Vec<u8>>, StorageError>;

    /// Where the agency's order ends; [`Place::START`] when it holds nothing.
    fn last_place(&self, agency: AgencyId) -> Result<Place, StorageError>;

    /// The chained head after item `sequence`, if that item exists.
    fn head_at(&self, agency: AgencyId, sequence: u64) -> Result<Option<FeedHead>, StorageError>;

    fn find_item(&self, agency: AgencyId, id: ItemId) -> Result<Option<u64>, StorageError>;

    /// The item that already holds counter `n` of a writer's stream.
    fn holder(
        &self,
        agency: AgencyId,
        stream: Stream,
        n: u64,
    ) -> Result<Option<ItemId>, StorageError>;

    /// Item rows of the agency after `after`, in order, at most `limit`.
    fn rows(
        &self,
        agency: AgencyId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<ItemRow>, StorageError>;

    /// Item rows of one document after `after`, in order, at most `limit`.
    fn document_rows(
        &self,
        agency: AgencyId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<ItemRow>, StorageError>;

    /// The exact bytes of an item.
    fn content(&self, agency: AgencyId, sequence: u64) -> Result<Option<Vec<u8>>, StorageError>;

    /// Groups under which some stored item wraps this key of this document; no duplicates.
    fn key_groups(
        &self,
        agency: AgencyId,
        document: DocumentId,
        key: DocumentKeyId,
    ) -> Result<Vec<GroupId>, StorageError>;

    /// Groups under which any key of this document is wrapped; no duplicates.
    fn document_groups(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<GroupId>, StorageError>;

    /// What items of this document say of its caseload, in order.
    fn assignments(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<Assigned>, StorageError>;

    /// Whether a tombstone of this document is stored.
    fn is_forgotten(&self, agency: AgencyId, document: DocumentId) -> Result<bool, StorageError>;

    /// The wraps that one item carries.
    fn wraps_of(&self, agency: AgencyId, sequence: u64) -> Result<Vec<Wrapped>, StorageError>;

    /// The latest `limit` snapshots of a document whose bytes are here, newest first.
    fn snapshots(
        &self,
        agency: AgencyId,
        document: DocumentId,
        limit: usize,
    ) -> Result<Vec<SnapshotRow>, StorageError>;

    /// The largest `n` such that items 1 to `n` of the stream are all here; 0 when item 1 is not.
    fn contiguous(&self, agency: AgencyId, stream: Stream) -> Result<u64, StorageError>;

    /// For how long this relay was seen to run, in all, ms: see [`Storage::pass`].
    fn running_ms(&self) -> Result<u64, StorageError>;

    /// The first document after this one, in some lasting order, on a snapshot of which
    /// somebody gave their word.
    fn next_confirmed(
        &self,
        after: Option<(AgencyId, DocumentId)>,
    ) -> Result<Option<(AgencyId, DocumentId)>, StorageError>;

    /// Who gave their word on which snapshots of a document, each once, with the first time.
    fn confirmed(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<Confirmed>, StorageError>;

    /// Whether a legal hold of a document stands: it was said to, and never to have ended.
    fn is_held(&self, agency: AgencyId, document: DocumentId) -> Result<bool, StorageError>;

    /// What one device wrote, or the whole agency when `device` is `None`.
    fn usage(&self, agency: AgencyId, device: Option<DeviceId>) -> Result<Usage, StorageError>;
}

/// Writing. Calls between [`begin`](Self::begin) and [`commit`](Self::commit) become durable
/// together, before `commit` returns; after [`roll_back`](Self::roll_back) none of them happened.
/// A call outside such a pair is a transaction by itself.
pub trait Storage: ReadStorage {
    fn begin(&mut self) -> Result<(), StorageError>;
    fn commit(&mut self) -> Result<(), StorageError>;
    fn roll_back(&mut self) -> Result<(), StorageError>;

    /// Adds a roster entry. `n` must be the next one; `n == 0` creates the agency.
    ///
    /// # Errors
    /// [`StorageError::Order`] when `n` is not next.
    fn append_roster(
        &mut self,
        agency: AgencyId,
        n: u64,
        hash: RosterHash,
        bytes: &[u8],
    ) -> Result<(), StorageError>;

    /// Adds an item at the end of the agency's order. The caller has checked that neither
    /// its id nor its counter is there.
    ///
    /// # Errors
    /// [`StorageError::Order`] for an unknown agency, or an id or counter that is there.
    fn append_item(&mut self, agency: AgencyId, item: &NewItem) -> Result<Place, StorageError>;

    /// So much running time has passed, ms.
    fn pass(&mut self, ms: u64) -> Result<(), StorageError>;

    /// Destroys the bytes of these items. That they were there, in which order and how they were
    /// numbered stays. What is destroyed already stays so.
    fn destroy(&mut self, agency: AgencyId, sequences: &[u64]) -> Result<(), StorageError>;

    /// Destroys the bytes of all items of a document but its tombstones: they are overwritten,
    /// in the log too. That the items were there, in which order and how they were numbered
    /// stays, so that the order of the agency is still the same.
    fn forget_document(
        &mut self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<(), StorageError>;
}
