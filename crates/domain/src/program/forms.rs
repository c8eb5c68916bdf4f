//! The parts of a pack as they are written down.

use crate::coded::coded;
use crate::crisis::LocalText;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// Whether a program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgramStatus {
    /// It is yet to begin.
    Planned,
    /// It is tried out.
    Pilot,
    /// It runs.
    Active,
    /// It is over.
    Ended,
}

/// A phase of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its id within the pack.
    pub id: String,
    /// Its name.
    pub name: LocalText,
    /// The milestone with which it begins, by its code; none: from the start.
    #[serde(default)]
    pub begins: Option<String>,
}

coded! {
    /// What a duty of a pack is.
    DutyKind {
        /// Contact each day from discharge until an intake date is confirmed (S0-6).
        DailyUntilIntake = "daily_until_intake",
        /// Contact less and less often after the connection (S0-7).
        StepDown = "step_down",
        /// Contact at a steady pace while somebody is in the program.
        Regular = "regular",
        /// Contact while release is expected (S0-23).
        BeforeRelease = "before_release",
        /// Contact in the first days after release (S0-26).
        AfterRelease = "after_release",
        /// Contact in pregnancy and for some months after the birth (S0-18).
        Perinatal = "perinatal",
        /// Going along to court (S2-16).
        Court = "court",
        /// Contact after a group was missed (S0-20).
        GroupFollowUp = "group_follow_up",
        /// An injection that comes round (S0-25).
        Injection = "injection",
        /// A first contact within days of an event (S3-11).
        FirstContact = "first_contact",
        /// Days in which the risk is known to be high; a flag, no duty of its own.
        Watch = "watch",
    }
}

/// A duty as a pack states it. Which fields it needs depends on its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyForm {
    /// Its id within the pack.
    pub id: String,
    /// The code of its [`DutyKind`].
    pub kind: String,
    /// The milestone after which it begins, by its code.
    #[serde(default)]
    pub after: Option<String>,
    /// Contact is owed every so many days.
    #[serde(default)]
    pub every_days: Option<u16>,
    /// It lasts so many days.
    #[serde(default)]
    pub days: Option<u16>,
    /// It lasts so many calendar months.
    #[serde(default)]
    pub months: Option<u16>,
    /// It shows so many days ahead.
    #[serde(default)]
    pub lead_days: Option<u16>,
    /// After so many days somebody is to judge whether it may end.
    #[serde(default)]
    pub judge_after_days: Option<u16>,
    /// The steps by which contact becomes rarer.
    #[serde(default)]
    pub steps: Vec<StepForm>,
}

/// One step of a duty that becomes rarer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepForm {
    /// Contact every so many days.
    pub every_days: u16,
    /// For so many days; none on the last step, which goes on.
    #[serde(default)]
    pub for_days: Option<u16>,
}

/// Who is eligible from a day on (S0-10, S0-13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// The first day of this version.
    pub from: LocalDate,
    /// Ways to qualify. One is enough, and none says anything about another.
    pub routes: Vec<Route>,
}

/// One way to qualify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Its id within the version.
    pub id: String,
    /// In words.
    pub words: LocalText,
}

/// Who may refer from a day on (S1-9, S2-23, S2-24).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// The first day of this version.
    pub from: LocalDate,
    /// Who may refer.
    pub who: Vec<Referrer>,
    /// What others are told, such as whom to ask.
    #[serde(default)]
    pub others: Option<LocalText>,
    /// The referral is made unless the person does not want it, by so many days after the event.
    #[serde(default)]
    pub unless_declined_within_days: Option<u16>,
}

coded! {
    /// Where a referral comes from.
    #[serde(rename_all = "snake_case")]
    Referrer {
        /// The person themselves.
        Oneself = "oneself",
        /// Somebody close to them.
        Family = "family",
        /// Hospital staff.
        Hospital = "hospital",
        /// Emergency medical services.
        Ems = "ems",
        /// Police.
        Police = "police",
        /// A crisis service.
        CrisisService = "crisis_service",
        /// Staff of a jail or prison.
        Custody = "custody",
        /// A treatment court.
        TreatmentCourt = "treatment_court",
        /// A probation or parole agent.
        Agent = "agent",
        /// A prosecutor's office.
        Prosecutor = "prosecutor",
        /// A social worker of human services.
        SocialWorker = "social_worker",
        /// A service facilitator of Comprehensive Community Services.
        ServiceFacilitator = "service_facilitator",
        /// A clinic or another treatment provider.
        Provider = "provider",
        /// A community organisation.
        Community = "community",
    }
}

/// By what a coach is matched from a day on (S0-4, S0-15, S2-7, S4-1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// The first day of this version.
    pub from: LocalDate,
    /// The experiences asked for.
    pub experience: Vec<Experience>,
    /// Whose experience counts.
    pub of: ExperienceOf,
    /// No coach without it; otherwise it is preferred.
    pub required: bool,
}

coded! {
    /// What a coach may have lived through. It is the coach's own to tell.
    #[serde(rename_all = "snake_case")]
    Experience {
        /// Woke up in a hospital after an overdose.
        OverdoseHospital = "overdose_hospital",
        /// Had a child while using substances.
        ParentWhileUsing = "parent_while_using",
        /// Is a mother or a grandmother in recovery.
        MotherInRecovery = "mother_in_recovery",
        /// Is a father or a grandfather in recovery.
        FatherInRecovery = "father_in_recovery",
        /// Recovery from substance use.
        SubstanceUse = "substance_use",
        /// Medication for opioid use disorder (S0-21).
        Medication = "medication",
        /// Mental health.
        MentalHealth = "mental_health",
        /// A family that was torn apart.
        FamilyDisruption = "family_disruption",
        /// Custody of a child was lost.
        LostCustody = "lost_custody",
        /// Trauma.
        Trauma = "trauma",
        /// Child protection.
        ChildProtection = "child_protection",
        /// Juvenile justice.
        JuvenileJustice = "juvenile_justice",
        /// Criminal courts, jail or prison.
        CriminalJustice = "criminal_justice",
        /// A treatment court.
        TreatmentCourt = "treatment_court",
    }
}

coded! {
    /// Whose experience counts, a point on which the sources differ.
    #[serde(rename_all = "snake_case")]
    ExperienceOf {
        /// The coach's own.
        Own = "own",
        /// The coach's own or that of somebody they love.
        OwnOrLovedOne = "own_or_loved_one",
    }
}

/// How coaches work in a program; on each point the sources differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// What a coach is in a group; none: there are no groups.
    #[serde(default)]
    pub group_role: Option<GroupRole>,
    /// How coaches are engaged.
    pub coaches: Vec<CoachStatus>,
    /// How they are supervised.
    pub supervision: Supervision,
}

/// What a coach is in a group (S0-22, S4-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupRole {
    /// Leads it.
    Leads,
    /// Takes part as a peer.
    TakesPart,
}

/// How a coach is engaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoachStatus {
    /// Unpaid.
    Volunteer,
    /// On the payroll.
    Employed,
    /// Under a contract.
    Contracted,
    /// Paid for being on call.
    PaidOnCall,
}

/// How coaches are supervised (S4-15, S2-24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supervision {
    /// Of which kind.
    pub kind: SupervisionKind,
    /// Every so many days.
    pub every_days: u16,
    /// So many minutes at least.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// And for each so many hours of service, whichever comes first.
    #[serde(default)]
    pub per_service_hours: Option<u16>,
}

/// The kind of supervision, a point on which the field differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisionKind {
    /// By a clinician.
    Clinical,
    /// By an experienced peer.
    Peer,
    /// By whoever leads the program.
    Program,
}

/// Who runs or pays for a program (S0-9, S0-24).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Its id within the pack.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The first day, where it is known.
    #[serde(default)]
    pub from: Option<LocalDate>,
    /// The last day, where it is over.
    #[serde(default)]
    pub until: Option<LocalDate>,
}
