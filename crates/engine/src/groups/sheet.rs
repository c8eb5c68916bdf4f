//! The sheet of one meeting: who came, in few taps.

use handrail_domain::group::{Mark, Meeting};
use handrail_domain::{LocalDate, Now, ParticipantId};
use handrail_store::ParticipantRow;

use super::views::{came_lately, conflicts_of, staff, view};
use super::{Shown, attendance, opened};
use crate::api::{EngineError, InvalidField, SeenView, SheetOfMeeting, SheetPerson};
use crate::convert::{invalid, protocol_member};
use crate::open::Open;
use crate::views::shown_name;

/// The sheet.
///
/// # Errors
/// `NotFound` for a group that this device does not read; `Invalid` where there is no such meeting.
pub fn sheet(
    open: &mut Open,
    group: &str,
    key: LocalDate,
    now: Now,
) -> Result<SheetOfMeeting, EngineError> {
    let opened = opened(open, group)?;
    let meeting = opened.group.meeting(key);
    let meeting = meeting.ok_or_else(|| invalid(InvalidField::Date))?;
    let session = opened.group.sessions.get(&key).cloned().unwrap_or_default();
    let mut people = Vec::new();
    let mut read_here = 0;
    for row in open.store.read().active_participants()? {
        if !open.serves(row.caseload_group.as_ref()) || open.is_guest(row.caseload_group.as_ref()) {
            continue;
        }
        let person = ParticipantId::from_bytes(*row.participant.as_bytes());
        let mark = session.mark(person).map(|came| came.mark);
        read_here += u32::from(mark == Some(Mark::Here));
        people.extend(of(open, &opened, &row, (person, mark), &meeting));
    }
    people.sort_by_cached_key(|one| {
        let near = one.regular || one.mark.is_some() || one.differs;
        (!near, !one.lately, one.name.to_lowercase())
    });
    let here = |id: &&ParticipantId| session.mark(**id).is_some_and(|one| one.mark == Mark::Here);
    let all_here = u32::try_from(session.came.keys().filter(here).count()).unwrap_or(u32::MAX);
    let conflicts = opened.loaded.document.group_conflicts();
    Ok(SheetOfMeeting {
        group: opened.document.to_string(),
        name: opened.group.name.clone(),
        place: opened.group.place.clone(),
        meeting: view(&opened, &meeting, now),
        too_early: attendance::is_too_early(&meeting, now),
        people,
        elsewhere: all_here.saturating_sub(read_here),
        heads: session.heads(),
        names: session
            .names
            .iter()
            .map(|(id, name)| (id.to_string(), name.clone()))
            .collect(),
        more: session.more.last().copied().unwrap_or(0),
        staff: staff(open, &opened, Some(key)),
        seen: session
            .seen
            .iter()
            .map(|seen| SeenView {
                id: seen.id.to_string(),
                author: open.member_name(&protocol_member(seen.by)),
                at: seen.at.millis(),
                words: seen.words.clone(),
            })
            .collect(),
        done: session.done.map(|(at, by)| {
            let name = open.member_name(&protocol_member(by));
            (name, at.millis())
        }),
        conflicts: conflicts_of(open, conflicts, Some(key)),
    })
}

/// Of others' caseloads only those with something to do with the group: a supervisor reads them all.
fn of(
    open: &Open,
    opened: &Shown,
    row: &ParticipantRow,
    (person, mark): (ParticipantId, Option<Mark>),
    meeting: &Meeting,
) -> Option<SheetPerson> {
    let key = meeting.key;
    let home = row.caseload_group;
    let is_own = open.is_own_caseload(home.as_ref())
        || home.is_none()
        || !open.covered_for(home.as_ref()).is_empty();
    let regular = opened.group.is_expected(person, key);
    let lately = came_lately(opened, person);
    let session = opened.group.sessions.get(&key);
    let differs = attendance::differs(open, session, (meeting, person));
    (is_own || regular || lately || mark.is_some() || differs).then(|| SheetPerson {
        participant: row.participant.to_string(),
        name: shown_name(row),
        mark,
        regular,
        lately,
        twice: session.is_some_and(|session| !session.twice(person).is_empty()),
        differs,
    })
}
