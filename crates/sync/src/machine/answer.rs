//! What an answer means, whatever it answers.

use handrail_protocol::message::{self, MessageError};
use handrail_protocol::route::CONTENT_TYPE_CBOR;

use super::flight::{Flight, Purpose};
use super::io::{SyncReply, SyncTransportError, Trouble};
use super::pace::Blame;
use super::{Step, SyncMachine};
use crate::{StoreFault, SyncStore};

const TOO_MANY_REQUESTS: u16 = 429;

/// How an answer was taken.
pub(super) enum Taken {
    /// As it should be.
    Well,
    /// Wanted again, later.
    Badly(Option<Trouble>),
    /// Not well, but what to do next is already noted.
    Settled,
}

impl SyncMachine {
    pub(super) fn answered(
        &mut self,
        flight: &Flight,
        result: Result<SyncReply, SyncTransportError>,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        let Ok(reply) = result else {
            self.failed(&flight.purpose, None, step);
            return Ok(());
        };
        if reply.status == TOO_MANY_REQUESTS {
            self.want_again(&flight.purpose);
            let (blame, now) = (Blame::of(&flight.purpose), step.ms());
            self.backoff
                .be_patient(blame, reply.retry_after_ms, now, step.rng);
            return Ok(());
        }
        if let Err(trouble) = is_an_answer(&reply) {
            self.failed(&flight.purpose, trouble, step);
            return Ok(());
        }
        if reply.status == 401 && flight.in_session {
            // The token is over, or the relay was started again.
            self.session = None;
            self.want_again(&flight.purpose);
            return Ok(());
        }
        match self.take_answer(&flight.purpose, &reply, store, step)? {
            Taken::Well => {
                self.backoff.succeed(&flight.purpose);
                if flight.purpose.is_bulk() {
                    self.batch
                        .succeeded(step.ms().saturating_sub(flight.sent_at));
                }
            }
            Taken::Badly(trouble) => self.failed(&flight.purpose, trouble, step),
            Taken::Settled => {}
        }
        Ok(())
    }

    fn take_answer(
        &mut self,
        purpose: &Purpose,
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        match purpose {
            Purpose::Challenge => Ok(self.take_challenge(reply)),
            Purpose::Session => self.take_session(reply, store, step),
            Purpose::Register => Ok(self.take_registration(reply)),
            Purpose::GiveRoster { n } => self.take_roster_given(*n, reply, store),
            Purpose::FetchRoster => self.take_roster(reply, store, step),
            Purpose::PostRoster { entry } => self.take_roster_posted(entry, reply, store, step),
            Purpose::Push { items } => self.take_push(items, reply, store, step),
            Purpose::Carry { items } => self.take_carried(items, reply, store, step),
            Purpose::CompareUnsent { asked } => {
                self.take_unsent_compared(asked, reply, store, step)
            }
            Purpose::Compare { asked } => Ok(self.take_compared(asked, reply)),
            Purpose::GiveBack { items, then } => {
                self.take_given_back(items, then, reply, store, step)
            }
            Purpose::Feed { after } => self.take_feed(after, reply, store, step),
            Purpose::Document { document, after } => {
                self.take_document(*document, *after, reply, store, step)
            }
        }
    }

    /// No usable answer: wait, then try again with less at once.
    pub(super) fn failed(
        &mut self,
        purpose: &Purpose,
        trouble: Option<Trouble>,
        step: &mut Step<'_>,
    ) {
        if purpose.is_bulk() {
            self.batch.failed();
        }
        self.want_again(purpose);
        let now = step.ms();
        self.backoff
            .fail(Blame::of(purpose), trouble, now, step.rng);
    }

    fn want_again(&mut self, purpose: &Purpose) {
        match purpose {
            // The handshake begins anew; healing moves on only with an answer.
            Purpose::Challenge
            | Purpose::Session
            | Purpose::Register
            | Purpose::Compare { .. }
            | Purpose::GiveBack { .. } => {}
            Purpose::GiveRoster { n } => self.todo.give_roster_from = Some(*n),
            Purpose::FetchRoster => self.todo.fetch_roster = true,
            // It may have been taken, and only the answer lost: what is wanted next is judged by
            // the roster as it is then, and it goes before items that come after it.
            Purpose::PostRoster { .. } => {
                (self.todo.fetch_roster, self.todo.post_roster) = (true, true);
            }
            Purpose::Push { .. } | Purpose::Carry { .. } => self.todo.outbox = true,
            Purpose::CompareUnsent { .. } => self.todo.reseal = true,
            Purpose::Feed { .. } => self.todo.feed = true,
            Purpose::Document { .. } => self.todo.backfill = true,
        }
    }
}

/// Whether a reply is a relay's answer at all, whatever was asked. The error is
/// the trouble; none for plain bad luck.
fn is_an_answer(reply: &SyncReply) -> Result<(), Option<Trouble>> {
    match reply.status {
        507 => Err(Some(Trouble::Quota)),
        500..=599 => Err(None),
        _ if !reply.body.is_empty() && reply.content_type != CONTENT_TYPE_CBOR => {
            Err(Some(Trouble::NotARelay))
        }
        200..=299 if reply.body.is_empty() => Err(Some(Trouble::NotARelay)),
        _ => Ok(()),
    }
}

/// Reads a body that must be a whole message.
pub(super) fn body<'b, T: minicbor::Decode<'b, ()>>(
    reply: &'b SyncReply,
) -> Result<T, MessageError> {
    message::decode(&reply.body)
}
