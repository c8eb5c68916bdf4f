//! Orders about participants: one durable transaction each.

use handrail_domain::document::{ParticipantDocument, Touched, Written};
use handrail_domain::{
    MilestoneFacts, Now, ParticipantCommand, ParticipantDetails, RecordId, Step,
};
use handrail_protocol::{DocumentId, DocumentKind, GroupId};
use handrail_store::{StoreError, Tx};
use handrail_vault::DocumentKey;
use rand_core::CryptoRng;

use super::orders;
use super::projection::{self, Origin, value_text};
use crate::api::{
    DetailField, EncounterInput, EncounterPatch, EngineError, IntakeStatus, InvalidField,
    MilestoneInput, QuietCommand, RecordRef,
};
use crate::conversation::apply::{write_records, write_summary_of};
use crate::convert::{day, document_id, domain_member, invalid, record_id, status_to_domain};
use crate::open::{self, Loaded, Open};

/// Adds a participant to the own caseload.
pub fn add(
    open: &mut Open,
    fields: &[(DetailField, String)],
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let details = orders::details(fields)?;
    let create = create_command(open, details);
    let group = open.own_caseload()?;
    let document = make(open, &group, &[(create, now)], None, rng)?;
    Ok(record(&document, None))
}

/// The command that opens a participant's record.
pub fn create_command(open: &Open, details: ParticipantDetails) -> ParticipantCommand {
    ParticipantCommand::Create {
        details,
        by: domain_member(open.identity.member),
        import_key: None,
    }
}

/// Makes a participant's document from commands, each with its own time. With
/// an import key, the key is remembered in the same transaction.
pub fn make(
    open: &mut Open,
    group: &GroupId,
    commands: &[(ParticipantCommand, Now)],
    import_key: Option<&str>,
    rng: &mut dyn CryptoRng,
) -> Result<DocumentId, EngineError> {
    let mut bytes = [0_u8; 16];
    rng.fill_bytes(&mut bytes);
    let id = DocumentId::from_bytes(bytes);
    let key = DocumentKey::generate(&mut &mut *rng);
    let at = commands.first().map_or(0, |(_, now)| now.at.millis());
    let mut document =
        ParticipantDocument::new(open.documents.session()).map_err(|_| EngineError::NotFound)?;
    let mut written = Vec::new();
    for (command, now) in commands {
        written.extend(
            document
                .command(command, *now)
                .map_err(|error| refused(&error))?,
        );
    }
    let origin = Origin {
        document: id,
        group: Some(*group),
        device: open.identity.device,
        item: None,
    };
    let record = projection::whole(&document, &origin);
    let epoch = open.epoch_of(group)?;
    let saves = open::is_save_due(written.len());
    open.store.transaction(|tx| -> Result<(), StoreError> {
        open::add_document(tx, &id, DocumentKind::Participant, group)?;
        open::add_document_key(tx, &id, group, epoch, &key, at)?;
        queue(tx, &id, &written, at)?;
        if saves {
            open::save(tx, &id, DocumentKind::Participant, Some(*group), &document)?;
        }
        tx.replace_participant(&record)?;
        match import_key {
            Some(key) => tx.set_import_key(key, &id),
            None => Ok(()),
        }
    })?;
    let weight = open::weight_of_changes(bytes_of(&written));
    let loaded = Loaded {
        document,
        unsaved: if saves { 0 } else { written.len() },
        weight,
    };
    open.documents.keep(id, loaded);
    Ok(id)
}

/// Changes one detail.
pub fn set_detail(
    open: &mut Open,
    participant: &str,
    field: DetailField,
    value: &str,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let id = document_id(participant)?;
    let tags = open.participant(&id)?.details().tags;
    let commands = orders::set_detail(field, value, &tags)?;
    change(open, &id, &commands, now, |_| Ok(()))?;
    Ok(record(&id, None))
}

/// Logs a contact and removes the draft that it came from.
pub fn log(
    open: &mut Open,
    participant: &str,
    input: &EncounterInput,
    draft: Option<&str>,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let id = document_id(participant)?;
    let facts = orders::encounter_facts(input, domain_member(open.identity.member), now)?;
    let encounter = RecordId::new(now.at, rng);
    let command = ParticipantCommand::LogEncounter {
        id: encounter,
        facts,
    };
    change(open, &id, &[command], now, |tx| match draft {
        Some(key) => tx.remove_draft(key),
        None => Ok(()),
    })?;
    Ok(record(&id, Some(encounter)))
}

/// Corrects a contact.
pub fn edit(
    open: &mut Open,
    participant: &str,
    encounter: &str,
    patch: &EncounterPatch,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let changes = orders::encounter_changes(patch, now)?;
    one(open, participant, encounter, now, |id, _| {
        Ok(ParticipantCommand::EditEncounter { id, changes })
    })
}

/// Takes a contact back; it stays readable.
pub fn void(
    open: &mut Open,
    participant: &str,
    encounter: &str,
    reason: &str,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let reason = orders::reason(reason)?;
    one(open, participant, encounter, now, |id, by| {
        Ok(ParticipantCommand::VoidEncounter { id, by, reason })
    })
}

/// Makes a contact that was taken back valid again.
pub fn restore(
    open: &mut Open,
    participant: &str,
    encounter: &str,
    now: Now,
) -> Result<RecordRef, EngineError> {
    one(open, participant, encounter, now, |id, _| {
        Ok(ParticipantCommand::RestoreEncounter { id })
    })
}

/// Records a discharge or an intake (S0-6).
pub fn record_milestone(
    open: &mut Open,
    participant: &str,
    input: &MilestoneInput,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let id = document_id(participant)?;
    let facts: MilestoneFacts = orders::milestone_facts(input)?;
    needs_day_when_confirmed(&facts)?;
    let milestone = RecordId::new(now.at, rng);
    let by = domain_member(open.identity.member);
    let command = ParticipantCommand::RecordMilestone {
        id: milestone,
        facts,
        by,
    };
    change(open, &id, &[command], now, |_| Ok(()))?;
    Ok(record(&id, Some(milestone)))
}

/// Changes how firm an intake is.
pub fn set_intake(
    open: &mut Open,
    participant: &str,
    milestone: &str,
    status: IntakeStatus,
    on: Option<&str>,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let on = on.map(day).transpose()?;
    if status == IntakeStatus::Confirmed && on.is_none() {
        return Err(invalid(InvalidField::Date));
    }
    let status = status_to_domain(status);
    one(open, participant, milestone, now, |id, _| {
        Ok(ParticipantCommand::SetMilestoneStatus { id, status, on })
    })
}

/// Takes a discharge or intake back.
pub fn void_milestone(
    open: &mut Open,
    participant: &str,
    milestone: &str,
    reason: &str,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let reason = orders::reason(reason)?;
    one(open, participant, milestone, now, |id, by| {
        Ok(ParticipantCommand::VoidMilestone { id, by, reason })
    })
}

/// Puts something that is owed off, or mutes the participant.
pub fn quiet(
    open: &mut Open,
    command: &QuietCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let (participant, of, until, reason) = match command {
        QuietCommand::PutOff {
            participant,
            kind,
            anchor,
            until,
            reason,
        } => (
            participant,
            Some((*kind, day(anchor)?)),
            Some(until),
            reason,
        ),
        QuietCommand::Mute {
            participant,
            until,
            reason,
        } => (participant, None, until.as_ref(), reason),
    };
    let id = document_id(participant)?;
    let quiet = RecordId::new(now.at, rng);
    let command = ParticipantCommand::Hush {
        id: quiet,
        of,
        until: until.map(|until| day(until)).transpose()?,
        by: domain_member(open.identity.member),
        reason: orders::reason(reason)?,
    };
    change(open, &id, &[command], now, |_| Ok(()))?;
    Ok(record(&id, Some(quiet)))
}

/// Settles two versions of one field with the chosen one.
pub fn resolve(
    open: &mut Open,
    participant: &str,
    record_text: &str,
    field: &str,
    value: &str,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let id = document_id(participant)?;
    let conflict = open
        .participant(&id)?
        .conflicts()
        .into_iter()
        .find(|c| projection::record_name(&c.record) == record_text && c.field == field)
        .ok_or(EngineError::NotFound)?;
    let chosen = conflict
        .versions
        .iter()
        .find(|version| value_text(&version.value) == value)
        .map(|version| version.value.clone())
        .ok_or(EngineError::NotFound)?;
    let command = ParticipantCommand::ResolveConflict {
        record: conflict.record,
        field: conflict.field,
        chosen,
    };
    change(open, &id, &[command], now, |_| Ok(()))?;
    Ok(RecordRef {
        participant: id.to_string(),
        record: Some(record_text.to_owned()),
    })
}

/// Writes something down that nobody asked for and that no screen waits for.
pub fn note(
    open: &mut Open,
    id: &DocumentId,
    command: ParticipantCommand,
    now: Now,
) -> Result<(), EngineError> {
    change(open, id, &[command], now, |_| Ok(()))
}

fn one(
    open: &mut Open,
    participant: &str,
    record_text: &str,
    now: Now,
    command: impl FnOnce(RecordId, handrail_domain::MemberId) -> Result<ParticipantCommand, EngineError>,
) -> Result<RecordRef, EngineError> {
    let id = document_id(participant)?;
    let of = record_id(record_text)?;
    let command = command(of, domain_member(open.identity.member))?;
    change(open, &id, &[command], now, |_| Ok(()))?;
    Ok(record(&id, Some(of)))
}

/// Carries out one command about the record `id` of the participant, and names it.
pub fn carry_out(
    open: &mut Open,
    participant: &str,
    id: RecordId,
    command: ParticipantCommand,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let document = document_id(participant)?;
    change(open, &document, &[command], now, |_| Ok(()))?;
    Ok(record(&document, Some(id)))
}

/// Applies commands to a document and commits their changes, rows and whatever
/// `also` does, in one transaction.
pub fn change(
    open: &mut Open,
    id: &DocumentId,
    commands: &[ParticipantCommand],
    now: Now,
    also: impl FnOnce(&Tx<'_>) -> Result<(), StoreError>,
) -> Result<(), EngineError> {
    let home = open.home_of(id)?;
    check_served(open, id, home.as_ref(), commands)?;
    let origin = Origin {
        document: *id,
        group: home,
        device: open.identity.device,
        item: None,
    };
    let done = open
        .participant(id)
        .and_then(|document| run(document, commands, now));
    let committed = done.and_then(|(written, touched)| {
        let kept = open.documents.kept(id).ok_or(EngineError::NotFound)?;
        let saves = kept.is_save_due(written.len());
        open.store.transaction(|tx| -> Result<(), StoreError> {
            queue(tx, id, &written, now.at.millis())?;
            if saves {
                let kind = DocumentKind::Participant;
                open::save(tx, id, kind, home, &kept.document)?;
            }
            write_records(tx, &kept.document, &origin, &touched)?;
            write_summary_of(tx, &kept.document, &origin, &touched)?;
            also(tx)
        })?;
        Ok((written, saves))
    });
    match committed {
        Ok((written, saves)) => {
            open.documents
                .wrote(id, written.len(), bytes_of(&written), saves);
            Ok(())
        }
        Err(error) => {
            open.documents.forget(id);
            Err(error)
        }
    }
}

/// Of a participant who was handed over, only a contact that was begun before may still be
/// written down, as long as their record is here.
pub(super) fn check_served(
    open: &Open,
    id: &DocumentId,
    home: Option<&GroupId>,
    commands: &[ParticipantCommand],
) -> Result<(), EngineError> {
    let looks =
        |command: &ParticipantCommand| matches!(command, ParticipantCommand::NoteAccess { .. });
    if open.may_only_look() && !commands.iter().all(looks) {
        return Err(EngineError::NotAllowed);
    }
    let is_here = open.store.read().newest_document_key(id)?.is_some();
    let finishes = commands
        .iter()
        .all(|command| matches!(command, ParticipantCommand::LogEncounter { .. }));
    if open.serves(home) && (is_here || home.is_none()) || is_here && finishes {
        return Ok(());
    }
    if open.serves(home) {
        return Err(EngineError::NotFound);
    }
    Err(EngineError::HandedOver {
        coach: open.coach_name(home),
    })
}

fn bytes_of(written: &[Written]) -> usize {
    written.iter().map(|change| change.change.len()).sum()
}

fn run(
    document: &mut ParticipantDocument,
    commands: &[ParticipantCommand],
    now: Now,
) -> Result<(Vec<Written>, Touched), EngineError> {
    let mut written = Vec::new();
    let mut touched = Touched::default();
    for command in commands {
        if let Some(change) = document
            .command(command, now)
            .map_err(|error| refused(&error))?
        {
            touched
                .records
                .extend(change.touched.records.iter().copied());
            written.push(change);
        }
    }
    Ok((written, touched))
}

fn queue(tx: &Tx<'_>, id: &DocumentId, written: &[Written], at: i64) -> Result<(), StoreError> {
    for change in written {
        tx.add_pending(id, change.hash.as_bytes(), &change.change, at)?;
    }
    Ok(())
}

fn needs_day_when_confirmed(facts: &MilestoneFacts) -> Result<(), EngineError> {
    match facts.step {
        Step::Intake {
            status: handrail_domain::IntakeStatus::Confirmed,
            on: None,
        } => Err(invalid(InvalidField::Date)),
        _ => Ok(()),
    }
}

fn record(participant: &DocumentId, record: Option<RecordId>) -> RecordRef {
    RecordRef {
        participant: participant.to_string(),
        record: record.map(|id| id.to_string()),
    }
}

/// A command that the document refused, in the words of the screens.
pub fn refused(error: &handrail_domain::document::CommandError) -> EngineError {
    use handrail_domain::document::CommandError;
    match error {
        CommandError::NoSuchRecord | CommandError::NotAConflict | CommandError::NotAVersion => {
            EngineError::NotFound
        }
        CommandError::NameMissing => invalid(InvalidField::Name),
        CommandError::OutOfOrder => invalid(InvalidField::Step),
        CommandError::ReasonMissing => invalid(InvalidField::Reason),
        CommandError::WordsMissing => invalid(InvalidField::Words),
        CommandError::ConfirmedNeedsDate
        | CommandError::AppointmentRefused
        | CommandError::NotThatLong
        | CommandError::NotYet => invalid(InvalidField::Date),
        CommandError::TooLong(long) => EngineError::Invalid {
            field: InvalidField::Detail,
            limit: u32::try_from(long.limit).ok(),
        },
        _ => invalid(InvalidField::Detail),
    }
}
