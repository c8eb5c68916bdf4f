//! Reading the rows of a file with the columns that the person confirmed.

mod cells;
mod reason;

pub use reason::{RowError, RowReason, RowWarning};

use super::table::{Row, Table};
use super::{ColumnMapping, IMPORT_MAX_ROWS, ImportError};
use crate::details::ParticipantDetails;
use crate::milestone::MilestoneFacts;
use crate::record::ImportKey;
use crate::time::LocalDate;
use cells::Cells;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row that can be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedParticipant {
    /// The line of the file on which the row begins.
    pub line: u32,
    /// The same for the same row of a later file.
    pub key: ImportKey,
    /// Who the participant is.
    pub details: ParticipantDetails,
    /// Discharge and intake, where the file has them.
    pub milestones: Vec<MilestoneFacts>,
    /// What the person should look at.
    pub warnings: Vec<RowWarning>,
}

/// The rows of a file, one by one, so that long files can be read in slices.
pub struct ImportRows {
    table: Table,
    mapping: ColumnMapping,
    today: LocalDate,
    seen: BTreeMap<ImportKey, u32>,
    left: usize,
}

/// Opens a file to read its rows. `today` tells which century a year of two digits belongs to.
///
/// # Errors
/// [`ImportError`] when the file cannot be read at all, or the mapping does not fit it.
pub fn rows(
    bytes: &[u8],
    mapping: &ColumnMapping,
    today: LocalDate,
) -> Result<ImportRows, ImportError> {
    let mut counting = Table::open(bytes)?;
    mapping.check(counting.headers().len())?;
    let found = std::iter::from_fn(|| counting.next_row()).count();
    if found > IMPORT_MAX_ROWS {
        return Err(ImportError::TooManyRows {
            limit: IMPORT_MAX_ROWS,
            found,
        });
    }
    let table = Table::open(bytes)?;
    Ok(ImportRows {
        table,
        mapping: mapping.clone(),
        today,
        seen: BTreeMap::new(),
        left: found,
    })
}

impl ImportRows {
    /// How many rows are still to come.
    pub const fn left(&self) -> usize {
        self.left
    }

    fn read(&mut self, row: &Row) -> Result<ImportedParticipant, RowReason> {
        let cells = Cells {
            row,
            table: &self.table,
            mapping: &self.mapping,
            today: self.today,
        };
        let imported = cells.participant()?;
        if let Some(line) = self.seen.get(&imported.key) {
            return Err(RowReason::SameAsLine(*line));
        }
        self.seen.insert(imported.key.clone(), row.line);
        Ok(imported)
    }
}

impl Iterator for ImportRows {
    type Item = Result<ImportedParticipant, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.table.next_row()?;
        self.left = self.left.saturating_sub(1);
        Some(self.read(&row).map_err(|reason| RowError {
            line: row.line,
            reason,
        }))
    }
}
