//! Mergeable documents: one per participant, one per caseload, one for the agency (Automerge).
//!
//! A document starts from fixed genesis bytes, so that every device has the same root maps. After
//! that it changes only by commands, each a small change "set field X of record Y", and by changes
//! of other devices. Records are flat maps of scalars; nothing is ever deleted.

mod agency;
mod apply;
mod caseload;
mod conflict;
mod error;
mod hash;
mod history;
mod layout;
mod participant;
mod session;
mod statements;
mod touched;
mod value;
mod vocabulary;
mod write;

pub use agency::{
    Agency, AgencyCommand, AgencyDocument, AgencyKind, Event, Logged, Program, StatementKind,
};
pub use apply::Applied;
pub use caseload::{
    Caseload, CaseloadCommand, CaseloadDocument, CaseloadKind, GroupField, call_out_field,
    step_time,
};
pub use conflict::{Conflict, Version};
pub use error::{CommandError, DocumentError};
pub use hash::ChangeHash;
pub use history::HistoryEntry;
pub use layout::Kind;
pub use participant::{
    Created, Participant, ParticipantCommand, ParticipantDocument, ParticipantKind,
};
pub use session::{Session, Writer};
pub use touched::{RecordRef, Touched};
pub use value::FieldValue;
pub use write::Written;

use automerge::{Automerge, Change, ObjId, ReadDoc};
use std::marker::PhantomData;

/// Largest saved document that is read, in bytes.
pub const SAVED_LIMIT: usize = 64 * 1024 * 1024;

/// A mergeable document of one kind, open in one session.
pub struct Document<K: Kind> {
    automerge: Automerge,
    session: Session,
    kind: PhantomData<K>,
}

impl<K: Kind> Document<K> {
    /// An empty document: genesis only, nothing to send.
    ///
    /// # Errors
    /// [`DocumentError`] only when the genesis bytes of this build are damaged.
    pub fn new(session: Session) -> Result<Self, DocumentError> {
        let genesis =
            Change::from_bytes(K::LAYOUT.genesis.to_vec()).map_err(|_| DocumentError::Damaged)?;
        let mut automerge = Automerge::new();
        automerge
            .apply_changes([genesis])
            .map_err(|_| DocumentError::Damaged)?;
        automerge.set_actor(session.actor());
        Ok(Self {
            automerge,
            session,
            kind: PhantomData,
        })
    }

    /// Opens a saved document, every byte of it or not at all.
    ///
    /// # Errors
    /// [`DocumentError::Damaged`] when the bytes are cut or changed, [`DocumentError::OtherKind`]
    /// when they are a document of another kind, [`DocumentError::TooLarge`] beyond [`SAVED_LIMIT`].
    pub fn load(saved: &[u8], session: Session) -> Result<Self, DocumentError> {
        let mut automerge = apply::load_foreign(saved)?;
        if !K::LAYOUT.is_in(&automerge) {
            return Err(DocumentError::OtherKind);
        }
        automerge.set_actor(session.actor());
        Ok(Self {
            automerge,
            session,
            kind: PhantomData,
        })
    }

    /// The change that every document of this kind begins with. Every device has it; it is never sent.
    pub fn genesis_change() -> &'static [u8] {
        K::LAYOUT.genesis
    }

    /// The name of this kind of document, as its genesis says it: `participant`, `caseload` or `agency`.
    pub fn kind() -> &'static str {
        K::LAYOUT.kind
    }

    /// The whole document with its history, compact.
    pub fn save(&self) -> Vec<u8> {
        self.automerge.save()
    }

    /// Like [`Document::save`], and proves that the bytes open to the same document. For snapshots.
    ///
    /// # Errors
    /// [`DocumentError::Damaged`] when they do not.
    pub fn save_verified(&self) -> Result<Vec<u8>, DocumentError> {
        let saved = self.automerge.save();
        let read = apply::load_foreign(&saved)?;
        if hash::sorted(&read.get_heads()) == self.heads() {
            Ok(saved)
        } else {
            Err(DocumentError::Damaged)
        }
    }

    /// The latest changes, sorted. Two documents with the same heads hold the same.
    pub fn heads(&self) -> Vec<ChangeHash> {
        hash::sorted(&self.automerge.get_heads())
    }

    /// Changes that others build on and that are not here yet, sorted.
    pub fn missing(&self) -> Vec<ChangeHash> {
        hash::sorted(&self.automerge.get_missing_deps(&[]))
    }

    /// Whether a change is part of the document (not merely waiting).
    pub fn has(&self, change: &ChangeHash) -> bool {
        self.automerge
            .get_change_meta_by_hash(&change.to_automerge())
            .is_some()
    }

    /// The changes that a document with these heads lacks, oldest first, as uncompressed bytes.
    /// Genesis is left out.
    pub fn changes_since(&self, heads: &[ChangeHash]) -> Vec<(ChangeHash, Vec<u8>)> {
        let heads: Vec<_> = heads
            .iter()
            .copied()
            .map(ChangeHash::to_automerge)
            .collect();
        let changes = self.automerge.get_changes(&heads).into_iter();
        changes
            .filter(|change| change.raw_bytes() != K::LAYOUT.genesis)
            .map(|change| (change.hash().into(), change.raw_bytes().to_vec()))
            .collect()
    }

    /// The object of a root map. Root maps keep their place even if somebody writes over their name.
    fn root_map(&self, index: usize) -> Option<ObjId> {
        self.automerge.import_obj(&layout::map_object(index)).ok()
    }

    /// The object that holds a record's fields.
    fn object(&self, record: &RecordRef) -> Option<ObjId> {
        let place = K::place(record)?;
        let map = self.root_map(place.map)?;
        match place.entry {
            layout::Entry::Whole | layout::Entry::Name(_) => Some(map),
            layout::Entry::Record(key) => self.record_object(&map, &key),
        }
    }

    fn record_object(&self, map: &ObjId, key: &str) -> Option<ObjId> {
        match self.automerge.get(map, key).ok()?? {
            (value, object) if value.is_object() => Some(object),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
