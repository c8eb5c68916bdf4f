use handrail_protocol::GroupId;
use rusqlite::{Row, named_params};

use super::{participants::participant_row, search::SearchTerms};
use crate::{ParticipantRow, Read, StoreError, rows::number};

/// Which participants a list shows. Voided ones never.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeopleSearch {
    /// As typed; any text is allowed. Empty for all.
    pub text: String,
    /// Only in these caseloads; `None` for all.
    pub groups: Option<Vec<GroupId>>,
    /// Only this program.
    pub program: Option<String>,
    /// Only this phase.
    pub phase: Option<String>,
    /// Rows to pass over.
    pub offset: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeoplePage {
    /// Rows: those found by name, phone or tag first, best match first, then those found by a
    /// note; by name where nothing else tells.
    pub rows: Vec<PersonHit>,
    /// How many there are on all pages.
    pub total: u64,
}

/// One participant in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonHit {
    /// The participant.
    pub row: ParticipantRow,
    /// Words around the match, when only a note matched.
    pub snippet: String,
    /// Fields with two versions.
    pub conflicts: u64,
}

const FILTER: &str = "p.voided = 0
    AND (:program IS NULL OR p.program = :program)
    AND (:phase IS NULL OR p.phase = :phase)
    AND (:groups IS NULL OR instr(:groups, hex(p.caseload_group)) > 0)";

/// A phrase without a word: matches nothing.
const NOTHING: &str = "\"\"";

const FOUND: &str = "WITH
    by_person AS MATERIALIZED (
        SELECT rowid AS row, bm25(people_search, 8.0, 10.0, 4.0, 2.0) AS score
        FROM people_search WHERE people_search MATCH :people),
    by_note AS MATERIALIZED (
        SELECT e.participant AS participant, max(e.at) AS at, e.row AS note
        FROM note_search JOIN encounters e ON e.row = note_search.rowid
        WHERE note_search MATCH :notes GROUP BY e.participant),
    found AS MATERIALIZED (
        SELECT p.row AS row, s.row IS NULL AS only_note, coalesce(s.score, 0) AS score,
            CASE WHEN s.row IS NULL THEN n.note END AS note
        FROM participants p
        LEFT JOIN by_person s ON s.row = p.row
        LEFT JOIN by_note n ON n.participant = p.participant
        WHERE (s.row IS NOT NULL OR n.participant IS NOT NULL)";

impl Read<'_> {
    /// A page of participants.
    pub fn people(&self, search: &PeopleSearch) -> Result<PeoplePage, StoreError> {
        match SearchTerms::parse(&search.text) {
            Some(terms) => self.found(search, &terms),
            None => self.everybody(search),
        }
    }

    fn everybody(&self, search: &PeopleSearch) -> Result<PeoplePage, StoreError> {
        let groups = search.groups.as_deref().map(hex);
        let total = self.count(
            &format!("SELECT count(*) AS count FROM participants p WHERE {FILTER}"),
            named_params! {
                ":program": search.program, ":phase": search.phase, ":groups": groups
            },
        )?;
        let rows = self.all(
            &format!(
                "SELECT p.*, NULL AS note, {CONFLICTS} FROM participants p WHERE {FILTER}
                ORDER BY p.sort_name, p.row LIMIT :limit OFFSET :offset"
            ),
            named_params! {
                ":program": search.program, ":phase": search.phase, ":groups": groups,
                ":limit": search.limit, ":offset": search.offset,
            },
            |row| hit(row).map(|(hit, _)| hit),
        )?;
        Ok(PeoplePage { rows, total })
    }

    fn found(&self, search: &PeopleSearch, terms: &SearchTerms) -> Result<PeoplePage, StoreError> {
        let groups = search.groups.as_deref().map(hex);
        let notes = terms.notes.as_deref().unwrap_or(NOTHING);
        let total = self.count(
            &format!("{FOUND} AND {FILTER}) SELECT count(*) AS count FROM found"),
            named_params! {
                ":people": terms.people, ":notes": notes,
                ":program": search.program, ":phase": search.phase, ":groups": groups
            },
        )?;
        let hits = self.all(
            &format!(
                "{FOUND} AND {FILTER}) SELECT p.*, found.note AS note, {CONFLICTS}
                FROM found JOIN participants p ON p.row = found.row
                ORDER BY found.only_note, found.score, p.sort_name, p.row
                LIMIT :limit OFFSET :offset"
            ),
            named_params! {
                ":people": terms.people, ":notes": notes,
                ":program": search.program, ":phase": search.phase, ":groups": groups,
                ":limit": search.limit, ":offset": search.offset,
            },
            hit,
        )?;
        let mut rows = Vec::with_capacity(hits.len());
        for (mut hit, note) in hits {
            if let (Some(notes), Some(note)) = (&terms.notes, note) {
                hit.snippet = self.snippet(notes, note)?;
            }
            rows.push(hit);
        }
        Ok(PeoplePage { rows, total })
    }

    fn snippet(&self, terms: &str, note: i64) -> Result<String, StoreError> {
        let sql = "SELECT snippet(note_search, 0, '', '', '…', 12) FROM note_search
            WHERE note_search MATCH ?1 AND rowid = ?2";
        let snippet = self.first(sql, rusqlite::params![terms, note], |row| row.get(0))?;
        Ok(snippet.unwrap_or_default())
    }
}

const CONFLICTS: &str =
    "(SELECT count(*) FROM conflicts c WHERE c.participant = p.participant) AS conflicts";

fn hit(row: &Row<'_>) -> rusqlite::Result<(PersonHit, Option<i64>)> {
    let hit = PersonHit {
        row: participant_row(row)?,
        snippet: String::new(),
        conflicts: number(row, "conflicts")?,
    };
    Ok((hit, row.get("note")?))
}

/// As SQLite's `hex` writes them, with a mark between, so that no id is found across two.
fn hex(groups: &[GroupId]) -> String {
    let texts: Vec<String> = groups
        .iter()
        .map(|group| group.to_string().to_uppercase())
        .collect();
    texts.join(",")
}
