//! What is counted of the people who work here: supervision that was due, who was sought on call, and
//! the shifts of coaches (S3-23, S4-15, S4-16).

use handrail_domain::measure::{ShiftFact, SoughtFact, SupervisionFact};
use handrail_domain::on_call::{RotaKind, shifts, sought};
use handrail_domain::{Now, time};

use crate::api::EngineError;
use crate::open::Open;
use crate::statements::{self, Place};
use crate::{on_call, supervision};

/// Days back for which shifts are worked out.
const BACK_DAYS: i64 = 400;

/// Periods of supervision that are over, of every coach whose caseload is read here.
pub fn supervised(open: &mut Open, now: Now) -> Result<Vec<SupervisionFact>, EngineError> {
    let mut found = Vec::new();
    for coach in supervision::list(open, now)?.coaches {
        // The first is the one that goes on.
        for period in coach.standing.periods.iter().skip(1) {
            found.push(SupervisionFact {
                member: coach.coach.clone(),
                on: period.to,
                held: period.held,
                coach: coach.name.clone(),
            });
        }
    }
    Ok(found)
}

/// Whom members sought, as they said it themselves in the documents of their caseloads, also those who
/// have left: a year that is over keeps its figures.
pub fn sought_on_call(open: &mut Open, now: Now) -> Result<Vec<SoughtFact>, EngineError> {
    let mut found = Vec::new();
    for (member, group) in statements::caseloads_ever(open) {
        let all = statements::said(open, Place::Caseload(group))?;
        let own = all.into_iter().filter(|one| one.member == Some(member));
        for one in sought(own.map(|one| one.statement)) {
            found.push(SoughtFact {
                on: time::local_date(one.at, now.offset_minutes),
                answered: one.answered_at.is_some(),
                who: one.who,
            });
        }
    }
    Ok(found)
}

/// Shifts of coaches' rotas that have begun. Everybody in the agency reads rotas.
pub fn begun_shifts(open: &mut Open, now: Now) -> Result<Vec<ShiftFact>, EngineError> {
    let rotas = on_call::rotas(open)?;
    let from = now.at.plus_minutes(-BACK_DAYS * 1440);
    let mut found = Vec::new();
    for head in &rotas.heads {
        if head.rota.kind == RotaKind::Supervisors {
            continue;
        }
        for shift in shifts(head, &rotas.changes, from, now.at) {
            found.push(ShiftFact {
                on: shift.on,
                rota: head.rota.name.clone(),
                staffed: !shift.people.is_empty(),
            });
        }
    }
    Ok(found)
}
