//! Somebody is asked to take a shift of one's own. It stays one's own until they say yes.

use dioxus::prelude::*;
use handrail_engine::api::{
    OnCallCommand, OnCallView, RotaView, ShiftOf,
    on_call::{Person, Seat, Second, Swap, SwapState},
};

use super::{command, list::Taking, swaps::problem};
use crate::{
    components::{FormDialog, SelectField},
    forms::{Open, PageOrder},
    session::use_moment,
    words::{on_call as said, use_words},
};

/// Who is asked to take a shift.
#[component]
pub fn OfferDialog(
    view: OnCallView,
    taking: Taking,
    open: Open<Taking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let moment = use_moment();
    let rota = taking.rota_in(&view);
    let people = rota.map(|rota| people(rota, &taking)).unwrap_or_default();
    let mut chosen = use_signal(|| people.first().map(Person::key).unwrap_or_default());
    let to = people.iter().find(|one| one.key() == chosen()).cloned();
    let swap = rota.zip(to).and_then(|(rota, to)| {
        let root = rota.head.root;
        Some(Swap {
            id: root,
            first: Seat::of(root, &taking.shift, &taking.who.key())?,
            second: Second::Takes(to),
            state: SwapState::Asked,
        })
    });
    let problem = match &swap {
        Some(swap) => problem(&words, &view, swap, moment.at),
        None => Some(words.say("shift-ask-nobody")),
    };
    let is_possible = problem.is_none();
    let (start, end) = (taking.shift.start.millis(), taking.shift.end.millis());
    let span = said::span(&words, &moment, start, end);
    let choices: Vec<(String, String)> = people
        .iter()
        .map(|one| (one.key(), one.name.clone()))
        .collect();
    let submit = move |()| {
        if !is_possible {
            return;
        }
        let order = OnCallCommand::Offer {
            shift: ShiftOf {
                rota: taking.rota.clone(),
                on: taking.shift.on,
                at: taking.shift.at,
                who: taking.who.key(),
            },
            to: chosen(),
        };
        on_order.call(command(order).into());
    };
    rsx! {
        FormDialog { title: words.say("shift-ask-title"), testid: "shift-asking", problem: problem.or_else(|| (open.problem)()), save: words.say("shift-ask-send"), on_submit: submit, on_close: move |()| open.ask(None),
            p { class: "strong", "{span}" }
            p { {words.say("shift-ask-words")} }
            if !choices.is_empty() {
                SelectField { id: "shift-asked", label: words.say("shift-ask-who"), choices, chosen: chosen(), testid: "shift-asked", on_choose: move |key| chosen.set(key) }
            }
        }
    }
}

/// Those of the rota who have a device, so that they can be asked.
fn people(rota: &RotaView, taking: &Taking) -> Vec<Person> {
    let who = taking.who.key();
    let all = rota.head.rota.people.iter();
    let here = all.filter(|one| one.member.is_some() && !rota.head.left.contains(&one.key()));
    here.filter(|one| one.key() != who).cloned().collect()
}
