//! Whose records here are incomplete, and why. What is missing is never passed
//! over in silence (I5 of the sync design).

use std::collections::BTreeMap;

use handrail_protocol::{DocumentId, DocumentKind, ItemId, UnverifiedItem};
use handrail_store::StoreError;
use handrail_sync::QuarantineReason;

use super::safe_contact::shown_name;
use crate::api::{EngineError, IncompleteView, IncompleteWhy};
use crate::conversation::missing;
use crate::open::Open;

/// Documents of participants with the gravest reason of each.
pub type Incomplete = BTreeMap<DocumentId, IncompleteWhy>;

/// Looks at the whole store; done when something came, not for each screen.
pub fn look(open: &Open) -> Result<Incomplete, StoreError> {
    let read = open.store.read();
    let mut found = Incomplete::new();
    let mut add = |document: DocumentId, why: IncompleteWhy| {
        let gravest = found.entry(document).or_insert(why);
        *gravest = why.max(*gravest);
    };
    for row in read.quarantined()? {
        // Damaged bytes or another agency's: no participant's record.
        let Ok(item) = UnverifiedItem::parse(&row.bytes) else {
            continue;
        };
        let header = item.header();
        if header.agency != open.identity.agency || is_settled(open, &header.document, &row.id) {
            continue;
        }
        let waits = row
            .reason
            .parse()
            .is_ok_and(|reason: QuarantineReason| reason.is_waiting());
        let why = if waits {
            IncompleteWhy::Waiting
        } else {
            IncompleteWhy::Aside
        };
        add(header.document, why);
    }
    for document in read.documents_with_holes()? {
        add(document, IncompleteWhy::Hole);
    }
    for document in missing::documents(&read)? {
        add(document, IncompleteWhy::Hole);
    }
    if let Some(talk) = &open.conversation {
        for document in talk.machine.withheld() {
            add(*document, IncompleteWhy::Withheld);
        }
    }
    let participant = DocumentKind::Participant.number();
    let mut kept = Incomplete::new();
    for (document, why) in found {
        // What was handed over to somebody is theirs to have whole.
        let home = read.document_groups(&document)?.first().copied();
        if !open.serves(home.as_ref()) {
            continue;
        }
        if read
            .document_kind(&document)?
            .is_none_or(|kind| kind == participant)
        {
            kept.insert(document, why);
        }
    }
    Ok(kept)
}

/// How many late items there are of which nothing is left to decide.
pub fn settled_count(open: &Open) -> u64 {
    let talk = open.conversation.iter();
    talk.flat_map(|talk| talk.settled.values())
        .map(|items| items.len() as u64)
        .sum()
}

fn is_settled(open: &Open, document: &DocumentId, item: &ItemId) -> bool {
    let talk = open.conversation.as_ref();
    let settled = talk.and_then(|talk| talk.settled.get(document));
    settled.is_some_and(|items| items.contains(item))
}

/// As of the last look. While everything is being fetched for the first time,
/// that is said instead: everything is incomplete then.
pub fn views(open: &Open) -> Result<Vec<IncompleteView>, EngineError> {
    let read = open.store.read();
    let mut views = Vec::new();
    for (document, why) in known(open) {
        let row = read.participant(document)?;
        views.push(IncompleteView {
            participant: row.as_ref().map(|_| document.to_string()),
            name: row.as_ref().map(shown_name).unwrap_or_default(),
            coach: row
                .map(|row| open.coach_name(row.caseload_group.as_ref()))
                .unwrap_or_default(),
            why: *why,
        });
    }
    views.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(views)
}

/// Why a participant's records here are incomplete, if they are.
pub fn why(open: &Open, document: &DocumentId) -> Option<IncompleteWhy> {
    known(open)
        .find(|(known, _)| *known == document)
        .map(|(_, why)| *why)
}

fn known(open: &Open) -> impl Iterator<Item = (&DocumentId, &IncompleteWhy)> {
    open.conversation
        .iter()
        .filter(|talk| talk.machine.first_fetch().is_none())
        .flat_map(|talk| &talk.incomplete)
}
