//! Orders to forget a document, as items.

use handrail_protocol::{DocumentId, DocumentKind, ForgetOrder, ItemId, VerifiedItem};
use handrail_vault::{self as vault, DocumentKey, ItemDraft};
use rand_core::CryptoRng;

use super::seal::Sealer;
use crate::{Chain, Reach, StoreFault, SyncTx};

/// Writes an order to forget a document, inside one transaction. It says nothing that is not in
/// its header, and is sealed under a key that nobody keeps: who is to obey it may hold none of
/// the document's keys, and who carried it out holds none any more.
pub fn order_forgetting(
    tx: &mut dyn SyncTx,
    document: DocumentId,
    order: &ForgetOrder,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<ItemId, StoreFault> {
    let sealer = Sealer::begin(tx, at)?;
    let chain = sealer.chain(document);
    let reach = tx.reach(&chain)?;
    let Some(item) = sealer.seal_order(&chain, reach, order, rng) else {
        return Err(StoreFault::Failed("the order could not be written".into()));
    };
    let (id, header) = (item.id(), item.header());
    tx.order_forgetting(header, &id, item.as_bytes(), None, at)?;
    Ok(id)
}

impl Sealer {
    pub(super) fn seal_order(
        &self,
        chain: &Chain,
        reach: Reach,
        order: &ForgetOrder,
        rng: &mut dyn CryptoRng,
    ) -> Option<VerifiedItem> {
        let draft = ItemDraft {
            agency: self.identity.agency,
            document: chain.document,
            incarnation: chain.incarnation,
            n: reach.n + 1,
            previous: (reach.n > 0).then_some(reach.last),
            roster: self.roster.head(),
            covers: Vec::new(),
            wraps: Vec::new(),
            document_kind: DocumentKind::Participant,
            assignment: None,
            forget: Some(order.clone()),
            says: vault::Statements::default(),
        };
        let key = DocumentKey::generate(&mut &mut *rng);
        let content = vault::Content::Tombstone;
        vault::seal_item(&draft, &content, &key, self.secret(), &mut &mut *rng).ok()
    }
}
