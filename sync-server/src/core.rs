//! What the relay decides: a synchronous core without clock, randomness or IO besides
//! storage. The shell and the simulator both drive it.

mod compaction;
mod coverage;
mod feed;
mod items;
mod request;
mod roster_log;
mod sessions;
mod view;

use std::collections::BTreeMap;

use handrail_protocol::SignPublicKey;
use handrail_protocol::id::{AgencyId, DeviceId, InvitationId, KeyId};
use handrail_protocol::message::{ProblemCode, SessionRequest, session_signing_message};
use handrail_protocol::roster::{RosterState, SessionKey};

use crate::limits::Limits;
use crate::storage::{ReadStorage, Storage, StorageError, Usage};

pub use compaction::{Compacted, GRACE_MS, MOST_PASSED_MS};
pub use request::{
    FeedQuery, Method, Reply, Request, WireReply, WireRequest, max_body_bytes, status_of,
};
pub use sessions::{CHALLENGE_LIFETIME_MS, Caller, SESSION_LIFETIME_MS, Session, Sessions};

/// The relay over some storage. A clone over cloned storage is a backup of the whole relay.
#[derive(Clone, Debug)]
pub struct Relay<S> {
    storage: S,
    limits: Limits,
    rosters: BTreeMap<AgencyId, RosterState>,
    /// What devices that were taken out handed over since this program started.
    late: BTreeMap<DeviceId, Usage>,
    /// Entries that took a device out too early, by that device and by whose they are.
    leaving: BTreeMap<(DeviceId, DeviceId), roster_log::TooEarly>,
    compacting: Option<compaction::Place>,
}

impl<S: ReadStorage> Relay<S> {
    pub fn new(storage: S, limits: Limits) -> Self {
        Self {
            storage,
            limits,
            rosters: BTreeMap::new(),
            late: BTreeMap::new(),
            leaving: BTreeMap::new(),
            compacting: None,
        }
    }

    pub fn storage(&self) -> &S {
        &self.storage
    }

    pub fn into_storage(self) -> S {
        self.storage
    }

    /// Answers a request that changes nothing. `now_ms` is the relay's clock, Unix ms.
    ///
    /// # Errors
    /// Storage failed; the caller answers 503 or 507.
    pub fn read(
        &mut self,
        session: Option<&Session>,
        request: &Request,
        now_ms: u64,
    ) -> Result<Reply, StorageError> {
        let Some(session) = session else {
            return Ok(Reply::Problem(ProblemCode::SessionRequired));
        };
        if let Request::ReadRoster { after } = request {
            return self.read_roster(session, *after);
        }
        let Some(view) = self.view(session, now_ms)? else {
            return Ok(refusal(session));
        };
        match request {
            Request::ReadFeed(query) => view.feed(query),
            Request::ReadDocument {
                document,
                all,
                query,
            } => view.document(*document, *all, query),
            Request::Frontier(request) => view.frontier(request),
            Request::Wake { .. } => Ok(Reply::Done),
            _ => Ok(Reply::Problem(ProblemCode::Malformed)),
        }
    }

    /// Whether a challenge may be given: the agency is here.
    pub fn knows(&self, agency: AgencyId) -> Result<bool, StorageError> {
        Ok(self.storage.roster_head(agency)?.is_some())
    }

    /// Who proves with this request to hold a key of the agency. Whether the nonce is good
    /// is for [`Sessions`] to say.
    ///
    /// # Errors
    /// The inner error is the answer: 401 for an unknown key or a wrong signature, 403 for an
    /// invitation that is closed, 410 for one that expired.
    pub fn identify(
        &mut self,
        request: &SessionRequest,
        now_ms: u64,
    ) -> Result<Result<Caller, ProblemCode>, StorageError> {
        let Some(roster) = self.roster(request.agency)? else {
            return Ok(Err(ProblemCode::NotFound));
        };
        let message = session_signing_message(request.agency, request.key, &request.nonce);
        let signed_by = |key: &SignPublicKey| key.verifies(&message, &request.signature);
        Ok(match roster.session_key(&request.key) {
            Some(SessionKey::Device { device, sign, .. }) if signed_by(&sign) => {
                Ok(Caller::Device(device))
            }
            Some(SessionKey::Root { root, sign }) if signed_by(&sign) => Ok(Caller::Root(root)),
            Some(SessionKey::Invitation {
                invitation,
                expires,
                sign,
            }) if signed_by(&sign) => {
                if has_expired(expires, now_ms) {
                    Err(ProblemCode::InvitationExpired)
                } else {
                    Ok(Caller::Invitation(invitation))
                }
            }
            None => former_caller(roster, &request.key, signed_by),
            _ => Err(ProblemCode::ChallengeFailed),
        })
    }

    /// The agency's roster, replayed as far as storage has it.
    pub(crate) fn roster(
        &mut self,
        agency: AgencyId,
    ) -> Result<Option<&RosterState>, StorageError> {
        roster_log::load(&self.storage, &mut self.rosters, agency)
    }
}

impl<S: Storage> Relay<S> {
    /// Answers a request that may change something. The answer may be given only after a
    /// [`commit`](Self::commit), if a transaction was begun.
    ///
    /// # Errors
    /// Storage failed: roll back, answer 503 or 507.
    pub fn write(
        &mut self,
        session: Option<&Session>,
        request: &Request,
        now_ms: u64,
    ) -> Result<Reply, StorageError> {
        match (request, session) {
            (Request::Found(entry), _) => self.found(entry),
            (Request::AppendRoster(entry), session) => self.append_roster(session, entry, now_ms),
            (Request::PushItems { body, heal }, Some(session)) => {
                if self.is_leaving(session, now_ms) {
                    return Ok(ProblemCode::Unavailable.into());
                }
                self.push_items(session, body, *heal, now_ms)
            }
            (_, None) => Ok(Reply::Problem(ProblemCode::SessionRequired)),
            _ => Ok(Reply::Problem(ProblemCode::Malformed)),
        }
    }

    pub fn begin(&mut self) -> Result<(), StorageError> {
        self.storage.begin()
    }

    /// # Errors
    /// Nothing since `begin` happened; what was kept in memory of it is forgotten.
    pub fn commit(&mut self) -> Result<(), StorageError> {
        self.storage.commit().inspect_err(|_| self.rosters.clear())
    }

    pub fn roll_back(&mut self) -> Result<(), StorageError> {
        self.rosters.clear();
        self.storage.roll_back()
    }
}

/// What a session gets that may not use a route now: a device that lost its place since the
/// session was opened is sent back to prove itself.
fn refusal(session: &Session) -> Reply {
    Reply::Problem(match session.caller {
        Caller::Device(_) => ProblemCode::SessionRequired,
        Caller::Former(_) | Caller::Invitation(_) | Caller::Root(_) => ProblemCode::NotAllowed,
    })
}

fn has_expired(expires_seconds: u64, now_ms: u64) -> bool {
    expires_seconds.saturating_mul(1000) <= now_ms
}

/// Who holds a key that once could open a session and no longer may: a device that was taken
/// out is told so by the roster, and may hand over what it has.
fn former_caller(
    roster: &RosterState,
    key: &KeyId,
    signed_by: impl Fn(&SignPublicKey) -> bool,
) -> Result<Caller, ProblemCode> {
    let bytes = *key.as_bytes();
    if let Some(device) = roster.device(&DeviceId::from_bytes(bytes))
        && device.revoked.is_some()
        && signed_by(&device.sign)
    {
        return Ok(Caller::Former(device.id));
    }
    let invitation = roster.invitation(&InvitationId::from_bytes(bytes));
    Err(match invitation {
        Some(invitation) if signed_by(&invitation.sign) => ProblemCode::NotAllowed,
        _ => ProblemCode::ChallengeFailed,
    })
}
