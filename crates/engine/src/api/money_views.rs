use handrail_domain::LocalDate;
use handrail_domain::workforce::mileage::{Claim, OwnRate, Payee, RateUsed};
use handrail_domain::workforce::money::{MoneyState, MoneyStep, Stipend};
use serde::{Deserialize, Serialize};

use super::{AsideView, OfferView};

/// Something about money that somebody is paid back or helped with; replies `Done`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum MoneyCommand {
    /// Asks for one's own miles to be paid, at the rates of the trips' days.
    Claim {
        /// As what.
        payee: Payee,
        /// ULIDs of the contacts with which they were logged.
        contacts: Vec<String>,
    },
    /// Asks for help with the cost of a training, or asks for something else.
    Stipend {
        /// ULID of what is changed; `None` for a new one.
        entry: Option<String>,
        /// What is asked for, in words.
        what: String,
        /// Cents.
        cents: u32,
        /// ULID of the training on offer that it is for.
        offer: Option<String>,
    },
    /// Takes back what one asked for.
    TakeBack {
        /// ULID.
        entry: String,
        /// Why; needed.
        reason: String,
    },
    /// Decides about what a coach asked for.
    Decide {
        /// Member who asked, hex.
        member: String,
        /// ULID.
        entry: String,
        /// What.
        step: MoneyStep,
        /// Who pays; may be empty.
        funder: String,
        /// Why; needed to decline.
        reason: String,
    },
    /// What the agency pays for a mile in place of the dated rates.
    OwnRate(OwnRate),
}

/// What one person asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimsView {
    /// Member in hex.
    pub member: String,
    /// As shown.
    pub name: String,
    /// Whoever asks.
    pub own: bool,
    /// Whoever asks decides about it.
    pub may_decide: bool,
    /// As what they are paid for miles, by their role.
    pub payee: Payee,
    /// Today.
    pub today: LocalDate,
    /// Trips that nobody claimed yet, the newest first; only one's own.
    pub trips: Vec<TripView>,
    /// Claims, the newest first.
    pub claims: Vec<ClaimView>,
    /// Stipends, the newest first.
    pub stipends: Vec<StipendView>,
    /// Trainings on offer.
    pub offers: Vec<OfferView>,
    /// Funders that were named before.
    pub funders: Vec<String>,
    /// What was said by whom it was not to say; it is not counted. Only for who decides.
    pub aside: Vec<AsideView>,
}

/// A logged trip that can be claimed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TripView {
    /// ULID of the contact.
    pub contact: String,
    /// The day of the trip.
    pub on: LocalDate,
    /// Tenths of a mile.
    pub miles_tenths: u32,
    /// The rate for staff on that day; `None` where none is known: it cannot be claimed.
    pub staff: Option<RateUsed>,
    /// The rate for volunteers.
    pub volunteer: Option<RateUsed>,
}

/// A claim as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimView {
    /// ULID.
    pub id: String,
    /// What is asked for, without trips that an earlier claim has already.
    pub claim: Claim,
    /// Trips that an earlier claim has already.
    pub doubled: u32,
    /// Trips that are not in the records as they were claimed; only for whoever decides and reads every
    /// record, as long as it is not settled.
    pub unmatched: u32,
    /// What it comes to, cents.
    pub cents: u64,
    /// Unix ms it was asked for.
    pub at: i64,
    /// How it stands.
    pub decided: DecidedView,
}

/// A stipend as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StipendView {
    /// ULID.
    pub id: String,
    /// What is asked for.
    pub stipend: Stipend,
    /// Unix ms it was asked for.
    pub at: i64,
    /// How it stands.
    pub decided: DecidedView,
}

/// How something that was asked for stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecidedView {
    /// How.
    pub state: MoneyState,
    /// Who decided last; empty where nobody did.
    pub by: String,
    /// Who pays; may be empty.
    pub funder: String,
    /// Why; may be empty.
    pub reason: String,
}

/// What all coaches asked for whose caseloads this device reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PayrollView {
    /// What waits for a decision or for being paid: member in hex, name, how many, cents.
    pub waiting: Vec<(String, String, u32, u64)>,
    /// The agency's own rates: payee, first day, tenths of a cent (`None`: the dated ones again), who decided.
    pub own_rates: Vec<OwnRate>,
    /// The rates that hold today for staff and for volunteers.
    pub today: Vec<(Payee, RateUsed)>,
    /// Trips of approved and paid claims, a row for each, as a table for the payroll (CSV).
    pub csv: String,
    /// Rows of the table, without its head.
    pub rows: u32,
}
