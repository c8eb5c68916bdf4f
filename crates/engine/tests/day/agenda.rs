//! The calendar: appointments written with no network, kept through a crash, the same on every
//! device that reads the record, and beside everything else that has a day (issue 4.8).

use crate::support::two::{World, add, invite, join, pair, supervisor, today};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    AgendaRow, AgendaView, AgendaWhat, Along, AppointmentCommand, AppointmentField as F,
    AppointmentKind, Command, EngineError, Export, IntakeStatus, InvalidField, LogKind,
    MilestoneEvent, MilestoneInput, PlanCommand, PlanField, PlanKind, Query, Reply, Request, Role,
    Slot, Standing, Upshot,
};

fn agenda(device: &mut Device, participant: Option<&str>) -> AgendaView {
    let query = Query::Agenda {
        participant: participant.map(str::to_owned),
    };
    match device.query(query) {
        Reply::Agenda(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// A day from today on, and an hour.
fn slot(device: &mut Device, days: i64, time: &str) -> Slot {
    let today = agenda(device, None).today;
    Slot::parse(&format!("{}{time}", today.plus_days(days))).unwrap()
}

fn put(
    device: &mut Device,
    participant: &str,
    kind: AppointmentKind,
    when: Slot,
) -> Result<String, EngineError> {
    let fields = vec![F::Kind(kind), F::When(when), F::Along(Along::Coach)];
    let command = AppointmentCommand::Add {
        participant: participant.to_owned(),
        fields,
    };
    match device.order(Command::Appointment(command))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn change(device: &mut Device, participant: &str, appointment: &str, field: F) {
    let command = AppointmentCommand::Change {
        participant: participant.to_owned(),
        appointment: appointment.to_owned(),
        changes: vec![field],
    };
    device.order(Command::Appointment(command)).unwrap();
}

fn unlock(device: &mut Device) {
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
}

fn slots(rows: &[AgendaRow]) -> Vec<Slot> {
    rows.iter().map(|row| row.slot).collect()
}

fn ids(rows: &[AgendaRow]) -> Vec<&str> {
    rows.iter()
        .filter_map(|row| match &row.what {
            AgendaWhat::Appointment { id, .. } => Some(id.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn s2_16_s4_8_everything_that_has_a_day_stands_in_one_calendar_also_after_a_crash() {
    let mut device = Device::new(1);
    device.found();
    let (ray, dee) = (
        add(&mut device, "Ray Example"),
        add(&mut device, "Dee Example"),
    );
    let days: Vec<Slot> = (0..70).map(|n| slot(&mut device, n, "")).collect();
    let half_past_two = slot(&mut device, 3, "T14:30");
    let dentist = put(&mut device, &ray, AppointmentKind::Dental, half_past_two).unwrap();
    let far = put(&mut device, &ray, AppointmentKind::Court, days[65]).unwrap();
    let milestones = [
        MilestoneInput::Intake {
            status: IntakeStatus::Tentative,
            on: Some(days[5].day.to_string()),
        },
        MilestoneInput::Dated {
            event: MilestoneEvent::CourtDate,
            on: days[4].day.to_string(),
        },
    ];
    for milestone in milestones {
        let command = Command::RecordMilestone {
            participant: dee.clone(),
            milestone,
        };
        device.order(command).unwrap();
    }
    let mut required = |words: &str| {
        let command = PlanCommand::Add {
            participant: dee.clone(),
            kind: PlanKind::Requirement,
            goal: None,
            fields: vec![
                PlanField::Words(words.to_owned()),
                PlanField::Due(Some(days[6].day)),
            ],
        };
        match device.order(Command::Plan(command)).unwrap() {
            Reply::Record(record) => record.record.unwrap(),
            other => panic!("{other:?}"),
        }
    };
    let (_, done) = (required("Finish the class"), required("Already handed in"));
    let command = PlanCommand::Change {
        participant: dee.clone(),
        entry: done,
        changes: vec![PlanField::Standing(Standing::Done)],
    };
    device.order(Command::Plan(command)).unwrap();
    device.crash();
    unlock(&mut device);
    let view = agenda(&mut device, None);
    assert_eq!(
        slots(&view.coming),
        [half_past_two, days[4], days[5], days[6]]
    );
    assert_eq!(
        ids(&view.coming),
        [&dentist],
        "two months ahead are enough at once"
    );
    let whats: Vec<&AgendaWhat> = view.coming.iter().map(|row| &row.what).collect();
    assert_eq!(*whats[1], AgendaWhat::Milestone(MilestoneEvent::CourtDate));
    assert_eq!(*whats[2], AgendaWhat::Intake(IntakeStatus::Tentative));
    assert!(
        matches!(whats[3], AgendaWhat::Due { kind: PlanKind::Requirement, words } if words == "Finish the class")
    );
    assert_eq!(view.people.len(), 2);
    let of_ray = agenda(&mut device, Some(&ray));
    assert_eq!(ids(&of_ray.coming), [&dentist, &far]);
    // The calendar is no duty: nothing is owed for it.
    assert!(
        today(&mut device)
            .owed
            .iter()
            .all(|row| row.participant != ray)
    );
}

#[test]
fn today_reminds_on_the_day_and_on_the_evening_before_and_asks_how_it_went() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    // It is two in the afternoon.
    let tomorrow = slot(&mut device, 1, "T14:30");
    let court = put(&mut device, &ray, AppointmentKind::Court, tomorrow).unwrap();
    assert!(
        today(&mut device).appointments.is_empty(),
        "the afternoon before"
    );
    device.pass(3 * 3_600_000);
    assert_eq!(
        ids(&today(&mut device).appointments),
        [&court],
        "the evening before"
    );
    device.pass(16 * 3_600_000);
    assert_eq!(
        ids(&today(&mut device).appointments),
        [&court],
        "the day itself"
    );
    assert!(agenda(&mut device, None).begun.is_empty());
    device.pass(6 * 3_600_000);
    // An hour further west it is ten past two on the wall: not yet.
    device.clock.offset_minutes = -350;
    assert_eq!(slots(&agenda(&mut device, None).coming), [tomorrow]);
    device.clock.offset_minutes = -300;
    assert_eq!(ids(&agenda(&mut device, None).begun), [&court]);
    assert_eq!(
        ids(&today(&mut device).appointments),
        [&court],
        "how did it go?"
    );
    change(
        &mut device,
        &ray,
        &court,
        F::Upshot(Some(Upshot::WentAlong)),
    );
    assert!(today(&mut device).appointments.is_empty());
    let view = agenda(&mut device, None);
    assert_eq!(
        (ids(&view.begun), ids(&view.done)),
        (vec![], vec![court.as_str()])
    );
    change(&mut device, &ray, &court, F::Upshot(None));
    assert_eq!(ids(&agenda(&mut device, None).begun), [&court]);
}

#[test]
fn an_appointment_needs_a_day_and_is_taken_back_with_a_reason() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let command = AppointmentCommand::Add {
        participant: ray.clone(),
        fields: vec![F::Kind(AppointmentKind::Court)],
    };
    let refused = device.order(Command::Appointment(command));
    assert!(matches!(
        refused,
        Err(EngineError::Invalid {
            field: InvalidField::Date,
            ..
        })
    ));
    let soon = slot(&mut device, 2, "T09:00");
    let court = put(&mut device, &ray, AppointmentKind::Court, soon).unwrap();
    let void = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: court,
        reason: "of somebody else".to_owned(),
    };
    device.order(void).unwrap();
    assert!(agenda(&mut device, Some(&ray)).coming.is_empty());
}

#[test]
fn of_two_who_move_it_offline_both_times_are_shown_until_one_is_chosen() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    let ray = add(&mut phone, "Ray Example");
    let [first, early, late] = [(3, "T14:30"), (3, "T09:00"), (10, "T14:30")]
        .map(|(days, time)| slot(&mut phone, days, time));
    let court = put(&mut phone, &ray, AppointmentKind::Court, first).unwrap();
    world.sync(&mut phone);
    world.sync(&mut desk);
    let [row] = agenda(&mut desk, None).coming.try_into().unwrap();
    assert_eq!(
        (row.slot, row.own, row.coach.as_str()),
        (first, false, "Cleo Coach")
    );
    assert!(
        today(&mut desk).appointments.is_empty(),
        "it is the coach's to go"
    );
    world.cut = true;
    change(&mut phone, &ray, &court, F::When(early));
    change(&mut desk, &ray, &court, F::When(late));
    world.cut = false;
    for _ in 0..2 {
        world.sync(&mut phone);
        world.sync(&mut desk);
    }
    for device in [&mut phone, &mut desk] {
        let view = agenda(device, None);
        assert_eq!(slots(&view.coming), [early, late], "on both days");
        let [(of, conflict)] = view.conflicts.try_into().unwrap();
        assert_eq!((of, conflict.field.as_str()), (ray.clone(), "when"));
        assert_eq!(conflict.versions.len(), 2);
    }
    let choose = Command::ResolveConflict {
        participant: ray.clone(),
        record: court.clone(),
        field: "when".to_owned(),
        value: late.to_string(),
    };
    desk.order(choose).unwrap();
    world.sync(&mut desk);
    world.sync(&mut phone);
    for device in [&mut phone, &mut desk] {
        let view = agenda(device, None);
        assert_eq!(slots(&view.coming), [late]);
        assert!(view.conflicts.is_empty());
    }
}

#[test]
fn a_file_for_another_calendar_stands_in_the_access_log() {
    let mut device = Device::new(1);
    device.found();
    device
        .order(Command::NoteExport(Export::Calendar(3)))
        .unwrap();
    let Reply::AccessLog(log) = device.query(Query::AccessLog { limit: 10 }) else {
        panic!()
    };
    let saved = log.iter().find(|row| row.kind == LogKind::CalendarSaved);
    assert_eq!(saved.map(|row| row.rows), Some(3));
}

#[test]
fn s0_8_while_two_devices_disagree_on_an_intake_the_calendar_does_not_say_that_it_is_confirmed() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    let on = slot(&mut cory, 5, "").day.to_string();
    let milestone = MilestoneInput::Intake {
        status: IntakeStatus::Asked,
        on: Some(on.clone()),
    };
    let participant = ray.clone();
    let asked = Command::RecordMilestone {
        participant,
        milestone,
    };
    let Reply::Record(record) = cory.order(asked).unwrap() else {
        panic!("no record");
    };
    let settle = |world: &mut World, sam: &mut Device, cory: &mut Device| {
        for _ in 0..4 {
            world.sync(cory);
            world.sync(sam);
        }
    };
    settle(&mut world, &mut sam, &mut cory);
    for (device, status) in [
        (&mut sam, IntakeStatus::Confirmed),
        (&mut cory, IntakeStatus::Tentative),
    ] {
        let change = Command::SetIntake {
            participant: ray.clone(),
            milestone: record.record.clone().unwrap(),
            status,
            on: Some(on.clone()),
        };
        device.order(change).unwrap();
    }
    settle(&mut world, &mut sam, &mut cory);
    for device in [&mut sam, &mut cory] {
        let [row] = agenda(device, None).coming.try_into().unwrap();
        assert_eq!(row.what, AgendaWhat::Intake(IntakeStatus::Tentative));
        assert!(row.disagree);
    }
}

#[test]
fn what_two_wrote_down_for_the_same_day_are_two_rows_of_two_records() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let on = slot(&mut device, 5, "").day.to_string();
    for _ in 0..2 {
        let court = Command::RecordMilestone {
            participant: ray.clone(),
            milestone: MilestoneInput::Dated {
                event: MilestoneEvent::CourtDate,
                on: on.clone(),
            },
        };
        device.order(court).unwrap();
    }
    let [one, other] = agenda(&mut device, None).coming.try_into().unwrap();
    assert_eq!((one.what, one.slot), (other.what, other.slot));
    assert_ne!(one.record, other.record);
}
