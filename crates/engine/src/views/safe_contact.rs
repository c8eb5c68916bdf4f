use handrail_store::ParticipantRow;

use crate::api::SafeContactView;

/// The rule that a screen shows before dialling (S4-12).
pub fn safe_contact(row: &ParticipantRow) -> SafeContactView {
    SafeContactView {
        words: row.safe_contact.clone(),
        no_voicemail: row.no_voicemail,
        not_after: row.not_after.clone(),
    }
}

/// The name to show: the preferred one where there is one.
pub fn shown_name(row: &ParticipantRow) -> String {
    if row.preferred_name.is_empty() {
        row.display_name.clone()
    } else {
        row.preferred_name.clone()
    }
}
