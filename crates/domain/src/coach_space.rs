//! What coaches and supervisors of an agency say among themselves (S3-16): messages with answers, in a
//! document whose keys no other role holds. Participants are not its subject, and their names do not
//! belong there: [`names`] finds those that a device knows before anything is said.

pub mod names;

use crate::id::{MemberId, RecordId};
use crate::rights::{Said, SetAside};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A message, or with another one as what it is about, an answer: [`SaidBody`].
pub const SAID: &str = "coaches_said";
/// Its author takes a message or answer back; it has no body.
pub const BACK: &str = "coaches_back";
/// Somebody who may puts a message or answer away: [`PutAwayBody`].
pub const PUT_AWAY: &str = "coaches_put_away";

/// Longest message, in characters.
pub const WORDS_LIMIT: usize = 2_000;
/// Longest reason, in characters.
pub const REASON_LIMIT: usize = 300;

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidBody {
    /// Without blanks around it, 1 to [`WORDS_LIMIT`] characters.
    pub words: String,
}

/// Why a message was put away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAwayBody {
    /// Without blanks around it, 1 to [`REASON_LIMIT`] characters.
    pub reason: String,
}

/// Why a message is not shown any more. Its words stay in the document, as all that was stated does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// Its author took it back.
    TakenBack,
    /// Somebody put it away.
    PutAway {
        /// Who.
        by: MemberId,
        /// Why.
        reason: String,
    },
}

/// A message or an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: RecordId,
    /// Who wrote it.
    pub by: MemberId,
    /// When, by their clock.
    pub at: Timestamp,
    /// What it says.
    pub words: String,
    /// Why it is not shown any more; what happened first counts.
    pub gone: Option<Gone>,
}

/// A message with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// What began it.
    pub first: Message,
    /// Answers, the oldest first.
    pub answers: Vec<Message>,
}

impl Thread {
    /// When the last word in it was said that is still shown; of what is shown no more at all, when it
    /// began.
    pub fn last_word(&self) -> Timestamp {
        let shown = self.messages().filter(|message| message.gone.is_none());
        let last = shown.map(|message| message.at).max();
        last.unwrap_or(self.first.at)
    }

    /// The message and its answers.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        std::iter::once(&self.first).chain(&self.answers)
    }

    fn messages_mut(&mut self) -> impl Iterator<Item = &mut Message> {
        std::iter::once(&mut self.first).chain(&mut self.answers)
    }
}

/// Whether a text is neither empty nor longer than `limit` characters, without the blanks around it.
pub fn fits(text: &str, limit: usize) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().take(limit + 1).count() <= limit
}

/// What was said, the thread with the newest word first, and what does not count: what its author may
/// not say, what is about nothing that was said, the taking back of another's words, and what somebody
/// says under an id for the second time. Two may say something under one id, for a changed program can do
/// that in another document: neither hides the other, and both are put away together. The same on every
/// device that has the same statements.
pub fn threads(said: &[Said<'_>]) -> (Vec<Thread>, Vec<SetAside>) {
    let (mut threads, mut aside): (Vec<Thread>, Vec<SetAside>) = (Vec::new(), Vec::new());
    let mut known = BTreeSet::new();
    for one in said {
        let code = one.statement.code.as_str();
        if ![SAID, BACK, PUT_AWAY].contains(&code) {
            continue;
        }
        let counts = match code {
            SAID => say(&mut threads, &mut known, one),
            BACK => take_back(&mut threads, one),
            _ => put_away(&mut threads, one),
        };
        if counts.is_none() {
            aside.push(one.aside());
        }
    }
    for thread in &mut threads {
        thread.answers.sort_by_key(|answer| (answer.at, answer.id));
    }
    threads.sort_by_key(|thread| std::cmp::Reverse((thread.last_word(), thread.first.id)));
    (threads, aside)
}

fn say(
    threads: &mut Vec<Thread>,
    known: &mut BTreeSet<(RecordId, MemberId)>,
    one: &Said<'_>,
) -> Option<()> {
    let by = one.rightful()?;
    let body: SaidBody = one.statement.says()?;
    fits(&body.words, WORDS_LIMIT).then_some(())?;
    known.insert((one.statement.id, by)).then_some(())?;
    let message = Message {
        id: one.statement.id,
        by,
        at: one.statement.at,
        words: body.words.trim().to_owned(),
        gone: None,
    };
    match one.statement.about {
        None => threads.push(Thread {
            first: message,
            answers: Vec::new(),
        }),
        // An answer to an answer stands beside it.
        Some(about) => {
            let holds = |thread: &&mut Thread| thread.messages().any(|known| known.id == about);
            let thread = threads.iter_mut().find(holds)?;
            thread.answers.push(message);
        }
    }
    Some(())
}

fn take_back(threads: &mut [Thread], one: &Said<'_>) -> Option<()> {
    let by = one.rightful()?;
    let message = about(threads, one).find(|message| message.by == by)?;
    message.gone.get_or_insert(Gone::TakenBack);
    Some(())
}

fn put_away(threads: &mut [Thread], one: &Said<'_>) -> Option<()> {
    let by = one.rightful()?;
    let body: PutAwayBody = one.statement.says()?;
    fits(&body.reason, REASON_LIMIT).then_some(())?;
    let mut is_there = false;
    for message in about(threads, one) {
        is_there = true;
        let reason = body.reason.trim().to_owned();
        message.gone.get_or_insert(Gone::PutAway { by, reason });
    }
    is_there.then_some(())
}

/// The messages that a statement is about.
fn about<'a>(
    threads: &'a mut [Thread],
    one: &Said<'_>,
) -> impl Iterator<Item = &'a mut Message> + use<'a> {
    let about = one.statement.about;
    let all = threads.iter_mut().flat_map(Thread::messages_mut);
    all.filter(move |message| Some(message.id) == about)
}

#[cfg(test)]
mod tests;
