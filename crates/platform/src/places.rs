//! Where the engine's databases are.

use std::rc::Rc;

use handrail_store::{MOST_PROFILES, StoreLocation};

/// Locations of the databases, as the platform prepared them.
#[derive(Clone)]
pub struct Places {
    /// What turns a passphrase into a key; not encrypted.
    pub lock: StoreLocation,
    /// Everything else of the first person on the device; encrypted. That of another is
    /// [`StoreLocation::for_profile`].
    pub caseload: StoreLocation,
    remove: Remove,
}

/// Whether SQLite3 Multiple Ciphers stands between SQLite and the file; on the
/// web that is said by the VFS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encrypted {
    Yes,
    No,
}

/// Something of a database is still there; erasing may be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotErased;

/// Removes one file by its name. A file that is not there is no error.
type Remove = Rc<dyn Fn(&str) -> Result<(), NotErased>>;

const LOCK: &str = "lock.db";
const CASELOAD: &str = "caseload.db";
/// What SQLite puts beside a database.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

impl Places {
    /// Both databases at the location that `locate` gives for a file name and
    /// for being encrypted or not.
    pub(crate) fn new(
        locate: impl Fn(&str, Encrypted) -> StoreLocation,
        remove: impl Fn(&str) -> Result<(), NotErased> + 'static,
    ) -> Self {
        Self {
            lock: locate(LOCK, Encrypted::No),
            caseload: locate(CASELOAD, Encrypted::Yes),
            remove: Rc::new(remove),
        }
    }

    /// Removes one of the databases, which must be closed, and everything
    /// beside it. One that is not there is no error.
    ///
    /// # Errors
    /// Something of it is still there, or it is none of them.
    pub fn erase(&self, location: &StoreLocation) -> Result<(), NotErased> {
        let is_caseload =
            (1..=MOST_PROFILES).any(|profile| *location == self.caseload.for_profile(profile));
        if *location != self.lock && !is_caseload {
            return Err(NotErased);
        }
        let name = location.path().file_name().and_then(|name| name.to_str());
        let name = name.ok_or(NotErased)?;
        (self.remove)(name)?;
        for companion in COMPANIONS {
            (self.remove)(&format!("{name}{companion}"))?;
        }
        Ok(())
    }
}
