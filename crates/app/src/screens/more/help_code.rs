use dioxus::prelude::*;
use handrail_engine::api::{Command, HelpCodeView, Reply};

use crate::{
    components::{Button, ButtonLook, FieldKind, Notice, NoticeTone, Page, TextField},
    engine_link::use_link,
    routes::Route,
    words::{errors, use_words},
};

/// Helps somebody who forgot their passphrase: the request they read out, and
/// the code that answers it.
#[component]
pub fn HelpCode() -> Element {
    let words = use_words();
    let link = use_link();
    let mut request = use_signal(String::new);
    let mut found = use_signal(|| None::<HelpCodeView>);
    let mut error = use_signal(|| None::<String>);
    let said = words.clone();
    let ask = move |()| {
        error.set(None);
        found.set(None);
        let asking = link.order(Command::GiveHelpCode {
            request: request.peek().clone(),
        });
        let words = said.clone();
        spawn(async move {
            match asking.await {
                Ok(Reply::HelpCode(view)) => found.set(Some(view)),
                Ok(_) => {}
                Err(handrail_engine::api::EngineError::NotFound) => {
                    error.set(Some(words.say("help-not-found")));
                }
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    rsx! {
        Page { title: words.say("help-give-title"), testid: "help-give", back: move |()| { navigator().push(Route::More {}); },
            HelpCodeContent {
                found: found(),
                error: error(),
                on_input: move |text| request.set(text),
                on_ask: ask,
            }
        }
    }
}

/// Whose device asks, what to make sure of first, and the code.
#[component]
pub fn HelpCodeContent(
    found: Option<HelpCodeView>,
    error: Option<String>,
    on_input: EventHandler<String>,
    on_ask: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        p { {words.say("help-give-words")} }
        Notice { tone: NoticeTone::Attention, p { {words.say("help-give-voice")} } }
        form {
            class: "stack",
            onsubmit: move |event| {
                event.prevent_default();
                on_ask.call(());
            },
            TextField { id: "help-give-request", label: words.say("help-give-request"), hint: words.say("help-give-request-hint"), kind: FieldKind::Code, required: true, testid: "help-give-request", on_input }
            if let Some(error) = error {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
            }
            Button { label: words.say("help-give-ask"), look: ButtonLook::Main, submit: true, testid: "help-give-ask" }
        }
        if let Some(view) = found {
            div { class: "card card-stack", "data-testid": "help-given",
                p { {words.say("help-give-whose")} }
                p { class: "strong", "{view.member}" if !view.device.is_empty() { " · {view.device}" } }
                p { {words.say("help-give-code")} }
                p { class: "mono code-line", translate: "no", "data-testid": "help-give-code", "{view.code}" }
            }
        }
    }
}
