//! A passkey: one more way to open the lock, by what the platform's authenticator gives for it. One for
//! each person on the device; another takes its place.

use handrail_store::Store;
use handrail_vault::{PasskeyOutput, PasskeyRecord};

use super::locking::problem;
use super::{Engine, State, Turn};
use crate::api::{EngineError, Reply};

impl Engine {
    /// Says whether this is the passphrase, before a passkey is made. A wrong one counts as a try.
    pub(super) fn check_own_passphrase(
        &mut self,
        passphrase: &str,
        turn: &Turn<'_>,
    ) -> Result<Reply, EngineError> {
        if self.opened()?.is_sample() {
            // Its passphrase stands on the lock screen.
            return Err(EngineError::NotAllowed);
        }
        self.key_by_passphrase(passphrase, turn.clock)?;
        if let Some(lock) = &mut self.lock {
            lock.clear_failures(self.profile)?;
        }
        Ok(Reply::Done)
    }

    /// Lets a passkey open this device. Takes the passphrase, for whoever finds the device open must
    /// not be able to come back later.
    pub(super) fn set_passkey(
        &mut self,
        passphrase: &str,
        credential: Vec<u8>,
        output: &[u8],
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        if self.opened()?.is_sample() {
            return Err(EngineError::NotAllowed);
        }
        let output = whole(output)?;
        let (key, _) = self.key_by_passphrase(passphrase, turn.clock)?;
        let record = PasskeyRecord::make(&output, credential, &key, &mut turn.rng)
            .map_err(|_| EngineError::PasskeyDoesNotOpen)?;
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        lock.set_passkey(self.profile, Some(&record.to_bytes()))?;
        Ok(Reply::Done)
    }

    /// From now on no passkey opens this device.
    pub(super) fn remove_passkey(&mut self) -> Result<Reply, EngineError> {
        self.opened()?;
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        lock.set_passkey(self.profile, None)?;
        Ok(Reply::Done)
    }

    /// Opens the device. Wrong passphrases keep counting: whoever guesses them is somebody else.
    pub(super) fn unlock_with_passkey(
        &mut self,
        output: &[u8],
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        if let State::Open(_) = &self.state {
            return Ok(Reply::Session(self.session(turn.clock)));
        }
        if !matches!(self.state, State::Locked) {
            return Err(EngineError::NotAllowed);
        }
        let output = whole(output)?;
        let row = self.lock_row()?;
        let record = row.passkey.as_deref().ok_or(EngineError::NotFound)?;
        // A damaged record or another passkey: the passphrase opens all the same.
        let key = PasskeyRecord::from_bytes(record)
            .and_then(|record| record.unlock(&output))
            .map_err(|_| EngineError::PasskeyDoesNotOpen)?;
        let store = Store::open(&self.caseload(), key.expose(), &row.key_check)
            .map_err(|error| EngineError::Storage(problem(&error)))?;
        let open = self.load(store, turn)?;
        self.resting = None;
        self.enter(open, &key, turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Which passkey opens the lock in front: its credential id.
    pub(super) fn passkey(&self) -> Option<Vec<u8>> {
        let bytes = self.lock_row().ok()?.passkey?;
        let record = PasskeyRecord::from_bytes(&bytes).ok()?;
        Some(record.credential().to_vec())
    }
}

fn whole(output: &[u8]) -> Result<PasskeyOutput, EngineError> {
    let bytes = output
        .try_into()
        .map_err(|_| EngineError::PasskeyDoesNotOpen)?;
    Ok(PasskeyOutput::from_bytes(bytes))
}
