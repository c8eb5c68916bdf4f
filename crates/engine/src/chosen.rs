//! Which document is the agency's, and which are a caseload's or a room's. With a changed program,
//! whoever holds the keys of a group can make another document under them, which would take the place of
//! the true one. So of several those count in which somebody in charge wrote: their devices make the
//! documents, and give their word on whatever stands for the beginning of one.

use handrail_protocol::{DocumentId, DocumentKind, GroupId, RosterState};
use handrail_store::{Read, StoreError};

/// The agency's document, once it is here. Of several, the one in which the device in charge wrote that
/// came first: devices that came later may have met another one before it.
///
/// # Errors
/// Fails only when the database does.
pub fn agency_document(
    read: &Read<'_>,
    roster: &RosterState,
) -> Result<Option<DocumentId>, StoreError> {
    let Some(group) = roster.agency_group() else {
        return Ok(None);
    };
    let found = under(read, DocumentKind::Agency, &group)?;
    if found.len() < 2 {
        return Ok(found.into_iter().next());
    }
    let mut ranked = Vec::with_capacity(found.len());
    for document in found {
        let first = first_in_charge(read, roster, &document)?;
        ranked.push((first.unwrap_or(u64::MAX), document));
    }
    Ok(ranked.into_iter().min().map(|(_, document)| document))
}

/// All documents under the keys of a group, but participants', the smallest id first: that one is written
/// into. Two devices that began a room and did not know of one another made two.
///
/// # Errors
/// Fails only when the database does.
pub fn caseload_documents(
    read: &Read<'_>,
    roster: &RosterState,
    group: &GroupId,
) -> Result<Vec<DocumentId>, StoreError> {
    let found = under(read, DocumentKind::Caseload, group)?;
    if found.len() < 2 {
        return Ok(found);
    }
    let mut counted = Vec::new();
    for document in &found {
        if first_in_charge(read, roster, document)?.is_some() {
            counted.push(*document);
        }
    }
    Ok(if counted.is_empty() { found } else { counted })
}

fn under(
    read: &Read<'_>,
    kind: DocumentKind,
    group: &GroupId,
) -> Result<Vec<DocumentId>, StoreError> {
    let all = read.grouped_documents()?.into_iter();
    let of_it = all.filter(|document| document.kind == kind.number() && document.group == *group);
    let mut found: Vec<DocumentId> = of_it.map(|document| document.document).collect();
    found.sort_unstable();
    Ok(found)
}

/// The number of the roster's entry that added the first of the devices in charge that wrote in a
/// document, as far as that is here.
fn first_in_charge(
    read: &Read<'_>,
    roster: &RosterState,
    document: &DocumentId,
) -> Result<Option<u64>, StoreError> {
    let mut first: Option<u64> = None;
    for device in roster.devices() {
        let is_earlier = first.is_none_or(|first| device.added < first);
        if is_earlier
            && roster.was_in_charge(&device.id)
            && read.has_written(document, &device.id)?
        {
            first = Some(device.added);
        }
    }
    Ok(first)
}
