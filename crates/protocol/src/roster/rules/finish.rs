//! What must hold when all of an entry's operations are done.

use super::{GroupNeed, Work};
use crate::id::{GroupId, MemberId};
use crate::key::HpkePublicKey;
use crate::roster::RosterError;
use crate::roster::entry::Signer;
use crate::roster::operation::{GroupKind, Recipient};
use crate::roster::tables::{Group, Tables};

impl Work {
    pub(super) fn finish(self) -> Result<Tables, RosterError> {
        if let Some(group) = self.lost.difference(&self.fresh).next() {
            return Err(RosterError::EpochMissing(*group));
        }
        for group in &self.touched {
            self.check_recipients(*group)?;
            self.check_roles(*group)?;
        }
        for group in &self.fresh {
            self.check_maker(*group)?;
            self.check_owner(*group)?;
        }
        self.check_inactive()?;
        let administrator = |device| self.tables.is_administrator_device(device);
        if !self.tables.devices.keys().any(administrator) {
            return Err(RosterError::NoAdministrator);
        }
        Ok(self.tables)
    }

    /// What is still missing for `finish` to find every group's wraps whole.
    pub(super) fn needs(self, recovery: HpkePublicKey) -> Vec<GroupNeed> {
        let mut needs = Vec::new();
        for id in &self.touched {
            let Some(group) = self.tables.groups.get(id) else {
                continue;
            };
            let new_epoch = self.lost.contains(id) && !self.fresh.contains(id);
            let recipients: Vec<(Recipient, HpkePublicKey)> = self
                .entitled_keys(group, recovery)
                .filter(|(recipient, _)| new_epoch || !group.wraps.contains_key(recipient))
                .collect();
            if !recipients.is_empty() {
                needs.push(GroupNeed {
                    group: *id,
                    epoch: group.epoch.saturating_add(u32::from(new_epoch)),
                    new_epoch,
                    new_group: self.fresh.contains(id) && group.epoch == 1,
                    recipients,
                });
            }
        }
        needs
    }

    fn entitled_keys(
        &self,
        group: &Group,
        recovery: HpkePublicKey,
    ) -> impl Iterator<Item = (Recipient, HpkePublicKey)> {
        let key = move |recipient: &Recipient| match recipient {
            Recipient::Device(id) => self.tables.devices.get(id).map(|device| device.hpke),
            Recipient::Invitation(id) => self
                .tables
                .invitations
                .get(id)
                .map(|invitation| invitation.hpke),
            Recipient::Recovery(_) => Some(recovery),
        };
        let mut entitled = self.tables.entitled(group);
        entitled.insert(Recipient::Recovery(self.root));
        entitled
            .into_iter()
            .filter_map(move |recipient| Some((recipient, key(&recipient)?)))
    }

    /// The invariant of the module's head.
    fn check_recipients(&self, id: GroupId) -> Result<(), RosterError> {
        let group = self
            .tables
            .groups
            .get(&id)
            .ok_or(RosterError::UnknownGroup(id))?;
        let mut entitled = self.tables.entitled(group);
        entitled.insert(Recipient::Recovery(self.root));
        if let Some(recipient) = group
            .wraps
            .keys()
            .find(|recipient| !entitled.contains(recipient))
        {
            return Err(RosterError::RecipientNotEntitled {
                group: id,
                recipient: *recipient,
            });
        }
        match entitled
            .iter()
            .find(|recipient| !group.wraps.contains_key(recipient))
        {
            Some(recipient) => Err(RosterError::RecipientMissing {
                group: id,
                recipient: *recipient,
            }),
            None => Ok(()),
        }
    }

    /// Nobody is in a caseload whose role holds no participant's key, nor in a shared record's
    /// group but as a guest with an end.
    fn check_roles(&self, id: GroupId) -> Result<(), RosterError> {
        let Some(group) = self.tables.groups.get(&id) else {
            return Ok(());
        };
        let may_read = |member: &MemberId| {
            let is_guest = group.kind == GroupKind::Shared && group.covers.contains_key(member);
            self.tables
                .role_of_member_or_invitee(member)
                .is_none_or(|role| role.reads_caseloads() || is_guest && role.may_be_guest())
        };
        if group.kind.holds_participants() && !group.members.iter().all(may_read) {
            return Err(RosterError::RoleInCaseload(id));
        }
        Ok(())
    }

    /// Whoever makes a group's key holds it, and so must be one of its members
    /// after the entry. The root holds all keys anyway.
    fn check_maker(&self, id: GroupId) -> Result<(), RosterError> {
        let is_recipient = |recipient: Recipient| {
            self.tables
                .groups
                .get(&id)
                .is_some_and(|group| group.wraps.contains_key(&recipient))
        };
        let allowed = match self.signer {
            Signer::Root(_) => true,
            Signer::Device(device) => is_recipient(Recipient::Device(device)),
            Signer::Invitation(_) => false,
        };
        if allowed {
            Ok(())
        } else {
            Err(RosterError::SignerNotInGroup(id))
        }
    }

    fn check_owner(&self, id: GroupId) -> Result<(), RosterError> {
        let owner = self.tables.groups.get(&id).and_then(|group| group.owner);
        let known = |owner: &MemberId| {
            self.tables.members.contains_key(owner) || self.tables.is_invited(owner)
        };
        match owner {
            Some(owner) if !known(&owner) && !self.was_known(&owner) => {
                Err(RosterError::GroupOwner(id))
            }
            _ => Ok(()),
        }
    }

    /// Whether an invitation, open or not, ever named this person.
    fn was_known(&self, member: &MemberId) -> bool {
        self.tables
            .invitations
            .values()
            .any(|invitation| invitation.member == *member)
    }

    fn check_inactive(&self) -> Result<(), RosterError> {
        let still_in = |member: &MemberId| {
            self.tables.is_invited(member)
                || self
                    .tables
                    .devices
                    .values()
                    .any(|device| device.member == *member && device.revoked.is_none())
        };
        match self
            .tables
            .members
            .iter()
            .find(|(id, member)| !member.active && still_in(id))
        {
            Some((id, _)) => Err(RosterError::ActiveDevices(*id)),
            None => Ok(()),
        }
    }
}
