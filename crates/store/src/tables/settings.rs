use rusqlite::params;

use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// One setting of this device.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM settings WHERE key = ?1";
        self.first(sql, [key], |row| row.get(0))
    }

    /// All settings, by name.
    pub fn settings(&self) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT key, value FROM settings ORDER BY key";
        self.all(sql, (), |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

impl Tx<'_> {
    /// Sets a setting, over the one that was there.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO settings (key, value) VALUES (?1, ?2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.write(sql, params![key, value])?;
        Ok(())
    }

    /// Back to the default; nothing happens if it is not set.
    pub fn remove_setting(&self, key: &str) -> Result<(), StoreError> {
        self.write("DELETE FROM settings WHERE key = ?1", [key])?;
        Ok(())
    }
}
