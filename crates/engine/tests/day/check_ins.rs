//! A coach who goes in alone is missed by their supervisor, also when the phone says nothing more
//! (issue 4.4).

use crate::support::Device;
use crate::support::two::{World, invite, join, supervisor, unlock};
use handrail_engine::api::{
    CheckInCommand, CheckInKnown, CheckInsView, Command, EngineError, InvalidField, Query, Reply,
    Role,
};

fn check_ins(device: &mut Device) -> CheckInsView {
    match device.query(Query::CheckIns) {
        Reply::CheckIns(view) => view,
        other => panic!("{other:?}"),
    }
}

fn order(device: &mut Device, command: CheckInCommand) -> Result<Reply, EngineError> {
    device.order(Command::CheckIn(command))
}

fn go_in(device: &mut Device, minutes: u32) -> Result<Reply, EngineError> {
    let place = "County jail".to_owned();
    order(device, CheckInCommand::Begin { minutes, place })
}

#[test]
fn s4_8_a_supervisor_misses_a_coach_whose_phone_says_nothing_more() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    world.cut = true;
    go_in(&mut phone, 60).unwrap();
    let own = check_ins(&mut phone).own.unwrap();
    assert_eq!(own.known, CheckInKnown::HereOnly, "nobody can know of it");
    world.cut = false;
    for _ in 0..2 {
        world.sync(&mut phone);
        world.sync(&mut desk);
    }
    world.sync(&mut phone);
    let own = check_ins(&mut phone).own.unwrap();
    assert_eq!(own.known, CheckInKnown::Reached);
    // From here on the phone has no signal and no battery.
    let [missed] = check_ins(&mut desk).others.try_into().unwrap();
    assert_eq!(
        (missed.coach.as_str(), missed.place.as_str()),
        ("Cleo Coach", "County jail")
    );
    assert_eq!(missed.due_at - missed.began_at, 60 * 60_000);
    // Somebody reached them by telephone; both read that it is over.
    order(
        &mut desk,
        CheckInCommand::End {
            check_in: missed.id,
        },
    )
    .unwrap();
    assert!(check_ins(&mut desk).others.is_empty());
    world.sync(&mut desk);
    world.sync(&mut phone);
    let view = check_ins(&mut phone);
    assert!(view.own.is_none() && view.may_begin);
}

#[test]
fn s4_8_a_check_in_survives_a_crash_and_can_take_longer_and_end() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    go_in(&mut phone, 30).unwrap();
    assert!(go_in(&mut phone, 30).is_err(), "one at a time");
    phone.crash();
    unlock(&mut world, &mut phone);
    let own = check_ins(&mut phone).own.unwrap();
    phone.pass(20 * 60_000);
    let longer = |minutes| CheckInCommand::Longer {
        check_in: own.id.clone(),
        minutes,
    };
    assert!(matches!(
        order(&mut phone, longer(0)),
        Err(EngineError::Invalid {
            field: InvalidField::Step,
            ..
        })
    ));
    order(&mut phone, longer(30)).unwrap();
    let later = check_ins(&mut phone).own.unwrap();
    // Orders take a moment of the clock.
    let added = later.due_at - own.due_at;
    assert!((20 * 60_000..21 * 60_000).contains(&added), "{added}");
    let end = CheckInCommand::End { check_in: own.id };
    order(&mut phone, end.clone()).unwrap();
    assert!(check_ins(&mut phone).own.is_none());
    assert!(matches!(order(&mut phone, end), Err(EngineError::NotFound)));
}

#[test]
fn s4_8_another_coach_reads_nothing_of_it_and_a_guest_begins_none() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cleo Coach").unwrap();
    let link = invite(&mut world, &mut desk, Role::Coach);
    let mut other = join(&mut world, 3, &link, "Omar Coach").unwrap();
    let link = invite(&mut world, &mut desk, Role::ClinicalProvider);
    let mut guest = join(&mut world, 4, &link, "Gale Guest").unwrap();
    go_in(&mut phone, 60).unwrap();
    for device in [&mut phone, &mut other, &mut guest, &mut desk] {
        world.sync(device);
    }
    assert!(check_ins(&mut other).others.is_empty());
    assert!(!check_ins(&mut guest).may_begin);
    assert!(go_in(&mut guest, 60).is_err());
    assert_eq!(check_ins(&mut desk).others.len(), 1);
}
