use rusqlite::{Row, params};

use crate::{Read, StoreError, Tx};

/// A half-written form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form.
    pub key: String,
    /// Its state, as the screen wrote it.
    pub json: String,
    /// Unix ms of the last keystroke kept.
    pub updated_at: i64,
}

impl Read<'_> {
    /// One draft.
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, StoreError> {
        self.first("SELECT * FROM drafts WHERE key = ?1", [key], draft)
    }

    /// All drafts, newest first.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let sql = "SELECT * FROM drafts ORDER BY updated_at DESC, key";
        self.all(sql, (), draft)
    }
}

impl Tx<'_> {
    /// Keeps a draft, over the one that was there.
    pub fn put_draft(&self, key: &str, json: &str, now: i64) -> Result<(), StoreError> {
        let sql = "INSERT INTO drafts (key, json, updated_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (key) DO UPDATE SET json = excluded.json, updated_at = excluded.updated_at";
        self.write(sql, params![key, json, now])?;
        Ok(())
    }

    /// Forgets a draft; nothing happens if there is none.
    pub fn remove_draft(&self, key: &str) -> Result<(), StoreError> {
        self.write("DELETE FROM drafts WHERE key = ?1", [key])?;
        Ok(())
    }
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        key: row.get("key")?,
        json: row.get("json")?,
        updated_at: row.get("updated_at")?,
    })
}
