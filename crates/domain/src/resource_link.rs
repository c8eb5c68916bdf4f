//! To what a participant was linked, and what came of it (S2-3).

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

/// Days after which the coach is asked, once, what came of it.
pub const ASK_AFTER_DAYS: i64 = 7;

/// Days after which nobody is asked any more.
pub const ASK_UNTIL_DAYS: i64 = 60;

coded! {
    /// What came of a link.
    LinkOutcome {
        /// They went.
        Went = "went",
        /// They did not go.
        DidNotGo = "did_not_go",
        /// They went and were turned away.
        TurnedAway = "turned_away",
        /// Nobody knows yet.
        NoWord = "no_word",
    }
}

/// One field of a link, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResourceLinkField {
    /// The entry of the agency's directory; `None` where it stands in none.
    Resource(Option<RecordId>),
    /// What it is called, as it was called that day.
    Name(String),
    /// The day of the link.
    On(LocalDate),
    /// What came of it; `None` takes that back.
    Outcome(Option<LinkOutcome>),
}

/// A link as the record shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceLink {
    /// Id of the record.
    pub id: RecordId,
    /// The entry of the agency's directory.
    pub resource: Option<RecordId>,
    /// What it is called.
    pub name: String,
    /// The day of the link.
    pub on: LocalDate,
    /// What came of it. While two devices say different things, nobody knows.
    pub outcome: Option<LinkOutcome>,
    /// The local day on which that was written down.
    pub outcome_day: Option<LocalDate>,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Who wrote it down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}

/// Whether the coach is to be asked today what came of a link of that day.
pub fn is_asked(on: LocalDate, outcome: Option<LinkOutcome>, today: LocalDate) -> bool {
    let days = on.plus_days(ASK_AFTER_DAYS)..=on.plus_days(ASK_UNTIL_DAYS);
    outcome.is_none() && days.contains(&today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_3_what_came_of_a_link_is_asked_after_a_week_and_once() {
        let day = |text| LocalDate::parse(text).unwrap();
        let on = day("2026-05-01");
        assert!(!is_asked(on, None, day("2026-05-07")));
        assert!(is_asked(on, None, day("2026-05-08")));
        assert!(is_asked(on, None, day("2026-06-30")));
        assert!(!is_asked(on, None, day("2026-07-01")));
        for outcome in LinkOutcome::ALL {
            assert!(!is_asked(on, Some(*outcome), day("2026-05-08")));
        }
    }
}
