//! What the machine needs to keep, as small reads and writes.

mod carry;
mod types;

use std::sync::Arc;

use handrail_protocol::message::FeedPoint;
use handrail_protocol::{
    Assignment, DeviceId, DocumentId, DocumentKeyId, DocumentKind, GroupId, HoldStatement,
    Incarnation, ItemHeader, ItemId, RosterError, RosterState,
};
use handrail_vault::{DeviceSecret, DocumentKey, GroupKeyring};
use rand_core::CryptoRng;

use crate::coverage::DocumentCost;
use crate::{Chain, QuarantineReason, Reach};

pub use carry::CarryTx;
pub use types::{
    ApplyOutcome, Content, DocumentInfo, Forgetting, HeldItem, Identity, KeyInfo, OpenedItem,
    PendingChange, StoreFault,
};

/// A durable store with transactions.
pub trait SyncStore {
    /// Runs `work` as one transaction: durable when this answers `Ok`, without
    /// effect when `work` or the commit fails.
    fn transaction<T>(
        &mut self,
        work: impl FnOnce(&mut dyn SyncTx) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault>;
}

/// What can be done inside a transaction. Every method fails only when the
/// database does.
pub trait SyncTx: CarryTx {
    // Who this device is.

    /// `None` while the device belongs to no agency.
    fn identity(&mut self) -> Result<Option<Identity>, StoreFault>;
    /// The keys of this device.
    fn device_secret(&mut self) -> Result<Arc<DeviceSecret>, StoreFault>;
    /// Makes `new` the incarnation under which this device writes from now on.
    fn take_new_incarnation(&mut self, new: Incarnation) -> Result<(), StoreFault>;

    // The roster.

    /// The verified roster.
    fn roster(&mut self) -> Result<Arc<RosterState>, StoreFault>;
    /// Bytes of entries `from` and following, at least one if there is one,
    /// then as many as fit into `max_bytes`.
    fn roster_entries(&mut self, from: u64, max_bytes: usize) -> Result<Vec<Vec<u8>>, StoreFault>;
    /// Verifies an entry against the roster and appends it, with every group
    /// key that it wraps to this device. The inner error leaves all as it was.
    fn append_roster(&mut self, entry: &[u8]) -> Result<Result<(), RosterError>, StoreFault>;
    /// The entry that this device wants appended right after the current head,
    /// or nothing. The same bytes until the head moves.
    fn outgoing_roster(&mut self, rng: &mut dyn CryptoRng) -> Result<Option<Vec<u8>>, StoreFault>;
    /// The relay will not take this entry; `status` is its HTTP status. With
    /// [`READ_FIRST`](handrail_protocol::route::READ_FIRST) it is wanted still, and the next one is made anew.
    fn outgoing_roster_refused(&mut self, entry: &[u8], status: u16) -> Result<(), StoreFault>;

    // Where this device stands in the relay's history.

    /// Point after the last page taken; `None` before the first.
    fn cursor(&mut self) -> Result<Option<FeedPoint>, StoreFault>;
    /// Keeps the point.
    fn set_cursor(&mut self, point: Option<FeedPoint>) -> Result<(), StoreFault>;
    /// A lasting yes or no; no when never set.
    fn flag(&mut self, name: &str) -> Result<bool, StoreFault>;
    /// Keeps the flag.
    fn set_flag(&mut self, name: &str, value: bool) -> Result<(), StoreFault>;
    /// A small lasting note of the machine.
    fn note(&mut self, name: &str) -> Result<Option<Vec<u8>>, StoreFault>;
    /// Keeps the note, or none.
    fn set_note(&mut self, name: &str, value: Option<&[u8]>) -> Result<(), StoreFault>;
    /// Documents whose earlier items are to be fetched.
    fn backfills(&mut self) -> Result<Vec<DocumentId>, StoreFault>;
    /// Adds or removes a document of that list.
    fn set_backfill(&mut self, document: &DocumentId, wanted: bool) -> Result<(), StoreFault>;

    // Items that were applied, this device's own included.

    /// An item.
    fn item(&mut self, id: &ItemId) -> Result<Option<HeldItem>, StoreFault>;
    /// The item with number `n` of a chain.
    fn item_at(&mut self, chain: &Chain, n: u64) -> Result<Option<ItemId>, StoreFault>;
    /// Items of a chain from number `from_n`, by number: at least one if there
    /// is one, then as many as fit into `max_bytes`.
    fn items_from(
        &mut self,
        chain: &Chain,
        from_n: u64,
        max_bytes: usize,
    ) -> Result<Vec<(ItemId, Vec<u8>)>, StoreFault>;
    /// Adds an item at a place of its chain that is free.
    fn insert_item(
        &mut self,
        header: &ItemHeader,
        id: &ItemId,
        bytes: &[u8],
        seq: Option<u64>,
        at: i64,
    ) -> Result<(), StoreFault>;
    /// The relay holds the item, at this agency sequence number.
    fn note_seq(&mut self, id: &ItemId, seq: u64, at: i64) -> Result<(), StoreFault>;
    /// Items without a sequence number and not refused, oldest first: at least
    /// one if there is one.
    fn unsent(
        &mut self,
        max_items: usize,
        max_bytes: usize,
    ) -> Result<Vec<(ItemId, Vec<u8>)>, StoreFault>;
    /// The relay will not take the item; the person is told.
    fn refuse_item(&mut self, id: &ItemId, reason: u8, at: i64) -> Result<(), StoreFault>;
    /// Puts a newly sealed item in the place of an unsent one with the same
    /// content, which may stand at another place of its chain or in another.
    fn replace_item(
        &mut self,
        old: &ItemId,
        header: &ItemHeader,
        new: &ItemId,
        bytes: &[u8],
        at: i64,
    ) -> Result<(), StoreFault>;
    /// These pending changes are in this item from now on.
    fn carried(
        &mut self,
        item: &ItemId,
        document: &DocumentId,
        changes: &[[u8; 32]],
    ) -> Result<(), StoreFault>;

    // Items kept aside.

    /// Keeps an item aside; known ones keep their reason.
    fn quarantine(
        &mut self,
        id: &ItemId,
        bytes: &[u8],
        reason: QuarantineReason,
        at: i64,
    ) -> Result<(), StoreFault>;
    /// Whether an item is kept aside.
    fn is_quarantined(&mut self, id: &ItemId) -> Result<bool, StoreFault>;
    /// All items kept aside.
    fn quarantined(&mut self) -> Result<Vec<(ItemId, Vec<u8>, QuarantineReason)>, StoreFault>;
    /// Forgets an item that was kept aside.
    fn release(&mut self, id: &ItemId) -> Result<(), StoreFault>;

    // How far each chain is applied without a gap.

    /// Reach of one chain.
    fn reach(&mut self, chain: &Chain) -> Result<Reach, StoreFault>;
    /// Keeps a reach.
    fn set_reach(&mut self, chain: &Chain, reach: Reach) -> Result<(), StoreFault>;
    /// Reach of every chain.
    fn chains(&mut self) -> Result<Vec<(Chain, Reach)>, StoreFault>;
    /// Greatest number among the items of every chain, beyond gaps too.
    fn highest_held(&mut self) -> Result<Vec<(Chain, u64)>, StoreFault>;

    // Documents and keys.

    /// A document that this device knows of.
    fn document(&mut self, document: &DocumentId) -> Result<Option<DocumentInfo>, StoreFault>;
    /// Adds a document, or a further group of a known one.
    fn add_document(
        &mut self,
        document: &DocumentId,
        kind: DocumentKind,
        group: &GroupId,
    ) -> Result<(), StoreFault>;
    /// The caseload document of a caseload group.
    fn caseload_document(&mut self, group: &GroupId) -> Result<Option<DocumentId>, StoreFault>;
    /// The document that all members share.
    fn agency_document(&mut self) -> Result<Option<DocumentId>, StoreFault>;
    /// The group keys that this device has.
    fn keyring(&mut self) -> Result<Arc<GroupKeyring>, StoreFault>;
    /// Keys of a document, oldest first.
    fn document_keys(&mut self, document: &DocumentId) -> Result<Vec<KeyInfo>, StoreFault>;
    /// One key of a document.
    fn document_key(
        &mut self,
        document: &DocumentId,
        id: &DocumentKeyId,
    ) -> Result<Option<DocumentKey>, StoreFault>;
    /// The keys of a document that were made under a hand-over, each with it.
    fn assignments(
        &mut self,
        document: &DocumentId,
    ) -> Result<Vec<(Assignment, DocumentKeyId)>, StoreFault>;
    /// Notes that a key, held or not, was made under a hand-over. The group of the
    /// greatest assignment is the document's home from then on.
    fn note_assignment(
        &mut self,
        document: &DocumentId,
        assignment: Assignment,
        key: &DocumentKeyId,
    ) -> Result<(), StoreFault>;
    /// Notes that a key that is held was wrapped to a group, the first time only.
    fn note_wrap(
        &mut self,
        document: &DocumentId,
        key: &DocumentKeyId,
        group: &GroupId,
        epoch: u32,
    ) -> Result<(), StoreFault>;
    /// Keys held of documents that were handed over, which are not known to be
    /// wrapped to the document's home.
    fn ungranted(&mut self) -> Result<Vec<(DocumentId, DocumentKeyId)>, StoreFault>;
    /// Adds a key; keys are never replaced nor removed.
    fn add_document_key(
        &mut self,
        document: &DocumentId,
        group: &GroupId,
        epoch: u32,
        key: &DocumentKey,
        at: i64,
    ) -> Result<(), StoreFault>;

    // Documents that were ordered to be forgotten.

    /// Whether a document is to be forgotten.
    fn forgetting(&mut self, document: &DocumentId) -> Result<Option<Forgetting>, StoreFault>;
    /// Keeps an order whose right was checked; a known one stays as it is.
    fn order_forgetting(
        &mut self,
        header: &ItemHeader,
        id: &ItemId,
        bytes: &[u8],
        seq: Option<u64>,
        at: i64,
    ) -> Result<(), StoreFault>;
    /// Whether the item at this place is an order that is kept here.
    fn is_order(&mut self, chain: &Chain, n: u64) -> Result<bool, StoreFault>;
    /// An item of a forgotten document came. It is counted and not kept: keys may be wrapped in
    /// its header.
    fn note_late(&mut self, document: &DocumentId) -> Result<(), StoreFault>;

    // Content.

    /// Documents with changes that are in no item yet.
    fn pending_documents(&mut self) -> Result<Vec<DocumentId>, StoreFault>;
    /// Those changes of one document, oldest first.
    fn pending(&mut self, document: &DocumentId) -> Result<Vec<PendingChange>, StoreFault>;
    /// Applies opened items of one document, in order; one outcome for each.
    fn apply(
        &mut self,
        document: &DocumentId,
        kind: DocumentKind,
        items: &[OpenedItem],
    ) -> Result<Vec<ApplyOutcome>, StoreFault>;

    /// What the documents have cost whose newest change item is of this device:
    /// of all who could write a snapshot, the last to write does.
    fn snapshot_costs(&mut self) -> Result<Vec<(DocumentId, DocumentCost)>, StoreFault>;
    /// The whole document, built afresh from its items and loaded again to
    /// prove it; `None` while it is not exactly what its items make.
    fn whole_document(&mut self, document: &DocumentId) -> Result<Option<Vec<u8>>, StoreFault>;

    /// The legal holds of a participant's document, as known here; none of other documents.
    fn holds(&mut self, document: &DocumentId) -> Result<HoldStatement, StoreFault>;
    /// Whether a saved document holds exactly what these items make of an empty one.
    fn holds_the_same(
        &mut self,
        document: &DocumentId,
        saved: &[u8],
        items: &[OpenedItem],
    ) -> Result<bool, StoreFault>;

    // Receipts.

    /// `by` durably holds and has applied a chain up to `n`; never goes back.
    fn put_receipt(
        &mut self,
        by: &DeviceId,
        chain: &Chain,
        n: u64,
        at: i64,
    ) -> Result<(), StoreFault>;
    /// What `by` has said so far.
    fn receipted_by(&mut self, by: &DeviceId) -> Result<Vec<(Chain, u64)>, StoreFault>;
    /// Chains of which another device said that it holds more than is held here
    /// without a gap, each with the most that was said.
    fn vouched_beyond(&mut self) -> Result<Vec<(Chain, u64)>, StoreFault>;
}
