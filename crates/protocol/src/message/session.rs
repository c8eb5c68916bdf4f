//! Authentication: a nonce from the relay, signed by a key the roster knows.

use core::fmt;

use minicbor::{Decode, Encode};

use crate::id::{AgencyId, KeyId, RelayIncarnation};
use crate::key::Signature;

/// The relay's one-use nonce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct SessionNonce(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

/// A session's secret. Its text form goes into the `authorization` header.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct SessionToken(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

impl SessionToken {
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Value of the `authorization` header: `Bearer ` and 64 hexadecimal digits.
    pub fn authorization(&self) -> String {
        let hex = crate::id::ItemId::from_bytes(self.0);
        format!("{}{hex}", crate::route::BEARER_PREFIX)
    }

    /// Reads an `authorization` header's value; `None` when it is no session's.
    pub fn from_authorization(value: &str) -> Option<Self> {
        let hex = value.strip_prefix(crate::route::BEARER_PREFIX)?;
        let id: crate::id::ItemId = hex.parse().ok()?;
        Some(Self(*id.as_bytes()))
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(..)")
    }
}

/// `POST /v1/session/challenge`. The relay answers any key id alike, so that
/// the answer does not tell who is in an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ChallengeRequest {
    #[n(0)]
    pub agency: AgencyId,
    /// A device, an open invitation, or the root.
    #[n(1)]
    pub key: KeyId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ChallengeReply {
    #[n(0)]
    pub nonce: SessionNonce,
}

/// `POST /v1/session`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SessionRequest {
    #[n(0)]
    pub agency: AgencyId,
    #[n(1)]
    pub key: KeyId,
    #[n(2)]
    pub nonce: SessionNonce,
    /// Over [`session_signing_message`].
    #[n(3)]
    pub signature: Signature,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SessionReply {
    #[n(0)]
    pub token: SessionToken,
    /// Seconds until the relay forgets the session.
    #[n(1)]
    pub lifetime_seconds: u64,
    #[n(2)]
    pub incarnation: RelayIncarnation,
    /// The relay's clock, Unix milliseconds. For display and for the expiry of
    /// invitations only.
    #[n(3)]
    pub relay_time_ms: u64,
}

/// `"handrail session v1" || agency || key id || nonce`.
pub fn session_signing_message(agency: AgencyId, key: KeyId, nonce: &SessionNonce) -> Vec<u8> {
    [
        b"handrail session v1".as_slice(),
        agency.as_bytes(),
        key.as_bytes(),
        &nonce.0,
    ]
    .concat()
}
