//! From text to rows of cells, each with the line of the file on which it begins.

use super::decode::{TextEncoding, decode};
use super::{IMPORT_MAX_COLUMNS, ImportError};
use csv::{Reader, ReaderBuilder, StringRecord};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// What stands between the columns of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delimiter {
    /// A comma.
    Comma,
    /// A semicolon, as spreadsheets write where the comma is the decimal mark.
    Semicolon,
    /// A tab.
    Tab,
    /// A vertical bar.
    Bar,
}

impl Delimiter {
    const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    pub(super) const fn symbol(self) -> char {
        self.byte() as char
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

/// How many rows are looked at to find the delimiter.
const LOOKED_AT: usize = 20;

/// One row of a file.
pub(super) struct Row {
    /// The line on which it begins, counted from 1.
    pub(super) line: u32,
    /// Its cells, trimmed; as many as the file has columns.
    pub(super) cells: Vec<String>,
    /// How many cells it really has.
    pub(super) found: usize,
}

/// An opened file, read row by row. Empty rows are left out.
pub(super) struct Table {
    reader: Reader<Cursor<Vec<u8>>>,
    encoding: TextEncoding,
    delimiter: Delimiter,
    headers: Vec<String>,
    lines: LineCounter,
}

impl Table {
    pub(super) fn open(bytes: &[u8]) -> Result<Self, ImportError> {
        let (text, encoding) = decode(bytes)?;
        let (stated, start) = stated_delimiter(&text);
        let body = text.get(start..).unwrap_or_default();
        let delimiter = stated.unwrap_or_else(|| likely_delimiter(body));
        let mut reader = reader(text.into_bytes(), delimiter);
        reader.get_mut().set_position(start as u64);
        let lines = LineCounter::starting_at(start);
        let mut table = Self {
            reader,
            encoding,
            delimiter,
            headers: Vec::new(),
            lines,
        };
        let names = table.next_record().ok_or(ImportError::Empty)?.0;
        if names.len() > IMPORT_MAX_COLUMNS {
            return Err(ImportError::TooManyColumns {
                limit: IMPORT_MAX_COLUMNS,
                found: names.len(),
            });
        }
        table.headers = distinct(&names);
        Ok(table)
    }

    pub(super) const fn encoding(&self) -> TextEncoding {
        self.encoding
    }

    pub(super) const fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    pub(super) fn headers(&self) -> &[String] {
        &self.headers
    }

    pub(super) fn next_row(&mut self) -> Option<Row> {
        let (record, line) = self.next_record()?;
        // Cells beyond the last column count only when something is in them.
        let beyond = record.iter().enumerate().skip(self.headers.len());
        let found = beyond
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(place, _)| place + 1)
            .last();
        let found = found.unwrap_or(record.len().min(self.headers.len()));
        let cell = |column: usize| record.get(column).unwrap_or_default().trim().to_owned();
        Some(Row {
            line,
            cells: (0..self.headers.len()).map(cell).collect(),
            found,
        })
    }

    fn next_record(&mut self) -> Option<(StringRecord, u32)> {
        let mut record = StringRecord::new();
        // The text is valid, so reading from memory cannot fail; if it does, the file ends there.
        while self.reader.read_record(&mut record).unwrap_or(false) {
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                let start = record.position().map_or(0, csv::Position::byte);
                let start = usize::try_from(start)
                    .unwrap_or(usize::MAX)
                    .saturating_add(self.lines.start);
                let line = self.lines.line_at(self.reader.get_ref().get_ref(), start);
                return Some((record, line));
            }
        }
        None
    }
}

/// Counts lines as a text editor does: LF, CR LF and a lone CR each end one.
struct LineCounter {
    start: usize,
    place: usize,
    line: u32,
}

impl LineCounter {
    /// `start`: where reading begins, 0 or just after a first line that only states the delimiter.
    const fn starting_at(start: usize) -> Self {
        Self {
            start,
            place: 0,
            line: 1,
        }
    }

    /// The line of the record that begins at `start` or after the line ends that follow there.
    fn line_at(&mut self, text: &[u8], start: usize) -> u32 {
        let is_end = |byte: Option<&u8>| matches!(byte, Some(b'\r' | b'\n'));
        while self.place < start || is_end(text.get(self.place)) {
            let Some(byte) = text.get(self.place) else {
                break;
            };
            let next = text.get(self.place + 1);
            if *byte == b'\n' || (*byte == b'\r' && next != Some(&b'\n')) {
                self.line = self.line.saturating_add(1);
            }
            self.place += 1;
        }
        self.line
    }
}

fn reader(text: Vec<u8>, delimiter: Delimiter) -> Reader<Cursor<Vec<u8>>> {
    let mut builder = ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte());
    builder.from_reader(Cursor::new(text))
}

/// Spreadsheets may say `sep=;` on the first line.
fn stated_delimiter(text: &str) -> (Option<Delimiter>, usize) {
    let line = text.lines().next().unwrap_or_default();
    let stated = line.trim().trim_matches('"').to_lowercase();
    let delimiter = stated.strip_prefix("sep=").and_then(|rest| {
        let byte = rest.bytes().next()?;
        Delimiter::ALL
            .into_iter()
            .find(|delimiter| delimiter.byte() == byte)
    });
    (delimiter, if delimiter.is_some() { line.len() } else { 0 })
}

/// The delimiter that cuts the first rows into the same number of cells, and into most.
fn likely_delimiter(text: &str) -> Delimiter {
    let score = |delimiter: Delimiter| {
        let mut records = reader(text.as_bytes().to_vec(), delimiter).into_records();
        let columns = records
            .next()
            .and_then(Result::ok)
            .map_or(0, |record| record.len());
        let rows = records.take(LOOKED_AT).filter_map(Result::ok);
        let alike = rows.filter(|record| record.len() == columns).count();
        (columns > 1, alike, columns)
    };
    let mut best = (score(Delimiter::Comma), Delimiter::Comma);
    for delimiter in Delimiter::ALL {
        if score(delimiter) > best.0 {
            best = (score(delimiter), delimiter);
        }
    }
    best.1
}

/// Column names without blanks and repetitions: `Phone`, `Phone (2)`, `Column 3`.
fn distinct(names: &StringRecord) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    for (column, name) in (1..).zip(names) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() {
            format!("Column {column}")
        } else {
            name
        };
        let mut header = name.clone();
        let mut copy = 2;
        while headers.contains(&header) {
            header = format!("{name} ({copy})");
            copy += 1;
        }
        headers.push(header);
    }
    headers
}
