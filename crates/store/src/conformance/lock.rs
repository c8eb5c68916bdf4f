use super::{
    Case,
    check::{Outcome, is_so, same, there},
};
use crate::{HelpRow, KeyCheck, LockRow, LockStore, RemovedRow, StoreLocation};

pub(super) const CASES: &[Case] = &[
    (
        "a_lock_that_was_taken_out_says_so_until_that_was_read",
        removed,
    ),
    ("help_is_used_once_and_its_number_stays", help),
    (
        "a_passkey_goes_with_the_passphrase_it_was_set_up_by",
        passkey,
    ),
    ("a_lock_comes_back_as_written", as_written),
    ("wrong_tries_are_counted_until_a_right_one", tries),
    (
        "a_new_passphrase_changes_one_record_and_nothing_beside_it",
        change,
    ),
];

fn row(profile: u32) -> LockRow {
    LockRow {
        profile,
        record: vec![4; 120],
        key_check: KeyCheck::of(&[5; 32]),
        failed_tries: 0,
        last_failed_at: None,
        language: None,
        theme: None,
        sample: false,
        nickname: String::new(),
        pin_failures: 0,
        help: None,
        help_number: 0,
        passkey: None,
    }
}

fn passkey(location: &StoreLocation) -> Outcome {
    let mut lock = LockStore::open_or_create(location)?;
    let with = |profile: u32| LockRow {
        passkey: Some(vec![7; 96]),
        ..row(profile)
    };
    lock.put(&row(1))?;
    lock.put(&with(2))?;
    lock.set_passkey(1, Some(&[7; 96]))?;
    same("both", &lock.profiles()?, &vec![with(1), with(2)])?;
    lock.clear_failures(1)?;
    same(
        "a right passphrase keeps it",
        &lock.profile(1)?,
        &Some(with(1)),
    )?;
    lock.change_record(1, &[4; 120])?;
    same("changed", &lock.profiles()?, &vec![row(1), with(2)])?;
    lock.use_help(2, &[4; 120])?;
    same("helped", &lock.profile(2)?, &Some(row(2)))?;
    lock.set_passkey(2, Some(&[7; 96]))?;
    lock.set_passkey(2, None)?;
    same("removed", &lock.profile(2)?, &Some(row(2)))?;
    is_so("no such profile", lock.set_passkey(9, None).is_err())?;
    Ok(lock.close()?)
}

fn as_written(location: &StoreLocation) -> Outcome {
    let mut lock = LockStore::open_or_create(location)?;
    same("empty", &lock.profiles()?, &vec![])?;
    lock.put(&row(2))?;
    lock.put(&row(1))?;
    let changed = LockRow {
        record: vec![6; 120],
        ..row(2)
    };
    lock.put(&changed)?;
    lock.set_language(1, "es")?;
    lock.set_theme(1, "dark")?;
    lock.set_nickname(1, "Night shift")?;
    let first = LockRow {
        nickname: "Night shift".to_owned(),
        language: Some("es".to_owned()),
        theme: Some("dark".to_owned()),
        ..row(1)
    };
    same("all", &lock.profiles()?, &vec![first, changed.clone()])?;
    lock.remove(1)?;
    same("one", &lock.profile(1)?, &None)?;
    same("two", &lock.profile(2)?, &Some(changed))?;
    Ok(lock.close()?)
}

fn tries(location: &StoreLocation) -> Outcome {
    let mut lock = LockStore::open_or_create(location)?;
    lock.put(&row(1))?;
    same("first", &lock.record_failure(1, 100)?, &1)?;
    same("second", &lock.record_failure(1, 200)?, &2)?;
    let counted = there("lock", lock.profile(1)?)?;
    same(
        "counted",
        &(counted.failed_tries, counted.last_failed_at),
        &(2, Some(200)),
    )?;
    is_so("no such profile", lock.record_failure(9, 1).is_err())?;
    lock.begin_wait_anew(1, 300)?;
    let last = there("lock", lock.profile(1)?)?.last_failed_at;
    same("the clock goes on", &last, &Some(200))?;
    lock.begin_wait_anew(1, 150)?;
    let last = there("lock", lock.profile(1)?)?.last_failed_at;
    same("the clock was set back", &last, &Some(150))?;
    same("first PIN", &lock.record_pin_failure(1)?, &1)?;
    same("second PIN", &lock.record_pin_failure(1)?, &2)?;
    is_so("nobody's PIN", lock.record_pin_failure(9).is_err())?;
    lock.clear_pin_failures(1)?;
    let counted = there("lock", lock.profile(1)?)?;
    let counts = (counted.pin_failures, counted.failed_tries);
    same("a right PIN forgives PINs only", &counts, &(0, 2))?;
    lock.record_pin_failure(1)?;
    lock.clear_failures(1)?;
    same("cleared", &lock.profile(1)?, &Some(row(1)))?;
    Ok(lock.close()?)
}

fn removed(location: &StoreLocation) -> Outcome {
    let mut lock = LockStore::open_or_create(location)?;
    lock.put(&row(1))?;
    lock.put(&row(2))?;
    lock.set_nickname(2, "Night shift")?;
    lock.set_language(2, "es")?;
    lock.set_theme(2, "dark")?;
    lock.remove_taken_out(2, 3, 4)?;
    same("the other", &lock.profiles()?, &vec![row(1)])?;
    let wanted = RemovedRow {
        profile: 2,
        nickname: "Night shift".to_owned(),
        language: Some("es".to_owned()),
        theme: Some("dark".to_owned()),
        left_behind: 3,
        carried: 4,
    };
    same("said", &lock.removed()?, &vec![wanted])?;
    lock.forget_removed(2)?;
    same("read", &lock.removed()?, &vec![])?;
    Ok(lock.close()?)
}

fn change(location: &StoreLocation) -> Outcome {
    let mut lock = LockStore::open_or_create(location)?;
    lock.put(&row(1))?;
    lock.put(&row(2))?;
    lock.set_language(1, "es")?;
    lock.record_failure(1, 100)?;
    lock.change_record(1, &[9; 130])?;
    let changed = LockRow {
        record: vec![9; 130],
        language: Some("es".to_owned()),
        ..row(1)
    };
    same("changed", &lock.profile(1)?, &Some(changed))?;
    same("the other", &lock.profile(2)?, &Some(row(2)))?;
    is_so("no such profile", lock.change_record(9, &[9]).is_err())?;
    same("none made", &lock.profiles()?.len(), &2)?;
    Ok(lock.close()?)
}

fn help(location: &StoreLocation) -> Outcome {
    let mut lock = LockStore::open_or_create(location)?;
    lock.put(&row(1))?;
    let help = HelpRow {
        request: "12345678-1-7".to_owned(),
        record: vec![8; 120],
    };
    lock.set_help(1, Some(&help), 7)?;
    lock.record_failure(1, 100)?;
    let kept = there("lock", lock.profile(1)?)?;
    same("kept", &(kept.help, kept.help_number), &(Some(help), 7))?;
    lock.use_help(1, &[9; 130])?;
    let used = LockRow {
        record: vec![9; 130],
        help_number: 7,
        ..row(1)
    };
    same("used", &lock.profile(1)?, &Some(used.clone()))?;
    is_so("no such profile", lock.use_help(9, &[9]).is_err())?;
    let again = LockRow {
        help: Some(HelpRow {
            request: "12345678-1-8".to_owned(),
            record: vec![7; 120],
        }),
        help_number: 8,
        ..used
    };
    lock.put(&again)?;
    same("put", &lock.profile(1)?, &Some(again))?;
    lock.set_help(1, None, 8)?;
    let gone = there("lock", lock.profile(1)?)?;
    same("gone", &(gone.help, gone.help_number), &(None, 8))?;
    Ok(lock.close()?)
}
