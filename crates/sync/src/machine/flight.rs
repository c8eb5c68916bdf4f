//! Requests that are under way.

use std::collections::BTreeSet;

use handrail_protocol::message::{FeedPoint, SessionNonce};
use handrail_protocol::{DocumentId, ItemId, route};

use super::io::{SyncMethod, SyncRequest};
use crate::Chain;
use crate::heal::Missing;

const QUICK_TIMEOUT_MS: u64 = 20_000;
const LONG_TIMEOUT_MS: u64 = 60_000;
/// How much longer than the driver's own timeout a request is waited for.
const GRACE_MS: u64 = 5_000;
const SMALL_REPLY_BYTES: usize = 2 * 1024 * 1024;
/// A page holds at most what was asked, or one item that is larger.
const PAGE_REPLY_BYTES: usize =
    handrail_protocol::limits::MAX_SNAPSHOT_ITEM_BYTES + handrail_protocol::limits::MAX_PAGE_BYTES;

/// What a request is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Purpose {
    Challenge,
    Session,
    Register,
    /// Own entry `n` to a relay that may not have it.
    GiveRoster {
        n: u64,
    },
    FetchRoster,
    PostRoster {
        entry: Vec<u8>,
    },
    Push {
        items: Vec<ItemId>,
    },
    /// What others wrote.
    Carry {
        items: Vec<ItemId>,
    },
    /// What the relay has of chains with unsent items.
    CompareUnsent {
        asked: Vec<(Chain, u64)>,
    },
    Compare {
        asked: Vec<(Chain, u64)>,
    },
    GiveBack {
        items: Vec<ItemId>,
        then: Vec<Missing>,
    },
    Feed {
        after: FeedPoint,
    },
    Document {
        document: DocumentId,
        after: u64,
    },
}

impl Purpose {
    /// Whether it fetches items; the others give or arrange.
    pub(super) fn is_down(&self) -> bool {
        matches!(self, Self::Feed { .. } | Self::Document { .. })
    }

    /// Whether its size follows the batch size.
    pub(super) fn is_bulk(&self) -> bool {
        matches!(
            self,
            Self::Feed { .. }
                | Self::Document { .. }
                | Self::Push { .. }
                | Self::Carry { .. }
                | Self::GiveBack { .. }
        )
    }
}

/// A request under way.
#[derive(Debug)]
pub(super) struct Flight {
    pub(super) purpose: Purpose,
    pub(super) sent_at: u64,
    pub(super) deadline: u64,
    /// Whether it carried the session's token.
    pub(super) in_session: bool,
}

/// A request to be sent.
pub(super) struct Draft {
    pub(super) purpose: Purpose,
    pub(super) path: String,
    pub(super) body: Option<(&'static str, Vec<u8>)>,
}

impl Draft {
    pub(super) fn get(purpose: Purpose, path: String) -> Self {
        Self {
            purpose,
            path,
            body: None,
        }
    }

    pub(super) fn cbor<T: minicbor::Encode<()>>(purpose: Purpose, path: &str, body: &T) -> Self {
        let body = handrail_protocol::message::encode(body);
        Self {
            purpose,
            path: path.to_owned(),
            body: Some((route::CONTENT_TYPE_CBOR, body)),
        }
    }

    pub(super) fn bytes(purpose: Purpose, path: &str, body: Vec<u8>) -> Self {
        Self {
            purpose,
            path: path.to_owned(),
            body: Some((route::CONTENT_TYPE_BYTES, body)),
        }
    }

    pub(super) fn into_request(
        self,
        id: u64,
        authorization: Option<String>,
        now: u64,
    ) -> (Flight, SyncRequest) {
        let (timeout_ms, max_reply_bytes) = if self.purpose.is_bulk() {
            (LONG_TIMEOUT_MS, PAGE_REPLY_BYTES)
        } else {
            (QUICK_TIMEOUT_MS, SMALL_REPLY_BYTES)
        };
        let method = if self.body.is_some() {
            SyncMethod::Post
        } else {
            SyncMethod::Get
        };
        let (content_type, body) = self
            .body
            .map_or((None, Vec::new()), |(kind, body)| (Some(kind), body));
        let flight = Flight {
            purpose: self.purpose,
            sent_at: now,
            deadline: now + timeout_ms + GRACE_MS,
            in_session: authorization.is_some(),
        };
        let request = SyncRequest {
            id,
            method,
            path: self.path,
            authorization,
            content_type,
            body,
            timeout_ms,
            max_reply_bytes,
        };
        (flight, request)
    }
}

/// A session with the relay.
#[derive(Debug, Clone)]
pub(super) struct Session {
    pub(super) authorization: String,
    /// Ask for a new one from then on.
    pub(super) renew_at: u64,
}

/// Where the handshake stands.
#[derive(Debug, Clone, Default)]
pub(super) enum Handshake {
    /// Ask for a nonce.
    #[default]
    Ask,
    /// Answer this nonce.
    Answer(SessionNonce),
    /// The relay does not know the agency: found it there first.
    Register,
}

/// Items that made a page be held, by where the page begins.
pub(super) type Accused = BTreeSet<ItemId>;
