use handrail_protocol::{DeviceId, DocumentId, GroupId, Incarnation, ItemId};
use rusqlite::{Row, params};

use super::items::item_row;
use crate::{
    ItemRow, Read, ReceiptRow, StoreError, Tx,
    rows::{id, number, stored},
};

/// What has not left this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Changes not yet packed into an item.
    pub pending_changes: u64,
    /// Items without the relay's answer, receipts aside: nobody wrote those.
    pub items: u64,
    /// Bytes of both.
    pub bytes: u64,
}

/// The content that the relay answered for last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSent {
    /// Item.
    pub item: ItemId,
    /// Its document.
    pub document: DocumentId,
    /// Its writer.
    pub device: DeviceId,
    /// Its writer's incarnation.
    pub incarnation: Incarnation,
    /// Its counter.
    pub n: u64,
    /// The relay's number.
    pub seq: u64,
    /// Unix ms of the answer.
    pub sent_at: i64,
}

/// How far an item got, with the evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDelivery {
    /// The relay's number; `None` until it answered.
    pub seq: Option<u64>,
    /// Unix ms of the relay's answer, for an item sent from here.
    pub sent_at: Option<i64>,
    /// The relay's reason for refusing it.
    pub refused: Option<u8>,
    /// Receipts of devices that hold it, earliest first.
    pub receipts: Vec<ReceiptRow>,
}

impl Read<'_> {
    /// Items that wait for the relay's answer, oldest first: at most `max_items`, at most
    /// `max_bytes` together, but one at least if any waits.
    pub fn unsent(&self, max_items: u32, max_bytes: u64) -> Result<Vec<ItemRow>, StoreError> {
        let sql = "SELECT * FROM items WHERE seq IS NULL AND refused IS NULL
            ORDER BY position LIMIT ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([max_items])?;
        let mut page = Vec::new();
        let mut bytes = 0_u64;
        while let Some(row) = rows.next()? {
            let item = item_row(row)?;
            bytes = bytes.saturating_add(item.bytes.len() as u64);
            if bytes > max_bytes && !page.is_empty() {
                break;
            }
            page.push(item);
        }
        Ok(page)
    }

    /// What has not left this device.
    pub fn waiting(&self) -> Result<Waiting, StoreError> {
        let sql = "SELECT
                (SELECT count(*) FROM pending_changes) AS changes,
                (SELECT coalesce(sum(length(bytes)), 0) FROM pending_changes) AS change_bytes,
                count(*) AS items,
                coalesce(sum(length(bytes)), 0) AS item_bytes
            FROM items WHERE seq IS NULL AND refused IS NULL AND kind != 2";
        let waiting = self.first(sql, (), |row| {
            Ok(Waiting {
                pending_changes: number(row, "changes")?,
                items: number(row, "items")?,
                bytes: number(row, "change_bytes")?.saturating_add(number(row, "item_bytes")?),
            })
        })?;
        Ok(waiting.unwrap_or_default())
    }

    /// What somebody wrote here about people that can go nowhere any more: changes under no key,
    /// changes that the relay refused, and drafts, but for forms of the groups and of the directory.
    pub fn left_behind(&self) -> Result<u64, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM pending_changes)
                + (SELECT count(*) FROM items WHERE refused IS NOT NULL AND kind = 0)
                + (SELECT count(*) FROM drafts
                    WHERE key NOT LIKE 'group:%' AND key NOT LIKE 'resource:%') AS count";
        self.count(sql, ())
    }

    /// Items that the relay refused.
    pub fn refused_count(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) AS count FROM items WHERE refused IS NOT NULL";
        self.count(sql, ())
    }

    /// Of the changes to participants' documents that `own` wrote: the item that the relay
    /// answered for last.
    pub fn last_sent(&self, own: &DeviceId) -> Result<Option<LastSent>, StoreError> {
        let sql = "SELECT * FROM items AS i
            WHERE i.sent_at IS NOT NULL AND i.kind = 0 AND i.seq IS NOT NULL AND i.device = ?1
            AND EXISTS (SELECT 1 FROM document_groups WHERE document = i.document AND kind = 3)
            ORDER BY i.sent_at DESC, i.position DESC LIMIT 1";
        self.first(sql, [own.as_bytes()], last_sent)
    }

    /// Whether `own` wrote something into a participant's document at home in `home` that none
    /// of these devices said to hold.
    pub fn is_unreached(
        &self,
        own: &DeviceId,
        home: &GroupId,
        readers: &[DeviceId],
    ) -> Result<bool, StoreError> {
        let marks = vec!["?"; readers.len()].join(", ");
        let sql = format!(
            "SELECT 1 FROM document_groups AS d
                JOIN frontier AS f ON f.document = d.document AND f.device = ?
            WHERE d.group_id = ? AND d.kind = 3 AND d.place =
                (SELECT min(place) FROM document_groups WHERE document = d.document)
            AND NOT EXISTS (SELECT 1 FROM forgotten AS g WHERE g.document = d.document
                AND g.done_at IS NOT NULL AND g.device != f.device)
            AND NOT EXISTS (SELECT 1 FROM receipts AS r WHERE r.document = f.document
                AND r.device = f.device AND r.incarnation = f.incarnation AND r.n >= f.n
                AND r.by_device IN ({marks})) LIMIT 1"
        );
        let ids = [own.as_bytes(), home.as_bytes()]
            .into_iter()
            .chain(readers.iter().map(DeviceId::as_bytes));
        let found = self.first(&sql, rusqlite::params_from_iter(ids), |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// How far an item got; `None` when it is not here.
    pub fn delivery_of(&self, item: &ItemId) -> Result<Option<ItemDelivery>, StoreError> {
        let Some(row) = self.item(item)? else {
            return Ok(None);
        };
        let receipts = self.receipts_for(&row.document, &row.device, &row.incarnation, row.n)?;
        Ok(Some(ItemDelivery {
            seq: row.seq,
            sent_at: row.sent_at,
            refused: row.refused,
            receipts,
        }))
    }
}

impl Tx<'_> {
    /// The relay holds the item, under this number.
    pub fn mark_sent(&self, item: &ItemId, seq: u64, at: i64) -> Result<(), StoreError> {
        let sql = "UPDATE items SET seq = ?2, sent_at = ?3, refused = NULL WHERE id = ?1";
        let seq = stored(seq, "seq")?;
        self.write(sql, params![item.as_bytes(), seq, at])?;
        Ok(())
    }

    /// The relay refused the item. It stays in the log and is not offered again by itself.
    pub fn mark_refused(&self, item: &ItemId, reason: u8) -> Result<(), StoreError> {
        let sql = "UPDATE items SET refused = ?2 WHERE id = ?1 AND seq IS NULL";
        self.write(sql, params![item.as_bytes(), reason])?;
        Ok(())
    }

    /// Offers the item to the relay again, whoever wrote it: the relay lost it, or the reason
    /// for refusing it is gone.
    pub fn requeue_item(&self, item: &ItemId) -> Result<(), StoreError> {
        let sql = "UPDATE items SET seq = NULL, sent_at = NULL, refused = NULL WHERE id = ?1";
        self.write(sql, [item.as_bytes()])?;
        Ok(())
    }
}

fn last_sent(row: &Row<'_>) -> rusqlite::Result<LastSent> {
    Ok(LastSent {
        item: id(row, "id", ItemId::from_bytes)?,
        document: id(row, "document", DocumentId::from_bytes)?,
        device: id(row, "device", DeviceId::from_bytes)?,
        incarnation: id(row, "incarnation", Incarnation::from_bytes)?,
        n: number(row, "n")?,
        seq: number(row, "seq")?,
        sent_at: row.get("sent_at")?,
    })
}
