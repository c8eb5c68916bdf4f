use dioxus::prelude::*;
use handrail_engine::api::{Command, EngineError, ProfileView, SAMPLE_PASSPHRASE, SessionView};

use super::{GatePage, Help, LockProfiles, SideDoor};
use crate::{
    components::{Button, ButtonLook, FieldKind, IconName, Notice, TextField},
    engine_link::use_link,
    screens::more::given,
    session::{use_moment, use_shared},
    words::{dates, errors, use_words},
};

/// The lock of whoever is in front. Names never show here.
#[component]
pub fn Lock() -> Element {
    let shared = use_shared();
    let profile = use_memo(move || match &*shared.session.read() {
        SessionView::Locked { profile, .. } => *profile,
        // Between unlocking and the open app.
        _ => 0,
    });
    rsx! {
        // What was typed for one is gone when another comes in front.
        for profile in [profile()] {
            LockOf { key: "{profile}" }
        }
    }
}

#[component]
fn LockOf() -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let _time_moves = use_moment();
    let (sample, wait, profile, profiles, may_add, pin_tries, help, passkey) =
        match &*shared.session.read() {
            SessionView::Locked {
                sample,
                retry_after_ms,
                profile,
                profiles,
                may_add,
                pin_tries_left,
                help_request,
                passkey,
                ..
            } => (
                *sample,
                *retry_after_ms,
                *profile,
                profiles.clone(),
                *may_add,
                *pin_tries_left,
                help_request.clone(),
                passkey.clone(),
            ),
            _ => (false, 0, 0, Vec::new(), false, None, None, None),
        };
    let mut typed = use_signal(String::new);
    let mut by_passphrase = use_signal(|| false);
    let mut forgot = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let mut attempts = use_signal(|| 0_u32);
    let mut free_at = use_signal(|| (link.device.now)().saturating_add_unsigned(wait));
    let left = use_countdown(free_at);
    let with_pin = pin_tries.is_some() && !by_passphrase();
    let (unlocking, said) = (link.clone(), words);
    let submit = move |()| {
        if busy() || (!with_pin && left() > 0) {
            return;
        }
        busy.set(true);
        error.set(None);
        let secret = typed.peek().clone();
        let order = unlocking.order(if with_pin {
            Command::UnlockWithPin { pin: secret }
        } else {
            Command::Unlock { passphrase: secret }
        });
        let (link, words) = (unlocking.clone(), said.clone());
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(reply) => {
                    typed.set(String::new());
                    shared.arrived(&link, reply);
                }
                Err(problem) => {
                    if let EngineError::WrongPassphrase { retry_after_ms }
                    | EngineError::TooSoon { retry_after_ms } = problem
                    {
                        free_at.set((link.device.now)().saturating_add_unsigned(retry_after_ms));
                    }
                    let text = match &problem {
                        EngineError::TooSoon { .. } => return,
                        EngineError::WrongPassphrase { .. } => words.say("error-wrong-passphrase"),
                        other => errors::error_text(&words, other),
                    };
                    if matches!(
                        problem,
                        EngineError::WrongPassphrase { .. }
                            | EngineError::WrongPin { .. }
                            | EngineError::PassphraseNeeded
                    ) {
                        typed.set(String::new());
                        attempts += 1;
                    }
                    error.set(Some(text));
                }
            }
        });
    };
    // Only in the browser that made it.
    let passkey = link.device.passkeys.zip(passkey);
    let may_use_passkey = passkey.is_some();
    let (opening, said) = (link.clone(), use_words());
    let open_by_passkey = move |()| {
        let Some((passkeys, credential)) = passkey.clone().filter(|_| !busy()) else {
            return;
        };
        busy.set(true);
        error.set(None);
        let asking = (passkeys.ask)(credential);
        let (link, words) = (opening.clone(), said.clone());
        spawn(async move {
            let result = match given(asking.await) {
                Ok((output, _)) => {
                    let result = link.order(Command::UnlockWithPasskey { output }).await;
                    result.map_err(|problem| errors::error_text(&words, &problem))
                }
                Err(key) => Err(words.say(key)),
            };
            busy.set(false);
            match result {
                Ok(reply) => shared.arrived(&link, reply),
                Err(text) => error.set(Some(text)),
            }
        });
    };
    let choosing = link.clone();
    let choose = move |profile: u32| shared.choose_profile(&choosing, profile);
    let add = move |()| {
        let order = link.order(Command::AddProfile);
        let link = link.clone();
        dioxus::core::spawn_forever(async move {
            if let Ok(reply) = order.await {
                shared.arrived(&link, reply);
            }
        });
    };
    if let (Some(request), true) = (help.clone(), forgot()) {
        return rsx! {
            Help { request, on_back: move |()| forgot.set(false) }
        };
    }
    rsx! {
        LockContent {
            sample,
            profile,
            profiles,
            may_add,
            with_pin,
            may_use_pin: pin_tries.is_some(),
            may_use_passkey,
            may_get_help: help.is_some(),
            wait_ms: if with_pin { 0 } else { left() },
            busy: busy(),
            error: error(),
            attempts: attempts(),
            on_input: move |text| typed.set(text),
            on_submit: submit,
            on_choose: choose,
            on_add: add,
            on_forgot: move |()| forgot.set(true),
            on_passkey: open_by_passkey,
            on_other_way: move |()| {
                typed.set(String::new());
                error.set(None);
                by_passphrase.toggle();
            },
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
    profile: u32,
    profiles: Vec<ProfileView>,
    may_add: bool,
    with_pin: bool,
    may_use_pin: bool,
    #[props(default)] may_use_passkey: bool,
    may_get_help: bool,
    wait_ms: u64,
    busy: bool,
    error: Option<String>,
    attempts: u32,
    on_input: EventHandler<String>,
    on_submit: EventHandler<()>,
    on_choose: EventHandler<u32>,
    on_add: EventHandler<()>,
    on_forgot: EventHandler<()>,
    on_passkey: EventHandler<()>,
    on_other_way: EventHandler<()>,
) -> Element {
    let words = use_words();
    let label = match (busy, wait_ms) {
        (true, _) => words.say("lock-busy"),
        (false, 0) => words.say("lock-submit"),
        (false, wait) => words.say_with("lock-wait", [("wait", dates::countdown(wait).into())]),
    };
    let (id, field, kind) = if with_pin {
        ("lock-pin", words.say("pin"), FieldKind::Pin)
    } else {
        (
            "lock-passphrase",
            words.say("passphrase"),
            FieldKind::Passphrase,
        )
    };
    rsx! {
        GatePage { testid: "lock", brand: words.say("lock-title"),
            if profiles.len() > 1 {
                LockProfiles { profile, profiles, on_choose }
            }
            if sample {
                Notice {
                    p { {words.say_with("lock-sample", [("passphrase", SAMPLE_PASSPHRASE.into())])} }
                }
            }
            form {
                class: "stack",
                "data-testid": "lock-form-{profile}",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                for attempt in [attempts] {
                    TextField {
                        key: "{id}-{attempt}",
                        id,
                        label: field.clone(),
                        kind,
                        required: true,
                        focus: true,
                        error: error.clone(),
                        testid: id,
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
            if may_use_passkey {
                Button { label: words.say("lock-by-passkey"), icon: IconName::Device, look: ButtonLook::Plain, wide: true, large: true, testid: "lock-by-passkey", on_press: on_passkey }
            }
            if may_use_pin {
                SideDoor {
                    label: words.say(if with_pin { "lock-by-passphrase" } else { "lock-by-pin" }),
                    testid: "lock-other-way",
                    on_press: on_other_way,
                }
            }
            if may_get_help {
                SideDoor { label: words.say("help-open"), testid: "lock-help", on_press: on_forgot }
            } else {
                p { class: "small soft", {words.say("lock-forgot")} }
            }
            if may_add {
                SideDoor { label: words.say("lock-add"), testid: "lock-add", on_press: on_add }
            }
        }
    }
}
