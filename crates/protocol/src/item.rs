//! Items: the only thing that moves between devices. A signed header that the
//! relay reads, and a sealed body that it cannot.
//!
//! ```text
//! item = 0x01 || u16be header length || header || signature[64] || body
//! ```
//!
//! `UnverifiedItem` has the right shape. `VerifiedItem` also has its writer's
//! signature checked. What an opened item holds is the vault's business.

mod header;
mod wire;

pub use header::{
    Assignment, DocumentKeyWrap, DocumentKind, ForgetOrder, ForgetReason, HOLD_ID_BYTES,
    HoldStatement, ItemHeader, ItemKind, SnapshotCover, WRAPPED_KEY_BYTES, WriterPosition,
};
pub use wire::{
    ITEM_VERSION, MIN_BODY_BYTES, UnverifiedItem, VerifiedItem, encode_item, item_signing_message,
    max_item_bytes,
};

use crate::canonical::CanonicalError;

/// Why bytes are refused as an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ItemError {
    #[error("the item ends too early")]
    Truncated,
    /// The first byte is not 1: written by a newer app.
    #[error("the item has format {0}, which this version does not read; update the app")]
    Version(u8),
    #[error("the item is over its size limit")]
    TooLarge,
    #[error("the item's header is not well formed: {0}")]
    Canonical(#[from] CanonicalError),
    /// A field is missing, has another type, or has a value without meaning.
    #[error("the item's header has a field that cannot be read")]
    Field,
    /// `n` is 0 or beyond all counting, or `prev` is absent with `n` > 1, or present with `n` = 1.
    #[error("the item's counter and predecessor do not fit together")]
    Counter,
    /// Coverage on an item that is no snapshot, none on a snapshot, unsorted,
    /// twice the same writer, or too long.
    #[error("the item's coverage is not valid")]
    Covers,
    /// Wraps without a document kind or the other way round, two for one
    /// group, or too many.
    #[error("the item's wrapped keys are not valid")]
    Wraps,
    /// Generation 0, not a participant's document, or no wrap of the item's key
    /// to the caseload that it is assigned to.
    #[error("the item's hand-over is not valid")]
    Assignment,
    /// In another item than a tombstone, beside wraps, or a rule's id that is none.
    #[error("the item's order to forget is not valid")]
    Forget,
    /// In another item than a receipt.
    #[error("the item confirms a snapshot where it may not")]
    Confirms,
    /// In another item than a change, of no hold, of too many, or an id that is none.
    #[error("the item's statement of legal holds is not valid")]
    Holds,
    #[error("the item's body has another length than its header says")]
    BodyLength,
    /// The header names another writer than the key that was given.
    #[error("the item names another writer than this key belongs to")]
    OtherWriter,
    #[error("the item's signature is not its writer's")]
    Signature,
}
