use handrail_protocol::DocumentId;
use rusqlite::params;

use crate::{Read, StoreError, Tx, rows::id};

impl Read<'_> {
    /// The participant that an imported row became.
    pub fn import_key(&self, key: &str) -> Result<Option<DocumentId>, StoreError> {
        let sql = "SELECT participant FROM import_keys WHERE key = ?1";
        self.first(sql, [key], |row| {
            id(row, "participant", DocumentId::from_bytes)
        })
    }
}

impl Tx<'_> {
    /// Remembers which participant an imported row became, over what was there.
    pub fn set_import_key(&self, key: &str, participant: &DocumentId) -> Result<(), StoreError> {
        let sql = "INSERT INTO import_keys (key, participant) VALUES (?1, ?2)
            ON CONFLICT (key) DO UPDATE SET participant = excluded.participant";
        self.write(sql, params![key, participant.as_bytes()])?;
        Ok(())
    }
}
