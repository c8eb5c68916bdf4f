//! Bringing a caseload in from a CSV file, as spreadsheets and other systems write it.
//!
//! [`sniff`] looks at a file and proposes what its columns mean; [`rows`] reads it with the columns
//! that the person confirmed. A bad row never stops the good ones, and every line number is the
//! line of the file as a text editor counts it.

mod columns;
mod dates;
mod decode;
mod rows;
mod table;
mod values;

pub use columns::{ColumnMapping, ImportField};
pub use decode::TextEncoding;
pub use rows::{ImportRows, ImportedParticipant, RowError, RowReason, RowWarning, rows};
pub use table::Delimiter;

use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use table::Table;

/// Largest file that is read, in bytes.
pub const IMPORT_MAX_BYTES: usize = 10 * 1024 * 1024;
/// The most rows that one file may have, without its header.
pub const IMPORT_MAX_ROWS: usize = 5_000;
/// The most columns that one file may have.
pub const IMPORT_MAX_COLUMNS: usize = 200;

/// How many rows a preview shows.
const SAMPLE_ROWS: usize = 5;

/// What a file looks like, and what its columns probably mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// How its text is encoded.
    pub encoding: TextEncoding,
    /// What stands between its columns.
    pub delimiter: Delimiter,
    /// The names of its columns, made different from each other where they were not.
    pub headers: Vec<String>,
    /// Its first rows, at most five.
    pub sample: Vec<Vec<String>>,
    /// How many rows it has, without the header and empty ones.
    pub rows: u32,
    /// What the columns probably mean.
    pub suggested: ColumnMapping,
}

/// A file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ImportError {
    /// There is nothing in it.
    #[error("this file is empty: choose the file with your caseload")]
    Empty,
    /// It has a header and nothing else.
    #[error("this file has column names but no rows")]
    HeaderOnly,
    /// It is larger than [`IMPORT_MAX_BYTES`].
    #[error("this file is too large ({found} bytes, at most {limit}): split it into smaller files")]
    TooLarge {
        /// The most bytes.
        limit: usize,
        /// The bytes that it has.
        found: usize,
    },
    /// It has more rows than [`IMPORT_MAX_ROWS`].
    #[error("this file has {found} rows; at most {limit} can be brought in at once: split it")]
    TooManyRows {
        /// The most rows.
        limit: usize,
        /// The rows that it has.
        found: usize,
    },
    /// It has more columns than [`IMPORT_MAX_COLUMNS`].
    #[error(
        "this file has {found} columns, at most {limit} can be read: remove those you do not need"
    )]
    TooManyColumns {
        /// The most columns.
        limit: usize,
        /// The columns that it has.
        found: usize,
    },
    /// It is a workbook.
    #[error("this is a spreadsheet file: open it and save it as CSV, then choose the CSV file")]
    Spreadsheet,
    /// It is not text.
    #[error("this file is not text: choose a CSV file")]
    NotText,
    /// The mapping is for another number of columns.
    #[error("the chosen columns are those of another file: choose the columns again")]
    MappingDoesNotFit,
    /// Two columns are to fill the same field.
    #[error("two columns are chosen for the same field: choose one of them")]
    FieldTwice(ImportField),
    /// No column is the name.
    #[error("choose the column with the name")]
    NameNotMapped,
}

/// Looks at a file: encoding, columns, first rows, and what the columns probably mean.
///
/// # Errors
/// [`ImportError`] when the file cannot be read at all.
pub fn sniff(bytes: &[u8]) -> Result<ImportPreview, ImportError> {
    let mut table = Table::open(bytes)?;
    let headers = table.headers().to_vec();
    let mut dates = dates::OrderSeen::default();
    let mut sample = Vec::new();
    let mut found = 0;
    let mut suggested = ColumnMapping::suggest(&headers);
    while let Some(row) = table.next_row() {
        for (field, cell) in suggested.columns.iter().zip(&row.cells) {
            if field.is_some_and(ImportField::is_date) {
                dates.look_at(cell);
            }
        }
        if sample.len() < SAMPLE_ROWS {
            sample.push(row.cells);
        }
        found += 1;
    }
    match found {
        0 => return Err(ImportError::HeaderOnly),
        _ if found > IMPORT_MAX_ROWS => {
            return Err(ImportError::TooManyRows {
                limit: IMPORT_MAX_ROWS,
                found,
            });
        }
        _ => {}
    }
    suggested.day_first = dates.day_first();
    Ok(ImportPreview {
        encoding: table.encoding(),
        delimiter: table.delimiter(),
        headers,
        sample,
        rows: u32::try_from(found).unwrap_or(u32::MAX),
        suggested,
    })
}

/// The day on which a file is read; years written with two digits are understood from it.
type Today = LocalDate;

#[cfg(test)]
mod tests;
