//! Whether an item may count, before it is opened.

use handrail_protocol::roster::WriterStanding;
use handrail_protocol::{
    AgencyId, Assignment, DocumentKind, GroupId, ItemError, ItemHeader, ItemKind, Role, RosterHead,
    RosterState, UnverifiedItem, VerifiedItem,
};

use crate::{DocumentInfo, QuarantineReason};

/// Why an item does not count, at least not now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The bytes are not an item or their signature is wrong. Either somebody
    /// made it so, or it was damaged on its way: ask for it again once.
    Corrupt(QuarantineReason),
    /// Its writer knew a roster entry that this device does not: fetch the
    /// roster, then judge again.
    RosterAhead(RosterHead),
    /// It will not count.
    Never(QuarantineReason),
}

impl Refusal {
    /// Under which reason the item is kept aside when asking again did not help.
    pub fn reason(self) -> QuarantineReason {
        match self {
            Self::Corrupt(reason) | Self::Never(reason) => reason,
            Self::RosterAhead(_) => QuarantineReason::NeedsRoster,
        }
    }
}

/// Checks shape, agency, roster head, writer and signature, in this order.
/// Groups are checked by [`writer_may_write`], which needs the document.
pub fn check_item(
    roster: &RosterState,
    agency: &AgencyId,
    bytes: &[u8],
) -> Result<VerifiedItem, Refusal> {
    let item = UnverifiedItem::parse(bytes).map_err(|error| match error {
        ItemError::Version(_) => Refusal::Corrupt(QuarantineReason::NewerFormat),
        _ => Refusal::Corrupt(QuarantineReason::Malformed),
    })?;
    let header = item.header();
    let cited = header.roster;
    let (position, writer, of_agency) = (header.position(), header.writer, header.agency);
    let ahead = cited.n > roster.head().n;
    let Some(device) = roster.device(&writer) else {
        // Without its key, damage on the way cannot be told from a stranger.
        return Err(if ahead {
            Refusal::RosterAhead(cited)
        } else {
            Refusal::Corrupt(QuarantineReason::UnknownWriter)
        });
    };
    let item = item
        .verify_as(writer, &device.sign)
        .map_err(|_| Refusal::Corrupt(QuarantineReason::BadSignature))?;
    if of_agency != *agency {
        return Err(Refusal::Never(QuarantineReason::OtherAgency));
    }
    if ahead {
        return Err(Refusal::RosterAhead(cited));
    }
    if !roster.knows(&cited) {
        return Err(Refusal::Never(QuarantineReason::RosterFork));
    }
    if device.added > cited.n {
        return Err(Refusal::Never(QuarantineReason::BeforeJoining));
    }
    match roster.writer_standing(&position) {
        WriterStanding::Active | WriterStanding::RevokedButCounted => Ok(item),
        WriterStanding::Revoked => Err(Refusal::Never(QuarantineReason::AfterRevocation)),
        WriterStanding::Unknown => Err(Refusal::Never(QuarantineReason::UnknownWriter)),
    }
}

/// Whether the item's writer belongs or belonged to a group of its document. Of a document
/// that is not known, the groups are those that the item itself wraps a key for;
/// of a known one, never: else whoever wraps a key for a group of their own could
/// write into everybody's documents.
pub fn writer_may_write(roster: &RosterState, header: &ItemHeader, known: &[GroupId]) -> bool {
    if known.is_empty() {
        let brought: Vec<GroupId> = header.wraps().iter().map(|wrap| wrap.group).collect();
        writer_is_in(roster, header, &brought)
    } else {
        writer_is_in(roster, header, known)
    }
}

/// Whether the item's writer belongs or belonged to one of these groups: who did may
/// still send what they wrote, and has no other key for it. A revocation that
/// names the document vouches for what it counts.
pub fn writer_is_in(roster: &RosterState, header: &ItemHeader, groups: &[GroupId]) -> bool {
    if roster.writer_standing(&header.position()) == WriterStanding::RevokedButCounted {
        return true;
    }
    let Some(device) = roster.device(&header.writer) else {
        return false;
    };
    groups
        .iter()
        .any(|group| roster.is_or_was_member_of(&device.member, group))
}

/// Whether the writer's role, at the time that the item cites, lets them write into a
/// document of this kind.
pub fn role_may_write(roster: &RosterState, header: &ItemHeader, kind: DocumentKind) -> bool {
    match kind {
        DocumentKind::Agency | DocumentKind::CoachPrivate => true,
        DocumentKind::Caseload | DocumentKind::Participant => roster
            .office_at(&header.writer, header.roster.n)
            .is_some_and(|office| office.role.writes_records()),
    }
}

/// Whether the writer's role, at the time that the item cites, lets them note in a participant's
/// record that they opened it, and nothing else. Who opens the item looks whether it says more.
pub fn only_opens(roster: &RosterState, header: &ItemHeader, kind: DocumentKind) -> bool {
    let office = roster.office_at(&header.writer, header.roster.n);
    kind == DocumentKind::Participant
        && office.is_some_and(|office| office.role == Role::ClinicalProvider)
}

/// Whether the writer's role, at the time that the item cites, keeps records of participants. Of
/// who does not, a guest for instance, a receipt counts for orders to forget and for nothing else.
pub fn keeps_records(roster: &RosterState, header: &ItemHeader) -> bool {
    let office = roster.office_at(&header.writer, header.roster.n);
    office.is_some_and(|office| office.role.reads_caseloads())
}

/// Whether the writer may say to whose caseload the document belongs: a new hand-over is
/// for supervisors and administrators who are in the document's caseload as in the new one;
/// what is known already, everybody in that caseload says with each new key.
pub fn may_assign(
    roster: &RosterState,
    header: &ItemHeader,
    groups: &[GroupId],
    known: &[Assignment],
) -> bool {
    let Some(assignment) = &header.assignment else {
        return true;
    };
    if known.contains(assignment) {
        return roster.may_assign(header);
    }
    let reads_it = |member| {
        groups
            .iter()
            .any(|group| roster.is_or_was_member_of(member, group))
    };
    let reads_it = groups.is_empty()
        || roster
            .device(&header.writer)
            .is_some_and(|device| reads_it(&device.member));
    reads_it && roster.may_hand_over(header)
}

/// Whether the writer may order a document to be forgotten, whose groups are `known`: a
/// supervisor or an administrator who reads it. Where nothing is known of the document there is
/// nothing to lose.
pub fn may_forget(roster: &RosterState, header: &ItemHeader, known: Option<&DocumentInfo>) -> bool {
    let is_theirs = known.is_none_or(|known| {
        known.kind == DocumentKind::Participant && writer_is_in(roster, header, &known.groups)
    });
    is_theirs && roster.may_forget(header)
}

/// Whether this version knows what to do with such an item.
pub fn is_handled(header: &ItemHeader) -> bool {
    match header.kind {
        ItemKind::Change | ItemKind::Snapshot | ItemKind::Receipt => true,
        ItemKind::Tombstone => header.forget.is_some(),
    }
}
