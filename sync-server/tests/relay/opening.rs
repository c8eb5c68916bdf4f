//! Starting the program on data that is in use, damaged, newer or not its own.

use std::fs;
use std::path::Path;

use crate::agency::Agency;
use crate::carriers::Process;
use crate::client::give_roster;

/// A data directory that a relay has used and left.
fn used() -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    let mut relay = Process::start(data.path(), &[]);
    give_roster(&mut relay, &Agency::found("test"));
    assert!(relay.terminate());
    assert!(
        !data.path().join("relay.db-wal").exists(),
        "all of it is in the one file"
    );
    data
}

fn database(data: &Path) -> std::path::PathBuf {
    data.join("relay.db")
}

/// Starting is refused with these words, and the database is as it was.
fn refused(data: &Path, words: &str) {
    let before = fs::read(database(data)).unwrap();
    let said = Process::refusal(data, &[]);
    assert!(said.contains(words), "{said}");
    assert_eq!(fs::read(database(data)).unwrap(), before);
}

#[test]
fn a_second_relay_on_the_same_data_is_refused() {
    let data = used();
    let running = Process::start(data.path(), &[]);
    let said = Process::refusal(data.path(), &[]);
    assert!(said.contains("another relay is already running"), "{said}");
    assert!(said.contains("stop it first"), "it says what to do: {said}");
    running.kill();
    assert!(
        Process::start(data.path(), &[]).terminate(),
        "a killed relay leaves no lock behind"
    );
}

#[test]
fn a_damaged_database_is_refused() {
    let data = used();
    let mut bytes = fs::read(database(data.path())).unwrap();
    // Whole pages: their heads too.
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 2 * 4096].fill(0xa5);
    fs::write(database(data.path()), &bytes).unwrap();
    refused(data.path(), "is damaged");
    let cut = &fs::read(database(data.path())).unwrap()[..8192];
    fs::write(database(data.path()), cut).unwrap();
    refused(data.path(), "is damaged");
}

#[test]
fn a_newer_database_is_refused() {
    let data = used();
    let mut bytes = fs::read(database(data.path())).unwrap();
    // `user_version` is the big-endian number at byte 60 of the file.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(database(data.path()), bytes).unwrap();
    refused(data.path(), "newer relay (format 99");
}

#[test]
fn refusing_leaves_a_database_and_its_log_as_they_were() {
    let data = tempfile::tempdir().unwrap();
    let mut relay = Process::start(data.path(), &[]);
    give_roster(&mut relay, &Agency::found("test"));
    relay.kill();
    let connection = rusqlite::Connection::open(database(data.path())).unwrap();
    let keep_log = rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    connection.set_db_config(keep_log, true).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let log = data.path().join("relay.db-wal");
    let before = fs::read(&log).unwrap();
    assert!(
        before.len() > 10_000,
        "what the relay wrote is still in the log"
    );
    refused(data.path(), "newer relay (format 99");
    assert_eq!(fs::read(&log).unwrap(), before);
}

#[test]
fn a_file_of_another_program_is_refused() {
    let data = used();
    let mut bytes = fs::read(database(data.path())).unwrap();
    bytes[68..72].copy_from_slice(&7_u32.to_be_bytes());
    fs::write(database(data.path()), bytes).unwrap();
    refused(data.path(), "is not a Handrail relay's database");
    fs::write(
        database(data.path()),
        b"Dear diary, this is no database at all.",
    )
    .unwrap();
    refused(data.path(), "is not a Handrail relay's database");
}

#[test]
fn settings_that_cannot_work_are_refused_with_the_reason() {
    let data = tempfile::tempdir().unwrap();
    let missing = data.path().join("missing");
    let said = Process::refusal(data.path(), &["--web", missing.to_str().unwrap()]);
    assert!(said.contains("web app's directory"), "{said}");
    let said = Process::refusal(data.path(), &["--tls-cert", missing.to_str().unwrap()]);
    assert!(said.contains("--tls-key"), "{said}");
    let pem = missing.to_str().unwrap();
    let said = Process::refusal(data.path(), &["--tls-cert", pem, "--tls-key", pem]);
    assert!(said.contains("TLS certificate or key"), "{said}");
}
