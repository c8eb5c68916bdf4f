//! The plan of a participant: written with no network, kept through a crash, the same on every
//! device that reads the record (issue 4.5).

use crate::support::two::{World, add, invite, join, supervisor};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Area, Command, DetailField, EngineError, Help, InvalidField, LocalDate, Origin, PlanCommand,
    PlanFacts, PlanField as F, PlanKind, PlanView, Query, Reply, Request, Role, Scope, Standing,
};

fn plan(device: &mut Device, participant: &str) -> PlanView {
    let query = Query::Plan {
        participant: participant.to_owned(),
    };
    match device.query(query) {
        Reply::Plan(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn put(
    device: &mut Device,
    participant: &str,
    (kind, goal): (PlanKind, Option<&str>),
    fields: Vec<F>,
) -> Result<String, EngineError> {
    let command = PlanCommand::Add {
        participant: participant.to_owned(),
        kind,
        goal: goal.map(str::to_owned),
        fields,
    };
    match device.order(Command::Plan(command))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn change(device: &mut Device, participant: &str, entry: &str, changes: Vec<F>) {
    let command = PlanCommand::Change {
        participant: participant.to_owned(),
        entry: entry.to_owned(),
        changes,
    };
    device.order(Command::Plan(command)).unwrap();
}

fn goal(words: &str, area: Area, origin: Origin) -> Vec<F> {
    vec![F::Words(words.into()), F::Area(area), F::Origin(origin)]
}

fn words(entries: &[handrail_engine::api::PlanEntryView]) -> Vec<&str> {
    entries.iter().map(|entry| entry.words.as_str()).collect()
}

#[test]
fn s0_27_a_plan_is_written_offline_and_there_again_after_a_crash() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let home = goal("A room of my own", Area::Housing, Origin::Own);
    let home = put(&mut device, &ray, (PlanKind::Goal, None), home).unwrap();
    let class = goal("Parenting class", Area::Family, Origin::CourtOrdered);
    put(&mut device, &ray, (PlanKind::Goal, None), class).unwrap();
    let step = vec![
        F::Words("Ask at the office".into()),
        F::Help(Some(Help::Advocacy)),
    ];
    let step = put(&mut device, &ray, (PlanKind::Step, Some(&home)), step).unwrap();
    let bus = vec![F::Words("No bus".into()), F::Scope(Scope::Environmental)];
    let bus = put(&mut device, &ray, (PlanKind::Barrier, None), bus).unwrap();
    change(&mut device, &ray, &step, vec![F::Standing(Standing::Done)]);
    change(
        &mut device,
        &ray,
        &bus,
        vec![F::Standing(Standing::Working)],
    );
    device.crash();
    let passphrase = PASSPHRASE.to_owned();
    device.order(Command::Unlock { passphrase }).unwrap();

    let view = plan(&mut device, &ray);
    assert_eq!((view.name.as_str(), view.read_only), ("Ray Example", false));
    let goals: Vec<&str> = view.goals.iter().map(|of| of.goal.words.as_str()).collect();
    assert_eq!(goals, ["A room of my own", "Parenting class"]);
    assert_eq!(
        view.goals[1].goal.facts,
        PlanFacts::Goal {
            area: Area::Family,
            origin: Origin::CourtOrdered
        }
    );
    let [done] = view.goals[0].steps.as_slice() else {
        panic!("{:?}", view.goals[0].steps)
    };
    assert_eq!(
        (done.id.as_str(), done.standing, done.since.to_string()),
        (step.as_str(), Standing::Done, "2026-05-04".to_owned())
    );
    assert_eq!(done.author, "Sam Supervisor");
    assert!(view.goals[1].steps.is_empty());
    assert_eq!(view.barriers[0].standing, Standing::Working);

    let reached = vec![F::Standing(Standing::Done)];
    change(&mut device, &ray, &home, reached);
    let view = plan(&mut device, &ray);
    assert_eq!(view.goals[1].goal.id, home, "what is open comes first");
}

#[test]
fn s2_14_what_is_required_comes_by_its_day_and_what_is_done_last() {
    let mut device = Device::new(2);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let mut require = |words: &str, due: Option<&str>| {
        let due = due.map(|day| LocalDate::parse(day).unwrap());
        let fields = vec![
            F::Words(words.into()),
            F::Source("County court".into()),
            F::Due(due),
        ];
        put(&mut device, &ray, (PlanKind::Requirement, None), fields).unwrap()
    };
    require("Call the office", None);
    let first = require("Bring the form", Some("2026-05-06"));
    require("Go to the hearing", Some("2026-05-20"));
    let shown = plan(&mut device, &ray).requirements;
    let order = ["Bring the form", "Go to the hearing", "Call the office"];
    assert_eq!(words(&shown), order);
    change(&mut device, &ray, &first, vec![F::Standing(Standing::Done)]);
    let shown = plan(&mut device, &ray).requirements;
    assert_eq!(words(&shown)[2], "Bring the form");

    let void = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: first.clone(),
        reason: "somebody else's".to_owned(),
    };
    device.order(void).unwrap();
    let shown = plan(&mut device, &ray).requirements;
    let void = shown[2].voided.as_ref().unwrap();
    assert_eq!(
        (void.reason.as_str(), void.by.as_str()),
        ("somebody else's", "Sam Supervisor")
    );
    let milestones = crate::support::two::person(&mut device, &ray)
        .unwrap()
        .milestones;
    assert!(milestones.is_empty(), "a plan is no important date");
}

#[test]
fn what_cannot_be_kept_is_refused_with_what_to_mend() {
    let mut device = Device::new(3);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let field = |answer: Result<String, EngineError>| match answer {
        Err(EngineError::Invalid { field, .. }) => field,
        other => panic!("{other:?}"),
    };
    let blank = goal("  ", Area::Housing, Origin::Own);
    let blank = put(&mut device, &ray, (PlanKind::Goal, None), blank);
    assert_eq!(field(blank), InvalidField::Words);
    let long = goal(&"a".repeat(1001), Area::Housing, Origin::Own);
    let long = put(&mut device, &ray, (PlanKind::Goal, None), long);
    assert!(
        matches!(
            long,
            Err(EngineError::Invalid {
                limit: Some(1000),
                ..
            })
        ),
        "{long:?}"
    );
    let alone = vec![F::Words("A step to nowhere".into())];
    let alone = put(&mut device, &ray, (PlanKind::Step, None), alone);
    assert_eq!(field(alone), InvalidField::Detail);
    let mut answer = |on: &str, answers| {
        let command = PlanCommand::Barc10 {
            participant: ray.clone(),
            on: on.to_owned(),
            answers,
            language: "en".to_owned(),
        };
        let answer = device.order(Command::Plan(command));
        answer.map(|_| String::new())
    };
    assert_eq!(
        field(answer("2026-05-04", [None; 10])),
        InvalidField::Answers
    );
    assert_eq!(
        field(answer("2026-05-04", [Some(7); 10])),
        InvalidField::Answers
    );
    assert_eq!(
        field(answer("2026-05-05", [Some(3); 10])),
        InvalidField::Date
    );
    assert_eq!(field(answer("soon", [Some(3); 10])), InvalidField::Date);
    let view = plan(&mut device, &ray);
    assert!(view.goals.is_empty() && view.barc10.is_empty());
}

#[test]
fn s2_15_a_barc10_has_its_day_and_no_total_with_an_item_left_out() {
    let mut device = Device::new(4);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let mut part = [Some(5); 10];
    part[6] = None;
    let mut ids = Vec::new();
    for (on, answers) in [
        ("2026-05-04", [Some(5); 10]),
        ("2026-02-01", part),
        ("2026-01-01", [Some(2); 10]),
    ] {
        let command = PlanCommand::Barc10 {
            participant: ray.clone(),
            on: on.to_owned(),
            answers,
            language: "es".to_owned(),
        };
        match device.order(Command::Plan(command)).unwrap() {
            Reply::Record(record) => ids.push(record.record.unwrap()),
            other => panic!("{other:?}"),
        }
    }
    let totals = |device: &mut Device| -> Vec<(String, Option<u8>, u8)> {
        let found = plan(device, &ray).barc10.into_iter();
        found
            .map(|one| (one.on.to_string(), one.total, one.answered))
            .collect()
    };
    let day = |on: &str, total, answered| (on.to_owned(), total, answered);
    assert_eq!(
        totals(&mut device),
        [
            day("2026-01-01", Some(20), 10),
            day("2026-02-01", None, 9),
            day("2026-05-04", Some(50), 10)
        ]
    );
    let void = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: ids[0].clone(),
        reason: "answered for them".to_owned(),
    };
    device.order(void).unwrap();
    assert_eq!(totals(&mut device).len(), 2);
}

#[test]
fn a_plan_worded_by_two_offline_shows_both_until_one_is_chosen_and_keeps_its_history() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    let ray = add(&mut phone, "Ray Example");
    let work = goal("Work", Area::Employment, Origin::Own);
    let work = put(&mut phone, &ray, (PlanKind::Goal, None), work).unwrap();
    world.sync(&mut phone);
    world.sync(&mut desk);
    assert_eq!(plan(&mut desk, &ray).goals[0].goal.author, "Cleo Coach");

    world.cut = true;
    let mornings = vec![F::Words("Work in the mornings".into())];
    change(&mut phone, &ray, &work, mornings);
    let near = vec![F::Words("Work near home".into())];
    change(&mut desk, &ray, &work, near);
    world.cut = false;
    for _ in 0..2 {
        world.sync(&mut phone);
        world.sync(&mut desk);
    }
    for device in [&mut phone, &mut desk] {
        let [conflict] = plan(device, &ray).conflicts.try_into().unwrap();
        assert_eq!(
            (conflict.field.as_str(), conflict.versions.len()),
            ("words", 2)
        );
        let person = crate::support::two::person(device, &ray).unwrap();
        assert_eq!(person.conflicts.len(), 1);
    }
    let choose = Command::ResolveConflict {
        participant: ray.clone(),
        record: work.clone(),
        field: "words".to_owned(),
        value: "Work near home".to_owned(),
    };
    phone.order(choose).unwrap();
    world.sync(&mut phone);
    world.sync(&mut desk);
    for device in [&mut phone, &mut desk] {
        let view = plan(device, &ray);
        assert!(view.conflicts.is_empty());
        assert_eq!(view.goals[0].goal.words, "Work near home");
        let query = Query::RecordHistory {
            participant: ray.clone(),
            record: work.clone(),
        };
        let Reply::History(history) = device.query(query) else {
            panic!()
        };
        let said: Vec<&(String, String)> = history.iter().flat_map(|entry| &entry.fields).collect();
        for text in ["Work", "Work in the mornings", "Work near home"] {
            assert!(
                said.iter().any(|(_, value)| value == text),
                "{text}: {said:?}"
            );
        }
        assert!(
            said.iter()
                .all(|(field, _)| field != "kind" && field != "recorded_by")
        );
    }
}

#[test]
fn of_somebody_who_was_handed_over_no_plan_is_told_and_none_is_written() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut first = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut second = join(&mut world, 3, &link, "Dana Coach").unwrap();
    let ray = add(&mut first, "Ray Example");
    let work = goal("Work", Area::Employment, Origin::Own);
    put(&mut first, &ray, (PlanKind::Goal, None), work).unwrap();
    for device in [&mut first, &mut desk, &mut second] {
        world.sync(device);
    }
    let to = crate::support::two::person(&mut desk, &ray)
        .unwrap()
        .hand_over_to
        .into_iter()
        .find(|choice| choice.name == "Dana Coach")
        .unwrap()
        .member;
    let hand_over = Command::HandOver {
        participant: ray.clone(),
        to,
        reason: String::new(),
    };
    world.order(&mut desk, hand_over).unwrap();
    for _ in 0..2 {
        for device in [&mut desk, &mut second, &mut first] {
            world.sync(device);
        }
    }
    assert_eq!(plan(&mut second, &ray).goals[0].goal.words, "Work");
    let query = Query::Plan {
        participant: ray.clone(),
    };
    let told = first.ask(Request::Query(query));
    assert!(
        matches!(
            told,
            Err(EngineError::HandedOver { .. } | EngineError::NotFound)
        ),
        "{told:?}"
    );
    let more = goal("More", Area::Housing, Origin::Own);
    let more = put(&mut first, &ray, (PlanKind::Goal, None), more);
    assert!(
        matches!(
            more,
            Err(EngineError::HandedOver { .. } | EngineError::NotFound)
        ),
        "{more:?}"
    );
    let language = Command::SetDetail {
        participant: ray.clone(),
        field: DetailField::Language,
        value: "Spanish".to_owned(),
    };
    second.order(language).unwrap();
    assert_eq!(plan(&mut second, &ray).language, "Spanish");
}
