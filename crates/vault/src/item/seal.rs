//! From content to a signed item.

use handrail_protocol::item::{Assignment, MIN_BODY_BYTES, SnapshotCover, item_signing_message};
use handrail_protocol::{
    AgencyId, DocumentId, DocumentKeyWrap, DocumentKind, ForgetOrder, HoldStatement, Incarnation,
    ItemError, ItemHeader, ItemId, RosterHead, UnverifiedItem, VerifiedItem, encode_item,
};
use rand_core::CryptoRng;

use super::content::Content;
use super::item_keys;
use super::payload::{MAX_INFLATED_BYTES, to_plaintext};
use crate::seal::{random, seal};
use crate::secret::{DeviceSecret, DocumentKey};

/// What of an item's header the caller decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDraft {
    pub agency: AgencyId,
    pub document: DocumentId,
    pub incarnation: Incarnation,
    /// From 1, the next of this writer in this document.
    pub n: u64,
    /// The item `n - 1`; `None` exactly for the first.
    pub previous: Option<ItemId>,
    pub roster: RosterHead,
    /// For snapshots, in any order; otherwise empty.
    pub covers: Vec<SnapshotCover>,
    /// In any order; may be empty.
    pub wraps: Vec<DocumentKeyWrap>,
    /// Goes on the wire only together with wraps.
    pub document_kind: DocumentKind,
    /// Under which hand-over the key was made; needs a wrap of it to that group.
    pub assignment: Option<Assignment>,
    /// Tombstones only, and always there.
    pub forget: Option<ForgetOrder>,
    /// What the relay is to know about what it may destroy.
    pub says: Statements,
}

/// What an item says to the relay beside its content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statements {
    /// Receipts only: a snapshot of the document that holds what it should.
    pub confirms: Option<ItemId>,
    /// Changes only: legal holds of the document.
    pub holds: Option<HoldStatement>,
}

/// Why an item cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Over the size limit of its kind: fewer changes per item.
    #[error("the content does not fit into one item")]
    TooLarge,
    /// The draft breaks a rule that every reader checks.
    #[error(transparent)]
    Item(#[from] ItemError),
}

/// Compresses, pads, seals and signs. The result has passed the same checks
/// that every reader applies, its own signature included.
pub fn seal_item(
    draft: &ItemDraft,
    content: &Content,
    key: &DocumentKey,
    writer: &DeviceSecret,
    rng: &mut impl CryptoRng,
) -> Result<VerifiedItem, SealError> {
    let kind = content.kind();
    let frame = content
        .to_frame()
        .filter(|frame| frame.len() <= MAX_INFLATED_BYTES)
        .ok_or(SealError::TooLarge)?;
    let plaintext = to_plaintext(&frame, kind).ok_or(SealError::TooLarge)?;
    let body_length =
        u32::try_from(MIN_BODY_BYTES + plaintext.len()).map_err(|_| SealError::TooLarge)?;
    let mut covers = draft.covers.clone();
    covers.sort_unstable();
    let mut wraps = draft.wraps.clone();
    wraps.sort_unstable_by_key(|wrap| (wrap.group, wrap.document_key));
    let header = ItemHeader {
        agency: draft.agency,
        document: draft.document,
        kind,
        writer: writer.id(),
        incarnation: draft.incarnation,
        n: draft.n,
        previous: draft.previous,
        document_key: key.id(),
        roster: draft.roster,
        body_length,
        covers: (!covers.is_empty()).then_some(covers),
        document_kind: (!wraps.is_empty()).then_some(draft.document_kind),
        assignment: draft.assignment.filter(|_| !wraps.is_empty()),
        wraps: (!wraps.is_empty()).then_some(wraps),
        forget: draft.forget.clone(),
        confirms: draft.says.confirms,
        holds: draft.says.holds.clone(),
    }
    .encode();

    let nonce: [u8; 24] = random(rng);
    let (item_key, commitment) = item_keys(key, &nonce);
    let sealed = seal(&item_key, &nonce, &header, &plaintext);
    let body = [nonce.as_slice(), &commitment, &sealed].concat();
    let signature = writer.pair().sign(&item_signing_message(&header, &body));
    let bytes = encode_item(&header, &signature, &body)?;
    match UnverifiedItem::parse(&bytes) {
        Err(ItemError::TooLarge) => Err(SealError::TooLarge),
        parsed => Ok(parsed?.verify_as(writer.id(), &writer.sign_public())?),
    }
}
