use serde::{Deserialize, Serialize};

use super::{DetailField, LocalDate, ProgramDraft, WorkforceQuery};

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Query {
    /// Where the device stands; replies `Session`.
    Session,
    /// What is owed today; replies `Today`.
    Today,
    /// Participants; replies `People`.
    People {
        /// Search as typed; empty for all.
        search: String,
        /// Only these; `None` for all readable.
        filter: PeopleFilter,
        /// Rows to skip.
        offset: u32,
        /// Rows at most, 5,000.
        limit: u32,
    },
    /// One participant; replies `Person`.
    Person {
        /// Participant, hex.
        participant: String,
        /// Timeline rows at most.
        timeline_limit: u32,
    },
    /// One contact; replies `Encounter`.
    Encounter {
        /// Participant, hex.
        participant: String,
        /// ULID.
        encounter: String,
    },
    /// A participant's plan; replies `Plan`.
    Plan {
        /// Participant, hex.
        participant: String,
    },
    /// What has a day or an hour; replies `Agenda`.
    Agenda {
        /// Only of this participant, hex.
        participant: Option<String>,
    },
    /// Who is around a participant; replies `Around`.
    Around {
        /// Participant, hex.
        participant: String,
    },
    /// Versions of one contact or entry of the plan, oldest first; replies `History`.
    RecordHistory {
        /// Participant, hex.
        participant: String,
        /// ULID.
        record: String,
    },
    /// A half-written form; replies `Draft`.
    Draft {
        /// Which form.
        key: String,
    },
    /// The state of sending; replies `Sync`.
    Sync,
    /// Settings, storage, devices, invitations; replies `Settings`.
    Settings,
    /// Coaches and what reached this device; replies `Team`.
    Team,
    /// How long a participant's record is kept; replies `Retention`.
    Retention {
        /// Participant, hex.
        participant: String,
    },
    /// Whom the rules would forget, and orders to forget; replies `Forgetting`.
    Forgetting,
    /// What rules of retention would change; for supervisors and administrators; replies
    /// `RulesPreview`.
    PreviewRules {
        /// The text of a pack; `None` for the rules of the app.
        pack: Option<String>,
    },
    /// Who went in alone; replies `CheckIns`.
    CheckIns,
    /// The groups that meet; replies `Groups`.
    Groups,
    /// One group; replies `Group`.
    Group {
        /// Its document, hex.
        group: String,
    },
    /// One meeting of a group; replies `Meeting`.
    Meeting {
        /// The group's document, hex.
        group: String,
        /// The day on which it was planned.
        key: LocalDate,
    },
    /// Meetings that ask something of this member; replies `GroupsDue`.
    GroupsDue,
    /// Who fits a participant, and what this member has lived; replies `Matching`.
    Matching,
    /// What a participant wants to say; replies `Sayings`.
    Sayings {
        /// Participant, hex.
        participant: String,
    },
    /// To what a participant was linked; replies `ResourceLinks`.
    ResourceLinks {
        /// Participant, hex.
        participant: String,
    },
    /// The agency's own crisis card, also while locked; replies `CrisisCard`.
    CrisisCard,
    /// What is off; replies `Concerns`.
    Concerns {
        /// Only of this participant, hex.
        participant: Option<String>,
    },
    /// How supervision of coaches stands; replies `Supervisions`.
    Supervisions,
    /// Supervision of one coach; replies `Supervision`.
    Supervision {
        /// Member, hex; `None` for this member.
        coach: Option<String>,
    },
    /// What clinical providers and supervisors say among themselves; replies `Desk`.
    Desk,
    /// What coaches say among themselves; replies `CoachSpace`.
    CoachSpace,
    /// What a participant agreed to, and what was told of them; replies `Consents`.
    Consents {
        /// Participant, hex.
        participant: String,
    },
    /// Who is on call; replies `OnCall`.
    OnCall,
    /// The agency's directory of what helps; replies `Resources`.
    Resources,
    /// About the people who work here; replies `Workforce`.
    Workforce(WorkforceQuery),
    /// The agency's programs; replies `Programs`.
    Programs,
    /// What the programs in use are called; replies `ProgramNames`.
    ProgramNames,
    /// What a draft of a program would change for whom; replies `ProgramPreview`.
    PreviewProgram(ProgramDraft),
    /// Who opened records of others' caseloads and handed participants over; for supervisors and
    /// administrators everything else that is written down, too. Replies `AccessLog`.
    AccessLog {
        /// Rows at most, newest first.
        limit: u32,
    },
    /// What supervisors on call asked for in emergencies; replies `Emergencies`.
    Emergencies,
    /// What the agency did, without names; replies `Numbers`.
    Numbers,
    /// Measures; replies `Scorecard`.
    Scorecard(super::ScorecardQuery),

    /// Whereto coaches were called; replies `CallOuts`.
    CallOuts {
        /// Only one's own that are not finished, and the places: what Today shows.
        own: bool,
    },
    /// Referrals after an overdose that are to be made; replies `ReferralsDue`.
    ReferralsDue,
    /// Participants whom somebody resembles who is just being typed in; replies `Resembling`.
    Resembling {
        /// Field and value, as far as they are typed.
        details: Vec<(DetailField, String)>,
    },
    /// How a participant came to their program; replies `Referral`.
    Referral {
        /// Participant, hex.
        participant: String,
    },

    /// One member with devices; replies `Member`.
    Member {
        /// Member, hex.
        member: String,
    },
    /// One device; replies `Device`.
    Device {
        /// Device, hex.
        device: String,
    },
    /// A running import; replies `ImportProgress`.
    ImportProgress,
    /// About consents; replies `Consenting`.
    Consenting(super::ConsentQuery),
}

/// Which participants.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PeopleFilter {
    /// Only the member's own caseload.
    pub mine_only: bool,
    /// Only this program.
    pub program: Option<String>,
    /// Only this phase.
    pub phase: Option<String>,
    /// Only this coach's, by member in hex.
    #[serde(default)]
    pub coach: Option<String>,
    /// Only those to whom something is owed today.
    #[serde(default)]
    pub owed: bool,
    /// Only those who stand like this.
    #[serde(default)]
    pub status: Option<PeopleStatus>,
}

/// How a participant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PeopleStatus {
    /// Discharged, with no confirmed intake.
    WaitsForIntake,
    /// An intake is confirmed.
    IntakeConfirmed,
    /// Nobody reached them for two weeks, or ever.
    NotReached,
}

/// Which participants, under a name that this member gave it on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPeople {
    /// The name.
    pub name: String,
    /// Which.
    pub filter: PeopleFilter,
}
