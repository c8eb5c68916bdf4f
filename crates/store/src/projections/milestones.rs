use handrail_protocol::{DocumentId, MemberId};
use rusqlite::{Row, named_params};

use crate::{
    Read, StoreError, Tx,
    rows::{id, optional_id},
};

/// A discharge, an intake, or another turning point. Texts are empty when unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneRow {
    /// ULID.
    pub id: String,
    /// Whose.
    pub participant: DocumentId,
    /// Code of what it is.
    pub kind: String,
    /// `YYYY-MM-DD`, if a day is known.
    pub on_date: Option<String>,
    /// Code of how firm it is.
    pub status: Option<String>,
    /// Day the status was set.
    pub status_day: Option<String>,
    /// Day it stopped being confirmed.
    pub reopened_day: Option<String>,
    /// Two devices set different statuses, and nobody chose yet.
    pub statuses_disagree: bool,
    /// Where.
    pub place: String,
    /// Member who recorded it.
    pub author_member: MemberId,
    /// Unix ms it was recorded.
    pub recorded_at: i64,
    /// Unix ms it was declared void.
    pub voided_at: Option<i64>,
    /// By whom.
    pub voided_by: Option<MemberId>,
    /// Why.
    pub void_reason: String,
}

impl Read<'_> {
    /// A participant's milestones, newest first, voided ones too.
    pub fn milestones(&self, participant: &DocumentId) -> Result<Vec<MilestoneRow>, StoreError> {
        let sql = "SELECT * FROM milestones WHERE participant = ?1
            ORDER BY recorded_at DESC, id DESC";
        self.all(sql, [participant.as_bytes()], milestone)
    }

    /// The milestones of all participants, by participant, newest first, without voided ones.
    pub fn all_milestones(&self) -> Result<Vec<MilestoneRow>, StoreError> {
        let sql = "SELECT * FROM milestones WHERE voided_at IS NULL
            ORDER BY participant, recorded_at DESC, id DESC";
        self.all(sql, (), milestone)
    }

    /// The milestones of one kind of all participants, newest first, voided ones too.
    pub fn milestones_of_kind(&self, kind: &str) -> Result<Vec<MilestoneRow>, StoreError> {
        let sql = "SELECT * FROM milestones WHERE kind = ?1 ORDER BY recorded_at DESC, id DESC";
        self.all(sql, [kind], milestone)
    }

    /// What stands and has a day from that one on (`YYYY-MM-DD`), of all participants.
    pub fn milestones_from(&self, first: &str) -> Result<Vec<MilestoneRow>, StoreError> {
        let sql = "SELECT * FROM milestones WHERE voided_at IS NULL AND on_date >= ?1
            ORDER BY on_date, id";
        self.all(sql, [first], milestone)
    }
}

impl Tx<'_> {
    /// Writes a milestone, over what was there under its id in the same record.
    pub fn upsert_milestone(&self, row: &MilestoneRow) -> Result<(), StoreError> {
        self.write(
            "INSERT OR REPLACE INTO milestones (id, participant, kind, on_date, status,
                status_day, reopened_day, statuses_disagree, place, author_member, recorded_at,
                voided_at, voided_by, void_reason)
            SELECT :id, :participant, :kind, :on_date, :status,
                :status_day, :reopened_day, :statuses_disagree, :place, :author_member,
                :recorded_at, :voided_at, :voided_by, :void_reason
            WHERE NOT EXISTS
                (SELECT 1 FROM milestones WHERE id = :id AND participant <> :participant)",
            named_params! {
                ":id": row.id,
                ":participant": row.participant.as_bytes(),
                ":kind": row.kind,
                ":on_date": row.on_date,
                ":status": row.status,
                ":status_day": row.status_day,
                ":reopened_day": row.reopened_day,
                ":statuses_disagree": row.statuses_disagree,
                ":place": row.place,
                ":author_member": row.author_member.as_bytes(),
                ":recorded_at": row.recorded_at,
                ":voided_at": row.voided_at,
                ":voided_by": row.voided_by.as_ref().map(MemberId::as_bytes),
                ":void_reason": row.void_reason,
            },
        )?;
        Ok(())
    }
}

fn milestone(row: &Row<'_>) -> rusqlite::Result<MilestoneRow> {
    Ok(MilestoneRow {
        id: row.get("id")?,
        participant: id(row, "participant", DocumentId::from_bytes)?,
        kind: row.get("kind")?,
        on_date: row.get("on_date")?,
        status: row.get("status")?,
        status_day: row.get("status_day")?,
        reopened_day: row.get("reopened_day")?,
        statuses_disagree: row.get("statuses_disagree")?,
        place: row.get("place")?,
        author_member: id(row, "author_member", MemberId::from_bytes)?,
        recorded_at: row.get("recorded_at")?,
        voided_at: row.get("voided_at")?,
        voided_by: optional_id(row, "voided_by", MemberId::from_bytes)?,
        void_reason: row.get("void_reason")?,
    })
}
