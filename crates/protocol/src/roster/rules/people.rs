//! Members and their devices.

use std::sync::Arc;

use super::Work;
use crate::id::{DeviceId, MemberId};
use crate::key::{HpkePublicKey, SignPublicKey};
use crate::roster::RosterError;
use crate::roster::entry::Signer;
use crate::roster::operation::{LastItem, Operation, Recipient, Role};
use crate::roster::tables::{Device, Member, Revocation};

/// A device may change its own key, whoever's it is, and then does nothing else but seal the keys
/// of its groups to the new one.
pub(super) fn check_only_renews(operations: &[Operation]) -> Result<(), RosterError> {
    let renews = |operation: &Operation| matches!(operation, Operation::RenewKey { .. });
    let wraps = |operation: &Operation| matches!(operation, Operation::Wrap { .. });
    let alone = match operations.split_first() {
        Some((first, rest)) if renews(first) => rest.iter().all(wraps),
        _ => !operations.iter().any(renews),
    };
    if alone {
        Ok(())
    } else {
        Err(RosterError::RenewOnly)
    }
}

impl Work {
    pub(super) fn add_member(
        &mut self,
        member: MemberId,
        role: Role,
        administrator: bool,
    ) -> Result<(), RosterError> {
        if self.tables.members.contains_key(&member) || self.tables.is_invited(&member) {
            return Err(RosterError::MemberExists(member));
        }
        self.tables.members.insert(
            member,
            Member {
                role,
                administrator,
                active: true,
            },
        );
        self.tables.note_office(member, self.n);
        Ok(())
    }

    pub(super) fn add_device(
        &mut self,
        sign: SignPublicKey,
        hpke: HpkePublicKey,
        member: MemberId,
    ) -> Result<DeviceId, RosterError> {
        if !self.tables.is_active(&member) {
            return Err(RosterError::UnknownMember(member));
        }
        self.check_new_keys(&sign, &hpke)?;
        let id = DeviceId::of_keys(&sign, &hpke);
        let device = Device {
            id,
            sign,
            hpke,
            member,
            added: self.n,
            renewed: None,
            revoked: None,
        };
        self.tables.devices.insert(id, Arc::new(device));
        self.touch_groups_of(&member);
        Ok(id)
    }

    /// A device takes another key: what is sealed to it must be sealed anew.
    pub(super) fn renew_key(
        &mut self,
        id: DeviceId,
        hpke: HpkePublicKey,
    ) -> Result<(), RosterError> {
        if self.signer != Signer::Device(id) {
            return Err(RosterError::RenewOnly);
        }
        hpke.check()?;
        if self
            .tables
            .devices
            .values()
            .any(|device| device.hpke == hpke)
        {
            return Err(RosterError::KeyExists);
        }
        let n = self.n;
        let device = self
            .tables
            .devices
            .get_mut(&id)
            .ok_or(RosterError::UnknownDevice(id))?;
        let member = device.member;
        let device = Arc::make_mut(device);
        device.hpke = hpke;
        device.renewed = Some(n);
        self.touch_groups_of(&member);
        let recipient = Recipient::Device(id);
        for group in self.tables.groups.values_mut() {
            if group.wraps.contains_key(&recipient) {
                Arc::make_mut(group).wraps.remove(&recipient);
            }
        }
        Ok(())
    }

    pub(super) fn revoke_device(
        &mut self,
        id: DeviceId,
        last: &[LastItem],
    ) -> Result<(), RosterError> {
        let ascending =
            last.is_sorted_by(|a, b| (a.document, a.incarnation) < (b.document, b.incarnation));
        if !ascending || last.iter().any(|last| last.n == 0) {
            return Err(RosterError::LastItems);
        }
        let device = self
            .tables
            .devices
            .get_mut(&id)
            .ok_or(RosterError::UnknownDevice(id))?;
        if device.revoked.is_some() {
            return Err(RosterError::DeviceRevoked(id));
        }
        let member = device.member;
        Arc::make_mut(device).revoked = Some(Revocation {
            n: self.n,
            last: last.to_vec(),
        });
        self.lose_groups_of(&member);
        Ok(())
    }

    pub(super) fn change_member(
        &mut self,
        id: MemberId,
        role: Role,
        administrator: bool,
        active: bool,
    ) -> Result<(), RosterError> {
        let member = self
            .tables
            .members
            .get_mut(&id)
            .ok_or(RosterError::UnknownMember(id))?;
        *member = Member {
            role,
            administrator,
            active,
        };
        self.tables.note_office(id, self.n);
        self.touch_groups_of(&id);
        Ok(())
    }
}
