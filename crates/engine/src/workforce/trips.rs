//! The trips that miles are paid for, as the records have them (S3-18).

use std::collections::BTreeMap;

use handrail_domain::workforce::mileage::{Claim, Payee, Trip, rate_on};
use handrail_domain::{LocalDate, MemberId, RecordId};

use super::gate::pack;
use super::read::Heard;
use crate::api::{EngineError, TripView};
use crate::convert::protocol_member;
use crate::open::Open;

/// Days back within which trips are offered to be claimed.
const CLAIM_DAYS: i64 = 400;

/// Own trips that no claim has.
pub fn trips(
    open: &Open,
    agency: &Heard,
    claimed: &BTreeMap<RecordId, RecordId>,
    today: LocalDate,
) -> Result<Vec<TripView>, EngineError> {
    let pack = pack()?;
    let rates = agency.own_rates();
    let from = today.plus_days(-CLAIM_DAYS).to_string();
    let rows = open.store.read().driven_by(&open.identity.member, &from)?;
    let view = |(id, day, miles): (String, String, u32)| {
        let contact: RecordId = id.parse().ok()?;
        let on = LocalDate::parse(&day).ok().filter(|on| *on <= today)?;
        if claimed.contains_key(&contact) {
            return None;
        }
        Some(TripView {
            contact: id,
            on,
            miles_tenths: miles,
            staff: rate_on(&pack, &rates, Payee::Staff, on),
            volunteer: rate_on(&pack, &rates, Payee::Volunteer, on),
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// As what somebody is paid for miles, by their role.
pub fn payee_of(open: &Open, member: MemberId) -> Payee {
    match open.roster.role_of(&protocol_member(member)) {
        Some(handrail_protocol::Role::VolunteerCoach) => Payee::Volunteer,
        _ => Payee::Staff,
    }
}

/// How many trips of a claim are not in the records as they were claimed: the contact was changed or taken
/// back since, is another's, or is not there.
///
/// # Errors
/// `Storage` where rows cannot be read.
pub fn unmatched(open: &Open, claim: &Claim) -> Result<u32, EngineError> {
    let read = open.store.read();
    let mut count = 0;
    for Trip {
        contact,
        on,
        miles_tenths,
        ..
    } in &claim.trips
    {
        let row = read.encounter(&contact.to_string())?;
        let is_there = row.is_some_and(|row| {
            row.voided_at.is_none()
                && row.author_member == protocol_member(claim.member)
                && row.miles == *miles_tenths
                && row.local_date == on.to_string()
        });
        count += u32::from(!is_there);
    }
    Ok(count)
}
