//! Which storage this browser gives the engine.

use handrail_engine::api::StorageProblem;

use super::{
    images::Images,
    js,
    opfs::{Pool, PoolError},
};
use crate::{driver::Durability, places::Places};

/// Storage that is open and ours alone.
pub(super) enum Storage {
    /// Files of the origin's private file system.
    Pool(Pool),
    /// Images in IndexedDB.
    Images(Images),
}

impl Storage {
    /// The pool, unless the browser has none, images were begun before it had
    /// one, or the page's address asks for images.
    pub(super) async fn open() -> Result<Self, StorageProblem> {
        if are_images_asked_for() {
            return Images::open().await.map(Self::Images);
        }
        match Pool::open().await {
            Ok(pool) if pool.has_any() => Ok(Self::Pool(pool)),
            Ok(pool) => match Images::open().await {
                Ok(images) if images.has_any() => {
                    pool.release();
                    Ok(Self::Images(images))
                }
                _ => Ok(Self::Pool(pool)),
            },
            Err(PoolError::NotOffered) => Images::open().await.map(Self::Images),
            Err(PoolError::Full) => Err(StorageProblem::Full),
            Err(PoolError::Broken) => Err(StorageProblem::Io),
        }
    }

    pub(super) fn places(&self) -> Places {
        match self {
            Self::Pool(pool) => pool.places(),
            Self::Images(images) => images.places(),
        }
    }

    /// Lets go of everything. The engine must be closed.
    pub(super) fn release(self) {
        match self {
            Self::Pool(pool) => pool.release(),
            Self::Images(images) => drop(images),
        }
    }
}

impl Durability for Storage {
    async fn settle(&mut self) -> Result<(), StorageProblem> {
        match self {
            // SQLite has flushed the file before its commit returned.
            Self::Pool(_) => Ok(()),
            Self::Images(images) => images.settle().await,
        }
    }
}

/// `?storage=indexeddb`, which the worker's address has from the page's.
fn are_images_asked_for() -> bool {
    js::property(&js_sys::global(), "location")
        .and_then(|location| js::property(&location, "search"))
        .and_then(|query| query.as_string())
        .is_some_and(|query| {
            query
                .trim_start_matches('?')
                .split('&')
                .any(|pair| pair == "storage=indexeddb")
        })
}
