//! Who matches, in the order in which they are shown, before any row is read whole.

use std::collections::HashMap;

use handrail_protocol::DocumentId;
use rusqlite::{named_params, params};

use super::{FILTER, PeopleSearch, SearchTerms, hex};
use crate::{Read, StoreError, rows::id};

/// A participant that matches.
pub(super) struct Match {
    /// Row in `participants`.
    pub(super) row: i64,
    sort_name: String,
    /// How well a name, phone or tag matches: less is better. `None` when only a note does.
    score: Option<f64>,
    /// The newest note that matches, when only a note does.
    pub(super) note: Option<i64>,
}

impl Match {
    /// Names before notes, better ones before others, then by name.
    fn place(&self, other: &Self) -> std::cmp::Ordering {
        let score = |found: &Self| found.score.unwrap_or_default();
        let by_note = self.score.is_none().cmp(&other.score.is_none());
        by_note
            .then_with(|| score(self).total_cmp(&score(other)))
            .then_with(|| self.sort_name.cmp(&other.sort_name))
            .then_with(|| self.row.cmp(&other.row))
    }
}

impl Read<'_> {
    /// All participants that match.
    pub(super) fn matches(
        &self,
        search: &PeopleSearch,
        terms: &SearchTerms,
    ) -> Result<Vec<Match>, StoreError> {
        let scores = self.scores(&terms.people)?;
        let mut matches = Vec::new();
        let mut others = HashMap::new();
        for (participant, mut candidate) in self.candidates(search)? {
            candidate.score = scores.get(&candidate.row).copied();
            if candidate.score.is_some() {
                matches.push(candidate);
            } else {
                others.insert(participant, candidate);
            }
        }
        if let Some(notes) = &terms.notes {
            self.match_notes(notes, others, &mut matches)?;
        }
        matches.sort_by(Match::place);
        Ok(matches)
    }

    /// Everybody whom the filters let through.
    fn candidates(&self, search: &PeopleSearch) -> Result<Vec<(DocumentId, Match)>, StoreError> {
        let groups = search.groups.as_deref().map(hex);
        self.all(
            &format!("SELECT p.row, p.participant, p.sort_name FROM participants p WHERE {FILTER}"),
            named_params! {
                ":program": search.program, ":phase": search.phase, ":groups": groups
            },
            |row| {
                let found = Match {
                    row: row.get("row")?,
                    sort_name: row.get("sort_name")?,
                    score: None,
                    note: None,
                };
                Ok((id(row, "participant", DocumentId::from_bytes)?, found))
            },
        )
    }

    fn scores(&self, people: &str) -> Result<HashMap<i64, f64>, StoreError> {
        let sql = "SELECT rowid, bm25(people_search, 8.0, 10.0, 4.0, 2.0) FROM people_search
            WHERE people_search MATCH ?1";
        let scores = self.all(sql, [people], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(scores.into_iter().collect())
    }

    /// Reads matching notes, newest first, until everybody who could match does: words that
    /// stand in most notes cost no more than others.
    fn match_notes(
        &self,
        notes: &str,
        mut left: HashMap<DocumentId, Match>,
        matches: &mut Vec<Match>,
    ) -> Result<(), StoreError> {
        let sql = "SELECT e.participant, e.row FROM note_search
            CROSS JOIN encounters e ON e.row = note_search.rowid
            WHERE note_search MATCH ?1 ORDER BY note_search.rowid DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([notes])?;
        while !left.is_empty()
            && let Some(row) = rows.next()?
        {
            let participant = id(row, "participant", DocumentId::from_bytes)?;
            if let Some(mut found) = left.remove(&participant) {
                found.note = Some(row.get("row")?);
                matches.push(found);
            }
        }
        Ok(())
    }

    /// The words around the match in each of the notes that are shown.
    pub(super) fn snippets(
        &self,
        notes: &str,
        shown: &[Match],
    ) -> Result<HashMap<i64, String>, StoreError> {
        let wanted: Vec<i64> = shown.iter().filter_map(|found| found.note).collect();
        let (Some(first), Some(last)) = (wanted.iter().min(), wanted.iter().max()) else {
            return Ok(HashMap::new());
        };
        let numbers: Vec<String> = wanted.iter().map(i64::to_string).collect();
        // The sign keeps the list from becoming one search for each of its rows.
        let sql = format!(
            "SELECT rowid, snippet(note_search, 0, '', '', '…', 12) FROM note_search
            WHERE note_search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 AND +rowid IN ({})",
            numbers.join(",")
        );
        let mut statement = self.connection.prepare(&sql)?;
        let rows = statement.query_map(params![notes, first, last], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
