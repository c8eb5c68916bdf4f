//! What a screen may ask and what it is told: plain, serialisable messages.
//!
//! Ids are lower-case hex (participants, members, devices: 32 digits) or
//! ULIDs (records). Instants are unix milliseconds, days are `YYYY-MM-DD` in
//! the zone of the device.

mod access_views;
mod agenda_views;
mod around_views;
mod billing_views;
mod call_out_views;
mod card_views;
mod check_in_views;
mod coach_space_views;
mod coaching_views;
mod command;
mod concern_views;
mod consent_views;
mod desk_views;
mod error;
mod forgetting_views;
mod group_views;
mod growth_views;
mod hand_over_views;
mod import_views;
mod late_views;
mod member_views;
mod money_views;
mod number_views;
mod on_call_views;
mod parcel_views;
mod person_views;
mod plan_views;
mod program_views;
mod query;
mod quiet_command;
mod referral_views;
mod resource_views;
mod role;
mod scorecard_views;
mod session_views;
mod setting_change;
mod status_views;
mod supervision_views;
mod today_views;
mod workforce_views;

pub use access_views::*;
pub use agenda_views::*;
pub use around_views::*;
pub use billing_views::*;
pub use call_out_views::*;
pub use card_views::*;
pub use check_in_views::*;
pub use coach_space_views::*;
pub use coaching_views::*;
pub use command::*;
pub use concern_views::*;
pub use consent_views::*;
pub use desk_views::*;
pub use error::*;
pub use forgetting_views::*;
pub use group_views::*;
pub use growth_views::*;
pub use hand_over_views::*;
pub use handrail_domain::{Circumstance, CircumstanceGroup};
pub use import_views::*;
pub use late_views::{LateKind, LateRecordView, LateRestView, LateView, TakeInLate, TakenInView};
pub use member_views::{
    CaseloadRead, CoverView, DevicePageView, DeviceState, DeviceView, KeepingView, MemberPageView,
    MemberPerson, SheetView, WipedView,
};
pub use money_views::*;
pub use number_views::*;
pub use on_call_views::*;
pub use parcel_views::*;
pub use person_views::*;
pub use plan_views::*;
pub use program_views::*;
pub use query::*;
pub use quiet_command::QuietCommand;
pub use referral_views::*;
pub use resource_views::*;
pub use role::Role;
pub use scorecard_views::*;
pub use session_views::*;
pub use setting_change::*;
pub use status_views::*;
pub use supervision_views::*;
pub use today_views::*;
pub use workforce_views::*;

pub use handrail_domain::appointment::{
    Along, AppointmentFacts, AppointmentField, AppointmentKind, Ride, Slot, Upshot,
};
pub use handrail_domain::around::{AroundField, Link, Relation};
pub use handrail_domain::barc10::{CUT_OFF, ITEMS, LEAST, MOST};
pub use handrail_domain::billing;
pub use handrail_domain::client_report::{Report, ReportDue, ReportState};
pub use handrail_domain::concern::{
    Action, ConcernKind, ReportLine, ReportLines, Stage as ConcernStage, Teller,
    fits as decision_fits,
};
pub use handrail_domain::connection::{
    Connection, Look, Return, Stage, Standing as TreatmentStanding,
};
pub use handrail_domain::consent;
pub use handrail_domain::crisis::LocalText;
pub use handrail_domain::group::{
    Every, Known, MOST_PEOPLE, Mark, Off, Part, Rhythm, Schedule, Slot as MeetingSlot, Zone,
    is_public_holiday,
};
pub use handrail_domain::half_year::{Aspect, AspectState, HalfYear};
pub use handrail_domain::icalendar;
pub use handrail_domain::lived::{Lived, MOST_WISHES, Whose, Wishes};
pub use handrail_domain::measure;
pub use handrail_domain::obligation::{
    Because, EXIT, EndsBy, Hushed, Obligation, ObligationKind, Proof, State as ObligationState,
};
pub use handrail_domain::on_call;
pub use handrail_domain::outreach::{FirstTry, Mode, Outreach, OutreachCount};
pub use handrail_domain::plan::{
    Area, Dimension, Help, Origin, PlanFacts, PlanField, PlanKind, Scope, Standing,
};
pub use handrail_domain::program::Referrer;
pub use handrail_domain::program::{
    Begins, DutyForm, Experience, ExperienceOf, ProgramPack, ProgramStatus, Site, SupervisionKind,
};
pub use handrail_domain::referral::{LegalBasis, ReferBy, ReferralChange, ReferralFacts};
pub use handrail_domain::resource::{Resource, ResourceField, ResourceKind};
pub use handrail_domain::resource_link::{LinkOutcome, ResourceLinkField};
pub use handrail_domain::retention::{RetentionPackError, RuleFault};
pub use handrail_domain::saying::{SayingField, SayingState};
pub use handrail_domain::supervision::{
    Due as SupervisionDue, Held, ItemKind, Period as SupervisionPeriod, Rule as SupervisionRule,
    Standing as SupervisionStanding,
};
pub use handrail_domain::tie::TieKind;
pub use handrail_domain::workforce::card::Card;
pub use handrail_domain::workforce::credential::{
    Credential, CredentialState, Field as TrainingField, Learning,
};
pub use handrail_domain::workforce::growth::{
    Availability, CertificationStage, Goal, LeadRole, Pairing, Pool, Stage as CertificationAt,
};
pub use handrail_domain::workforce::mileage::{Claim, OwnRate, Payee, RateUsed, Trip};
pub use handrail_domain::workforce::money::{MoneyState, MoneyStep, Stipend};
pub use handrail_domain::workforce::requirement::Requirement;
pub use handrail_domain::workforce::training::{Offer, Training, TrainingKind};
pub use handrail_domain::workforce::{ListedAs, ListedPerson, Person, Topic as LearningTopic};
pub use handrail_domain::{Answer as CallOutAnswer, CallOutStep};
pub use handrail_domain::{Event as MilestoneEvent, LocalDate, TimeOfDay, Timestamp};
use serde::{Deserialize, Deserializer, Serialize};

/// One question or order of a screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Changes something; durable before the reply.
    Command(Command),
    /// Reads something.
    Query(Query),
}

/// The answer to one [`Request`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The command is durable on this device.
    Done,
    /// Where the device stands after the command.
    Session(SessionView),
    /// A new agency: the kit must be shown and confirmed.
    RecoveryKit(RecoveryKitView),
    /// A new invitation.
    Invitation(InvitationView),
    /// What an invitation link says, before it is accepted.
    InvitationFound(InvitationFoundView),
    /// The agency of a recovery kit, and whom the kit can bring back.
    RestoreFound(#[serde(deserialize_with = "apart")] RestoreFoundView),
    /// The id of the record or participant that a command made or changed.
    Record(RecordRef),
    /// Answer to `Query::Today`.
    Today(TodayView),
    /// Answer to `Query::People`.
    People(PeopleView),
    /// Answer to `Query::Person`.
    Person(Box<PersonView>),
    /// Answer to `Query::Encounter`.
    Encounter(Box<EncounterView>),
    /// Answer to `Query::Around`.
    Around(#[serde(deserialize_with = "apart")] Box<AroundView>),
    /// Answer to `Query::Agenda`.
    Agenda(#[serde(deserialize_with = "apart")] Box<AgendaView>),
    /// Answer to `Query::Plan`.
    Plan(#[serde(deserialize_with = "apart")] Box<PlanView>),
    /// Answer to `Query::RecordHistory`.
    History(#[serde(deserialize_with = "apart")] Vec<HistoryEntry>),
    /// Answer to `Query::Draft`.
    Draft(Option<String>),
    /// Answer to `Query::Sync`.
    Sync(SyncView),
    /// Answer to `Query::Settings`.
    Settings(Box<SettingsView>),
    /// Answer to `Query::Team`.
    Team(#[serde(deserialize_with = "apart")] TeamView),
    /// Answer to `Command::GiveHelpCode`.
    HelpCode(#[serde(deserialize_with = "apart")] HelpCodeView),
    /// Answer to `Query::Member`.
    Member(#[serde(deserialize_with = "apart")] Box<MemberPageView>),
    /// Answer to `Query::Device`.
    Device(#[serde(deserialize_with = "apart")] Box<DevicePageView>),
    /// Answer to `Query::Retention`.
    Retention(#[serde(deserialize_with = "apart")] Box<RetentionView>),
    /// Answer to `Query::Forgetting`.
    Forgetting(#[serde(deserialize_with = "apart")] Box<ForgettingView>),
    /// Answer to `Query::PreviewRules`.
    RulesPreview(#[serde(deserialize_with = "apart")] Box<RulesPreviewView>),
    /// Answer to `Query::CheckIns`.
    CheckIns(CheckInsView),
    /// Answer to `Query::Groups`.
    Groups(#[serde(deserialize_with = "apart")] Box<GroupsView>),
    /// Answer to `Query::Group`.
    Group(#[serde(deserialize_with = "apart")] Box<GroupView>),
    /// Answer to `Query::Meeting`.
    Meeting(#[serde(deserialize_with = "apart")] Box<SheetOfMeeting>),
    /// Answer to `Query::GroupsDue`.
    GroupsDue(#[serde(deserialize_with = "apart")] Vec<GroupDue>),
    /// Answer to `Query::Matching`.
    Matching(#[serde(deserialize_with = "apart")] Box<MatchingView>),
    /// Answer to `Query::Sayings`.
    Sayings(#[serde(deserialize_with = "apart")] Box<SayingsView>),
    /// Answer to `Query::ResourceLinks`.
    ResourceLinks(#[serde(deserialize_with = "apart")] Box<ResourceLinksView>),
    /// A card that a participant carries was made or opened.
    Card(#[serde(deserialize_with = "apart")] Box<CardView>),
    /// A parcel was made.
    ParcelMade(#[serde(deserialize_with = "apart")] Box<ParcelMadeView>),
    /// A parcel was taken.
    ParcelTaken(#[serde(deserialize_with = "apart")] ParcelTakenView),
    /// Some codes of a parcel were read.
    ParcelScanned(#[serde(deserialize_with = "apart")] ParcelScannedView),
    /// Answer to `Query::CrisisCard`.
    CrisisCard(#[serde(deserialize_with = "apart")] Box<CrisisCardView>),
    /// Answer to `Query::Concerns`.
    Concerns(#[serde(deserialize_with = "apart")] Box<ConcernsView>),
    /// Answer to `Query::Supervisions`.
    Supervisions(#[serde(deserialize_with = "apart")] Box<SupervisionsView>),
    /// Answer to `Query::Supervision`.
    Supervision(#[serde(deserialize_with = "apart")] Box<SupervisionView>),
    /// Answer to `Query::Desk`.
    Desk(#[serde(deserialize_with = "apart")] Box<DeskView>),
    /// Answer to `Query::CoachSpace`.
    CoachSpace(#[serde(deserialize_with = "apart")] Box<CoachSpaceView>),
    /// Whom a message names that was therefore not said; nobody, and it was said.
    NamesFound(#[serde(deserialize_with = "apart")] Vec<String>),
    /// Answer to `Query::Consents`.
    Consents(#[serde(deserialize_with = "apart")] Box<ConsentsView>),
    /// Answer to `Query::OnCall`.
    OnCall(#[serde(deserialize_with = "apart")] Box<OnCallView>),
    /// Answer to `Query::Resources`.
    Resources(#[serde(deserialize_with = "apart")] Box<ResourcesView>),
    /// Answer to `Query::Workforce`.
    Workforce(#[serde(deserialize_with = "apart")] Box<WorkforceReply>),
    /// Answer to `Query::Programs`.
    Programs(#[serde(deserialize_with = "apart")] Box<ProgramsView>),
    /// Answer to `Query::ProgramNames`.
    ProgramNames(Vec<LocalText>),
    /// Answer to `Query::PreviewProgram`.
    ProgramPreview(#[serde(deserialize_with = "apart")] Box<ProgramPreviewView>),
    /// Answer to `Query::AccessLog`.
    AccessLog(#[serde(deserialize_with = "apart")] Vec<LogView>),
    /// Answer to `Query::Emergencies`.
    Emergencies(#[serde(deserialize_with = "apart")] EmergenciesView),
    /// Answer to `Query::Numbers`.
    Numbers(#[serde(deserialize_with = "apart")] NumbersView),
    /// Answer to `Query::Scorecard`.
    Scorecard(#[serde(deserialize_with = "apart")] ScorecardReply),
    /// The code or id of the measure that a command was about.
    Measure(String),

    /// Answer to `Query::CallOuts`.
    CallOuts(#[serde(deserialize_with = "apart")] Box<CallOutsView>),
    /// Answer to `Query::ReferralsDue`.
    ReferralsDue(#[serde(deserialize_with = "apart")] Vec<ReferralDueView>),
    /// Answer to `Query::Resembling`.
    Resembling(Vec<PeopleRow>),
    /// Answer to `Query::Referral`.
    Referral(#[serde(deserialize_with = "apart")] Box<ReferralView>),
    /// The call-out that a command began or changed.
    CallOut(String),

    /// A file was read; its columns wait to be mapped.
    ImportPreview(#[serde(deserialize_with = "apart")] ImportPreviewView),
    /// An import ended.
    ImportReport(#[serde(deserialize_with = "apart")] ImportReportView),
    /// Answer to `Query::ImportProgress`.
    ImportProgress(Option<ImportProgressView>),
    /// Answer to `Query::Consenting`.
    Consenting(#[serde(deserialize_with = "apart")] Box<ConsentReply>),
}

/// Reads the answer to a screen whose code comes later, in a function that comes with it.
#[inline(never)]
fn apart<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    T::deserialize(from)
}

/// Something that screens should know without asking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The device was locked, unlocked, founded, joined, or taken over.
    Session(SessionView),
    /// Data of these kinds changed: ask again.
    Changed(Vec<Topic>),
    /// The quiet pill.
    Sync(SyncView),
    /// Rows of a running import or sample build.
    Progress(ImportProgressView),
}

/// What may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Topic {
    /// Participants, their details and milestones.
    People,
    /// Encounters.
    Encounters,
    /// Members, devices and invitations.
    Team,
    /// Settings and storage.
    Settings,
}

/// Which record a command made or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRef {
    /// Participant, hex.
    pub participant: String,
    /// Record ULID; `None` for the participant itself.
    pub record: Option<String>,
}

/// Says nothing of what is in it: passphrases and notes.
impl std::fmt::Debug for Command {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Command(..)")
    }
}
