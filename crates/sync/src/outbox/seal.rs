//! Sealing one item at the end of this device's chain of a document.

use std::collections::BTreeSet;
use std::sync::Arc;

use handrail_protocol::item::{HOLD_ID_BYTES, SnapshotCover};
use handrail_protocol::limits::{MAX_ITEM_HOLDS, MAX_ITEM_WRAPS};
use handrail_protocol::{
    DocumentId, DocumentKeyWrap, DocumentKind, GroupId, HoldStatement, ItemId, ItemKind, Role,
    RosterState, UnverifiedItem, VerifiedItem,
};
use handrail_vault::{self as vault, DeviceSecret, DocumentKey, GroupKeyring, ItemDraft};
use rand_core::CryptoRng;

use super::under::{self, Under};
use crate::{Chain, Identity, Reach, StoreFault, SyncTx};

/// What is to be sealed.
pub(crate) struct Sealing<'a> {
    pub(crate) document: DocumentId,
    pub(crate) content: &'a vault::Content,
    pub(crate) covers: Vec<SnapshotCover>,
    /// Of a receipt: the snapshot that it confirms.
    pub(crate) confirms: Option<ItemId>,
}

impl<'a> Sealing<'a> {
    /// Anything but a snapshot.
    pub(crate) fn of(document: DocumentId, content: &'a vault::Content) -> Self {
        Self {
            document,
            content,
            covers: Vec::new(),
            confirms: None,
        }
    }
}

/// This device as a writer, during one transaction.
pub(crate) struct Sealer {
    pub(crate) identity: Identity,
    pub(crate) roster: Arc<RosterState>,
    pub(super) keyring: Arc<GroupKeyring>,
    secret: Arc<DeviceSecret>,
    pub(crate) at: i64,
}

impl Sealer {
    pub(crate) fn begin(tx: &mut dyn SyncTx, at: i64) -> Result<Self, StoreFault> {
        let Some(identity) = tx.identity()? else {
            return Err(StoreFault::Failed(
                "this device belongs to no agency".into(),
            ));
        };
        Ok(Self {
            identity,
            roster: tx.roster()?,
            keyring: tx.keyring()?,
            secret: tx.device_secret()?,
            at,
        })
    }

    pub(super) fn secret(&self) -> &DeviceSecret {
        &self.secret
    }

    pub(crate) fn chain(&self, document: DocumentId) -> Chain {
        Chain {
            document,
            device: self.identity.device,
            incarnation: self.identity.incarnation,
        }
    }

    /// Seals at the end of this device's chain and keeps the item. `None` when
    /// this device has no current key for the document.
    pub(crate) fn append(
        &self,
        tx: &mut dyn SyncTx,
        sealing: &Sealing<'_>,
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<ItemId>, StoreFault> {
        let chain = self.chain(sealing.document);
        let reach = tx.reach(&chain)?;
        let Some(item) = self.seal_after(tx, sealing, &chain, reach, rng)? else {
            return Ok(None);
        };
        tx.insert_item(item.header(), &item.id(), item.as_bytes(), None, self.at)?;
        tx.set_reach(
            &chain,
            Reach {
                n: item.header().n,
                last: item.id(),
            },
        )?;
        Ok(Some(item.id()))
    }

    /// Seals the item that follows `reach` in a chain of this device, keeping
    /// nothing but a document key that had to be made.
    pub(crate) fn seal_after(
        &self,
        tx: &mut dyn SyncTx,
        sealing: &Sealing<'_>,
        chain: &Chain,
        reach: Reach,
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<VerifiedItem>, StoreFault> {
        let document = chain.document;
        let Some(info) = tx.document(&document)? else {
            return Ok(None);
        };
        let Some(under) = under::choose(self, tx, document, rng)? else {
            return Ok(None);
        };
        let previous = (reach.n > 0).then_some(reach.last);
        let wraps = match brings(tx, sealing, previous, &under)? {
            Brings::Nothing => Vec::new(),
            Brings::ItsKey => self.wrap(document, under.group, &under.key, rng),
            Brings::AllKeys => self.wraps_of_all_keys(tx, document, &under, rng)?,
        };
        for wrap in &wraps {
            tx.note_wrap(&document, &wrap.document_key, &wrap.group, wrap.epoch)?;
        }
        let draft = ItemDraft {
            agency: self.identity.agency,
            document,
            incarnation: chain.incarnation,
            n: reach.n + 1,
            previous,
            roster: self.roster.head(),
            covers: sealing.covers.clone(),
            document_kind: info.kind,
            wraps,
            assignment: under.assignment,
            forget: None,
            says: vault::Statements {
                confirms: sealing.confirms,
                holds: self.holds(tx, sealing, info.kind)?,
            },
        };
        // What cannot be sealed stays where it is; the others go on.
        let key = &under.key;
        Ok(vault::seal_item(&draft, sealing.content, key, &self.secret, &mut &mut *rng).ok())
    }

    /// Who is in charge says with each change to a participant's record which legal holds stand,
    /// as far as they know: the relay cannot read it there.
    fn holds(
        &self,
        tx: &mut dyn SyncTx,
        sealing: &Sealing<'_>,
        kind: DocumentKind,
    ) -> Result<Option<HoldStatement>, StoreFault> {
        let is_change = matches!(sealing.content, vault::Content::Changes(_));
        let head = self.roster.head().n;
        let may_hold = self
            .roster
            .office_at(&self.identity.device, head)
            .is_some_and(|office| office.administrator || office.role == Role::Supervisor);
        if !is_change || !may_hold || kind != DocumentKind::Participant {
            return Ok(None);
        }
        let mut holds = tx.holds(&sealing.document)?;
        holds.standing.truncate(HOLD_ID_BYTES * MAX_ITEM_HOLDS);
        let room = HOLD_ID_BYTES * MAX_ITEM_HOLDS - holds.standing.len();
        holds.ended.truncate(room);
        Ok((!holds.is_empty()).then_some(holds))
    }

    fn wrap(
        &self,
        document: DocumentId,
        group: GroupId,
        key: &DocumentKey,
        rng: &mut dyn CryptoRng,
    ) -> Vec<DocumentKeyWrap> {
        let agency = self.identity.agency;
        self.keyring
            .wrap_document_key(agency, document, group, key, &mut &mut *rng)
            .into_iter()
            .collect()
    }

    /// The item's own key first, then those that the group is not known to have,
    /// then the others, as many as an item holds.
    fn wraps_of_all_keys(
        &self,
        tx: &mut dyn SyncTx,
        document: DocumentId,
        under: &Under,
        rng: &mut dyn CryptoRng,
    ) -> Result<Vec<DocumentKeyWrap>, StoreFault> {
        let lacking = tx.ungranted()?;
        let lacking = lacking.into_iter().filter(|(of, _)| *of == document);
        let known = tx.document_keys(&document)?;
        let mut ids = vec![under.key.id()];
        ids.extend(lacking.map(|(_, key)| key));
        ids.extend(known.iter().rev().map(|info| info.id));
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        let mut wraps = Vec::new();
        // Whoever gets the document learns from its giver who wrote in it before: a key
        // of theirs, wrapped to them once more.
        if under.assignment.is_some() {
            let groups = tx.document(&document)?.map(|info| info.groups);
            for group in groups.into_iter().flatten().filter(|g| *g != under.group) {
                let theirs = known.iter().find(|info| info.group == group);
                if let Some(info) = theirs
                    && let Some(key) = tx.document_key(&document, &info.id)?
                {
                    wraps.extend(self.wrap(document, group, &key, rng));
                }
            }
        }
        let room = MAX_ITEM_WRAPS.saturating_sub(wraps.len());
        for id in ids.iter().take(room) {
            if let Some(key) = tx.document_key(&document, id)? {
                wraps.extend(self.wrap(document, under.group, &key, rng));
            }
        }
        Ok(wraps)
    }
}

/// Which keys the next item of a chain has to bring.
fn brings(
    tx: &mut dyn SyncTx,
    sealing: &Sealing<'_>,
    previous: Option<ItemId>,
    under: &Under,
) -> Result<Brings, StoreFault> {
    // A newcomer gets a snapshot without the items that brought the keys.
    let all = match sealing.content {
        vault::Content::Snapshot(_) => true,
        vault::Content::Changes(changes) => changes.is_empty(),
        vault::Content::Receipt(_) | vault::Content::Tombstone => false,
    };
    if all {
        return Ok(Brings::AllKeys);
    }
    if !key_is_new_to_chain(tx, previous, under)? {
        return Ok(Brings::Nothing);
    }
    // Whoever gets the document by a hand-over gets its history with it.
    Ok(match under.assignment {
        Some(_) => Brings::AllKeys,
        None => Brings::ItsKey,
    })
}

/// Which keys an item brings.
enum Brings {
    Nothing,
    ItsKey,
    AllKeys,
}

/// The first item of each chain, and the first after a change of key,
/// carries the key, so that every chain can be opened without another. So does
/// the first after a snapshot of a document that was handed over: nobody may be
/// spared what says so.
fn key_is_new_to_chain(
    tx: &mut dyn SyncTx,
    previous: Option<ItemId>,
    under: &Under,
) -> Result<bool, StoreFault> {
    let Some(previous) = previous else {
        return Ok(true);
    };
    let Some(held) = tx.item(&previous)? else {
        return Ok(true);
    };
    Ok(UnverifiedItem::parse(&held.bytes).map_or(true, |item| {
        let header = item.header();
        let after_snapshot = under.assignment.is_some() && header.kind == ItemKind::Snapshot;
        after_snapshot || header.document_key != under.key.id()
    }))
}

/// Whether an item holds a snapshot.
pub(super) fn is_snapshot(item: &VerifiedItem) -> bool {
    item.header().kind == ItemKind::Snapshot
}
