use serde::{Deserialize, Serialize};

/// An order about what coaches say among themselves (S3-16).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CoachSpaceCommand {
    /// Begins it: a document whose keys coaches and supervisors hold. For administrators; takes effect
    /// when the relay has taken it. Replies `Done`.
    Open,
    /// Says something. Replies `NamesFound`: with names, nothing was said.
    Say {
        /// 1 to [`MESSAGE_LIMIT`] characters without the blanks around them.
        words: String,
        /// ULID of the message that it answers.
        answers: Option<String>,
        /// Also when it names somebody whose record is here.
        anyway: bool,
    },
    /// Takes back what this member said. Replies `Done`.
    TakeBack {
        /// ULID.
        message: String,
    },
    /// Puts away what somebody said; everybody reads why. Replies `Done`.
    PutAway {
        /// ULID.
        message: String,
        /// 1 to [`PUT_AWAY_LIMIT`] characters without the blanks around them.
        reason: String,
    },
    /// All of a view was looked at; kept on this device alone. Replies `Done`.
    Looked {
        /// [`CoachSpaceView::mark`].
        mark: Vec<(String, u64)>,
    },
}

/// Longest message, in characters.
pub const MESSAGE_LIMIT: usize = handrail_domain::coach_space::WORDS_LIMIT;

/// Longest reason for which a message is put away, in characters.
pub const PUT_AWAY_LIMIT: usize = handrail_domain::coach_space::REASON_LIMIT;

/// What coaches say among themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoachSpaceView {
    /// It is there, and this member reads it and writes there.
    pub is_open: bool,
    /// It was begun, and is on its way.
    pub waits: bool,
    /// This member may begin it.
    pub may_begin: bool,
    /// The thread with the newest word first.
    pub threads: Vec<ThreadView>,
    /// What somebody wrote who may not, for whoever may put away.
    pub aside: Vec<super::SetAsideView>,
    /// Up to where this view goes: devices and documents in hex, with the step of the last statement
    /// there. To be handed back once it was looked at.
    pub mark: Vec<(String, u64)>,
}

/// A message with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadView {
    /// What began it.
    pub first: MessageView,
    /// The oldest first.
    pub answers: Vec<MessageView>,
    /// Unix ms of the last word in it that is still shown.
    pub last_at: i64,
}

/// A message or an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    /// ULID.
    pub id: String,
    /// Who wrote it.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// What it says; empty for one that is not shown any more.
    pub words: String,
    /// Why it is not shown any more.
    pub gone: Option<GoneView>,
    /// It came since this member last looked, on this device.
    pub is_new: bool,
    /// This member may take it back.
    pub may_take_back: bool,
    /// This member may put it away.
    pub may_put_away: bool,
}

/// Why a message is not shown any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoneView {
    /// Its author took it back.
    TakenBack,
    /// Somebody put it away.
    PutAway {
        /// Who.
        by: String,
        /// Why.
        reason: String,
    },
}
