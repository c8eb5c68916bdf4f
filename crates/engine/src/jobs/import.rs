//! A caseload from a file: good rows come in, bad ones are told with their line.

use std::collections::VecDeque;

use handrail_domain::import::{
    self, ColumnMapping, ImportError, ImportField, ImportRows, ImportedParticipant, RowError,
    RowReason, RowWarning,
};
use handrail_domain::{Now, ParticipantCommand, RecordId};

use super::Job;
use super::training::check_training;
use crate::api::{
    self, DetailField, EngineError, ImportColumn, ImportFileProblem, ImportPreviewView,
    ImportProblem, ImportProgressView, ImportReason, ImportReportView, ImportWarning,
    ImportWarningReason, InvalidField, Reply, Topic,
};
use crate::caseload::write;
use crate::convert::{domain_member, invalid};
use crate::engine::{Engine, Turn};
use crate::io::RequestId;
use crate::open::Open;

/// Rows of one slice.
const SLICE: usize = 10;

/// Setting under which the mapping of columns with these heads is remembered.
const REMEMBERED: &str = "import_mapping";

/// A file whose columns wait to be mapped.
pub struct OpenedFile {
    bytes: Vec<u8>,
    headers: Vec<String>,
    day_first: bool,
    /// Rows below the heads.
    pub rows: u32,
}

impl OpenedFile {
    /// Its rows, with these columns.
    pub(super) fn rows_by(
        &self,
        mapping: &api::ColumnMapping,
        now: Now,
    ) -> Result<ImportRows, EngineError> {
        let columns = mapping.columns.iter();
        let mapping = ColumnMapping {
            columns: columns.map(|column| column.map(field_of)).collect(),
            day_first: self.day_first,
        };
        import::rows(&self.bytes, &mapping, now.local_date()).map_err(|error| unreadable(&error))
    }
}

/// Rows on their way in.
pub struct Import {
    request: RequestId,
    rows: VecDeque<Result<ImportedParticipant, RowError>>,
    total: u32,
    report: ImportReportView,
}

impl Import {
    pub(super) fn progress(&self) -> ImportProgressView {
        let left = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        ImportProgressView {
            done: self.total.saturating_sub(left),
            total: self.total,
        }
    }
}

/// Reads a file and suggests what its columns are.
pub fn import_open(open: &mut Open, name: String, bytes: Vec<u8>) -> Result<Reply, EngineError> {
    if open.job.as_ref().is_some_and(Job::is_running) {
        return Err(EngineError::Busy);
    }
    let preview = import::sniff(&bytes).map_err(|error| unreadable(&error))?;
    let remembered = remembered(open, &preview.headers)?;
    let mapping = remembered.unwrap_or_else(|| api::ColumnMapping {
        columns: preview
            .suggested
            .columns
            .iter()
            .map(|field| field.map(column_of))
            .collect(),
    });
    open.job = Some(Job::Opened(OpenedFile {
        bytes,
        headers: preview.headers.clone(),
        day_first: preview.suggested.day_first,
        rows: preview.rows,
    }));
    Ok(Reply::ImportPreview(ImportPreviewView {
        name,
        headers: preview.headers,
        sample: preview.sample,
        rows: preview.rows,
        mapping,
    }))
}

impl Engine {
    /// Begins to import the opened file.
    pub(crate) fn import_run(
        &mut self,
        id: RequestId,
        mapping: &api::ColumnMapping,
        turn: &mut Turn<'_>,
    ) {
        match self.begin_import(id, mapping, turn.now()) {
            Ok(import) => self.put_job(Job::Importing(import)),
            Err(error) => turn.reply(id, Err(error)),
        }
    }

    fn begin_import(
        &mut self,
        request: RequestId,
        mapping: &api::ColumnMapping,
        now: Now,
    ) -> Result<Import, EngineError> {
        let open = self.opened_for_job()?;
        let Some(Job::Opened(file)) = open.job.take() else {
            return Err(EngineError::NotFound);
        };
        let read = file.rows_by(mapping, now).and_then(|rows| {
            let rows: VecDeque<_> = rows.collect();
            check_training(open, &rows, now)?;
            Ok(rows)
        });
        let rows = match read {
            Ok(rows) => rows,
            Err(refused) => {
                open.job = Some(Job::Opened(file));
                return Err(refused);
            }
        };
        remember(open, &file.headers, mapping)?;
        Ok(Import {
            request,
            total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            rows,
            report: ImportReportView {
                added: 0,
                already_here: 0,
                problems: Vec::new(),
                warnings: Vec::new(),
                cancelled: false,
            },
        })
    }
}

/// Imports a few rows; `None` when it ended.
pub(super) fn slice(engine: &mut Engine, mut import: Import, turn: &mut Turn<'_>) -> Option<Job> {
    for _ in 0..SLICE {
        let Some(row) = import.rows.pop_front() else {
            end(engine, import, false, turn);
            return None;
        };
        if let Err(error) = take_row(engine, &mut import, row, turn) {
            // Rows so far are durable and reported; the person sees why it stopped.
            turn.reply(import.request, Err(error));
            engine.tell_written(&[Topic::People], turn);
            return None;
        }
    }
    Some(Job::Importing(import))
}

/// Ends an import with its report.
pub(super) fn end(engine: &mut Engine, mut import: Import, cancelled: bool, turn: &mut Turn<'_>) {
    import.report.cancelled = cancelled;
    turn.reply(import.request, Ok(Reply::ImportReport(import.report)));
    engine.tell_written(&[Topic::People, Topic::Encounters], turn);
}

fn take_row(
    engine: &mut Engine,
    import: &mut Import,
    row: Result<ImportedParticipant, RowError>,
    turn: &mut Turn<'_>,
) -> Result<(), EngineError> {
    let open = engine.opened_for_job()?;
    let person = match row {
        Ok(person) => person,
        Err(error) => {
            import.report.problems.push(problem(&error));
            return Ok(());
        }
    };
    let key = person.key.as_str().to_owned();
    if open.store.read().import_key(&key)?.is_some() {
        import.report.already_here += 1;
        return Ok(());
    }
    let warnings = warnings(&person);
    let now = turn.now();
    let commands = commands_of(open, person, now, turn);
    let group = open.own_caseload()?;
    write::make(open, &group, &commands, Some(&key), turn.rng)?;
    import.report.added += 1;
    import.report.warnings.extend(warnings);
    Ok(())
}

fn commands_of(
    open: &Open,
    person: ImportedParticipant,
    now: Now,
    turn: &mut Turn<'_>,
) -> Vec<(ParticipantCommand, Now)> {
    let by = domain_member(open.identity.member);
    let create = ParticipantCommand::Create {
        details: person.details,
        by,
        import_key: Some(person.key),
    };
    let mut commands = vec![(create, now)];
    for facts in person.milestones {
        let id = RecordId::new(now.at, &mut turn.rng);
        commands.push((ParticipantCommand::RecordMilestone { id, facts, by }, now));
    }
    commands
}

fn remembered(open: &Open, headers: &[String]) -> Result<Option<api::ColumnMapping>, EngineError> {
    let Some(text) = open.store.read().setting(REMEMBERED)? else {
        return Ok(None);
    };
    let known: Option<(Vec<String>, api::ColumnMapping)> = serde_json::from_str(&text).ok();
    Ok(known
        .filter(|(of, _)| of == headers)
        .map(|(_, mapping)| mapping))
}

fn remember(
    open: &mut Open,
    headers: &[String],
    mapping: &api::ColumnMapping,
) -> Result<(), EngineError> {
    let text =
        serde_json::to_string(&(headers, mapping)).map_err(|_| invalid(InvalidField::Mapping))?;
    open.store
        .transaction(|tx| tx.set_setting(REMEMBERED, &text))?;
    Ok(())
}

fn warnings(person: &ImportedParticipant) -> Vec<ImportWarning> {
    let name = person.details.shown_name();
    person
        .warnings
        .iter()
        .map(|warning| ImportWarning {
            line: person.line,
            reason: match warning {
                RowWarning::ShortRow => ImportWarningReason::ShortRow,
                RowWarning::PhoneUnclear => ImportWarningReason::PhoneUnclear,
                RowWarning::PhoneDigitsLost => ImportWarningReason::PhoneDigitsLost,
            },
            name: name.to_owned(),
        })
        .collect()
}

fn problem(error: &RowError) -> ImportProblem {
    let (reason, text) = match &error.reason {
        RowReason::NameMissing => (ImportReason::NameMissing, String::new()),
        RowReason::TooManyCells { found, .. } => (ImportReason::WrongCellCount, found.to_string()),
        RowReason::QuoteNotClosed { column } => (ImportReason::QuoteNotClosed, column.clone()),
        RowReason::TooLong { column } => (ImportReason::TooLong, column.clone()),
        RowReason::DateUnclear { value, .. } => (ImportReason::BadDate, value.clone()),
        RowReason::BirthInFuture(date) => (ImportReason::BirthInFuture, date.to_string()),
        RowReason::TimeUnclear { value, .. } => (ImportReason::BadTime, value.clone()),
        RowReason::YesOrNo { value, .. } => (ImportReason::YesOrNo, value.clone()),
        RowReason::StatusUnclear { value, .. } => (ImportReason::BadStatus, value.clone()),
        RowReason::ConfirmedNeedsDate => (ImportReason::ConfirmedWithoutDate, String::new()),
        RowReason::SameAsLine(line) => (ImportReason::RepeatedInFile, line.to_string()),
    };
    ImportProblem {
        line: error.line,
        reason,
        text: text.chars().take(80).collect(),
    }
}

fn unreadable(error: &ImportError) -> EngineError {
    EngineError::ImportUnreadable(match error {
        ImportError::Empty => ImportFileProblem::Empty,
        ImportError::HeaderOnly => ImportFileProblem::NoRows,
        ImportError::TooLarge { .. } => ImportFileProblem::TooLarge,
        ImportError::TooManyRows { .. } => ImportFileProblem::TooManyRows,
        ImportError::MappingDoesNotFit | ImportError::NameNotMapped => {
            return invalid(InvalidField::Mapping);
        }
        _ => ImportFileProblem::NotText,
    })
}

/// Pairs columns of screens with fields of the domain, both ways.
macro_rules! columns {
    ([$($detail:ident = $detail_field:ident),+ $(,)?], [$($other:ident = $other_field:ident),+ $(,)?]) => {
        fn field_of(column: ImportColumn) -> ImportField {
            match column {
                $(ImportColumn::Detail(DetailField::$detail) => ImportField::$detail_field,)+
                $(ImportColumn::$other => ImportField::$other_field,)+
            }
        }
        fn column_of(field: ImportField) -> ImportColumn {
            match field {
                $(ImportField::$detail_field => ImportColumn::Detail(DetailField::$detail),)+
                $(ImportField::$other_field => ImportColumn::$other,)+
            }
        }
    };
}

columns!(
    [
        Name = Name,
        PreferredName = PreferredName,
        Pronouns = Pronouns,
        Phone = Phone,
        BirthDate = BirthDate,
        Program = Program,
        Phase = Phase,
        SafeContact = ContactRule,
        NoVoicemail = NoVoicemail,
        NotAfter = NotAfter,
        Language = Language,
        Tags = Tags,
    ],
    [
        FirstName = FirstName,
        LastName = LastName,
        ExternalId = ExternalId,
        DischargedOn = DischargedOn,
        IntakeOn = IntakeDate,
        IntakeStatus = IntakeStatus,
    ]
);
