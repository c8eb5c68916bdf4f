use handrail_domain::measure::{
    Block, Builtin, Definition, Dimension, Forecast, Found, Grain, Level, MeasureWord, Period,
    Question, Slice, Unit, Value,
};
use serde::{Deserialize, Serialize};

use super::LocalDate;

/// Rows at most to which a figure opens.
pub const MOST_CASES: usize = 500;

/// A question about measures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ScorecardQuery {
    /// All measures; replies `List`.
    List,
    /// One measure; replies `Measure`.
    Measure {
        /// Its code, or its id where the agency made it.
        measure: String,
        /// Its periods; `None`: those of its definition.
        grain: Option<Grain>,
        /// By what its last whole period is told apart.
        by: Option<Dimension>,
    },
    /// To what a figure opens; replies `Rows`.
    Rows {
        /// Code of a measure that the app counts.
        measure: String,
        /// Any period.
        period: Period,
        /// Only this part.
        slice: Option<Slice>,
    },
    /// Payers and funders; replies `Billing`.
    Billing(super::BillingQuery),
}

/// An order about measures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ScorecardCommand {
    /// Says something of a measure; over what this device has seen said of the same.
    Say {
        /// The measure; `None` begins one of the agency's own.
        measure: Option<String>,
        /// The word; figures that are counted are told with `Tell`.
        word: MeasureWord,
    },
    /// Puts what may be told of a measure into the agency's document, for all its members.
    Tell {
        /// Code of a measure that the app counts.
        measure: String,
    },
    /// Payers and funders; names no measure.
    Billing(super::BillingCommand),
}

/// The answer to a [`ScorecardQuery`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ScorecardReply {
    /// To `List`.
    List(ScorecardsView),
    /// To `Measure`.
    Measure(Box<MeasureView>),
    /// To `Rows`.
    Rows(CasesView),
    /// To `Billing`.
    Billing(super::BillingReply),
}

/// All measures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScorecardsView {
    /// This member may define measures and write their stories.
    pub may_write: bool,
    /// Those of the app first, then the agency's own.
    pub measures: Vec<MeasureLine>,
    /// Words that do not count, for their author's role may not say them; for supervisors.
    pub set_aside: u32,
}

/// A measure in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureLine {
    /// Its code, or its id where the agency made it.
    pub measure: String,
    /// One that the app counts.
    pub builtin: Option<Builtin>,
    /// The name that the agency gave it; empty for one of the app.
    pub name: String,
    /// The question that it answers.
    pub question: Question,
    /// What it says something about.
    pub level: Level,
    /// It has a definition; without one it is incomplete.
    pub complete: bool,
    /// Where its figures come from.
    pub source: FigureSource,
    /// The last period that has a value, with it.
    pub newest: Option<(Period, Value)>,
    /// What its value is.
    pub unit: Unit,
}

/// Where the figures of a measure come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FigureSource {
    /// Counted by this device, as of today.
    Counted,
    /// Somebody told them; small ones are hidden.
    Told {
        /// Who.
        by: String,
        /// The day on which they were counted.
        as_of: LocalDate,
    },
    /// Somebody wrote them down.
    Given,
    /// Nobody told them yet, and this device does not read what they are counted from.
    NotHere,
    /// What they are counted from is not recorded yet.
    NotYet,
}

/// One measure.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something of its own that a screen asks"
)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureView {
    /// Its code, or its id where the agency made it.
    pub measure: String,
    /// One that the app counts.
    pub builtin: Option<Builtin>,
    /// What it is; for one of the app the words of the agency beside those of the app.
    pub definition: Definition,
    /// What others defined at the same time, without knowing of this.
    pub other_definitions: Vec<WordView>,
    /// The version of its definition, or of the rule by which it is counted.
    pub version: u32,
    /// It has a definition; without one it is incomplete.
    pub complete: bool,
    /// The periods that are shown.
    pub grain: Grain,
    /// Where the figures come from.
    pub source: FigureSource,
    /// The day as of which they are counted, or were.
    pub as_of: LocalDate,
    /// The curve, the first period first.
    pub points: Vec<PointView>,
    /// The next whole period, if nothing changes; `None` with too few.
    pub forecast: Option<(Period, Forecast)>,
    /// Measures that are shown beside it, with their values in the same periods.
    pub companions: Vec<(Builtin, Vec<Value>)>,
    /// By what the last whole period can be told apart.
    pub dimensions: Vec<Dimension>,
    /// The period that is told apart, by what, and its parts.
    pub parts: Option<PartsView>,
    /// What stands in the blocks besides the definition.
    pub words: Vec<WordView>,
    /// Who takes part, and how.
    pub partners: Vec<(String, String)>,
    /// This member may write.
    pub may_write: bool,
    /// This member may tell what is counted; with whether that was told already.
    pub may_tell: Option<bool>,
    /// The figures open to what they are counted from.
    pub opens: bool,
    /// Small numbers are hidden where the figures leave the app.
    pub hides_small: bool,
}

/// One point of a curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PointView {
    /// For which period.
    pub period: Period,
    /// The period is not over.
    pub going_on: bool,
    /// The value.
    pub value: Value,
    /// As it may be told, on paper and in a file.
    pub told: Value,
    /// Other values that were given at the same time.
    pub others: Vec<Value>,
}

/// The parts of a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartsView {
    /// By what.
    pub by: Dimension,
    /// The period.
    pub period: Period,
    /// Each part with its value. One case may be in several parts, such as those of two funders.
    pub parts: Vec<(Slice, Value)>,
    /// As they may be told; each case is in one of them.
    pub told: Vec<(Slice, Value)>,
}

/// Words of a block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordView {
    /// ULID.
    pub id: String,
    /// Which block.
    pub block: Block,
    /// Of which period; `None`: of the measure.
    pub period: Option<Period>,
    /// The words.
    pub words: String,
    /// The day on which they were written.
    pub on: LocalDate,
    /// Who wrote them.
    pub by: String,
}

/// To what a figure opens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasesView {
    /// The measure.
    pub builtin: Builtin,
    /// The value.
    pub value: Value,
    /// At most [`MOST_CASES`], the first first.
    pub cases: Vec<CaseView>,
    /// How many there are.
    pub count: u32,
}

/// One case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseView {
    /// The day by which it belongs to the period.
    pub on: LocalDate,
    /// What is known.
    pub found: Found,
    /// Minutes or days, as the measure has it.
    pub amount: Option<u32>,
    /// To what it opens.
    pub opens: CaseOf,
    /// A name, where it has one.
    pub name: String,
    /// The coach of the caseload.
    pub coach: String,
}

/// To what a case opens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CaseOf {
    /// A participant, hex.
    Participant(String),
    /// A call-out, ULID.
    CallOut(String),
    /// A member, hex.
    Member(String),
    /// Nothing to open: a site, or somebody without a device.
    Nothing,
}
