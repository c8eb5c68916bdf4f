use dioxus::prelude::*;

use handrail_engine::api::EngineError;

use super::{Icon, IconName, Notice, NoticeTone, Skeleton};
use crate::words::{errors, use_words};

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

/// Instead of a page until the answer is there, or with why there is none.
#[component]
pub fn Absent(
    title: String,
    page: &'static str,
    why: Option<EngineError>,
    #[props(default)] back: Option<EventHandler<()>>,
) -> Element {
    let words = use_words();
    match why {
        Some(error) => rsx! {
            Page { title, testid: "{page}-failed", back,
                Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
            }
        },
        None => rsx! {
            Page { title, testid: "{page}-loading", take_focus: false, back,
                Skeleton { words: words.say("loading") }
            }
        },
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
