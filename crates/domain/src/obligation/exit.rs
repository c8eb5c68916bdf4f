//! What should be there before contact in pregnancy and after the birth ends (S0-19): a foundation
//! for recovery, support in the community, and an introduction to whoever goes on. Nobody is kept
//! until all of it is there: the hand-off alone ends the duty, and what is missing goes along with it.

use super::sheet::Sheet;
use super::{EventFact, Facts, Rules};
use crate::milestone::Event;
use crate::program::DutyRule;
use crate::time::LocalDate;

/// What should be there, in the order in which it is shown.
pub const EXIT: [Event; 3] = [
    Event::SolidFoundation,
    Event::CommunitySupport,
    Event::HandedOff,
];

/// How far the way out of the program is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// The last day of contact.
    pub last: LocalDate,
    /// It will be reckoned anew, from the birth.
    pub provisional: bool,
    /// Each of [`EXIT`], with the first time since the pregnancy is known that it was written down.
    pub done: Vec<(Event, Option<EventFact>)>,
}

/// The way out, where a rule says when contact ends after a birth; `None` before a pregnancy is
/// known, and after the end where nothing of it was written down.
pub fn exit(facts: &Facts, rules: &Rules, today: LocalDate) -> Option<Exit> {
    let sheet = Sheet::new(facts, today);
    let months = rules.rules.iter().find_map(|rule| match rule.says {
        DutyRule::Perinatal { months, .. } => Some(months),
        _ => None,
    })?;
    sheet.exit(months)
}
