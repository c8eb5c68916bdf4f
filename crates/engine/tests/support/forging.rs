//! What a program that was changed writes in its owner's name, whatever the app would say to it.

use handrail_domain::document::{Document, Kind, Session, Writer, Written};
use handrail_domain::{DeviceId, Incarnation, Now, Timestamp};
use handrail_protocol::{DocumentId, DocumentKind};
use handrail_store::Store;
use handrail_vault::DeviceSecret;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::Device;

/// A device's database as such a program has it, beside an engine that is locked again.
pub struct Forger {
    pub database: Store,
    pub secret: DeviceSecret,
    pub writer: Writer,
    pub now: Now,
    rng: ChaCha20Rng,
}

impl Forger {
    /// The device's process ends here. Each who writes for one device in turn has another seed.
    pub fn of(device: &mut Device, seed: u64) -> Self {
        device.crash();
        let database = super::database(device.folder.path());
        let read = database.read();
        let secret = read.meta("device_secret").unwrap().unwrap();
        let secret = DeviceSecret::from_bytes(secret.as_slice().try_into().unwrap());
        let incarnation = read.meta("incarnation").unwrap().unwrap();
        let writer = Writer {
            device: DeviceId::from_bytes(*secret.id().as_bytes()),
            incarnation: Incarnation::from_bytes(incarnation.as_slice().try_into().unwrap()),
        };
        let now = Now {
            at: Timestamp::from_millis(device.clock.at),
            offset_minutes: 0,
        };
        Self {
            database,
            secret,
            writer,
            now,
            rng: ChaCha20Rng::seed_from_u64(seed),
        }
    }

    /// The device's first document of a kind.
    pub fn first(&self, kind: DocumentKind) -> DocumentId {
        let documents = self.database.read().grouped_documents().unwrap();
        let mut of_kind = documents.iter().filter(|one| one.kind == kind.number());
        of_kind.next().unwrap().document
    }

    /// A document as it stands here, with what was not sent yet.
    pub fn open<K: Kind>(&mut self, id: &DocumentId) -> Document<K> {
        let session = Session::new(self.writer, &mut self.rng);
        let read = self.database.read();
        let mut document = match read.document(id).unwrap() {
            Some(row) => Document::load(&row.saved, session).unwrap(),
            None => Document::new(session).unwrap(),
        };
        let hashes = read.pending_hashes(id).unwrap().into_iter();
        let pending: Vec<Vec<u8>> = hashes
            .filter_map(|hash| read.pending_change(id, &hash).unwrap())
            .collect();
        document.apply_changes(&pending).unwrap();
        document
    }

    /// What was written waits to be sent.
    pub fn keep(&mut self, id: &DocumentId, written: &Written) {
        let at = self.now.at.millis();
        self.database
            .transaction(|tx| tx.add_pending(id, written.hash.as_bytes(), &written.change, at))
            .unwrap();
    }
}
