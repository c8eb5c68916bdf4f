//! A group that meets again and again. It has a document of its own, laid out as a caseload's is, in
//! a group of keys of its own: that of those who lead it and of their supervisors. Each thing that is
//! said is a field of its own, so that two who write at once do not get in each other's way.

use super::super::value::{Fields, versions};
use super::super::{CaseloadDocument, CommandError, Conflict, FieldValue};
use super::CASELOAD;
use crate::group::{
    Came, FIRST_NAME_LIMIT, Group, GroupChange, Known, MOST_PEOPLE, Mark, Observation, Off, Part,
    Session, SessionChange, Slot,
};
use crate::id::{MemberId, ParticipantId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{LocalDate, Now, TimeOfDay, Timestamp};
use automerge::ObjId;

const NAME: &str = "group:name";
const PLACE: &str = "group:place";
const WHOM: &str = "group:whom";
const ENDS: &str = "group:ends";
const RHYTHM: &str = "group_rhythm:";
const STAFF: &str = "group_staff:";
const REGULAR: &str = "group_regular:";
const SINCE: &str = "group_since:";
const SESSION: &str = "group_session:";
/// What several people may say at once without being at odds.
const TOGETHER: [&str; 2] = ["came", "done"];

/// What a field of a group's document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupField<'a> {
    /// The group: `name`, `place`, `whom` or `ends`.
    Group(&'a str),
    /// When it meets from a day on.
    Rhythm(LocalDate),
    /// As what a member is in it.
    Staff(MemberId),
    /// Whether somebody is expected.
    Regular(ParticipantId),
    /// From which day on.
    Since(ParticipantId),
    /// A meeting: `off`, `moved`, `more`, `with` and others.
    Session(LocalDate, &'a str),
}

impl<'a> GroupField<'a> {
    /// Of a field's name.
    pub fn of(name: &'a str) -> Option<Self> {
        let (kind, rest) = name.split_once(':')?;
        Some(match kind {
            "group" => Self::Group(rest),
            "group_rhythm" => Self::Rhythm(LocalDate::parse(rest).ok()?),
            "group_staff" => Self::Staff(rest.parse().ok()?),
            "group_regular" => Self::Regular(rest.parse().ok()?),
            "group_since" => Self::Since(rest.parse().ok()?),
            "group_session" => {
                let (day, field) = rest.split_once(':')?;
                Self::Session(LocalDate::parse(day).ok()?, field)
            }
            _ => return None,
        })
    }
}

impl CaseloadDocument {
    /// The group that this document is about; `None` for that of a caseload.
    pub fn group(&self) -> Option<Group> {
        let object = self.root_map(CASELOAD)?;
        let fields = Fields::read(&self.automerge, &object);
        let mut group = Group {
            name: fields.text(NAME)?,
            ..Group::default()
        };
        for (name, value) in fields.entries() {
            match GroupField::of(name) {
                Some(GroupField::Group(_)) => match (name, value.as_text()) {
                    (PLACE, Some(text)) => text.clone_into(&mut group.place),
                    (WHOM, Some(text)) => text.clone_into(&mut group.whom),
                    (ENDS, Some(text)) => group.schedule.ends = LocalDate::parse(text).ok(),
                    _ => {}
                },
                Some(GroupField::Rhythm(from)) => {
                    if let Some(text) = value.as_text() {
                        group.schedule.from.insert(from, Known::parse(text));
                    }
                }
                Some(GroupField::Staff(member)) => {
                    let part = value.as_text().and_then(Part::from_code);
                    group.staff.extend(part.map(|part| (member, part)));
                }
                // Whom anybody expects is expected.
                Some(GroupField::Regular(participant)) => {
                    let expected = |value: &FieldValue| value.flag() == Some(true);
                    let expected = self.says(&object, &fields, name, expected);
                    if expected {
                        let since = self.since(&object, &fields, participant);
                        group.regulars.insert(participant, since);
                    }
                }
                Some(GroupField::Session(on, field)) => {
                    let session = group.sessions.entry(on).or_default();
                    self.read_session(session, field, value, (&object, name, &fields));
                }
                // Read with whom it is about.
                Some(GroupField::Since(_)) | None => {}
            }
        }
        for session in group.sessions.values_mut() {
            session.seen.sort_by_key(|seen| (seen.at, seen.id));
        }
        Some(group)
    }

    /// Fields of the group on which two who wrote at once are at odds.
    pub fn group_conflicts(&self) -> Vec<Conflict> {
        let at_odds = |conflict: &Conflict| match GroupField::of(&conflict.field) {
            Some(GroupField::Session(_, field)) => {
                let kind = field.split(':').next().unwrap_or_default();
                !TOGETHER.contains(&kind)
            }
            Some(GroupField::Regular(_) | GroupField::Since(_)) | None => false,
            Some(_) => true,
        };
        let mut found = self.conflicts();
        found.retain(at_odds);
        found
    }

    /// Whether a field says something in any of its versions.
    fn says(
        &self,
        object: &ObjId,
        fields: &Fields<'_>,
        name: &str,
        says: impl Fn(&FieldValue) -> bool,
    ) -> bool {
        if !fields.is_conflicted(name) {
            return says(fields.get(name));
        }
        let all = versions(&self.automerge, object, name);
        all.iter().any(|version| says(&version.value))
    }

    /// The day from which on somebody is expected: of several that were written at once the first.
    fn since(
        &self,
        object: &ObjId,
        fields: &Fields<'_>,
        participant: ParticipantId,
    ) -> Option<LocalDate> {
        let name = format!("{SINCE}{participant}");
        let day = |value: &FieldValue| LocalDate::parse(value.as_text()?).ok();
        if !fields.is_conflicted(&name) {
            return day(fields.get(&name));
        }
        let all = versions(&self.automerge, object, &name);
        all.iter().filter_map(|version| day(&version.value)).min()
    }

    fn read_session(
        &self,
        session: &mut Session,
        field: &str,
        value: &FieldValue,
        (object, name, fields): (&ObjId, &str, &Fields<'_>),
    ) {
        let all = || -> Vec<FieldValue> {
            if fields.is_conflicted(name) {
                let versions = versions(&self.automerge, object, name).into_iter();
                versions.map(|version| version.value).collect()
            } else {
                vec![value.clone()]
            }
        };
        let text = value.as_text();
        let (kind, id) = field.split_once(':').unwrap_or((field, ""));
        match kind {
            "off" => session.off = text.map(|code| Off::from_code(code).unwrap_or(Off::Other)),
            "moved" => session.moved = text.and_then(slot),
            "came" => {
                let all: Vec<Came> = all().iter().filter_map(came).collect();
                if let (Ok(participant), false) = (id.parse(), all.is_empty()) {
                    session.came.insert(participant, all);
                }
            }
            "name" => {
                if let (Ok(id), Some(text)) = (id.parse(), text) {
                    session.names.insert(id, text.to_owned());
                }
            }
            "more" => {
                let numbers = all();
                let numbers = numbers.iter().filter_map(FieldValue::number);
                let within = numbers.filter_map(|number| u32::try_from(number).ok());
                session.more = within.filter(|more| *more <= MOST_PEOPLE).collect();
            }
            "with" => {
                let part = text.and_then(Part::from_code);
                if let (Ok(member), Some(part)) = (id.parse(), part) {
                    session.with.insert(member, part);
                }
            }
            "saw" => {
                let seen = id.parse().ok().zip(text);
                session
                    .seen
                    .extend(seen.and_then(|(id, text)| observation(id, text)));
            }
            "done" => {
                let all = all();
                session.done = all.iter().filter_map(moment_and_member).min();
            }
            _ => {}
        }
    }

    /// The fields that something about a group writes.
    pub(super) fn change_group(
        &self,
        change: &GroupChange,
        now: Now,
    ) -> Result<Vec<(String, FieldValue)>, CommandError> {
        let one = match change {
            GroupChange::Name(name) if name.trim().is_empty() => {
                return Err(CommandError::NameMissing);
            }
            GroupChange::Name(name) => (NAME.to_owned(), words(name, TEXT_LIMIT)?),
            GroupChange::Place(place) => (PLACE.to_owned(), words(place, TEXT_LIMIT)?),
            GroupChange::Whom(whom) => (WHOM.to_owned(), words(whom, TEXT_LIMIT)?),
            GroupChange::Ends(day) => {
                let day = day.map(|day| day.to_string());
                (ENDS.to_owned(), FieldValue::optional_text(day.as_deref()))
            }
            GroupChange::Rhythm { from, to } => {
                if to.is_some_and(|rhythm| !rhythm.is_whole()) {
                    return Err(CommandError::OutOfOrder);
                }
                let known = to.map_or(Known::Rests, Known::Meets);
                (format!("{RHYTHM}{from}"), FieldValue::Text(known.text()))
            }
            GroupChange::Staff(member, part) => {
                let code = part.code().to_owned();
                (format!("{STAFF}{member}"), FieldValue::Text(code))
            }
            GroupChange::Regular(participant, is) => {
                let known = self.group().unwrap_or_default();
                let begins = *is && !known.regulars.contains_key(participant);
                let since = FieldValue::Text(now.local_date().to_string());
                let said = (format!("{REGULAR}{participant}"), FieldValue::Flag(*is));
                let since = begins.then(|| (format!("{SINCE}{participant}"), since));
                return Ok([said].into_iter().chain(since).collect());
            }
            GroupChange::Session(on, change) => {
                let (field, value) = self.change_session(*on, change, now)?;
                (format!("{SESSION}{on}:{field}"), value)
            }
        };
        Ok(vec![one])
    }

    fn change_session(
        &self,
        on: LocalDate,
        change: &SessionChange,
        now: Now,
    ) -> Result<(String, FieldValue), CommandError> {
        let known = |id: &RecordId, field: &str| {
            let key = format!("{SESSION}{on}:{field}:{id}");
            let object = self.root_map(CASELOAD).ok_or(CommandError::Refused)?;
            match Fields::read(&self.automerge, &object).get(&key) {
                FieldValue::Nothing => Err(CommandError::NoSuchRecord),
                _ => Ok((format!("{field}:{id}"), FieldValue::Nothing)),
            }
        };
        Ok(match change {
            SessionChange::Off(why) => {
                let code = why.map(Off::code);
                ("off".to_owned(), FieldValue::optional_text(code))
            }
            SessionChange::Move(to) => {
                let text = to.map(|to| format!("{} {} {}", to.on, to.at, to.minutes));
                let value = FieldValue::optional_text(text.as_deref());
                ("moved".to_owned(), value)
            }
            SessionChange::Came(participant, came) => {
                let said = format!("{} {}", came.mark.code(), came.contact);
                (format!("came:{participant}"), FieldValue::Text(said))
            }
            SessionChange::Name(id, name) => {
                let said = words(name, FIRST_NAME_LIMIT)?;
                if said == FieldValue::Nothing {
                    return Err(CommandError::NameMissing);
                }
                (format!("name:{id}"), said)
            }
            SessionChange::NameBack(id) => known(id, "name")?,
            SessionChange::More(more) if *more > MOST_PEOPLE => {
                return Err(CommandError::OutOfOrder);
            }
            SessionChange::More(more) => ("more".to_owned(), FieldValue::Number(i64::from(*more))),
            SessionChange::With(member, part) => {
                let code = part.code().to_owned();
                (format!("with:{member}"), FieldValue::Text(code))
            }
            SessionChange::Saw { id, by, words } => {
                let words = words.trim();
                if words.is_empty() {
                    return Err(CommandError::WordsMissing);
                }
                check_length(words, crate::quantity::NOTE_LIMIT)?;
                let at = now.at.within_years().millis();
                let said = format!("{at} {by} {words}");
                (format!("saw:{id}"), FieldValue::Text(said))
            }
            SessionChange::SawBack(id) => known(id, "saw")?,
            SessionChange::Done(by) => {
                let at = now.at.within_years().millis();
                ("done".to_owned(), FieldValue::Text(format!("{at} {by}")))
            }
            SessionChange::Reopen => ("done".to_owned(), FieldValue::Nothing),
        })
    }
}

fn words(text: &str, limit: usize) -> Result<FieldValue, CommandError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    check_length(&text, limit)?;
    let said = Some(text.as_str()).filter(|text| !text.is_empty());
    Ok(FieldValue::optional_text(said))
}

fn slot(text: &str) -> Option<Slot> {
    let mut words = text.split(' ');
    Some(Slot {
        on: LocalDate::parse(words.next()?).ok()?,
        at: TimeOfDay::parse(words.next()?).ok()?,
        minutes: words.next()?.parse().ok()?,
    })
}

fn came(value: &FieldValue) -> Option<Came> {
    let (mark, contact) = value.as_text()?.split_once(' ')?;
    Some(Came {
        mark: Mark::from_code(mark)?,
        contact: contact.parse().ok()?,
    })
}

fn moment_and_member(value: &FieldValue) -> Option<(Timestamp, MemberId)> {
    let (at, by) = value.as_text()?.split_once(' ')?;
    Some((Timestamp::from_millis(at.parse().ok()?), by.parse().ok()?))
}

fn observation(id: RecordId, text: &str) -> Option<Observation> {
    let mut parts = text.splitn(3, ' ');
    Some(Observation {
        id,
        at: Timestamp::from_millis(parts.next()?.parse().ok()?),
        by: parts.next()?.parse().ok()?,
        words: parts.next()?.to_owned(),
    })
}
