//! Rotas of who is on call.

use handrail_engine::api::on_call::{Discipline, Hours, Person, Rota, RotaKind, Rotate, Turn};
use handrail_engine::api::{
    CoachingCommand, Command, EngineError, LocalDate, OnCallCommand, OnCallView, Query, Reply,
    TimeOfDay, Zone,
};

use super::Device;

pub fn on_call(device: &mut Device) -> OnCallView {
    match device.query(Query::OnCall) {
        Reply::OnCall(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn order(device: &mut Device, command: OnCallCommand) -> Result<String, EngineError> {
    match device.order(Command::Coaching(CoachingCommand::OnCall(command)))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

pub fn clock(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

pub fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

/// A member as the agency knows them, with a telephone.
pub fn member(view: &OnCallView, name: &str) -> Person {
    let found = view.members.iter().find(|one| one.name == name).unwrap();
    Person {
        member: Some(found.member.parse().unwrap()),
        name: name.to_owned(),
        phone: "608-555-0100".to_owned(),
        discipline: Discipline::Supervisor,
    }
}

/// The first by day and the second by night, and each after the other.
pub fn day_and_night(first: Person, second: Person) -> Rota {
    let turn = |at, place| Turn {
        hours: Hours {
            days: 0b111_1111,
            at: clock(at),
            minutes: 720,
        },
        rotate: Rotate::Weekly,
        groups: vec![vec![place]],
    };
    Rota {
        name: "Supervisors".to_owned(),
        kind: RotaKind::Supervisors,
        zone: Zone::Central,
        from: day("2026-05-01"),
        until: None,
        people: vec![first, second],
        turns: vec![turn("07:00", 0), turn("19:00", 1)],
        meant: Vec::new(),
        needs: Vec::new(),
        fallback: vec![0, 1],
    }
}

pub fn keep(
    device: &mut Device,
    replaces: Option<&str>,
    rota: Rota,
) -> Result<String, EngineError> {
    let replaces = replaces.map(str::to_owned);
    let rota = Box::new(rota);
    order(device, OnCallCommand::Keep { replaces, rota })
}
