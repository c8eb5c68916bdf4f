//! Errors of storage: of opening it, and of using it.

use std::path::PathBuf;

/// Why the data directory could not be opened. Nothing was changed in it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(
        "another relay is already running on {0}: stop it first, or give this one its own --data"
    )]
    AlreadyRunning(PathBuf),
    #[error("{0} is not a Handrail relay's database: give another --data directory")]
    Foreign(PathBuf),
    #[error(
        "{path} was written by a newer relay (format {found}, this one knows {known}): update this program"
    )]
    Newer {
        path: PathBuf,
        found: i64,
        known: i64,
    },
    #[error(
        "{path} is damaged ({detail}): put it aside and restore the newest backup; devices bring back what the backup lacks"
    )]
    Damaged { path: PathBuf, detail: String },
    #[error("{path} cannot be opened: {detail}")]
    Io { path: PathBuf, detail: String },
}

/// Why a call on open storage failed. The transaction it was in must be rolled back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    #[error("the disk or the size set for the database is full: make room on the relay")]
    Full,
    #[error("the database is damaged: {0}")]
    Damaged(String),
    #[error("not next in order")]
    Order,
    #[error("the database failed: {0}")]
    Io(String),
}

impl From<rusqlite::Error> for StorageError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged(error.to_string())
            }
            Some(ErrorCode::ConstraintViolation) => Self::Order,
            _ => Self::Io(error.to_string()),
        }
    }
}
