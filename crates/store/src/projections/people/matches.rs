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
    /// How well a name, phone or tag matches: less is better. `None` when only words do.
    score: Option<f64>,
    /// Where the words stand that match, when only words do.
    pub(super) place: Option<Place>,
}

/// Where words stand, by the row of their table.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// In the newest note that matches.
    Note(i64),
    /// In an entry of the plan, an appointment, or what is known of somebody around.
    Record(i64),
}

impl Match {
    /// Names before words, better ones before others, then by name.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let score = |found: &Self| found.score.unwrap_or_default();
        let by_words = self.score.is_none().cmp(&other.score.is_none());
        by_words
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
        if let Some(words) = &terms.notes {
            let records = "SELECT w.participant, w.row FROM words_search
                CROSS JOIN record_words w ON w.row = words_search.rowid
                WHERE words_search MATCH ?1 ORDER BY words_search.rowid DESC";
            self.match_words((records, words), Place::Record, &mut others, &mut matches)?;
            let notes = "SELECT e.participant, e.row FROM note_search
                CROSS JOIN encounters e ON e.row = note_search.rowid
                WHERE note_search MATCH ?1 ORDER BY note_search.rowid DESC";
            self.match_words((notes, words), Place::Note, &mut others, &mut matches)?;
        }
        matches.sort_by(Match::order);
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
                    place: None,
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

    /// Reads matching words, newest first, until everybody who could match does: words that
    /// stand in most notes cost no more than others.
    fn match_words(
        &self,
        (sql, words): (&str, &str),
        place: fn(i64) -> Place,
        left: &mut HashMap<DocumentId, Match>,
        matches: &mut Vec<Match>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([words])?;
        while !left.is_empty()
            && let Some(row) = rows.next()?
        {
            let participant = id(row, "participant", DocumentId::from_bytes)?;
            if let Some(mut found) = left.remove(&participant) {
                found.place = Some(place(row.get("row")?));
                matches.push(found);
            }
        }
        Ok(())
    }

    /// The words around the match in each of those that are shown.
    pub(super) fn snippets(
        &self,
        words: &str,
        shown: &[Match],
    ) -> Result<HashMap<Place, String>, StoreError> {
        let rows = |of: fn(Place) -> Option<i64>| -> Vec<i64> {
            shown.iter().filter_map(|found| of(found.place?)).collect()
        };
        let mut found = HashMap::new();
        let notes = rows(|place| match place {
            Place::Note(row) => Some(row),
            Place::Record(_) => None,
        });
        for (row, text) in self.snippets_of("note_search", words, &notes)? {
            found.insert(Place::Note(row), text);
        }
        let records = rows(|place| match place {
            Place::Record(row) => Some(row),
            Place::Note(_) => None,
        });
        for (row, text) in self.snippets_of("words_search", words, &records)? {
            found.insert(Place::Record(row), text);
        }
        Ok(found)
    }

    fn snippets_of(
        &self,
        index: &str,
        words: &str,
        wanted: &[i64],
    ) -> Result<Vec<(i64, String)>, StoreError> {
        let (Some(first), Some(last)) = (wanted.iter().min(), wanted.iter().max()) else {
            return Ok(Vec::new());
        };
        let numbers: Vec<String> = wanted.iter().map(i64::to_string).collect();
        // The sign keeps the list from becoming one search for each of its rows.
        let sql = format!(
            "SELECT rowid, snippet({index}, 0, '', '', '…', 12) FROM {index}
            WHERE {index} MATCH ?1 AND rowid BETWEEN ?2 AND ?3 AND +rowid IN ({})",
            numbers.join(",")
        );
        let mut statement = self.connection.prepare(&sql)?;
        let rows = statement.query_map(params![words, first, last], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
