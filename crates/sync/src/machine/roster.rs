//! The roster: fetched before items, given to a relay that lost it, and
//! extended by this device's own entries.

use std::collections::BTreeMap;

use handrail_protocol::message::{FeedPoint, RosterPage};
use handrail_protocol::{GroupId, RosterEntry, RosterHash, RosterHead, route};

use super::answer::{Taken, body};
use super::flight::{Draft, Purpose};
use super::io::{Changed, SyncReply, Trouble};
use super::{Step, SyncMachine};
use crate::{QuarantineReason, StoreFault, SyncStore, SyncTx, receive};

/// What a page of entries did.
struct Appended {
    grew: bool,
    /// The entry that does not continue the roster; those before it count.
    bad: Option<RosterHash>,
}

impl SyncMachine {
    /// Gives the relay an entry that it may not have.
    pub(super) fn give_roster(
        &mut self,
        store: &mut impl SyncStore,
    ) -> Result<Option<Draft>, StoreFault> {
        let Some(n) = self.todo.give_roster_from.take() else {
            return Ok(None);
        };
        let entry = store.transaction(|tx| Ok(tx.roster_entries(n, 1)?.into_iter().next()))?;
        Ok(entry.map(|entry| Draft::bytes(Purpose::GiveRoster { n }, route::ROSTER, entry)))
    }

    /// The relay answers the newest entry with how far it is itself.
    pub(super) fn give_roster_from_head(
        &mut self,
        store: &mut impl SyncStore,
    ) -> Result<(), StoreFault> {
        let head = store.transaction(|tx| Ok(tx.roster()?.head()))?;
        self.todo.give_roster_from = Some(head.n);
        Ok(())
    }

    pub(super) fn take_roster_given(
        &mut self,
        n: u64,
        reply: &SyncReply,
        store: &mut impl SyncStore,
    ) -> Result<Taken, StoreFault> {
        match (reply.status, body::<RosterHead>(reply)) {
            (200 | 201, Ok(_)) => {
                self.allowance.give_back();
                self.todo.give_roster_from = Some(n + 1);
                Ok(Taken::Well)
            }
            (409, Ok(relay)) => {
                let (ours, known) =
                    store.transaction(|tx| tx.roster().map(|r| (r.head(), r.knows(&relay))))?;
                if known && relay.n < ours.n && relay.n + 1 != n {
                    self.todo.give_roster_from = Some(relay.n + 1);
                    Ok(Taken::Well)
                } else if relay.n > ours.n {
                    self.todo.fetch_roster = true;
                    Ok(Taken::Well)
                } else {
                    Ok(Taken::Badly(Some(Trouble::RosterForked)))
                }
            }
            // It counts since long; the relay wants it offered once more.
            (route::READ_FIRST, _) => Ok(Taken::Badly(None)),
            (404, _) => {
                self.handshake = super::Handshake::Register;
                self.session = None;
                Ok(Taken::Settled)
            }
            _ => Ok(Taken::Badly(Some(Trouble::Refused))),
        }
    }

    pub(super) fn fetch_roster(&mut self, store: &mut impl SyncStore) -> Result<Draft, StoreFault> {
        self.todo.fetch_roster = false;
        let head = store.transaction(|tx| Ok(tx.roster()?.head()))?;
        Ok(Draft::get(
            Purpose::FetchRoster,
            route::roster_after(Some(head.n)),
        ))
    }

    pub(super) fn take_roster(
        &mut self,
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        let (200, Ok(page)) = (reply.status, body::<RosterPage>(reply)) else {
            return Ok(Taken::Badly(None));
        };
        let at = step.now.at;
        let (outcome, received) = store.transaction(|tx| {
            let groups = own_groups(tx)?;
            let outcome = append_page(tx, &page)?;
            if !outcome.grew {
                return Ok((outcome, None));
            }
            if own_groups(tx)? != groups {
                // Documents of a new group have older items than the cursor.
                let start = tx
                    .cursor()?
                    .map(|cursor| FeedPoint::start(cursor.incarnation));
                tx.set_cursor(start)?;
            }
            let again = |reason: QuarantineReason| reason.is_waiting();
            let received = receive::retry_quarantine(tx, again, at, step.rng)?;
            Ok((outcome, Some(received)))
        })?;
        if let Some(received) = received {
            self.note_received(received, step);
        }
        if outcome.grew {
            self.allowance.give_back();
            self.todo.feed = true;
            self.todo.post_roster = true;
            self.todo.push_now(step.ms());
            step.changed(Changed::Roster);
            self.note_dismissal(store)?;
        }
        if let Some(bad) = outcome.bad {
            // The same bytes twice were not damaged on their way.
            let twice = self.bad_entry.replace(bad) == Some(bad);
            self.roster_forked |= twice;
            return Ok(Taken::Badly(twice.then_some(Trouble::RosterForked)));
        }
        self.bad_entry = None;
        step.changed(Changed::Met);
        self.todo.fetch_roster |= page.more;
        Ok(Taken::Well)
    }

    /// Offers the entry that this device wants appended.
    pub(super) fn post_roster(
        &mut self,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Option<Draft>, StoreFault> {
        // What is on its way is taken in before the entry says how far things are held.
        let is_fetching = self.flights.values().any(|flight| flight.purpose.is_down());
        if !self.todo.post_roster || self.todo.read_first || is_fetching {
            return Ok(None);
        }
        self.todo.post_roster = false;
        let entry = store.transaction(|tx| tx.outgoing_roster(step.rng))?;
        Ok(entry.map(|entry| {
            Draft::bytes(
                Purpose::PostRoster {
                    entry: entry.clone(),
                },
                route::ROSTER,
                entry,
            )
        }))
    }

    pub(super) fn take_roster_posted(
        &mut self,
        entry: &[u8],
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        match reply.status {
            200 | 201 => {
                let taken = store.transaction(|tx| {
                    let Ok(parsed) = RosterEntry::parse(entry) else {
                        return Ok(false);
                    };
                    if tx.roster()?.knows(&parsed.head()) {
                        return Ok(true);
                    }
                    Ok(tx.append_roster(entry)?.is_ok())
                })?;
                if taken {
                    step.changed(Changed::Roster);
                } else {
                    self.todo.fetch_roster = true;
                }
                self.todo.post_roster = true;
                self.todo.push_now(step.ms());
                Ok(Taken::Well)
            }
            409 => {
                self.todo.post_roster = true;
                let ours = store.transaction(|tx| Ok(tx.roster()?.head()))?;
                match body::<RosterHead>(reply) {
                    Ok(relay) if relay.n < ours.n => self.todo.give_roster_from = Some(relay.n + 1),
                    _ => self.todo.fetch_roster = true,
                }
                Ok(Taken::Settled)
            }
            route::READ_FIRST => {
                store.transaction(|tx| tx.outgoing_roster_refused(entry, reply.status))?;
                self.todo.post_roster = true;
                (self.todo.read_first, self.todo.feed) = (true, true);
                Ok(Taken::Settled)
            }
            400 | 413 | 422
                if self.refused_entry.replace(RosterHash::of(entry))
                    != Some(RosterHash::of(entry)) =>
            {
                // It may have been damaged on its way.
                Ok(Taken::Badly(None))
            }
            400 | 403 | 410 | 413 | 422 => {
                store.transaction(|tx| tx.outgoing_roster_refused(entry, reply.status))?;
                self.todo.post_roster = true;
                step.changed(Changed::Roster);
                Ok(Taken::Badly(Some(Trouble::Refused)))
            }
            _ => Ok(Taken::Badly(None)),
        }
    }
}

/// The groups of this device's member, each with the end of their reading, if it has one. With
/// another end the relay gives what it kept back after the first.
fn own_groups(tx: &mut dyn SyncTx) -> Result<BTreeMap<GroupId, Option<u64>>, StoreFault> {
    let Some(identity) = tx.identity()? else {
        return Ok(BTreeMap::new());
    };
    let roster = tx.roster()?;
    let Some(member) = roster.device(&identity.device).map(|device| device.member) else {
        return Ok(BTreeMap::new());
    };
    let end = |group: &GroupId| roster.group(group)?.covers.get(&member).copied();
    let groups = roster.groups_of(&member).into_iter();
    Ok(groups.map(|group| (group, end(&group))).collect())
}

fn append_page(tx: &mut dyn SyncTx, page: &RosterPage) -> Result<Appended, StoreFault> {
    let mut grew = false;
    for bytes in &page.entries {
        if let Ok(entry) = RosterEntry::parse(bytes)
            && tx.roster()?.knows(&entry.head())
        {
            continue;
        }
        if tx.append_roster(bytes)?.is_err() {
            return Ok(Appended {
                grew,
                bad: Some(RosterHash::of(bytes)),
            });
        }
        grew = true;
    }
    Ok(Appended { grew, bad: None })
}
