//! Encounters by day and by author, for duties and figures. Voided ones never count.

use handrail_protocol::{DocumentId, MemberId};
use rusqlite::params;

use super::encounters::{EncounterRow, encounter_row};
use super::participants::split;
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
    /// So many that day.
    pub times: u32,
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

/// What a member wrote about one day, for each way and outcome of contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkDay {
    /// Who.
    pub author_member: MemberId,
    /// `YYYY-MM-DD`.
    pub local_date: String,
    /// Code of how it was made.
    pub kind: String,
    /// Code of what came of it.
    pub outcome: String,
    /// Minutes of all of them.
    pub minutes: u32,
}

impl Read<'_> {
    /// What each member wrote about each day from a day on. Contacts of the kind `together` that began at
    /// the same moment are one meeting, and its minutes are counted once.
    pub fn work_days(&self, from: &str, together: &str) -> Result<Vec<WorkDay>, StoreError> {
        let sql = "SELECT author_member, local_date, kind, outcome, sum(minutes) AS minutes
            FROM (SELECT author_member, local_date, kind, outcome, max(minutes) AS minutes
                FROM encounters WHERE local_date >= ?1 AND voided_at IS NULL
                GROUP BY author_member, local_date, kind, outcome,
                    CASE kind WHEN ?2 THEN CAST(at AS TEXT) ELSE id END)
            GROUP BY author_member, local_date, kind, outcome
            ORDER BY author_member, local_date, kind, outcome";
        self.all(sql, [from, together], |row| {
            Ok(WorkDay {
                author_member: id(row, "author_member", MemberId::from_bytes)?,
                local_date: row.get("local_date")?,
                kind: row.get("kind")?,
                outcome: row.get("outcome")?,
                minutes: row.get("minutes")?,
            })
        })
    }

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

    /// Encounters from `first` to `last`, both included, by day.
    pub fn encounters_between(
        &self,
        first: &str,
        last: &str,
    ) -> Result<Vec<EncounterRow>, StoreError> {
        let sql = "SELECT * FROM encounters WHERE local_date BETWEEN ?1 AND ?2
            AND voided_at IS NULL ORDER BY local_date, at, id";
        self.all(sql, [first, last], encounter_row)
    }

    /// Days of contact of all participants from a day on, by participant and day.
    pub fn contact_days(&self, from: &str) -> Result<Vec<ContactDay>, StoreError> {
        let sql = "SELECT participant, local_date, outcome, kind, count(*) AS times FROM encounters
            WHERE local_date >= ?1 AND voided_at IS NULL
            GROUP BY participant, local_date, outcome, kind
            ORDER BY participant, local_date, outcome, kind";
        self.all(sql, [from], contact_day)
    }

    /// Days of contact of one participant from a day on, by day.
    pub fn contact_days_of(
        &self,
        participant: &DocumentId,
        from: &str,
    ) -> Result<Vec<ContactDay>, StoreError> {
        let sql = "SELECT participant, local_date, outcome, kind, count(*) AS times FROM encounters
            WHERE participant = ?1 AND local_date >= ?2 AND voided_at IS NULL
            GROUP BY local_date, outcome, kind ORDER BY local_date, outcome, kind";
        self.all(sql, params![participant.as_bytes(), from], contact_day)
    }

    /// Each day on which a member made a contact or an attempt, once.
    pub fn days_at_work(&self) -> Result<Vec<(MemberId, String)>, StoreError> {
        let sql = "SELECT DISTINCT author_member, local_date FROM encounters
            WHERE voided_at IS NULL ORDER BY author_member, local_date";
        self.all(sql, (), |row| {
            let member = id(row, "author_member", MemberId::from_bytes)?;
            Ok((member, row.get("local_date")?))
        })
    }

    /// The intercept, 0 to 5, of each participant's newest contact of which one was said.
    pub fn newest_intercepts(&self) -> Result<Vec<(DocumentId, u8)>, StoreError> {
        const CODE: &str = "intercept_";
        let sql = "SELECT participant, circumstances FROM encounters
            WHERE voided_at IS NULL AND circumstances LIKE '%intercept__%'
            ORDER BY participant, at, id";
        let all = self.all(sql, (), |row| {
            let circumstances = split(&row.get::<_, String>("circumstances")?);
            let mut codes = circumstances.iter();
            let number = codes.find_map(|code| code.strip_prefix(CODE)?.parse().ok());
            Ok((id(row, "participant", DocumentId::from_bytes)?, number))
        })?;
        let mut newest: Vec<(DocumentId, u8)> = Vec::new();
        for (participant, number) in all {
            let Some(number) = number else {
                continue;
            };
            match newest.last_mut() {
                Some(last) if last.0 == participant => last.1 = number,
                _ => newest.push((participant, number)),
            }
        }
        Ok(newest)
    }

    /// Contacts of a member from a day on for which they drove, the newest first: ULID, `YYYY-MM-DD`
    /// and tenths of a mile.
    pub fn driven_by(
        &self,
        member: &MemberId,
        from: &str,
    ) -> Result<Vec<(String, String, u32)>, StoreError> {
        let sql = "SELECT id, local_date, miles FROM encounters
            WHERE local_date >= ?2 AND author_member = ?1 AND miles > 0 AND voided_at IS NULL
            ORDER BY local_date DESC, id DESC";
        self.all(sql, params![member.as_bytes(), from], |row| {
            Ok((row.get("id")?, row.get("local_date")?, row.get("miles")?))
        })
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
        times: row.get("times")?,
    })
}
