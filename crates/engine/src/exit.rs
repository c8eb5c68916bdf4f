//! What should be there before contact in pregnancy and after a birth ends (S0-19). Each is a
//! milestone, so that what is owed follows from it, and the name of whoever goes on is its place.

use handrail_domain::obligation::{EXIT, Exit};
use handrail_domain::{Event, MilestoneFacts, Now, ParticipantCommand, RecordId, Step};
use handrail_store::MilestoneRow;
use rand_core::CryptoRng;

use crate::api::{EngineError, ExitLine, ExitView, InvalidField, RecordRef};
use crate::caseload::write;
use crate::convert::{domain_member, invalid};
use crate::open::Open;

/// How far it is, with the names that stand in the rows.
pub fn of(exit: Option<Exit>, rows: &[MilestoneRow]) -> Option<ExitView> {
    let exit = exit?;
    let lines = exit.done.into_iter().map(|(event, fact)| {
        let record = fact.and_then(|fact| fact.record).map(|id| id.to_string());
        let is_it = |row: &&MilestoneRow| record.as_ref() == Some(&row.id);
        let to = rows.iter().find(is_it).map(|row| row.place.clone());
        ExitLine {
            event,
            done: fact.map(|fact| fact.on),
            record,
            to: to.unwrap_or_default(),
        }
    });
    Some(ExitView {
        last: exit.last,
        provisional: exit.provisional,
        lines: lines.collect(),
    })
}

/// Writes down that something of it is there, today.
///
/// # Errors
/// `NotFound` for anything that is none of it, `Invalid` with `Name` for a hand-off to nobody.
pub fn order(
    open: &mut Open,
    participant: &str,
    (event, to): (Event, &str),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    if !EXIT.contains(&event) {
        return Err(EngineError::NotFound);
    }
    let to = if event == Event::HandedOff { to } else { "" };
    let place = to.trim().to_owned();
    if event == Event::HandedOff && place.is_empty() {
        return Err(invalid(InvalidField::Name));
    }
    let on = now.local_date();
    let id = RecordId::new(now.at, rng);
    let command = ParticipantCommand::RecordMilestone {
        id,
        facts: MilestoneFacts {
            step: Step::Dated { event, on },
            place,
        },
        by: domain_member(open.identity.member),
    };
    write::carry_out(open, participant, id, command, now)
}
