//! The words for who is on call.

use handrail_engine::api::on_call::{Discipline, Gap, RotaFault, RotaKind, Rotate};

use super::{
    Words,
    dates::{self, Moment},
};

/// For whom a rota is.
pub fn kind(kind: RotaKind) -> &'static str {
    match kind {
        RotaKind::Supervisors => "rota-kind-supervisors",
        RotaKind::Coaches => "rota-kind-coaches",
        RotaKind::Team => "rota-kind-team",
    }
}

/// A profession.
pub fn discipline(discipline: Discipline) -> &'static str {
    match discipline {
        Discipline::Supervisor => "discipline-supervisor",
        Discipline::Peer => "discipline-peer",
        Discipline::Officer => "discipline-officer",
        Discipline::Paramedic => "discipline-paramedic",
        Discipline::Clinician => "discipline-clinician",
        Discipline::Other => "discipline-other",
    }
}

/// When the turn goes to the next.
pub fn rotate(rotate: Rotate) -> &'static str {
    match rotate {
        Rotate::Weekly => "rota-rotate-weekly",
        Rotate::EachShift => "rota-rotate-shift",
    }
}

/// What is to be mended in a rota.
pub fn fault(fault: RotaFault) -> &'static str {
    match fault {
        RotaFault::Name => "rota-fault-name",
        RotaFault::People => "rota-fault-people",
        RotaFault::Person => "rota-fault-person",
        RotaFault::Turns => "rota-fault-turns",
        RotaFault::Hours => "rota-fault-hours",
        RotaFault::Group => "rota-fault-group",
        RotaFault::Until => "rota-fault-until",
    }
}

/// From when until when; a day on which both are is said once.
pub fn span(words: &Words, moment: &Moment, start: i64, end: i64) -> String {
    let is_one_day = moment.local(start).0 == moment.local(end).0;
    let start = dates::day_and_time(words, moment, start);
    let end = if is_one_day {
        dates::time(words, moment, end)
    } else {
        dates::day_and_time(words, moment, end)
    };
    let span = [("start", start.into()), ("end", end.into())];
    dates::alone(words.say_with("on-call-span", span))
}

/// What is missing in a gap.
pub fn gap(words: &Words, gap: &Gap) -> String {
    if gap.nobody {
        return words.say("on-call-gap-nobody");
    }
    let lacking = gap.lacking.iter().map(|one| words.say(discipline(*one)));
    let lacking: Vec<String> = lacking.collect();
    words.say_with("on-call-gap-lacking", [("who", lacking.join(", ").into())])
}
