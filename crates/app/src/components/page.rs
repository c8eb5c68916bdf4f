use dioxus::prelude::*;

use super::{Icon, IconName};
use crate::words::use_words;

/// A screen with its heading. The heading takes the focus when the screen
/// opens, so that screen readers and the keyboard start there.
#[component]
pub fn Page(
    title: String,
    testid: String,
    #[props(default)] line: Option<String>,
    #[props(default)] back: Option<EventHandler<()>>,
    #[props(default = true)] take_focus: bool,
    children: Element,
) -> Element {
    rsx! {
        div { class: "page", "data-testid": testid,
            div { class: "page-head",
                if let Some(back) = back {
                    Back { on_press: back }
                }
                h1 {
                    tabindex: "-1",
                    onmounted: move |event| {
                        if take_focus {
                            spawn(async move {
                                let _gone = event.set_focus(true).await;
                            });
                        }
                    },
                    "{title}"
                }
                if let Some(line) = line {
                    p { class: "page-line", "{line}" }
                }
            }
            {children}
        }
    }
}

/// Back to where one came from.
#[component]
pub fn Back(on_press: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        button { class: "back", r#type: "button", "data-testid": "back", onclick: move |_| on_press.call(()),
            Icon { name: IconName::Left }
            span { {words.say("back")} }
        }
    }
}

/// A part of a screen under its own heading.
#[component]
pub fn Section(
    title: String,
    #[props(default)] count: Option<u32>,
    #[props(default)] testid: Option<String>,
    children: Element,
) -> Element {
    rsx! {
        section { class: "section", "data-testid": testid,
            div { class: "section-head",
                h2 {
                    "{title}"
                    if let Some(count) = count {
                        " "
                        span { class: "count", "{count}" }
                    }
                }
            }
            {children}
        }
    }
}
