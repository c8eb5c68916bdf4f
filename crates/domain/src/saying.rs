//! "Help me say this": what a participant wants to say to a provider, in their own words, written
//! down together with the coach (S4-9). The participant takes it along; nobody sends it.

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

coded! {
    /// How it stands.
    SayingState {
        /// It is yet to be said.
        Open = "open",
        /// The participant said it.
        Said = "said",
        /// They do not want to say it any more.
        LetGo = "let_go",
    }
}

/// One field of it, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SayingField {
    /// To whom.
    To(String),
    /// What they want to say.
    Words(String),
    /// What they are afraid of; may be empty.
    Afraid(String),
    /// What they ask for; may be empty.
    Ask(String),
    /// What they are afraid of stands on the page that they take along, too.
    ShowsAfraid(bool),
    /// How it stands.
    State(SayingState),
}

/// What somebody wants to say, as the record shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// Id of the record.
    pub id: RecordId,
    /// To whom.
    pub to: String,
    /// What they want to say.
    pub words: String,
    /// What they are afraid of; may be empty.
    pub afraid: String,
    /// What they ask for; may be empty.
    pub ask: String,
    /// What they are afraid of stands on the page, too. Only where every device says so.
    pub shows_afraid: bool,
    /// How it stands.
    pub state: SayingState,
    /// The local day since when it stands so.
    pub since: LocalDate,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Who wrote it down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}
