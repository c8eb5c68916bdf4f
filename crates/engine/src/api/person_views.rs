use serde::{Deserialize, Serialize};

use super::{Circumstance, OwedReason, SafeContactView};

/// Languages of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

/// Details of a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DetailField {
    /// Legal name.
    Name,
    /// What they want to be called.
    PreferredName,
    /// Such as `she/her`.
    Pronouns,
    /// As dialled.
    Phone,
    /// `YYYY-MM-DD`.
    BirthDate,
    /// Program.
    Program,
    /// Phase.
    Phase,
    /// Safe-contact rule in plain words.
    SafeContact,
    /// `yes` when no voicemail may be left.
    NoVoicemail,
    /// `HH:MM`, no calls after.
    NotAfter,
    /// Language they speak.
    Language,
    /// Separated by commas.
    Tags,
}

/// How a contact was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EncounterKind {
    /// At the bedside (S0-5).
    Bedside,
    /// Phone call.
    Phone,
    /// Text message.
    Text,
    /// Video.
    Video,
    /// Coffee, meeting, dentist (S4-8).
    Community,
    /// In jail or prison (S0-23).
    Custody,
    /// In court (S2-16).
    Court,
    /// Appointment gone along to.
    Appointment,
    /// Group session.
    Group,
    /// Anything else.
    Other,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// They were in touch.
    Reached,
    /// A message was left.
    LeftMessage,
    /// Nobody answered.
    NoAnswer,
    /// They were not there.
    NotThere,
    /// They declined for now.
    DeclinedForNow,
}

/// What was done together; offered in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Activity {
    /// Sat with them (S0-5).
    SatWith,
    /// Checked in.
    CheckIn,
    /// Talked about goals.
    Planning,
    /// Getting into treatment (S0-14).
    Treatment,
    /// Connecting to medication (S0-14).
    Medication,
    /// A service or resource (S4-7).
    Resources,
    /// Spoke up for them (S0-14).
    Advocacy,
    /// A meeting or self-help (S2-3).
    RecoveryCommunity,
    /// Housing (S2-17).
    Housing,
    /// Work (S2-17).
    Employment,
    /// A ride (S2-17).
    Transportation,
    /// Court (S2-16).
    Court,
    /// Family (S2-10).
    Family,
    /// Life skills (S2-19).
    LifeSkills,
    /// Health, art, nature (S2-20).
    Wellness,
    /// Showed how to use naloxone.
    NaloxoneTraining,
}

impl Activity {
    /// Every activity, in the order in which it is offered.
    pub const ALL: [Self; 16] = [
        Self::SatWith,
        Self::CheckIn,
        Self::Planning,
        Self::Treatment,
        Self::Medication,
        Self::Resources,
        Self::Advocacy,
        Self::RecoveryCommunity,
        Self::Housing,
        Self::Employment,
        Self::Transportation,
        Self::Court,
        Self::Family,
        Self::LifeSkills,
        Self::Wellness,
        Self::NaloxoneTraining,
    ];
}

/// A new contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EncounterInput {
    /// How.
    pub kind: EncounterKind,
    /// Reached or not.
    pub outcome: Outcome,
    /// Unix ms when it happened; `None` is now.
    pub at: Option<i64>,
    /// Exact minutes, 0..=1440.
    pub minutes: u32,
    /// What was done.
    pub activities: Vec<Activity>,
    /// What else is known of it.
    pub circumstances: Vec<Circumstance>,
    /// Naloxone kits given, 0..=99.
    pub naloxone_kits: u32,
    /// Tenths of a mile, 0..=9999.
    pub miles_tenths: u32,
    /// 65,536 bytes at most.
    pub note: String,
}

/// Changed fields of a contact.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EncounterPatch {
    /// How.
    pub kind: Option<EncounterKind>,
    /// Reached or not.
    pub outcome: Option<Outcome>,
    /// When, unix ms.
    pub at: Option<i64>,
    /// Minutes.
    pub minutes: Option<u32>,
    /// What was done.
    pub activities: Option<Vec<Activity>>,
    /// What else is known of it.
    pub circumstances: Option<Vec<Circumstance>>,
    /// Kits.
    pub naloxone_kits: Option<u32>,
    /// Tenths of a mile.
    pub miles_tenths: Option<u32>,
    /// Note.
    pub note: Option<String>,
}

/// A contact in a timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EncounterView {
    /// ULID.
    pub id: String,
    /// Participant in whose record it stands, hex.
    pub participant: String,
    /// How.
    pub kind: EncounterKind,
    /// Reached or not.
    pub outcome: Outcome,
    /// Unix ms.
    pub at: i64,
    /// Day where it happened.
    pub local_date: String,
    /// Minutes.
    pub minutes: u32,
    /// What was done.
    pub activities: Vec<Activity>,
    /// What else is known of it.
    pub circumstances: Vec<Circumstance>,
    /// Kits.
    pub naloxone_kits: u32,
    /// Tenths of a mile.
    pub miles_tenths: u32,
    /// Note.
    pub note: String,
    /// Who wrote it.
    pub author: String,
    /// Written by this member.
    pub own: bool,
    /// Unix ms it was written.
    pub created_at: i64,
    /// Changed since.
    pub edited: bool,
    /// Void, with reason and by whom.
    pub voided: Option<VoidView>,
    /// It arrived from a device after that was taken out, and was taken in.
    pub late: Option<super::TakenInView>,
    /// How far it got.
    pub delivery: Delivery,
}

impl EncounterView {
    /// What was counted and done.
    pub fn figures(&self) -> ContactFigures {
        ContactFigures {
            minutes: self.minutes,
            activities: self.activities.clone(),
            circumstances: self.circumstances.clone(),
            naloxone_kits: self.naloxone_kits,
            miles_tenths: self.miles_tenths,
        }
    }
}

/// What a contact counts, and what was done in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactFigures {
    /// Minutes.
    pub minutes: u32,
    /// What was done.
    pub activities: Vec<Activity>,
    /// What else is known of it.
    pub circumstances: Vec<Circumstance>,
    /// Kits.
    pub naloxone_kits: u32,
    /// Tenths of a mile.
    pub miles_tenths: u32,
}

/// A void.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoidView {
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// Unix ms.
    pub at: i64,
}

/// How far a record got; each word has its evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delivery {
    /// Durable here; waits to be sent.
    OnThisDevice,
    /// The relay answered for it. Unix ms.
    Sent(i64),
    /// A device of those whom it is for has receipted it. Unix ms.
    Reached {
        /// Relay's answer.
        sent_at: i64,
        /// Receipt, not before the answer.
        reached_at: i64,
        /// Who.
        by: super::ReachedBy,
    },
    /// Came from another device.
    Received,
}

/// Discharge, intake or another milestone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum MilestoneInput {
    /// Left the hospital on this day (S0-6).
    Discharged {
        /// Day.
        on: String,
    },
    /// A treatment intake.
    Intake {
        /// Asked for, tentative or confirmed.
        status: IntakeStatus,
        /// Day, if known.
        on: Option<String>,
    },
    /// Any other day that something hangs on.
    Dated {
        /// What the day stands for.
        event: super::MilestoneEvent,
        /// Day.
        on: String,
    },
}

/// How firm an intake date is; only `Confirmed` ends daily contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum IntakeStatus {
    /// Asked for.
    Asked,
    /// A date that may move.
    Tentative,
    /// The clinic said yes to the date.
    Confirmed,
}

/// A milestone as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MilestoneView {
    /// ULID.
    pub id: String,
    /// What and when.
    pub milestone: MilestoneInput,
    /// Unix ms it was recorded.
    pub recorded_at: i64,
    /// Who.
    pub author: String,
    /// Not valid any more.
    pub voided: Option<VoidView>,
}

/// A page of participants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PeopleView {
    /// Rows.
    pub rows: Vec<PeopleRow>,
    /// Rows that match in all.
    pub total: u32,
    /// Programs in use, for chips.
    pub programs: Vec<String>,
    /// Phases in use, for chips.
    pub phases: Vec<String>,
    /// Coaches whose caseload this device reads, and this member; hex and name, by name.
    pub coaches: Vec<(String, String)>,
    /// What this member keeps to look at again.
    pub saved: Vec<super::SavedPeople>,
    /// Who left this member's caseload for another coach's, the last first.
    pub departures: Vec<super::DepartureView>,
}

/// One participant in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PeopleRow {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name.
    pub name: String,
    /// Legal name when it differs.
    pub legal_name: String,
    /// Program.
    pub program: String,
    /// Phase.
    pub phase: String,
    /// Unix ms.
    pub last_reached_at: Option<i64>,
    /// Owed today and not settled.
    pub owed_today: bool,
    /// Whose caseload.
    pub coach: String,
    /// The coach for whom this member covers; empty when for nobody.
    pub covering_for: String,
    /// Two versions wait for a choice.
    pub conflicts: u32,
    /// Where the search matched in a note, if it did there.
    pub snippet: String,
}

/// One participant in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonView {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name, or the name.
    pub name: String,
    /// All details, in order of the enum; empty ones left out.
    pub details: Vec<(DetailField, String)>,
    /// Rule before dialling.
    pub safe_contact: SafeContactView,
    /// Whose caseload.
    pub coach: String,
    /// The coach to whom they went, where only what was begun can be finished here.
    pub handed_over: Option<String>,
    /// Who ordered them to be forgotten, while words of this device about them were never sent.
    pub to_be_forgotten: Option<String>,
    /// To whom this member may hand them over, by name; empty when to nobody.
    pub hand_over_to: Vec<super::MemberChoice>,
    /// To whom they were handed over before, the last first.
    pub hand_overs: Vec<super::HandOverView>,
    /// The standing duty.
    pub duty: DutyView,
    /// Everything that is owed, is kept, lies ahead or is to be watched; the most pressing first.
    pub obligations: Vec<super::Obligation>,
    /// Why not everything about them is here; `None` when it is.
    pub incomplete: Option<super::IncompleteWhy>,
    /// Two versions of one field, until one is chosen.
    pub conflicts: Vec<ConflictView>,
    /// The way into treatment, staying there, and the way back.
    pub connection: super::Connection,
    /// What should be there before contact after a birth ends; `None` where no birth ends it.
    pub exit: Option<super::ExitView>,
    /// What was tried after each overdose, the newest first.
    pub outreach: Vec<super::Outreach>,
    /// To what they were linked, and what came of it; the newest first.
    pub links: Vec<super::ResourceLinkView>,
    /// Milestones, newest first.
    pub milestones: Vec<MilestoneView>,
    /// Other records of the same person on this device: hex and name. Each stays whole.
    pub same: Vec<(String, String)>,
    /// Contacts, newest first; those of other records of the same person, too.
    pub timeline: Vec<EncounterView>,
    /// Contacts in all of them.
    pub timeline_total: u32,
    /// Who reads the record as a guest now.
    pub guests: Vec<super::GuestView>,
    /// With whom this member may share the record, by name; empty when with nobody.
    pub share_with: Vec<super::MemberChoice>,
    /// A change of who reads it waits for the relay.
    pub share_waits: bool,
    /// This member may look and not write.
    pub read_only: bool,
    /// Who opened the record besides those whose caseload it is in, newest first, 20 at most.
    pub accesses: Vec<super::AccessView>,
}

/// The duty of daily contact (S0-6).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum DutyView {
    /// Not discharged, or not in such a program.
    None,
    /// Owed today.
    Owed {
        /// Why.
        reason: OwedReason,
        /// Days missed.
        days_missed: u32,
        /// Tried today.
        tried_today: bool,
    },
    /// Settled today.
    SettledToday {
        /// Why it was owed.
        reason: OwedReason,
    },
    /// Ended by a confirmed intake date.
    Ended {
        /// The confirmed day, if a day is known.
        intake_on: Option<String>,
    },
}

/// Two or more versions of one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConflictView {
    /// Record ULID, or `details`.
    pub record: String,
    /// Field name of the document.
    pub field: String,
    /// Versions, newest first.
    pub versions: Vec<ConflictVersion>,
}

/// One version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConflictVersion {
    /// As stored.
    pub value: String,
    /// Who wrote it.
    pub author: String,
    /// Unix ms.
    pub at: i64,
}

/// One earlier or present version of a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// Unix ms.
    pub at: i64,
    /// Who.
    pub author: String,
    /// Field name and value as written, in document terms.
    pub fields: Vec<(String, String)>,
}
