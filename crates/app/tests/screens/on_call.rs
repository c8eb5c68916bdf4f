//! Who is on call, made up.

use handrail_domain::on_call::{
    Discipline, Gap, Head, Hours, OnCall, Person, Rota, RotaKind, Rotate, Seat, Second, Shift,
    Swap, SwapLoss, SwapState, Turn,
};
use handrail_domain::{LocalDate, MemberId, RecordId, TimeOfDay, Timestamp};
use handrail_engine::api::{MemberChoice, OnCallView, RotaView, SoughtView, SwapView, Zone};

use crate::stage::NOW;

const HOUR: i64 = 3_600_000;

fn person(name: &str, discipline: Discipline) -> Person {
    Person {
        member: None,
        name: name.to_owned(),
        phone: "608-555-0190".to_owned(),
        discipline,
    }
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::FIRST)
}

fn at(hours: i64) -> Timestamp {
    Timestamp::from_millis(NOW + hours * HOUR)
}

/// Olga asks for Marisol's hour, and a swap that came to nothing.
fn swaps(rota: RecordId, olgas: &Shift, own: &Shift) -> Vec<SwapView> {
    let seat = |shift: &Shift| Seat {
        rota,
        on: shift.on,
        at: shift.at,
        start: shift.start,
        end: shift.end,
        person: shift
            .people
            .first()
            .cloned()
            .unwrap_or_else(|| person("Olga Heron", Discipline::Supervisor)),
    };
    let swap = |number, state| SwapView {
        may_answer: state == SwapState::Asked,
        may_withdraw: false,
        may_undo: false,
        swap: Swap {
            id: RecordId::from_bytes([number; 16]),
            first: seat(olgas),
            second: Second::Swaps(seat(own)),
            state,
        },
    };
    vec![
        swap(11, SwapState::Asked),
        swap(10, SwapState::Lost(SwapLoss::Changed)),
    ]
}

/// A rota of two supervisors, with a gap two days ahead, and a call that was not answered yet.
pub fn view() -> OnCallView {
    let nadia = person("Nadia Frost", Discipline::Supervisor);
    let olga = Person {
        member: Some(MemberId::from_bytes([7; 16])),
        ..person("Olga Heron", Discipline::Supervisor)
    };
    let own = person("Marisol Reyes", Discipline::Peer);
    let clock = |text| TimeOfDay::parse(text).unwrap_or(TimeOfDay::NOON);
    let hours = Hours {
        days: 0b111_1111,
        at: clock("07:00"),
        minutes: 720,
    };
    let id = RecordId::from_bytes([8; 16]);
    let shift = |hours, people: Vec<Person>, away: Vec<Person>| Shift {
        on: day("2026-11-21").plus_days(hours / 24),
        at: clock("07:00"),
        start: at(hours),
        end: at(hours + 12),
        people,
        away,
        swapped: Vec::new(),
    };
    let evening = Hours {
        at: clock("20:00"),
        minutes: 60,
        ..hours
    };
    let own_hour = Shift {
        at: evening.at,
        end: at(37),
        ..shift(36, vec![own.clone()], Vec::new())
    };
    let olgas = shift(72, vec![olga.clone()], Vec::new());
    OnCallView {
        may_plan: true,
        own: own.clone(),
        swaps: swaps(id, &olgas, &own_hour),
        rotas: vec![RotaView {
            head: Head {
                id,
                root: id,
                since: day("2026-11-01"),
                rota: Rota {
                    name: "Supervisors, day and night".to_owned(),
                    kind: RotaKind::Supervisors,
                    zone: Zone::Central,
                    from: day("2026-11-01"),
                    until: None,
                    people: vec![nadia.clone(), olga.clone(), own],
                    turns: vec![
                        Turn {
                            hours,
                            rotate: Rotate::Weekly,
                            groups: vec![vec![1], vec![0]],
                        },
                        Turn {
                            hours: evening,
                            rotate: Rotate::Weekly,
                            groups: vec![vec![2]],
                        },
                    ],
                    meant: Vec::new(),
                    needs: vec![(Discipline::Supervisor, 1)],
                    fallback: vec![0, 1],
                },
                disagrees: false,
                left: Vec::new(),
            },
            now: OnCall {
                rota: id,
                people: vec![nadia.clone()],
                until: Some(at(2)),
                fallback: vec![olga.clone()],
            },
            shifts: vec![
                shift(-2, vec![nadia.clone()], Vec::new()),
                own_hour,
                shift(48, Vec::new(), vec![olga]),
                olgas,
            ],
            changes: Vec::new(),
            undoable: Vec::new(),
        }],
        gaps: vec![Gap {
            rota: id,
            start: at(48),
            end: at(60),
            nobody: true,
            lacking: Vec::new(),
        }],
        looked_until: NOW + 14 * 24 * HOUR,
        sought: vec![SoughtView {
            id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".to_owned(),
            who: "Nadia Frost".to_owned(),
            by: "Marisol Reyes".to_owned(),
            own: true,
            at: NOW - 10 * 60_000,
            minutes: None,
        }],
        members: vec![MemberChoice {
            member: "ad".to_owned(),
            name: "Marisol Reyes".to_owned(),
        }],
    }
}
