use std::collections::BTreeSet;

use handrail_domain::consent::{
    AnswerDue, Asked, Consent, ConsentForm, ConsentKind, ConsentState, Disclosure, Emergency,
    Information, LegalTexts, Purpose, Refusal, Side, Way,
};
use handrail_domain::referral::LegalBasis;
use handrail_domain::{LocalDate, RecordId, Timestamp};
use serde::{Deserialize, Serialize};

/// What participants agreed to, and what was told of them. Replies `Record`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConsentCommand {
    /// Keeps a consent as it was written, whole or not.
    Give {
        /// Participant, hex.
        participant: String,
        /// ULID of the consent in whose place it stands.
        replaces: Option<String>,
        /// What it says.
        form: Box<ConsentForm>,
    },
    /// The participant takes a consent back. Who reads their record because of it stops reading it.
    Revoke {
        /// Participant, hex.
        participant: String,
        /// ULID.
        consent: String,
        /// The day on which they said so.
        on: LocalDate,
        /// The moment, where it is known; not one that has not come.
        at: Option<Timestamp>,
        /// How they said so; may be empty.
        words: String,
    },
    /// The event or condition of a consent has come.
    Ended {
        /// Participant, hex.
        participant: String,
        /// ULID.
        consent: String,
        /// The day.
        on: LocalDate,
        /// The moment, where it is known; not one that has not come.
        at: Option<Timestamp>,
        /// In words; may be empty.
        words: String,
    },
    /// Something is told to somebody. Written down before it is; refused where nothing covers it.
    Disclose {
        /// Participant, hex.
        participant: String,
        /// What, to whom, and why it may be.
        telling: Box<Telling>,
    },
    /// Whether the agency is a program under 42 CFR part 2; supervisors. Replies `Record` of nobody.
    SetPart2(bool),
    /// The participant asked for the list of what was told of them (42 CFR 2.24, 2.25).
    AskedForList {
        /// Participant, hex.
        participant: String,
        /// The day on which they asked.
        on: LocalDate,
        /// How they asked; may be empty.
        words: String,
    },
    /// The list that they asked for was handed over.
    ListHandedOver {
        /// Participant, hex.
        participant: String,
        /// ULID of what was asked.
        asked: String,
        /// The day; not before they asked.
        on: LocalDate,
        /// How; may be empty.
        words: String,
    },
    /// One of these two was written down by mistake; it stays readable.
    TakeBackList {
        /// Participant, hex.
        participant: String,
        /// ULID of what was asked, or of the handing over.
        said: String,
        /// Why.
        words: String,
    },
    /// These legal texts are the agency's from their first day on; supervisors and administrators. Replies
    /// `Record` of nobody.
    UseTexts {
        /// The text of a pack; `None`: those of the app.
        pack: Option<String>,
    },
}

/// A question about consents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConsentQuery {
    /// Lists that participants asked for and did not get so far; replies `ListsDue`.
    ListsDue,
    /// The legal texts that hold; replies `Texts`.
    Texts,
}

/// The answer to a [`ConsentQuery`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConsentReply {
    /// To `ListsDue`: the first due first.
    ListsDue(Vec<ListDueView>),
    /// To `Texts`.
    Texts(Box<TextsView>),
}

/// The legal texts that hold today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsView {
    /// They.
    pub pack: LegalTexts,
    /// Who put them in force, and when, Unix ms; `None` for those of the app.
    pub set: Option<(String, i64)>,
    /// Others hold from a later day on: the day, their id and their version.
    pub next: Option<(LocalDate, String, String)>,
    /// Some were put in force that this version cannot read.
    pub unread: bool,
    /// Somebody is to look whether the law changed.
    pub stale: bool,
    /// This member may put others in force.
    pub may_change: bool,
    /// Today.
    pub today: LocalDate,
}

/// A list that is due to a participant, for Today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDueView {
    /// ULID of what was asked.
    pub asked: String,
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// The coach of the caseload.
    pub coach: String,
    /// It is this member's own caseload.
    pub own: bool,
    /// The day on which they asked.
    pub on: LocalDate,
    /// Until when.
    pub due: AnswerDue,
}

/// What a participant asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AskedView {
    /// What.
    pub asked: Asked,
    /// Until when it is to be answered, as of today.
    pub due: AnswerDue,
    /// Who wrote it down.
    pub by: String,
    /// Who handed the list over, or took back what was asked; empty while it is due.
    pub ended_by: String,
}

/// Something that is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Telling {
    /// Why it may be.
    pub ground: TellingGround,
    /// Whom, by name.
    pub recipient: String,
    /// On which side they stand.
    pub side: Side,
    /// For what.
    pub purpose: Purpose,
    /// What.
    pub information: BTreeSet<Information>,
    /// The same in words.
    pub words: String,
    /// In which way.
    pub way: Way,
    /// The day; not one that has not come.
    pub on: LocalDate,
    /// The moment, of what was told before it is written down: a consent that was taken back later on
    /// that day covers it still. `None`: now, or nobody knows the hour.
    pub at: Option<Timestamp>,
}

/// Why something may be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TellingGround {
    /// A consent covers it; which one is found.
    Consent,
    /// A medical emergency (42 CFR 2.51).
    Emergency(Emergency),
    /// A report of suspected child abuse or neglect that the law asks for (2.12(c)(6)).
    ChildReport,
}

/// The consents of one participant, and what was told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsentsView {
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// Their name as a form has it.
    pub full_name: String,
    /// The language that they speak, as their details say it; may be empty.
    pub language: String,
    /// The agency's name.
    pub agency: String,
    /// This member's name.
    pub own_name: String,
    /// This member may look and not write.
    pub read_only: bool,
    /// The agency is a program under 42 CFR part 2.
    pub part2: bool,
    /// This member may say whether it is.
    pub may_set_part2: bool,
    /// Today.
    pub today: LocalDate,
    /// On what legal ground they take part.
    pub legal_basis: Option<LegalBasis>,
    /// The kind of consent that this asks for.
    pub suggested: ConsentKind,
    /// The newest first; those that another stands in the place of last.
    pub consents: Vec<ConsentView>,
    /// Professionals around them, and whether they may be told.
    pub around: Vec<AroundConsentView>,
    /// The first day of an accounting that is asked for today, or of an earlier one that is due.
    pub accounting_from: LocalDate,
    /// What was told since that day, the newest first.
    pub told: Vec<ToldView>,
    /// What was told before that because of a consent: whoever takes it back sees that, too.
    pub told_earlier: Vec<ToldView>,
    /// When they asked for it: what is due first, then the newest first.
    pub asked: Vec<AskedView>,
    /// The legal texts that hold today.
    pub texts: LegalTexts,
    /// Statements that this version cannot read.
    pub unread: u32,
    /// Statements of members who may not make them; for supervisors.
    pub set_aside: u32,
}

/// One consent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsentView {
    /// What it says.
    pub consent: Consent,
    /// How it stands today.
    pub state: ConsentState,
    /// Who wrote it down.
    pub by: String,
    /// What was told because of it, or of what stands in its line; ids of disclosures, the first first.
    pub relied: Vec<RecordId>,
}

/// A professional around somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AroundConsentView {
    /// Their name.
    pub name: String,
    /// On which side they stand.
    pub side: Side,
    /// Until when they may be told something; `None` where they may not.
    pub until: Option<Option<LocalDate>>,
}

/// Something that was told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToldView {
    /// What.
    pub disclosure: Disclosure,
    /// Who wrote it down.
    pub by: String,
    /// The consent was taken back before that was written down, and who told did not know.
    pub after_revocation: bool,
}

/// Nothing may be told, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotTold {
    /// No consent covers it.
    Refused(Refusal),
    /// Fields of a medical emergency are missing.
    Emergency(Vec<handrail_domain::consent::EmergencyField>),
    /// A report that the law asks for carries nothing out of the record.
    NothingOfTheRecord,
}
