//! Programs as data (S0-1, S0-9 to S0-15, S1-7, S1-13 to S1-19): phases, duties, who is eligible, who
//! may refer, whom a coach is matched by, sites, partners and funders.
//!
//! A program is a pack: a text in JSON that an agency puts to use and changes from dates of its own.
//! No county, place, length or cadence is a constant in code; the packs that ship are samples.

mod change;
mod check;
mod error;
mod forms;
mod rule;
mod samples;
mod site;

pub use change::{Change, Part, PartChange, PartKind, ProgramInUse, Unusable};
pub use error::ProgramError;
pub use forms::{
    CoachStatus, DutyForm, DutyKind, Eligibility, Experience, ExperienceOf, GroupRole, Matching,
    Partner, Phase, ProgramStatus, Referral, Referrer, Route, StepForm, Supervision,
    SupervisionKind, Work,
};
pub use rule::{Begins, DutyRule, StepDown};
pub use samples::{EVERYONE, Sample, sample_packs};
pub use site::{Intercept, Site, SiteKind};

use crate::crisis::LocalText;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// The version of the pack's form that this reader knows.
const FORMAT: u32 = 1;
/// Largest pack that is read, in bytes.
pub const PACK_LIMIT: usize = 64 * 1024;

/// A program as its pack states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramPack {
    /// The version of the pack's form.
    pub format: u32,
    /// Its id; small letters, digits and `-`.
    pub id: String,
    /// Its version, for people.
    pub version: String,
    /// Its name.
    pub name: LocalText,
    /// What it is, in a sentence.
    pub about: LocalText,
    /// Where what it says comes from.
    pub source: String,
    /// Whether it runs.
    pub status: ProgramStatus,
    /// Since when: a year, a month or a day (`2016`, `2017-08`, `2018-05-01`), as far as it is known.
    #[serde(default)]
    pub started: Option<String>,
    /// Its phases in their order.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// What is owed to whoever takes part.
    #[serde(default)]
    pub duties: Vec<DutyForm>,
    /// Who is eligible: one version after the other, by date.
    #[serde(default)]
    pub eligibility: Vec<Eligibility>,
    /// Who may refer: one version after the other, by date.
    #[serde(default)]
    pub referral: Vec<Referral>,
    /// By what a coach is matched: one version after the other, by date.
    #[serde(default)]
    pub matching: Vec<Matching>,
    /// How coaches work in it; `None` where the pack is not about a program of its own.
    #[serde(default)]
    pub work: Option<Work>,
    /// Where it takes place.
    #[serde(default)]
    pub sites: Vec<Site>,
    /// Who takes part in running it.
    #[serde(default)]
    pub partners: Vec<Partner>,
    /// Who pays.
    #[serde(default)]
    pub funders: Vec<Partner>,
}

impl ProgramPack {
    /// Reads a pack from its JSON text.
    ///
    /// # Errors
    /// [`ProgramError`] says what to mend; the agency then keeps what it has.
    pub fn parse(json: &str) -> Result<Self, ProgramError> {
        if json.len() > PACK_LIMIT {
            return Err(ProgramError::TooLarge);
        }
        let form: Form = read(json)?;
        if form.format != FORMAT {
            return Err(ProgramError::OtherFormat(form.format));
        }
        let pack: Self = read(json)?;
        check::pack(&pack)?;
        Ok(pack)
    }

    /// The pack as JSON text, as the agency's document keeps it.
    ///
    /// # Errors
    /// [`ProgramError`] when the pack would not be read again.
    pub fn to_json(&self) -> Result<String, ProgramError> {
        check::pack(self)?;
        let text = serde_json::to_string(self).map_err(|error| ProgramError::at(&error))?;
        if text.len() > PACK_LIMIT {
            return Err(ProgramError::TooLarge);
        }
        Ok(text)
    }

    /// Who is eligible on a day; `None` before the first version.
    pub fn eligibility_on(&self, day: LocalDate) -> Option<&Eligibility> {
        let begun = self
            .eligibility
            .iter()
            .filter(|version| version.from <= day);
        begun.max_by_key(|version| version.from)
    }

    /// Who may refer on a day; `None` before the first version.
    pub fn referral_on(&self, day: LocalDate) -> Option<&Referral> {
        let begun = self.referral.iter().filter(|version| version.from <= day);
        begun.max_by_key(|version| version.from)
    }

    /// By what a coach is matched on a day; `None` before the first version.
    pub fn matching_on(&self, day: LocalDate) -> Option<&Matching> {
        let begun = self.matching.iter().filter(|version| version.from <= day);
        begun.max_by_key(|version| version.from)
    }

    /// The rules by which duties are worked out, each with the id of its form.
    ///
    /// # Errors
    /// [`ProgramError`] when a form is not whole; a pack that was read has only whole ones.
    pub fn rules(&self) -> Result<Vec<(String, DutyRule)>, ProgramError> {
        let rule = |form: &DutyForm| Ok((form.id.clone(), DutyRule::of(form)?));
        self.duties.iter().map(rule).collect()
    }
}

#[derive(Deserialize)]
struct Form {
    format: u32,
}

fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, ProgramError> {
    serde_json::from_str(json).map_err(|error| ProgramError::at(&error))
}

#[cfg(test)]
mod tests;
