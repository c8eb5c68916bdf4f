//! From a verified item to its content.

use handrail_protocol::VerifiedItem;
use subtle::ConstantTimeEq;

use super::content::Content;
use super::item_keys;
use super::payload::from_plaintext;
use crate::seal::open;
use crate::secret::DocumentKey;

/// Why an item does not open. It is set aside and counted; it stops nothing
/// else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The item names another key than the one given.
    #[error("the item is sealed under another key of its document")]
    OtherKey,
    /// The commitment does not fit: made under other key bytes.
    #[error("the item is not sealed under the key that it names")]
    WrongKey,
    /// The header or the ciphertext is not what was sealed.
    #[error("the item is damaged")]
    Damaged,
    #[error("the item's padding is not valid")]
    Padding,
    #[error("the item uses compression {0}, which this version does not know; update the app")]
    Compression(u8),
    #[error("the item's compressed content is damaged")]
    Inflate,
    #[error("the item's content is too large when inflated")]
    TooLarge,
    #[error("the item has frame version {0}, which this version does not know; update the app")]
    FrameVersion(u8),
    /// The frame is not of the kind that the header says.
    #[error("the item holds a frame of kind {0}, which does not fit its header")]
    FrameKind(u8),
    #[error("the item's frame is not well formed")]
    Frame,
}

/// Opens an item with its document key. Checks in this order: key name,
/// commitment, ciphertext and header, padding, inflation limits, frame.
pub fn open_item(item: &VerifiedItem, key: &DocumentKey) -> Result<Content, OpenError> {
    if item.header().document_key != key.id() {
        return Err(OpenError::OtherKey);
    }
    let (nonce, rest) = item
        .body()
        .split_first_chunk::<24>()
        .ok_or(OpenError::Damaged)?;
    let (commitment, sealed) = rest.split_first_chunk::<32>().ok_or(OpenError::Damaged)?;
    let (item_key, expected) = item_keys(key, nonce);
    if !bool::from(commitment.ct_eq(&expected)) {
        return Err(OpenError::WrongKey);
    }
    let plaintext =
        open(&item_key, nonce, item.header_bytes(), sealed).map_err(|_| OpenError::Damaged)?;
    let frame = from_plaintext(&plaintext)?;
    Content::from_frame(&frame, item.header().kind)
}
