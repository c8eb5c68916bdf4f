//! Reads and writes.

use std::sync::Arc;

use handrail_protocol::message::FeedPoint;
use handrail_protocol::{
    Assignment, DeviceId, DocumentId, DocumentKeyId, DocumentKind, GroupId, HoldStatement,
    Incarnation, ItemHeader, ItemId, RosterError, RosterState, route,
};
use handrail_vault::{DeviceSecret, DocumentKey, GroupKeyring, Holder};
use rand_core::CryptoRng;

use super::{State, read_snapshot};
use crate::coverage::DocumentCost;
use crate::{
    ApplyOutcome, Chain, Content, DocumentInfo, Forgetting, HeldItem, Identity, KeyInfo,
    OpenedItem, PendingChange, QuarantineReason, Reach, StoreFault, SyncTx,
};

type Answer<T> = Result<T, StoreFault>;

impl SyncTx for State {
    fn identity(&mut self) -> Answer<Option<Identity>> {
        Ok(Some(Identity {
            agency: self.roster.agency(),
            device: self.secret.id(),
            incarnation: self.incarnation,
        }))
    }

    fn device_secret(&mut self) -> Answer<Arc<DeviceSecret>> {
        Ok(Arc::clone(&self.secret))
    }

    fn take_new_incarnation(&mut self, new: Incarnation) -> Answer<()> {
        self.incarnation = new;
        Ok(())
    }

    fn roster(&mut self) -> Answer<Arc<RosterState>> {
        Ok(Arc::clone(&self.roster))
    }

    fn roster_entries(&mut self, from: u64, max_bytes: usize) -> Answer<Vec<Vec<u8>>> {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let mut entries: Vec<Vec<u8>> = Vec::new();
        let mut bytes = 0;
        for entry in self.entries.iter().skip(from) {
            bytes += entry.len();
            if !entries.is_empty() && bytes > max_bytes {
                break;
            }
            entries.push(entry.clone());
        }
        Ok(entries)
    }

    fn append_roster(&mut self, entry: &[u8]) -> Answer<Result<(), RosterError>> {
        let mut roster = RosterState::clone(&self.roster);
        if let Err(error) = roster.apply(entry) {
            return Ok(Err(error));
        }
        let mut keyring = GroupKeyring::new();
        keyring.learn(&roster, Holder::Device(&self.secret));
        self.roster = Arc::new(roster);
        self.keyring = Arc::new(keyring);
        self.entries.push(entry.to_vec());
        self.drafted = None;
        let revoked = |device| {
            self.roster
                .device(&device)
                .is_some_and(|d| d.revoked.is_some())
        };
        self.revoke = self.revoke.filter(|device| !revoked(*device));
        Ok(Ok(()))
    }

    fn outgoing_roster(&mut self, rng: &mut dyn CryptoRng) -> Answer<Option<Vec<u8>>> {
        self.revocation(rng)
    }

    fn outgoing_roster_refused(&mut self, _entry: &[u8], status: u16) -> Answer<()> {
        self.revoke = self.revoke.filter(|_| status == route::READ_FIRST);
        self.drafted = None;
        Ok(())
    }

    fn cursor(&mut self) -> Answer<Option<FeedPoint>> {
        Ok(self.cursor)
    }

    fn set_cursor(&mut self, point: Option<FeedPoint>) -> Answer<()> {
        self.cursor = point;
        Ok(())
    }

    fn flag(&mut self, name: &str) -> Answer<bool> {
        Ok(self.flags.get(name).copied().unwrap_or(false))
    }

    fn set_flag(&mut self, name: &str, value: bool) -> Answer<()> {
        self.flags.insert(name.to_owned(), value);
        Ok(())
    }

    fn note(&mut self, name: &str) -> Answer<Option<Vec<u8>>> {
        Ok(self.notes.get(name).cloned())
    }

    fn set_note(&mut self, name: &str, value: Option<&[u8]>) -> Answer<()> {
        match value {
            Some(value) => self.notes.insert(name.to_owned(), value.to_vec()),
            None => self.notes.remove(name),
        };
        Ok(())
    }

    fn backfills(&mut self) -> Answer<Vec<DocumentId>> {
        Ok(self.backfills.iter().copied().collect())
    }

    fn set_backfill(&mut self, document: &DocumentId, wanted: bool) -> Answer<()> {
        if wanted {
            self.backfills.insert(*document);
        } else {
            self.backfills.remove(document);
        }
        Ok(())
    }

    fn item(&mut self, id: &ItemId) -> Answer<Option<HeldItem>> {
        Ok(self.items.get(id).map(|row| HeldItem {
            bytes: row.bytes.to_vec(),
            seq: row.seq,
        }))
    }

    fn item_at(&mut self, chain: &Chain, n: u64) -> Answer<Option<ItemId>> {
        Ok(self.places.get(&(*chain, n)).copied())
    }

    fn items_from(
        &mut self,
        chain: &Chain,
        from_n: u64,
        max_bytes: usize,
    ) -> Answer<Vec<(ItemId, Vec<u8>)>> {
        let mut found: Vec<(ItemId, Vec<u8>)> = Vec::new();
        let mut bytes = 0;
        for (_, id) in self.places.range((*chain, from_n)..=(*chain, u64::MAX)) {
            let Some(row) = self.items.get(id) else {
                continue;
            };
            bytes += row.bytes.len();
            if !found.is_empty() && bytes > max_bytes {
                break;
            }
            found.push((*id, row.bytes.to_vec()));
        }
        Ok(found)
    }

    fn insert_item(
        &mut self,
        header: &ItemHeader,
        id: &ItemId,
        bytes: &[u8],
        seq: Option<u64>,
        _at: i64,
    ) -> Answer<()> {
        self.put_row(header, *id, bytes, seq)
    }

    fn note_seq(&mut self, id: &ItemId, seq: u64, _at: i64) -> Answer<()> {
        if let Some(row) = Arc::make_mut(&mut self.items).get_mut(id) {
            row.seq = Some(seq);
        }
        Ok(())
    }

    fn unsent(&mut self, max_items: usize, max_bytes: usize) -> Answer<Vec<(ItemId, Vec<u8>)>> {
        let mut bytes = 0_usize;
        let mut found: Vec<(ItemId, Vec<u8>)> = Vec::new();
        for (id, row) in self.unsent_rows().into_iter().take(max_items) {
            bytes += row.bytes.len();
            if !found.is_empty() && bytes > max_bytes {
                break;
            }
            found.push((id, row.bytes.to_vec()));
        }
        Ok(found)
    }

    fn refuse_item(&mut self, id: &ItemId, reason: u8, _at: i64) -> Answer<()> {
        if let Some(row) = Arc::make_mut(&mut self.items).get_mut(id) {
            row.refused = Some(reason);
        }
        Ok(())
    }

    fn replace_item(
        &mut self,
        old: &ItemId,
        header: &ItemHeader,
        new: &ItemId,
        bytes: &[u8],
        _at: i64,
    ) -> Answer<()> {
        if self.remove_row(old) {
            self.put_row(header, *new, bytes, None)
        } else {
            Ok(())
        }
    }

    fn carried(
        &mut self,
        _item: &ItemId,
        document: &DocumentId,
        changes: &[[u8; 32]],
    ) -> Answer<()> {
        if let Some(pending) = self.pending.get_mut(document) {
            pending.retain(|change| !changes.contains(&change.hash));
        }
        self.pending.retain(|_, pending| !pending.is_empty());
        Ok(())
    }

    fn quarantine(
        &mut self,
        id: &ItemId,
        bytes: &[u8],
        reason: QuarantineReason,
        _at: i64,
    ) -> Answer<()> {
        self.quarantine
            .entry(*id)
            .or_insert_with(|| (bytes.into(), reason));
        Ok(())
    }

    fn is_quarantined(&mut self, id: &ItemId) -> Answer<bool> {
        Ok(self.quarantine.contains_key(id))
    }

    fn quarantined(&mut self) -> Answer<Vec<(ItemId, Vec<u8>, QuarantineReason)>> {
        let rows = self.quarantine.iter();
        Ok(rows
            .map(|(id, (bytes, reason))| (*id, bytes.to_vec(), *reason))
            .collect())
    }

    fn release(&mut self, id: &ItemId) -> Answer<()> {
        self.quarantine.remove(id);
        Ok(())
    }

    fn reach(&mut self, chain: &Chain) -> Answer<Reach> {
        Ok(self.reaches.get(chain).copied().unwrap_or(Reach::NOTHING))
    }

    fn set_reach(&mut self, chain: &Chain, reach: Reach) -> Answer<()> {
        self.reaches.insert(*chain, reach);
        Ok(())
    }

    fn chains(&mut self) -> Answer<Vec<(Chain, Reach)>> {
        Ok(self
            .reaches
            .iter()
            .map(|(chain, reach)| (*chain, *reach))
            .collect())
    }

    fn highest_held(&mut self) -> Answer<Vec<(Chain, u64)>> {
        let mut highest = std::collections::BTreeMap::new();
        for (chain, n) in self.places.keys() {
            highest.insert(*chain, *n);
        }
        Ok(highest.into_iter().collect())
    }

    fn document(&mut self, document: &DocumentId) -> Answer<Option<DocumentInfo>> {
        Ok(self.documents.get(document).cloned())
    }

    fn add_document(
        &mut self,
        document: &DocumentId,
        kind: DocumentKind,
        group: &GroupId,
    ) -> Answer<()> {
        self.add_group(*document, kind, *group);
        Ok(())
    }

    fn caseload_document(&mut self, group: &GroupId) -> Answer<Option<DocumentId>> {
        Ok(self
            .documents
            .iter()
            .find(|(_, info)| {
                info.kind == DocumentKind::Caseload && info.groups.first() == Some(group)
            })
            .map(|(document, _)| *document))
    }

    fn agency_document(&mut self) -> Answer<Option<DocumentId>> {
        let mut all = self.documents.iter();
        let found = all.find(|(_, info)| info.kind == DocumentKind::Agency);
        Ok(found.map(|(document, _)| *document))
    }

    fn keyring(&mut self) -> Answer<Arc<GroupKeyring>> {
        Ok(Arc::clone(&self.keyring))
    }

    fn document_keys(&mut self, document: &DocumentId) -> Answer<Vec<KeyInfo>> {
        let keys = self
            .keys
            .get(document)
            .map(Vec::as_slice)
            .unwrap_or_default();
        Ok(keys.iter().map(|(info, _)| *info).collect())
    }

    fn document_key(
        &mut self,
        document: &DocumentId,
        id: &DocumentKeyId,
    ) -> Answer<Option<DocumentKey>> {
        Ok(self.key(document, id))
    }

    fn add_document_key(
        &mut self,
        document: &DocumentId,
        group: &GroupId,
        epoch: u32,
        key: &DocumentKey,
        _at: i64,
    ) -> Answer<()> {
        self.add_key(*document, *group, epoch, key);
        Ok(())
    }

    fn assignments(&mut self, document: &DocumentId) -> Answer<Vec<(Assignment, DocumentKeyId)>> {
        let known = self.assignments.get(document);
        Ok(known.into_iter().flatten().copied().collect())
    }

    fn note_assignment(
        &mut self,
        document: &DocumentId,
        assignment: Assignment,
        key: &DocumentKeyId,
    ) -> Answer<()> {
        let known = self.assignments.entry(*document).or_default();
        known.insert((assignment, *key));
        let home = known.last().map(|(greatest, _)| greatest.group);
        if let Some((info, home)) = self.documents.get_mut(document).zip(home) {
            info.groups.retain(|group| *group != home);
            info.groups.insert(0, home);
        }
        Ok(())
    }

    fn note_wrap(
        &mut self,
        document: &DocumentId,
        key: &DocumentKeyId,
        group: &GroupId,
        _epoch: u32,
    ) -> Answer<()> {
        self.wrapped.insert((*document, *key, *group));
        Ok(())
    }

    fn ungranted(&mut self) -> Answer<Vec<(DocumentId, DocumentKeyId)>> {
        let mut found = Vec::new();
        for document in self.assignments.keys() {
            let home = self
                .documents
                .get(document)
                .and_then(|info| info.groups.first());
            let keys = self.keys.get(document);
            for (info, _) in keys.into_iter().flatten() {
                if home.is_some_and(|home| !self.wrapped.contains(&(*document, info.id, *home))) {
                    found.push((*document, info.id));
                }
            }
        }
        Ok(found)
    }

    fn forgetting(&mut self, document: &DocumentId) -> Answer<Option<Forgetting>> {
        let is_done = self.forgotten.contains_key(document);
        Ok(is_done.then_some(Forgetting::Done))
    }

    /// Carried out at once: nothing here knows of holds.
    fn order_forgetting(
        &mut self,
        header: &ItemHeader,
        id: &ItemId,
        bytes: &[u8],
        seq: Option<u64>,
        _at: i64,
    ) -> Answer<()> {
        self.forget(&header.document);
        self.put_row(header, *id, bytes, seq)?;
        let reach = Reach {
            n: header.n,
            last: *id,
        };
        self.reaches.insert(Chain::of(header), reach);
        Ok(())
    }

    fn is_order(&mut self, chain: &Chain, n: u64) -> Answer<bool> {
        let is_forgotten = self.forgotten.contains_key(&chain.document);
        Ok(is_forgotten && self.places.contains_key(&(*chain, n)))
    }

    fn note_late(&mut self, document: &DocumentId) -> Answer<()> {
        *self.forgotten.entry(*document).or_default() += 1;
        Ok(())
    }

    fn pending_documents(&mut self) -> Answer<Vec<DocumentId>> {
        Ok(self.pending.keys().copied().collect())
    }

    fn pending(&mut self, document: &DocumentId) -> Answer<Vec<PendingChange>> {
        Ok(self.pending.get(document).cloned().unwrap_or_default())
    }

    fn apply(
        &mut self,
        document: &DocumentId,
        _kind: DocumentKind,
        items: &[OpenedItem],
    ) -> Answer<Vec<ApplyOutcome>> {
        let content = Arc::make_mut(&mut self.content)
            .entry(*document)
            .or_default();
        let mut outcomes = Vec::with_capacity(items.len());
        for item in items {
            let changes = match &item.content {
                // Nothing here is a note that somebody looked.
                _ if item.only_openings => None,
                Content::Changes(changes) => Some(changes.clone()),
                Content::Snapshot(saved) => read_snapshot(saved),
            };
            outcomes.push(match changes {
                Some(changes) if !changes.iter().any(Vec::is_empty) => {
                    content.extend(changes);
                    ApplyOutcome::Applied { missing: false }
                }
                _ => ApplyOutcome::Refused,
            });
        }
        Ok(outcomes)
    }

    fn snapshot_costs(&mut self) -> Answer<Vec<(DocumentId, DocumentCost)>> {
        Ok(self.costs())
    }

    fn whole_document(&mut self, document: &DocumentId) -> Answer<Option<Vec<u8>>> {
        Ok(self.whole(document))
    }

    fn holds(&mut self, document: &DocumentId) -> Answer<HoldStatement> {
        Ok(self.holds.get(document).cloned().unwrap_or_default())
    }

    fn holds_the_same(
        &mut self,
        _document: &DocumentId,
        saved: &[u8],
        items: &[OpenedItem],
    ) -> Answer<bool> {
        Ok(State::holds_the_same(saved, items))
    }

    fn put_receipt(&mut self, by: &DeviceId, chain: &Chain, n: u64, _at: i64) -> Answer<()> {
        let held = self.receipts.entry((*by, *chain)).or_default();
        *held = n.max(*held);
        Ok(())
    }

    fn receipted_by(&mut self, by: &DeviceId) -> Answer<Vec<(Chain, u64)>> {
        let rows = self.receipts.iter().filter(|((device, _), _)| device == by);
        Ok(rows.map(|((_, chain), n)| (*chain, *n)).collect())
    }

    fn vouched_beyond(&mut self) -> Answer<Vec<(Chain, u64)>> {
        Ok(self.beyond())
    }
}
