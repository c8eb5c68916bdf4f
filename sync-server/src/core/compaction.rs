//! Destroying what snapshots stand for. Nothing is destroyed but what two snapshots hold that
//! stay; others gave their word on both, that long ago that whoever doubts it has spoken; and no
//! legal hold stands (`docs/protocol.md`, 10.6).

use handrail_protocol::id::{AgencyId, DocumentId, GroupId};
use handrail_protocol::item::UnverifiedItem;
use handrail_protocol::roster::{Confirmation, RosterState};
use handrail_protocol::{DocumentKeyWrap, ItemHeader, ItemKind};

use super::Relay;
use super::coverage::{SNAPSHOTS_LOOKED_AT, covers, supersedes};
use crate::storage::{Confirmed, ItemRow, ReadStorage, SnapshotRow, Storage, StorageError};

/// How long after somebody's word on a snapshot nothing is destroyed for its sake, in the
/// relay's running time, ms.
pub const GRACE_MS: u64 = 30 * 24 * 60 * 60_000;
/// How much later than its snapshot the word of an only device counts, ms: longer than a session.
const LATER_MS: u64 = 60 * 60_000;
/// Most running time that counts at once, ms: whatever makes the clock jump adds no more.
pub const MOST_PASSED_MS: u64 = 20 * 60_000;
/// How many snapshots of a document stay.
const GENERATIONS: usize = 2;
const ROWS_LOOKED_AT: usize = 512;
const DESTROYED_AT_ONCE: usize = 32;

/// What one step did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compacted {
    /// Items whose bytes were destroyed.
    pub destroyed: usize,
    /// The round goes on. After the last step of one, the next begins another.
    pub more: bool,
}

/// Where a round stands: a document, and the last of its items that was looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    agency: AgencyId,
    document: DocumentId,
    after: Option<u64>,
}

/// A snapshot for whose sake items may go.
struct Base {
    row: SnapshotRow,
    wraps: Vec<DocumentKeyWrap>,
}

impl<S: Storage> Relay<S> {
    /// The relay has run for so long since this was said last, ms, by a clock that does not
    /// follow the calendar.
    pub fn pass(&mut self, ms: u64) -> Result<(), StorageError> {
        match ms {
            0 => Ok(()),
            _ => self.storage.pass(ms.min(MOST_PASSED_MS)),
        }
    }

    /// One small step of a round over all documents. Where a round stands is kept in memory
    /// only: another begins after a restart.
    pub fn compact(&mut self) -> Result<Compacted, StorageError> {
        let place = match self.compacting.take() {
            Some(place) if place.after.is_some() => Some(place),
            done => {
                let done = done.map(|place| (place.agency, place.document));
                let next = self.storage.next_confirmed(done)?;
                next.map(|(agency, document)| Place {
                    agency,
                    document,
                    after: Some(0),
                })
            }
        };
        let Some(mut place) = place else {
            return Ok(Compacted::default());
        };
        let doomed = self.find_doomed(&mut place)?;
        self.storage.destroy(place.agency, &doomed)?;
        self.compacting = Some(place);
        Ok(Compacted {
            destroyed: doomed.len(),
            more: true,
        })
    }

    /// Items that may go, after the place, which is moved on.
    fn find_doomed(&mut self, place: &mut Place) -> Result<Vec<u64>, StorageError> {
        let (agency, document) = (place.agency, place.document);
        let after = place.after.take().unwrap_or_default();
        self.roster(agency)?;
        let (storage, Some(roster)) = (&self.storage, self.rosters.get(&agency)) else {
            return Ok(Vec::new());
        };
        if storage.is_forgotten(agency, document)? || storage.is_held(agency, document)? {
            return Ok(Vec::new());
        }
        let assignments = storage.assignments(agency, document)?;
        let home = assignments.iter().map(|said| said.assignment).max();
        let readers = match home {
            Some(home) => vec![home.group],
            None => storage.document_groups(agency, document)?,
        };
        let snapshots = storage.snapshots(agency, document, SNAPSHOTS_LOOKED_AT)?;
        let bases = bases(storage, roster, (agency, document), &snapshots, &readers)?;
        if bases.len() < GENERATIONS {
            return Ok(Vec::new());
        }
        let rows = storage.document_rows(agency, document, after, ROWS_LOOKED_AT)?;
        let mut doomed = Vec::new();
        for row in &rows {
            let says_whose = assignments.iter().any(|said| said.sequence == row.sequence);
            if row.length > 0
                && !row.tombstone
                && !says_whose
                && all_stand_for(storage, agency, row, &bases, &snapshots)?
            {
                doomed.push(row.sequence);
            }
            place.after = Some(row.sequence);
            if doomed.len() == DESTROYED_AT_ONCE {
                return Ok(doomed);
            }
        }
        if rows.len() < ROWS_LOOKED_AT {
            place.after = None;
        }
        Ok(doomed)
    }
}

/// The newest snapshots that stay and that others gave their word on; fewer when there are not
/// that many.
fn bases(
    storage: &impl ReadStorage,
    roster: &RosterState,
    (agency, document): (AgencyId, DocumentId),
    snapshots: &[SnapshotRow],
    readers: &[GroupId],
) -> Result<Vec<Base>, StorageError> {
    let now = storage.running_ms()?;
    let confirmed = storage.confirmed(agency, document)?;
    let mut bases = Vec::new();
    for row in snapshots {
        if bases.len() == GENERATIONS {
            break;
        }
        let since = confirmed
            .iter()
            .filter_map(|word| counts_since(roster, row, word, readers))
            .min();
        if since.is_none_or(|since| now < since.saturating_add(GRACE_MS)) {
            continue;
        }
        // Everybody who reads the document opens it.
        let opened_by = storage.key_groups(agency, document, row.key)?;
        if readers.is_empty() || !readers.iter().all(|group| opened_by.contains(group)) {
            continue;
        }
        if let Some(header) = header_of(storage, agency, row.sequence)? {
            bases.push(Base {
                row: row.clone(),
                wraps: header.wraps().to_vec(),
            });
        }
    }
    Ok(bases)
}

/// Since when somebody's word on a snapshot counts, if it does.
fn counts_since(
    roster: &RosterState,
    snapshot: &SnapshotRow,
    word: &Confirmed,
    readers: &[GroupId],
) -> Option<u64> {
    if word.snapshot != snapshot.id {
        return None;
    }
    match roster.confirmation(&snapshot.writer, &word.by, readers) {
        Confirmation::Counts => Some(word.at_ms.max(snapshot.at_ms)),
        Confirmation::CountsLater if word.at_ms >= snapshot.at_ms.saturating_add(LATER_MS) => {
            Some(word.at_ms)
        }
        Confirmation::CountsLater | Confirmation::No => None,
    }
}

/// Whether each of the snapshots that stay holds what an item holds, and brings the keys that it
/// brings, under the same epochs of their groups or later ones.
fn all_stand_for(
    storage: &impl ReadStorage,
    agency: AgencyId,
    row: &ItemRow,
    bases: &[Base],
    snapshots: &[SnapshotRow],
) -> Result<bool, StorageError> {
    let own = snapshots.iter().find(|own| own.sequence == row.sequence);
    let inside = |base: &Base| {
        base.row.sequence > row.sequence
            && covers(&base.row, row.stream, row.n)
            && (!row.snapshot || own.is_some_and(|own| supersedes(&base.row, own)))
    };
    if !bases.iter().all(inside) {
        return Ok(false);
    }
    let Some(header) = header_of(storage, agency, row.sequence)? else {
        return Ok(false);
    };
    // What a receipt says stands in no snapshot.
    if !matches!(header.kind, ItemKind::Change | ItemKind::Snapshot) {
        return Ok(false);
    }
    let brings = |base: &Base, wrap: &DocumentKeyWrap| {
        let same = |other: &&DocumentKeyWrap| {
            (other.group, other.document_key) == (wrap.group, wrap.document_key)
        };
        let found = base.wraps.iter().find(same);
        found.is_some_and(|found| found.epoch >= wrap.epoch)
    };
    Ok(bases
        .iter()
        .all(|base| header.wraps().iter().all(|wrap| brings(base, wrap))))
}

/// An item's header; `None` when its bytes are not here.
fn header_of(
    storage: &impl ReadStorage,
    agency: AgencyId,
    sequence: u64,
) -> Result<Option<ItemHeader>, StorageError> {
    let bytes = storage.content(agency, sequence)?.unwrap_or_default();
    let item = UnverifiedItem::parse(&bytes).ok();
    Ok(item.map(|item| item.header().clone()))
}
