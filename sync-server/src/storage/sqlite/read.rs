//! Reading, the same for the writer's connection and the readers'.

use handrail_protocol::id::{
    AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, Incarnation, ItemId, RelayIncarnation,
    RosterHash,
};
use handrail_protocol::roster::RosterHead;
use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::storage::{
    Covers, FeedHead, ItemRow, Place, ReadStorage, SnapshotRow, StorageError, Stream, Usage,
    Wrapped,
};

/// Whatever has a connection to read with.
pub trait Reading {
    fn connection(&self) -> &Connection;
}

/// SQLite's integers are signed; nothing here grows past them.
pub(super) fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}

const ROW: &str = "SELECT sequence, head, document, device, incarnation, n, document_key, \
                   snapshot, has_wraps, length FROM items WHERE agency = ";

fn item_row(row: &Row<'_>) -> rusqlite::Result<ItemRow> {
    Ok(ItemRow {
        sequence: unsigned(row, 0)?,
        head: FeedHead::from_bytes(row.get(1)?),
        stream: Stream {
            document: DocumentId::from_bytes(row.get(2)?),
            device: DeviceId::from_bytes(row.get(3)?),
            incarnation: Incarnation::from_bytes(row.get(4)?),
        },
        n: unsigned(row, 5)?,
        key: DocumentKeyId::from_bytes(row.get(6)?),
        snapshot: row.get(7)?,
        has_wraps: row.get(8)?,
        length: usize::try_from(row.get::<_, i64>(9)?).unwrap_or(0),
    })
}

/// The agency's number as a scalar query, so that every statement finds it by itself.
macro_rules! agency {
    () => {
        "(SELECT number FROM agencies WHERE id = ?1)"
    };
}

fn one<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, StorageError> {
    Ok(connection
        .prepare_cached(sql)?
        .query_row(parameters, read)
        .optional()?)
}

fn many<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StorageError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement
        .query_map(parameters, read)?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

fn covers_of(
    connection: &Connection,
    agency: AgencyId,
    sequence: u64,
) -> Result<Vec<Covers>, StorageError> {
    let sql = concat!(
        "SELECT device, incarnation, n FROM covers WHERE agency = ",
        agency!(),
        " AND sequence = ?2 ORDER BY device, incarnation"
    );
    many(
        connection,
        sql,
        (agency.as_bytes(), signed(sequence)),
        |row| {
            Ok(Covers {
                device: DeviceId::from_bytes(row.get(0)?),
                incarnation: Incarnation::from_bytes(row.get(1)?),
                n: unsigned(row, 2)?,
            })
        },
    )
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
            "{ROW}{} AND sequence > ?2 ORDER BY sequence LIMIT ?3",
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
            "{ROW}{} AND document = ?2 AND sequence > ?3 ORDER BY sequence LIMIT ?4",
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
            "SELECT sequence, document_key FROM items WHERE agency = ",
            agency!(),
            " AND document = ?2 AND snapshot = 1 ORDER BY sequence DESC LIMIT ?3"
        );
        let parameters = (agency.as_bytes(), document.as_bytes(), signed(limit as u64));
        let found = many(self.connection(), sql, parameters, |row| {
            Ok((unsigned(row, 0)?, DocumentKeyId::from_bytes(row.get(1)?)))
        })?;
        let row = |(sequence, key)| {
            let covers = covers_of(self.connection(), agency, sequence)?;
            let wraps = self.wraps_of(agency, sequence)?;
            Ok(SnapshotRow {
                sequence,
                key,
                covers,
                wraps,
            })
        };
        found.into_iter().map(row).collect()
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
