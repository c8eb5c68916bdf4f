//! The origin's private file system: a pool of files whose access handles are
//! all held, so that SQLite can use them without waiting.

use std::path::Path;

use handrail_store::StoreLocation;
use sqlite_wasm_rs::{WasmOsCallback, vfs::VfsFilesManager as _};
use sqlite_wasm_vfs::sahpool::{OpfsSAHError, OpfsSAHPoolCfgBuilder, OpfsSAHPoolUtil, install};

use super::{clock, js};
use crate::places::{Encrypted, NotErased, Places};

const PLAIN: &str = "opfs-sahpool";
/// The same behind SQLite3 Multiple Ciphers.
const ENCRYPTED: &str = "multipleciphers-opfs-sahpool";

const DIRECTORY: &str = "handrail";
/// The lock and one database, a journal or log for each, and as many spare.
const CAPACITY: usize = 8;
/// A worker that was ended lets go of its files within about two seconds.
const TRIES: u32 = 100;
const BETWEEN_TRIES_MS: u64 = 100;

/// The pool with all its files held.
pub(super) struct Pool {
    util: OpfsSAHPoolUtil,
}

/// Why there is no pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PoolError {
    /// The browser has no such storage here; nothing was ever kept in it.
    NotOffered,
    /// No space.
    Full,
    /// It should be there and is not.
    Broken,
}

impl Pool {
    /// Takes the files; waits for up to ten seconds while another worker that
    /// is ending still has them.
    pub(super) async fn open() -> Result<Self, PoolError> {
        if !is_offered() {
            return Err(PoolError::NotOffered);
        }
        let configuration = OpfsSAHPoolCfgBuilder::new()
            .vfs_name(PLAIN)
            .directory(DIRECTORY)
            .initial_capacity(CAPACITY)
            .build();
        let mut tries = 0;
        loop {
            match install::<WasmOsCallback>(&configuration, false).await {
                Ok(util) => {
                    make_room(&util).await;
                    return Ok(Self { util });
                }
                Err(error) if is_held_elsewhere(&error) && tries < TRIES => {
                    tries += 1;
                    clock::sleep(BETWEEN_TRIES_MS).await;
                }
                Err(error) => return Err(reason(&error)),
            }
        }
    }

    /// Says that a database was made in it before.
    pub(super) fn has_any(&self) -> bool {
        self.util.names().is_ok_and(|names| !names.is_empty())
    }

    /// The databases in it.
    pub(super) fn places(&self) -> Places {
        let util = self.util.clone();
        Places::new(
            |name, encrypted| {
                let vfs = match encrypted {
                    Encrypted::Yes => ENCRYPTED,
                    Encrypted::No => PLAIN,
                };
                StoreLocation::on_vfs(name, vfs)
            },
            move |name| util.remove(name).map(drop).map_err(|_| NotErased),
        )
    }

    /// Lets go of all files. Every database must be closed.
    pub(super) fn release(self) {
        // With a database open nothing is released; the worker's end does it.
        let _ = self.util.pause();
    }
}

/// Slots cannot be added while SQLite waits for one: there are always enough for everybody here
/// and for two more people, each with a database and its log.
async fn make_room(util: &OpfsSAHPoolUtil) {
    let is_database = |name: &&String| Path::new(name).extension().is_some_and(|kind| kind == "db");
    let names = util.names().unwrap_or_default();
    let databases = names.iter().filter(is_database).count();
    // Where there is no room for more, those who are here work on, and nobody can be added.
    let _ = util.ensure_capacity(2 * (databases + 2)).await;
}

/// Looks before it tries: a failed try must mean trouble, not absence.
fn is_offered() -> bool {
    let global = js_sys::global();
    let directory = js::property(&global, "navigator")
        .and_then(|navigator| js::property(&navigator, "storage"))
        .and_then(|storage| js::property(&storage, "getDirectory"));
    let handle = js::property(&global, "FileSystemFileHandle")
        .and_then(|class| js::property(&class, "prototype"))
        .and_then(|prototype| js::property(&prototype, "createSyncAccessHandle"));
    directory.is_some() && handle.is_some()
}

fn is_held_elsewhere(error: &OpfsSAHError) -> bool {
    name(error) == "NoModificationAllowedError"
}

/// Private windows refuse by `SecurityError` (Firefox) or `UnknownError`
/// (WebKit); WebKitGTK by `NotSupportedError`.
fn reason(error: &OpfsSAHError) -> PoolError {
    if matches!(error, OpfsSAHError::NotSupported) {
        return PoolError::NotOffered;
    }
    match name(error).as_str() {
        "NotSupportedError" | "SecurityError" | "TypeError" | "UnknownError" => {
            PoolError::NotOffered
        }
        "QuotaExceededError" => PoolError::Full,
        _ => PoolError::Broken,
    }
}

fn name(error: &OpfsSAHError) -> String {
    match error {
        OpfsSAHError::Opfs { value, .. } => js::error_name(value),
        _ => String::new(),
    }
}
