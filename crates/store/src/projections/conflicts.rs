use handrail_protocol::DocumentId;
use rusqlite::params;

use crate::{Read, StoreError, Tx, rows::id};

/// A field that two people wrote at once, until somebody chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictRow {
    /// In whose record.
    pub participant: DocumentId,
    /// ULID of the record, or `details`.
    pub record: String,
    /// Name of the field.
    pub field: String,
    /// The versions, as JSON that the engine writes and reads.
    pub versions: String,
}

impl Read<'_> {
    /// A participant's open conflicts.
    pub fn conflicts(&self, participant: &DocumentId) -> Result<Vec<ConflictRow>, StoreError> {
        let sql = "SELECT * FROM conflicts WHERE participant = ?1 ORDER BY record, field";
        self.all(sql, [participant.as_bytes()], |row| {
            Ok(ConflictRow {
                participant: id(row, "participant", DocumentId::from_bytes)?,
                record: row.get("record")?,
                field: row.get("field")?,
                versions: row.get("versions")?,
            })
        })
    }

    /// Open conflicts of all participants.
    pub fn conflict_count(&self) -> Result<u64, StoreError> {
        self.count("SELECT count(*) AS count FROM conflicts", ())
    }
}

impl Tx<'_> {
    /// Writes the open conflicts of a participant in place of those that were there. The
    /// participant named here holds, whatever a row says.
    pub fn set_conflicts(
        &self,
        participant: &DocumentId,
        conflicts: &[ConflictRow],
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM conflicts WHERE participant = ?1";
        self.write(sql, [participant.as_bytes()])?;
        self.add_conflicts(participant, conflicts)
    }

    /// Writes the open conflicts of one record in place of those that were there. The
    /// participant named here holds, whatever a row says.
    pub fn set_record_conflicts(
        &self,
        participant: &DocumentId,
        record: &str,
        conflicts: &[ConflictRow],
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM conflicts WHERE participant = ?1 AND record = ?2";
        self.write(sql, params![participant.as_bytes(), record])?;
        self.add_conflicts(participant, conflicts)
    }

    fn add_conflicts(
        &self,
        participant: &DocumentId,
        conflicts: &[ConflictRow],
    ) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO conflicts (participant, record, field, versions)
            VALUES (?1, ?2, ?3, ?4)";
        for row in conflicts {
            self.write(
                sql,
                params![participant.as_bytes(), row.record, row.field, row.versions],
            )?;
        }
        Ok(())
    }
}
