use handrail_domain::LocalDate;
use handrail_domain::supervision::{Held, ItemKind, Rule, Standing};
use serde::{Deserialize, Serialize};

use super::SetAsideView;

/// An order about supervision (S4-14, S4-15).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SupervisionCommand {
    /// Writes down and signs a supervision of a coach; for supervisors, and not for themselves.
    Hold {
        /// Member, hex.
        coach: String,
        /// What is written down.
        held: Held,
    },
    /// Signs one of one's own.
    Sign {
        /// ULID.
        session: String,
    },
    /// It was written down by mistake; for supervisors.
    TakeBack {
        /// Member, hex.
        coach: String,
        /// ULID.
        session: String,
        /// Why; not empty.
        reason: String,
    },
    /// Brings something to the next one.
    Bring {
        /// What it is.
        kind: ItemKind,
        /// Not empty.
        words: String,
    },
    /// Puts something on the private shelf, which never leaves this device.
    Keep {
        /// What it is.
        kind: ItemKind,
        /// Not empty.
        words: String,
    },
    /// Takes something off the shelf for good.
    Drop {
        /// As in [`ShelfView::id`].
        id: String,
    },
    /// Brings one thing of the shelf to the next supervision. It stays on the shelf.
    Lift {
        /// As in [`ShelfView::id`].
        id: String,
    },
}

/// How supervision of coaches stands, for whoever supervises; for a coach only their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupervisionsView {
    /// This member supervises others.
    pub supervises: bool,
    /// What is due now first, then by name.
    pub coaches: Vec<SupervisedView>,
}

/// One coach in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupervisedView {
    /// Member, hex.
    pub coach: String,
    /// Name.
    pub name: String,
    /// It is this member.
    pub own: bool,
    /// How often, and of which kind.
    pub rule: Rule,
    /// How it stands.
    pub standing: Standing,
    /// Supervisions that wait for the coach to sign.
    pub unsigned: u32,
    /// Things that the coach brought and that were not spoken of.
    pub waiting: u32,
}

/// Supervision of one coach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupervisionView {
    /// How it stands.
    pub coach: SupervisedView,
    /// This member may write one down.
    pub may_hold: bool,
    /// Today.
    pub today: LocalDate,
    /// What gathered by itself since.
    pub agenda: Vec<AgendaItem>,
    /// What the coach brought, the newest first; what was spoken of last.
    pub items: Vec<SupervisionItem>,
    /// The newest first.
    pub sessions: Vec<SessionOfSupervision>,
    /// Participants of the coach, hex and name, by name.
    pub people: Vec<(String, String)>,
    /// What somebody wrote who may not; for supervisors.
    pub aside: Vec<SetAsideView>,
    /// The private shelf, the newest first; empty for everybody else.
    pub shelf: Vec<ShelfView>,
}

/// Why something is on the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgendaWhy {
    /// A concern that is not done.
    Concern,
    /// Contacts were missed, so many days.
    Missed(u32),
    /// The end comes near, or somebody has to judge.
    Ends,
}

/// One line of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Participant, hex; `None` for a concern about the coach.
    pub participant: Option<String>,
    /// As shown, or the coach.
    pub name: String,
    /// Why.
    pub why: AgendaWhy,
}

/// Something that a coach brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisionItem {
    /// ULID.
    pub id: String,
    /// What it is; `None` for a kind of a later version.
    pub kind: Option<ItemKind>,
    /// The words.
    pub words: String,
    /// Unix ms.
    pub at: i64,
    /// It was spoken of.
    pub spoken: bool,
}

/// One supervision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionOfSupervision {
    /// ULID.
    pub id: String,
    /// What was written down.
    pub held: Held,
    /// Names of the cases that are known here; the number of the others.
    pub cases: (Vec<String>, u32),
    /// The supervisor who wrote and signed it.
    pub by: String,
    /// When the coach signed, unix ms.
    pub signed_at: Option<i64>,
    /// Why it does not count.
    pub back: Option<String>,
}

/// One thing on the private shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShelfView {
    /// Its place's id.
    pub id: String,
    /// What it is.
    pub kind: ItemKind,
    /// The words.
    pub words: String,
    /// Unix ms.
    pub at: i64,
    /// It was brought to supervision.
    pub lifted: bool,
}
