//! What of a counted measure is put into the agency's document.

use handrail_domain::Now;
use handrail_domain::measure::{
    Builtin, Case, Facts, Period, TOLD_BY, Told, ToldPoint, Value, cases, counted_since,
    told_cases, told_parts,
};

use super::facts;
use crate::api::EngineError;
use crate::open::Open;

/// The curve and the parts of its last whole period, which are of people by one dimension alone: the
/// first that tells any apart. Small numbers are hidden.
///
/// # Errors
/// `NotAllowed` for who does not read what it is counted from.
pub fn told(open: &mut Open, builtin: Builtin, now: Now) -> Result<Told, EngineError> {
    let facts = facts::of(open, now)?;
    of_facts(&facts, builtin, now).ok_or(EngineError::NotAllowed)
}

/// The same of facts that are at hand; `None` where they are not.
pub fn of_facts(facts: &Facts, builtin: Builtin, now: Now) -> Option<Told> {
    let today = now.local_date();
    let mut points = Vec::new();
    let periods = whole(builtin, now);
    for period in &periods {
        let found = cases(builtin, facts, *period, today)?;
        points.push(ToldPoint {
            period: *period,
            slice: None,
            value: masked(builtin, facts, &found, *period, now),
        });
    }
    if let Some(period) = periods.last() {
        let found = cases(builtin, facts, *period, today)?;
        let tables = TOLD_BY
            .into_iter()
            .map(|by| told_parts(&found, by, builtin.unit(), *period));
        // All under one name is the whole once more. Of people only one table is told: of two over the
        // same people each could be held against the other's sums.
        let most = if hides_small(builtin) {
            1
        } else {
            TOLD_BY.len()
        };
        points.extend(tables.filter(|parts| parts.len() > 1).take(most).flatten());
    }
    Some(Told {
        version: builtin.version(),
        as_of: today,
        points,
    })
}

/// The periods that are told: those that are over, for one that goes on would be told anew each day,
/// and the difference of two days is few people.
pub fn whole(builtin: Builtin, now: Now) -> Vec<Period> {
    let today = now.local_date();
    let mut periods = Period::series(builtin.grain(), today, builtin.periods() + 1);
    periods.retain(|period| period.last() < today);
    let more = periods.len().saturating_sub(builtin.periods());
    periods.split_off(more)
}

/// A value as it may be told; what is counted out of nobody's record is told as it is.
pub fn masked(builtin: Builtin, facts: &Facts, found: &[Case], period: Period, now: Now) -> Value {
    let since = counted_since(builtin, facts);
    let value = Value::of(found, builtin.unit(), period, None, since, now.local_date());
    if value == Value::Missing || !hides_small(builtin) {
        return value;
    }
    told_cases(found, builtin.unit())
}

/// Coaches, rotas and sites are no participants: of them small numbers are told.
pub const fn hides_small(builtin: Builtin) -> bool {
    !matches!(
        builtin,
        Builtin::CoachesTrained
            | Builtin::PeersCertified
            | Builtin::SitesServed
            | Builtin::Retention
            | Builtin::AtWork
            | Builtin::Shifts
            | Builtin::SoughtAnswered
            | Builtin::SupervisionHeld
    )
}
