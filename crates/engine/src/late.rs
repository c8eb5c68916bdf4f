//! What a device handed over after it was taken out. Its items are set aside and stay so. Who is in
//! charge takes a contact in: it is then written into the record under their own signature, and
//! says which item of which device it comes from.

use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::document::{ParticipantDocument, RecordRef as Of};
use handrail_domain::{Encounter, Now, ParticipantCommand, RecordId, TakenIn};
use handrail_protocol::{DeviceId, DocumentId, ItemId, UnverifiedItem, VerifiedItem};
use handrail_sync::QuarantineReason;
use handrail_vault::Content;
use rand_core::CryptoRng;

use crate::api::{
    EngineError, LateKind, LateRestView, LateView, RecordRef, TakeInLate, TakenInView,
};
use crate::caseload::write;
use crate::convert::{domain_member, kind_to_api};
use crate::open::{Open, load_or_new};
use crate::views::{self, shown_count};
use crate::{forgetting, last_words};

/// A contact that late items bring, as they leave it.
struct Found {
    document: DocumentId,
    contact: Encounter,
    /// The last item that says something of it.
    item: ItemId,
    arrived_at: i64,
}

/// What a device handed over after it was taken out.
#[derive(Default)]
struct Late {
    contacts: Vec<Found>,
    /// How many records of which kind of whom.
    rest: Vec<(DocumentId, LateKind, usize)>,
    /// Items that cannot be read here.
    unread: u32,
}

/// What a device handed over after it was taken out: contacts, other records by participant and
/// kind, and how many items cannot be read here.
///
/// # Errors
/// Fails only when the database does.
pub fn of(
    open: &mut Open,
    device: &DeviceId,
) -> Result<(Vec<LateView>, Vec<LateRestView>, u32), EngineError> {
    let found = find(open, device)?;
    let mut late = Vec::with_capacity(found.contacts.len());
    for one in found.contacts {
        late.extend(view(open, device, &one)?);
    }
    let mut rest = Vec::with_capacity(found.rest.len());
    for (document, kind, count) in found.rest {
        let row = open.store.read().participant(&document)?;
        rest.extend(row.map(|row| LateRestView {
            participant: document.to_string(),
            name: views::shown_name(&row),
            kind,
            count: shown_count(count as u64),
        }));
    }
    rest.sort_by(|one, other| (&one.name, one.kind).cmp(&(&other.name, other.kind)));
    Ok((late, rest, found.unread))
}

/// Writes a late contact into the record.
///
/// # Errors
/// [`EngineError::NotAllowed`] for who is not in charge; [`EngineError::NotFound`] when something
/// else has come since it was shown; otherwise as for any contact.
pub fn take_in(
    open: &mut Open,
    order: &TakeInLate,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    if !forgetting::may_forget(open) {
        return Err(EngineError::NotAllowed);
    }
    let device: DeviceId = order.device.parse().map_err(|_| EngineError::NotFound)?;
    let writer = open
        .member_of_device(&device)
        .ok_or(EngineError::NotFound)?;
    let found = find(open, &device)?.contacts;
    let wanted = |one: &Found| {
        one.document.to_string() == order.participant
            && one.contact.id.to_string() == order.entry
            && one.item.to_string() == order.item
            && one.contact.void.is_none()
    };
    let one = found
        .into_iter()
        .find(wanted)
        .ok_or(EngineError::NotFound)?;
    let entry = one.contact.id;
    let record = open.participant(&one.document)?;
    let known = record.encounter(entry);
    let taken = taken(record, entry);
    let again = taken.iter().find(|(_, taken)| is_of(taken, &one.item));
    if let Some((id, _)) = again {
        return Ok(reference(&one.document, *id));
    }
    let id = match (&known, taken.first()) {
        (Some(_), _) => entry,
        (None, Some((id, _))) => *id,
        // Not its own id: two who take it in without knowing of each other would make one record
        // of it, in which the corrections of one of them would not be seen.
        (None, None) => RecordId::new(now.at, rng),
    };
    let mut facts = one.contact.facts;
    // Whose device signed it, not whom it names.
    facts.made_by = known.map_or(domain_member(writer), |known| known.facts.made_by);
    let late = handrail_domain::Late {
        device: crate::attesting::domain_device(device),
        item: *one.item.as_bytes(),
        entry,
        written_at: one.contact.logged_at,
    };
    write::note(
        open,
        &one.document,
        ParticipantCommand::TakeIn { id, facts, late },
        now,
    )?;
    Ok(reference(&one.document, id))
}

fn reference(document: &DocumentId, id: RecordId) -> RecordRef {
    RecordRef {
        participant: document.to_string(),
        record: Some(id.to_string()),
    }
}

fn is_of(taken: &TakenIn, item: &ItemId) -> bool {
    taken.from.item == *item.as_bytes()
}

/// Contacts of the record that come from a late one and stand.
fn taken(record: &ParticipantDocument, entry: RecordId) -> Vec<(RecordId, TakenIn)> {
    let mut taken: Vec<(RecordId, TakenIn)> = record
        .encounters()
        .into_iter()
        .filter(|contact| contact.void.is_none())
        .filter_map(|contact| Some((contact.id, contact.late?)))
        .filter(|(_, taken)| taken.from.entry == entry)
        .collect();
    taken.sort_by_key(|(id, _)| *id);
    taken
}

fn view(open: &mut Open, device: &DeviceId, one: &Found) -> Result<Option<LateView>, EngineError> {
    let Some(row) = open.store.read().participant(&one.document)? else {
        return Ok(None);
    };
    let entry = one.contact.id;
    let record = open.participant(&one.document)?;
    let corrects = record.encounter(entry).is_some();
    let mut taken = taken(record, entry);
    taken.retain(|(_, taken)| is_of(taken, &one.item));
    let by_whom: Vec<TakenInView> = taken
        .iter()
        .map(|(_, taken)| taken_view(open, taken))
        .collect();
    let withdrawn = one.contact.void.is_some();
    let may = forgetting::may_forget(open) && open.serves(open.home_of(&one.document)?.as_ref());
    let take_in = (may && by_whom.is_empty() && !withdrawn).then(|| TakeInLate {
        device: device.to_string(),
        participant: one.document.to_string(),
        entry: entry.to_string(),
        item: one.item.to_string(),
    });
    let facts = &one.contact.facts;
    Ok(Some(LateView {
        participant: one.document.to_string(),
        name: views::shown_name(&row),
        kind: kind_to_api(facts.kind),
        at: facts.at.millis(),
        written_at: one.contact.logged_at.millis(),
        note: facts.note.as_str().to_owned(),
        arrived_at: one.arrived_at,
        corrects,
        withdrawn,
        taken_in: by_whom,
        take_in,
    }))
}

fn taken_view(open: &Open, taken: &TakenIn) -> TakenInView {
    let name = |device: handrail_domain::DeviceId| {
        views::device_name(open, &DeviceId::from_bytes(*device.as_bytes()))
    };
    TakenInView {
        from: name(taken.from.device),
        written_at: taken.from.written_at.millis(),
        by: name(taken.by),
        at: taken.at.millis(),
    }
}

/// Begins the code that a contact's row has among its circumstances when it was taken in.
const ROW: &str = "late";

/// That a contact was taken in, for its row: `late:from:written at:by:at`.
pub fn for_row(taken: &TakenIn) -> String {
    let (from, at) = (&taken.from, taken.at.millis());
    let written_at = from.written_at.millis();
    format!("{ROW}:{}:{written_at}:{}:{at}", from.device, taken.by)
}

/// The same, read out of a row.
pub fn of_row(open: &Open, code: &str) -> Option<TakenInView> {
    let mut words = code.split(':');
    let name = |device: &str| Some(views::device_name(open, &device.parse().ok()?));
    (words.next()? == ROW).then_some(())?;
    Some(TakenInView {
        from: name(words.next()?)?,
        written_at: words.next()?.parse().ok()?,
        by: name(words.next()?)?,
        at: words.next()?.parse().ok()?,
    })
}

/// What late items of one document bring, read in a copy that is thrown away.
#[derive(Default)]
struct Brought {
    contacts: Vec<Found>,
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

fn find(open: &mut Open, device: &DeviceId) -> Result<Late, EngineError> {
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
                        item: item.id(),
                        arrived_at: *arrived_at,
                    });
                }
            } else {
                let kind = kind_of(&copy, record);
                brought.rest.entry(kind).or_default().insert(*record);
            }
        }
        brought.items.push((item.id(), Some(records)));
    }
    Ok(brought)
}

/// What a record is, in the words of the screens.
fn kind_of(copy: &ParticipantDocument, record: &Of) -> LateKind {
    let Of::Milestone(id) = record else {
        return LateKind::Details;
    };
    let id = *id;
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

/// The late items of which nothing is left to decide, by participant: every contact that they say
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
