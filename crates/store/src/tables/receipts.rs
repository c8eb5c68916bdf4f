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

impl Read<'_> {
    /// Receipts of devices that hold the writer's items up to `n` at least, earliest first.
    pub fn receipts_for(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
        n: u64,
    ) -> Result<Vec<ReceiptRow>, StoreError> {
        let sql = "SELECT * FROM receipts
            WHERE document = ?1 AND device = ?2 AND incarnation = ?3 AND n >= ?4
            ORDER BY at, by_device";
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

    /// Everything one device says it holds.
    pub fn receipts_by(&self, by: &DeviceId) -> Result<Vec<ReceiptRow>, StoreError> {
        let sql = "SELECT * FROM receipts WHERE by_device = ?1
            ORDER BY document, device, incarnation";
        self.all(sql, [by.as_bytes()], receipt)
    }
}

impl Tx<'_> {
    /// Keeps a receipt. Only a higher counter replaces the one that was there.
    pub fn put_receipt(&self, row: &ReceiptRow) -> Result<(), StoreError> {
        let sql = "INSERT INTO receipts (by_device, document, device, incarnation, n, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (document, device, incarnation, by_device)
            DO UPDATE SET n = excluded.n, at = excluded.at WHERE excluded.n > receipts.n";
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
