//! Call-outs in the document of a caseload. Each thing that is said about one is a field of its own,
//! named after the call-out, so that two devices of a coach do not get in each other's way.

use super::super::value::Fields;
use super::super::{CaseloadDocument, CommandError, FieldValue};
use super::CASELOAD;
use crate::call_out::{Answer, CallOut, CallOutChange, CallOutStep, StepTime};
use crate::id::{ParticipantId, RecordId};
use crate::program::Referrer;
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{Now, Timestamp, moment_text, parse_moment};
use std::collections::BTreeMap;

/// What the names of fields begin with that are about call-outs; the call-out's id and the name of
/// the field follow.
const CALL_OUT: &str = "call_out:";
const SITE: &str = "site";
const PROGRAM: &str = "program";
const CALLER: &str = "caller";
const ANSWER: &str = "answer";
const PERSON: &str = "person";
const TAKEN_BACK: &str = "taken_back";

/// The call-out and its field that a field of the document is about.
pub fn call_out_field(field: &str) -> Option<(RecordId, &str)> {
    let (id, field) = field.strip_prefix(CALL_OUT)?.split_once(':')?;
    Some((id.parse().ok()?, field))
}

/// The time that a field of a step holds.
pub fn step_time(value: &FieldValue) -> Option<StepTime> {
    let (at, written) = value.as_text()?.split_once(' ')?;
    Some(StepTime {
        at: parse_moment(at)?.0,
        written_at: Timestamp::from_millis(written.parse().ok()?),
    })
}

impl CaseloadDocument {
    /// One call-out.
    pub fn call_out(&self, id: RecordId) -> Option<CallOut> {
        self.call_outs().into_iter().find(|one| one.id == id)
    }

    /// Every call-out, the newest first; ones taken back too.
    pub fn call_outs(&self) -> Vec<CallOut> {
        let Some(object) = self.root_map(CASELOAD) else {
            return Vec::new();
        };
        let fields = Fields::read(&self.automerge, &object);
        let mut found: BTreeMap<RecordId, Vec<(&str, &FieldValue)>> = BTreeMap::new();
        for (name, value) in fields.entries() {
            if let Some((id, field)) = call_out_field(name) {
                found.entry(id).or_default().push((field, value));
            }
        }
        let all = found.into_iter().rev();
        all.map(|(id, fields)| read(id, &fields)).collect()
    }

    /// The fields that a command to begin a call-out writes.
    pub(super) fn begin_call_out(
        &self,
        id: RecordId,
        now: Now,
    ) -> Result<Vec<(String, FieldValue)>, CommandError> {
        if self.call_out(id).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        let called = step_value(now.at, now);
        Ok(vec![(key(id, CallOutStep::Called.code()), called)])
    }

    /// The fields that a change of a call-out writes.
    pub(super) fn change_call_out(
        &self,
        id: RecordId,
        change: &CallOutChange,
        now: Now,
    ) -> Result<Vec<(String, FieldValue)>, CommandError> {
        let call_out = self.call_out(id).ok_or(CommandError::NoSuchRecord)?;
        if call_out.taken_back && *change != CallOutChange::TakenBack(false) {
            return Err(CommandError::Voided);
        }
        let words = |text: &str| {
            let text = Some(text.trim()).filter(|text| !text.is_empty());
            check_length(text.unwrap_or_default(), TEXT_LIMIT)?;
            Ok::<_, CommandError>(FieldValue::optional_text(text))
        };
        let (field, value) = match change {
            CallOutChange::Site(site) => (SITE, words(site)?),
            CallOutChange::Program(program) => (PROGRAM, words(program)?),
            CallOutChange::Caller(caller) => {
                let code = caller.map(Referrer::code);
                (CALLER, FieldValue::optional_text(code))
            }
            CallOutChange::Step(CallOutStep::Called, None) => return Err(CommandError::OutOfOrder),
            CallOutChange::Step(step, None) => (step.code(), FieldValue::Nothing),
            CallOutChange::Step(step, Some(at)) => {
                if !call_out.fits(*step, *at, now.at) {
                    return Err(CommandError::OutOfOrder);
                }
                (step.code(), step_value(*at, now))
            }
            CallOutChange::Answer(answer) => {
                // Who has a record was met and accepted.
                if call_out.person.is_some() && *answer != Some(Answer::Accepted) {
                    return Err(CommandError::AlreadyRecorded);
                }
                let code = answer.map(Answer::code);
                (ANSWER, FieldValue::optional_text(code))
            }
            CallOutChange::Person(participant, contact) => {
                if call_out.answer != Some(Answer::Accepted) {
                    return Err(CommandError::OutOfOrder);
                }
                if call_out.person.is_some() {
                    return Err(CommandError::AlreadyRecorded);
                }
                let text = format!("{participant} {contact}");
                (PERSON, FieldValue::Text(text))
            }
            CallOutChange::TakenBack(back) => {
                if *back && call_out.person.is_some() {
                    return Err(CommandError::AlreadyRecorded);
                }
                (TAKEN_BACK, FieldValue::Flag(*back))
            }
        };
        Ok(vec![(key(id, field), value)])
    }
}

fn key(id: RecordId, field: &str) -> String {
    format!("{CALL_OUT}{id}:{field}")
}

/// When a step was taken where it was taken, and when that was written down.
fn step_value(at: Timestamp, now: Now) -> FieldValue {
    let taken = moment_text(at, now.offset_minutes);
    let written = now.at.within_years().millis();
    FieldValue::Text(format!("{taken} {written}"))
}

fn read(id: RecordId, fields: &[(&str, &FieldValue)]) -> CallOut {
    let field = |name: &str| {
        let found = fields.iter().find(|(known, _)| *known == name);
        found.map_or(&FieldValue::Nothing, |(_, value)| *value)
    };
    let text = |name| field(name).as_text().unwrap_or_default();
    let step = |step: &CallOutStep| Some((*step, step_time(field(step.code()))?));
    CallOut {
        id,
        site: text(SITE).to_owned(),
        program: text(PROGRAM).to_owned(),
        caller: Referrer::from_code(text(CALLER)),
        steps: CallOutStep::ALL.iter().filter_map(step).collect(),
        answer: Answer::from_code(text(ANSWER)),
        person: person(text(PERSON)),
        taken_back: field(TAKEN_BACK).flag().unwrap_or(false),
    }
}

fn person(text: &str) -> Option<(ParticipantId, RecordId)> {
    let (participant, contact) = text.split_once(' ')?;
    Some((participant.parse().ok()?, contact.parse().ok()?))
}
