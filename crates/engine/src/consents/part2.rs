//! Whether the agency is a program under 42 CFR part 2.

use std::collections::BTreeSet;

use handrail_domain::consent::NO_PART2;
use handrail_domain::statement::{NewStatement, Statement};
use handrail_domain::{Now, RecordId};
use handrail_protocol::Role;
use serde::{Deserialize, Serialize};

use crate::api::{EngineError, RecordRef};
use crate::open::Open;
use crate::rights;
use crate::statements::{Place, said, say_all};

/// What a supervisor says.
#[derive(Serialize, Deserialize)]
struct Body {
    /// The agency is no program under part 2.
    is_none: bool,
    /// What they knew to be said, and this stands over.
    over: Vec<RecordId>,
}

/// Whether it is one: unless a supervisor said that it is none. Of two who said different things without
/// knowing of each other, the one who keeps the rule is heard.
///
/// # Errors
/// `Storage` where the agency's document cannot be read.
pub fn is_part2(open: &mut Open) -> Result<bool, EngineError> {
    let standing = standing(open)?;
    let keeps = |one: &Statement| match one.says::<Body>() {
        Some(body) => !body.is_none,
        // As earlier versions said it.
        None => one.says::<bool>() != Some(true),
    };
    Ok(standing.is_empty() || standing.iter().any(keeps))
}

/// Says so.
///
/// # Errors
/// `NotAllowed` for who is no supervisor.
pub fn set(open: &mut Open, on: bool, id: RecordId, now: Now) -> Result<RecordRef, EngineError> {
    if !may_set(open) {
        return Err(EngineError::NotAllowed);
    }
    let body = Body {
        is_none: !on,
        over: standing(open)?.iter().map(|one| one.id).collect(),
    };
    let statement = NewStatement::new(id, NO_PART2, None, &body);
    say_all(open, Place::Agency, &[statement], now)?;
    Ok(RecordRef {
        participant: String::new(),
        record: Some(id.to_string()),
    })
}

/// Whether this member may say so.
pub fn may_set(open: &Open) -> bool {
    let role = open.roster.role_of(&open.identity.member);
    role.is_some_and(Role::reads_all_caseloads)
}

/// What those said who may, and over which nothing stands. What an earlier version said stands over all
/// that came before it.
fn standing(open: &mut Open) -> Result<Vec<Statement>, EngineError> {
    let all = said(open, Place::Agency)?;
    let weighed = rights::weighed(open, &all);
    let counted = weighed
        .iter()
        .filter(|one| one.statement.code == NO_PART2 && one.rightful().is_some());
    let mut counted: Vec<Statement> = counted.map(|one| one.statement.clone()).collect();
    let mut under: BTreeSet<RecordId> = BTreeSet::new();
    for one in &counted {
        let over = one.says::<Body>().map(|body| body.over);
        let is_under = |other: &&Statement| {
            let known = over.as_ref().is_none_or(|over| over.contains(&other.id));
            known && other.step < one.step
        };
        under.extend(counted.iter().filter(is_under).map(|other| other.id));
    }
    counted.retain(|one| !under.contains(&one.id));
    Ok(counted)
}
