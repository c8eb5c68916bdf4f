//! A supervisor on call asks for a record that they do not read.

use crate::id::{MemberId, RecordId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How long after it was asked a request is answered, and how long a record stays open then, in
/// seconds: a night.
pub const EMERGENCY_SECONDS: i64 = 12 * 3600;

/// A request in the caseload's document of who asks. It is never taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyRequest {
    /// Which one.
    pub id: RecordId,
    /// When, by the clock of who asked.
    pub at: Timestamp,
    /// The coach whose participant it is about.
    pub coach: MemberId,
    /// The participant's name, as who asks knows it.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// Whether two names are the same but for case, accents of the common kind, and spaces.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let folded = folded(one);
    !folded.is_empty() && folded == self::folded(other)
}

/// A name without case, accents of the common kind, and superfluous spaces.
pub(crate) fn folded(name: &str) -> String {
    let mut folded = String::new();
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase).map(plain));
    }
    folded
}

/// A letter of Spanish without its mark.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_typed_and_no_other_is() {
        assert!(is_same_name("  jose  NUÑEZ", "José Núñez"));
        assert!(!is_same_name("Jose", "José Núñez"));
        assert!(!is_same_name("", ""));
        assert!(!is_same_name(" ", ""));
    }
}
