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

/// Lets a member read a group, its past included.
pub fn add_group_member(
    desk: &Desk<'_>,
    group: GroupId,
    member: MemberId,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    draft_entry(desk, vec![Operation::AddGroupMember { group, member }], rng)
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
/// invitations, and marks them inactive. `last` gives each device's last items.
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
    let mut operations: Vec<Operation> = revocations.chain(withdrawals).collect();
    operations.push(Operation::ChangeMember {
        member: id,
        role: member.role,
        administrator: false,
        active: false,
    });
    draft_entry(desk, operations, rng)
}
