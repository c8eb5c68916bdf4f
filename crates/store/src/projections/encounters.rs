use handrail_protocol::{DeviceId, DocumentId, ItemId, MemberId};
use rusqlite::{Row, params};

use super::participants::{join, split};
use crate::{
    Read, StoreError, Tx,
    rows::{id, optional_id},
};

/// Leaves an encounter that is there as it is.
const ADD: &str = "INSERT INTO encounters (id, participant, kind, outcome, activities, at,
    offset_minutes, local_date, minutes, note, naloxone, miles, author_device, author_member,
    created_at, edited_at, voided_at, voided_by, void_reason, item, circumstances)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
    ?19, ?20, ?21) ON CONFLICT (id) DO NOTHING";

/// Writes over an encounter that is there, unless it stands in another participant's record: whoever
/// can write in one record must not be able to take a contact out of another.
const UPSERT: &str = "INSERT INTO encounters (id, participant, kind, outcome, activities, at,
    offset_minutes, local_date, minutes, note, naloxone, miles, author_device, author_member,
    created_at, edited_at, voided_at, voided_by, void_reason, item, circumstances)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
    ?19, ?20, ?21) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, outcome = excluded.outcome, activities = excluded.activities,
    at = excluded.at, offset_minutes = excluded.offset_minutes,
    local_date = excluded.local_date, minutes = excluded.minutes, note = excluded.note,
    naloxone = excluded.naloxone, miles = excluded.miles,
    author_device = excluded.author_device, author_member = excluded.author_member,
    created_at = excluded.created_at, edited_at = excluded.edited_at,
    voided_at = excluded.voided_at, voided_by = excluded.voided_by,
    void_reason = excluded.void_reason, item = excluded.item,
    circumstances = excluded.circumstances WHERE encounters.participant = excluded.participant";

/// A contact with a participant. Texts are empty when unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncounterRow {
    /// ULID.
    pub id: String,
    /// With whom.
    pub participant: DocumentId,
    /// Code of how.
    pub kind: String,
    /// Code of what came of it.
    pub outcome: String,
    /// Codes of what was done.
    pub activities: Vec<String>,
    /// Codes of what else is known of it.
    pub circumstances: Vec<String>,
    /// Unix ms it happened.
    pub at: i64,
    /// Minutes east of UTC, where it happened.
    pub offset_minutes: i32,
    /// `YYYY-MM-DD`, where it happened.
    pub local_date: String,
    /// How long.
    pub minutes: u32,
    /// Note.
    pub note: String,
    /// Naloxone kits given.
    pub naloxone: u32,
    /// Tenths of a mile.
    pub miles: u32,
    /// Device that wrote it.
    pub author_device: DeviceId,
    /// Member who wrote it.
    pub author_member: MemberId,
    /// Unix ms it was written.
    pub created_at: i64,
    /// Unix ms it was last changed.
    pub edited_at: Option<i64>,
    /// Unix ms it was declared void.
    pub voided_at: Option<i64>,
    /// By whom.
    pub voided_by: Option<MemberId>,
    /// Why.
    pub void_reason: String,
    /// The item that carries its newest change; `None` while that waits to be packed.
    pub item: Option<ItemId>,
}

impl Read<'_> {
    /// One encounter, voided or not.
    pub fn encounter(&self, encounter: &str) -> Result<Option<EncounterRow>, StoreError> {
        let sql = "SELECT * FROM encounters WHERE id = ?1";
        self.first(sql, [encounter], encounter_row)
    }

    /// A participant's encounters, newest first, voided ones too. `before` is the time and id of
    /// the last row of the page before.
    pub fn timeline(
        &self,
        participant: &DocumentId,
        before: Option<(i64, &str)>,
        limit: u32,
    ) -> Result<Vec<EncounterRow>, StoreError> {
        let (at, encounter) = before.unwrap_or((i64::MAX, "\u{10ffff}"));
        let sql = "SELECT * FROM encounters WHERE participant = ?1 AND (at, id) < (?2, ?3)
            ORDER BY at DESC, id DESC LIMIT ?4";
        self.all(
            sql,
            params![participant.as_bytes(), at, encounter, limit],
            encounter_row,
        )
    }

    /// How many encounters a participant has, voided ones too.
    pub fn timeline_count(&self, participant: &DocumentId) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) AS count FROM encounters WHERE participant = ?1";
        self.count(sql, [participant.as_bytes()])
    }

    /// Encounters that were written last, newest first, without voided ones.
    pub fn recent_encounters(&self, limit: u32) -> Result<Vec<EncounterRow>, StoreError> {
        let sql = "SELECT * FROM encounters WHERE voided_at IS NULL
            ORDER BY created_at DESC, id DESC LIMIT ?1";
        self.all(sql, [limit], encounter_row)
    }
}

impl Tx<'_> {
    /// Writes an encounter, over what was there under its id in the same record.
    pub fn upsert_encounter(&self, row: &EncounterRow) -> Result<(), StoreError> {
        let before = self.indexed(&row.id)?;
        if self.write_encounter(UPSERT, row)? == 0 {
            return Ok(());
        }
        let place = before.as_ref().map(|indexed| indexed.row);
        let note = row.voided_at.is_none().then_some(row.note.as_str());
        self.index_note(
            place.unwrap_or_else(|| self.added_row()),
            before.as_ref(),
            note,
        )
    }

    /// Writes an encounter of a participant who has no rows: it is hardly ever there already.
    pub(crate) fn add_encounter(&self, row: &EncounterRow) -> Result<(), StoreError> {
        if self.write_encounter(ADD, row)? == 0 {
            return self.upsert_encounter(row);
        }
        let note = row.voided_at.is_none().then_some(row.note.as_str());
        self.index_note(self.added_row(), None, note)
    }

    fn write_encounter(&self, sql: &str, row: &EncounterRow) -> Result<usize, StoreError> {
        self.write(
            sql,
            params![
                row.id,
                row.participant.as_bytes(),
                row.kind,
                row.outcome,
                join(&row.activities),
                row.at,
                row.offset_minutes,
                row.local_date,
                row.minutes,
                row.note,
                row.naloxone,
                row.miles,
                row.author_device.as_bytes(),
                row.author_member.as_bytes(),
                row.created_at,
                row.edited_at,
                row.voided_at,
                row.voided_by.as_ref().map(MemberId::as_bytes),
                row.void_reason,
                row.item.as_ref().map(ItemId::as_bytes),
                join(&row.circumstances),
            ],
        )
    }

    /// Says which item carries the newest change of these encounters.
    pub fn attach_item(
        &self,
        participant: &DocumentId,
        encounters: &[&str],
        item: &ItemId,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE encounters SET item = ?3 WHERE id = ?1 AND participant = ?2";
        for encounter in encounters {
            self.write(
                sql,
                params![encounter, participant.as_bytes(), item.as_bytes()],
            )?;
        }
        Ok(())
    }
}

pub(crate) fn encounter_row(row: &Row<'_>) -> rusqlite::Result<EncounterRow> {
    Ok(EncounterRow {
        id: row.get("id")?,
        participant: id(row, "participant", DocumentId::from_bytes)?,
        kind: row.get("kind")?,
        outcome: row.get("outcome")?,
        activities: split(&row.get::<_, String>("activities")?),
        circumstances: split(&row.get::<_, String>("circumstances")?),
        at: row.get("at")?,
        offset_minutes: row.get("offset_minutes")?,
        local_date: row.get("local_date")?,
        minutes: row.get("minutes")?,
        note: row.get("note")?,
        naloxone: row.get("naloxone")?,
        miles: row.get("miles")?,
        author_device: id(row, "author_device", DeviceId::from_bytes)?,
        author_member: id(row, "author_member", MemberId::from_bytes)?,
        created_at: row.get("created_at")?,
        edited_at: row.get("edited_at")?,
        voided_at: row.get("voided_at")?,
        voided_by: optional_id(row, "voided_by", MemberId::from_bytes)?,
        void_reason: row.get("void_reason")?,
        item: optional_id(row, "item", ItemId::from_bytes)?,
    })
}
