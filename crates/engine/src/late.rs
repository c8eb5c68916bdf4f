//! What a device handed over after it was taken out. Its items are set aside and stay so. Who is in
//! charge takes a contact or another record in: it is then written into the record under their own signature, and
//! says which item of which device it comes from.

mod read;
mod records;

pub use read::{Settled, settled};

use handrail_domain::document::{Conflict, ParticipantDocument};
use handrail_domain::{Encounter, Now, ParticipantCommand, RecordId, TakenIn};
use handrail_protocol::{DeviceId, DocumentId, ItemId};
use rand_core::CryptoRng;

use crate::api::{
    ContactFigures, EngineError, LateKind, LateRecordView, LateRestView, LateView, RecordRef,
    TakeInLate, TakenInView,
};
use crate::caseload::write;
use crate::convert::{activity_to_api, domain_member, kind_to_api, outcome_to_api};
use crate::forgetting;
use crate::open::Open;
use crate::views::{self, shown_count};

/// A contact that late items bring, as they leave it.
struct Found {
    document: DocumentId,
    contact: Encounter,
    /// What the record says otherwise meanwhile.
    disputed: Vec<Conflict>,
    /// The last item that says something of it.
    item: ItemId,
    arrived_at: i64,
}

/// What a device handed over after it was taken out.
#[derive(Default)]
struct Late {
    contacts: Vec<Found>,
    /// Other records that can be taken in.
    records: Vec<records::FoundRecord>,
    /// How many records of which kind of whom.
    rest: Vec<(DocumentId, LateKind, usize)>,
    /// Items that cannot be read here.
    unread: u32,
}

/// What a device handed over after it was taken out, as it is shown.
pub struct Shown {
    /// Contacts.
    pub contacts: Vec<LateView>,
    /// Other records that can be taken in.
    pub records: Vec<LateRecordView>,
    /// How many other records, by participant and kind.
    pub rest: Vec<LateRestView>,
    /// Items that cannot be read here.
    pub unread: u32,
}

/// What a device handed over after it was taken out.
///
/// # Errors
/// Fails only when the database does.
pub fn of(open: &mut Open, device: &DeviceId) -> Result<Shown, EngineError> {
    let found = read::find(open, device)?;
    let mut contacts = Vec::with_capacity(found.contacts.len());
    for one in found.contacts {
        contacts.extend(view(open, device, &one)?);
    }
    let records = records::views(open, device, &found.records)?;
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
    Ok(Shown {
        contacts,
        records,
        rest,
        unread: found.unread,
    })
}

/// Writes a late contact, or another late record, into the record.
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
    let Late {
        contacts: found,
        records,
        ..
    } = read::find(open, &device)?;
    let wanted = |one: &Found| {
        one.document.to_string() == order.participant
            && one.contact.id.to_string() == order.entry
            && one.item.to_string() == order.item
            && one.contact.void.is_none()
    };
    let Some(one) = found.into_iter().find(wanted) else {
        return records::take_in(open, order, (&device, records), now, rng);
    };
    let entry = one.contact.id;
    let record = open.participant(&one.document)?;
    let known = record.encounter(entry);
    let taken = taken(record, entry);
    let again = taken.iter().find(|(_, taken)| is_of(taken, &one.item));
    if let Some((id, _)) = again {
        return Ok(reference(&one.document, Some(*id)));
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
    Ok(reference(&one.document, Some(id)))
}

fn reference(document: &DocumentId, id: Option<RecordId>) -> RecordRef {
    RecordRef {
        participant: document.to_string(),
        record: id.map(|id| id.to_string()),
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
    let disputed = take_in.iter().flat_map(|_| &one.disputed);
    let disputed = views::conflict_views(open, disputed);
    Ok(Some(LateView {
        participant: one.document.to_string(),
        name: views::shown_name(&row),
        kind: kind_to_api(facts.kind),
        outcome: outcome_to_api(facts.outcome),
        figures: ContactFigures {
            minutes: facts.minutes.get().into(),
            activities: facts
                .activities
                .iter()
                .copied()
                .map(activity_to_api)
                .collect(),
            circumstances: facts.circumstances.iter().copied().collect(),
            naloxone_kits: facts.kits.get().into(),
            miles_tenths: facts.miles.tenths(),
        },
        at: facts.at.millis(),
        written_at: one.contact.logged_at.millis(),
        note: facts.note.as_str().to_owned(),
        arrived_at: one.arrived_at,
        corrects,
        disputed,
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
