//! The index of notes, kept beside the rows in which they stand. A note of a voided record is not
//! in it.

use handrail_protocol::DocumentId;
use rusqlite::params;

use crate::{Read, StoreError, Tx};

/// Where an encounter stands, and the note that the index has of it.
pub(crate) struct Indexed {
    pub(crate) row: i64,
    note: Option<String>,
}

impl Read<'_> {
    /// What is indexed of an encounter; `None` when it is not known.
    pub(crate) fn indexed(&self, encounter: &str) -> Result<Option<Indexed>, StoreError> {
        let sql = "SELECT row, CASE WHEN voided_at IS NULL THEN note END AS note
            FROM encounters WHERE id = ?1";
        self.first(sql, [encounter], |row| {
            Ok(Indexed {
                row: row.get("row")?,
                note: row.get("note")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Says what an encounter is found by from now on; nothing when it is voided.
    pub(crate) fn index_note(
        &self,
        row: i64,
        before: Option<&Indexed>,
        now: Option<&str>,
    ) -> Result<(), StoreError> {
        let before = before.and_then(|indexed| indexed.note.as_deref());
        if before == now {
            return Ok(());
        }
        if let Some(note) = before {
            self.take_out(row, note)?;
        }
        if let Some(note) = now {
            let sql = "INSERT INTO note_search (rowid, note) VALUES (?1, ?2)";
            self.write(sql, params![row, note])?;
        }
        Ok(())
    }

    /// Takes all notes of a participant out of the index, before their rows go.
    pub(crate) fn forget_notes(&self, participant: &DocumentId) -> Result<(), StoreError> {
        let sql = "SELECT row, note FROM encounters WHERE participant = ?1 AND voided_at IS NULL";
        let notes: Vec<(i64, String)> = self.all(sql, [participant.as_bytes()], |row| {
            Ok((row.get("row")?, row.get("note")?))
        })?;
        notes
            .iter()
            .try_for_each(|(row, note)| self.take_out(*row, note))
    }

    /// Empties the index.
    pub(crate) fn forget_all_notes(&self) -> Result<(), StoreError> {
        let sql = "INSERT INTO note_search (note_search) VALUES ('delete-all')";
        self.write(sql, ())?;
        Ok(())
    }

    /// The index does not keep the text itself: it must be told what it had.
    fn take_out(&self, row: i64, note: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO note_search (note_search, rowid, note) VALUES ('delete', ?1, ?2)";
        self.write(sql, params![row, note])?;
        Ok(())
    }

    /// The row that was added last.
    pub(crate) fn added_row(&self) -> i64 {
        self.connection.last_insert_rowid()
    }
}
