//! Reading, the same for the writer's connection and the readers'.

use handrail_protocol::id::{
    AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, ItemId, RelayIncarnation, RosterHash,
};
use handrail_protocol::item::Assignment;
use handrail_protocol::roster::RosterHead;
use rusqlite::{Connection, Row};

use super::query::{ITEM_ROW, agency, covers_of, item_row, many, one, signed, unsigned};
use crate::storage::{
    Assigned, Confirmed, FeedHead, ItemRow, Place, ReadStorage, SnapshotRow, StorageError, Stream,
    Usage, Wrapped,
};

/// Whatever has a connection to read with.
pub trait Reading {
    fn connection(&self) -> &Connection;
}

impl<R: Reading> ReadStorage for R {
    fn incarnation(&self) -> Result<RelayIncarnation, StorageError> {
        let sql = "SELECT incarnation FROM relay";
        one(self.connection(), sql, (), |row| {
            Ok(RelayIncarnation::from_bytes(row.get(0)?))
        })?
        .ok_or_else(|| StorageError::Damaged("the relay's own row is missing".to_owned()))
    }

    fn agency_count(&self) -> Result<u64, StorageError> {
        let count = one(
            self.connection(),
            "SELECT count(*) FROM agencies",
            (),
            |row| unsigned(row, 0),
        )?;
        Ok(count.unwrap_or(0))
    }

    fn roster_head(&self, agency: AgencyId) -> Result<Option<RosterHead>, StorageError> {
        let sql = concat!(
            "SELECT n, hash FROM roster WHERE agency = ",
            agency!(),
            " ORDER BY n DESC LIMIT 1"
        );
        one(self.connection(), sql, [agency.as_bytes()], |row| {
            Ok(RosterHead {
                n: unsigned(row, 0)?,
                hash: RosterHash::from_bytes(row.get(1)?),
            })
        })
    }

    fn roster_hash(&self, agency: AgencyId, n: u64) -> Result<Option<RosterHash>, StorageError> {
        let sql = concat!(
            "SELECT hash FROM roster WHERE agency = ",
            agency!(),
            " AND n = ?2"
        );
        one(
            self.connection(),
            sql,
            (agency.as_bytes(), signed(n)),
            |row| Ok(RosterHash::from_bytes(row.get(0)?)),
        )
    }

    fn roster_entries(
        &self,
        agency: AgencyId,
        from: u64,
        max_count: usize,
        max_bytes: usize,
    ) -> Result<Vec<Vec<u8>>, StorageError> {
        let sql = concat!(
            "SELECT bytes FROM roster WHERE agency = ",
            agency!(),
            " AND n >= ?2 ORDER BY n LIMIT ?3"
        );
        let mut statement = self.connection().prepare_cached(sql)?;
        let mut rows =
            statement.query((agency.as_bytes(), signed(from), signed(max_count as u64)))?;
        let mut entries: Vec<Vec<u8>> = Vec::new();
        let mut total = 0;
        while let Some(row) = rows.next()? {
            let bytes: Vec<u8> = row.get(0)?;
            total += bytes.len();
            if !entries.is_empty() && total > max_bytes {
                break;
            }
            entries.push(bytes);
        }
        Ok(entries)
    }

    fn last_place(&self, agency: AgencyId) -> Result<Place, StorageError> {
        let sql = "SELECT sequence, head FROM agencies WHERE id = ?1";
        let point = one(self.connection(), sql, [agency.as_bytes()], |row| {
            Ok(Place {
                sequence: unsigned(row, 0)?,
                head: FeedHead::from_bytes(row.get(1)?),
            })
        })?;
        Ok(point.unwrap_or(Place::START))
    }

    fn head_at(&self, agency: AgencyId, sequence: u64) -> Result<Option<FeedHead>, StorageError> {
        let sql = concat!(
            "SELECT head FROM items WHERE agency = ",
            agency!(),
            " AND sequence = ?2"
        );
        one(
            self.connection(),
            sql,
            (agency.as_bytes(), signed(sequence)),
            |row| Ok(FeedHead::from_bytes(row.get(0)?)),
        )
    }

    fn find_item(&self, agency: AgencyId, id: ItemId) -> Result<Option<u64>, StorageError> {
        let sql = concat!(
            "SELECT sequence FROM items WHERE agency = ",
            agency!(),
            " AND id = ?2"
        );
        one(
            self.connection(),
            sql,
            (agency.as_bytes(), id.as_bytes()),
            |row| unsigned(row, 0),
        )
    }

    fn holder(
        &self,
        agency: AgencyId,
        stream: Stream,
        n: u64,
    ) -> Result<Option<ItemId>, StorageError> {
        let sql = concat!(
            "SELECT id FROM items WHERE agency = ",
            agency!(),
            " AND document = ?2 AND device = ?3 AND incarnation = ?4 AND n = ?5"
        );
        let key = (
            agency.as_bytes(),
            stream.document.as_bytes(),
            stream.device.as_bytes(),
            stream.incarnation.as_bytes(),
            signed(n),
        );
        one(self.connection(), sql, key, |row| {
            Ok(ItemId::from_bytes(row.get(0)?))
        })
    }

    fn rows(
        &self,
        agency: AgencyId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<ItemRow>, StorageError> {
        let sql = format!(
            "{ITEM_ROW}{} AND sequence > ?2 ORDER BY sequence LIMIT ?3",
            agency!()
        );
        let parameters = (agency.as_bytes(), signed(after), signed(limit as u64));
        many(self.connection(), &sql, parameters, item_row)
    }

    fn document_rows(
        &self,
        agency: AgencyId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<ItemRow>, StorageError> {
        let sql = format!(
            "{ITEM_ROW}{} AND document = ?2 AND sequence > ?3 ORDER BY sequence LIMIT ?4",
            agency!()
        );
        let parameters = (
            agency.as_bytes(),
            document.as_bytes(),
            signed(after),
            signed(limit as u64),
        );
        many(self.connection(), &sql, parameters, item_row)
    }

    fn content(&self, agency: AgencyId, sequence: u64) -> Result<Option<Vec<u8>>, StorageError> {
        let sql = concat!(
            "SELECT bytes FROM contents WHERE position = (SELECT position FROM items WHERE agency = ",
            agency!(),
            " AND sequence = ?2)"
        );
        one(
            self.connection(),
            sql,
            (agency.as_bytes(), signed(sequence)),
            |row| row.get(0),
        )
    }

    fn key_groups(
        &self,
        agency: AgencyId,
        document: DocumentId,
        key: DocumentKeyId,
    ) -> Result<Vec<GroupId>, StorageError> {
        let sql = concat!(
            "SELECT DISTINCT group_id FROM wraps WHERE agency = ",
            agency!(),
            " AND document = ?2 AND document_key = ?3 ORDER BY group_id"
        );
        let parameters = (agency.as_bytes(), document.as_bytes(), key.as_bytes());
        many(self.connection(), sql, parameters, |row| {
            Ok(GroupId::from_bytes(row.get(0)?))
        })
    }

    fn document_groups(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<GroupId>, StorageError> {
        let sql = concat!(
            "SELECT DISTINCT group_id FROM wraps WHERE agency = ",
            agency!(),
            " AND document = ?2 ORDER BY group_id"
        );
        let parameters = (agency.as_bytes(), document.as_bytes());
        many(self.connection(), sql, parameters, |row| {
            Ok(GroupId::from_bytes(row.get(0)?))
        })
    }

    fn assignments(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<Assigned>, StorageError> {
        let sql = concat!(
            "SELECT sequence, generation, group_id FROM assignments WHERE agency = ",
            agency!(),
            " AND document = ?2 ORDER BY sequence"
        );
        let parameters = (agency.as_bytes(), document.as_bytes());
        many(self.connection(), sql, parameters, |row| {
            Ok(Assigned {
                sequence: unsigned(row, 0)?,
                assignment: Assignment {
                    generation: row.get(1)?,
                    group: GroupId::from_bytes(row.get(2)?),
                },
            })
        })
    }

    fn is_forgotten(&self, agency: AgencyId, document: DocumentId) -> Result<bool, StorageError> {
        let sql = concat!(
            "SELECT 1 FROM items WHERE agency = ",
            agency!(),
            " AND document = ?2 AND tombstone = 1 LIMIT 1"
        );
        let parameters = (agency.as_bytes(), document.as_bytes());
        Ok(one(self.connection(), sql, parameters, |_| Ok(()))?.is_some())
    }

    fn wraps_of(&self, agency: AgencyId, sequence: u64) -> Result<Vec<Wrapped>, StorageError> {
        let sql = concat!(
            "SELECT group_id, document_key FROM wraps WHERE agency = ",
            agency!(),
            " AND sequence = ?2 ORDER BY group_id, document_key"
        );
        many(
            self.connection(),
            sql,
            (agency.as_bytes(), signed(sequence)),
            |row| {
                Ok(Wrapped {
                    group: GroupId::from_bytes(row.get(0)?),
                    key: DocumentKeyId::from_bytes(row.get(1)?),
                })
            },
        )
    }

    fn snapshots(
        &self,
        agency: AgencyId,
        document: DocumentId,
        limit: usize,
    ) -> Result<Vec<SnapshotRow>, StorageError> {
        let sql = concat!(
            "SELECT sequence, id, device, at_ms, document_key FROM items WHERE agency = ",
            agency!(),
            " AND document = ?2 AND snapshot = 1 AND length > 0 ORDER BY sequence DESC LIMIT ?3"
        );
        let parameters = (agency.as_bytes(), document.as_bytes(), signed(limit as u64));
        let found = many(self.connection(), sql, parameters, |row| {
            Ok(SnapshotRow {
                sequence: unsigned(row, 0)?,
                id: ItemId::from_bytes(row.get(1)?),
                writer: DeviceId::from_bytes(row.get(2)?),
                at_ms: unsigned(row, 3)?,
                key: DocumentKeyId::from_bytes(row.get(4)?),
                covers: Vec::new(),
                wraps: Vec::new(),
            })
        })?;
        let whole = |mut row: SnapshotRow| {
            row.covers = covers_of(self.connection(), agency, row.sequence)?;
            row.wraps = self.wraps_of(agency, row.sequence)?;
            Ok(row)
        };
        found.into_iter().map(whole).collect()
    }

    fn contiguous(&self, agency: AgencyId, stream: Stream) -> Result<u64, StorageError> {
        let sql = concat!(
            "SELECT contiguous FROM streams WHERE agency = ",
            agency!(),
            " AND document = ?2 AND device = ?3 AND incarnation = ?4"
        );
        let key = (
            agency.as_bytes(),
            stream.document.as_bytes(),
            stream.device.as_bytes(),
            stream.incarnation.as_bytes(),
        );
        Ok(one(self.connection(), sql, key, |row| unsigned(row, 0))?.unwrap_or(0))
    }

    fn running_ms(&self) -> Result<u64, StorageError> {
        let sql = "SELECT running_ms FROM relay";
        Ok(one(self.connection(), sql, (), |row| unsigned(row, 0))?.unwrap_or(0))
    }

    fn next_confirmed(
        &self,
        after: Option<(AgencyId, DocumentId)>,
    ) -> Result<Option<(AgencyId, DocumentId)>, StorageError> {
        let (agency, document) = after.unzip();
        let agency = agency.map(|agency| *agency.as_bytes());
        let document = document.map(|document| *document.as_bytes());
        let sql = "SELECT a.id, c.document FROM agencies AS a \
                   JOIN confirmations AS c ON c.agency = a.number \
                   WHERE ?1 IS NULL OR (a.id, c.document) > (?1, ?2) \
                   ORDER BY a.id, c.document LIMIT 1";
        one(self.connection(), sql, (agency, document), |row| {
            let agency = AgencyId::from_bytes(row.get(0)?);
            Ok((agency, DocumentId::from_bytes(row.get(1)?)))
        })
    }

    fn confirmed(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<Confirmed>, StorageError> {
        let sql = concat!(
            "SELECT snapshot, device, at_ms FROM confirmations WHERE agency = ",
            agency!(),
            " AND document = ?2 ORDER BY snapshot, device"
        );
        let parameters = (agency.as_bytes(), document.as_bytes());
        many(self.connection(), sql, parameters, |row| {
            Ok(Confirmed {
                snapshot: ItemId::from_bytes(row.get(0)?),
                by: DeviceId::from_bytes(row.get(1)?),
                at_ms: unsigned(row, 2)?,
            })
        })
    }

    fn is_held(&self, agency: AgencyId, document: DocumentId) -> Result<bool, StorageError> {
        let sql = concat!(
            "SELECT 1 FROM holds WHERE agency = ",
            agency!(),
            " AND document = ?2 AND ended = 0 LIMIT 1"
        );
        let parameters = (agency.as_bytes(), document.as_bytes());
        Ok(one(self.connection(), sql, parameters, |_| Ok(()))?.is_some())
    }

    fn usage(&self, agency: AgencyId, device: Option<DeviceId>) -> Result<Usage, StorageError> {
        let read = |row: &Row<'_>| {
            Ok(Usage {
                items: unsigned(row, 0)?,
                bytes: unsigned(row, 1)?,
            })
        };
        let found = if let Some(device) = device {
            let sql = concat!(
                "SELECT items, bytes FROM usage WHERE agency = ",
                agency!(),
                " AND device = ?2"
            );
            one(
                self.connection(),
                sql,
                (agency.as_bytes(), device.as_bytes()),
                read,
            )?
        } else {
            let sql = "SELECT items, bytes FROM agencies WHERE id = ?1";
            one(self.connection(), sql, [agency.as_bytes()], read)?
        };
        Ok(found.unwrap_or_default())
    }
}
