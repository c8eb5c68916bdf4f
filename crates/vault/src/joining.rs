//! Joining an agency by a link, with nobody awake and without trusting the
//! relay.

mod link;

pub use link::{InvitationLink, LinkError};

use handrail_protocol::roster::{Invitation, InvitationStatus};
use handrail_protocol::{MemberId, Operation, Role, RosterState};
use rand_core::CryptoRng;

use crate::agency::{Desk, DraftError, DraftedEntry, draft_entry};
use crate::keyring::GroupKeyring;
use crate::secret::{DeviceSecret, Holder};

/// Why a link does not let its holder in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    /// The roster's root is not the one that the link names.
    #[error(
        "the server gave the roster of another agency; do not go on, and tell whoever invited you"
    )]
    OtherAgency,
    /// The chain lacks the entry that made the invitation, or has another.
    #[error(
        "the server's roster does not hold what the invitation says; do not go on, and tell whoever invited you"
    )]
    OtherRoster,
    #[error("the roster does not know this invitation")]
    Unknown,
    #[error("this invitation was used already; ask for a new one")]
    Used,
    #[error("this invitation was taken back; ask for a new one")]
    Withdrawn,
    #[error("this invitation has expired; ask for a new one")]
    Expired,
    /// A group key sealed to the invitation does not open.
    #[error("this invitation is damaged; ask for a new one")]
    Damaged,
    #[error(transparent)]
    Draft(#[from] DraftError),
}

/// A device that is in as soon as the relay has taken the entry.
pub struct Joined {
    pub drafted: DraftedEntry,
    pub member: MemberId,
    pub role: Role,
    pub administrator: bool,
    /// Every group key the new device may hold.
    pub keyring: GroupKeyring,
}

impl InvitationLink {
    /// Whether this roster is the one the link speaks of, and the invitation
    /// is open. `now` is Unix time in seconds.
    pub fn check<'a>(&self, state: &'a RosterState, now: u64) -> Result<&'a Invitation, JoinError> {
        if state.fingerprint() != self.fingerprint() || state.agency() != self.agency() {
            return Err(JoinError::OtherAgency);
        }
        if !state.knows(&self.roster()) {
            return Err(JoinError::OtherRoster);
        }
        let invitation = state
            .invitation(&self.keys().id())
            .ok_or(JoinError::Unknown)?;
        if invitation.made != self.roster().n {
            return Err(JoinError::OtherRoster);
        }
        match invitation.status {
            InvitationStatus::Redeemed(_) => Err(JoinError::Used),
            InvitationStatus::Withdrawn => Err(JoinError::Withdrawn),
            InvitationStatus::Open if invitation.expires <= now => Err(JoinError::Expired),
            InvitationStatus::Open => Ok(invitation),
        }
    }
}

/// Uses an invitation: checks it, opens the group keys sealed to it, and seals
/// them to the new device in an entry signed by the invitation. When the relay
/// answers that another entry came first, call it again with the newer roster
/// and the same device.
pub fn redeem_invitation(
    state: &RosterState,
    link: &InvitationLink,
    device: &DeviceSecret,
    now: u64,
    rng: &mut impl CryptoRng,
) -> Result<Joined, JoinError> {
    let invitation = link.check(state, now)?;
    let keys = link.keys();
    let mut keyring = GroupKeyring::new();
    let learned = keyring.learn(state, Holder::Invitation(&keys));
    // A gap in the past keeps nobody out; a current key that does not open does.
    let is_current = |(group, epoch): &(_, u32)| {
        state
            .group(group)
            .is_some_and(|group| group.epoch == *epoch)
    };
    if learned.damaged.iter().any(is_current) {
        return Err(JoinError::Damaged);
    }
    let desk = Desk {
        state,
        signer: Holder::Invitation(&keys),
        keyring: &keyring,
    };
    let redeem = Operation::Redeem {
        invitation: invitation.id,
        sign: device.sign_public(),
        hpke: device.hpke_public(),
    };
    let drafted = draft_entry(&desk, vec![redeem], rng)?;
    let (member, role, administrator) =
        (invitation.member, invitation.role, invitation.administrator);
    Ok(Joined {
        drafted,
        member,
        role,
        administrator,
        keyring,
    })
}
