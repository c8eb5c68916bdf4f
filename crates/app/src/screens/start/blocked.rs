use dioxus::prelude::*;
use handrail_engine::api::{SessionView, StorageProblem};

use super::GatePage;
use crate::{
    components::{Button, ButtonLook, IconName, Notice, NoticeTone},
    engine_link::use_link,
    session::use_shared,
    words::{labels, use_words},
};

/// The files on this device cannot be used.
#[component]
pub fn Blocked() -> Element {
    let shared = use_shared();
    let problem = match &*shared.session.read() {
        SessionView::Blocked(problem) => *problem,
        _ => return rsx! {},
    };
    rsx! {
        BlockedContent { problem }
    }
}

/// Says what is the matter, that nothing was changed, and what to do.
#[component]
pub fn BlockedContent(problem: StorageProblem) -> Element {
    let words = use_words();
    let (title, help) = labels::storage(problem);
    rsx! {
        GatePage { testid: "blocked", brand: words.say(title),
            Notice { tone: NoticeTone::Attention, alert: true,
                p { {words.say(help)} }
                p { {words.say("storage-untouched")} }
            }
        }
    }
}

/// The app is open in another tab or window.
#[component]
pub fn Elsewhere() -> Element {
    let link = use_link();
    let mut shared = use_shared();
    let unanswered = matches!(
        &*shared.session.read(),
        SessionView::OpenElsewhere { unanswered: true }
    );
    let mut asking = use_signal(|| false);
    use_effect(move || {
        if matches!(
            &*shared.session.read(),
            SessionView::OpenElsewhere { unanswered: true }
        ) {
            asking.set(false);
        }
    });
    rsx! {
        ElsewhereContent {
            unanswered,
            asking: asking(),
            on_take_over: move |()| {
                // The answer may be the same as the last time: it is news all the same.
                shared.session.set(SessionView::OpenElsewhere { unanswered: false });
                asking.set(true);
                link.take_over();
            },
        }
    }
}

/// Offers to go on here.
#[component]
pub fn ElsewhereContent(unanswered: bool, asking: bool, on_take_over: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        GatePage { testid: "open-elsewhere", brand: words.say("elsewhere-title"),
            p { {words.say("elsewhere-words")} }
            if unanswered {
                Notice { tone: NoticeTone::Attention, alert: true,
                    p { {words.say("elsewhere-unanswered")} }
                }
            }
            Button {
                label: words.say(if asking { "elsewhere-asking" } else { "elsewhere-take-over" }),
                look: ButtonLook::Main,
                icon: IconName::Right,
                wide: true,
                large: true,
                busy: asking,
                testid: "take-over",
                on_press: on_take_over,
            }
        }
    }
}
