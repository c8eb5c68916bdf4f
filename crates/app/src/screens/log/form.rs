use handrail_engine::api::{
    Activity, Circumstance, EncounterInput, EncounterKind, EncounterPatch, EncounterView,
    EngineError, InvalidField, Outcome,
};
use serde::{Deserialize, Serialize};

use crate::words::dates::{Moment, tenths};

/// The state of a log sheet, kept as a draft with every change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogForm {
    /// How.
    pub kind: EncounterKind,
    /// Reached or not.
    pub outcome: Outcome,
    /// Minutes.
    pub minutes: u32,
    /// The minutes were set by hand: they no longer follow how and outcome.
    pub minutes_by_hand: bool,
    /// What was done.
    pub activities: Vec<Activity>,
    /// What else is known of it.
    #[serde(default)]
    pub circumstances: Vec<Circumstance>,
    /// Kits.
    pub naloxone_kits: u32,
    /// Miles as typed.
    pub miles: String,
    /// Note.
    pub note: String,
    /// Day and time as typed, when it was not just now.
    pub earlier: Option<(String, String)>,
    /// When the first of it was chosen or typed, in Unix milliseconds.
    #[serde(default)]
    pub begun: Option<i64>,
}

/// After so long "just now" is the time at which the sheet was begun, in milliseconds.
const LEFT_MS: i64 = 15 * 60_000;

impl Default for LogForm {
    fn default() -> Self {
        Self {
            kind: EncounterKind::Phone,
            outcome: Outcome::Reached,
            minutes: usual_minutes(EncounterKind::Phone, Outcome::Reached),
            minutes_by_hand: false,
            activities: Vec::new(),
            circumstances: Vec::new(),
            naloxone_kits: 0,
            miles: String::new(),
            note: String::new(),
            earlier: None,
            begun: None,
        }
    }
}

impl LogForm {
    /// The sheet of a contact already logged.
    pub fn of(view: &EncounterView, moment: &Moment) -> Self {
        Self {
            kind: view.kind,
            outcome: view.outcome,
            minutes: view.minutes,
            minutes_by_hand: true,
            activities: view.activities.clone(),
            circumstances: view.circumstances.clone(),
            naloxone_kits: view.naloxone_kits,
            miles: if view.miles_tenths == 0 {
                String::new()
            } else {
                tenths(view.miles_tenths)
            },
            note: view.note.clone(),
            earlier: Some(day_and_time(moment, view.at)),
            begun: None,
        }
    }

    /// A sheet that was left half-written says when it was begun: saved in the morning, a contact of last
    /// night is not one of today.
    pub fn keep_its_time(&mut self, moment: &Moment) {
        let begun = self.begun.filter(|begun| moment.at - begun > LEFT_MS);
        if let (None, Some(begun)) = (&self.earlier, begun) {
            self.earlier = Some(day_and_time(moment, begun));
        }
    }

    /// Another way of contact; the minutes follow unless set by hand.
    pub fn set_kind(&mut self, kind: EncounterKind) {
        self.kind = kind;
        self.follow();
    }

    /// Another outcome; the minutes follow unless set by hand.
    pub fn set_outcome(&mut self, outcome: Outcome) {
        self.outcome = outcome;
        self.follow();
    }

    /// Exact minutes, by hand.
    pub fn set_minutes(&mut self, minutes: u32) {
        self.minutes = minutes;
        self.minutes_by_hand = true;
    }

    /// Adds or takes away something done.
    pub fn set_activity(&mut self, activity: Activity, done: bool) {
        self.activities.retain(|known| *known != activity);
        if done {
            self.activities.push(activity);
            self.activities.sort_unstable();
        }
    }

    /// Adds or takes away a circumstance; of a group of which one holds, the others go.
    pub fn set_circumstance(&mut self, circumstance: Circumstance, holds: bool) {
        let group = circumstance.group();
        self.circumstances.retain(|known| {
            *known != circumstance && !(holds && group.is_one_of() && known.group() == group)
        });
        if holds {
            self.circumstances.push(circumstance);
            self.circumstances.sort_unstable();
        }
    }

    /// Whether the person was reached.
    pub fn was_reached(&self) -> bool {
        was_reached(self.outcome)
    }

    /// What was ticked before the outcome changed stays in the sheet, and is not logged.
    fn fitting(&self) -> Vec<Circumstance> {
        let all = self.circumstances.iter().copied();
        all.filter(|circumstance| circumstance.fits(self.was_reached()))
            .collect()
    }

    fn follow(&mut self) {
        if !self.minutes_by_hand {
            self.minutes = usual_minutes(self.kind, self.outcome);
        }
    }

    /// The contact as the engine takes it.
    ///
    /// # Errors
    /// `Invalid` for miles or a time that do not parse, or that lie ahead.
    pub fn input(&self, moment: &Moment) -> Result<EncounterInput, EngineError> {
        Ok(EncounterInput {
            kind: self.kind,
            outcome: self.outcome,
            at: self.instant(moment)?,
            minutes: self.minutes,
            activities: self.activities.clone(),
            circumstances: self.fitting(),
            naloxone_kits: self.naloxone_kits,
            miles_tenths: self.miles_tenths()?,
            note: self.note.clone(),
        })
    }

    /// Only what differs from the contact as it was logged.
    ///
    /// # Errors
    /// As [`Self::input`].
    pub fn patch(
        &self,
        before: &EncounterView,
        moment: &Moment,
    ) -> Result<EncounterPatch, EngineError> {
        let now = self.input(moment)?;
        let minute = |at: i64| at.div_euclid(60_000);
        Ok(EncounterPatch {
            kind: (now.kind != before.kind).then_some(now.kind),
            outcome: (now.outcome != before.outcome).then_some(now.outcome),
            at: now.at.filter(|at| minute(*at) != minute(before.at)),
            minutes: (now.minutes != before.minutes).then_some(now.minutes),
            activities: (now.activities != before.activities).then_some(now.activities),
            // What does not fit an outcome that nobody touched here is not this edit's to take away.
            circumstances: ((self.circumstances != before.circumstances
                || self.outcome != before.outcome)
                && now.circumstances != before.circumstances)
                .then_some(now.circumstances),
            naloxone_kits: (now.naloxone_kits != before.naloxone_kits).then_some(now.naloxone_kits),
            miles_tenths: (now.miles_tenths != before.miles_tenths).then_some(now.miles_tenths),
            note: (now.note != before.note).then_some(now.note),
        })
    }

    fn instant(&self, moment: &Moment) -> Result<Option<i64>, EngineError> {
        let Some((day, time)) = &self.earlier else {
            return Ok(None);
        };
        let invalid = EngineError::Invalid {
            field: InvalidField::Time,
            limit: None,
        };
        let at = moment.instant_of(day, time).ok_or(invalid.clone())?;
        if at > moment.at.saturating_add(60_000) {
            return Err(invalid);
        }
        Ok(Some(at))
    }

    fn miles_tenths(&self) -> Result<u32, EngineError> {
        let text = self.miles.trim().replace(',', ".");
        if text.is_empty() {
            return Ok(0);
        }
        let invalid = EngineError::Invalid {
            field: InvalidField::Miles,
            limit: None,
        };
        let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
        let part = if part.is_empty() { "0" } else { part };
        let whole: u32 = if whole.is_empty() {
            0
        } else {
            whole.parse().map_err(|_| invalid.clone())?
        };
        let tenth: u32 = part
            .get(..1)
            .and_then(|digit| digit.parse().ok())
            .ok_or(invalid.clone())?;
        if whole > 999 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(invalid);
        }
        Ok(whole * 10 + tenth)
    }
}

/// As the fields have it.
fn day_and_time(moment: &Moment, at: i64) -> (String, String) {
    let (day, time) = moment.local(at);
    (day.to_string(), time.format("%H:%M").to_string())
}

const fn was_reached(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Reached | Outcome::DeclinedForNow)
}

/// A sensible start for the minutes.
fn usual_minutes(kind: EncounterKind, outcome: Outcome) -> u32 {
    if !was_reached(outcome) {
        return 5;
    }
    match kind {
        EncounterKind::Text => 5,
        EncounterKind::Phone | EncounterKind::Other => 15,
        EncounterKind::Bedside | EncounterKind::Video => 30,
        EncounterKind::Custody => 45,
        EncounterKind::Community | EncounterKind::Court | EncounterKind::Appointment => 60,
        EncounterKind::Group => 90,
    }
}

#[cfg(test)]
mod tests;
