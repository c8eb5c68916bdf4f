use std::path::PathBuf;

use handrail_protocol::DocumentId;
use handrail_store::{KeyCheck, OpenError, Store, StoreError, StoreLocation};

pub const KEY: [u8; 32] = [7; 32];
pub const CANARY: &[u8] = b"Zweihundertfuenfzig";

/// A folder with the place of one database in it.
pub struct Place {
    pub folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("caseload.db")
    }

    pub fn location(&self) -> StoreLocation {
        StoreLocation::file(self.path())
    }

    pub fn open(&self) -> Result<Store, OpenError> {
        Store::open(&self.location(), &KEY, &KeyCheck::of(&KEY))
    }

    /// A closed database with forty changes.
    pub fn filled() -> Self {
        let place = Self::new();
        let mut store = Store::create(&place.location(), &KEY).unwrap();
        fill(&mut store, 40);
        store.close().unwrap();
        place
    }

    /// Every file of the folder with its bytes; empty ones hold nothing and do not count.
    pub fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.clone(), std::fs::read(path).unwrap()))
            .filter(|(_, bytes)| !bytes.is_empty())
            .collect();
        files.sort();
        files
    }

    pub fn fails_untouched(&self, wanted: &OpenError) {
        let before = self.bytes();
        assert_eq!(&self.open().unwrap_err(), wanted);
        assert_eq!(&self.open().unwrap_err(), wanted, "the second time");
        assert!(self.bytes() == before, "a failed opening wrote something");
    }

    /// Its files as a killed program leaves them: log and all.
    pub fn killed(&self) -> Place {
        let copy = Place::new();
        for (path, bytes) in self.bytes() {
            std::fs::write(copy.folder.path().join(path.file_name().unwrap()), bytes).unwrap();
        }
        copy
    }

    /// Every page of the closed database as it is without its key, free ones too.
    pub fn decrypted(&self) -> Vec<u8> {
        let copy = self.killed();
        let raw = copy.raw();
        raw.query_row("PRAGMA journal_mode = DELETE", (), |_| Ok(()))
            .unwrap();
        raw.execute_batch("PRAGMA rekey = '';").unwrap();
        drop(raw);
        let bytes = std::fs::read(copy.path()).unwrap();
        assert!(bytes.starts_with(b"SQLite format 3"));
        bytes
    }

    /// Opened past the store, to write into it what the store never would.
    pub fn raw(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(self.path()).unwrap();
        let key = "07".repeat(32);
        connection
            .execute_batch(&format!(
                "PRAGMA cipher='chacha20'; PRAGMA key='raw:{key}';"
            ))
            .unwrap();
        connection
    }
}

/// Writes the canary, and as many changes full of it.
pub fn fill(store: &mut Store, changes: u8) {
    store
        .transaction(|tx| {
            tx.set_meta("canary", CANARY)?;
            for n in 0..changes {
                let bytes = CANARY.repeat(200);
                tx.add_pending(&DocumentId::from_bytes([1; 16]), &[n; 32], &bytes, 5)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}
