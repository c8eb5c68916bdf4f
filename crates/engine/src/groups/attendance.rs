//! Who of those with a record came. It stands on the group's sheet by a number that only who keeps
//! the record can read, and in their record as a contact that names the group and nobody in it.

use std::sync::Arc;

use handrail_domain::document::CaseloadCommand;
use handrail_domain::group::{Came, GroupChange, Mark, Meeting, Session, SessionChange};
use handrail_domain::{
    EncounterChange, EncounterFacts, EncounterKind, Kits, LocalDate, Miles, Minutes, Note, Now,
    Outcome, ParticipantCommand, ParticipantId, RecordId,
};
use handrail_protocol::DocumentId;
use rand_core::CryptoRng;

use super::{Opened, saving, served};
use crate::api::{EngineError, InvalidField};
use crate::caseload::orders;
use crate::caseload::write::{self, refused};
use crate::convert::{document_id, domain_member, invalid};
use crate::open::Open;

/// People come so many minutes before a meeting begins.
const EARLY_MINUTES: i64 = 120;

/// Whether nobody can be there yet.
pub(super) fn is_too_early(meeting: &Meeting, now: Now) -> bool {
    let begins = meeting.begins(now.offset_minutes);
    now.at < begins.plus_minutes(-EARLY_MINUTES)
}

/// Says whether somebody came; on the sheet and in their record at once.
pub(super) fn came(
    open: &mut Open,
    opened: &mut Opened,
    (key, participant): (LocalDate, &str),
    (mark, reason): (Mark, &str),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let person = served(open, participant)?;
    let document = document_id(participant)?;
    let meeting = opened.group.meeting(key);
    let meeting = meeting.ok_or_else(|| invalid(InvalidField::Date))?;
    if mark != Mark::Nothing && is_too_early(&meeting, now) {
        return Err(invalid(InvalidField::Time));
    }
    let session = opened.group.sessions.get(&key);
    let standing = session.and_then(|session| session.mark(person));
    let others = session.map_or_else(Vec::new, |session| session.twice(person));
    let known = standing.or_else(|| of_anybody(session, person));
    let known = known.map(|came| came.contact);
    let says = standing.map_or(Mark::Nothing, |came| came.mark);
    let agrees = known.is_none_or(|contact| agrees(open, contact, (&meeting, mark)));
    if says == mark && others.is_empty() && agrees {
        return Ok(());
    }
    let (contact, mut commands) = if let Some(contact) = known {
        // What another device wrote and what has not arrived yet is theirs to bring.
        let commands = again(open, &document, contact, (&meeting, mark, reason), now)?;
        (contact, commands.unwrap_or_default())
    } else {
        let id = RecordId::new(now.at, rng);
        let facts = facts(open, opened, (&meeting, mark), now)?;
        (id, vec![ParticipantCommand::LogEncounter { id, facts }])
    };
    commands.extend(voids(open, &document, others, reason)?);
    let said = SessionChange::Came(person, Came { mark, contact });
    let change = GroupChange::Session(key, said);
    both(open, opened, (&document, &commands), change, now)
}

/// Takes back what a record has twice, because two wrote it down at once.
pub(super) fn once(
    open: &mut Open,
    opened: &mut Opened,
    (key, participant): (LocalDate, &str),
    reason: &str,
    now: Now,
) -> Result<(), EngineError> {
    let person = served(open, participant)?;
    let document = document_id(participant)?;
    let session = opened.group.sessions.get(&key);
    let session = session.ok_or(EngineError::NotFound)?;
    let first = session.mark(person).ok_or(EngineError::NotFound)?;
    let commands = voids(open, &document, session.twice(person), reason)?;
    let change = GroupChange::Session(key, SessionChange::Came(person, first));
    both(open, opened, (&document, &commands), change, now)
}

/// What takes back contacts that say the same as another. One that has not arrived would be there
/// again later, with nothing to show that it is one too many.
fn voids(
    open: &mut Open,
    document: &DocumentId,
    contacts: Vec<RecordId>,
    reason: &str,
) -> Result<Vec<ParticipantCommand>, EngineError> {
    let by = domain_member(open.identity.member);
    let mut commands = Vec::new();
    for id in contacts {
        let record = open.participant(document)?;
        let known = record.encounter(id).ok_or(EngineError::NotArrived)?;
        if known.void.is_none() {
            let reason = orders::reason(reason)?;
            commands.push(ParticipantCommand::VoidEncounter { id, by, reason });
        }
    }
    Ok(commands)
}

/// What was said of somebody and taken back.
fn of_anybody(session: Option<&Session>, person: ParticipantId) -> Option<Came> {
    session?.came.get(&person)?.first().copied()
}

/// Whether the contact in the record says what the sheet says. One that has not arrived is not at
/// odds with it.
fn agrees(open: &Open, contact: RecordId, (meeting, mark): (&Meeting, Mark)) -> bool {
    let Ok(Some(row)) = open.store.read().encounter(&contact.to_string()) else {
        return true;
    };
    if mark == Mark::Nothing || row.voided_at.is_some() {
        return (mark == Mark::Nothing) == row.voided_at.is_some();
    }
    let reached = row.outcome == Outcome::Reached.code();
    let day = meeting.slot.on.to_string();
    reached == (mark == Mark::Here) && row.local_date == day
}

/// Whether somebody's record and the sheet are at odds on whether they came.
pub(super) fn differs(
    open: &Open,
    session: Option<&Session>,
    (meeting, person): (&Meeting, ParticipantId),
) -> bool {
    let standing = session.and_then(|session| session.mark(person));
    let mark = standing.map_or(Mark::Nothing, |came| came.mark);
    let known = standing.or_else(|| of_anybody(session, person));
    known.is_some_and(|came| !agrees(open, came.contact, (meeting, mark)))
}

/// What brings a contact that is in the record already to what is said now; `None` when it is not
/// there, or says so already.
fn again(
    open: &mut Open,
    document: &DocumentId,
    contact: RecordId,
    (meeting, mark, reason): (&Meeting, Mark, &str),
    now: Now,
) -> Result<Option<Vec<ParticipantCommand>>, EngineError> {
    let by = domain_member(open.identity.member);
    let Some(known) = open.participant(document)?.encounter(contact) else {
        return Ok(None);
    };
    if mark == Mark::Nothing {
        if known.void.is_some() {
            return Ok(None);
        }
        let reason = orders::reason(reason)?;
        return Ok(Some(vec![ParticipantCommand::VoidEncounter {
            id: contact,
            by,
            reason,
        }]));
    }
    let mut commands = Vec::new();
    if known.void.is_some() {
        commands.push(ParticipantCommand::RestoreEncounter { id: contact });
    }
    let begins = meeting.begins(now.offset_minutes);
    commands.push(ParticipantCommand::EditEncounter {
        id: contact,
        changes: vec![
            EncounterChange::Outcome(outcome(mark)),
            EncounterChange::Minutes(minutes(meeting, mark)),
            EncounterChange::At {
                at: begins,
                offset_minutes: meeting.offset(now.offset_minutes),
            },
        ],
    });
    Ok(Some(commands))
}

/// The sheet and the record, in one transaction.
fn both(
    open: &mut Open,
    opened: &mut Opened,
    (document, commands): (&DocumentId, &[ParticipantCommand]),
    change: GroupChange,
    now: Now,
) -> Result<(), EngineError> {
    let command = CaseloadCommand::ChangeGroup(change);
    let done = opened.loaded.document.command(&command, now);
    let written: Vec<_> = done.map_err(|error| refused(&error))?.into_iter().collect();
    let save = saving(opened, &written, now);
    if commands.is_empty() {
        open.store.transaction(|tx| save.write(tx))?;
    } else {
        write::change(open, document, commands, now, |tx| save.write(tx))?;
    }
    opened.loaded.unsaved += written.len();
    open.documents.close_group(&opened.document);
    if let Some(group) = opened.loaded.document.group() {
        opened.shown.group = Arc::new(group);
    }
    Ok(())
}

/// The contact that stands in the record: the group's name, and nobody else's.
fn facts(
    open: &Open,
    opened: &Opened,
    (meeting, mark): (&Meeting, Mark),
    now: Now,
) -> Result<EncounterFacts, EngineError> {
    Ok(EncounterFacts {
        kind: EncounterKind::Group,
        outcome: outcome(mark),
        at: meeting.begins(now.offset_minutes),
        offset_minutes: meeting.offset(now.offset_minutes),
        minutes: minutes(meeting, mark),
        miles: Miles::default(),
        kits: Kits::default(),
        activities: std::collections::BTreeSet::new(),
        circumstances: std::collections::BTreeSet::new(),
        note: Note::new(opened.group.name.clone()).map_err(|_| invalid(InvalidField::Note))?,
        made_by: domain_member(open.identity.member),
    })
}

fn outcome(mark: Mark) -> Outcome {
    match mark {
        Mark::Here => Outcome::Reached,
        Mark::Missed | Mark::Nothing => Outcome::NotThere,
    }
}

fn minutes(meeting: &Meeting, mark: Mark) -> Minutes {
    match mark {
        Mark::Here => Minutes::new(meeting.slot.minutes).unwrap_or_default(),
        Mark::Missed | Mark::Nothing => Minutes::default(),
    }
}
