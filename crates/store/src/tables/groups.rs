use handrail_protocol::{DocumentId, DocumentKeyId, GroupId};
use rusqlite::params;

use crate::{
    Read, StoreError, Tx,
    rows::{id, stored},
};

/// A document with the first group that shared it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupedDocument {
    /// Document.
    pub document: DocumentId,
    /// Number of the document kind.
    pub kind: u8,
    /// Its home.
    pub group: GroupId,
}

/// Under what a document's key was wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyEpoch {
    /// Name of the key.
    pub key_id: DocumentKeyId,
    /// Group.
    pub group: GroupId,
    /// Its epoch.
    pub epoch: u32,
}

impl Read<'_> {
    /// The groups that share a document, its home first.
    pub fn document_groups(&self, document: &DocumentId) -> Result<Vec<GroupId>, StoreError> {
        let sql = "SELECT group_id FROM document_groups WHERE document = ?1 ORDER BY place";
        self.all(sql, [document.as_bytes()], |row| {
            id(row, "group_id", GroupId::from_bytes)
        })
    }

    /// Number of a document's kind; none for an unknown document.
    pub fn document_kind(&self, document: &DocumentId) -> Result<Option<u8>, StoreError> {
        let sql = "SELECT kind FROM document_groups WHERE document = ?1 ORDER BY place LIMIT 1";
        self.first(sql, [document.as_bytes()], |row| row.get("kind"))
    }

    /// Every document that this device knows, with its home.
    pub fn grouped_documents(&self) -> Result<Vec<GroupedDocument>, StoreError> {
        let sql = "SELECT document, kind, group_id FROM document_groups AS d WHERE place =
            (SELECT min(place) FROM document_groups WHERE document = d.document)";
        self.all(sql, (), |row| {
            Ok(GroupedDocument {
                document: id(row, "document", DocumentId::from_bytes)?,
                kind: row.get("kind")?,
                group: id(row, "group_id", GroupId::from_bytes)?,
            })
        })
    }

    /// Under what each key of a document was wrapped, oldest key first.
    pub fn key_epochs(&self, document: &DocumentId) -> Result<Vec<KeyEpoch>, StoreError> {
        let sql = "SELECT e.key_id, e.group_id, e.epoch FROM document_key_epochs AS e
            JOIN document_keys AS k ON k.document = e.document AND k.key_id = e.key_id
            WHERE e.document = ?1 ORDER BY k.added_as, e.group_id, e.epoch";
        self.all(sql, [document.as_bytes()], |row| {
            Ok(KeyEpoch {
                key_id: id(row, "key_id", DocumentKeyId::from_bytes)?,
                group: id(row, "group_id", GroupId::from_bytes)?,
                epoch: row.get("epoch")?,
            })
        })
    }

    /// Documents whose earlier items are still to be fetched.
    pub fn backfills(&self) -> Result<Vec<DocumentId>, StoreError> {
        self.all(
            "SELECT document FROM backfills ORDER BY document",
            (),
            |row| id(row, "document", DocumentId::from_bytes),
        )
    }
}

impl Tx<'_> {
    /// Makes a group share a document; the first one is its home. Doing it twice changes nothing.
    pub fn add_document_group(
        &self,
        document: &DocumentId,
        kind: u8,
        group: &GroupId,
    ) -> Result<(), StoreError> {
        let before = self.count(
            "SELECT coalesce(max(place), 0) AS count FROM document_groups WHERE document = ?1",
            [document.as_bytes()],
        )?;
        let place = stored(before + 1, "place")?;
        let sql = "INSERT INTO document_groups (document, group_id, kind, place)
            VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        self.write(
            sql,
            params![document.as_bytes(), group.as_bytes(), kind, place],
        )?;
        Ok(())
    }

    /// Notes under what a key that is here was wrapped.
    pub fn note_key_epoch(&self, document: &DocumentId, of: &KeyEpoch) -> Result<(), StoreError> {
        let sql = "INSERT INTO document_key_epochs (document, key_id, group_id, epoch)
            VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        let key = of.key_id.as_bytes();
        self.write(
            sql,
            params![document.as_bytes(), key, of.group.as_bytes(), of.epoch],
        )?;
        self.note_newest_wrap(document, &of.key_id, &of.group, of.epoch)
    }

    /// Says whether earlier items of a document are still to be fetched.
    pub fn set_backfill(&self, document: &DocumentId, wanted: bool) -> Result<(), StoreError> {
        let sql = if wanted {
            "INSERT INTO backfills (document) VALUES (?1) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM backfills WHERE document = ?1"
        };
        self.write(sql, [document.as_bytes()])?;
        Ok(())
    }
}
