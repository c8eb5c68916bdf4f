//! Body of a 4xx or 5xx answer that has no body of its own.

use minicbor::{Decode, Encode};

/// What is wrong. The number is the wire's; the HTTP status stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum ProblemCode {
    /// 400: the request cannot be read.
    #[n(1)]
    Malformed,
    /// 401: no session, or it is over.
    #[n(2)]
    SessionRequired,
    /// 401: the challenge is unknown, used or old, or its signature is wrong.
    #[n(3)]
    ChallengeFailed,
    /// 403: this session may not use this route.
    #[n(4)]
    NotAllowed,
    /// 403: the relay takes no further agency.
    #[n(5)]
    AgenciesFull,
    /// 404: no such agency, document or route.
    #[n(6)]
    NotFound,
    /// 413.
    #[n(7)]
    TooLarge,
    /// 422: the roster entry does not verify.
    #[n(8)]
    RosterRefused,
    /// 410: the invitation has expired.
    #[n(9)]
    InvitationExpired,
    /// 429: slow down.
    #[n(10)]
    TooManyRequests,
    /// 507: the agency's or device's storage allowance is used up.
    #[n(11)]
    Quota,
    /// 503: try again later.
    #[n(12)]
    Unavailable,
    /// 409: an agency with this id and another founding exists.
    #[n(13)]
    AgencyExists,
    /// 428: a roster entry takes a device out and leaves out something of it that is here; read
    /// everything and make the entry anew.
    #[n(14)]
    ReadFirst,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Problem {
    #[n(0)]
    pub code: ProblemCode,
}
