use handrail_protocol::{DeviceId, DocumentId, Incarnation};
use rusqlite::{Row, params};

use crate::{
    Read, StoreError, Tx,
    rows::{id, number, stored},
};

/// A device says that it holds a writer's items of a document up to a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Who says so.
    pub by: DeviceId,
    /// Document.
    pub document: DocumentId,
    /// Whose items.
    pub device: DeviceId,
    /// Of which incarnation.
    pub incarnation: Incarnation,
    /// Up to this counter.
    pub n: u64,
    /// Unix ms, by the clock of the device that says so.
    pub at: i64,
}

/// A chain of which others said that they hold more than is held here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vouched {
    /// Document.
    pub document: DocumentId,
    /// Whose items.
    pub device: DeviceId,
    /// Of which incarnation.
    pub incarnation: Incarnation,
    /// The highest counter that somebody said to hold.
    pub n: u64,
}

impl Read<'_> {
    /// When each device first said that it holds the writer's items up to `n` at least: one row
    /// for each device, earliest first.
    pub fn receipts_for(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
        n: u64,
    ) -> Result<Vec<ReceiptRow>, StoreError> {
        // The other columns are those of the row with the least time.
        let sql = "SELECT by_device, document, device, incarnation, n, min(at) AS at
            FROM receipt_steps
            WHERE document = ?1 AND device = ?2 AND incarnation = ?3 AND n >= ?4
            GROUP BY by_device ORDER BY at, by_device";
        let n = stored(n, "n")?;
        self.all(
            sql,
            params![
                document.as_bytes(),
                device.as_bytes(),
                incarnation.as_bytes(),
                n
            ],
            receipt,
        )
    }

    /// The most that one device said it holds of each chain.
    pub fn receipts_by(&self, by: &DeviceId) -> Result<Vec<ReceiptRow>, StoreError> {
        let sql = "SELECT * FROM receipts WHERE by_device = ?1
            ORDER BY document, device, incarnation";
        self.all(sql, [by.as_bytes()], receipt)
    }

    /// Chains of which another device than `own` said that it holds more than the frontier here.
    pub fn vouched_beyond(&self, own: &DeviceId) -> Result<Vec<Vouched>, StoreError> {
        let sql = "SELECT r.document, r.device, r.incarnation, max(r.n) AS n
            FROM receipts AS r LEFT JOIN frontier AS f ON f.document = r.document
                AND f.device = r.device AND f.incarnation = r.incarnation
            WHERE r.by_device != ?1 AND r.n > coalesce(f.n, 0)
            GROUP BY r.document, r.device, r.incarnation";
        self.all(sql, [own.as_bytes()], |row| {
            Ok(Vouched {
                document: id(row, "document", DocumentId::from_bytes)?,
                device: id(row, "device", DeviceId::from_bytes)?,
                incarnation: id(row, "incarnation", Incarnation::from_bytes)?,
                n: number(row, "n")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps a receipt, if it says more than the earlier ones of the same device. Those tell
    /// still when the items up to their counter were there.
    pub fn put_receipt(&self, row: &ReceiptRow) -> Result<(), StoreError> {
        let sql = "INSERT INTO receipt_steps (by_device, document, device, incarnation, n, at)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS (SELECT 1 FROM receipt_steps
                WHERE by_device = ?1 AND document = ?2 AND device = ?3 AND incarnation = ?4
                AND n >= ?5)";
        self.write_receipt(sql, row)?;
        self.put_newest_receipt(row)
    }

    /// Keeps only how much a device holds, not since when: for chains of which nobody here asks
    /// when they were reached.
    pub fn put_newest_receipt(&self, row: &ReceiptRow) -> Result<(), StoreError> {
        let sql = "INSERT INTO receipts (by_device, document, device, incarnation, n, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (document, device, incarnation, by_device)
            DO UPDATE SET n = excluded.n, at = excluded.at WHERE excluded.n > receipts.n";
        self.write_receipt(sql, row)
    }

    fn write_receipt(&self, sql: &str, row: &ReceiptRow) -> Result<(), StoreError> {
        let n = stored(row.n, "n")?;
        self.write(
            sql,
            params![
                row.by.as_bytes(),
                row.document.as_bytes(),
                row.device.as_bytes(),
                row.incarnation.as_bytes(),
                n,
                row.at,
            ],
        )?;
        Ok(())
    }
}

fn receipt(row: &Row<'_>) -> rusqlite::Result<ReceiptRow> {
    Ok(ReceiptRow {
        by: id(row, "by_device", DeviceId::from_bytes)?,
        document: id(row, "document", DocumentId::from_bytes)?,
        device: id(row, "device", DeviceId::from_bytes)?,
        incarnation: id(row, "incarnation", Incarnation::from_bytes)?,
        n: number(row, "n")?,
        at: row.get("at")?,
    })
}
