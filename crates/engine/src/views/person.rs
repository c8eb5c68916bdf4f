//! One participant: header, duty, what disagrees, what happened.

use handrail_domain::connection::{Connection, Intake, connection};
use handrail_domain::document::{
    ChangeHash, Conflict, FieldValue, ParticipantDocument, RecordRef, Version, Writer,
};
use handrail_domain::{
    Circumstance, EncounterKind, Event, IntakeStatus, LocalDate, Now, Outcome, PlanKind,
};
use handrail_protocol::{DeviceId, DocumentId, MemberId};
use handrail_store::{EncounterRow, MilestoneRow, ParticipantRow, Read};

use super::delivery::delivery;
use super::duties::owed_to;
use super::incomplete;
use super::safe_contact::{safe_contact, shown_name};
use super::shown_count;
use super::today::duty_view;
use crate::api::{
    ConflictVersion, ConflictView, DetailField, EncounterView, EngineError, HandOverView,
    HistoryEntry, MilestoneInput, MilestoneView, PersonView, VoidView,
};
use crate::caseload::projection::{record_name, value_text};
use crate::convert::{
    activity_to_api, kind_to_api, outcome_to_api, protocol_member, record_id, status_to_api,
};
use crate::open::Open;
use crate::{
    accesses, consents, exit, forgetting, handing_over, late, letting_go, outreach, resource_links,
    sharing, ties,
};

/// The page of one participant with the newest `limit` contacts.
pub fn person(
    open: &mut Open,
    document: DocumentId,
    limit: u32,
    now: Now,
) -> Result<PersonView, EngineError> {
    check_guest(open, &document)?;
    let conflicts = if open.store.read().conflicts(&document)?.is_empty() {
        Vec::new()
    } else {
        let keeps = open.keeps(open.home_of(&document)?.as_ref());
        let record = open.participant(&document)?;
        let mut found = record.conflicts();
        found.retain(|conflict| keeps || !is_of_saying(record, conflict.record));
        found
            .iter()
            .map(|conflict| conflict_view(open, conflict))
            .collect()
    };
    let handed_over = letting_go::went_to(open, &document)?;
    if open.store.read().forgetting(&document)? == Some(true) {
        return Err(EngineError::Forgotten);
    }
    let hand_overs = hand_overs(open, &document)?;
    let read = open.store.read();
    let Some(row) = read.participant(&document)? else {
        return Err(match handed_over {
            Some(coach) => EngineError::HandedOver { coach },
            None => EngineError::NotFound,
        });
    };
    let (obligations, duties, rules) = owed_to(open, &row, now)?;
    let same = ties::same(open, &document)?;
    let (timeline, timeline_total) = timeline(open, &read, (document, &same), limit)?;
    let known = read.milestones(&document)?;
    let records: Vec<DocumentId> = std::iter::once(document)
        .chain(same.iter().map(|(id, _)| *id))
        .collect();
    let outreach = if duties.has(&document, Event::Overdose) {
        outreach::of(open, &records, &rules, now)?
    } else {
        Vec::new()
    };
    Ok(PersonView {
        participant: document.to_string(),
        name: shown_name(&row),
        details: details(&row),
        safe_contact: safe_contact(&row),
        coach: open.coach_name(row.caseload_group.as_ref()),
        handed_over,
        to_be_forgotten: forgetting::to_be_forgotten(open, &read, &document)?,
        hand_over_to: handing_over::choice_views(open, row.caseload_group.as_ref()),
        hand_overs,
        duty: duty_view(&row, &duties.towards(&document)),
        obligations,
        incomplete: incomplete::why(open, &document),
        conflicts,
        connection: connection_of(&known, now),
        exit: exit::of(duties.exit(&document, &rules), &known),
        outreach,
        links: resource_links::of(&row, &known, now),
        milestones: known
            .iter()
            .filter_map(|m| milestone_view(open, m))
            .collect(),
        timeline,
        timeline_total,
        same: same
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        guests: sharing::guest_views(open, &document)?,
        share_with: sharing::choice_views(open, &document)?,
        share_waits: sharing::waits(open, &document)?,
        read_only: open.may_only_look(),
        accesses: accesses::of(open, &document)?,
    })
}

/// A guest reads as long as the consent holds.
fn check_guest(open: &mut Open, document: &DocumentId) -> Result<(), EngineError> {
    let home = open.home_of(document)?;
    if open.is_guest(home.as_ref()) {
        consents::check_guest(open, document)?;
    }
    Ok(())
}

/// The newest contacts of a record and of others of the same person, and how many there are.
fn timeline(
    open: &Open,
    read: &Read<'_>,
    (document, same): (DocumentId, &[(DocumentId, String)]),
    limit: u32,
) -> Result<(Vec<EncounterView>, u32), EngineError> {
    let (mut rows, mut total) = (Vec::new(), 0_u64);
    for id in std::iter::once(&document).chain(same.iter().map(|(id, _)| id)) {
        rows.extend(read.timeline(id, None, limit)?);
        total = total.saturating_add(read.timeline_count(id)?);
    }
    rows.sort_by(|one, other| (other.at, &other.id).cmp(&(one.at, &one.id)));
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let views = rows.iter().map(|row| encounter_view(open, read, row));
    Ok((views.collect::<Result<_, _>>()?, shown_count(total)))
}

/// What the dates that stand say of the connection to treatment.
fn connection_of(known: &[MilestoneRow], now: Now) -> Connection {
    let day = |text: Option<&str>| text.and_then(|text| LocalDate::parse(text).ok());
    let standing = || known.iter().filter(|row| row.voided_at.is_none());
    let intakes: Vec<_> = standing()
        .filter_map(|row| {
            // While two disagree on how firm a date is, it is not confirmed.
            let status = IntakeStatus::from_code(row.status.as_deref()?)?;
            let status = match status {
                IntakeStatus::Confirmed if row.statuses_disagree => IntakeStatus::Tentative,
                other => other,
            };
            let on = day(row.on_date.as_deref());
            let said = day(row.status_day.as_deref()).or(on)?;
            (row.kind == "intake").then_some(Intake { status, on, said })
        })
        .collect();
    let events: Vec<_> = standing()
        .filter_map(|row| Some((Event::from_code(&row.kind)?, day(row.on_date.as_deref())?)))
        .collect();
    let discharges: Vec<_> = standing()
        .filter(|row| row.kind == "discharge")
        .filter_map(|row| day(row.on_date.as_deref()))
        .collect();
    connection(&intakes, &discharges, &events, now.local_date())
}

/// What somebody wants to say is for who keeps their record.
fn is_of_saying(document: &ParticipantDocument, record: RecordRef) -> bool {
    matches!(record, RecordRef::Milestone(id) if document.saying(id).is_some())
}

/// Read from the document, and only of those who were handed over once.
fn hand_overs(open: &mut Open, document: &DocumentId) -> Result<Vec<HandOverView>, EngineError> {
    let read = open.store.read();
    if read.assignments(document)?.is_empty() || read.newest_document_key(document)?.is_none() {
        return Ok(Vec::new());
    }
    let found = open.participant(document)?.hand_overs();
    let name = |member: handrail_domain::MemberId| open.member_name(&protocol_member(member));
    Ok(found
        .into_iter()
        .rev()
        .map(|hand_over| HandOverView {
            id: hand_over.id.to_string(),
            to: name(hand_over.to),
            by: hand_over.by.map(name).unwrap_or_default(),
            at: hand_over.at.millis(),
            reason: hand_over.reason,
        })
        .collect())
}

/// One contact of a participant.
pub fn encounter(
    open: &mut Open,
    document: DocumentId,
    id: &str,
) -> Result<EncounterView, EngineError> {
    check_guest(open, &document)?;
    let read = open.store.read();
    let row = read
        .encounter(id)?
        .filter(|row| row.participant == document)
        .ok_or(EngineError::NotFound)?;
    encounter_view(open, &read, &row)
}

/// A contact as a list shows it.
pub fn encounter_view(
    open: &Open,
    read: &Read<'_>,
    row: &EncounterRow,
) -> Result<EncounterView, EngineError> {
    Ok(EncounterView {
        id: row.id.clone(),
        participant: row.participant.to_string(),
        kind: EncounterKind::from_code(&row.kind)
            .map_or(crate::api::EncounterKind::Other, kind_to_api),
        outcome: Outcome::from_code(&row.outcome)
            .map_or(crate::api::Outcome::Reached, outcome_to_api),
        at: row.at,
        local_date: row.local_date.clone(),
        minutes: row.minutes,
        activities: row
            .activities
            .iter()
            .filter_map(|code| handrail_domain::Activity::from_code(code))
            .map(activity_to_api)
            .collect(),
        circumstances: row
            .circumstances
            .iter()
            .filter_map(|code| Circumstance::from_code(code))
            .collect(),
        naloxone_kits: row.naloxone,
        miles_tenths: row.miles,
        note: row.note.clone(),
        author: open.member_name(&row.author_member),
        own: row.author_member == open.identity.member,
        created_at: row.created_at,
        edited: row.edited_at.is_some(),
        voided: void_view(open, row.voided_at, row.voided_by, &row.void_reason),
        late: row
            .circumstances
            .iter()
            .find_map(|code| late::of_row(open, code)),
        delivery: delivery(open, read, row.item.as_ref())?,
    })
}

/// Fields that say nothing to a reader of a contact's history.
const BOOKKEEPING: [&str; 13] = [
    "late_item",
    "late_device",
    "late_entry",
    "late_written",
    "made_by",
    "logged_at",
    "edited",
    "voided_at",
    "voided_by",
    "recorded_at",
    "recorded_by",
    "status_day",
    "goal",
];

/// Every version of one contact or entry of the plan, oldest first: one entry for each change.
pub fn history(
    open: &mut Open,
    document: DocumentId,
    record: &str,
) -> Result<Vec<HistoryEntry>, EngineError> {
    let id = record_id(record)?;
    check_guest(open, &document)?;
    let keeps = open.keeps(open.home_of(&document)?.as_ref());
    let document = open.participant(&document)?;
    if !keeps && document.saying(id).is_some() {
        return Err(EngineError::NotFound);
    }
    let stands_apart = document.plan_entry(id).is_some()
        || document.around_person(id).is_some()
        || document.saying(id).is_some();
    let record = if stands_apart {
        RecordRef::Milestone(id)
    } else {
        RecordRef::Encounter(id)
    };
    let entries = history_of(document, &record)?;
    let mut versions: Vec<(ChangeHash, HistoryEntry)> = Vec::new();
    for entry in entries.into_iter().filter(is_told) {
        let field = (entry.field.clone(), value_text(&entry.value));
        match versions.last_mut() {
            Some((change, version)) if *change == entry.change => version.fields.push(field),
            _ => versions.push((
                entry.change,
                HistoryEntry {
                    at: entry.at.millis(),
                    author: author_name(open, entry.author.as_ref()),
                    fields: vec![field],
                },
            )),
        }
    }
    Ok(versions.into_iter().map(|(_, version)| version).collect())
}

/// Bookkeeping is left out, but not that a contact was made valid again.
fn is_told(entry: &handrail_domain::document::HistoryEntry) -> bool {
    let restored = entry.field == "voided_at" && entry.value == FieldValue::Nothing;
    // What an entry of a plan is never changes.
    if let ("kind", FieldValue::Text(kind)) = (entry.field.as_str(), &entry.value) {
        return PlanKind::from_code(kind).is_none()
            && !["around", "saying"].contains(&kind.as_str());
    }
    restored || !BOOKKEEPING.contains(&entry.field.as_str())
}

fn history_of(
    document: &ParticipantDocument,
    record: &RecordRef,
) -> Result<Vec<handrail_domain::document::HistoryEntry>, EngineError> {
    document.history(record).map_err(|_| EngineError::NotFound)
}

/// A field with two versions.
pub fn conflict_view(open: &Open, conflict: &Conflict) -> ConflictView {
    let mut versions: Vec<ConflictVersion> = conflict
        .versions
        .iter()
        .map(|version| version_view(open, version))
        .collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.at));
    ConflictView {
        record: record_name(&conflict.record),
        field: conflict.field.clone(),
        versions,
    }
}

fn version_view(open: &Open, version: &Version) -> ConflictVersion {
    ConflictVersion {
        value: value_text(&version.value),
        author: author_name(open, version.author.as_ref()),
        at: version.at.millis(),
    }
}

fn author_name(open: &Open, author: Option<&Writer>) -> String {
    author
        .map(|writer| device_name(open, &DeviceId::from_bytes(*writer.device.as_bytes())))
        .unwrap_or_default()
}

/// Whose a device is.
pub fn device_name(open: &Open, device: &DeviceId) -> String {
    open.member_of_device(device)
        .map(|member| open.member_name(&member))
        .unwrap_or_default()
}

fn milestone_view(open: &Open, row: &MilestoneRow) -> Option<MilestoneView> {
    let milestone = match row.status.as_deref().and_then(IntakeStatus::from_code) {
        Some(status) => MilestoneInput::Intake {
            status: status_to_api(status),
            on: row.on_date.clone(),
        },
        None if row.kind == "discharge" => MilestoneInput::Discharged {
            on: row.on_date.clone()?,
        },
        None => MilestoneInput::Dated {
            event: Event::from_code(&row.kind)?,
            on: row.on_date.clone()?,
        },
    };
    Some(MilestoneView {
        id: row.id.clone(),
        milestone,
        recorded_at: row.recorded_at,
        author: open.member_name(&row.author_member),
        voided: void_view(open, row.voided_at, row.voided_by, &row.void_reason),
    })
}

fn void_view(open: &Open, at: Option<i64>, by: Option<MemberId>, reason: &str) -> Option<VoidView> {
    at.map(|at| VoidView {
        reason: reason.to_owned(),
        by: by
            .map(|member| open.member_name(&member))
            .unwrap_or_default(),
        at,
    })
}

fn details(row: &ParticipantRow) -> Vec<(DetailField, String)> {
    let no_voicemail = if row.no_voicemail { "yes" } else { "" };
    [
        (DetailField::Name, row.display_name.clone()),
        (DetailField::PreferredName, row.preferred_name.clone()),
        (DetailField::Pronouns, row.pronouns.clone()),
        (DetailField::Phone, row.phone.clone()),
        (
            DetailField::BirthDate,
            row.birth_date.clone().unwrap_or_default(),
        ),
        (DetailField::Program, row.program.clone()),
        (DetailField::Phase, row.phase.clone()),
        (DetailField::SafeContact, row.safe_contact.clone()),
        (DetailField::NoVoicemail, no_voicemail.to_owned()),
        (
            DetailField::NotAfter,
            row.not_after.clone().unwrap_or_default(),
        ),
        (DetailField::Language, row.language.clone()),
        (DetailField::Tags, row.tags.join(", ")),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}
