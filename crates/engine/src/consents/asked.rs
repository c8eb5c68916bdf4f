//! That a participant asked for the list of what was told of them: written down, due on Today, and
//! settled when it was handed over (42 CFR 2.24, 2.25).

use handrail_domain::consent::{
    ANSWERED, ASKED, AnswerDue, Asked, TAKEN_BACK, asked, asked_codes, end_body,
};
use handrail_domain::statement::NewStatement;
use handrail_domain::{Now, RecordId};
use handrail_protocol::DocumentId;
use std::collections::BTreeSet;

use super::view::name_of;
use super::{kept, past, record};
use crate::api::{AskedView, ConsentCommand, EngineError, InvalidField, ListDueView, RecordRef};
use crate::convert::{invalid, record_id};
use crate::open::Open;
use crate::statements::{Place, said, said_in_records, say_all};
use crate::views::shown_name;
use crate::{plan, rights};

/// Carries out an order about such a list.
///
/// # Errors
/// As [`super::order`]; `Invalid` with `Date` also for a list that was handed over before it was asked
/// for.
pub fn order(
    open: &mut Open,
    command: &ConsentCommand,
    id: RecordId,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let (participant, code, about, body) = match command {
        ConsentCommand::AskedForList {
            participant,
            on,
            words,
        } => {
            let body = end_body((past(*on, now)?, None), words);
            (participant, ASKED, None, body)
        }
        ConsentCommand::ListHandedOver {
            participant,
            asked,
            on,
            words,
        } => {
            let about = record_id(asked)?;
            let document = kept(open, participant)?;
            let all = heard(open, &document)?;
            let known = all.iter().find(|one| one.id == about);
            if past(*on, now)? < known.ok_or(EngineError::NotFound)?.on {
                return Err(invalid(InvalidField::Date));
            }
            (
                participant,
                ANSWERED,
                Some(about),
                end_body((*on, None), words),
            )
        }
        ConsentCommand::TakeBackList {
            participant,
            said,
            words,
        } => {
            let about = record_id(said)?;
            let document = kept(open, participant)?;
            let all = heard(open, &document)?;
            let is_known = all.iter().any(|one| {
                one.id == about || one.answered.as_ref().is_some_and(|end| end.id == about)
            });
            if !is_known {
                return Err(EngineError::NotFound);
            }
            let body = end_body((now.local_date(), None), words);
            (participant, TAKEN_BACK, Some(about), body)
        }
        _ => return Err(EngineError::NotAllowed),
    };
    let document = kept(open, participant)?;
    let statement = NewStatement {
        id,
        code: code.to_owned(),
        about,
        body,
    };
    say_all(open, Place::Record(document), &[statement], now)?;
    Ok(record(&document, id))
}

/// What was asked in a record, by those who may say so.
fn heard(open: &mut Open, document: &DocumentId) -> Result<Vec<Asked>, EngineError> {
    let mut all = said(open, Place::Record(*document))?;
    all.retain(|one| asked_codes().contains(&one.statement.code.as_str()));
    let counted = rights::weighed(open, &all).into_iter();
    let counted = counted.filter(|one| one.rightful().is_some());
    Ok(asked(counted.map(|one| one.statement.clone())))
}

/// What was asked in a record, as its page shows it: what is due first, then the newest first.
///
/// # Errors
/// Fails only when the database does.
pub fn views(
    open: &mut Open,
    document: &DocumentId,
    now: Now,
) -> Result<Vec<AskedView>, EngineError> {
    let all = heard(open, document)?;
    let mut views: Vec<AskedView> = all
        .into_iter()
        .rev()
        .map(|asked| {
            let back = asked.taken_back.as_ref();
            let end = back.or(asked.answered.as_ref().map(|answered| &answered.end));
            AskedView {
                due: AnswerDue::of(asked.on, now.local_date()),
                by: name_of(open, asked.made.device),
                ended_by: end
                    .map(|end| name_of(open, end.made.device))
                    .unwrap_or_default(),
                asked,
            }
        })
        .collect();
    views.sort_by_key(|one| !one.asked.is_open());
    Ok(views)
}

/// Lists that are due to anybody whose record this member keeps; the first due first.
///
/// # Errors
/// Fails only when the database does.
pub fn due(open: &mut Open, now: Now) -> Result<Vec<ListDueView>, EngineError> {
    let found = said_in_records(open, ASKED)?.into_iter();
    let documents: BTreeSet<DocumentId> = found.map(|(document, _)| document).collect();
    let mut due = Vec::new();
    for document in documents {
        let row = open.store.read().participant(&document)?;
        let Some(row) = row.filter(|row| !row.voided) else {
            continue;
        };
        let home = row.caseload_group.as_ref();
        if !open.serves(home) || !open.keeps(home) {
            continue;
        }
        let mut all = heard(open, &document)?;
        all.retain(Asked::is_open);
        // Whoever went to another coach, or is forgotten, is not this list's.
        if all.is_empty() || plan::readable(open, &document.to_string()).is_err() {
            continue;
        }
        for asked in all {
            due.push(ListDueView {
                asked: asked.id.to_string(),
                participant: document.to_string(),
                name: shown_name(&row),
                coach: open.coach_name(home),
                own: open.is_own_caseload(home),
                on: asked.on,
                due: AnswerDue::of(asked.on, now.local_date()),
            });
        }
    }
    due.sort_by(|one, other| {
        (one.due.by, &one.name, &one.asked).cmp(&(other.due.by, &other.name, &other.asked))
    });
    Ok(due)
}
