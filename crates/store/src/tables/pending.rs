use handrail_protocol::DocumentId;
use rusqlite::params;

use crate::{Read, StoreError, Tx, rows::id};

/// A change of a document that no item carries yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingRow {
    /// The change's own hash.
    pub hash: [u8; 32],
    /// The change, as the document engine wrote it.
    pub bytes: Vec<u8>,
    /// Unix ms.
    pub queued_at: i64,
}

impl Read<'_> {
    /// Documents with changes that wait to be packed, the longest waiting first.
    pub fn pending_documents(&self) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT document FROM pending_changes GROUP BY document ORDER BY min(position)";
        self.all(sql, (), |row| id(row, "document", DocumentId::from_bytes))
    }

    /// A document's waiting changes, oldest first.
    pub fn pending(&self, document: &DocumentId) -> Result<Vec<PendingRow>, StoreError> {
        let sql = "SELECT hash, bytes, queued_at FROM pending_changes WHERE document = ?1
            ORDER BY position";
        self.all(sql, [document.as_bytes()], |row| {
            Ok(PendingRow {
                hash: row.get("hash")?,
                bytes: row.get("bytes")?,
                queued_at: row.get("queued_at")?,
            })
        })
    }

    /// Hashes of a document's waiting changes, oldest first. Reads none of their bytes.
    pub fn pending_hashes(&self, document: &DocumentId) -> Result<Vec<[u8; 32]>, StoreError> {
        let sql = "SELECT hash FROM pending_changes WHERE document = ?1 ORDER BY position";
        self.all(sql, [document.as_bytes()], |row| row.get(0))
    }

    /// One waiting change.
    pub fn pending_change(
        &self,
        document: &DocumentId,
        hash: &[u8; 32],
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT bytes FROM pending_changes WHERE document = ?1 AND hash = ?2";
        self.first(sql, params![document.as_bytes(), hash], |row| row.get(0))
    }
}

impl Tx<'_> {
    /// Queues a change. `false` when it was queued already: nothing was written.
    pub fn add_pending(
        &self,
        document: &DocumentId,
        hash: &[u8; 32],
        bytes: &[u8],
        now: i64,
    ) -> Result<bool, StoreError> {
        let sql = "INSERT INTO pending_changes (document, hash, bytes, queued_at)
            VALUES (?1, ?2, ?3, ?4) ON CONFLICT (document, hash) DO NOTHING";
        let written = self.write(sql, params![document.as_bytes(), hash, bytes, now])?;
        Ok(written > 0)
    }

    /// Takes changes out of the queue, as an item carries them now.
    pub fn remove_pending(
        &self,
        document: &DocumentId,
        hashes: &[[u8; 32]],
    ) -> Result<(), StoreError> {
        for hash in hashes {
            let sql = "DELETE FROM pending_changes WHERE document = ?1 AND hash = ?2";
            self.write(sql, params![document.as_bytes(), hash])?;
        }
        Ok(())
    }
}
