//! Understanding the cells of one row.

use super::{ImportedParticipant, RowReason, RowWarning};
use crate::details::{ParticipantDetails, SafeContact};
use crate::import::dates::{self, Century};
use crate::import::table::{Row, Table};
use crate::import::values::{PhoneUnclear, import_key, intake_status, phone, yes_or_no};
use crate::import::{ColumnMapping, ImportField};
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::record::TEXT_LIMIT;
use crate::time::{LocalDate, TimeOfDay};

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// One row with what is needed to understand it.
pub(super) struct Cells<'a> {
    pub(super) row: &'a Row,
    pub(super) table: &'a Table,
    pub(super) mapping: &'a ColumnMapping,
    pub(super) today: LocalDate,
}

impl Cells<'_> {
    pub(super) fn participant(&self) -> Result<ImportedParticipant, RowReason> {
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
            let too_long = cell.len() > TEXT_LIMIT;
            let column = || header.clone();
            if self.swallowed_rows(cell) || (too_long && cell.contains(LINE_ENDS)) {
                return Err(RowReason::QuoteNotClosed { column: column() });
            }
            if too_long {
                return Err(RowReason::TooLong { column: column() });
            }
        }
        Ok(())
    }

    /// A cell of several lines, one of which has as many cells as the file has columns: a quote
    /// opened here and was not closed, and the rows that follow lie in this cell. In a whole row of
    /// fewer than four columns that tells too little: a note may well have two commas in a line.
    fn swallowed_rows(&self, cell: &str) -> bool {
        let columns = self.table.headers().len();
        let delimiter = self.table.delimiter().symbol();
        (columns >= 4 || self.row.found < columns)
            && cell
                .split(LINE_ENDS)
                .skip(1)
                .any(|line| line.matches(delimiter).count() + 1 >= columns)
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
