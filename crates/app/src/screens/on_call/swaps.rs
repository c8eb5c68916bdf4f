//! Two people swap their shifts: one asks, the other says yes or no, and whoever plans may do it for both.
//! What became of that, and of shifts that somebody was asked to take, is one list.

use dioxus::prelude::*;
use handrail_engine::api::{
    OnCallCommand, OnCallView, RotaView, ShiftOf, SwapView, Timestamp,
    on_call::{Head, Person, Seat, Second, Shift, ShiftChange, Swap, SwapLoss, SwapState},
};

use super::{command, list::Taking};
use crate::{
    components::{
        Button, ButtonLook, Check, ChipRadio, Chips, FormDialog, Go, Mark, MarkTone, Notice,
        NoticeTone, Section,
    },
    forms::{Open, PageOrder},
    routes::LaterRoute,
    session::use_moment,
    words::{Words, dates::Moment, on_call as said, use_words},
};

/// Swaps and shifts that somebody was asked to take, and what became of them.
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
    let (asks, asked) = (&swap.first.person, swap.second.person());
    let of =
        |key: &str, person: &Person| words.say_with(key, [("name", person.name.clone().into())]);
    let shift = |seat: &Seat| {
        let span = said::span(words, moment, seat.start.millis(), seat.end.millis());
        let about = [
            ("name", seat.person.name.clone().into()),
            ("span", span.into()),
        ];
        words.say_with("swap-shift", about)
    };
    let second = match &swap.second {
        Second::Swaps(seat) => shift(seat),
        Second::Takes(person) => of("shift-asked", person),
    };
    let (holds, lost) = match swap.second {
        Second::Swaps(_) => (words.say("swap-holds"), words.say("swap-lost")),
        Second::Takes(_) => (of("shift-ask-holds", asked), words.say("shift-ask-lost")),
    };
    let (state, tone) = match swap.state {
        SwapState::Asked => (of("swap-asked", asked), MarkTone::Primary),
        SwapState::Holds => (holds, MarkTone::Good),
        SwapState::Refused => (of("swap-refused", asked), MarkTone::Attention),
        SwapState::Withdrawn => (of("swap-withdrawn", asks), MarkTone::Quiet),
        SwapState::TakenBack => (words.say("swap-undone"), MarkTone::Attention),
        SwapState::Lost(_) => (lost, MarkTone::Attention),
    };
    let [yes, yes_of, no_of] = match swap.second {
        Second::Swaps(_) => ["swap-yes", "swap-yes-of", "swap-no-of"],
        Second::Takes(_) => ["shift-ask-yes", "shift-ask-yes-of", "shift-ask-no-of"],
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
                span { class: "row-title", "{second}" }
                Mark { tone, words: state }
                if let SwapState::Lost(why) = swap.state {
                    p { class: "row-line", "data-testid": "swap-why", {loss_words(words, swap, why)} }
                }
                span { class: "entry-tools",
                    if one.may_answer {
                        Button { label: words.say(yes), spoken: of(yes_of, asks), look: ButtonLook::Soft, testid: "swap-yes", on_press: answer(true) }
                        Button { label: words.say("swap-no"), spoken: of(no_of, asks), look: ButtonLook::Quiet, testid: "swap-no", on_press: answer(false) }
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

fn loss_words(words: &Words, swap: &Swap, loss: SwapLoss) -> String {
    let [changed, over, both, apart, lacks] = match swap.second {
        Second::Swaps(_) => [
            "swap-loss-changed",
            "swap-loss-over",
            "swap-loss-both",
            "swap-loss-apart",
            "swap-loss-lacks",
        ],
        Second::Takes(_) => [
            "shift-ask-loss-changed",
            "shift-ask-loss-over",
            "shift-ask-loss-both",
            "shift-ask-loss-apart",
            "shift-ask-loss-lacks",
        ],
    };
    match loss {
        SwapLoss::Changed => words.say(changed),
        SwapLoss::Over => words.say(over),
        SwapLoss::Both => words.say(both),
        SwapLoss::Apart => words.say(apart),
        SwapLoss::Lacks(of) => {
            let who = words.say(said::discipline(of));
            words.say_with(lacks, [("who", who.into())])
        }
    }
}

/// Why it cannot be now, in words.
pub fn problem(words: &Words, view: &OnCallView, swap: &Swap, now: i64) -> Option<String> {
    let rotas = view.rotas.iter();
    let heads: Vec<Head> = rotas.clone().map(|one| one.head.clone()).collect();
    let changes: Vec<ShiftChange> = rotas.flat_map(|one| one.changes.clone()).collect();
    let loss = swap.loss(&heads, &changes, Timestamp::from_millis(now));
    loss.map(|loss| loss_words(words, swap, loss))
}

/// On Today: somebody waits for an answer.
pub fn swaps_asked(words: &Words, view: &OnCallView) -> Element {
    let asked = view.swaps.iter().filter(|one| one.may_answer);
    let lines = asked.map(|one| {
        let key = match one.swap.second {
            Second::Swaps(_) => "swap-asks",
            Second::Takes(_) => "shift-asks",
        };
        words.say_with(key, [("name", one.swap.first.person.name.clone().into())])
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        Notice { tone: NoticeTone::Attention, testid: "swap-asked",
            for (index , line) in lines.into_iter().enumerate() {
                p { key: "{index}", class: "strong", "{line}" }
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
    let others = others(&view, &taking);
    let mut chosen = use_signal(|| 0_usize);
    let mut now = use_signal(|| false);
    let about = |seat: &Seat| {
        let span = said::span(&words, &moment, seat.start.millis(), seat.end.millis());
        let name = seat.person.name.clone();
        words.say_with("swap-shift", [("name", name.into()), ("span", span.into())])
    };
    let choices = others.iter().enumerate().map(|(index, one)| {
        let line = about(&one.seat);
        let line = match &one.rota_name {
            Some(name) => format!("{line} ({name})"),
            None => line,
        };
        (index, line)
    });
    let choices: Vec<(usize, String)> = choices.collect();
    let other = others.get(chosen()).map(|one| one.seat.clone());
    let has_device = (other.as_ref()).is_some_and(|one| one.person.member.is_some());
    let may_ask = taking.who.key() == view.own.key() && has_device;
    let at_once = view.may_plan && (now() || !may_ask);
    let root = taking.rota_in(&view).map(|rota| rota.head.root);
    let own = root.and_then(|root| Seat::of(root, &taking.shift, &taking.who.key()));
    let first = own.as_ref().map(about);
    let swap = own.zip(other).map(|(first, second)| Swap {
        id: first.rota,
        first,
        second: Second::Swaps(second),
        state: SwapState::Asked,
    });
    let problem = match &swap {
        Some(swap) => problem(&words, &view, swap, moment.at),
        None => Some(words.say("swap-nobody")),
    };
    let is_possible = problem.is_none();
    let submit = move |()| {
        let seats = swap.as_ref().filter(|_| is_possible);
        let seats = seats.and_then(|swap| Some((&swap.first, swap.second.seat()?)));
        let Some((first, second)) = seats else {
            return;
        };
        let of = |seat: &Seat| ShiftOf {
            rota: seat.rota.to_string(),
            on: seat.on,
            at: seat.at,
            who: seat.person.key(),
        };
        let order = OnCallCommand::Swap {
            first: of(first),
            second: of(second),
            at_once,
        };
        on_order.call(command(order).into());
    };
    let save = if at_once { "swap-now" } else { "swap-ask" };
    rsx! {
        FormDialog { title: words.say("swap-title"), testid: "swap", problem: problem.or_else(|| (open.problem)()), save: words.say(save), on_submit: submit, on_close: move |()| open.ask(None),
            if let Some(first) = first {
                p { "{first}" }
            }
            if !choices.is_empty() {
                Chips { label: words.say("swap-for"),
                    for (index , line) in choices {
                        ChipRadio { key: "{index}", group: "swap-for", label: line, chosen: chosen() == index, testid: "swap-for", on_choose: move |()| chosen.set(index) }
                    }
                }
            }
            if view.may_plan && may_ask {
                Check { label: words.say("swap-now-words"), checked: now(), testid: "swap-at-once", on_toggle: move |on| now.set(on) }
            }
        }
    }
}

/// A shift for which one can be swapped.
#[derive(Debug, Clone)]
struct Other {
    seat: Seat,
    /// Of another rota than the first shift.
    rota_name: Option<String>,
}

/// Shifts of others on the rota, and on rotas on which both of them stand; only whoever plans can speak
/// for somebody without a device.
fn others(view: &OnCallView, taking: &Taking) -> Vec<Other> {
    let who = taking.who.key();
    let lists = |rota: &RotaView, key: &str| {
        let mut people = rota.head.rota.people.iter();
        people.any(|one| one.key() == key)
    };
    let Some(first) = taking.rota_in(view) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for rota in &view.rotas {
        let is_same = rota.head.root == first.head.root;
        let is_first =
            |shift: &Shift| is_same && (shift.on, shift.at) == (taking.shift.on, taking.shift.at);
        for shift in rota.shifts.iter().filter(|one| !is_first(one)) {
            let people = shift.people.iter().filter(|one| {
                let key = one.key();
                let is_of_both = is_same || lists(rota, &who) && lists(first, &key);
                key != who && is_of_both && (view.may_plan || one.member.is_some())
            });
            let seats = people.filter_map(|one| Seat::of(rota.head.root, shift, &one.key()));
            found.extend(seats.map(|seat| Other {
                seat,
                rota_name: (!is_same).then(|| rota.head.rota.name.clone()),
            }));
        }
    }
    // Those of the rota itself come first.
    found.sort_by_key(|one| one.rota_name.is_some());
    found
}
