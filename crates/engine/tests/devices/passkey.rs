//! Issue 3.5: a passkey opens the lock by what its authenticator gives.

use crate::support::two::{add, person};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{Command, EngineError, Query, Reply, SAMPLE_PASSPHRASE, SessionView};
use handrail_store::{LockStore, StoreLocation};

const CREDENTIAL: [u8; 16] = [0x33; 16];
const NEW: &str = "another quiet morning";

/// What the authenticator of one passkey gives for our salt.
fn output(passkey: u8) -> Vec<u8> {
    vec![passkey; 32]
}

fn set(device: &mut Device, passphrase: &str, passkey: u8) -> Result<Reply, EngineError> {
    device.order(Command::SetPasskey {
        passphrase: passphrase.to_owned(),
        credential: CREDENTIAL.to_vec(),
        output: output(passkey),
    })
}

fn open(device: &mut Device, output: Vec<u8>) -> Result<Reply, EngineError> {
    device.order(Command::UnlockWithPasskey { output })
}

fn unlock(device: &mut Device, passphrase: &str) -> Result<Reply, EngineError> {
    device.order(Command::Unlock {
        passphrase: passphrase.to_owned(),
    })
}

/// The passkey and the wrong tries that the lock screen tells.
fn locked(device: &mut Device) -> (Option<Vec<u8>>, u32) {
    match device.query(Query::Session) {
        Reply::Session(SessionView::Locked {
            passkey,
            failed_tries,
            ..
        }) => (passkey, failed_tries),
        other => panic!("{other:?}"),
    }
}

fn offered(device: &mut Device) -> Option<Vec<u8>> {
    locked(device).0
}

fn in_settings(device: &mut Device) -> Option<Vec<u8>> {
    match device.query(Query::Settings) {
        Reply::Settings(view) => view.passkey,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_passkey_opens_the_same_records_after_a_crash_and_another_passkey_does_not() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    assert_eq!(in_settings(&mut device), None);
    assert_eq!(set(&mut device, PASSPHRASE, 7), Ok(Reply::Done));
    assert_eq!(in_settings(&mut device), Some(CREDENTIAL.to_vec()));
    device.crash();
    assert_eq!(offered(&mut device), Some(CREDENTIAL.to_vec()));
    for wrong in [output(8), vec![7; 31], vec![7; 33], Vec::new()] {
        let refused = open(&mut device, wrong);
        assert_eq!(refused, Err(EngineError::PasskeyDoesNotOpen));
    }
    // Nobody guesses it: nothing has to wait, and nothing was opened.
    assert_eq!(locked(&mut device), (Some(CREDENTIAL.to_vec()), 0));
    open(&mut device, output(7)).unwrap();
    assert!(person(&mut device, &ray).is_some());
    device.order(Command::Lock).unwrap();
    unlock(&mut device, PASSPHRASE).unwrap();
}

#[test]
fn setting_one_up_takes_the_passphrase_and_a_wrong_one_counts() {
    let mut device = Device::new(2);
    device.found();
    let wrong = EngineError::WrongPassphrase { retry_after_ms: 0 };
    assert_eq!(set(&mut device, "not this one", 7), Err(wrong.clone()));
    let check = |device: &mut Device, passphrase: &str| {
        device.order(Command::CheckPassphrase {
            passphrase: passphrase.to_owned(),
        })
    };
    assert_eq!(check(&mut device, "not this one"), Err(wrong));
    assert_eq!(in_settings(&mut device), None);
    device.order(Command::Lock).unwrap();
    assert_eq!(locked(&mut device), (None, 2));
    assert_eq!(check(&mut device, PASSPHRASE), Err(EngineError::Locked));
    assert_eq!(set(&mut device, PASSPHRASE, 7), Err(EngineError::Locked));
    assert_eq!(
        open(&mut device, output(7)),
        Err(EngineError::NotFound),
        "there is none"
    );
    unlock(&mut device, PASSPHRASE).unwrap();
    assert_eq!(check(&mut device, PASSPHRASE), Ok(Reply::Done));
    let short = device.order(Command::SetPasskey {
        passphrase: PASSPHRASE.to_owned(),
        credential: CREDENTIAL.to_vec(),
        output: vec![7; 31],
    });
    assert_eq!(short, Err(EngineError::PasskeyDoesNotOpen));
}

#[test]
fn opening_with_it_forgives_no_wrong_passphrase() {
    let mut device = Device::new(3);
    device.found();
    set(&mut device, PASSPHRASE, 7).unwrap();
    device.order(Command::Lock).unwrap();
    for _ in 0..3 {
        let _ = unlock(&mut device, "a thief's guess");
    }
    open(&mut device, output(7)).unwrap();
    device.order(Command::Lock).unwrap();
    assert_eq!(locked(&mut device).1, 3);
    assert!(matches!(
        unlock(&mut device, PASSPHRASE),
        Err(EngineError::TooSoon { .. })
    ));
}

#[test]
fn a_removed_one_a_replaced_one_and_one_from_before_the_new_passphrase_open_nothing() {
    let mut device = Device::new(4);
    device.found();
    set(&mut device, PASSPHRASE, 7).unwrap();
    set(&mut device, PASSPHRASE, 8).unwrap();
    device.order(Command::Lock).unwrap();
    let refused = Err(EngineError::PasskeyDoesNotOpen);
    assert_eq!(open(&mut device, output(7)), refused);
    open(&mut device, output(8)).unwrap();
    assert_eq!(device.order(Command::RemovePasskey), Ok(Reply::Done));
    device.order(Command::Lock).unwrap();
    assert_eq!(offered(&mut device), None);
    assert_eq!(open(&mut device, output(8)), Err(EngineError::NotFound));

    // Somebody who knew the old passphrase may have set up their own.
    unlock(&mut device, PASSPHRASE).unwrap();
    set(&mut device, PASSPHRASE, 9).unwrap();
    let change = Command::ChangePassphrase {
        current: PASSPHRASE.to_owned(),
        new: NEW.to_owned(),
    };
    device.order(change).unwrap();
    assert_eq!(in_settings(&mut device), None);
    device.order(Command::Lock).unwrap();
    assert_eq!(open(&mut device, output(9)), Err(EngineError::NotFound));
    unlock(&mut device, NEW).unwrap();
}

#[test]
fn on_a_shared_phone_it_opens_its_own_persons_records_only() {
    let mut device = Device::new(5);
    device.found();
    set(&mut device, PASSPHRASE, 7).unwrap();
    device.order(Command::Lock).unwrap();
    device.order(Command::AddProfile).unwrap();
    let second = "nobody else's business";
    device
        .order(Command::FoundAgency {
            agency_name: "Hilltop Peers (test)".to_owned(),
            own_name: "Toni Second".to_owned(),
            passphrase: second.to_owned(),
            relay: None,
        })
        .unwrap();
    assert_eq!(in_settings(&mut device), None);
    device.order(Command::Lock).unwrap();
    assert_eq!(open(&mut device, output(7)), Err(EngineError::NotFound));
    device.order(Command::ChooseProfile { profile: 1 }).unwrap();
    open(&mut device, output(7)).unwrap();
}

#[test]
fn a_damaged_record_leaves_the_passphrase() {
    let mut device = Device::new(6);
    device.found();
    let location = StoreLocation::file(device.folder.path().join("lock.db"));
    for damaged in [vec![0xff; 40], vec![0xa3, 0, 9], Vec::new()] {
        device.engine.close();
        let mut lock = LockStore::open_or_create(&location).unwrap();
        lock.set_passkey(1, Some(&damaged)).unwrap();
        lock.close().unwrap();
        assert_eq!(offered(&mut device), None);
        let refused = Err(EngineError::PasskeyDoesNotOpen);
        assert_eq!(open(&mut device, output(7)), refused);
        unlock(&mut device, PASSPHRASE).unwrap();
    }
    set(&mut device, PASSPHRASE, 7).unwrap();
    device.order(Command::Lock).unwrap();
    open(&mut device, output(7)).unwrap();
}

#[test]
fn sample_data_has_none() {
    let mut device = Device::new(7);
    device.order(Command::StartSample { seed: 1 }).unwrap();
    let refused = set(&mut device, SAMPLE_PASSPHRASE, 7);
    assert_eq!(refused, Err(EngineError::NotAllowed));
}
