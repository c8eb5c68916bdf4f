//! Which people a list shows, and what a member keeps to look at again (issue 4.8).

use crate::support::three::team;
use crate::support::two::{World, add, invite, join, log, supervisor};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    AppointmentCommand, AppointmentField, AppointmentKind, Area, AroundCommand, AroundField,
    CoachingCommand, Command, EngineError, ForgetReason, IntakeStatus, InvalidField,
    MilestoneInput, Origin, PeopleFilter, PeopleStatus, PeopleView, PlanCommand, PlanField,
    PlanKind, Query, Relation, Reply, Request, Role, SavedPeople, SayingCommand, SayingField, Slot,
};

fn people(device: &mut Device, filter: PeopleFilter, offset: u32, limit: u32) -> PeopleView {
    let query = Query::People {
        search: String::new(),
        filter,
        offset,
        limit,
    };
    match device.query(query) {
        Reply::People(view) => view,
        other => panic!("{other:?}"),
    }
}

fn names(device: &mut Device, filter: PeopleFilter) -> Vec<String> {
    let rows = people(device, filter, 0, 100).rows;
    rows.into_iter().map(|row| row.name).collect()
}

fn with(status: PeopleStatus) -> PeopleFilter {
    PeopleFilter {
        status: Some(status),
        ..PeopleFilter::default()
    }
}

fn record(device: &mut Device, participant: &str, milestone: MilestoneInput) {
    let command = Command::RecordMilestone {
        participant: participant.to_owned(),
        milestone,
    };
    device.order(command).unwrap();
}

/// Anna waits for her intake, Ben's is confirmed, and nobody ever reached Cy and Dora.
fn four(device: &mut Device) {
    let on = "2026-05-04".to_owned();
    let anna = add(device, "Anna Example");
    let ben = add(device, "Ben Example");
    for name in ["Cy Example", "Dora Example"] {
        add(device, name);
    }
    for of in [&anna, &ben] {
        record(device, of, MilestoneInput::Discharged { on: on.clone() });
    }
    log(device, &ben, "We met.");
    let intake = MilestoneInput::Intake {
        status: IntakeStatus::Confirmed,
        on: Some("2026-05-11".to_owned()),
    };
    record(device, &ben, intake);
}

#[test]
fn people_are_found_by_what_is_owed_and_by_how_they_stand_page_by_page() {
    let mut device = Device::new(1);
    device.found();
    four(&mut device);
    let owed = PeopleFilter {
        owed: true,
        ..PeopleFilter::default()
    };
    assert_eq!(names(&mut device, owed), ["Anna Example"]);
    let waits = with(PeopleStatus::WaitsForIntake);
    assert_eq!(names(&mut device, waits), ["Anna Example"]);
    let confirmed = with(PeopleStatus::IntakeConfirmed);
    assert_eq!(names(&mut device, confirmed), ["Ben Example"]);
    let never = with(PeopleStatus::NotReached);
    let page = people(&mut device, never.clone(), 1, 1);
    assert_eq!((page.total, page.rows.len()), (3, 1));
    assert_eq!(page.rows[0].name, "Cy Example");
    device.pass(14 * 86_400_000);
    let unlock = Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    };
    device.order(unlock).unwrap();
    assert_eq!(
        names(&mut device, never).len(),
        4,
        "two weeks later Ben too"
    );
}

#[test]
fn a_supervisor_looks_at_one_coachs_people_and_nobody_at_those_of_others() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    add(&mut phone, "Anna Example");
    add(&mut desk, "Ben Example");
    world.sync(&mut phone);
    world.sync(&mut desk);
    let view = people(&mut desk, PeopleFilter::default(), 0, 10);
    assert_eq!((view.total, view.coaches.len()), (2, 2));
    let of = |view: &PeopleView, name: &str| {
        let found = view.coaches.iter().find(|(_, known)| known == name);
        PeopleFilter {
            coach: Some(found.unwrap().0.clone()),
            ..PeopleFilter::default()
        }
    };
    let cleo = of(&view, "Cleo Coach");
    assert_eq!(names(&mut desk, cleo), ["Anna Example"]);
    let others = view.coaches.iter().find(|(_, name)| name != "Cleo Coach");
    let filter = PeopleFilter {
        coach: others.map(|(id, _)| id.clone()),
        ..PeopleFilter::default()
    };
    assert_eq!(names(&mut desk, filter.clone()), ["Ben Example"]);
    assert!(names(&mut phone, filter).is_empty());
    let nonsense = PeopleFilter {
        coach: Some("nobody".to_owned()),
        ..PeopleFilter::default()
    };
    assert!(names(&mut desk, nonsense).is_empty());
}

#[test]
fn what_a_member_keeps_to_look_at_is_there_after_a_crash_and_needs_a_name() {
    let mut device = Device::new(1);
    device.found();
    let saved = vec![SavedPeople {
        name: "Waiting".to_owned(),
        filter: with(PeopleStatus::WaitsForIntake),
    }];
    device.order(Command::KeepPeople(saved.clone())).unwrap();
    device.crash();
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
    let kept = people(&mut device, PeopleFilter::default(), 0, 1).saved;
    assert_eq!(kept, saved);
    for name in ["  ", "Waiting"] {
        let mut more = saved.clone();
        more.push(SavedPeople {
            name: name.to_owned(),
            filter: PeopleFilter::default(),
        });
        let refused = device.order(Command::KeepPeople(more));
        assert!(matches!(
            refused,
            Err(EngineError::Invalid {
                field: InvalidField::Name,
                ..
            })
        ));
    }
    device.order(Command::KeepPeople(Vec::new())).unwrap();
    assert!(
        people(&mut device, PeopleFilter::default(), 0, 1)
            .saved
            .is_empty()
    );
}

/// Names and the words around the match.
fn found(device: &mut Device, search: &str) -> Vec<(String, String)> {
    let query = Query::People {
        search: search.to_owned(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 100,
    };
    match device.query(query) {
        Reply::People(view) => {
            let rows = view.rows.into_iter();
            rows.map(|row| (row.name, row.snippet)).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn written(device: &mut Device, command: Command) -> String {
    match device.order(command).unwrap() {
        Reply::Record(record) => record.record.unwrap(),
        other => panic!("{other:?}"),
    }
}

/// Issue 4.8.
#[test]
fn people_are_found_by_plan_appointments_and_who_is_around_them_on_every_device_that_reads_them() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let goal = PlanCommand::Add {
        participant: ray.clone(),
        kind: PlanKind::Goal,
        goal: None,
        fields: vec![
            PlanField::Words("Learn to weld".to_owned()),
            PlanField::Area(Area::Employment),
            PlanField::Origin(Origin::Own),
        ],
    };
    let goal = written(&mut team.cory, Command::Plan(goal));
    let dentist = AppointmentCommand::Add {
        participant: ray.clone(),
        fields: vec![
            AppointmentField::Kind(AppointmentKind::Dental),
            AppointmentField::When(Slot::parse("2026-05-06T09:00").unwrap()),
            AppointmentField::Place("Lakeside Smiles".to_owned()),
        ],
    };
    written(&mut team.cory, Command::Appointment(dentist));
    let sponsor = AroundCommand::Add {
        participant: ray.clone(),
        fields: vec![
            AroundField::Name("Guadalupe Ortiz".to_owned()),
            AroundField::Relation(Relation::Sponsor),
        ],
    };
    written(&mut team.cory, Command::Around(sponsor));
    let afraid = CoachingCommand::Saying(SayingCommand::Add {
        participant: ray.clone(),
        fields: vec![
            SayingField::To("Dr. Moreau".to_owned()),
            SayingField::Words("About the dose".to_owned()),
            SayingField::Afraid("Zzyzx".to_owned()),
        ],
    });
    written(&mut team.cory, Command::Coaching(afraid));
    let hit = |words: &str| vec![("Ray Example".to_owned(), words.to_owned())];
    team.cory.crash();
    let passphrase = PASSPHRASE.to_owned();
    team.cory.order(Command::Unlock { passphrase }).unwrap();
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        assert_eq!(found(device, "weld"), hit("Learn to weld"));
        assert_eq!(found(device, "lakeside smi"), hit("Lakeside Smiles"));
        assert_eq!(found(device, "guadalupe"), hit("Guadalupe Ortiz"));
        assert!(found(device, "zzyzx").is_empty(), "fears are found nowhere");
    }
    assert!(
        found(&mut team.dana, "weld").is_empty(),
        "it is not hers to read"
    );

    let void = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: goal,
        reason: "not his".to_owned(),
    };
    team.cory.order(void).unwrap();
    team.settle();
    assert!(found(&mut team.sam, "weld").is_empty());
    let forget = Command::Forget {
        participant: ray,
        reason: ForgetReason::Asked,
    };
    team.sam.order(forget).unwrap();
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        for words in ["lakeside", "guadalupe", "weld"] {
            assert!(found(device, words).is_empty());
        }
    }
}
