use handrail_protocol::{DeviceId, DocumentId, Incarnation, ItemId, ItemKind};
use rusqlite::{Row, params};

use crate::{
    Read, StoreError, Tx, Writer,
    rows::{id, number, optional_id, optional_number, stored},
};

/// An item to keep, its signature and place already verified.
#[derive(Debug, Clone, Copy)]
pub struct NewItem<'a> {
    /// Hash of the bytes.
    pub id: ItemId,
    /// Document it belongs to.
    pub document: DocumentId,
    /// Number of the item kind.
    pub kind: u8,
    /// Who wrote it.
    pub device: DeviceId,
    /// In which open database.
    pub incarnation: Incarnation,
    /// The writer's counter in this document, from 1.
    pub n: u64,
    /// The writer's item before this one.
    pub prev: Option<ItemId>,
    /// The relay's number, when it came from the relay; `None` while it waits to be sent.
    pub seq: Option<u64>,
    /// As signed.
    pub bytes: &'a [u8],
    /// Unix ms.
    pub received_at: i64,
}

/// An item of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// Place in this device's order of arrival; grows, is never used twice.
    pub position: u64,
    /// Hash of the bytes.
    pub id: ItemId,
    /// Document it belongs to.
    pub document: DocumentId,
    /// Number of the item kind.
    pub kind: u8,
    /// Who wrote it.
    pub device: DeviceId,
    /// In which open database.
    pub incarnation: Incarnation,
    /// The writer's counter in this document.
    pub n: u64,
    /// The writer's item before this one.
    pub prev: Option<ItemId>,
    /// The relay's number; `None` until it answered.
    pub seq: Option<u64>,
    /// As signed.
    pub bytes: Vec<u8>,
    /// Unix ms it was written or came here.
    pub received_at: i64,
    /// Unix ms of the relay's answer, for an item sent from here.
    pub sent_at: Option<i64>,
    /// The relay's reason for refusing it.
    pub refused: Option<u8>,
}

/// What the items of a document weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemCost {
    /// Document.
    pub document: DocumentId,
    /// Bytes of change items that came after the newest snapshot.
    pub change_bytes: u64,
    /// Bytes of the newest snapshot; 0 without one.
    pub snapshot_bytes: u64,
}

/// What keeping an item did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemInsert {
    /// It was not here before.
    New,
    /// It was here; the relay's number was filled in if it was missing.
    Known,
    /// Another item of the same writer bears the same counter. Nothing was written.
    CounterTaken(ItemId),
}

impl Read<'_> {
    /// One item.
    pub fn item(&self, item: &ItemId) -> Result<Option<ItemRow>, StoreError> {
        let sql = "SELECT * FROM items WHERE id = ?1";
        self.first(sql, [item.as_bytes()], item_row)
    }

    /// Says whether the item is here.
    pub fn has_item(&self, item: &ItemId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM items WHERE id = ?1";
        Ok(self.first(sql, [item.as_bytes()], |_| Ok(()))?.is_some())
    }

    /// Unix ms at which the newest item of a device was stored here.
    pub fn last_item_of(&self, device: &DeviceId) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT max(received_at) FROM items WHERE device = ?1";
        let newest = self.first(sql, [device.as_bytes()], |row| row.get(0))?;
        Ok(newest.flatten())
    }

    /// The item that bears a counter.
    pub fn item_at(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
        n: u64,
    ) -> Result<Option<ItemId>, StoreError> {
        let sql = "SELECT id FROM items
            WHERE document = ?1 AND device = ?2 AND incarnation = ?3 AND n = ?4";
        let n = stored(n, "n")?;
        self.first(
            sql,
            params![
                document.as_bytes(),
                device.as_bytes(),
                incarnation.as_bytes(),
                n
            ],
            |row| id(row, "id", ItemId::from_bytes),
        )
    }

    /// Whether an item of a device in a document is held, other than a receipt, which every device gives.
    pub fn has_written(
        &self,
        document: &DocumentId,
        device: &DeviceId,
    ) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM items WHERE document = ?1 AND device = ?2 AND kind <> ?3 LIMIT 1";
        let receipt = ItemKind::Receipt.number();
        let params = params![document.as_bytes(), device.as_bytes(), receipt];
        Ok(self.first(sql, params, |_| Ok(()))?.is_some())
    }

    /// A document's items that arrived after `after_position` (0 for all), in order of arrival.
    pub fn items_of(
        &self,
        document: &DocumentId,
        after_position: u64,
        limit: u32,
    ) -> Result<Vec<ItemRow>, StoreError> {
        let sql = "SELECT * FROM items WHERE document = ?1 AND position > ?2
            ORDER BY position LIMIT ?3";
        let after = stored(after_position, "position")?;
        self.all(sql, params![document.as_bytes(), after, limit], item_row)
    }

    /// A writer's items in a document from counter `from` on, by counter.
    pub fn items_from(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
        from: u64,
        limit: u32,
    ) -> Result<Vec<ItemRow>, StoreError> {
        let sql = "SELECT * FROM items
            WHERE document = ?1 AND device = ?2 AND incarnation = ?3 AND n >= ?4
            ORDER BY n LIMIT ?5";
        let from = stored(from, "n")?;
        self.all(
            sql,
            params![
                document.as_bytes(),
                device.as_bytes(),
                incarnation.as_bytes(),
                from,
                limit
            ],
            item_row,
        )
    }

    /// Of each document whose newest change item `device` wrote: bytes of the change items after
    /// the newest snapshot, and bytes of that snapshot. `change` and `snapshot` are the numbers of
    /// those kinds.
    pub fn item_costs(
        &self,
        device: &DeviceId,
        change: u8,
        snapshot: u8,
    ) -> Result<Vec<ItemCost>, StoreError> {
        let sql = "WITH newest AS (
                SELECT document,
                    max(CASE WHEN kind = ?2 THEN position END) AS change_at,
                    coalesce(max(CASE WHEN kind = ?3 THEN position END), 0) AS snapshot_at
                FROM items WHERE refused IS NULL GROUP BY document)
            SELECT n.document,
                (SELECT coalesce(sum(length(bytes)), 0) FROM items AS i WHERE i.document = n.document
                    AND i.position > n.snapshot_at AND i.kind = ?2) AS change_bytes,
                (SELECT coalesce(max(length(bytes)), 0) FROM items AS i
                    WHERE i.position = n.snapshot_at) AS snapshot_bytes
            FROM newest AS n JOIN items AS w ON w.position = n.change_at
            WHERE w.device = ?1 AND n.change_at > n.snapshot_at";
        self.all(sql, params![device.as_bytes(), change, snapshot], |row| {
            Ok(ItemCost {
                document: id(row, "document", DocumentId::from_bytes)?,
                change_bytes: number(row, "change_bytes")?,
                snapshot_bytes: number(row, "snapshot_bytes")?,
            })
        })
    }

    /// Documents that have items.
    pub fn item_documents(&self) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT DISTINCT document FROM items ORDER BY document";
        self.all(sql, (), |row| id(row, "document", DocumentId::from_bytes))
    }

    /// A writer's highest counter in a document and its item. Knows of compacted items too, if
    /// the frontier does, so that a counter is never used twice.
    pub fn highest(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
    ) -> Result<Option<(u64, ItemId)>, StoreError> {
        let sql = "SELECT n, id FROM items
                WHERE document = ?1 AND device = ?2 AND incarnation = ?3
            UNION ALL SELECT n, last FROM frontier
                WHERE document = ?1 AND device = ?2 AND incarnation = ?3
            ORDER BY n DESC LIMIT 1";
        self.first(
            sql,
            params![
                document.as_bytes(),
                device.as_bytes(),
                incarnation.as_bytes()
            ],
            |row| Ok((number(row, "n")?, id(row, "id", ItemId::from_bytes)?)),
        )
    }

    /// The highest counter held of every writer in every document.
    pub fn highest_all(&self) -> Result<Vec<Writer>, StoreError> {
        let sql = "SELECT document, device, incarnation, max(n) AS n, id AS last FROM items
            GROUP BY document, device, incarnation ORDER BY document, device, incarnation";
        self.all(sql, (), Writer::from_row)
    }
}

impl Tx<'_> {
    /// Keeps an item. The same item any number of times is one row.
    pub fn insert_item(&self, item: &NewItem<'_>) -> Result<ItemInsert, StoreError> {
        let seq = item.seq.map(|seq| stored(seq, "seq")).transpose()?;
        if self.has_item(&item.id)? {
            if seq.is_some() {
                self.write(
                    "UPDATE items SET seq = ?2, sent_at = ?3, refused = NULL
                        WHERE id = ?1 AND seq IS NULL",
                    params![item.id.as_bytes(), seq, item.received_at],
                )?;
            }
            return Ok(ItemInsert::Known);
        }
        let held = self.item_at(&item.document, &item.device, &item.incarnation, item.n)?;
        if let Some(held) = held {
            return Ok(ItemInsert::CounterTaken(held));
        }
        self.write(
            "INSERT INTO items (id, document, kind, device, incarnation, n, prev, seq, bytes,
                received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                item.id.as_bytes(),
                item.document.as_bytes(),
                item.kind,
                item.device.as_bytes(),
                item.incarnation.as_bytes(),
                stored(item.n, "n")?,
                item.prev.as_ref().map(ItemId::as_bytes),
                seq,
                item.bytes,
                item.received_at,
            ],
        )?;
        Ok(ItemInsert::New)
    }

    /// Removes items that a snapshot covers. Ids that are not here are passed over.
    pub fn remove_items(&self, items: &[ItemId]) -> Result<(), StoreError> {
        for item in items {
            self.write("DELETE FROM items WHERE id = ?1", [item.as_bytes()])?;
        }
        Ok(())
    }
}

pub(crate) fn item_row(row: &Row<'_>) -> rusqlite::Result<ItemRow> {
    Ok(ItemRow {
        position: number(row, "position")?,
        id: id(row, "id", ItemId::from_bytes)?,
        document: id(row, "document", DocumentId::from_bytes)?,
        kind: row.get("kind")?,
        device: id(row, "device", DeviceId::from_bytes)?,
        incarnation: id(row, "incarnation", Incarnation::from_bytes)?,
        n: number(row, "n")?,
        prev: optional_id(row, "prev", ItemId::from_bytes)?,
        seq: optional_number(row, "seq")?,
        bytes: row.get("bytes")?,
        received_at: row.get("received_at")?,
        sent_at: row.get("sent_at")?,
        refused: row.get("refused")?,
    })
}
