use handrail_domain::group::{Mark, Off, Part, Rhythm, Slot};
use serde::{Deserialize, Serialize};

use super::{LocalDate, MemberChoice};

/// An order about groups that meet; replies `Done`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum GroupCommand {
    /// Starts a group. For administrators, whose devices make its keys; it is there once the relay
    /// has taken the entry.
    Make {
        /// What it is called.
        name: String,
        /// Where it meets; may be empty.
        place: String,
        /// Whom it is for; may be empty.
        whom: String,
        /// The first day.
        from: LocalDate,
        /// How often.
        rhythm: Rhythm,
        /// Member, hex, who leads it or takes part.
        member: String,
        /// As what.
        part: Part,
    },
    /// Tries once more to start a group that could not be started. For administrators.
    MakeAgain {
        /// As in [`GroupFailed::id`].
        failed: String,
        /// Member, hex, with whom it begins.
        member: String,
    },
    /// Lets go of a group that could not be started.
    GiveUp {
        /// As in [`GroupFailed::id`].
        failed: String,
    },
    /// Says something about a group.
    Change {
        /// Group, hex.
        group: String,
        /// What.
        changes: Vec<GroupInput>,
    },
    /// Lets somebody of the team into a group. For administrators.
    LetIn {
        /// Group, hex.
        group: String,
        /// Member, hex.
        member: String,
        /// As what.
        part: Part,
    },
    /// Takes somebody out of it; its keys change. For administrators.
    TakeOut {
        /// Group, hex.
        group: String,
        /// Member, hex.
        member: String,
    },
    /// Says something about one meeting.
    Meeting {
        /// Group, hex.
        group: String,
        /// The day on which it was planned.
        key: LocalDate,
        /// What.
        change: MeetingInput,
    },
    /// Chooses one of the things that two wrote at once.
    Resolve {
        /// Group, hex.
        group: String,
        /// As in [`GroupConflict::field`].
        field: String,
        /// As in [`GroupConflict::versions`].
        value: String,
    },
}

/// Something about a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum GroupInput {
    /// What it is called.
    Name(String),
    /// Where it meets.
    Place(String),
    /// Whom it is for.
    Whom(String),
    /// When it meets from a day on; `None`: not until another day is named.
    Rhythm {
        /// The first day.
        from: LocalDate,
        /// How often.
        to: Option<Rhythm>,
    },
    /// The last day; `None`: it goes on.
    Ends(Option<LocalDate>),
    /// As what somebody who is in it is there.
    Staff {
        /// Member, hex.
        member: String,
        /// As what.
        part: Part,
    },
    /// Whether somebody is expected each time.
    Regular {
        /// Participant, hex.
        participant: String,
        /// They are.
        expected: bool,
    },
}

/// Something about one meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum MeetingInput {
    /// It does not take place; `None`: it does after all. Not once anybody is written down.
    Off(Option<Off>),
    /// It takes place then; `None`: as planned. Not once anybody is written down.
    Move(Option<Slot>),
    /// One more takes place, on the day that names it; on that day there is none.
    Add(Slot),
    /// Whether a participant came; it stands in their record, too. Said again, it brings their
    /// record to it.
    Came {
        /// Participant, hex.
        participant: String,
        /// Whether they came.
        mark: Mark,
        /// Why it is taken back, for their record.
        reason: String,
    },
    /// Their record has it twice, for two wrote it down at once: only the first stays. Not before
    /// all of it has arrived.
    Once {
        /// Participant, hex.
        participant: String,
        /// Why, for their record.
        reason: String,
    },
    /// Somebody without a record came: a first name for this one time.
    Name(String),
    /// That name, a ULID, was a mistake.
    NameBack(String),
    /// So many more came.
    More(u32),
    /// As what somebody of the team was there.
    With {
        /// Member, hex.
        member: String,
        /// As what.
        part: Part,
    },
    /// Something was noticed about the group as a whole.
    Saw(String),
    /// That, a ULID, was a mistake.
    SawBack(String),
    /// Everybody is written down.
    Done {
        /// Participants, hex, who were expected and did not come.
        missed: Vec<String>,
    },
    /// Not everybody is.
    Reopen,
}

/// The groups that this device reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupsView {
    /// Whether this member's device may make one.
    pub may_make: bool,
    /// Names of those that wait for the relay.
    pub waiting: Vec<String>,
    /// Those that the relay would not have, or that could not be any more.
    pub failed: Vec<GroupFailed>,
    /// By name; those that ended last.
    pub groups: Vec<GroupRow>,
    /// Who can lead one.
    pub choices: Vec<MemberChoice>,
}

/// A group that could not be started; what was typed of it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupFailed {
    /// Names it.
    pub id: String,
    /// What it was to be called.
    pub name: String,
    /// Member, hex, with whom it was to begin; `None` once they cannot be in a group any more.
    pub member: Option<String>,
}

/// A group in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupRow {
    /// Its document, hex.
    pub group: String,
    /// What it is called.
    pub name: String,
    /// Where it meets.
    pub place: String,
    /// When it meets now or next.
    pub rhythm: Option<RhythmView>,
    /// Its last day is over.
    pub ended: bool,
    /// The next meeting that takes place.
    pub next: Option<MeetingView>,
    /// As what one is in it oneself.
    pub part: Option<Part>,
    /// Names of those who lead it.
    pub leads: Vec<String>,
}

/// What holds from a day on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RhythmView {
    /// The first day.
    pub from: LocalDate,
    /// What.
    pub known: handrail_domain::group::Known,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
pub struct MeetingView {
    /// The day on which it was planned, which names it.
    pub key: LocalDate,
    /// When it takes place, by the clock of its place.
    pub slot: Slot,
    /// Unix ms.
    pub begins_at: i64,
    /// Unix ms.
    pub ends_at: i64,
    /// Minutes that the clock of its place is ahead of UTC then.
    pub offset_minutes: i32,
    /// It is not when it was planned, or was not planned at all.
    pub moved: bool,
    /// The schedule has it: it is none that was added.
    pub planned: bool,
    /// Why it does not take place.
    pub off: Option<Off>,
    /// The day is a public holiday.
    pub holiday: bool,
    /// How many came, once anything was written down.
    pub heads: Option<u32>,
    /// Everybody is written down.
    pub done: bool,
}

/// Somebody of the team in a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffView {
    /// Member, hex.
    pub member: String,
    /// Name.
    pub name: String,
    /// As what.
    pub part: Part,
    /// Why they read the group whatever part they have in it, if they do.
    pub stays: Option<Stays>,
}

/// Why somebody reads a group whatever part they have in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stays {
    /// The group began with them.
    BeganIt,
    /// They read everything of the agency.
    ReadsAll,
}

/// A participant and a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupPerson {
    /// Participant, hex.
    pub participant: String,
    /// Name.
    pub name: String,
}

/// Two wrote this at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupConflict {
    /// The field, as the document names it.
    pub field: String,
    /// What was said, the one that is shown first.
    pub versions: Vec<GroupVersion>,
}

/// One of the things that were written at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupVersion {
    /// As the document holds it.
    pub value: String,
    /// Who wrote it.
    pub author: String,
    /// Unix ms.
    pub at: i64,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupView {
    /// Its document, hex.
    pub group: String,
    /// What it is called.
    pub name: String,
    /// Where it meets.
    pub place: String,
    /// Whom it is for.
    pub whom: String,
    /// The last day.
    pub ends: Option<LocalDate>,
    /// Whether one may say who else reads it.
    pub may_make: bool,
    /// As what one is in it oneself.
    pub part: Option<Part>,
    /// What holds from each day on, the first first.
    pub rhythms: Vec<RhythmView>,
    /// What is under way and comes next, called off or not.
    pub next: Vec<MeetingView>,
    /// What was, the newest first.
    pub past: Vec<MeetingView>,
    /// Who of the team is in it, and who is in it no more and reads it still.
    pub staff: Vec<StaffView>,
    /// Who could be let in.
    pub choices: Vec<MemberChoice>,
    /// Somebody is being let in or taken out and waits for the relay.
    pub waits: bool,
    /// Who is expected each time, of those whom one serves.
    pub regulars: Vec<GroupPerson>,
    /// How many more are expected, whose records others keep.
    pub regulars_elsewhere: u32,
    /// What two wrote at once.
    pub conflicts: Vec<GroupConflict>,
}

/// The sheet of one meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SheetOfMeeting {
    /// The group's document, hex.
    pub group: String,
    /// What it is called.
    pub name: String,
    /// Where it meets.
    pub place: String,
    /// When.
    pub meeting: MeetingView,
    /// It has not come so near that anybody could be there.
    pub too_early: bool,
    /// Participants whom one serves: those expected, marked or there lately first.
    pub people: Vec<SheetPerson>,
    /// How many came whose records others keep.
    pub elsewhere: u32,
    /// First names for this one time, with their ULIDs.
    pub names: Vec<(String, String)>,
    /// How many more came.
    pub more: u32,
    /// All together.
    pub heads: u32,
    /// Who of the team was there as what.
    pub staff: Vec<StaffView>,
    /// What was noticed, the first first.
    pub seen: Vec<SeenView>,
    /// Who said that everybody is written down, and when.
    pub done: Option<(String, i64)>,
    /// What two wrote at once about this meeting.
    pub conflicts: Vec<GroupConflict>,
}

/// A participant on the sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
pub struct SheetPerson {
    /// Participant, hex.
    pub participant: String,
    /// Name.
    pub name: String,
    /// Whether they came; `None`: nothing is said.
    pub mark: Option<Mark>,
    /// They are expected each time.
    pub regular: bool,
    /// They were there lately.
    pub lately: bool,
    /// Two wrote it down at once: their record has it twice.
    pub twice: bool,
    /// Their record says something else than the sheet of whether they came.
    pub differs: bool,
}

/// Something that was noticed about a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeenView {
    /// ULID.
    pub id: String,
    /// Who.
    pub author: String,
    /// Unix ms.
    pub at: i64,
    /// In words.
    pub words: String,
}

/// A meeting that asks something of whoever looks at Today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupDue {
    /// The group's document, hex.
    pub group: String,
    /// What it is called.
    pub name: String,
    /// Where it meets.
    pub place: String,
    /// When.
    pub meeting: MeetingView,
    /// As what one is in it.
    pub part: Part,
    /// Who came is still to be written down; else it is today.
    pub write_down: bool,
}
