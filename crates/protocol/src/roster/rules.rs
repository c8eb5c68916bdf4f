//! What each operation requires and does.
//!
//! One invariant carries most of the security, and is checked after every
//! entry for every group the entry touched: *the current key of a group is
//! sealed to exactly the devices and open invitations of its members, and to
//! the recovery key.* Nobody can be given a key quietly, and nobody forgotten.

mod finish;
mod groups;
mod invitations;
mod people;

use std::collections::BTreeSet;

use super::RosterError;
use super::entry::Signer;
use super::operation::{LEASE_DAYS, Operation, Recipient};
use super::tables::Tables;
use crate::id::{GroupId, KeyId, MemberId, RootKeyId};
use crate::key::{HpkePublicKey, SignPublicKey};

/// Applies an entry's operations to a copy of `before`.
pub(super) fn apply_operations(
    before: &Tables,
    signer: Signer,
    root: RootKeyId,
    n: u64,
    operations: &[Operation],
) -> Result<Tables, RosterError> {
    Work::run(before, signer, root, n, operations)?.finish()
}

/// What a group's key needs before an entry can count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupNeed {
    pub group: GroupId,
    /// The epoch whose key is to be sealed.
    pub epoch: u32,
    /// Whether `epoch` is still to be made by the entry.
    pub new_epoch: bool,
    /// Whether the entry makes the group itself.
    pub new_group: bool,
    pub recipients: Vec<(Recipient, HpkePublicKey)>,
}

/// See [`RosterState::needs`](super::RosterState::needs).
pub(super) fn group_needs(
    before: &Tables,
    signer: Signer,
    root: (RootKeyId, HpkePublicKey),
    n: u64,
    operations: &[Operation],
) -> Result<Vec<GroupNeed>, RosterError> {
    Ok(Work::run(before, signer, root.0, n, operations)?.needs(root.1))
}

/// One entry in the middle of its application.
struct Work {
    tables: Tables,
    signer: Signer,
    root: RootKeyId,
    n: u64,
    /// Groups whose recipients may have changed.
    touched: BTreeSet<GroupId>,
    /// Groups that got a new key in this entry.
    fresh: BTreeSet<GroupId>,
    /// Groups that somebody lost access to in this entry.
    lost: BTreeSet<GroupId>,
}

impl Work {
    fn run(
        before: &Tables,
        signer: Signer,
        root: RootKeyId,
        n: u64,
        operations: &[Operation],
    ) -> Result<Self, RosterError> {
        if operations.is_empty() {
            return Err(RosterError::Empty);
        }
        if let Signer::Invitation(id) = signer {
            invitations::check_only_redeems(id, operations)?;
        }
        people::check_only_renews(operations)?;
        let mut work = Self {
            tables: before.clone(),
            signer,
            root,
            n,
            touched: BTreeSet::new(),
            fresh: BTreeSet::new(),
            lost: BTreeSet::new(),
        };
        for operation in operations {
            work.apply(operation)?;
        }
        Ok(work)
    }

    fn apply(&mut self, operation: &Operation) -> Result<(), RosterError> {
        match operation {
            Operation::Found { .. } => Err(RosterError::Founding),
            Operation::AddMember {
                member,
                role,
                administrator,
            } => self.add_member(*member, *role, *administrator),
            Operation::AddDevice { sign, hpke, member } => {
                self.add_device(*sign, *hpke, *member).map(drop)
            }
            Operation::ChangeMember {
                member,
                role,
                administrator,
                active,
            } => self.change_member(*member, *role, *administrator, *active),
            Operation::RevokeDevice { device, last } => self.revoke_device(*device, last),
            Operation::NewGroup {
                group,
                kind,
                owner,
                members,
            } => self.new_group(*group, *kind, *owner, members),
            Operation::NewEpoch {
                group,
                epoch,
                previous,
            } => self.new_epoch(*group, *epoch, *previous),
            Operation::Wrap {
                group,
                epoch,
                recipients,
                key,
            } => self.wrap(*group, *epoch, recipients, *key),
            Operation::AddGroupMember {
                group,
                member,
                until,
            } => self.add_group_member(*group, *member, *until),
            Operation::SetLease { days } => {
                if *days != 0 && !LEASE_DAYS.contains(days) {
                    return Err(RosterError::Lease(*days));
                }
                self.tables.lease_days = Some(*days);
                Ok(())
            }
            Operation::RemoveGroupMember { group, member } => {
                self.remove_group_member(*group, *member)
            }
            Operation::Invite {
                sign,
                hpke,
                member,
                role,
                administrator,
                expires,
                groups,
            } => {
                let person = invitations::Invitee {
                    member: *member,
                    role: *role,
                    administrator: *administrator,
                };
                self.invite(*sign, *hpke, person, *expires, groups)
            }
            Operation::Redeem {
                invitation,
                sign,
                hpke,
            } => self.redeem(*invitation, *sign, *hpke),
            Operation::WithdrawInvitation { invitation } => self.withdraw(*invitation),
            Operation::RenewKey { device, hpke } => self.renew_key(*device, *hpke),
        }
    }

    /// Refuses unusable keys and keys the roster has already.
    fn check_new_keys(
        &self,
        sign: &SignPublicKey,
        hpke: &HpkePublicKey,
    ) -> Result<KeyId, RosterError> {
        sign.check()?;
        hpke.check()?;
        let id = KeyId::of_keys(sign, hpke);
        let known = KeyId::from(self.root) == id
            || self
                .tables
                .devices
                .keys()
                .any(|device| KeyId::from(*device) == id)
            || self
                .tables
                .invitations
                .keys()
                .any(|invitation| KeyId::from(*invitation) == id);
        if known {
            Err(RosterError::KeyExists)
        } else {
            Ok(id)
        }
    }

    fn touch_groups_of(&mut self, member: &MemberId) {
        let groups: Vec<GroupId> = self.tables.groups_of(member).collect();
        self.touched.extend(groups);
    }

    fn lose_groups_of(&mut self, member: &MemberId) {
        let groups: Vec<GroupId> = self.tables.groups_of(member).collect();
        self.lost.extend(groups);
        self.touch_groups_of(member);
        self.tables.last_revocation = Some(self.n);
    }
}
