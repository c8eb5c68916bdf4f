use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, IconName, QrCode, use_screen_on},
    engine_link::use_link,
    words::use_words,
};

/// How long each code is shown: long enough for two pictures of a slow camera, and so that nothing on the
/// screen flashes three times in a second (WCAG 2.3.1).
const EACH_MS: u64 = 250;

/// Shows one code after the other, over and over. With less motion wished for it waits for a press.
#[component]
pub fn Codes(codes: Vec<Vec<Vec<bool>>>) -> Element {
    let words = use_words();
    let link = use_link();
    let count = codes.len();
    let mut at = use_signal(|| 0_usize);
    let mut runs = use_signal(|| count > 1 && !(link.device.wants_stillness)());
    let sleep = link.device.sleep;
    use_screen_on();
    use_future(move || async move {
        loop {
            sleep(EACH_MS).await;
            if *runs.peek() {
                let next = at.peek().saturating_add(1) % count.max(1);
                at.set(next);
            }
        }
    });
    let mut step = move |places: usize| {
        runs.set(false);
        let next = at.peek().saturating_add(places) % count.max(1);
        at.set(next);
    };
    let place = || {
        [
            ("at", at().saturating_add(1).into()),
            ("count", count.into()),
        ]
    };
    let shown = codes.get(at()).cloned().unwrap_or_default();
    rsx! {
        div { class: "stack", "data-testid": "codes",
            QrCode { modules: shown, label: words.say_with("hand-on-code", place()), large: true, testid: "code" }
            p { class: "codes-place tabular", "data-testid": "code-place", {words.say_with("hand-on-at", place())} }
            if count > 1 {
                div { class: "codes-steps",
                    Button { label: words.say("hand-on-previous"), icon: IconName::Left, testid: "code-previous", on_press: move |()| step(count.saturating_sub(1)) }
                    if runs() {
                        Button { label: words.say("hand-on-pause"), look: ButtonLook::Soft, testid: "code-pause", on_press: move |()| runs.set(false) }
                    } else {
                        Button { label: words.say("hand-on-run"), look: ButtonLook::Soft, testid: "code-run", on_press: move |()| runs.set(true) }
                    }
                    Button { label: words.say("hand-on-next"), icon: IconName::Right, testid: "code-next", on_press: move |()| step(1) }
                }
                p { class: "soft", {words.say("hand-on-keep")} }
            }
        }
    }
}
