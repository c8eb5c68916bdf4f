use handrail_domain::workforce::card::Card;
use serde::{Deserialize, Serialize};

/// The card of a coach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoachCardView {
    /// Member in hex.
    pub member: String,
    /// As shown in the agency.
    pub name: String,
    /// Whoever asks.
    pub own: bool,
    /// Whoever asks may suggest words.
    pub may_suggest: bool,
    /// What the coach approved; `None` where there is nothing yet.
    pub card: Option<Card>,
    /// When, Unix ms.
    pub approved_at: Option<i64>,
    /// A suggestion that the coach has not answered; only for them and supervisors.
    pub waits: Option<Card>,
    /// An empty card, to begin with.
    pub blank: Card,
}
