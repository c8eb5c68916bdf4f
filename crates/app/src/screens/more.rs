//! More: crisis numbers, sending, settings, about.

mod menu;
mod passphrase;
mod settings;
mod storage;
mod sync_details;

pub use menu::{More, MoreContent};
pub use passphrase::ChangePassphrase;
pub use settings::{Settings, SettingsContent};
pub use storage::StorageGauge;
pub use sync_details::{SyncContent, SyncDetails};
