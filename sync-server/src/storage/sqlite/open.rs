//! Opening: the lock, what kind of file it is, its health, and the settings that make an
//! answer durable.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::time::Duration;

use handrail_protocol::id::RelayIncarnation;
use handrail_protocol::item::UnverifiedItem;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use sqlite3mc_native as _;

use super::query::unsigned;
use super::schema::{
    ADD_COMPACTION, ADD_TOMBSTONES, APPLICATION_ID, CREATE, CREATE_ASSIGNMENTS, VERSION,
};
use super::write::insert_assignment;
use super::{DATABASE_FILE, LOCK_FILE, OpenError, OpenOptions, SqliteReader, SqliteStorage};

const PAGE_BYTES: u64 = 4096;
const STATEMENTS: usize = 64;
/// What is left of the log after a checkpoint.
const LOG_BYTES_KEPT: i64 = 64 << 20;

pub(super) fn writer(data: &Path, options: OpenOptions) -> Result<SqliteStorage, OpenError> {
    let lock = lock(data)?;
    let path = data.join(DATABASE_FILE);
    let fail = |error: rusqlite::Error| explain(&path, &error);
    let fresh = fs::metadata(&path).map_or(true, |meta| meta.len() == 0);
    if !fresh {
        examine(&path)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&path, flags).map_err(fail)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection
        .busy_timeout(Duration::from_secs(5))
        .map_err(fail)?;
    make_durable(&path, &connection)?;
    if fresh {
        create(&connection, options.new_incarnation).map_err(fail)?;
    } else {
        upgrade(&connection).map_err(fail)?;
    }
    if options.max_bytes > 0 {
        let pages = i64::try_from(options.max_bytes / PAGE_BYTES).unwrap_or(i64::MAX);
        connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .map_err(fail)?;
    }
    // What is deleted was ordered to be forgotten: its room is overwritten.
    connection
        .pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))
        .map_err(fail)?;
    Ok(SqliteStorage {
        connection,
        forgot: false,
        path,
        _lock: lock,
    })
}

pub(super) fn reader(path: &Path) -> Result<SqliteReader, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let fail = |error: rusqlite::Error| explain(path, &error);
    let connection = Connection::open_with_flags(path, flags).map_err(fail)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection
        .busy_timeout(Duration::from_secs(5))
        .map_err(fail)?;
    Ok(SqliteReader { connection })
}

fn lock(data: &Path) -> Result<File, OpenError> {
    let path = data.join(LOCK_FILE);
    let fail = |detail: String| OpenError::Io {
        path: path.clone(),
        detail,
    };
    fs::create_dir_all(data).map_err(|error| fail(error.to_string()))?;
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| fail(error.to_string()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::AlreadyRunning(data.to_owned())),
        Err(TryLockError::Error(error)) => Err(fail(error.to_string())),
    }
}

/// Looks at an existing file without writing to it.
fn examine(path: &Path) -> Result<(), OpenError> {
    let fail = |error: rusqlite::Error| explain(path, &error);
    let damaged = |detail: String| OpenError::Damaged {
        path: path.to_owned(),
        detail,
    };
    let mut magic = [0_u8; 16];
    File::open(path)
        .and_then(|mut file| std::io::Read::read_exact(&mut file, &mut magic))
        .map_err(|error| damaged(error.to_string()))?;
    if &magic != b"SQLite format 3\0" {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    // A hot WAL can only be read by a connection that may write beside the file.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(fail)?;
    // Looking must not change the file, not even by putting its log into it.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .map_err(fail)?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let application = number("application_id").map_err(fail)?;
    if application != APPLICATION_ID {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    let found = number("user_version").map_err(fail)?;
    if found > VERSION {
        return Err(OpenError::Newer {
            path: path.to_owned(),
            found,
            known: VERSION,
        });
    }
    if found < 1 {
        return Err(damaged("no format number".to_owned()));
    }
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(fail)?;
    if verdict != "ok" {
        return Err(damaged(verdict));
    }
    let rows: i64 = connection
        .query_row("SELECT count(*) FROM relay", [], |row| row.get(0))
        .map_err(fail)?;
    if rows == 1 {
        Ok(())
    } else {
        Err(damaged("the relay's own row is missing".to_owned()))
    }
}

/// Sets what makes a commit durable, and checks that it is set.
fn make_durable(path: &Path, connection: &Connection) -> Result<(), OpenError> {
    let fail = |error: rusqlite::Error| explain(path, &error);
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(fail)?;
    connection
        .pragma_update(None, "synchronous", "FULL")
        .map_err(fail)?;
    connection
        .pragma_update(None, "fullfsync", "ON")
        .map_err(fail)?;
    connection
        .pragma_update_and_check(None, "journal_size_limit", LOG_BYTES_KEPT, |_| Ok(()))
        .map_err(fail)?;
    let synchronous: i64 = connection
        .pragma_query_value(None, "synchronous", |row| row.get(0))
        .map_err(fail)?;
    if mode == "wal" && synchronous == 2 {
        return Ok(());
    }
    Err(OpenError::Io {
        path: path.to_owned(),
        detail: format!(
            "this file system cannot keep it durable (journal {mode}, synchronous {synchronous}): \
             put the data directory on a local disk"
        ),
    })
}

fn create(connection: &Connection, incarnation: RelayIncarnation) -> Result<(), rusqlite::Error> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    connection.execute_batch(CREATE)?;
    connection.execute_batch(CREATE_ASSIGNMENTS)?;
    connection.execute_batch(ADD_TOMBSTONES)?;
    connection.execute_batch(ADD_COMPACTION)?;
    connection.execute(
        "INSERT INTO relay (only_row, incarnation) VALUES (1, ?1)",
        [incarnation.as_bytes()],
    )?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    connection.execute_batch("COMMIT")
}

/// From an earlier format, in one transaction.
fn upgrade(connection: &Connection) -> Result<(), rusqlite::Error> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found >= VERSION {
        return Ok(());
    }
    connection.execute_batch("BEGIN IMMEDIATE")?;
    if found < 2 {
        connection.execute_batch(CREATE_ASSIGNMENTS)?;
        read_assignments(connection)?;
    }
    if found < 3 {
        connection.execute_batch(ADD_TOMBSTONES)?;
    }
    connection.execute_batch(ADD_COMPACTION)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    connection.execute_batch("COMMIT")
}

/// Format 1 kept what items say of hand-overs nowhere but in their headers.
fn read_assignments(connection: &Connection) -> Result<(), rusqlite::Error> {
    let mut items = connection.prepare(
        "SELECT i.agency, i.sequence, c.bytes FROM items AS i \
         JOIN contents AS c ON c.position = i.position WHERE i.has_wraps = 1",
    )?;
    let mut rows = items.query(())?;
    while let Some(row) = rows.next()? {
        let bytes: Vec<u8> = row.get(2)?;
        let Ok(item) = UnverifiedItem::parse(&bytes) else {
            continue;
        };
        if let Some(assignment) = item.header().assignment {
            let place = (item.header().document, unsigned(row, 1)?);
            insert_assignment(connection, row.get(0)?, place, assignment)?;
        }
    }
    Ok(())
}

fn explain(path: &Path, error: &rusqlite::Error) -> OpenError {
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::Foreign(path),
        Some(ErrorCode::DatabaseCorrupt) => OpenError::Damaged {
            path,
            detail: error.to_string(),
        },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            OpenError::AlreadyRunning(path)
        }
        _ => match error {
            rusqlite::Error::SqliteFailure(_, Some(text)) if text.contains("no such table") => {
                OpenError::Damaged {
                    path,
                    detail: error.to_string(),
                }
            }
            _ => OpenError::Io {
                path,
                detail: error.to_string(),
            },
        },
    }
}
