//! Swaps of shifts, and shifts that somebody is asked to take (S4-16): who may ask, who may answer, and
//! what counts of what others said.

use handrail_domain::on_call::{
    OFFER, Person, Rotas, SWAP, SWAP_AT_ONCE, SWAP_BACK, SWAP_NO, SWAP_YES, Seat, Second, Swap,
    SwapLoss, SwapState, offer_body, read_swap, swap_body,
};
use handrail_domain::{Now, RecordId};

use super::{leave_out, may_plan, role, rotas};
use crate::api::{EngineError, InvalidField, ShiftOf, SwapView};
use crate::convert::{domain_member, invalid, record_id};
use crate::open::Open;
use crate::statements::Said;

/// Days for which a swap is shown after the later of its shifts.
const SHOWN_DAYS: i64 = 7;

/// Whether a statement is one of swaps.
pub(super) fn is_of_swaps(code: &str) -> bool {
    matches!(
        code,
        SWAP | SWAP_AT_ONCE | OFFER | SWAP_YES | SWAP_NO | SWAP_BACK
    )
}

/// Whoever has the first shift asks, whoever is asked says yes, and only who plans does it for both.
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
    let is = |person: &Person| person.member == Some(own);
    match one.statement.code.as_str() {
        SWAP | OFFER => read_swap(&one.statement).is_some_and(|swap| is(&swap.first.person)),
        SWAP_AT_ONCE => is_planned,
        SWAP_YES | SWAP_NO => of().is_some_and(|swap| is(swap.second.person())),
        _ => of().is_some_and(|swap| is(&swap.first.person)),
    }
}

/// What this member is shown of swaps.
pub(super) fn views(open: &Open, rotas: &Rotas, now: Now) -> Vec<SwapView> {
    let own = Some(domain_member(open.identity.member));
    let plans = may_plan(role(open));
    let is_own = |swap: &&Swap| {
        plans || swap.first.person.member == own || swap.second.person().member == own
    };
    let is_shown = |swap: &&Swap| {
        let second = swap.second.seat().map_or(swap.first.end, |seat| seat.end);
        let last = swap.first.end.max(second);
        last.plus_minutes(SHOWN_DAYS * 1440) > now.at
    };
    let view = |swap: &Swap| {
        let state = swap.state_at(&rotas.heads, &rotas.changes, now.at);
        let is_open = state == SwapState::Asked;
        SwapView {
            may_answer: is_open && swap.second.person().member == own,
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

/// Somebody's shift as it stands.
fn seat(rotas: &Rotas, of: &ShiftOf) -> Result<Seat, EngineError> {
    let root = record_id(&of.rota)?;
    let heads = rotas.heads.iter().filter(|head| head.root == root);
    let mut shifts =
        heads.filter_map(|head| head.shift_of((of.on, of.at), &of.who, &rotas.changes));
    let found = shifts.find_map(|shift| Seat::of(root, &shift, &of.who));
    found.ok_or(EngineError::NotFound)
}

/// What holds, without those who have left: nobody asks them.
fn of_those_here(open: &mut Open) -> Result<Rotas, EngineError> {
    let mut rotas = rotas(open)?;
    leave_out(open, &mut rotas);
    Ok(rotas)
}

/// What is stated to ask for a swap, or to make it at once: the code, the rota that it is about, and the
/// body.
///
/// # Errors
/// `NotAllowed` for a shift that is another's; `NotFound` for one that nobody has so; `Invalid` with
/// `Date` where one is over, with `Detail` where somebody may not sit there or cannot be asked.
pub(super) fn ask(
    open: &mut Open,
    [first, second]: [&ShiftOf; 2],
    at_once: bool,
    now: Now,
) -> Result<(&'static str, RecordId, String), EngineError> {
    let own = domain_member(open.identity.member);
    let may = if at_once {
        may_plan(role(open))
    } else {
        first.who == own.to_string()
    };
    if !may {
        return Err(EngineError::NotAllowed);
    }
    let rotas = of_those_here(open)?;
    let (first, second) = (seat(&rotas, first)?, seat(&rotas, second)?);
    if !at_once && second.person.member.is_none() {
        return Err(invalid(InvalidField::Detail));
    }
    let (root, body) = (first.rota, swap_body(&first, &second));
    check(&asked(first, Second::Swaps(second)), &rotas, now)?;
    Ok((if at_once { SWAP_AT_ONCE } else { SWAP }, root, body))
}

/// What is stated to ask somebody of the rota to take a shift: the rota that it is about, and the body.
///
/// # Errors
/// As [`ask`].
pub(super) fn offer(
    open: &mut Open,
    shift: &ShiftOf,
    to: &str,
    now: Now,
) -> Result<(RecordId, String), EngineError> {
    if shift.who != domain_member(open.identity.member).to_string() {
        return Err(EngineError::NotAllowed);
    }
    let rotas = of_those_here(open)?;
    let first = seat(&rotas, shift)?;
    let root = first.rota;
    let heads = rotas.heads.iter().filter(|head| head.root == root);
    let mut people = heads.flat_map(|head| &head.rota.people);
    let to = people.find(|one| one.key() == to);
    let to = to.ok_or(EngineError::NotFound)?.clone();
    if to.member.is_none() {
        return Err(invalid(InvalidField::Detail));
    }
    let body = offer_body(&first, &to);
    check(&asked(first, Second::Takes(to)), &rotas, now)?;
    Ok((root, body))
}

fn asked(first: Seat, second: Second) -> Swap {
    Swap {
        id: first.rota,
        first,
        second,
        state: SwapState::Asked,
    }
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
    let rotas = of_those_here(open)?;
    let swap = rotas.swap(swap).ok_or(EngineError::NotFound)?;
    if swap.state != SwapState::Asked {
        return Err(EngineError::NotFound);
    }
    if swap.second.person().member == own {
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
        Some(SwapLoss::Both | SwapLoss::Apart | SwapLoss::Lacks(_)) => {
            Err(invalid(InvalidField::Detail))
        }
    }
}
