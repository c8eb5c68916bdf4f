//! A calendar made up.

use handrail_engine::api::{
    AgendaRow, AgendaView, AgendaWhat, Along, AppointmentFacts, AppointmentKind, ConflictVersion,
    ConflictView, IntakeStatus, LocalDate, MilestoneEvent, PlanKind, Ride, Slot, Upshot,
};

use crate::stage::NOW;

fn slot(text: &str) -> Slot {
    Slot::parse(text).unwrap_or(Slot {
        day: LocalDate::LAST,
        time: None,
    })
}

fn row(id: &str, name: &str, when: &str, what: AgendaWhat) -> AgendaRow {
    AgendaRow {
        participant: id.repeat(16),
        name: name.to_owned(),
        coach: "Marisol Reyes".to_owned(),
        own: true,
        slot: slot(when),
        record: format!("{id}{when}{what:?}"),
        disagree: matches!(what, AgendaWhat::Intake(_)),
        what,
    }
}

fn appointment(
    number: u8,
    (id, name): (&str, &str),
    times: &[&str],
    change: impl Fn(&mut AppointmentFacts),
) -> Vec<AgendaRow> {
    let mut facts = AppointmentFacts {
        kind: AppointmentKind::Court,
        slots: times.iter().map(|time| slot(time)).collect(),
        place: String::new(),
        words: String::new(),
        along: Along::Coach,
        ride: None,
        upshot: None,
    };
    change(&mut facts);
    let row = |time: &&str| {
        let what = AgendaWhat::Appointment {
            id: format!("k{number}"),
            facts: Box::new(facts.clone()),
        };
        row(id, name, time, what)
    };
    times.iter().map(row).collect()
}

const DEE: (&str, &str) = ("01", "Dee Okafor");
const RAY: (&str, &str) = ("02", "Ray Lindqvist");

fn begun() -> Vec<AgendaRow> {
    appointment(1, DEE, &["2026-11-20T10:00"], |facts| {
        facts.kind = AppointmentKind::Dental;
        "12 Example Street, second floor".clone_into(&mut facts.place);
        facts.ride = Some(Ride::Coach);
    })
}

fn ahead() -> Vec<AgendaRow> {
    let mut rows = appointment(2, RAY, &["2026-11-21T18:00"], |facts| {
        facts.kind = AppointmentKind::SelfHelp;
        "St. Example Church, side entrance".clone_into(&mut facts.place);
        "It is their first time. Meet at the corner at a quarter to.".clone_into(&mut facts.words);
        facts.ride = Some(Ride::Bus);
    });
    rows.extend(appointment(3, DEE, &["2026-11-22T14:30"], |facts| {
        facts.ride = Some(Ride::Missing);
    }));
    rows
}

/// What Today reminds of.
pub fn today() -> Vec<AgendaRow> {
    let mut rows = begun();
    rows.extend(ahead());
    rows
}

/// Of everybody, or of one; participant `02…` has nothing ahead.
pub fn view(participant: Option<&str>) -> AgendaView {
    let today = slot("2026-11-21").day;
    let people = vec![
        ("01".repeat(16), "Dee Okafor".to_owned()),
        ("02".repeat(16), "Ray Lindqvist".to_owned()),
    ];
    let mut view = AgendaView {
        today,
        people,
        begun: begun(),
        coming: ahead(),
        groups: if participant.is_none() {
            super::groups::due().into_iter().skip(1).collect()
        } else {
            Vec::new()
        },
        done: appointment(4, DEE, &["2026-11-18T09:00"], |facts| {
            facts.kind = AppointmentKind::Medical;
            facts.upshot = Some(Upshot::WentAlong);
        }),
        conflicts: vec![(
            "01".repeat(16),
            ConflictView {
                record: "k5".to_owned(),
                field: "when".to_owned(),
                versions: [
                    ("2026-11-27T09:00", "Marisol Reyes"),
                    ("2026-12-04", "Sam Ito"),
                ]
                .map(|(value, author)| ConflictVersion {
                    value: value.to_owned(),
                    author: author.to_owned(),
                    at: NOW - 3_600_000,
                })
                .into(),
            },
        )],
    };
    let intake = AgendaWhat::Intake(IntakeStatus::Tentative);
    view.coming
        .push(row("02", "Ray Lindqvist", "2026-11-24", intake));
    view.coming.extend(appointment(
        5,
        DEE,
        &["2026-11-27T09:00", "2026-12-04"],
        |facts| {
            facts.kind = AppointmentKind::Probation;
            facts.along = Along::Nobody;
        },
    ));
    let due = AgendaWhat::Due {
        kind: PlanKind::Requirement,
        words: "Parenting class certificate".to_owned(),
    };
    view.coming.push(row("01", "Dee Okafor", "2026-12-10", due));
    let release = AgendaWhat::Milestone(MilestoneEvent::ReleaseExpected);
    view.coming
        .push(row("03", "Ana Whitfield", "2027-06-01", release));
    if let Some(participant) = participant {
        for rows in [&mut view.begun, &mut view.coming, &mut view.done] {
            rows.retain(|row| row.participant.starts_with(participant));
        }
        view.people.retain(|(id, _)| id.starts_with(participant));
        view.conflicts.retain(|(id, _)| id.starts_with(participant));
    }
    if participant.is_some_and(|id| id.starts_with("02")) {
        view.coming.clear();
    }
    view
}
