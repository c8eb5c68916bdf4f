use std::collections::BTreeMap;

use dioxus::prelude::*;
use handrail_engine::api::{Command, Export, RecoveryKitView, Reply};

use super::{GatePage, SideDoor};
use crate::{
    components::{
        Button, ButtonLook, FieldKind, IconName, Notice, NoticeTone, QrCode, Skeleton, TextField,
    },
    engine_link::use_link,
    session::use_shared,
    words::{errors, use_words},
};

/// The recovery kit until it is confirmed: the words, then three of them
/// typed back. Comes back here after a kill, because the session says so.
#[component]
pub fn RecoveryKit() -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let mut kit = use_signal(|| None::<RecoveryKitView>);
    let mut asking = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let print = link.device.print;
    let showing = link.clone();
    let show_words = words.clone();
    use_hook(|| {
        spawn(async move {
            match showing.order(Command::ShowRecoveryKit).await {
                Ok(Reply::RecoveryKit(view)) => kit.set(Some(view)),
                Ok(_) => {}
                Err(problem) => error.set(Some(errors::error_text(&show_words, &problem))),
            }
        });
    });
    let noting = link.clone();
    let confirm = move |typed: Vec<(u8, String)>| {
        if busy() {
            return;
        }
        busy.set(true);
        error.set(None);
        let (link, words) = (link.clone(), words.clone());
        spawn(async move {
            let result = link
                .order(Command::ConfirmRecoveryKit { words: typed })
                .await;
            busy.set(false);
            match result {
                Ok(_) => shared.ask_session(&link),
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    match (kit(), asking()) {
        (None, _) => rsx! { KitLoading { error: error() } },
        (Some(kit), false) => rsx! {
            KitWords {
                kit,
                can_print: print.is_some(),
                on_print: move |()| {
                    if let Some(print) = print {
                        let order = noting.order(Command::NoteExport(Export::RecoveryKit));
                        spawn(async move {
                            // Somebody who has the words on the screen is not kept from paper.
                            let _not_noted = order.await;
                        });
                        print();
                    }
                },
                on_next: move |()| {
                    error.set(None);
                    asking.set(true);
                },
            }
        },
        (Some(kit), true) => rsx! {
            KitAsk { ask: kit.ask, busy: busy(), error: error(), on_confirm: confirm, on_back: move |()| asking.set(false) }
        },
    }
}

#[component]
fn KitLoading(error: Option<String>) -> Element {
    let words = use_words();
    rsx! {
        GatePage { testid: "kit-loading", brand: words.say("kit-title"),
            if let Some(error) = error {
                Notice { tone: NoticeTone::Attention, alert: true, p { "{error}" } }
            } else {
                Skeleton { words: words.say("starting") }
            }
        }
    }
}

/// The twenty-four words, to be written on paper.
#[component]
pub fn KitWords(
    kit: RecoveryKitView,
    can_print: bool,
    on_print: EventHandler<()>,
    on_next: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        GatePage { testid: "kit", wide: true, brand: words.say("kit-title"),
            div { class: "prose",
                p { {words.say_with("kit-words", [("agency", kit.agency_name.clone().into())])} }
                Notice { tone: NoticeTone::Attention, p { {words.say("kit-warning")} } }
            }
            div { class: "card",
                ol { class: "kit", "data-testid": "kit-words",
                    for word in &kit.words {
                        li { span { translate: "no", "{word}" } }
                    }
                }
            }
            if !kit.qr.is_empty() {
                div { class: "kit-code",
                    QrCode { modules: kit.qr.clone(), label: words.say("kit-qr"), testid: "kit-qr" }
                    p { class: "small", {words.say("kit-qr-words")} }
                }
            }
            p { class: "small soft", {words.say("kit-fingerprint")} " " span { class: "mono", "{kit.fingerprint}" } }
            div { class: "stack-tight not-printed",
                Button { label: words.say("kit-next"), look: ButtonLook::Main, wide: true, large: true, testid: "kit-next", on_press: on_next }
                if can_print {
                    Button { label: words.say("kit-print"), icon: IconName::Print, wide: true, testid: "kit-print", on_press: on_print }
                }
            }
        }
    }
}

/// Asks for some of the words.
#[component]
pub fn KitAsk(
    ask: Vec<u8>,
    busy: bool,
    error: Option<String>,
    on_confirm: EventHandler<Vec<(u8, String)>>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(BTreeMap::<u8, String>::new);
    let asked = ask.clone();
    rsx! {
        GatePage { testid: "kit-ask", brand: words.say("kit-ask-title"),
            p { {words.say("kit-ask-words")} }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    let typed = typed.peek();
                    on_confirm.call(asked.iter().map(|at| (*at, typed.get(at).cloned().unwrap_or_default())).collect());
                },
                for (index , position) in ask.into_iter().enumerate() {
                    TextField {
                        key: "{position}",
                        id: "kit-word-{position}",
                        label: words.say_with("kit-word", [("position", u32::from(position).into())]),
                        kind: FieldKind::KitWord,
                        required: true,
                        focus: index == 0,
                        testid: "kit-word-{position}",
                        on_input: move |text: String| {
                            typed.write().insert(position, text.trim().to_lowercase());
                        },
                    }
                }
                if let Some(error) = error {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                Button { label: words.say("kit-confirm"), look: ButtonLook::Main, wide: true, large: true, submit: true, busy, testid: "kit-confirm" }
                SideDoor { label: words.say("kit-again"), testid: "kit-again", on_press: on_back }
            }
        }
    }
}
