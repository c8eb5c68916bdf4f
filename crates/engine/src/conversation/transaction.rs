//! One durable step of the talk, in the terms of [`SyncTx`].

use std::sync::Arc;

use handrail_protocol::message::{self, FeedPoint};
use handrail_protocol::{
    Assignment, DeviceId, DocumentId, DocumentKeyId, DocumentKind, GroupId, HoldStatement,
    Incarnation, ItemHeader, ItemId, ItemKind, RosterError, RosterState,
};
use handrail_store::Tx;
use handrail_sync::coverage::DocumentCost;
use handrail_sync::{
    ApplyOutcome, Chain, DocumentInfo, Forgetting, HeldItem, Identity, KeyInfo, OpenedItem,
    PendingChange, QuarantineReason, Reach, SyncTx,
};
use handrail_vault::{DeviceSecret, DocumentKey, GroupKeyring};
use rand_core::CryptoRng;

use super::attach::attach;
use super::rows::{
    Outcome, chain, document_cost, forgetting as forgetting_of, ok, pending, reach, receipt,
    receipted_by, row_of, ungranted, vouched_beyond, within, writer,
};
use super::{apply, missing};
use crate::inviting::Invitations;
use crate::open::{self, Documents};
use crate::{chosen, forgetting, rebuild, renewing};

/// A transaction of the store with what the engine keeps beside it.
pub struct EngineTx<'a, 't> {
    pub tx: &'a Tx<'t>,
    pub identity: &'a open::Identity,
    pub incarnation: &'a mut Incarnation,
    pub roster: &'a mut Arc<RosterState>,
    pub documents: &'a mut Documents,
    pub invitations: &'a mut Invitations,
    pub keyring: &'a mut Arc<GroupKeyring>,
    pub secret: &'a mut Arc<DeviceSecret>,
    pub relay: &'a str,
    /// Documents whose memory must be dropped when this is rolled back.
    pub touched: &'a mut Vec<DocumentId>,
}

impl SyncTx for EngineTx<'_, '_> {
    fn identity(&mut self) -> Outcome<Option<Identity>> {
        Ok(Some(Identity {
            agency: self.identity.agency,
            device: self.identity.device,
            incarnation: *self.incarnation,
        }))
    }

    fn device_secret(&mut self) -> Outcome<Arc<DeviceSecret>> {
        Ok(self.secret.clone())
    }

    fn take_new_incarnation(&mut self, new: Incarnation) -> Outcome<()> {
        *self.incarnation = new;
        ok(self.tx.set_meta("incarnation", new.as_bytes()))
    }

    fn roster(&mut self) -> Outcome<Arc<RosterState>> {
        Ok(self.roster.clone())
    }

    fn roster_entries(&mut self, from: u64, max_bytes: usize) -> Outcome<Vec<Vec<u8>>> {
        let rows = ok(self.tx.roster_entries(from.checked_sub(1)))?;
        let rows = within(rows, max_bytes, |row| row.bytes.len());
        Ok(rows.into_iter().map(|row| row.bytes).collect())
    }

    fn append_roster(&mut self, entry: &[u8]) -> Outcome<Result<(), RosterError>> {
        let mut next = RosterState::clone(self.roster);
        if let Err(error) = next.apply(entry) {
            return Ok(Err(error));
        }
        *self.roster = Arc::new(next);
        let mut keyring = crate::roster::copy(self.keyring);
        ok(self.invitations.appended(self.tx, &mut keyring, entry))?;
        ok(crate::roster::append(
            self.tx,
            self.identity,
            self.roster,
            &mut keyring,
            entry,
        ))?;
        let renewed = renewing::appended(self.tx, self.identity, self.roster, &mut keyring);
        if let Some(secret) = ok(renewed)? {
            *self.secret = secret;
        }
        *self.keyring = Arc::new(keyring);
        Ok(Ok(()))
    }

    fn outgoing_roster(&mut self, rng: &mut dyn CryptoRng) -> Outcome<Option<Vec<u8>>> {
        ok(self.invitations.outgoing(
            self.tx,
            self.identity,
            self.roster,
            self.keyring,
            self.relay,
            rng,
        ))
    }

    fn outgoing_roster_refused(&mut self, entry: &[u8], status: u16) -> Outcome<()> {
        ok(self.invitations.refused(self.tx, entry, status))
    }

    fn cursor(&mut self) -> Outcome<Option<FeedPoint>> {
        let Some(bytes) = ok(self.tx.meta("sync.cursor"))? else {
            return Ok(None);
        };
        Ok(message::decode::<FeedPoint>(&bytes).ok())
    }

    fn set_cursor(&mut self, cursor: Option<FeedPoint>) -> Outcome<()> {
        ok(match cursor {
            Some(point) => self.tx.set_meta("sync.cursor", &message::encode(&point)),
            None => self.tx.remove_meta("sync.cursor"),
        })
    }

    fn flag(&mut self, name: &str) -> Outcome<bool> {
        Ok(ok(self.tx.meta(name))?.is_some())
    }

    fn set_flag(&mut self, name: &str, on: bool) -> Outcome<()> {
        ok(if on {
            self.tx.set_meta(name, &[1])
        } else {
            self.tx.remove_meta(name)
        })
    }

    fn note(&mut self, name: &str) -> Outcome<Option<Vec<u8>>> {
        Ok(ok(self.tx.meta(name))?.map(|bytes| bytes.to_vec()))
    }

    fn set_note(&mut self, name: &str, value: Option<&[u8]>) -> Outcome<()> {
        ok(match value {
            Some(value) => self.tx.set_meta(name, value),
            None => self.tx.remove_meta(name),
        })
    }

    fn backfills(&mut self) -> Outcome<Vec<DocumentId>> {
        ok(self.tx.backfills())
    }

    fn set_backfill(&mut self, document: &DocumentId, wanted: bool) -> Outcome<()> {
        ok(self.tx.set_backfill(document, wanted))
    }

    fn item(&mut self, id: &ItemId) -> Outcome<Option<HeldItem>> {
        Ok(ok(self.tx.item(id))?.map(|row| HeldItem {
            bytes: row.bytes,
            seq: row.seq,
        }))
    }

    fn item_at(&mut self, chain: &Chain, n: u64) -> Outcome<Option<ItemId>> {
        ok(self
            .tx
            .item_at(&chain.document, &chain.device, &chain.incarnation, n))
    }

    fn items_from(
        &mut self,
        chain: &Chain,
        from_n: u64,
        max_bytes: usize,
    ) -> Outcome<Vec<(ItemId, Vec<u8>)>> {
        let (document, device) = (&chain.document, &chain.device);
        let rows = self
            .tx
            .items_from(document, device, &chain.incarnation, from_n, 256);
        let rows = within(ok(rows)?, max_bytes, |row| row.bytes.len());
        Ok(rows.into_iter().map(|row| (row.id, row.bytes)).collect())
    }

    fn insert_item(
        &mut self,
        header: &ItemHeader,
        id: &ItemId,
        bytes: &[u8],
        seq: Option<u64>,
        at: i64,
    ) -> Outcome<()> {
        ok(self.tx.insert_item(&row_of(header, id, bytes, seq, at))).map(|_| ())
    }

    fn note_seq(&mut self, id: &ItemId, seq: u64, at: i64) -> Outcome<()> {
        ok(self.tx.mark_sent(id, seq, at))
    }

    fn unsent(&mut self, max_items: usize, max_bytes: usize) -> Outcome<Vec<(ItemId, Vec<u8>)>> {
        Ok(ok(self.tx.unsent(
            u32::try_from(max_items).unwrap_or(u32::MAX),
            max_bytes as u64,
        ))?
        .into_iter()
        .map(|row| (row.id, row.bytes))
        .collect())
    }

    fn refuse_item(&mut self, id: &ItemId, reason: u8, at: i64) -> Outcome<()> {
        let _ = at;
        ok(self.tx.mark_refused(id, reason))
    }

    fn replace_item(
        &mut self,
        old: &ItemId,
        header: &ItemHeader,
        new: &ItemId,
        bytes: &[u8],
        at: i64,
    ) -> Outcome<()> {
        ok(self.tx.remove_items(std::slice::from_ref(old)))?;
        self.insert_item(header, new, bytes, None, at)?;
        if header.kind == ItemKind::Tombstone {
            let order = row_of(header, new, bytes, None, at);
            ok(self.tx.replace_order(old, &order))?;
        }
        ok(self.tx.reattach_item(old, new))
    }

    fn carried(
        &mut self,
        item: &ItemId,
        document: &DocumentId,
        changes: &[[u8; 32]],
    ) -> Outcome<()> {
        self.touched.push(*document);
        ok(open::save_current(self.tx, self.documents, document))?;
        ok(self.tx.remove_pending(document, changes))?;
        ok(attach(self.tx, self.documents, document, item))
    }

    fn quarantine(
        &mut self,
        id: &ItemId,
        bytes: &[u8],
        reason: QuarantineReason,
        at: i64,
    ) -> Outcome<()> {
        ok(self.tx.quarantine(id, bytes, &reason.to_string(), at)).map(|_| ())
    }

    fn is_quarantined(&mut self, id: &ItemId) -> Outcome<bool> {
        ok(self.tx.is_quarantined(id))
    }

    fn quarantined(&mut self) -> Outcome<Vec<(ItemId, Vec<u8>, QuarantineReason)>> {
        let rows = ok(self.tx.quarantined())?;
        Ok(rows
            .into_iter()
            .filter_map(|row| Some((row.id, row.bytes, row.reason.parse().ok()?)))
            .collect())
    }

    fn release(&mut self, id: &ItemId) -> Outcome<()> {
        ok(self.tx.release(id)).map(|_| ())
    }

    fn reach(&mut self, of: &Chain) -> Outcome<Reach> {
        let found = ok(self
            .tx
            .frontier_at(&of.document, &of.device, &of.incarnation))?;
        Ok(found.map_or(Reach::NOTHING, |(n, last)| Reach { n, last }))
    }

    fn set_reach(&mut self, of: &Chain, reach: Reach) -> Outcome<()> {
        // The machine also sets a reach lower, or with another last item.
        ok(self
            .tx
            .remove_frontier(&of.document, &of.device, &of.incarnation))?;
        if reach.n == 0 {
            return Ok(());
        }
        ok(self.tx.set_frontier(&writer(of, &reach)))
    }

    fn chains(&mut self) -> Outcome<Vec<(Chain, Reach)>> {
        let rows = ok(self.tx.frontier())?;
        Ok(rows.iter().map(|row| (chain(row), reach(row))).collect())
    }

    fn highest_held(&mut self) -> Outcome<Vec<(Chain, u64)>> {
        Ok(ok(self.tx.highest_all())?
            .iter()
            .map(|row| (chain(row), row.n))
            .collect())
    }

    fn document(&mut self, id: &DocumentId) -> Outcome<Option<DocumentInfo>> {
        let groups = ok(self.tx.document_groups(id))?;
        let kind = ok(self.tx.document_kind(id))?;
        Ok(kind
            .and_then(DocumentKind::from_number)
            .map(|kind| DocumentInfo { kind, groups }))
    }

    fn add_document(
        &mut self,
        id: &DocumentId,
        kind: DocumentKind,
        group: &GroupId,
    ) -> Outcome<()> {
        ok(open::add_document(self.tx, id, kind, group))
    }

    fn caseload_document(&mut self, group: &GroupId) -> Outcome<Option<DocumentId>> {
        let Some(group) = self.roster.caseload_of_group(group) else {
            return Ok(None);
        };
        let found = ok(chosen::caseload_documents(self.tx, self.roster, &group))?;
        Ok(found.first().copied())
    }

    fn agency_document(&mut self) -> Outcome<Option<DocumentId>> {
        ok(chosen::agency_document(self.tx, self.roster))
    }

    fn keyring(&mut self) -> Outcome<Arc<GroupKeyring>> {
        Ok(self.keyring.clone())
    }

    fn document_keys(&mut self, document: &DocumentId) -> Outcome<Vec<KeyInfo>> {
        let rows = ok(self.tx.key_epochs(document))?;
        Ok(rows
            .into_iter()
            .map(|row| KeyInfo {
                id: row.key_id,
                group: row.group,
                epoch: row.epoch,
            })
            .collect())
    }

    fn document_key(
        &mut self,
        document: &DocumentId,
        id: &DocumentKeyId,
    ) -> Outcome<Option<DocumentKey>> {
        Ok(ok(self.tx.document_key(document, id))?.map(|key| DocumentKey::from_bytes(*key)))
    }

    fn add_document_key(
        &mut self,
        document: &DocumentId,
        group: &GroupId,
        epoch: u32,
        key: &DocumentKey,
        at: i64,
    ) -> Outcome<()> {
        ok(crate::open::add_document_key(
            self.tx, document, group, epoch, key, at,
        ))
    }

    fn assignments(&mut self, document: &DocumentId) -> Outcome<Vec<(Assignment, DocumentKeyId)>> {
        ok(self.tx.assignments(document))
    }

    fn note_assignment(
        &mut self,
        document: &DocumentId,
        assignment: Assignment,
        key: &DocumentKeyId,
    ) -> Outcome<()> {
        self.touched.push(*document);
        let kind = DocumentKind::Participant.number();
        ok(self.tx.add_assignment(document, kind, assignment, key))
    }

    fn note_wrap(
        &mut self,
        document: &DocumentId,
        key: &DocumentKeyId,
        group: &GroupId,
        epoch: u32,
    ) -> Outcome<()> {
        ok(self.tx.note_wrapped_to(document, key, group, epoch))
    }

    fn ungranted(&mut self) -> Outcome<Vec<(DocumentId, DocumentKeyId)>> {
        ok(ungranted(self.tx, self.roster, self.keyring))
    }

    fn forgetting(&mut self, document: &DocumentId) -> Outcome<Option<Forgetting>> {
        let found = ok(self.tx.forgetting(document))?;
        Ok(found.map(forgetting_of))
    }

    fn order_forgetting(
        &mut self,
        header: &ItemHeader,
        id: &ItemId,
        bytes: &[u8],
        seq: Option<u64>,
        at: i64,
    ) -> Outcome<()> {
        ok(self.tx.put_order(&row_of(header, id, bytes, seq, at)))
    }

    fn is_order(&mut self, of: &Chain, n: u64) -> Outcome<bool> {
        ok(self
            .tx
            .is_order(&of.document, &of.device, &of.incarnation, n))
    }

    fn note_late(&mut self, document: &DocumentId) -> Outcome<()> {
        ok(self.tx.count_late(document))
    }

    fn pending_documents(&mut self) -> Outcome<Vec<DocumentId>> {
        ok(self.tx.pending_documents())
    }

    fn pending(&mut self, document: &DocumentId) -> Outcome<Vec<PendingChange>> {
        let rows = ok(self.tx.pending(document))?;
        Ok(rows.into_iter().map(pending).collect())
    }

    fn apply(
        &mut self,
        document: &DocumentId,
        kind: DocumentKind,
        items: &[OpenedItem],
    ) -> Outcome<Vec<ApplyOutcome>> {
        self.touched.push(*document);
        let home = ok(self.tx.document_groups(document))?.first().copied();
        let outcomes = ok(apply::apply(
            self.tx,
            self.documents,
            document,
            kind,
            home,
            items,
        ))?;
        ok(missing::note(self.tx, document, &outcomes))?;
        Ok(outcomes)
    }

    fn snapshot_costs(&mut self) -> Outcome<Vec<(DocumentId, DocumentCost)>> {
        let (change, snapshot) = (ItemKind::Change.number(), ItemKind::Snapshot.number());
        let costs = ok(self.tx.item_costs(&self.identity.device, change, snapshot))?;
        Ok(costs.iter().map(document_cost).collect())
    }

    fn whole_document(&mut self, document: &DocumentId) -> Outcome<Option<Vec<u8>>> {
        ok(rebuild::whole(self.tx, self.documents, document))
    }

    fn holds(&mut self, document: &DocumentId) -> Outcome<HoldStatement> {
        ok(forgetting::statement(
            self.tx,
            self.documents,
            self.roster,
            document,
        ))
    }

    fn holds_the_same(
        &mut self,
        document: &DocumentId,
        saved: &[u8],
        items: &[OpenedItem],
    ) -> Outcome<bool> {
        ok(rebuild::is_made_of(
            self.tx,
            self.documents,
            document,
            saved,
            items,
        ))
    }

    fn put_receipt(&mut self, by: &DeviceId, of: &Chain, n: u64, at: i64) -> Outcome<()> {
        let row = receipt(by, of, n, at);
        // Of these screens tell when each was reached, or who confirmed it.
        let is_told = of.device == self.identity.device || self.is_order(of, n)?;
        ok(if is_told {
            self.tx.put_receipt(&row)
        } else {
            self.tx.put_newest_receipt(&row)
        })
    }

    fn receipted_by(&mut self, by: &DeviceId) -> Outcome<Vec<(Chain, u64)>> {
        ok(receipted_by(self.tx, by))
    }

    fn vouched_beyond(&mut self) -> Outcome<Vec<(Chain, u64)>> {
        ok(vouched_beyond(self.tx, &self.identity.device))
    }
}
