//! Documents in memory. They are a cache: dropped after any error and built
//! again from what is stored (`sync.md` 0.2).

use std::collections::HashMap;

use handrail_domain::document::{
    AgencyDocument, AgencyKind, CaseloadKind, Document, ParticipantDocument, ParticipantKind,
    Session, Writer,
};
use handrail_protocol::{DocumentId, DocumentKind, GroupId, Incarnation};
use handrail_store::{DocumentRow, KeyEpoch, Read, Store, StoreError, Tx};
use handrail_vault::DocumentKey;
use rand_core::{CryptoRng, SeedableRng};

use crate::api::{EngineError, StorageProblem};

/// Participants kept open at once.
const OPEN_LIMIT: usize = 24;

/// The documents that are open now.
pub struct Documents {
    sessions: Sessions,
    participants: HashMap<DocumentId, ParticipantDocument>,
    order: Vec<DocumentId>,
    agency: Option<AgencyDocument>,
}

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
        let mut seed = [0_u8; 32];
        rng.fill_bytes(&mut seed);
        Self {
            device: handrail_domain::DeviceId::from_bytes(*identity.device.as_bytes()),
            incarnation: handrail_domain::Incarnation::from_bytes(*identity.incarnation.as_bytes()),
            rng: rand_chacha::ChaCha20Rng::from_seed(seed),
        }
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
}

impl Documents {
    /// Nothing open yet.
    pub fn new(sessions: Sessions) -> Self {
        Self {
            sessions,
            participants: HashMap::new(),
            order: Vec::new(),
            agency: None,
        }
    }

    /// A fresh session, for a document that is being made.
    pub fn session(&mut self) -> Session {
        self.sessions.next()
    }

    /// All further sessions are of another incarnation; nothing stays open.
    pub fn take_incarnation(&mut self, incarnation: Incarnation) {
        self.sessions.incarnation =
            handrail_domain::Incarnation::from_bytes(*incarnation.as_bytes());
        self.forget_all();
    }

    /// The document of a participant.
    pub fn participant(
        &mut self,
        store: &Store,
        id: &DocumentId,
    ) -> Result<&mut ParticipantDocument, EngineError> {
        if !self.participants.contains_key(id) {
            let document =
                load(&store.read(), id, self.sessions.next())?.ok_or(EngineError::NotFound)?;
            self.insert(*id, document);
        }
        self.order.retain(|open| open != id);
        self.order.push(*id);
        self.participants.get_mut(id).ok_or(EngineError::NotFound)
    }

    /// Keeps a document that was just made or loaded.
    pub fn insert(&mut self, id: DocumentId, document: ParticipantDocument) {
        if self.participants.len() >= OPEN_LIMIT && !self.order.is_empty() {
            let oldest = self.order.remove(0);
            self.participants.remove(&oldest);
        }
        self.order.push(id);
        self.participants.insert(id, document);
    }

    /// The agency's document.
    pub fn agency(
        &mut self,
        store: &Store,
        id: &DocumentId,
    ) -> Result<&mut AgencyDocument, EngineError> {
        if self.agency.is_none() {
            let session = self.sessions.next();
            self.agency = load(&store.read(), id, session)?;
        }
        self.agency.as_mut().ok_or(EngineError::NotFound)
    }

    /// Forgets everything in memory.
    pub fn forget_all(&mut self) {
        self.participants.clear();
        self.order.clear();
        self.agency = None;
    }

    /// Forgets what is in memory of one document: its stored state moved on, or
    /// a transaction failed after the document had changed.
    pub fn forget(&mut self, id: &DocumentId) {
        self.participants.remove(id);
        self.order.retain(|open| open != id);
        self.agency = None;
    }
}

/// The stored state of a document: its saved form and what was written since.
/// `None` when this device does not hold it.
pub fn load<K: handrail_domain::document::Kind>(
    read: &Read<'_>,
    id: &DocumentId,
    session: Session,
) -> Result<Option<Document<K>>, EngineError> {
    let damaged = |_| EngineError::Storage(StorageProblem::Damaged);
    if read.document_kind(id)?.is_none() {
        return Ok(None);
    }
    let pending: Vec<Vec<u8>> = read.pending(id)?.into_iter().map(|row| row.bytes).collect();
    let mut document = match read.document(id)? {
        Some(row) => Document::load(&row.saved, session).map_err(damaged)?,
        None => Document::new(session).map_err(damaged)?,
    };
    if !pending.is_empty() {
        document.apply_changes(&pending).map_err(damaged)?;
    }
    Ok(Some(document))
}

/// The stored state of a document, or a new one where only its name is known.
pub fn load_or_new<K: handrail_domain::document::Kind>(
    read: &Read<'_>,
    id: &DocumentId,
    session: Session,
) -> Result<Document<K>, StoreError> {
    let damaged = |_| StoreError::row("saved");
    match load(read, id, session).map_err(damaged)? {
        Some(document) => Ok(document),
        None => Err(StoreError::row("document")),
    }
}

/// Makes a document known to the store, or adds a group to a known one.
pub fn add_document(
    tx: &Tx<'_>,
    id: &DocumentId,
    kind: DocumentKind,
    group: &GroupId,
) -> Result<(), StoreError> {
    tx.add_document_group(id, kind.number(), group)
}

/// Keeps a key of a document and under what it was wrapped.
pub fn add_document_key(
    tx: &Tx<'_>,
    id: &DocumentId,
    group: &GroupId,
    epoch: u32,
    key: &DocumentKey,
    at: i64,
) -> Result<(), StoreError> {
    tx.add_document_key(id, &key.id(), key.expose(), at)?;
    tx.note_key_epoch(
        id,
        &KeyEpoch {
            key_id: key.id(),
            group: *group,
            epoch,
        },
    )
}

/// Saves the present state of a document before its waiting changes are packed.
pub fn save_current(
    tx: &Tx<'_>,
    documents: &mut Documents,
    id: &DocumentId,
) -> Result<(), StoreError> {
    let Some(kind) = tx.document_kind(id)? else {
        return Ok(());
    };
    let session = documents.session();
    let (saved, heads) = match DocumentKind::from_number(kind) {
        Some(DocumentKind::Participant) => match documents.participants.get(id) {
            Some(document) => saved(document),
            None => saved(&load_or_new::<ParticipantKind>(tx, id, session)?),
        },
        Some(DocumentKind::Agency) => saved(&load_or_new::<AgencyKind>(tx, id, session)?),
        _ => saved(&load_or_new::<CaseloadKind>(tx, id, session)?),
    };
    let group = tx.document_groups(id)?.first().copied();
    tx.put_document(&DocumentRow {
        document: *id,
        kind,
        group,
        items_through: 0,
        heads,
        saved,
    })
}

fn saved<K: handrail_domain::document::Kind>(document: &Document<K>) -> (Vec<u8>, Vec<[u8; 32]>) {
    (
        document.save(),
        document
            .heads()
            .iter()
            .map(|hash| *hash.as_bytes())
            .collect(),
    )
}
