use handrail_protocol::ItemId;
use rusqlite::{Row, params};

use crate::{Read, StoreError, Tx, rows::id};

/// An item kept aside: it could not be opened or was not allowed. Never dropped by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarantineRow {
    /// Hash of the bytes.
    pub id: ItemId,
    /// As received.
    pub bytes: Vec<u8>,
    /// Code of the reason.
    pub reason: String,
    /// Unix ms.
    pub at: i64,
}

impl Read<'_> {
    /// All that is kept aside, oldest first.
    pub fn quarantined(&self) -> Result<Vec<QuarantineRow>, StoreError> {
        self.all("SELECT * FROM quarantine ORDER BY at, id", (), aside)
    }

    /// Whether an item is kept aside.
    pub fn is_quarantined(&self, item: &ItemId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM quarantine WHERE id = ?1";
        Ok(self.first(sql, [item.as_bytes()], |_| Ok(()))?.is_some())
    }

    /// How many are kept aside.
    pub fn quarantine_count(&self) -> Result<u64, StoreError> {
        self.count("SELECT count(*) AS count FROM quarantine", ())
    }
}

impl Tx<'_> {
    /// Keeps an item aside. `false` when it was there already: the first reason stays.
    pub fn quarantine(
        &self,
        item: &ItemId,
        bytes: &[u8],
        reason: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let sql = "INSERT INTO quarantine (id, bytes, reason, at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO NOTHING";
        Ok(self.write(sql, params![item.as_bytes(), bytes, reason, at])? > 0)
    }

    /// Takes an item out, to try it again or to drop it.
    pub fn release(&self, item: &ItemId) -> Result<Option<QuarantineRow>, StoreError> {
        let sql = "SELECT * FROM quarantine WHERE id = ?1";
        let row = self.first(sql, [item.as_bytes()], aside)?;
        self.write("DELETE FROM quarantine WHERE id = ?1", [item.as_bytes()])?;
        Ok(row)
    }
}

fn aside(row: &Row<'_>) -> rusqlite::Result<QuarantineRow> {
    Ok(QuarantineRow {
        id: id(row, "id", ItemId::from_bytes)?,
        bytes: row.get("bytes")?,
        reason: row.get("reason")?,
        at: row.get("at")?,
    })
}
