//! How somebody is, for themselves alone (S0-17).

use dioxus::prelude::*;
use handrail_engine::api::{GrowthCommand, LocalDate, Wellbeing, WellbeingState};
use serde::{Deserialize, Serialize};

use super::grow;
use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, Go, Icon, IconName, Notice, Section, TextArea,
    },
    forms::{PageOrder, use_form},
    routes::Route,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

fn key(state: WellbeingState) -> &'static str {
    match state {
        WellbeingState::Steady => "wellbeing-steady",
        WellbeingState::Tired => "wellbeing-tired",
        WellbeingState::Hard => "wellbeing-hard",
    }
}

/// What is chosen and typed, kept until it was taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    state: Option<WellbeingState>,
    words: String,
}

/// Asks, keeps it on this device, and shows the last days.
#[component]
pub fn HowIAm(
    days: Vec<Wellbeing>,
    today: LocalDate,
    moment: Moment,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let known = days.iter().find(|one| one.on == today);
    let form = use_form("wellbeing".to_owned(), || Typed {
        state: known.map(|one| one.state),
        words: known.map(|one| one.words.clone()).unwrap_or_default(),
    });
    let mut typed = form.typed;
    let (draft, forgotten) = (form.draft.clone(), form.draft.clone());
    let keep = move |()| {
        let now = typed.peek().clone();
        let Some(state) = now.state else { return };
        let day = Wellbeing {
            on: today,
            state,
            words: now.words.trim().to_owned(),
        };
        on_order.call(PageOrder {
            draft: Some(draft.clone()),
            ..grow(GrowthCommand::Wellbeing(day))
        });
    };
    let forget = move |()| {
        on_order.call(PageOrder {
            draft: Some(forgotten.clone()),
            ..grow(GrowthCommand::ForgetWellbeing)
        });
    };
    if !(form.ready)() {
        return rsx! {};
    }
    let chosen = typed.read().state;
    let initial = typed.peek().words.clone();
    let some = !days.is_empty();
    rsx! {
        Section { title: words.say("wellbeing-title"), testid: "wellbeing",
            Notice { testid: "wellbeing-only-here",
                p { class: "strong", {words.say("lived-only-here")} }
                p { {words.say("wellbeing-words")} }
            }
            Chips { label: words.say("wellbeing-question"),
                for state in WellbeingState::ALL {
                    ChipRadio { key: "{state:?}", group: "wellbeing", label: words.say(key(state)), chosen: chosen == Some(state), testid: key(state), on_choose: move |()| typed.write().state = Some(state) }
                }
            }
            if chosen == Some(WellbeingState::Hard) {
                Notice {
                    p { {words.say("wellbeing-hard-words")} }
                    Go { to: Route::Crisis {}, class: "button button-plain", testid: "wellbeing-crisis",
                        Icon { name: IconName::Help }
                        span { {words.say("crisis-title")} }
                    }
                }
            }
            TextArea { id: "wellbeing-text", label: words.say("wellbeing-note"), initial, testid: "wellbeing-text", on_input: move |said| typed.write().words = said }
            Button { label: words.say("wellbeing-keep"), look: ButtonLook::Plain, testid: "wellbeing-keep", on_press: keep }
            if some {
                ul { class: "rows",
                    for one in days.into_iter().take(14) {
                        li { key: "{one.on}", class: "row",
                            div { class: "row-body",
                                span { class: "row-title", {words.say(key(one.state))} }
                                span { class: "row-line", {dates::alone(dates::day(&words, &moment, &one.on.to_string()))} }
                                if !one.words.is_empty() {
                                    span { class: "row-line keep-lines", "{one.words}" }
                                }
                            }
                        }
                    }
                }
                Button { label: words.say("wellbeing-forget"), look: ButtonLook::Quiet, testid: "wellbeing-forget", on_press: forget }
            }
        }
    }
}
