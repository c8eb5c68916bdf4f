//! Whether supervision is held as often as the program says: every so many days, and after so many hours
//! of service, whichever comes first (S4-15; S2-24 for the rule by hours).

use crate::program::{Supervision as Form, SupervisionKind};
use crate::time::{LocalDate, Timestamp, local_date};
use serde::{Deserialize, Serialize};

/// Most periods that are looked at, the present one included.
pub const MOST_PERIODS: usize = 13;

/// How often, and of which kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// What it is called.
    pub kind: SupervisionKind,
    /// Every so many days.
    pub every_days: u16,
    /// So many minutes at least.
    pub minutes: u16,
    /// And after so many hours of service.
    pub per_service_hours: Option<u16>,
}

impl Default for Rule {
    /// Weekly: what holds where no program says anything.
    fn default() -> Self {
        Self {
            kind: SupervisionKind::Program,
            every_days: 7,
            minutes: 1,
            per_service_hours: None,
        }
    }
}

impl Rule {
    /// The rule of a program.
    pub fn of(form: &Form) -> Self {
        Self {
            kind: form.kind,
            every_days: form.every_days.max(1),
            minutes: form.minutes.unwrap_or(1).max(1),
            per_service_hours: form.per_service_hours.filter(|hours| *hours > 0),
        }
    }

    /// What holds for a coach who works in several programs: the shorter time, the longer hour. It has
    /// the name of the one with the shortest time; of equals, of the first.
    pub fn strictest(rules: impl IntoIterator<Item = Self>) -> Self {
        rules
            .into_iter()
            .reduce(|one, other| Self {
                kind: if other.every_days < one.every_days {
                    other.kind
                } else {
                    one.kind
                },
                every_days: one.every_days.min(other.every_days),
                minutes: one.minutes.max(other.minutes),
                per_service_hours: [one.per_service_hours, other.per_service_hours]
                    .into_iter()
                    .flatten()
                    .min(),
            })
            .unwrap_or_default()
    }
}

/// Service of a coach to people face to face on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// The day.
    pub on: LocalDate,
    /// Minutes.
    pub minutes: u32,
}

/// One period in which supervision is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Its first day.
    pub from: LocalDate,
    /// Its last day.
    pub to: LocalDate,
    /// Minutes of supervision that both signed.
    pub minutes: u32,
    /// It was held as the rule says.
    pub held: bool,
}

/// What is due now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// Nothing in this period any more.
    Nothing,
    /// By this day.
    By(LocalDate),
    /// Now: so many minutes of service since the last one.
    Hours(u32),
}

/// How supervision of a coach stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The newest first; the present one is the first. Only from when the coach began.
    pub periods: Vec<Period>,
    /// Periods that are over and in which it was held.
    pub held: u32,
    /// Periods that are over and in which it was not.
    pub missed: u32,
    /// What is due now.
    pub due: Due,
    /// Minutes of service since the last supervision, or since the coach began.
    pub service: u32,
}

/// How it stands today for a coach who began on `since`. `sessions` are days and minutes of what both
/// signed. Nothing after today counts.
pub fn standing(
    rule: Rule,
    since: LocalDate,
    sessions: &[(LocalDate, u16)],
    services: &[Service],
    today: LocalDate,
) -> Standing {
    let periods = periods(rule, since.min(today), sessions, today);
    let over = periods.get(1..).unwrap_or_default();
    let count = |held: bool| {
        let fitting = over.iter().filter(|one| one.held == held).count();
        u32::try_from(fitting).unwrap_or(u32::MAX)
    };
    let last = last_whole(rule, sessions, today);
    let service = services
        .iter()
        .filter(|one| one.on <= today && last.is_none_or(|last| one.on > last))
        .fold(0_u32, |sum, one| sum.saturating_add(one.minutes));
    let by_hours = rule
        .per_service_hours
        .is_some_and(|hours| service >= u32::from(hours) * 60);
    let due = match periods.first() {
        _ if by_hours => Due::Hours(service),
        Some(present) if !present.held => Due::By(present.to),
        _ => Due::Nothing,
    };
    Standing {
        held: count(true),
        missed: count(false),
        periods,
        due,
        service,
    }
}

/// The day on which so much supervision had been held as the rule asks for, in one hour or in several
/// shorter ones, the last time.
fn last_whole(rule: Rule, sessions: &[(LocalDate, u16)], today: LocalDate) -> Option<LocalDate> {
    let mut held: Vec<(LocalDate, u16)> = sessions.to_vec();
    held.retain(|(on, _)| *on <= today);
    held.sort_unstable();
    let (mut sum, mut last) = (0_u32, None);
    for (on, minutes) in held {
        sum = sum.saturating_add(u32::from(minutes));
        if sum >= u32::from(rule.minutes) {
            (sum, last) = (0, Some(on));
        }
    }
    last
}

/// Periods of a length begin on the same days for everybody, whenever they began: counted from a Monday,
/// so that weeks begin with theirs. One that had begun more than a week before the coach did is there
/// only while it is the present one or was held: nobody missed what lies before their time.
fn periods(
    rule: Rule,
    since: LocalDate,
    sessions: &[(LocalDate, u16)],
    today: LocalDate,
) -> Vec<Period> {
    let length = i64::from(rule.every_days.max(1));
    // 1970-01-05.
    let monday = local_date(Timestamp::from_millis(4 * 86_400_000), 0);
    let first = monday.plus_days(since.days_since(monday).div_euclid(length) * length);
    let present = today.days_since(first).div_euclid(length);
    let oldest = present.saturating_sub(i64::try_from(MOST_PERIODS).unwrap_or(1) - 1);
    (oldest.max(0)..=present)
        .rev()
        .map(|number| {
            let from = first.plus_days(number * length);
            let to = from.plus_days(length - 1);
            let within = sessions
                .iter()
                .filter(|(on, _)| (from..=to.min(today)).contains(on));
            let minutes = within.fold(0_u32, |sum, (_, minutes)| {
                sum.saturating_add(u32::from(*minutes))
            });
            Period {
                from,
                to,
                minutes,
                held: minutes >= u32::from(rule.minutes),
            }
        })
        .filter(|one| one.held || one.to >= today || since.days_since(one.from) <= 7)
        .collect()
}
