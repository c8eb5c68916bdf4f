//! Who opened the records of participants.

use handrail_protocol::{DeviceId, DocumentId};
use rusqlite::{Row, params};

use crate::{Read, StoreError, Tx, rows::id};

/// Somebody opened a participant's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRow {
    /// ULID.
    pub id: String,
    /// Whose record.
    pub participant: DocumentId,
    /// On which device.
    pub device: DeviceId,
    /// Unix ms.
    pub at: i64,
}

impl Read<'_> {
    /// The newest accesses to one participant's record, newest first.
    pub fn accesses(
        &self,
        participant: &DocumentId,
        limit: u32,
    ) -> Result<Vec<AccessRow>, StoreError> {
        let sql = "SELECT * FROM accesses WHERE participant = ?1
            ORDER BY at DESC, id DESC LIMIT ?2";
        self.all(sql, params![participant.as_bytes(), limit], access)
    }

    /// The newest accesses to anybody's record, newest first.
    pub fn newest_accesses(&self, limit: u32) -> Result<Vec<AccessRow>, StoreError> {
        let sql = "SELECT * FROM accesses ORDER BY at DESC, id DESC LIMIT ?1";
        self.all(sql, [limit], access)
    }
}

impl Tx<'_> {
    /// Writes an access, over what was there under its id.
    pub fn upsert_access(&self, row: &AccessRow) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO accesses (id, participant, device, at)
            VALUES (?1, ?2, ?3, ?4)";
        self.write(
            sql,
            params![
                row.id,
                row.participant.as_bytes(),
                row.device.as_bytes(),
                row.at
            ],
        )?;
        Ok(())
    }
}

fn access(row: &Row<'_>) -> rusqlite::Result<AccessRow> {
    Ok(AccessRow {
        id: row.get("id")?,
        participant: id(row, "participant", DocumentId::from_bytes)?,
        device: id(row, "device", DeviceId::from_bytes)?,
        at: row.get("at")?,
    })
}
