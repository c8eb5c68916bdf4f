//! Proving who asks.

use handrail_protocol::message::{ChallengeReply, ChallengeRequest, FeedPoint, SessionReply};
use handrail_protocol::{KeyId, route};
use handrail_vault::Holder;

use super::answer::{Taken, body};
use super::flight::{Draft, Handshake, Purpose, Session};
use super::io::{SyncOutput, SyncReply, Trouble, WakeStream};
use super::{Step, SyncMachine};
use crate::{StoreFault, SyncStore};

/// Note of the store: the relay's clock when the last session was opened, Unix
/// milliseconds, 8 bytes, big endian. No later than now, by that clock.
pub const RELAY_CLOCK: &str = "sync.relay_clock";

/// A session is renewed so long before the relay forgets it.
const RENEW_EARLY_MS: u64 = 30_000;
const SHORTEST_SESSION_MS: u64 = 10_000;

impl SyncMachine {
    /// The next request towards a session, once nothing else is under way.
    pub(super) fn shake_hands(
        &mut self,
        store: &mut impl SyncStore,
        _step: &mut Step<'_>,
    ) -> Result<Option<Draft>, StoreFault> {
        let handshake = std::mem::take(&mut self.handshake);
        store.transaction(|tx| {
            let Some(identity) = tx.identity()? else {
                return Ok(None);
            };
            let (agency, key) = (identity.agency, KeyId::from(identity.device));
            Ok(match handshake {
                Handshake::Ask => Some(Draft::cbor(
                    Purpose::Challenge,
                    route::SESSION_CHALLENGE,
                    &ChallengeRequest { agency, key },
                )),
                Handshake::Answer(nonce) => {
                    let secret = tx.device_secret()?;
                    let answer = Holder::Device(&secret).answer_challenge(agency, &nonce);
                    Some(Draft::cbor(Purpose::Session, route::SESSION, &answer))
                }
                Handshake::Register => tx
                    .roster_entries(0, 1)?
                    .into_iter()
                    .next()
                    .map(|entry| Draft::bytes(Purpose::Register, route::AGENCIES, entry)),
            })
        })
    }

    pub(super) fn take_challenge(&mut self, reply: &SyncReply) -> Taken {
        match (reply.status, body::<ChallengeReply>(reply)) {
            (200, Ok(challenge)) => {
                self.handshake = Handshake::Answer(challenge.nonce);
                Taken::Well
            }
            (404, _) => {
                self.handshake = Handshake::Register;
                Taken::Settled
            }
            (403, _) => Taken::Badly(Some(Trouble::NotRecognised)),
            _ => Taken::Badly(None),
        }
    }

    pub(super) fn take_session(
        &mut self,
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        match (reply.status, body::<SessionReply>(reply)) {
            (200, Ok(opened)) => {
                self.session_refusals = 0;
                self.session_opened(&opened, store, step)?;
                Ok(Taken::Well)
            }
            (401, _) => {
                // A nonce can be lost once. After that the relay may have lost
                // the entry that added this device.
                self.session_refusals += 1;
                if self.session_refusals == 1 {
                    return Ok(Taken::Settled);
                }
                self.give_roster_from_head(store)?;
                Ok(Taken::Badly(Some(Trouble::NotRecognised)))
            }
            (403 | 410, _) => Ok(Taken::Badly(Some(Trouble::NotRecognised))),
            (404, _) => {
                self.handshake = Handshake::Register;
                Ok(Taken::Settled)
            }
            _ => Ok(Taken::Badly(None)),
        }
    }

    fn session_opened(
        &mut self,
        opened: &SessionReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        let lifetime = opened.lifetime_seconds.saturating_mul(1_000);
        let lasts = lifetime
            .saturating_sub(RENEW_EARLY_MS)
            .max(SHORTEST_SESSION_MS);
        // Of what this device alone can confirm, a later session has to.
        self.todo.snapshots = true;
        let session = Session {
            authorization: opened.token.authorization(),
            renew_at: step.ms().saturating_add(lasts),
        };
        let cursor = store.transaction(|tx| {
            let start = FeedPoint::start(opened.incarnation);
            let cursor = tx.cursor()?;
            // What time it is for the expiry of invitations, at least.
            tx.set_note(RELAY_CLOCK, Some(&opened.relay_time_ms.to_be_bytes()))?;
            if cursor.is_none() {
                tx.set_cursor(Some(start))?;
            }
            Ok(cursor.unwrap_or(start))
        })?;
        if cursor.incarnation != opened.incarnation && !self.dismissed {
            self.relay_lost_data(opened.incarnation, store)?;
        }
        step.out.push(SyncOutput::WakeStream(Some(WakeStream {
            path: route::wake_after(cursor.seq),
            authorization: session.authorization.clone(),
        })));
        self.session = Some(session);
        self.todo.fetch_roster = true;
        self.todo.post_roster = true;
        self.todo.feed = true;
        Ok(())
    }

    pub(super) fn take_registration(&mut self, reply: &SyncReply) -> Taken {
        match reply.status {
            200 | 201 => {
                self.todo.give_roster_from = Some(1);
                Taken::Well
            }
            409 => Taken::Badly(Some(Trouble::RosterForked)),
            _ => Taken::Badly(Some(Trouble::Refused)),
        }
    }
}
