//! One member and their devices.

use handrail_protocol::{GroupId, MemberId};

use super::safe_contact::shown_name;
use super::shown_count;
use crate::api::{
    CaseloadRead, CoverView, DeviceState, DeviceView, EngineError, MemberChoice, MemberPageView,
    MemberPerson,
};
use crate::engine::role_view;
use crate::open::Open;
use crate::{groups, handing_over, membership, removing, rooms};

/// The page of one member.
pub fn member(open: &mut Open, member: &str) -> Result<MemberPageView, EngineError> {
    let id: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
    let groups = groups::read_by(open, &id)?;
    let record = open.roster.member(&id).ok_or(EngineError::NotFound)?;
    let own = open.roster.caseload_group(&id);
    Ok(MemberPageView {
        member: id.to_string(),
        name: open.member_name(&id),
        role: role_view(Some(record.role)),
        administrator: record.administrator,
        own: id == open.identity.member,
        devices: devices(open, id)?,
        reads: reads(open, &id)?,
        groups,
        coach_space: rooms::is_among_coaches(&open.roster, &id),
        may_change: open.roster.is_administrator(&open.identity.device),
        active: record.active,
        change_waits: membership::wanted(&open.store.read())?
            .iter()
            .any(|wish| wish.is_about(&id) || own.is_some_and(|own| wish.is_of(&own))),
        people: people(open, own)?,
        hand_over_to: handing_over::choice_views(open, own.as_ref()),
        covers: covers(open, own),
        cover_by: cover_by(open, own),
    })
}

/// Whom who looks may hand over to another coach.
fn people(open: &Open, own: Option<GroupId>) -> Result<Vec<MemberPerson>, EngineError> {
    let may = own.is_some_and(|own| open.reads(&own)) && handing_over::may_hand_over(open);
    if !may {
        return Ok(Vec::new());
    }
    let rows = open.store.read().active_participants()?;
    Ok(rows
        .iter()
        .filter(|row| {
            let home = row.caseload_group.filter(|home| open.reads(home));
            home.and_then(|home| open.roster.caseload_of_group(&home)) == own
        })
        .map(|row| MemberPerson {
            participant: row.participant.to_string(),
            name: shown_name(row),
        })
        .collect())
}

fn covers(open: &Open, own: Option<GroupId>) -> Vec<CoverView> {
    let record = own.and_then(|own| open.roster.group(&own));
    record
        .into_iter()
        .flat_map(|record| &record.covers)
        .map(|(member, until)| CoverView {
            member: member.to_string(),
            name: open.member_name(member),
            until: i64::try_from(*until)
                .unwrap_or(i64::MAX)
                .saturating_mul(1000),
        })
        .collect()
}

/// Everybody with a caseload of their own who does not read this one yet.
fn cover_by(open: &Open, own: Option<GroupId>) -> Vec<MemberChoice> {
    let Some(own) =
        own.filter(|own| open.roster.is_administrator(&open.identity.device) && open.reads(own))
    else {
        return Vec::new();
    };
    let mut choices: Vec<MemberChoice> = open
        .roster
        .members()
        .filter(|(id, member)| {
            member.active
                && member.role.reads_caseloads()
                && !open.roster.is_member_of(id, &own)
                && open
                    .roster
                    .group(&own)
                    .is_some_and(|group| group.owner != Some(*id))
        })
        .map(|(id, _)| MemberChoice {
            member: id.to_string(),
            name: open.member_name(&id),
        })
        .collect();
    choices.sort_by(|one, other| one.name.cmp(&other.name));
    choices
}

/// A member's devices: those in use first.
pub fn devices(open: &Open, member: MemberId) -> Result<Vec<DeviceView>, EngineError> {
    let read = open.store.read();
    let leaving = removing::wanted(&read)?;
    let mut devices = Vec::new();
    for device in open.roster.devices_of(member) {
        devices.push(DeviceView {
            device: device.id.to_string(),
            name: open.names.device(&device.id),
            own: device.id == open.identity.device,
            state: match device.revoked {
                Some(_) => DeviceState::Removed,
                None if leaving.contains(&device.id) => DeviceState::Leaving,
                None => DeviceState::Active,
            },
            last_heard_at: read.last_item_of(&device.id)?,
        });
    }
    devices.sort_by_key(|device| {
        (
            device.state == DeviceState::Removed,
            std::cmp::Reverse(device.last_heard_at),
        )
    });
    Ok(devices)
}

/// What the member's devices can open, as far as this device knows.
pub fn reads(open: &Open, member: &MemberId) -> Result<Vec<CaseloadRead>, EngineError> {
    let rows = open.store.read().active_participants()?;
    let mut reads: Vec<CaseloadRead> = open
        .roster
        .groups()
        .filter(|(_, group)| group.kind.holds_participants() && group.members.contains(member))
        .map(|(id, group)| {
            let people = rows.iter().filter(|row| row.caseload_group == Some(id));
            CaseloadRead {
                coach: group
                    .owner
                    .map(|owner| open.member_name(&owner))
                    .unwrap_or_default(),
                people: shown_count(people.count() as u64),
            }
        })
        .filter(|caseload| caseload.people > 0)
        .collect();
    reads.sort_by(|one, other| one.coach.cmp(&other.coach));
    reads.dedup_by(|next, kept| {
        let same = next.coach == kept.coach;
        kept.people += if same { next.people } else { 0 };
        same
    });
    Ok(reads)
}
