//! Two people swap their shifts (S4-16): both change hands at once, or neither does. One asks, the other
//! says yes or no; whoever plans may do it for both. Or somebody asks a colleague to take a shift for none
//! of theirs: it is theirs with the yes, and stays with whoever asked until then. What holds is worked out
//! of the statements in the one order that all devices agree on, so that two answers, or a swap and a
//! cover, that were written at once come out the same everywhere.

use super::fold::{
    ChangeKind, Head, ROTA, Rotas, SHIFT, SHIFT_BACK, ShiftChange, heads, read_change,
};
use super::{Discipline, Person, Shift, body, gaps};
use crate::id::RecordId;
use crate::statement::Statement;
use crate::time::{LocalDate, TimeOfDay, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Somebody asks for a swap; about the first version of their shift's rota.
pub const SWAP: &str = "rota_swap";
/// Somebody who plans swaps two shifts of others; about the rota's first version.
pub const SWAP_AT_ONCE: &str = "rota_swap_at_once";
/// Somebody asks a colleague to take a shift of theirs; about the rota's first version. The answers are
/// those of a swap.
pub const OFFER: &str = "rota_offer";
/// Whoever was asked says yes; about the swap.
pub const SWAP_YES: &str = "rota_swap_yes";
/// They say no; about the swap.
pub const SWAP_NO: &str = "rota_swap_no";
/// Whoever asked does not want it any more; about the swap.
pub const SWAP_BACK: &str = "rota_swap_back";

/// A shift, and who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The rota's first version.
    pub rota: RecordId,
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

/// Who is asked, and for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Second {
    /// Whoever has this shift: both change hands.
    Swaps(Seat),
    /// Somebody of the rota, to take the first shift for none of theirs.
    Takes(Person),
}

/// A swap, or the question whether somebody takes a shift, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap {
    /// Its statement.
    pub id: RecordId,
    /// The shift of whoever asks.
    pub first: Seat,
    /// Who is asked.
    pub second: Second,
    /// What became of it.
    pub state: SwapState,
}

/// What became of a swap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SwapState {
    /// Nobody answered yet.
    Asked,
    /// Both shifts changed hands, or the one that was given.
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
    /// One of them does not stand on the rota of the shift that they would get.
    Apart,
    /// Without one of them too few of a profession would be on call.
    Lacks(Discipline),
}

impl Seat {
    /// Somebody's shift on a rota as it stands; `None` where they are not on it.
    pub fn of(rota: RecordId, shift: &Shift, who: &str) -> Option<Self> {
        Some(Self {
            rota,
            on: shift.on,
            at: shift.at,
            start: shift.start,
            end: shift.end,
            person: shift.has(who)?.clone(),
        })
    }

    fn is_of(&self, other: &Self) -> bool {
        (self.rota, self.on, self.at) == (other.rota, other.on, other.at)
    }
}

impl Second {
    /// Who is asked.
    pub const fn person(&self) -> &Person {
        match self {
            Self::Swaps(seat) => &seat.person,
            Self::Takes(person) => person,
        }
    }

    /// The shift that they would give for it.
    pub const fn seat(&self) -> Option<&Seat> {
        match self {
            Self::Swaps(seat) => Some(seat),
            Self::Takes(_) => None,
        }
    }
}

impl Head {
    /// Somebody of the rota who has not left.
    fn lists(&self, who: &str) -> Option<&Person> {
        let mut people = self.rota.people.iter();
        people.find(|one| one.key() == who && !self.left.iter().any(|gone| gone == who))
    }
}

/// A shift as it stands, with its rota.
type Found<'a> = (&'a Head, Shift);

impl Swap {
    /// The changes that it is: two, or one.
    fn halves(&self) -> Vec<ShiftChange> {
        let half = |seat: &Seat, kind| ShiftChange {
            id: self.id,
            rota: seat.rota,
            on: seat.on,
            at: seat.at,
            who: seat.person.key(),
            kind,
        };
        match &self.second {
            Second::Swaps(seat) => vec![
                half(&self.first, ChangeKind::Swapped(seat.person.clone())),
                half(seat, ChangeKind::Swapped(self.first.person.clone())),
            ],
            Second::Takes(by) => vec![half(&self.first, ChangeKind::Given(by.clone()))],
        }
    }

    /// The shifts as they are, where both of them have theirs; of one rota in the same plan.
    fn found<'a>(
        &self,
        heads: &'a [Head],
        changes: &[ShiftChange],
    ) -> Option<(Found<'a>, Option<Found<'a>>)> {
        let seat = self.second.seat();
        let touches = |seat: &Seat, one: &ShiftChange| (one.rota, one.on) == (seat.rota, seat.on);
        let is_either = |one: &&ShiftChange| {
            touches(&self.first, one) || seat.is_some_and(|seat| touches(seat, one))
        };
        let changes: Vec<ShiftChange> = changes.iter().filter(is_either).cloned().collect();
        let find = |head: &'a Head, seat: &Seat| -> Option<Found<'a>> {
            let who = seat.person.key();
            Some((head, head.shift_of((seat.on, seat.at), &who, &changes)?))
        };
        let of = |rota: RecordId| heads.iter().filter(move |head| head.root == rota);
        of(self.first.rota).find_map(|head| {
            let first = find(head, &self.first)?;
            let second = match seat {
                None => None,
                Some(seat) if seat.rota == self.first.rota => Some(find(head, seat)?),
                Some(seat) => Some(of(seat.rota).find_map(|head| find(head, seat))?),
            };
            Some((first, second))
        })
    }

    /// The same with hours and people as they stand, whatever whoever asked wrote of them.
    fn by_the_plan(mut self, heads: &[Head], changes: &[ShiftChange]) -> Self {
        let Some(((head, first), second)) = self.found(heads, changes) else {
            return self;
        };
        let stands = |seat: &Seat, shift: &Shift| {
            let found = Seat::of(seat.rota, shift, &seat.person.key());
            found.unwrap_or_else(|| seat.clone())
        };
        self.first = stands(&self.first, &first);
        self.second = match (self.second, second) {
            (Second::Swaps(seat), Some((_, shift))) => Second::Swaps(stands(&seat, &shift)),
            (Second::Takes(by), _) => Second::Takes(head.lists(&by.key()).cloned().unwrap_or(by)),
            (other, None) => other,
        };
        self
    }

    /// Why it cannot be, by what stands; nothing where it can.
    pub fn loss(
        &self,
        heads: &[Head],
        changes: &[ShiftChange],
        now: Timestamp,
    ) -> Option<SwapLoss> {
        let Some((first, second)) = self.found(heads, changes) else {
            return Some(SwapLoss::Changed);
        };
        let (one, other) = (&self.first.person, self.second.person());
        let is_over = |found: &Found<'_>| found.1.end <= now;
        if is_over(&first) || second.as_ref().is_some_and(is_over) {
            return Some(SwapLoss::Over);
        }
        let has = |found: &Found<'_>, who: &Person| found.1.has(&who.key()).is_some();
        let seat = self.second.seat();
        let is_one_shift = seat.is_some_and(|seat| seat.is_of(&self.first));
        let is_on_both = has(&first, other) || second.as_ref().is_some_and(|of| has(of, one));
        if is_one_shift || is_on_both {
            return Some(SwapLoss::Both);
        }
        let lists = |found: &Found<'_>, who: &Person| found.0.lists(&who.key()).is_some();
        let is_apart = match &second {
            Some(of) if of.0.root == first.0.root => false,
            Some(of) => !(lists(&first, other) && lists(of, one)),
            None => !lists(&first, other),
        };
        if is_apart {
            return Some(SwapLoss::Apart);
        }
        if one.discipline == other.discipline {
            return None;
        }
        let after: Vec<ShiftChange> = changes.iter().cloned().chain(self.halves()).collect();
        let lacks = |(head, shift): &Found<'_>, of: Discipline| {
            let span = (shift.start, shift.end);
            gaps::lacks(head, &after, of, span) > gaps::lacks(head, changes, of, span)
        };
        if lacks(&first, one.discipline) {
            return Some(SwapLoss::Lacks(one.discipline));
        }
        let lacking = second.filter(|of| lacks(of, other.discipline));
        lacking.map(|_| SwapLoss::Lacks(other.discipline))
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

/// A swap as it was asked for or made, or the question whether somebody takes a shift; `None` for
/// anything else.
pub fn read_swap(one: &Statement) -> Option<Swap> {
    let rota = one.about?;
    let (first, second) = match one.code.as_str() {
        SWAP | SWAP_AT_ONCE => {
            let (first, second) = body::swap(rota, &one.body)?;
            (first, Second::Swaps(second))
        }
        OFFER => {
            let (first, to) = body::offer(rota, &one.body)?;
            (first, Second::Takes(to))
        }
        _ => return None,
    };
    Some(Swap {
        id: one.id,
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
    let mut replay = Replay {
        said,
        place: 0,
        heads: None,
        standing: Vec::new(),
        swaps: Vec::new(),
        back: BTreeSet::new(),
    };
    for (place, one) in said.iter().enumerate() {
        replay.place = place;
        replay.take(one);
    }
    (replay.standing, replay.swaps)
}

struct Replay<'a> {
    said: &'a [Statement],
    /// The statement that is looked at.
    place: usize,
    /// The rotas that hold at its place, once somebody asked.
    heads: Option<Rc<[Head]>>,
    standing: Vec<ShiftChange>,
    swaps: Vec<Swap>,
    back: BTreeSet<RecordId>,
}

impl Replay<'_> {
    /// The rotas that hold by what was said so far.
    fn heads(&mut self) -> Rc<[Head]> {
        let until = self.said.get(..=self.place).unwrap_or_default();
        let known = self.heads.get_or_insert_with(|| heads(until).into());
        Rc::clone(known)
    }

    fn take(&mut self, one: &Statement) {
        match one.code.as_str() {
            ROTA => {
                self.heads = None;
                if self.swaps.iter().any(|one| one.state == SwapState::Holds) {
                    self.settle();
                }
            }
            SHIFT if !self.back.contains(&one.id) => self.standing.extend(read_change(one)),
            SHIFT_BACK => self.take_back(one),
            SWAP | SWAP_AT_ONCE | OFFER if !self.back.contains(&one.id) => {
                if let Some(asked) = read_swap(one) {
                    let heads = self.heads();
                    self.swaps.push(asked.by_the_plan(&heads, &self.standing));
                }
                if one.code == SWAP_AT_ONCE {
                    self.agree(one.id, one.at);
                }
            }
            SWAP_YES => {
                if let Some(swap) = one.about {
                    self.agree(swap, one.at);
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

    /// The shifts change hands, if they can as all stands at this place.
    fn agree(&mut self, about: RecordId, at: Timestamp) {
        let heads = self.heads();
        let asked = |one: &&mut Swap| one.id == about && one.state == SwapState::Asked;
        let Some(swap) = self.swaps.iter_mut().find(asked) else {
            return;
        };
        *swap = swap.clone().by_the_plan(&heads, &self.standing);
        let loss = swap.loss(&heads, &self.standing, at);
        swap.state = loss.map_or(SwapState::Holds, SwapState::Lost);
        if swap.state == SwapState::Holds {
            self.standing.extend(swap.halves());
        }
    }

    fn take_back(&mut self, one: &Statement) {
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
            self.settle();
        }
    }

    /// Takes swaps out, both halves of each, of which one half stands on nothing any more. Each may be
    /// what another stands on.
    fn settle(&mut self) {
        let heads = self.heads();
        while let Some(id) = self
            .swaps
            .iter()
            .find_map(|swap| self.unfounded(swap, &heads))
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
        let stands = swap.found(heads, before).is_some();
        (!stands).then_some(swap.id)
    }
}
