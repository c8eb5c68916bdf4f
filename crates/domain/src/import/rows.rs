//! Reading the rows of a file with the columns that the person confirmed.

use super::dates::{self, Century};
use super::table::{Row, Table};
use super::values::{PhoneUnclear, import_key, intake_status, phone, yes_or_no};
use super::{ColumnMapping, IMPORT_MAX_ROWS, ImportError, ImportField};
use crate::details::{ParticipantDetails, SafeContact};
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::record::{ImportKey, TEXT_LIMIT};
use crate::time::{LocalDate, TimeOfDay};
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

/// A row that cannot be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct RowError {
    /// The line of the file on which the row begins.
    pub line: u32,
    /// Why.
    pub reason: RowReason,
}

/// Why a row cannot be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum RowReason {
    /// There is no name.
    #[error("the name is missing")]
    NameMissing,
    /// There are more cells than columns.
    #[error(
        "this row has {found} cells, the header has {expected}: a comma in a text may need quotes around the text"
    )]
    TooManyCells {
        /// The columns of the header.
        expected: usize,
        /// The cells of the row.
        found: usize,
    },
    /// A quote was opened and probably never closed.
    #[error(
        "a quote in \u{201c}{column}\u{201d} may never be closed: rows after this one may be missing"
    )]
    QuoteNotClosed {
        /// The column.
        column: String,
    },
    /// A cell has more text than fits.
    #[error("the text in \u{201c}{column}\u{201d} is too long (at most {TEXT_LIMIT} bytes)")]
    TooLong {
        /// The column.
        column: String,
    },
    /// A date cannot be read.
    #[error(
        "the date \u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} cannot be read: write it as 1990-05-31"
    )]
    DateUnclear {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// A date of birth is still to come.
    #[error("the date of birth {0} is in the future")]
    BirthInFuture(LocalDate),
    /// A time cannot be read.
    #[error(
        "the time \u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} cannot be read: write it as 18:00 or 6 pm"
    )]
    TimeUnclear {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// A cell should say yes or no.
    #[error("\u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} should be yes or no")]
    YesOrNo {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// An intake status is none of the three.
    #[error(
        "\u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} should be asked, tentative or confirmed"
    )]
    StatusUnclear {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// A confirmed intake has no date.
    #[error("a confirmed intake needs its date")]
    ConfirmedNeedsDate,
    /// The file has the same person twice.
    #[error("this is the same person as on line {0}")]
    SameAsLine(u32),
}

/// Something to look at in a row that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowWarning {
    /// The row has fewer cells than the header; the rest was taken as empty.
    ShortRow,
    /// The phone number cannot be dialed as it stands; it was kept as written.
    PhoneUnclear,
    /// A spreadsheet rounded the phone number; it was left out.
    PhoneDigitsLost,
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

struct Cells<'a> {
    row: &'a Row,
    table: &'a Table,
    mapping: &'a ColumnMapping,
    today: LocalDate,
}

impl Cells<'_> {
    fn participant(&self) -> Result<ImportedParticipant, RowReason> {
        self.check_shape()?;
        let mut warnings = Vec::new();
        if self.row.found < self.table.headers().len() {
            warnings.push(RowWarning::ShortRow);
        }
        let details = ParticipantDetails {
            name: self.name()?,
            preferred_name: self.text(ImportField::PreferredName),
            pronouns: self.text(ImportField::Pronouns),
            phone: self.phone(&mut warnings),
            birth_date: self.birth_date()?,
            program: self.text(ImportField::Program),
            phase: self.text(ImportField::Phase),
            safe_contact: SafeContact {
                rule: self.text(ImportField::ContactRule),
                no_voicemail: self.no_voicemail()?,
                not_after: self.not_after()?,
            },
            language: self.text(ImportField::Language),
            tags: self
                .text(ImportField::Tags)
                .map(|tags| split_tags(&tags))
                .unwrap_or_default(),
        };
        let key = import_key(self.text(ImportField::ExternalId).as_deref(), &details);
        Ok(ImportedParticipant {
            line: self.row.line,
            key,
            details,
            milestones: self.milestones()?,
            warnings,
        })
    }

    fn check_shape(&self) -> Result<(), RowReason> {
        let expected = self.table.headers().len();
        if self.row.found > expected {
            return Err(RowReason::TooManyCells {
                expected,
                found: self.row.found,
            });
        }
        for (header, cell) in self.table.headers().iter().zip(&self.row.cells) {
            if cell.len() > TEXT_LIMIT {
                let column = header.clone();
                let many_lines = cell.contains(['\n', '\r']);
                return Err(if many_lines {
                    RowReason::QuoteNotClosed { column }
                } else {
                    RowReason::TooLong { column }
                });
            }
        }
        Ok(())
    }

    /// The cell of a field, with its column's name; `None` when not mapped or blank.
    fn cell(&self, field: ImportField) -> Option<(&str, &str)> {
        let column = self
            .mapping
            .columns
            .iter()
            .position(|mapped| *mapped == Some(field))?;
        let cell = self.row.cells.get(column).filter(|cell| !cell.is_empty())?;
        Some((cell, self.table.headers().get(column)?))
    }

    fn text(&self, field: ImportField) -> Option<String> {
        self.cell(field).map(|(cell, _)| cell.to_owned())
    }

    fn name(&self) -> Result<String, RowReason> {
        let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts = [ImportField::FirstName, ImportField::LastName]
            .into_iter()
            .filter_map(|part| self.text(part));
        let parts = parts.collect::<Vec<_>>().join(" ");
        let name = self.text(ImportField::Name).unwrap_or(parts);
        // "Sample, Ana" is how many systems write "Ana Sample".
        let name = match name.split_once(',') {
            Some((last, first)) if !first.trim().is_empty() && !first.contains(',') => {
                format!("{first} {last}")
            }
            _ => name,
        };
        Some(one_line(name))
            .filter(|name| !name.is_empty())
            .ok_or(RowReason::NameMissing)
    }

    fn phone(&self, warnings: &mut Vec<RowWarning>) -> Option<String> {
        let (cell, _) = self.cell(ImportField::Phone)?;
        match phone(cell) {
            Ok(number) => Some(number),
            Err(PhoneUnclear::NotANumber) => {
                warnings.push(RowWarning::PhoneUnclear);
                Some(cell.to_owned())
            }
            Err(PhoneUnclear::DigitsLost) => {
                warnings.push(RowWarning::PhoneDigitsLost);
                None
            }
        }
    }

    fn birth_date(&self) -> Result<Option<LocalDate>, RowReason> {
        let date = self.date(ImportField::BirthDate, Century::OfBirth(self.today))?;
        match date {
            Some(date) if date > self.today => Err(RowReason::BirthInFuture(date)),
            _ => Ok(date),
        }
    }

    fn date(&self, field: ImportField, century: Century) -> Result<Option<LocalDate>, RowReason> {
        let Some((cell, column)) = self.cell(field) else {
            return Ok(None);
        };
        let unclear = || RowReason::DateUnclear {
            column: column.to_owned(),
            value: cell.to_owned(),
        };
        dates::parse(cell, self.mapping.day_first, century)
            .map(Some)
            .ok_or_else(unclear)
    }

    fn no_voicemail(&self) -> Result<bool, RowReason> {
        let Some((cell, column)) = self.cell(ImportField::NoVoicemail) else {
            return Ok(false);
        };
        let unclear = || RowReason::YesOrNo {
            column: column.to_owned(),
            value: cell.to_owned(),
        };
        yes_or_no(cell).ok_or_else(unclear)
    }

    fn not_after(&self) -> Result<Option<TimeOfDay>, RowReason> {
        let Some((cell, column)) = self.cell(ImportField::NotAfter) else {
            return Ok(None);
        };
        let unclear = |_| RowReason::TimeUnclear {
            column: column.to_owned(),
            value: cell.to_owned(),
        };
        TimeOfDay::parse(cell).map(Some).map_err(unclear)
    }

    fn milestones(&self) -> Result<Vec<MilestoneFacts>, RowReason> {
        let mut steps = Vec::new();
        if let Some(on) = self.date(ImportField::DischargedOn, Century::OfWork)? {
            steps.push(Step::Discharge { on });
        }
        let on = self.date(ImportField::IntakeDate, Century::OfWork)?;
        let status = match self.cell(ImportField::IntakeStatus) {
            Some((cell, column)) => {
                let unclear = || RowReason::StatusUnclear {
                    column: column.to_owned(),
                    value: cell.to_owned(),
                };
                Some(intake_status(cell).ok_or_else(unclear)?)
            }
            // A date alone proves nothing yet: only "confirmed" ends daily contact (S0-6).
            None => on.map(|_| IntakeStatus::Tentative),
        };
        match status {
            Some(IntakeStatus::Confirmed) if on.is_none() => {
                return Err(RowReason::ConfirmedNeedsDate);
            }
            Some(status) => steps.push(Step::Intake { status, on }),
            None => {}
        }
        Ok(steps
            .into_iter()
            .map(|step| MilestoneFacts {
                step,
                place: String::new(),
            })
            .collect())
    }
}

fn split_tags(text: &str) -> std::collections::BTreeSet<String> {
    text.split([',', ';', '|'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(str::to_owned)
        .collect()
}
