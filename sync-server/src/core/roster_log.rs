//! The roster's log: founding, appending by compare-and-set, reading, replaying.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::id::{AgencyId, DeviceId, RosterHash};
use handrail_protocol::message::{AgencyCreated, ProblemCode, RosterPage};
use handrail_protocol::roster::operation::{LastItem, Operation};
use handrail_protocol::roster::{RosterEntry, RosterError, RosterState, Signer};

use super::{Caller, Relay, Reply, Request, Session, has_expired};
use crate::storage::{ReadStorage, Storage, StorageError, Stream};

/// For so long nothing is taken of a device that an administrator is about to take out, ms: for
/// reading on a slow connection what it sent before.
pub const LEAVING_MS: u64 = 10 * 60_000;
const PAGE_ENTRIES: usize = 512;
const PAGE_BYTES: usize = 1024 * 1024;

/// Brings the replayed roster of an agency up to what storage has.
pub(super) fn load<'a>(
    storage: &impl ReadStorage,
    rosters: &'a mut BTreeMap<AgencyId, RosterState>,
    agency: AgencyId,
) -> Result<Option<&'a RosterState>, StorageError> {
    let Some(head) = storage.roster_head(agency)? else {
        rosters.remove(&agency);
        return Ok(None);
    };
    if rosters.get(&agency).is_some_and(|held| held.head() == head) {
        return Ok(rosters.get(&agency));
    }
    let damaged = |error: RosterError| StorageError::Damaged(format!("stored roster: {error}"));
    let missing = || StorageError::Damaged("stored roster: an entry is missing".to_owned());
    let mut replayed = rosters.remove(&agency);
    if let Some(roster) = &replayed
        && storage.roster_hash(agency, roster.head().n)? != Some(roster.head().hash)
    {
        replayed = None;
    }
    let mut state = if let Some(state) = replayed {
        state
    } else {
        let first = storage.roster_entries(agency, 0, 1, PAGE_BYTES)?;
        RosterState::found(first.first().ok_or_else(missing)?).map_err(damaged)?
    };
    while state.head() != head {
        let from = state.head().n + 1;
        let entries = storage.roster_entries(agency, from, PAGE_ENTRIES, PAGE_BYTES)?;
        if entries.is_empty() {
            return Err(missing());
        }
        for entry in &entries {
            state.apply(entry).map_err(damaged)?;
        }
    }
    Ok(Some(rosters.entry(agency).or_insert(state)))
}

impl<S: ReadStorage> Relay<S> {
    pub(super) fn read_roster(
        &mut self,
        session: &Session,
        after: Option<u64>,
    ) -> Result<Reply, StorageError> {
        let Some(roster) = self.roster(session.agency)? else {
            return Ok(Reply::Problem(ProblemCode::NotFound));
        };
        let taken_out = match session.caller {
            Caller::Former(id) => roster
                .device(&id)
                .and_then(|device| device.revoked.as_ref()),
            _ => None,
        };
        // Who was taken out learns that, and nothing of what the agency did afterwards.
        let head = match taken_out {
            Some(revocation) => revocation.n,
            None if roster.session_key(&session.caller.key()).is_some() => roster.head().n,
            None => return Ok(Reply::Problem(ProblemCode::SessionRequired)),
        };
        let from = after.map_or(0, |n| n.saturating_add(1));
        let mut entries =
            self.storage
                .roster_entries(session.agency, from, PAGE_ENTRIES, PAGE_BYTES)?;
        let left = head.saturating_add(1).saturating_sub(from);
        entries.truncate(usize::try_from(left).unwrap_or(usize::MAX));
        let more = from.saturating_add(entries.len() as u64) <= head;
        let entries: Vec<_> = entries.into_iter().map(Into::into).collect();
        Ok(Reply::Roster(RosterPage {
            more: more && !entries.is_empty(),
            entries,
        }))
    }
}

/// An entry that takes a device out and leaves out something of it that is here.
#[derive(Clone, Copy, Debug)]
pub(super) struct TooEarly {
    entry: RosterHash,
    /// When it came first, Unix ms.
    since_ms: u64,
}

impl TooEarly {
    fn is_recent(&self, now_ms: u64) -> bool {
        now_ms < self.since_ms + LEAVING_MS
    }
}

/// What an entry would come to.
enum Considered {
    /// Nothing is to be written: it is there already, or it is refused.
    Answer(Reply),
    /// It is next and it verifies: the roster after it.
    Take(Box<RosterState>),
}

impl<S: ReadStorage> Relay<S> {
    /// The answer to a founding or a roster entry, if it is one that changes nothing; `None`
    /// when the writer has to decide. So people without a session cannot occupy the writer.
    ///
    /// # Errors
    /// Storage failed.
    pub fn foresee(
        &mut self,
        request: &Request,
        now_ms: u64,
    ) -> Result<Option<Reply>, StorageError> {
        let considered = match request {
            Request::Found(entry) => self.consider_founding(entry)?,
            Request::AppendRoster(entry) => self.consider_entry(None, entry, now_ms)?,
            _ => return Ok(None),
        };
        Ok(match considered {
            Considered::Answer(reply) => Some(reply),
            Considered::Take(_) => None,
        })
    }

    fn consider_founding(&mut self, bytes: &[u8]) -> Result<Considered, StorageError> {
        let entry = match RosterEntry::parse(bytes) {
            Ok(entry) => entry,
            Err(error) => return Ok(refused(&error)),
        };
        if let Some(first) = self.storage.roster_hash(entry.body().agency, 0)? {
            let same = first == entry.hash();
            return Ok(if same {
                self.founded()?
            } else {
                answer(ProblemCode::AgencyExists)
            });
        }
        if self.storage.agency_count()? >= self.limits.max_agencies {
            return Ok(answer(ProblemCode::AgenciesFull));
        }
        Ok(match RosterState::found(bytes) {
            Ok(state) => Considered::Take(Box::new(state)),
            Err(error) => refused(&error),
        })
    }

    fn founded(&self) -> Result<Considered, StorageError> {
        let incarnation = self.storage.incarnation()?;
        Ok(Considered::Answer(Reply::Founded(AgencyCreated {
            incarnation,
        })))
    }

    fn consider_entry(
        &mut self,
        session: Option<&Session>,
        bytes: &[u8],
        now_ms: u64,
    ) -> Result<Considered, StorageError> {
        let entry = match RosterEntry::parse(bytes) {
            Ok(entry) => entry,
            Err(error) => return Ok(refused(&error)),
        };
        let agency = entry.body().agency;
        if session.is_some_and(|session| session.agency != agency) {
            return Ok(answer(ProblemCode::NotAllowed));
        }
        let most = self.limits.roster_entries;
        let Some(roster) = self.roster(agency)? else {
            return Ok(answer(ProblemCode::NotFound));
        };
        if roster.knows(&entry.head()) {
            return Ok(Considered::Answer(Reply::Appended(entry.head())));
        }
        let head = roster.head();
        if entry.body().previous != Some(head.hash) || entry.body().n != head.n + 1 {
            return Ok(Considered::Answer(Reply::RosterMoved(head)));
        }
        if entry.body().n >= most {
            return Ok(answer(ProblemCode::Quota));
        }
        let brought_back = session.is_some_and(|session| {
            matches!(session.caller, Caller::Device(_))
                && roster.session_key(&session.caller.key()).is_some()
        });
        let expired = entry
            .redeems()
            .and_then(|invitation| roster.invitation(&invitation))
            .is_some_and(|invitation| has_expired(invitation.expires, now_ms));
        if expired && !brought_back {
            return Ok(answer(ProblemCode::InvitationExpired));
        }
        let mut next = roster.clone();
        Ok(match next.apply(bytes) {
            Ok(()) => Considered::Take(Box::new(next)),
            Err(error) => refused(&error),
        })
    }
}

impl<S: Storage> Relay<S> {
    /// Takes an agency's first entry. The same bytes again are answered the same.
    pub(super) fn found(&mut self, bytes: &[u8]) -> Result<Reply, StorageError> {
        let state = match self.consider_founding(bytes)? {
            Considered::Answer(reply) => return Ok(reply),
            Considered::Take(state) => state,
        };
        self.storage
            .append_roster(state.agency(), 0, state.head().hash, bytes)?;
        self.rosters.insert(state.agency(), *state);
        let incarnation = self.storage.incarnation()?;
        Ok(Reply::Founded(AgencyCreated { incarnation }))
    }

    /// Takes the next entry. The entry's own signature is what gives it the right to be
    /// there, so no session is needed; that lets devices give a relay back what it lost,
    /// also when the lost part is the entry that added them.
    ///
    /// An invitation counts only until it expires by this relay's clock, except for an entry
    /// that a device of the agency brings back.
    pub(super) fn append_roster(
        &mut self,
        session: Option<&Session>,
        bytes: &[u8],
        now_ms: u64,
    ) -> Result<Reply, StorageError> {
        let state = match self.consider_entry(session, bytes, now_ms)? {
            Considered::Answer(reply) => return Ok(reply),
            Considered::Take(state) => state,
        };
        let (agency, head) = (state.agency(), state.head());
        if self.leaves_out(session, bytes, now_ms)? {
            return Ok(ProblemCode::ReadFirst.into());
        }
        self.storage
            .append_roster(agency, head.n, head.hash, bytes)?;
        // Who was taken out hands over what is left.
        let is_out = |device: &DeviceId| {
            let device = state.device(device);
            device.is_some_and(|device| device.revoked.is_some())
        };
        self.leaving.retain(|(device, _), _| !is_out(device));
        self.rosters.insert(agency, *state);
        Ok(Reply::Appended(head))
    }

    /// Whether an entry takes a device out and does not name all that is here of it, for whoever
    /// signed it had not read that. What others have read would count for them and for nobody
    /// else. Each signer is asked to read first, once: another entry of theirs is taken as it is.
    /// From then on nothing more is taken of the device, so that nobody can keep it in by going on
    /// to send.
    fn leaves_out(
        &mut self,
        session: Option<&Session>,
        bytes: &[u8],
        now_ms: u64,
    ) -> Result<bool, StorageError> {
        let (Some(session), Ok(entry)) = (session, RosterEntry::parse(bytes)) else {
            return Ok(false);
        };
        let signer = match (entry.body().signer, session.caller) {
            (Signer::Device(signer), Caller::Device(caller)) if signer == caller => signer,
            _ => return Ok(false),
        };
        self.leaving
            .retain(|_, early| now_ms < early.since_ms + 2 * LEAVING_MS);
        let mut leaves_out = false;
        for operation in &entry.body().operations {
            let Operation::RevokeDevice { device, last } = operation else {
                continue;
            };
            let asked = self.leaving.get(&(*device, signer));
            let is_early = match asked {
                // Its answer may have been lost. Who does not make another one is not kept
                // waiting for ever.
                Some(early) if early.entry == entry.hash() => early.is_recent(now_ms),
                Some(early) if early.is_recent(now_ms) => false,
                _ => self.names_less(session.agency, *device, last)?,
            };
            if is_early {
                let early = TooEarly {
                    entry: entry.hash(),
                    since_ms: now_ms,
                };
                self.leaving.entry((*device, signer)).or_insert(early);
                leaves_out = true;
            }
        }
        Ok(leaves_out)
    }

    /// Whether there is more of a device here than these last items say.
    fn names_less(
        &self,
        agency: AgencyId,
        device: DeviceId,
        last: &[LastItem],
    ) -> Result<bool, StorageError> {
        let mut named = 0;
        for last in last {
            let stream = Stream {
                document: last.document,
                device,
                incarnation: last.incarnation,
            };
            named += self.storage.contiguous(agency, stream)?.min(last.n);
        }
        Ok(named < self.storage.usage(agency, Some(device))?.items)
    }

    /// Whether a session is that of a device of which nothing is taken now.
    pub(super) fn is_leaving(&self, session: &Session, now_ms: u64) -> bool {
        matches!(session.caller, Caller::Device(device) if self.leaving(now_ms).contains(&device))
    }

    /// The devices of which nothing is taken now.
    pub(super) fn leaving(&self, now_ms: u64) -> BTreeSet<DeviceId> {
        let recent = self
            .leaving
            .iter()
            .filter(|(_, early)| early.is_recent(now_ms));
        recent.map(|((device, _), _)| *device).collect()
    }
}

fn answer(code: ProblemCode) -> Considered {
    Considered::Answer(code.into())
}

fn refused(error: &RosterError) -> Considered {
    match error {
        RosterError::TooLarge => answer(ProblemCode::TooLarge),
        _ => answer(ProblemCode::RosterRefused),
    }
}
