//! Why a roster entry does not count.

use crate::canonical::CanonicalError;
use crate::id::{DeviceId, GroupId, InvitationId, MemberId};
use crate::key::KeyError;

use super::operation::Recipient;

/// Why an entry is refused. A refused entry leaves the state as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    // Shape
    #[error("the roster entry ends too early or too late")]
    Truncated,
    #[error("the roster entry has format {0}, which this version does not read; update the app")]
    Version(u8),
    #[error("the roster entry is over its size limit")]
    TooLarge,
    #[error("the roster entry is not well formed: {0}")]
    Canonical(#[from] CanonicalError),
    #[error("the roster entry has a field that cannot be read")]
    Field,
    /// Written by a newer app. Nothing after it can be trusted either way.
    #[error("the roster has an operation {0} that this version does not know; update the app")]
    UnknownOperation(u64),

    // Place in the chain
    /// The first entry is no founding, or a founding is not the first entry.
    #[error("the roster does not begin with exactly one founding")]
    Founding,
    #[error("the roster entry belongs to another agency")]
    OtherAgency,
    #[error("the roster entry has number {found}, and {expected} was expected")]
    Number { expected: u64, found: u64 },
    #[error("the roster entry does not follow the one before it")]
    Previous,

    // Signer
    #[error("the roster entry's signer is not known")]
    UnknownSigner,
    #[error("the roster entry's signer is not an administrator, or no longer")]
    SignerNotAllowed,
    #[error("the roster entry's signature is not its signer's")]
    Signature,

    // What it does
    #[error("a public key in the roster entry cannot be used: {0}")]
    Key(#[from] KeyError),
    #[error("the roster entry does nothing")]
    Empty,
    #[error("member {0} is not known or not active")]
    UnknownMember(MemberId),
    #[error("member {0} is there already")]
    MemberExists(MemberId),
    #[error("device {0} is not known")]
    UnknownDevice(DeviceId),
    #[error("the key of device or invitation is in the roster already")]
    KeyExists,
    #[error("device {0} is revoked already")]
    DeviceRevoked(DeviceId),
    #[error("the last items named for a revoked device are not ascending")]
    LastItems,
    #[error("group {0} is not known")]
    UnknownGroup(GroupId),
    #[error("group {0} is there already, or is a second agency group")]
    GroupExists(GroupId),
    #[error("group {0} has an owner it may not have, or lacks one")]
    GroupOwner(GroupId),
    #[error("the members of group {0} are named wrongly or twice")]
    GroupMembers(GroupId),
    #[error("epoch {epoch} is not what group {group} needs now")]
    Epoch { group: GroupId, epoch: u32 },
    /// A wrap names another key than the epoch's first wrap did.
    #[error("a wrap names another key than epoch {epoch} of group {group} has")]
    OtherGroupKey { group: GroupId, epoch: u32 },
    /// A key was sealed to somebody who may not have it.
    #[error("a key of group {group} is sealed to somebody who has no right to it")]
    RecipientNotEntitled {
        group: GroupId,
        recipient: Recipient,
    },
    #[error("a key of group {group} is sealed twice to the same recipient")]
    RecipientTwice {
        group: GroupId,
        recipient: Recipient,
    },
    /// A new epoch leaves somebody out who has a right to it.
    #[error("the new key of group {group} is missing for somebody who needs it")]
    RecipientMissing {
        group: GroupId,
        recipient: Recipient,
    },
    /// Somebody lost access, and a group they could read keeps its key.
    #[error("group {0} needs a new key in the same roster entry")]
    EpochMissing(GroupId),
    /// Whoever makes a key holds it, so only members of a group may.
    #[error("the signer is not a member of group {0}, whose key the entry makes")]
    SignerNotInGroup(GroupId),
    #[error("invitation {0} is not known")]
    UnknownInvitation(InvitationId),
    #[error("invitation {0} was used or withdrawn")]
    InvitationClosed(InvitationId),
    #[error("the invitation's role is not the member's role")]
    InvitationRole,
    /// More than the redemption and its own wraps, or another invitation's.
    #[error("an invitation may only add its one device")]
    RedeemOnly,
    /// A device changes another's key, or does more than that.
    #[error("a device may only change its own key, and nothing else beside it")]
    RenewOnly,
    #[error("a member cannot be deactivated while a device of theirs is not revoked")]
    ActiveDevices(MemberId),
    /// A program manager, a referrer, agency IT or a clinical provider.
    #[error("somebody in caseload {0} has a role that holds no participant's key")]
    RoleInCaseload(GroupId),
    /// A cover of what is no caseload, or of one's own.
    #[error("group {0} is not a caseload that this member can cover")]
    Cover(GroupId),
    #[error("a lease of {0} days is out of range")]
    Lease(u32),
    #[error("the agency would be left without an administrator's device")]
    NoAdministrator,
}
