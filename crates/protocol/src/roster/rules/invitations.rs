//! Invitations from their making to their end.

use std::sync::Arc;

use super::Work;
use crate::id::{GroupId, InvitationId, MemberId};
use crate::key::{HpkePublicKey, SignPublicKey};
use crate::roster::RosterError;
use crate::roster::entry::Signer;
use crate::roster::operation::{Operation, Recipient, Role};
use crate::roster::tables::{Invitation, InvitationStatus, Member};

/// Whom an invitation is for.
#[derive(Clone, Copy)]
pub(super) struct Invitee {
    pub member: MemberId,
    pub role: Role,
    pub administrator: bool,
}

/// An invitation's key signs its own redemption and the wraps to the device
/// that it adds, and nothing else.
pub(super) fn check_only_redeems(
    id: InvitationId,
    operations: &[Operation],
) -> Result<(), RosterError> {
    let redeems = match operations.split_first() {
        Some((Operation::Redeem { invitation, .. }, rest)) => {
            *invitation == id
                && rest
                    .iter()
                    .all(|operation| matches!(operation, Operation::Wrap { .. }))
        }
        _ => false,
    };
    if redeems {
        Ok(())
    } else {
        Err(RosterError::RedeemOnly)
    }
}

impl Work {
    pub(super) fn invite(
        &mut self,
        sign: SignPublicKey,
        hpke: HpkePublicKey,
        invitee: Invitee,
        expires: u64,
        groups: &[GroupId],
    ) -> Result<(), RosterError> {
        self.check_new_keys(&sign, &hpke)?;
        let Invitee {
            member,
            role,
            administrator,
        } = invitee;
        match self.tables.members.get(&member) {
            Some(found) if !found.active => return Err(RosterError::UnknownMember(member)),
            Some(found) if found.role != role || found.administrator != administrator => {
                return Err(RosterError::InvitationRole);
            }
            Some(_) => {
                if let Some(group) = groups.first() {
                    return Err(RosterError::GroupMembers(*group));
                }
            }
            None if self.tables.is_invited(&member) => {
                return Err(RosterError::MemberExists(member));
            }
            None => {}
        }
        let id = InvitationId::of_keys(&sign, &hpke);
        let invitation = Invitation {
            id,
            sign,
            hpke,
            member,
            role,
            administrator,
            expires,
            made: self.n,
            status: InvitationStatus::Open,
        };
        self.tables.invitations.insert(id, Arc::new(invitation));
        for group in groups {
            self.add_group_member(*group, member, None)?;
        }
        self.touch_groups_of(&member);
        Ok(())
    }

    pub(super) fn redeem(
        &mut self,
        id: InvitationId,
        sign: SignPublicKey,
        hpke: HpkePublicKey,
    ) -> Result<(), RosterError> {
        if self.signer != Signer::Invitation(id) {
            return Err(RosterError::RedeemOnly);
        }
        let invitation = self.open_invitation(id)?;
        let (member, role, administrator) =
            (invitation.member, invitation.role, invitation.administrator);
        let is_new = !self.tables.members.contains_key(&member);
        self.tables.members.entry(member).or_insert(Member {
            role,
            administrator,
            active: true,
        });
        if is_new {
            self.tables.note_office(member, self.n);
        }
        let device = self.add_device(sign, hpke, member)?;
        self.close_invitation(id, InvitationStatus::Redeemed(device));
        Ok(())
    }

    pub(super) fn withdraw(&mut self, id: InvitationId) -> Result<(), RosterError> {
        let member = self.open_invitation(id)?.member;
        self.lose_groups_of(&member);
        self.close_invitation(id, InvitationStatus::Withdrawn);
        if !self.tables.members.contains_key(&member) {
            let groups: Vec<GroupId> = self.tables.groups_of(&member).collect();
            for group in groups {
                let group = self.group_mut(group)?;
                group.members.remove(&member);
                group.covers.remove(&member);
            }
        }
        Ok(())
    }

    fn open_invitation(&self, id: InvitationId) -> Result<&Invitation, RosterError> {
        let invitation = self
            .tables
            .invitations
            .get(&id)
            .ok_or(RosterError::UnknownInvitation(id))?;
        if invitation.status == InvitationStatus::Open {
            Ok(invitation)
        } else {
            Err(RosterError::InvitationClosed(id))
        }
    }

    /// Ends an invitation; its wraps go with it.
    fn close_invitation(&mut self, id: InvitationId, status: InvitationStatus) {
        if let Some(invitation) = self.tables.invitations.get_mut(&id) {
            Arc::make_mut(invitation).status = status;
        }
        let recipient = Recipient::Invitation(id);
        for group in self.tables.groups.values_mut() {
            if group.wraps.contains_key(&recipient) {
                Arc::make_mut(group).wraps.remove(&recipient);
            }
        }
    }
}
