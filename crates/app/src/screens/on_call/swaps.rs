//! Two people swap their shifts: one asks, the other says yes or no, and whoever plans may do it for both.

use dioxus::prelude::*;
use handrail_engine::api::{
    OnCallCommand, OnCallView, RotaView, ShiftOf, SwapView, Timestamp,
    on_call::{Person, Seat, Shift, Swap, SwapLoss, SwapState},
};

use super::{command, list::Taking};
use crate::{
    components::{
        Button, ButtonLook, Check, FormDialog, Go, Mark, MarkTone, Notice, NoticeTone, Section,
        SelectField,
    },
    forms::{Open, PageOrder},
    routes::LaterRoute,
    session::use_moment,
    words::{Words, dates::Moment, on_call as said, use_words},
};

/// Swaps that were asked for, and what became of them.
pub fn swap_list(
    words: &Words,
    moment: &Moment,
    view: &OnCallView,
    on_order: EventHandler<PageOrder>,
) -> Element {
    if view.swaps.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: words.say("swaps-title"), testid: "swaps",
            ul { class: "rows",
                for one in &view.swaps {
                    {swap_row(words, moment, one, on_order)}
                }
            }
        }
    }
}

fn swap_row(
    words: &Words,
    moment: &Moment,
    one: &SwapView,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let swap = &one.swap;
    let id = swap.id.to_string();
    let of =
        |key: &str, seat: &Seat| words.say_with(key, [("name", seat.person.name.clone().into())]);
    let shift = |seat: &Seat| {
        let span = said::span(words, moment, seat.start.millis(), seat.end.millis());
        let about = [
            ("name", seat.person.name.clone().into()),
            ("span", span.into()),
        ];
        words.say_with("swap-shift", about)
    };
    let (state, tone) = match swap.state {
        SwapState::Asked => (of("swap-asked", &swap.second), MarkTone::Primary),
        SwapState::Holds => (words.say("swap-holds"), MarkTone::Good),
        SwapState::Refused => (of("swap-refused", &swap.second), MarkTone::Attention),
        SwapState::Withdrawn => (of("swap-withdrawn", &swap.first), MarkTone::Quiet),
        SwapState::TakenBack => (words.say("swap-undone"), MarkTone::Attention),
        SwapState::Lost(_) => (words.say("swap-lost"), MarkTone::Attention),
    };
    let answer = |yes: bool| {
        let swap = id.clone();
        move |()| {
            let swap = swap.clone();
            on_order.call(command(OnCallCommand::AnswerSwap { swap, yes }).into());
        }
    };
    rsx! {
        li { key: "{id}", class: "row plan-entry", "data-testid": "swap",
            div { class: "row-body",
                span { class: "row-title", {shift(&swap.first)} }
                span { class: "row-title", {shift(&swap.second)} }
                Mark { tone, words: state }
                if let SwapState::Lost(why) = swap.state {
                    p { class: "row-line", "data-testid": "swap-why", {loss_words(words, why)} }
                }
                span { class: "entry-tools",
                    if one.may_answer {
                        Button { label: words.say("swap-yes"), spoken: of("swap-yes-of", &swap.first), look: ButtonLook::Soft, testid: "swap-yes", on_press: answer(true) }
                        Button { label: words.say("swap-no"), spoken: of("swap-no-of", &swap.first), look: ButtonLook::Quiet, testid: "swap-no", on_press: answer(false) }
                    }
                    if one.may_withdraw {
                        Button { label: words.say("shift-back"), look: ButtonLook::Quiet, testid: "swap-withdraw", on_press: answer(false) }
                    }
                    if one.may_undo {
                        Button { label: words.say("shift-back"), look: ButtonLook::Quiet, testid: "swap-undo", on_press: {
                            let change = id.clone();
                            move |()| on_order.call(command(OnCallCommand::TakeBack { change: change.clone() }).into())
                        } }
                    }
                }
            }
        }
    }
}

fn loss_words(words: &Words, loss: SwapLoss) -> String {
    match loss {
        SwapLoss::Changed => words.say("swap-loss-changed"),
        SwapLoss::Over => words.say("swap-loss-over"),
        SwapLoss::Both => words.say("swap-loss-both"),
        SwapLoss::Lacks(of) => {
            let who = words.say(said::discipline(of));
            words.say_with("swap-loss-lacks", [("who", who.into())])
        }
    }
}

/// On Today: somebody waits for an answer.
pub fn swaps_asked(words: &Words, view: &OnCallView) -> Element {
    let asked = view.swaps.iter().filter(|one| one.may_answer);
    let names: Vec<&str> = asked
        .map(|one| one.swap.first.person.name.as_str())
        .collect();
    if names.is_empty() {
        return rsx! {};
    }
    rsx! {
        Notice { tone: NoticeTone::Attention, testid: "swap-asked",
            for (index , name) in names.into_iter().enumerate() {
                p { key: "{index}", class: "strong", {words.say_with("swap-asks", [("name", name.to_owned().into())])} }
            }
            Go { to: LaterRoute::OnCall {}, class: "button button-quiet", testid: "swap-open",
                span { {words.say("swap-open")} }
            }
        }
    }
}

/// For which shift somebody's shift is swapped.
#[component]
pub fn SwapDialog(
    view: OnCallView,
    taking: Taking,
    open: Open<Taking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let moment = use_moment();
    let rota = view
        .rotas
        .iter()
        .find(|one| one.head.root.to_string() == taking.rota);
    let others = rota.map(|rota| others(rota, &taking, view.may_plan));
    let others = others.unwrap_or_default();
    let mut chosen = use_signal(|| 0_usize);
    let mut now = use_signal(|| false);
    let span =
        |shift: &Shift| said::span(&words, &moment, shift.start.millis(), shift.end.millis());
    let about = |shift: &Shift, person: &Person| {
        [
            ("name", person.name.clone().into()),
            ("span", span(shift).into()),
        ]
    };
    let choices = others.iter().enumerate().map(|(index, (shift, person))| {
        let line = words.say_with("swap-shift", about(shift, person));
        (index.to_string(), line)
    });
    let choices: Vec<(String, String)> = choices.collect();
    let other = others.get(chosen()).cloned();
    let has_device = other.as_ref().is_some_and(|(_, one)| one.member.is_some());
    let may_ask = taking.who.key() == view.own.key() && has_device;
    let at_once = view.may_plan && (now() || !may_ask);
    let problem = match (rota, &other) {
        (Some(rota), Some(other)) => {
            loss(rota, &taking, other, moment.at).map(|loss| loss_words(&words, loss))
        }
        _ => Some(words.say("swap-nobody")),
    };
    let is_possible = problem.is_none();
    let first = words.say_with("swap-shift", about(&taking.shift, &taking.who));
    let submit = move |()| {
        let Some((shift, person)) = other.as_ref().filter(|_| is_possible) else {
            return;
        };
        let of = |shift: &Shift, person: &Person| ShiftOf {
            on: shift.on,
            at: shift.at,
            who: person.key(),
        };
        let order = OnCallCommand::Swap {
            rota: taking.rota.clone(),
            first: of(&taking.shift, &taking.who),
            second: of(shift, person),
            at_once,
        };
        on_order.call(command(order).into());
    };
    let save = if at_once { "swap-now" } else { "swap-ask" };
    rsx! {
        FormDialog { title: words.say("swap-title"), testid: "swap", problem: problem.or_else(|| (open.problem)()), save: words.say(save), on_submit: submit, on_close: move |()| open.ask(None),
            p { "{first}" }
            if !choices.is_empty() {
                SelectField { id: "swap-for", label: words.say("swap-for"), choices, chosen: chosen().to_string(), testid: "swap-for", on_choose: move |index: String| chosen.set(index.parse().unwrap_or(0)) }
            }
            if view.may_plan && may_ask {
                Check { label: words.say("swap-now-words"), checked: now(), testid: "swap-at-once", on_toggle: move |on| now.set(on) }
            }
        }
    }
}

/// Shifts of others on the rota; only whoever plans can speak for somebody without a device.
fn others(rota: &RotaView, taking: &Taking, may_plan: bool) -> Vec<(Shift, Person)> {
    let own = (taking.shift.on, taking.shift.at);
    let shifts = rota.shifts.iter().filter(|one| (one.on, one.at) != own);
    let each = shifts.flat_map(|shift| {
        let people = shift.people.iter();
        people.map(|person| (shift.clone(), person.clone()))
    });
    each.filter(|(_, one)| one.key() != taking.who.key())
        .filter(|(_, one)| may_plan || one.member.is_some())
        .collect()
}

fn loss(
    rota: &RotaView,
    taking: &Taking,
    (shift, person): &(Shift, Person),
    now: i64,
) -> Option<SwapLoss> {
    let seats = Seat::of(&taking.shift, &taking.who.key()).zip(Seat::of(shift, &person.key()));
    let Some((first, second)) = seats else {
        return Some(SwapLoss::Changed);
    };
    let swap = Swap {
        id: rota.head.id,
        rota: rota.head.root,
        first,
        second,
        state: SwapState::Asked,
    };
    let heads = std::slice::from_ref(&rota.head);
    swap.loss(heads, &rota.changes, Timestamp::from_millis(now))
}
