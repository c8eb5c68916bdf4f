//! Groups, their epochs and their wraps.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Work;
use crate::id::{GroupId, GroupKeyId, MemberId};
use crate::roster::RosterError;
use crate::roster::operation::{GroupKind, KeyWrap, SealedKey};
use crate::roster::tables::Group;

impl Work {
    pub(super) fn new_group(
        &mut self,
        id: GroupId,
        kind: GroupKind,
        owner: Option<MemberId>,
        members: &[MemberId],
    ) -> Result<(), RosterError> {
        let second_agency_group = kind == GroupKind::Agency
            && self
                .tables
                .groups
                .values()
                .any(|group| group.kind == GroupKind::Agency);
        if self.tables.groups.contains_key(&id) || second_agency_group {
            return Err(RosterError::GroupExists(id));
        }
        let owns_already = kind == GroupKind::Caseload
            && self
                .tables
                .groups
                .values()
                .any(|group| group.kind == kind && group.owner == owner);
        if kind.holds_participants() != owner.is_some() || owns_already {
            return Err(RosterError::GroupOwner(id));
        }
        let known =
            |member: &MemberId| self.tables.is_active(member) || self.tables.is_invited(member);
        let set: BTreeSet<MemberId> = members.iter().copied().collect();
        if set.is_empty() || set.len() != members.len() || !set.iter().all(known) {
            return Err(RosterError::GroupMembers(id));
        }
        let group = Group {
            kind,
            owner,
            members: set,
            former: BTreeSet::new(),
            covers: BTreeMap::new(),
            epoch: 1,
            anew: None,
            keys: BTreeMap::new(),
            wraps: BTreeMap::new(),
            previous: BTreeMap::new(),
        };
        self.tables.groups.insert(id, Arc::new(group));
        self.fresh.insert(id);
        self.touched.insert(id);
        Ok(())
    }

    pub(super) fn new_epoch(
        &mut self,
        id: GroupId,
        epoch: u32,
        previous: Option<SealedKey>,
    ) -> Result<(), RosterError> {
        let n = self.n;
        let group = self.group_mut(id)?;
        if group.epoch.checked_add(1) != Some(epoch) {
            return Err(RosterError::Epoch { group: id, epoch });
        }
        group.epoch = epoch;
        match previous {
            Some(previous) => drop(group.previous.insert(epoch, previous)),
            None => group.anew = Some((epoch, n)),
        }
        group.wraps.clear();
        if previous.is_none() {
            // What is sealed under the old keys is no longer wanted.
            self.tables.last_revocation = Some(n);
        }
        if !self.fresh.insert(id) {
            return Err(RosterError::Epoch { group: id, epoch });
        }
        self.touched.insert(id);
        Ok(())
    }

    pub(super) fn wrap(
        &mut self,
        id: GroupId,
        epoch: u32,
        recipients: &[KeyWrap],
        key: GroupKeyId,
    ) -> Result<(), RosterError> {
        let group = self.group_mut(id)?;
        if group.epoch != epoch || recipients.is_empty() {
            return Err(RosterError::Epoch { group: id, epoch });
        }
        if *group.keys.entry(epoch).or_insert(key) != key {
            return Err(RosterError::OtherGroupKey { group: id, epoch });
        }
        for wrap in recipients {
            if group.wraps.insert(wrap.recipient, wrap.clone()).is_some() {
                return Err(RosterError::RecipientTwice {
                    group: id,
                    recipient: wrap.recipient,
                });
            }
        }
        self.touched.insert(id);
        Ok(())
    }

    pub(super) fn add_group_member(
        &mut self,
        id: GroupId,
        member: MemberId,
        until: Option<u64>,
    ) -> Result<(), RosterError> {
        if !self.tables.is_active(&member) && !self.tables.is_invited(&member) {
            return Err(RosterError::UnknownMember(member));
        }
        let group = self.group_mut(id)?;
        let is_cover = until.is_some();
        if is_cover && (!group.kind.holds_participants() || group.owner == Some(member)) {
            return Err(RosterError::Cover(id));
        }
        if !group.members.insert(member) {
            return Err(RosterError::GroupMembers(id));
        }
        group.former.remove(&member);
        if let Some(until) = until {
            group.covers.insert(member, until);
        }
        self.touched.insert(id);
        Ok(())
    }

    pub(super) fn remove_group_member(
        &mut self,
        id: GroupId,
        member: MemberId,
    ) -> Result<(), RosterError> {
        let group = self.group_mut(id)?;
        if !group.members.remove(&member) {
            return Err(RosterError::GroupMembers(id));
        }
        group.covers.remove(&member);
        group.former.insert(member);
        self.lost.insert(id);
        self.touched.insert(id);
        self.tables.last_revocation = Some(self.n);
        Ok(())
    }

    pub(super) fn group_mut(&mut self, id: GroupId) -> Result<&mut Group, RosterError> {
        self.tables
            .groups
            .get_mut(&id)
            .map(Arc::make_mut)
            .ok_or(RosterError::UnknownGroup(id))
    }
}
