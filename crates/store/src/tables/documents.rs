use handrail_protocol::{DocumentId, GroupId};
use rusqlite::{Row, params};

use crate::{
    Read, StoreError, Tx,
    rows::{id, number, optional_id, stored},
};

/// A document as last saved: a cache. Items after `items_through` and pending changes may be
/// newer; applying them again does no harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// Document.
    pub document: DocumentId,
    /// Number of the document kind.
    pub kind: u8,
    /// Group that its key is wrapped to.
    pub group: Option<GroupId>,
    /// Position of the newest item that `saved` contains; 0 for none.
    pub items_through: u64,
    /// Hashes of its newest changes.
    pub heads: Vec<[u8; 32]>,
    /// The document, as the document engine saved it.
    pub saved: Vec<u8>,
}

/// A cached document without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentHead {
    /// Document.
    pub document: DocumentId,
    /// Number of the document kind.
    pub kind: u8,
    /// Group that its key is wrapped to.
    pub group: Option<GroupId>,
    /// Position of the newest item that the cache contains.
    pub items_through: u64,
    /// Hashes of its newest changes.
    pub heads: Vec<[u8; 32]>,
}

impl Read<'_> {
    /// One cached document.
    pub fn document(&self, document: &DocumentId) -> Result<Option<DocumentRow>, StoreError> {
        let sql = "SELECT * FROM documents WHERE document = ?1";
        self.first(sql, [document.as_bytes()], |row| {
            let head = head(row)?;
            Ok(DocumentRow {
                document: head.document,
                kind: head.kind,
                group: head.group,
                items_through: head.items_through,
                heads: head.heads,
                saved: row.get("saved")?,
            })
        })
    }

    /// All cached documents, without their bytes.
    pub fn documents(&self) -> Result<Vec<DocumentHead>, StoreError> {
        let sql = "SELECT document, kind, group_id, items_through, heads FROM documents
            ORDER BY document";
        self.all(sql, (), head)
    }
}

impl Tx<'_> {
    /// Caches a document, over what was there.
    pub fn put_document(&self, row: &DocumentRow) -> Result<(), StoreError> {
        let sql = "INSERT INTO documents (document, kind, group_id, items_through, heads, saved)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (document) DO UPDATE SET kind = excluded.kind,
                group_id = excluded.group_id, items_through = excluded.items_through,
                heads = excluded.heads, saved = excluded.saved";
        let through = stored(row.items_through, "items_through")?;
        self.write(
            sql,
            params![
                row.document.as_bytes(),
                row.kind,
                row.group.as_ref().map(GroupId::as_bytes),
                through,
                row.heads.concat(),
                row.saved,
            ],
        )?;
        Ok(())
    }

    /// Forgets a cached document.
    pub fn remove_document(&self, document: &DocumentId) -> Result<(), StoreError> {
        let sql = "DELETE FROM documents WHERE document = ?1";
        self.write(sql, [document.as_bytes()])?;
        Ok(())
    }
}

fn head(row: &Row<'_>) -> rusqlite::Result<DocumentHead> {
    let heads: Vec<u8> = row.get("heads")?;
    let (heads, _) = heads.as_chunks::<32>();
    Ok(DocumentHead {
        document: id(row, "document", DocumentId::from_bytes)?,
        kind: row.get("kind")?,
        group: optional_id(row, "group_id", GroupId::from_bytes)?,
        items_through: number(row, "items_through")?,
        heads: heads.to_vec(),
    })
}
