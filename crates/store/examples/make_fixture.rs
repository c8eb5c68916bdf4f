//! Makes a database of one version of the schema, for the upgrade tests.
//! Usage: `make_fixture <version> <path>`, or `make_fixture lock <version> <path>`.

use std::{error::Error, path::PathBuf};

use rusqlite::Connection;
use sqlite3mc_native as _;

const ROWS: &[&str] = &[
    "INSERT INTO meta (key, value) VALUES ('cursor', x'0102');
     INSERT INTO items (id, document, kind, device, incarnation, n, bytes, received_at)
         VALUES (zeroblob(32), zeroblob(16), 0, zeroblob(16), zeroblob(16), 1, x'aabb', 5);
     INSERT INTO pending_changes (document, hash, bytes, queued_at)
         VALUES (zeroblob(16), zeroblob(32), x'cc', 6);",
    "INSERT INTO participants (participant, display_name, sort_name, preferred_name, pronouns,
         phone, program, phase, safe_contact, no_voicemail, tags, language, voided, created_at,
         updated_at) VALUES (zeroblob(16), 'José', 'josé', '', '', '', '', '', '', 0, '', '', 0,
         1, 1);
     INSERT INTO people_search (rowid, name, preferred, phone, tags)
         SELECT row, display_name, '', '', '' FROM participants;
     INSERT INTO encounters (id, participant, kind, outcome, activities, at, offset_minutes,
         local_date, minutes, note, naloxone, miles, author_device, author_member, created_at,
         void_reason) VALUES ('01A', zeroblob(16), 'phone', 'reached', '', 7, 0, '2026-05-01', 5,
         'about the apartment', 0, 0, zeroblob(16), zeroblob(16), 8, '');",
];

const LOCK_ROWS: &[&str] = &[
    "INSERT INTO profiles (profile, record, key_check, failed_tries, last_failed_at, language,
         theme, sample) VALUES (1, zeroblob(72), zeroblob(16), 3, 1234, 'es', 'dark', 1);",
    "UPDATE profiles SET nickname = 'Night shift';",
    "UPDATE profiles SET pin_failures = 2;",
    "UPDATE profiles SET help = zeroblob(72), help_request = '12345678-1-7', help_number = 7;",
    "UPDATE profiles SET passkey = zeroblob(96);",
    "INSERT INTO removed (profile, nickname, left_behind) VALUES (2, 'Day shift', 4);",
    "INSERT INTO crisis_cards (profile, card) VALUES (1, '{}');",
    "UPDATE removed SET carried = 5;",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut first = arguments.next().ok_or("which version?")?;
    let lock = first == "lock";
    if lock {
        first = arguments.next().ok_or("which version?")?;
    }
    let version: usize = first.parse()?;
    let path = arguments.next().ok_or("which path?")?;
    let connection = Connection::open(path)?;
    connection.execute_batch("PRAGMA page_size = 1024;")?;
    if lock {
        write(
            &connection,
            "lock_migrations",
            0x4852_4B31,
            version,
            LOCK_ROWS,
        )
    } else {
        let key = "07".repeat(32);
        let secret = format!("PRAGMA cipher = 'chacha20'; PRAGMA key = 'raw:{key}';");
        connection.execute_batch(&secret)?;
        write(&connection, "migrations", 0x4852_4C31, version, ROWS)?;
        Ok(connection.query_row("PRAGMA journal_mode = WAL", (), |_| Ok(()))?)
    }
}

fn write(
    connection: &Connection,
    folder: &str,
    application_id: i32,
    version: usize,
    rows: &[&str],
) -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut scripts: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    scripts.sort_by_key(std::fs::DirEntry::file_name);
    connection.execute_batch(&format!(
        "PRAGMA application_id = {application_id}; PRAGMA user_version = {version};",
    ))?;
    for (script, at) in scripts.iter().take(version).zip(0..) {
        connection.execute_batch(&std::fs::read_to_string(script.path())?)?;
        connection.execute_batch(rows.get(at).copied().unwrap_or_default())?;
    }
    Ok(())
}
