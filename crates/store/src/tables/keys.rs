use handrail_protocol::{DocumentId, DocumentKeyId, GroupId};
use rusqlite::{Row, params};
use zeroize::Zeroizing;

use crate::{
    Read, StoreError, Tx,
    rows::{id, stored},
};

/// What adding a key did. Keys are only ever added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It was not here before.
    New,
    /// The same key was here.
    Known,
    /// Another key stands under that name. It stays; nothing was written.
    Differs,
}

/// A group's key of one epoch. No `Debug`: it is a secret.
pub struct GroupKeyRow {
    /// Group.
    pub group: GroupId,
    /// Epoch, from 1.
    pub epoch: u32,
    /// The key, wiped when dropped.
    pub key: Zeroizing<[u8; 32]>,
}

/// A document's key. No `Debug`: it is a secret.
pub struct DocumentKeyRow {
    /// Name of the key.
    pub key_id: DocumentKeyId,
    /// The key, wiped when dropped.
    pub key: Zeroizing<[u8; 32]>,
    /// Unix ms it came to this device.
    pub added_at: i64,
}

impl Read<'_> {
    /// The key of a group in an epoch.
    pub fn group_key(
        &self,
        group: &GroupId,
        epoch: u32,
    ) -> Result<Option<Zeroizing<[u8; 32]>>, StoreError> {
        let sql = "SELECT key FROM group_keys WHERE group_id = ?1 AND epoch = ?2";
        self.first(sql, params![group.as_bytes(), epoch], secret)
    }

    /// All group keys, by group, oldest epoch first.
    pub fn group_keys(&self) -> Result<Vec<GroupKeyRow>, StoreError> {
        let sql = "SELECT group_id, epoch, key FROM group_keys ORDER BY group_id, epoch";
        self.all(sql, (), |row| {
            Ok(GroupKeyRow {
                group: id(row, "group_id", GroupId::from_bytes)?,
                epoch: row.get("epoch")?,
                key: secret(row)?,
            })
        })
    }

    /// One key of a document.
    pub fn document_key(
        &self,
        document: &DocumentId,
        key_id: &DocumentKeyId,
    ) -> Result<Option<Zeroizing<[u8; 32]>>, StoreError> {
        let sql = "SELECT key FROM document_keys WHERE document = ?1 AND key_id = ?2";
        self.first(sql, params![document.as_bytes(), key_id.as_bytes()], secret)
    }

    /// The key of a document that was added last.
    pub fn newest_document_key(
        &self,
        document: &DocumentId,
    ) -> Result<Option<DocumentKeyRow>, StoreError> {
        Ok(self.document_keys(document)?.pop())
    }

    /// All keys of a document, in the order they were added.
    pub fn document_keys(&self, document: &DocumentId) -> Result<Vec<DocumentKeyRow>, StoreError> {
        let sql = "SELECT key_id, key, added_at FROM document_keys WHERE document = ?1
            ORDER BY added_as";
        self.all(sql, [document.as_bytes()], |row| {
            Ok(DocumentKeyRow {
                key_id: id(row, "key_id", DocumentKeyId::from_bytes)?,
                key: secret(row)?,
                added_at: row.get("added_at")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Adds the key of a group in an epoch.
    pub fn add_group_key(
        &self,
        group: &GroupId,
        epoch: u32,
        key: &[u8; 32],
    ) -> Result<Added, StoreError> {
        if let Some(held) = self.group_key(group, epoch)? {
            return Ok(compared(&held, key));
        }
        let sql = "INSERT INTO group_keys (group_id, epoch, key) VALUES (?1, ?2, ?3)";
        self.write(sql, params![group.as_bytes(), epoch, key])?;
        Ok(Added::New)
    }

    /// Forgets the keys of a group from before an epoch.
    pub fn forget_group_keys(&self, group: &GroupId, epoch: u32) -> Result<(), StoreError> {
        let sql = "DELETE FROM group_keys WHERE group_id = ?1 AND epoch < ?2";
        self.write(sql, params![group.as_bytes(), epoch])?;
        Ok(())
    }

    /// Adds a key of a document; it becomes the newest.
    pub fn add_document_key(
        &self,
        document: &DocumentId,
        key_id: &DocumentKeyId,
        key: &[u8; 32],
        now: i64,
    ) -> Result<Added, StoreError> {
        if let Some(held) = self.document_key(document, key_id)? {
            return Ok(compared(&held, key));
        }
        let before = self.count(
            "SELECT coalesce(max(added_as), 0) AS count FROM document_keys WHERE document = ?1",
            [document.as_bytes()],
        )?;
        let sql = "INSERT INTO document_keys (document, key_id, key, added_at, added_as)
            VALUES (?1, ?2, ?3, ?4, ?5)";
        let place = stored(before + 1, "added_as")?;
        self.write(
            sql,
            params![document.as_bytes(), key_id.as_bytes(), key, now, place],
        )?;
        Ok(Added::New)
    }
}

fn compared(held: &[u8; 32], offered: &[u8; 32]) -> Added {
    if held == offered {
        Added::Known
    } else {
        Added::Differs
    }
}

fn secret(row: &Row<'_>) -> rusqlite::Result<Zeroizing<[u8; 32]>> {
    row.get("key").map(Zeroizing::new)
}
