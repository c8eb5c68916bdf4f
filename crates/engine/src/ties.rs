//! Participants who belong together, and records of one person (S2-10). Each record stays by itself:
//! who reads one learns of the other only what is to them there, and a name only where their device
//! opens that record too.

use std::collections::BTreeMap;

use handrail_domain::tie::{Tie, TieKind};
use handrail_domain::{Now, ParticipantCommand, RecordId};
use handrail_protocol::DocumentId;
use handrail_store::MilestoneRow;
use rand_core::CryptoRng;

use crate::api::{EngineError, InvalidField, RecordRef, TieCommand, TieView};
use crate::caseload::projection::TIE;
use crate::caseload::{both, orders, write};
use crate::convert::{document_id, domain_member, invalid, record_id};
use crate::open::Open;
use crate::views::shown_name;

/// The other end of a tie, on this device.
enum Other {
    /// This device opens that record, and the tie stands there.
    Here(DocumentId, RecordId),
    /// It was taken away there.
    Away,
    /// That record is not here, or is here no more.
    Elsewhere,
}

/// The ties of one participant that stand, for who keeps their record: a guest was let into one
/// person's record and learns of nobody else.
///
/// # Errors
/// Fails only when the database does.
pub fn of(open: &Open, participant: &DocumentId) -> Result<Vec<TieView>, EngineError> {
    if !open.keeps(open.home_of(participant)?.as_ref()) {
        return Ok(Vec::new());
    }
    let mut own = open.store.read().milestones(participant)?;
    own.retain(|row| row.kind == TIE && row.voided_at.is_none());
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let rows = open.store.read().milestones_of_kind(TIE)?;
    let mut found = Vec::new();
    for row in &own {
        let other = match other_end(open, &rows, row)? {
            Other::Away => continue,
            Other::Elsewhere => None,
            Other::Here(document, _) => {
                let known = open.store.read().participant(&document)?;
                known.map(|known| (document.to_string(), shown_name(&known)))
            }
        };
        let kind = row.status.as_deref().and_then(TieKind::from_code);
        found.push(TieView {
            id: row.id.clone(),
            kind: kind.unwrap_or(TieKind::Other),
            other,
        });
    }
    found.reverse();
    Ok(found)
}

/// Other records of the same person that this device opens, with their names.
///
/// # Errors
/// Fails only when the database does.
pub fn same(
    open: &Open,
    participant: &DocumentId,
) -> Result<Vec<(DocumentId, String)>, EngineError> {
    let all = of(open, participant)?.into_iter();
    let same = all.filter(|tie| tie.kind == TieKind::Same);
    same.filter_map(|tie| tie.other)
        .map(|(id, name)| Ok((document_id(&id)?, name)))
        .collect()
}

/// Which records are of one person, as far as this device keeps both.
#[derive(Default)]
pub struct Persons(BTreeMap<DocumentId, DocumentId>);

impl Persons {
    /// By the ends of ties that stand; others among the rows are passed over.
    ///
    /// # Errors
    /// Fails only when the database does.
    pub fn of(open: &Open, rows: &[MilestoneRow]) -> Result<Self, EngineError> {
        let same = TieKind::Same.code();
        let mut marks: BTreeMap<&str, Vec<DocumentId>> = BTreeMap::new();
        for row in rows {
            let is_end = row.kind == TIE && row.voided_at.is_none();
            if is_end && row.status.as_deref() == Some(same) {
                marks.entry(&row.place).or_default().push(row.participant);
            }
        }
        let mut persons = Self::default();
        for ends in marks.values() {
            if let [one, other] = ends.as_slice()
                && one != other
                && keeps(open, one)?
                && keeps(open, other)?
            {
                persons.join(*one, *other);
            }
        }
        Ok(persons)
    }

    fn join(&mut self, one: DocumentId, other: DocumentId) {
        let (one, other) = (self.person(one), self.person(other));
        let (first, second) = (one.min(other), one.max(other));
        for record in [one, other] {
            self.0.insert(record, first);
        }
        for of in self.0.values_mut().filter(|of| **of == second) {
            *of = first;
        }
    }

    /// The person of a record, by the first of their records.
    pub fn person(&self, record: DocumentId) -> DocumentId {
        self.0.get(&record).copied().unwrap_or(record)
    }

    /// All records of whoever has several.
    pub fn records(&self) -> impl Iterator<Item = (DocumentId, DocumentId)> + '_ {
        self.0.iter().map(|(record, person)| (*record, *person))
    }
}

fn keeps(open: &Open, id: &DocumentId) -> Result<bool, EngineError> {
    Ok(open.keeps(open.home_of(id)?.as_ref()) && opens(open, id)?)
}

fn other_end(open: &Open, rows: &[MilestoneRow], end: &MilestoneRow) -> Result<Other, EngineError> {
    let is_other =
        |row: &&MilestoneRow| row.place == end.place && row.participant != end.participant;
    let Some(other) = rows.iter().find(is_other) else {
        return Ok(Other::Elsewhere);
    };
    if !opens(open, &other.participant)? {
        return Ok(Other::Elsewhere);
    }
    if other.voided_at.is_some() {
        return Ok(Other::Away);
    }
    Ok(Other::Here(other.participant, record_id(&other.id)?))
}

/// Whether this device opens somebody's record.
fn opens(open: &Open, id: &DocumentId) -> Result<bool, EngineError> {
    let read = open.store.read();
    let Some(row) = read.participant(id)? else {
        return Ok(false);
    };
    let has_key = read.newest_document_key(id)?.is_some() || row.caseload_group.is_none();
    let is_forgotten = read.forgetting(id)? == Some(true);
    Ok(has_key && !is_forgotten && open.serves(row.caseload_group.as_ref()))
}

/// Takes a tie away at the end at which it stands still, where somebody who reads one of the two
/// records took it away at the other. Answers whether anything was written.
///
/// # Errors
/// `EngineError`; what was not done is tried again with the next change of either record.
pub fn tidy(open: &mut Open, changed: &DocumentId, now: Now) -> Result<bool, EngineError> {
    let own = open.store.read().milestones(changed)?.into_iter();
    let own: Vec<MilestoneRow> = own.filter(|row| row.kind == TIE).collect();
    if own.is_empty() || open.may_only_look() {
        return Ok(false);
    }
    let all = open.store.read().milestones_of_kind(TIE)?;
    let mut wrote = false;
    for one in &own {
        let is_other =
            |row: &&MilestoneRow| row.place == one.place && row.participant != one.participant;
        let Some(other) = all.iter().find(is_other) else {
            continue;
        };
        let (away, stands) = match (one.voided_at, other.voided_at) {
            (Some(_), None) => (one, other),
            (None, Some(_)) => (other, one),
            _ => continue,
        };
        if !opens(open, &stands.participant)? {
            continue;
        }
        let command = ParticipantCommand::VoidMilestone {
            id: record_id(&stands.id)?,
            by: domain_member(away.voided_by.unwrap_or(open.identity.member)),
            reason: away.void_reason.clone(),
        };
        write::change(open, &stands.participant, &[command], now, |_| Ok(()))?;
        wrote = true;
    }
    Ok(wrote)
}

/// Ties two participants, or takes a tie away.
///
/// # Errors
/// `NotFound` where one of two to be tied is not on this device; `Invalid` with `Detail` for
/// somebody and themselves, and for two who are tied.
pub fn order(
    open: &mut Open,
    command: &TieCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    match command {
        TieCommand::Add {
            participant,
            other,
            kind,
        } => add(open, (participant, other, *kind), now, rng),
        TieCommand::Remove {
            participant,
            tie,
            reason,
        } => remove(open, (participant, tie, reason), now),
    }
}

fn add(
    open: &mut Open,
    (participant, other, kind): (&str, &str, TieKind),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let (first, second) = (document_id(participant)?, document_id(other)?);
    if first == second {
        return Err(invalid(InvalidField::Detail));
    }
    if !opens(open, &first)? || !opens(open, &second)? {
        return Err(EngineError::NotFound);
    }
    let known = of(open, &first)?;
    let tied = |tie: &TieView| {
        tie.other
            .as_ref()
            .is_some_and(|(id, _)| *id == second.to_string())
    };
    if known.iter().any(tied) {
        return Err(invalid(InvalidField::Detail));
    }
    let mark = RecordId::new(now.at, rng);
    let by = domain_member(open.identity.member);
    let mut end = |kind| {
        let id = RecordId::new(now.at, rng);
        (id, ParticipantCommand::AddTie { id, mark, kind, by })
    };
    let ((id, here), (_, there)) = (end(kind), end(kind.seen_from_the_other()));
    both::change(open, (&first, here), (&second, there), now)?;
    Ok(RecordRef {
        participant: participant.to_owned(),
        record: Some(id.to_string()),
    })
}

fn remove(
    open: &mut Open,
    (participant, tie, reason): (&str, &str, &str),
    now: Now,
) -> Result<RecordRef, EngineError> {
    let (document, id) = (document_id(participant)?, record_id(tie)?);
    let reason = orders::reason(reason)?;
    let known: Option<Tie> = open.participant(&document)?.tie(id);
    known.ok_or(EngineError::NotFound)?;
    let rows = open.store.read().milestones_of_kind(TIE)?;
    let end = rows.iter().find(|row| row.id == id.to_string());
    let other = match end {
        Some(end) => other_end(open, &rows, end)?,
        None => Other::Elsewhere,
    };
    let by = domain_member(open.identity.member);
    let away = |id| ParticipantCommand::VoidMilestone {
        id,
        by,
        reason: reason.clone(),
    };
    match other {
        Other::Here(second, end) => {
            both::change(open, (&document, away(id)), (&second, away(end)), now)?;
        }
        Other::Away | Other::Elsewhere => {
            write::change(open, &document, &[away(id)], now, |_| Ok(()))?;
        }
    }
    Ok(RecordRef {
        participant: participant.to_owned(),
        record: Some(id.to_string()),
    })
}
