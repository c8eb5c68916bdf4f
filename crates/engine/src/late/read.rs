//! Reading late items, and telling of which of them nothing is left to decide.

use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::document::{ParticipantDocument, RecordRef as Of};
use handrail_domain::{Encounter, RecordId};
use handrail_protocol::{DeviceId, DocumentId, ItemId, UnverifiedItem, VerifiedItem};
use handrail_sync::QuarantineReason;
use handrail_vault::Content;

use super::records::{self, FoundRecord};
use super::{Found, Late};
use crate::api::{EngineError, LateKind};
use crate::last_words;
use crate::open::{Open, load_or_new};
use crate::views::{self, shown_count};

/// What late items of one document bring, read in a copy that is thrown away.
#[derive(Default)]
struct Brought {
    contacts: Vec<Found>,
    /// Other records that can be taken in.
    records: Vec<FoundRecord>,
    /// Everything else, by kind.
    rest: BTreeMap<LateKind, BTreeSet<Of>>,
    /// What each item says something of; `None` for one that says nothing that can be read here.
    items: Vec<(ItemId, Option<BTreeSet<Of>>)>,
}

/// Items that a device handed over after it was taken out, by document and number, and how many of
/// its items are not its own work.
fn items(
    open: &mut Open,
    device: &DeviceId,
) -> Result<(Vec<(VerifiedItem, i64)>, u32), EngineError> {
    let mut items: Vec<(VerifiedItem, i64)> = Vec::new();
    let mut others = 0;
    // Told with the sheet.
    let has_spoken = last_words::of(open, device)?.is_some();
    let agency = open.agency_document()?;
    let sign = open.roster.device(device).map(|device| device.sign);
    for row in open.store.read().quarantined()? {
        let Ok(item) = UnverifiedItem::parse(&row.bytes) else {
            continue;
        };
        let is_late = row.reason.parse() == Ok(QuarantineReason::AfterRevocation);
        let is_word = agency == Some(item.header().document) && has_spoken;
        if !is_late || is_word || item.header().writer != *device {
            continue;
        }
        match sign.map(|sign| item.verify_as(*device, &sign)) {
            Some(Ok(item)) => items.push((item, row.at)),
            _ => others += 1,
        }
    }
    items.sort_by_key(|(item, _)| (item.header().document, item.header().n));
    Ok((items, others))
}

/// Everything that a device handed over after it was taken out.
///
/// # Errors
/// Fails only when the database does.
pub(super) fn find(open: &mut Open, device: &DeviceId) -> Result<Late, EngineError> {
    let (items, unread) = items(open, device)?;
    let mut late = Late {
        unread,
        ..Late::default()
    };
    for group in items.chunk_by(|one, next| one.0.header().document == next.0.header().document) {
        let Some((first, _)) = group.first() else {
            continue;
        };
        let document = first.header().document;
        let brought = read(open, device, group)?;
        let unread = brought.items.iter().filter(|(_, said)| said.is_none());
        late.unread += shown_count(unread.count() as u64);
        late.contacts.extend(brought.contacts);
        late.records.extend(brought.records);
        for (kind, records) in brought.rest {
            late.rest.push((document, kind, records.len()));
        }
    }
    Ok(late)
}

/// What items of one document bring.
fn read(
    open: &mut Open,
    device: &DeviceId,
    items: &[(VerifiedItem, i64)],
) -> Result<Brought, EngineError> {
    let mut brought = Brought::default();
    let Some((first, _)) = items.first() else {
        return Ok(brought);
    };
    let document = first.header().document;
    if open.store.read().participant(&document)?.is_none() {
        brought.items = items.iter().map(|(item, _)| (item.id(), None)).collect();
        return Ok(brought);
    }
    let session = open.documents.session();
    let mut copy: ParticipantDocument = load_or_new(&open.store.read(), &document, session)?;
    let by = crate::attesting::domain_device(*device);
    let mut others: BTreeMap<Of, (ItemId, i64)> = BTreeMap::new();
    for (item, arrived_at) in items {
        let content = views::opened(&open.store.read(), item)?;
        let Some(Content::Changes(changes)) = content else {
            brought.items.push((item.id(), None));
            continue;
        };
        let applied = copy.apply_changes_from_device(by, &changes);
        // What waits for something else says nothing yet.
        let Some(applied) = applied.ok().filter(|applied| applied.waiting.is_empty()) else {
            brought.items.push((item.id(), None));
            continue;
        };
        let records = applied.touched.records;
        for record in &records {
            if let Of::Encounter(id) = record {
                if let Some(contact) = copy.encounter(*id) {
                    brought.contacts.retain(|earlier| earlier.contact.id != *id);
                    brought.contacts.push(Found {
                        document,
                        contact,
                        disputed: copy.conflicts_of(*record),
                        item: item.id(),
                        arrived_at: *arrived_at,
                    });
                }
            } else {
                others.insert(*record, (item.id(), *arrived_at));
            }
        }
        brought.items.push((item.id(), Some(records)));
    }
    let record = open.participant(&document)?;
    for (of, last) in others {
        let kind = kind_of(&copy, &of);
        if records::can_be_taken_in(kind) {
            let found = records::found(record, &copy, (document, of, kind), device, last);
            brought.records.push(found);
        } else {
            brought.rest.entry(kind).or_default().insert(of);
        }
    }
    Ok(brought)
}

/// What a record is, in the words of the screens.
fn kind_of(copy: &ParticipantDocument, record: &Of) -> LateKind {
    match record {
        Of::Milestone(id) => kind_of_milestone(copy, *id),
        _ => LateKind::Details,
    }
}

/// The same of one that stands among the milestones; another kind where there is none.
pub(super) fn kind_of_milestone(copy: &ParticipantDocument, id: RecordId) -> LateKind {
    if copy.milestone(id).is_some() {
        LateKind::Milestone
    } else if copy.plan_entry(id).is_some() {
        LateKind::Plan
    } else if copy.appointment(id).is_some() {
        LateKind::Appointment
    } else if copy.around_person(id).is_some() {
        LateKind::Around
    } else if copy.barc10_record(id).is_some() {
        LateKind::Barc10
    } else if copy.quiet_record(id).is_some() {
        LateKind::PutOff
    } else if copy.access(id).is_some_and(|access| access.guest.is_none()) {
        LateKind::Opened
    } else if copy.access(id).is_some() || copy.hand_over_record(id).is_some() {
        LateKind::Readers
    } else {
        LateKind::Other
    }
}

/// The late items of which nothing is left to decide, by participant: everything that they say
/// something of was taken in, or was taken back by whoever wrote it. They stay set aside, and are
/// not counted any more. Looks at these participants only, or at all.
///
/// # Errors
/// Fails only when the database does.
pub fn settled(
    open: &mut Open,
    only: Option<&BTreeSet<DocumentId>>,
) -> Result<Settled, EngineError> {
    let mut late: BTreeSet<(DeviceId, DocumentId)> = BTreeSet::new();
    for row in open.store.read().quarantined()? {
        let Ok(item) = UnverifiedItem::parse(&row.bytes) else {
            continue;
        };
        let header = item.header();
        let is_wanted = only.is_none_or(|only| only.contains(&header.document));
        if is_wanted && row.reason.parse() == Ok(QuarantineReason::AfterRevocation) {
            late.insert((header.writer, header.document));
        }
    }
    if late.is_empty() {
        return Ok(Settled::new());
    }
    settled_of(open, &late)
}

/// The same of these devices and participants: apart, for most devices never hold a late item.
#[inline(never)]
fn settled_of(
    open: &mut Open,
    late: &BTreeSet<(DeviceId, DocumentId)>,
) -> Result<Settled, EngineError> {
    let mut settled = Settled::new();
    let devices: BTreeSet<DeviceId> = late.iter().map(|(device, _)| *device).collect();
    for device in devices {
        let (items, _) = items(open, &device)?;
        for group in items.chunk_by(|one, next| one.0.header().document == next.0.header().document)
        {
            let document = group.first().map(|(item, _)| item.header().document);
            let Some(document) = document.filter(|document| late.contains(&(device, *document)))
            else {
                continue;
            };
            let brought = read(open, &device, group)?;
            let mut decided = BTreeSet::new();
            for one in &brought.contacts {
                if is_decided(open.participant(&one.document)?, one) {
                    decided.insert(Of::Encounter(one.contact.id));
                }
            }
            for one in &brought.records {
                if one.is_decided(open.participant(&document)?, &device) {
                    decided.insert(one.of);
                }
            }
            let of = settled.entry(document).or_default();
            let is_done = |said: &BTreeSet<Of>| !said.is_empty() && said.is_subset(&decided);
            let done = brought
                .items
                .iter()
                .filter(|(_, said)| said.as_ref().is_some_and(is_done));
            of.extend(done.map(|(item, _)| *item));
        }
    }
    Ok(settled)
}

/// Late items of which nothing is left to decide, by participant.
pub type Settled = BTreeMap<DocumentId, BTreeSet<ItemId>>;

fn is_decided(record: &ParticipantDocument, one: &Found) -> bool {
    let from = |contact: &Encounter| contact.late.map(|late| late.from);
    let is_from = |late: handrail_domain::Late| {
        late.entry == one.contact.id && late.item == *one.item.as_bytes()
    };
    let stands = record.encounter(one.contact.id);
    let stands = stands.is_some_and(|contact| contact.void.is_none());
    let is_taken_back = one.contact.void.is_some() && !stands;
    // Taken in, and perhaps taken back since by somebody who looked.
    is_taken_back || record.encounters().iter().filter_map(from).any(is_from)
}
