//! Founding an agency and reading its roster.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::id::RelayIncarnation;

/// 201 to `POST /v1/agencies`, whose body is the bytes of entry 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AgencyCreated {
    #[n(0)]
    pub incarnation: RelayIncarnation,
}

/// `GET /v1/roster?after=n`: entries in order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RosterPage {
    #[n(0)]
    pub entries: Vec<ByteVec>,
    /// Whether more entries follow.
    #[n(1)]
    pub more: bool,
}
