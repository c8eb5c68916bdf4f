use std::ops::Deref;

use rusqlite::{Connection, TransactionBehavior};

use crate::{
    KeyCheck, OpenError, StoreError, StoreLocation,
    connect::{self, Format, Found},
};

/// The database of one profile: the item log (the truth), keys, documents, projections, search.
/// One connection, held alone: a second one gets [`OpenError::Busy`].
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

/// Reads outside a transaction; each sees what is committed.
#[derive(Debug)]
pub struct Read<'c> {
    pub(crate) connection: &'c Connection,
}

/// A transaction: all that is written through it is kept, or nothing of it.
#[derive(Debug)]
pub struct Tx<'c> {
    read: Read<'c>,
}

impl<'c> Deref for Tx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

/// "HRL1".
pub(crate) const FORMAT: Format = Format {
    application_id: 0x4852_4C31,
    migrations: &[
        include_str!("../migrations/001_truth.sql"),
        include_str!("../migrations/002_caches.sql"),
        include_str!("../migrations/003_groups.sql"),
        include_str!("../migrations/004_evidence.sql"),
        include_str!("../migrations/005_notes.sql"),
        include_str!("../migrations/006_lighter_notes.sql"),
        include_str!("../migrations/007_accesses.sql"),
        include_str!("../migrations/008_assignments.sql"),
        include_str!("../migrations/009_guests.sql"),
        include_str!("../migrations/010_hand_overs.sql"),
        include_str!("../migrations/011_forgotten.sql"),
        include_str!("../migrations/012_circumstances.sql"),
        include_str!("../migrations/013_statements.sql"),
        include_str!("../migrations/014_words.sql"),
        include_str!("../migrations/015_parcels.sql"),
    ],
};

impl Store {
    /// Makes a new database, encrypted with `key`. An empty file, left by a creation that was
    /// cut short, is used; anything else there is [`OpenError::AlreadyThere`]. Keep the key (its
    /// lock row) first: a database whose key was never kept can only be deleted.
    pub fn create(location: &StoreLocation, key: &[u8; 32]) -> Result<Self, OpenError> {
        let connection = connect::connect(location, true)?;
        unlock(&connection, location, key)?;
        match connect::identify(&connection, &FORMAT) {
            Ok(Found::Empty) => {}
            Err(error @ (OpenError::Busy | OpenError::Io { .. })) => return Err(error),
            Ok(Found::Ours(_)) | Err(_) => return Err(OpenError::AlreadyThere),
        }
        connect::lay_out(&connection, &FORMAT)?;
        Self::settled(connection, location)
    }

    /// Opens a database and brings it to the newest version. `check` tells a wrong key (the
    /// file is not touched) from damage.
    pub fn open(
        location: &StoreLocation,
        key: &[u8; 32],
        check: &KeyCheck,
    ) -> Result<Self, OpenError> {
        if KeyCheck::of(key) != *check {
            return Err(OpenError::WrongKey);
        }
        let connection = connect::connect(location, false)?;
        unlock(&connection, location, key)?;
        let version = match connect::identify(&connection, &FORMAT) {
            Ok(Found::Empty) => return Err(OpenError::NotThere),
            Ok(Found::Ours(version)) => version,
            Err(OpenError::Damaged) => {
                drop(connection);
                return Err(match connect::plain_application_id(location) {
                    Some(application_id) => OpenError::Foreign { application_id },
                    None => OpenError::Damaged,
                });
            }
            Err(other) => return Err(other),
        };
        connect::migrate(&connection, &FORMAT, version)?;
        Self::settled(connection, location)
    }

    /// The name of the cipher that this open database is encrypted with.
    pub fn cipher(&self) -> Result<String, StoreError> {
        let read = |row: &rusqlite::Row<'_>| row.get(0);
        Ok(self.connection.pragma_query_value(None, "cipher", read)?)
    }

    /// Runs `work` in one transaction and commits it, durably, if it returns `Ok`. An error or a
    /// panic leaves the database as it was.
    pub fn transaction<T, E>(&mut self, work: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let tx = Tx {
            read: Read {
                connection: &transaction,
            },
        };
        let value = work(&tx)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(value)
    }

    /// Reads what is committed.
    pub fn read(&self) -> Read<'_> {
        Read {
            connection: &self.connection,
        }
    }

    /// Bytes of the database, its log not counted.
    pub fn database_size(&self) -> Result<u64, StoreError> {
        let pages: i64 = self.pragma("page_count")?;
        let size: i64 = self.pragma("page_size")?;
        Ok(pages.saturating_mul(size).try_into().unwrap_or(0))
    }

    /// Sets how many bytes the database may grow to; `None` is as large as SQLite can. A write
    /// past the limit is [`StoreError::Full`]. Lasts until the database is closed.
    pub fn limit_size(&mut self, bytes: Option<u64>) -> Result<(), StoreError> {
        let size: i64 = self.pragma("page_size")?;
        let page = u64::try_from(size).unwrap_or(1).max(1);
        let pages = bytes.map_or(u64::from(u32::MAX - 1), |bytes| (bytes / page).max(1));
        self.connection
            .execute_batch(&format!("PRAGMA max_page_count = {pages};"))?;
        Ok(())
    }

    /// Folds the log into the database, so that the file alone is whole.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        let busy: i64 =
            self.connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
        if busy == 0 {
            Ok(())
        } else {
            Err(StoreError::Busy)
        }
    }

    /// Writes the database anew without the room that deleted rows left.
    pub fn vacuum(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch("VACUUM")?;
        Ok(())
    }

    /// Reads every page and index; [`StoreError::Damaged`] when one is not whole. Takes time in
    /// proportion to the size.
    pub fn check(&self) -> Result<(), StoreError> {
        let answer: String = self
            .connection
            .query_row("PRAGMA integrity_check(1)", (), |row| row.get(0))?;
        if answer == "ok" {
            Ok(())
        } else {
            Err(StoreError::Damaged)
        }
    }

    /// Folds the log in and closes the file.
    pub fn close(self) -> Result<(), StoreError> {
        self.connection
            .close()
            .map_err(|(_connection, error)| error.into())
    }

    fn settled(connection: Connection, location: &StoreLocation) -> Result<Self, OpenError> {
        connect::settle(&connection, location, "wal")?;
        Ok(Self { connection })
    }

    fn pragma(&self, name: &str) -> Result<i64, StoreError> {
        Ok(self
            .connection
            .pragma_query_value(None, name, |row| row.get(0))?)
    }
}

fn unlock(
    connection: &Connection,
    location: &StoreLocation,
    key: &[u8; 32],
) -> Result<(), OpenError> {
    if location.is_memory() {
        return Ok(());
    }
    connect::set_key(connection, key)?;
    connect::take_alone(connection)
}
