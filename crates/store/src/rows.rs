//! Between rows and values.

use rusqlite::{OptionalExtension, Params, Row};

use crate::{Read, StoreError, Tx};

impl Read<'_> {
    /// All rows of a query, as `make` reads each.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, make)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The first row, if there is one.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        make: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params, make).optional()?)
    }

    /// A count.
    pub(crate) fn count(&self, sql: &str, params: impl Params) -> Result<u64, StoreError> {
        let counted = self.first(sql, params, |row| number(row, "count"))?;
        Ok(counted.unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Writes; returns how many rows it touched.
    pub(crate) fn write(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }
}

/// SQLite's integers are signed; counters of ours are not.
pub(crate) fn stored(value: u64, column: &str) -> Result<i64, StoreError> {
    i64::try_from(value).map_err(|_| StoreError::row(column))
}

pub(crate) fn number(row: &Row<'_>, column: &str) -> rusqlite::Result<u64> {
    let index = row.as_ref().column_index(column)?;
    let value: i64 = row.get(index)?;
    u64::try_from(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(index, value))
}

pub(crate) fn optional_number(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<u64>> {
    match row.get::<_, Option<i64>>(column)? {
        Some(_) => number(row, column).map(Some),
        None => Ok(None),
    }
}

pub(crate) fn id<const N: usize, T>(
    row: &Row<'_>,
    column: &str,
    make: impl FnOnce([u8; N]) -> T,
) -> rusqlite::Result<T> {
    row.get::<_, [u8; N]>(column).map(make)
}

pub(crate) fn optional_id<const N: usize, T>(
    row: &Row<'_>,
    column: &str,
    make: impl FnOnce([u8; N]) -> T,
) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<[u8; N]>>(column)?.map(make))
}
