use handrail_engine::api::{
    Activity, EncounterInput, EncounterKind, EncounterPatch, EncounterView, EngineError,
    InvalidField, Outcome,
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
    /// Kits.
    pub naloxone_kits: u32,
    /// Miles as typed.
    pub miles: String,
    /// Note.
    pub note: String,
    /// Day and time as typed, when it was not just now.
    pub earlier: Option<(String, String)>,
}

impl Default for LogForm {
    fn default() -> Self {
        Self {
            kind: EncounterKind::Phone,
            outcome: Outcome::Reached,
            minutes: usual_minutes(EncounterKind::Phone, Outcome::Reached),
            minutes_by_hand: false,
            activities: Vec::new(),
            naloxone_kits: 0,
            miles: String::new(),
            note: String::new(),
            earlier: None,
        }
    }
}

impl LogForm {
    /// The sheet of a contact already logged.
    pub fn of(view: &EncounterView, moment: &Moment) -> Self {
        let (day, time) = moment.local(view.at);
        Self {
            kind: view.kind,
            outcome: view.outcome,
            minutes: view.minutes,
            minutes_by_hand: true,
            activities: view.activities.clone(),
            naloxone_kits: view.naloxone_kits,
            miles: if view.miles_tenths == 0 {
                String::new()
            } else {
                tenths(view.miles_tenths)
            },
            note: view.note.clone(),
            earlier: Some((day.to_string(), time.format("%H:%M").to_string())),
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

/// A sensible start for the minutes.
fn usual_minutes(kind: EncounterKind, outcome: Outcome) -> u32 {
    if !matches!(outcome, Outcome::Reached | Outcome::DeclinedForNow) {
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
mod tests {
    use handrail_engine::api::Delivery;

    use super::*;

    fn moment() -> Moment {
        Moment {
            at: 1_795_304_280_000,
            offset_at: |_| -360,
        }
    }

    #[test]
    fn the_minutes_follow_how_and_outcome_until_set_by_hand() {
        let mut form = LogForm::default();
        form.set_kind(EncounterKind::Bedside);
        assert_eq!(form.minutes, 30);
        form.set_outcome(Outcome::NoAnswer);
        assert_eq!(form.minutes, 5);
        form.set_minutes(7);
        form.set_kind(EncounterKind::Group);
        assert_eq!(form.minutes, 7);
    }

    #[test]
    fn a_draft_comes_back_as_it_was() {
        let mut form = LogForm {
            note: "half a \"word\"\n".to_owned(),
            ..LogForm::default()
        };
        form.set_activity(Activity::Housing, true);
        form.set_activity(Activity::CheckIn, true);
        form.set_activity(Activity::Housing, false);
        let kept: LogForm = serde_json::from_str(&serde_json::to_string(&form).unwrap()).unwrap();
        assert_eq!(kept, form);
        assert_eq!(kept.activities, [Activity::CheckIn]);
    }

    #[test]
    fn miles_are_read_in_tenths_and_nonsense_is_refused() {
        let miles = |text: &str| {
            LogForm {
                miles: text.to_owned(),
                ..LogForm::default()
            }
            .input(&moment())
            .map(|input| input.miles_tenths)
        };
        assert_eq!(miles(""), Ok(0));
        assert_eq!(miles("12"), Ok(120));
        assert_eq!(miles("12,5"), Ok(125));
        assert_eq!(miles(".5"), Ok(5));
        assert!(miles("far").is_err());
        assert!(miles("1.x").is_err());
        assert!(miles("1000").is_err());
    }

    #[test]
    fn a_time_ahead_is_refused_and_an_earlier_one_is_taken() {
        let at = |day: &str, time: &str| {
            LogForm {
                earlier: Some((day.to_owned(), time.to_owned())),
                ..LogForm::default()
            }
            .input(&moment())
            .map(|input| input.at)
        };
        assert_eq!(at("2026-11-21", "17:38"), Ok(Some(1_795_304_280_000)));
        assert!(at("2026-11-22", "17:38").is_err());
        assert!(at("", "17:38").is_err());
    }

    #[test]
    fn an_edit_writes_only_what_differs() {
        let view = EncounterView {
            id: String::new(),
            kind: EncounterKind::Phone,
            outcome: Outcome::Reached,
            at: 1_795_304_285_123,
            local_date: "2026-11-21".to_owned(),
            minutes: 15,
            activities: vec![Activity::CheckIn],
            naloxone_kits: 0,
            miles_tenths: 0,
            note: "before".to_owned(),
            author: String::new(),
            own: true,
            created_at: 0,
            edited: false,
            voided: None,
            delivery: Delivery::OnThisDevice,
        };
        let later = Moment {
            at: view.at + 60_000,
            ..moment()
        };
        let mut form = LogForm::of(&view, &later);
        assert_eq!(form.patch(&view, &later), Ok(EncounterPatch::default()));
        form.note = "after".to_owned();
        assert_eq!(
            form.patch(&view, &later),
            Ok(EncounterPatch {
                note: Some("after".to_owned()),
                ..EncounterPatch::default()
            })
        );
    }
}
