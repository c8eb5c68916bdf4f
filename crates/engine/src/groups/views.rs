//! Groups and their meetings, for screens.

use handrail_domain::document::Conflict;
use handrail_domain::group::{Mark, Meeting, Part, is_public_holiday};
use handrail_domain::{LocalDate, Now, ParticipantId};
use handrail_protocol::{DocumentId, MemberId};

use super::{Shown, is_about, making, opened, own_part, standing};
use crate::api::{
    EngineError, GroupConflict, GroupDue, GroupPerson, GroupRow, GroupVersion, GroupView,
    GroupsView, MeetingView, MemberChoice, RhythmView, StaffView,
};
use crate::caseload::projection::value_text;
use crate::convert::{domain_member, protocol_member};
use crate::open::Open;
use crate::views::shown_name;

/// Meetings that come are looked for so many days ahead.
const AHEAD_DAYS: i64 = 190;
/// So many of them are shown.
const MOST_AHEAD: usize = 8;
/// Meetings that were, for the trend.
const BEHIND_DAYS: i64 = 370;
const MOST_BEHIND: usize = 26;
/// Who came is asked for so many days after.
const ASKED_DAYS: i64 = 14;

/// Every group that this device reads.
///
/// # Errors
/// Fails only when the database does.
pub fn list(open: &mut Open, now: Now) -> Result<GroupsView, EngineError> {
    let today = now.local_date();
    let mut groups = Vec::new();
    for opened in standing(open)? {
        let group = &opened.group;
        let ahead = group.meetings(today.plus_days(-1), today.plus_days(AHEAD_DAYS));
        let mut to_come = ahead
            .iter()
            .filter(|one| one.off.is_none() && one.ends(now.offset_minutes) > now.at);
        let current = group.schedule.on(today);
        let current = current.or_else(|| {
            let first = group.schedule.from.iter().next();
            first.map(|(from, known)| (*from, known))
        });
        let leads = group.staff.iter().filter(|(_, part)| **part == Part::Leads);
        groups.push(GroupRow {
            group: opened.document.to_string(),
            name: group.name.clone(),
            place: group.place.clone(),
            rhythm: current.map(|(from, known)| RhythmView {
                from,
                known: known.clone(),
            }),
            ended: group.schedule.ends.is_some_and(|ends| ends < today),
            next: to_come.next().map(|one| view(&opened, one, now)),
            part: own_part(open, &opened, None),
            leads: leads
                .map(|(member, _)| open.member_name(&protocol_member(*member)))
                .collect(),
        });
    }
    groups.sort_by_cached_key(|one| (one.ended, one.name.to_lowercase(), one.group.clone()));
    let may_make = may_make(open);
    let (waiting, failed) = making::wanted(open)?;
    Ok(GroupsView {
        may_make,
        waiting,
        failed,
        groups,
        choices: if may_make {
            choices(open, |_| true)
        } else {
            Vec::new()
        },
    })
}

/// Names of the groups that somebody reads, of those that are read here.
///
/// # Errors
/// Fails only when the database does.
pub fn read_by(open: &mut Open, member: &MemberId) -> Result<Vec<String>, EngineError> {
    let mut all = standing(open)?;
    all.retain(|one| open.roster.is_member_of(member, &one.keys));
    let mut names: Vec<String> = all.iter().map(|one| one.group.name.clone()).collect();
    names.sort();
    Ok(names)
}

/// One group.
///
/// # Errors
/// `NotFound` for one that this device does not read.
pub fn one(open: &mut Open, group: &str, now: Now) -> Result<GroupView, EngineError> {
    let opened = opened(open, group)?;
    let today = now.local_date();
    let shown = |meeting: &Meeting| view(&opened, meeting, now);
    let is_over = |one: &&Meeting| one.ends(now.offset_minutes) <= now.at;
    let of = &opened.group;
    let ahead = of.meetings(today.plus_days(-1), today.plus_days(AHEAD_DAYS));
    let next = ahead.iter().filter(|one| !is_over(one));
    let behind = of.meetings(today.plus_days(-BEHIND_DAYS), today);
    let past = behind.iter().rev().filter(is_over).take(MOST_BEHIND);
    let (regulars, regulars_elsewhere) = people(open, of.regulars.keys().copied())?;
    let may_make = may_make(open);
    let conflicts = opened.loaded.document.group_conflicts();
    Ok(GroupView {
        group: opened.document.to_string(),
        name: of.name.clone(),
        place: of.place.clone(),
        whom: of.whom.clone(),
        ends: of.schedule.ends,
        may_make,
        part: own_part(open, &opened, None),
        rhythms: of
            .schedule
            .from
            .iter()
            .map(|(from, known)| RhythmView {
                from: *from,
                known: known.clone(),
            })
            .collect(),
        next: next.take(MOST_AHEAD).map(shown).collect(),
        past: past.map(shown).collect(),
        staff: staff(open, &opened, None),
        choices: if may_make {
            choices(open, |member| {
                let known = of.staff.get(&domain_member(*member));
                known.is_none_or(|known| *known == Part::Away)
            })
        } else {
            Vec::new()
        },
        waits: making::waits(open, &opened.keys)?,
        regulars,
        regulars_elsewhere,
        conflicts: conflicts_of(open, conflicts, None),
    })
}

/// Meetings of today in which this member has a part, and those of which they still have to write
/// down who came.
///
/// # Errors
/// Fails only when the database does.
pub fn due(open: &mut Open, now: Now) -> Result<Vec<GroupDue>, EngineError> {
    let today = now.local_date();
    let mut found = Vec::new();
    for opened in standing(open)? {
        let meetings = opened
            .group
            .meetings(today.plus_days(-ASKED_DAYS), today.plus_days(1));
        for meeting in meetings {
            let Some(part) = own_part(open, &opened, Some(meeting.key)) else {
                continue;
            };
            let begun = meeting.begins(now.offset_minutes) <= now.at;
            let here = handrail_domain::time::local_date(
                meeting.begins(now.offset_minutes),
                now.offset_minutes,
            );
            let takes_place = meeting.off.is_none();
            let asks = begun && takes_place && part == Part::Leads;
            let write_down = asks && is_unwritten(open, &opened, meeting.key)?;
            let over = meeting.ends(now.offset_minutes) <= now.at;
            let session = opened.group.sessions.get(&meeting.key);
            let is_written = session.is_some_and(handrail_domain::group::Session::is_written);
            // Called off by one and written down by another: somebody says which it was.
            let at_odds = !takes_place && is_written && part == Part::Leads;
            if write_down || at_odds || here == today && !over {
                found.push(GroupDue {
                    group: opened.document.to_string(),
                    name: opened.group.name.clone(),
                    place: opened.group.place.clone(),
                    meeting: view(&opened, &meeting, now),
                    part,
                    write_down,
                });
            }
        }
    }
    found.sort_by_key(|one| one.meeting.begins_at);
    Ok(found)
}

/// Meetings to come through a day in which this member has a part, the first first.
///
/// # Errors
/// Fails only when the database does.
pub fn ahead(open: &mut Open, through: LocalDate, now: Now) -> Result<Vec<GroupDue>, EngineError> {
    let first = now.local_date().plus_days(-1);
    let mut found = Vec::new();
    for opened in standing(open)? {
        for meeting in opened.group.meetings(first, through) {
            let is_over = meeting.ends(now.offset_minutes) <= now.at;
            let part = own_part(open, &opened, Some(meeting.key));
            found.extend(part.filter(|_| !is_over).map(|part| GroupDue {
                group: opened.document.to_string(),
                name: opened.group.name.clone(),
                place: opened.group.place.clone(),
                meeting: view(&opened, &meeting, now),
                part,
                write_down: false,
            }));
        }
    }
    found.sort_by_key(|one| one.meeting.begins_at);
    Ok(found)
}

/// Nobody said that everybody is written down, or nothing is said of somebody expected whose record
/// this member keeps.
fn is_unwritten(open: &Open, opened: &Shown, key: LocalDate) -> Result<bool, EngineError> {
    let Some(session) = opened.group.sessions.get(&key) else {
        return Ok(true);
    };
    let Some((at, _)) = session.done else {
        return Ok(true);
    };
    let expected = opened.group.expected(key);
    let unsaid = expected.filter(|id| session.mark(*id).is_none());
    for participant in unsaid {
        let document = DocumentId::from_bytes(*participant.as_bytes());
        let row = open.store.read().participant(&document)?;
        // Who came into the program afterwards was not expected then.
        let is_own = row.is_some_and(|row| {
            open.is_own_caseload(row.caseload_group.as_ref()) && row.created_at < at.millis()
        });
        if is_own {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn view(opened: &Shown, meeting: &Meeting, now: Now) -> MeetingView {
    let session = opened.group.sessions.get(&meeting.key);
    let written = session.filter(|session| session.is_written());
    let planned = opened.group.schedule.slot(meeting.key);
    MeetingView {
        key: meeting.key,
        slot: meeting.slot,
        begins_at: meeting.begins(now.offset_minutes).millis(),
        ends_at: meeting.ends(now.offset_minutes).millis(),
        offset_minutes: meeting.offset(now.offset_minutes),
        moved: planned != Some(meeting.slot),
        planned: planned.is_some(),
        off: meeting.off,
        holiday: is_public_holiday(meeting.slot.on),
        heads: written.map(handrail_domain::group::Session::heads),
        done: session.is_some_and(|session| session.done.is_some()),
    }
}

/// Who of the team is in the group, and who is not any more and reads it still; or who of those in
/// it was in one meeting.
pub(super) fn staff(open: &Open, opened: &Shown, key: Option<LocalDate>) -> Vec<StaffView> {
    let in_it = opened.group.staff.iter();
    let mut views: Vec<StaffView> = in_it
        .filter_map(|(of, part)| {
            let member = protocol_member(*of);
            let stays = making::stays(open, opened, &member);
            if *part == Part::Away && (key.is_some() || stays.is_none()) {
                return None;
            }
            let there = key.and_then(|key| opened.group.part(*of, key));
            Some(StaffView {
                member: member.to_string(),
                name: open.member_name(&member),
                part: there.unwrap_or(*part),
                stays,
            })
        })
        .collect();
    views.sort_by(|one, other| (one.part, &one.name).cmp(&(other.part, &other.name)));
    views
}

pub(super) fn conflicts_of(
    open: &Open,
    conflicts: Vec<Conflict>,
    key: Option<LocalDate>,
) -> Vec<GroupConflict> {
    let author = |version: &handrail_domain::document::Version| {
        let writer = version.author?;
        let device = handrail_protocol::DeviceId::from_bytes(*writer.device.as_bytes());
        let member = open.member_of_device(&device)?;
        Some(open.member_name(&member))
    };
    conflicts
        .into_iter()
        .filter(|conflict| is_about(&conflict.field, key))
        .map(|conflict| GroupConflict {
            field: conflict.field,
            versions: conflict
                .versions
                .iter()
                .map(|version| GroupVersion {
                    value: value_text(&version.value),
                    author: author(version).unwrap_or_default(),
                    at: version.at.millis(),
                })
                .collect(),
        })
        .collect()
}

/// Those whose record this member keeps, by name, and how many others.
fn people(
    open: &Open,
    all: impl Iterator<Item = ParticipantId>,
) -> Result<(Vec<GroupPerson>, u32), EngineError> {
    let (mut found, mut others) = (Vec::new(), 0);
    for participant in all {
        let document = DocumentId::from_bytes(*participant.as_bytes());
        let row = open.store.read().participant(&document)?;
        match row.filter(|row| open.serves(row.caseload_group.as_ref())) {
            Some(row) => found.push(GroupPerson {
                participant: document.to_string(),
                name: shown_name(&row),
            }),
            None => others += 1,
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok((found, others))
}

fn may_make(open: &Open) -> bool {
    !open.may_only_look() && open.roster.is_administrator(&open.identity.device)
}

fn choices(open: &Open, fits: impl Fn(&MemberId) -> bool) -> Vec<MemberChoice> {
    let mut views: Vec<MemberChoice> = making::may_be_in(open)
        .filter(|member| fits(member))
        .map(|member| MemberChoice {
            member: member.to_string(),
            name: open.member_name(&member),
        })
        .collect();
    views.sort_by(|one, other| one.name.cmp(&other.name));
    views
}

/// Whether somebody came to one of the latest meetings.
pub(super) fn came_lately(opened: &Shown, participant: ParticipantId) -> bool {
    let latest = opened.group.sessions.values().rev().take(MOST_AHEAD);
    latest
        .filter_map(|session| session.mark(participant))
        .any(|came| came.mark == Mark::Here)
}
