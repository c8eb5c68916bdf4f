//! Several people on one device: each with a lock, keys and a database of their own. One is in
//! front; the others stay locked, and nothing of one needs anything of another.

use handrail_store::{LockRow, MOST_PROFILES, StoreLocation};

use super::{Engine, State, Turn};
use crate::api::{EngineError, ProfileView, Reply, StorageProblem};

/// The profile of a device that has only one.
pub(super) const FIRST: u32 = 1;

impl Engine {
    /// Where the database of the profile in front is.
    pub(super) fn caseload(&self) -> StoreLocation {
        self.config.caseload.for_profile(self.profile)
    }

    fn profiles(&self) -> Result<Vec<LockRow>, EngineError> {
        let lock = self.lock.as_ref().ok_or(EngineError::NotFound)?;
        Ok(lock.profiles()?)
    }

    /// For the lock screen.
    pub(super) fn profile_views(&self) -> Vec<ProfileView> {
        self.profiles()
            .unwrap_or_default()
            .into_iter()
            .map(|row| ProfileView {
                profile: row.profile,
                nickname: row.nickname,
                sample: row.sample,
            })
            .collect()
    }

    /// What the lock screen calls whoever is in front; empty for the number.
    pub(super) fn nickname(&self) -> String {
        self.lock_row().map(|row| row.nickname).unwrap_or_default()
    }

    /// The number that one more person would get; none when the device is full.
    pub(super) fn free_profile(&self) -> Option<u32> {
        let rows = self.profiles().ok()?;
        let taken: Vec<u32> = rows.iter().map(|row| row.profile).collect();
        (FIRST..=MOST_PROFILES).find(|profile| !taken.contains(profile))
    }

    /// Somebody else on this device, while there is nothing in front.
    pub(super) fn others(&self) -> Option<u32> {
        self.profiles()
            .ok()?
            .iter()
            .map(|row| row.profile)
            .find(|profile| *profile != self.profile)
    }

    /// Locked with the profile that was in front, or the first there is; empty without any.
    pub(super) fn settle_on_profile(&mut self) {
        let is_there = |row: &LockRow| row.profile == self.profile;
        self.state = match self.profiles() {
            Ok(rows) if rows.iter().any(is_there) => State::Locked,
            Ok(rows) => {
                self.profile = rows.first().map_or(FIRST, |row| row.profile);
                if rows.is_empty() {
                    State::Empty
                } else {
                    State::Locked
                }
            }
            // Nobody may be taken for absent who is only not to be read.
            Err(_) => State::Blocked(StorageProblem::Io),
        };
    }

    /// Puts somebody else's lock in front. Whoever is open is locked first, by themselves.
    pub(super) fn choose_profile(
        &mut self,
        profile: u32,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        if !matches!(self.state, State::Locked | State::Empty) {
            return Err(EngineError::NotAllowed);
        }
        if !self.profiles()?.iter().any(|row| row.profile == profile) {
            return Err(EngineError::NotFound);
        }
        self.leave_start(turn)?;
        if self.profile != profile {
            // Who stepped back comes back with the passphrase.
            self.resting = None;
        }
        self.profile = profile;
        self.state = State::Locked;
        self.tell_session(turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Makes room for one more person, who then joins, comes back or starts an agency. Nothing is
    /// written before that.
    pub(super) fn add_profile(&mut self, turn: &mut Turn<'_>) -> Result<Reply, EngineError> {
        if !matches!(self.state, State::Locked) {
            return Err(EngineError::NotAllowed);
        }
        self.profile = self.free_profile().ok_or(EngineError::NotAllowed)?;
        self.resting = None;
        self.state = State::Empty;
        self.tell_session(turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Removes lock row and database of the profile in front, and of no other.
    pub(super) fn remove_profile(&mut self) {
        if let Some(lock) = &mut self.lock {
            // Without its row nothing can open the database, whatever becomes of the file.
            let _ = lock.remove(self.profile);
        }
        let _ = (self.config.erase)(&self.caseload());
    }

    /// As [`Self::remove_profile`], and whoever is left is in front.
    pub(super) fn forget_device(&mut self) {
        self.remove_profile();
        self.settle_on_profile();
    }
}
