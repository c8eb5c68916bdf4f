use super::*;
use crate::details::ParticipantDetails;
use crate::milestone::{IntakeStatus, Step};

mod formats;
mod problems;
mod values;

fn today() -> LocalDate {
    LocalDate::new(2026, 3, 10).unwrap()
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

/// Reads a file with the mapping that is suggested for it.
fn read(bytes: &[u8]) -> Vec<Result<ImportedParticipant, RowError>> {
    let preview = sniff(bytes).unwrap();
    rows(bytes, &preview.suggested, today()).unwrap().collect()
}

fn good(bytes: &[u8]) -> Vec<ImportedParticipant> {
    read(bytes).into_iter().map(|row| row.unwrap()).collect()
}

fn names(bytes: &[u8]) -> Vec<String> {
    good(bytes)
        .into_iter()
        .map(|row| row.details.name)
        .collect()
}

/// One row under these headers.
fn one(headers: &str, row: &str) -> Result<ImportedParticipant, RowReason> {
    let mut rows = read(format!("{headers}\n{row}\n").as_bytes());
    rows.pop().unwrap().map_err(|error| error.reason)
}
