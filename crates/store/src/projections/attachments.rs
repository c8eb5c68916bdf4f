//! Which item carries the newest change of an encounter.

use handrail_protocol::{DocumentId, ItemId};
use rusqlite::params;

use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// Encounters of a participant whose newest change is in no item yet.
    pub fn unattached_encounters(
        &self,
        participant: &DocumentId,
    ) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT id FROM encounters WHERE participant = ?1 AND item IS NULL";
        self.all(sql, [participant.as_bytes()], |row| row.get("id"))
    }
}

impl Tx<'_> {
    /// What one item carried is now carried by another.
    pub fn reattach_item(&self, from: &ItemId, to: &ItemId) -> Result<(), StoreError> {
        let sql = "UPDATE encounters SET item = ?2 WHERE item = ?1";
        self.write(sql, params![from.as_bytes(), to.as_bytes()])?;
        Ok(())
    }
}
