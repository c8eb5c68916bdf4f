use handrail_vault::*;

use crate::fixture::*;

/// As cheap as is allowed.
const QUICK: LockParameters = LockParameters {
    memory_kib: 8_192,
    passes: 1,
    lanes: 1,
};

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text, nfc)
}

fn locked(text: &str) -> (LockRecord, DatabaseKey) {
    let mut rng = rng(8);
    let key = DatabaseKey::generate(&mut rng);
    (
        LockRecord::make(&passphrase(text), &key, QUICK, &mut rng).unwrap(),
        key,
    )
}

#[test]
fn the_right_passphrase_gives_the_key_and_another_is_refused() {
    let (record, key) = locked("correct horse battery");
    let kept = LockRecord::from_bytes(&record.to_bytes()).unwrap();
    assert_eq!(kept, record);
    assert_eq!(
        kept.unlock(&passphrase("correct horse battery"))
            .unwrap()
            .expose(),
        key.expose()
    );
    for wrong in [
        "correct horse batter",
        "Correct horse battery",
        "correct horse battery ",
        "",
    ] {
        let refused = error(kept.unlock(&passphrase(wrong)));
        assert_eq!(refused, UnlockError::WrongPassphrase, "{wrong}");
    }
}

#[test]
fn a_passphrase_is_the_same_from_every_keyboard() {
    let (composed, decomposed) = (
        "ma\u{f1}ana en la monta\u{f1}a",
        "man\u{303}ana en la montan\u{303}a",
    );
    assert_ne!(composed, decomposed);
    let (record, key) = locked(composed);
    assert_eq!(
        record.unlock(&passphrase(decomposed)).unwrap().expose(),
        key.expose()
    );
    assert_eq!(
        passphrase(decomposed).characters(),
        composed.chars().count()
    );
}

#[test]
fn changing_the_passphrase_keeps_the_key() {
    let (old, key) = locked("old");
    let new = LockRecord::make(&passphrase("new"), &key, QUICK, &mut rng(9)).unwrap();
    assert_eq!(
        new.unlock(&passphrase("new")).unwrap().expose(),
        key.expose()
    );
    assert_eq!(
        error(new.unlock(&passphrase("old"))),
        UnlockError::WrongPassphrase
    );
    assert_ne!(new.to_bytes(), old.to_bytes());
}

#[test]
fn damage_is_told_from_a_wrong_passphrase() {
    let (record, _) = locked("right");
    let mut bytes = record.to_bytes();
    *bytes.last_mut().unwrap() ^= 1;
    let damaged = LockRecord::from_bytes(&bytes).unwrap();
    assert_eq!(
        error(damaged.unlock(&passphrase("right"))),
        UnlockError::Damaged
    );
    assert_eq!(
        error(damaged.unlock(&passphrase("wrong"))),
        UnlockError::WrongPassphrase
    );
    for cut in 3..bytes.len() {
        let cut = error(LockRecord::from_bytes(&bytes[..cut]));
        assert_eq!(cut, UnlockError::Malformed);
    }
    let version = bytes.iter().position(|byte| *byte == 1).unwrap();
    bytes[version] = 2;
    assert_eq!(
        error(LockRecord::from_bytes(&bytes)),
        UnlockError::Version(2)
    );
}

#[test]
fn parameters_out_of_range_are_refused_on_both_sides() {
    let key = DatabaseKey::from_bytes([1; 32]);
    let make = |parameters| {
        error(LockRecord::make(
            &passphrase("p"),
            &key,
            parameters,
            &mut rng(1),
        ))
    };
    for parameters in [
        LockParameters {
            memory_kib: 8_191,
            ..QUICK
        },
        LockParameters {
            memory_kib: 1_048_577,
            ..QUICK
        },
        LockParameters { passes: 0, ..QUICK },
        LockParameters {
            passes: 65,
            ..QUICK
        },
        LockParameters { lanes: 0, ..QUICK },
        LockParameters { lanes: 17, ..QUICK },
    ] {
        assert_eq!(make(parameters), LockError::Parameters);
    }
    let empty = LockRecord::make(&passphrase(""), &key, QUICK, &mut rng(1));
    assert_eq!(error(empty), LockError::EmptyPassphrase);
    // 8,192 KiB to 4 GiB, in a record from outside.
    let mut bytes = locked("p").0.to_bytes();
    let memory = bytes
        .windows(3)
        .position(|window| window == [0x19, 0x20, 0x00])
        .unwrap();
    bytes.splice(memory..memory + 3, [0x1a, 0x00, 0x40, 0x00, 0x00]);
    assert_eq!(
        error(LockRecord::from_bytes(&bytes)),
        UnlockError::Parameters
    );
}

#[test]
fn the_default_is_what_the_field_names_as_the_least() {
    let parameters = LockParameters::default();
    assert_eq!(
        (parameters.memory_kib, parameters.passes, parameters.lanes),
        (19_456, 2, 1)
    );
    let (record, _) = locked("p");
    assert_eq!(record.parameters(), QUICK);
}

/// What a device chooses that takes so many milliseconds for the least parameters.
fn chosen(took: u64, most_memory_kib: u32) -> LockParameters {
    let mut runs = 0;
    let parameters = LockParameters::measured(most_memory_kib, &mut |work| {
        work();
        runs += 1;
        took
    });
    assert_eq!(runs, 1, "the measuring is bounded");
    parameters
}

/// Issue 3.5: a cheap phone keeps the least, a fast machine pays with memory first.
#[test]
fn parameters_follow_the_device_and_never_fall_below_the_least() {
    let figures = |took, most| {
        let LockParameters {
            memory_kib,
            passes,
            lanes,
        } = chosen(took, most);
        (memory_kib / 1024, passes, lanes)
    };
    let most = 256 * 1024;
    assert_eq!(figures(1_000, most), (19, 2, 1));
    assert_eq!(figures(750, most), (19, 2, 1));
    assert_eq!(figures(300, most), (32, 2, 1));
    assert_eq!(figures(40, most), (256, 2, 1));
    assert_eq!(figures(40, 64 * 1024), (64, 11, 1));
    assert_eq!(figures(20, 0), (19, 16, 1), "no memory to spare");
    assert_eq!(figures(500, 0), (19, 3, 1), "to the millisecond");
    // Clocks that do not count milliseconds.
    assert_eq!(figures(0, most), (19, 2, 1));
    assert_eq!(figures(4, most), (19, 2, 1));
    assert_eq!(figures(5, most), (256, 16, 1), "as fast as there is");
    assert_eq!(figures(u64::MAX, most), (19, 2, 1));
}

#[test]
fn a_measurement_that_did_not_take_place_chooses_the_least() {
    let parameters = LockParameters::measured(256 * 1024, &mut |_| 20);
    assert_eq!(parameters, LockParameters::default());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(24))]

    /// Whatever a device measures, the lock can be made and a try stays near a second.
    #[test]
    fn every_measurement_gives_parameters_in_range(took in 0_u64..100_000, most in 0_u32..2_000_000) {
        let parameters = LockParameters::measured(most, &mut |work| {
            work();
            took
        });
        let LockParameters { memory_kib, passes, lanes } = parameters;
        proptest::prop_assert!((19 * 1024..=256 * 1024).contains(&memory_kib));
        proptest::prop_assert!(memory_kib <= most || memory_kib == 19 * 1024);
        proptest::prop_assert!((2..=16).contains(&passes) && lanes == 1);
        let expected = took * u64::from(memory_kib) * u64::from(passes) / (2 * 19 * 1024);
        proptest::prop_assert!(expected <= 750 || parameters == LockParameters::default());
    }
}
