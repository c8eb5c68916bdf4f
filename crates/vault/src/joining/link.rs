//! The link that carries an invitation. Its secret is in the part of the
//! address after `#`, which browsers send to no server.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use handrail_protocol::{AgencyId, Fingerprint, RosterHash, RosterHead, RosterState, message};
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, Zeroizing};

use crate::secret::{InvitationKeys, InvitationSecret};

/// Why text is not an invitation link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Nothing after a `#`.
    #[error("this is not an invitation link; copy the whole link, to its end")]
    NotALink,
    #[error("this invitation is of version {0}; update the app")]
    Version(u8),
    /// Cut short or changed on the way.
    #[error("the invitation link is not complete; copy the whole link, to its end")]
    Damaged,
}

const VERSION: u8 = 1;

/// An invitation as its person received it.
pub struct InvitationLink {
    agency: AgencyId,
    fingerprint: Fingerprint,
    secret: InvitationSecret,
    roster: RosterHead,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Wire {
    #[n(0)]
    version: u8,
    #[n(1)]
    agency: AgencyId,
    #[n(2)]
    fingerprint: Fingerprint,
    #[cbor(n(3), with = "minicbor::bytes")]
    secret: [u8; 32],
    #[n(4)]
    n: u64,
    #[n(5)]
    hash: RosterHash,
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

#[derive(Decode)]
#[cbor(map)]
struct VersionOnly {
    #[n(0)]
    version: u8,
}

impl InvitationLink {
    /// For the invitation that the roster's last entry made.
    pub(crate) fn new(state: &RosterState, secret: InvitationSecret) -> Self {
        Self {
            agency: state.agency(),
            fingerprint: state.fingerprint(),
            secret,
            roster: state.head(),
        }
    }

    /// `<origin>/join#<data>`; `origin` such as `https://relay.example`.
    pub fn to_text(&self, origin: &str) -> Zeroizing<String> {
        let wire = Wire {
            version: VERSION,
            agency: self.agency,
            fingerprint: self.fingerprint,
            secret: *self.secret.expose(),
            n: self.roster.n,
            hash: self.roster.hash,
        };
        let data = Zeroizing::new(message::encode(&wire));
        let data = Zeroizing::new(URL_SAFE_NO_PAD.encode(&*data));
        Zeroizing::new(format!("{}/join#{}", origin.trim_end_matches('/'), *data))
    }

    /// Reads a whole link, or only what follows its `#`.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        let data = text.trim().rsplit('#').next().unwrap_or_default();
        if data.is_empty() || data.contains(['/', ':', ' ']) {
            return Err(LinkError::NotALink);
        }
        let bytes = URL_SAFE_NO_PAD
            .decode(data)
            .map_err(|_| LinkError::Damaged)?;
        let bytes = Zeroizing::new(bytes);
        let VersionOnly { version } = message::decode(&bytes).map_err(|_| LinkError::Damaged)?;
        if version != VERSION {
            return Err(LinkError::Version(version));
        }
        let wire: Wire = message::decode(&bytes).map_err(|_| LinkError::Damaged)?;
        Ok(Self {
            agency: wire.agency,
            fingerprint: wire.fingerprint,
            secret: InvitationSecret::from_bytes(wire.secret),
            roster: RosterHead {
                n: wire.n,
                hash: wire.hash,
            },
        })
    }

    pub fn agency(&self) -> AgencyId {
        self.agency
    }

    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The entry that made the invitation.
    pub fn roster(&self) -> RosterHead {
        self.roster
    }

    pub fn keys(&self) -> InvitationKeys {
        self.secret.keys()
    }
}
