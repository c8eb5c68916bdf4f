//! Requests and replies, and how they look as HTTP without any HTTP library: the axum shell
//! and the simulator use the same mapping.

use handrail_protocol::id::{DocumentId, RelayIncarnation};
use handrail_protocol::limits::{
    MAX_ITEMS_BODY_BYTES, MAX_PAGE_BYTES, MAX_REQUEST_BYTES, MAX_ROSTER_ENTRY_BYTES,
    MAX_SNAPSHOT_ITEM_BYTES,
};
use handrail_protocol::message::{
    AgencyCreated, ChallengeReply, ChallengeRequest, FeedPage, FeedPoint, FrontierReply,
    FrontierRequest, ItemsReply, Problem, ProblemCode, RosterPage, SessionReply, SessionRequest,
    decode, encode,
};
use handrail_protocol::roster::RosterHead;
use handrail_protocol::route;

use crate::storage::FeedHead;

const DEFAULT_PAGE_BYTES: usize = 256 * 1024;
const MIN_PAGE_BYTES: usize = 1024;

/// The only two methods the API has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// An HTTP request as far as the API looks at it.
#[derive(Clone, Copy, Debug)]
pub struct WireRequest<'a> {
    pub method: Method,
    /// Path and query: `/v1/feed?after=0`.
    pub target: &'a str,
    pub body: &'a [u8],
}

/// An HTTP answer: status and CBOR body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WireReply {
    pub status: u16,
    pub body: Vec<u8>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    Found(Vec<u8>),
    Challenge(ChallengeRequest),
    OpenSession(SessionRequest),
    /// Entries after this number; all for `None`.
    ReadRoster {
        after: Option<u64>,
    },
    AppendRoster(Vec<u8>),
    /// `heal`: the items are sent again because the relay lost them, so they may cite roster
    /// entries from before the last revocation.
    PushItems {
        body: Vec<u8>,
        heal: bool,
    },
    ReadFeed(FeedQuery),
    /// `all`: spare nothing for a snapshot's sake.
    ReadDocument {
        document: DocumentId,
        all: bool,
        query: FeedQuery,
    },
    Frontier(FrontierRequest),
    /// Whether the session may wait for what comes after this; the waiting is the shell's.
    Wake {
        after: u64,
    },
}

/// Where a reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeedQuery {
    pub after: u64,
    /// Checked when given; a feed after more than 0 must give both.
    pub head: Option<FeedHead>,
    pub incarnation: Option<RelayIncarnation>,
    pub max_bytes: usize,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// 201.
    Founded(AgencyCreated),
    Challenge(ChallengeReply),
    Session(SessionReply),
    Roster(RosterPage),
    /// 201: the entry is there, durably.
    Appended(RosterHead),
    /// 409: another entry has that place, or its place is not next.
    RosterMoved(RosterHead),
    Items(ItemsReply),
    /// 412: an item cites a roster entry from before a revocation.
    StaleRoster(RosterHead),
    Page(FeedPage),
    /// 409: the reader's place is not in this relay's history.
    OtherHistory(FeedPoint),
    Frontier(FrontierReply),
    /// 200 without a body.
    Done,
    Problem(ProblemCode),
}

impl Request {
    /// Whether it must go through the writer.
    pub fn writes(&self) -> bool {
        matches!(
            self,
            Self::Found(_) | Self::AppendRoster(_) | Self::PushItems { .. }
        )
    }

    /// Reads a request of the API.
    ///
    /// # Errors
    /// The answer to give: 400, 404 or 413.
    pub fn read(wire: &WireRequest<'_>) -> Result<Self, ProblemCode> {
        let (path, query) = wire.target.split_once('?').unwrap_or((wire.target, ""));
        let query = Query(query);
        if wire.body.len() > max_body_bytes(path) {
            return Err(ProblemCode::TooLarge);
        }
        match (wire.method, path) {
            (Method::Post, route::AGENCIES) => Ok(Self::Found(wire.body.to_vec())),
            (Method::Post, route::SESSION_CHALLENGE) => Ok(Self::Challenge(message(wire.body)?)),
            (Method::Post, route::SESSION) => Ok(Self::OpenSession(message(wire.body)?)),
            (Method::Get, route::ROSTER) => Ok(Self::ReadRoster {
                after: query.roster_after()?,
            }),
            (Method::Post, route::ROSTER) => Ok(Self::AppendRoster(wire.body.to_vec())),
            (Method::Post, route::ITEMS) => Ok(Self::PushItems {
                body: wire.body.to_vec(),
                heal: query.flag("heal"),
            }),
            (Method::Get, route::FEED) => Ok(Self::ReadFeed(query.feed()?)),
            (Method::Post, route::FRONTIER) => Ok(Self::Frontier(message(wire.body)?)),
            (Method::Get, route::WAKE) => Ok(Self::Wake {
                after: query.parsed("after")?.unwrap_or(0),
            }),
            (Method::Get, _) => {
                let id = path
                    .strip_prefix(route::DOCUMENTS_PREFIX)
                    .ok_or(ProblemCode::NotFound)?;
                let document = id.parse().map_err(|_| ProblemCode::NotFound)?;
                Ok(Self::ReadDocument {
                    document,
                    all: query.flag("all"),
                    query: query.feed()?,
                })
            }
            (Method::Post, _) => Err(ProblemCode::NotFound),
        }
    }
}

/// The largest body that a path takes, bytes.
pub fn max_body_bytes(path: &str) -> usize {
    match path {
        route::AGENCIES | route::ROSTER => MAX_ROSTER_ENTRY_BYTES,
        // One snapshot, or several items: which, the frames tell.
        route::ITEMS => (MAX_SNAPSHOT_ITEM_BYTES + 4).max(MAX_ITEMS_BODY_BYTES),
        route::SESSION | route::SESSION_CHALLENGE => 1024,
        _ => MAX_REQUEST_BYTES,
    }
}

fn message<'b, T: minicbor::Decode<'b, ()>>(body: &'b [u8]) -> Result<T, ProblemCode> {
    decode(body).map_err(|_| ProblemCode::Malformed)
}

struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    fn value(&self, name: &str) -> Option<&'a str> {
        self.0
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    fn parsed<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, ProblemCode> {
        self.value(name)
            .map(|text| text.parse().map_err(|_| ProblemCode::Malformed))
            .transpose()
    }

    fn flag(&self, name: &str) -> bool {
        self.value(name) == Some("1")
    }

    fn roster_after(&self) -> Result<Option<u64>, ProblemCode> {
        match self.value("after") {
            None | Some("-1") => Ok(None),
            Some(_) => self.parsed("after"),
        }
    }

    fn feed(&self) -> Result<FeedQuery, ProblemCode> {
        let max_bytes = self.parsed("max_bytes")?.unwrap_or(DEFAULT_PAGE_BYTES);
        Ok(FeedQuery {
            after: self.parsed("after")?.unwrap_or(0),
            head: self.parsed("head")?,
            incarnation: self.parsed("incarnation")?,
            max_bytes: max_bytes.clamp(MIN_PAGE_BYTES, MAX_PAGE_BYTES),
        })
    }
}

impl Reply {
    /// Status and body.
    pub fn to_wire(&self) -> WireReply {
        let (status, body) = match self {
            Self::Founded(body) => (201, encode(body)),
            Self::Challenge(body) => (200, encode(body)),
            Self::Session(body) => (200, encode(body)),
            Self::Roster(body) => (200, encode(body)),
            Self::Appended(body) => (201, encode(body)),
            Self::RosterMoved(body) => (409, encode(body)),
            Self::Items(body) => (200, encode(body)),
            Self::StaleRoster(body) => (412, encode(body)),
            Self::Page(body) => (200, encode(body)),
            Self::OtherHistory(body) => (409, encode(body)),
            Self::Frontier(body) => (200, encode(body)),
            Self::Done => (200, Vec::new()),
            Self::Problem(code) => (status_of(*code), encode(&Problem { code: *code })),
        };
        WireReply { status, body }
    }
}

impl From<ProblemCode> for Reply {
    fn from(code: ProblemCode) -> Self {
        Self::Problem(code)
    }
}

/// The HTTP status that stands beside a problem's code.
pub fn status_of(code: ProblemCode) -> u16 {
    match code {
        ProblemCode::Malformed => 400,
        ProblemCode::SessionRequired | ProblemCode::ChallengeFailed => 401,
        ProblemCode::NotAllowed | ProblemCode::AgenciesFull => 403,
        ProblemCode::NotFound => 404,
        ProblemCode::AgencyExists => 409,
        ProblemCode::InvitationExpired => 410,
        ProblemCode::TooLarge => 413,
        ProblemCode::RosterRefused => 422,
        ProblemCode::ReadFirst => route::READ_FIRST,
        ProblemCode::TooManyRequests => 429,
        ProblemCode::Unavailable => 503,
        ProblemCode::Quota => 507,
    }
}
