//! The shifts of a rota, and who is on call at a moment.

use super::fold::{ChangeKind, Head, Rotas, ShiftChange};
use super::{Hours, Person, Rota, Rotate, Turn};
use crate::id::RecordId;
use crate::time::{LocalDate, TimeOfDay, Timestamp};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// One shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// The day on which it begins.
    pub on: LocalDate,
    /// The wall clock at which it begins.
    pub at: TimeOfDay,
    /// When it begins.
    pub start: Timestamp,
    /// When it ends; then it is over.
    pub end: Timestamp,
    /// Who is on call, with changes.
    pub people: Vec<Person>,
    /// Who would be, and is not.
    pub away: Vec<Person>,
    /// Who had it, and has another one for it, or gave it to somebody whom they asked.
    pub swapped: Vec<Person>,
}

/// Who is on call at a moment on one rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnCall {
    /// The rota.
    pub rota: RecordId,
    /// Who is on call; nobody in a gap.
    pub people: Vec<Person>,
    /// Until when that is so, as far as is known.
    pub until: Option<Timestamp>,
    /// Who is asked next when nobody answers.
    pub fallback: Vec<Person>,
}

impl Rota {
    fn holds_on(&self, day: LocalDate) -> bool {
        day >= self.from && self.until.is_none_or(|until| day <= until)
    }

    /// When hours that begin on a day begin and end. The end is a wall clock, too: a night in which the
    /// clock changes is an hour shorter or longer.
    pub(super) fn span(&self, hours: Hours, on: LocalDate) -> (Timestamp, Timestamp) {
        let end = u32::from(hours.at.minutes()) + u32::from(hours.minutes);
        let minute = u16::try_from(end % 1440).unwrap_or(0);
        let at = TimeOfDay::from_minutes(minute).unwrap_or(TimeOfDay::NOON);
        let last = on.plus_days(i64::from(end / 1440));
        (self.zone.moment(on, hours.at), self.zone.moment(last, at))
    }

    /// Whether a shift begins on a day at an hour.
    pub fn begins(&self, on: LocalDate, at: TimeOfDay) -> bool {
        let mut turns = self.turns.iter();
        turns.any(|turn| turn.hours.at == at && turn.hours.begin_on(on))
    }

    fn group(&self, turn: &Turn, on: LocalDate) -> Vec<Person> {
        let count = i64::try_from(turn.groups.len()).unwrap_or(1).max(1);
        let number = match turn.rotate {
            Rotate::Weekly => monday(on).days_since(monday(self.from)).div_euclid(7),
            Rotate::EachShift => shifts_before(turn.hours, self.from, on),
        };
        let place = usize::try_from(number.rem_euclid(count)).unwrap_or(0);
        let places = turn.groups.get(place).into_iter().flatten();
        places
            .filter_map(|place| self.people.get(usize::from(*place)).cloned())
            .collect()
    }
}

impl Hours {
    /// Whether they begin on a day.
    pub(super) fn begin_on(self, day: LocalDate) -> bool {
        self.days >> weekday(day) & 1 == 1
    }
}

/// 0 for Monday to 6 for Sunday.
fn weekday(day: LocalDate) -> u8 {
    u8::try_from(day.as_naive().weekday().num_days_from_monday()).unwrap_or(0)
}

fn monday(day: LocalDate) -> LocalDate {
    day.plus_days(-i64::from(weekday(day)))
}

/// How many shifts began from a day on and before another.
fn shifts_before(hours: Hours, from: LocalDate, day: LocalDate) -> i64 {
    let days = day.days_since(from).max(0);
    let each_week = i64::from(hours.days.count_ones());
    let rest = (0..days % 7).filter(|more| hours.begin_on(from.plus_days(*more)));
    days / 7 * each_week + i64::try_from(rest.count()).unwrap_or(0)
}

/// The days on which something may begin that lasts into the time between two moments.
pub(super) fn days(
    rota: &Rota,
    from: Timestamp,
    until: Timestamp,
) -> impl Iterator<Item = LocalDate> + use<> {
    let day = |at: Timestamp| crate::time::local_date(at, rota.zone.offset_at(at));
    let (first, last) = (day(from).plus_days(-8), day(until));
    let count = last.days_since(first).max(0);
    (0..=count).map(move |more| first.plus_days(more))
}

/// The shifts of a rota that touch the time between two moments, the first first, with what was
/// changed about them.
pub fn shifts(
    head: &Head,
    changes: &[ShiftChange],
    from: Timestamp,
    until: Timestamp,
) -> Vec<Shift> {
    let rota = &head.rota;
    let mut found = Vec::new();
    for on in days(rota, from, until).filter(|on| rota.holds_on(*on)) {
        for turn in rota.turns.iter().filter(|turn| turn.hours.begin_on(on)) {
            let (start, end) = rota.span(turn.hours, on);
            if end > from && start < until && start < end {
                found.push(head.shift(turn, on, changes));
            }
        }
    }
    found.sort_by_key(|shift| (shift.start, shift.end));
    found
}

impl Head {
    /// The shift of a row that begins on a day, with what was changed about it.
    fn shift(&self, turn: &Turn, on: LocalDate, changes: &[ShiftChange]) -> Shift {
        let (start, end) = self.rota.span(turn.hours, on);
        let mut shift = Shift {
            on,
            at: turn.hours.at,
            start,
            end,
            people: self.rota.group(turn, on),
            away: Vec::new(),
            swapped: Vec::new(),
        };
        for change in changes {
            if change.is_of(self, &shift) {
                shift.change(change);
            }
        }
        // Whoever has left is taken out last: what somebody took over from them stays theirs.
        for people in [&mut shift.people, &mut shift.away] {
            people.retain(|one| !self.left.contains(&one.key()));
        }
        shift
    }

    /// The shift that begins on a day at an hour and that somebody has; `None` where they have none.
    pub fn shift_of(
        &self,
        (on, at): (LocalDate, TimeOfDay),
        who: &str,
        changes: &[ShiftChange],
    ) -> Option<Shift> {
        let begin = |turn: &&Turn| turn.hours.at == at && turn.hours.begin_on(on);
        let turns = self.rota.turns.iter().filter(begin);
        turns
            .filter(|_| self.rota.holds_on(on))
            .map(|turn| self.shift(turn, on, changes))
            .find(|shift| shift.has(who).is_some() && shift.start < shift.end)
    }
}

impl ShiftChange {
    /// Whether it is about a shift. Whoever said that they cannot at an hour that the rota has no more
    /// cannot on that day, whatever hour it has instead; nor does anybody take another hour than they said.
    pub fn is_of(&self, head: &Head, shift: &Shift) -> bool {
        let has = |people: &[Person]| people.iter().any(|one| one.key() == self.who);
        self.rota == head.root
            && self.on == shift.on
            && (self.at == shift.at
                || matches!(self.kind, ChangeKind::Away | ChangeKind::Taken(_))
                    && !head.rota.begins(self.on, self.at)
                    && (has(&shift.people) || has(&shift.away)))
    }
}

impl Shift {
    /// Whether it is now.
    pub fn holds_at(&self, at: Timestamp) -> bool {
        (self.start..self.end).contains(&at)
    }

    /// Whoever of those who are on call has this key ([`Person::key`]).
    pub fn has(&self, who: &str) -> Option<&Person> {
        self.people.iter().find(|one| one.key() == who)
    }

    fn change(&mut self, change: &ShiftChange) {
        let place = self.people.iter().position(|one| one.key() == change.who);
        if let Some(place) = place {
            let gone = match change.kind {
                ChangeKind::Swapped(_) | ChangeKind::Given(_) => &mut self.swapped,
                ChangeKind::Away | ChangeKind::Taken(_) => &mut self.away,
            };
            gone.push(self.people.remove(place));
        }
        // Two who took the same shift at once both have it: one too many is none too few.
        let mut gone = self.away.iter().chain(&self.swapped);
        let is_known = gone.any(|one| one.key() == change.who);
        if let ChangeKind::Taken(by) | ChangeKind::Swapped(by) | ChangeKind::Given(by) =
            &change.kind
            && is_known
            && change.at == self.at
            && self.has(&by.key()).is_none()
        {
            self.people.push(by.clone());
        }
    }
}

/// Who is on call at a moment, on each rota.
pub fn on_call(rotas: &Rotas, at: Timestamp) -> Vec<OnCall> {
    let look = at.plus_minutes(8 * 1440);
    rotas
        .heads
        .iter()
        .map(|head| {
            let all = shifts(head, &rotas.changes, at, look);
            let mut people: Vec<Person> = Vec::new();
            for one in all.iter().filter(|shift| shift.holds_at(at)) {
                for person in &one.people {
                    if !people.iter().any(|known| known.key() == person.key()) {
                        people.push(person.clone());
                    }
                }
            }
            let ends = all.iter().flat_map(|shift| [shift.start, shift.end]);
            OnCall {
                rota: head.root,
                until: ends.filter(|moment| *moment > at).min(),
                fallback: {
                    let mut known: Vec<String> = people.iter().map(Person::key).collect();
                    known.extend(head.left.iter().cloned());
                    let rest = head
                        .rota
                        .fallback()
                        .filter(|one| !known.contains(&one.key()));
                    rest.cloned().collect()
                },
                people,
            }
        })
        .collect()
}
