//! Supervision of a coach: what is brought to it, what was looked at, who signed, and whether it is held
//! as often as the program says (S4-14, S4-15, S2-24).
//!
//! Everything is a statement in the document of the coach's caseload.

mod duty;

pub use duty::{Due, MOST_PERIODS, Period, Rule, Service, Standing, standing};

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::quantity::Minutes;
use crate::rights::{Said, SetAside};
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

/// An hour of supervision was held: [`Held`]. Whoever writes it, a supervisor, signs by that.
pub const HELD: &str = "supervision";
/// The coach signs a supervision that a supervisor wrote down.
pub const SIGNED: &str = "supervision_signed";
/// It was written down by mistake: [`crate::concern::Worded`] with the reason.
pub const BACK: &str = "supervision_back";
/// Something for the next one: [`Brought`].
pub const BROUGHT: &str = "supervision_item";

coded! {
    /// What a coach brings.
    ItemKind {
        /// A boundary that was close, crossed or unclear.
        Boundary = "boundary",
        /// What they shared of their own story, and how that was.
        OwnStory = "own_story",
        /// How they are themselves.
        Wellbeing = "self",
        /// Anything else.
        Other = "other",
    }
}

/// The body of [`HELD`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The day on which it was held.
    pub on: LocalDate,
    /// How long it took.
    pub minutes: u16,
    /// Participants who were spoken of, hex.
    #[serde(default)]
    pub cases: Vec<String>,
    /// What was brought and spoken of: ids of [`BROUGHT`].
    #[serde(default)]
    pub items: Vec<String>,
    /// Boundaries were spoken of.
    #[serde(default)]
    pub boundaries: bool,
    /// What was agreed; may be empty.
    #[serde(default)]
    pub words: String,
}

/// The body of [`BROUGHT`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// Code of the kind.
    pub kind: String,
    /// Not empty.
    pub words: String,
}

/// A supervision as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: RecordId,
    /// What was written down.
    pub held: Held,
    /// The supervisor who wrote and so signed it.
    pub by: MemberId,
    /// When.
    pub at: Timestamp,
    /// When the coach signed.
    pub signed: Option<Timestamp>,
    /// Why it does not count.
    pub back: Option<String>,
}

impl Session {
    /// Whether it counts: both signed, and it was not taken back.
    pub fn counts(&self) -> bool {
        self.signed.is_some() && self.back.is_none()
    }
}

/// Something that a coach brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: RecordId,
    /// What it is; `None` for a kind of a later version.
    pub kind: Option<ItemKind>,
    /// What they say.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// It was spoken of.
    pub spoken: bool,
}

/// What is said of supervision in the document of one caseload.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Supervision {
    /// In the order in which they were written down.
    pub sessions: Vec<Session>,
    /// In the order in which it was brought.
    pub items: Vec<Item>,
    /// What its author may not say.
    pub aside: Vec<SetAside>,
}

/// Whether a supervision of a coach may be written down on a day: it was held, not too long ago to be
/// remembered, and took a time that is possible.
pub fn is_possible(held: &Held, today: LocalDate) -> bool {
    let lately = today.plus_days(-31)..=today;
    lately.contains(&held.on) && (1..=Minutes::MOST).contains(&held.minutes)
}

/// How supervision of `coach` stands; `said` in the order that all devices agree on. A supervision is
/// held by somebody else, and signed by the coach themselves.
pub fn supervision(coach: MemberId, said: &[Said<'_>]) -> Supervision {
    let mut found = Supervision::default();
    for one in said {
        let code = one.statement.code.as_str();
        if ![HELD, SIGNED, BACK, BROUGHT].contains(&code) {
            continue;
        }
        let taken = one
            .rightful()
            .is_some_and(|by| found.take(one, by, by == coach));
        if !taken {
            found.aside.push(one.aside());
        }
    }
    for item in &mut found.items {
        let id = item.id.to_string();
        let mut standing = found.sessions.iter().filter(|one| one.back.is_none());
        item.spoken = standing.any(|one| one.held.items.contains(&id));
    }
    found
}

impl Supervision {
    /// Answers whether the statement counts.
    fn take(&mut self, said: &Said<'_>, by: MemberId, is_own: bool) -> bool {
        let statement = said.statement;
        let supervises = said
            .role
            .is_some_and(|role| crate::rights::may(role, crate::rights::Deed::Decide));
        let meant = || {
            self.sessions
                .iter()
                .position(|one| Some(one.id) == statement.about)
        };
        match statement.code.as_str() {
            HELD if supervises && !is_own => match statement.says::<Held>() {
                Some(held) => {
                    self.sessions.push(Session {
                        id: statement.id,
                        held,
                        by,
                        at: statement.at,
                        signed: None,
                        back: None,
                    });
                    true
                }
                None => false,
            },
            SIGNED if is_own => match meant().and_then(|at| self.sessions.get_mut(at)) {
                Some(session) => {
                    session.signed.get_or_insert(statement.at);
                    true
                }
                None => false,
            },
            BACK if supervises && !is_own => {
                let words = statement.says::<crate::concern::Worded>();
                match meant().and_then(|at| self.sessions.get_mut(at)).zip(words) {
                    Some((session, words)) => {
                        session.back.get_or_insert(words.words);
                        true
                    }
                    None => false,
                }
            }
            BROUGHT if is_own => match statement.says::<Brought>() {
                Some(brought) => {
                    self.items.push(Item {
                        id: statement.id,
                        kind: ItemKind::from_code(&brought.kind),
                        words: brought.words,
                        at: statement.at,
                        spoken: false,
                    });
                    true
                }
                None => false,
            },
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
