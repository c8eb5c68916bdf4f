//! Who opened the records of participants, was let into them, or handed them over.

use handrail_protocol::{DeviceId, DocumentId, MemberId};
use rusqlite::{Row, params};

use crate::{
    Read, StoreError, Tx,
    rows::{id, optional_id},
};

/// Somebody opened a participant's record, was let into it, or handed the participant over.
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
    /// Who was let in; `None` when somebody opened it.
    pub guest: Option<GuestRow>,
    /// To whom the participant was handed over.
    pub handed_to: Option<MemberId>,
}

/// Somebody who may read a participant's record until an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestRow {
    /// Who.
    pub member: MemberId,
    /// Unix ms.
    pub until: i64,
    /// It was asked for in an emergency.
    pub emergency: bool,
    /// Why; empty when the reading was ended.
    pub reason: String,
}

impl Read<'_> {
    /// The newest accesses to one participant's record, newest first.
    pub fn accesses(
        &self,
        participant: &DocumentId,
        limit: u32,
    ) -> Result<Vec<AccessRow>, StoreError> {
        let sql = "SELECT * FROM accesses WHERE participant = ?1
            AND handed_to IS NULL ORDER BY at DESC, id DESC LIMIT ?2";
        self.all(sql, params![participant.as_bytes(), limit], access)
    }

    /// The newest accesses to anybody's record, and hand-overs, newest first.
    pub fn newest_accesses(&self, limit: u32) -> Result<Vec<AccessRow>, StoreError> {
        let sql = "SELECT * FROM accesses ORDER BY at DESC, id DESC LIMIT ?1";
        self.all(sql, [limit], access)
    }
}

impl Read<'_> {
    /// Every time that somebody was let into a participant's record, the first first.
    pub fn guests(&self, participant: &DocumentId) -> Result<Vec<AccessRow>, StoreError> {
        let sql = "SELECT * FROM accesses WHERE participant = ?1 AND guest IS NOT NULL
            ORDER BY at, id";
        self.all(sql, [participant.as_bytes()], access)
    }

    /// One access, by its ULID.
    pub fn access(&self, access_id: &str) -> Result<Option<AccessRow>, StoreError> {
        self.first("SELECT * FROM accesses WHERE id = ?1", [access_id], access)
    }
}

impl Tx<'_> {
    /// Writes an access, over what was there under its id in the same record.
    pub fn upsert_access(&self, row: &AccessRow) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO accesses (id, participant, device, at, guest, until,
                emergency, reason, handed_to)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
            WHERE NOT EXISTS (SELECT 1 FROM accesses WHERE id = ?1 AND participant <> ?2)";
        let guest = row.guest.as_ref();
        self.write(
            sql,
            params![
                row.id,
                row.participant.as_bytes(),
                row.device.as_bytes(),
                row.at,
                guest.map(|guest| guest.member.as_bytes()),
                guest.map(|guest| guest.until),
                guest.is_some_and(|guest| guest.emergency),
                guest.map(|guest| guest.reason.as_str()).unwrap_or_default(),
                row.handed_to.as_ref().map(MemberId::as_bytes),
            ],
        )?;
        Ok(())
    }
}

fn access(row: &Row<'_>) -> rusqlite::Result<AccessRow> {
    let member = optional_id(row, "guest", MemberId::from_bytes)?;
    let guest = member.map(|member| -> rusqlite::Result<GuestRow> {
        Ok(GuestRow {
            member,
            until: row.get("until")?,
            emergency: row.get("emergency")?,
            reason: row.get("reason")?,
        })
    });
    Ok(AccessRow {
        id: row.get("id")?,
        participant: id(row, "participant", DocumentId::from_bytes)?,
        device: id(row, "device", DeviceId::from_bytes)?,
        at: row.get("at")?,
        guest: guest.transpose()?,
        handed_to: optional_id(row, "handed_to", MemberId::from_bytes)?,
    })
}
