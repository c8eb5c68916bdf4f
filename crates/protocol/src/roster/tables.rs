//! What the roster says at one point of its chain.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::operation::{GroupKind, KeyWrap, LastItem, Recipient, Role, SealedKey};
use crate::id::{DeviceId, GroupId, GroupKeyId, InvitationId, MemberId};
use crate::key::{HpkePublicKey, SignPublicKey};

/// A person of the agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    pub role: Role,
    /// May sign roster entries with their devices.
    pub administrator: bool,
    /// Whether the person still belongs to the agency.
    pub active: bool,
}

/// A device of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    pub id: DeviceId,
    pub sign: SignPublicKey,
    pub hpke: HpkePublicKey,
    pub member: MemberId,
    /// Number of the entry that added it.
    pub added: u64,
    /// Number of the entry in which it last took another HPKE key.
    pub renewed: Option<u64>,
    pub revoked: Option<Revocation>,
}

/// The end of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// Number of the entry that revoked the device.
    pub n: u64,
    /// Items up to these still count, in ascending order.
    pub last: Vec<LastItem>,
}

/// A link that may become a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    pub sign: SignPublicKey,
    pub hpke: HpkePublicKey,
    pub member: MemberId,
    pub role: Role,
    pub administrator: bool,
    /// Unix time, seconds.
    pub expires: u64,
    /// Number of the entry that made it.
    pub made: u64,
    pub status: InvitationStatus,
}

/// What has become of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationStatus {
    /// Waits for its person. Ends by redemption or withdrawal; expiry is the
    /// relay's to judge.
    Open,
    /// Became this device.
    Redeemed(DeviceId),
    /// Taken back by an administrator.
    Withdrawn,
}

/// Members who share epoch keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub kind: GroupKind,
    /// The coach of a caseload group, or of the participant of a shared record's group.
    pub owner: Option<MemberId>,
    /// Members, and people whose invitation is open.
    pub members: BTreeSet<MemberId>,
    /// Whoever was a member and is none now.
    pub former: BTreeSet<MemberId>,
    /// Members who are to be taken out at this time, Unix seconds: who covers, and guests.
    pub covers: BTreeMap<MemberId, u64>,
    /// Current epoch, from 1.
    pub epoch: u32,
    /// The epoch from which on keys open one another, and the number of the entry that began it;
    /// absent while the group never began anew.
    pub anew: Option<(u32, u64)>,
    /// Epoch to the name of its key.
    pub(super) keys: BTreeMap<u32, GroupKeyId>,
    pub(super) wraps: BTreeMap<Recipient, KeyWrap>,
    /// Epoch `e` to the key of `e - 1` sealed under the key of `e`.
    pub(super) previous: BTreeMap<u32, SealedKey>,
}

impl Group {
    /// The current epoch's key as sealed to `recipient`.
    pub fn wrap(&self, recipient: &Recipient) -> Option<&KeyWrap> {
        self.wraps.get(recipient)
    }

    /// Everybody to whom the current epoch's key is sealed.
    pub fn wrapped_to(&self) -> impl Iterator<Item = Recipient> {
        self.wraps.keys().copied()
    }

    /// The name of the key of `epoch`. A key that opens to another is refused.
    pub fn key_id(&self, epoch: u32) -> Option<GroupKeyId> {
        self.keys.get(&epoch).copied()
    }

    /// The first epoch whose key is worth keeping: an earlier one opens nothing that the group
    /// still needs, once all is wrapped anew.
    pub fn first_epoch(&self) -> u32 {
        self.anew.map_or(1, |(epoch, _)| epoch)
    }

    /// The key of epoch `epoch - 1`, sealed under the key of `epoch`.
    pub fn previous(&self, epoch: u32) -> Option<&SealedKey> {
        self.previous.get(&epoch)
    }
}

/// All of it. Cheap to clone: an entry is applied to a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tables {
    pub members: BTreeMap<MemberId, Member>,
    pub devices: BTreeMap<DeviceId, Arc<Device>>,
    pub invitations: BTreeMap<InvitationId, Arc<Invitation>>,
    pub groups: BTreeMap<GroupId, Arc<Group>>,
    /// Number of the last entry that took access away from somebody.
    pub last_revocation: Option<u64>,
    /// What each member was, from which entry on, ascending.
    pub offices: BTreeMap<MemberId, Vec<Office>>,
    /// Days, 0 for never; absent until somebody set it.
    pub lease_days: Option<u32>,
}

/// What a member was from an entry on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office {
    /// Number of the entry.
    pub from: u64,
    pub role: Role,
    pub administrator: bool,
}

impl Tables {
    pub fn is_active(&self, member: &MemberId) -> bool {
        self.members.get(member).is_some_and(|member| member.active)
    }

    /// Whether an open invitation would make this person a member.
    pub fn is_invited(&self, member: &MemberId) -> bool {
        self.open_invitations()
            .any(|invitation| invitation.member == *member)
    }

    pub fn open_invitations(&self) -> impl Iterator<Item = &Invitation> {
        self.invitations
            .values()
            .map(AsRef::as_ref)
            .filter(|invitation| invitation.status == InvitationStatus::Open)
    }

    /// Devices that count: not revoked, of an active member.
    pub fn live_devices(&self) -> impl Iterator<Item = &Device> {
        self.devices
            .values()
            .map(AsRef::as_ref)
            .filter(|device| device.revoked.is_none() && self.is_active(&device.member))
    }

    /// Notes what a member is from entry `n` on.
    pub fn note_office(&mut self, id: MemberId, n: u64) {
        if let Some(member) = self.members.get(&id) {
            self.offices.entry(id).or_default().push(Office {
                from: n,
                role: member.role,
                administrator: member.administrator,
            });
        }
    }

    /// What a member was right after entry `n`.
    pub fn office_at(&self, member: &MemberId, n: u64) -> Option<Office> {
        let offices = self.offices.get(member)?;
        offices
            .iter()
            .rev()
            .find(|office| office.from <= n)
            .copied()
    }

    /// What somebody is, or will be once they come.
    pub fn role_of_member_or_invitee(&self, member: &MemberId) -> Option<Role> {
        match self.members.get(member) {
            Some(found) => Some(found.role),
            None => self
                .open_invitations()
                .find(|invitation| invitation.member == *member)
                .map(|invitation| invitation.role),
        }
    }

    pub fn is_administrator_device(&self, device: &DeviceId) -> bool {
        self.devices.get(device).is_some_and(|device| {
            device.revoked.is_none()
                && self
                    .members
                    .get(&device.member)
                    .is_some_and(|member| member.active && member.administrator)
        })
    }

    pub fn groups_of(&self, member: &MemberId) -> impl Iterator<Item = GroupId> {
        self.groups
            .iter()
            .filter(|(_, group)| group.members.contains(member))
            .map(|(id, _)| *id)
    }

    /// Devices and open invitations of the group's members.
    pub fn entitled(&self, group: &Group) -> BTreeSet<Recipient> {
        let devices = self
            .live_devices()
            .filter(|device| group.members.contains(&device.member))
            .map(|device| Recipient::Device(device.id));
        let invitations = self
            .open_invitations()
            .filter(|invitation| group.members.contains(&invitation.member))
            .map(|invitation| Recipient::Invitation(invitation.id));
        devices.chain(invitations).collect()
    }
}
