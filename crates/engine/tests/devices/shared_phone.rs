//! Issue 3.6: several people on one phone.

use crate::support::two::{World, add, invite, log, person, supervisor};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Command, EngineError, InvalidField, Query, Reply, Request, Role, SAMPLE_PASSPHRASE,
    SessionView, SettingChange,
};

const SECOND: &str = "nobody else's business";

fn session(device: &mut Device) -> SessionView {
    match device.query(Query::Session) {
        Reply::Session(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Who is in front, and everybody's number and nickname; the device is locked.
fn locked(device: &mut Device) -> (u32, Vec<(u32, String)>) {
    match session(device) {
        SessionView::Locked {
            profile, profiles, ..
        } => {
            let all = profiles.into_iter().map(|row| (row.profile, row.nickname));
            (profile, all.collect())
        }
        other => panic!("{other:?}"),
    }
}

fn choose(device: &mut Device, profile: u32) {
    device.order(Command::ChooseProfile { profile }).unwrap();
}

fn unlock(device: &mut Device, passphrase: &str) -> Result<Reply, EngineError> {
    device.order(Command::Unlock {
        passphrase: passphrase.to_owned(),
    })
}

fn erase(device: &mut Device, typed_name: &str) -> Result<Reply, EngineError> {
    device.order(Command::EraseDevice {
        typed_name: typed_name.to_owned(),
    })
}

/// One more person starts an agency of their own.
fn found_second(device: &mut Device) {
    device.order(Command::Lock).unwrap();
    let reply = device.order(Command::AddProfile).unwrap();
    assert_eq!(reply, Reply::Session(SessionView::Adding { back_to: 1 }));
    device
        .order(Command::FoundAgency {
            agency_name: "Hilltop Peers (test)".to_owned(),
            own_name: "Toni Second".to_owned(),
            passphrase: SECOND.to_owned(),
            relay: None,
        })
        .unwrap();
}

#[test]
fn two_people_share_a_phone_and_neither_opens_the_other() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    found_second(&mut device);
    let jo = add(&mut device, "Jo Other");
    assert!(person(&mut device, &ray).is_none());
    device.crash();
    assert_eq!(
        locked(&mut device),
        (1, vec![(1, String::new()), (2, String::new())])
    );
    // Switching needs nobody: no request leaves the device.
    choose(&mut device, 2);
    assert!(matches!(
        unlock(&mut device, PASSPHRASE),
        Err(EngineError::WrongPassphrase { .. })
    ));
    unlock(&mut device, SECOND).unwrap();
    assert!(person(&mut device, &jo).is_some());
    assert!(person(&mut device, &ray).is_none());
    // Whoever is open is not pushed aside.
    assert_eq!(
        device.order(Command::ChooseProfile { profile: 1 }),
        Err(EngineError::NotAllowed)
    );
    assert_eq!(
        device.order(Command::AddProfile),
        Err(EngineError::NotAllowed)
    );
    device.order(Command::Lock).unwrap();
    choose(&mut device, 1);
    unlock(&mut device, PASSPHRASE).unwrap();
    assert!(person(&mut device, &ray).is_some());
}

#[test]
fn a_wrong_passphrase_of_one_person_does_not_delay_the_other() {
    let mut device = Device::new(2);
    device.found();
    found_second(&mut device);
    device.order(Command::Lock).unwrap();
    for _ in 0..4 {
        let _ = unlock(&mut device, "not the passphrase");
    }
    let SessionView::Locked { retry_after_ms, .. } = session(&mut device) else {
        panic!()
    };
    assert!(retry_after_ms > 0);
    choose(&mut device, 1);
    assert!(matches!(
        session(&mut device),
        SessionView::Locked {
            retry_after_ms: 0,
            failed_tries: 0,
            ..
        }
    ));
    unlock(&mut device, PASSPHRASE).unwrap();
}

#[test]
fn one_person_is_wiped_and_the_other_keeps_everything() {
    let mut device = Device::new(3);
    device.found();
    let ray = add(&mut device, "Ray Example");
    log(&mut device, &ray, "Stays.");
    found_second(&mut device);
    add(&mut device, "Jo Other");
    erase(&mut device, "Hilltop Peers (test)").unwrap();
    assert_eq!(locked(&mut device), (1, vec![(1, String::new())]));
    let left: Vec<String> = std::fs::read_dir(device.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("-2"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
    unlock(&mut device, PASSPHRASE).unwrap();
    assert_eq!(
        person(&mut device, &ray).unwrap().timeline[0].note,
        "Stays."
    );

    // The first may go as well; the number is free again for somebody else.
    found_second(&mut device);
    device.order(Command::Lock).unwrap();
    choose(&mut device, 1);
    unlock(&mut device, PASSPHRASE).unwrap();
    erase(&mut device, "Lakeside Peers (test)").unwrap();
    assert_eq!(locked(&mut device), (2, vec![(2, String::new())]));
    device.order(Command::AddProfile).unwrap();
    device.found();
    device.crash();
    assert_eq!(locked(&mut device).1.len(), 2);
    choose(&mut device, 2);
    unlock(&mut device, SECOND).unwrap();
}

#[test]
fn the_lock_screen_knows_nicknames_that_were_chosen_and_never_a_name() {
    let mut device = Device::new(4);
    device.found();
    let rename = |nickname: &str| Command::SetSetting(SettingChange::Nickname(nickname.to_owned()));
    assert!(matches!(
        device.order(rename(&"x".repeat(41))),
        Err(EngineError::Invalid {
            field: InvalidField::Setting,
            ..
        })
    ));
    device.order(rename("  Night shift ")).unwrap();
    found_second(&mut device);
    device.order(Command::Lock).unwrap();
    let shown = format!("{:?}", session(&mut device));
    for name in ["Sam", "Toni", "Lakeside", "Hilltop"] {
        assert!(!shown.contains(name), "{shown}");
    }
    device.crash();
    assert_eq!(
        locked(&mut device).1,
        [(1, "Night shift".to_owned()), (2, String::new())]
    );
    let bytes = std::fs::read(device.folder.path().join("lock.db")).unwrap();
    let holds = |name: &str| {
        bytes
            .windows(name.len())
            .any(|part| part == name.as_bytes())
    };
    assert!(holds("Night shift") && !holds("Sam Supervisor") && !holds("Toni"));
}

#[test]
fn adding_somebody_can_be_taken_back_and_writes_nothing() {
    let mut device = Device::new(5);
    device.found();
    device.order(Command::Lock).unwrap();
    device.order(Command::AddProfile).unwrap();
    assert_eq!(session(&mut device), SessionView::Adding { back_to: 1 });
    choose(&mut device, 1);
    assert_eq!(locked(&mut device).0, 1);
    device.order(Command::AddProfile).unwrap();
    device.crash();
    assert_eq!(locked(&mut device), (1, vec![(1, String::new())]));
    assert_eq!(
        device.order(Command::ChooseProfile { profile: 3 }),
        Err(EngineError::NotFound)
    );
}

#[test]
fn a_phone_takes_eight_people_and_says_when_it_is_full() {
    let mut device = Device::new(6);
    device.order(Command::StartSample { seed: 1 }).unwrap();
    for number in 2..=8 {
        device.order(Command::Lock).unwrap();
        device.order(Command::AddProfile).unwrap();
        device.found();
        let SessionView::Unlocked(view) = session(&mut device) else {
            panic!()
        };
        assert_eq!(view.own_name, "Sam Supervisor", "{number}");
    }
    device.order(Command::Lock).unwrap();
    let SessionView::Locked {
        may_add, profiles, ..
    } = session(&mut device)
    else {
        panic!()
    };
    assert!(!may_add && profiles.len() == 8 && profiles[0].sample);
    assert_eq!(
        device.order(Command::AddProfile),
        Err(EngineError::NotAllowed)
    );
    choose(&mut device, 1);
    unlock(&mut device, SAMPLE_PASSPHRASE).unwrap();
}

/// Two people of one agency, each with keys of their own, on one phone.
#[test]
fn a_coach_joins_on_the_phone_of_another_and_each_sends_their_own() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let links = [Role::Coach, Role::Coach].map(|role| invite(&mut world, &mut sam, role));
    let mut phone = Device::new(7);
    let names = ["Cory Coach", "Dana Coach"];
    let mut people = Vec::new();
    for (name, link) in names.iter().zip(&links) {
        if !people.is_empty() {
            phone.order(Command::Lock).unwrap();
            phone.order(Command::AddProfile).unwrap();
        }
        let command = Command::AcceptInvitation {
            link: link.clone(),
            own_name: (*name).to_owned(),
            passphrase: format!("{PASSPHRASE} {name}"),
        };
        world.order(&mut phone, command).unwrap();
        people.push(add(&mut phone, &format!("Of {name}")));
        world.sync(&mut phone);
    }
    world.sync(&mut sam);
    for participant in &people {
        assert!(person(&mut sam, participant).is_some());
    }
    // What one wrote without signal waits while the other works, and goes when they are back.
    phone.order(Command::Lock).unwrap();
    choose(&mut phone, 1);
    world.cut = true;
    unlock(&mut phone, &format!("{PASSPHRASE} Cory Coach")).unwrap();
    log(&mut phone, &people[0], "No signal here.");
    phone.order(Command::Lock).unwrap();
    choose(&mut phone, 2);
    world.cut = false;
    let (_, outputs) = phone.begin(Request::Command(Command::Unlock {
        passphrase: format!("{PASSPHRASE} Dana Coach"),
    }));
    world.settle(&mut phone, outputs);
    world.sync(&mut sam);
    assert!(
        person(&mut phone, &people[0]).is_none(),
        "not Dana's to read"
    );
    assert!(person(&mut sam, &people[0]).unwrap().timeline.is_empty());
    phone.order(Command::Lock).unwrap();
    choose(&mut phone, 1);
    let (_, outputs) = phone.begin(Request::Command(Command::Unlock {
        passphrase: format!("{PASSPHRASE} Cory Coach"),
    }));
    world.settle(&mut phone, outputs);
    world.sync(&mut sam);
    let seen = person(&mut sam, &people[0]).unwrap();
    assert_eq!(seen.timeline[0].note, "No signal here.");
}

#[test]
fn signing_out_is_refused_until_everything_is_sent_or_the_person_confirms() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    // The last who can invite anybody confirms, whatever was sent.
    world.sync(&mut sam);
    let none = EngineError::Unsent {
        waiting: 0,
        carried: 0,
    };
    assert_eq!(erase(&mut sam, ""), Err(none));
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = crate::support::two::join(&mut world, 2, &link, "Cory Coach").unwrap();
    let ray = add(&mut cory, "Ray Example");
    let refused = erase(&mut cory, "");
    let Err(EngineError::Unsent { waiting, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert!(waiting > 0);
    assert!(matches!(
        erase(&mut cory, "Another Agency"),
        Err(EngineError::Invalid {
            field: InvalidField::AgencyName,
            ..
        })
    ));
    assert!(person(&mut cory, &ray).is_some(), "nothing was lost");
    world.sync(&mut cory);
    assert_eq!(
        erase(&mut cory, ""),
        Ok(Reply::Session(SessionView::Empty)),
        "everything is on the relay"
    );
    world.sync(&mut sam);
    assert!(person(&mut sam, &ray).is_some());
    erase(&mut sam, "Lakeside Peers (test)").unwrap();
}

#[test]
fn a_joining_that_failed_for_one_leaves_the_other_and_the_start_screen() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    crate::support::two::join(&mut world, 2, &link, "Cory Coach").unwrap();
    let mut phone = Device::new(3);
    phone.found();
    phone.order(Command::Lock).unwrap();
    phone.order(Command::AddProfile).unwrap();
    let command = Command::AcceptInvitation {
        link,
        own_name: "Dana Late".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    let refused = world.order(&mut phone, command);
    assert!(
        matches!(refused, Err(EngineError::InvitationUnusable(_))),
        "{refused:?}"
    );
    assert_eq!(session(&mut phone), SessionView::Adding { back_to: 1 });
    choose(&mut phone, 1);
    unlock(&mut phone, PASSPHRASE).unwrap();
}
