//! What clinical providers and supervisors say among themselves: messages about the level of care, and
//! reports to child protection (S4-22, S4-23). It stands in a document whose keys no coach holds.

use crate::id::{MemberId, RecordId};
use crate::rights::{Said, SetAside};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A message about the level of care: [`CareLevel`].
pub const CARE_LEVEL: &str = "care_level";
/// A report to child protection: [`LegalReport`].
pub const LEGAL_REPORT: &str = "legal_report";
/// The participant was told; it is about one of the others: [`crate::concern::ToldBody`].
pub const TOLD: &str = "desk_told";

/// A level of care as the clinic gives it: nobody else picks one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareLevel {
    /// The participant, hex.
    pub participant: String,
    /// The edition of the criteria, as the clinic names it, such as "ASAM, 4th edition".
    pub edition: String,
    /// The level, in the clinic's words.
    pub level: String,
    /// Who of the clinic gives it.
    pub given_by: String,
    /// What they say; may be empty.
    #[serde(default)]
    pub words: String,
}

/// A report to child protection, apart from the record: the record stays protected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalReport {
    /// The participant, hex.
    pub participant: String,
    /// To whom it was made.
    pub to: String,
    /// Who made it.
    pub made_by: String,
    /// What they gave as a reference; may be empty.
    #[serde(default)]
    pub reference: String,
    /// What was reported; may be empty.
    #[serde(default)]
    pub words: String,
}

/// What an entry of the desk says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskFacts {
    /// A level of care.
    CareLevel(CareLevel),
    /// A report.
    LegalReport(LegalReport),
}

impl DeskFacts {
    /// The participant, hex.
    pub fn participant(&self) -> &str {
        match self {
            Self::CareLevel(level) => &level.participant,
            Self::LegalReport(report) => &report.participant,
        }
    }

    /// Whether it says what it must.
    pub fn is_whole(&self) -> bool {
        let needed = match self {
            Self::CareLevel(level) => [&level.edition, &level.level, &level.given_by],
            Self::LegalReport(report) => [&report.to, &report.made_by, &report.participant],
        };
        needed.iter().all(|text| !text.trim().is_empty()) && !self.participant().is_empty()
    }
}

/// An entry of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskEntry {
    /// Its id.
    pub id: RecordId,
    /// What it says.
    pub facts: DeskFacts,
    /// Who wrote it.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
    /// By whom and when the participant was told.
    pub told: Option<(String, Timestamp)>,
}

/// What stands on a desk, in the order that all devices agree on, and what its author may not say.
pub fn entries(said: &[Said<'_>]) -> (Vec<DeskEntry>, Vec<SetAside>) {
    let (mut found, mut aside): (Vec<DeskEntry>, Vec<SetAside>) = (Vec::new(), Vec::new());
    for one in said {
        let statement = one.statement;
        if ![CARE_LEVEL, LEGAL_REPORT, TOLD].contains(&statement.code.as_str()) {
            continue;
        }
        let facts = match statement.code.as_str() {
            CARE_LEVEL => statement.says().map(DeskFacts::CareLevel),
            LEGAL_REPORT => statement.says().map(DeskFacts::LegalReport),
            _ => None,
        };
        let told = (statement.code == TOLD).then(|| statement.says::<crate::concern::ToldBody>());
        match (
            one.rightful(),
            facts.filter(DeskFacts::is_whole),
            told.flatten(),
        ) {
            (Some(by), Some(facts), _) => found.push(DeskEntry {
                id: statement.id,
                facts,
                by,
                at: statement.at,
                told: None,
            }),
            (Some(_), None, Some(told)) => {
                // A changed program can write another entry under an id: the true one is told as well.
                for of in found.iter_mut().filter(|of| Some(of.id) == statement.about) {
                    let at = Timestamp::from_millis(told.at);
                    of.told.get_or_insert_with(|| (told.by.clone(), at));
                }
            }
            _ => aside.push(one.aside()),
        }
    }
    (found, aside)
}
