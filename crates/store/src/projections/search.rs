//! From what somebody types to what FTS5 takes, without a way to make it a syntax error.

use rusqlite::params;

use crate::{ParticipantRow, Read, StoreError, Tx};

/// Words of a query at most; the rest is passed over.
const MOST_WORDS: usize = 12;
/// Characters of a word at most.
const LONGEST_WORD: usize = 48;
/// Notes are searched once a word has this many characters.
const SHORTEST_NOTE_WORD: usize = 3;
/// Fewer digits than this are looked for as a word, not as part of a phone number.
const FEWEST_PHONE_DIGITS: usize = 3;

/// What to look for: in names, phones and tags, and in notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SearchTerms {
    pub(crate) people: String,
    /// `None` while so little is typed that most notes would match.
    pub(crate) notes: Option<String>,
}

impl SearchTerms {
    /// `None` when there is no letter and no digit in it: everything is meant.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let words = words(text);
        if words.is_empty() {
            return None;
        }
        let all = prefixes(&words);
        let people = phone_digits(text).map_or_else(|| all.clone(), |digits| prefixes(&[digits]));
        let notes = words
            .iter()
            .any(|word| tells_notes_apart(word))
            .then_some(all);
        Some(Self { people, notes })
    }
}

/// Keeps what a participant is found by.
pub(crate) fn index(tx: &Tx<'_>, row: &ParticipantRow) -> Result<(), StoreError> {
    let Some(rowid) = rowid_of(tx, row)? else {
        return Ok(());
    };
    tx.write("DELETE FROM people_search WHERE rowid = ?1", [rowid])?;
    if row.voided {
        return Ok(());
    }
    let name = format!("{} {}", row.display_name, row.sort_name);
    let phone = phone_endings(&row.phone);
    let tags = row.tags.join(" ");
    tx.write(
        "INSERT INTO people_search (rowid, name, preferred, phone, tags)
            VALUES (?1, ?2, ?3, ?4, ?5)",
        params![rowid, name, row.preferred_name, phone, tags],
    )?;
    Ok(())
}

/// Whether both are found by the same words.
pub(crate) fn is_found_alike(one: &ParticipantRow, other: &ParticipantRow) -> bool {
    one.display_name == other.display_name
        && one.sort_name == other.sort_name
        && one.preferred_name == other.preferred_name
        && one.phone == other.phone
        && one.tags == other.tags
        && one.voided == other.voided
}

fn rowid_of(read: &Read<'_>, row: &ParticipantRow) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT row FROM participants WHERE participant = ?1";
    read.first(sql, [row.participant.as_bytes()], |row| row.get(0))
}

/// Runs of letters and digits, as the index cuts them. Accents written as characters of their
/// own stay with their letter.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| word.chars().take(LONGEST_WORD).collect())
        .collect()
}

/// Every word as the beginning of a word, all of them needed. Quoted: words hold no quote.
fn prefixes(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    quoted.join(" AND ")
}

/// Long enough to look for in notes; in scripts without spaces one character is a word.
fn tells_notes_apart(word: &str) -> bool {
    word.chars().count() >= SHORTEST_NOTE_WORD || word.chars().any(|c| c >= '\u{2e80}')
}

/// The digits of a text that can only be (a part of) a phone number.
fn phone_digits(text: &str) -> Option<String> {
    let written = |c: char| c.is_ascii_digit() || c.is_whitespace() || "()+-./".contains(c);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let enough = digits.len() >= FEWEST_PHONE_DIGITS;
    (enough && text.chars().all(written)).then(|| digits.chars().take(LONGEST_WORD).collect())
}

/// All endings of a number, so that any part of it is the beginning of one.
fn phone_endings(phone: &str) -> String {
    let digits: String = phone
        .chars()
        .filter(char::is_ascii_digit)
        .take(20)
        .collect();
    let endings: Vec<&str> = (0..digits.len())
        .filter_map(|start| digits.get(start..))
        .filter(|ending| ending.len() >= FEWEST_PHONE_DIGITS)
        .collect();
    endings.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_look_for_means_everything() {
        assert_eq!(SearchTerms::parse(" \"*() -- "), None);
        assert_eq!(SearchTerms::parse(""), None);
    }

    #[test]
    fn words_are_beginnings_and_all_are_needed() {
        let terms = SearchTerms::parse("O'Brien NEAR(").unwrap();
        assert_eq!(terms.people, "\"O\"* AND \"Brien\"* AND \"NEAR\"*");
        assert_eq!(terms.notes, Some(terms.people));
    }

    #[test]
    fn notes_wait_for_three_letters() {
        assert_eq!(SearchTerms::parse("ab c").unwrap().notes, None);
        assert!(SearchTerms::parse("ab cde").unwrap().notes.is_some());
        assert!(SearchTerms::parse("家").unwrap().notes.is_some());
    }

    #[test]
    fn a_phone_number_is_found_however_it_is_written() {
        let terms = SearchTerms::parse("(608) 555-01").unwrap();
        assert_eq!(terms.people, "\"60855501\"*");
        assert_eq!(terms.notes.unwrap(), "\"608\"* AND \"555\"* AND \"01\"*");
        assert_eq!(phone_endings("555-01"), "55501 5501 501");
    }
}
