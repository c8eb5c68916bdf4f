use handrail_protocol::message::{
    ChallengeReply, ChallengeRequest, RosterPage, SessionReply, decode, encode,
};
use handrail_protocol::{AgencyId, KeyId, route};
use handrail_vault::Holder;
use rand_core::CryptoRng;

use super::{JoinFailure, JoinInput, JoinOutput};
use crate::{SyncMethod, SyncReply, SyncRequest, SyncTransportError};

const TIMEOUT_MS: u64 = 30_000;
const MAX_REPLY_BYTES: usize = 4 * 1024 * 1024;
const LONGEST_WAIT_MS: u64 = 30_000;
/// So many refused challenges in a row are not bad luck.
const REFUSALS: u32 = 3;

/// What is asked, or to be asked again after a wait.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// Asks for a nonce.
    Challenge,
    /// Answers the nonce with this body.
    Session(Vec<u8>),
    /// Reads the roster after the entries collected so far.
    Roster,
    /// Waits for the redeeming entry.
    Redeeming,
    /// Posts it.
    Post(Vec<u8>),
    /// Joined or failed.
    Over,
}

/// The conversation of a device that holds an invitation or a recovery kit.
#[derive(Debug)]
pub struct JoinMachine {
    agency: AgencyId,
    stage: Stage,
    authorization: Option<String>,
    entries: Vec<Vec<u8>>,
    next_id: u64,
    waiting_for: Option<u64>,
    failures: u32,
    refusals: u32,
    key: KeyId,
    /// The entry cannot be made anew.
    fixed: bool,
}

impl JoinMachine {
    /// For the holder with this key id.
    pub fn new(agency: AgencyId, key: KeyId) -> Self {
        Self::at(Stage::Challenge, agency, key, false)
    }

    /// For an entry that was made earlier, by keys that are gone: it is posted
    /// as it is, or not at all.
    pub fn with_entry(agency: AgencyId, key: KeyId, entry: Vec<u8>) -> Self {
        Self::at(Stage::Post(entry), agency, key, true)
    }

    fn at(stage: Stage, agency: AgencyId, key: KeyId, fixed: bool) -> Self {
        Self {
            agency,
            key,
            stage,
            fixed,
            authorization: None,
            entries: Vec::new(),
            next_id: 0,
            waiting_for: None,
            failures: 0,
            refusals: 0,
        }
    }

    /// Takes one input and answers what to do, in order.
    pub fn handle(&mut self, input: JoinInput<'_>, rng: &mut dyn CryptoRng) -> Vec<JoinOutput> {
        match input {
            JoinInput::Start => self.go(self.stage.clone()),
            JoinInput::Timer if self.waiting_for.is_none() => self.go(self.stage.clone()),
            JoinInput::Redeem(entry) if self.stage == Stage::Redeeming => {
                self.go(Stage::Post(entry))
            }
            JoinInput::Timer | JoinInput::Redeem(_) => Vec::new(),
            JoinInput::Http { id, result, holder } => {
                if self.waiting_for != Some(id) {
                    return Vec::new();
                }
                self.waiting_for = None;
                self.take(result, &holder, rng)
            }
        }
    }

    fn take(
        &mut self,
        result: Result<SyncReply, SyncTransportError>,
        holder: &Holder<'_>,
        rng: &mut dyn CryptoRng,
    ) -> Vec<JoinOutput> {
        let Ok(reply) = result else {
            return self.wait(None, rng);
        };
        if matches!(reply.status, 429 | 500..=599) {
            return self.wait(reply.retry_after_ms, rng);
        }
        if reply.content_type != route::CONTENT_TYPE_CBOR {
            return self.fail(JoinFailure::NotARelay);
        }
        match (&self.stage, reply.status) {
            (_, 404) => self.fail(JoinFailure::UnknownAgency),
            (_, 410) => self.fail(JoinFailure::Expired),
            (_, 403) => self.fail(JoinFailure::InvitationClosed),
            (_, 401) => {
                self.refusals += 1;
                if self.refusals >= REFUSALS {
                    return self.fail(JoinFailure::InvitationClosed);
                }
                self.authorization = None;
                self.go(Stage::Challenge)
            }
            (Stage::Challenge, 200) => match decode::<ChallengeReply>(&reply.body) {
                Ok(challenge) => {
                    let answer = holder.answer_challenge(self.agency, &challenge.nonce);
                    self.go(Stage::Session(encode(&answer)))
                }
                Err(_) => self.wait(None, rng),
            },
            (Stage::Session(_), 200) => match decode::<SessionReply>(&reply.body) {
                Ok(session) => {
                    self.authorization = Some(session.token.authorization());
                    self.go(Stage::Roster)
                }
                Err(_) => self.wait(None, rng),
            },
            (Stage::Roster, 200) => match decode::<RosterPage>(&reply.body) {
                Ok(page) => self.take_roster(page),
                Err(_) => self.wait(None, rng),
            },
            (Stage::Post(_), 200 | 201) => {
                self.stage = Stage::Over;
                vec![JoinOutput::Joined]
            }
            (Stage::Post(_), 409) if self.fixed => self.fail(JoinFailure::Overtaken),
            (Stage::Post(_), 409) => self.go(Stage::Roster),
            (Stage::Post(_), _) => self.fail(JoinFailure::Refused),
            _ => self.wait(None, rng),
        }
    }

    fn take_roster(&mut self, page: RosterPage) -> Vec<JoinOutput> {
        self.failures = 0;
        self.refusals = 0;
        self.entries
            .extend(page.entries.into_iter().map(Into::into));
        if page.more {
            return self.go(Stage::Roster);
        }
        self.stage = Stage::Redeeming;
        vec![JoinOutput::Roster(self.entries.clone())]
    }

    /// Makes the request of a stage.
    fn go(&mut self, stage: Stage) -> Vec<JoinOutput> {
        self.stage = stage;
        let cbor = Some(route::CONTENT_TYPE_CBOR);
        let (path, content_type, body) = match &self.stage {
            Stage::Challenge => {
                let ask = ChallengeRequest {
                    agency: self.agency,
                    key: self.key,
                };
                (route::SESSION_CHALLENGE.to_owned(), cbor, encode(&ask))
            }
            Stage::Session(body) => (route::SESSION.to_owned(), cbor, body.clone()),
            Stage::Roster => {
                let last = (self.entries.len() as u64).checked_sub(1);
                (route::roster_after(last), None, Vec::new())
            }
            Stage::Post(entry) => (
                route::ROSTER.to_owned(),
                Some(route::CONTENT_TYPE_BYTES),
                entry.clone(),
            ),
            Stage::Redeeming | Stage::Over => return Vec::new(),
        };
        let id = self.next_id;
        self.next_id += 1;
        self.waiting_for = Some(id);
        let method = if content_type.is_some() {
            SyncMethod::Post
        } else {
            SyncMethod::Get
        };
        vec![JoinOutput::Http(SyncRequest {
            id,
            method,
            path,
            authorization: self.authorization.clone(),
            content_type,
            body,
            timeout_ms: TIMEOUT_MS,
            max_reply_bytes: MAX_REPLY_BYTES,
        })]
    }

    /// Asks the same again after a while, at least as long as the relay asks
    /// for; a nonce is asked for anew.
    fn wait(&mut self, asked_ms: Option<u64>, rng: &mut dyn CryptoRng) -> Vec<JoinOutput> {
        if matches!(self.stage, Stage::Session(_)) {
            self.stage = Stage::Challenge;
        }
        let ceiling = (1_000_u64 << self.failures.min(5)).min(LONGEST_WAIT_MS);
        self.failures = self.failures.saturating_add(1);
        let asked = asked_ms.unwrap_or_default().min(LONGEST_WAIT_MS);
        vec![
            JoinOutput::Waiting,
            JoinOutput::TimerAfter(asked.max(250 + rng.next_u64() % ceiling)),
        ]
    }

    fn fail(&mut self, failure: JoinFailure) -> Vec<JoinOutput> {
        self.stage = Stage::Over;
        vec![JoinOutput::Failed(failure)]
    }
}
