//! The measures that the app counts by itself, and the cases of each.
//!
//! What a measure counts stands beside its name in both languages, with the version of its rule
//! ([`Builtin::version`]); a changed rule is another version. Only what somebody wrote down counts.

mod answers;
mod living;
mod staff;
mod treatment;

use super::facts::{Facts, Makes};
use super::tally::{Case, Subject};
use super::{Grain, Level, Period, Question, Unit};
use crate::coded::coded;
use crate::half_year::Aspect;
use crate::id::ParticipantId;
use crate::time::LocalDate;

/// Days after a release in which a return to custody counts (S0-28).
pub const WINDOW_DAYS: u32 = 365;

/// Days within which a coach counts as active (S3-7).
const ACTIVE_DAYS: i64 = 90;

coded! {
    /// A measure that the app counts by itself.
    Builtin {
        /// People who completed a training that makes a coach, for the first time (S3-1, S3-3).
        CoachesTrained = "coaches_trained",
        /// People certified as peer specialists, for the first time (S1-5).
        PeersCertified = "peers_certified",
        /// Of coaches trained until then, those with a contact in the last 90 days (S3-7, S3-17).
        Retention = "retention",
        /// Of people who came in, those who went to a first appointment (S0-8).
        Connected = "connected",
        /// Of confirmed intakes whose day came, those to which the person went.
        FirstAppointment = "first_appointment",
        /// In treatment 30 days after the first appointment.
        Active30 = "active_30",
        /// After 60 days.
        Active60 = "active_60",
        /// After 90 days.
        Active90 = "active_90",
        /// Days from a return to use until connected again (S4-25).
        Reconnection = "reconnection",
        /// Of people released, those with a return to custody within the window (S0-28).
        Returns = "returns",
        /// Of people who came in six months before, those with a stable place to live (S0-27).
        Housed6 = "housed_6",
        /// Of the same people, those with work, school or training (S0-27).
        Working6 = "working_6",
        /// Days on which daily contact was owed, and kept (S0-6).
        ContactsKept = "contacts_kept",
        /// Days from discharge to the first contact.
        DischargeToContact = "discharge_to_contact",
        /// Overdoses after which somebody tried to reach the person within 72 hours (S3-11).
        OverdoseAttempt = "overdose_attempt",
        /// Calls for a coach (S3-23).
        Calls = "calls",
        /// Shifts of coaches' rotas on which somebody was on call (S3-23).
        Shifts = "shifts",
        /// Calls to which nobody came, by intercept (S1-13, S1-20 to S1-22).
        Unmet = "unmet",
        /// Coaches at work: those with a contact in the period (S3-23).
        AtWork = "at_work",
        /// Minutes from the call until a coach takes it.
        CallToAccept = "call_to_accept",
        /// Minutes from the call to the bedside.
        CallToBedside = "call_to_bedside",
        /// Of offers made, those that were accepted.
        OffersAccepted = "offers_accepted",
        /// Of whoever was on call and was sought, those who answered (S4-16).
        SoughtAnswered = "sought_answered",
        /// Of the periods in which supervision was due, those in which it was held (S4-15).
        SupervisionHeld = "supervision_held",
        /// Sites that are served, of all that there are (S1-6).
        SitesServed = "sites_served",
    }
}

impl Builtin {
    /// The version of the rule by which it is counted.
    pub const fn version(self) -> u32 {
        1
    }

    /// The question that it answers.
    pub const fn question(self) -> Question {
        match self {
            Self::CoachesTrained
            | Self::PeersCertified
            | Self::Calls
            | Self::SitesServed
            | Self::AtWork
            | Self::Shifts => Question::HowMuch,
            Self::Connected
            | Self::Active30
            | Self::Active60
            | Self::Active90
            | Self::Reconnection
            | Self::Returns
            | Self::Housed6
            | Self::Working6 => Question::BetterOff,
            _ => Question::HowWell,
        }
    }

    /// What it says something about.
    pub const fn level(self) -> Level {
        Level::Performance
    }

    /// What its value is.
    pub const fn unit(self) -> Unit {
        match self {
            Self::CoachesTrained | Self::PeersCertified | Self::Calls | Self::AtWork => {
                Unit::Number
            }
            Self::CallToAccept | Self::CallToBedside => Unit::Minutes,
            Self::DischargeToContact | Self::Reconnection => Unit::Days,
            _ => Unit::Share,
        }
    }

    /// The periods of its curve.
    pub const fn grain(self) -> Grain {
        match self {
            Self::CoachesTrained
            | Self::PeersCertified
            | Self::Retention
            | Self::SitesServed
            | Self::Returns => Grain::Year,
            Self::Calls | Self::AtWork | Self::Shifts => Grain::Week,
            Self::Housed6 | Self::Working6 => Grain::Quarter,
            _ => Grain::Month,
        }
    }

    /// How many periods its curve has.
    pub const fn periods(self) -> usize {
        match self.grain() {
            Grain::Year => 6,
            Grain::Quarter => 8,
            Grain::Month | Grain::Week => 12,
        }
    }

    /// Whether a higher value is the better one; `None` where neither is.
    pub const fn higher_is_better(self) -> Option<bool> {
        match self {
            Self::Calls => None,
            Self::Reconnection
            | Self::Returns
            | Self::DischargeToContact
            | Self::Unmet
            | Self::CallToAccept
            | Self::CallToBedside => Some(false),
            _ => Some(true),
        }
    }

    /// The measures that are shown beside it: calls are read with who was there to take them.
    pub const fn companions(self) -> &'static [Self] {
        match self {
            Self::Calls => &[Self::AtWork, Self::Shifts],
            Self::AtWork | Self::Shifts => &[Self::Calls],
            _ => &[],
        }
    }

    /// Whether it is counted out of what everybody in the agency reads, nobody's record.
    pub const fn needs_no_record(self) -> bool {
        matches!(
            self,
            Self::CoachesTrained | Self::PeersCertified | Self::SitesServed
        )
    }
}

/// The cases of a measure over a period, in the order of their days; `None` where this device has
/// not got the facts. What is counted at the end of a period has that day, and none that lies ahead.
pub fn cases(
    measure: Builtin,
    facts: &Facts,
    period: Period,
    today: LocalDate,
) -> Option<Vec<Case>> {
    use Builtin as B;
    let mut found = match measure {
        B::CoachesTrained => staff::trained(facts, Makes::Coach)?,
        B::PeersCertified => staff::trained(facts, Makes::PeerSpecialist)?,
        B::Retention => staff::retention(facts, period, today)?,
        B::Connected => treatment::connected(facts.people.as_deref()?, period, today),
        B::FirstAppointment => treatment::attended(facts.people.as_deref()?, today),
        B::Active30 => treatment::active(facts.people.as_deref()?, 30, today),
        B::Active60 => treatment::active(facts.people.as_deref()?, 60, today),
        B::Active90 => treatment::active(facts.people.as_deref()?, 90, today),
        B::Reconnection => treatment::reconnection(facts.people.as_deref()?, today),
        B::Returns => treatment::returns(facts.people.as_deref()?, today),
        B::Housed6 => living::after_six_months(facts.people.as_deref()?, Aspect::Home, today),
        B::Working6 => living::after_six_months(facts.people.as_deref()?, Aspect::Work, today),
        B::ContactsKept => answers::kept(facts.people.as_deref()?, period, today),
        B::DischargeToContact => answers::first_contact(facts.people.as_deref()?, today),
        B::OverdoseAttempt => answers::attempts(facts.people.as_deref()?, today),
        B::Calls => answers::calls(facts.call_outs.as_deref()?),
        B::Shifts => staff::shifts(facts)?,
        B::SoughtAnswered => staff::sought(facts)?,
        B::SupervisionHeld => staff::supervision(facts)?,
        B::Unmet => answers::unmet(facts.call_outs.as_deref()?),
        B::AtWork => answers::at_work(facts.work.as_deref()?, period),
        B::CallToAccept => answers::minutes(facts.call_outs.as_deref()?, false),
        B::CallToBedside => answers::minutes(facts.call_outs.as_deref()?, true),
        B::OffersAccepted => answers::offers(facts.call_outs.as_deref()?),
        B::SitesServed => staff::sites(facts, period, today),
    };
    found.retain(|case| period.contains(case.on) && case.on <= today);
    found.sort_by(|one, other| (one.on, &one.subject).cmp(&(other.on, &other.subject)));
    Some(found)
}

/// The first day of which something is known; before it there is no value, not nought.
pub fn counted_since(measure: Builtin, facts: &Facts) -> Option<LocalDate> {
    use Builtin as B;
    match measure {
        B::CoachesTrained | B::PeersCertified | B::Retention => {
            let days = facts.trainings.iter().flatten();
            let makes = made_by(measure);
            days.filter(|one| one.makes == makes)
                .map(|one| one.on)
                .min()
        }
        B::Calls | B::Unmet | B::CallToAccept | B::CallToBedside | B::OffersAccepted => {
            facts.call_outs.iter().flatten().map(|one| one.on).min()
        }
        B::AtWork => facts.work.iter().flatten().map(|day| day.on).min(),
        B::Shifts => facts.shifts.iter().flatten().map(|one| one.on).min(),
        B::SoughtAnswered => facts.sought.iter().flatten().map(|one| one.on).min(),
        B::SupervisionHeld => {
            let periods = facts.supervision.iter().flatten();
            periods.map(|one| one.on).min()
        }
        B::SitesServed => facts.sites.iter().filter_map(|site| site.from).min(),
        _ => {
            let people = facts.people.iter().flatten();
            people
                .flat_map(|person| {
                    let contacts = person.contacts.iter().map(|contact| contact.on);
                    let events = person.events.iter().map(|(_, on)| *on);
                    contacts
                        .chain(events)
                        .chain(person.duty.discharges.iter().copied())
                })
                .min()
        }
    }
}

fn of_person(id: ParticipantId) -> Subject {
    Subject::Participant(id)
}

const fn made_by(measure: Builtin) -> Makes {
    match measure {
        Builtin::PeersCertified => Makes::PeerSpecialist,
        _ => Makes::Coach,
    }
}
