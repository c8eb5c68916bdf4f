//! The directory with this device's files, for one program at a time.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

use handrail_engine::api::StorageProblem;
use handrail_store::StoreLocation;

use crate::places::{NotErased, Places};

/// Holds the directory until dropped, or until the program ends in any way.
#[derive(Debug)]
pub(super) struct DirectoryLock {
    _file: File,
}

/// Why the directory is not ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DirectoryError {
    /// Another program has it.
    InUse,
    /// It cannot be made or written.
    Unusable(StorageProblem),
}

impl DirectoryLock {
    /// Makes the directory if it is not there, readable for its owner alone,
    /// and takes it.
    pub(super) fn take(directory: &Path) -> Result<Self, DirectoryError> {
        make_private(directory).map_err(unusable)?;
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(directory.join("in-use"))
            .map_err(unusable)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(DirectoryError::InUse),
            Err(TryLockError::Error(error)) => Err(unusable(error)),
        }
    }
}

/// `given`, else `$HANDRAIL_DATA`, else `handrail` in the user's data
/// directory; `None` when the system knows no such place.
pub(super) fn choose(given: Option<PathBuf>) -> Option<PathBuf> {
    given
        .or_else(|| {
            std::env::var_os("HANDRAIL_DATA")
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
        })
        .or_else(|| dirs::data_dir().map(|data| data.join("handrail")))
}

/// Where the window's web engine keeps its own files, away from the databases;
/// made if it is not there, `None` where it cannot be.
pub fn window_directory() -> Option<PathBuf> {
    let data = choose(None)?;
    make_private(&data).ok()?;
    let own = data.join("window");
    make_private(&own).ok()?;
    Some(own)
}

/// The databases in a directory that is ours.
pub(super) fn places(directory: &Path) -> Places {
    let locate = |name: &str, _| StoreLocation::file(directory.join(name));
    let directory = directory.to_owned();
    Places::new(locate, move |name| {
        match fs::remove_file(directory.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(NotErased),
            _ => Ok(()),
        }
    })
}

fn make_private(directory: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(directory)
}

#[allow(clippy::needless_pass_by_value, reason = "a mapper of errors")]
fn unusable(error: std::io::Error) -> DirectoryError {
    let problem = match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => StorageProblem::Full,
        _ => StorageProblem::Io,
    };
    DirectoryError::Unusable(problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_refused_until_the_first_lets_go() {
        let place = tempfile::tempdir().unwrap();
        let directory = place.path().join("deep").join("handrail");
        let first = DirectoryLock::take(&directory).unwrap();
        assert_eq!(
            DirectoryLock::take(&directory).unwrap_err(),
            DirectoryError::InUse
        );
        drop(first);
        assert!(DirectoryLock::take(&directory).is_ok());
    }

    #[test]
    fn a_place_that_cannot_hold_files_is_named_unusable() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("file");
        std::fs::write(&file, b"").unwrap();
        assert_eq!(
            DirectoryLock::take(&file.join("handrail")).unwrap_err(),
            DirectoryError::Unusable(StorageProblem::Io)
        );
    }

    #[cfg(unix)]
    #[test]
    fn the_directory_is_closed_to_other_users() {
        use std::os::unix::fs::PermissionsExt as _;
        let place = tempfile::tempdir().unwrap();
        let directory = place.path().join("handrail");
        let _lock = DirectoryLock::take(&directory).unwrap();
        let mode = std::fs::metadata(&directory).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn erasing_takes_one_database_and_what_lies_beside_it_and_none_of_another_person() {
        let place = tempfile::tempdir().unwrap();
        let names = [
            "lock.db",
            "caseload.db",
            "caseload.db-wal",
            "caseload-2.db",
            "caseload-2.db-wal",
        ];
        for name in names {
            std::fs::write(place.path().join(name), b"x").unwrap();
        }
        let places = places(place.path());
        assert_eq!(places.erase(&places.caseload), Ok(()));
        let left = || names.map(|name| place.path().join(name).exists());
        assert_eq!(left(), [true, false, false, true, true]);
        assert_eq!(places.erase(&places.caseload), Ok(()), "twice is no error");
        assert_eq!(places.erase(&places.caseload.for_profile(2)), Ok(()));
        assert_eq!(left(), [true, false, false, false, false]);
        let elsewhere = StoreLocation::file(place.path().join("other.db"));
        assert_eq!(places.erase(&elsewhere), Err(NotErased));
    }

    #[test]
    fn a_given_directory_comes_before_all_others() {
        assert_eq!(
            choose(Some(PathBuf::from("/given"))),
            Some(PathBuf::from("/given"))
        );
    }
}
