mod matches;

use std::collections::HashMap;

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
    /// Rows: those found by name, phone or tag first, best match first, then those found by the
    /// words of a record; by name where nothing else tells.
    pub rows: Vec<PersonHit>,
    /// How many there are on all pages.
    pub total: u64,
}

/// One participant in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonHit {
    /// The participant.
    pub row: ParticipantRow,
    /// Words around the match, when only a note or another record matched.
    pub snippet: String,
    /// Fields with two versions.
    pub conflicts: u64,
}

const FILTER: &str = "p.voided = 0
    AND (:program IS NULL OR p.program = :program)
    AND (:phase IS NULL OR p.phase = :phase)
    AND (:groups IS NULL OR instr(:groups, hex(p.caseload_group)) > 0)";

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
                "SELECT p.*, {CONFLICTS} FROM participants p WHERE {FILTER}
                ORDER BY p.sort_name, p.row LIMIT :limit OFFSET :offset"
            ),
            named_params! {
                ":program": search.program, ":phase": search.phase, ":groups": groups,
                ":limit": search.limit, ":offset": search.offset,
            },
            hit,
        )?;
        Ok(PeoplePage { rows, total })
    }

    fn found(&self, search: &PeopleSearch, terms: &SearchTerms) -> Result<PeoplePage, StoreError> {
        let matches = self.matches(search, terms)?;
        let total = matches.len() as u64;
        let shown: Vec<_> = matches
            .into_iter()
            .skip(search.offset as usize)
            .take(search.limit as usize)
            .collect();
        let snippets = match &terms.notes {
            Some(notes) => self.snippets(notes, &shown)?,
            None => HashMap::new(),
        };
        let sql = format!("SELECT p.*, {CONFLICTS} FROM participants p WHERE p.row = ?1");
        let mut rows = Vec::with_capacity(shown.len());
        for found in &shown {
            let mut hits = self.all(&sql, [found.row], hit)?;
            for hit in &mut hits {
                if let Some(snippet) = found.place.and_then(|place| snippets.get(&place)) {
                    hit.snippet.clone_from(snippet);
                }
            }
            rows.append(&mut hits);
        }
        Ok(PeoplePage { rows, total })
    }
}

const CONFLICTS: &str =
    "(SELECT count(*) FROM conflicts c WHERE c.participant = p.participant) AS conflicts";

fn hit(row: &Row<'_>) -> rusqlite::Result<PersonHit> {
    Ok(PersonHit {
        row: participant_row(row)?,
        snippet: String::new(),
        conflicts: number(row, "conflicts")?,
    })
}

/// As SQLite's `hex` writes them, with a mark between, so that no id is found across two.
fn hex(groups: &[GroupId]) -> String {
    let texts: Vec<String> = groups
        .iter()
        .map(|group| group.to_string().to_uppercase())
        .collect();
    texts.join(",")
}
