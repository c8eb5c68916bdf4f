//! What the full-text index of a device holds about a participant and a contact.

use crate::details::ParticipantDetails;
use crate::encounter::Encounter;
use serde::{Deserialize, Serialize};

/// The searchable words of a participant, by column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchText {
    /// The name and the preferred name.
    pub name: String,
    /// The phone number as bare digits, then its last seven and its last four, so that each can be typed.
    pub phone: String,
    /// The tags.
    pub tags: String,
    /// Program and phase.
    pub program: String,
}

/// The words by which a participant is found in People. The index folds case and accents.
pub fn participant_text(details: &ParticipantDetails) -> SearchText {
    let mut name = details.name.clone();
    if let Some(preferred) = &details.preferred_name {
        name.push(' ');
        name.push_str(preferred);
    }
    let tags: Vec<&str> = details.tags.iter().map(String::as_str).collect();
    let program: Vec<&str> = [&details.program, &details.phase]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    SearchText {
        name,
        phone: details
            .phone
            .as_deref()
            .map(phone_terms)
            .unwrap_or_default(),
        tags: tags.join(" "),
        program: program.join(" "),
    }
}

/// The words by which a contact is found. A contact that was taken back is not found by its words.
pub fn encounter_text(encounter: &Encounter) -> String {
    if encounter.void.is_some() {
        return String::new();
    }
    encounter.facts.note.as_str().trim().to_owned()
}

fn phone_terms(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let national = match digits.as_slice() {
        ['1', rest @ ..] if rest.len() == 10 => rest,
        all => all,
    };
    let last = |count: usize| -> Option<String> {
        let start = national
            .len()
            .checked_sub(count)
            .filter(|start| *start > 0)?;
        national.get(start..).map(|part| part.iter().collect())
    };
    let whole: String = national.iter().collect();
    [Some(whole), last(7), last(4)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_participant_is_found_by_any_name_phone_part_or_tag() {
        let details = ParticipantDetails {
            name: "María Sample".into(),
            preferred_name: Some("Mari".into()),
            phone: Some("+1 (608) 555-0142".into()),
            program: Some("ED overdose".into()),
            tags: ["night calls".to_owned(), "court".to_owned()].into(),
            ..ParticipantDetails::default()
        };
        let text = participant_text(&details);
        assert_eq!(text.name, "María Sample Mari");
        assert_eq!(text.phone, "6085550142 5550142 0142");
        assert_eq!(text.tags, "court night calls");
        assert_eq!(text.program, "ED overdose");
    }

    #[test]
    fn a_short_or_missing_number_gives_no_empty_terms() {
        let phone = |text: &str| phone_terms(text);
        assert_eq!(phone("911"), "911");
        assert_eq!(phone("ext"), "");
        assert_eq!(phone("555-0142"), "5550142 0142");
    }
}
