use serde::{Deserialize, Serialize};

/// What the agency did in the months before this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumbersView {
    /// This member's device counts, and may tell what it counted.
    pub may_publish: bool,
    /// Newest first; those of which nothing is known are left out.
    pub months: Vec<MonthView>,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthView {
    /// `YYYY-MM`.
    pub month: String,
    /// What this device counts now, as it may be told; `None` where it reads not everything.
    pub counted: Option<FiguresView>,
    /// What was told; `None` when nothing was.
    pub told: Option<FiguresView>,
    /// The day on which what was told was counted, `YYYY-MM-DD`; or empty.
    pub as_of: String,
    /// Who told it; or empty.
    pub by: String,
    /// What was told is what this device counts.
    pub is_current: bool,
    /// Overdoses of the month and what was tried after them, counted here and told nobody; `None`
    /// without any, and where this device reads not everything.
    pub outreach: Option<super::OutreachCount>,
}

/// Figures; `None` where a number is too small to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresView {
    /// People with a contact or an attempt.
    pub people: Option<u32>,
    /// Of these, people who were reached.
    pub reached: Option<u32>,
    /// Contacts and attempts.
    pub contacts: Option<u32>,
    /// Days on which a daily contact was owed.
    pub days_owed: Option<u32>,
    /// Of these, days on which they were reached.
    pub days_kept: Option<u32>,
}
