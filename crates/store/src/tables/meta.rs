use rusqlite::params;
use zeroize::Zeroizing;

use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// A value that the engine keeps under a name of its own: device keys, the cursor.
    pub fn meta(&self, key: &str) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let sql = "SELECT value FROM meta WHERE key = ?1";
        self.first(sql, [key], |row| Ok(Zeroizing::new(row.get(0)?)))
    }
}

impl Tx<'_> {
    /// Sets a value, over the one that was there.
    pub fn set_meta(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.write(sql, params![key, value])?;
        Ok(())
    }

    /// Forgets a value; nothing happens if there is none.
    pub fn remove_meta(&self, key: &str) -> Result<(), StoreError> {
        self.write("DELETE FROM meta WHERE key = ?1", [key])?;
        Ok(())
    }
}
