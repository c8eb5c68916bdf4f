//! Providers who read a record themselves: let in under a consent, and no longer than it holds.

use handrail_domain::consent::{
    Ask, Consent, ConsentState, Consents, Disclosure, Ground, Information, Purpose, Refusal, Side,
    Way, covering,
};
use handrail_domain::group::day_ends;
use handrail_domain::time::local_date;
use handrail_domain::{LocalDate, Now, RecordId, Timestamp};
use handrail_protocol::{DocumentId, MemberId, Role};
use rand_core::CryptoRng;
use std::collections::BTreeSet;

use super::{blank, disclose, ground, is_part2, of};
use crate::api::{EngineError, NotTold};
use crate::membership::{self, Wish};
use crate::open::Open;
use crate::sharing;

/// Looks whether a consent covers that a member reads a record until a time (Unix seconds), and writes
/// down that they are let in. Returns until when: not longer than the consent holds. Whoever reads
/// records as part of the team is told nothing new, and nothing is written.
///
/// # Errors
/// `NotTold` where no consent covers it.
pub fn let_in(
    open: &mut Open,
    document: &DocumentId,
    (guest, until): (MemberId, u64),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<u64, EngineError> {
    if !is_outside(open, &guest) {
        return Ok(until);
    }
    let today = now.local_date();
    let ask = ask(open, &guest);
    let ground = ground(open, document, &ask, (today, None), now)?;
    let last = match &ground {
        Ground::Consent(id) => of(open, document)?.consent(*id).and_then(Consent::last_day),
        _ => None,
    };
    let told = Disclosure {
        ground,
        recipient: ask.recipient,
        way: Some(Way::Reads),
        member: guest.to_string(),
        ..blank(open, today, ask.side, now)
    };
    let told = told.about(ask.purpose, ask.information);
    let id = RecordId::new(now.at, rng);
    disclose(open, document, (id, told), None, now)?;
    let Some(last) = last else { return Ok(until) };
    // The last day ends with midnight where this device is.
    let midnight = day_ends(last, now).millis() / 1000;
    Ok(until.min(u64::try_from(midnight).unwrap_or(0)))
}

/// Ends what providers read because of a consent that does not hold any more. Done by whoever may say
/// who reads the record; elsewhere nothing happens. Returns whether anything was ended.
///
/// # Errors
/// Fails only when the database does, or the record cannot be written.
pub fn end_uncovered(
    open: &mut Open,
    document: &DocumentId,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let Some(home) = open.home_of(document)? else {
        return Ok(false);
    };
    let guests = sharing::guests(open, &home);
    let outside: Vec<MemberId> = guests
        .into_iter()
        .filter(|guest| is_outside(open, guest))
        .collect();
    if outside.is_empty() || !sharing::may_share(open, &home) || !is_part2(open)? {
        return Ok(false);
    }
    let consents = of(open, document)?;
    let wanted = membership::wanted(&open.store.read())?;
    let (today, mut ended) = (now.local_date(), false);
    for guest in outside {
        let is_asked = wanted.contains(&Wish::EndCover(home, guest));
        let is_gone = relied_on(&consents, &guest).is_some_and(|one| match one.state(today) {
            ConsentState::Revoked(_) => true,
            _ if one.is_replaced() => covering(&consents, &ask(open, &guest), today).is_err(),
            state => state != ConsentState::Valid,
        });
        if !is_asked && is_gone {
            sharing::end(open, &document.to_string(), &guest.to_string(), now, rng)?;
            ended = true;
        }
    }
    Ok(ended)
}

/// On the device of a provider: their reading ends with the consent, also before anybody's device has
/// ended it, and with one in its place that leaves them out. A consent that ends on a day ends it by
/// itself, with the time until which they are let in.
///
/// # Errors
/// `NotTold` with the reason.
pub fn check_guest(open: &mut Open, document: &DocumentId) -> Result<(), EngineError> {
    let own = open.identity.member;
    if !is_outside(open, &own) {
        return Ok(());
    }
    let consents = of(open, document)?;
    let Some(consent) = relied_on(&consents, &own) else {
        return Ok(());
    };
    let refusal = match (&consent.revoked, &consent.ended) {
        (Some(end), _) => Refusal::Revoked(end.on),
        _ if consent.is_replaced() => {
            let day = day_at_least(open, &consents);
            match covering(&consents, &ask(open, &own), day) {
                Ok(_) => return Ok(()),
                Err(refusal) => refusal,
            }
        }
        (None, Some(end)) => Refusal::Ended(end.on),
        (None, None) => return Ok(()),
    };
    if is_part2(open)? {
        return Err(EngineError::NotTold(NotTold::Refused(refusal)));
    }
    Ok(())
}

/// Which day it is at the least: as the relay told the time, where a day ends last, and not before the
/// newest signature.
fn day_at_least(open: &Open, consents: &Consents) -> LocalDate {
    let told = i64::try_from(open.told_seconds()).unwrap_or(0);
    let told = local_date(Timestamp::from_millis(told.saturating_mul(1000)), -12 * 60);
    let standing = consents.consents.iter().filter(|one| !one.is_replaced());
    let signed = standing.filter_map(|one| one.form.signed_on);
    signed.fold(told, LocalDate::max)
}

/// A clinical provider is no part of the agency's own team.
pub(super) fn is_outside(open: &Open, member: &MemberId) -> bool {
    open.roster.role_of(member) == Some(Role::ClinicalProvider)
}

fn ask(open: &Open, guest: &MemberId) -> Ask {
    Ask {
        recipient: open.member_name(guest),
        side: Side::Provider,
        purpose: Purpose::Treatment,
        information: BTreeSet::from([Information::Record]),
    }
}

/// The consent because of which a guest was let in last. Whoever was let in on another ground, or before
/// there were consents, reads until their end.
fn relied_on<'a>(consents: &'a Consents, guest: &MemberId) -> Option<&'a Consent> {
    let member = guest.to_string();
    let mut reads = consents.disclosures.iter().rev();
    let last = reads.find(|one| one.way == Some(Way::Reads) && one.member == member)?;
    match last.ground {
        Ground::Consent(consent) => consents.consent(consent),
        _ => None,
    }
}
