//! Storage in one SQLite file: WAL, `synchronous=FULL`, one writer, readers beside it.

mod open;
mod query;
mod read;
mod schema;
mod write;

use std::fs::File;
use std::path::{Path, PathBuf};

use handrail_protocol::id::RelayIncarnation;
use rusqlite::Connection;

use super::{OpenError, StorageError};
use read::Reading;

pub use schema::VERSION as FORMAT_VERSION;

/// Name of the database file inside the data directory.
pub const DATABASE_FILE: &str = "relay.db";
/// Name of the file whose lock says that a relay runs on the data directory.
pub const LOCK_FILE: &str = "relay.lock";

/// The one writer. Holds the lock of the data directory until dropped.
#[derive(Debug)]
pub struct SqliteStorage {
    connection: Connection,
    /// Bytes that were forgotten may still stand in the log.
    forgot: bool,
    path: PathBuf,
    _lock: File,
}

/// One more connection that only reads.
#[derive(Debug)]
pub struct SqliteReader {
    connection: Connection,
}

/// Opens readers of one database. The writer must be open while they read.
#[derive(Clone, Debug)]
pub struct ReaderSource {
    path: PathBuf,
}

/// How to open the database.
#[derive(Clone, Copy, Debug)]
pub struct OpenOptions {
    /// The name a new database gets; ignored for one that exists. Random.
    pub new_incarnation: RelayIncarnation,
    /// The database never grows past this many bytes (rounded down to whole pages of 4 KiB);
    /// 0 for no such limit.
    pub max_bytes: u64,
}

impl SqliteStorage {
    /// Opens the database in `data`, or creates both.
    ///
    /// # Errors
    /// See [`OpenError`]; whatever the error, nothing in the directory was changed, except
    /// that the directory and its lock file may have been created.
    pub fn open(data: &Path, options: OpenOptions) -> Result<Self, OpenError> {
        open::writer(data, options)
    }

    /// Where readers come from.
    pub fn readers(&self) -> ReaderSource {
        ReaderSource {
            path: self.path.clone(),
        }
    }
}

impl ReaderSource {
    /// One more connection that only reads.
    pub fn open(&self) -> Result<SqliteReader, OpenError> {
        open::reader(&self.path)
    }
}

impl SqliteReader {
    /// What is read from here to [`end`](Self::end) is one moment's state.
    pub fn begin(&self) -> Result<(), StorageError> {
        Ok(self.connection.execute_batch("BEGIN DEFERRED")?)
    }

    /// Ends what [`begin`](Self::begin) began.
    pub fn end(&self) -> Result<(), StorageError> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }
}

impl Reading for SqliteStorage {
    fn connection(&self) -> &Connection {
        &self.connection
    }
}

impl Reading for SqliteReader {
    fn connection(&self) -> &Connection {
        &self.connection
    }
}
