use handrail_protocol::RosterHash;
use rusqlite::{Row, params};

use crate::{
    Read, StoreError, Tx,
    rows::{id, number, stored},
};

/// One verified entry of the agency's roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntryRow {
    /// Place in the chain, from 0.
    pub n: u64,
    /// Hash of the bytes.
    pub hash: RosterHash,
    /// As signed.
    pub bytes: Vec<u8>,
}

impl Read<'_> {
    /// The entries after `after` (all with `None`), in order.
    pub fn roster_entries(&self, after: Option<u64>) -> Result<Vec<RosterEntryRow>, StoreError> {
        let after = after.map_or(Ok(-1), |n| stored(n, "n"))?;
        let sql = "SELECT n, hash, bytes FROM roster WHERE n > ?1 ORDER BY n";
        self.all(sql, [after], entry)
    }

    /// Number and hash of the newest entry.
    pub fn roster_head(&self) -> Result<Option<(u64, RosterHash)>, StoreError> {
        let sql = "SELECT n, hash FROM roster ORDER BY n DESC LIMIT 1";
        self.first(sql, (), head)
    }
}

impl Tx<'_> {
    /// Adds the entry that follows the head. The same entry again changes nothing; any other
    /// number or hash is a `Row` error: the chain has no holes and is never rewritten.
    pub fn append_roster(&self, n: u64, hash: &RosterHash, bytes: &[u8]) -> Result<(), StoreError> {
        let number = stored(n, "n")?;
        let held = self.first("SELECT hash FROM roster WHERE n = ?1", [number], |row| {
            id(row, "hash", RosterHash::from_bytes)
        })?;
        if held.as_ref() == Some(hash) {
            return Ok(());
        }
        let expected = self.roster_head()?.map_or(0, |(newest, _)| newest + 1);
        if n != expected {
            return Err(StoreError::row("roster.n"));
        }
        let sql = "INSERT INTO roster (n, hash, bytes) VALUES (?1, ?2, ?3)";
        self.write(sql, params![number, hash.as_bytes(), bytes])?;
        Ok(())
    }
}

fn head(row: &Row<'_>) -> rusqlite::Result<(u64, RosterHash)> {
    Ok((number(row, "n")?, id(row, "hash", RosterHash::from_bytes)?))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<RosterEntryRow> {
    let (n, hash) = head(row)?;
    Ok(RosterEntryRow {
        n,
        hash,
        bytes: row.get("bytes")?,
    })
}
