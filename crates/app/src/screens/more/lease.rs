use dioxus::prelude::*;
use handrail_engine::api::Command;

use crate::{
    components::SelectField,
    engine_link::use_link,
    session::use_shared,
    toast::Toast,
    words::{errors, use_words},
};

/// Days offered; 0 is never.
const DAYS: [u32; 7] = [3, 7, 14, 30, 60, 180, 0];

/// After how long without contact the team's devices lock, for administrators.
#[component]
pub fn LeaseSetting(days: u32, wish: Option<u32>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let chosen = wish.unwrap_or(days);
    let name = |days: u32| {
        if days == 0 {
            words.say("lease-never")
        } else {
            words.say_with("lease-days", [("days", days.into())])
        }
    };
    let mut choices = Vec::new();
    for days in DAYS {
        choices.push((days.to_string(), name(days)));
    }
    if !DAYS.contains(&chosen) {
        choices.push((chosen.to_string(), name(chosen)));
    }
    let hint = words.say(if wish.is_some() {
        "lease-waits"
    } else {
        "lease-hint"
    });
    let label = words.say("lease");
    rsx! {
        SelectField {
            id: "lease",
            label,
            hint,
            choices,
            chosen: chosen.to_string(),
            testid: "lease",
            on_choose: move |value: String| {
                let Ok(days) = value.parse() else {
                    return;
                };
                let order = link.order(Command::SetLease { days });
                let words = words.clone();
                spawn(async move {
                    let said = match order.await {
                        Ok(_) => words.say("saved-here"),
                        Err(error) => errors::error_text(&words, &error),
                    };
                    shared.toast.set(Some(Toast { words: said, undo: None }));
                });
            },
        }
    }
}
