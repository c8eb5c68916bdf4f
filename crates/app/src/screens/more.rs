//! More: crisis numbers, sending, settings, about.

mod help_code;
mod lease;
mod menu;
mod passkey;
mod passphrase;
mod pin;
mod resources;
mod settings;
mod sign_out;
mod storage;
mod sync_details;

pub use help_code::{HelpCode, HelpCodeContent};
pub use lease::LeaseSetting;
pub use menu::{More, MoreContent, MoreMenu};
pub use passkey::{PasskeySetting, given};
pub use passphrase::ChangePassphrase;
pub use pin::PinSetting;
pub use resources::Resources;
pub use settings::{Settings, SettingsContent};
pub use sign_out::SignOut;
pub use storage::StorageGauge;
pub use sync_details::{SyncContent, SyncDetails};
