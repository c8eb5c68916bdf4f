//! Encounters by day and by author, for duties and figures. Voided ones never count.

use handrail_protocol::{DocumentId, MemberId};
use rusqlite::params;

use super::encounters::{EncounterRow, encounter_row};
use crate::{
    Read, StoreError,
    rows::{id, number},
};

/// A day on which a participant was contacted, and with what outcome. One row for each
/// different outcome and kind of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactDay {
    /// With whom.
    pub participant: DocumentId,
    /// `YYYY-MM-DD`.
    pub local_date: String,
    /// Code of what came of it.
    pub outcome: String,
    /// Code of how it was made.
    pub kind: String,
}

/// How much a member wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuthorCount {
    /// Who.
    pub author_member: MemberId,
    /// Encounters.
    pub count: u64,
    /// Unix ms the newest was written.
    pub last_created_at: i64,
}

/// The newest contact of a participant with one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewestContact {
    /// Code of what came of it.
    pub outcome: String,
    /// Unix ms it happened.
    pub at: i64,
    /// Unix ms the newest of them was written.
    pub created_at: i64,
}

impl Read<'_> {
    /// The newest contact of a participant for each outcome.
    pub fn newest_contacts(
        &self,
        participant: &DocumentId,
    ) -> Result<Vec<NewestContact>, StoreError> {
        let sql = "SELECT outcome, max(at) AS at, max(created_at) AS created_at FROM encounters
            WHERE participant = ?1 AND voided_at IS NULL GROUP BY outcome";
        self.all(sql, [participant.as_bytes()], |row| {
            Ok(NewestContact {
                outcome: row.get("outcome")?,
                at: row.get("at")?,
                created_at: row.get("created_at")?,
            })
        })
    }

    /// Encounters of one day, earliest first.
    pub fn encounters_on(&self, local_date: &str) -> Result<Vec<EncounterRow>, StoreError> {
        let sql = "SELECT * FROM encounters WHERE local_date = ?1 AND voided_at IS NULL
            ORDER BY at, id";
        self.all(sql, [local_date], encounter_row)
    }

    /// Days of contact of all participants from a day on, by participant and day.
    pub fn contact_days(&self, from: &str) -> Result<Vec<ContactDay>, StoreError> {
        let sql = "SELECT DISTINCT participant, local_date, outcome, kind FROM encounters
            WHERE local_date >= ?1 AND voided_at IS NULL
            ORDER BY participant, local_date, outcome, kind";
        self.all(sql, [from], contact_day)
    }

    /// Days of contact of one participant from a day on, by day.
    pub fn contact_days_of(
        &self,
        participant: &DocumentId,
        from: &str,
    ) -> Result<Vec<ContactDay>, StoreError> {
        let sql = "SELECT DISTINCT participant, local_date, outcome, kind FROM encounters
            WHERE participant = ?1 AND local_date >= ?2 AND voided_at IS NULL
            ORDER BY local_date, outcome, kind";
        self.all(sql, params![participant.as_bytes(), from], contact_day)
    }

    /// How much each member wrote about the days from `from` to `to`, both included.
    pub fn encounters_by_author(
        &self,
        from: &str,
        to: &str,
    ) -> Result<Vec<AuthorCount>, StoreError> {
        let sql = "SELECT author_member, count(*) AS count, max(created_at) AS last_created_at
            FROM encounters WHERE local_date BETWEEN ?1 AND ?2 AND voided_at IS NULL
            GROUP BY author_member ORDER BY author_member";
        self.all(sql, [from, to], |row| {
            Ok(AuthorCount {
                author_member: id(row, "author_member", MemberId::from_bytes)?,
                count: number(row, "count")?,
                last_created_at: row.get("last_created_at")?,
            })
        })
    }
}

fn contact_day(row: &rusqlite::Row<'_>) -> rusqlite::Result<ContactDay> {
    Ok(ContactDay {
        participant: id(row, "participant", DocumentId::from_bytes)?,
        local_date: row.get("local_date")?,
        outcome: row.get("outcome")?,
        kind: row.get("kind")?,
    })
}
