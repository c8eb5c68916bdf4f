//! Why a pack is refused, in words that say what to mend.

/// A pack, or a change to one, cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProgramError {
    /// More text than a program needs.
    #[error("the program is too large: 64 KB at most")]
    TooLarge,
    /// The text is not a pack.
    #[error("the program cannot be read at line {line}, column {column}: {why}")]
    Malformed {
        /// The line of the text.
        line: usize,
        /// The column in the line.
        column: usize,
        /// What was found there, and what was expected.
        why: String,
    },
    /// A form of a newer app.
    #[error("this program has form {0}, which this version cannot read: update the app")]
    OtherFormat(u32),
    /// A text is missing.
    #[error("a text is missing in {0}")]
    TextMissing(String),
    /// An id that cannot be one.
    #[error("`{0}` cannot be an id: use small letters, digits and -")]
    NotAnId(String),
    /// Two parts of a kind with the same id, or two versions from the same day.
    #[error("{0} is there twice")]
    Twice(String),
    /// A part names another one that is not there.
    #[error("{part} names {names}, which is not in the program")]
    Unknown {
        /// The part.
        part: String,
        /// What it names.
        names: String,
    },
    /// A duty lacks a number or has one too many.
    #[error("the duty {duty} needs {needs}")]
    Incomplete {
        /// The duty.
        duty: String,
        /// What it needs.
        needs: &'static str,
    },
    /// A duty has something that its kind does not know.
    #[error("the duty {duty} has {field}, which duties of its kind do not have")]
    Foreign {
        /// The duty.
        duty: String,
        /// The field.
        field: &'static str,
    },
    /// A number of days or months out of bounds.
    #[error("{part}: {field} must be from 1 to {most}")]
    OutOfBounds {
        /// The part.
        part: String,
        /// The field.
        field: &'static str,
        /// The greatest number.
        most: u16,
    },
    /// A day that is no year, month or day.
    #[error("`{0}` is no year, month or day: write 2016, 2017-08 or 2018-05-01")]
    NotADay(String),
    /// A part ends before it begins.
    #[error("{0} ends before it begins")]
    EndsBeforeItBegins(String),
    /// Nobody is named who may.
    #[error("{0} names nobody")]
    Nobody(String),
}

impl ProgramError {
    pub(super) fn at(error: &serde_json::Error) -> Self {
        let why = error.to_string();
        // The place stands beside it already.
        let why = why
            .rsplit_once(" at line ")
            .map_or(why.as_str(), |(why, _)| why);
        Self::Malformed {
            line: error.line(),
            column: error.column(),
            why: why.to_owned(),
        }
    }
}
