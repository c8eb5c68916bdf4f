//! Issue 3.4: what a lost device was, and what that means, is written down.

use crate::support::forging::Forger;
use crate::support::lost::{member, take_out, wiped};
use crate::support::two::{World, add, invite, join, log, met_over_ray, person, pill, unlock};
use crate::support::{Device, PASSPHRASE};
use handrail_domain::document::{AgencyCommand, AgencyDocument, StatementKind};
use handrail_engine::api::{
    Command, DevicePageView, DeviceState, LogKind, Query, Reply, Role, SettingChange, SheetView,
};
use handrail_protocol::statement::{Cipher, KeepingState, Said, TakenOut, Wiped};
use handrail_protocol::{AgencyId, DeviceId, DocumentKind, RosterState};

const NOTE: &str = "Three days of true notes.";
const DAY_MS: u64 = 86_400_000;

fn page(device: &mut Device, id: &str) -> DevicePageView {
    let query = Query::Device {
        device: id.to_owned(),
    };
    match device.query(query) {
        Reply::Device(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn first_device(device: &mut Device, name: &str) -> String {
    member(device, name).devices[0].device.clone()
}

#[test]
fn a_device_says_how_it_keeps_what_it_has_and_says_so_again_when_that_changes() {
    let mut world = World::new();
    let (mut sam, mut cory, _ray) = met_over_ray(&mut world);
    let phone = first_device(&mut sam, "Cory Coach");
    let state = page(&mut sam, &phone).state.expect("said at joining");
    assert_eq!((state.memory_mib, state.passes), (19, 2));
    assert_eq!((state.pin, state.auto_lock_minutes), (false, 5));
    assert_eq!((state.passkey, state.lease_days), (Some(false), Some(30)));
    assert_eq!(state.version, "test");

    cory.order(Command::SetSetting(SettingChange::AutoLockMinutes(15)))
        .unwrap();
    let pin = Command::SetPin {
        passphrase: PASSPHRASE.to_owned(),
        pin: "2580".to_owned(),
    };
    cory.order(pin).unwrap();
    cory.takes_for_the_least_lock(10);
    unlock(&mut world, &mut cory);
    let change = Command::ChangePassphrase {
        current: PASSPHRASE.to_owned(),
        new: "another quiet morning".to_owned(),
    };
    cory.order(change).unwrap();
    world.sync(&mut cory);
    world.sync(&mut sam);
    let passkey = Command::SetPasskey {
        passphrase: "another quiet morning".to_owned(),
        credential: vec![3; 16],
        output: vec![7; 32],
    };
    cory.order(passkey).unwrap();
    world.sync(&mut cory);
    world.sync(&mut sam);
    let state = page(&mut sam, &phone).state.unwrap();
    assert_eq!(state.passkey, Some(true));
    cory.order(Command::RemovePasskey).unwrap();
    let days = Command::SetLease { days: 10 };
    sam.order(days).unwrap();
    world.sync(&mut sam);
    world.sync(&mut cory);
    cory.order(Command::Lock).unwrap();
    cory.takes_for_the_least_lock(10);
    cory.order(Command::Unlock {
        passphrase: "another quiet morning".to_owned(),
    })
    .unwrap();
    world.sync(&mut cory);
    world.sync(&mut sam);
    let state = page(&mut sam, &phone).state.unwrap();
    assert_eq!((state.passkey, state.lease_days), (Some(false), Some(10)));
    assert_eq!((state.pin, state.auto_lock_minutes), (true, 15));
    assert!(state.memory_mib > 19, "{state:?}");
}

#[test]
fn it_says_so_every_week_and_not_at_every_opening() {
    let mut world = World::new();
    let (mut sam, mut cory, _ray) = met_over_ray(&mut world);
    let phone = first_device(&mut sam, "Cory Coach");
    let first = page(&mut sam, &phone).state.unwrap().at;
    for (days, again) in [(3, false), (5, true)] {
        cory.order(Command::Lock).unwrap();
        cory.pass(days * DAY_MS);
        unlock(&mut world, &mut cory);
        world.sync(&mut cory);
        world.sync(&mut sam);
        let at = page(&mut sam, &phone).state.unwrap().at;
        assert_eq!(at > first, again, "{days} days");
    }
}

#[test]
fn the_sheet_of_a_lost_device_says_what_was_on_it_and_what_became_of_its_keys() {
    let mut world = World::new();
    let (mut sam, mut cory, ray) = met_over_ray(&mut world);
    let phone = first_device(&mut sam, "Cory Coach");
    assert_eq!(page(&mut sam, &phone).sheet, None);
    log(&mut cory, &ray, NOTE);
    let heard = page(&mut sam, &phone).device.last_heard_at;
    take_out(&mut world, &mut sam, "Cory Coach");
    let view = page(&mut sam, &phone);
    assert_eq!(view.device.state, DeviceState::Removed);
    assert_eq!(view.member_name, "Cory Coach");
    assert!(view.state.is_some(), "its last word is kept");
    let sheet = view.sheet.expect("a sheet");
    assert_eq!(sheet.by, "Sam Supervisor");
    assert_eq!(sheet.people, ["Ray Example"]);
    assert_eq!((sheet.unnamed, sheet.missing), (0, 0));
    assert_eq!(sheet.heard_at, heard);
    assert_eq!(sheet.rotated, ["Cory Coach"]);
    assert!(sheet.agency_key && sheet.at.is_some());

    // It stays as it was: what comes later is not on the phone.
    add(&mut sam, "Jo Later");
    let before = page(&mut sam, &phone);
    world.sync(&mut cory);
    wiped(&mut cory, 0);
    world.sync(&mut sam);
    let after = page(&mut sam, &phone);
    let told = after.sheet.clone().unwrap().wiped;
    assert!(told.is_some() && before.sheet.clone().unwrap().wiped.is_none());
    let without = after.sheet.clone().map(|sheet| SheetView {
        wiped: None,
        ..sheet
    });
    assert_eq!(without, before.sheet);
    assert_eq!(after.device.last_heard_at, heard);

    // What it handed over can be read, and counts for nothing.
    assert_eq!(after.late.len(), 1);
    let late = &after.late[0];
    assert_eq!(
        (late.name.as_str(), late.note.as_str()),
        ("Ray Example", NOTE)
    );
    assert!(person(&mut sam, &ray).unwrap().timeline.is_empty());
}

#[test]
fn another_supervisor_reads_the_sheet_and_a_crash_does_not_lose_it() {
    let mut world = World::new();
    let (mut sam, _cory, _ray) = met_over_ray(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut sue = join(&mut world, 7, &link, "Sue Second").unwrap();
    world.sync(&mut sue);
    world.sync(&mut sam);
    let phone = first_device(&mut sam, "Cory Coach");
    take_out(&mut world, &mut sam, "Cory Coach");
    sam.crash();
    unlock(&mut world, &mut sam);
    world.sync(&mut sam);
    world.sync(&mut sue);
    let sheet = page(&mut sue, &phone).sheet.unwrap();
    assert!(sheet.at.is_some());
    assert_eq!(sheet.people, ["Ray Example"]);
}

#[test]
fn a_sheet_is_made_for_each_device_of_somebody_who_leaves() {
    let mut world = World::new();
    let (mut sam, _cory, _ray) = met_over_ray(&mut world);
    let page_of = member(&mut sam, "Cory Coach");
    let order = Command::EndMembership {
        member: page_of.member,
    };
    sam.order(order).unwrap();
    world.sync(&mut sam);
    let sheet = page(&mut sam, &page_of.devices[0].device).sheet.unwrap();
    assert_eq!(sheet.people, ["Ray Example"]);
    assert_eq!(sheet.rotated, ["Cory Coach"]);
}

#[test]
fn a_lost_device_says_signed_by_itself_that_it_wiped_itself_and_whoever_joins_later_hears_it() {
    let mut world = World::new();
    let (mut sam, mut cory, ray) = met_over_ray(&mut world);
    let phone = first_device(&mut sam, "Cory Coach");
    log(&mut cory, &ray, NOTE);
    let aside = pill(&mut sam).quarantined;
    take_out(&mut world, &mut sam, "Cory Coach");
    assert_eq!(page(&mut sam, &phone).sheet.unwrap().wiped, None);
    let told_at = cory.clock.at;
    world.sync(&mut cory);
    wiped(&mut cory, 0);
    world.sync(&mut sam);
    let view = page(&mut sam, &phone);
    let told = view.sheet.unwrap().wiped.expect("heard");
    assert_eq!(told.left, 0);
    assert!((told_at..=cory.clock.at).contains(&told.at));
    // The note is set aside for somebody to read; the word wants nothing of anybody.
    assert_eq!((view.late.len(), view.late_others), (1, 0));
    assert_eq!(pill(&mut sam).quarantined, aside + 1);
    let Reply::AccessLog(log) = sam.query(Query::AccessLog { limit: 50 }) else {
        panic!()
    };
    let said: Vec<_> = log
        .iter()
        .filter(|row| row.kind == LogKind::Wiped)
        .collect();
    assert_eq!(
        (said[0].by.as_str(), said[0].at),
        ("Cory Coach", Some(told.at))
    );
    assert_eq!(said.len(), 1);

    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut sue = join(&mut world, 7, &link, "Sue Second").unwrap();
    world.sync(&mut sue);
    let heard = page(&mut sue, &phone).sheet.unwrap().wiped.unwrap();
    assert_eq!((heard.at, heard.left), (told.at, told.left));
}

#[test]
fn neither_a_member_nor_another_lost_device_can_say_it_for_a_device() {
    let mut world = World::new();
    let (mut sam, mut cory, _ray) = met_over_ray(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut pat = join(&mut world, 8, &link, "Pat Coach").unwrap();
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut lee = join(&mut world, 9, &link, "Lee Coach").unwrap();
    for device in [&mut pat, &mut lee, &mut sam] {
        world.sync(device);
    }
    let (phone, pats) = (
        first_device(&mut sam, "Cory Coach"),
        first_device(&mut sam, "Pat Coach"),
    );
    let lost: DeviceId = phone.parse().unwrap();
    for device in [&mut pat, &mut lee] {
        device.crash();
        let told = Said::Wiped(Wiped { at: 1, left: 0 });
        forge(device, &[(lost, StatementKind::Wiped, told)]);
    }
    take_out(&mut world, &mut sam, "Cory Coach");
    take_out(&mut world, &mut sam, "Pat Coach");
    for device in [&mut pat, &mut lee] {
        unlock(&mut world, device);
        world.sync(device);
    }
    wiped(&mut pat, 0);
    world.sync(&mut sam);
    assert_eq!(page(&mut sam, &phone).sheet.unwrap().wiped, None);
    assert!(page(&mut sam, &pats).sheet.unwrap().wiped.is_some());
    // The true word is heard all the same.
    world.sync(&mut cory);
    world.sync(&mut sam);
    let told = page(&mut sam, &phone).sheet.unwrap().wiped.unwrap();
    assert!(told.at > 1 && told.at <= cory.clock.at);
}

/// A member with a modified app writes over what others said.
fn forge(device: &mut Device, about: &[(DeviceId, StatementKind, Said)]) {
    let mut forger = Forger::of(device, 77);
    let entries = forger.database.read().roster_entries(None).unwrap();
    let roster = RosterState::replay(entries.iter().map(|row| row.bytes.as_slice())).unwrap();
    let agency: AgencyId = roster.agency();
    let id = forger.first(DocumentKind::Agency);
    let mut document: AgencyDocument = forger.open(&id);
    for (about, kind, said) in about {
        let command = AgencyCommand::SetStatement {
            device: handrail_domain::DeviceId::from_bytes(*about.as_bytes()),
            kind: *kind,
            bytes: forger.secret.state(agency, said),
        };
        if let Some(written) = document.command(&command, forger.now).unwrap() {
            forger.keep(&id, &written);
        }
    }
    forger.database.close().unwrap();
}

#[test]
fn nobody_else_can_say_it_for_a_device_or_change_a_sheet() {
    let mut world = World::new();
    let (mut sam, mut cory, _ray) = met_over_ray(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut pat = join(&mut world, 8, &link, "Pat Coach").unwrap();
    add(&mut pat, "Jo Other");
    world.sync(&mut pat);
    world.sync(&mut sam);
    let (desk, lost) = (
        first_device(&mut sam, "Sam Supervisor"),
        first_device(&mut sam, "Pat Coach"),
    );
    take_out(&mut world, &mut sam, "Pat Coach");
    world.sync(&mut cory);
    assert!(page(&mut cory, &desk).state.is_some());
    assert!(page(&mut cory, &lost).sheet.unwrap().at.is_some());

    cory.crash();
    let (desk_id, lost_id): (DeviceId, DeviceId) = (desk.parse().unwrap(), lost.parse().unwrap());
    let state = KeepingState {
        at: 1,
        cipher: Cipher::ChaCha20Poly1305,
        memory_kib: 1,
        passes: 1,
        lanes: 1,
        pin: true,
        auto_lock_minutes: 60,
        version: String::new(),
        since_2: None,
    };
    let nothing = TakenOut {
        device: lost_id,
        at: 1,
        heard_at: None,
        missing: 0,
        documents: Vec::new(),
    };
    forge(
        &mut cory,
        &[
            (desk_id, StatementKind::State, Said::State(state)),
            (lost_id, StatementKind::TakenOut, Said::TakenOut(nothing)),
        ],
    );
    unlock(&mut world, &mut cory);
    world.sync(&mut cory);
    world.sync(&mut sam);
    let sheet = page(&mut sam, &lost).sheet.unwrap();
    assert_eq!((sheet.at, sheet.people.len()), (None, 0));
    assert!(page(&mut cory, &desk).state.is_none());
    // The desk says it again by itself.
    sam.order(Command::Lock).unwrap();
    unlock(&mut world, &mut sam);
    world.sync(&mut sam);
    world.sync(&mut cory);
    assert_eq!(page(&mut cory, &desk).state.unwrap().auto_lock_minutes, 5);
}
