//! What coaches and supervisors say among themselves (S3-16). It lies in a shared group of keys of its
//! own, as the desk does (`rooms`): coaches, leads and supervisors are in it as long as that is their
//! role, and nobody else is. What was looked at is kept on this device alone.

mod looked;

use handrail_domain::Now;
use handrail_domain::coach_space::{
    self, Gone, Message, PutAwayBody, REASON_LIMIT, SaidBody, Thread, WORDS_LIMIT, fits, names,
};
use handrail_domain::rights::{Deed, SetAside};
use handrail_protocol::DocumentId;
use rand_core::CryptoRng;

use crate::api::{
    CoachSpaceCommand, CoachSpaceView, EngineError, GoneView, InvalidField, MessageView, Reply,
    ThreadView,
};
use crate::convert::{domain_member, invalid, protocol_member, record_id};
use crate::open::Open;
use crate::rights;
use crate::rooms::{self, Room, Standing};
use crate::statements::{self, Place, Said};
use crate::views::shown_name;

use looked::Looked;

/// Names that somebody is asked about at most.
const MOST_NAMES: usize = 5;

/// What is said there.
///
/// # Errors
/// `NotAllowed` for who is neither a coach nor a supervisor.
pub fn view(open: &mut Open) -> Result<CoachSpaceView, EngineError> {
    rights::check(open, Deed::AmongCoaches)?;
    let Standing { is_open, waits } = rooms::standing(open, Room::Coaches)?;
    let placed = said_in(open)?;
    let said: Vec<Said> = placed.iter().map(|(_, one)| one.clone()).collect();
    let (threads, aside) = coach_space::threads(&rights::weighed(open, &said));
    let looked = looked::kept(open)?;
    let puts_away = rights::has(open, Deed::PutAway);
    let is_new = |message: &Message| {
        let statement = placed.iter().find(|(_, one)| one.id() == message.id);
        let is_newer = |(document, one): &(DocumentId, Said)| {
            let looked = looked.as_ref();
            looked.is_some_and(|looked| looked.is_new(*document, one))
        };
        message.by != domain_member(open.identity.member) && statement.is_some_and(is_newer)
    };
    let aside: &[SetAside] = if puts_away { &aside } else { &[] };
    Ok(CoachSpaceView {
        is_open,
        waits,
        may_begin: open.roster.is_administrator(&open.identity.device),
        threads: threads
            .iter()
            .map(|thread| ThreadView {
                first: message_view(open, &thread.first, puts_away, is_new(&thread.first)),
                answers: thread
                    .answers
                    .iter()
                    .map(|answer| message_view(open, answer, puts_away, is_new(answer)))
                    .collect(),
                last_at: thread.last_word().millis(),
            })
            .collect(),
        aside: aside
            .iter()
            .map(|one| rights::aside_view(open, "", one))
            .collect(),
        mark: Looked::at(&placed).to_mark(),
    })
}

fn message_view(open: &Open, message: &Message, puts_away: bool, is_new: bool) -> MessageView {
    let is_own = message.by == domain_member(open.identity.member);
    let is_shown = message.gone.is_none();
    MessageView {
        id: message.id.to_string(),
        by: open.member_name(&protocol_member(message.by)),
        at: message.at.millis(),
        words: if is_shown {
            message.words.clone()
        } else {
            String::new()
        },
        gone: message.gone.as_ref().map(|gone| match gone {
            Gone::TakenBack => GoneView::TakenBack,
            Gone::PutAway { by, reason } => GoneView::PutAway {
                by: open.member_name(&protocol_member(*by)),
                reason: reason.clone(),
            },
        }),
        is_new: is_new && is_shown,
        may_take_back: is_own && is_shown,
        may_put_away: puts_away && !is_own && is_shown,
    }
}

/// Does an order.
///
/// # Errors
/// `NotAllowed` for a role that may not, and for taking back what another said; `NotFound` where it is
/// not, or not begun; `Invalid` with `Words` or `Reason` for what is empty or too long.
pub fn order(
    open: &mut Open,
    command: &CoachSpaceCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<Reply, EngineError> {
    match command {
        CoachSpaceCommand::Open => rooms::begin(open, Room::Coaches, now, rng)?,
        CoachSpaceCommand::Looked { mark } => looked::keep(open, mark)?,
        CoachSpaceCommand::Say {
            words,
            answers,
            anyway,
        } => {
            let about = answers.as_deref();
            return say(open, (words.as_str(), about, *anyway), now, rng).map(Reply::NamesFound);
        }
        CoachSpaceCommand::TakeBack { message: id } => {
            let own = domain_member(open.identity.member);
            let mut shown = shown(open, id)?.into_iter();
            let message = shown.find(|message| message.by == own);
            let message = message.ok_or(EngineError::NotAllowed)?;
            let what = (coach_space::BACK, Some(message.id));
            statements::say(open, place(open), what, &(), now, rng)?;
        }
        CoachSpaceCommand::PutAway {
            message: id,
            reason,
        } => {
            if !fits(reason, REASON_LIMIT) {
                return Err(invalid(InvalidField::Reason));
            }
            shown(open, id)?;
            let what = (coach_space::PUT_AWAY, Some(record_id(id)?));
            let reason = reason.trim().to_owned();
            statements::say(open, place(open), what, &PutAwayBody { reason }, now, rng)?;
        }
    }
    Ok(Reply::Done)
}

/// Says something, unless it names somebody and was not meant to: then it is not said, and these are
/// the names.
fn say(
    open: &mut Open,
    (words, answers, anyway): (&str, Option<&str>, bool),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<Vec<String>, EngineError> {
    if !fits(words, WORDS_LIMIT) {
        return Err(invalid(InvalidField::Words));
    }
    if !rooms::standing(open, Room::Coaches)?.is_open {
        return Err(EngineError::NotFound);
    }
    let about = match answers {
        // Also one that was taken back meanwhile: its answers stay.
        Some(id) => known(open, id)?.first().map(|message| message.id),
        None => None,
    };
    if !anyway {
        let found = people_named(open, words)?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    let words = words.trim().to_owned();
    let what = (coach_space::SAID, about);
    statements::say(open, place(open), what, &SaidBody { words }, now, rng)?;
    Ok(Vec::new())
}

fn place(open: &Open) -> Place {
    Place::Caseload(Room::Coaches.keys(&open.roster))
}

/// All that was stated there, with the document that it stands in; nothing for who does not read it any more.
fn said_in(open: &mut Open) -> Result<Vec<(DocumentId, Said)>, EngineError> {
    if !rooms::standing(open, Room::Coaches)?.is_open {
        return Ok(Vec::new());
    }
    statements::said_in(open, &Room::Coaches.keys(&open.roster))
}

/// What is still shown under an id: one message, unless a changed program wrote another.
fn shown(open: &mut Open, id: &str) -> Result<Vec<Message>, EngineError> {
    let mut found = known(open, id)?;
    found.retain(|message| message.gone.is_none());
    let is_shown = !found.is_empty();
    is_shown.then_some(found).ok_or(EngineError::NotFound)
}

/// What was said under an id, shown or not.
fn known(open: &mut Open, id: &str) -> Result<Vec<Message>, EngineError> {
    let id = record_id(id)?;
    let placed = said_in(open)?;
    let said: Vec<Said> = placed.into_iter().map(|(_, one)| one).collect();
    let (threads, _) = coach_space::threads(&rights::weighed(open, &said));
    let all = threads.iter().flat_map(Thread::messages);
    let found: Vec<Message> = all.filter(|message| message.id == id).cloned().collect();
    let is_known = !found.is_empty();
    is_known.then_some(found).ok_or(EngineError::NotFound)
}

/// Participants whose record this member reads here and whom a text names, by name.
fn people_named(open: &Open, text: &str) -> Result<Vec<String>, EngineError> {
    let text = names::Text::of(text);
    let rows = open.store.read().active_participants()?;
    let mut found: Vec<String> = rows
        .iter()
        .filter(|row| open.serves(row.caseload_group.as_ref()))
        .filter(|row| text.names(&row.display_name) || text.names(&row.preferred_name))
        .map(shown_name)
        .collect();
    found.dedup();
    found.truncate(MOST_NAMES);
    Ok(found)
}
