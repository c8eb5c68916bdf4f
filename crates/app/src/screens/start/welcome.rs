use dioxus::prelude::*;
use handrail_engine::api::{Command, ImportProgressView, SessionView};

use super::{Found, GatePage, Join, Restore, SideDoor};
use crate::{
    components::{Icon, IconName, Notice, NoticeTone, Progress},
    engine_link::use_link,
    session::use_shared,
    words::{errors, use_words},
};

/// The sample agency is the same for everybody.
const SAMPLE_SEED: u64 = 2026;

/// Where somebody stands who has nothing on this device yet.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Choosing.
    Welcome,
    /// Starting an agency.
    Found,
    /// Joining with a link; empty when it is still to be pasted.
    Join(String),
    /// Coming back with the recovery kit; with the words that its code gave.
    Restore(String),
}

/// The way in: start an agency, join one, or look around.
#[component]
pub fn Start() -> Element {
    let link = use_link();
    let mut shared = use_shared();
    let words = use_words();
    let back_to = match &*shared.session.read() {
        SessionView::Adding { back_to } => Some(*back_to),
        _ => None,
    };
    let going_back = link.clone();
    let mut step = use_signal(|| step_of_address(&link));
    let mut error = use_signal(|| None::<String>);
    let mut building = use_signal(|| false);
    let look_around = move |()| {
        if building() {
            return;
        }
        building.set(true);
        error.set(None);
        let order = link.order(Command::StartSample { seed: SAMPLE_SEED });
        let words = words.clone();
        spawn(async move {
            let result = order.await;
            building.set(false);
            shared.progress.set(None);
            if let Err(problem) = result {
                error.set(Some(errors::error_text(&words, &problem)));
            }
        });
    };
    match step() {
        Step::Found => rsx! { Found { on_back: move |()| step.set(Step::Welcome) } },
        Step::Join(link) => rsx! { Join { link, on_back: move |()| step.set(Step::Welcome) } },
        Step::Restore(scanned) => {
            rsx! { Restore { scanned, on_back: move |()| step.set(Step::Welcome) } }
        }
        Step::Welcome => rsx! {
            WelcomeContent {
                building: building().then(|| (shared.progress)().unwrap_or(ImportProgressView { done: 0, total: 0 })),
                error: error(),
                on_found: move |()| step.set(Step::Found),
                on_join: move |()| step.set(Step::Join(String::new())),
                on_sample: look_around,
                on_restore: move |()| step.set(Step::Restore(String::new())),
                adding: back_to.is_some(),
                on_back: move |()| {
                    if let Some(profile) = back_to {
                        shared.choose_profile(&going_back, profile);
                    }
                },
            }
        },
    }
}

/// What this page was opened with, an invitation or the code of a recovery kit, taken out of the
/// address bar because it is a secret.
fn step_of_address(link: &crate::engine_link::EngineLink) -> Step {
    let Some(route) = take_secret_address() else {
        return Step::Welcome;
    };
    match handrail_engine::kit_words(&route) {
        Some(words) => Step::Restore(words),
        None if route.starts_with("/join") => {
            let origin = (link.device.origin)().unwrap_or_default();
            Step::Join(format!("{origin}{route}"))
        }
        None => Step::Restore(String::new()),
    }
}

/// Takes an address with a secret in it out of the address bar.
fn take_secret_address() -> Option<String> {
    let history = try_consume_context::<std::rc::Rc<dyn dioxus::history::History>>()?;
    let route = history.current_route();
    let secret = ["/join", "/restore"]
        .iter()
        .any(|place| route.starts_with(place));
    if !secret || !route.contains('#') {
        return None;
    }
    history.replace("/".to_owned());
    Some(route)
}

/// Three ways in, and the way back for who holds the recovery kit.
#[component]
pub fn WelcomeContent(
    building: Option<ImportProgressView>,
    error: Option<String>,
    on_found: EventHandler<()>,
    on_join: EventHandler<()>,
    on_sample: EventHandler<()>,
    on_restore: EventHandler<()>,
    #[props(default)] adding: bool,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        GatePage { testid: "welcome", brand: words.say("app-name"),
            p { class: "soft", {words.say(if adding { "welcome-adding" } else { "welcome-words" })} }
            if let Some(error) = error {
                Notice { tone: NoticeTone::Attention, alert: true, p { "{error}" } }
            }
            if let Some(progress) = building {
                div { class: "card card-stack", "data-testid": "sample-progress",
                    p { class: "strong", {words.say("welcome-building")} }
                    Progress {
                        label: words.say("welcome-building"),
                        done: u64::from(progress.done),
                        total: u64::from(progress.total),
                        words: words.say_with("progress-of", [("done", progress.done.into()), ("total", progress.total.into())]),
                    }
                }
            } else {
                div { class: "stack",
                    WayIn { main: true, icon: IconName::Invite, title: words.say("welcome-join"), words: words.say("welcome-join-words"), testid: "welcome-join", on_press: on_join }
                    WayIn { icon: IconName::Team, title: words.say("welcome-found"), words: words.say("welcome-found-words"), testid: "welcome-found", on_press: on_found }
                    if !adding {
                        WayIn { icon: IconName::Seedling, title: words.say("welcome-sample"), words: words.say("welcome-sample-words"), testid: "welcome-sample", on_press: on_sample }
                    }
                    SideDoor { label: words.say("welcome-restore"), testid: "welcome-restore", on_press: on_restore }
                    if adding {
                        SideDoor { label: words.say("back"), testid: "gate-back", on_press: on_back }
                    }
                }
            }
        }
    }
}

#[component]
fn WayIn(
    #[props(default)] main: bool,
    icon: IconName,
    title: String,
    words: String,
    testid: String,
    on_press: EventHandler<()>,
) -> Element {
    let class = if main { "choice choice-main" } else { "choice" };
    rsx! {
        button { class, r#type: "button", "data-testid": testid, onclick: move |_| on_press.call(()),
            Icon { name: icon }
            span {
                span { class: "choice-title", "{title}" }
                span { class: "soft", "{words}" }
            }
        }
    }
}
