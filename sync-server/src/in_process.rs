//! The whole relay without sockets, threads or a clock: what the simulator talks to.

use handrail_protocol::id::AgencyId;
use handrail_protocol::message::{
    ChallengeReply, ProblemCode, SessionNonce, SessionReply, SessionRequest, SessionToken,
};
use rand_core::CryptoRng;

use crate::core::{
    MOST_PASSED_MS, Relay, Reply, Request, SESSION_LIFETIME_MS, Session, Sessions, WireReply,
    WireRequest,
};
use crate::limits::Limits;
use crate::storage::{Storage, StorageError};

/// A relay that answers HTTP-shaped requests one by one.
///
/// To model a crash, call [`restart`](Self::restart); to model a relay restored from a
/// backup, keep a clone of [`storage`](Self::storage) and start a new one over it.
pub struct InProcessRelay<S> {
    relay: Relay<S>,
    sessions: Sessions,
    limits: Limits,
}

impl<S: Storage> InProcessRelay<S> {
    pub fn new(storage: S, limits: Limits, rng: &mut impl CryptoRng) -> Self {
        let sessions = Sessions::new(random(rng));
        Self {
            relay: Relay::new(storage, limits),
            sessions,
            limits,
        }
    }

    pub fn storage(&self) -> &S {
        self.relay.storage()
    }

    /// Answers one request. `authorization` is the header's value. What is answered is
    /// stored. `now_ms` is the relay's clock, Unix milliseconds.
    pub fn exchange(
        &mut self,
        request: &WireRequest<'_>,
        authorization: Option<&str>,
        now_ms: u64,
        rng: &mut impl CryptoRng,
    ) -> WireReply {
        self.answer(request, authorization, now_ms, rng)
            .unwrap_or_else(|error| Reply::Problem(problem_of(&error)))
            .to_wire()
    }

    /// Where the agency's order ends: what a wake-up would say.
    pub fn sequence(&self, agency: AgencyId) -> u64 {
        self.storage()
            .last_place(agency)
            .map_or(0, |place| place.sequence)
    }

    /// Forgets everything that is not in storage, as a crash does: sessions and challenges.
    #[must_use]
    pub fn restart(self, rng: &mut impl CryptoRng) -> Self {
        let limits = self.limits;
        Self::new(self.relay.into_storage(), limits, rng)
    }

    /// So much time passes for the relay, ms, in pieces that count; then everything is destroyed
    /// that may be. Answers how many items that were.
    ///
    /// # Errors
    /// Storage failed.
    pub fn let_pass(&mut self, ms: u64) -> Result<usize, StorageError> {
        let mut left = ms;
        while left > 0 {
            let piece = left.min(MOST_PASSED_MS);
            self.relay.pass(piece)?;
            left -= piece;
        }
        let mut destroyed = 0;
        loop {
            let step = self.relay.compact()?;
            destroyed += step.destroyed;
            if !step.more {
                return Ok(destroyed);
            }
        }
    }

    fn answer(
        &mut self,
        wire: &WireRequest<'_>,
        authorization: Option<&str>,
        now_ms: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Reply, StorageError> {
        let request = match Request::read(wire) {
            Ok(request) => request,
            Err(code) => return Ok(code.into()),
        };
        let session = match find_session(&self.sessions, authorization, now_ms) {
            Ok(session) => session,
            Err(code) => return Ok(code.into()),
        };
        match request {
            Request::Challenge(asked) => {
                if !self.relay.knows(asked.agency)? {
                    return Ok(ProblemCode::NotFound.into());
                }
                let nonce = self
                    .sessions
                    .challenge(asked.agency, asked.key, random(rng), now_ms);
                Ok(Reply::Challenge(ChallengeReply {
                    nonce: SessionNonce(nonce),
                }))
            }
            Request::OpenSession(asked) => self.open_session(&asked, random(rng), now_ms),
            request if request.writes() => self.relay.write(session.as_ref(), &request, now_ms),
            request => self.relay.read(session.as_ref(), &request, now_ms),
        }
    }

    fn open_session(
        &mut self,
        asked: &SessionRequest,
        token: [u8; 32],
        now_ms: u64,
    ) -> Result<Reply, StorageError> {
        if !self
            .sessions
            .accepts(asked.agency, asked.key, &asked.nonce.0, now_ms)
        {
            return Ok(ProblemCode::ChallengeFailed.into());
        }
        let caller = match self.relay.identify(asked, now_ms)? {
            Ok(caller) => caller,
            Err(code) => return Ok(code.into()),
        };
        let incarnation = self.storage().incarnation()?;
        let opened = self
            .sessions
            .open(asked.agency, caller, asked.nonce.0, token, now_ms);
        Ok(
            opened.map_or(Reply::Problem(ProblemCode::ChallengeFailed), |_| {
                Reply::Session(session_reply(token, incarnation, now_ms))
            }),
        )
    }
}

/// The session that an `authorization` header names; none without the header.
///
/// # Errors
/// 401 for a header that names no open session.
pub(crate) fn find_session(
    sessions: &Sessions,
    authorization: Option<&str>,
    now_ms: u64,
) -> Result<Option<Session>, ProblemCode> {
    let Some(value) = authorization else {
        return Ok(None);
    };
    SessionToken::from_authorization(value)
        .and_then(|token| sessions.find(token.as_bytes(), now_ms))
        .map(Some)
        .ok_or(ProblemCode::SessionRequired)
}

pub(crate) fn session_reply(
    token: [u8; 32],
    incarnation: handrail_protocol::RelayIncarnation,
    now_ms: u64,
) -> SessionReply {
    SessionReply {
        token: SessionToken::from_bytes(token),
        lifetime_seconds: SESSION_LIFETIME_MS / 1000,
        incarnation,
        relay_time_ms: now_ms,
    }
}

/// What a failure of storage is called on the wire.
pub(crate) fn problem_of(error: &StorageError) -> ProblemCode {
    match error {
        StorageError::Full => ProblemCode::Quota,
        StorageError::Damaged(_) | StorageError::Order | StorageError::Io(_) => {
            ProblemCode::Unavailable
        }
    }
}

fn random<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
