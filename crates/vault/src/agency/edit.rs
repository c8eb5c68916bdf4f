//! Changes to who is in an agency. Whoever loses access loses it together with
//! a new key for every group they could read, in one entry.

use handrail_protocol::roster::InvitationStatus;
use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::{DeviceId, GroupId, InvitationId, MemberId, Operation, Role, RosterError};
use rand_core::CryptoRng;

use super::{Desk, DraftError, DraftedEntry, draft_entry};

/// Revokes a device. `last` names, ascending, how far its items still count;
/// items beyond are set aside by every reader.
pub fn revoke_device(
    desk: &Desk<'_>,
    device: DeviceId,
    last: Vec<LastItem>,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    draft_entry(desk, vec![Operation::RevokeDevice { device, last }], rng)
}

/// Takes back an open invitation.
pub fn withdraw_invitation(
    desk: &Desk<'_>,
    invitation: InvitationId,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    draft_entry(
        desk,
        vec![Operation::WithdrawInvitation { invitation }],
        rng,
    )
}

/// Takes back every open invitation that has expired by `now` (Unix seconds);
/// `None` when there is none.
pub fn withdraw_expired(
    desk: &Desk<'_>,
    now: u64,
    rng: &mut impl CryptoRng,
) -> Result<Option<DraftedEntry>, DraftError> {
    let operations: Vec<Operation> = desk
        .state
        .invitations()
        .filter(|invitation| invitation.status == InvitationStatus::Open)
        .filter(|invitation| invitation.expires <= now)
        .map(|invitation| Operation::WithdrawInvitation {
            invitation: invitation.id,
        })
        .collect();
    if operations.is_empty() {
        Ok(None)
    } else {
        draft_entry(desk, operations, rng).map(Some)
    }
}

/// Lets a member read a group, its past included; until a time (Unix seconds)
/// when they only cover for its coach.
pub fn add_group_member(
    desk: &Desk<'_>,
    group: GroupId,
    member: MemberId,
    until: Option<u64>,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    let add = Operation::AddGroupMember {
        group,
        member,
        until,
    };
    draft_entry(desk, vec![add], rng)
}

/// Ends a member's reading of a group, for what is written from then on.
pub fn remove_group_member(
    desk: &Desk<'_>,
    group: GroupId,
    member: MemberId,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    draft_entry(
        desk,
        vec![Operation::RemoveGroupMember { group, member }],
        rng,
    )
}

/// Takes members out of the caseloads that they covered until `now` (Unix
/// seconds); `None` when no cover is over.
pub fn end_covers(
    desk: &Desk<'_>,
    now: u64,
    rng: &mut impl CryptoRng,
) -> Result<Option<DraftedEntry>, DraftError> {
    let mut operations = Vec::new();
    for (group, record) in desk.state.groups() {
        let over = record.covers.iter().filter(|(_, until)| **until <= now);
        operations.extend(over.map(|(member, _)| Operation::RemoveGroupMember {
            group,
            member: *member,
        }));
    }
    if operations.is_empty() {
        Ok(None)
    } else {
        draft_entry(desk, operations, rng).map(Some)
    }
}

/// Changes an active member's role or administrator flag.
pub fn change_member(
    desk: &Desk<'_>,
    member: MemberId,
    role: Role,
    administrator: bool,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    let change = Operation::ChangeMember {
        member,
        role,
        administrator,
        active: true,
    };
    draft_entry(desk, vec![change], rng)
}

/// Ends a membership: revokes all of the member's devices, withdraws their open
/// invitations, takes them out of their groups, and marks them inactive. `last` gives each device's last items.
pub fn deactivate_member(
    desk: &Desk<'_>,
    id: MemberId,
    mut last: impl FnMut(DeviceId) -> Vec<LastItem>,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    let member = desk
        .state
        .member(&id)
        .ok_or(RosterError::UnknownMember(id))?;
    let revocations = desk
        .state
        .devices_of(id)
        .filter(|device| device.revoked.is_none())
        .map(|device| Operation::RevokeDevice {
            device: device.id,
            last: last(device.id),
        });
    let withdrawals = desk
        .state
        .invitations()
        .filter(|invitation| invitation.member == id)
        .filter(|invitation| invitation.status == InvitationStatus::Open)
        .map(|invitation| Operation::WithdrawInvitation {
            invitation: invitation.id,
        });
    let departures = desk
        .state
        .groups_of(&id)
        .into_iter()
        .map(|group| Operation::RemoveGroupMember { group, member: id });
    let mut operations: Vec<Operation> = revocations.chain(withdrawals).chain(departures).collect();
    operations.push(Operation::ChangeMember {
        member: id,
        role: member.role,
        administrator: false,
        active: false,
    });
    draft_entry(desk, operations, rng)
}
