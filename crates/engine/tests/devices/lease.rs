//! Issue 3.4: a device that has no contact for too long locks by itself.

use crate::support::lost::session;
use crate::support::two::{World, log, met_over_ray, person, pill, unlock};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Command, EngineError, GateWhy, Query, Reply, Request, SessionView, SettingsView,
};
use handrail_engine::io::Input;

const DAY_MS: u64 = 86_400_000;
const NOTE: &str = "Written in the second week.";

fn team(world: &mut World) -> (Device, Device, String) {
    let (sam, mut cory, ray) = met_over_ray(world);
    cory.order(Command::Lock).unwrap();
    unlock(world, &mut cory);
    (sam, cory, ray)
}

/// As the coach opens the phone, with no network, after so many days.
fn open_after(world: &mut World, device: &mut Device, days: u64) -> SessionView {
    device.order(Command::Lock).unwrap();
    device.pass(days * DAY_MS);
    unlock(world, device);
    session(device)
}

fn away(view: &SessionView) -> Option<(u32, Option<String>)> {
    match view {
        SessionView::Gated(view) => match &view.why {
            GateWhy::Away {
                days, help_request, ..
            } => Some((*days, help_request.clone())),
            _ => None,
        },
        _ => None,
    }
}

fn warned_of(view: &SessionView) -> Option<u32> {
    match view {
        SessionView::Unlocked(view) => view.days_until_away,
        other => panic!("{other:?}"),
    }
}

fn settings(device: &mut Device) -> SettingsView {
    match device.query(Query::Settings) {
        Reply::Settings(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn code_for(helper: &mut Device, request: &str) -> String {
    let order = Command::GiveHelpCode {
        request: request.to_owned(),
    };
    match helper.order(order).unwrap() {
        Reply::HelpCode(view) => view.code,
        other => panic!("{other:?}"),
    }
}

fn end_absence(device: &mut Device, code: &str) -> Result<Reply, EngineError> {
    device.order(Command::EndAbsence {
        code: code.to_owned(),
    })
}

#[test]
fn a_device_without_contact_warns_days_ahead_then_locks_and_opens_with_the_next_contact() {
    let mut world = World::new();
    let (_sam, mut cory, ray) = team(&mut world);
    world.cut = true;
    assert_eq!(warned_of(&open_after(&mut world, &mut cory, 14)), None);
    log(&mut cory, &ray, NOTE);
    assert_eq!(warned_of(&open_after(&mut world, &mut cory, 9)), Some(7));
    assert_eq!(warned_of(&open_after(&mut world, &mut cory, 5)), Some(2));
    let shut = open_after(&mut world, &mut cory, 3);
    assert_eq!(away(&shut).unwrap().0, 30);
    assert_eq!(
        cory.ask(Request::Query(Query::Today)),
        Err(EngineError::Locked)
    );
    // Killed: it is shut all the same.
    cory.crash();
    unlock(&mut world, &mut cory);
    assert!(away(&session(&mut cory)).is_some());

    world.cut = false;
    world.sync(&mut cory);
    assert_eq!(warned_of(&session(&mut cory)), None);
    assert_eq!(person(&mut cory, &ray).unwrap().timeline[0].note, NOTE);
    assert_eq!(pill(&mut cory).waiting, 0);
}

#[test]
fn an_open_device_locks_by_itself_when_the_time_is_over() {
    let mut world = World::new();
    let (_sam, mut cory, _ray) = team(&mut world);
    world.cut = true;
    cory.pass(30 * DAY_MS - 3_600_000);
    cory.order(Command::KeepAwake).unwrap();
    cory.input(Input::Tick);
    assert!(matches!(session(&mut cory), SessionView::Unlocked(_)));
    cory.pass(3_600_000);
    cory.order(Command::KeepAwake).unwrap();
    cory.input(Input::Tick);
    // Nobody is interrupted in the middle of a word.
    assert!(matches!(session(&mut cory), SessionView::Unlocked(_)));
    cory.pass(60_000);
    cory.input(Input::Tick);
    assert!(matches!(session(&mut cory), SessionView::Locked { .. }));
    unlock(&mut world, &mut cory);
    assert!(away(&session(&mut cory)).is_some());
}

#[test]
fn a_supervisors_code_opens_it_once_without_any_network_and_nothing_is_lost() {
    let mut world = World::new();
    let (mut sam, mut cory, ray) = team(&mut world);
    world.cut = true;
    log(&mut cory, &ray, NOTE);
    let draft = Command::SaveDraft {
        key: format!("log:{ray}"),
        json: "{\"note\":\"half\"}".to_owned(),
    };
    cory.order(draft).unwrap();
    let shut = open_after(&mut world, &mut cory, 31);
    let request = away(&shut).unwrap().1.expect("somebody can help");
    let code = code_for(&mut sam, &request);

    assert_eq!(
        end_absence(&mut cory, "123"),
        Err(EngineError::HelpCodeNotWhole)
    );
    let wrong = end_absence(&mut cory, "00000 00000 00000 00000");
    assert!(matches!(wrong, Err(EngineError::WrongHelpCode { .. })));
    assert!(away(&session(&mut cory)).is_some());
    end_absence(&mut cory, &code).unwrap();
    assert_eq!(warned_of(&session(&mut cory)), None);
    assert_eq!(person(&mut cory, &ray).unwrap().timeline[0].note, NOTE);
    let key = format!("log:{ray}");
    let Reply::Draft(Some(kept)) = cory.query(Query::Draft { key }) else {
        panic!("the draft")
    };
    assert!(kept.contains("half"));

    // It was for that once: the next time takes another.
    let shut = open_after(&mut world, &mut cory, 31);
    let next = away(&shut).unwrap().1.unwrap();
    assert_ne!(next, request);
    assert!(end_absence(&mut cory, &code).is_err());
    end_absence(&mut cory, &code_for(&mut sam, &next)).unwrap();
}

#[test]
fn a_clock_set_back_or_in_1970_neither_opens_the_device_nor_shuts_it_for_good() {
    let mut world = World::new();
    let (_sam, mut cory, ray) = team(&mut world);
    world.cut = true;
    let shut = open_after(&mut world, &mut cory, 31);
    assert!(away(&shut).is_some());
    cory.clock.at -= 31 * 86_400_000;
    cory.crash();
    cory.clock.monotonic = 0;
    unlock(&mut world, &mut cory);
    assert!(away(&session(&mut cory)).is_some());
    cory.clock.at = 0;
    world.cut = false;
    world.sync(&mut cory);
    assert!(person(&mut cory, &ray).is_some());
    cory.clock.at = 1_777_921_200_000 + 40 * 86_400_000;
    world.sync(&mut cory);
    assert!(person(&mut cory, &ray).is_some());
}

#[test]
fn administrators_set_how_long_and_may_switch_it_off() {
    let mut world = World::new();
    let (mut sam, mut cory, _ray) = team(&mut world);
    assert_eq!(settings(&mut cory).lease_days, 30);
    let set = |days| Command::SetLease { days };
    assert_eq!(cory.order(set(90)), Err(EngineError::NotAllowed));
    assert!(sam.order(set(2)).is_err());
    assert!(sam.order(set(181)).is_err());
    sam.order(set(7)).unwrap();
    sam.order(set(5)).unwrap();
    assert_eq!(settings(&mut sam).lease_wish, Some(5));
    world.sync(&mut sam);
    world.sync(&mut cory);
    let told = settings(&mut cory);
    assert_eq!((told.lease_days, settings(&mut sam).lease_wish), (5, None));
    world.cut = true;
    assert!(away(&open_after(&mut world, &mut cory, 6)).is_some());

    world.cut = false;
    sam.order(set(0)).unwrap();
    world.sync(&mut sam);
    world.sync(&mut cory);
    world.cut = true;
    let opened = open_after(&mut world, &mut cory, 400);
    assert_eq!(warned_of(&opened), None);
}

#[test]
fn a_device_without_a_relay_never_locks_for_want_of_one() {
    let mut device = Device::new(9);
    device.found();
    device.order(Command::Lock).unwrap();
    device.pass(400 * DAY_MS);
    let reply = device.order(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    assert!(matches!(
        reply,
        Ok(Reply::Session(SessionView::Unlocked(_)))
    ));
}
