//! A device is taken out, and another takes its place.

use crate::support::lost::{member, remove, wiped};
use crate::support::two::{World, add, join, log, met, person};
use handrail_engine::api::{
    Command, DeviceState, EngineError, InvitationState, Reply, SessionView,
};

#[test]
fn a_lost_device_reads_nothing_that_is_written_after_it_was_taken_out_and_what_it_sent_before_is_kept()
 {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    let ray = add(&mut cory, "Ray Example");
    log(&mut cory, &ray, "Before the phone was lost.");
    world.sync(&mut cory);
    world.sync(&mut sam);

    let page = member(&mut sam, "Cory Coach");
    assert!(page.may_change);
    assert_eq!(page.devices.len(), 1);
    assert_eq!(page.devices[0].state, DeviceState::Active);
    assert!(page.devices[0].last_heard_at.is_some());
    assert_eq!(
        (page.reads[0].coach.as_str(), page.reads[0].people),
        ("Cory Coach", 1)
    );

    remove(&mut sam, &page.devices[0].device).unwrap();
    assert_eq!(
        member(&mut sam, "Cory Coach").devices[0].state,
        DeviceState::Leaving
    );
    world.sync(&mut sam);
    assert_eq!(
        member(&mut sam, "Cory Coach").devices[0].state,
        DeviceState::Removed
    );

    log(&mut sam, &ray, "After the phone was lost.");
    world.sync(&mut sam);
    world.sync(&mut cory);
    wiped(&mut cory, 0);
    let kept = person(&mut sam, &ray).unwrap();
    assert_eq!(kept.timeline.len(), 2);
}

#[test]
fn taking_a_device_out_waits_for_the_network_and_survives_a_crash() {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    let lost = member(&mut sam, "Cory Coach").devices[0].device.clone();
    world.cut = true;
    remove(&mut sam, &lost).unwrap();
    world.sync(&mut sam);
    assert_eq!(
        member(&mut sam, "Cory Coach").devices[0].state,
        DeviceState::Leaving
    );
    sam.crash();
    let reply = sam.order(Command::Unlock {
        passphrase: crate::support::PASSPHRASE.to_owned(),
    });
    assert!(matches!(
        reply,
        Ok(Reply::Session(SessionView::Unlocked(_)))
    ));
    world.cut = false;
    world.sync(&mut sam);
    assert_eq!(
        member(&mut sam, "Cory Coach").devices[0].state,
        DeviceState::Removed
    );
    world.sync(&mut cory);
    wiped(&mut cory, 0);
}

#[test]
fn a_member_gets_another_device_by_a_link_and_finds_the_caseload_on_it() {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    let ray = add(&mut cory, "Ray Example");
    log(&mut cory, &ray, "On the old phone.");
    world.sync(&mut cory);
    world.sync(&mut sam);
    let page = member(&mut sam, "Cory Coach");
    remove(&mut sam, &page.devices[0].device).unwrap();
    world.sync(&mut sam);

    let order = Command::InviteDevice {
        member: page.member.clone(),
        valid_hours: 24,
    };
    let link = match world.order(&mut sam, order).unwrap() {
        Reply::Invitation(view) => {
            assert_eq!(view.state, InvitationState::Open);
            view.link
        }
        other => panic!("{other:?}"),
    };
    let mut new_phone = join(&mut world, 3, &link, "Whatever was typed").unwrap();
    world.sync(&mut new_phone);
    let seen = person(&mut new_phone, &ray).expect("the caseload came along");
    assert_eq!(seen.timeline[0].note, "On the old phone.");
    assert_eq!(seen.coach, "Cory Coach");

    world.sync(&mut sam);
    let page = member(&mut sam, "Cory Coach");
    assert_eq!(page.name, "Cory Coach");
    let states: Vec<DeviceState> = page.devices.iter().map(|device| device.state).collect();
    assert_eq!(states, [DeviceState::Active, DeviceState::Removed]);
    log(&mut new_phone, &ray, "On the new phone.");
    world.sync(&mut new_phone);
    world.sync(&mut sam);
    assert_eq!(person(&mut sam, &ray).unwrap().timeline.len(), 2);
}

#[test]
fn only_an_administrator_takes_devices_out_and_never_the_one_in_hand() {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    let (own, coach) = (
        member(&mut sam, "Sam Supervisor").devices[0].device.clone(),
        member(&mut sam, "Cory Coach").devices[0].device.clone(),
    );
    assert_eq!(remove(&mut sam, &own), Err(EngineError::NotAllowed));
    assert_eq!(remove(&mut cory, &own), Err(EngineError::NotAllowed));
    assert_eq!(remove(&mut cory, &coach), Err(EngineError::NotAllowed));
    assert_eq!(
        remove(&mut sam, "no such device"),
        Err(EngineError::NotFound)
    );
    assert!(!member(&mut cory, "Sam Supervisor").may_change);
    let order = Command::InviteDevice {
        member: member(&mut cory, "Cory Coach").member,
        valid_hours: 24,
    };
    assert_eq!(cory.order(order), Err(EngineError::NotAllowed));
}
