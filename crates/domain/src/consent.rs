//! What a participant agreed that others may be told, and what was told (42 CFR part 2: S0-32, S1-12,
//! S1-18, S2-11, G-7 to G-9). Nothing leaves the app without a consent that is whole, or one of the
//! two exceptions that the rule names.
//!
//! A consent, its end and each disclosure are statements in the participant's document; everything
//! here is worked out from them.

mod accounting;
mod asked;
mod body;
mod check;
mod cover;
mod fold;
mod signature;
mod texts;

pub use accounting::{accounting, first_day, told_between};
pub use asked::{ANSWERED, ASKED, AnswerDue, Answered, Asked, TAKEN_BACK, asked, asked_codes};
pub use body::end_body;
pub use check::Element;
pub use cover::{Ask, Refusal, covered_at, covered_on, covering};
pub use fold::{
    Consent, ConsentState, Consents, DISCLOSED, Disclosure, ENDED, End, GIVEN, Made, NO_PART2,
    REVOKED, codes,
};
pub use signature::{BOX_HEIGHT, BOX_WIDTH, MOST_POINTS, Signature, Strokes};
pub use texts::{LegalText, LegalTexts, PackStanding, ReadTexts, TEXTS, TextsError, pack_standing};

use crate::coded::coded;
use crate::referral::LegalBasis;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most recipients of one consent.
pub const MOST_RECIPIENTS: usize = 12;

coded! {
    /// What sort of consent it is. Each has rules of its own (42 CFR 2.31, 2.35).
    ConsentKind {
        /// Treatment, payment and running the program; may have no end.
        Care = "care",
        /// For one purpose, once or for a while.
        Specific = "specific",
        /// To a court or its agents who need it to monitor (2.35).
        Court = "court",
        /// For use in legal proceedings: always a consent of its own (2.31(d)).
        Proceedings = "proceedings",
        /// Counseling notes: always a consent of its own (2.31(b)).
        Notes = "notes",
    }
}

coded! {
    /// On which side a recipient stands.
    Side {
        /// A treating provider.
        Provider = "provider",
        /// A health plan or another payer.
        Payer = "payer",
        /// Somebody who helps to run the program.
        Operations = "operations",
        /// Family, a friend, a sponsor.
        Support = "support",
        /// Housing, work, benefits, a school.
        Services = "services",
        /// Child welfare.
        ChildWelfare = "child_welfare",
        /// A court, probation or parole, who need it to monitor.
        Justice = "justice",
        /// Whoever prosecutes, and units of that office (S1-18).
        Prosecution = "prosecution",
        /// An intermediary that passes it on to its members (2.24).
        Intermediary = "intermediary",
        /// Anybody else.
        Other = "other",
    }
}

coded! {
    /// For what it is told.
    Purpose {
        /// Treatment.
        Treatment = "treatment",
        /// Payment.
        Payment = "payment",
        /// Running the program.
        Operations = "operations",
        /// At the request of the participant.
        Request = "request",
        /// Housing, work or benefits.
        Services = "services",
        /// So that people close to them can support them.
        Support = "support",
        /// A court or its agents follow how it goes.
        Monitoring = "monitoring",
        /// Use in legal proceedings.
        Proceedings = "proceedings",
        /// Something else, said in words.
        Other = "other",
    }
}

coded! {
    /// What is told.
    Information {
        /// That they take part, and since when.
        Participation = "participation",
        /// Which contacts there were.
        Contacts = "contacts",
        /// Appointments and whether they went.
        Appointments = "appointments",
        /// Goals, and what is required of them.
        Plan = "plan",
        /// What they want said in their own words.
        OwnWords = "own_words",
        /// The whole record, but for counseling notes.
        Record = "record",
        /// Counseling notes.
        Notes = "notes",
        /// A report that the law asks for, and nothing out of the record (2.12(c)(6)).
        Report = "report",
        /// Something else, said in words.
        Other = "other",
    }
}

coded! {
    /// What the participant was told before they signed.
    Told {
        /// That they can take it back, how, and what was told before then stays told.
        Revoking = "revoking",
        /// That who receives it may pass it on under HIPAA's rules, but not into proceedings against
        /// them.
        PassedOn = "passed_on",
        /// What follows when they do not sign.
        Refusing = "refusing",
    }
}

coded! {
    /// Why somebody else signs.
    OtherSigner {
        /// The participant is a minor.
        Minor = "minor",
        /// The participant cannot decide.
        Incapacity = "incapacity",
        /// The participant died.
        Deceased = "deceased",
    }
}

/// Who may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Name, or in words which class of persons.
    pub name: String,
    /// On which side.
    pub side: Side,
    /// Everybody on that side whom the name describes, and not one by name.
    pub is_class: bool,
    /// Of an intermediary: its members by name.
    pub members: Vec<String>,
    /// Of an intermediary: all of its members who treat the participant.
    pub treating_members: bool,
}

/// When a consent ends by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expiry {
    /// After this day.
    On(LocalDate),
    /// With an event, in words.
    Event(String),
    /// With a condition, in words.
    Condition(String),
    /// With the end of treatment; for care alone.
    EndOfTreatment,
    /// Not by itself; for care alone.
    Never,
}

/// Who signed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signer {
    /// The participant.
    #[default]
    Participant,
    /// Somebody else, by name, and why.
    Other {
        /// Their name.
        name: String,
        /// Why they sign.
        why: Option<OtherSigner>,
    },
}

/// What a consent says. Each field may be empty; then it is not valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentForm {
    /// Which sort; `None` for one of a newer version.
    pub kind: Option<ConsentKind>,
    /// The language in which it was read: `en` or `es`.
    pub language: String,
    /// The participant's name.
    pub patient: String,
    /// Who tells: a name, or which class of persons.
    pub disclosers: String,
    /// Who may be told.
    pub recipients: Vec<Recipient>,
    /// What.
    pub information: BTreeSet<Information>,
    /// The same more closely; may be empty where the choice says enough.
    pub information_words: String,
    /// For what.
    pub purposes: BTreeSet<Purpose>,
    /// The same more closely.
    pub purpose_words: String,
    /// What was told to them.
    pub told: BTreeSet<Told>,
    /// How they can take it back.
    pub revoke_how: String,
    /// When it ends.
    pub expiry: Option<Expiry>,
    /// Who signed.
    pub signer: Signer,
    /// Their signature.
    pub signature: Option<Signature>,
    /// The day on which they signed.
    pub signed_on: Option<LocalDate>,
    /// What was read to them before; `None` for one of an earlier version, or not signed.
    #[serde(default)]
    pub read: Option<ReadTexts>,
}

impl ConsentForm {
    /// A form on which nothing stands yet.
    pub fn blank(kind: ConsentKind, language: &str) -> Self {
        Self {
            kind: Some(kind),
            language: language.to_owned(),
            patient: String::new(),
            disclosers: String::new(),
            recipients: Vec::new(),
            information: BTreeSet::new(),
            information_words: String::new(),
            purposes: BTreeSet::new(),
            purpose_words: String::new(),
            told: BTreeSet::new(),
            revoke_how: String::new(),
            expiry: None,
            signer: Signer::Participant,
            signature: None,
            signed_on: None,
            read: None,
        }
    }
}

/// On what ground something was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ground {
    /// A consent.
    Consent(crate::RecordId),
    /// A medical emergency in which consent could not be had (2.51).
    Emergency(Emergency),
    /// A report of suspected child abuse or neglect that the law asks for (2.12(c)(6)).
    ChildReport,
    /// The agency said that it is no program under 42 CFR part 2, and no consent covers it.
    Outside,
}

/// What is written down at once about a medical emergency (42 CFR 2.51).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emergency {
    /// Name and affiliation of the medical personnel who were told.
    pub personnel: String,
    /// Who told them.
    pub discloser: String,
    /// When.
    pub at: Option<Timestamp>,
    /// What the emergency was.
    pub nature: String,
}

coded! {
    /// One of the four fields of a medical emergency (G-8).
    EmergencyField {
        /// Who was told.
        Personnel = "personnel",
        /// Who told them.
        Discloser = "discloser",
        /// When.
        At = "at",
        /// What it was.
        Nature = "nature",
    }
}

impl Emergency {
    /// The fields of which nothing is known.
    pub fn missing(&self) -> Vec<EmergencyField> {
        EmergencyField::ALL
            .iter()
            .copied()
            .filter(|field| match field {
                EmergencyField::Personnel => self.personnel.trim().is_empty(),
                EmergencyField::Discloser => self.discloser.trim().is_empty(),
                EmergencyField::At => self.at.is_none(),
                EmergencyField::Nature => self.nature.trim().is_empty(),
            })
            .collect()
    }
}

coded! {
    /// In which way something was told.
    Way {
        /// Spoken: face to face or by telephone.
        Told = "told",
        /// On paper.
        Paper = "paper",
        /// A file.
        File = "file",
        /// Somebody of the agency's circle reads the record itself.
        Reads = "reads",
    }
}

/// Which kind of consent somebody's legal ground asks for (S1-12). A suggestion: whoever writes the
/// consent chooses.
pub fn suggested(basis: Option<LegalBasis>) -> ConsentKind {
    match basis {
        Some(LegalBasis::Diversion | LegalBasis::Sentence | LegalBasis::Supervision) => {
            ConsentKind::Court
        }
        Some(LegalBasis::ChildWelfare) => ConsentKind::Specific,
        Some(LegalBasis::Voluntary) | None => ConsentKind::Care,
    }
}

#[cfg(test)]
mod tests;
