//! The conversation with the relay, as a state machine without IO.
//!
//! It is driven by wishes ([`todo`]), not by a script: every answer and every
//! outside event sets wishes, and after each input the most urgent ones become
//! requests, at most one that fetches items and one of any other kind at a
//! time. A lost answer, a crash or a refused page only leaves its wish set.

mod answer;
mod carrying;
mod fetching;
mod flight;
mod giving;
mod healing;
mod io;
mod pace;
mod parting;
mod roster;
mod session;
mod todo;

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::{DocumentId, ItemId, RosterHash};
use rand_core::CryptoRng;

use crate::{StoreFault, SyncStore, receive};

use flight::{Accused, Draft, Flight, Handshake, Purpose, Session};
use healing::Healing;
pub use io::{
    Changed, FetchProgress, Moment, SyncInput, SyncMethod, SyncOutput, SyncPhase, SyncReply,
    SyncRequest, SyncTransportError, Trouble, WakeStream,
};
use pace::{Allowance, Backoff, Batch, Blame};
pub use session::RELAY_CLOCK;
use todo::Todo;

/// With nothing else to do the relay is asked this often, for hints get lost.
const POLL_MS: u64 = 5 * 60_000;

/// Set while the relay is being given back what it lost.
const HEALING_FLAG: &str = "sync.healing";

/// The conversation of one device with its relay. Holds nothing that lasts: a
/// new one after a crash goes on where the store stands.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
pub struct SyncMachine {
    running: bool,
    next_id: u64,
    flights: BTreeMap<u64, Flight>,
    handshake: Handshake,
    session: Option<Session>,
    /// Sessions refused in a row.
    session_refusals: u32,
    backoff: Backoff,
    allowance: Allowance,
    batch: Batch,
    todo: Todo,
    accused: Accused,
    /// The last page would have brought more than is kept aside.
    flooded: bool,
    healing: Option<Healing>,
    /// The entry that last failed to verify, to see whether it comes again.
    bad_entry: Option<RosterHash>,
    /// The entry of this device that the relay last refused.
    refused_entry: Option<RosterHash>,
    roster_forked: bool,
    /// Documents of which others hold more, as of the last look.
    behind: BTreeSet<DocumentId>,
    /// Those of them that were fetched from their beginning in vain.
    withheld: BTreeSet<DocumentId>,
    /// The relay's history ended before something that it promised to have.
    doubted: bool,
    /// Unsent items whose number the relay has: whether it has them, or others there, is asked
    /// before anything else is offered.
    in_doubt: BTreeSet<ItemId>,
    /// How often the relay refused an item.
    strikes: BTreeMap<ItemId, u32>,
    first_fetch: Option<FetchProgress>,
    /// The verified roster says that this device was taken out.
    dismissed: bool,
    poll_at: Option<u64>,
    shown: Option<SyncPhase>,
}

/// What one input works with.
struct Step<'a> {
    now: Moment,
    rng: &'a mut dyn CryptoRng,
    out: Vec<SyncOutput>,
}

impl Step<'_> {
    fn ms(&self) -> u64 {
        self.now.monotonic
    }

    fn changed(&mut self, changed: Changed) {
        self.out.push(SyncOutput::Changed(changed));
    }
}

impl SyncMachine {
    /// A machine that waits for [`SyncInput::Started`].
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, with requests numbered from `first` on: answers to requests of
    /// an earlier machine are then not taken for answers to this one's.
    pub fn numbered_from(first: u64) -> Self {
        Self {
            next_id: first,
            ..Self::default()
        }
    }

    /// Takes one input and answers what to do, in order. What is in `Changed`
    /// is durable before this returns.
    pub fn handle(
        &mut self,
        input: SyncInput,
        store: &mut impl SyncStore,
        now: Moment,
        rng: &mut dyn CryptoRng,
    ) -> Vec<SyncOutput> {
        let mut step = Step {
            now,
            rng,
            out: Vec::new(),
        };
        let done = self
            .take_input(input, store, &mut step)
            .and_then(|()| self.send_what_is_due(store, &mut step));
        if let Err(fault) = done {
            self.store_failed(&fault, &mut step);
        }
        self.show(&mut step);
        step.out
    }

    /// What the conversation is doing.
    pub fn phase(&self) -> SyncPhase {
        self.shown.unwrap_or(SyncPhase::Off)
    }

    /// Progress of the first fetch of everything, while it runs.
    pub fn first_fetch(&self) -> Option<FetchProgress> {
        self.first_fetch
    }

    /// Documents of which another device says that it holds more than the relay
    /// gives to this one, although they were asked for from their beginning.
    pub fn withheld(&self) -> &BTreeSet<DocumentId> {
        &self.withheld
    }

    fn take_input(
        &mut self,
        input: SyncInput,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        match input {
            SyncInput::Started => {
                self.start(step);
                return Ok(());
            }
            SyncInput::Stopped => {
                if self.running {
                    step.out.push(SyncOutput::WakeStream(None));
                }
                *self = Self {
                    next_id: self.next_id,
                    shown: self.shown,
                    ..Self::default()
                };
            }
            SyncInput::LocalChange => self.todo.local_change(step.ms()),
            SyncInput::Wake => {
                self.backoff.nudge();
                self.todo.feed = true;
                self.todo.roster_if_empty = true;
            }
            SyncInput::Resumed => {
                self.backoff.reset();
                self.todo.feed = true;
                self.todo.fetch_roster = true;
                self.todo.push_now(step.ms());
                // What was asked for in vain is asked for once more.
                self.todo.look_behind = true;
                self.todo.look_for_gaps = true;
                self.todo.fetched.clear();
                self.behind.clear();
            }
            SyncInput::FetchAgain(documents) => {
                store.transaction(|tx| {
                    documents
                        .iter()
                        .try_for_each(|document| tx.set_backfill(document, true))
                })?;
                self.fetch_again(&documents);
            }
            SyncInput::TookParcel(received) => self.took_parcel(*received, step),
            SyncInput::Timer => {}
            SyncInput::Http { id, result } => {
                if let Some(flight) = self.flights.remove(&id) {
                    self.answered(&flight, result, store, step)?;
                }
            }
        }
        self.pass_time(step);
        Ok(())
    }

    fn start(&mut self, step: &mut Step<'_>) {
        *self = Self {
            running: true,
            next_id: self.next_id,
            shown: self.shown,
            todo: Todo::everything(step.ms()),
            ..Self::default()
        };
    }

    /// Reads what an earlier run left unfinished.
    fn recall(&mut self, store: &mut impl SyncStore) -> Result<(), StoreFault> {
        self.note_dismissal(store)?;
        let (healing, first) = store.transaction(|tx| {
            for document in receive::documents_with_gaps(tx)? {
                tx.set_backfill(&document, true)?;
            }
            let first = tx.cursor()?.is_none_or(|cursor| cursor.seq == 0);
            Ok((tx.flag(HEALING_FLAG)?, first))
        })?;
        if first {
            self.first_fetch = Some(FetchProgress::default());
        }
        if healing && !self.dismissed {
            self.begin_healing();
        }
        self.todo.recall = false;
        Ok(())
    }

    /// Gives up requests whose answer is overdue, and asks again now and then.
    fn pass_time(&mut self, step: &mut Step<'_>) {
        let now = step.ms();
        let overdue: Vec<u64> = self
            .flights
            .iter()
            .filter(|(_, flight)| flight.deadline <= now)
            .map(|(id, _)| *id)
            .collect();
        for id in overdue {
            if let Some(flight) = self.flights.remove(&id) {
                self.failed(&flight.purpose, None, step);
            }
        }
        if self.poll_at.is_some_and(|at| at <= now) {
            self.poll_at = None;
            self.todo.feed = true;
            self.todo.roster_if_empty = true;
        }
    }

    fn send_what_is_due(
        &mut self,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        if !self.running || self.waiting(step.ms()).is_some() {
            return Ok(());
        }
        if self.todo.recall {
            self.recall(store)?;
        }
        if self.dismissed {
            return self.part(store, step);
        }
        if self
            .session
            .as_ref()
            .is_some_and(|session| session.renew_at <= step.ms())
        {
            self.session = None;
        }
        if !self
            .flights
            .values()
            .any(|flight| !flight.purpose.is_down())
            && let Some(draft) = self.next_up(store, step)?
        {
            self.send(draft, step);
        }
        // Items cite the roster: it goes first. An entry that takes a device out says how far that
        // one is held: nothing more of it is taken in until the entry counts.
        let is_of_roster = |purpose: &Purpose| {
            matches!(purpose, Purpose::FetchRoster | Purpose::PostRoster { .. })
        };
        let mut flying = self.flights.values();
        let roster_first =
            self.todo.fetch_roster || flying.any(|flight| is_of_roster(&flight.purpose));
        if self.session.is_some()
            && !roster_first
            && !self.flights.values().any(|flight| flight.purpose.is_down())
            && self.waiting(step.ms()).is_none()
            && let Some(draft) = self.next_down(store)?
        {
            self.send(draft, step);
        }
        self.end_healing_when_done(store)
    }

    fn next_up(
        &mut self,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Option<Draft>, StoreFault> {
        if let Some(draft) = self.give_roster(store)? {
            return Ok(Some(draft));
        }
        if self.session.is_none() {
            return self.shake_hands(store, step);
        }
        if self.todo.fetch_roster {
            return self.fetch_roster(store).map(Some);
        }
        if let Some(draft) = self.compare_unsent(store)? {
            return Ok(Some(draft));
        }
        if let Some(draft) = self.heal(store)? {
            return Ok(Some(draft));
        }
        if let Some(draft) = self.post_roster(store, step)? {
            return Ok(Some(draft));
        }
        self.write_receipts(store, step)?;
        self.push(store, step)
    }

    fn send(&mut self, draft: Draft, step: &mut Step<'_>) {
        let id = self.next_id;
        self.next_id += 1;
        let authorization = self
            .session
            .as_ref()
            .map(|session| session.authorization.clone());
        let (flight, request) = draft.into_request(id, authorization, step.ms());
        self.flights.insert(id, flight);
        self.allowance.spend(step.ms());
        step.out.push(SyncOutput::Http(request));
    }

    /// Nothing in memory counts any more: all wishes are made anew.
    fn store_failed(&mut self, fault: &StoreFault, step: &mut Step<'_>) {
        let now = step.ms();
        let trouble = match fault {
            StoreFault::Full => Trouble::Full,
            StoreFault::Failed(_) => Trouble::Storage,
        };
        self.flights.clear();
        self.todo = Todo::everything(now);
        self.backoff
            .fail(Blame::Storage, Some(trouble), now, step.rng);
    }

    fn show(&mut self, step: &mut Step<'_>) {
        let now = step.ms();
        let phase = self.present_phase(now);
        if phase == SyncPhase::Idle {
            self.backoff.reset();
        }
        if self.shown != Some(phase) {
            self.shown = Some(phase);
            step.out.push(SyncOutput::StateChanged(phase));
        }
        if !self.running {
            return;
        }
        if self.is_at_rest(now) && self.poll_at.is_none() {
            self.poll_at = Some(now + POLL_MS / 2 + step.rng.next_u64() % POLL_MS);
        }
        let flights = self.flights.values().map(|flight| flight.deadline).min();
        let due = match self.waiting(now) {
            Some(until) => Some(until),
            None => self
                .todo
                .next_time(now)
                .into_iter()
                .chain(self.poll_at)
                .min(),
        };
        if let Some(at) = flights.into_iter().chain(due).min() {
            step.out
                .push(SyncOutput::TimerAfter(at.saturating_sub(now).max(1)));
        }
    }

    fn present_phase(&self, now: u64) -> SyncPhase {
        if !self.running {
            return SyncPhase::Off;
        }
        if self.backoff.is_patience() && self.backoff.waiting(now).is_some() {
            return SyncPhase::Working;
        }
        if let Some(retry_at) = self.backoff.waiting(now) {
            return match self.backoff.trouble() {
                Some(trouble) => SyncPhase::Trouble { trouble, retry_at },
                None => SyncPhase::Offline { retry_at },
            };
        }
        if self.roster_forked {
            return SyncPhase::Trouble {
                trouble: Trouble::RosterForked,
                retry_at: now,
            };
        }
        if self.healing.is_some() {
            return SyncPhase::Trouble {
                trouble: Trouble::RelayLostData,
                retry_at: now,
            };
        }
        if !self.is_at_rest(now) {
            return SyncPhase::Working;
        }
        if self.withheld.is_empty() {
            SyncPhase::Idle
        } else {
            SyncPhase::Trouble {
                trouble: Trouble::RecordsWithheld,
                retry_at: now,
            }
        }
    }

    /// Until when nothing is sent, if that is still ahead.
    fn waiting(&self, now: u64) -> Option<u64> {
        self.backoff.waiting(now).max(self.allowance.waiting(now))
    }

    /// Nothing is under way and nothing is waited for.
    fn is_at_rest(&self, now: u64) -> bool {
        self.flights.is_empty() && self.session.is_some() && self.waiting(now).is_none()
    }
}
