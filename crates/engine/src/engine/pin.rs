//! A short PIN, for coming back after a lock by time.
//!
//! A PIN has so few values that whoever copies a file which a PIN opens tries all of them at leisure.
//! So there is no such file: the PIN opens what this program still holds in memory, the database key
//! sealed under the PIN. It is there from a lock by time until the program ends, somebody else comes
//! in front, the last try is used up, or eight hours have passed. Then the passphrase is needed, as
//! after every start and after a lock by hand.
//!
//! The same sealed key is kept inside the encrypted database, where only who has that very key can
//! read it.

use handrail_store::Store;
use handrail_vault::{LockParameters, LockRecord, UnlockError};

use super::locking::{close, problem};
use super::passphrase::sealed_key;
use super::{Engine, State, Turn};
use crate::api::{EngineError, InvalidField, Reply, StorageProblem};
use crate::convert::invalid;
use crate::io::Output;

/// So many wrong PINs, then the passphrase.
const TRIES: u32 = 5;
/// A shift; whoever comes back later types the passphrase.
const RESTS_MS: u64 = 8 * 3_600_000;
/// The sealed key, in the encrypted database.
pub(super) const PIN: &str = "pin";

/// What is left in memory of somebody whose device was locked by time.
pub(super) struct Resting {
    profile: u32,
    /// The database key under the PIN.
    record: LockRecord,
    /// Monotonic ms.
    pub(super) until: u64,
}

impl Engine {
    /// Chooses a PIN, or another. Takes the passphrase, for whoever finds the device open must not
    /// be able to come back later.
    pub(super) fn set_pin(
        &mut self,
        passphrase: &str,
        pin: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        check_pin(pin)?;
        let (key, _) = self.key_by_passphrase(passphrase, turn.clock)?;
        let record = sealed_key(
            &self.passphrase(pin),
            &key,
            LockParameters::default(),
            turn.rng,
        )?;
        let open = self.opened()?;
        open.store
            .transaction(|tx| tx.set_meta(PIN, &record.to_bytes()))?;
        open.pin = Some(record);
        if let Some(lock) = &mut self.lock {
            lock.clear_failures(self.profile)?;
        }
        Ok(Reply::Done)
    }

    /// From now on only the passphrase opens this device.
    pub(super) fn remove_pin(&mut self) -> Result<Reply, EngineError> {
        let open = self.opened()?;
        open.store.transaction(|tx| tx.remove_meta(PIN))?;
        open.pin = None;
        Ok(Reply::Done)
    }

    /// Nobody touched the device for a while: locks it, and lets the PIN open it again.
    pub(super) fn lock_by_time(&mut self, turn: &mut Turn<'_>) {
        let pin = match &mut self.state {
            // In other hands it takes the passphrase, whatever it was limited to.
            State::Open(open) if open.inspection.is_none() => open.pin.take(),
            _ => None,
        };
        self.resting = pin.map(|record| {
            Box::new(Resting {
                profile: self.profile,
                record,
                until: turn.clock.monotonic.saturating_add(RESTS_MS),
            })
        });
        self.close_open(turn);
    }

    /// How many PINs may be tried, when a PIN may open the device at all.
    pub(super) fn pin_tries_left(&self, now: u64) -> Option<u32> {
        let resting = self.resting.as_ref()?;
        let counted = self.lock_row().ok()?.pin_failures;
        let left = TRIES.saturating_sub(counted);
        (resting.profile == self.profile && now < resting.until && left > 0).then_some(left)
    }

    /// Opens the device that was locked by time. Each PIN is counted, durably, before it is tried,
    /// so that no kill in between gives a try back.
    pub(super) fn unlock_with_pin(
        &mut self,
        pin: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        if let State::Open(_) = &self.state {
            return Ok(Reply::Session(self.session(turn.clock)));
        }
        if !is_pin(pin) {
            return Err(invalid(InvalidField::Pin));
        }
        if self.pin_tries_left(turn.clock.monotonic).is_none() {
            self.resting = None;
            return Err(EngineError::PassphraseNeeded);
        }
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        let left = TRIES.saturating_sub(lock.record_pin_failure(self.profile)?);
        let resting = self.resting.as_ref().ok_or(EngineError::PassphraseNeeded)?;
        let key = match resting.record.unlock(&self.passphrase(pin)) {
            Ok(key) => key,
            Err(UnlockError::WrongPassphrase) => {
                if left == 0 {
                    self.resting = None;
                    self.tell_session(turn);
                }
                return Err(EngineError::WrongPin { tries_left: left });
            }
            Err(UnlockError::Memory) => return Err(EngineError::OutOfMemory),
            Err(_) => return Err(EngineError::Storage(StorageProblem::Damaged)),
        };
        let row = self.lock_row()?;
        let store = Store::open(&self.caseload(), key.expose(), &row.key_check)
            .map_err(|error| EngineError::Storage(problem(&error)))?;
        if let Some(lock) = &mut self.lock {
            lock.clear_pin_failures(self.profile)?;
        }
        let open = self.load(store, turn)?;
        self.resting = None;
        self.enter(open, &key, turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// The time for the PIN is over.
    pub(super) fn end_rest(&mut self, turn: &mut Turn<'_>) {
        let now = turn.clock.monotonic;
        if self
            .resting
            .take_if(|resting| resting.until <= now)
            .is_some()
        {
            self.tell_session(turn);
        }
    }

    /// Closes the database of whoever is open.
    pub(super) fn close_open(&mut self, turn: &mut Turn<'_>) {
        self.joining = None;
        self.sync(handrail_sync::SyncInput::Stopped, turn);
        if let State::Open(open) = std::mem::replace(&mut self.state, State::Locked) {
            close(*open);
        }
        turn.outputs.push(Output::WakeStream(None));
        self.tell_session(turn);
    }
}

fn is_pin(text: &str) -> bool {
    (4..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Refuses what is no PIN, and what is tried first: one digit over and over, or digits in a row.
fn check_pin(text: &str) -> Result<(), EngineError> {
    if !is_pin(text) {
        return Err(invalid(InvalidField::Pin));
    }
    let digits = text.as_bytes();
    let steps: Vec<i16> = digits
        .iter()
        .zip(digits.iter().skip(1))
        .map(|(one, next)| i16::from(*next) - i16::from(*one))
        .collect();
    let plain = [0, 1, -1]
        .iter()
        .any(|step| steps.iter().all(|seen| seen == step));
    if plain {
        Err(EngineError::PinTooSimple)
    } else {
        Ok(())
    }
}
