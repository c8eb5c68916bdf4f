//! Files in memory that know what was written since last asked, for the
//! browsers in which that is the only way to make them durable.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

mod file;

pub(crate) use file::ImageFile;

/// What is written down as one.
pub(crate) const CHUNK_BYTES: usize = 8_192;

/// One thing to write down about the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// A file has this size; chunks behind it are gone.
    Size {
        /// Name.
        file: String,
        /// Bytes.
        bytes: u64,
    },
    /// A chunk has these bytes; only the last one of a file may be short.
    Chunk {
        /// Name.
        file: String,
        /// From 0.
        index: u64,
        /// At most [`CHUNK_BYTES`].
        bytes: Vec<u8>,
    },
    /// A file is gone.
    Gone {
        /// Name.
        file: String,
    },
}

/// All named files. Clones share them.
#[derive(Clone, Default)]
pub(crate) struct ImageFiles {
    own: Rc<RefCell<Own>>,
}

#[derive(Default)]
struct Own {
    files: BTreeMap<String, Rc<RefCell<ImageFile>>>,
    gone: BTreeSet<String>,
}

impl ImageFiles {
    /// Puts a whole file there, as already written down.
    pub(crate) fn put(&self, name: String, bytes: Vec<u8>) {
        let file = Rc::new(RefCell::new(ImageFile::saved(bytes)));
        self.own.borrow_mut().files.insert(name, file);
    }

    #[cfg(target_arch = "wasm32")]
    pub(crate) fn is_empty(&self) -> bool {
        self.own.borrow().files.is_empty()
    }

    pub(crate) fn find(&self, name: &str) -> Option<Rc<RefCell<ImageFile>>> {
        self.own.borrow().files.get(name).cloned()
    }

    /// An empty file under a name that is free.
    pub(crate) fn create(&self, name: &str) -> Rc<RefCell<ImageFile>> {
        let file = Rc::new(RefCell::new(ImageFile::created()));
        let mut own = self.own.borrow_mut();
        own.files.insert(name.to_owned(), Rc::clone(&file));
        file
    }

    /// Says whether there was such a file.
    pub(crate) fn remove(&self, name: &str) -> bool {
        let mut own = self.own.borrow_mut();
        let was_there = own.files.remove(name).is_some();
        if was_there {
            own.gone.insert(name.to_owned());
        }
        was_there
    }

    /// What was written since the last call, in an order that can be applied.
    pub(crate) fn take_changes(&self) -> Vec<Change> {
        let mut own = self.own.borrow_mut();
        let gone = std::mem::take(&mut own.gone);
        let mut changes: Vec<Change> = gone
            .into_iter()
            .filter(|name| !own.files.contains_key(name))
            .map(|file| Change::Gone { file })
            .collect();
        for (name, file) in &own.files {
            file.borrow_mut().take_changes(name, &mut changes);
        }
        changes
    }
}

#[cfg(test)]
mod tests;
