//! Where nobody is on call who is meant to be, before it happens (S4-16).

use super::fold::{Head, Rotas, ShiftChange};
use super::shifts::{days, shifts};
use super::{Discipline, GAPS_AHEAD_DAYS, Person, RotaKind, Shift};
use crate::id::RecordId;
use crate::time::{LocalDate, TimeOfDay, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A time in which somebody is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The rota.
    pub rota: RecordId,
    /// When it begins.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    /// Nobody is on call at all.
    pub nobody: bool,
    /// Professions of which there are too few, where somebody is.
    pub lacking: Vec<Discipline>,
}

/// The gaps of all rotas between two moments, the first first. Time that nobody is meant to cover is
/// none.
pub fn gaps(rotas: &Rotas, from: Timestamp, until: Timestamp) -> Vec<Gap> {
    let mut found: Vec<Gap> = Vec::new();
    for head in &rotas.heads {
        let shifts = shifts(head, &rotas.changes, from, until);
        found.extend(gaps_of(head, &shifts, last_day(rotas, head), (from, until)));
    }
    found.sort_by_key(|gap| (gap.start, gap.rota));
    found
}

/// The last day on which somebody is meant to be on call; none where it goes on. Coaches can always reach
/// a supervisor: where no rota of supervisors follows one that ends, that is a gap, which is said until
/// two weeks after.
fn last_day(rotas: &Rotas, head: &Head) -> Option<LocalDate> {
    let last = head.rota.until?;
    if head.rota.kind != RotaKind::Supervisors {
        return Some(last);
    }
    let others = rotas.heads.iter().filter(|other| {
        let goes_on = other.rota.until.is_none_or(|until| until > last);
        other.id != head.id && other.rota.kind == RotaKind::Supervisors && goes_on
    });
    let said_until = last.plus_days(GAPS_AHEAD_DAYS);
    let follows = others.map(|other| other.rota.from.plus_days(-1)).min();
    Some(follows.map_or(said_until, |before| before.clamp(last, said_until)))
}

/// Milliseconds between two moments in which too few of a profession are on call.
pub(super) fn lacks(
    head: &Head,
    changes: &[ShiftChange],
    of: Discipline,
    (from, until): (Timestamp, Timestamp),
) -> i64 {
    let shifts = shifts(head, changes, from, until);
    let found = gaps_of(head, &shifts, head.rota.until, (from, until));
    let is_needed = head.rota.needs.iter().any(|(needed, _)| *needed == of);
    let lacking = found
        .iter()
        .filter(|gap| gap.lacking.contains(&of) || gap.nobody && is_needed);
    lacking
        .map(|gap| gap.end.millis() - gap.start.millis())
        .sum()
}

fn gaps_of(
    head: &Head,
    shifts: &[Shift],
    last: Option<LocalDate>,
    (from, until): (Timestamp, Timestamp),
) -> Vec<Gap> {
    let meant = meant(head, last, (from, until));
    let mut moments: Vec<Timestamp> = vec![from, until];
    moments.extend(meant.iter().flat_map(|(start, end)| [*start, *end]));
    moments.extend(shifts.iter().flat_map(|shift| [shift.start, shift.end]));
    moments.retain(|moment| (from..=until).contains(moment));
    moments.sort_unstable();
    moments.dedup();
    let mut found: Vec<Gap> = Vec::new();
    for pair in moments.windows(2) {
        let [start, end] = *pair else { continue };
        let is_meant = meant
            .iter()
            .any(|(first, last)| (*first..*last).contains(&start));
        let Some(gap) = is_meant.then(|| gap(head, shifts, start, end)).flatten() else {
            continue;
        };
        match found.last_mut() {
            Some(last)
                if last.end == start
                    && last.nobody == gap.nobody
                    && last.lacking == gap.lacking =>
            {
                last.end = end;
            }
            _ => found.push(gap),
        }
    }
    found
}

fn gap(head: &Head, shifts: &[Shift], start: Timestamp, end: Timestamp) -> Option<Gap> {
    let now = shifts.iter().filter(|shift| shift.holds_at(start));
    // Whoever stands in two rows at once is one person.
    let people: BTreeMap<String, &Person> = now
        .flat_map(|shift| &shift.people)
        .map(|one| (one.key(), one))
        .collect();
    let has = |discipline: Discipline| {
        let of = people.values().filter(|one| one.discipline == discipline);
        of.count()
    };
    let lacking: Vec<Discipline> = head
        .rota
        .needs
        .iter()
        .filter(|(discipline, count)| has(*discipline) < usize::from(*count))
        .map(|(discipline, _)| *discipline)
        .collect();
    let nobody = people.is_empty();
    (nobody || !lacking.is_empty()).then(|| Gap {
        rota: head.root,
        start,
        end,
        nobody,
        lacking: if nobody { Vec::new() } else { lacking },
    })
}

/// When somebody is meant to be on call, up to a last day.
fn meant(
    head: &Head,
    last: Option<LocalDate>,
    (from, until): (Timestamp, Timestamp),
) -> Vec<(Timestamp, Timestamp)> {
    let rota = &head.rota;
    let midnight = |day| rota.zone.moment(day, TimeOfDay::MIDNIGHT);
    let first = midnight(head.since);
    let last = last.map(|day| midnight(day.plus_days(1)));
    let within = |(start, end): (Timestamp, Timestamp)| {
        let end = last.map_or(end, |last| end.min(last));
        let start = start.max(first);
        (start < end).then_some((start, end))
    };
    if rota.meant.is_empty() {
        return within((from, until)).into_iter().collect();
    }
    days(rota, from, until)
        .flat_map(|on| {
            let of_day = rota.meant.iter().filter(move |hours| hours.begin_on(on));
            of_day.map(move |hours| rota.span(*hours, on))
        })
        .filter_map(within)
        .collect()
}
