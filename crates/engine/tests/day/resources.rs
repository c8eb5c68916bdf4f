//! The agency's directory: read with no network, the same for everybody (issue 4.8).

use crate::support::Device;
use crate::support::two::{World, invite, join, supervisor};
use handrail_engine::api::{
    Command, EngineError, InvalidField, LocalDate, Query, Reply, ResourceCommand,
    ResourceField as F, ResourceKind, ResourcesView, Role,
};

fn directory(device: &mut Device) -> ResourcesView {
    match device.query(Query::Resources) {
        Reply::Resources(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn names(device: &mut Device) -> Vec<String> {
    let resources = directory(device).resources;
    resources.into_iter().map(|one| one.entry.name).collect()
}

fn put(device: &mut Device, name: &str, verified: &str) -> Result<Reply, EngineError> {
    let fields = vec![
        F::Name(name.to_owned()),
        F::Kind(ResourceKind::SelfHelp),
        F::VerifiedOn(LocalDate::parse(verified).unwrap()),
    ];
    device.order(Command::Resource(ResourceCommand::Add { fields }))
}

fn change(device: &mut Device, name: &str, changes: Vec<F>) {
    let known = directory(device).resources;
    let known = known.iter().find(|one| one.entry.name == name).unwrap();
    let resource = known.id.clone();
    let command = ResourceCommand::Change { resource, changes };
    device.order(Command::Resource(command)).unwrap();
}

#[test]
fn s4_7_what_one_writes_down_everybody_reads_with_no_network() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    put(&mut phone, "Monday meeting", "2026-11-01").unwrap();
    put(&mut desk, "Open Door Shelter", "2026-11-01").unwrap();
    for _ in 0..2 {
        world.sync(&mut phone);
        world.sync(&mut desk);
    }
    world.cut = true;
    for device in [&mut phone, &mut desk] {
        assert_eq!(names(device), ["Monday meeting", "Open Door Shelter"]);
    }
    // What is there no more stays, last.
    change(&mut phone, "Monday meeting", vec![F::Closed(true)]);
    phone.crash();
    crate::support::two::unlock(&mut world, &mut phone);
    assert_eq!(names(&mut phone), ["Open Door Shelter", "Monday meeting"]);
    assert!(directory(&mut phone).resources[1].entry.closed);
}

#[test]
fn s4_7_what_nobody_made_sure_of_for_half_a_year_says_so() {
    let mut device = Device::new(1);
    device.found();
    put(&mut device, "Old", "2020-01-01").unwrap();
    assert!(directory(&mut device).resources[0].look_again);
    let today = handrail_domain::LocalDate::LAST;
    change(&mut device, "Old", vec![F::VerifiedOn(today)]);
    assert!(!directory(&mut device).resources[0].look_again);
}

#[test]
fn an_entry_without_a_name_is_refused_and_leaves_nothing() {
    let mut device = Device::new(1);
    device.found();
    let refused = put(&mut device, " ", "2026-11-01");
    assert!(matches!(
        refused,
        Err(EngineError::Invalid {
            field: InvalidField::Name,
            ..
        })
    ));
    assert!(names(&mut device).is_empty());
    put(&mut device, "Food pantry", "2026-11-01").unwrap();
    assert_eq!(names(&mut device), ["Food pantry"]);
}

#[test]
fn s1_17_who_may_only_look_writes_nothing_in_the_directory() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::ClinicalProvider);
    let mut guest = join(&mut world, 2, &link, "Gale Guest").unwrap();
    assert!(matches!(
        put(&mut guest, "Clinic", "2026-11-01"),
        Err(EngineError::NotAllowed)
    ));
}
