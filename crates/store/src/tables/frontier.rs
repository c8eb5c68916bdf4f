use handrail_protocol::{DeviceId, DocumentId, Incarnation, ItemId};
use rusqlite::{Row, params};

use crate::{
    Read, StoreError, Tx,
    rows::{id, number, stored},
};

/// A writer in a document and how far it got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writer {
    /// Document.
    pub document: DocumentId,
    /// Who wrote.
    pub device: DeviceId,
    /// In which open database.
    pub incarnation: Incarnation,
    /// Counter of the last item.
    pub n: u64,
    /// The last item.
    pub last: ItemId,
}

impl Writer {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            document: id(row, "document", DocumentId::from_bytes)?,
            device: id(row, "device", DeviceId::from_bytes)?,
            incarnation: id(row, "incarnation", Incarnation::from_bytes)?,
            n: number(row, "n")?,
            last: id(row, "last", ItemId::from_bytes)?,
        })
    }
}

impl Read<'_> {
    /// How far every writer was received and applied without a hole.
    pub fn frontier(&self) -> Result<Vec<Writer>, StoreError> {
        let sql = "SELECT * FROM frontier ORDER BY document, device, incarnation";
        self.all(sql, (), Writer::from_row)
    }

    /// Documents of which a later item of some writer is here while an earlier one is not.
    pub fn documents_with_holes(&self) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT DISTINCT i.document FROM
                (SELECT document, device, incarnation, max(n) AS n FROM items
                    GROUP BY document, device, incarnation) AS i
            LEFT JOIN frontier AS f ON f.document = i.document AND f.device = i.device
                AND f.incarnation = i.incarnation
            WHERE i.n > coalesce(f.n, 0)";
        self.all(sql, (), |row| id(row, "document", DocumentId::from_bytes))
    }

    /// The same for one document.
    pub fn frontier_of(&self, document: &DocumentId) -> Result<Vec<Writer>, StoreError> {
        let sql = "SELECT * FROM frontier WHERE document = ?1 ORDER BY device, incarnation";
        self.all(sql, [document.as_bytes()], Writer::from_row)
    }

    /// The same for one writer.
    pub fn frontier_at(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
    ) -> Result<Option<(u64, ItemId)>, StoreError> {
        let sql = "SELECT * FROM frontier
            WHERE document = ?1 AND device = ?2 AND incarnation = ?3";
        let params = params![
            document.as_bytes(),
            device.as_bytes(),
            incarnation.as_bytes()
        ];
        let writer = self.first(sql, params, Writer::from_row)?;
        Ok(writer.map(|writer| (writer.n, writer.last)))
    }
}

impl Tx<'_> {
    /// Moves a writer's frontier, forwards only: a lower counter changes nothing.
    pub fn set_frontier(&self, writer: &Writer) -> Result<(), StoreError> {
        let sql = "INSERT INTO frontier (document, device, incarnation, n, last)
            VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (document, device, incarnation)
            DO UPDATE SET n = excluded.n, last = excluded.last WHERE excluded.n > frontier.n";
        let n = stored(writer.n, "n")?;
        self.write(
            sql,
            params![
                writer.document.as_bytes(),
                writer.device.as_bytes(),
                writer.incarnation.as_bytes(),
                n,
                writer.last.as_bytes(),
            ],
        )?;
        Ok(())
    }

    /// Forgets how far a writer got, so that it can be set anew, lower or with another last
    /// item: this device's own unsent items were sealed again, or moved.
    pub fn remove_frontier(
        &self,
        document: &DocumentId,
        device: &DeviceId,
        incarnation: &Incarnation,
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM frontier WHERE document = ?1 AND device = ?2 AND incarnation = ?3";
        let params = params![
            document.as_bytes(),
            device.as_bytes(),
            incarnation.as_bytes()
        ];
        self.write(sql, params)?;
        Ok(())
    }
}
