//! "Something's off": a concern goes to a supervisor, who sees it, decides and has the participant told
//! (S4-10, S4-12, S4-20, S4-21).
//!
//! Each of these is a statement in the participant's record, or in the coach's caseload where it is about
//! the coach. How a concern stands follows from them alone, the same on every device.

mod chain;

pub use chain::{
    Chain, LEAST_MINUTES, MOST_MINUTES, ReportLine, ReportLines, Turn, USUAL_MINUTES, turn,
};

use crate::coded::coded;
use crate::id::{DeviceId, MemberId, RecordId};
use crate::rights::{Said, SetAside};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Something is off: [`Raised`].
pub const RAISED: &str = "concern";
/// More words about a concern, by who raised it: [`Worded`].
pub const ADDED: &str = "concern_words";
/// A supervisor saw it.
pub const SEEN: &str = "concern_seen";
/// A supervisor decided: [`Decided`].
pub const DECIDED: &str = "concern_decided";
/// The participant was told what a decision says: [`ToldBody`]. It is about the decision.
pub const TOLD: &str = "concern_told";
/// Somebody reports it themselves: [`Reported`].
pub const OWN_REPORT: &str = "own_report";
/// It was raised by mistake: [`Worded`] with the reason. Only by who raised it, and before a decision.
pub const BACK: &str = "concern_back";
/// Who is asked, and after how many minutes the next: [`Chain`], in the agency's document.
pub const CHAIN: &str = "concern_chain";
/// The lines that take reports: [`ReportLines`], in the agency's document.
pub const LINES: &str = "report_lines";

coded! {
    /// What is off.
    ConcernKind {
        /// They are struggling.
        Struggling = "struggling",
        /// They may be in danger.
        Risk = "risk",
        /// A child may be in danger.
        ChildRisk = "child_risk",
        /// They told of violence at home, in confidence.
        Confided = "confided",
        /// It is about the coach and the work.
        Work = "work",
    }
}

coded! {
    /// What is done about a concern.
    Action {
        /// The clinic talks with them. Anything on the level of care is said there and nowhere else.
        ClinicTalks = "clinic_talks",
        /// The supervisor talks with them.
        SupervisorTalks = "supervisor_talks",
        /// Somebody goes and looks after them.
        Visit = "visit",
        /// The coach goes on as before.
        GoOn = "go_on",
        /// Something else, in words.
        Other = "other",
    }
}

coded! {
    /// Who tells the participant. The coach is not among them.
    Teller {
        /// A clinical provider.
        Clinic = "clinic",
        /// A supervisor.
        Supervisor = "supervisor",
        /// There is nothing to tell.
        Nobody = "nobody",
    }
}

/// The body of [`RAISED`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// Code of the kind.
    pub kind: String,
    /// May be empty.
    #[serde(default)]
    pub words: String,
}

/// Words alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    /// Not empty.
    pub words: String,
}

/// The body of [`DECIDED`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Code of the action.
    pub action: String,
    /// Code of who tells the participant.
    pub teller: String,
    /// For the coach; may be empty.
    #[serde(default)]
    pub words: String,
    /// The decisions that it stands in place of.
    #[serde(default)]
    pub instead: Vec<String>,
}

/// The body of [`TOLD`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldBody {
    /// Who told them, by name.
    pub by: String,
    /// When; unix milliseconds.
    pub at: i64,
}

/// The body of [`OWN_REPORT`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// The line that was called, as it is known here; empty where there was none.
    #[serde(default)]
    pub line: String,
}

/// Words of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Not empty.
    pub words: String,
    /// Whose.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
}

/// A decision that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: RecordId,
    /// What is done.
    pub action: Action,
    /// Who tells the participant.
    pub teller: Teller,
    /// For the coach; may be empty.
    pub words: String,
    /// Who decided.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
    /// By whom and when the participant was told, and who wrote that down.
    pub told: Option<(String, Timestamp, MemberId)>,
}

impl Decision {
    /// Whether somebody is still to tell the participant.
    pub fn is_to_be_told(&self) -> bool {
        self.teller != Teller::Nobody && self.told.is_none()
    }
}

/// Somebody reported it themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnReport {
    /// Its id.
    pub id: RecordId,
    /// The concern that it goes with.
    pub concern: Option<RecordId>,
    /// The line that was called; may be empty.
    pub line: String,
    /// Who.
    pub by: MemberId,
    /// The device that wrote it down.
    pub device: DeviceId,
    /// When.
    pub at: Timestamp,
    /// Who of the supervisors saw that, and when.
    pub seen: Vec<(MemberId, Timestamp)>,
}

/// How far a concern is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// Nobody has seen it.
    Raised,
    /// A supervisor saw it.
    Seen,
    /// It is decided, and the participant is to be told.
    Decided,
    /// Nothing is left to do.
    Done,
    /// It was raised by mistake.
    TakenBack,
}

/// A concern as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// Its id.
    pub id: RecordId,
    /// What is off; `None` for a kind of a later version.
    pub kind: Option<ConcernKind>,
    /// What was said of it, the first first; may be empty.
    pub words: Vec<Words>,
    /// Who raised it.
    pub by: MemberId,
    /// The device that wrote it down.
    pub device: DeviceId,
    /// When.
    pub at: Timestamp,
    /// Which supervisors saw it, and when each did so first.
    pub seen: Vec<(MemberId, Timestamp)>,
    /// What was decided. Two that were decided without knowing of each other both stand.
    pub decisions: Vec<Decision>,
    /// Decisions in whose place another stands.
    pub replaced: Vec<Decision>,
    /// Why it was taken back.
    pub back: Option<Words>,
}

impl Concern {
    /// How far it is.
    pub fn stage(&self) -> Stage {
        if self.decisions.iter().any(Decision::is_to_be_told) {
            Stage::Decided
        } else if !self.decisions.is_empty() {
            Stage::Done
        } else if self.back.is_some() {
            Stage::TakenBack
        } else if self.seen.is_empty() {
            Stage::Raised
        } else {
            Stage::Seen
        }
    }

    /// Whether a supervisor still has to do something.
    pub fn is_open(&self) -> bool {
        self.stage() < Stage::Done
    }
}

/// What is said of concerns in one document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerns {
    /// In the order in which they were raised.
    pub concerns: Vec<Concern>,
    /// In the order in which they were made.
    pub reports: Vec<OwnReport>,
    /// What its author may not say.
    pub aside: Vec<SetAside>,
}

/// Whether a decision may say this: what the clinic talks about the clinic tells, and so on.
pub fn fits(action: Action, teller: Teller) -> bool {
    match action {
        Action::ClinicTalks => teller == Teller::Clinic,
        Action::SupervisorTalks => teller == Teller::Supervisor,
        Action::Visit | Action::GoOn | Action::Other => true,
    }
}

/// How the concerns of a document stand; `said` in the order that all devices agree on.
pub fn concerns(said: &[Said<'_>]) -> Concerns {
    let mut found = Concerns::default();
    for one in said {
        let code = one.statement.code.as_str();
        if ![RAISED, ADDED, SEEN, DECIDED, TOLD, OWN_REPORT, BACK].contains(&code) {
            continue;
        }
        let taken = one.rightful().is_some_and(|by| found.take(one, by));
        if !taken {
            found.aside.push(one.aside());
        }
    }
    found
}

impl Concerns {
    /// Answers whether the statement counts.
    fn take(&mut self, said: &Said<'_>, by: MemberId) -> bool {
        let (statement, at) = (said.statement, said.statement.at);
        let about = statement.about;
        match statement.code.as_str() {
            RAISED => {
                let Some(raised) = statement.says::<Raised>() else {
                    return false;
                };
                let words = raised.words.trim().to_owned();
                self.concerns.push(Concern {
                    id: statement.id,
                    kind: ConcernKind::from_code(&raised.kind),
                    words: worded(words, by, at).into_iter().collect(),
                    by,
                    device: statement.device,
                    at,
                    seen: Vec::new(),
                    decisions: Vec::new(),
                    replaced: Vec::new(),
                    back: None,
                });
                true
            }
            OWN_REPORT => {
                self.reports.push(OwnReport {
                    id: statement.id,
                    concern: about,
                    line: statement
                        .says::<Reported>()
                        .map_or_else(String::new, |said| said.line),
                    by,
                    device: statement.device,
                    at,
                    seen: Vec::new(),
                });
                true
            }
            SEEN => self.see(about, by, at),
            TOLD => statement
                .says::<ToldBody>()
                .is_some_and(|told| self.tell(about, &told, by)),
            _ => match self.concerns.iter_mut().find(|one| Some(one.id) == about) {
                Some(concern) => concern.take(said, by),
                None => false,
            },
        }
    }

    fn see(&mut self, about: Option<RecordId>, by: MemberId, at: Timestamp) -> bool {
        let concern = self.concerns.iter_mut().find(|one| Some(one.id) == about);
        let report = self.reports.iter_mut().find(|one| Some(one.id) == about);
        let seen = concern
            .map(|one| &mut one.seen)
            .or(report.map(|one| &mut one.seen));
        let Some(seen) = seen else {
            return false;
        };
        if !seen.iter().any(|(who, _)| *who == by) {
            seen.push((by, at));
        }
        true
    }

    /// Whoever told them may not have known of another decision in its place.
    fn tell(&mut self, about: Option<RecordId>, told: &ToldBody, by: MemberId) -> bool {
        let concerns = self.concerns.iter_mut();
        let all = concerns.flat_map(|one| one.decisions.iter_mut().chain(&mut one.replaced));
        let mut meant = all.filter(|one| Some(one.id) == about);
        let Some(decision) = meant.next() else {
            return false;
        };
        let at = Timestamp::from_millis(told.at);
        decision.told.get_or_insert((told.by.clone(), at, by));
        true
    }
}

impl Concern {
    fn take(&mut self, said: &Said<'_>, by: MemberId) -> bool {
        let statement = said.statement;
        let own_words = || {
            let words = statement.says::<Worded>()?.words.trim().to_owned();
            worded(words, by, statement.at).filter(|_| self.by == by)
        };
        match statement.code.as_str() {
            ADDED => {
                let words = own_words();
                let counts = words.is_some();
                self.words.extend(words);
                counts
            }
            BACK => match own_words() {
                // It was decided meanwhile: that is done, and what they say stands with their words.
                Some(words) if !self.decisions.is_empty() => {
                    self.words.push(words);
                    true
                }
                Some(words) => {
                    self.back.get_or_insert(words);
                    true
                }
                None => false,
            },
            DECIDED => match decision(statement, by) {
                Some((decision, instead)) => {
                    // Whoever decided did not know that it was taken back; what is decided is done,
                    // and why it was taken back stays said.
                    self.words.extend(self.back.take());
                    let all = std::mem::take(&mut self.decisions).into_iter();
                    let (replaced, standing): (Vec<_>, Vec<_>) =
                        all.partition(|one| instead.contains(&one.id));
                    self.replaced.extend(replaced);
                    self.decisions = standing;
                    self.decisions.push(decision);
                    true
                }
                // Passed over, and nobody's app is blamed for being newer.
                None => is_of_later_version(statement),
            },
            _ => false,
        }
    }
}

fn worded(words: String, by: MemberId, at: Timestamp) -> Option<Words> {
    (!words.is_empty()).then_some(Words { words, by, at })
}

/// Whether a decision says something that only a later version knows.
fn is_of_later_version(statement: &crate::statement::Statement) -> bool {
    statement.says::<Decided>().is_some_and(|said| {
        Action::from_code(&said.action).is_none() || Teller::from_code(&said.teller).is_none()
    })
}

fn decision(
    statement: &crate::statement::Statement,
    by: MemberId,
) -> Option<(Decision, Vec<RecordId>)> {
    let said: Decided = statement.says()?;
    let action = Action::from_code(&said.action)?;
    let teller = Teller::from_code(&said.teller).filter(|teller| fits(action, *teller))?;
    let instead = said.instead.iter().filter_map(|id| id.parse().ok());
    Some((
        Decision {
            id: statement.id,
            action,
            teller,
            words: said.words.trim().to_owned(),
            by,
            at: statement.at,
            told: None,
        },
        instead.collect(),
    ))
}

#[cfg(test)]
mod tests;
