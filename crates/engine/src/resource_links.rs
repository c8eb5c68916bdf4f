//! To what participants were linked, and what came of it, which the coach is asked once (S2-3). It
//! is read from rows, so that Today has it at once.

use std::collections::BTreeMap;

use handrail_domain::resource_link::{ASK_UNTIL_DAYS, LinkOutcome, ResourceLinkField, is_asked};
use handrail_domain::{LocalDate, Now, ParticipantCommand, RecordId};
use handrail_protocol::DocumentId;
use handrail_store::{MilestoneRow, ParticipantRow, StoreError};
use rand_core::CryptoRng;

use crate::api::{
    EngineError, RecordRef, ResourceLinkCommand, ResourceLinkView, ResourceLinksView,
};
use crate::caseload::projection::RESOURCE_LINK;
use crate::caseload::write;
use crate::convert::{document_id, domain_member, record_id};
use crate::open::Open;
use crate::plan::readable;
use crate::resources;
use crate::views::shown_name;

/// The links of one participant, and what the directory has.
///
/// # Errors
/// As for the record itself.
pub fn view(
    open: &mut Open,
    participant: &str,
    now: Now,
) -> Result<ResourceLinksView, EngineError> {
    readable(open, participant)?;
    let id = document_id(participant)?;
    let row = open.store.read().participant(&id)?;
    let row = row.ok_or(EngineError::NotFound)?;
    let directory = resources::view(open, now)?.resources.into_iter();
    Ok(ResourceLinksView {
        participant: participant.to_owned(),
        name: shown_name(&row),
        read_only: open.may_only_look(),
        today: now.local_date(),
        links: of(&row, &open.store.read().milestones(&id)?, now),
        directory: directory
            .filter(|one| !one.entry.closed && !one.entry.own_staff)
            .map(|one| (one.id, one.entry.name))
            .collect(),
    })
}

/// The links that stand among the rows of a participant, the newest first.
pub fn of(person: &ParticipantRow, rows: &[MilestoneRow], now: Now) -> Vec<ResourceLinkView> {
    let standing = rows.iter().filter(|row| row.voided_at.is_none());
    let mut found: Vec<_> = standing.filter_map(|row| link(person, row, now)).collect();
    found.sort_by_key(|link| std::cmp::Reverse(link.on));
    found
}

/// Of which links this member is asked today what came of them; the first first.
///
/// # Errors
/// Fails only when the database does.
pub fn of_today(
    open: &Open,
    people: &[ParticipantRow],
    now: Now,
) -> Result<Vec<ResourceLinkView>, StoreError> {
    let group = |row: &ParticipantRow| row.caseload_group;
    let of: BTreeMap<DocumentId, &ParticipantRow> = people
        .iter()
        .filter(|row| {
            let group = group(row);
            open.is_own_caseload(group.as_ref()) || !open.covered_for(group.as_ref()).is_empty()
        })
        .map(|row| (row.participant, row))
        .collect();
    let first = now.local_date().plus_days(-ASK_UNTIL_DAYS).to_string();
    let rows = open.store.read().milestones_from(&first)?;
    let each = rows
        .iter()
        .filter_map(|row| link(of.get(&row.participant)?, row, now));
    Ok(each.filter(|link| link.asked).collect())
}

fn link(person: &ParticipantRow, row: &MilestoneRow, now: Now) -> Option<ResourceLinkView> {
    if row.kind != RESOURCE_LINK {
        return None;
    }
    let day = |text: Option<&str>| text.and_then(|text| LocalDate::parse(text).ok());
    let on = day(row.on_date.as_deref())?;
    let outcome = row.status.as_deref().and_then(LinkOutcome::from_code);
    Some(ResourceLinkView {
        id: row.id.clone(),
        participant: person.participant.to_string(),
        name: shown_name(person),
        to: row.place.clone(),
        on,
        outcome,
        outcome_day: day(row.status_day.as_deref()),
        asked: is_asked(on, outcome, now.local_date()),
    })
}

/// Writes a link down, or what came of it.
///
/// # Errors
/// `Invalid` with `Name` for a link to nothing, with `Date` for a day that has not come; `NotAllowed` for
/// what a partner has for its own staff.
pub fn order(
    open: &mut Open,
    command: &ResourceLinkCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let (participant, id, command) = match command {
        ResourceLinkCommand::Add {
            participant,
            fields,
        } => {
            is_for_participants(open, fields, now)?;
            let id = RecordId::new(now.at, rng);
            let (fields, by) = (fields.clone(), domain_member(open.identity.member));
            let command = ParticipantCommand::AddResourceLink { id, fields, by };
            (participant, id, command)
        }
        ResourceLinkCommand::Change {
            participant,
            link,
            changes,
        } => {
            is_for_participants(open, changes, now)?;
            let (id, changes) = (record_id(link)?, changes.clone());
            let command = ParticipantCommand::ChangeResourceLink { id, changes };
            (participant, id, command)
        }
    };
    write::carry_out(open, participant, id, command, now)
}

/// Refuses a link to what a partner has for its own staff: that stays out of records (S1-2).
fn is_for_participants(
    open: &mut Open,
    fields: &[ResourceLinkField],
    now: Now,
) -> Result<(), EngineError> {
    let linked: Vec<String> = fields
        .iter()
        .filter_map(|field| match field {
            ResourceLinkField::Resource(id) => id.map(|id| id.to_string()),
            _ => None,
        })
        .collect();
    if linked.is_empty() {
        return Ok(());
    }
    let known = resources::view(open, now)?.resources;
    let mut all = known.iter().filter(|one| linked.contains(&one.id));
    if all.any(|one| one.entry.own_staff) {
        return Err(EngineError::NotAllowed);
    }
    Ok(())
}
