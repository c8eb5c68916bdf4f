//! From a location and a key to a connection that is checked in every respect.

use std::fmt::Write as _;

use rusqlite::{Connection, OpenFlags, config::DbConfig};
use zeroize::Zeroizing;

use crate::{OpenError, StoreLocation, location::Journal};

/// What a file must say it is, and the versions it may have.
pub(crate) struct Format {
    pub(crate) application_id: i32,
    /// One script for each version, from 1.
    pub(crate) migrations: &'static [&'static str],
}

impl Format {
    pub(crate) fn newest(&self) -> i32 {
        i32::try_from(self.migrations.len()).unwrap_or(i32::MAX)
    }
}

/// What stands at a location, as far as its header tells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// No page at all, or pages without any table.
    Empty,
    /// One of ours, at this version.
    Ours(i32),
}

/// Opens the file. Without `create`, a file that is not there stays so.
pub(crate) fn connect(location: &StoreLocation, create: bool) -> Result<Connection, OpenError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
    let opened = match location.vfs() {
        Some(vfs) => Connection::open_with_flags_and_vfs(location.path(), flags, vfs),
        None => Connection::open_with_flags(location.path(), flags),
    };
    let connection = opened.map_err(|error| match OpenError::from(error) {
        OpenError::Io { code }
            if code & 0xff == rusqlite::ffi::SQLITE_CANTOPEN
                && !create
                && !location.certainly_exists() =>
        {
            OpenError::NotThere
        }
        other => other,
    })?;
    connection.busy_timeout(std::time::Duration::ZERO)?;
    // Pages and rows are wiped when their memory is given back. Of no effect where SQLite was
    // compiled without it, in browsers.
    connection.execute_batch("PRAGMA memory_security = fill")?;
    // Until the file is known to be ours and whole, closing must not fold its log into it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(OpenError::Io {
            code: rusqlite::ffi::SQLITE_READONLY,
        });
    }
    Ok(connection)
}

/// Gives the connection its key. Says nothing yet about the key being right.
pub(crate) fn set_key(connection: &Connection, key: &[u8; 32]) -> Result<(), OpenError> {
    let mut statement = Zeroizing::new(String::with_capacity(128));
    statement.push_str("PRAGMA cipher = 'chacha20'; PRAGMA key = 'raw:");
    for byte in key {
        // Writing to a string does not fail.
        let _ = write!(statement, "{byte:02x}");
    }
    statement.push_str("';");
    connection
        .execute_batch(&statement)
        .map_err(|error| match OpenError::from(error) {
            OpenError::Io {
                code: rusqlite::ffi::SQLITE_ERROR,
            } => OpenError::Unsupported {
                setting: "key",
                answered: "refused".to_owned(),
            },
            other => other,
        })
}

/// Reads what stands there, writing nothing.
pub(crate) fn identify(connection: &Connection, format: &Format) -> Result<Found, OpenError> {
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    let application_id: i32 = pragma(connection, "application_id")?;
    let version: i32 = pragma(connection, "user_version")?;
    if tables == 0 && application_id == 0 {
        return Ok(Found::Empty);
    }
    if application_id != format.application_id || version < 1 {
        return Err(OpenError::Foreign { application_id });
    }
    if version > format.newest() {
        return Err(OpenError::Newer {
            found: version,
            known: format.newest(),
        });
    }
    Ok(Found::Ours(version))
}

/// Sets what durability and secrecy demand, and reads each back.
pub(crate) fn settle(
    connection: &Connection,
    location: &StoreLocation,
    file_journal: &'static str,
) -> Result<(), OpenError> {
    let journal = match location.journal() {
        Journal::File => file_journal,
        Journal::Image => "memory",
    };
    let settings = [
        ("journal_mode", journal),
        ("synchronous", "2"),
        ("temp_store", "2"),
        // 16 MiB: each page that is not kept is decrypted again.
        ("cache_size", "-16384"),
        ("cell_size_check", "1"),
        ("trusted_schema", "0"),
        // The room of what is deleted is overwritten.
        ("secure_delete", "1"),
    ];
    for (setting, value) in settings {
        demand(connection, setting, value)?;
    }
    connection.set_prepared_statement_cache_capacity(128);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Takes the file for this connection alone. Must come before the write-ahead log, whose index
/// then lives in memory: the browser's storage has no shared memory.
pub(crate) fn take_alone(connection: &Connection) -> Result<(), OpenError> {
    demand(connection, "locking_mode", "exclusive")
}

/// Brings a file to the newest version, one transaction for each step.
pub(crate) fn migrate(
    connection: &Connection,
    format: &Format,
    from: i32,
) -> Result<(), OpenError> {
    let done = usize::try_from(from).unwrap_or(0);
    for (version, script) in (1_i32..).zip(format.migrations).skip(done) {
        let batch = format!("BEGIN IMMEDIATE; {script}; PRAGMA user_version = {version}; COMMIT;");
        roll_back_on_error(connection, &batch)?;
    }
    Ok(())
}

/// Writes the newest version into an empty file, in one transaction: a file is either empty or
/// whole.
pub(crate) fn lay_out(connection: &Connection, format: &Format) -> Result<(), OpenError> {
    connection.execute_batch("PRAGMA page_size = 8192;")?;
    let batch = format!(
        "BEGIN IMMEDIATE; {}; PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;",
        format.migrations.join(";"),
        format.application_id,
        format.newest(),
    );
    roll_back_on_error(connection, &batch)
}

/// Reads a file without its key, as it lies there: the application id of a plain database.
pub(crate) fn plain_application_id(location: &StoreLocation) -> Option<i32> {
    let mut address = String::from("file:");
    for byte in location.path().to_str()?.bytes() {
        let _ = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                write!(address, "{}", char::from(byte))
            }
            other => write!(address, "%{other:02X}"),
        };
    }
    address.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let connection = match location.vfs() {
        Some(vfs) => Connection::open_with_flags_and_vfs(&address, flags, vfs),
        None => Connection::open_with_flags(&address, flags),
    }
    .ok()?;
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", (), |_| Ok(()))
        .ok()?;
    pragma(&connection, "application_id").ok()
}

fn roll_back_on_error(connection: &Connection, batch: &str) -> Result<(), OpenError> {
    connection.execute_batch(batch).map_err(|error| {
        if !connection.is_autocommit() {
            // The first error is the one to tell.
            let _ = connection.execute_batch("ROLLBACK");
        }
        error.into()
    })
}

/// Sets one setting and reads it back.
pub(crate) fn demand(
    connection: &Connection,
    setting: &'static str,
    value: &str,
) -> Result<(), OpenError> {
    connection.execute_batch(&format!("PRAGMA {setting} = {value};"))?;
    let answered = pragma::<rusqlite::types::Value>(connection, setting).map(shown)?;
    if answered == value {
        Ok(())
    } else {
        Err(OpenError::Unsupported { setting, answered })
    }
}

fn shown(value: rusqlite::types::Value) -> String {
    use rusqlite::types::Value;
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Null | Value::Real(_) | Value::Blob(_) => String::new(),
    }
}

fn pragma<T: rusqlite::types::FromSql>(
    connection: &Connection,
    name: &str,
) -> Result<T, rusqlite::Error> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_does_not_hold_is_told() {
        let connection = Connection::open_in_memory().unwrap();
        let told = demand(&connection, "journal_mode", "wal").unwrap_err();
        let wanted = OpenError::Unsupported {
            setting: "journal_mode",
            answered: "memory".to_owned(),
        };
        assert_eq!(told, wanted);
        demand(&connection, "synchronous", "2").unwrap();
    }
}
