use handrail_domain::LocalDate;
use handrail_domain::crisis::LocalText;
use handrail_domain::workforce::Person;
use handrail_domain::workforce::growth::{Availability, Goal, LeadRole, Pairing, Stage};
use serde::{Deserialize, Serialize};

/// Says something about how somebody grows into the work; replies `Done`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum GrowthCommand {
    /// Whether a member can be asked to work.
    Available(Availability),
    /// Where somebody is on the way to a certificate.
    Stage(Stage),
    /// A competency that was seen in somebody today, or not after all.
    Competency {
        /// Who.
        person: Person,
        /// Its id.
        competency: String,
        /// It was seen.
        seen: bool,
    },
    /// Pairs a mentor and a coach, or changes a pair.
    Pair {
        /// ULID of what is changed; `None` for a new one.
        entry: Option<String>,
        /// What it says now.
        pairing: Pairing,
    },
    /// The two of a pair talked.
    Talk {
        /// ULID of the pair.
        pair: String,
        /// The day.
        on: LocalDate,
        /// Minutes.
        minutes: u32,
    },
    /// Gives somebody a lead role, or changes it.
    LeadRole {
        /// ULID of what is changed; `None` for a new one.
        entry: Option<String>,
        /// What it says now.
        role: LeadRole,
    },
    /// What to look for in a new coach: it is there, or is not yet.
    Ready {
        /// Member, hex.
        member: String,
        /// Its id.
        item: String,
        /// It is there.
        yes: bool,
    },
    /// A goal of somebody's growth, or another word for it.
    Goal {
        /// ULID of what is changed; `None` for a new one.
        entry: Option<String>,
        /// What it says now.
        goal: Goal,
    },
    /// Takes back a pair, a talk, a lead role or a goal.
    TakeBack {
        /// Member whose page it stands on, hex.
        member: String,
        /// ULID.
        entry: String,
        /// Why; needed.
        reason: String,
    },
    /// How this member is today, for them alone: it stays in this device's database.
    Wellbeing(Wellbeing),
    /// Forgets all that this member kept about how they are.
    ForgetWellbeing,
}

/// How somebody is, for themselves alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wellbeing {
    /// The day.
    pub on: LocalDate,
    /// How it is.
    pub state: WellbeingState,
    /// Words; may be empty.
    pub words: String,
}

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WellbeingState {
    /// Steady.
    Steady,
    /// Tired.
    Tired,
    /// Hard.
    Hard,
}

impl WellbeingState {
    /// In the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::Steady, Self::Tired, Self::Hard];
}

/// How somebody grows into the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something of its own that a screen asks"
)]
pub struct GrowthView {
    /// Who.
    pub person: Person,
    /// Member in hex, where they are one.
    pub member: Option<String>,
    /// As shown.
    pub name: String,
    /// Whoever asks.
    pub own: bool,
    /// Whoever asks supervises them.
    pub may_supervise: bool,
    /// Whoever asks supervises or guides them.
    pub may_guide: bool,
    /// Whoever asks may say how far they are on the way to a certificate and when they can be asked.
    pub may_write: bool,
    /// Today.
    pub today: LocalDate,
    /// Whether they can be asked to work; `None` where nobody said.
    pub availability: Option<Availability>,
    /// Where they are on the way to certificates.
    pub stages: Vec<Stage>,
    /// What their role must be able to do.
    pub competencies: Vec<CompetencyView>,
    /// Who guides them, and whom they guide.
    pub pairs: Vec<PairView>,
    /// What they lead.
    pub lead_roles: Vec<LeadRoleView>,
    /// What to look for in a new coach; `None` where that is not for whoever asks.
    pub ready: Option<Vec<ReadyView>>,
    /// Their plan; `None` where that is not for whoever asks.
    pub goals: Option<Vec<GrowthGoalView>>,
    /// How they are, for themselves alone, the newest first.
    pub wellbeing: Vec<Wellbeing>,
    /// Member in hex and name of who can guide.
    pub mentors: Vec<(String, String)>,
}

/// Something that a role must be able to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CompetencyView {
    /// Its id.
    pub id: String,
    /// In words.
    pub words: LocalText,
    /// The day on which it was seen.
    pub on: Option<LocalDate>,
    /// Who saw it.
    pub by: String,
}

/// A mentor and a coach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairView {
    /// ULID.
    pub id: String,
    /// What it says.
    pub pairing: Pairing,
    /// The mentor's name.
    pub mentor: String,
    /// The coach's name.
    pub coach: String,
    /// Whoever asks may write down that they talked.
    pub may_talk: bool,
    /// Talks, the newest first: ULID, day and minutes.
    pub talks: Vec<(String, LocalDate, u32)>,
    /// The day by which they mean to talk again.
    pub next: Option<LocalDate>,
    /// Two said different things at once.
    pub disputed: bool,
}

/// Something that somebody leads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeadRoleView {
    /// ULID.
    pub id: String,
    /// What it says.
    pub role: LeadRole,
}

/// Something to look for in a new coach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadyView {
    /// Its id.
    pub id: String,
    /// In words.
    pub words: LocalText,
    /// It is there; `None` where nobody said.
    pub yes: Option<bool>,
}

/// A goal of somebody's growth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GrowthGoalView {
    /// ULID.
    pub id: String,
    /// What it says.
    pub goal: Goal,
    /// Two said different things at once.
    pub disputed: bool,
}
