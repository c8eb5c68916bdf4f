//! A report that the law asks for, by somebody who makes none as part of the routine: supervisors hear of it
//! as of every report that a member makes themselves (S4-23).

use handrail_domain::concern::{OWN_REPORT, Reported};
use handrail_domain::consent::{Disclosure, Ground};
use handrail_domain::rights::Deed;
use handrail_domain::statement::NewStatement;
use handrail_domain::time::local_date;
use handrail_domain::{Now, RecordId};
use handrail_protocol::DocumentId;
use rand_core::CryptoRng;

use crate::api::EngineError;
use crate::open::Open;
use crate::rights;
use crate::statements::{Place, said};

/// What is said beside such a disclosure: nothing where supervisors make it themselves, or were told on that
/// day that this member reported.
///
/// # Errors
/// Fails only when the database does.
pub fn own_report(
    open: &mut Open,
    document: &DocumentId,
    told: &Disclosure,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<Option<NewStatement>, EngineError> {
    if told.ground != Ground::ChildReport || rights::has(open, Deed::LegalReport) {
        return Ok(None);
    }
    let own = open.identity.member;
    let all = said(open, Place::Record(*document))?;
    let is_known = all.iter().any(|one| {
        one.statement.code == OWN_REPORT
            && one.member == Some(own)
            && local_date(one.at(), now.offset_minutes) == now.local_date()
    });
    let body = Reported {
        line: told.recipient.trim().to_owned(),
    };
    let id = RecordId::new(now.at, rng);
    Ok((!is_known).then(|| NewStatement::new(id, OWN_REPORT, None, &body)))
}
