//! Call-outs: a coach is called to somebody (S0-2, S0-3, S0-5). They stand in the document of the
//! coach's caseload, so that supervisors see them too, and say nothing about the person.

use handrail_domain::call_out::{Answer, CallOut, CallOutChange, CallOutStep, FOUND_BY_CONTACT};
use handrail_domain::document::{
    CaseloadCommand, CaseloadDocument, Conflict, Written, call_out_field, step_time,
};
use handrail_domain::program::SiteKind;
use handrail_domain::{
    EncounterChange, EncounterFacts, EncounterKind, Kits, Miles, Minutes, Note, Now, Outcome,
    ParticipantCommand, ParticipantId, RecordId, Timestamp,
};
use handrail_protocol::{DocumentId, DocumentKind, GroupId};
use handrail_store::{StoreError, Tx};
use rand_core::CryptoRng;

use crate::api::{
    CallOutCommand, CallOutConflict, CallOutInput, CallOutPerson, CallOutStepView, CallOutVersion,
    CallOutView, CallOutsView, EngineError, InvalidField, MOST_CALL_OUTS,
};
use crate::caseload::projection::value_text;
use crate::caseload::write::{self, refused};
use crate::convert::{document_id, domain_member, invalid, record_id};
use crate::open::{self, Loaded, Open};
use crate::views;

type Caseload = handrail_domain::document::CaseloadKind;

/// The field of a call-out's answer, as a conflict names it.
const ANSWER_FIELD: &str = "answer";

/// What the names of drafts begin with that are kept of a call-out on this device alone until its
/// answer: words for the contact, and the form of somebody new.
const DRAFTS: [&str; 2] = ["call-out:", "call-out-new:"];

fn drafts_of(call_out: RecordId) -> Vec<String> {
    DRAFTS.iter().map(|of| format!("{of}{call_out}")).collect()
}

/// Of whoever does not want to connect nothing is to remain (S0-3); who accepted has it in their
/// record.
fn ends_drafts(call_out: &CallOut) -> bool {
    call_out.taken_back || call_out.person.is_some() || call_out.answer.is_some_and(Answer::ends_it)
}

/// Forgets what this device keeps of call-outs that another device of the coach has ended.
///
/// # Errors
/// Fails only when the database does.
pub fn tidy(open: &mut Open) -> Result<(), EngineError> {
    let kept = open.store.read().drafts()?.into_iter();
    let kept: Vec<String> = kept
        .map(|draft| draft.key)
        .filter(|key| DRAFTS.iter().any(|of| key.starts_with(of)))
        .collect();
    if kept.is_empty() || open.own_caseload().is_err() {
        return Ok(());
    }
    let (_, loaded) = own(open)?;
    let ended = loaded.document.call_outs().into_iter().filter(ends_drafts);
    let over: Vec<String> = ended.flat_map(|one| drafts_of(one.id)).collect();
    Ok(open.store.transaction(|tx| {
        for key in kept.iter().filter(|key| over.contains(key)) {
            tx.remove_draft(key)?;
        }
        Ok::<(), StoreError>(())
    })?)
}

/// Does an order; replies the call-out's id.
///
/// # Errors
/// `NotAllowed` without a caseload of one's own; `Invalid` with `Step` for a time that does not fit
/// the others, and for an answer that does not fit the record of whoever accepted.
pub fn order(
    open: &mut Open,
    command: &CallOutCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<String, EngineError> {
    let (id, mut loaded) = own(open)?;
    let call_out = match command {
        CallOutCommand::Begin => RecordId::new(now.at, rng),
        CallOutCommand::Change { call_out, .. }
        | CallOutCommand::Join { call_out, .. }
        | CallOutCommand::Resolve { call_out, .. } => record_id(call_out)?,
    };
    let before = loaded.document.call_out(call_out);
    let contact = RecordId::new(now.at, rng);
    let commands = match command {
        CallOutCommand::Begin => vec![CaseloadCommand::BeginCallOut { id: call_out }],
        CallOutCommand::Change { change, .. } => {
            let known = before.as_ref().ok_or(EngineError::NotFound)?;
            let changes = changes(known, change, now).into_iter();
            changes.map(|change| said(call_out, change)).collect()
        }
        CallOutCommand::Join { .. } => {
            vec![said(
                call_out,
                CallOutChange::Person(FOUND_BY_CONTACT, contact),
            )]
        }
        CallOutCommand::Resolve { field, value, .. } => {
            vec![chosen(&loaded.document, call_out, field, value)?]
        }
    };
    let mut written = Vec::new();
    for command in &commands {
        let done = loaded.document.command(command, now);
        written.extend(done.map_err(|error| refused(&error))?);
    }
    let after = loaded.document.call_out(call_out);
    let after = after.ok_or(EngineError::NotFound)?;
    let group = open.own_caseload()?;
    let save = Save {
        id,
        group,
        loaded: &loaded,
        written: &written,
        forgets: if ends_drafts(&after) {
            drafts_of(call_out)
        } else {
            Vec::new()
        },
        at: now.at.millis(),
    };
    match command {
        CallOutCommand::Join {
            participant, note, ..
        } => {
            let document = document_id(participant)?;
            let log = ParticipantCommand::LogEncounter {
                id: contact,
                facts: visit(open, &after, note, now)?,
            };
            write::change(open, &document, &[log], now, |tx| save.write(tx))?;
        }
        _ => match moved(open, before.as_ref(), &after)? {
            Some((document, edit)) => {
                write::change(open, &document, &[edit], now, |tx| save.write(tx))?;
            }
            None => open.store.transaction(|tx| save.write(tx))?,
        },
    }
    Ok(call_out.to_string())
}

/// A change of the caseload's document, on its way into the store.
pub struct Save<'a> {
    /// The document.
    pub id: DocumentId,
    /// Its caseload.
    pub group: GroupId,
    /// As it is now.
    pub loaded: &'a Loaded<Caseload>,
    /// What was written into it.
    pub written: &'a [Written],
    /// Drafts that go with it.
    pub forgets: Vec<String>,
    /// Unix ms.
    pub at: i64,
}

impl Save<'_> {
    /// Writes it, in the transaction of whatever belongs to it.
    pub fn write(&self, tx: &Tx<'_>) -> Result<(), StoreError> {
        for change in self.written {
            tx.add_pending(&self.id, change.hash.as_bytes(), &change.change, self.at)?;
        }
        if open::is_save_due(self.loaded.unsaved + self.written.len()) {
            let kind = DocumentKind::Caseload;
            open::save(tx, &self.id, kind, Some(self.group), &self.loaded.document)?;
        }
        self.forgets.iter().try_for_each(|key| tx.remove_draft(key))
    }
}

fn said(id: RecordId, change: CallOutChange) -> CaseloadCommand {
    CaseloadCommand::ChangeCallOut { id, change }
}

fn changes(known: &CallOut, input: &CallOutInput, now: Now) -> Vec<CallOutChange> {
    let one = match input {
        CallOutInput::Site { site, program } => {
            return vec![
                CallOutChange::Site(site.clone()),
                CallOutChange::Program(program.clone()),
            ];
        }
        CallOutInput::Caller(caller) => CallOutChange::Caller(*caller),
        CallOutInput::Now(step) => {
            // A clock that was set back in between stops nobody.
            let last = known.steps.iter().filter(|(other, _)| other < step);
            let last = last.map(|(_, time)| time.at).max();
            let at = last.map_or(now.at, |last| last.max(now.at));
            CallOutChange::Step(*step, Some(at))
        }
        CallOutInput::At(step, at) => CallOutChange::Step(*step, Some(Timestamp::from_millis(*at))),
        CallOutInput::Undo(step) => CallOutChange::Step(*step, None),
        CallOutInput::Answer(answer) => CallOutChange::Answer(*answer),
        CallOutInput::TakenBack(back) => CallOutChange::TakenBack(*back),
    };
    vec![one]
}

fn chosen(
    document: &CaseloadDocument,
    call_out: RecordId,
    field: &str,
    value: &str,
) -> Result<CaseloadCommand, EngineError> {
    let is_meant = |conflict: &Conflict| call_out_field(&conflict.field) == Some((call_out, field));
    let conflict = document.conflicts().into_iter().find(is_meant);
    let conflict = conflict.ok_or(EngineError::NotFound)?;
    // Whoever has a record was met and accepted.
    let joined = document
        .call_out(call_out)
        .is_some_and(|one| one.person.is_some());
    if field == ANSWER_FIELD && joined && value != Answer::Accepted.code() {
        return Err(invalid(InvalidField::Step));
    }
    let mut versions = conflict.versions.into_iter();
    let version = versions.find(|version| value_text(&version.value) == value);
    Ok(CaseloadCommand::ResolveConflict {
        field: conflict.field,
        chosen: version.ok_or(EngineError::NotFound)?.value,
    })
}

/// The visit as a contact in the record of whoever accepted (S0-5).
fn visit(
    open: &Open,
    call_out: &CallOut,
    note: &str,
    now: Now,
) -> Result<EncounterFacts, EngineError> {
    let (at, minutes) = stay(call_out).ok_or_else(|| invalid(InvalidField::Step))?;
    Ok(EncounterFacts {
        kind: kind(open, &call_out.site, now),
        outcome: Outcome::Reached,
        at,
        offset_minutes: now.offset_minutes,
        minutes,
        miles: Miles::default(),
        kits: Kits::default(),
        activities: std::collections::BTreeSet::new(),
        circumstances: std::collections::BTreeSet::new(),
        note: Note::new(note.trim()).map_err(|_| invalid(InvalidField::Note))?,
        made_by: domain_member(open.identity.member),
    })
}

/// From when on, and for how long; no time until the coach has left.
fn stay(call_out: &CallOut) -> Option<(Timestamp, Minutes)> {
    let arrived = call_out.step(CallOutStep::Arrived);
    let began = arrived.or(call_out.step(CallOutStep::Called))?.at;
    let minutes = call_out.minutes(CallOutStep::Arrived, CallOutStep::Left);
    let minutes = minutes.map_or(0, |minutes| {
        u16::try_from(minutes)
            .unwrap_or(Minutes::MOST)
            .min(Minutes::MOST)
    });
    Some((began, Minutes::new(minutes).ok()?))
}

fn kind(open: &Open, site: &str, now: Now) -> EncounterKind {
    let programs = open.programs.in_use().iter();
    let mut sites = programs.flat_map(|program| program.on(now.local_date()).0.sites);
    match sites.find(|known| known.name == site).map(|site| site.kind) {
        Some(SiteKind::Jail | SiteKind::Prison) => EncounterKind::Custody,
        Some(SiteKind::Court) => EncounterKind::Court,
        Some(SiteKind::Hospital | SiteKind::Crisis | SiteKind::Clinic) | None => {
            EncounterKind::Bedside
        }
        Some(_) => EncounterKind::Community,
    }
}

/// The contact follows the times of its call-out, as long as nobody wrote others into it.
fn moved(
    open: &mut Open,
    before: Option<&CallOut>,
    after: &CallOut,
) -> Result<Option<(DocumentId, ParticipantCommand)>, EngineError> {
    let (Some(old), Some(new)) = (before.and_then(stay), stay(after)) else {
        return Ok(None);
    };
    let Some((person, contact)) = after.person.filter(|_| old != new) else {
        return Ok(None);
    };
    let Some(document) = record_of(open, person, contact)? else {
        return Ok(None);
    };
    let home = open.home_of(&document)?;
    if home.is_none() || !open.serves(home.as_ref()) {
        return Ok(None);
    }
    let Ok(record) = open.participant(&document) else {
        return Ok(None);
    };
    let follows = record.encounter(contact).is_some_and(|contact| {
        contact.void.is_none() && (contact.facts.at, contact.facts.minutes) == old
    });
    let offset_minutes = record
        .encounter(contact)
        .map_or(0, |contact| contact.facts.offset_minutes);
    let (at, minutes) = new;
    let edit = ParticipantCommand::EditEncounter {
        id: contact,
        changes: vec![
            EncounterChange::At { at, offset_minutes },
            EncounterChange::Minutes(minutes),
        ],
    };
    Ok(follows.then_some((document, edit)))
}

/// The record of whoever accepted; `None` where it is not on this device.
fn record_of(
    open: &Open,
    person: ParticipantId,
    contact: RecordId,
) -> Result<Option<DocumentId>, StoreError> {
    if person != FOUND_BY_CONTACT {
        return Ok(Some(DocumentId::from_bytes(*person.as_bytes())));
    }
    let row = open.store.read().encounter(&contact.to_string())?;
    Ok(row.map(|row| row.participant))
}

/// Everything that this device reads, or only what is under way of one's own.
///
/// # Errors
/// Fails only when the database does.
pub fn view(open: &mut Open, own: bool, now: Now) -> Result<CallOutsView, EngineError> {
    let (mut unfinished, mut earlier) = (Vec::new(), Vec::new());
    for (group, _) in open.readable_caseloads() {
        if own && !open.is_own_caseload(Some(&group)) {
            continue;
        }
        // Neither those who share one record nor those of a group that meets have such a thing.
        if open.roster.caseload_of_group(&group) != Some(group) {
            continue;
        }
        let Some(id) = open.caseload_document(&group)? else {
            continue;
        };
        let document = load(open, &id)?.document;
        let conflicts = document.conflicts();
        for call_out in document.call_outs() {
            if own && call_out.is_finished() && conflicts.is_empty() {
                continue;
            }
            let view = one(open, &group, call_out, &conflicts)?;
            if view.own && (!view.finished || !view.conflicts.is_empty()) {
                unfinished.push(view);
            } else if !own && (!view.taken_back || view.own) {
                earlier.push(view);
            }
        }
    }
    let newest = |one: &CallOutView, other: &CallOutView| other.id.cmp(&one.id);
    unfinished.sort_by(newest);
    earlier.sort_by(newest);
    earlier.truncate(MOST_CALL_OUTS);
    Ok(CallOutsView {
        may_begin: open.own_caseload().is_ok() && !open.may_only_look(),
        open: unfinished,
        earlier,
        sites: sites(open, now),
    })
}

fn one(
    open: &Open,
    group: &GroupId,
    call_out: CallOut,
    conflicts: &[Conflict],
) -> Result<CallOutView, EngineError> {
    let person = match call_out.person {
        None => None,
        Some((person, contact)) => {
            let document = record_of(open, person, contact)?;
            let row = match &document {
                Some(document) => open.store.read().participant(document)?,
                None => None,
            };
            let row = row.filter(|row| open.serves(row.caseload_group.as_ref()));
            Some(CallOutPerson {
                participant: document.map(|id| id.to_string()).unwrap_or_default(),
                name: row.as_ref().map(views::shown_name).unwrap_or_default(),
                contact: contact.to_string(),
            })
        }
    };
    let steps = call_out.steps.iter().map(|(step, time)| CallOutStepView {
        step: *step,
        at: time.at.millis(),
        written_later: time.is_written_later().then(|| time.written_at.millis()),
    });
    let disagreeing = conflicts.iter().filter_map(|conflict| {
        let (id, field) = call_out_field(&conflict.field)?;
        (id == call_out.id).then(|| CallOutConflict {
            field: field.to_owned(),
            versions: conflict
                .versions
                .iter()
                .map(|version| CallOutVersion {
                    value: value_text(&version.value),
                    time: step_time(&version.value).map(|time| time.at.millis()),
                    at: version.at.millis(),
                })
                .collect(),
        })
    });
    Ok(CallOutView {
        id: call_out.id.to_string(),
        coach: open.coach_name(Some(group)),
        own: open.is_own_caseload(Some(group)),
        steps: steps.collect(),
        conflicts: disagreeing.collect(),
        response_minutes: call_out.response_minutes(),
        bedside_minutes: call_out.minutes(CallOutStep::Arrived, CallOutStep::Left),
        finished: call_out.is_finished(),
        person,
        site: call_out.site,
        program: call_out.program,
        caller: call_out.caller,
        answer: call_out.answer,
        taken_back: call_out.taken_back,
    })
}

fn sites(open: &Open, now: Now) -> Vec<(String, String)> {
    let day = now.local_date();
    let mut found = Vec::new();
    for program in open.programs.in_use() {
        let pack = program.on(day).0;
        let sites = pack
            .sites
            .iter()
            .filter(|site| site.is_open(&pack.sites, day));
        found.extend(sites.map(|site| (site.name.clone(), program.name.clone())));
    }
    found
}

fn own(open: &mut Open) -> Result<(DocumentId, Loaded<Caseload>), EngineError> {
    if open.may_only_look() {
        return Err(EngineError::NotAllowed);
    }
    let group = open.own_caseload()?;
    let id = open
        .caseload_document(&group)?
        .ok_or(EngineError::NotFound)?;
    Ok((id, load(open, &id)?))
}

/// The document of a caseload.
pub fn load(open: &mut Open, id: &DocumentId) -> Result<Loaded<Caseload>, EngineError> {
    let session = open.documents.session();
    let loaded = open::load(&open.store.read(), id, session);
    let damaged = EngineError::Storage(crate::api::StorageProblem::Damaged);
    loaded.ok().flatten().ok_or(damaged)
}
