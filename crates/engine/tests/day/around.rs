//! The people around a participant: written with no network, kept through a crash, the same on
//! every device that reads the record (issue 4.6).

use crate::support::two::{World, add, invite, join, log, person, supervisor};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    AroundCommand, AroundField as F, AroundView, Command, EngineError, InvalidField, Link, Query,
    Relation, Reply, Request, Role,
};

fn around(device: &mut Device, participant: &str) -> AroundView {
    let query = Query::Around {
        participant: participant.to_owned(),
    };
    match device.query(query) {
        Reply::Around(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn put(
    device: &mut Device,
    participant: &str,
    (name, relation): (&str, Relation),
) -> Result<String, EngineError> {
    let command = AroundCommand::Add {
        participant: participant.to_owned(),
        fields: vec![F::Name(name.to_owned()), F::Relation(relation)],
    };
    match device.order(Command::Around(command))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn change(device: &mut Device, participant: &str, person: &str, changes: Vec<F>) {
    let command = AroundCommand::Change {
        participant: participant.to_owned(),
        person: person.to_owned(),
        changes,
    };
    device.order(Command::Around(command)).unwrap();
}

fn names(view: &AroundView) -> Vec<&str> {
    view.people.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn s1_23_s2_6_each_system_and_the_circle_of_support_are_on_one_page_also_after_a_crash() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    put(&mut device, &ray, ("Agent Example", Relation::Probation)).unwrap();
    let clinic = put(&mut device, &ray, ("Nurse Example", Relation::Clinic)).unwrap();
    put(&mut device, &ray, ("Uncle Example", Relation::Family)).unwrap();
    put(&mut device, &ray, ("Sponsor Example", Relation::Sponsor)).unwrap();
    let told = vec![
        F::Phone("608-555-0101".to_owned()),
        F::Words("Best before noon".to_owned()),
    ];
    change(&mut device, &ray, &clinic, told);
    device.crash();
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
    let view = around(&mut device, &ray);
    let all = [
        "Uncle Example",
        "Sponsor Example",
        "Nurse Example",
        "Agent Example",
    ];
    assert_eq!(names(&view), all);
    let nurse = &view.people[2];
    assert_eq!(
        (nurse.phone.as_str(), nurse.words.as_str(), nurse.link),
        ("608-555-0101", "Best before noon", Link::InTouch)
    );
    assert!(nurse.relation.is_professional() && !view.people[1].relation.is_professional());
}

#[test]
fn s4_24_a_lapse_with_the_clinic_leaves_the_coachs_contacts_and_duties_as_they_are() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    log(&mut device, &ray, "We talked.");
    let clinic = put(&mut device, &ray, ("Nurse Example", Relation::Clinic)).unwrap();
    let before = person(&mut device, &ray).unwrap();
    change(&mut device, &ray, &clinic, vec![F::Link(Link::Lapsed)]);
    let view = around(&mut device, &ray);
    assert_eq!(view.people[0].link, Link::Lapsed);
    let after = person(&mut device, &ray).unwrap();
    assert_eq!(
        (after.timeline, after.obligations, after.duty),
        (before.timeline, before.obligations, before.duty)
    );
}

#[test]
fn who_is_around_needs_a_name_and_is_taken_back_with_a_reason() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let refused = put(&mut device, &ray, ("  ", Relation::Friend));
    assert!(matches!(
        refused,
        Err(EngineError::Invalid {
            field: InvalidField::Name,
            ..
        })
    ));
    let friend = put(&mut device, &ray, ("Friend Example", Relation::Friend)).unwrap();
    let void = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: friend.clone(),
        reason: "wrong person".to_owned(),
    };
    device.order(void).unwrap();
    let view = around(&mut device, &ray);
    assert_eq!(
        view.people[0].voided.as_ref().unwrap().reason,
        "wrong person"
    );
    let late = AroundCommand::Change {
        participant: ray.clone(),
        person: friend,
        changes: vec![F::Link(Link::Ended)],
    };
    assert!(device.order(Command::Around(late)).is_err());
}

#[test]
fn s2_11_what_two_say_offline_of_the_same_person_is_shown_until_one_is_chosen() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    let ray = add(&mut phone, "Ray Example");
    let worker = put(&mut phone, &ray, ("Worker Example", Relation::ChildWelfare)).unwrap();
    world.sync(&mut phone);
    world.sync(&mut desk);
    world.cut = true;
    change(&mut phone, &ray, &worker, vec![F::Link(Link::Lapsed)]);
    change(&mut desk, &ray, &worker, vec![F::Link(Link::Ended)]);
    world.cut = false;
    for _ in 0..2 {
        world.sync(&mut phone);
        world.sync(&mut desk);
    }
    for device in [&mut phone, &mut desk] {
        let [conflict] = around(device, &ray).conflicts.try_into().unwrap();
        assert_eq!(conflict.field, "link");
    }
    let choose = Command::ResolveConflict {
        participant: ray.clone(),
        record: worker.clone(),
        field: "link".to_owned(),
        value: "lapsed".to_owned(),
    };
    phone.order(choose).unwrap();
    world.sync(&mut phone);
    world.sync(&mut desk);
    for device in [&mut phone, &mut desk] {
        let view = around(device, &ray);
        assert!(view.conflicts.is_empty());
        assert_eq!(view.people[0].link, Link::Lapsed);
        let query = Query::RecordHistory {
            participant: ray.clone(),
            record: worker.clone(),
        };
        let Reply::History(history) = device.query(query) else {
            panic!()
        };
        let mut said = history.iter().flat_map(|entry| &entry.fields);
        assert!(said.any(|(field, value)| field == "link" && value == "ended"));
    }
}
