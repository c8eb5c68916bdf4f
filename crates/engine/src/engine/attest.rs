//! When this device says how it keeps what it has.

use handrail_sync::SyncInput;
use handrail_vault::LockRecord;

use super::{Engine, Turn};
use crate::api::Reply;
use crate::attesting;

impl Engine {
    /// Says how this device keeps what it has, if that is now another way.
    pub(super) fn attested(&mut self, done: Reply, turn: &mut Turn<'_>) -> Reply {
        if self.attest(turn) {
            self.sync(SyncInput::LocalChange, turn);
        }
        done
    }

    /// As above, without telling the talk. What cannot be written now is at the next opening.
    pub(super) fn attest(&mut self, turn: &Turn<'_>) -> bool {
        let row = self.lock_row().ok();
        let passkey = row.as_ref().is_some_and(|row| row.passkey.is_some());
        let lock = row.and_then(|row| LockRecord::from_bytes(&row.record).ok());
        let version = self.config.app_version.clone();
        let (Some(lock), Ok(open)) = (lock, self.opened()) else {
            return false;
        };
        attesting::attest(open, (lock.parameters(), passkey), &version, turn.now()).unwrap_or(false)
    }
}
