//! Taking items: each gets its own answer, and only what verifies is stored.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::frames::split_frames;
use handrail_protocol::id::{AgencyId, DeviceId, ItemId};
use handrail_protocol::item::{HoldStatement, ItemError, ItemHeader, ItemKind, UnverifiedItem};
use handrail_protocol::limits::{
    MAX_ITEMS_BODY_BYTES, MAX_ITEMS_PER_REQUEST, MAX_SNAPSHOT_ITEM_BYTES,
};
use handrail_protocol::message::{ItemAnswer, ItemOutcome, ItemsReply, ProblemCode, RejectReason};
use handrail_protocol::roster::{RosterState, WriterStanding};

use super::coverage::as_set;
use super::view::{View, device_and_member};
use super::{Caller, Relay, Reply, Session, refusal};
use crate::limits::Limits;
use crate::storage::{Covers, HoldWord, NewItem, Storage, StorageError, Stream, Usage, Wrapped};

/// What one item came to.
enum Taken {
    Answered(ItemOutcome),
    Storable(Box<NewItem>),
}

impl<S: Storage> Relay<S> {
    /// Stores the items of a framed body. Several items share 256 KiB; one alone may be a
    /// snapshot.
    ///
    /// With `heal`, items may cite roster entries from before the last revocation. `now_ms` is the
    /// relay's clock, Unix ms.
    pub(super) fn push_items(
        &mut self,
        session: &Session,
        body: &[u8],
        heal: bool,
        now_ms: u64,
    ) -> Result<Reply, StorageError> {
        let Ok(frames) = split_frames(body, MAX_ITEMS_PER_REQUEST, MAX_SNAPSHOT_ITEM_BYTES) else {
            return Ok(ProblemCode::Malformed.into());
        };
        if frames.len() > 1 && body.len() > MAX_ITEMS_BODY_BYTES {
            return Ok(ProblemCode::TooLarge.into());
        }
        if self.roster(session.agency)?.is_none() {
            return Ok(ProblemCode::SessionRequired.into());
        }
        let leaving = self.leaving(now_ms);
        let Some(roster) = self.rosters.get(&session.agency) else {
            return Ok(refusal(session));
        };
        let former = match session.caller {
            Caller::Former(device) => Some(device),
            _ if device_and_member(roster, session).is_some() => None,
            _ => return Ok(refusal(session)),
        };
        let mut push = Push {
            storage: &mut self.storage,
            roster,
            limits: self.limits,
            session,
            former,
            leaving,
            late: &mut self.late,
        };
        // Who was taken out knows no newer roster, and seals under no newer key.
        if !heal && former.is_none() && push.cites_stale_roster(&frames)? {
            return Ok(Reply::StaleRoster(roster.head()));
        }
        let mut answers = Vec::with_capacity(frames.len());
        for frame in &frames {
            answers.push(push.store(frame)?);
        }
        // An item may come before the one that wraps its key.
        for (frame, answer) in frames.iter().zip(&mut answers) {
            if answer.outcome == ItemOutcome::Rejected(RejectReason::NotInGroup) {
                *answer = push.store(frame)?;
            }
        }
        Ok(Reply::Items(ItemsReply { answers }))
    }
}

struct Push<'a, S> {
    storage: &'a mut S,
    roster: &'a RosterState,
    limits: Limits,
    session: &'a Session,
    /// The session's device, when it was taken out.
    former: Option<DeviceId>,
    /// Devices of which nothing is taken now, whoever brings it.
    leaving: BTreeSet<DeviceId>,
    late: &'a mut BTreeMap<DeviceId, Usage>,
}

impl<S: Storage> Push<'_, S> {
    /// Whether one of the session's own items, not stored yet, cites a roster entry from
    /// before the last revocation. Looked at before anything is stored, so that a 412 leaves
    /// nothing behind.
    fn cites_stale_roster(&self, frames: &[&[u8]]) -> Result<bool, StorageError> {
        let Some(revocation) = self.roster.last_revocation() else {
            return Ok(false);
        };
        for item in frames
            .iter()
            .filter_map(|frame| UnverifiedItem::parse(frame).ok())
        {
            let own = self.session.caller.key() == item.header().writer.into();
            let stale = item.header().roster.n < revocation;
            if own
                && stale
                && self
                    .storage
                    .find_item(self.session.agency, item.id())?
                    .is_none()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The session's device, when it was taken out and `writer` is that device: of its own items
    /// it may hand over so many. What others signed, and it carries, counts as theirs.
    fn hands_over(&self, writer: DeviceId) -> Option<DeviceId> {
        self.former.filter(|device| *device == writer)
    }

    fn store(&mut self, frame: &[u8]) -> Result<ItemAnswer, StorageError> {
        let item = ItemId::of(frame);
        let outcome = match self.take(frame)? {
            Taken::Answered(outcome) => outcome,
            Taken::Storable(item) => {
                let agency = self.session.agency;
                let place = self.storage.append_item(agency, &item)?;
                if item.tombstone {
                    self.storage.forget_document(agency, item.stream.document)?;
                }
                if let Some(device) = self.hands_over(item.stream.device) {
                    let late = self.late.entry(device).or_default();
                    late.items += 1;
                    late.bytes += item.bytes.len() as u64;
                }
                ItemOutcome::Stored {
                    seq: place.sequence,
                }
            }
        };
        Ok(ItemAnswer { item, outcome })
    }

    fn take(&self, frame: &[u8]) -> Result<Taken, StorageError> {
        let rejected = |reason| Ok(Taken::Answered(ItemOutcome::Rejected(reason)));
        let agency = self.session.agency;
        let item = match UnverifiedItem::parse(frame) {
            Ok(item) => item,
            Err(ItemError::TooLarge) => return rejected(RejectReason::TooLarge),
            Err(_) => return rejected(RejectReason::Malformed),
        };
        let header = item.header();
        if header.agency != agency {
            return rejected(RejectReason::WrongAgency);
        }
        if let Some(seq) = self.storage.find_item(agency, item.id())? {
            return Ok(Taken::Answered(ItemOutcome::Duplicate { seq }));
        }
        // Who is about to be taken out is read first, up to where they are: what a colleague carries of
        // theirs waits as long.
        if self.leaving.contains(&header.writer) {
            return rejected(RejectReason::UnknownWriter);
        }
        let (counts, late) = match self.roster.writer_standing(&header.position()) {
            WriterStanding::Active | WriterStanding::RevokedButCounted => (true, false),
            // What a device itself hands over after it was taken out is kept, for readers to
            // set aside. A snapshot would have the relay spare readers what it covers.
            WriterStanding::Revoked => {
                let own = self.hands_over(header.writer).is_some();
                let kept = own && header.kind == ItemKind::Change;
                (kept, true)
            }
            WriterStanding::Unknown => (false, false),
        };
        let Some(writer) = self.roster.device(&header.writer).filter(|_| counts) else {
            return rejected(RejectReason::UnknownWriter);
        };
        let Ok(item) = item.verify_as(writer.id, &writer.sign) else {
            return rejected(RejectReason::BadSignature);
        };
        let header = item.header();
        if header.kind == ItemKind::Snapshot && !self.roster.may_snapshot(header) {
            return rejected(RejectReason::RoleMayNotSnapshot);
        }
        let stream = Stream {
            document: header.document,
            device: header.writer,
            incarnation: header.incarnation,
        };
        if self.storage.holder(agency, stream, header.n)?.is_some() {
            return rejected(RejectReason::CounterConflict);
        }
        if !self.roster.knows(&header.roster) {
            return rejected(RejectReason::UnknownRosterHead);
        }
        let wraps = as_set(header.wraps().iter().map(|wrap| Wrapped {
            group: wrap.group,
            key: wrap.document_key,
        }));
        let new = NewItem {
            id: item.id(),
            stream,
            n: header.n,
            key: header.document_key,
            snapshot: header.kind == ItemKind::Snapshot,
            tombstone: header.kind == ItemKind::Tombstone,
            receipt: header.kind == ItemKind::Receipt,
            wraps,
            covers: as_set(header.covers().iter().map(|cover| Covers {
                device: cover.device,
                incarnation: cover.incarnation,
                n: cover.n,
            })),
            assignment: header.assignment,
            confirms: header.confirms,
            holds: self.words_on_holds(header, late),
            bytes: item.as_bytes().to_vec(),
        };
        if late && self.brings_news(agency, header)? {
            return rejected(RejectReason::NotInGroup);
        }
        if new.tombstone {
            if !self.may_forget(agency, header)? {
                return rejected(RejectReason::NotInGroup);
            }
        } else if self.storage.is_forgotten(agency, header.document)? {
            return rejected(RejectReason::Forgotten);
        }
        if !self.may_assign(agency, header)? {
            return rejected(RejectReason::NotInGroup);
        }
        if !new.tombstone && !self.may_write(agency, &new)? {
            return rejected(RejectReason::NotInGroup);
        }
        let device = self.storage.usage(agency, Some(stream.device))?;
        let all = self.storage.usage(agency, None)?;
        let late = self
            .hands_over(stream.device)
            .and_then(|device| self.late.get(&device).copied());
        if !self.limits.has_room(device, all, new.bytes.len())
            || !self
                .limits
                .has_late_room(late.unwrap_or_default(), new.bytes.len())
        {
            return rejected(RejectReason::Quota);
        }
        Ok(Taken::Storable(Box::new(new)))
    }

    /// What an item says of legal holds, if its writer has a say in that.
    fn words_on_holds(&self, header: &ItemHeader, late: bool) -> Vec<HoldWord> {
        let counts = !late && self.roster.may_hold(header);
        let said = header.holds.iter().filter(|_| counts);
        let words = said.flat_map(HoldStatement::each);
        as_set(words.map(|(hold, ended)| HoldWord { hold, ended }))
    }

    /// Whether an item would change who gets a document that is here. From a device that was
    /// taken out that is not taken.
    fn brings_news(&self, agency: AgencyId, header: &ItemHeader) -> Result<bool, StorageError> {
        let document = header.document;
        if let Some(assignment) = header.assignment {
            let said = self.storage.assignments(agency, document)?;
            if !said.iter().any(|said| said.assignment == assignment) {
                return Ok(true);
            }
        }
        if self.storage.document_groups(agency, document)?.is_empty() {
            return Ok(false);
        }
        for wrap in header.wraps() {
            let known = self
                .storage
                .key_groups(agency, document, wrap.document_key)?;
            if !known.contains(&wrap.group) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the writer may say to whose caseload the document belongs: whoever
    /// may hand over, or anybody in that caseload once it was said.
    fn may_assign(&self, agency: AgencyId, header: &ItemHeader) -> Result<bool, StorageError> {
        let Some(assignment) = header.assignment else {
            return Ok(true);
        };
        if self.roster.may_hand_over(header) {
            return Ok(true);
        }
        let said = self.storage.assignments(agency, header.document)?;
        Ok(self.roster.may_assign(header) && said.iter().any(|said| said.assignment == assignment))
    }

    /// Whether the writer may order this document to be forgotten: by their role, and as
    /// somebody who is or was in one of its groups. Of a document that is not here nothing is
    /// lost; after the relay lost data the order may come back first.
    fn may_forget(&self, agency: AgencyId, header: &ItemHeader) -> Result<bool, StorageError> {
        let groups = self.storage.document_groups(agency, header.document)?;
        let reads = |writer: &handrail_protocol::roster::Device| {
            groups
                .iter()
                .any(|group| self.roster.is_or_was_member_of(&writer.member, group))
        };
        let is_in = groups.is_empty() || self.roster.device(&header.writer).is_some_and(reads);
        Ok(header.forget.is_some() && is_in && self.roster.may_forget(header))
    }

    /// Whether the writer, or whoever brings the writer's item back, is in a group of the
    /// document key the item is sealed under, and of every other key it wraps.
    fn may_write(&self, agency: AgencyId, item: &NewItem) -> Result<bool, StorageError> {
        let writer = self.roster.device(&item.stream.device);
        let bringer = device_and_member(self.roster, self.session).map(|(_, member)| member);
        // Who was in a group may still send what they wrote when they were.
        let groups = self
            .roster
            .groups()
            .map(|(group, _)| group)
            .filter(|group| {
                writer.is_some_and(|w| self.roster.is_or_was_member_of(&w.member, group))
                    || bringer.is_some_and(|member| self.roster.is_member_of(&member, group))
            })
            .collect();
        let view = View::new(&*self.storage, agency, groups);
        let document = item.stream.document;
        if item
            .wraps
            .iter()
            .any(|wrap| self.roster.group(&wrap.group).is_none())
        {
            return Ok(false);
        }
        let of_document = self.storage.document_groups(agency, document)?;
        let keys = as_set(item.wraps.iter().map(|wrap| wrap.key).chain([item.key]));
        for key in keys {
            let known = self.storage.key_groups(agency, document, key)?;
            let brought: Vec<_> = item
                .wraps
                .iter()
                .filter(|wrap| wrap.key == key)
                .map(|wrap| wrap.group)
                .collect();
            // A known key is its groups' matter; a new one of a known document is the
            // document's groups' matter; a new document's, its own first groups'.
            let deciding = if !known.is_empty() {
                &known
            } else if brought.is_empty() {
                return Ok(false);
            } else if !of_document.is_empty() {
                &of_document
            } else {
                &brought
            };
            if !view.is_in_any(deciding) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
