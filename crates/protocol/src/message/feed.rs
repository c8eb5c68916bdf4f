//! Reading items back: the agency's feed, one document, and frontiers.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::id::{ItemId, RelayIncarnation, hash};
use crate::item::WriterPosition;

/// 32 bytes: `H_0` is zero, `H_s = BLAKE3(H_(s-1) || id of the item at s)`.
pub type FeedHead = ItemId;

/// A point of one relay's history of one agency. Also the body of its 409
/// answer, then with the relay's own values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
pub struct FeedPoint {
    #[n(0)]
    pub incarnation: RelayIncarnation,
    /// Agency sequence number; 0 before the first item.
    #[n(1)]
    pub seq: u64,
    #[n(2)]
    pub head: FeedHead,
}

impl FeedPoint {
    /// The beginning of a relay's history.
    pub const fn start(incarnation: RelayIncarnation) -> Self {
        Self {
            incarnation,
            seq: 0,
            head: ItemId::from_bytes([0; 32]),
        }
    }
}

/// The head after `item` is appended to a history whose head is `head`.
pub fn feed_head(head: &FeedHead, item: &ItemId) -> FeedHead {
    FeedHead::from_bytes(hash(&[head.as_bytes(), item.as_bytes()]))
}

/// One item and its agency sequence number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FeedItem {
    #[n(0)]
    pub seq: u64,
    #[n(1)]
    pub item: ByteVec,
}

/// 200 to `GET /v1/feed`.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct FeedPage {
    #[n(0)]
    pub incarnation: RelayIncarnation,
    /// Where the next request continues.
    #[n(1)]
    pub next: u64,
    #[n(2)]
    pub head: FeedHead,
    #[n(3)]
    pub more: bool,
    #[n(4)]
    pub items: Vec<FeedItem>,
}

impl FeedPage {
    /// The point to store together with the page's items.
    pub fn point(&self) -> FeedPoint {
        FeedPoint {
            incarnation: self.incarnation,
            seq: self.next,
            head: self.head,
        }
    }
}

/// 200 to `GET /v1/documents/{id}`: the same shape; `head` is the feed's head
/// at `next`.
pub type DocumentPage = FeedPage;

/// `POST /v1/frontier`: the highest contiguous item held of each writer.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct FrontierRequest {
    #[n(0)]
    pub positions: Vec<WriterPosition>,
}

/// 200 to `POST /v1/frontier`: what the relay has, where it differs; `n` is 0
/// where it has nothing.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct FrontierReply {
    #[n(0)]
    pub positions: Vec<WriterPosition>,
}
