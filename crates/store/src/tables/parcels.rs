//! What is handed over without the relay.

use handrail_protocol::{DeviceId, DocumentId, Incarnation, ItemId};
use rusqlite::{Row, params};

use super::items::item_row;
use crate::{
    ItemRow, NewItem, Read, StoreError, Tx,
    rows::{id, number, stored},
};

/// An item that this device carries for the relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedRow {
    /// Hash of the bytes.
    pub id: ItemId,
    /// As signed.
    pub bytes: Vec<u8>,
}

impl Read<'_> {
    /// Items carried for the relay, oldest first: at most `max_items`, at most `max_bytes`
    /// together, but one at least if there is any.
    pub fn carried(&self, max_items: u32, max_bytes: u64) -> Result<Vec<CarriedRow>, StoreError> {
        let sql = "SELECT id, bytes FROM carried ORDER BY position LIMIT ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([max_items])?;
        let mut page = Vec::new();
        let mut bytes = 0_u64;
        while let Some(row) = rows.next()? {
            let item = carried_row(row)?;
            bytes = bytes.saturating_add(item.bytes.len() as u64);
            if bytes > max_bytes && !page.is_empty() {
                break;
            }
            page.push(item);
        }
        Ok(page)
    }

    /// Those of one document.
    pub fn carried_of(&self, document: &DocumentId) -> Result<Vec<CarriedRow>, StoreError> {
        let sql = "SELECT id, bytes FROM carried WHERE document = ?1 ORDER BY position";
        self.all(sql, [document.as_bytes()], carried_row)
    }

    /// One of them.
    pub fn carried_item(&self, item: &ItemId) -> Result<Option<CarriedRow>, StoreError> {
        let sql = "SELECT id, bytes FROM carried WHERE id = ?1";
        self.first(sql, [item.as_bytes()], carried_row)
    }

    /// The lowest number of a chain that is carried.
    pub fn first_carried(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
    ) -> Result<Option<u64>, StoreError> {
        let sql = "SELECT n FROM carried
            WHERE document = ?1 AND device = ?2 AND incarnation = ?3 ORDER BY n LIMIT 1";
        let params = params![
            document.as_bytes(),
            device.as_bytes(),
            incarnation.as_bytes()
        ];
        self.first(sql, params, |row| number(row, "n"))
    }

    /// How many are carried, receipts aside: nobody wrote those.
    pub fn carried_count(&self) -> Result<u64, StoreError> {
        self.count("SELECT count(*) AS count FROM carried WHERE kind != 2", ())
    }

    /// Items of a device that were handed over in a parcel and have no answer of the relay.
    pub fn given(&self) -> Result<Vec<ItemId>, StoreError> {
        let sql = "SELECT id FROM items
            WHERE seq IS NULL AND refused IS NULL AND given_at IS NOT NULL ORDER BY position";
        self.all(sql, (), |row| id(row, "id", ItemId::from_bytes))
    }

    /// Items of a device that the relay has and that were written at `since` or later, newest
    /// first.
    pub fn sent_since(&self, device: &DeviceId, since: i64) -> Result<Vec<ItemRow>, StoreError> {
        let sql = "SELECT * FROM items WHERE device = ?1 AND seq IS NOT NULL AND refused IS NULL
            AND received_at >= ?2 ORDER BY position DESC";
        self.all(sql, params![device.as_bytes(), since], item_row)
    }
}

impl Tx<'_> {
    /// Keeps an item for the relay. A known one stays as it is; answers whether it was new.
    pub fn carry(&self, item: &NewItem<'_>) -> Result<bool, StoreError> {
        let sql =
            "INSERT INTO carried (id, document, kind, device, incarnation, n, bytes, taken_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO NOTHING";
        let written = self.write(
            sql,
            params![
                item.id.as_bytes(),
                item.document.as_bytes(),
                item.kind,
                item.device.as_bytes(),
                item.incarnation.as_bytes(),
                stored(item.n, "n")?,
                item.bytes,
                item.received_at,
            ],
        )?;
        Ok(written > 0)
    }

    /// The relay has the item, or will never take it. Answers whether it was carried.
    pub fn set_down(&self, item: &ItemId) -> Result<bool, StoreError> {
        let sql = "DELETE FROM carried WHERE id = ?1";
        Ok(self.write(sql, [item.as_bytes()])? > 0)
    }

    /// Nothing of a document is carried any more but orders to forget it (items of kind 3).
    pub fn set_down_forgotten(&self, document: &DocumentId) -> Result<(), StoreError> {
        let sql = "DELETE FROM carried WHERE document = ?1 AND kind != 3";
        self.write(sql, [document.as_bytes()])?;
        Ok(())
    }

    /// An own item is in a parcel: its bytes stay.
    pub fn mark_given(&self, item: &ItemId, at: i64) -> Result<(), StoreError> {
        let sql = "UPDATE items SET given_at = ?2 WHERE id = ?1 AND given_at IS NULL";
        self.write(sql, params![item.as_bytes(), at])?;
        Ok(())
    }
}

fn carried_row(row: &Row<'_>) -> rusqlite::Result<CarriedRow> {
    Ok(CarriedRow {
        id: id(row, "id", ItemId::from_bytes)?,
        bytes: row.get("bytes")?,
    })
}
