//! Who a participant is and how they may be reached.

use crate::time::{LocalDate, TimeOfDay};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How a participant may be contacted without harm (S4-12): shown before dialing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeContact {
    /// The rule in plain words, such as "Ask for Ray, say it is about the car".
    pub rule: Option<String>,
    /// Leave no voicemail.
    pub no_voicemail: bool,
    /// Do not call or write after this time of day.
    pub not_after: Option<TimeOfDay>,
}

/// A participant's own facts as they stand now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantDetails {
    /// The name on papers.
    pub name: String,
    /// The name they go by.
    pub preferred_name: Option<String>,
    /// Their pronouns, in their words.
    pub pronouns: Option<String>,
    /// Their phone number, as written.
    pub phone: Option<String>,
    /// Their date of birth.
    pub birth_date: Option<LocalDate>,
    /// The program they are in, as the agency names it.
    pub program: Option<String>,
    /// The phase they are in, as the program names it.
    pub phase: Option<String>,
    /// How they may be contacted.
    pub safe_contact: SafeContact,
    /// The language they prefer.
    pub language: Option<String>,
    /// Free tags, for search.
    pub tags: BTreeSet<String>,
}

impl ParticipantDetails {
    /// The name to show: the preferred one where there is one.
    pub fn shown_name(&self) -> &str {
        self.preferred_name.as_deref().unwrap_or(&self.name)
    }
}

/// One detail with its new value; `None` clears it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// The name on papers; may not be blank.
    Name(String),
    /// The name they go by.
    PreferredName(Option<String>),
    /// Their pronouns.
    Pronouns(Option<String>),
    /// Their phone number.
    Phone(Option<String>),
    /// Their date of birth.
    BirthDate(Option<LocalDate>),
    /// The program they are in.
    Program(Option<String>),
    /// The phase they are in.
    Phase(Option<String>),
    /// The safe-contact rule in words.
    ContactRule(Option<String>),
    /// Leave no voicemail.
    NoVoicemail(bool),
    /// No contact after this time.
    NotAfter(Option<TimeOfDay>),
    /// The language they prefer.
    Language(Option<String>),
}

impl ParticipantDetails {
    /// Every detail except the tags, one by one.
    pub fn each(&self) -> Vec<Detail> {
        vec![
            Detail::Name(self.name.clone()),
            Detail::PreferredName(self.preferred_name.clone()),
            Detail::Pronouns(self.pronouns.clone()),
            Detail::Phone(self.phone.clone()),
            Detail::BirthDate(self.birth_date),
            Detail::Program(self.program.clone()),
            Detail::Phase(self.phase.clone()),
            Detail::ContactRule(self.safe_contact.rule.clone()),
            Detail::NoVoicemail(self.safe_contact.no_voicemail),
            Detail::NotAfter(self.safe_contact.not_after),
            Detail::Language(self.language.clone()),
        ]
    }
}
