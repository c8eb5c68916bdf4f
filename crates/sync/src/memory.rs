//! An in-memory [`SyncStore`], for tests and simulated worlds. A document is a
//! set of changes; a snapshot is that set, framed.

mod carry;
mod revoking;
mod state;
mod tx;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use handrail_protocol::frames::{append_frame, split_frames};
use handrail_protocol::{
    DeviceId, DocumentId, DocumentKind, GroupId, HoldStatement, Incarnation, ItemId, ItemKind,
    RosterError, RosterState, UnverifiedItem,
};
use handrail_vault::{DeviceSecret, DocumentKey, GroupKeyring, Holder};
use rand_core::CryptoRng;

use crate::{Chain, QuarantineReason, StoreFault, SyncStore, SyncTx};

pub(crate) use state::State;

/// The store. A clone is a copy of the database: the same device with the same
/// incarnation, as after a restored backup.
#[derive(Clone)]
pub struct MemoryStore {
    state: State,
    faults: u32,
}

impl MemoryStore {
    /// The store of a device that belongs to an agency with these entries.
    ///
    /// # Errors
    /// When the roster does not verify.
    pub fn new(
        secret: Arc<DeviceSecret>,
        incarnation: Incarnation,
        entries: &[Vec<u8>],
    ) -> Result<Self, RosterError> {
        let roster = RosterState::replay(entries.iter().map(Vec::as_slice))?;
        let mut keyring = GroupKeyring::new();
        keyring.learn(&roster, Holder::Device(&secret));
        let state = State::new(secret, incarnation, roster, entries.to_vec(), keyring);
        Ok(Self { state, faults: 0 })
    }

    /// Lets the next `count` transactions fail at their commit.
    pub fn fail_commits(&mut self, count: u32) {
        self.faults = count;
    }

    /// Begins a document of a group whose key this device holds.
    pub fn create_document(
        &mut self,
        document: DocumentId,
        kind: DocumentKind,
        group: GroupId,
        rng: &mut dyn CryptoRng,
    ) {
        let epoch = self
            .state
            .roster
            .group(&group)
            .map_or(0, |group| group.epoch);
        let key = DocumentKey::generate(&mut &mut *rng);
        self.state.add_group(document, kind, group);
        self.state.add_key(document, group, epoch, &key);
    }

    /// Writes a change: part of the document and waiting to be sent.
    pub fn write(&mut self, document: DocumentId, change: Vec<u8>) {
        self.state.write(document, change);
    }

    /// Lets this device write snapshots: each byte of a change counts as so many, for what is
    /// written in tests is short.
    pub fn write_snapshots(&mut self, weight: u64) {
        self.state.weight = weight;
    }

    /// Sets the legal holds of a document, as somebody in charge does.
    pub fn set_holds(&mut self, document: DocumentId, holds: HoldStatement) {
        self.state.holds.insert(document, holds);
    }

    /// The device whose removal from the agency this device wants.
    pub fn want_revoked(&mut self, device: DeviceId) {
        self.state.revoke = Some(device);
    }

    /// The changes of a document.
    pub fn content(&self, document: &DocumentId) -> BTreeSet<Vec<u8>> {
        self.state
            .content
            .get(document)
            .cloned()
            .unwrap_or_default()
    }

    /// All documents with content.
    pub fn contents(&self) -> &BTreeMap<DocumentId, BTreeSet<Vec<u8>>> {
        &self.state.content
    }

    /// What a document is about, once known.
    pub fn kind_of(&self, document: &DocumentId) -> Option<DocumentKind> {
        self.state.documents.get(document).map(|info| info.kind)
    }

    /// Changes and items that wait to be sent, without those refused.
    pub fn waiting(&self) -> usize {
        let pending: usize = self.state.pending.values().map(Vec::len).sum();
        pending + self.state.items.values().filter(|row| row.waits()).count()
    }

    /// Why the relay refused items for good, one number for each.
    pub fn refused(&self) -> Vec<u8> {
        self.state
            .items
            .values()
            .filter_map(|row| row.refused)
            .collect()
    }

    /// How many items are carried for the relay.
    pub fn carried(&self) -> usize {
        self.state.carried.len()
    }

    /// Why items are kept aside, one for each.
    pub fn aside(&self) -> Vec<QuarantineReason> {
        self.state
            .quarantine
            .values()
            .map(|(_, reason)| *reason)
            .collect()
    }

    /// Bytes of the items that are kept aside.
    pub fn aside_bytes(&self) -> usize {
        self.state
            .quarantine
            .values()
            .map(|(bytes, _)| bytes.len())
            .sum()
    }

    /// How far `by` has said to hold each chain.
    pub fn receipts_by(&self, by: &DeviceId) -> BTreeMap<Chain, u64> {
        self.state
            .receipts
            .iter()
            .filter(|((device, _), _)| device == by)
            .map(|((_, chain), n)| (*chain, *n))
            .collect()
    }

    /// How far each chain is held without a gap.
    pub fn reaches(&self) -> BTreeMap<Chain, u64> {
        self.state
            .reaches
            .iter()
            .map(|(chain, reach)| (*chain, reach.n))
            .collect()
    }

    /// The sequence number up to which the relay's history was read.
    pub fn position(&self) -> Option<u64> {
        self.state.cursor.map(|cursor| cursor.seq)
    }

    /// The items held of a chain, with their sequence numbers.
    pub fn numbers(&self, chain: &Chain) -> Vec<(u64, Option<u64>)> {
        let places = self.state.places.range((*chain, 0)..=(*chain, u64::MAX));
        places
            .map(|((_, n), id)| (*n, self.state.items.get(id).and_then(|row| row.seq)))
            .collect()
    }

    /// The last number of a chain that is no receipt, of those held.
    pub fn last_content(&self, chain: &Chain) -> u64 {
        let places = self.state.places.range((*chain, 0)..=(*chain, u64::MAX));
        let is_content = |id: &ItemId| {
            let row = self.state.items.get(id);
            row.and_then(|row| UnverifiedItem::parse(&row.bytes).ok())
                .is_some_and(|item| item.header().kind != ItemKind::Receipt)
        };
        let content = places.filter(|(_, id)| is_content(id));
        content.map(|((_, n), _)| *n).max().unwrap_or(0)
    }

    /// The incarnation under which this store writes.
    pub fn incarnation(&self) -> Incarnation {
        self.state.incarnation
    }

    /// The roster.
    pub fn roster(&self) -> &RosterState {
        &self.state.roster
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.state.secret.id()
    }

    /// Whether nothing of this store waits for anything.
    pub fn is_settled(&self) -> bool {
        self.waiting() == 0
            && self.state.carried.is_empty()
            && self.state.revoke.is_none()
            && !self.state.flags.values().any(|flag| *flag)
    }

    /// Applies everything held to an empty document: what a rebuild gives.
    pub fn rebuilt(&mut self) -> Result<BTreeMap<DocumentId, BTreeSet<Vec<u8>>>, StoreFault> {
        self.state.rebuilt()
    }
}

impl SyncStore for MemoryStore {
    fn transaction<T>(
        &mut self,
        work: impl FnOnce(&mut dyn SyncTx) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        let before = self.state.clone();
        let mut done = work(&mut self.state);
        if self.faults > 0 {
            self.faults -= 1;
            done = Err(StoreFault::Full);
        }
        if done.is_err() {
            self.state = before;
        }
        done
    }
}

/// The bytes of a snapshot of a set of changes.
pub fn snapshot_bytes(changes: &BTreeSet<Vec<u8>>) -> Vec<u8> {
    let mut saved = Vec::new();
    for change in changes {
        append_frame(&mut saved, change);
    }
    saved
}

/// The changes of a snapshot; `None` when it is damaged.
fn read_snapshot(saved: &[u8]) -> Option<Vec<Vec<u8>>> {
    let frames = split_frames(saved, usize::MAX, usize::MAX).ok()?;
    Some(frames.into_iter().map(<[u8]>::to_vec).collect())
}
