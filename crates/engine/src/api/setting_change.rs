use serde::{Deserialize, Serialize};

use super::Language;

/// One setting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SettingChange {
    /// Language of the screens.
    Language(Language),
    /// Minutes without touch until the device locks, 1..=60.
    AutoLockMinutes(u32),
    /// Light, dark, high contrast or as the device says.
    Theme(Theme),
    /// Name of this device, seen by the team.
    DeviceName(String),
    /// What this person is called on the lock screen, in clear; empty for a
    /// number. At most 40 bytes.
    Nickname(String),
}

/// Colours of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Theme {
    /// As the device says.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    HighContrast,
}
