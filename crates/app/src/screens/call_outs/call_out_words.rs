use handrail_engine::api::{CallOutAnswer, CallOutConflict, CallOutStep, CallOutVersion, Referrer};

use crate::words::{
    Words,
    dates::{self, Moment},
    labels,
};

/// What a step is called once it was taken.
pub fn step(step: CallOutStep) -> &'static str {
    match step {
        CallOutStep::Called => "call-out-called",
        CallOutStep::Accepted => "call-out-accepted",
        CallOutStep::OnMyWay => "call-out-on-my-way",
        CallOutStep::Arrived => "call-out-arrived",
        CallOutStep::Offered => "call-out-offered",
        CallOutStep::Left => "call-out-left",
    }
}

/// What the coach says when they take a step.
pub fn take(step: CallOutStep) -> &'static str {
    match step {
        CallOutStep::Called => "call-out-begin",
        CallOutStep::Accepted => "call-out-take-accepted",
        CallOutStep::OnMyWay => "call-out-take-on-my-way",
        CallOutStep::Arrived => "call-out-take-arrived",
        CallOutStep::Offered => "call-out-take-offered",
        CallOutStep::Left => "call-out-take-left",
    }
}

/// What came of the offer.
pub fn answer(answer: CallOutAnswer) -> &'static str {
    match answer {
        CallOutAnswer::Accepted => "call-out-answer-accepted",
        CallOutAnswer::CallBack => "call-out-answer-call-back",
        CallOutAnswer::Declined => "call-out-answer-declined",
        CallOutAnswer::Asleep => "call-out-answer-asleep",
        CallOutAnswer::Unable => "call-out-answer-unable",
        CallOutAnswer::LeftEarly => "call-out-answer-left-early",
        CallOutAnswer::NotMet => "call-out-answer-not-met",
    }
}

/// A field on which devices disagree.
pub fn conflict_field(conflict: &CallOutConflict) -> &'static str {
    match conflict.field.as_str() {
        "site" => "call-out-where",
        "program" => "detail-program",
        "caller" => "call-out-caller",
        "answer" => "call-out-answer",
        "person" => "call-out-person",
        code => CallOutStep::from_code(code).map_or("call-out-take-back", step),
    }
}

/// One of the values.
pub fn version(words: &Words, moment: &Moment, field: &str, version: &CallOutVersion) -> String {
    if let Some(at) = version.time {
        return dates::alone(dates::day_and_time(words, moment, at));
    }
    let key = match field {
        "answer" => CallOutAnswer::from_code(&version.value).map(answer),
        "caller" => Referrer::from_code(&version.value).map(labels::referrer),
        _ => None,
    };
    match key {
        Some(key) => words.say(key),
        None if version.value.is_empty() => words.say("value-empty"),
        // Whose record it is says nothing as a number; when it was chosen does.
        None if field == "person" => dates::alone(dates::day_and_time(words, moment, version.at)),
        None if field == "taken_back" && version.value == "no" => words.say("value-no"),
        None if field == "taken_back" => words.say("value-yes"),
        None => version.value.clone(),
    }
}
