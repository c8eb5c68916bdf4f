//! Invitations as screens show them.

use handrail_protocol::InvitationId;
use handrail_protocol::roster::InvitationStatus;

use super::{link_key, withdrawals};
use crate::api::{InvitationState, InvitationView};
use crate::engine::role_view;
use crate::open::Open;

/// All invitations of the roster, newest first.
pub fn views(open: &Open, now: i64) -> Vec<InvitationView> {
    let mut all: Vec<_> = open
        .roster
        .invitations()
        .map(|invitation| (invitation.made, invitation.id))
        .collect();
    all.sort_by(|a, b| b.cmp(a));
    all.into_iter()
        .filter_map(|(_, id)| view(open, &id, now))
        .collect()
}

pub fn view(open: &Open, id: &InvitationId, now: i64) -> Option<InvitationView> {
    let invitation = open.roster.invitation(id)?;
    let read = open.store.read();
    let expires_at = i64::try_from(invitation.expires)
        .unwrap_or(i64::MAX)
        .saturating_mul(1000);
    let withdrawn = withdrawals(&read).is_ok_and(|all| all.contains(id));
    let state = match invitation.status {
        InvitationStatus::Redeemed(_) => InvitationState::Used,
        // What expired is taken back by itself later.
        InvitationStatus::Withdrawn if expires_at <= now => InvitationState::Expired,
        InvitationStatus::Withdrawn => InvitationState::Withdrawn,
        InvitationStatus::Open if withdrawn => InvitationState::Withdrawn,
        InvitationStatus::Open if expires_at <= now => InvitationState::Expired,
        InvitationStatus::Open => InvitationState::Open,
    };
    let link = match state {
        InvitationState::Open => read.meta(&link_key(id)).ok().flatten(),
        _ => None,
    };
    let link = link
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default();
    Some(InvitationView {
        invitation: id.to_string(),
        qr: qr_modules(&link),
        link,
        role: role_view(Some(invitation.role)),
        expires_at,
        state,
    })
}

/// Row by row, dark is true; empty for an empty text.
pub fn qr_modules(text: &str) -> Vec<Vec<bool>> {
    if text.is_empty() {
        return Vec::new();
    }
    let Ok(code) = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M) else {
        return Vec::new();
    };
    let dark: Vec<bool> = code
        .to_colors()
        .iter()
        .map(|color| *color == qrcode::Color::Dark)
        .collect();
    dark.chunks(code.width()).map(<[bool]>::to_vec).collect()
}
