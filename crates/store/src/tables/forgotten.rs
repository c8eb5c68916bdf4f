//! Orders to forget a participant.

use handrail_protocol::{DeviceId, DocumentId, Incarnation, ItemId};
use rusqlite::{Row, params};

use crate::{
    NewItem, Read, StoreError, Tx, Writer,
    rows::{id, number, optional_id, optional_number, stored},
};

/// An order, verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// The item that gives it.
    pub item: ItemId,
    /// The participant's document.
    pub document: DocumentId,
    /// Who gave it.
    pub device: DeviceId,
    /// In which open database.
    pub incarnation: Incarnation,
    /// The writer's counter in this document.
    pub n: u64,
    /// The writer's item before this one.
    pub prev: Option<ItemId>,
    /// As signed.
    pub bytes: Vec<u8>,
    /// The relay's number; `None` for one of this device that waited when it was carried out.
    pub seq: Option<u64>,
    /// Unix ms at which it was known here.
    pub known_at: i64,
    /// Unix ms at which nothing else of the participant was here any more.
    pub done_at: Option<i64>,
    /// Items of the document that came later and were not taken.
    pub late: u64,
}

impl Read<'_> {
    /// All orders, the newest first.
    pub fn orders(&self) -> Result<Vec<OrderRow>, StoreError> {
        let sql = "SELECT * FROM forgotten ORDER BY known_at DESC, item";
        self.all(sql, (), order)
    }

    /// Whether a document was ordered to be forgotten, and was.
    pub fn forgetting(&self, document: &DocumentId) -> Result<Option<bool>, StoreError> {
        let sql = "SELECT max(done_at) AS done_at, count(*) AS count FROM forgotten
            WHERE document = ?1";
        let found = self.first(sql, [document.as_bytes()], |row| {
            let done: Option<i64> = row.get("done_at")?;
            Ok((number(row, "count")? > 0, done.is_some()))
        })?;
        Ok(found.filter(|(any, _)| *any).map(|(_, done)| done))
    }

    /// Whether an order is kept that stands at this place of its writer's chain.
    pub fn is_order(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
        n: u64,
    ) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM forgotten
            WHERE document = ?1 AND device = ?2 AND incarnation = ?3 AND n = ?4";
        let (document, device) = (document.as_bytes(), device.as_bytes());
        // No place of an order is that great.
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let params = params![document, device, incarnation.as_bytes(), n];
        Ok(self.first(sql, params, |_| Ok(()))?.is_some())
    }

    /// Whether words about a participant stand here that nobody else was given: a change, an
    /// item without the relay's answer or one that it refused, a half-written form.
    pub fn has_unsent(&self, document: &DocumentId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 WHERE
            EXISTS (SELECT 1 FROM pending_changes WHERE document = ?1)
            OR EXISTS (SELECT 1 FROM items WHERE document = ?1 AND seq IS NULL AND kind < 2)
            OR EXISTS (SELECT 1 FROM drafts WHERE instr(key, ?2) > 0)";
        let params = params![document.as_bytes(), document.to_string()];
        Ok(self.first(sql, params, |_| Ok(()))?.is_some())
    }
}

impl Tx<'_> {
    /// Keeps an order. A known one stays as it is.
    pub fn put_order(&self, new: &NewItem<'_>) -> Result<(), StoreError> {
        let seq = new.seq.map(|seq| stored(seq, "seq")).transpose()?;
        let sql = "INSERT INTO forgotten (item, document, device, incarnation, n, prev, bytes, seq,
            known_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (item) DO NOTHING";
        self.write(
            sql,
            params![
                new.id.as_bytes(),
                new.document.as_bytes(),
                new.device.as_bytes(),
                new.incarnation.as_bytes(),
                stored(new.n, "n")?,
                new.prev.as_ref().map(ItemId::as_bytes),
                new.bytes,
                seq,
                new.received_at,
            ],
        )?;
        Ok(())
    }

    /// An own order was sealed anew before it was sent.
    pub fn replace_order(&self, old: &ItemId, new: &NewItem<'_>) -> Result<(), StoreError> {
        let sql = "UPDATE forgotten SET item = ?2, incarnation = ?3, n = ?4, prev = ?5, bytes = ?6
            WHERE item = ?1";
        self.write(
            sql,
            params![
                old.as_bytes(),
                new.id.as_bytes(),
                new.incarnation.as_bytes(),
                stored(new.n, "n")?,
                new.prev.as_ref().map(ItemId::as_bytes),
                new.bytes,
            ],
        )?;
        Ok(())
    }

    /// An item of a forgotten document came, and was not taken.
    pub fn count_late(&self, document: &DocumentId) -> Result<(), StoreError> {
        let sql = "UPDATE forgotten SET late = late + 1 WHERE document = ?1";
        self.write(sql, [document.as_bytes()])?;
        Ok(())
    }

    /// Carries out the orders about a document: nothing of it stays but they, and how far `own`
    /// wrote in it. `aside` are the items kept aside that belong to it.
    pub fn carry_out(
        &self,
        document: &DocumentId,
        own: &DeviceId,
        aside: &[ItemId],
        kind: u8,
        at: i64,
    ) -> Result<(), StoreError> {
        self.forget_participant(document, own, None)?;
        self.set_down_forgotten(document)?;
        for sql in [
            "DELETE FROM pending_changes WHERE document = ?1",
            // Who confirmed an order before this device heard of it did so all the same.
            "DELETE FROM receipt_steps WHERE document = ?1 AND NOT EXISTS (
                SELECT 1 FROM forgotten AS f WHERE f.document = ?1 AND f.device = receipt_steps.device
                AND f.incarnation = receipt_steps.incarnation AND f.n <= receipt_steps.n)",
            "DELETE FROM departures WHERE document = ?1",
            "DELETE FROM import_keys WHERE participant = ?1",
        ] {
            self.write(sql, [document.as_bytes()])?;
        }
        self.write(
            "DELETE FROM drafts WHERE instr(key, ?1) > 0",
            [document.to_string()],
        )?;
        for item in aside {
            self.release(item)?;
        }
        let orders = "SELECT * FROM forgotten WHERE document = ?1 ORDER BY n";
        for order in self.all(orders, [document.as_bytes()], order)? {
            self.insert_item(&NewItem {
                id: order.item,
                document: order.document,
                kind,
                device: order.device,
                incarnation: order.incarnation,
                n: order.n,
                prev: order.prev,
                seq: order.seq,
                bytes: &order.bytes,
                received_at: order.known_at,
            })?;
            self.set_frontier(&Writer {
                document: order.document,
                device: order.device,
                incarnation: order.incarnation,
                n: order.n,
                last: order.item,
            })?;
        }
        let sql = "UPDATE forgotten SET done_at = ?2 WHERE document = ?1 AND done_at IS NULL";
        self.write(sql, params![document.as_bytes(), at])?;
        // Words that were found by search stand in its index until it is written anew.
        self.write(
            "INSERT INTO note_search (note_search) VALUES ('optimize')",
            (),
        )?;
        self.write(
            "INSERT INTO words_search (words_search) VALUES ('optimize')",
            (),
        )?;
        self.write(
            "INSERT INTO people_search (people_search) VALUES ('optimize')",
            (),
        )?;
        Ok(())
    }
}

fn order(row: &Row<'_>) -> rusqlite::Result<OrderRow> {
    Ok(OrderRow {
        item: id(row, "item", ItemId::from_bytes)?,
        document: id(row, "document", DocumentId::from_bytes)?,
        device: id(row, "device", DeviceId::from_bytes)?,
        incarnation: id(row, "incarnation", Incarnation::from_bytes)?,
        n: number(row, "n")?,
        prev: optional_id(row, "prev", ItemId::from_bytes)?,
        bytes: row.get("bytes")?,
        seq: optional_number(row, "seq")?,
        known_at: row.get("known_at")?,
        done_at: row.get("done_at")?,
        late: number(row, "late")?,
    })
}
