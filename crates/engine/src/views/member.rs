//! One member and their devices.

use handrail_protocol::MemberId;
use handrail_protocol::roster::operation::GroupKind;

use super::shown_count;
use crate::api::{CaseloadRead, DeviceState, DeviceView, EngineError, MemberPageView};
use crate::engine::role_view;
use crate::open::Open;
use crate::removing;

/// The page of one member.
pub fn member(open: &Open, member: &str) -> Result<MemberPageView, EngineError> {
    let id: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
    let record = open.roster.member(&id).ok_or(EngineError::NotFound)?;
    Ok(MemberPageView {
        member: id.to_string(),
        name: open.member_name(&id),
        role: role_view(Some(record.role)),
        administrator: record.administrator,
        own: id == open.identity.member,
        devices: devices(open, id)?,
        reads: reads(open, &id)?,
        may_change: open.roster.is_administrator(&open.identity.device),
    })
}

fn devices(open: &Open, member: MemberId) -> Result<Vec<DeviceView>, EngineError> {
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
fn reads(open: &Open, member: &MemberId) -> Result<Vec<CaseloadRead>, EngineError> {
    let rows = open.store.read().active_participants()?;
    let mut reads: Vec<CaseloadRead> = open
        .roster
        .groups()
        .filter(|(_, group)| group.kind == GroupKind::Caseload && group.members.contains(member))
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
    Ok(reads)
}
