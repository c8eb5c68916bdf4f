use handrail_domain::LocalDate;
use handrail_domain::crisis::LocalText;
use handrail_domain::program::Referrer;
use handrail_domain::referral::{ReferBy, ReferralChange, ReferralFacts};
use serde::{Deserialize, Serialize};

/// Says something about a participant's referral; all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralCommand {
    /// Participant, hex.
    pub participant: String,
    /// What changes.
    pub changes: Vec<ReferralChange>,
}

/// A participant's referral, and what their program says about referrals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralView {
    /// Hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// The name of their program in use; empty without one.
    pub program: String,
    /// Whether whoever asks may change it.
    pub may_change: bool,
    /// What is known.
    pub facts: ReferralFacts,
    /// Who may refer to the program; `None` where it does not say.
    pub may_refer: Option<Vec<Referrer>>,
    /// What others are told by the program.
    pub others: Option<LocalText>,
    /// The program's ways to qualify: id and words.
    pub routes: Vec<(String, LocalText)>,
    /// Who pays in the program.
    pub funders: Vec<String>,
    /// Where the referral after an overdose stands.
    pub refer_by: Option<ReferBy>,
    /// The day of today.
    pub today: LocalDate,
}

/// A referral after an overdose that is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralDueView {
    /// Hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// Whose caseload.
    pub coach: String,
    /// Own caseload.
    pub own: bool,
    /// Due or late.
    pub stands: ReferBy,
}
