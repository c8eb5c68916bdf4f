//! Who writes: a fresh Automerge session for each document object.

use handrail_domain::document::{Session, Writer};
use handrail_protocol::Incarnation;
use rand_core::{CryptoRng, SeedableRng};

/// Makes a fresh Automerge session for each document object: an actor is never
/// used from two states of one document.
pub struct Sessions {
    device: handrail_domain::DeviceId,
    incarnation: handrail_domain::Incarnation,
    rng: rand_chacha::ChaCha20Rng,
}

impl Sessions {
    /// Sessions of one writer; `rng` seeds the actors.
    pub fn new(identity: &super::Identity, rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self::of(&identity.device, &identity.incarnation, rng)
    }

    /// Sessions for the first changes on a new device, before its database is open.
    pub fn of(
        device: &handrail_protocol::DeviceId,
        incarnation: &Incarnation,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Self {
        let mut seed = [0_u8; 32];
        rng.fill_bytes(&mut seed);
        Self {
            device: handrail_domain::DeviceId::from_bytes(*device.as_bytes()),
            incarnation: handrail_domain::Incarnation::from_bytes(*incarnation.as_bytes()),
            rng: rand_chacha::ChaCha20Rng::from_seed(seed),
        }
    }

    /// The next one.
    pub fn next(&mut self) -> Session {
        let writer = Writer {
            device: self.device,
            incarnation: self.incarnation,
        };
        Session::new(writer, &mut self.rng)
    }

    /// All further sessions are of another incarnation.
    pub fn take_incarnation(&mut self, incarnation: Incarnation) {
        self.incarnation = handrail_domain::Incarnation::from_bytes(*incarnation.as_bytes());
    }
}
