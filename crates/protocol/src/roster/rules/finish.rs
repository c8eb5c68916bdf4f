//! What must hold when all of an entry's operations are done.

use super::Work;
use crate::id::{GroupId, MemberId};
use crate::roster::RosterError;
use crate::roster::entry::Signer;
use crate::roster::operation::Recipient;
use crate::roster::tables::Tables;

impl Work {
    pub(super) fn finish(self) -> Result<Tables, RosterError> {
        if let Some(group) = self.lost.difference(&self.fresh).next() {
            return Err(RosterError::EpochMissing(*group));
        }
        for group in &self.touched {
            self.check_recipients(*group)?;
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
