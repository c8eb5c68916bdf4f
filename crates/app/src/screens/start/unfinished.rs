use dioxus::prelude::*;
use handrail_engine::api::{Command, EngineError, SessionView};

use super::{GatePage, SideDoor};
use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone, Skeleton},
    engine_link::use_link,
    session::use_shared,
    words::{errors, use_words},
};

/// Joining was cut off: it goes on by itself, or is begun again.
#[component]
pub fn Unfinished() -> Element {
    let link = use_link();
    let shared = use_shared();
    let problem = match &*shared.session.read() {
        SessionView::JoinUnfinished { problem } => problem.clone(),
        _ => return rsx! {},
    };
    let (again, locking) = (link.clone(), link.clone());
    rsx! {
        UnfinishedContent {
            problem,
            on_again: move |()| {
                let order = again.order(Command::ResumeJoining);
                spawn(async move {
                    // What comes of it is told by the session.
                    let _told_by_events = order.await;
                });
            },
            on_lock: move |()| {
                let order = locking.order(Command::Lock);
                spawn(async move {
                    let _told_by_events = order.await;
                });
            },
            on_anew: move |()| {
                let order = link.order(Command::AbandonJoining);
                spawn(async move {
                    let _told_by_events = order.await;
                });
            },
        }
    }
}

/// Says what is known, and what can be done.
#[component]
pub fn UnfinishedContent(
    problem: Option<EngineError>,
    on_again: EventHandler<()>,
    on_anew: EventHandler<()>,
    on_lock: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        GatePage { testid: "join-unfinished", brand: words.say("unfinished-title"),
            p { {words.say("unfinished-words")} }
            match problem {
                None => rsx! { Skeleton { words: words.say("unfinished-trying") } },
                Some(EngineError::RestoreOvertaken) => rsx! {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "unfinished-problem",
                        p { {words.say("error-restore-overtaken")} }
                    }
                    Button { label: words.say("unfinished-kit"), look: ButtonLook::Main, wide: true, large: true, testid: "unfinished-anew", on_press: on_anew }
                },
                Some(problem) => rsx! {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "unfinished-problem",
                        p { {errors::error_text(&words, &problem)} }
                    }
                    Button { label: words.say("unfinished-again"), look: ButtonLook::Main, wide: true, large: true, testid: "unfinished-again", on_press: on_again }
                    p { class: "soft", {words.say("unfinished-anew-words")} }
                    Button { label: words.say("unfinished-anew"), look: ButtonLook::Quiet, wide: true, testid: "unfinished-anew", on_press: on_anew }
                },
            }
            // Somebody else on this device may want to work meanwhile.
            SideDoor { label: words.say("lock-now"), testid: "unfinished-lock", on_press: on_lock }
        }
    }
}
