//! Sealing one item at the end of this device's chain of a document.

use std::sync::Arc;

use handrail_protocol::item::SnapshotCover;
use handrail_protocol::{
    DocumentId, DocumentKeyId, DocumentKeyWrap, ItemId, ItemKind, RosterState, UnverifiedItem,
    VerifiedItem,
};
use handrail_vault::{self as vault, DeviceSecret, DocumentKey, GroupKeyring, ItemDraft};
use rand_core::CryptoRng;

use crate::{Chain, DocumentInfo, Identity, Reach, StoreFault, SyncTx};

/// What is to be sealed.
pub(crate) struct Sealing<'a> {
    pub(crate) document: DocumentId,
    pub(crate) content: &'a vault::Content,
    pub(crate) covers: Vec<SnapshotCover>,
}

impl<'a> Sealing<'a> {
    /// Anything but a snapshot.
    pub(crate) fn of(document: DocumentId, content: &'a vault::Content) -> Self {
        Self {
            document,
            content,
            covers: Vec::new(),
        }
    }
}

/// This device as a writer, during one transaction.
pub(crate) struct Sealer {
    pub(crate) identity: Identity,
    roster: Arc<RosterState>,
    keyring: Arc<GroupKeyring>,
    secret: Arc<DeviceSecret>,
    at: i64,
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
        let Some(key) = self.sealing_key(tx, document, rng)? else {
            return Ok(None);
        };
        let previous = (reach.n > 0).then_some(reach.last);
        let snapshot = matches!(sealing.content, vault::Content::Snapshot(_));
        let wraps = if snapshot {
            self.wraps_of_all_keys(tx, document, &info, rng)?
        } else if key_is_new_to_chain(tx, previous, &key.id())? {
            self.wraps(document, &info, &key, rng)
        } else {
            Vec::new()
        };
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
        };
        // What cannot be sealed stays where it is; the others go on.
        Ok(vault::seal_item(&draft, sealing.content, &key, &self.secret, &mut &mut *rng).ok())
    }

    /// The newest key of the document that was wrapped under the current epoch
    /// of its group; a new one when the group has moved on.
    fn sealing_key(
        &self,
        tx: &mut dyn SyncTx,
        document: DocumentId,
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<DocumentKey>, StoreFault> {
        let keys = tx.document_keys(&document)?;
        let current = |info: &&crate::KeyInfo| {
            self.roster
                .group(&info.group)
                .is_some_and(|group| group.epoch == info.epoch)
        };
        if let Some(info) = keys.iter().rev().find(current) {
            return tx.document_key(&document, &info.id);
        }
        let Some(newest) = keys.last() else {
            return Ok(None);
        };
        let Some(group) = self.roster.group(&newest.group) else {
            return Ok(None);
        };
        if self.keyring.get(newest.group, group.epoch).is_none() {
            return Ok(None);
        }
        let key = DocumentKey::generate(&mut &mut *rng);
        tx.add_document_key(&document, &newest.group, group.epoch, &key, self.at)?;
        Ok(Some(key))
    }

    fn wraps(
        &self,
        document: DocumentId,
        info: &DocumentInfo,
        key: &DocumentKey,
        rng: &mut dyn CryptoRng,
    ) -> Vec<DocumentKeyWrap> {
        let agency = self.identity.agency;
        let mut wraps: Vec<DocumentKeyWrap> = info
            .groups
            .iter()
            .filter_map(|group| {
                self.keyring
                    .wrap_document_key(agency, document, *group, key, &mut &mut *rng)
            })
            .collect();
        wraps.sort_by_key(|wrap| (wrap.group, wrap.document_key));
        wraps
    }

    /// A newcomer gets a snapshot without the items that brought the keys.
    fn wraps_of_all_keys(
        &self,
        tx: &mut dyn SyncTx,
        document: DocumentId,
        info: &DocumentInfo,
        rng: &mut dyn CryptoRng,
    ) -> Result<Vec<DocumentKeyWrap>, StoreFault> {
        let mut wraps = Vec::new();
        for known in tx.document_keys(&document)? {
            if let Some(key) = tx.document_key(&document, &known.id)? {
                wraps.extend(self.wraps(document, info, &key, rng));
            }
        }
        wraps.sort_by_key(|wrap| (wrap.group, wrap.document_key));
        wraps.dedup_by_key(|wrap| (wrap.group, wrap.document_key));
        Ok(wraps)
    }
}

/// The first item of each chain, and the first after a change of key,
/// carries the key, so that every chain can be opened without another.
fn key_is_new_to_chain(
    tx: &mut dyn SyncTx,
    previous: Option<ItemId>,
    key: &DocumentKeyId,
) -> Result<bool, StoreFault> {
    let Some(previous) = previous else {
        return Ok(true);
    };
    let Some(held) = tx.item(&previous)? else {
        return Ok(true);
    };
    Ok(UnverifiedItem::parse(&held.bytes).map_or(true, |item| item.header().document_key != *key))
}

/// Whether an item holds a snapshot.
pub(super) fn is_snapshot(item: &VerifiedItem) -> bool {
    item.header().kind == ItemKind::Snapshot
}
