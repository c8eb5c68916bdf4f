//! Documents in memory. They are a cache: dropped after any error and built
//! again from what is stored (`sync.md` 0.2).

use std::collections::HashMap;
use std::sync::Arc;

use handrail_domain::document::{AgencyDocument, ParticipantDocument, ParticipantKind, Session};
use handrail_domain::group::Group;
use handrail_protocol::{DocumentId, Incarnation};
use handrail_store::Store;

use super::Sessions;
use super::stored::{Loaded, load, weight_of_changes};
use crate::api::EngineError;

/// About how many bytes of participants are kept open: 90 people with 400
/// contacts each.
const BUDGET: usize = 48 * 1024 * 1024;
/// What the smallest document takes.
const LEAST_WEIGHT: usize = 16 * 1024;
/// So many changes are applied one by one when a document is opened. More, and
/// its form is saved with the next one.
const UNSAVED_LIMIT: usize = 32;

/// The documents that are open now.
pub struct Documents {
    sessions: Sessions,
    participants: HashMap<DocumentId, Kept>,
    /// The one used last stands last.
    order: Vec<DocumentId>,
    weight: usize,
    budget: usize,
    agency: Option<AgencyDocument>,
    groups: HashMap<DocumentId, Arc<Group>>,
}

/// A participant's document in memory.
pub struct Kept {
    /// The document.
    pub document: ParticipantDocument,
    unsaved: usize,
    weight: usize,
}

impl Kept {
    /// Whether its form is to be saved together with so many new changes.
    pub fn is_save_due(&self, new: usize) -> bool {
        is_save_due(self.unsaved + new)
    }
}

/// Whether a document with so many changes that its saved form lacks is to be
/// saved.
pub fn is_save_due(unsaved: usize) -> bool {
    unsaved >= UNSAVED_LIMIT
}

impl Documents {
    /// Nothing open yet.
    pub fn new(sessions: Sessions) -> Self {
        Self {
            sessions,
            participants: HashMap::new(),
            order: Vec::new(),
            weight: 0,
            budget: BUDGET,
            agency: None,
            groups: HashMap::new(),
        }
    }

    /// A fresh session, for a document that is being made.
    pub fn session(&mut self) -> Session {
        self.sessions.next()
    }

    /// All further sessions are of another incarnation; nothing stays open.
    pub fn take_incarnation(&mut self, incarnation: Incarnation) {
        self.sessions.take_incarnation(incarnation);
        self.forget_all();
    }

    /// The document of a participant.
    pub fn participant(
        &mut self,
        store: &Store,
        id: &DocumentId,
    ) -> Result<&mut ParticipantDocument, EngineError> {
        if !self.participants.contains_key(id) {
            let loaded =
                load(&store.read(), id, self.sessions.next())?.ok_or(EngineError::NotFound)?;
            self.keep(*id, loaded);
        }
        self.order.retain(|open| open != id);
        self.order.push(*id);
        self.participants
            .get_mut(id)
            .map(|kept| &mut kept.document)
            .ok_or(EngineError::NotFound)
    }

    /// The document of a participant with how it stands, if it is open.
    pub fn kept(&self, id: &DocumentId) -> Option<&Kept> {
        self.participants.get(id)
    }

    /// Keeps a document that was just made or loaded.
    pub fn keep(&mut self, id: DocumentId, loaded: Loaded<ParticipantKind>) {
        self.close(&id);
        let weight = loaded.weight.max(LEAST_WEIGHT);
        self.make_room(weight);
        self.weight += weight;
        self.order.push(id);
        let kept = Kept {
            document: loaded.document,
            unsaved: loaded.unsaved,
            weight,
        };
        self.participants.insert(id, kept);
    }

    /// Changes of so many bytes were written and are durable; `saved` when the
    /// form was saved with them.
    pub fn wrote(&mut self, id: &DocumentId, changes: usize, bytes: usize, saved: bool) {
        let Some(kept) = self.participants.get_mut(id) else {
            return;
        };
        let more = weight_of_changes(bytes);
        kept.unsaved = if saved { 0 } else { kept.unsaved + changes };
        kept.weight += more;
        self.weight += more;
    }

    /// An open document whose form is being saved; forget it if that fails.
    pub fn being_saved(&mut self, id: &DocumentId) -> Option<&ParticipantDocument> {
        let kept = self.participants.get_mut(id)?;
        kept.unsaved = 0;
        Some(&kept.document)
    }

    /// The agency's document.
    pub fn agency(
        &mut self,
        store: &Store,
        id: &DocumentId,
    ) -> Result<&mut AgencyDocument, EngineError> {
        if self.agency.is_none() {
            let session = self.sessions.next();
            self.agency = load(&store.read(), id, session)?.map(|loaded| loaded.document);
        }
        self.agency.as_mut().ok_or(EngineError::NotFound)
    }

    /// What is said of a group that meets, if it is known.
    pub fn group(&self, id: &DocumentId) -> Option<Arc<Group>> {
        self.groups.get(id).cloned()
    }

    /// Keeps what is said of a group in its stored document.
    pub fn keep_group(&mut self, id: DocumentId, group: Arc<Group>) {
        self.groups.insert(id, group);
    }

    /// Something was written into a group's document.
    pub fn close_group(&mut self, id: &DocumentId) {
        self.groups.remove(id);
    }

    /// Forgets everything in memory.
    pub fn forget_all(&mut self) {
        self.groups.clear();
        self.participants.clear();
        self.order.clear();
        self.weight = 0;
        self.agency = None;
    }

    /// Forgets what is in memory of one document: its stored state moved on, or
    /// a transaction failed after the document had changed.
    pub fn forget(&mut self, id: &DocumentId) {
        self.close(id);
        self.groups.remove(id);
        self.agency = None;
    }

    fn close(&mut self, id: &DocumentId) {
        if let Some(kept) = self.participants.remove(id) {
            self.weight -= kept.weight;
            self.order.retain(|open| open != id);
        }
    }

    /// Closes those that were used longest ago.
    fn make_room(&mut self, needed: usize) {
        while self.weight + needed > self.budget
            && let Some(oldest) = self.order.first().copied()
        {
            self.close(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_core::SeedableRng;

    #[test]
    fn s0_20_what_is_said_of_a_group_is_kept_until_its_document_moves_on() {
        let device = handrail_protocol::DeviceId::from_bytes([1; 16]);
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(1);
        let sessions = Sessions::of(&device, &Incarnation::from_bytes([2; 16]), &mut rng);
        let mut documents = Documents::new(sessions);
        let (one, other) = (
            DocumentId::from_bytes([3; 16]),
            DocumentId::from_bytes([4; 16]),
        );
        let ends: [fn(&mut Documents, &DocumentId); 4] = [
            Documents::close_group,
            Documents::forget,
            |documents, _| documents.forget_all(),
            |documents, _| documents.take_incarnation(Incarnation::from_bytes([5; 16])),
        ];
        for end in ends {
            documents.keep_group(one, Arc::default());
            assert!(documents.group(&one).is_some() && documents.group(&other).is_none());
            end(&mut documents, &one);
            assert!(documents.group(&one).is_none());
        }
    }
}
