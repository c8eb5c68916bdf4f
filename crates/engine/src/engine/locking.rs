//! Passphrase, lock and unlock.

use std::sync::Arc;

use handrail_protocol::{Incarnation, MemberId, Role};
use handrail_store::{KeyCheck, LockRow, LockStore, OpenError, Store};
use handrail_sync::SyncInput;
use handrail_vault::{DatabaseKey, DeviceSecret, LockParameters, LockRecord};
use rand_core::CryptoRng;

use super::joining::is_unfinished;
use super::passphrase::{sealed_key, wait_ms};
use super::pin::PIN;
use super::{Engine, State, Turn, gate};
use crate::api::{self, EngineError, Reply, SessionView, StorageProblem, UnlockedView};
use crate::conversation::{self, Conversation};
use crate::inviting::Invitations;
use crate::io::Clock;
use crate::lease::Lease;
use crate::open::{
    Documents, Gate, Identity, Names, Open, Programs, Sessions, Settings, Unfinished, language_of,
    theme_of,
};
use crate::rebuild::rebuild_when_outdated;
use crate::{audit, emergencies, inviting, jobs, removing, roster, sharing};

impl Engine {
    /// Opens the lock database and learns whether an agency is here.
    pub(super) fn open_lock(&mut self) {
        let opened = LockStore::open_or_create(&self.config.lock).and_then(|lock| {
            lock.profiles().map_err(|_| OpenError::Damaged)?;
            Ok(lock)
        });
        match opened {
            Ok(lock) => {
                self.lock = Some(lock);
                self.erase_removed();
                self.settle_on_profile();
            }
            Err(error) => self.state = State::Blocked(problem(&error)),
        }
    }

    /// The lock screen: when the next try is free, and how it looks.
    pub(super) fn locked_view(&self, clock: Clock) -> SessionView {
        let row = self.lock_row().ok();
        let row = row.as_ref();
        SessionView::Locked {
            retry_after_ms: row.map_or(0, |row| wait_ms(row, clock.at)),
            failed_tries: row.map_or(0, |row| row.failed_tries),
            sample: row.is_some_and(|row| row.sample),
            language: row
                .and_then(|row| row.language.as_deref())
                .and_then(language_of),
            theme: row
                .and_then(|row| row.theme.as_deref())
                .map(theme_of)
                .unwrap_or_default(),
            profile: self.profile,
            profiles: self.profile_views(),
            may_add: self.free_profile().is_some(),
            help_request: row
                .and_then(|row| row.help.as_ref())
                .map(|help| help.request.clone()),
            pin_tries_left: self.pin_tries_left(clock.monotonic),
            passkey: self.passkey(),
        }
    }

    /// Opens the device with its passphrase.
    pub(super) fn unlock(
        &mut self,
        passphrase: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        match &self.state {
            State::Open(_) => return Ok(Reply::Session(self.session(turn.clock))),
            State::Blocked(problem) => return Err(EngineError::Storage(*problem)),
            State::Empty | State::Unopened => return Err(EngineError::NotFound),
            State::Locked => {}
        }
        let (key, row) = self.key_by_passphrase(passphrase, turn.clock)?;
        let store = Store::open(&self.caseload(), key.expose(), &row.key_check)
            .map_err(|error| EngineError::Storage(problem(&error)))?;
        if let Some(lock) = &mut self.lock {
            lock.clear_failures(self.profile)?;
        }
        let open = self.load(store, turn)?;
        self.resting = None;
        self.enter(open, &key, turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Makes lock row and database, and lets `fill` write the first content.
    /// When that fails, nothing of it stays.
    pub(super) fn create_database(
        &mut self,
        passphrase: &str,
        sample: bool,
        rng: &mut dyn CryptoRng,
        fill: impl FnOnce(&mut Store, &mut dyn CryptoRng) -> Result<(), EngineError>,
    ) -> Result<(), EngineError> {
        if self.lock_row().is_ok() {
            return Err(EngineError::AlreadyHere);
        }
        let key = DatabaseKey::generate(&mut &mut *rng);
        let parameters = if sample {
            // Its passphrase is no secret.
            LockParameters::default()
        } else {
            self.lock_parameters()
        };
        let record = sealed_key(&self.passphrase(passphrase), &key, parameters, rng)?;
        // A database without a lock row is a start that did not end: no key to it exists.
        (self.config.erase)(&self.caseload())
            .map_err(|()| EngineError::Storage(StorageProblem::Io))?;
        let made = Store::create(&self.caseload(), key.expose())
            .map_err(|error| EngineError::Storage(problem(&error)))
            .and_then(|mut store| {
                fill(&mut store, rng)?;
                store.close().map_err(EngineError::from)
            })
            .and_then(|()| {
                let lock = self
                    .lock
                    .as_mut()
                    .ok_or(EngineError::Storage(StorageProblem::Io))?;
                let row = LockRow {
                    profile: self.profile,
                    record: record.to_bytes(),
                    key_check: KeyCheck::of(key.expose()),
                    failed_tries: 0,
                    last_failed_at: None,
                    language: None,
                    theme: None,
                    sample,
                    nickname: String::new(),
                    pin_failures: 0,
                    help: None,
                    help_number: 0,
                    passkey: None,
                };
                lock.put(&row).map_err(EngineError::from)
            });
        if made.is_err() {
            // The next start erases it again before it makes a new one.
            let _ = (self.config.erase)(&self.caseload());
        } else {
            self.fresh_key = Some(Box::new(key));
        }
        made
    }

    /// Opens a database that was just made, without asking again.
    pub(super) fn open_after_creation(&mut self, turn: &mut Turn<'_>) -> Result<(), EngineError> {
        self.open_after_creation_with(turn, |_| Ok(()))
    }

    /// As [`Self::open_after_creation`], with a last step before the talk begins.
    pub(super) fn open_after_creation_with(
        &mut self,
        turn: &mut Turn<'_>,
        last: impl FnOnce(&mut Open) -> Result<(), EngineError>,
    ) -> Result<(), EngineError> {
        let key = self.fresh_key.take().ok_or(EngineError::Locked)?;
        let row = self.lock_row()?;
        let store = Store::open(&self.caseload(), key.expose(), &row.key_check)
            .map_err(|error| EngineError::Storage(problem(&error)))?;
        let mut open = self.load(store, turn)?;
        last(&mut open)?;
        self.enter(open, &key, turn);
        Ok(())
    }

    /// The device is unlocked.
    pub(super) fn enter(&mut self, mut open: Open, key: &DatabaseKey, turn: &mut Turn<'_>) {
        open.gate = gate::at_opening(&mut open, turn.clock);
        // Without it the device opens all the same; the next opening tries again.
        let _ = self.keep_help(&open, key, turn.rng);
        conversation::settle_late(&mut open, None);
        conversation::look_for_incomplete(&mut open);
        let has_relay = open.conversation.is_some();
        self.state = State::Open(Box::new(open));
        self.attest(turn);
        if has_relay {
            self.sync(SyncInput::Started, turn);
        }
        if self.is_free() {
            jobs::resume(self, turn);
        }
        self.go_on_joining(turn);
        self.tell_session(turn);
        self.tell_pill(turn);
    }

    pub(super) fn load(&self, store: Store, turn: &mut Turn<'_>) -> Result<Open, EngineError> {
        let damaged = EngineError::Storage(StorageProblem::Damaged);
        let read = store.read();
        let roster = roster::load(&read)?.ok_or_else(|| damaged.clone())?;
        let keyring = roster::load_keyring(&read)?;
        let secret = read.meta("device_secret")?.ok_or_else(|| damaged.clone())?;
        let secret: &[u8; 64] = secret.as_slice().try_into().map_err(|_| damaged.clone())?;
        let mut secret = DeviceSecret::from_bytes(secret);
        if let Some(id) = read.meta(crate::renewing::DEVICE_ID)? {
            let id = handrail_protocol::DeviceId::from_slice(&id).ok_or_else(|| damaged.clone())?;
            secret = secret.known_as(id);
        }
        let member = MemberId::from_slice(&read.meta("member")?.ok_or_else(|| damaged.clone())?)
            .ok_or_else(|| damaged.clone())?;
        let incarnation = read.meta("incarnation")?.ok_or_else(|| damaged.clone())?;
        let incarnation = Incarnation::from_slice(&incarnation).ok_or(damaged)?;
        let identity = Identity {
            agency: roster.agency(),
            fingerprint: roster.fingerprint(),
            member,
            device: secret.id(),
            incarnation,
            secret: Arc::new(secret),
        };
        let known = roster.device(&identity.device).is_some();
        let unfinished = (!known && is_unfinished(&read)?).then(Unfinished::default);
        let settings = Settings::read(&read, &self.config.device_name)?;
        let relay = read.setting("relay")?;
        let noted = audit::noted(&read, &roster)?;
        let lease = Lease::read(&read, turn.clock.monotonic)?;
        let lost_wait = removing::has_lost(&read)?;
        // A PIN that cannot be read opens nothing: another is chosen.
        let pin = read.meta(PIN)?;
        let pin = pin.and_then(|bytes| LockRecord::from_bytes(&bytes).ok());
        let documents = Documents::new(Sessions::new(&identity, turn.rng));
        let mut open = Open {
            identity,
            roster: Arc::new(roster),
            keyring: Arc::new(keyring),
            invitations: Invitations::default(),
            names: Names::default(),
            programs: Programs::default(),
            crisis_card: None,
            documents,
            settings,
            conversation: relay.map(|relay| Conversation::new(relay, turn.rng)),
            unfinished,
            gate: Gate::Free,
            lease,
            inspection: None,
            ended: std::collections::BTreeSet::new(),
            lost_wait,
            pin,
            noted,
            job: None,
            storage: api::StorageView::default(),
            touched_at: turn.clock.monotonic,
            store,
        };
        rebuild_when_outdated(&mut open)?;
        // An order that was known when the device was last switched off.
        crate::forgetting::carry_out(&mut open, turn.clock.at)?;
        open.read_names(turn.now())?;
        inviting::make_wanted_caseloads(&mut open, turn.now(), turn.rng)?;
        crate::groups::make_wanted(&mut open, turn.now(), turn.rng)?;
        crate::rooms::make_wanted(&mut open, turn.now(), turn.rng)?;
        // What cannot be done now is tried again after the next step.
        let _ = sharing::complete(&mut open, turn.now(), turn.rng);
        let _ = emergencies::answer(&mut open, turn.now(), turn.rng);
        Ok(open)
    }

    /// Closes the database and forgets the keys.
    pub(super) fn lock_now(&mut self, turn: &mut Turn<'_>) {
        if matches!(self.state, State::Open(_)) {
            self.close_open(turn);
        }
        if self.resting.take().is_some() {
            self.tell_session(turn);
        }
    }

    pub(super) fn lock_row(&self) -> Result<LockRow, EngineError> {
        let lock = self.lock.as_ref().ok_or(EngineError::NotFound)?;
        lock.profile(self.profile)?.ok_or(EngineError::NotFound)
    }
}

/// Ends the use of a database. Everything in it was durable before.
pub(super) fn close(open: Open) {
    let Open { store, .. } = open;
    // An error here loses nothing: the journal is replayed at the next opening.
    drop(store.close());
}

/// Who is at work, for the screens.
pub(super) fn unlocked_view(open: &Open) -> UnlockedView {
    let own_name = open.member_name(&open.identity.member);
    UnlockedView {
        member: open.identity.member.to_string(),
        own_name: if own_name.is_empty() {
            open.own_name()
        } else {
            own_name
        },
        role: role_view(open.roster.role_of(&open.identity.member)),
        administrator: open.roster.is_administrator(&open.identity.device),
        agency_name: open.names.agency(),
        sample: open.is_sample(),
        local_only: open.conversation.is_none(),
        recovery_unconfirmed: !open.is_sample() && open.has_root_secret(),
        auto_lock_minutes: open.settings.auto_lock_minutes,
        days_until_away: gate::days_to_warn_of(open),
        language: open.settings.language,
        theme: open.settings.theme,
    }
}

/// A role of the roster, as screens name it; a person without one is shown as a coach.
pub fn role_view(role: Option<Role>) -> api::Role {
    role.map_or(api::Role::Coach, crate::convert::role_to_api)
}

/// Why a database cannot be used, in the words of the screens.
pub(super) fn problem(error: &OpenError) -> StorageProblem {
    match error {
        OpenError::WrongKey | OpenError::Damaged | OpenError::NotThere => StorageProblem::Damaged,
        OpenError::Foreign { .. } | OpenError::AlreadyThere => StorageProblem::Foreign,
        OpenError::Newer { .. } => StorageProblem::Newer,
        OpenError::Full => StorageProblem::Full,
        OpenError::Unsupported { .. } => StorageProblem::Unavailable,
        OpenError::Busy | OpenError::Io { .. } => StorageProblem::Io,
    }
}
