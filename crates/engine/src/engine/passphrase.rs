//! The passphrase: tried with mistakes that are counted, chosen, changed.

use handrail_store::LockRow;
use handrail_vault::{DatabaseKey, LockError, LockParameters, LockRecord, Passphrase, UnlockError};
use rand_core::CryptoRng;

use super::{Engine, Stretching, Turn};
use crate::api::{EngineError, Reply, StorageProblem};
use crate::io::Clock;

/// Fewest characters of a passphrase.
const PASSPHRASE_CHARACTERS: usize = 10;

impl Engine {
    /// The database key, if this is the passphrase. A wrong one is counted, durably, before the
    /// answer is given, and too early a try is none.
    pub(super) fn key_by_passphrase(
        &mut self,
        passphrase: &str,
        clock: Clock,
    ) -> Result<(DatabaseKey, LockRow), EngineError> {
        let row = self.lock_row()?;
        let key = self.key_by_secret(&row, &row.record, passphrase, clock)?;
        Ok((key, row))
    }

    /// As [`Self::key_by_passphrase`], for any record beside the database.
    pub(super) fn key_by_secret(
        &mut self,
        row: &LockRow,
        record: &[u8],
        secret: &str,
        clock: Clock,
    ) -> Result<DatabaseKey, EngineError> {
        self.begin_wait_anew(clock)?;
        let wait = wait_ms(row, clock.at);
        if wait > 0 {
            return Err(EngineError::TooSoon {
                retry_after_ms: wait,
            });
        }
        let damaged = EngineError::Storage(StorageProblem::Damaged);
        let record = LockRecord::from_bytes(record).map_err(|_| damaged.clone())?;
        match record.unlock(&self.passphrase(secret)) {
            Ok(key) => Ok(key),
            Err(UnlockError::WrongPassphrase) => Err(self.wrong_passphrase(clock)?),
            Err(UnlockError::Memory) => Err(EngineError::OutOfMemory),
            Err(_) => Err(damaged),
        }
    }

    /// A clock that is behind the last mistake was set back, or was ahead then. The wait begins anew, so
    /// that it ends.
    pub(super) fn begin_wait_anew(&mut self, clock: Clock) -> Result<(), EngineError> {
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        Ok(lock.begin_wait_anew(self.profile, clock.at)?)
    }

    fn wrong_passphrase(&mut self, clock: Clock) -> Result<EngineError, EngineError> {
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        lock.record_failure(self.profile, clock.at)?;
        let row = self.lock_row()?;
        Ok(EngineError::WrongPassphrase {
            retry_after_ms: wait_ms(&row, clock.at),
        })
    }

    /// Seals the same database key under another passphrase, after the one in use was given:
    /// the data stays as it is. One row changes in one transaction of the lock file.
    pub(super) fn change_passphrase(
        &mut self,
        current: &str,
        new: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        if self.opened()?.is_sample() {
            // Its passphrase stands on the lock screen.
            return Err(EngineError::NotAllowed);
        }
        let new = self.new_passphrase(new)?;
        let (key, _) = self.key_by_passphrase(current, turn.clock)?;
        let record = sealed_key(&new, &key, self.lock_parameters(), turn.rng)?;
        let lock = self.lock.as_mut().ok_or(EngineError::NotFound)?;
        lock.change_record(self.profile, &record.to_bytes())?;
        Ok(Reply::Done)
    }

    /// A passphrase, a PIN or a code as it was typed.
    pub(super) fn passphrase(&self, text: &str) -> Passphrase {
        Passphrase::new(text, self.config.compose)
    }

    /// A passphrase to be chosen; refuses one that is too short.
    pub(super) fn new_passphrase(&self, text: &str) -> Result<Passphrase, EngineError> {
        let passphrase = self.passphrase(text);
        if passphrase.characters() < PASSPHRASE_CHARACTERS {
            return Err(EngineError::PassphraseTooShort);
        }
        Ok(passphrase)
    }

    /// How dear a try is to be, measured now.
    pub(super) fn lock_parameters(&self) -> LockParameters {
        match &self.stretching {
            Some(Stretching {
                most_memory_kib,
                time,
            }) => LockParameters::measured(*most_memory_kib, &mut |work| time(work)),
            None => LockParameters::default(),
        }
    }
}

/// The database key under a passphrase. Where the device does not give the memory that it once
/// had, the least must do.
pub(super) fn sealed_key(
    passphrase: &Passphrase,
    key: &DatabaseKey,
    parameters: LockParameters,
    rng: &mut dyn CryptoRng,
) -> Result<LockRecord, EngineError> {
    match LockRecord::make(passphrase, key, parameters, &mut &mut *rng) {
        Err(LockError::Memory) if parameters != LockParameters::default() => {
            LockRecord::make(passphrase, key, LockParameters::default(), &mut &mut *rng)
        }
        other => other,
    }
    .map_err(|error| match error {
        LockError::Memory => EngineError::OutOfMemory,
        LockError::EmptyPassphrase | LockError::Parameters => EngineError::PassphraseTooShort,
    })
}

/// How long the next try has to wait: nothing for three mistakes, then 5 s
/// doubling up to 5 min. A clock that went backwards starts the wait anew.
pub(super) fn wait_ms(row: &LockRow, now: i64) -> u64 {
    let Some(extra) = row.failed_tries.checked_sub(3) else {
        return 0;
    };
    let wait = 5_000_u64.saturating_mul(1 << extra.min(6)).min(300_000);
    let since = row.last_failed_at.map_or(u64::MAX, |at| {
        u64::try_from(now.saturating_sub(at)).unwrap_or(0)
    });
    wait.saturating_sub(since)
}
