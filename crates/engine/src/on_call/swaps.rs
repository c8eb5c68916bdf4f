//! Swaps of shifts (S4-16): who may ask for one, who may answer, and what counts of what others said.

use handrail_domain::on_call::{
    Rotas, SWAP, SWAP_AT_ONCE, SWAP_BACK, SWAP_NO, SWAP_YES, Seat, Swap, SwapLoss, SwapState,
    read_swap, swap_body,
};
use handrail_domain::{Now, RecordId};

use super::{may_plan, role, rotas};
use crate::api::{EngineError, InvalidField, ShiftOf, SwapView};
use crate::convert::{domain_member, invalid};
use crate::open::Open;
use crate::statements::Said;

/// Days for which a swap is shown after the later of its shifts.
const SHOWN_DAYS: i64 = 7;

/// Whether a statement is one of swaps.
pub(super) fn is_of_swaps(code: &str) -> bool {
    matches!(code, SWAP | SWAP_AT_ONCE | SWAP_YES | SWAP_NO | SWAP_BACK)
}

/// Whoever has the first shift asks, whoever has the second says yes, and only who plans does it for
/// both.
pub(super) fn counts(one: &Said, all: &[Said], is_planned: bool) -> bool {
    let Some(own) = one.member.map(domain_member) else {
        return false;
    };
    let of = || {
        let of = all
            .iter()
            .find(|said| Some(said.id()) == one.statement.about);
        of.and_then(|said| read_swap(&said.statement))
    };
    let is = |seat: &Seat| seat.person.member == Some(own);
    match one.statement.code.as_str() {
        SWAP => read_swap(&one.statement).is_some_and(|swap| is(&swap.first)),
        SWAP_AT_ONCE => is_planned,
        SWAP_YES | SWAP_NO => of().is_some_and(|swap| is(&swap.second)),
        _ => of().is_some_and(|swap| is(&swap.first)),
    }
}

/// What this member is shown of swaps.
pub(super) fn views(open: &Open, rotas: &Rotas, now: Now) -> Vec<SwapView> {
    let own = Some(domain_member(open.identity.member));
    let plans = may_plan(role(open));
    let is_own =
        |swap: &&Swap| plans || swap.first.person.member == own || swap.second.person.member == own;
    let is_shown = |swap: &&Swap| {
        let last = swap.first.end.max(swap.second.end);
        last.plus_minutes(SHOWN_DAYS * 1440) > now.at
    };
    let view = |swap: &Swap| {
        let state = swap.state_at(&rotas.heads, &rotas.changes, now.at);
        let is_open = state == SwapState::Asked;
        SwapView {
            may_answer: is_open && swap.second.person.member == own,
            may_withdraw: is_open && swap.first.person.member == own,
            may_undo: plans && state == SwapState::Holds,
            swap: Swap {
                state,
                ..swap.clone()
            },
        }
    };
    let found = rotas.swaps.iter().rev();
    found.filter(is_own).filter(is_shown).map(view).collect()
}

/// What is stated to ask for a swap, or to make it at once: the code and the body.
///
/// # Errors
/// `NotAllowed` for a shift that is another's; `NotFound` for one that nobody has so; `Invalid` with
/// `Date` where one is over, with `Detail` where somebody may not sit there or cannot be asked.
pub(super) fn ask(
    open: &mut Open,
    root: RecordId,
    [first, second]: [&ShiftOf; 2],
    at_once: bool,
    now: Now,
) -> Result<(&'static str, String), EngineError> {
    let own = domain_member(open.identity.member);
    let may = if at_once {
        may_plan(role(open))
    } else {
        first.who == own.to_string()
    };
    if !may {
        return Err(EngineError::NotAllowed);
    }
    let rotas = rotas(open)?;
    let heads = rotas.heads.iter().filter(|head| head.root == root);
    let seat = |of: &ShiftOf| {
        let mut shifts = (heads.clone())
            .filter_map(|head| head.shift_of((of.on, of.at), &of.who, &rotas.changes));
        shifts.find_map(|shift| Seat::of(&shift, &of.who))
    };
    let first = seat(first).ok_or(EngineError::NotFound)?;
    let second = seat(second).ok_or(EngineError::NotFound)?;
    if !at_once && second.person.member.is_none() {
        return Err(invalid(InvalidField::Detail));
    }
    let body = swap_body(&first, &second);
    let swap = Swap {
        id: root,
        rota: root,
        first,
        second,
        state: SwapState::Asked,
    };
    check(&swap, &rotas, now)?;
    Ok((if at_once { SWAP_AT_ONCE } else { SWAP }, body))
}

/// What is stated to answer a swap.
///
/// # Errors
/// `NotFound` for one that was answered; `NotAllowed` for who was not asked; with a yes as [`ask`].
pub(super) fn answer(
    open: &mut Open,
    swap: RecordId,
    yes: bool,
    now: Now,
) -> Result<&'static str, EngineError> {
    let own = Some(domain_member(open.identity.member));
    let rotas = rotas(open)?;
    let swap = rotas.swap(swap).ok_or(EngineError::NotFound)?;
    if swap.state != SwapState::Asked {
        return Err(EngineError::NotFound);
    }
    if swap.second.person.member == own {
        if yes {
            check(swap, &rotas, now)?;
        }
        Ok(if yes { SWAP_YES } else { SWAP_NO })
    } else if swap.first.person.member == own && !yes {
        Ok(SWAP_BACK)
    } else {
        Err(EngineError::NotAllowed)
    }
}

fn check(swap: &Swap, rotas: &Rotas, now: Now) -> Result<(), EngineError> {
    match swap.loss(&rotas.heads, &rotas.changes, now.at) {
        None => Ok(()),
        Some(SwapLoss::Changed) => Err(EngineError::NotFound),
        Some(SwapLoss::Over) => Err(invalid(InvalidField::Date)),
        Some(SwapLoss::Both | SwapLoss::Lacks(_)) => Err(invalid(InvalidField::Detail)),
    }
}
