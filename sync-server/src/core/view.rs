//! What one member sees of an agency: items under document keys that are wrapped to a group
//! of theirs.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::id::{AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, MemberId};
use handrail_protocol::roster::{RosterState, SessionKey};

use super::coverage::{SNAPSHOTS_LOOKED_AT, is_spared};
use super::{Caller, Relay, Session};
use crate::storage::{Assigned, ItemRow, ReadStorage, SnapshotRow, StorageError};

/// See the module. Made anew for each request.
pub(super) struct View<'a, S> {
    pub storage: &'a S,
    pub agency: AgencyId,
    groups: BTreeSet<GroupId>,
    asks: Option<Asks>,
    seen: RefCell<BTreeMap<(DocumentId, DocumentKeyId), bool>>,
    snapshots: RefCell<BTreeMap<DocumentId, Vec<SnapshotRow>>>,
    handed_over: RefCell<BTreeMap<DocumentId, HandedOver>>,
}

/// The device that reads.
struct Asks {
    device: DeviceId,
    /// Groups that its member is or was in.
    ever: BTreeSet<GroupId>,
}

/// What hand-overs leave of a document to one member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HandedOver {
    /// Items that say to whose caseload the document belongs.
    said_by: BTreeSet<u64>,
    part: Part,
}

/// What of a document is for a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// All of it.
    #[default]
    Whole,
    /// It belongs to somebody else's caseload, as this item says, which tells them
    /// where it went. What came before is no more theirs than what comes after.
    Ended(u64),
}

impl<S: ReadStorage> Relay<S> {
    /// `None` unless the session is that of a device that counts now. What a member reads until
    /// a time is not theirs any more once `now_ms`, Unix ms, is past it.
    pub(super) fn view(
        &mut self,
        session: &Session,
        now_ms: u64,
    ) -> Result<Option<View<'_, S>>, StorageError> {
        let agency = session.agency;
        let Some(roster) = self.roster(agency)? else {
            return Ok(None);
        };
        let Some((device, member)) = device_and_member(roster, session) else {
            return Ok(None);
        };
        let mut groups = roster.groups_of(&member);
        groups.retain(|group| !roster.has_ended(&member, group, now_ms / 1000));
        let ever = roster
            .groups()
            .map(|(group, _)| group)
            .filter(|group| roster.is_or_was_member_of(&member, group))
            .collect();
        let mut view = View::new(&self.storage, agency, groups);
        view.asks = Some(Asks { device, ever });
        Ok(Some(view))
    }
}

/// The device whose session this is, and its member, if the device counts now.
pub(super) fn device_and_member(
    roster: &RosterState,
    session: &Session,
) -> Option<(DeviceId, MemberId)> {
    let Caller::Device(_) = session.caller else {
        return None;
    };
    match roster.session_key(&session.caller.key()) {
        Some(SessionKey::Device { device, member, .. }) => Some((device, member)),
        _ => None,
    }
}

impl<'a, S: ReadStorage> View<'a, S> {
    pub fn new(storage: &'a S, agency: AgencyId, groups: BTreeSet<GroupId>) -> Self {
        Self {
            storage,
            agency,
            groups,
            asks: None,
            seen: RefCell::default(),
            snapshots: RefCell::default(),
            handed_over: RefCell::default(),
        }
    }

    /// Whether items of this document under this key are for this member.
    pub fn sees(&self, document: DocumentId, key: DocumentKeyId) -> Result<bool, StorageError> {
        if let Some(seen) = self.seen.borrow().get(&(document, key)) {
            return Ok(*seen);
        }
        let groups = self.storage.key_groups(self.agency, document, key)?;
        let seen = self.is_in_any(&groups);
        self.seen.borrow_mut().insert((document, key), seen);
        Ok(seen)
    }

    /// Whether anything of this document is for this member.
    pub fn sees_document(&self, document: DocumentId) -> Result<bool, StorageError> {
        let groups = self.storage.document_groups(self.agency, document)?;
        Ok(self.is_in_any(&groups))
    }

    /// Whether of this document there is nothing but orders to forget it, and nothing that tells
    /// who had it.
    pub fn has_only_orders(&self, document: DocumentId) -> Result<bool, StorageError> {
        let groups = self.storage.document_groups(self.agency, document)?;
        Ok(groups.is_empty() && self.storage.is_forgotten(self.agency, document)?)
    }

    /// Whether this item is for this device: it is sealed under a key of its
    /// member's, and the document was not handed over to somebody else. What the
    /// device wrote itself under a key that it had then it is given, so that it sees
    /// that the relay has it.
    pub fn gives(&self, row: &ItemRow) -> Result<bool, StorageError> {
        let document = row.stream.document;
        if row.tombstone {
            // For everybody who may still hold something of it.
            let groups = self.storage.document_groups(self.agency, document)?;
            let ever = |group: &GroupId| {
                self.asks
                    .as_ref()
                    .is_some_and(|asks| asks.ever.contains(group))
            };
            return Ok(self.is_in_any(&groups) || groups.iter().any(ever));
        }
        if row.length == 0 {
            return Ok(false);
        }
        let part = self.handed_over(document)?.part;
        if part == Part::Ended(row.sequence) {
            return self.sees_document(document);
        }
        if part == Part::Whole && self.sees(document, row.key)? {
            return Ok(true);
        }
        let Some(asks) = self
            .asks
            .as_ref()
            .filter(|asks| asks.device == row.stream.device)
        else {
            return Ok(false);
        };
        let groups = self.storage.key_groups(self.agency, document, row.key)?;
        Ok(groups.iter().any(|group| asks.ever.contains(group)))
    }

    fn handed_over(&self, document: DocumentId) -> Result<HandedOver, StorageError> {
        if let Some(known) = self.handed_over.borrow().get(&document) {
            return Ok(known.clone());
        }
        let said = self.storage.assignments(self.agency, document)?;
        let found = HandedOver {
            part: self.part(&said),
            said_by: said.iter().map(|said| said.sequence).collect(),
        };
        self.handed_over
            .borrow_mut()
            .insert(document, found.clone());
        Ok(found)
    }

    /// The greatest assignment holds, whatever came first: after the relay lost items,
    /// they come back in any order.
    fn part(&self, said: &[Assigned]) -> Part {
        let Some(holds) = said.iter().map(|said| said.assignment).max() else {
            return Part::Whole;
        };
        if self.groups.contains(&holds.group) {
            return Part::Whole;
        }
        let first = said.iter().find(|said| said.assignment == holds);
        first.map_or(Part::Whole, |first| Part::Ended(first.sequence))
    }

    /// Whether a reader at `after` may be spared this item; see [`is_spared`].
    pub fn spares(&self, row: &ItemRow, after: u64) -> Result<bool, StorageError> {
        // What a receipt says stands in no snapshot.
        if row.tombstone || row.receipt {
            return Ok(false);
        }
        let document = row.stream.document;
        let handed_over = self.handed_over(document)?;
        // Who reads only a snapshot would not know who may have said so.
        if !row.snapshot && handed_over.said_by.contains(&row.sequence) {
            return Ok(false);
        }
        let mut held = self.snapshots.borrow_mut();
        let snapshots = match held.entry(document) {
            std::collections::btree_map::Entry::Occupied(found) => found.into_mut(),
            std::collections::btree_map::Entry::Vacant(place) => {
                let mut read =
                    self.storage
                        .snapshots(self.agency, document, SNAPSHOTS_LOOKED_AT)?;
                // Until somebody else has looked at a snapshot, everybody is given the items
                // too: whoever looks needs them, and what it leaves out is missed by nobody.
                let words = self.storage.confirmed(self.agency, document)?;
                let is_confirmed = |snapshot: &SnapshotRow| {
                    words
                        .iter()
                        .any(|word| word.snapshot == snapshot.id && word.by != snapshot.writer)
                };
                read.retain(|row| handed_over.part == Part::Whole && is_confirmed(row));
                place.insert(read)
            }
        };
        if snapshots.iter().all(|snapshot| snapshot.sequence <= after) {
            return Ok(false);
        }
        let wraps = if row.has_wraps {
            self.storage.wraps_of(self.agency, row.sequence)?
        } else {
            Vec::new()
        };
        let mut failed = None;
        let sees = |key| {
            self.sees(document, key).unwrap_or_else(|error| {
                failed = Some(error);
                false
            })
        };
        let mine = |group: &GroupId| self.groups.contains(group);
        let spared = is_spared(row, &wraps, snapshots, after, mine, sees);
        failed.map_or(Ok(spared), Err)
    }

    pub fn is_in_any(&self, groups: &[GroupId]) -> bool {
        groups.iter().any(|group| self.groups.contains(group))
    }
}
