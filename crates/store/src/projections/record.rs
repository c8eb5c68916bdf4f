use handrail_protocol::DocumentId;

use crate::{
    AccessRow, ConflictRow, EncounterRow, MilestoneRow, ParticipantRow, StatementRow, StoreError,
    Tx, WordsRow,
};

/// Everything that screens know of one participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantRecord {
    /// The participant.
    pub participant: ParticipantRow,
    /// Contacts, in any order.
    pub encounters: Vec<EncounterRow>,
    /// Turning points, in any order.
    pub milestones: Vec<MilestoneRow>,
    /// Who opened the record, in any order.
    pub accesses: Vec<AccessRow>,
    /// What was stated in the record, in any order.
    pub statements: Vec<StatementRow>,
    /// Open conflicts, in any order.
    pub conflicts: Vec<ConflictRow>,
    /// What else they are found by, in any order.
    pub words: Vec<WordsRow>,
}

impl Tx<'_> {
    /// Writes a participant's whole projection in place of what was there.
    pub fn replace_participant(&self, record: &ParticipantRecord) -> Result<(), StoreError> {
        let participant = &record.participant.participant;
        self.remove_records(participant)?;
        self.put_participant(&record.participant)?;
        // Search takes the note in the highest row for the newest.
        let mut encounters: Vec<&EncounterRow> = record.encounters.iter().collect();
        encounters.sort_by_key(|encounter| (encounter.at, &encounter.id));
        for encounter in encounters {
            self.add_encounter(encounter)?;
        }
        for milestone in &record.milestones {
            self.upsert_milestone(milestone)?;
        }
        for access in &record.accesses {
            self.upsert_access(access)?;
        }
        for statement in &record.statements {
            self.upsert_statement(statement)?;
        }
        for words in &record.words {
            self.put_words(words)?;
        }
        self.set_conflicts(participant, &record.conflicts)
    }

    /// Takes a participant out of lists, search and figures; the log keeps them.
    pub fn remove_participant(&self, participant: &DocumentId) -> Result<(), StoreError> {
        self.remove_records(participant)?;
        let params = [participant.as_bytes()];
        self.write(
            "DELETE FROM people_search WHERE rowid =
                (SELECT row FROM participants WHERE participant = ?1)",
            params,
        )?;
        self.write("DELETE FROM participants WHERE participant = ?1", params)?;
        Ok(())
    }

    /// Drops every cache: documents, projections, search. The log, the queue and the keys stay.
    pub fn clear_caches(&self) -> Result<(), StoreError> {
        self.forget_all_notes()?;
        self.forget_all_words()?;
        for sql in [
            "DELETE FROM documents",
            "DELETE FROM people_search",
            "DELETE FROM participants",
            "DELETE FROM encounters",
            "DELETE FROM milestones",
            "DELETE FROM accesses",
            "DELETE FROM statements",
            "DELETE FROM conflicts",
        ] {
            self.write(sql, ())?;
        }
        Ok(())
    }

    fn remove_records(&self, participant: &DocumentId) -> Result<(), StoreError> {
        self.forget_notes(participant)?;
        self.forget_words(participant)?;
        for sql in [
            "DELETE FROM encounters WHERE participant = ?1",
            "DELETE FROM milestones WHERE participant = ?1",
            "DELETE FROM accesses WHERE participant = ?1",
            "DELETE FROM statements WHERE participant = ?1",
            "DELETE FROM conflicts WHERE participant = ?1",
        ] {
            self.write(sql, [participant.as_bytes()])?;
        }
        Ok(())
    }
}
