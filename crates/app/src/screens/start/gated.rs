use dioxus::prelude::*;
use handrail_engine::api::{Command, GateWhy, SessionView};

use super::{GatePage, SideDoor};
use crate::{
    components::{
        Button, ButtonLook, FieldKind, IconName, Notice, NoticeTone, Skeleton, TextField,
    },
    engine_link::use_link,
    forms::use_trying,
    session::use_shared,
    words::use_words,
};

/// The device is unlocked, and something stands before what is on it.
#[component]
pub fn Gated() -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let mut trying = use_trying();
    let why = match &*shared.session.read() {
        SessionView::Gated(view) => view.why.clone(),
        _ => return rsx! {},
    };
    let (typing, syncing) = (link.clone(), link.clone());
    let submit = move |()| {
        if (trying.busy)() {
            return;
        }
        let code = trying.secret.peek().clone();
        trying.open(Command::EndAbsence { code }, &typing, &words, shared);
    };
    rsx! {
        GatedContent {
            why,
            busy: (trying.busy)(),
            error: (trying.error)(),
            attempts: (trying.wrong)(),
            on_code: move |text| trying.secret.set(text),
            on_submit: submit,
            on_try: move |()| {
                let order = syncing.order(Command::SyncNow);
                spawn(async move {
                    // What comes of it is told by the session.
                    let _told_by_events = order.await;
                });
            },
            on_lock: move |()| {
                let order = link.order(Command::Lock);
                spawn(async move {
                    let _told_by_events = order.await;
                });
            },
        }
    }
}

/// Says why, that nothing written is lost, and what to do.
#[component]
pub fn GatedContent(
    why: GateWhy,
    busy: bool,
    error: Option<String>,
    attempts: u32,
    on_code: EventHandler<String>,
    on_submit: EventHandler<()>,
    on_try: EventHandler<()>,
    on_lock: EventHandler<()>,
) -> Element {
    let words = use_words();
    match why {
        GateWhy::CallingIn => rsx! {
            main { class: "gate", "data-testid": "calling-in",
                h1 { class: "only-read", {words.say("app-name")} }
                div { class: "gate-box", Skeleton { words: words.say("calling-in") } }
            }
        },
        GateWhy::Dismissed { waiting } => rsx! {
            GatePage { testid: "dismissed", brand: words.say("removed-title"),
                p { {words.say("dismissed-words")} }
                if waiting > 0 {
                    Notice { testid: "dismissed-waiting", p { {words.say_with("dismissed-waiting", [("count", waiting.into())])} } }
                }
                Skeleton { words: words.say("dismissed-trying") }
                Button { label: words.say("away-try"), icon: IconName::Send, wide: true, testid: "gate-try", on_press: on_try }
                SideDoor { label: words.say("lock-now"), testid: "gate-lock", on_press: on_lock }
            }
        },
        GateWhy::Away {
            days,
            waiting,
            help_request,
        } => rsx! {
            GatePage { testid: "away", brand: words.say("away-title"),
                p { {words.say_with("away-words", [("days", days.into())])} }
                if waiting > 0 {
                    Notice { p { {words.say_with("away-waiting", [("count", waiting.into())])} } }
                }
                p { {words.say("away-connect")} }
                Button { label: words.say("away-try"), icon: IconName::Send, look: ButtonLook::Main, wide: true, large: true, testid: "gate-try", on_press: on_try }
                if let Some(request) = help_request {
                    p { class: "strong", {words.say("away-help")} }
                    div { class: "card card-stack",
                        p { {words.say("help-request")} }
                        p { class: "mono code-line", translate: "no", "data-testid": "help-request", "{request}" }
                    }
                    form {
                        class: "stack",
                        onsubmit: move |event| {
                            event.prevent_default();
                            on_submit.call(());
                        },
                        for attempt in [attempts] {
                            TextField { key: "{attempt}", id: "away-code", label: words.say("help-code"), hint: words.say("help-code-hint"), kind: FieldKind::Code, required: true, testid: "away-code", on_input: on_code }
                        }
                        if let Some(error) = error {
                            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                        }
                        Button { label: words.say("away-open"), look: ButtonLook::Plain, wide: true, submit: true, busy, testid: "away-submit" }
                    }
                }
                SideDoor { label: words.say("lock-now"), testid: "gate-lock", on_press: on_lock }
            }
        },
    }
}
