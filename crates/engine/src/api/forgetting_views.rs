use handrail_domain::retention::RetentionPackError;
use serde::{Deserialize, Serialize};

/// Why a participant is to be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ForgetReason {
    /// The rules of retention do not keep the record any longer.
    Retention,
    /// The participant asked for it.
    Asked,
    /// The participant declined.
    Declined,
    /// Entered by mistake, or twice.
    Mistake,
}

/// How long a record is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeptView {
    /// As long as a legal hold stands.
    OnHold,
    /// Through this day.
    Through(String),
    /// No rule is about it.
    NoRule,
    /// It was to be kept through this day, which is over.
    Over(String),
}

/// A rule of retention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleView {
    /// Id.
    pub id: String,
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
    /// Where it comes from.
    pub source: String,
    /// Somebody compared it with its source.
    pub verified: bool,
}

/// A legal hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldView {
    /// ULID.
    pub hold: String,
    /// Name of who set it.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// Why.
    pub reason: String,
    /// Its end, if it ended: name, Unix ms, why.
    pub lifted: Option<(String, i64, String)>,
}

/// How long one participant's record is kept, and what may be done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionView {
    /// Participant, hex.
    pub participant: String,
    /// Name.
    pub name: String,
    /// How long.
    pub kept: KeptView,
    /// The rules.
    pub rules: Vec<RuleView>,
    /// The rules are to be looked at again.
    pub stale: bool,
    /// Holds, the first first; ended ones too.
    pub holds: Vec<HoldView>,
    /// This member may set holds, and have the participant forgotten.
    pub may_forget: bool,
    /// Names of other records of the same person, which are forgotten each by itself.
    pub same: Vec<String>,
    /// The day on which they said no before they were in any program.
    pub said_no: Option<String>,
    /// This member may write down that they did.
    pub may_say_no: bool,
}

/// A participant whom the rules would forget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueView {
    /// Participant, hex.
    pub participant: String,
    /// Name.
    pub name: String,
    /// Name of the coach.
    pub coach: String,
    /// The last day on which the record was to be kept.
    pub kept_through: String,
    /// A legal hold keeps it.
    pub held: bool,
    /// They said no before they were in any program, on that day: no rule has to be over.
    pub said_no: bool,
}

/// A device that had the record, or may have had it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForgetDeviceView {
    /// Name of its owner.
    pub member: String,
    /// Name of the device.
    pub device: String,
    /// Unix ms at which it confirmed that nothing of the record is on it; `None` until then.
    pub at: Option<i64>,
}

/// Whether keys are left that open a copy of the relay's data from before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeysView {
    /// Every device of the caseload keeps them.
    Old,
    /// New ones are there; so many devices still keep the old ones.
    Renewing(u32),
    /// No device of the caseload keeps any.
    Renewed,
}

/// How far an order to forget somebody got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateView {
    /// The record's number, hex; it names nobody.
    pub document: String,
    /// Name of who ordered it.
    pub by: String,
    /// Unix ms, by the clock of who ordered it.
    pub at: i64,
    /// Why.
    pub reason: ForgetReason,
    /// Id of the rule; empty where none was applied.
    pub rule: String,
    /// Nothing of the record is on this device any more.
    pub done: bool,
    /// The relay has the order and destroyed its copies; `None` where there is no relay.
    pub relay: Option<bool>,
    /// Other devices.
    pub devices: Vec<ForgetDeviceView>,
    /// Keys that open copies from before.
    pub keys: KeysView,
    /// Later entries of others that were not taken.
    pub late: u32,
    /// The signed order, hex: proof for who has the agency's roster.
    pub proof: String,
}

impl CertificateView {
    /// This device, the relay and every other device have forgotten, and no key is left that opens
    /// copies from before.
    pub fn is_complete(&self) -> bool {
        self.done
            && self.keys == KeysView::Renewed
            && self.relay != Some(false)
            && self.devices.iter().all(|device| device.at.is_some())
    }

    /// How many devices have not confirmed.
    pub fn waiting(&self) -> usize {
        let waits = |device: &&ForgetDeviceView| device.at.is_none();
        self.devices.iter().filter(waits).count()
    }
}

/// The rules of retention that hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesView {
    /// Which rules, such as a state; empty where this version cannot read them.
    pub id: String,
    /// Their version.
    pub version: String,
    /// From the day after, somebody is to look at them again; `YYYY-MM-DD`.
    pub review_by: String,
    /// Who put them in force and when, Unix ms by the clock of their device; `None` for those of
    /// the app.
    pub set: Option<(String, i64)>,
    /// The day on which others begin to hold that are in force already, `YYYY-MM-DD`.
    pub next: Option<String>,
    /// This member may put others in force.
    pub may_change: bool,
}

/// What rules would change, if they were put in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesPreviewView {
    /// What is to be mended first; all else is empty then.
    pub faults: Vec<RetentionPackError>,
    /// Which rules.
    pub id: String,
    /// Their version.
    pub version: String,
    /// The first day on which they hold, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Somebody is to look at them again.
    pub stale: bool,
    /// The rules.
    pub rules: Vec<RuleView>,
    /// So many participants could be forgotten earlier than now.
    pub earlier: u32,
    /// So many later than now, or never.
    pub later: u32,
    /// So many on the same day.
    pub same: u32,
    /// So many at once, who are kept now.
    pub due: u32,
    /// Whose day changes, the first day first; at most [`MOST_RULE_CHANGES`].
    pub changes: Vec<RuleChangeView>,
}

/// Most participants that are listed one by one.
pub const MOST_RULE_CHANGES: usize = 50;

/// A participant whose record would be kept for another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChangeView {
    /// Participant, hex.
    pub participant: String,
    /// Name.
    pub name: String,
    /// Name of the coach.
    pub coach: String,
    /// The last day on which the rules that hold keep the record; `None` where no rule is about it.
    pub before: Option<String>,
    /// The same under the new ones.
    pub after: Option<String>,
}

/// What is to be forgotten, and what was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForgettingView {
    /// Where the rules come from.
    pub source: RulesView,
    /// The rules.
    pub rules: Vec<RuleView>,
    /// The rules are to be looked at again.
    pub stale: bool,
    /// Whom the rules would forget, the longest over first; empty for who may not order it.
    pub due: Vec<DueView>,
    /// Orders, the newest first.
    pub certificates: Vec<CertificateView>,
    /// How many said no and were forgotten: all that remains of them.
    pub declined: u32,
}
