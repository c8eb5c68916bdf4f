use thiserror::Error;

/// Why a database could not be opened or created. Whatever the reason, nothing was written to a
/// file that stood there before.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// No database stands there (or an empty file, left by a creation that was cut short).
    #[error("there is no database yet: create one or join an agency")]
    NotThere,
    /// A creation would overwrite something.
    #[error("something is stored there already: open it or choose another place")]
    AlreadyThere,
    /// The key is not that of this database; its file was not touched.
    #[error("this is not the key of the database: try again")]
    WrongKey,
    /// The key is right and the bytes are not.
    #[error("the database is damaged: fetch the records again from the relay")]
    Damaged,
    /// A database of another program.
    #[error("the file belongs to another program: choose another place")]
    Foreign {
        /// What it says it is.
        application_id: i32,
    },
    /// Written by a newer version of this program.
    #[error("the database was written by a newer version: update the app")]
    Newer {
        /// Version of the file.
        found: i32,
        /// Newest version this program knows.
        known: i32,
    },
    /// Another window, tab or process has it open.
    #[error("the database is open elsewhere: close the other window")]
    Busy,
    /// No space is left.
    #[error("no space is left on this device: free some and try again")]
    Full,
    /// Reading or writing failed.
    #[error("the storage of this device answered with an error ({code}): try again")]
    Io {
        /// SQLite's extended result code.
        code: i32,
    },
    /// The storage cannot do what durability or encryption demands.
    #[error("this storage cannot keep records safely: {setting} is {answered}")]
    Unsupported {
        /// Which setting was asked for.
        setting: &'static str,
        /// What the storage answered.
        answered: String,
    },
}

/// Why an operation on an open database failed. Inside a transaction nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// No space is left, or the set limit of size is reached. Reading still works.
    #[error("no space is left on this device: free some and try again")]
    Full,
    /// Bytes of the file are damaged.
    #[error("the database is damaged: fetch the records again from the relay")]
    Damaged,
    /// Another connection holds the file.
    #[error("the database is open elsewhere: close the other window")]
    Busy,
    /// The file may not be written.
    #[error("the database may only be read: check the permissions of the folder")]
    ReadOnly,
    /// Reading or writing failed.
    #[error("the storage of this device answered with an error ({code}): try again")]
    Io {
        /// SQLite's extended result code.
        code: i32,
    },
    /// A value is not of the form its column demands.
    #[error("a stored value is not of its form: {column}")]
    Row {
        /// Which column.
        column: String,
    },
    /// Any other answer of SQLite.
    #[error("the database answered with an error ({code})")]
    Sqlite {
        /// SQLite's extended result code.
        code: i32,
    },
}

impl StoreError {
    /// Says that the same operation may succeed later without anybody mending anything.
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Busy | Self::Io { .. })
    }

    pub fn row(column: &str) -> Self {
        Self::Row {
            column: column.to_owned(),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps codes and column names only: SQLite's texts may carry words of a query.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match error {
            E::SqliteFailure(failure, _) => Self::from_code(failure.extended_code),
            E::SqlInputError { error, .. } => Self::from_code(error.extended_code),
            E::InvalidColumnType(_, column, _) | E::InvalidColumnName(column) => {
                Self::Row { column }
            }
            E::FromSqlConversionFailure(index, _, _) | E::IntegralValueOutOfRange(index, _) => {
                Self::Row {
                    column: format!("column {index}"),
                }
            }
            _ => Self::Sqlite {
                code: rusqlite::ffi::SQLITE_MISUSE,
            },
        }
    }
}

impl StoreError {
    fn from_code(code: i32) -> Self {
        use rusqlite::ffi;
        match code & 0xff {
            ffi::SQLITE_FULL => Self::Full,
            ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => Self::Damaged,
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Busy,
            ffi::SQLITE_READONLY => Self::ReadOnly,
            ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN => Self::Io { code },
            _ => Self::Sqlite { code },
        }
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::Damaged | StoreError::Row { .. } => Self::Damaged,
            StoreError::Busy => Self::Busy,
            StoreError::ReadOnly => Self::Io {
                code: rusqlite::ffi::SQLITE_READONLY,
            },
            StoreError::Io { code } | StoreError::Sqlite { code } => Self::Io { code },
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}
