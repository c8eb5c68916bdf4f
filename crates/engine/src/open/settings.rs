use handrail_store::{Read, StoreError, Tx};

use crate::api::{EngineError, InvalidField, Language, SettingChange, Theme};
use crate::convert::invalid;

/// Minutes until the device locks itself, unless chosen otherwise.
const AUTO_LOCK_DEFAULT: u32 = 5;

/// Longest nickname, in bytes.
const NICKNAME_LIMIT: usize = 40;

/// Settings of this device.
#[derive(Clone)]
pub struct Settings {
    /// Language of the screens; `None` follows the device.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
    /// Minutes, 1..=60.
    pub auto_lock_minutes: u32,
    /// Name of this device.
    pub device_name: String,
}

impl Settings {
    /// As stored; defaults where nothing is.
    pub fn read(read: &Read<'_>, default_device_name: &str) -> Result<Self, StoreError> {
        let auto_lock = read
            .setting("auto_lock_minutes")?
            .and_then(|text| text.parse().ok());
        Ok(Self {
            language: read.setting("language")?.as_deref().and_then(language_of),
            theme: read
                .setting("theme")?
                .as_deref()
                .map_or(Theme::Device, theme_of),
            auto_lock_minutes: auto_lock.unwrap_or(AUTO_LOCK_DEFAULT),
            device_name: read
                .setting("device_name")?
                .unwrap_or_else(|| default_device_name.to_owned()),
        })
    }

    /// The settings after a change; refuses values out of range.
    pub fn with(&self, change: &SettingChange) -> Result<Self, EngineError> {
        let mut next = self.clone();
        match change {
            SettingChange::Language(language) => next.language = Some(*language),
            SettingChange::Theme(theme) => next.theme = *theme,
            SettingChange::AutoLockMinutes(minutes) if (1..=60).contains(minutes) => {
                next.auto_lock_minutes = *minutes;
            }
            SettingChange::DeviceName(name) if (1..=100).contains(&name.trim().len()) => {
                name.trim().clone_into(&mut next.device_name);
            }
            // Kept beside the lock, for it is shown before unlocking.
            SettingChange::Nickname(nickname) if nickname.trim().len() <= NICKNAME_LIMIT => {}
            SettingChange::AutoLockMinutes(_)
            | SettingChange::DeviceName(_)
            | SettingChange::Nickname(_) => {
                return Err(invalid(InvalidField::Setting));
            }
        }
        Ok(next)
    }

    /// Stores them.
    pub fn write(&self, tx: &Tx<'_>) -> Result<(), StoreError> {
        if let Some(language) = self.language {
            tx.set_setting("language", language_code(language))?;
        }
        tx.set_setting("theme", theme_code(self.theme))?;
        tx.set_setting("auto_lock_minutes", &self.auto_lock_minutes.to_string())?;
        tx.set_setting("device_name", &self.device_name)
    }
}

/// Text of a language in the databases.
pub const fn language_code(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Spanish => "es",
    }
}

/// Language of a text in the databases.
pub fn language_of(code: &str) -> Option<Language> {
    match code {
        "en" => Some(Language::English),
        "es" => Some(Language::Spanish),
        _ => None,
    }
}

/// Text of a theme in the databases.
pub const fn theme_code(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "device",
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::HighContrast => "high-contrast",
    }
}

/// Theme of a text in the databases.
pub fn theme_of(code: &str) -> Theme {
    match code {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        "high-contrast" => Theme::HighContrast,
        _ => Theme::Device,
    }
}
