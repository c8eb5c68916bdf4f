//! To what a figure opens, for who may read it.

use std::collections::BTreeMap;

use handrail_domain::Now;
use handrail_domain::measure::{
    Builtin, Case, Period, Slice, Subject, Value, cases, counted_since,
};
use handrail_protocol::{DocumentId, MemberId};

use super::facts;
use crate::api::{CaseOf, CaseView, CasesView, EngineError, MOST_CASES};
use crate::open::Open;
use crate::views::{shown_count, shown_name};
use crate::workforce;

/// The cases of a measure over a period.
///
/// # Errors
/// `NotAllowed` where this device does not read what the measure is counted from.
pub fn view(
    open: &mut Open,
    measure: &str,
    period: Period,
    slice: Option<&Slice>,
    now: Now,
) -> Result<CasesView, EngineError> {
    let builtin = Builtin::from_code(measure).ok_or(EngineError::NotFound)?;
    let facts = facts::of(open, now)?;
    let today = now.local_date();
    let found = cases(builtin, &facts, period, today);
    let mut found = found.ok_or(EngineError::NotAllowed)?;
    found.retain(|case| slice.is_none_or(|slice| slice.holds(&case.tags)));
    let since = counted_since(builtin, &facts);
    let value = Value::of(&found, builtin.unit(), period, None, since, today);
    let listed = workforce::listed_names(open)?;
    let shown = found.iter().take(MOST_CASES);
    let shown: Result<Vec<CaseView>, EngineError> =
        shown.map(|case| row(open, &listed, case)).collect();
    Ok(CasesView {
        builtin,
        value,
        count: shown_count(u64::try_from(found.len()).unwrap_or(u64::MAX)),
        cases: shown?,
    })
}

fn row(
    open: &Open,
    listed: &BTreeMap<String, String>,
    case: &Case,
) -> Result<CaseView, EngineError> {
    let (opens, name) = match &case.subject {
        Subject::Participant(id) => {
            let document = DocumentId::from_bytes(*id.as_bytes());
            let row = open.store.read().participant(&document)?;
            let name = row.as_ref().map(shown_name).unwrap_or_default();
            (CaseOf::Participant(document.to_string()), name)
        }
        Subject::CallOut(id) => (CaseOf::CallOut(id.to_string()), case.tags.site.clone()),
        Subject::Person(person) => match person.parse::<MemberId>() {
            Ok(member) => (CaseOf::Member(person.clone()), open.member_name(&member)),
            Err(_) => (
                CaseOf::Nothing,
                listed.get(person).cloned().unwrap_or_default(),
            ),
        },
        Subject::Site(name) | Subject::Named(name) => (CaseOf::Nothing, name.clone()),
    };
    Ok(CaseView {
        on: case.on,
        found: case.found,
        amount: case.amount,
        opens,
        name,
        coach: case.tags.coach.clone(),
    })
}
