//! Another passphrase for the same data, and what a try at it costs.

use crate::support::two::{add, log, person};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{Command, EngineError, Query, Reply, SAMPLE_PASSPHRASE, SessionView};
use handrail_store::{LockRow, LockStore, StoreLocation};
use handrail_vault::{LockParameters, LockRecord};

const NEW: &str = "another quiet morning";

fn change(device: &mut Device, current: &str, new: &str) -> Result<Reply, EngineError> {
    device.order(Command::ChangePassphrase {
        current: current.to_owned(),
        new: new.to_owned(),
    })
}

fn unlock(device: &mut Device, passphrase: &str) -> Result<Reply, EngineError> {
    device.order(Command::Unlock {
        passphrase: passphrase.to_owned(),
    })
}

/// What stands in the lock file, read beside the engine.
fn lock_row(device: &Device) -> LockRow {
    let lock = StoreLocation::file(device.folder.path().join("lock.db"));
    let lock = LockStore::open_or_create(&lock).unwrap();
    lock.profile(1).unwrap().unwrap()
}

fn parameters(device: &Device) -> LockParameters {
    let record = lock_row(device).record;
    LockRecord::from_bytes(&record).unwrap().parameters()
}

/// Issue 3.5.
#[test]
fn a_changed_passphrase_opens_the_same_records_after_a_crash_and_the_old_one_does_not() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    log(&mut device, &ray, "Before the change.");
    let database = std::fs::metadata(device.folder.path().join("caseload.db")).unwrap();
    assert_eq!(change(&mut device, PASSPHRASE, NEW), Ok(Reply::Done));
    let after = std::fs::metadata(device.folder.path().join("caseload.db")).unwrap();
    assert_eq!(
        (database.len(), database.modified().unwrap()),
        (after.len(), after.modified().unwrap()),
        "no record is written anew"
    );
    log(&mut device, &ray, "After the change.");
    device.crash();
    assert!(matches!(
        unlock(&mut device, PASSPHRASE),
        Err(EngineError::WrongPassphrase { .. })
    ));
    unlock(&mut device, NEW).unwrap();
    assert_eq!(person(&mut device, &ray).unwrap().timeline_total, 2);
}

#[test]
fn the_passphrase_in_use_is_asked_and_wrong_answers_count_as_tries() {
    let mut device = Device::new(2);
    device.found();
    let before = lock_row(&device).record;
    for _ in 0..2 {
        assert_eq!(
            change(&mut device, "not the passphrase", NEW),
            Err(EngineError::WrongPassphrase { retry_after_ms: 0 })
        );
    }
    assert_eq!(
        change(&mut device, "not the passphrase", NEW),
        Err(EngineError::WrongPassphrase {
            retry_after_ms: 5_000
        })
    );
    assert!(matches!(
        change(&mut device, PASSPHRASE, NEW),
        Err(EngineError::TooSoon { .. })
    ));
    // The lock screen knows of them too, even after a restart.
    device.crash();
    assert!(matches!(
        unlock(&mut device, PASSPHRASE),
        Err(EngineError::TooSoon { .. })
    ));
    assert_eq!(lock_row(&device).record, before);
    device.pass(5_000);
    unlock(&mut device, PASSPHRASE).unwrap();
    assert_eq!(change(&mut device, PASSPHRASE, NEW), Ok(Reply::Done));
    assert_eq!(lock_row(&device).failed_tries, 0);
}

/// A clock that was ahead when somebody mistyped, after an empty battery for instance, locks nobody out.
#[test]
fn a_clock_that_is_right_again_begins_the_wait_anew_and_it_ends() {
    let mut device = Device::new(6);
    device.found();
    device.order(Command::Lock).unwrap();
    let ahead = 4_000 * 86_400_000;
    device.clock.at += ahead;
    for _ in 0..4 {
        device.pass(10_000);
        let refused = unlock(&mut device, "not the passphrase");
        assert!(matches!(refused, Err(EngineError::WrongPassphrase { .. })));
    }
    device.clock.at -= ahead;
    for passed in [0, 4_000] {
        device.pass(passed);
        let left = match device.query(Query::Session) {
            Reply::Session(SessionView::Locked { retry_after_ms, .. }) => retry_after_ms,
            other => panic!("{other:?}"),
        };
        assert_eq!(left, 10_000 - passed);
        let refused = unlock(&mut device, PASSPHRASE);
        assert!(matches!(refused, Err(EngineError::TooSoon { .. })));
    }
    device.pass(6_000);
    unlock(&mut device, PASSPHRASE).unwrap();
}

#[test]
fn a_passphrase_that_is_too_short_changes_nothing_and_costs_no_try() {
    let mut device = Device::new(3);
    device.found();
    let before = lock_row(&device);
    assert_eq!(
        change(&mut device, PASSPHRASE, "too short"),
        Err(EngineError::PassphraseTooShort)
    );
    assert_eq!(lock_row(&device), before);
    device.order(Command::Lock).unwrap();
    assert_eq!(
        change(&mut device, PASSPHRASE, NEW),
        Err(EngineError::Locked)
    );
}

#[test]
fn the_passphrase_of_the_sample_agency_stays_the_one_on_its_lock_screen() {
    let mut device = Device::new(4);
    device.order(Command::StartSample { seed: 1 }).unwrap();
    assert_eq!(
        change(&mut device, SAMPLE_PASSPHRASE, NEW),
        Err(EngineError::NotAllowed)
    );
    device.crash();
    unlock(&mut device, SAMPLE_PASSPHRASE).unwrap();
}

/// Issue 3.5: the parameters are those of the device at the moment, and a record keeps its own.
#[test]
fn what_a_try_costs_is_measured_when_a_passphrase_is_chosen() {
    let mut device = Device::new(5);
    // 19 MiB in 200 ms: 64 MiB would take 673 ms.
    device.takes_for_the_least_lock(200);
    device.found();
    let first = parameters(&device);
    assert_eq!((first.memory_kib, first.passes), (64 * 1024, 2));
    device.crash();
    // The same device on a hot day: what exists is opened as it was made.
    device.takes_for_the_least_lock(600);
    unlock(&mut device, PASSPHRASE).unwrap();
    assert_eq!(parameters(&device), first);
    change(&mut device, PASSPHRASE, NEW).unwrap();
    assert_eq!(parameters(&device), LockParameters::default());
    device.crash();
    unlock(&mut device, NEW).unwrap();
    assert!(matches!(
        device.query(Query::Session),
        Reply::Session(SessionView::Unlocked(_))
    ));
}
