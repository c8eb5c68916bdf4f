use serde::{Deserialize, Serialize};

/// Most characters that are repeated of what somebody wrote.
const MOST_REPEATED: usize = 60;

/// A pack cannot be used. Lines, columns and places count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum RetentionPackError {
    /// More text than rules need.
    #[error("the retention rules are too large")]
    TooLarge,
    /// The text is not JSON, from this place on.
    #[error("the retention rules cannot be read at line {line}, column {column}")]
    Malformed {
        /// The line of the text.
        line: usize,
        /// The column in the line.
        column: usize,
    },
    /// A pack has no field of this name.
    #[error("retention rules have no field {field} (line {line}, column {column})")]
    UnknownField {
        /// Its name.
        field: String,
        /// The line of the text.
        line: usize,
        /// The column in the line.
        column: usize,
    },
    /// A field is not there that is needed; the place is where its rule ends.
    #[error("the field {field} is missing before line {line}, column {column}")]
    MissingField {
        /// Its name.
        field: String,
        /// The line of the text.
        line: usize,
        /// The column in the line.
        column: usize,
    },
    /// A value is not of the kind that its field takes, such as a number below zero, or a day that
    /// no calendar has.
    #[error("{found} cannot stand at line {line}, column {column}")]
    Value {
        /// What stands there; empty where that cannot be said shortly.
        found: String,
        /// The line of the text.
        line: usize,
        /// The column in the line.
        column: usize,
    },
    /// A form of a newer app.
    #[error("these retention rules have form {0}, which this version cannot read: update the app")]
    OtherFormat(u32),
    /// There is no rule in it.
    #[error("there are no retention rules")]
    NoRules,
    /// Somebody is to look at it again before it begins to hold.
    #[error("the retention rules are to be reviewed before they begin to hold")]
    ReviewTooEarly,
    /// One of the rules cannot be used.
    #[error("rule {place} ({id}): {fault}")]
    Rule {
        /// Which one, in the order of the text.
        place: usize,
        /// Its id, as it stands there.
        id: String,
        /// Why.
        fault: RuleFault,
    },
}

/// A rule cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum RuleFault {
    /// The id is empty, too long, or not of small letters, digits and hyphens.
    #[error("this cannot be the id of a rule")]
    BadId,
    /// A text or the source is missing.
    #[error("a text is missing")]
    TextMissing,
    /// It would keep nothing at all, or longer than anybody lives.
    #[error("the time is not one that records are kept for")]
    Time,
    /// Two versions begin on the same day.
    #[error("it is there twice")]
    Twice,
    /// Said to be verified, but not when.
    #[error("it is marked as verified: say on which day it was checked")]
    CheckedOnMissing,
}

impl RetentionPackError {
    /// What the reader of JSON stumbled over.
    pub(super) fn of(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        if !error.is_data() {
            return Self::Malformed { line, column };
        }
        let said = error.to_string();
        if let Some(rest) = said.strip_prefix("unknown field ") {
            let field = quoted(rest);
            return Self::UnknownField {
                field,
                line,
                column,
            };
        }
        if let Some(rest) = said.strip_prefix("missing field ") {
            let field = quoted(rest);
            return Self::MissingField {
                field,
                line,
                column,
            };
        }
        let found = said.split(", expected").next().unwrap_or_default();
        let found = quoted(found);
        Self::Value {
            found,
            line,
            column,
        }
    }
}

/// What stands between the first two marks of one kind, shortened; empty where nothing does.
fn quoted(said: &str) -> String {
    let Some(from) = said.find(['`', '"']) else {
        return String::new();
    };
    let (_, rest) = said.split_at(from);
    let mut parts = rest.split(|mark| rest.starts_with(mark));
    let found = parts.nth(1).unwrap_or_default();
    found.chars().take(MOST_REPEATED).collect()
}
