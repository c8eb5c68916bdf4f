//! Issue 3.5: a short PIN with a limited number of tries.

use crate::support::two::{add, person};
use crate::support::{Device, PASSPHRASE, database};
use handrail_engine::api::{
    Command, EngineError, InvalidField, Query, Reply, SessionView, SettingChange,
};
use handrail_engine::io::Input;
use handrail_store::{LockStore, StoreLocation};

const PIN: &str = "7305";

fn session(device: &mut Device) -> SessionView {
    match device.query(Query::Session) {
        Reply::Session(view) => view,
        other => panic!("{other:?}"),
    }
}

fn tries_left(device: &mut Device) -> Option<u32> {
    match session(device) {
        SessionView::Locked { pin_tries_left, .. } => pin_tries_left,
        other => panic!("{other:?}"),
    }
}

fn set_pin(device: &mut Device, passphrase: &str, pin: &str) -> Result<Reply, EngineError> {
    device.order(Command::SetPin {
        passphrase: passphrase.to_owned(),
        pin: pin.to_owned(),
    })
}

fn try_pin(device: &mut Device, pin: &str) -> Result<Reply, EngineError> {
    device.order(Command::UnlockWithPin {
        pin: pin.to_owned(),
    })
}

fn unlock(device: &mut Device) {
    device
        .order(Command::Unlock {
            passphrase: PASSPHRASE.to_owned(),
        })
        .unwrap();
}

/// Nobody touches the device until it locks itself.
fn leave_alone(device: &mut Device) {
    device.pass(6 * 60_000);
    device.input(Input::Tick);
}

/// A device with a PIN.
fn with_pin(seed: u64) -> Device {
    let mut device = Device::new(seed);
    device.found();
    assert_eq!(set_pin(&mut device, PASSPHRASE, PIN), Ok(Reply::Done));
    device
}

#[test]
fn a_pin_opens_a_device_that_locked_itself() {
    let mut device = with_pin(1);
    let ray = add(&mut device, "Ray Example");
    leave_alone(&mut device);
    assert_eq!(tries_left(&mut device), Some(5));
    assert_eq!(
        try_pin(&mut device, "0000"),
        Err(EngineError::WrongPin { tries_left: 4 })
    );
    let reply = try_pin(&mut device, PIN).unwrap();
    assert!(matches!(reply, Reply::Session(SessionView::Unlocked(_))));
    assert!(person(&mut device, &ray).is_some());
    // A right one forgives the wrong ones; so it goes on the whole day.
    leave_alone(&mut device);
    assert_eq!(tries_left(&mut device), Some(5));
    try_pin(&mut device, PIN).unwrap();
}

#[test]
fn the_fifth_wrong_pin_ends_the_pin_until_the_passphrase_is_typed() {
    let mut device = with_pin(2);
    leave_alone(&mut device);
    for left in (0..5).rev() {
        assert_eq!(
            try_pin(&mut device, "4711"),
            Err(EngineError::WrongPin { tries_left: left })
        );
    }
    assert_eq!(tries_left(&mut device), None);
    assert_eq!(
        try_pin(&mut device, PIN),
        Err(EngineError::PassphraseNeeded)
    );
    unlock(&mut device);
    leave_alone(&mut device);
    try_pin(&mut device, PIN).unwrap();
}

#[test]
fn tries_are_counted_before_they_are_answered_and_no_restart_gives_one_back() {
    let mut device = with_pin(3);
    leave_alone(&mut device);
    try_pin(&mut device, "4711").unwrap_err();
    try_pin(&mut device, "4712").unwrap_err();
    let lock = StoreLocation::file(device.folder.path().join("lock.db"));
    let counted = || {
        let lock = LockStore::open_or_create(&lock).unwrap();
        lock.profile(1).unwrap().unwrap().pin_failures
    };
    assert_eq!(counted(), 2);
    device.crash();
    // A start needs the passphrase, whatever was left of the tries.
    assert_eq!(tries_left(&mut device), None);
    assert_eq!(
        try_pin(&mut device, PIN),
        Err(EngineError::PassphraseNeeded)
    );
    assert_eq!(counted(), 2);
    unlock(&mut device);
    assert_eq!(counted(), 0, "the passphrase forgives");
}

#[test]
fn a_lock_by_hand_and_a_long_absence_need_the_passphrase() {
    let mut device = with_pin(4);
    device.order(Command::Lock).unwrap();
    assert_eq!(tries_left(&mut device), None);
    assert_eq!(
        try_pin(&mut device, PIN),
        Err(EngineError::PassphraseNeeded)
    );
    unlock(&mut device);
    leave_alone(&mut device);
    device.pass(8 * 3_600_000 - 1);
    device.input(Input::Tick);
    assert_eq!(tries_left(&mut device), Some(5));
    device.pass(1);
    assert_eq!(
        try_pin(&mut device, PIN),
        Err(EngineError::PassphraseNeeded)
    );
    unlock(&mut device);
    leave_alone(&mut device);
    // A lock by hand on top of one by time forgets the key as well.
    device.order(Command::Lock).unwrap();
    assert_eq!(tries_left(&mut device), None);
}

#[test]
fn a_pin_is_chosen_with_the_passphrase_and_must_not_be_plain() {
    let mut device = Device::new(5);
    device.found();
    for plain in ["0000", "1234", "98765", "77777777"] {
        assert_eq!(
            set_pin(&mut device, PASSPHRASE, plain),
            Err(EngineError::PinTooSimple),
            "{plain}"
        );
    }
    for wrong in ["", "123", "123456789", "12a4", "１２３４"] {
        assert_eq!(
            set_pin(&mut device, PASSPHRASE, wrong),
            Err(EngineError::Invalid {
                field: InvalidField::Pin,
                limit: None
            }),
            "{wrong}"
        );
    }
    assert!(matches!(
        set_pin(&mut device, "not the passphrase", PIN),
        Err(EngineError::WrongPassphrase { .. })
    ));
    leave_alone(&mut device);
    assert_eq!(tries_left(&mut device), None, "none was chosen");
    unlock(&mut device);
    set_pin(&mut device, PASSPHRASE, PIN).unwrap();
    // Another passphrase leaves the PIN as it is.
    device
        .order(Command::ChangePassphrase {
            current: PASSPHRASE.to_owned(),
            new: "another quiet morning".to_owned(),
        })
        .unwrap();
    leave_alone(&mut device);
    try_pin(&mut device, PIN).unwrap();
    device.order(Command::RemovePin).unwrap();
    leave_alone(&mut device);
    assert_eq!(tries_left(&mut device), None);
}

#[test]
fn whoever_steps_back_for_somebody_else_comes_back_with_the_passphrase() {
    let mut device = with_pin(6);
    device.order(Command::Lock).unwrap();
    device.order(Command::AddProfile).unwrap();
    device.found();
    device
        .order(Command::SetSetting(SettingChange::Nickname(
            "Two".to_owned(),
        )))
        .unwrap();
    device.order(Command::Lock).unwrap();
    device.order(Command::ChooseProfile { profile: 1 }).unwrap();
    unlock(&mut device);
    leave_alone(&mut device);
    device.order(Command::ChooseProfile { profile: 2 }).unwrap();
    assert_eq!(
        try_pin(&mut device, PIN),
        Err(EngineError::PassphraseNeeded),
        "not the PIN of this one"
    );
    device.order(Command::ChooseProfile { profile: 1 }).unwrap();
    assert_eq!(tries_left(&mut device), None);
}

#[test]
fn a_device_that_was_limited_for_other_hands_needs_the_passphrase_after_a_lock_by_time() {
    let mut device = with_pin(8);
    device
        .order(Command::StartInspection {
            participant: None,
            code: "4821".to_owned(),
        })
        .unwrap();
    assert_eq!(
        set_pin(&mut device, PASSPHRASE, "9153"),
        Err(EngineError::Inspected)
    );
    leave_alone(&mut device);
    assert_eq!(tries_left(&mut device), None);
    unlock(&mut device);
}

/// No file holds what a PIN opens, but for the database that the passphrase's key opens.
#[test]
fn nothing_that_a_pin_opens_lies_on_the_disk_in_clear() {
    let mut device = with_pin(7);
    leave_alone(&mut device);
    let store = database(device.folder.path());
    let record = store.read().meta("pin").unwrap().unwrap().to_vec();
    store.close().unwrap();
    let opened = handrail_vault::LockRecord::from_bytes(&record)
        .unwrap()
        .unlock(&handrail_vault::Passphrase::new(PIN, handrail_vault::nfc));
    assert!(opened.is_ok(), "this is what is looked for");
    let sealed = &record[record.len() - 72..];
    for entry in std::fs::read_dir(device.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        assert!(
            !bytes.windows(72).any(|window| window == sealed),
            "{}",
            path.display()
        );
    }
}
