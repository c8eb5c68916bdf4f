//! What administrators change about members: their role, that they left, and who covers for whom.
//! As with devices that are taken out, a wish is kept until the relay has taken the entry.

use std::collections::BTreeSet;

use handrail_protocol::roster::Group;
use handrail_protocol::roster::operation::{GroupKind, LEASE_DAYS};
use handrail_protocol::{DocumentId, GroupId, MemberId, Operation, Role, RosterError, RosterState};
use handrail_store::{Read, StoreError, Tx};
use handrail_vault::{Desk, DraftError, DraftedEntry, Holder, deactivate_member, draft_entry};
use rand_core::CryptoRng;

use crate::api::{self, EngineError, InvalidField};
use crate::convert::{invalid, role_to_protocol};
use crate::open::Open;
use crate::rooms::{self, Room};
use crate::{inviting, removing, roster, sharing};

/// Something that is to become of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// They have another role from now on.
    Role(MemberId, Role),
    /// They left.
    Leave(MemberId),
    /// They read a caseload until this time, Unix seconds.
    Cover(GroupId, MemberId, u64),
    /// Their cover, or their reading of a shared record, ends now.
    EndCover(GroupId, MemberId),
    /// They read one participant's record until this time, Unix seconds.
    Share(DocumentId, MemberId, u64),
    /// There is a group that meets, with its own keys, which somebody leads.
    Gather(GroupId, MemberId),
    /// They are in that group from now on.
    Lead(GroupId, MemberId),
    /// Devices lock by themselves after so many days without contact; 0 for never.
    Lease(u32),
}

impl Wish {
    /// Whether it changes this member.
    pub fn is_about(&self, member: &MemberId) -> bool {
        match self {
            Self::Role(of, _) | Self::Leave(of) => of == member,
            Self::Cover(..)
            | Self::EndCover(..)
            | Self::Share(..)
            | Self::Gather(..)
            | Self::Lead(..)
            | Self::Lease(_) => false,
        }
    }

    /// Whether it changes who covers this caseload.
    pub fn is_of(&self, caseload: &GroupId) -> bool {
        match self {
            Self::Role(..)
            | Self::Leave(_)
            | Self::Share(..)
            | Self::Gather(..)
            | Self::Lead(..)
            | Self::Lease(_) => false,
            Self::Cover(group, ..) | Self::EndCover(group, _) => group == caseload,
        }
    }
}

/// Gives a member another role, and the groups that go with it.
pub fn change_role(
    open: &mut Open,
    member: &str,
    role: api::Role,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let member = other_member(open, member)?;
    want(open, Wish::Role(member, role_to_protocol(role)), rng)
}

/// Ends a membership.
pub fn leave(open: &mut Open, member: &str, rng: &mut dyn CryptoRng) -> Result<(), EngineError> {
    let member = other_member(open, member)?;
    want(open, Wish::Leave(member), rng)
}

/// Lets `by` read the caseload of `coach` until a time, Unix seconds.
pub fn cover(
    open: &mut Open,
    coach: &str,
    by: &str,
    until: u64,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let group = caseload_of(open, coach)?;
    let by: MemberId = by.parse().map_err(|_| EngineError::NotFound)?;
    want(open, Wish::Cover(group, by, until), rng)
}

/// Ends a cover before its time.
pub fn end_cover(
    open: &mut Open,
    coach: &str,
    by: &str,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let group = caseload_of(open, coach)?;
    let by: MemberId = by.parse().map_err(|_| EngineError::NotFound)?;
    want(open, Wish::EndCover(group, by), rng)
}

/// Says after how many days without contact the agency's devices lock by themselves.
pub fn set_lease(open: &mut Open, days: u32, rng: &mut dyn CryptoRng) -> Result<(), EngineError> {
    if days != 0 && !LEASE_DAYS.contains(&days) {
        return Err(invalid(InvalidField::Setting));
    }
    // The last word counts.
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut all = wanted(tx)?;
        all.retain(|wish| !matches!(wish, Wish::Lease(_)));
        keep(tx, &all)
    })?;
    if open.roster.lease_days().unwrap_or(0) == days {
        return Ok(());
    }
    want(open, Wish::Lease(days), rng)
}

/// The lease that waits for the relay.
pub fn wanted_lease(read: &Read<'_>) -> Result<Option<u32>, StoreError> {
    Ok(wanted(read)?.into_iter().find_map(|wish| match wish {
        Wish::Lease(days) => Some(days),
        _ => None,
    }))
}

fn caseload_of(open: &Open, coach: &str) -> Result<GroupId, EngineError> {
    let coach = coach.parse().map_err(|_| EngineError::NotFound)?;
    open.roster
        .caseload_group(&coach)
        .ok_or(EngineError::NotFound)
}

/// Nobody changes themselves: whoever loses keys cannot make the new ones.
fn other_member(open: &Open, member: &str) -> Result<MemberId, EngineError> {
    let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
    open.roster.member(&member).ok_or(EngineError::NotFound)?;
    if member == open.identity.member {
        return Err(EngineError::NotAllowed);
    }
    Ok(member)
}

/// What the roster would refuse is said now, not when the network is back.
pub fn want(open: &mut Open, wish: Wish, rng: &mut dyn CryptoRng) -> Result<(), EngineError> {
    if !open.roster.is_administrator(&open.identity.device) {
        return Err(EngineError::NotAllowed);
    }
    let desk = Desk {
        state: &open.roster,
        signer: Holder::Device(&open.identity.secret),
        keyring: &open.keyring,
    };
    let drafted = draft(&open.store.read(), &desk, &wish, rng)?.map_err(|error| refused(&error))?;
    if open.conversation.is_none() {
        return roster::take(open, drafted);
    }
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut all = wanted(tx)?;
        if !all.contains(&wish) {
            all.push(wish);
            keep(tx, &all)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Wants `wish`, and `before`, which says the opposite, no more. Of what may be under way to the
/// relay already, `wish` has the last word; where it finds nothing to do, it is dropped.
pub fn want_instead(
    open: &mut Open,
    before: &Wish,
    wish: Wish,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    if !wanted(&open.store.read())?.contains(before) {
        return want(open, wish, rng);
    }
    if !open.roster.is_administrator(&open.identity.device) {
        return Err(EngineError::NotAllowed);
    }
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut all = wanted(tx)?;
        all.retain(|waiting| waiting != before && *waiting != wish);
        all.push(wish);
        keep(tx, &all)
    })?;
    Ok(())
}

fn refused(error: &DraftError) -> EngineError {
    match error {
        DraftError::Roster(RosterError::NoAdministrator) => EngineError::LastAdministrator,
        _ => EngineError::NotAllowed,
    }
}

/// The entry that a wish comes to on this roster.
pub fn draft(
    read: &Read<'_>,
    desk: &Desk<'_>,
    wish: &Wish,
    rng: &mut dyn CryptoRng,
) -> Result<Result<DraftedEntry, DraftError>, StoreError> {
    if let Wish::Leave(member) = wish {
        let mut failed = None;
        let entry = deactivate_member(
            desk,
            *member,
            |device| {
                removing::last_items(read, &device).unwrap_or_else(|error| {
                    failed = Some(error);
                    Vec::new()
                })
            },
            &mut &mut *rng,
        );
        return failed.map_or(Ok(entry), Err);
    }
    let operations = match wish {
        Wish::Share(document, guest, until) => {
            sharing::operations(read, desk.state, document, (*guest, *until))?
        }
        other => operations(desk.state, other, rng),
    };
    Ok(draft_entry(desk, operations, &mut &mut *rng))
}

fn operations(state: &RosterState, wish: &Wish, rng: &mut dyn CryptoRng) -> Vec<Operation> {
    match wish {
        Wish::Role(member, role) => role_operations(state, *member, *role, rng),
        Wish::Cover(group, member, until) => with_shared(state, group)
            .filter(|of| of == group || !state.is_member_of(member, of))
            .map(|group| Operation::AddGroupMember {
                group,
                member: *member,
                until: Some(*until),
            })
            .collect(),
        Wish::EndCover(group, member) => with_shared(state, group)
            .filter(|of| of == group || ends_with(state, (group, of), member))
            .map(|group| Operation::RemoveGroupMember {
                group,
                member: *member,
            })
            .collect(),
        Wish::Gather(group, owner) => {
            let is_for = |role| rooms::is_for(state, group, role);
            let mut members: BTreeSet<MemberId> =
                inviting::everybody(state, is_for).into_iter().collect();
            members.insert(*owner);
            vec![Operation::NewGroup {
                group: *group,
                kind: GroupKind::Shared,
                owner: Some(*owner),
                members: members.into_iter().collect(),
            }]
        }
        Wish::Lead(group, member) => {
            // Who reads it only as long as they cover for somebody stays from now on.
            let record = state.group(group);
            let covers = record.is_some_and(|record| record.covers.contains_key(member));
            let ends = covers.then_some(Operation::RemoveGroupMember {
                group: *group,
                member: *member,
            });
            let begins = Operation::AddGroupMember {
                group: *group,
                member: *member,
                until: None,
            };
            ends.into_iter().chain([begins]).collect()
        }
        Wish::Lease(days) => vec![Operation::SetLease { days: *days }],
        // Made by the vault, with what its devices wrote last, or with the document's home.
        Wish::Leave(_) | Wish::Share(..) => Vec::new(),
    }
}

/// A group, and with a caseload the records of it that are shared: who covers for a coach covers
/// all of it, but never the desk, nor what coaches say among themselves.
fn with_shared(state: &RosterState, of: &GroupId) -> impl Iterator<Item = GroupId> {
    state.groups().map(|(group, _)| group).filter(move |group| {
        let of_caseload = state.caseload_of_group(group) == Some(*of);
        group == of || of_caseload && Room::of(state, group).is_none()
    })
}

/// Whether somebody reads a shared record as long as they cover its caseload.
fn ends_with(state: &RosterState, (caseload, shared): (&GroupId, &GroupId), by: &MemberId) -> bool {
    let until = |group| state.group(group).and_then(|record| record.covers.get(by));
    until(shared).is_some() && until(shared) == until(caseload)
}

/// The new role, out of the caseloads that it does not read and into those that it does. Who
/// never had a caseload of their own and needs one gets it in the same entry.
fn role_operations(
    state: &RosterState,
    member: MemberId,
    role: Role,
    rng: &mut dyn CryptoRng,
) -> Vec<Operation> {
    let mut operations = vec![Operation::ChangeMember {
        member,
        role,
        administrator: role == Role::Supervisor,
        active: true,
    }];
    let own = state.caseload_group(&member);
    let mut wanted: BTreeSet<GroupId> = inviting::groups_for(state, role).into_iter().collect();
    if role.reads_caseloads() {
        let reads_all = |member| {
            let role = state.role_of(member);
            role.is_some_and(Role::reads_all_caseloads)
        };
        // Who was let into a group that meets stays in it; who read everything does no more.
        let stays = !reads_all(&member);
        let owned = |(group, record): (GroupId, &Group)| {
            // Whoever began a room reads it by their role and by nothing else.
            if Room::of(state, &group).is_some() {
                return None;
            }
            let leads = record.kind == GroupKind::Shared
                && record.members.contains(&member)
                && !record.covers.contains_key(&member);
            (record.owner == Some(member) || stays && leads).then_some(group)
        };
        wanted.extend(state.groups().filter_map(owned));
    }
    for (group, record) in state.groups() {
        let is_in = record.members.contains(&member);
        let may_be_guest = record.kind == GroupKind::Shared && role.may_be_guest();
        let is_desk = Room::of(state, &group) == Some(Room::Desk);
        let stays_at_desk = !is_desk || role == Role::ClinicalProvider;
        let covers = record.covers.contains_key(&member)
            && stays_at_desk
            && (role.reads_caseloads() || may_be_guest);
        if is_in && !wanted.contains(&group) && !covers {
            operations.push(Operation::RemoveGroupMember { group, member });
        } else if !is_in && wanted.contains(&group) {
            operations.push(Operation::AddGroupMember {
                group,
                member,
                until: None,
            });
        }
    }
    if role.reads_caseloads() && own.is_none() {
        let mut random = [0; GroupId::LENGTH];
        rng.fill_bytes(&mut random);
        let mut members: BTreeSet<MemberId> = inviting::supervisors(state).into_iter().collect();
        members.insert(member);
        operations.push(Operation::NewGroup {
            group: GroupId::from_bytes(random),
            kind: GroupKind::Caseload,
            owner: Some(member),
            members: members.into_iter().collect(),
        });
    }
    operations
}

/// The caseload that an entry makes for a member, if it makes one.
pub fn made_caseload(before: &RosterState, after: &RosterState, wish: &Wish) -> Option<GroupId> {
    let Wish::Role(member, _) = wish else {
        return None;
    };
    let made = after.caseload_group(member)?;
    before.group(&made).is_none().then_some(made)
}

/// Wishes, in the order in which they were made.
pub fn wanted(read: &Read<'_>) -> Result<Vec<Wish>, StoreError> {
    let bytes = read.meta(WISHES)?;
    let text = bytes
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default();
    Ok(text.lines().filter_map(parse).collect())
}

/// The wish came true, or never will.
pub fn forget(tx: &Tx<'_>, wish: &Wish) -> Result<(), StoreError> {
    let mut all = wanted(tx)?;
    all.retain(|waiting| waiting != wish);
    keep(tx, &all)
}

fn keep(tx: &Tx<'_>, all: &[Wish]) -> Result<(), StoreError> {
    let lines: Vec<String> = all.iter().map(line).collect();
    tx.set_meta(WISHES, lines.join("\n").as_bytes())
}

fn line(wish: &Wish) -> String {
    match wish {
        Wish::Role(member, role) => {
            let role = number_of(*role);
            format!("role {member} {role}")
        }
        Wish::Leave(member) => format!("leave {member}"),
        Wish::Cover(group, member, until) => format!("cover {group} {member} {until}"),
        Wish::EndCover(group, member) => format!("end-cover {group} {member}"),
        Wish::Share(document, guest, until) => format!("share {document} {guest} {until}"),
        Wish::Gather(group, owner) => format!("gather {group} {owner}"),
        Wish::Lead(group, member) => format!("lead {group} {member}"),
        Wish::Lease(days) => format!("lease {days}"),
    }
}

fn parse(line: &str) -> Option<Wish> {
    let mut words = line.split(' ');
    let wish = match words.next()? {
        "role" => Wish::Role(
            words.next()?.parse().ok()?,
            role_of(words.next()?.parse().ok()?)?,
        ),
        "leave" => Wish::Leave(words.next()?.parse().ok()?),
        "cover" => Wish::Cover(
            words.next()?.parse().ok()?,
            words.next()?.parse().ok()?,
            words.next()?.parse().ok()?,
        ),
        "share" => Wish::Share(
            words.next()?.parse().ok()?,
            words.next()?.parse().ok()?,
            words.next()?.parse().ok()?,
        ),
        "end-cover" => Wish::EndCover(words.next()?.parse().ok()?, words.next()?.parse().ok()?),
        "gather" => Wish::Gather(words.next()?.parse().ok()?, words.next()?.parse().ok()?),
        "lead" => Wish::Lead(words.next()?.parse().ok()?, words.next()?.parse().ok()?),
        "lease" => Wish::Lease(words.next()?.parse().ok()?),
        _ => return None,
    };
    Some(wish)
}

const WISHES: &str = "membership";

/// The number of a role in the roster.
fn number_of(role: Role) -> usize {
    ROLES
        .iter()
        .position(|other| *other == role)
        .map_or(0, |place| place + 1)
}

fn role_of(number: usize) -> Option<Role> {
    ROLES.get(number.checked_sub(1)?).copied()
}

const ROLES: [Role; 9] = [
    Role::Coach,
    Role::VolunteerCoach,
    Role::Lead,
    Role::Supervisor,
    Role::OnCallSupervisor,
    Role::ClinicalProvider,
    Role::ProgramManager,
    Role::Referrer,
    Role::AgencyIt,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wish_survives_its_line() {
        let (group, member) = (GroupId::from_bytes([1; 16]), MemberId::from_bytes([2; 16]));
        let mut wishes: Vec<Wish> = ROLES.iter().map(|role| Wish::Role(member, *role)).collect();
        wishes.push(Wish::Leave(member));
        wishes.push(Wish::Cover(group, member, 1_800_000_000));
        wishes.push(Wish::EndCover(group, member));
        let document = DocumentId::from_bytes([3; 16]);
        wishes.push(Wish::Share(document, member, 1_800_000_000));
        wishes.push(Wish::Gather(group, member));
        wishes.push(Wish::Lead(group, member));
        wishes.push(Wish::Lease(45));
        for wish in wishes {
            assert_eq!(parse(&line(&wish)), Some(wish));
        }
        assert_eq!(parse("role 02 3"), None);
        assert_eq!(parse(""), None);
    }
}
