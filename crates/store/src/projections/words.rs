//! Words of records that are no contacts, and their index: entries of the plan, appointments, people
//! around a participant. What was taken back is not among them.

use handrail_protocol::DocumentId;
use rusqlite::params;

use crate::{StoreError, Tx};

/// What one record is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsRow {
    /// Its id.
    pub record: String,
    /// In whose record it stands.
    pub participant: DocumentId,
    /// Its words; empty when it is not to be found.
    pub words: String,
}

impl Tx<'_> {
    /// Says what a record is found by from now on.
    pub fn put_words(&self, row: &WordsRow) -> Result<(), StoreError> {
        let sql = "SELECT row, words, participant = ?2 AS here FROM record_words WHERE record = ?1";
        let by = params![row.record, row.participant.as_bytes()];
        let known: Option<(i64, String, bool)> = self.first(sql, by, |row| {
            Ok((row.get("row")?, row.get("words")?, row.get("here")?))
        })?;
        if let Some((at, words, is_here)) = known {
            // What stands in another's record stays as it is.
            if words == row.words || !is_here {
                return Ok(());
            }
            self.take_words_out(at, &words)?;
            self.write("DELETE FROM record_words WHERE row = ?1", [at])?;
        }
        if row.words.is_empty() {
            return Ok(());
        }
        self.write(
            "INSERT INTO record_words (record, participant, words) VALUES (?1, ?2, ?3)",
            params![row.record, row.participant.as_bytes(), row.words],
        )?;
        let sql = "INSERT INTO words_search (rowid, words) VALUES (?1, ?2)";
        self.write(sql, params![self.added_row(), row.words])?;
        Ok(())
    }

    /// Takes all words of a participant away.
    pub(crate) fn forget_words(&self, participant: &DocumentId) -> Result<(), StoreError> {
        let sql = "SELECT row, words FROM record_words WHERE participant = ?1";
        let all: Vec<(i64, String)> = self.all(sql, [participant.as_bytes()], |row| {
            Ok((row.get("row")?, row.get("words")?))
        })?;
        for (at, words) in &all {
            self.take_words_out(*at, words)?;
        }
        let sql = "DELETE FROM record_words WHERE participant = ?1";
        self.write(sql, [participant.as_bytes()])?;
        Ok(())
    }

    /// Empties table and index.
    pub(crate) fn forget_all_words(&self) -> Result<(), StoreError> {
        let sql = "INSERT INTO words_search (words_search) VALUES ('delete-all')";
        self.write(sql, ())?;
        self.write("DELETE FROM record_words", ())?;
        Ok(())
    }

    /// The index does not keep the text itself: it must be told what it had.
    fn take_words_out(&self, row: i64, words: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO words_search (words_search, rowid, words) VALUES ('delete', ?1, ?2)";
        self.write(sql, params![row, words])?;
        Ok(())
    }
}
