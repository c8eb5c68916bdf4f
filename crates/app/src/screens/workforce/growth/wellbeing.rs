//! How somebody is, for themselves alone (S0-17).

use dioxus::prelude::*;
use handrail_engine::api::{GrowthCommand, LocalDate, Wellbeing, WellbeingState};

use super::grow;
use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, Go, Icon, IconName, Notice, Section, TextArea,
    },
    forms::PageOrder,
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

/// Asks, keeps it on this device, and shows the last days.
#[component]
pub fn HowIAm(
    days: Vec<Wellbeing>,
    today: LocalDate,
    moment: Moment,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let known = days.iter().find(|one| one.on == today).cloned();
    let mut text = use_signal(|| {
        known
            .as_ref()
            .map(|one| one.words.clone())
            .unwrap_or_default()
    });
    let initial = text.peek().clone();
    let state = known.as_ref().map(|one| one.state);
    let mut chosen = use_signal(|| state);
    let keep = move |()| {
        if let Some(state) = *chosen.peek() {
            on_order.call(grow(GrowthCommand::Wellbeing(Wellbeing {
                on: today,
                state,
                words: text.peek().trim().to_owned(),
            })));
        }
    };
    let some = !days.is_empty();
    rsx! {
        Section { title: words.say("wellbeing-title"), testid: "wellbeing",
            Notice { testid: "wellbeing-only-here",
                p { class: "strong", {words.say("lived-only-here")} }
                p { {words.say("wellbeing-words")} }
            }
            Chips { label: words.say("wellbeing-question"),
                for state in WellbeingState::ALL {
                    ChipRadio { key: "{state:?}", group: "wellbeing", label: words.say(key(state)), chosen: chosen() == Some(state), testid: key(state), on_choose: move |()| chosen.set(Some(state)) }
                }
            }
            if chosen() == Some(WellbeingState::Hard) {
                Notice {
                    p { {words.say("wellbeing-hard-words")} }
                    Go { to: Route::Crisis {}, class: "button button-plain", testid: "wellbeing-crisis",
                        Icon { name: IconName::Help }
                        span { {words.say("crisis-title")} }
                    }
                }
            }
            TextArea { id: "wellbeing-text", label: words.say("wellbeing-note"), initial, testid: "wellbeing-text", on_input: move |said| text.set(said) }
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
                Button { label: words.say("wellbeing-forget"), look: ButtonLook::Quiet, testid: "wellbeing-forget", on_press: move |()| on_order.call(grow(GrowthCommand::ForgetWellbeing)) }
            }
        }
    }
}
