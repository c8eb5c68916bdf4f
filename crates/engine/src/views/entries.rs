//! What pages about entries of a record have in common: what of them disagrees, and what was taken back.

use handrail_domain::RecordId;
use handrail_domain::document::{Conflict, ParticipantDocument, RecordRef};
use handrail_domain::record::Void;

use super::conflict_view;
use crate::api::{ConflictView, VoidView};
use crate::convert::protocol_member;
use crate::open::Open;

/// What disagrees in those entries of a record that are meant.
pub fn conflicts_in(
    document: &ParticipantDocument,
    is_meant: impl Fn(RecordId) -> bool,
) -> Vec<Conflict> {
    let mut found = document.conflicts();
    found.retain(|one| matches!(one.record, RecordRef::Milestone(id) if is_meant(id)));
    found
}

/// What disagrees, as it is shown.
pub fn conflict_views<'a>(
    open: &Open,
    conflicts: impl IntoIterator<Item = &'a Conflict>,
) -> Vec<ConflictView> {
    let conflicts = conflicts.into_iter();
    conflicts.map(|one| conflict_view(open, one)).collect()
}

/// That an entry was taken back.
pub fn void_view(open: &Open, void: Option<&Void>) -> Option<VoidView> {
    void.map(|void| VoidView {
        reason: void.reason.clone(),
        by: void
            .by
            .map(|member| open.member_name(&protocol_member(member)))
            .unwrap_or_default(),
        at: void.at.millis(),
    })
}
