//! What can be asked of the roster.

use std::collections::BTreeSet;

use super::{RosterState, SessionKey, WriterStanding};
use crate::id::{
    AgencyId, DeviceId, Fingerprint, GroupId, InvitationId, KeyId, MemberId, RootKeyId, RosterHash,
};
use crate::item::{ItemHeader, WriterPosition};
use crate::key::{HpkePublicKey, SignPublicKey};
use crate::roster::RosterHead;
use crate::roster::operation::{DEFAULT_LEASE_DAYS, GroupKind, LastItem, Recipient, Role};
use crate::roster::tables::{Device, Group, Invitation, InvitationStatus, Member, Office};

impl RosterState {
    pub fn agency(&self) -> AgencyId {
        self.agency
    }

    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of_root(&self.root)
    }

    /// The root's public signing key.
    pub fn root(&self) -> &SignPublicKey {
        &self.root
    }

    pub fn root_id(&self) -> RootKeyId {
        self.root_id
    }

    /// The recovery kit's public HPKE key; it receives every group key.
    pub fn recovery(&self) -> &HpkePublicKey {
        &self.recovery
    }

    /// The last entry applied.
    pub fn head(&self) -> RosterHead {
        let n = self.hashes.len().saturating_sub(1);
        let hash = self
            .hashes
            .last()
            .copied()
            .unwrap_or(RosterHash::from_bytes([0; 32]));
        RosterHead { n: n as u64, hash }
    }

    /// The hash of entry `n`, if there is one.
    pub fn hash_at(&self, n: u64) -> Option<RosterHash> {
        self.hashes.get(usize::try_from(n).ok()?).copied()
    }

    /// Whether this head is a point of this chain. A later head than ours is
    /// not known; a head with a known number and another hash is a fork.
    pub fn knows(&self, head: &RosterHead) -> bool {
        self.hash_at(head.n) == Some(head.hash)
    }

    /// Number of the last entry that took access away from a device, an
    /// invitation or a group member. New items must cite it or a later one.
    pub fn last_revocation(&self) -> Option<u64> {
        self.tables.last_revocation
    }

    /// Revoked devices too.
    pub fn device(&self, id: &DeviceId) -> Option<&Device> {
        self.tables.devices.get(id).map(AsRef::as_ref)
    }

    /// All devices ever, in order of id.
    pub fn devices(&self) -> impl Iterator<Item = &Device> {
        self.tables.devices.values().map(AsRef::as_ref)
    }

    /// A member's devices, revoked ones too.
    pub fn devices_of(&self, member: MemberId) -> impl Iterator<Item = &Device> {
        self.devices().filter(move |device| device.member == member)
    }

    /// `None` also for somebody whose invitation is still open.
    pub fn member(&self, id: &MemberId) -> Option<&Member> {
        self.tables.members.get(id)
    }

    pub fn members(&self) -> impl Iterator<Item = (MemberId, &Member)> {
        self.tables.members.iter().map(|(id, member)| (*id, member))
    }

    /// Role of an active member.
    pub fn role_of(&self, member: &MemberId) -> Option<Role> {
        self.member(member)
            .filter(|member| member.active)
            .map(|member| member.role)
    }

    /// Whether this unrevoked device belongs to an active administrator.
    pub fn is_administrator(&self, device: &DeviceId) -> bool {
        self.tables.is_administrator_device(device)
    }

    pub fn invitation(&self, id: &InvitationId) -> Option<&Invitation> {
        self.tables.invitations.get(id).map(AsRef::as_ref)
    }

    pub fn invitations(&self) -> impl Iterator<Item = &Invitation> {
        self.tables.invitations.values().map(AsRef::as_ref)
    }

    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.tables.groups.get(id).map(AsRef::as_ref)
    }

    pub fn groups(&self) -> impl Iterator<Item = (GroupId, &Group)> {
        self.tables
            .groups
            .iter()
            .map(|(id, group)| (*id, group.as_ref()))
    }

    /// Groups of a member or an invited person, in order of id.
    pub fn groups_of(&self, member: &MemberId) -> BTreeSet<GroupId> {
        self.tables.groups_of(member).collect()
    }

    pub fn is_member_of(&self, member: &MemberId, group: &GroupId) -> bool {
        self.group(group)
            .is_some_and(|group| group.members.contains(member))
    }

    /// Whether a person's reading of a group had an end, and it has come; `now` in Unix seconds.
    /// They stay in the group, and its key the same, until an entry takes them out.
    pub fn has_ended(&self, member: &MemberId, group: &GroupId, now: u64) -> bool {
        self.group(group)
            .and_then(|group| group.covers.get(member))
            .is_some_and(|until| *until <= now)
    }

    /// Whether a person is or ever was in a group. Who was, may add what they
    /// still have to say, under the keys that they had.
    pub fn is_or_was_member_of(&self, member: &MemberId, group: &GroupId) -> bool {
        self.group(group)
            .is_some_and(|group| group.members.contains(member) || group.former.contains(member))
    }

    /// What the member of a device was right after entry `n`; `None` before they
    /// were there.
    pub fn office_at(&self, device: &DeviceId, n: u64) -> Option<Office> {
        let device = self.device(device)?;
        self.tables.office_at(&device.member, n)
    }

    /// Whether the member of a device is a supervisor or an administrator, or was at any time
    /// since the device came.
    pub fn was_in_charge(&self, device: &DeviceId) -> bool {
        let Some(device) = self.device(device) else {
            return false;
        };
        let at_first = self.tables.office_at(&device.member, device.added);
        let offices = self
            .tables
            .offices
            .get(&device.member)
            .into_iter()
            .flatten();
        let later = offices.filter(|office| office.from > device.added);
        let mut held = at_first.iter().chain(later);
        held.any(|office| office.administrator || office.role == Role::Supervisor)
    }

    /// Whether the writer of an item may put a participant's document into the
    /// caseload that the item names: a supervisor or administrator at the time
    /// that the item cites, who holds that caseload's keys. True for an item that
    /// assigns nothing.
    pub fn may_assign(&self, header: &ItemHeader) -> bool {
        let Some(assignment) = &header.assignment else {
            return true;
        };
        let Some(device) = self.device(&header.writer) else {
            return false;
        };
        let holds_participants = self
            .group(&assignment.group)
            .is_some_and(|group| group.kind.holds_participants());
        holds_participants && self.is_or_was_member_of(&device.member, &assignment.group)
    }

    /// Whether an item that brings a hand-over which its reader does not know may
    /// do so. Guests of a record may not, so that nobody keeps what they were lent.
    pub fn may_hand_over(&self, header: &ItemHeader) -> bool {
        self.may_assign(header)
            && self
                .office_at(&header.writer, header.roster.n)
                .is_some_and(|office| office.administrator || office.role.reads_all_caseloads())
    }

    /// Whether the writer of an item may order a document to be forgotten: a supervisor or an
    /// administrator at the time that the item cites, and still, unless a revocation vouches for
    /// the item. Who is none any more could cite an entry from before.
    pub fn may_forget(&self, header: &ItemHeader) -> bool {
        self.is_of_who_is_in_charge(header)
    }

    /// Whether the relay takes an item's word for legal holds of its document: its writer may
    /// order that document to be forgotten, and so may keep it from that.
    pub fn may_hold(&self, header: &ItemHeader) -> bool {
        self.is_of_who_is_in_charge(header)
    }

    /// Whether others take a snapshot of an item's writer: at the time that it cites, their role
    /// read caseloads. Who may only note that they looked writes for nobody else.
    pub fn may_snapshot(&self, header: &ItemHeader) -> bool {
        self.office_at(&header.writer, header.roster.n)
            .is_some_and(|office| office.role.reads_caseloads())
    }

    /// Whether a device counts now, and its member's role reads caseloads: its word on a
    /// snapshot is taken.
    pub fn may_confirm(&self, device: &DeviceId) -> bool {
        self.device(device).is_some_and(|device| {
            let role = self.role_of(&device.member);
            device.revoked.is_none() && role.is_some_and(Role::reads_caseloads)
        })
    }

    fn is_of_who_is_in_charge(&self, header: &ItemHeader) -> bool {
        let may = |n| {
            self.office_at(&header.writer, n)
                .is_some_and(|office| office.administrator || office.role == Role::Supervisor)
        };
        let vouched = self.writer_standing(&header.position()) == WriterStanding::RevokedButCounted;
        may(header.roster.n) && (vouched || may(self.head().n))
    }

    pub fn agency_group(&self) -> Option<GroupId> {
        self.groups()
            .find(|(_, group)| group.kind == GroupKind::Agency)
            .map(|(id, _)| id)
    }

    /// The caseload that a group belongs to: itself, and for a shared record's group the caseload
    /// of its coach.
    pub fn caseload_of_group(&self, group: &GroupId) -> Option<GroupId> {
        let record = self.group(group)?;
        match record.kind {
            GroupKind::Agency => None,
            GroupKind::Caseload => Some(*group),
            GroupKind::Shared => self.caseload_group(&record.owner?),
        }
    }

    /// The caseload group that this coach owns.
    pub fn caseload_group(&self, owner: &MemberId) -> Option<GroupId> {
        self.groups()
            .find(|(_, group)| group.kind == GroupKind::Caseload && group.owner == Some(*owner))
            .map(|(id, _)| id)
    }

    /// Everybody to whom a new key of this group must be sealed: devices and
    /// open invitations of its members, and the recovery key. `None` when there
    /// is no such group.
    pub fn recipients(&self, group: &GroupId) -> Option<BTreeSet<Recipient>> {
        let mut recipients = self.tables.entitled(self.group(group)?);
        recipients.insert(Recipient::Recovery(self.root_id));
        Some(recipients)
    }

    /// The HPKE key of a recipient that counts.
    pub fn hpke_key(&self, recipient: &Recipient) -> Option<HpkePublicKey> {
        match recipient {
            Recipient::Device(id) => self
                .device(id)
                .filter(|device| device.revoked.is_none())
                .map(|device| device.hpke),
            Recipient::Invitation(id) => self
                .invitation(id)
                .filter(|invitation| invitation.status == InvitationStatus::Open)
                .map(|invitation| invitation.hpke),
            Recipient::Recovery(id) => (*id == self.root_id).then_some(self.recovery),
        }
    }

    /// After how many days without the relay a device locks by itself; `None` for never.
    pub fn lease_days(&self) -> Option<u32> {
        let days = self.tables.lease_days.unwrap_or(DEFAULT_LEASE_DAYS);
        (days > 0).then_some(days)
    }

    /// Whose session a key id may open now, if anybody's.
    pub fn session_key(&self, key: &KeyId) -> Option<SessionKey> {
        let bytes = *key.as_bytes();
        if KeyId::from(self.root_id) == *key {
            return Some(SessionKey::Root {
                root: self.root_id,
                sign: self.root,
            });
        }
        if let Some(device) = self.device(&DeviceId::from_bytes(bytes)) {
            let counts = device.revoked.is_none() && self.tables.is_active(&device.member);
            return counts.then_some(SessionKey::Device {
                device: device.id,
                member: device.member,
                sign: device.sign,
            });
        }
        let invitation = self.invitation(&InvitationId::from_bytes(bytes))?;
        (invitation.status == InvitationStatus::Open).then_some(SessionKey::Invitation {
            invitation: invitation.id,
            expires: invitation.expires,
            sign: invitation.sign,
        })
    }

    /// Whether the writer of an item at this position may have written it.
    pub fn writer_standing(&self, position: &WriterPosition) -> WriterStanding {
        let Some(device) = self.device(&position.device) else {
            return WriterStanding::Unknown;
        };
        let Some(revocation) = &device.revoked else {
            return WriterStanding::Active;
        };
        let counted = |last: &LastItem| {
            last.document == position.document
                && last.incarnation == position.incarnation
                && position.n <= last.n
        };
        if revocation.last.iter().any(counted) {
            WriterStanding::RevokedButCounted
        } else {
            WriterStanding::Revoked
        }
    }
}
