//! The tables.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use handrail_protocol::message::FeedPoint;
use handrail_protocol::{
    Assignment, DeviceId, DocumentId, DocumentKeyId, DocumentKind, GroupId, HoldStatement,
    Incarnation, ItemHeader, ItemId, ItemKind, RosterState, UnverifiedItem,
};
use handrail_vault::{self as vault, DeviceSecret, DocumentKey, GroupKeyring};

use super::carry::Carried;
use crate::coverage::DocumentCost;
use crate::{
    Chain, Content, DocumentInfo, KeyInfo, OpenedItem, PendingChange, QuarantineReason, Reach,
    StoreFault,
};

/// A row of the items.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) chain: Chain,
    pub(super) n: u64,
    pub(super) bytes: Arc<[u8]>,
    pub(super) seq: Option<u64>,
    pub(super) refused: Option<u8>,
    pub(super) position: u64,
}

impl Row {
    pub(super) fn waits(&self) -> bool {
        self.seq.is_none() && self.refused.is_none()
    }
}

/// Everything that lasts. Large tables are copied when written, not when a
/// transaction begins.
#[derive(Clone)]
pub(crate) struct State {
    pub(super) secret: Arc<DeviceSecret>,
    pub(super) incarnation: Incarnation,
    pub(super) roster: Arc<RosterState>,
    pub(super) entries: Vec<Vec<u8>>,
    pub(super) keyring: Arc<GroupKeyring>,
    pub(super) revoke: Option<DeviceId>,
    pub(super) drafted: Option<Vec<u8>>,
    pub(super) cursor: Option<FeedPoint>,
    pub(super) flags: BTreeMap<String, bool>,
    pub(super) notes: BTreeMap<String, Vec<u8>>,
    pub(super) backfills: BTreeSet<DocumentId>,
    pub(super) items: Arc<BTreeMap<ItemId, Row>>,
    pub(super) rows_made: u64,
    pub(super) places: Arc<BTreeMap<(Chain, u64), ItemId>>,
    pub(super) quarantine: BTreeMap<ItemId, (Arc<[u8]>, QuarantineReason)>,
    pub(super) reaches: BTreeMap<Chain, Reach>,
    pub(super) documents: BTreeMap<DocumentId, DocumentInfo>,
    pub(super) keys: BTreeMap<DocumentId, Vec<(KeyInfo, [u8; 32])>>,
    pub(super) assignments: BTreeMap<DocumentId, BTreeSet<(Assignment, DocumentKeyId)>>,
    pub(super) wrapped: BTreeSet<(DocumentId, DocumentKeyId, GroupId)>,
    pub(super) pending: BTreeMap<DocumentId, Vec<PendingChange>>,
    pub(super) content: Arc<BTreeMap<DocumentId, BTreeSet<Vec<u8>>>>,
    pub(super) receipts: BTreeMap<(DeviceId, Chain), u64>,
    /// Forgotten documents, with how many items came late.
    pub(super) forgotten: BTreeMap<DocumentId, u32>,
    pub(super) holds: BTreeMap<DocumentId, HoldStatement>,
    /// Own items that are in a parcel.
    pub(super) given: BTreeSet<ItemId>,
    /// Items for the relay, oldest first.
    pub(super) carried: Vec<Carried>,
    /// What a byte of change counts for when snapshots are weighed; 0 for no snapshots.
    pub(super) weight: u64,
}

impl State {
    pub(super) fn new(
        secret: Arc<DeviceSecret>,
        incarnation: Incarnation,
        roster: RosterState,
        entries: Vec<Vec<u8>>,
        keyring: GroupKeyring,
    ) -> Self {
        Self {
            secret,
            incarnation,
            roster: Arc::new(roster),
            entries,
            keyring: Arc::new(keyring),
            revoke: None,
            drafted: None,
            cursor: None,
            flags: BTreeMap::new(),
            notes: BTreeMap::new(),
            backfills: BTreeSet::new(),
            items: Arc::default(),
            rows_made: 0,
            places: Arc::default(),
            quarantine: BTreeMap::new(),
            reaches: BTreeMap::new(),
            documents: BTreeMap::new(),
            keys: BTreeMap::new(),
            assignments: BTreeMap::new(),
            wrapped: BTreeSet::new(),
            pending: BTreeMap::new(),
            content: Arc::default(),
            receipts: BTreeMap::new(),
            forgotten: BTreeMap::new(),
            holds: BTreeMap::new(),
            given: BTreeSet::new(),
            carried: Vec::new(),
            weight: 0,
        }
    }

    pub(super) fn add_group(&mut self, document: DocumentId, kind: DocumentKind, group: GroupId) {
        let info = self
            .documents
            .entry(document)
            .or_insert_with(|| DocumentInfo {
                kind,
                groups: Vec::new(),
            });
        if !info.groups.contains(&group) {
            info.groups.push(group);
        }
    }

    pub(super) fn add_key(
        &mut self,
        document: DocumentId,
        group: GroupId,
        epoch: u32,
        key: &DocumentKey,
    ) {
        self.wrapped.insert((document, key.id(), group));
        let keys = self.keys.entry(document).or_default();
        if !keys.iter().any(|(info, _)| info.id == key.id()) {
            keys.push((
                KeyInfo {
                    id: key.id(),
                    group,
                    epoch,
                },
                *key.expose(),
            ));
        }
    }

    pub(super) fn key(&self, document: &DocumentId, id: &DocumentKeyId) -> Option<DocumentKey> {
        let (_, key) = self
            .keys
            .get(document)?
            .iter()
            .find(|(info, _)| info.id == *id)?;
        Some(DocumentKey::from_bytes(*key))
    }

    pub(super) fn write(&mut self, document: DocumentId, change: Vec<u8>) {
        let hash = *handrail_protocol::ItemId::of(&change).as_bytes();
        if Arc::make_mut(&mut self.content)
            .entry(document)
            .or_default()
            .insert(change.clone())
        {
            let pending = PendingChange {
                hash,
                bytes: change,
            };
            self.pending.entry(document).or_default().push(pending);
        }
    }

    pub(super) fn put_row(
        &mut self,
        header: &ItemHeader,
        id: ItemId,
        bytes: &[u8],
        seq: Option<u64>,
    ) -> Result<(), StoreFault> {
        let (chain, n) = (Chain::of(header), header.n);
        if Arc::make_mut(&mut self.places)
            .insert((chain, n), id)
            .is_some_and(|other| other != id)
        {
            return Err(StoreFault::Failed("two items for one place".into()));
        }
        let position = self.rows_made;
        self.rows_made += 1;
        let row = Row {
            chain,
            n,
            bytes: bytes.into(),
            seq,
            refused: None,
            position,
        };
        Arc::make_mut(&mut self.items).insert(id, row);
        Ok(())
    }

    /// Nothing of the document stays but orders to forget it, and how far this device wrote.
    pub(super) fn forget(&mut self, document: &DocumentId) {
        self.forgotten.entry(*document).or_default();
        self.carried
            .retain(|carried| carried.chain.document != *document || carried.is_order);
        let is_order = |bytes: &[u8]| {
            UnverifiedItem::parse(bytes).is_ok_and(|item| item.header().kind == ItemKind::Tombstone)
        };
        let of_it = |row: &Row| row.chain.document == *document && !is_order(&row.bytes);
        Arc::make_mut(&mut self.items).retain(|_, row| !of_it(row));
        let items = &self.items;
        Arc::make_mut(&mut self.places).retain(|_, id| items.contains_key(id));
        self.quarantine.retain(|_, (bytes, _)| {
            UnverifiedItem::parse(bytes).map_or(true, |item| item.header().document != *document)
        });
        let own = self.secret.id();
        self.reaches
            .retain(|chain, _| chain.document != *document || chain.device == own);
        self.keys.remove(document);
        self.pending.remove(document);
        self.backfills.remove(document);
        Arc::make_mut(&mut self.content).remove(document);
    }

    /// What a document's items hold, waiting changes aside.
    pub(super) fn whole(&self, document: &DocumentId) -> Option<Vec<u8>> {
        let mut content = self.content.get(document).cloned().unwrap_or_default();
        for change in self.pending.get(document).into_iter().flatten() {
            content.remove(&change.bytes);
        }
        (!content.is_empty()).then(|| super::snapshot_bytes(&content))
    }

    /// As the engine's store counts: documents whose newest change is of this device.
    pub(super) fn costs(&self) -> Vec<(DocumentId, DocumentCost)> {
        if self.weight == 0 {
            return Vec::new();
        }
        let mut rows: Vec<&Row> = self.items.values().collect();
        rows.sort_by_key(|row| row.position);
        let mut costs: BTreeMap<DocumentId, (DocumentCost, DeviceId)> = BTreeMap::new();
        for row in rows.into_iter().filter(|row| row.refused.is_none()) {
            let Ok(item) = UnverifiedItem::parse(&row.bytes) else {
                continue;
            };
            let header = item.header();
            let empty = (DocumentCost::default(), header.writer);
            let (cost, newest) = costs.entry(header.document).or_insert(empty);
            let bytes = row.bytes.len() as u64 * self.weight;
            match header.kind {
                ItemKind::Change => {
                    cost.change_bytes += bytes;
                    *newest = header.writer;
                }
                ItemKind::Snapshot => {
                    *cost = DocumentCost {
                        change_bytes: 0,
                        snapshot_bytes: bytes,
                    };
                }
                ItemKind::Receipt | ItemKind::Tombstone => {}
            }
        }
        let own = self.secret.id();
        costs
            .into_iter()
            .filter(|(_, (_, newest))| *newest == own)
            .map(|(document, (cost, _))| (document, cost))
            .collect()
    }

    pub(super) fn holds_the_same(saved: &[u8], items: &[OpenedItem]) -> bool {
        let mut content = BTreeSet::new();
        for item in items {
            match &item.content {
                Content::Changes(changes) => content.extend(changes.clone()),
                Content::Snapshot(saved) => {
                    content.extend(super::read_snapshot(saved).unwrap_or_default());
                }
            }
        }
        let saved = super::read_snapshot(saved).map(BTreeSet::from_iter);
        saved.as_ref() == Some(&content)
    }

    /// Chains of which somebody else said that they hold more.
    pub(super) fn beyond(&self) -> Vec<(Chain, u64)> {
        let own = self.secret.id();
        let mut beyond = BTreeMap::new();
        for ((by, chain), n) in &self.receipts {
            let reach = self.reaches.get(chain).map_or(0, |reach| reach.n);
            if *by != own && *n > reach {
                let most = beyond.entry(*chain).or_insert(*n);
                *most = (*n).max(*most);
            }
        }
        beyond.into_iter().collect()
    }

    pub(super) fn remove_row(&mut self, id: &ItemId) -> bool {
        let Some(row) = Arc::make_mut(&mut self.items).remove(id) else {
            return false;
        };
        Arc::make_mut(&mut self.places).remove(&(row.chain, row.n));
        true
    }

    /// Unsent rows, oldest first.
    pub(super) fn unsent_rows(&self) -> Vec<(ItemId, Row)> {
        let mut rows: Vec<(ItemId, Row)> = self
            .items
            .iter()
            .filter(|(_, row)| row.waits())
            .map(|(id, r)| (*id, r.clone()))
            .collect();
        rows.sort_by_key(|(_, row)| row.position);
        rows
    }

    pub(super) fn rebuilt(&self) -> Result<BTreeMap<DocumentId, BTreeSet<Vec<u8>>>, StoreFault> {
        let damaged = || StoreFault::Failed("a stored item cannot be read".into());
        let mut content: BTreeMap<DocumentId, BTreeSet<Vec<u8>>> = BTreeMap::new();
        for row in self.items.values() {
            let item = UnverifiedItem::parse(&row.bytes).map_err(|_| damaged())?;
            let header = item.header().clone();
            if header.kind == ItemKind::Tombstone {
                continue;
            }
            let key = self
                .key(&header.document, &header.document_key)
                .ok_or_else(damaged)?;
            let opened =
                vault::open_item(&item.trust_own_storage(), &key).map_err(|_| damaged())?;
            let changes = match opened {
                vault::Content::Changes(changes) => changes,
                vault::Content::Snapshot(saved) => {
                    super::read_snapshot(&saved).ok_or_else(damaged)?
                }
                vault::Content::Receipt(_) | vault::Content::Tombstone => continue,
            };
            content.entry(header.document).or_default().extend(changes);
        }
        for (document, pending) in &self.pending {
            let changes = pending.iter().map(|change| change.bytes.clone());
            content.entry(*document).or_default().extend(changes);
        }
        Ok(content)
    }
}
