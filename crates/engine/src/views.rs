//! Answers to the questions of screens, read from the rows on this device.

mod delivery;
mod device;
mod duties;
mod entries;
mod incomplete;
mod member;
mod people;
mod person;
mod resembling;
mod safe_contact;
mod settings;
mod status;
mod team;
mod today;

pub use device::{device, opened};
pub use duties::{Duties, owed_to};
pub use entries::{conflict_views, conflicts_in, void_view};
pub use incomplete::{Incomplete, look as look_for_incomplete};
pub use member::member;
pub use people::{keep_people, people};
pub use person::{conflict_view, device_name, encounter, history, person};
pub use resembling::resembling;
pub use safe_contact::{safe_contact, shown_name};
pub use settings::settings;
pub use status::sync_view;
pub use team::team;
pub use today::today;

use handrail_store::StoreError;

use crate::api::{EngineError, StorageProblem};

/// What a storage error means to a person.
pub fn storage_error(error: &StoreError) -> EngineError {
    match error {
        StoreError::Full => EngineError::StorageFull,
        StoreError::Damaged | StoreError::Row { .. } => {
            EngineError::Storage(StorageProblem::Damaged)
        }
        _ => EngineError::Storage(StorageProblem::Io),
    }
}

/// A count for a screen; more than it can show is shown as the most.
pub fn shown_count(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl From<StoreError> for EngineError {
    fn from(error: StoreError) -> Self {
        storage_error(&error)
    }
}
