//! The roster as replayed so far.

mod confirming;
mod queries;

pub use confirming::Confirmation;

use super::RosterError;
use super::entry::{RosterEntry, Signer};
use super::operation::Operation;
use super::rules::{GroupNeed, apply_operations, group_needs};
use super::tables::{InvitationStatus, Tables};
use crate::id::{AgencyId, DeviceId, InvitationId, MemberId, RootKeyId, RosterHash};
use crate::key::{HpkePublicKey, SignPublicKey};

/// Who may open a session with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionKey {
    /// A device that counts. All routes.
    Device {
        device: DeviceId,
        member: MemberId,
        sign: SignPublicKey,
    },
    /// An open invitation. Roster routes; the relay compares `expires`.
    Invitation {
        invitation: InvitationId,
        expires: u64,
        sign: SignPublicKey,
    },
    /// The recovery kit. Roster routes.
    Root {
        root: RootKeyId,
        sign: SignPublicKey,
    },
}

/// Whether an item's writer had the right to write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriterStanding {
    /// The device counts.
    Active,
    /// The device is revoked and the revocation names this item or a later one.
    RevokedButCounted,
    /// The device is revoked and this item is beyond what the revocation
    /// names: to be set aside for an administrator, not dropped.
    Revoked,
    /// No such device.
    Unknown,
}

/// The state after all entries applied so far. Two devices whose heads are
/// equal have equal states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterState {
    agency: AgencyId,
    root: SignPublicKey,
    recovery: HpkePublicKey,
    root_id: RootKeyId,
    hashes: Vec<RosterHash>,
    tables: Tables,
}

impl RosterState {
    /// Starts from the bytes of entry 0. Whether it is the agency one meant is
    /// for the caller to check with [`RosterState::fingerprint`].
    pub fn found(bytes: &[u8]) -> Result<Self, RosterError> {
        let entry = RosterEntry::parse(bytes)?;
        let body = entry.body();
        if body.n != 0 || body.previous.is_some() {
            return Err(RosterError::Founding);
        }
        let Some((Operation::Found { root, recovery }, operations)) = body.operations.split_first()
        else {
            return Err(RosterError::Founding);
        };
        root.check()?;
        recovery.check()?;
        let root_id = RootKeyId::of_keys(root, recovery);
        if body.agency != AgencyId::of_root(root) {
            return Err(RosterError::OtherAgency);
        }
        if body.signer != Signer::Root(root_id) {
            return Err(RosterError::UnknownSigner);
        }
        if !entry.is_signed_by(root) {
            return Err(RosterError::Signature);
        }
        let tables = apply_operations(&Tables::default(), body.signer, root_id, 0, operations)?;
        Ok(Self {
            agency: body.agency,
            root: *root,
            recovery: *recovery,
            root_id,
            hashes: vec![entry.hash()],
            tables,
        })
    }

    /// Replays a whole roster.
    pub fn replay<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, RosterError> {
        let mut entries = entries.into_iter();
        let mut state = Self::found(entries.next().ok_or(RosterError::Founding)?)?;
        for entry in entries {
            state.apply(entry)?;
        }
        Ok(state)
    }

    /// Appends the next entry, or leaves the state as it is.
    ///
    /// Order of checks: shape, agency, number, predecessor, signer known and
    /// allowed, signature, operations, and what must hold after all of them.
    pub fn apply(&mut self, bytes: &[u8]) -> Result<(), RosterError> {
        let entry = RosterEntry::parse(bytes)?;
        let body = entry.body();
        if body.agency != self.agency {
            return Err(RosterError::OtherAgency);
        }
        let expected = self.head().n + 1;
        if body.n != expected {
            return Err(RosterError::Number {
                expected,
                found: body.n,
            });
        }
        if body.previous != Some(self.head().hash) {
            return Err(RosterError::Previous);
        }
        let key = self.signing_key(body.signer, &body.operations)?;
        if !entry.is_signed_by(&key) {
            return Err(RosterError::Signature);
        }
        self.tables = apply_operations(
            &self.tables,
            body.signer,
            self.root_id,
            body.n,
            &body.operations,
        )?;
        self.hashes.push(entry.hash());
        Ok(())
    }

    fn signing_key(
        &self,
        signer: Signer,
        operations: &[Operation],
    ) -> Result<SignPublicKey, RosterError> {
        match signer {
            Signer::Root(id) if id == self.root_id => Ok(self.root),
            Signer::Root(_) => Err(RosterError::UnknownSigner),
            Signer::Device(id) => {
                let device = self.device(&id).ok_or(RosterError::UnknownSigner)?;
                let renews = matches!(operations.first(), Some(Operation::RenewKey { .. }));
                let counts = device.revoked.is_none() && self.tables.is_active(&device.member);
                if self.tables.is_administrator_device(&id) || (renews && counts) {
                    Ok(device.sign)
                } else {
                    Err(RosterError::SignerNotAllowed)
                }
            }
            Signer::Invitation(id) => {
                let invitation = self.invitation(&id).ok_or(RosterError::UnknownSigner)?;
                if invitation.status == InvitationStatus::Open {
                    Ok(invitation.sign)
                } else {
                    Err(RosterError::InvitationClosed(id))
                }
            }
        }
    }

    /// What an entry with these operations by this signer still needs before
    /// it can count: a new epoch for each group that somebody loses, and wraps
    /// for each recipient without one. For whoever writes entries.
    ///
    /// # Errors
    /// What an operation by itself is refused for.
    pub fn needs(
        &self,
        signer: Signer,
        operations: &[Operation],
    ) -> Result<Vec<GroupNeed>, RosterError> {
        group_needs(
            &self.tables,
            signer,
            (self.root_id, self.recovery),
            self.head().n.saturating_add(1),
            operations,
        )
    }
}
