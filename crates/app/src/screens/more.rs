//! More: crisis numbers, sending, settings, about.

mod menu;
mod settings;
mod storage;
mod sync_details;

pub use menu::{More, MoreContent};
pub use settings::{Settings, SettingsContent};
pub use storage::StorageGauge;
pub use sync_details::{SyncContent, SyncDetails};
