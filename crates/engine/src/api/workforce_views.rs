use handrail_domain::LocalDate;
use handrail_domain::workforce::credential::{Credential, Field};
use handrail_domain::workforce::growth::Pool;
use handrail_domain::workforce::requirement::Requirement;
use handrail_domain::workforce::training::{Offer, Training};
use handrail_domain::workforce::{ListedPerson, Person, Topic as LearningTopic};
use serde::{Deserialize, Serialize};

use super::{
    Card, ClaimsView, CoachCardView, GrowthCommand, GrowthView, MoneyCommand, PayrollView, Role,
};

/// Says something about the people who work here; replies `Done`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum WorkforceCommand {
    /// Writes down a completed training or a credential, or corrects it.
    Training {
        /// ULID of what is corrected; `None` for a new one.
        entry: Option<String>,
        /// What it says now.
        training: Training,
    },
    /// Writes down somebody who has no device, or corrects it.
    Listed {
        /// ULID of what is corrected; `None` for somebody new.
        entry: Option<String>,
        /// What it says now.
        person: ListedPerson,
    },
    /// Offers a training, or changes what is offered.
    Offer {
        /// ULID of what is changed; `None` for a new one.
        entry: Option<String>,
        /// What it says now.
        offer: Offer,
    },
    /// Takes back a training, somebody without a device, or a training on offer.
    TakeBack {
        /// ULID.
        entry: String,
        /// Why; needed.
        reason: String,
    },
    /// Says what is required before somebody of a program is given to a coach.
    Require(Requirement),
    /// Excepts a coach from what a program requires.
    Except {
        /// Member, hex.
        coach: String,
        /// The program, as in [`Requirement::program`].
        program: String,
        /// The last day; none: until it is taken back.
        until: Option<LocalDate>,
        /// Why; needed.
        reason: String,
    },
    /// Something about how somebody grows into the work.
    Growth(GrowthCommand),
    /// What a coach's card says; by anybody but the coach a suggestion.
    Card(Card),
    /// Something about money.
    Money(MoneyCommand),
    /// Ends an exception.
    EndException {
        /// Member, hex.
        coach: String,
        /// ULID.
        exception: String,
    },
}

/// A question about the people who work here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum WorkforceQuery {
    /// Everybody, what is on offer and what is required; replies `People`.
    People,
    /// Trainings and credentials of one person; replies `Training`.
    Training {
        /// `me`, a member in hex, or the ULID of somebody without a device.
        person: String,
    },
    /// How one person grows into the work; replies `Growth`.
    Growth {
        /// As in [`Self::Training`].
        person: String,
    },
    /// What one member asked for; replies `Claims`.
    Claims {
        /// `me`, or a member in hex.
        person: String,
    },
    /// The card of a coach; replies `Card`.
    Card {
        /// `me`, or a member in hex.
        person: String,
    },
    /// What all coaches asked for; replies `Payroll`.
    Payroll,
    /// What ends soon or is missing, for Today; replies `Warnings`.
    Warnings,
    /// What is required of this member and not on file for those whom the opened file would add to their
    /// caseload; replies `Missing`.
    Import {
        /// Which column is which.
        mapping: super::ColumnMapping,
    },
}

/// The answer to a [`WorkforceQuery`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum WorkforceReply {
    /// Answer to [`WorkforceQuery::People`].
    People(WorkforceView),
    /// Answer to [`WorkforceQuery::Training`].
    Training(TrainingPageView),
    /// Answer to [`WorkforceQuery::Growth`].
    Growth(Box<GrowthView>),
    /// Answer to [`WorkforceQuery::Claims`].
    Claims(Box<ClaimsView>),
    /// Answer to [`WorkforceQuery::Card`].
    Card(Box<CoachCardView>),
    /// Answer to [`WorkforceQuery::Payroll`].
    Payroll(Box<PayrollView>),
    /// Answer to [`WorkforceQuery::Warnings`].
    Warnings(WarningsView),
    /// Answer to [`WorkforceQuery::Import`]: what nobody excepted them from.
    Missing(Vec<MissingView>),
}

/// Everybody who works here, as far as whoever asks may know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkforceView {
    /// Whose word counts about everybody's trainings.
    pub may_write: bool,
    /// Today.
    pub today: LocalDate,
    /// Trained, available, active.
    pub pool: Pool,
    /// How many are at which stage on the way to which certificate: codes and number.
    pub pipeline: Vec<(String, String, u32)>,
    /// By name, those without a device last.
    pub people: Vec<WorkforcePersonView>,
    /// Trainings on offer, by name.
    pub offers: Vec<OfferView>,
    /// What programs require; those that require nothing too.
    pub requirements: Vec<RequirementView>,
    /// Topics of continuing education.
    pub topics: Vec<LearningTopic>,
    /// What was said by whom it was not to say; it is not counted.
    pub aside: Vec<AsideView>,
    /// The dated rules should be looked at again since this day.
    pub review_by: Option<LocalDate>,
}

/// One person in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkforcePersonView {
    /// Who.
    pub person: Person,
    /// As [`WorkforceQuery::Training::person`].
    pub id: String,
    /// As shown.
    pub name: String,
    /// Their role; `None` for somebody without a device.
    pub role: Option<Role>,
    /// Of somebody without a device: their entry.
    pub listed: Option<ListedPerson>,
    /// In which fields their training is on file.
    pub fields: Vec<Field>,
    /// They can be asked to work; `None` where nobody said.
    pub available: Option<bool>,
    /// They had a contact lately; `None` where that cannot be known.
    pub active: Option<bool>,
    /// Credentials that ended, end soon, or lack continuing education.
    pub warnings: Vec<Credential>,
    /// Trainings on file.
    pub trainings: u32,
    /// They left the agency.
    pub left: bool,
}

/// A training on offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfferView {
    /// ULID.
    pub id: String,
    /// What it says.
    pub offer: Offer,
    /// Two said different things about it at once.
    pub disputed: bool,
}

/// What a program requires.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequirementView {
    /// The program, as in [`Requirement::program`].
    pub program: String,
    /// Its name; empty for everybody.
    pub name: String,
    /// What is needed; none: nothing.
    pub needs: Vec<String>,
    /// Two said different things at once: all of it is required until somebody settles it.
    pub disputed: bool,
}

/// Something that somebody said whose word does not count for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AsideView {
    /// Who.
    pub by: String,
    /// Unix ms.
    pub at: i64,
}

/// Trainings and credentials of one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something of its own that a screen asks"
)]
pub struct TrainingPageView {
    /// Who.
    pub person: Person,
    /// Member in hex, where they are one.
    pub member: Option<String>,
    /// As shown.
    pub name: String,
    /// Whoever asks.
    pub own: bool,
    /// Whoever asks may write something down here.
    pub may_write: bool,
    /// Their word counts without somebody else's.
    pub may_check: bool,
    /// They may except this coach from what is required.
    pub may_except: bool,
    /// Today.
    pub today: LocalDate,
    /// Newest first.
    pub trainings: Vec<TrainingView>,
    /// Credentials on file.
    pub credentials: Vec<Credential>,
    /// The two fields in which training is on file.
    pub fields: Vec<Field>,
    /// What is required of them and not on file, for each program; empty where nothing is.
    pub missing: Vec<MissingView>,
    /// Exceptions that hold.
    pub exceptions: Vec<ExceptionView>,
    /// What can be chosen: topics of continuing education.
    pub topics: Vec<LearningTopic>,
    /// Trainings on offer.
    pub offers: Vec<OfferView>,
    /// Id and name of programs in use.
    pub programs: Vec<(String, String)>,
    /// Funders and cohorts that were named before.
    pub funders: Vec<String>,
    /// The same of cohorts.
    pub cohorts: Vec<String>,
}

/// One training.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingView {
    /// ULID.
    pub id: String,
    /// What it says.
    pub training: Training,
    /// Who said so last.
    pub by: String,
    /// When, Unix ms.
    pub at: i64,
    /// Somebody said so whose word counts; otherwise it is the person's own word.
    pub checked: bool,
    /// What others said at once and without knowing of it.
    pub others: Vec<Training>,
    /// Somebody took it back at once.
    pub disputed: bool,
}

/// What is missing for a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingView {
    /// The program, as in [`Requirement::program`].
    pub program: String,
    /// Its name; empty for everybody.
    pub name: String,
    /// What is not on file.
    pub needs: Vec<String>,
    /// They are excepted.
    pub excepted: bool,
}

/// An exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionView {
    /// ULID.
    pub id: String,
    /// The program's name; empty for everybody.
    pub name: String,
    /// The last day.
    pub until: Option<LocalDate>,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub by: String,
}

/// What of one's own ends soon, and how many others' credentials do.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WarningsView {
    /// One's own credentials that ended, end soon, or lack continuing education near their end.
    pub own: Vec<Credential>,
    /// People of whom the same is so, for whose word counts.
    pub others: u32,
    /// With whom a talk of a mentor and a coach is late, and since when.
    pub talks: Vec<(String, LocalDate)>,
}
