//! Issue 3.4: a device that was taken out hands over what it has and wipes itself.

use crate::support::lost::{session, take_out, wiped};
use crate::support::two::{
    Lie, World, add, invite, log, met_over_ray, person, pill, supervisor, unlock,
};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Command, EngineError, GateWhy, IncompleteWhy, Query, Reply, Request, Role, SessionView,
    SettingChange, SyncState, SyncTrouble,
};
use handrail_engine::io::Input;

const NOTE: &str = "Three days of true notes.";
const HOUR_MS: u64 = 3_600_000;

/// The coach's device, which was taken out while it was away with a note.
fn lost(world: &mut World) -> (Device, Device, String) {
    let (mut sam, mut cory, ray) = met_over_ray(world);
    log(&mut cory, &ray, NOTE);
    take_out(world, &mut sam, "Cory Coach");
    (sam, cory, ray)
}

fn gate(device: &mut Device) -> Option<GateWhy> {
    match session(device) {
        SessionView::Gated(view) => Some(view.why),
        _ => None,
    }
}

#[test]
fn what_a_lost_device_had_not_sent_is_handed_over_and_set_aside_and_then_it_wipes_itself() {
    let mut world = World::new();
    let (mut sam, mut cory, ray) = lost(&mut world);
    world.sync(&mut cory);
    wiped(&mut cory, 0);

    world.sync(&mut sam);
    assert!(person(&mut sam, &ray).unwrap().timeline.is_empty());
    let told = pill(&mut sam);
    assert_eq!(told.quarantined, 1);
    assert_eq!(told.incomplete[0].participant.as_deref(), Some(&*ray));
    assert_eq!(told.incomplete[0].why, IncompleteWhy::Aside);
}

#[test]
fn a_device_that_learns_of_it_shows_nothing_more_and_keeps_trying_while_the_network_is_gone() {
    let mut world = World::new();
    let (_sam, mut cory, ray) = lost(&mut world);
    world.lie = Some(Lie::Full);
    world.sync(&mut cory);
    assert!(matches!(
        gate(&mut cory),
        Some(GateWhy::Dismissed { waiting: 1.. })
    ));
    let query = Query::Person {
        participant: ray.clone(),
        timeline_limit: 5,
    };
    let answer = cory.ask(Request::Query(query));
    assert_eq!(answer, Err(EngineError::Locked));

    // Killed, and with no network: shut from the first moment on.
    world.cut = true;
    cory.crash();
    unlock(&mut world, &mut cory);
    assert!(matches!(gate(&mut cory), Some(GateWhy::Dismissed { .. })));
    world.cut = false;
    world.lie = None;
    cory.pass(HOUR_MS);
    let outputs = cory.input(Input::Resumed);
    world.settle(&mut cory, outputs);
    cory.order(Command::Lock).ok();
    unlock(&mut world, &mut cory);
    wiped(&mut cory, 0);
}

/// The relay's word alone never wipes a device.
#[test]
fn a_hostile_relay_wipes_nothing() {
    let mut world = World::new();
    let (mut sam, mut cory, ray) = met_over_ray(&mut world);
    let awake = SettingChange::AutoLockMinutes(60);
    cory.order(Command::SetSetting(awake)).unwrap();
    log(&mut cory, &ray, NOTE);
    cory.crash();
    world.lie = Some(Lie::Refuses);
    unlock(&mut world, &mut cory);
    for _ in 0..5 {
        let outputs = cory.input(Input::Resumed);
        world.settle(&mut cory, outputs);
        cory.order(Command::KeepAwake).unwrap();
    }
    assert_eq!(
        pill(&mut cory).state,
        SyncState::Trouble(SyncTrouble::Revoked)
    );
    let note = person(&mut cory, &ray).unwrap().timeline[0].note.clone();
    assert_eq!(note, NOTE);

    // It shows the device an entry that nobody signed.
    take_out(&mut world, &mut sam, "Cory Coach");
    world.lie = Some(Lie::Forges);
    for _ in 0..5 {
        let outputs = cory.input(Input::Resumed);
        world.settle(&mut cory, outputs);
        cory.order(Command::KeepAwake).unwrap();
    }
    assert!(matches!(session(&mut cory), SessionView::Unlocked(_)));
    assert!(person(&mut cory, &ray).is_some());
    world.lie = None;
    let outputs = cory.input(Input::Resumed);
    world.settle(&mut cory, outputs);
    wiped(&mut cory, 0);
}

#[test]
fn a_relay_that_refuses_what_is_handed_over_is_told_of_and_does_not_stop_the_wiping() {
    let mut world = World::new();
    let (_sam, mut cory, _ray) = lost(&mut world);
    world.lie = Some(Lie::Rejects);
    world.sync(&mut cory);
    wiped(&mut cory, 1);
}

#[test]
fn a_draft_that_cannot_be_handed_over_is_counted() {
    let mut world = World::new();
    let (_sam, mut cory, ray) = lost(&mut world);
    let draft = Command::SaveDraft {
        key: format!("log:{ray}"),
        json: "{}".to_owned(),
    };
    cory.order(draft).unwrap();
    world.sync(&mut cory);
    wiped(&mut cory, 1);
}

#[test]
fn a_program_that_ended_while_it_wiped_goes_on_with_it() {
    let mut world = World::new();
    let (_sam, mut cory, _ray) = lost(&mut world);
    let database = cory.folder.path().join("caseload.db");
    world.sync(&mut cory);
    std::fs::write(&database, b"what a killed program left").unwrap();
    cory.crash();
    wiped(&mut cory, 0);
}

#[test]
fn a_locked_device_asks_the_relay_before_it_shows_anything_and_is_wiped_then() {
    let mut world = World::new();
    let (_sam, mut cory, _ray) = lost(&mut world);
    cory.order(Command::Lock).unwrap();
    cory.pass(2 * HOUR_MS);
    let unlocking = Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    };
    let (id, outputs) = cory.begin(Request::Command(unlocking));
    assert_eq!(gate(&mut cory), Some(GateWhy::CallingIn));
    let answer = cory.ask(Request::Query(Query::Today));
    assert_eq!(answer, Err(EngineError::Locked));
    let replies = world.settle(&mut cory, outputs);
    assert!(
        replies
            .iter()
            .any(|(of, answer)| *of == id && answer.is_ok())
    );
    wiped(&mut cory, 0);
}

#[test]
fn asking_first_takes_seconds_at_most_and_ends_with_the_first_failure() {
    let mut world = World::new();
    let (_sam, mut cory, ray) = met_over_ray(&mut world);
    cory.order(Command::Lock).unwrap();
    cory.pass(2 * HOUR_MS);
    world.cut = true;
    unlock(&mut world, &mut cory);
    assert!(person(&mut cory, &ray).is_some());

    // A network that never answers.
    cory.order(Command::Lock).unwrap();
    let unlocking = Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    };
    cory.begin(Request::Command(unlocking));
    assert_eq!(gate(&mut cory), Some(GateWhy::CallingIn));
    cory.pass(3_000);
    cory.input(Input::Tick);
    assert!(matches!(session(&mut cory), SessionView::Unlocked(_)));
}

#[test]
fn the_person_reads_what_happened_until_they_say_so_and_others_on_the_phone_are_left_alone() {
    let mut world = World::new();
    let mut device = Device::new(5);
    device.found();
    let jo = add(&mut device, "Jo Other");
    device.order(Command::Lock).unwrap();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    device.order(Command::AddProfile).unwrap();
    let joining = Command::AcceptInvitation {
        link,
        own_name: "Cory Coach".to_owned(),
        passphrase: "nobody else's business".to_owned(),
    };
    world.order(&mut device, joining).unwrap();
    world.sync(&mut device);
    world.sync(&mut sam);
    take_out(&mut world, &mut sam, "Cory Coach");
    world.sync(&mut device);
    for _ in 0..2 {
        match session(&mut device) {
            SessionView::Removed(view) => {
                assert_eq!((view.profile, view.others), (2, true));
            }
            other => panic!("{other:?}"),
        }
        device.crash();
    }
    assert!(!device.folder.path().join("caseload-2.db").exists());
    let reply = device.order(Command::AcknowledgeRemoval { profile: 2 });
    assert!(matches!(
        reply,
        Ok(Reply::Session(SessionView::Locked { profile: 1, .. }))
    ));
    unlock(&mut world, &mut device);
    assert!(person(&mut device, &jo).is_some());
}
