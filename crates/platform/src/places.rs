//! Where the engine's two databases are.

use std::rc::Rc;

use handrail_store::StoreLocation;

/// Locations of the databases, as the platform prepared them.
#[derive(Clone)]
pub struct Places {
    /// What turns a passphrase into a key; not encrypted.
    pub lock: StoreLocation,
    /// Everything else; encrypted.
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

    /// Removes one of the two databases, which must be closed, and everything
    /// beside it. One that is not there is no error.
    ///
    /// # Errors
    /// Something of it is still there, or it is neither of the two.
    pub fn erase(&self, location: &StoreLocation) -> Result<(), NotErased> {
        let name = if *location == self.lock {
            LOCK
        } else if *location == self.caseload {
            CASELOAD
        } else {
            return Err(NotErased);
        };
        (self.remove)(name)?;
        for companion in COMPANIONS {
            (self.remove)(&format!("{name}{companion}"))?;
        }
        Ok(())
    }
}
