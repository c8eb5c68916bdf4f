//! Issue 3.4: milestones, entries of the plan, appointments and details that a lost device hands
//! over late are set aside, and can be taken in as contacts can.

use crate::support::Device;
use crate::support::losing::team;
use crate::support::two::{person, pill, unlock};
use handrail_engine::api::{
    AppointmentCommand, AppointmentField, AppointmentKind, Area, Command, DetailField,
    DevicePageView, EngineError, IntakeStatus, LateKind, LateRecordView, MilestoneInput, Origin,
    PlanCommand, PlanField, PlanKind, PlanView, Query, Reply, Slot, TakeInLate,
};

fn page(device: &mut Device, phone: &str) -> DevicePageView {
    let query = Query::Device {
        device: phone.to_owned(),
    };
    match device.query(query) {
        Reply::Device(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn late(device: &mut Device, phone: &str) -> Vec<LateRecordView> {
    page(device, phone).late_records
}

fn of_kind(device: &mut Device, phone: &str, kind: LateKind) -> Vec<LateRecordView> {
    let mut all = late(device, phone);
    all.retain(|one| one.kind == kind);
    all
}

fn written(device: &mut Device, command: Command) -> String {
    match device.order(command).unwrap() {
        Reply::Record(record) => record.record.unwrap_or_default(),
        other => panic!("{other:?}"),
    }
}

fn take_in(device: &mut Device, order: TakeInLate) -> Result<Option<String>, EngineError> {
    match device.order(Command::TakeInLate(order))? {
        Reply::Record(record) => Ok(record.record),
        other => panic!("{other:?}"),
    }
}

fn discharged(participant: &str, on: &str) -> Command {
    Command::RecordMilestone {
        participant: participant.to_owned(),
        milestone: MilestoneInput::Discharged { on: on.to_owned() },
    }
}

fn phone_number(participant: &str, value: &str) -> Command {
    Command::SetDetail {
        participant: participant.to_owned(),
        field: DetailField::Phone,
        value: value.to_owned(),
    }
}

fn goal(participant: &str, words: &str) -> Command {
    Command::Plan(PlanCommand::Add {
        participant: participant.to_owned(),
        kind: PlanKind::Goal,
        goal: None,
        fields: vec![
            PlanField::Words(words.to_owned()),
            PlanField::Area(Area::Housing),
            PlanField::Origin(Origin::Own),
        ],
    })
}

fn step(participant: &str, goal: &str, words: &str) -> Command {
    Command::Plan(PlanCommand::Add {
        participant: participant.to_owned(),
        kind: PlanKind::Step,
        goal: Some(goal.to_owned()),
        fields: vec![PlanField::Words(words.to_owned())],
    })
}

fn appointment(participant: &str, when: &str) -> Command {
    Command::Appointment(AppointmentCommand::Add {
        participant: participant.to_owned(),
        fields: vec![
            AppointmentField::Kind(AppointmentKind::Court),
            AppointmentField::When(Slot::parse(when).unwrap()),
        ],
    })
}

fn plan(device: &mut Device, participant: &str) -> PlanView {
    let query = Query::Plan {
        participant: participant.to_owned(),
    };
    match device.query(query) {
        Reply::Plan(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn phone_of(device: &mut Device, participant: &str) -> String {
    let view = person(device, participant).unwrap();
    let phone = view
        .details
        .iter()
        .find(|(field, _)| *field == DetailField::Phone);
    phone.map(|(_, value)| value.clone()).unwrap_or_default()
}

fn counted(device: &mut Device) -> (u32, usize) {
    let view = pill(device);
    (view.quarantined, view.incomplete.len())
}

#[test]
fn a_milestone_an_appointment_and_details_are_taken_in_and_nothing_is_counted_any_more() {
    let mut team = team();
    let ray = team.ray.clone();
    written(&mut team.cory, discharged(&ray, "2026-04-28"));
    written(&mut team.cory, appointment(&ray, "2026-05-09T14:30"));
    written(&mut team.cory, phone_number(&ray, "608-555-0111"));
    team.lose_the_phone();
    let shown = late(&mut team.sam, &team.phone);
    let kinds: Vec<LateKind> = shown.iter().map(|one| one.kind).collect();
    let all = [
        LateKind::Details,
        LateKind::Milestone,
        LateKind::Appointment,
    ];
    assert_eq!(kinds, all);
    let said = |field: &str, value: &str| (field.to_owned(), value.to_owned());
    assert_eq!(shown[0].said, [said("phone", "608-555-0111")]);
    assert!(shown[1].said.contains(&said("kind", "discharge")));
    assert!(shown[1].said.contains(&said("on", "2026-04-28")));
    assert!(shown[2].said.contains(&said("when", "2026-05-09T14:30")));
    assert!(shown[0].corrects && !shown[1].corrects);
    assert!(page(&mut team.sam, &team.phone).late_rest.is_empty());
    assert!(person(&mut team.sam, &ray).unwrap().milestones.is_empty());
    assert_eq!(counted(&mut team.sam).1, 1);

    for one in shown {
        let order = one.take_in.expect("may be taken in");
        let record = take_in(&mut team.sam, order.clone()).unwrap();
        // A second tap makes no second record.
        assert_eq!(take_in(&mut team.sam, order).unwrap(), record);
    }
    team.meet();
    team.sue.crash();
    unlock(&mut team.world, &mut team.sue);
    for device in [&mut team.sam, &mut team.sue] {
        let view = person(device, &ray).unwrap();
        assert_eq!(view.milestones.len(), 1);
        assert_eq!(view.milestones[0].author, "Cory Coach");
        assert_eq!(phone_of(device, &ray), "608-555-0111");
        let shown = late(device, &team.phone);
        assert_eq!(shown.len(), 2, "details say nothing new: {shown:?}");
        for one in shown {
            assert_eq!(one.taken_in.len(), 1);
            assert_eq!(one.taken_in[0].from, "Cory Coach");
            assert_eq!(one.taken_in[0].by, "Sam Supervisor");
            assert_eq!(one.take_in, None);
        }
        assert_eq!(counted(device), (0, 0));
    }
}

#[test]
fn a_late_step_waits_for_its_goal_and_then_leads_to_it() {
    let mut team = team();
    let ray = team.ray.clone();
    let own = written(&mut team.cory, goal(&ray, "A place of their own"));
    written(&mut team.cory, step(&ray, &own, "Fill in the form"));
    team.lose_the_phone();
    let says = |words: &str, shown: &[LateRecordView]| {
        let has = |one: &&LateRecordView| one.said.iter().any(|(_, value)| value == words);
        shown.iter().find(has).cloned().unwrap()
    };
    let shown = late(&mut team.sam, &team.phone);
    let waiting = says("Fill in the form", &shown);
    assert!(waiting.needs_goal);
    assert_eq!(waiting.take_in, None);
    let first = says("A place of their own", &shown).take_in.unwrap();
    let too_early = TakeInLate {
        entry: "01J00000000000000000000000".to_owned(),
        ..first.clone()
    };
    assert_eq!(
        take_in(&mut team.sam, too_early),
        Err(EngineError::NotFound)
    );

    let taken = take_in(&mut team.sam, first).unwrap().unwrap();
    assert_ne!(taken, own);
    let shown = late(&mut team.sam, &team.phone);
    let step = says("Fill in the form", &shown);
    assert!(!step.needs_goal);
    take_in(&mut team.sam, step.take_in.unwrap()).unwrap();
    team.meet();
    let plan = plan(&mut team.sue, &ray);
    assert_eq!(plan.goals.len(), 1);
    assert_eq!(plan.goals[0].goal.id, taken);
    assert_eq!(plan.goals[0].steps.len(), 1);
    assert_eq!(plan.goals[0].steps[0].words, "Fill in the form");
    assert_eq!(plan.goals[0].steps[0].author, "Cory Coach");
    assert_eq!(counted(&mut team.sue), (0, 0));
}

#[test]
fn late_details_show_what_the_record_says_otherwise_and_taking_in_keeps_what_was_shown() {
    let mut team = team();
    let ray = team.ray.clone();
    written(&mut team.cory, phone_number(&ray, "608-555-0100"));
    team.meet_all();
    written(&mut team.cory, phone_number(&ray, "608-555-0111"));
    team.lose_the_phone();
    written(&mut team.sam, phone_number(&ray, "608-555-0122"));

    let shown = of_kind(&mut team.sam, &team.phone, LateKind::Details);
    let disputed = &shown[0].disputed;
    assert_eq!((disputed.len(), disputed[0].field.as_str()), (1, "phone"));
    let mut versions: Vec<&str> = disputed[0]
        .versions
        .iter()
        .map(|version| version.value.as_str())
        .collect();
    versions.sort_unstable();
    assert_eq!(versions, ["608-555-0111", "608-555-0122"]);
    let would_be = match shown[0].said.as_slice() {
        [] => "608-555-0122".to_owned(),
        [(_, value)] => value.clone(),
        more => panic!("{more:?}"),
    };
    take_in(&mut team.sam, shown[0].take_in.clone().unwrap()).unwrap();
    team.meet();
    for device in [&mut team.sam, &mut team.sue] {
        assert_eq!(phone_of(device, &ray), would_be);
        assert!(person(device, &ray).unwrap().conflicts.is_empty());
        assert_eq!(counted(device), (0, 0));
    }
    // Who changes it afterwards is not asked again about what came late.
    written(&mut team.sue, phone_number(&ray, "608-555-0133"));
    team.meet();
    assert_eq!(phone_of(&mut team.sam, &ray), "608-555-0133");
    let shown = of_kind(&mut team.sam, &team.phone, LateKind::Details);
    assert!(shown.iter().all(|one| one.take_in.is_none()));
    assert_eq!(counted(&mut team.sam), (0, 0));
}

#[test]
fn a_late_correction_of_a_milestone_is_taken_into_that_milestone() {
    let mut team = team();
    let ray = team.ray.clone();
    let intake = Command::RecordMilestone {
        participant: ray.clone(),
        milestone: MilestoneInput::Intake {
            status: IntakeStatus::Asked,
            on: None,
        },
    };
    let milestone = written(&mut team.cory, intake);
    team.meet_all();
    let confirm = Command::SetIntake {
        participant: ray.clone(),
        milestone: milestone.clone(),
        status: IntakeStatus::Confirmed,
        on: Some("2026-05-09".to_owned()),
    };
    written(&mut team.cory, confirm);
    team.lose_the_phone();
    let shown = of_kind(&mut team.sam, &team.phone, LateKind::Milestone);
    assert_eq!((shown.len(), shown[0].corrects), (1, true));
    let mut fields: Vec<&str> = shown[0]
        .said
        .iter()
        .map(|(field, _)| field.as_str())
        .collect();
    fields.sort_unstable();
    assert_eq!(fields, ["on", "status"]);
    let order = shown[0].take_in.clone().unwrap();
    let taken = take_in(&mut team.sam, order).unwrap();
    assert_eq!(taken, Some(milestone));
    team.meet();
    let view = person(&mut team.sue, &ray).unwrap();
    assert_eq!(view.milestones.len(), 1);
    let confirmed = MilestoneInput::Intake {
        status: IntakeStatus::Confirmed,
        on: Some("2026-05-09".to_owned()),
    };
    assert_eq!(view.milestones[0].milestone, confirmed);
    assert_eq!(counted(&mut team.sue), (0, 0));
}

#[test]
fn two_who_take_in_a_milestone_without_knowing_of_each_other_see_both() {
    let mut team = team();
    let ray = team.ray.clone();
    written(&mut team.cory, discharged(&ray, "2026-04-28"));
    written(&mut team.cory, phone_number(&ray, "608-555-0111"));
    team.lose_the_phone();
    for kind in [LateKind::Milestone, LateKind::Details] {
        for device in [&mut team.sam, &mut team.sue] {
            let shown = of_kind(device, &team.phone, kind);
            take_in(device, shown[0].take_in.clone().unwrap()).unwrap();
        }
    }
    team.meet();
    let view = person(&mut team.sue, &ray).unwrap();
    assert_eq!(view.milestones.len(), 2);
    assert!(view.conflicts.is_empty());
    let shown = of_kind(&mut team.sue, &team.phone, LateKind::Milestone);
    let mut by: Vec<&str> = shown[0]
        .taken_in
        .iter()
        .map(|one| one.by.as_str())
        .collect();
    by.sort_unstable();
    assert_eq!(by, ["Sam Supervisor", "Sue Second"]);
    let twice = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: view.milestones[0].id.clone(),
        reason: "Taken in twice".to_owned(),
    };
    team.sue.order(twice).unwrap();
    team.meet();
    let shown = of_kind(&mut team.sam, &team.phone, LateKind::Milestone);
    assert_eq!(shown[0].taken_in.len(), 1);
    assert_eq!(counted(&mut team.sam), (0, 0));
}

#[test]
fn a_milestone_that_its_writer_took_back_is_shown_and_not_taken_in() {
    let mut team = team();
    let ray = team.ray.clone();
    let milestone = written(&mut team.cory, discharged(&ray, "2026-04-28"));
    let void = Command::VoidMilestone {
        participant: ray,
        milestone,
        reason: "Wrong person".to_owned(),
    };
    team.cory.order(void).unwrap();
    team.lose_the_phone();
    let shown = late(&mut team.sam, &team.phone);
    assert_eq!((shown.len(), shown[0].withdrawn), (1, true));
    assert_eq!(shown[0].take_in, None);
    assert_eq!(counted(&mut team.sam), (0, 0));
}

#[test]
fn who_is_not_in_charge_sees_late_records_and_takes_none_in() {
    let mut team = team();
    let ray = team.ray.clone();
    written(&mut team.cory, discharged(&ray, "2026-04-28"));
    team.lose_the_phone();
    let mut phone = team.another_phone();
    let shown = late(&mut phone, &team.phone);
    assert_eq!((shown.len(), shown[0].take_in.clone()), (1, None));
    let order = late(&mut team.sam, &team.phone)[0].take_in.clone().unwrap();
    assert_eq!(take_in(&mut phone, order), Err(EngineError::NotAllowed));
}
