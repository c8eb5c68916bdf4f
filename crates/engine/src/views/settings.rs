//! Settings, members, invitations, storage.

use super::shown_count;
use crate::api::{EngineError, MemberView, SettingsView};
use crate::engine::{fingerprint_text, is_last_administrator, role_view};
use crate::inviting;
use crate::io::Clock;
use crate::membership;
use crate::open::Open;

/// The page of settings.
pub fn settings(
    open: &Open,
    version: String,
    (profile, nickname, passkey): (u32, String, Option<Vec<u8>>),
    clock: Clock,
) -> Result<SettingsView, EngineError> {
    let mut storage = open.storage;
    storage.database_bytes = open.store.database_size()?;
    Ok(SettingsView {
        language: open.settings.language,
        theme: open.settings.theme,
        auto_lock_minutes: open.settings.auto_lock_minutes,
        device_name: open.settings.device_name.clone(),
        relay: open.conversation.as_ref().map(|talk| talk.relay.clone()),
        fingerprint: fingerprint_text(&open.identity.fingerprint),
        members: members(open),
        invitations: inviting::views(open, clock.at),
        storage,
        version,
        nickname,
        profile,
        pin: open.pin.is_some(),
        passkey,
        lease_days: open.roster.lease_days().unwrap_or(0),
        lease_wish: membership::wanted_lease(&open.store.read())?,
        last_administrator: is_last_administrator(open),
    })
}

fn members(open: &Open) -> Vec<MemberView> {
    let mut members: Vec<MemberView> = open
        .roster
        .members()
        .map(|(id, member)| MemberView {
            member: id.to_string(),
            name: open.member_name(&id),
            role: role_view(Some(member.role)),
            administrator: member.administrator,
            devices: shown_count(
                open.roster
                    .devices_of(id)
                    .filter(|device| device.revoked.is_none())
                    .count() as u64,
            ),
            own: id == open.identity.member,
            active: member.active,
        })
        .collect();
    members.sort_by(|a, b| (!a.active, &a.name).cmp(&(!b.active, &b.name)));
    members
}
