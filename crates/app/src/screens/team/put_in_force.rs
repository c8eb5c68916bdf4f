use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, Check, Notice, NoticeTone},
    words::use_words,
};

/// Under what was looked at: the tick that somebody is sure, and the button that puts it in force for all.
/// The keys of its words are given, its names for tests begin with `testid`.
#[component]
pub fn PutInForce(
    testid: &'static str,
    sure: &'static str,
    unsure: &'static str,
    put: &'static str,
    on_put: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut is_sure = use_signal(|| false);
    let mut missing = use_signal(|| false);
    rsx! {
        Check { label: words.say(sure), checked: is_sure(), testid: "{testid}-sure", on_toggle: move |on| is_sure.set(on) }
        if missing() {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say(unsure)} } }
        }
        Button {
            label: words.say(put),
            look: ButtonLook::Main,
            testid: "{testid}-put",
            on_press: move |()| if is_sure() { on_put.call(()) } else { missing.set(true) },
        }
    }
}
