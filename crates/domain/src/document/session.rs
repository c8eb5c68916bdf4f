//! Who writes: a session is one opening of one document by one device.

use crate::id::{DeviceId, Incarnation};
use automerge::ActorId;
use rand_core::Rng;
use serde::{Deserialize, Serialize};

/// The device and the opening of its database that wrote something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Writer {
    /// The device.
    pub device: DeviceId,
    /// The opening of its database.
    pub incarnation: Incarnation,
}

/// One opening of one document. Never use a session for two openings: two different changes with
/// the same number from the same session are refused by every device.
///
/// The Automerge actor of a session is `device (16 bytes) || incarnation (16) || random (8)`, so
/// each change says who wrote it, and the signature of the item around it proves it.
#[derive(Debug, PartialEq, Eq)]
pub struct Session {
    writer: Writer,
    random: [u8; 8],
}

impl Session {
    /// A fresh session of this writer.
    pub fn new<R: Rng + ?Sized>(writer: Writer, rng: &mut R) -> Self {
        let mut random = [0; 8];
        rng.fill_bytes(&mut random);
        Self { writer, random }
    }

    /// Who writes in this session.
    pub const fn writer(&self) -> Writer {
        self.writer
    }

    pub(super) fn actor(&self) -> ActorId {
        let parts: [&[u8]; 3] = [
            self.writer.device.as_bytes(),
            self.writer.incarnation.as_bytes(),
            &self.random,
        ];
        ActorId::from(parts.concat())
    }
}

/// The writer that an actor names; `None` for genesis and for actors that are not ours.
pub(super) fn writer_of(actor: &ActorId) -> Option<Writer> {
    let bytes = actor.to_bytes();
    let (device, rest) = bytes.split_first_chunk::<16>()?;
    let (incarnation, random) = rest.split_first_chunk::<16>()?;
    (random.len() == 8).then_some(Writer {
        device: DeviceId::from_bytes(*device),
        incarnation: Incarnation::from_bytes(*incarnation),
    })
}
