//! What was stated in participants' records.

use handrail_protocol::{DeviceId, DocumentId};
use rusqlite::{Row, params};

use crate::{Read, StoreError, Tx, rows::id};

/// Something that was stated in a participant's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// ULID.
    pub id: String,
    /// In whose record.
    pub participant: DocumentId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// What kind of thing it says.
    pub code: String,
    /// ULID of what it is about; empty when it stands for itself.
    pub about: String,
    /// Unix ms, by the clock of the device.
    pub at: i64,
    /// Its place in the history of the record.
    pub step: i64,
    /// JSON.
    pub body: String,
}

impl Read<'_> {
    /// All that was stated in one participant's record, the first first.
    pub fn statements(&self, participant: &DocumentId) -> Result<Vec<StatementRow>, StoreError> {
        let sql = "SELECT * FROM statements WHERE participant = ?1 ORDER BY step, device, id";
        self.all(sql, [participant.as_bytes()], statement)
    }

    /// What was stated under a code in all records, the first of each record first.
    pub fn statements_of_code(&self, code: &str) -> Result<Vec<StatementRow>, StoreError> {
        let sql = "SELECT * FROM statements WHERE code = ?1
            ORDER BY participant, step, device, id";
        self.all(sql, [code], statement)
    }
}

impl Tx<'_> {
    /// Writes a statement, over what was there under its id in the same record.
    pub fn upsert_statement(&self, row: &StatementRow) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO statements
                (id, participant, device, code, about, at, step, body)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
            WHERE NOT EXISTS (SELECT 1 FROM statements WHERE id = ?1 AND participant <> ?2)";
        self.write(
            sql,
            params![
                row.id,
                row.participant.as_bytes(),
                row.device.as_bytes(),
                row.code,
                row.about,
                row.at,
                row.step,
                row.body,
            ],
        )?;
        Ok(())
    }
}

fn statement(row: &Row<'_>) -> rusqlite::Result<StatementRow> {
    Ok(StatementRow {
        id: row.get("id")?,
        participant: id(row, "participant", DocumentId::from_bytes)?,
        device: id(row, "device", DeviceId::from_bytes)?,
        code: row.get("code")?,
        about: row.get("about")?,
        at: row.get("at")?,
        step: row.get("step")?,
        body: row.get("body")?,
    })
}
