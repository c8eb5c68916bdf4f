//! Paths and header values of the relay, wire version 1.

use crate::id::{DocumentId, RelayIncarnation};
use crate::message::FeedPoint;

pub const AGENCIES: &str = "/v1/agencies";
pub const SESSION_CHALLENGE: &str = "/v1/session/challenge";
pub const SESSION: &str = "/v1/session";
pub const ROSTER: &str = "/v1/roster";
/// The status of an entry that takes a device out and leaves out something of it that is here.
pub const READ_FIRST: u16 = 428;
pub const ITEMS: &str = "/v1/items";
/// As `ITEMS`, for items that were made long before: the relay then does not
/// answer 412 for a roster head older than the last revocation.
pub const ITEMS_HEAL: &str = "/v1/items?heal=1";
pub const FEED: &str = "/v1/feed";
/// Followed by the document's id in hexadecimal.
pub const DOCUMENTS_PREFIX: &str = "/v1/documents/";
pub const FRONTIER: &str = "/v1/frontier";
pub const WAKE: &str = "/v1/wake";
pub const HEALTH: &str = "/healthz";

/// Content type of every CBOR body.
pub const CONTENT_TYPE_CBOR: &str = "application/cbor";
/// Content type of bodies that are an item, a roster entry or frames of items.
pub const CONTENT_TYPE_BYTES: &str = "application/octet-stream";
/// `authorization` is this followed by the session token in hexadecimal.
pub const BEARER_PREFIX: &str = "Bearer ";

/// Path and query that ask for roster entries after number `n`; `None` asks
/// for all of them.
pub fn roster_after(n: Option<u64>) -> String {
    match n {
        Some(n) => format!("{ROSTER}?after={n}"),
        None => format!("{ROSTER}?after=-1"),
    }
}

/// Path and query of the next feed page after `point`.
pub fn feed_after(point: &FeedPoint, max_bytes: usize) -> String {
    format!(
        "{FEED}?after={}&head={}&incarnation={}&max_bytes={max_bytes}",
        point.seq, point.head, point.incarnation
    )
}

/// Path and query of one document's items after sequence number `after`.
pub fn document_after(
    document: DocumentId,
    incarnation: RelayIncarnation,
    after: u64,
    max_bytes: usize,
) -> String {
    format!(
        "{DOCUMENTS_PREFIX}{document}?after={after}&incarnation={incarnation}&max_bytes={max_bytes}"
    )
}

/// Path and query of the stream of wake-ups after sequence number `after`.
pub fn wake_after(after: u64) -> String {
    format!("{WAKE}?after={after}")
}
