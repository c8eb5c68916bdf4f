use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, IconName, LanguageSwitch, Logo},
    engine_link::use_link,
    screens::crisis::CrisisPage,
    session::use_shared,
    words::use_words,
};

/// The page around a screen before anything is open: language on top, crisis
/// numbers beneath, both without unlocking (S0-29, S0-30).
#[component]
pub fn GatePage(
    testid: String,
    #[props(default)] wide: bool,
    #[props(default)] brand: Option<String>,
    children: Element,
) -> Element {
    let words = use_words();
    let link = use_link();
    let shared = use_shared();
    let mut crisis = use_signal(opened_at_crisis);
    if crisis() {
        return rsx! {
            main { class: "gate", "data-testid": "gate-crisis",
                div { class: "gate-box gate-wide", CrisisPage { on_back: move |()| leave_crisis(&mut crisis) } }
            }
        };
    }
    let width = if wide {
        "gate-box gate-wide"
    } else {
        "gate-box"
    };
    rsx! {
        main { class: "gate", "data-testid": testid,
            div { class: "gate-top not-printed",
                LanguageSwitch { on_choose: move |language| shared.choose_language(&link, language) }
            }
            div { class: width,
                if let Some(title) = brand {
                    div { class: "gate-brand",
                        Logo {}
                        h1 { "{title}" }
                    }
                }
                {children}
                div { class: "gate-foot not-printed",
                    Button {
                        label: words.say("crisis-title"),
                        icon: IconName::Help,
                        look: ButtonLook::Plain,
                        wide: true,
                        testid: "open-crisis",
                        on_press: move |()| crisis.set(true),
                    }
                }
            }
        }
    }
}

fn opened_at_crisis() -> bool {
    try_consume_context::<std::rc::Rc<dyn dioxus::history::History>>().is_some()
        && dioxus::prelude::history().current_route() == "/crisis"
}

fn leave_crisis(crisis: &mut Signal<bool>) {
    if opened_at_crisis() {
        dioxus::prelude::history().replace("/".to_owned());
    }
    crisis.set(false);
}

/// A small link to something else at the end of a gate's form.
#[component]
pub fn SideDoor(label: String, testid: String, on_press: EventHandler<()>) -> Element {
    rsx! {
        Button { label, look: ButtonLook::Quiet, wide: true, testid, on_press }
    }
}
