use dioxus::prelude::*;
use handrail_engine::api::{Command, EngineError, SAMPLE_PASSPHRASE, SessionView};

use super::GatePage;
use crate::{
    components::{Button, ButtonLook, FieldKind, IconName, Notice, TextField},
    engine_link::use_link,
    session::{use_moment, use_shared},
    words::{dates, errors, use_words},
};

/// One field. Names never show here.
#[component]
pub fn Lock() -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let _time_moves = use_moment();
    let (sample, wait) = match &*shared.session.read() {
        SessionView::Locked {
            sample,
            retry_after_ms,
            ..
        } => (*sample, *retry_after_ms),
        // Between unlocking and the open app.
        _ => (false, 0),
    };
    let mut passphrase = use_signal(String::new);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let mut attempts = use_signal(|| 0_u32);
    let mut free_at = use_signal(|| (link.device.now)().saturating_add_unsigned(wait));
    let left = use_countdown(free_at);
    let submit = move |()| {
        if busy() || left() > 0 {
            return;
        }
        busy.set(true);
        error.set(None);
        let (link, words) = (link.clone(), words.clone());
        spawn(async move {
            let result = link
                .order(Command::Unlock {
                    passphrase: passphrase.peek().clone(),
                })
                .await;
            busy.set(false);
            match result {
                Ok(reply) => {
                    passphrase.set(String::new());
                    shared.arrived(&link, reply);
                }
                Err(problem) => {
                    if let EngineError::WrongPassphrase { retry_after_ms }
                    | EngineError::TooSoon { retry_after_ms } = problem
                    {
                        free_at.set((link.device.now)().saturating_add_unsigned(retry_after_ms));
                    }
                    if matches!(problem, EngineError::WrongPassphrase { .. }) {
                        passphrase.set(String::new());
                        attempts += 1;
                        error.set(Some(words.say("error-wrong-passphrase")));
                    } else if !matches!(problem, EngineError::TooSoon { .. }) {
                        error.set(Some(errors::error_text(&words, &problem)));
                    }
                }
            }
        });
    };
    rsx! {
        LockContent {
            sample,
            wait_ms: left(),
            busy: busy(),
            error: error(),
            attempts: attempts(),
            on_input: move |text| passphrase.set(text),
            on_submit: submit,
        }
    }
}

/// Milliseconds left until `free_at`, counted down every second.
fn use_countdown(free_at: Signal<i64>) -> Signal<u64> {
    let link = use_link();
    let mut left = use_signal(|| 0_u64);
    use_effect(move || {
        let until = free_at();
        let (now, sleep) = (link.device.now, link.device.sleep);
        spawn(async move {
            loop {
                if *free_at.peek() != until {
                    return;
                }
                let rest = u64::try_from(until.saturating_sub(now())).unwrap_or(0);
                if *left.peek() != rest {
                    left.set(rest);
                }
                if rest == 0 {
                    return;
                }
                sleep(rest.min(1000)).await;
            }
        });
    });
    left
}

/// The lock screen; the field empties with each wrong try.
#[component]
pub fn LockContent(
    sample: bool,
    wait_ms: u64,
    busy: bool,
    error: Option<String>,
    attempts: u32,
    on_input: EventHandler<String>,
    on_submit: EventHandler<()>,
) -> Element {
    let words = use_words();
    let label = match (busy, wait_ms) {
        (true, _) => words.say("lock-busy"),
        (false, 0) => words.say("lock-submit"),
        (false, wait) => words.say_with("lock-wait", [("wait", dates::countdown(wait).into())]),
    };
    rsx! {
        GatePage { testid: "lock", brand: words.say("lock-title"),
            if sample {
                Notice {
                    p { {words.say_with("lock-sample", [("passphrase", SAMPLE_PASSPHRASE.into())])} }
                }
            }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                for attempt in [attempts] {
                    TextField {
                        key: "{attempt}",
                        id: "lock-passphrase",
                        label: words.say("passphrase"),
                        kind: FieldKind::Passphrase,
                        required: true,
                        focus: true,
                        error: error.clone(),
                        testid: "lock-passphrase",
                        on_input,
                    }
                }
                Button {
                    label,
                    icon: IconName::Lock,
                    look: ButtonLook::Main,
                    wide: true,
                    large: true,
                    submit: true,
                    busy: busy || wait_ms > 0,
                    testid: "lock-submit",
                }
            }
            p { class: "small soft", {words.say("lock-forgot")} }
        }
    }
}
