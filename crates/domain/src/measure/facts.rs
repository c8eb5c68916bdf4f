//! What measures are counted from, as plain records. Whoever reads the records gathers them.

use super::Dimension;
use crate::call_out::CallOut;
use crate::duty::DutyFacts;
use crate::id::ParticipantId;
use crate::milestone::Event;
use crate::program::SiteKind;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// By what a case can be told apart. What is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tags {
    /// The program's name.
    pub program: String,
    /// The site's name.
    pub site: String,
    /// The intercept, 0 to 5.
    pub intercept: Option<u8>,
    /// Partners of the program.
    pub partners: Vec<String>,
    /// Who pays for the program.
    pub funders: Vec<String>,
    /// The coach of the caseload.
    pub coach: String,
}

impl Tags {
    /// What it is in a dimension; several partners or funders are several.
    pub fn of(&self, by: Dimension) -> Vec<String> {
        let one = |text: &String| vec![text.clone()];
        let mut names = match by {
            Dimension::Program => one(&self.program),
            Dimension::Site => one(&self.site),
            Dimension::Intercept => self.intercept.iter().map(u8::to_string).collect(),
            Dimension::Partner => self.partners.clone(),
            Dimension::Funder => self.funders.clone(),
            Dimension::Coach => one(&self.coach),
        };
        names.retain(|name| !name.is_empty());
        names
    }
}

/// One contact or attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDay {
    /// Where it happened, the day.
    pub on: LocalDate,
    /// The person was reached.
    pub reached: bool,
}

/// What is known of one participant; nothing that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFacts {
    /// Who.
    pub id: ParticipantId,
    /// By what they can be told apart.
    pub tags: Tags,
    /// Discharges, intakes and contacts, for daily contact.
    pub duty: DutyFacts,
    /// Other important dates.
    pub events: Vec<(Event, LocalDate)>,
    /// Every contact and attempt.
    pub contacts: Vec<ContactDay>,
}

/// A call-out and the local time at which the device that counts is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOutFact {
    /// The call-out.
    pub call_out: CallOut,
    /// The day of the call, or of its first step.
    pub on: LocalDate,
    /// By what it can be told apart.
    pub tags: Tags,
}

/// What a training makes of somebody, as far as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Makes {
    /// A recovery coach.
    Coach,
    /// A certified peer specialist.
    PeerSpecialist,
    /// Neither; it counts for nothing here.
    Neither,
}

/// Somebody completed a training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingFact {
    /// Who: a member in hex, or the id under which somebody without a device was entered.
    pub person: String,
    /// The day on which it was completed.
    pub on: LocalDate,
    /// What it makes of them.
    pub makes: Makes,
    /// By what it can be told apart.
    pub tags: Tags,
}

/// A site of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteFact {
    /// Its name.
    pub name: String,
    /// What kind of place.
    pub kind: SiteKind,
    /// Served from this day on; `None` where it is only planned.
    pub from: Option<LocalDate>,
    /// Served until this day.
    pub until: Option<LocalDate>,
    /// By what it can be told apart.
    pub tags: Tags,
}

/// A member made a contact on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WorkDay {
    /// The member in hex.
    pub member: String,
    /// The day.
    pub on: LocalDate,
}

/// A period in which supervision of a coach was due, and which is over (S4-15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisionFact {
    /// The coach, in hex.
    pub member: String,
    /// Its last day.
    pub on: LocalDate,
    /// It was held as the rule says.
    pub held: bool,
    /// The coach's name.
    pub coach: String,
}

/// Somebody on call was sought (S4-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoughtFact {
    /// The day.
    pub on: LocalDate,
    /// Who was sought, by name.
    pub who: String,
    /// They answered.
    pub answered: bool,
}

/// A shift on a rota (S3-23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftFact {
    /// The day on which it begins.
    pub on: LocalDate,
    /// What the rota is called.
    pub rota: String,
    /// Somebody was on call.
    pub staffed: bool,
}

/// Everything that this device may count. `None`: that is not recorded by this version, or not
/// readable here, and is never shown as nought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Participants whose records are read here.
    pub people: Option<Vec<PersonFacts>>,
    /// Call-outs of caseloads that are read here.
    pub call_outs: Option<Vec<CallOutFact>>,
    /// Completed trainings, of the whole agency.
    pub trainings: Option<Vec<TrainingFact>>,
    /// Sites of all programs.
    pub sites: Vec<SiteFact>,
    /// Days on which members made contacts, each once.
    pub work: Option<Vec<WorkDay>>,
    /// Periods of supervision that are over.
    pub supervision: Option<Vec<SupervisionFact>>,
    /// Whom members sought who were on call.
    pub sought: Option<Vec<SoughtFact>>,
    /// Shifts of coaches' rotas that have begun.
    pub shifts: Option<Vec<ShiftFact>>,
}
