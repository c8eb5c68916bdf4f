//! Settings, the storage gauge, and erasing this device.

use handrail_protocol::DeviceId;
use handrail_sync::SyncInput;

use super::locking::close;
use super::{Engine, State, Turn};
use crate::api::{EngineError, InvalidField, Reply, SettingChange, Topic};
use crate::convert::invalid;
use crate::io::Output;
use crate::open::{Open, language_code, theme_code};
use crate::views;

/// New entries are refused when the browser leaves less than this.
const SAFE_MARGIN_BYTES: u64 = 20 * 1024 * 1024;

impl Engine {
    /// Erases the copy of whoever is open here, and of nobody else on this device. Where something
    /// would be lost with it, the agency's name must have been typed.
    pub(super) fn erase_device(
        &mut self,
        typed_name: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let open = self.opened()?;
        let (expected, typed) = (open.names.agency(), typed_name.trim());
        if !open.is_sample() && expected.trim() != typed {
            if !typed.is_empty() {
                return Err(invalid(InvalidField::AgencyName));
            }
            if let Some((waiting, carried)) = lost_with(open)? {
                return Err(EngineError::Unsent { waiting, carried });
            }
        }
        Ok(self.end_device(turn))
    }

    /// Closes whatever is open here and removes it from this device.
    pub(super) fn end_device(&mut self, turn: &mut Turn<'_>) -> Reply {
        self.sync(SyncInput::Stopped, turn);
        if let State::Open(open) = std::mem::replace(&mut self.state, State::Empty) {
            close(*open);
        }
        turn.outputs.push(Output::WakeStream(None));
        self.forget_device();
        self.tell_session(turn);
        Reply::Session(self.session(turn.clock))
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
                    lock.set_language(self.profile, language_code(*language))?;
                }
                SettingChange::Theme(theme) => lock.set_theme(self.profile, theme_code(*theme))?,
                SettingChange::Nickname(nickname) => {
                    lock.set_nickname(self.profile, nickname.trim())?;
                }
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

/// How many entries are nowhere else, and how many of others travel with this device, when erasing
/// it would lose something: those, a whole agency without a relay, or the last device that can
/// invite anybody.
fn lost_with(open: &Open) -> Result<Option<(u32, u32)>, EngineError> {
    let view = views::sync_view(open)?;
    let (waiting, carried) = (view.waiting, view.carried);
    let last = is_last_administrator(open);
    let loses = waiting > 0 || carried > 0 || open.conversation.is_none() || last;
    Ok(loses.then_some((waiting, carried)))
}

/// No other device can change the roster.
pub fn is_last_administrator(open: &Open) -> bool {
    let own = open.identity.device;
    let others = |device: &DeviceId| *device != own && open.roster.is_administrator(device);
    open.roster.is_administrator(&own) && !open.roster.devices().any(|device| others(&device.id))
}
