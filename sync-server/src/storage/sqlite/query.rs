//! Pieces that the statements are made of.

use handrail_protocol::id::{AgencyId, DeviceId, DocumentId, DocumentKeyId, Incarnation};
use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::storage::{Covers, FeedHead, ItemRow, StorageError, Stream};

/// SQLite's integers are signed; nothing here grows past them.
pub(super) fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(super) fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}

/// Followed by the agency's number: what [`item_row`] reads.
pub(super) const ITEM_ROW: &str = "SELECT sequence, head, document, device, incarnation, n, document_key, \
                   snapshot, has_wraps, length, tombstone, receipt FROM items WHERE agency = ";

pub(super) fn item_row(row: &Row<'_>) -> rusqlite::Result<ItemRow> {
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
        tombstone: row.get(10)?,
        receipt: row.get(11)?,
    })
}

/// The agency's number as a scalar query, so that every statement finds it by itself.
macro_rules! agency {
    () => {
        "(SELECT number FROM agencies WHERE id = ?1)"
    };
}
pub(super) use agency;

/// The first row, if there is one.
pub(super) fn one<T>(
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

pub(super) fn many<T>(
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

pub(super) fn covers_of(
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
