//! Groups that meet again and again (S0-20). Each has a document of its own in a group of keys of its
//! own, a shared one that belongs to nobody's record: that of those who lead it or take part, and of
//! their supervisors. So two who lead a group write on one sheet, and nobody else reads it.

mod attendance;
mod making;
mod sheet;
mod views;

pub use making::make_wanted;
pub use sheet::sheet;
pub use views::{ahead, due, list, one, read_by};

use std::ops::Deref;
use std::sync::Arc;

use handrail_domain::document::{CaseloadCommand, CaseloadKind, GroupField};
use handrail_domain::group::{Group, GroupChange, Part, SessionChange};
use handrail_domain::{LocalDate, Now, ParticipantId, RecordId};
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::{DocumentId, DocumentKind, GroupId, MemberId};
use rand_core::CryptoRng;

use crate::api::{EngineError, GroupCommand, GroupInput, InvalidField, MeetingInput};
use crate::call_outs::{Save, load};
use crate::caseload::projection::value_text;
use crate::caseload::write::refused;
use crate::convert::{document_id, domain_member, invalid, record_id};
use crate::open::{Loaded, Open};
use crate::rooms::Room;

/// A group as it stands, and where.
struct Shown {
    document: DocumentId,
    keys: GroupId,
    group: Arc<Group>,
}

/// A group's document, open.
struct Opened {
    shown: Shown,
    loaded: Loaded<CaseloadKind>,
}

impl Deref for Opened {
    type Target = Shown;

    fn deref(&self) -> &Shown {
        &self.shown
    }
}

/// Does an order.
///
/// # Errors
/// `NotAllowed` for who may not; `NotFound` for a group that this device does not read; `Invalid`
/// for what cannot be.
pub fn order(
    open: &mut Open,
    command: &GroupCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    if open.may_only_look() {
        return Err(EngineError::NotAllowed);
    }
    match command {
        GroupCommand::Make { .. } => making::make(open, command, now, rng),
        GroupCommand::MakeAgain { failed, member } => {
            making::make_again(open, (failed, member), now, rng)
        }
        GroupCommand::GiveUp { failed } => making::give_up(open, failed),
        GroupCommand::LetIn {
            group,
            member,
            part,
        } => making::let_in(open, (group, member, *part), now, rng),
        GroupCommand::TakeOut { group, member } => {
            making::take_out(open, (group, member), now, rng)
        }
        GroupCommand::Change { group, changes } => {
            let mut opened = opened(open, group)?;
            let changes = changes
                .iter()
                .map(|change| change_of(open, &opened, change))
                .collect::<Result<Vec<_>, _>>()?;
            write(open, &mut opened, changes, now)
        }
        GroupCommand::Meeting { group, key, change } => {
            let mut opened = opened(open, group)?;
            meeting(open, &mut opened, (*key, change), now, rng)
        }
        GroupCommand::Resolve {
            group,
            field,
            value,
        } => {
            let mut opened = opened(open, group)?;
            let conflicts = opened.loaded.document.group_conflicts().into_iter();
            let mut fitting = conflicts.filter(|conflict| conflict.field == *field);
            let conflict = fitting.next().ok_or(EngineError::NotFound)?;
            let mut versions = conflict.versions.into_iter();
            let chosen = versions.find(|version| value_text(&version.value) == *value);
            let command = CaseloadCommand::ResolveConflict {
                field: conflict.field,
                chosen: chosen.ok_or(EngineError::NotFound)?.value,
            };
            commit(open, &mut opened, &[command], now)
        }
    }
}

fn change_of(
    open: &Open,
    opened: &Opened,
    change: &GroupInput,
) -> Result<GroupChange, EngineError> {
    Ok(match change {
        GroupInput::Name(name) => GroupChange::Name(name.clone()),
        GroupInput::Place(place) => GroupChange::Place(place.clone()),
        GroupInput::Whom(whom) => GroupChange::Whom(whom.clone()),
        GroupInput::Rhythm { from, to } => GroupChange::Rhythm {
            from: *from,
            to: *to,
        },
        GroupInput::Ends(day) => GroupChange::Ends(*day),
        GroupInput::Staff { member, part } => {
            let member = member_in(open, opened, member)?;
            GroupChange::Staff(domain_member(member), *part)
        }
        GroupInput::Regular {
            participant,
            expected,
        } => {
            let person = served(open, participant)?;
            GroupChange::Regular(person, *expected)
        }
    })
}

fn meeting(
    open: &mut Open,
    opened: &mut Opened,
    (key, change): (LocalDate, &MeetingInput),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let own = domain_member(open.identity.member);
    let is_extra = matches!(change, MeetingInput::Add(_));
    let session = opened.group.sessions.get(&key);
    let is_written = session.is_some_and(|one| one.is_written() || one.has_contacts());
    let change = match change {
        // It took place, and records say that it did, on that day.
        MeetingInput::Off(Some(_)) | MeetingInput::Move(_) if is_written => {
            return Err(invalid(InvalidField::Written));
        }
        MeetingInput::Came {
            participant,
            mark,
            reason,
        } => {
            let said = (*mark, reason.as_str());
            return attendance::came(open, opened, (key, participant), said, now, rng);
        }
        MeetingInput::Once {
            participant,
            reason,
        } => return attendance::once(open, opened, (key, participant), reason, now),
        MeetingInput::Done { missed } => {
            for participant in missed {
                let said = (handrail_domain::group::Mark::Missed, "");
                attendance::came(open, opened, (key, participant), said, now, rng)?;
            }
            SessionChange::Done(own)
        }
        MeetingInput::Off(why) => SessionChange::Off(*why),
        MeetingInput::Move(to) => SessionChange::Move(*to),
        // Where there is one it would be moved, and whoever relies on it would not come.
        MeetingInput::Add(slot) if slot.on == key && opened.group.meeting(key).is_none() => {
            SessionChange::Move(Some(*slot))
        }
        MeetingInput::Add(_) => return Err(invalid(InvalidField::Day)),
        MeetingInput::Name(name) => SessionChange::Name(RecordId::new(now.at, rng), name.clone()),
        MeetingInput::NameBack(id) => SessionChange::NameBack(record_id(id)?),
        MeetingInput::More(more) => SessionChange::More(*more),
        MeetingInput::With { member, part } => {
            let member = member_in(open, opened, member)?;
            SessionChange::With(domain_member(member), *part)
        }
        MeetingInput::Saw(words) => SessionChange::Saw {
            id: RecordId::new(now.at, rng),
            by: own,
            words: words.clone(),
        },
        MeetingInput::SawBack(id) => SessionChange::SawBack(record_id(id)?),
        MeetingInput::Reopen => SessionChange::Reopen,
    };
    if opened.group.meeting(key).is_none() && !is_extra {
        return Err(invalid(InvalidField::Date));
    }
    write(open, opened, vec![GroupChange::Session(key, change)], now)
}

/// Writes into a group's document, durable when it answers.
fn write(
    open: &mut Open,
    opened: &mut Opened,
    changes: Vec<GroupChange>,
    now: Now,
) -> Result<(), EngineError> {
    let commands: Vec<CaseloadCommand> = changes
        .into_iter()
        .map(CaseloadCommand::ChangeGroup)
        .collect();
    commit(open, opened, &commands, now)
}

fn commit(
    open: &mut Open,
    opened: &mut Opened,
    commands: &[CaseloadCommand],
    now: Now,
) -> Result<(), EngineError> {
    let mut written = Vec::new();
    for command in commands {
        let done = opened.loaded.document.command(command, now);
        written.extend(done.map_err(|error| refused(&error))?);
    }
    let save = saving(opened, &written, now);
    open.store.transaction(|tx| save.write(tx))?;
    open.documents.close_group(&opened.document);
    Ok(())
}

fn saving<'a>(
    opened: &'a Opened,
    written: &'a [handrail_domain::document::Written],
    now: Now,
) -> Save<'a> {
    Save {
        id: opened.document,
        group: opened.keys,
        loaded: &opened.loaded,
        written,
        forgets: Vec::new(),
        at: now.at.millis(),
    }
}

/// The documents of the groups that this member reads, with the keys that they are under.
fn documents(open: &Open) -> Result<Vec<(DocumentId, GroupId)>, EngineError> {
    let kind = DocumentKind::Caseload.number();
    let all = open.store.read().grouped_documents()?.into_iter();
    let is_group = |keys: &GroupId| {
        if Room::of(&open.roster, keys).is_some() {
            return false;
        }
        let record = open.roster.group(keys);
        record.is_some_and(|record| record.kind == GroupKind::Shared) && open.reads(keys)
    };
    Ok(all
        .filter(|document| document.kind == kind && is_group(&document.group))
        .map(|document| (document.document, document.group))
        .collect())
}

/// One of them; `None` as long as nothing of it has arrived.
fn open_one(
    open: &mut Open,
    (document, keys): (DocumentId, GroupId),
) -> Result<Option<Opened>, EngineError> {
    let loaded = load(open, &document)?;
    Ok(loaded.document.group().map(|group| Opened {
        shown: Shown {
            document,
            keys,
            group: Arc::new(group),
        },
        loaded,
    }))
}

/// All of them as they stand. What is said of a group is kept in memory: its document has every
/// evening there ever was, and Today asks at each change.
fn standing(open: &mut Open) -> Result<Vec<Shown>, EngineError> {
    let mut found = Vec::new();
    for (document, keys) in documents(open)? {
        let known = open.documents.group(&document);
        let group = match known {
            Some(group) => Some(group),
            None => open_one(open, (document, keys))?.map(|opened| opened.shown.group),
        };
        let Some(group) = group else {
            continue;
        };
        open.documents.keep_group(document, group.clone());
        found.push(Shown {
            document,
            keys,
            group,
        });
    }
    Ok(found)
}

fn opened(open: &mut Open, group: &str) -> Result<Opened, EngineError> {
    let id = document_id(group)?;
    let mut all = documents(open)?.into_iter();
    let found = all.find(|(document, _)| *document == id);
    let found = found.ok_or(EngineError::NotFound)?;
    open_one(open, found)?.ok_or(EngineError::NotFound)
}

/// A participant whose record this member keeps.
fn served(open: &Open, participant: &str) -> Result<ParticipantId, EngineError> {
    let document = document_id(participant)?;
    let row = open.store.read().participant(&document)?;
    row.filter(|row| open.serves(row.caseload_group.as_ref()))
        .ok_or(EngineError::NotFound)?;
    Ok(ParticipantId::from_bytes(*document.as_bytes()))
}

/// Somebody who reads the group.
fn member_in(open: &Open, opened: &Shown, member: &str) -> Result<MemberId, EngineError> {
    let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
    if !open.roster.is_member_of(&member, &opened.keys) {
        return Err(EngineError::NotAllowed);
    }
    Ok(member)
}

/// As what one is in a group or a meeting oneself; who covers for whoever it began with stands in
/// for them.
fn own_part(open: &Open, opened: &Shown, key: Option<LocalDate>) -> Option<Part> {
    let part = |member: MemberId| {
        let member = domain_member(member);
        match key {
            Some(key) => opened.group.part(member, key),
            None => opened.group.staff.get(&member).copied(),
        }
    };
    let own = open.identity.member;
    let record = open.roster.group(&opened.keys)?;
    let covered = record
        .owner
        .filter(|_| record.covers.contains_key(&own))
        .and_then(part);
    part(own).or(covered).filter(|part| *part != Part::Away)
}

/// What a conflict of a group is about, for one meeting or for the group.
fn is_about(field: &str, key: Option<LocalDate>) -> bool {
    match (GroupField::of(field), key) {
        (Some(GroupField::Session(on, _)), Some(key)) => on == key,
        (Some(GroupField::Session(..)) | None, _) | (Some(_), Some(_)) => false,
        (Some(_), None) => true,
    }
}
