//! Who holds private keys: a device, an invited person, or the recovery kit.

use handrail_protocol::message::{SessionNonce, SessionRequest, session_signing_message};
use handrail_protocol::roster::Signer;
use handrail_protocol::statement::{Said, statement_head, statement_signing_message};
use handrail_protocol::{
    AgencyId, DeviceId, Fingerprint, HpkePublicKey, InvitationId, KeyId, Recipient, RootKeyId,
    SignPublicKey,
};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{InvitationSecret, KeyPair, RootSecret};

/// A device's private keys.
pub struct DeviceSecret {
    pair: KeyPair,
    id: DeviceId,
}

impl DeviceSecret {
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        Self::of(KeyPair::generate(rng))
    }

    /// What [`DeviceSecret::to_bytes`] gave, of a device that never changed its keys.
    pub fn from_bytes(bytes: &[u8; 64]) -> Self {
        Self::of(KeyPair::from_bytes(bytes))
    }

    /// The same for a device that has changed its HPKE key, and keeps its id.
    #[must_use]
    pub fn known_as(mut self, id: DeviceId) -> Self {
        self.id = id;
        self
    }

    /// The same device with another HPKE key.
    #[must_use]
    pub fn renewed(&self, rng: &mut impl CryptoRng) -> Self {
        let mut bytes = self.to_bytes();
        let fresh = KeyPair::generate(rng).to_bytes();
        for (slot, byte) in bytes.iter_mut().zip(fresh.iter()).skip(32) {
            *slot = *byte;
        }
        Self::from_bytes(&bytes).known_as(self.id)
    }

    fn of(pair: KeyPair) -> Self {
        let id = DeviceId::from_bytes(*pair.id().as_bytes());
        Self { pair, id }
    }

    /// Ed25519 seed, then X25519 private key; for the encrypted database.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 64]> {
        self.pair.to_bytes()
    }

    pub fn id(&self) -> DeviceId {
        self.id
    }

    pub fn sign_public(&self) -> SignPublicKey {
        self.pair.sign_public()
    }

    /// Signs what this device says, in a context that no item and no roster entry begins with.
    pub fn state(&self, agency: AgencyId, said: &Said) -> Vec<u8> {
        let mut bytes = statement_head(agency, self.id(), said);
        let signature = self.pair.sign(&statement_signing_message(&bytes));
        bytes.extend_from_slice(signature.as_bytes());
        bytes
    }

    pub fn hpke_public(&self) -> HpkePublicKey {
        self.pair.hpke_public()
    }

    pub(crate) fn pair(&self) -> &KeyPair {
        &self.pair
    }
}

/// An invitation's private keys, derived from the link's secret.
pub struct InvitationKeys(KeyPair);

impl InvitationKeys {
    pub fn id(&self) -> InvitationId {
        InvitationId::from_bytes(*self.0.id().as_bytes())
    }

    pub fn sign_public(&self) -> SignPublicKey {
        self.0.sign_public()
    }

    pub fn hpke_public(&self) -> HpkePublicKey {
        self.0.hpke_public()
    }
}

impl InvitationSecret {
    pub fn keys(&self) -> InvitationKeys {
        InvitationKeys(KeyPair::derive(
            self.expose(),
            b"handrail invitation sign v1",
            b"handrail invitation hpke v1",
        ))
    }
}

/// The agency root's private keys, derived from the recovery kit.
pub struct RootKeys(KeyPair);

impl RootKeys {
    pub fn id(&self) -> RootKeyId {
        RootKeyId::from_bytes(*self.0.id().as_bytes())
    }

    pub fn agency(&self) -> AgencyId {
        AgencyId::of_root(&self.sign_public())
    }

    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of_root(&self.sign_public())
    }

    pub fn sign_public(&self) -> SignPublicKey {
        self.0.sign_public()
    }

    pub fn hpke_public(&self) -> HpkePublicKey {
        self.0.hpke_public()
    }
}

impl RootSecret {
    pub fn keys(&self) -> RootKeys {
        RootKeys(KeyPair::derive(
            self.expose(),
            b"handrail root sign v1",
            b"handrail root recovery v1",
        ))
    }
}

/// One of the three, where any may sign or open.
#[derive(Clone, Copy)]
pub enum Holder<'a> {
    Root(&'a RootKeys),
    Device(&'a DeviceSecret),
    Invitation(&'a InvitationKeys),
}

impl Holder<'_> {
    /// How roster entries name this signer.
    pub fn signer(&self) -> Signer {
        match self {
            Self::Root(keys) => Signer::Root(keys.id()),
            Self::Device(secret) => Signer::Device(secret.id()),
            Self::Invitation(keys) => Signer::Invitation(keys.id()),
        }
    }

    /// How wraps name this recipient.
    pub fn recipient(&self) -> Recipient {
        match self {
            Self::Root(keys) => Recipient::Recovery(keys.id()),
            Self::Device(secret) => Recipient::Device(secret.id()),
            Self::Invitation(keys) => Recipient::Invitation(keys.id()),
        }
    }

    pub fn key_id(&self) -> KeyId {
        self.recipient().key_id()
    }

    /// Signs the relay's nonce. Only the agency and the nonce are signed, with
    /// a context that no item and no roster entry begins with.
    pub fn answer_challenge(&self, agency: AgencyId, nonce: &SessionNonce) -> SessionRequest {
        let key = self.key_id();
        let signature = self
            .pair()
            .sign(&session_signing_message(agency, key, nonce));
        SessionRequest {
            agency,
            key,
            nonce: *nonce,
            signature,
        }
    }

    pub(crate) fn pair(&self) -> &KeyPair {
        match self {
            Self::Root(keys) => &keys.0,
            Self::Device(secret) => &secret.pair,
            Self::Invitation(keys) => &keys.0,
        }
    }
}
