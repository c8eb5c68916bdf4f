//! Whose it is today.

use crate::id::MemberId;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// Somebody covers for the coach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CoverFact {
    /// Who covers.
    pub by: MemberId,
    /// Through this day.
    pub through: LocalDate,
}

/// Whose the obligations of a participant are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The coach; `None` where nobody is named.
    pub coach: Option<MemberId>,
    /// Who covers for the coach today, the one who does so longest first.
    pub covered_by: Vec<MemberId>,
}

/// Whose the obligations are on the local day `today`. A cover takes nothing from the coach: both
/// see them.
pub fn who(coach: Option<MemberId>, covers: &[CoverFact], today: LocalDate) -> Who {
    let mut now: Vec<&CoverFact> = covers
        .iter()
        .filter(|cover| cover.through >= today && Some(cover.by) != coach)
        .collect();
    now.sort_by_key(|cover| (std::cmp::Reverse(cover.through), cover.by));
    Who {
        coach,
        covered_by: now.into_iter().map(|cover| cover.by).collect(),
    }
}
