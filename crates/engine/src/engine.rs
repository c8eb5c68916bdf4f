//! The actor: takes one input, does all of it, and says what is left to do.

mod attest;
mod caseload_orders;
mod dispatch;
mod drafts;
mod erasing;
mod events;
mod founding;
mod gate;
mod help;
mod inspecting;
mod invitations;
mod joining;
mod locking;
mod membership_orders;
mod owed;
mod passkey;
mod passphrase;
mod pin;
mod profiles;
mod timers;

use handrail_store::{LockStore, StoreLocation};
use handrail_vault::{Compose, DatabaseKey};
use rand_core::CryptoRng;

use crate::api::{CrisisCardView, EngineError, Reply, SessionView, Topic};
use crate::io::{Clock, Input, Output, RequestId};
use crate::jobs::Job;
use crate::open::{Gate, Open};

pub(crate) use erasing::is_last_administrator;
pub use founding::kit_words;
pub(crate) use founding::{NewAgency, fingerprint_text, new_document};
pub(crate) use help::help_code;
pub use joining::Joining;
pub use locking::role_view;

/// Deletes a database and its journal files.
pub type Erase = Box<dyn Fn(&StoreLocation) -> Result<(), ()>>;

/// Runs the work it is given, once, and says how many milliseconds that took.
pub type Stopwatch = Box<dyn Fn(&mut dyn FnMut()) -> u64>;

/// What a try at the passphrase may cost on this device.
struct Stretching {
    /// KiB.
    most_memory_kib: u32,
    time: Stopwatch,
}

/// Where things are, and what the device calls itself.
pub struct EngineConfig {
    /// The small plain database with the wrapped key.
    pub lock: StoreLocation,
    /// The encrypted database of the first person; those of others lie beside it.
    pub caseload: StoreLocation,
    /// Deletes one of them.
    pub erase: Erase,
    /// What passphrases are written in.
    pub compose: Compose,
    /// Version of the app, to show.
    pub app_version: String,
    /// Name of the device until one is chosen.
    pub device_name: String,
}

/// The one owner of store and synchronisation.
pub struct Engine {
    config: EngineConfig,
    /// `None` asks for the least.
    stretching: Option<Stretching>,
    lock: Option<LockStore>,
    /// Whose lock, database or start screen is in front.
    profile: u32,
    state: State,
    /// What a PIN may open. Boxed, as the key below.
    resting: Option<Box<pin::Resting>>,
    /// A link that is being redeemed.
    joining: Option<Box<Joining>>,
    /// Key of a database that was just made, until it is opened. Boxed: taking it out of here would leave
    /// its bytes behind.
    fresh_key: Option<Box<DatabaseKey>>,
    /// The crisis card that lies beside the lock of a profile, as far as that is known.
    crisis_kept: Option<(u32, Option<String>)>,
}

/// Where the device stands.
enum State {
    /// Nothing was opened yet: the first input opens the lock database.
    Unopened,
    /// No agency here: waits for founding, joining or sample data.
    Empty,
    /// A passphrase is needed.
    Locked,
    /// Unlocked.
    Open(Box<Open>),
    /// The files cannot be used; only restarting helps.
    Blocked(crate::api::StorageProblem),
}

/// One input with its time and randomness, and the outputs so far.
pub struct Turn<'a> {
    /// When.
    pub clock: Clock,
    /// Randomness for keys and nonces.
    pub rng: &'a mut dyn CryptoRng,
    /// What is left to do, in order.
    pub outputs: Vec<Output>,
}

impl Turn<'_> {
    /// Answers a request.
    pub fn reply(&mut self, id: RequestId, result: Result<Reply, EngineError>) {
        self.outputs.push(Output::Reply { id, result });
    }

    /// Time and place in the domain's terms.
    pub fn now(&self) -> handrail_domain::Now {
        handrail_domain::Now {
            at: handrail_domain::Timestamp::from_millis(self.clock.at),
            offset_minutes: self.clock.offset_minutes,
        }
    }

    /// Time in the terms of the talk with the relay.
    pub fn moment(&self) -> handrail_sync::Moment {
        handrail_sync::Moment {
            monotonic: self.clock.monotonic,
            at: self.clock.at,
        }
    }
}

impl Engine {
    /// An engine that has opened nothing yet.
    pub fn new(config: EngineConfig) -> Self {
        Self {
            config,
            stretching: None,
            lock: None,
            profile: profiles::FIRST,
            state: State::Unopened,
            resting: None,
            joining: None,
            fresh_key: None,
            crisis_kept: None,
        }
    }

    /// Lets it measure, whenever a passphrase is chosen, how dear a try at it can be here; the
    /// engine itself reads no clock. Takes `most_memory_kib` at most.
    #[must_use]
    pub fn with_stopwatch(mut self, most_memory_kib: u32, time: Stopwatch) -> Self {
        self.stretching = Some(Stretching {
            most_memory_kib,
            time,
        });
        self
    }

    /// Does all that an input asks for. Replies promise only what is durable.
    pub fn handle(&mut self, input: Input, clock: Clock, rng: &mut dyn CryptoRng) -> Vec<Output> {
        let was_open = matches!(self.state, State::Open(_));
        let outputs = self.take_turn(input, clock, rng);
        if was_open && !matches!(self.state, State::Open(_)) {
            crate::memory::wipe_stack();
        }
        outputs
    }

    /// A call of its own, so that its part of the stack can be wiped when it is over.
    #[inline(never)]
    fn take_turn(&mut self, input: Input, clock: Clock, rng: &mut dyn CryptoRng) -> Vec<Output> {
        let mut turn = Turn {
            clock,
            rng,
            outputs: Vec::new(),
        };
        if matches!(self.state, State::Unopened) {
            self.open_lock();
        }
        if matches!(self.state, State::Locked) {
            // What cannot be kept now is kept with the next try; the lock screen counts all the same.
            let _ = self.begin_wait_anew(clock);
        }
        if let State::Open(open) = &mut self.state {
            // What a clock says that cannot be kept now counts all the same.
            let _ = open.look_at_lease(clock.at, clock.monotonic);
        }
        match input {
            Input::Request { id, request } => self.request(id, request, &mut turn),
            Input::Http { id, result } => self.http(id, result, &mut turn),
            Input::Tick => self.tick(&mut turn),
            Input::Wake => self.sync(handrail_sync::SyncInput::Wake, &mut turn),
            Input::Resumed => self.resumed(&mut turn),
        }
        self.note_roster(&mut turn);
        self.keep_crisis_card();
        self.set_timer(&mut turn);
        turn.outputs
    }

    /// Closes the databases; the next input opens them again.
    pub fn close(&mut self) {
        self.close_stores();
        crate::memory::wipe_stack();
    }

    #[inline(never)]
    fn close_stores(&mut self) {
        self.resting = None;
        if let State::Open(open) = std::mem::replace(&mut self.state, State::Unopened) {
            locking::close(*open);
        }
        if let Some(lock) = self.lock.take() {
            // What could not be closed was durable before: nothing is lost by it.
            drop(lock.close());
        }
    }

    /// The unlocked device, for long work.
    pub(crate) fn opened_for_job(&mut self) -> Result<&mut Open, EngineError> {
        self.opened()
    }

    /// Keeps the agency's crisis card where the lock screen reads it.
    fn keep_crisis_card(&mut self) {
        let (State::Open(open), Some(lock)) = (&self.state, &mut self.lock) else {
            return;
        };
        let card = open.crisis_card.as_ref().map(|card| card.text.as_str());
        let is_kept = |(profile, kept): &(u32, Option<String>)| {
            *profile == self.profile && kept.as_deref() == card
        };
        // What cannot be kept now is kept after the next input.
        if !self.crisis_kept.as_ref().is_some_and(is_kept)
            && lock.set_crisis_card(self.profile, card).is_ok()
        {
            self.crisis_kept = Some((self.profile, card.map(str::to_owned)));
        }
    }

    /// The agency's crisis card, whether the device is open or not.
    fn crisis_card(&self) -> CrisisCardView {
        if let State::Open(open) = &self.state {
            return crate::crisis::view(open);
        }
        let kept = self
            .lock
            .as_ref()
            .map(|lock| lock.crisis_card(self.profile));
        CrisisCardView {
            own: kept.and_then(Result::ok).flatten(),
            by: String::new(),
            may_change: false,
        }
    }

    /// Long work, to do a slice of it.
    pub(crate) fn take_job(&mut self) -> Option<Job> {
        self.opened().ok().and_then(|open| open.job.take())
    }

    /// Writes down which entries of the roster this device made.
    fn note_roster(&mut self, turn: &mut Turn<'_>) {
        let now = turn.now();
        if let State::Open(open) = &mut self.state
            // What cannot be written now is written after the next input.
            && crate::audit::note_roster(open, now, turn.rng).unwrap_or(false)
        {
            self.written(&[Topic::Team], turn);
        }
    }

    /// Puts long work back until its next slice.
    pub(crate) fn put_job(&mut self, job: Job) {
        if let Ok(open) = self.opened() {
            open.job = Some(job);
        }
    }

    /// Long work wrote something: tell the screens and the talk.
    pub(crate) fn tell_written(&mut self, topics: &[Topic], turn: &mut Turn<'_>) {
        self.written(topics, turn);
    }

    /// Where the device stands, in the words of the screens.
    pub fn session(&self, clock: Clock) -> SessionView {
        match &self.state {
            State::Unopened => SessionView::Starting,
            State::Empty | State::Locked if self.removed().is_some() => self.removed_view(),
            State::Empty => match self.others() {
                None => SessionView::Empty,
                Some(back_to) => SessionView::Adding { back_to },
            },
            State::Locked => self.locked_view(clock),
            State::Open(open) if open.unfinished.is_some() => SessionView::JoinUnfinished {
                problem: open.unfinished.as_ref().and_then(|u| u.problem.clone()),
            },
            State::Open(open) if open.gate != Gate::Free => {
                SessionView::Gated(Box::new(self.gate_view(open)))
            }
            State::Open(open) => match &open.inspection {
                Some(inspection) => SessionView::Inspecting(Box::new(inspection.view(open))),
                None => SessionView::Unlocked(Box::new(locking::unlocked_view(open))),
            },
            State::Blocked(problem) => SessionView::Blocked(*problem),
        }
    }
}
