//! A card about a coach for participants, in words that the coach approved (S2-25).

use super::ledger::{Entry, Told, matters};
use crate::id::{MemberId, RecordId};
use crate::statement::Statement;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The code of a card, in the agency's document, by its coach alone; the body is a [`Told`] of [`Card`].
pub const CARD: &str = "coach-card";
/// The code of a suggestion for one, by a supervisor; the body is a [`Told`] of [`Card`].
pub const CARD_DRAFT: &str = "coach-card-draft";

/// Longest words of a card in one language, in bytes.
pub const WORDS_LIMIT: usize = 2_000;

/// What a participant may read about a coach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Whose.
    pub member: MemberId,
    /// What participants call them.
    pub name: String,
    /// About them, in English; may be empty.
    #[serde(default)]
    pub english: String,
    /// The same in Spanish; may be empty.
    #[serde(default)]
    pub spanish: String,
    /// Languages that they speak.
    #[serde(default)]
    pub languages: String,
    /// Suggestions that the coach had seen when they said this.
    #[serde(default)]
    pub seen: Vec<RecordId>,
}

impl Card {
    /// Whether it can be shown to anybody.
    pub fn is_whole(&self) -> bool {
        let words = [&self.english, &self.spanish];
        !self.name.trim().is_empty()
            && words.iter().any(|text| !text.trim().is_empty())
            && words.iter().all(|text| text.len() <= WORDS_LIMIT)
            && self.name.len() <= 200
            && self.languages.len() <= 200
    }
}

/// Cards under a code, by whose they are. `may` says whose word counts about whom.
pub fn cards(
    statements: &[Statement],
    code: &str,
    may: impl Fn(&Statement, &Card) -> bool,
) -> BTreeMap<MemberId, Entry<Card>> {
    let key = |_: &Statement, told: &Told<Card>| Some(told.said.as_ref()?.member);
    matters(statements, code, key, |statement, told| {
        told.said.as_ref().is_some_and(|card| may(statement, card))
    })
}

/// A suggestion that its coach has not answered yet.
pub fn waiting<'a>(
    card: Option<&Entry<Card>>,
    draft: Option<&'a Entry<Card>>,
) -> Option<(RecordId, &'a Card)> {
    let draft = draft?.holds()?;
    let answered = card.and_then(Entry::said);
    let is_seen = answered.is_some_and(|card| card.seen.contains(&draft.id));
    (!is_seen).then_some((draft.id, draft.said.as_ref()?))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use super::*;
    use crate::id::DeviceId;
    use crate::time::Timestamp;

    fn says(number: u8, code: &str, english: &str, seen: &[u8]) -> Statement {
        let id = |number: u8| RecordId::from_bytes([number; 16]);
        Statement {
            id: id(number),
            code: code.to_owned(),
            about: None,
            device: DeviceId::from_bytes([number; 16]),
            at: Timestamp::from_millis(0),
            step: u64::from(number),
            body: serde_json::to_string(&Told::first(Card {
                member: MemberId::from_bytes([9; 16]),
                name: "Jo".to_owned(),
                english: english.to_owned(),
                spanish: String::new(),
                languages: String::new(),
                seen: seen.iter().map(|one| id(*one)).collect(),
            }))
            .unwrap(),
        }
    }

    #[test]
    fn s2_25_a_suggestion_is_no_card_until_its_coach_says_it() {
        let member = MemberId::from_bytes([9; 16]);
        let draft = cards(
            &[says(1, CARD_DRAFT, "Suggested", &[])],
            CARD_DRAFT,
            |_, _| true,
        );
        let draft = draft.get(&member);
        assert_eq!(waiting(None, draft).unwrap().1.english, "Suggested");
        // An answer in other words is an answer.
        let card = cards(&[says(2, CARD, "My own", &[1])], CARD, |_, _| true);
        let card = card.get(&member);
        assert_eq!(card.unwrap().said().unwrap().english, "My own");
        assert!(waiting(card, draft).is_none());
        // One that was written before it, is none.
        let card = cards(&[says(2, CARD, "My own", &[])], CARD, |_, _| true);
        assert!(waiting(card.get(&member), draft).is_some());
        assert!(waiting(None, None).is_none());
    }

    #[test]
    fn s2_25_a_card_has_a_name_and_words() {
        let card = |english: &str, name: &str| Card {
            member: MemberId::from_bytes([9; 16]),
            name: name.to_owned(),
            english: english.to_owned(),
            spanish: String::new(),
            languages: String::new(),
            seen: Vec::new(),
        };
        assert!(card("Hello", "Jo").is_whole());
        assert!(!card(" ", "Jo").is_whole() && !card("Hello", " ").is_whole());
        assert!(!card(&"x".repeat(WORDS_LIMIT + 1), "Jo").is_whole());
    }
}
