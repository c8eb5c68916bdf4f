//! Taking in changes of other devices, or one's own from storage.
//!
//! Members are only half trusted, and the document engine has known bugs on hostile bytes. So the
//! work is done on a copy, a panic in it is caught (on the web it ends the worker), every change is
//! looked for afterwards, and only then does the copy take the document's place.

use super::session::writer_of;
use super::touched::touched_by;
use super::vocabulary::{is_ours, says_ours};
use super::{ChangeHash, Document, DocumentError, Kind, SAVED_LIMIT, Touched, Writer, hash};
use crate::DeviceId;
use automerge::{Automerge, AutomergeError, Change, ChangeMetadata, PatchLog, ReadDoc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Largest single change that is read, in bytes.
const CHANGE_LIMIT: usize = 1024 * 1024;
/// Where the kind of chunk stands in an Automerge change, and its number for an uncompressed one.
const CHUNK_KIND: (usize, u8) = (8, 1);
/// The number of a chunk that holds a whole document.
const DOCUMENT_CHUNK: u8 = 0;
/// Bytes of a chunk's length (LEB128) at most: far beyond [`SAVED_LIMIT`].
const MOST_LENGTH_BYTES: usize = 5;

/// What became of a batch of changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// Changes that are part of the document now and were not before; also ones that had waited.
    pub applied: Vec<ChangeHash>,
    /// Changes of this batch that wait for others.
    pub waiting: Vec<ChangeHash>,
    /// What they and earlier ones wait for.
    pub missing: Vec<ChangeHash>,
    /// The records that look different now.
    pub touched: Touched,
}

impl<K: Kind> Document<K> {
    /// Takes in changes from this device's own store, in any order, all or none. Known ones are skipped.
    ///
    /// # Errors
    /// [`DocumentError`]; the document is then as before.
    pub fn apply_changes(&mut self, changes: &[Vec<u8>]) -> Result<Applied, DocumentError> {
        let changes = parse(changes)?;
        self.apply(changes)
    }

    /// Takes in the changes of one item, all or none. Each must name the item's writer as its own.
    ///
    /// # Errors
    /// [`DocumentError::NotTheWriter`] when one does not; otherwise as [`Document::apply_changes`].
    pub fn apply_changes_from(
        &mut self,
        writer: Writer,
        changes: &[Vec<u8>],
    ) -> Result<Applied, DocumentError> {
        let changes = parse(changes)?;
        let foreign = changes
            .iter()
            .position(|change| writer_of(change.actor_id()) != Some(writer));
        match foreign {
            Some(place) => Err(DocumentError::NotTheWriter(place)),
            None => self.apply(changes),
        }
    }

    /// As [`Document::apply_changes_from`], from whichever life of the device's database: what
    /// waited in a restored or copied database goes out under a new incarnation, while its
    /// actors still name the old one. The item's signature vouches for the device.
    ///
    /// # Errors
    /// As [`Document::apply_changes_from`].
    pub fn apply_changes_from_device(
        &mut self,
        device: DeviceId,
        changes: &[Vec<u8>],
    ) -> Result<Applied, DocumentError> {
        let changes = parse(changes)?;
        let foreign = changes.iter().position(|change| {
            writer_of(change.actor_id()).is_none_or(|writer| writer.device != device)
        });
        match foreign {
            Some(place) => Err(DocumentError::NotTheWriter(place)),
            None => self.apply(changes),
        }
    }

    /// Takes in everything that a snapshot of the same document holds, all or none. An empty
    /// document becomes what the snapshot says; the records that it brings are then not named.
    ///
    /// # Errors
    /// As [`Document::load`] and [`Document::apply_changes`].
    pub fn apply_snapshot(&mut self, saved: &[u8]) -> Result<Applied, DocumentError> {
        if !is_one_document(saved) {
            return Err(DocumentError::Damaged);
        }
        let mut snapshot = load_foreign(saved)?;
        if !K::LAYOUT.is_in(&snapshot) {
            return Err(DocumentError::OtherKind);
        }
        let changes = snapshot.get_changes(&self.automerge.get_heads());
        // Loading wrote each change anew and compared the hashes: there is no other spelling.
        let all_ours = catch_unwind(|| changes.iter().all(says_ours)).unwrap_or(false);
        if !all_ours {
            return Err(DocumentError::Refused);
        }
        if !self.is_empty() {
            return self.apply(changes);
        }
        self.refuse_own_session(&changes)?;
        snapshot.set_actor(self.session.actor());
        self.automerge = snapshot;
        Ok(Applied {
            applied: changes.iter().map(|change| change.hash().into()).collect(),
            ..Applied::default()
        })
    }

    /// Whether there is nothing but what every document begins with.
    pub fn is_empty(&self) -> bool {
        let heads = self.automerge.get_heads();
        heads == [automerge::ChangeHash(K::LAYOUT.genesis_hash)] && self.missing().is_empty()
    }

    /// Nobody else writes in the open session; a stranger's change in its name would break it.
    fn refuse_own_session(&self, changes: &[Change]) -> Result<(), DocumentError> {
        let place = changes
            .iter()
            .position(|change| *change.actor_id() == self.session.actor());
        place.map_or(Ok(()), |place| Err(DocumentError::NotTheWriter(place)))
    }

    fn apply(&mut self, changes: Vec<Change>) -> Result<Applied, DocumentError> {
        let fresh: Vec<Change> = changes
            .into_iter()
            .filter(|change| !self.has(&change.hash().into()))
            .collect();
        if fresh.is_empty() {
            return Ok(Applied {
                missing: self.missing(),
                ..Applied::default()
            });
        }
        self.refuse_own_session(&fresh)?;
        let before = self.automerge.get_heads();
        let batch: Vec<ChangeHash> = fresh.iter().map(|change| change.hash().into()).collect();
        let (copy, patches) = guarded(|| {
            let mut copy = self.automerge.clone();
            // As it goes: comparing before with after would look at the whole document.
            let mut log = PatchLog::active();
            copy.apply_changes_log_patches(fresh, &mut log)?;
            let patches = copy.make_patches(&mut log);
            Ok((copy, patches))
        })?;
        let missing = hash::sorted(&copy.get_missing_deps(&[]));
        let is_in = |change: &ChangeHash| {
            copy.get_change_meta_by_hash(&change.to_automerge())
                .is_some()
        };
        let waiting: Vec<ChangeHash> = batch.into_iter().filter(|change| !is_in(change)).collect();
        if !waiting.is_empty() && missing.is_empty() {
            return Err(DocumentError::Lost);
        }
        let fresh = copy.get_changes_meta(&before);
        if !are_counted_on(&copy, &fresh) {
            return Err(DocumentError::Refused);
        }
        let applied = fresh.iter().map(|meta| meta.hash.into()).collect();
        drop(fresh);
        self.automerge = copy;
        let touched = touched_by::<K>(&patches);
        Ok(Applied {
            applied,
            waiting,
            missing,
            touched,
        })
    }
}

/// Whether each change numbers its operations on from those that it builds on. One that does not
/// is taken in by the document engine, whose saved form then does not open any more.
fn are_counted_on(document: &Automerge, changes: &[ChangeMetadata<'_>]) -> bool {
    let last: HashMap<automerge::ChangeHash, u64> = changes
        .iter()
        .map(|change| (change.hash, change.max_op))
        .collect();
    let last_of = |hash: &automerge::ChangeHash| match last.get(hash) {
        Some(last) => *last,
        None => document
            .get_change_meta_by_hash(hash)
            .map_or(0, |meta| meta.max_op),
    };
    changes.iter().all(|change| {
        let before = change.deps.iter().map(last_of).max().unwrap_or(0);
        before.checked_add(1) == Some(change.start_op)
    })
}

/// Whether saved bytes are one whole document and nothing beside it: only its changes are then
/// compared with the hashes that it names.
fn is_one_document(saved: &[u8]) -> bool {
    let Some((kind, rest)) = saved.get(CHUNK_KIND.0..).and_then(<[u8]>::split_first) else {
        return false;
    };
    let mut length = 0_u64;
    for (place, byte) in rest.iter().enumerate().take(MOST_LENGTH_BYTES) {
        length |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return *kind == DOCUMENT_CHUNK && length == (rest.len() - place - 1) as u64;
        }
    }
    false
}

/// Reads saved bytes of any origin.
pub(super) fn load_foreign(saved: &[u8]) -> Result<Automerge, DocumentError> {
    if saved.len() > SAVED_LIMIT {
        return Err(DocumentError::TooLarge);
    }
    guarded(|| Automerge::load(saved)).map_err(|_| DocumentError::Damaged)
}

pub(super) fn parse(changes: &[Vec<u8>]) -> Result<Vec<Change>, DocumentError> {
    let read = |(place, bytes): (usize, &Vec<u8>)| {
        let (at, uncompressed) = CHUNK_KIND;
        // A compressed change could unpack to any size.
        if bytes.len() > CHANGE_LIMIT || bytes.get(at) != Some(&uncompressed) {
            return Err(DocumentError::Malformed(place));
        }
        let parsed = catch_unwind(|| Change::from_bytes(bytes.clone()).ok().filter(is_ours));
        parsed.ok().flatten().ok_or(DocumentError::Malformed(place))
    };
    changes.iter().enumerate().map(read).collect()
}

fn guarded<T>(work: impl FnOnce() -> Result<T, AutomergeError>) -> Result<T, DocumentError> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(AutomergeError::DuplicateSeqNumber(..))) => Err(DocumentError::Forked),
        Ok(Err(_)) | Err(_) => Err(DocumentError::Refused),
    }
}
