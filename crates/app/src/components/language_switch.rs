use dioxus::prelude::*;
use handrail_engine::api::Language;

use super::{Button, ButtonLook};
use crate::words::{labels, language_tag, use_words};

/// Switches between the two languages; says the other one's own name.
#[component]
pub fn LanguageSwitch(on_choose: EventHandler<Language>) -> Element {
    let words = use_words();
    let other = match words.language() {
        Language::English => Language::Spanish,
        Language::Spanish => Language::English,
    };
    rsx! {
        span { lang: language_tag(other),
            Button {
                label: words.say(labels::language(other)),
                look: ButtonLook::Quiet,
                testid: "language-switch",
                on_press: move |()| on_choose.call(other),
            }
        }
    }
}
