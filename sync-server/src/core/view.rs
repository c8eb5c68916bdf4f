//! What one member sees of an agency: items under document keys that are wrapped to a group
//! of theirs.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::id::{AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, MemberId};
use handrail_protocol::roster::{RosterState, SessionKey};

use super::coverage::{SNAPSHOTS_LOOKED_AT, is_spared};
use super::{Caller, Relay, Session};
use crate::storage::{ItemRow, ReadStorage, SnapshotRow, StorageError};

/// See the module. Made anew for each request.
pub(super) struct View<'a, S> {
    pub storage: &'a S,
    pub agency: AgencyId,
    groups: BTreeSet<GroupId>,
    seen: RefCell<BTreeMap<(DocumentId, DocumentKeyId), bool>>,
    snapshots: RefCell<BTreeMap<DocumentId, Vec<SnapshotRow>>>,
}

impl<S: ReadStorage> Relay<S> {
    /// `None` unless the session is that of a device that counts now.
    pub(super) fn view(&mut self, session: &Session) -> Result<Option<View<'_, S>>, StorageError> {
        let agency = session.agency;
        let Some(roster) = self.roster(agency)? else {
            return Ok(None);
        };
        let Some((_, member)) = device_and_member(roster, session) else {
            return Ok(None);
        };
        let groups = roster.groups_of(&member);
        Ok(Some(View::new(&self.storage, agency, groups)))
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
            seen: RefCell::default(),
            snapshots: RefCell::default(),
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

    /// Whether a reader at `after` may be spared this item; see [`is_spared`].
    pub fn spares(&self, row: &ItemRow, after: u64) -> Result<bool, StorageError> {
        let document = row.stream.document;
        let mut held = self.snapshots.borrow_mut();
        let snapshots = match held.entry(document) {
            std::collections::btree_map::Entry::Occupied(found) => found.into_mut(),
            std::collections::btree_map::Entry::Vacant(place) => {
                let read = self
                    .storage
                    .snapshots(self.agency, document, SNAPSHOTS_LOOKED_AT)?;
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
        let spared = is_spared(row, &wraps, snapshots, after, |key| {
            self.sees(document, key).unwrap_or_else(|error| {
                failed = Some(error);
                false
            })
        });
        failed.map_or(Ok(spared), Err)
    }

    pub fn is_in_any(&self, groups: &[GroupId]) -> bool {
        groups.iter().any(|group| self.groups.contains(group))
    }
}
