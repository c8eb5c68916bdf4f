//! Making an invitation.

use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::{GroupId, MemberId, Operation, Role, RosterError, RosterState};
use rand_core::CryptoRng;

use super::{Desk, DraftError, DraftedEntry, draft_entry};
use crate::joining::InvitationLink;
use crate::seal::random;
use crate::secret::InvitationSecret;

/// Whom an invitation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invitee {
    /// Somebody new.
    New { role: Role, administrator: bool },
    /// An active member who gets another device. `groups` and `caseload_with`
    /// must be empty.
    Existing(MemberId),
}

/// What an invitation gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    pub person: Invitee,
    /// Unix time, seconds.
    pub expires: u64,
    /// Groups to join, usually the agency group; a new supervisor joins every
    /// caseload group too.
    pub groups: Vec<GroupId>,
    /// For somebody with a caseload: the members, besides them, who share it.
    /// The signer must be one of them.
    pub caseload_with: Option<Vec<MemberId>>,
}

/// An invitation ready to be posted, and its link.
pub struct Invited {
    pub drafted: DraftedEntry,
    /// To be handed over only after the relay has taken the entry.
    pub link: InvitationLink,
    pub member: MemberId,
    /// The caseload group that was made.
    pub caseload: Option<GroupId>,
}

/// Makes an invitation: one link that lets one device in, with nobody awake.
pub fn invite(
    desk: &Desk<'_>,
    invite: Invite,
    rng: &mut impl CryptoRng,
) -> Result<Invited, DraftError> {
    let secret = InvitationSecret::generate(rng);
    let keys = secret.keys();
    let Invite {
        person,
        expires,
        mut groups,
        caseload_with,
    } = invite;
    let (member, role, administrator) = match person {
        Invitee::New {
            role,
            administrator,
        } => (MemberId::from_bytes(random(rng)), role, administrator),
        Invitee::Existing(member) => existing(desk.state, member)?,
    };
    let mut operations = Vec::new();
    let caseload = caseload_with
        .as_ref()
        .map(|_| GroupId::from_bytes(random(rng)));
    if let (Some(group), Some(members)) = (caseload, caseload_with) {
        operations.push(Operation::NewGroup {
            group,
            kind: GroupKind::Caseload,
            owner: Some(member),
            members,
        });
        groups.push(group);
    }
    operations.push(Operation::Invite {
        sign: keys.sign_public(),
        hpke: keys.hpke_public(),
        member,
        role,
        administrator,
        expires,
        groups,
    });
    let drafted = draft_entry(desk, operations, rng)?;
    let link = InvitationLink::new(&drafted.state, secret);
    Ok(Invited {
        drafted,
        link,
        member,
        caseload,
    })
}

fn existing(state: &RosterState, id: MemberId) -> Result<(MemberId, Role, bool), RosterError> {
    state
        .member(&id)
        .filter(|member| member.active)
        .map(|member| (id, member.role, member.administrator))
        .ok_or(RosterError::UnknownMember(id))
}
