//! Issue 3.5: the recovery kit brings an administrator back on a new device.

use crate::support::two::{Lose, RELAY, World, add, invite, join, log, person, pill, unlock};
use crate::support::{Device, PASSPHRASE, database};
use handrail_engine::api::{
    Command, DeviceState, EngineError, Query, RecoveryWordsProblem, Reply, RestoreFoundView, Role,
    SessionView, SyncState, SyncTrouble, UnlockedView,
};

/// A supervisor with a relay, and the words on paper.
fn agency(world: &mut World) -> (Device, Vec<String>) {
    let mut sam = Device::new(1);
    let command = Command::FoundAgency {
        agency_name: "Lakeside Peers (test)".to_owned(),
        own_name: "Sam Supervisor".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        relay: Some(RELAY.to_owned()),
    };
    let Reply::RecoveryKit(kit) = world.order(&mut sam, command).unwrap() else {
        panic!()
    };
    let words = kit
        .ask
        .iter()
        .map(|at| (*at, kit.words[usize::from(*at) - 1].clone()))
        .collect();
    sam.order(Command::ConfirmRecoveryKit { words }).unwrap();
    (sam, kit.words)
}

fn open_kit(
    world: &mut World,
    device: &mut Device,
    words: &[String],
) -> Result<RestoreFoundView, EngineError> {
    let command = Command::OpenRecoveryKit {
        relay: RELAY.to_owned(),
        words: words.join(" "),
    };
    match world.order(device, command)? {
        Reply::RestoreFound(found) => Ok(found),
        other => panic!("{other:?}"),
    }
}

fn restore(world: &mut World, device: &mut Device, member: &str) -> Result<Reply, EngineError> {
    let command = Command::RestoreAdministrator {
        member: member.to_owned(),
        others_lost: false,
        passphrase: PASSPHRASE.to_owned(),
    };
    world.order(device, command)
}

fn session(device: &mut Device) -> SessionView {
    match device.query(Query::Session) {
        Reply::Session(view) => view,
        other => panic!("{other:?}"),
    }
}

fn worker(device: &mut Device) -> UnlockedView {
    match session(device) {
        SessionView::Unlocked(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_kit_brings_the_supervisor_back_with_every_record_of_the_team() {
    let mut world = World::new();
    let (mut sam, words) = agency(&mut world);
    let own = add(&mut sam, "Own Example");
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    let ray = add(&mut cory, "Ray Example");
    log(&mut cory, &ray, "Before the fire.");
    world.sync(&mut cory);
    world.sync(&mut sam);
    let fingerprint = match sam.query(Query::Settings) {
        Reply::Settings(view) => view.fingerprint,
        other => panic!("{other:?}"),
    };
    drop(sam);

    let mut new = Device::new(7);
    let found = open_kit(&mut world, &mut new, &words).unwrap();
    assert_eq!(found.fingerprint, fingerprint);
    assert_eq!(found.administrators.len(), 1);
    let administrator = &found.administrators[0];
    assert!(administrator.founder && administrator.role == Role::Supervisor);
    assert_eq!(administrator.devices, 1);
    let reply = restore(&mut world, &mut new, &administrator.member).unwrap();
    assert!(matches!(reply, Reply::Session(SessionView::Unlocked(_))));
    world.sync(&mut new);
    let view = worker(&mut new);
    assert_eq!(
        (view.own_name.as_str(), view.agency_name.as_str()),
        ("Sam Supervisor", "Lakeside Peers (test)")
    );
    assert!(view.administrator && !view.recovery_unconfirmed);
    assert!(person(&mut new, &own).is_some());
    let seen = person(&mut new, &ray).unwrap();
    assert_eq!(seen.timeline[0].note, "Before the fire.");

    // It writes, is read, and takes the lost device out: what that one wrote stays.
    log(&mut new, &ray, "After the fire.");
    world.sync(&mut new);
    world.sync(&mut cory);
    assert_eq!(person(&mut cory, &ray).unwrap().timeline_total, 2);
    let page = member(&mut new, &administrator.member);
    let lost = page.devices.iter().find(|device| !device.own).unwrap();
    let order = Command::RemoveDevice {
        device: lost.device.clone(),
    };
    new.order(order).unwrap();
    world.sync(&mut new);
    let states = member(&mut new, &administrator.member).devices;
    assert!(states.iter().any(|d| d.state == DeviceState::Removed));
    let link = invite(&mut world, &mut new, Role::Supervisor);
    let mut later = join(&mut world, 8, &link, "Toni Later").unwrap();
    world.sync(&mut later);
    assert!(person(&mut later, &own).is_some());
    assert_eq!(pill(&mut later).quarantined, 0);
}

/// The lost devices go, with every key they held, once what they wrote is here: none of it is set
/// aside on any device.
#[test]
fn a_restored_administrator_takes_their_lost_devices_out_after_everything_arrived() {
    let mut world = World::new();
    let (mut sam, words) = agency(&mut world);
    let own = add(&mut sam, "Own Example");
    log(&mut sam, &own, "By the device that is lost.");
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut sam);

    let mut new = Device::new(7);
    let found = open_kit(&mut world, &mut new, &words).unwrap();
    let administrator = found.administrators[0].member.clone();
    let command = Command::RestoreAdministrator {
        member: administrator.clone(),
        others_lost: true,
        passphrase: PASSPHRASE.to_owned(),
    };
    world.order(&mut new, command).unwrap();
    world.sync(&mut new);
    let devices = member(&mut new, &administrator).devices;
    let states: Vec<_> = devices.iter().map(|d| (d.own, d.state)).collect();
    assert!(
        states.contains(&(true, DeviceState::Active))
            && states.contains(&(false, DeviceState::Removed)),
        "{states:?}"
    );
    let seen = person(&mut new, &own).unwrap();
    assert_eq!(seen.timeline[0].note, "By the device that is lost.");
    assert_eq!(pill(&mut new).quarantined, 0);
    // The lost one is out, and nobody set aside what it wrote.
    world.sync(&mut sam);
    crate::support::lost::wiped(&mut sam, 0);
    log(
        &mut cory,
        &ray,
        "Under a key that the lost device never had.",
    );
    world.sync(&mut cory);
    world.sync(&mut new);
    assert_eq!(person(&mut new, &ray).unwrap().timeline_total, 1);
    assert_eq!(pill(&mut cory).quarantined, 0);
    let link = invite(&mut world, &mut new, Role::Supervisor);
    let mut later = join(&mut world, 8, &link, "Toni Later").unwrap();
    world.sync(&mut later);
    assert!(person(&mut later, &own).is_some());
    assert_eq!(pill(&mut later).quarantined, 0);
}

fn member(device: &mut Device, member: &str) -> handrail_engine::api::MemberPageView {
    let query = Query::Member {
        member: member.to_owned(),
    };
    match device.query(query) {
        Reply::Member(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_that_are_no_kit_are_told_apart_and_nothing_is_asked_of_the_relay() {
    let mut world = World::new();
    let (_sam, words) = agency(&mut world);
    let mut new = Device::new(7);
    world.cut = true;
    let mut problem = |words: &[String]| {
        let command = Command::OpenRecoveryKit {
            relay: RELAY.to_owned(),
            words: words.join("\n "),
        };
        new.order(command)
    };
    let words_error = |problem| Err(EngineError::RecoveryWords(problem));
    assert_eq!(
        problem(&words[..23]),
        words_error(RecoveryWordsProblem::Count(23))
    );
    let mut misspelt = words.clone();
    misspelt[4] = "aplle".to_owned();
    assert_eq!(
        problem(&misspelt),
        words_error(RecoveryWordsProblem::Unknown(5))
    );
    let mut swapped = words.clone();
    swapped.rotate_left(1);
    let rotated = problem(&swapped);
    assert!(
        rotated == words_error(RecoveryWordsProblem::Checksum)
            // One of 256 rotations passes the checksum.
            || rotated == Err(EngineError::NoConnection),
        "{rotated:?}"
    );
    // Whole words in capitals are a kit; it is the relay that is out of reach.
    let capitals: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    assert_eq!(problem(&capitals), Err(EngineError::NoConnection));
    assert_eq!(session(&mut new), SessionView::Empty);
}

#[test]
fn a_kit_of_an_agency_that_the_relay_does_not_know_says_so() {
    let mut world = World::new();
    let mut elsewhere = World::new();
    let (_sam, _words) = agency(&mut world);
    let mut other = Device::new(5);
    let Reply::RecoveryKit(kit) = other.found() else {
        panic!()
    };
    let mut new = Device::new(7);
    assert_eq!(
        open_kit(&mut world, &mut new, &kit.words),
        Err(EngineError::UnknownAgency)
    );
    assert_eq!(
        open_kit(&mut elsewhere, &mut new, &kit.words),
        Err(EngineError::UnknownAgency)
    );
    assert_eq!(session(&mut new), SessionView::Empty);
    assert_eq!(
        restore(&mut world, &mut new, &"00".repeat(16)),
        Err(EngineError::NotFound),
        "no kit was opened"
    );
}

#[test]
fn opening_a_kit_can_be_taken_back_and_begun_again() {
    let mut world = World::new();
    let (_sam, words) = agency(&mut world);
    let mut new = Device::new(7);
    let found = open_kit(&mut world, &mut new, &words).unwrap();
    assert_eq!(
        restore(&mut world, &mut new, "nobody"),
        Err(EngineError::NotFound)
    );
    let short = Command::RestoreAdministrator {
        member: found.administrators[0].member.clone(),
        others_lost: false,
        passphrase: "short".to_owned(),
    };
    assert_eq!(
        world.order(&mut new, short),
        Err(EngineError::PassphraseTooShort)
    );
    let reply = new.order(Command::AbandonJoining).unwrap();
    assert_eq!(reply, Reply::Session(SessionView::Empty));
    assert_eq!(
        restore(&mut world, &mut new, &found.administrators[0].member),
        Err(EngineError::NotFound)
    );
    // Twice without taking it back is no obstacle either.
    open_kit(&mut world, &mut new, &words).unwrap();
    open_kit(&mut world, &mut new, &words).unwrap();
    restore(&mut world, &mut new, &found.administrators[0].member).unwrap();
    worker(&mut new);
}

/// A device whose entry, or the answer to it, got lost.
fn cut_off(world: &mut World, words: &[String], lose: Lose) -> Device {
    let mut new = Device::new(7);
    let found = open_kit(world, &mut new, words).unwrap();
    world.lose = Some(lose);
    let reply = restore(world, &mut new, &found.administrators[0].member).unwrap();
    assert!(
        matches!(reply, Reply::Session(SessionView::JoinUnfinished { .. })),
        "{reply:?}"
    );
    new.crash();
    world.cut = false;
    new
}

#[test]
fn a_restoring_that_was_cut_off_is_finished_without_the_words() {
    for lose in [Lose::Answer, Lose::Entry] {
        let mut world = World::new();
        let (mut sam, words) = agency(&mut world);
        let ray = add(&mut sam, "Ray Example");
        world.sync(&mut sam);
        let mut new = cut_off(&mut world, &words, lose);
        unlock(&mut world, &mut new);
        world.sync(&mut new);
        assert!(worker(&mut new).administrator);
        assert!(person(&mut new, &ray).is_some());
        assert_eq!(pill(&mut new).state, SyncState::Idle);
    }
}

#[test]
fn a_restoring_that_somebody_else_overtook_asks_for_the_words_again() {
    let mut world = World::new();
    let (mut sam, words) = agency(&mut world);
    let mut new = cut_off(&mut world, &words, Lose::Entry);
    invite(&mut world, &mut sam, Role::Coach);
    unlock(&mut world, &mut new);
    assert_eq!(
        session(&mut new),
        SessionView::JoinUnfinished {
            problem: Some(EngineError::RestoreOvertaken)
        }
    );
    world.order(&mut new, Command::AbandonJoining).unwrap();
    let found = open_kit(&mut world, &mut new, &words).unwrap();
    restore(&mut world, &mut new, &found.administrators[0].member).unwrap();
    assert!(worker(&mut new).administrator);
    assert_ne!(
        pill(&mut new).state,
        SyncState::Trouble(SyncTrouble::RosterForked)
    );
}

#[test]
fn the_words_stay_on_no_device() {
    let mut world = World::new();
    let (_sam, words) = agency(&mut world);
    let mut new = cut_off(&mut world, &words, Lose::Entry);
    let root = handrail_vault::RootSecret::from_words(&words.join(" ")).unwrap();
    new.engine.close();
    let store = database(new.folder.path());
    let read = store.read();
    assert!(read.meta("root_secret").unwrap().is_none());
    let kept = read.meta("restoring").unwrap().unwrap();
    assert!(!kept.windows(32).any(|window| window == root.expose()));
    store.close().unwrap();
}
