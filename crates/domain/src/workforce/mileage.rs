//! Miles that are paid back: by the day of the trip, at a dated rate that the claim keeps (S3-18, G-4).

use super::ledger::{Entry, Told, matters, own};
use super::pack::WorkforcePack;
use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::quantity::Miles;
use crate::record::TEXT_LIMIT;
use crate::statement::Statement;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The code of an agency's own rate, in its document; the body is a [`Told`] of [`OwnRate`].
pub const OWN_RATE: &str = "mileage-rate";
/// The code of a claim, in the document of the coach's caseload; the body is a [`Told`] of [`Claim`].
pub const CLAIM: &str = "mileage-claim";

/// Most trips of one claim.
pub const MOST_TRIPS: usize = 100;
/// Highest rate: ten dollars a mile, in tenths of a cent.
pub const MOST_RATE: u32 = 10_000;

coded! {
    /// To whom a mile is paid; the rates differ.
    #[serde(rename_all = "snake_case")]
    Payee {
        /// Somebody who is paid for their work.
        Staff = "staff",
        /// A volunteer (S3-6).
        Volunteer = "volunteer",
    }
}

/// What an agency pays in place of the dated rates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRate {
    /// To whom.
    pub payee: Payee,
    /// The first day of trips for which it holds.
    pub from: LocalDate,
    /// Tenths of a cent for a mile; `None`: the dated rates again from that day on.
    pub tenths: Option<u32>,
    /// Who decided it.
    pub source: String,
}

impl OwnRate {
    /// Whether it can be written down.
    pub fn is_whole(&self) -> bool {
        self.tenths.is_none_or(|tenths| tenths <= MOST_RATE)
            && !self.source.trim().is_empty()
            && self.source.len() <= TEXT_LIMIT
    }
}

/// The rate of one trip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateUsed {
    /// Tenths of a cent for a mile.
    pub tenths: u32,
    /// Where it comes from.
    pub source: String,
}

impl RateUsed {
    /// What so many tenths of a mile come to in cents, halves rounded up.
    pub fn cents(&self, miles_tenths: u32) -> u64 {
        let hundredths = u64::from(miles_tenths) * u64::from(self.tenths);
        (hundredths + 50) / 100
    }
}

/// One trip of a claim, with the rate that was used for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trip {
    /// The contact with which it was logged.
    pub contact: RecordId,
    /// The day of the trip.
    pub on: LocalDate,
    /// Tenths of a mile.
    pub miles_tenths: u32,
    /// The rate.
    pub rate: RateUsed,
}

impl Trip {
    /// What it comes to in cents, halves rounded up.
    pub fn cents(&self) -> u64 {
        self.rate.cents(self.miles_tenths)
    }
}

/// Miles that somebody asks to be paid back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Who drove.
    pub member: MemberId,
    /// As what.
    pub payee: Payee,
    /// The trips.
    pub trips: Vec<Trip>,
}

impl Claim {
    /// What it comes to in cents.
    pub fn cents(&self) -> u64 {
        self.trips.iter().map(Trip::cents).sum()
    }

    /// Tenths of a mile in all.
    pub fn miles_tenths(&self) -> u64 {
        self.trips
            .iter()
            .map(|trip| u64::from(trip.miles_tenths))
            .sum()
    }

    /// Whether it counts: no trip, one twice, one that is longer than any or a rate that nobody pays make
    /// it none.
    pub fn is_whole(&self) -> bool {
        let contacts: BTreeSet<_> = self.trips.iter().map(|trip| trip.contact).collect();
        let is_possible =
            |trip: &Trip| trip.miles_tenths <= Miles::MOST_TENTHS && trip.rate.tenths <= MOST_RATE;
        (1..=MOST_TRIPS).contains(&self.trips.len())
            && contacts.len() == self.trips.len()
            && self.trips.iter().all(is_possible)
    }
}

/// An agency's own rates, by their entry.
pub fn own_rates(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<RecordId, Entry<OwnRate>> {
    matters(statements, OWN_RATE, own, |statement, _| may(statement))
}

/// The rate for a trip on a day: the agency's own, or the dated one. `None` before the first known rate:
/// a claim is then not worked out, never guessed.
pub fn rate_on(
    pack: &WorkforcePack,
    own: &BTreeMap<RecordId, Entry<OwnRate>>,
    payee: Payee,
    trip: LocalDate,
) -> Option<RateUsed> {
    let begun = own
        .iter()
        .filter_map(|(id, entry)| Some((*id, entry.said()?)));
    let last = begun
        .filter(|(_, rate)| rate.payee == payee && rate.from <= trip)
        .max_by_key(|(id, rate)| (rate.from, *id));
    if let Some((_, rate)) = last
        && let Some(tenths) = rate.tenths
    {
        return Some(RateUsed {
            tenths,
            source: rate.source.clone(),
        });
    }
    let dated = pack.rates.iter();
    let dated = dated.filter(|rate| rate.payee == payee && rate.from <= trip);
    dated.max_by_key(|rate| rate.from).map(|rate| RateUsed {
        tenths: rate.tenths,
        source: rate.source.clone(),
    })
}

/// Claims by their entry. One that is not whole, as only a changed app writes it, is none.
pub fn claims(
    statements: &[Statement],
    may: impl Fn(&Statement, Option<&Claim>) -> bool,
) -> BTreeMap<RecordId, Entry<Claim>> {
    matters(statements, CLAIM, own, |statement, told: &Told<Claim>| {
        let said = told.said.as_ref();
        said.is_none_or(Claim::is_whole) && may(statement, said)
    })
}

/// The claim that each contact's miles belong to: of those that name them and were not declined the one
/// of the lowest rank, and of those the first. Whoever ranks what was paid before what was approved, and
/// that before the rest, pays no miles twice that two devices claimed with no signal, nor those of a
/// claim that is approved after it was declined.
pub fn claimed(
    claims: &BTreeMap<RecordId, Entry<Claim>>,
    declined: &BTreeSet<RecordId>,
    rank: impl Fn(&RecordId) -> u8,
) -> BTreeMap<RecordId, RecordId> {
    let all = claims.iter().filter(|(id, _)| !declined.contains(id));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(id, _)| (rank(id), **id));
    let mut found = BTreeMap::new();
    for (id, entry) in all {
        for trip in entry.said().into_iter().flat_map(|claim| &claim.trips) {
            found.entry(trip.contact).or_insert(*id);
        }
    }
    found
}

/// The same claim with only those trips that belong to it.
pub fn own_trips(id: RecordId, claim: &Claim, claimed: &BTreeMap<RecordId, RecordId>) -> Claim {
    let belongs = |trip: &&Trip| claimed.get(&trip.contact) == Some(&id);
    Claim {
        trips: claim.trips.iter().filter(belongs).cloned().collect(),
        ..claim.clone()
    }
}

#[cfg(test)]
mod tests;
