//! Settings, the storage gauge, and erasing this device.

use super::locking::{PROFILE, close};
use super::{Engine, State, Turn};
use crate::api::{EngineError, InvalidField, Reply, SettingChange, Topic};
use crate::convert::invalid;
use crate::io::Output;
use crate::open::{language_code, theme_code};

/// New entries are refused when the browser leaves less than this.
const SAFE_MARGIN_BYTES: u64 = 20 * 1024 * 1024;

impl Engine {
    /// Erases this device's copy, after its agency's name was typed.
    pub(super) fn erase_device(
        &mut self,
        typed_name: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let open = self.opened()?;
        let expected = open.names.agency();
        if !open.is_sample() && expected.trim() != typed_name.trim() {
            return Err(invalid(InvalidField::AgencyName));
        }
        self.sync(handrail_sync::SyncInput::Stopped, turn);
        if let State::Open(open) = std::mem::replace(&mut self.state, State::Empty) {
            close(*open);
        }
        turn.outputs.push(Output::WakeStream(None));
        self.forget_device();
        self.tell_session(turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Stores one setting; what the lock screen needs is kept beside the lock.
    pub(super) fn set_setting(
        &mut self,
        change: &SettingChange,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let now = turn.now();
        let open = self.opened()?;
        let next = open.settings.with(change)?;
        open.store.transaction(|tx| next.write(tx))?;
        open.settings = next;
        let wrote_names = open.read_names(now)?;
        if let Some(lock) = &mut self.lock {
            match change {
                SettingChange::Language(language) => {
                    lock.set_language(PROFILE, language_code(*language))?;
                }
                SettingChange::Theme(theme) => lock.set_theme(PROFILE, theme_code(*theme))?,
                SettingChange::AutoLockMinutes(_) | SettingChange::DeviceName(_) => {}
            }
        }
        self.tell_session(turn);
        if wrote_names {
            self.written(&[Topic::Settings, Topic::Team], turn);
        }
        Ok(Reply::Done)
    }

    /// What the browser says of storage.
    pub(super) fn storage_measured(&mut self, persistent: Option<bool>, used: u64, quota: u64) {
        if let State::Open(open) = &mut self.state {
            open.storage.persistent = persistent;
            open.storage.used = Some(used);
            open.storage.quota = Some(quota);
            open.storage.refusing = quota > 0 && quota.saturating_sub(used) < SAFE_MARGIN_BYTES;
        }
    }
}
