//! Groups that meet again and again (S0-20): when, led by whom, and who came. A group belongs to
//! nobody's record; what it says of one person names no other.

mod rhythm;
mod schedule;
mod zone;

pub use rhythm::{Every, LONGEST_MINUTES, Rhythm, is_public_holiday};
pub use schedule::{Known, Meeting, Schedule, Slot};
pub use zone::{Zone, day_ends};

use crate::coded::coded;
use crate::id::{MemberId, ParticipantId, RecordId};
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Longest first name that is written down for one evening, in bytes.
pub const FIRST_NAME_LIMIT: usize = 40;
/// Most people without a name that one evening can have.
pub const MOST_PEOPLE: u32 = 500;

coded! {
    /// As what somebody of the team is in a group.
    Part {
        /// They lead it (S0-22).
        Leads = "leads",
        /// They take part as a peer, and somebody else leads (S4-5).
        Peer = "peer",
        /// They are not there, or no more.
        Away = "away",
    }
}

coded! {
    /// Why a meeting does not take place.
    Off {
        /// A holiday.
        Holiday = "holiday",
        /// The weather.
        Weather = "weather",
        /// There is nobody to lead it.
        NobodyLeads = "nobody_leads",
        /// The place cannot be had.
        Place = "place",
        /// Anything else, also what a newer version says.
        Other = "other",
    }
}

coded! {
    /// Whether somebody with a record came.
    Mark {
        /// They came.
        Here = "here",
        /// They were expected and did not come.
        Missed = "missed",
        /// It was taken back: nothing is said.
        Nothing = "nothing",
    }
}

/// What is said of somebody with a record, and the contact that says so in their record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Came {
    /// Whether they came.
    pub mark: Mark,
    /// The contact in their record.
    pub contact: RecordId,
}

/// What was noticed about the group as a whole (S4-11). It stands in nobody's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// Its id.
    pub id: RecordId,
    /// When it was written down.
    pub at: Timestamp,
    /// By whom.
    pub by: MemberId,
    /// In words.
    pub words: String,
}

/// What is known of one meeting. Everything is what all who wrote it down said together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Why it does not take place.
    pub off: Option<Off>,
    /// When it takes place instead, or an additional meeting.
    pub moved: Option<Slot>,
    /// People with a record; several when two wrote at once.
    pub came: BTreeMap<ParticipantId, Vec<Came>>,
    /// First names, for this one time.
    pub names: BTreeMap<RecordId, String>,
    /// How many more were there; several when two counted differently at once.
    pub more: BTreeSet<u32>,
    /// As what somebody of the team was there, where it differs.
    pub with: BTreeMap<MemberId, Part>,
    /// What was noticed, the first first.
    pub seen: Vec<Observation>,
    /// That everybody is written down: since when, by whom.
    pub done: Option<(Timestamp, MemberId)>,
}

impl Session {
    /// What holds of somebody: who was seen by anybody was there.
    pub fn mark(&self, participant: ParticipantId) -> Option<Came> {
        let all = self.came.get(&participant)?;
        all.iter()
            .filter(|came| came.mark != Mark::Nothing)
            .min_by_key(|came| (came.mark != Mark::Here, came.contact))
            .copied()
    }

    /// The contacts in somebody's record that say the same again, because two wrote at once.
    pub fn twice(&self, participant: ParticipantId) -> Vec<RecordId> {
        let first = self.mark(participant).map(|came| came.contact);
        let all = self.came.get(&participant).into_iter().flatten();
        let mut others: Vec<RecordId> = all
            .filter(|came| came.mark != Mark::Nothing && Some(came.contact) != first)
            .map(|came| came.contact)
            .collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// How many people came.
    pub fn heads(&self) -> u32 {
        let here = |id: &&ParticipantId| self.mark(**id).is_some_and(|one| one.mark == Mark::Here);
        let known = self.came.keys().filter(here).count() + self.names.len();
        let more = self.more.last().copied().unwrap_or(0);
        u32::try_from(known)
            .unwrap_or(u32::MAX)
            .saturating_add(more)
    }

    /// Whether anything was written down of who came.
    pub fn is_written(&self) -> bool {
        self.done.is_some() || self.heads() > 0
    }

    /// Whether a record says that somebody came to it or missed it.
    pub fn has_contacts(&self) -> bool {
        self.came.keys().any(|of| self.mark(*of).is_some())
    }
}

/// What a group's document says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// Where it meets; may be empty.
    pub place: String,
    /// Whom it is for, in words; may be empty (S0-21).
    pub whom: String,
    /// When it meets.
    pub schedule: Schedule,
    /// Who of the team is in it.
    pub staff: BTreeMap<MemberId, Part>,
    /// Who is expected each time, and from which day on; none where nobody wrote the day down.
    pub regulars: BTreeMap<ParticipantId, Option<LocalDate>>,
    /// Meetings of which something is known, by the day on which they were planned.
    pub sessions: BTreeMap<LocalDate, Session>,
}

impl Group {
    /// As what somebody is in one meeting; nothing when they have no part in the group.
    pub fn part(&self, member: MemberId, on: LocalDate) -> Option<Part> {
        let session = self.sessions.get(&on);
        let there = session.and_then(|session| session.with.get(&member));
        there.or(self.staff.get(&member)).copied()
    }

    /// Whether somebody is expected at the meeting that was planned for a day.
    pub fn is_expected(&self, participant: ParticipantId, on: LocalDate) -> bool {
        let since = self.regulars.get(&participant);
        since.is_some_and(|since| since.is_none_or(|since| on >= since))
    }

    /// Who is expected at the meeting that was planned for a day.
    pub fn expected(&self, on: LocalDate) -> impl Iterator<Item = ParticipantId> {
        let all = self.regulars.keys().copied();
        all.filter(move |participant| self.is_expected(*participant, on))
    }

    /// The meetings on these days, the first first: those that the schedule has, moved ones where
    /// they went, additional ones, and every one of which something is known.
    pub fn meetings(&self, from: LocalDate, until: LocalDate) -> Vec<Meeting> {
        let mut planned: BTreeSet<LocalDate> = self.schedule.days(from, until).collect();
        planned.extend(self.sessions.keys().copied());
        let mut found: Vec<Meeting> = planned
            .into_iter()
            .filter_map(|on| self.meeting(on))
            .filter(|meeting| (from..=until).contains(&meeting.slot.on))
            .collect();
        found.sort_by_key(|meeting| (meeting.slot.on, meeting.slot.at.minutes(), meeting.key));
        found
    }

    /// The meeting that was planned for a day; nothing when there is none.
    pub fn meeting(&self, key: LocalDate) -> Option<Meeting> {
        let planned = self.schedule.slot(key);
        let session = self.sessions.get(&key);
        let moved = session.and_then(|session| session.moved);
        let known = session.filter(|session| session.is_written() || !session.seen.is_empty());
        let slot = moved
            .or(planned)
            .or_else(|| known.map(|_| self.schedule.likely(key)))?;
        Some(Meeting {
            key,
            slot,
            zone: self.schedule.zone(key),
            planned: planned.is_some(),
            off: session.and_then(|session| session.off),
        })
    }
}

/// Something about a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupChange {
    /// What it is called; needed.
    Name(String),
    /// Where it meets.
    Place(String),
    /// Whom it is for.
    Whom(String),
    /// When it meets, from a day on; `None`: not until another day is named.
    Rhythm {
        /// The first day.
        from: LocalDate,
        /// How.
        to: Option<Rhythm>,
    },
    /// The last day; `None`: it goes on.
    Ends(Option<LocalDate>),
    /// As what somebody of the team is in it.
    Staff(MemberId, Part),
    /// Whether somebody is expected each time, from today on.
    Regular(ParticipantId, bool),
    /// Something about one meeting, by the day on which it was planned.
    Session(LocalDate, SessionChange),
}

/// Something about one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SessionChange {
    /// It does not take place; `None`: it does after all.
    Off(Option<Off>),
    /// It takes place then, or one more does; `None`: as planned.
    Move(Option<Slot>),
    /// Whether somebody with a record came.
    Came(ParticipantId, Came),
    /// Somebody without a record came: a first name, or how they are called.
    Name(RecordId, String),
    /// That name was a mistake.
    NameBack(RecordId),
    /// So many more came.
    More(u32),
    /// As what somebody of the team was there.
    With(MemberId, Part),
    /// Something was noticed.
    Saw {
        /// A fresh id.
        id: RecordId,
        /// By whom.
        by: MemberId,
        /// In words.
        words: String,
    },
    /// That was a mistake; it stays in the history.
    SawBack(RecordId),
    /// Everybody is written down.
    Done(MemberId),
    /// Not everybody is.
    Reopen,
}

#[cfg(test)]
mod tests;
