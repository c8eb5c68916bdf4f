use handrail_domain::lived::{Lived, Wishes};
use handrail_domain::resource_link::{LinkOutcome, ResourceLinkField};
use handrail_domain::saying::{SayingField, SayingState};
use handrail_domain::tie::TieKind;
use handrail_domain::{Event as MilestoneEvent, LocalDate};
use serde::{Deserialize, Serialize};

use super::{ConflictView, VoidView, WorkforceCommand};

/// An order of a coach's day that is no contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CoachingCommand {
    /// Who fits a participant; replies `Done`.
    Matching(MatchingCommand),
    /// Who belongs together; replies `Record`.
    Tie(TieCommand),
    /// What a participant wants to say; replies `Record`.
    Saying(SayingCommand),
    /// To what a participant was linked; replies `Record`.
    ResourceLink(ResourceLinkCommand),
    /// Something that should be there before contact after a birth ends is there; replies `Record`.
    /// Taken back by [`super::Command::VoidMilestone`] with the record of the reply.
    Exit {
        /// Participant, hex.
        participant: String,
        /// One of [`super::EXIT`].
        event: MilestoneEvent,
        /// Who goes on from here; needed for the hand-off, and of nothing else.
        to: String,
    },
    /// What a participant carries; replies `Card`.
    Card(CardCommand),
    /// Something is off, and what is done about it; replies `Record`.
    Concern(super::ConcernCommand),
    /// Supervision; replies `Done`.
    Supervision(super::SupervisionCommand),
    /// What clinical providers and supervisors say among themselves; replies `Done`.
    Desk(super::DeskCommand),
    /// What coaches say among themselves; replies `Done`, or `NamesFound` to what is said.
    CoachSpace(#[serde(deserialize_with = "super::apart")] super::CoachSpaceCommand),
    /// Something about the people who work here; replies `Done`.
    Workforce(WorkforceCommand),
    /// What a participant agreed to, and what was told of them; replies `Record`.
    Consent(#[serde(deserialize_with = "super::apart")] super::ConsentCommand),
    /// Who is on call; replies `Record`.
    OnCall(#[serde(deserialize_with = "super::apart")] super::OnCallCommand),
}

/// What the text of a card that a participant carries begins with. Letters, digits and signs are those
/// that a QR code holds best.
pub const CARD_MARK: &str = "HANDRAIL:";

/// An order about a card that a participant carries.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub enum CardCommand {
    /// Seals what was chosen. That a card was made is written down, and not whose.
    Seal {
        /// Participant, hex.
        participant: String,
        /// As they are to stand on it; empty ones are left out.
        lines: Vec<String>,
        /// Chosen by the participant; at least 8 characters.
        word: String,
    },
    /// Opens one. Nothing of it is kept.
    Open {
        /// As scanned or pasted.
        text: String,
        /// Theirs.
        word: String,
    },
}

/// Says nothing of what is in it.
impl std::fmt::Debug for CardCommand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CardCommand(..)")
    }
}

/// A card that was made or opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardView {
    /// What the code holds; empty for one that was opened.
    pub text: String,
    /// Row by row, dark is true.
    pub qr: Vec<Vec<bool>>,
    /// What stands on one that was opened.
    pub lines: Vec<String>,
}

/// An order about who fits whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum MatchingCommand {
    /// Keeps what this member has lived, on this device alone, in place of what was kept.
    Keep(Vec<Lived>),
    /// Asks all coaches who fits; for whoever reads all caseloads.
    Ask(Wishes),
    /// This member would like to, or takes that back. Nothing else ever goes back.
    Answer {
        /// ULID.
        question: String,
        /// Would like to.
        yes: bool,
    },
    /// Shows this member a question no more; nobody hears of it.
    Aside {
        /// ULID.
        question: String,
    },
    /// Nobody is looked for any more; for whoever reads all caseloads.
    Over {
        /// ULID.
        question: String,
    },
}

/// What this member has lived, what is asked of them, and what they asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatchingView {
    /// What this member keeps, on this device alone.
    pub lived: Vec<Lived>,
    /// What is asked of this member and was not put aside, the newest first.
    pub to_me: Vec<QuestionToMe>,
    /// This member may ask.
    pub may_ask: bool,
    /// How many coaches would be asked.
    pub coaches: u32,
    /// What was asked, the newest first, [`MOST_QUESTIONS`] at most; empty for who may not ask.
    pub asked: Vec<QuestionAsked>,
    /// By what programs in use match: name, wishes, and whether no coach does without.
    pub programs: Vec<(String, Wishes, bool)>,
}

/// Most questions that are shown to who asked.
pub const MOST_QUESTIONS: usize = 20;

/// A question as a coach's own device puts it to them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionToMe {
    /// ULID.
    pub id: String,
    /// Who asks.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// What is wished.
    pub wishes: Wishes,
    /// What of it this member has lived and lets be used. Nobody else gets to know.
    pub fits: Vec<Lived>,
    /// They said yes.
    pub yes: bool,
}

/// A question as whoever may ask reads it: names, and nothing of anybody's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionAsked {
    /// ULID.
    pub id: String,
    /// Who asks.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// What is wished.
    pub wishes: Wishes,
    /// How many coaches were asked.
    pub coaches: u32,
    /// Who said yes, by name.
    pub yes: Vec<String>,
    /// Nobody is looked for any more.
    pub over: bool,
}

/// Ties two participants, or takes a tie away. Neither record is changed but for the tie.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TieCommand {
    /// Ties two whose records are both on this device.
    Add {
        /// Participant, hex.
        participant: String,
        /// The other, hex.
        other: String,
        /// What the other is to the participant.
        kind: TieKind,
    },
    /// Takes a tie away, in both records where this device reads both.
    Remove {
        /// Participant, hex.
        participant: String,
        /// ULID of the tie.
        tie: String,
        /// Why.
        reason: String,
    },
}

/// A tie as one of the two records shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieView {
    /// ULID.
    pub id: String,
    /// What the other is to the participant.
    pub kind: TieKind,
    /// The other, hex, and their name; `None` where this device cannot open their record.
    pub other: Option<(String, String)>,
}

/// Writes down what a participant wants to say. Taken back by [`super::Command::VoidMilestone`]
/// with the record of the reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SayingCommand {
    /// Adds something.
    Add {
        /// Participant, hex.
        participant: String,
        /// What it says.
        fields: Vec<SayingField>,
    },
    /// Changes it.
    Change {
        /// Participant, hex.
        participant: String,
        /// ULID.
        saying: String,
        /// Only the fields that change.
        changes: Vec<SayingField>,
    },
}

/// What a participant wants to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SayingsView {
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// The language that they speak, as their details say it; may be empty.
    pub language: String,
    /// This member may look and not write.
    pub read_only: bool,
    /// What is yet to be said first, then the newest first; what was taken back last.
    pub sayings: Vec<SayingView>,
    /// Two versions of one field, until one is chosen.
    pub conflicts: Vec<ConflictView>,
}

/// One thing that they want to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SayingView {
    /// ULID.
    pub id: String,
    /// To whom.
    pub to: String,
    /// What.
    pub words: String,
    /// What they are afraid of; may be empty.
    pub afraid: String,
    /// What they ask for; may be empty.
    pub ask: String,
    /// What they are afraid of stands on the page to take along, too.
    pub shows_afraid: bool,
    /// How it stands.
    pub state: SayingState,
    /// Since when.
    pub since: LocalDate,
    /// Not valid any more.
    pub voided: Option<VoidView>,
}

/// Writes down to what a participant was linked. Taken back as above.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ResourceLinkCommand {
    /// Adds a link.
    Add {
        /// Participant, hex.
        participant: String,
        /// What is known of it.
        fields: Vec<ResourceLinkField>,
    },
    /// Changes one, or says what came of it.
    Change {
        /// Participant, hex.
        participant: String,
        /// ULID.
        link: String,
        /// Only the fields that change.
        changes: Vec<ResourceLinkField>,
    },
}

/// To what a participant was linked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResourceLinksView {
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// This member may look and not write.
    pub read_only: bool,
    /// Today.
    pub today: LocalDate,
    /// The newest first.
    pub links: Vec<ResourceLinkView>,
    /// What the directory has: id and name, by name.
    pub directory: Vec<(String, String)>,
}

/// One link that stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResourceLinkView {
    /// ULID.
    pub id: String,
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// To what.
    pub to: String,
    /// On which day.
    pub on: LocalDate,
    /// What came of it.
    pub outcome: Option<LinkOutcome>,
    /// When that was written down.
    pub outcome_day: Option<LocalDate>,
    /// The coach is to be asked.
    pub asked: bool,
}

/// What should be there before contact in pregnancy and after a birth ends (S0-19).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExitView {
    /// The last day of contact.
    pub last: LocalDate,
    /// It will be reckoned anew, from the birth.
    pub provisional: bool,
    /// As in [`super::EXIT`], in that order.
    pub lines: Vec<ExitLine>,
}

/// One thing that should be there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExitLine {
    /// What.
    pub event: MilestoneEvent,
    /// Since which day it is; `None`: not so far.
    pub done: Option<LocalDate>,
    /// ULID of the milestone that says so.
    pub record: Option<String>,
    /// Who goes on from here; empty for all but the hand-off.
    pub to: String,
}
