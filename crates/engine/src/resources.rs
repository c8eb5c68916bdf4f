//! The agency's directory of what helps nearby (S1-1, S1-10, S4-7).

use handrail_domain::document::AgencyCommand;
use handrail_domain::resource::LOOK_AGAIN_AFTER_DAYS;
use handrail_domain::{Now, RecordId};
use rand_core::CryptoRng;

use crate::api::{EngineError, ResourceCommand, ResourceView, ResourcesView};
use crate::convert::record_id;
use crate::crisis;
use crate::open::Open;

/// The whole directory; it is short enough to be searched where it is shown.
///
/// # Errors
/// `Storage` where the agency's document cannot be read.
pub fn view(open: &mut Open, now: Now) -> Result<ResourcesView, EngineError> {
    let read_only = open.may_only_look();
    let found = match open.agency_document()? {
        Some(id) => open.documents.agency(&open.store, &id)?.resources(),
        None => Vec::new(),
    };
    let long_ago = now.local_date().plus_days(-LOOK_AGAIN_AFTER_DAYS);
    let mut resources: Vec<ResourceView> = found
        .into_iter()
        .map(|entry| ResourceView {
            id: entry.id.to_string(),
            look_again: entry.verified_on.is_none_or(|day| day < long_ago),
            entry,
        })
        .collect();
    resources.sort_by_key(|one| one.entry.closed);
    Ok(ResourcesView {
        read_only,
        resources,
    })
}

/// Writes in the directory.
///
/// # Errors
/// `NotAllowed` for who may only look; `Invalid` for an entry without a name.
pub fn order(
    open: &mut Open,
    command: &ResourceCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let only_looks = open.may_only_look();
    let command = match command {
        ResourceCommand::CrisisCard(card) => return crisis::put(open, card.as_deref(), now),
        _ if only_looks => return Err(EngineError::NotAllowed),
        ResourceCommand::Add { fields } => AgencyCommand::AddResource {
            id: RecordId::new(now.at, rng),
            fields: fields.clone(),
        },
        ResourceCommand::Change { resource, changes } => AgencyCommand::ChangeResource {
            id: record_id(resource)?,
            changes: changes.clone(),
        },
    };
    open.write_agency_names(&[command], now)
}
