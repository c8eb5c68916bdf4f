//! Late records that are no contacts: milestones, entries of the plan, appointments, people around
//! the participant, and details. They are taken in field by field, as they were shown.

use std::collections::BTreeMap;

use handrail_domain::document::{Conflict, FieldValue, ParticipantDocument, RecordRef as Of};
use handrail_domain::{Late, Now, ParticipantCommand, RecordId, TakenIn, Timestamp};
use handrail_protocol::{DeviceId, DocumentId, ItemId};
use rand_core::CryptoRng;

use super::{is_of, reference, taken_view};
use crate::api::{EngineError, LateKind, LateRecordView, RecordRef, TakeInLate, TakenInView};
use crate::attesting::domain_device;
use crate::caseload::projection::value_text;
use crate::caseload::write;
use crate::convert::domain_member;
use crate::forgetting;
use crate::open::Open;
use crate::views;

/// The goal of a step, among its fields.
const GOAL: &str = "goal";
/// What stands for the details where a record is named.
const DETAILS: &str = "details";
/// Fields that follow others, and say nothing to a reader.
const FOLLOWING: [&str; 3] = ["status_day", "reopened_day", GOAL];

/// A record that late items bring, as they leave it.
pub(super) struct FoundRecord {
    pub(super) document: DocumentId,
    pub(super) of: Of,
    pub(super) kind: LateKind,
    /// What taking it in writes.
    said: Vec<(String, FieldValue)>,
    tags: BTreeMap<String, bool>,
    /// The record has it, as it was before.
    is_known: bool,
    is_withdrawn: bool,
    /// What the record says otherwise meanwhile.
    disputed: Vec<Conflict>,
    /// The last item that says something of it.
    item: ItemId,
    written_at: Timestamp,
    arrived_at: i64,
}

/// Whether records of a kind can be taken in.
pub(super) fn can_be_taken_in(kind: LateKind) -> bool {
    matches!(
        kind,
        LateKind::Details
            | LateKind::Milestone
            | LateKind::Plan
            | LateKind::Appointment
            | LateKind::Around
    )
}

/// What a record says in `copy`, which has the late changes, and not yet in `record`.
pub(super) fn found(
    record: &ParticipantDocument,
    copy: &ParticipantDocument,
    (document, of, kind): (DocumentId, Of, LateKind),
    device: &DeviceId,
    (item, arrived_at): (ItemId, i64),
) -> FoundRecord {
    let tags = match of {
        Of::Details => record.late_tags(copy),
        _ => BTreeMap::new(),
    };
    let is_known = match of {
        Of::Milestone(id) => super::read::kind_of_milestone(record, id) != LateKind::Other,
        _ => true,
    };
    let arrived = Timestamp::from_millis(arrived_at);
    FoundRecord {
        document,
        of,
        kind,
        said: record.late_fields(copy, &of),
        tags,
        is_known,
        is_withdrawn: copy.is_void(&of),
        disputed: copy.conflicts_of(of),
        item,
        written_at: copy
            .written_by(domain_device(*device), &of)
            .unwrap_or(arrived),
        arrived_at,
    }
}

impl FoundRecord {
    /// How it is named in an order.
    fn name(&self) -> String {
        match self.of {
            Of::Milestone(id) => id.to_string(),
            _ => DETAILS.to_owned(),
        }
    }

    fn entry(&self) -> RecordId {
        match self.of {
            Of::Milestone(id) => id,
            _ => RecordId::from_bytes([0; 16]),
        }
    }

    /// Records that come from it, the standing ones first, each with whether it stands.
    fn taken(&self, record: &ParticipantDocument, device: &DeviceId) -> Vec<Taken> {
        let device = domain_device(*device);
        let Of::Milestone(entry) = self.of else {
            let taken = record.details_taken_in(device).into_iter();
            return taken
                .map(|by| Taken {
                    id: None,
                    by,
                    stands: true,
                })
                .collect();
        };
        let all = record.milestones_taken_in().into_iter();
        let mut found: Vec<Taken> = all
            .filter(|(_, by)| by.from.entry == entry && by.from.device == device)
            .map(|(id, by)| Taken {
                id: Some(id),
                by,
                stands: !record.is_void(&Of::Milestone(id)),
            })
            .collect();
        found.sort_by_key(|taken| !taken.stands);
        found
    }

    /// Whether nothing is left to decide on it: it was taken in and perhaps taken back since, or
    /// its writer took it back, or the record says the same.
    pub(super) fn is_decided(&self, record: &ParticipantDocument, device: &DeviceId) -> bool {
        let taken = self.taken(record, device);
        let stands = self.is_known && !record.is_void(&self.of);
        (self.is_withdrawn && !stands)
            || taken.iter().any(|taken| is_of(&taken.by, &self.item))
            || self.says_nothing_new()
    }

    fn says_nothing_new(&self) -> bool {
        let is_same = self.said.is_empty() && self.tags.is_empty() && self.disputed.is_empty();
        self.is_known && is_same && !self.is_withdrawn
    }

    /// What is written, with the goal by the id that it has in the record; `None` while the goal
    /// is not in the record.
    fn said_here(
        &self,
        record: &ParticipantDocument,
        device: &DeviceId,
    ) -> Option<Vec<(String, FieldValue)>> {
        let mut said = self.said.clone();
        for (name, value) in &mut said {
            if name != GOAL {
                continue;
            }
            let goal: RecordId = value.as_text()?.parse().ok()?;
            if record.plan_entry(goal).is_some() {
                continue;
            }
            let device = domain_device(*device);
            let all = record.milestones_taken_in().into_iter();
            let mut taken = all.filter(|(id, by)| {
                let is_from = by.from.entry == goal && by.from.device == device;
                is_from && !record.is_void(&Of::Milestone(*id))
            });
            *value = FieldValue::Text(taken.next()?.0.to_string());
        }
        Some(said)
    }
}

/// A record that was taken in.
struct Taken {
    /// `None` for details.
    id: Option<RecordId>,
    by: TakenIn,
    stands: bool,
}

/// Late records as they are shown, without those that say nothing new.
pub(super) fn views(
    open: &mut Open,
    device: &DeviceId,
    records: &[FoundRecord],
) -> Result<Vec<LateRecordView>, EngineError> {
    let mut shown = Vec::with_capacity(records.len());
    for one in records.iter().filter(|one| !one.says_nothing_new()) {
        shown.extend(view(open, device, one)?);
    }
    shown.sort_by(|one, other| {
        (&one.name, one.kind, one.written_at).cmp(&(&other.name, other.kind, other.written_at))
    });
    Ok(shown)
}

fn view(
    open: &mut Open,
    device: &DeviceId,
    one: &FoundRecord,
) -> Result<Option<LateRecordView>, EngineError> {
    let Some(row) = open.store.read().participant(&one.document)? else {
        return Ok(None);
    };
    let record = open.participant(&one.document)?;
    let mut taken = one.taken(record, device);
    taken.retain(|taken| taken.stands && is_of(&taken.by, &one.item));
    let needs_goal = one.said_here(record, device).is_none();
    let may = forgetting::may_forget(open) && open.serves(open.home_of(&one.document)?.as_ref());
    let is_open = may && taken.is_empty() && !one.is_withdrawn;
    let take_in = (is_open && !needs_goal).then(|| TakeInLate {
        device: device.to_string(),
        participant: one.document.to_string(),
        entry: one.name(),
        item: one.item.to_string(),
    });
    let by: Vec<TakenInView> = taken
        .iter()
        .map(|taken| taken_view(open, &taken.by))
        .collect();
    let disputed = one.disputed.iter().filter(|_| is_open);
    let disputed = views::conflict_views(open, disputed);
    let fields = one.said.iter();
    let mut said: Vec<(String, String)> = fields
        .filter(|(name, _)| !FOLLOWING.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value_text(value)))
        .collect();
    for (tag, added) in &one.tags {
        let field = if *added { "tag_added" } else { "tag_removed" };
        said.push((field.to_owned(), tag.clone()));
    }
    Ok(Some(LateRecordView {
        participant: one.document.to_string(),
        name: views::shown_name(&row),
        kind: one.kind,
        said,
        written_at: one.written_at.millis(),
        arrived_at: one.arrived_at,
        corrects: one.is_known,
        disputed,
        withdrawn: one.is_withdrawn,
        needs_goal: is_open && needs_goal,
        taken_in: by,
        take_in,
    }))
}

/// Writes a late record that is no contact into the record of the participant.
pub(super) fn take_in(
    open: &mut Open,
    order: &TakeInLate,
    (device, records): (&DeviceId, Vec<FoundRecord>),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let writer = open.member_of_device(device).ok_or(EngineError::NotFound)?;
    let wanted = |one: &FoundRecord| {
        one.document.to_string() == order.participant
            && one.name() == order.entry
            && one.item.to_string() == order.item
            && !one.is_withdrawn
    };
    let one = records
        .into_iter()
        .find(wanted)
        .ok_or(EngineError::NotFound)?;
    let record = open.participant(&one.document)?;
    let said = one.said_here(record, device).ok_or(EngineError::NotFound)?;
    let mut taken = one.taken(record, device);
    taken.retain(|taken| taken.stands);
    if let Some(again) = taken.iter().find(|taken| is_of(&taken.by, &one.item)) {
        return Ok(reference(&one.document, again.id));
    }
    let late = Late {
        device: domain_device(*device),
        item: *one.item.as_bytes(),
        entry: one.entry(),
        written_at: one.written_at,
    };
    let by = domain_member(writer);
    let (id, command) = if let Of::Milestone(entry) = one.of {
        let known = one.is_known.then_some(entry);
        let before = taken.first().and_then(|taken| taken.id);
        // Not its own id, for the reason that contacts get another.
        let id = known
            .or(before)
            .unwrap_or_else(|| RecordId::new(now.at, rng));
        let command = ParticipantCommand::TakeInRecord { id, said, by, late };
        (Some(id), command)
    } else {
        let tags = one.tags;
        (None, ParticipantCommand::TakeInDetails { said, tags, late })
    };
    write::note(open, &one.document, command, now)?;
    Ok(reference(&one.document, id))
}
