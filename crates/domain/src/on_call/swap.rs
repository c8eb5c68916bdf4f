//! Two people swap their shifts (S4-16): both change hands at once, or neither does. One asks, the other
//! says yes or no; whoever plans may do it for both. What holds is worked out of the statements in the
//! one order that all devices agree on, so that two answers, or a swap and a cover, that were written at
//! once come out the same everywhere.

use super::fold::{
    ChangeKind, Head, ROTA, Rotas, SHIFT, SHIFT_BACK, ShiftChange, heads, read_change,
};
use super::{Discipline, Person, Shift, body, gaps};
use crate::id::RecordId;
use crate::statement::Statement;
use crate::time::{LocalDate, TimeOfDay, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Somebody asks for a swap; about the rota's first version.
pub const SWAP: &str = "rota_swap";
/// Somebody who plans swaps two shifts of others; about the rota's first version.
pub const SWAP_AT_ONCE: &str = "rota_swap_at_once";
/// Whoever was asked says yes; about the swap.
pub const SWAP_YES: &str = "rota_swap_yes";
/// They say no; about the swap.
pub const SWAP_NO: &str = "rota_swap_no";
/// Whoever asked does not want it any more; about the swap.
pub const SWAP_BACK: &str = "rota_swap_back";

/// A shift, and who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The day on which it begins.
    pub on: LocalDate,
    /// The wall clock at which it begins.
    pub at: TimeOfDay,
    /// When it begins, as it was planned when the swap was asked for.
    pub start: Timestamp,
    /// When it ends, as it was planned then.
    pub end: Timestamp,
    /// Who has it.
    pub person: Person,
}

/// A swap, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap {
    /// Its statement.
    pub id: RecordId,
    /// The rota's first version.
    pub rota: RecordId,
    /// The shift of whoever asks.
    pub first: Seat,
    /// The shift of whoever is asked.
    pub second: Seat,
    /// What became of it.
    pub state: SwapState,
}

/// What became of a swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SwapState {
    /// Nobody answered yet.
    Asked,
    /// Both shifts changed hands.
    Holds,
    /// Whoever was asked said no.
    Refused,
    /// Whoever asked took it back before there was an answer.
    Withdrawn,
    /// Somebody who plans took it back.
    TakenBack,
    /// It does not hold, whatever was answered.
    Lost(SwapLoss),
}

/// Why a swap does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SwapLoss {
    /// One of the shifts is not theirs any more, or not on the rota.
    Changed,
    /// One of the shifts is over.
    Over,
    /// One of them is on the other's shift already.
    Both,
    /// Without one of them too few of a profession would be on call.
    Lacks(Discipline),
}

impl Seat {
    /// Somebody's shift as it stands; `None` where they are not on it.
    pub fn of(shift: &Shift, who: &str) -> Option<Self> {
        Some(Self {
            on: shift.on,
            at: shift.at,
            start: shift.start,
            end: shift.end,
            person: shift.has(who)?.clone(),
        })
    }
}

impl Swap {
    /// The two changes that it is.
    fn halves(&self) -> [ShiftChange; 2] {
        let half = |seat: &Seat, by: &Seat| ShiftChange {
            id: self.id,
            rota: self.rota,
            on: seat.on,
            at: seat.at,
            who: seat.person.key(),
            kind: ChangeKind::Swapped(by.person.clone()),
        };
        [
            half(&self.first, &self.second),
            half(&self.second, &self.first),
        ]
    }

    /// The two shifts as they are, where both of them have theirs in the same plan.
    fn shifts<'a>(
        &self,
        heads: &'a [Head],
        changes: &[ShiftChange],
    ) -> Option<(&'a Head, Shift, Shift)> {
        let days = [self.first.on, self.second.on];
        let of = |one: &&ShiftChange| one.rota == self.rota && days.contains(&one.on);
        let changes: Vec<ShiftChange> = changes.iter().filter(of).cloned().collect();
        let find = |head: &Head, seat: &Seat| {
            head.shift_of((seat.on, seat.at), &seat.person.key(), &changes)
        };
        let mut of_rota = heads.iter().filter(|head| head.root == self.rota);
        of_rota.find_map(|head| Some((head, find(head, &self.first)?, find(head, &self.second)?)))
    }

    /// Why it cannot be, by what stands; nothing where it can.
    pub fn loss(
        &self,
        heads: &[Head],
        changes: &[ShiftChange],
        now: Timestamp,
    ) -> Option<SwapLoss> {
        let Some((head, first, second)) = self.shifts(heads, changes) else {
            return Some(SwapLoss::Changed);
        };
        let (one, other) = (&self.first.person, &self.second.person);
        if first.end <= now || second.end <= now {
            return Some(SwapLoss::Over);
        }
        let at_once = (first.on, first.at) == (second.on, second.at);
        if at_once || first.has(&other.key()).is_some() || second.has(&one.key()).is_some() {
            return Some(SwapLoss::Both);
        }
        if one.discipline == other.discipline {
            return None;
        }
        let after: Vec<ShiftChange> = changes.iter().cloned().chain(self.halves()).collect();
        let lacks = |shift: &Shift, of: Discipline| {
            let span = (shift.start, shift.end);
            gaps::lacks(head, &after, of, span) > gaps::lacks(head, changes, of, span)
        };
        let seats = [(&first, one.discipline), (&second, other.discipline)];
        let lacking = seats.into_iter().find(|(shift, of)| lacks(shift, *of));
        lacking.map(|(_, of)| SwapLoss::Lacks(of))
    }

    /// What is to be said of it now: what nobody answered may have come to nothing.
    pub fn state_at(&self, heads: &[Head], changes: &[ShiftChange], now: Timestamp) -> SwapState {
        match self.state {
            SwapState::Asked => self
                .loss(heads, changes, now)
                .map_or(SwapState::Asked, SwapState::Lost),
            settled => settled,
        }
    }
}

/// A swap as it was asked for or made; `None` for anything else.
pub fn read_swap(one: &Statement) -> Option<Swap> {
    let is_swap = one.code == SWAP || one.code == SWAP_AT_ONCE;
    let (first, second) = is_swap.then(|| body::swap(&one.body)).flatten()?;
    Some(Swap {
        id: one.id,
        rota: one.about?,
        first,
        second,
        state: SwapState::Asked,
    })
}

impl Rotas {
    /// A swap that was asked for.
    pub fn swap(&self, id: RecordId) -> Option<&Swap> {
        self.swaps.iter().find(|one| one.id == id)
    }
}

/// Changes that stand, and what became of swaps, out of statements in order.
pub(super) fn replay(said: &[Statement]) -> (Vec<ShiftChange>, Vec<Swap>) {
    let mut replay = Replay::default();
    for (place, one) in said.iter().enumerate() {
        let until = said.get(..=place).unwrap_or_default();
        replay.take(one, said.get(..place).unwrap_or_default(), until);
    }
    (replay.standing, replay.swaps)
}

#[derive(Default)]
struct Replay {
    standing: Vec<ShiftChange>,
    swaps: Vec<Swap>,
    back: BTreeSet<RecordId>,
}

impl Replay {
    fn take(&mut self, one: &Statement, before: &[Statement], until: &[Statement]) {
        match one.code.as_str() {
            ROTA if self.swaps.iter().any(|swap| swap.state == SwapState::Holds) => {
                self.settle(&heads(until));
            }
            SHIFT if !self.back.contains(&one.id) => self.standing.extend(read_change(one)),
            SHIFT_BACK => self.take_back(one, before),
            SWAP | SWAP_AT_ONCE => {
                let asked = read_swap(one);
                let is_new = asked.is_some() && !self.back.contains(&one.id);
                self.swaps.extend(asked.filter(|_| is_new));
                if is_new && one.code == SWAP_AT_ONCE {
                    self.agree(one.id, one.at, before);
                }
            }
            SWAP_YES => {
                if let Some(swap) = one.about {
                    self.agree(swap, one.at, before);
                }
            }
            SWAP_NO => self.answer(one.about, SwapState::Refused),
            SWAP_BACK => self.answer(one.about, SwapState::Withdrawn),
            _ => {}
        }
    }

    /// The first answer holds.
    fn answer(&mut self, about: Option<RecordId>, state: SwapState) {
        let asked = |one: &&mut Swap| Some(one.id) == about && one.state == SwapState::Asked;
        if let Some(swap) = self.swaps.iter_mut().find(asked) {
            swap.state = state;
        }
    }

    /// Both shifts change hands, if they can as all stands at this place.
    fn agree(&mut self, about: RecordId, at: Timestamp, before: &[Statement]) {
        let asked = |one: &&Swap| one.id == about && one.state == SwapState::Asked;
        let Some(swap) = self.swaps.iter().find(asked) else {
            return;
        };
        let heads = heads(before);
        let loss = swap.loss(&heads, &self.standing, at);
        let state = loss.map_or(SwapState::Holds, SwapState::Lost);
        let halves = swap.halves();
        if state == SwapState::Holds {
            self.standing.extend(halves);
        }
        self.answer(Some(about), state);
    }

    fn take_back(&mut self, one: &Statement, before: &[Statement]) {
        let Some(about) = one.about else {
            return;
        };
        self.back.insert(about);
        let count = self.standing.len();
        self.standing.retain(|change| change.id != about);
        if let Some(swap) = self.swaps.iter_mut().find(|swap| swap.id == about)
            && matches!(swap.state, SwapState::Asked | SwapState::Holds)
        {
            swap.state = SwapState::TakenBack;
        }
        if self.standing.len() < count {
            self.settle(&heads(before));
        }
    }

    /// Takes swaps out, both halves of each, of which one half stands on nothing any more. Each may be
    /// what another stands on.
    fn settle(&mut self, heads: &[Head]) {
        while let Some(id) = self
            .swaps
            .iter()
            .find_map(|swap| self.unfounded(swap, heads))
        {
            self.standing.retain(|change| change.id != id);
            if let Some(swap) = self.swaps.iter_mut().find(|swap| swap.id == id) {
                swap.state = SwapState::Lost(SwapLoss::Changed);
            }
        }
    }

    fn unfounded(&self, swap: &Swap, heads: &[Head]) -> Option<RecordId> {
        let begins = self.standing.iter().position(|change| change.id == swap.id);
        let until = begins.filter(|_| swap.state == SwapState::Holds)?;
        let before = self.standing.get(..until).unwrap_or_default();
        let stands = swap.shifts(heads, before).is_some();
        (!stands).then_some(swap.id)
    }
}
