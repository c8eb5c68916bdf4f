//! Who is on call: coaches, mixed teams and supervisors, by rotas that the agency's document holds
//! (S1-3, S4-16). Names and telephones of staff, and nothing about participants. Whoever stands on a
//! rota reads no record by that.
//!
//! A shift begins and ends by the wall clock of its place, so that one that lasts over a change of the
//! clock joins the next without a gap.

mod body;
mod fold;
mod gaps;
mod shifts;
mod swap;

pub use body::{answer_body, change_body, offer_body, rota_body, sought_body, swap_body};
pub use fold::{
    ANSWERED, ChangeKind, Head, ROTA, Rotas, SHIFT, SHIFT_BACK, SOUGHT, ShiftChange, Sought,
    read_change, sought,
};
pub use gaps::{Gap, gaps};
pub use shifts::{OnCall, Shift, on_call, shifts};
pub use swap::{
    OFFER, SWAP, SWAP_AT_ONCE, SWAP_BACK, SWAP_NO, SWAP_YES, Seat, Second, Swap, SwapLoss,
    SwapState, read_swap,
};

use crate::coded::coded;
use crate::group::Zone;
use crate::id::MemberId;
use crate::time::{LocalDate, TimeOfDay};
use serde::{Deserialize, Serialize};

/// Longest shift, in minutes: a week.
pub const LONGEST_SHIFT: u16 = 7 * 1440;
/// Most people of one rota.
pub const MOST_PEOPLE: usize = 40;
/// Most rows of one rota.
pub const MOST_TURNS: usize = 21;
/// Days ahead in which gaps are looked for.
pub const GAPS_AHEAD_DAYS: i64 = 14;

coded! {
    /// For whom a rota is.
    RotaKind {
        /// Supervisors whom coaches can always reach (S4-16).
        Supervisors = "supervisors",
        /// Coaches who are called out.
        Coaches = "coaches",
        /// A team of several professions (S1-3).
        Team = "team",
    }
}

coded! {
    /// The profession of somebody on a rota.
    Discipline {
        /// A supervisor.
        Supervisor = "supervisor",
        /// A recovery coach or peer specialist.
        Peer = "peer",
        /// A police officer.
        Officer = "officer",
        /// A community paramedic.
        Paramedic = "paramedic",
        /// A clinician.
        Clinician = "clinician",
        /// Somebody else.
        Other = "other",
    }
}

coded! {
    /// When the turn goes to the next.
    Rotate {
        /// With each week, from Monday on.
        Weekly = "weekly",
        /// With each shift.
        EachShift = "each_shift",
    }
}

/// Somebody on a rota.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Person {
    /// The member; `None` for somebody who has no device of the agency, such as an officer.
    pub member: Option<MemberId>,
    /// Their name.
    pub name: String,
    /// Their telephone, as dialled.
    pub phone: String,
    /// Their profession.
    pub discipline: Discipline,
}

impl Person {
    /// Who it is, whatever their telephone is now: the member, or the name.
    pub fn key(&self) -> String {
        match self.member {
            Some(member) => member.to_string(),
            None => self.name.trim().to_lowercase(),
        }
    }
}

/// Hours that come again each week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// One bit for each day of the week on which they begin, Monday the lowest.
    pub days: u8,
    /// When they begin.
    pub at: TimeOfDay,
    /// How long they take by the wall clock.
    pub minutes: u16,
}

/// One row of a rota: hours, and who takes turns in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// When.
    pub hours: Hours,
    /// When the turn goes to the next.
    pub rotate: Rotate,
    /// Who has the first turn, the second and so on: places among the rota's people. Several in one
    /// turn are on call together.
    pub groups: Vec<Vec<u8>>,
}

/// A rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rota {
    /// What it is called.
    pub name: String,
    /// For whom.
    pub kind: RotaKind,
    /// By whose clock.
    pub zone: Zone,
    /// The first day.
    pub from: LocalDate,
    /// The last day; `None`: it goes on.
    pub until: Option<LocalDate>,
    /// Who is on it.
    pub people: Vec<Person>,
    /// Its rows.
    pub turns: Vec<Turn>,
    /// When somebody is meant to be on call; none: around the clock.
    pub meant: Vec<Hours>,
    /// Who is needed, and how many of them; none: anybody.
    pub needs: Vec<(Discipline, u8)>,
    /// Who is asked next when nobody answers, in order: places among the people.
    pub fallback: Vec<u8>,
}

coded! {
    /// Why a rota cannot be used.
    RotaFault {
        /// It has no name.
        Name = "name",
        /// Nobody is on it.
        People = "people",
        /// Somebody has no name, or no telephone.
        Person = "person",
        /// It has no row, or too many.
        Turns = "turns",
        /// A row has no day, no length or too much of it.
        Hours = "hours",
        /// A row names nobody, or somebody who is not on it.
        Group = "group",
        /// It ends before it begins.
        Until = "until",
    }
}

impl Rota {
    /// What is to be mended, the first of it; nothing where it can be used.
    pub fn fault(&self) -> Option<RotaFault> {
        let is_blank = |text: &str| text.trim().is_empty();
        let is_there = |place: &u8| usize::from(*place) < self.people.len();
        let is_of_nobody = |turn: &Turn| {
            let all = turn.groups.iter();
            turn.groups.is_empty() || all.clone().any(|group| !group.iter().all(is_there))
        };
        if is_blank(&self.name) {
            Some(RotaFault::Name)
        } else if self.people.is_empty() || self.people.len() > MOST_PEOPLE {
            Some(RotaFault::People)
        } else if self
            .people
            .iter()
            .any(|one| is_blank(&one.name) || is_blank(&one.phone))
        {
            Some(RotaFault::Person)
        } else if self.turns.is_empty() || self.turns.len() > MOST_TURNS {
            Some(RotaFault::Turns)
        } else if !self
            .turns
            .iter()
            .map(|turn| turn.hours)
            .chain(self.meant.iter().copied())
            .all(Hours::is_whole)
        {
            Some(RotaFault::Hours)
        } else if self.turns.iter().any(is_of_nobody) || !self.fallback.iter().all(is_there) {
            Some(RotaFault::Group)
        } else if self.until.is_some_and(|until| until < self.from) {
            Some(RotaFault::Until)
        } else {
            None
        }
    }

    /// Who is asked next when nobody answers, in order.
    pub fn fallback(&self) -> impl Iterator<Item = &Person> {
        let places = self.fallback.iter();
        places.filter_map(|place| self.people.get(usize::from(*place)))
    }
}

impl Hours {
    /// Whether they can be written down.
    pub fn is_whole(self) -> bool {
        self.days > 0 && self.days >> 7 == 0 && (1..=LONGEST_SHIFT).contains(&self.minutes)
    }
}

#[cfg(test)]
mod tests;
