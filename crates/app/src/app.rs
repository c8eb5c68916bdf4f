use dioxus::prelude::*;
use handrail_engine::api::{SessionView, Theme};

use crate::{
    engine_link::EngineLink,
    routes::Route,
    screens::discreet::{Cover, Inspected},
    screens::start::{
        Blocked, Elsewhere, Gated, Lock, RecoveryKit, Removed, Start, Starting, Unfinished,
    },
    session::use_shared_provider,
    words::{language_tag, use_words},
};

/// Opens the window or takes over the page, and starts the engine beside it.
#[cfg(any(feature = "web", feature = "desktop"))]
pub fn launch() {
    #[cfg(feature = "desktop")]
    if let Some(obstacle) = crate::desktop::obstacle() {
        eprintln!("{obstacle}");
        std::process::exit(1);
    }
    #[cfg(feature = "desktop")]
    let builder = dioxus::LaunchBuilder::desktop().with_cfg(crate::desktop::window());
    #[cfg(all(feature = "web", not(feature = "desktop")))]
    let builder = dioxus::LaunchBuilder::web();
    builder.launch(Running);
}

#[cfg(any(feature = "web", feature = "desktop"))]
#[component]
fn Running() -> Element {
    let link = use_hook(EngineLink::start);
    rsx! {
        Frame { link }
    }
}

/// The whole app over any link: chooses what may be shown from where the
/// device stands. Nothing that names anybody is rendered before unlocking.
#[component]
pub fn Frame(link: EngineLink) -> Element {
    let shared = use_shared_provider(&link);
    let session = shared.session;
    let gate = use_memo(move || Gate::of(&session.read()));
    rsx! {
        Themed { theme: shared.theme(), link,
            if (shared.covered)() {
                Cover {}
            } else {
            match gate() {
                Gate::Starting => rsx! { Starting {} },
                Gate::Start => rsx! { Start {} },
                Gate::Lock => rsx! { Lock {} },
                Gate::Unfinished => rsx! { Unfinished {} },
                Gate::Gated => rsx! { Gated {} },
                Gate::Removed => rsx! { Removed {} },
                Gate::Blocked => rsx! { Blocked {} },
                Gate::Elsewhere => rsx! { Elsewhere {} },
                Gate::Kit => rsx! { RecoveryKit {} },
                Gate::Inspected => rsx! { Inspected {} },
                Gate::Open => rsx! { Router::<Route> {} },
            }
            }
        }
    }
}

/// Which of the app's faces is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gate {
    /// The engine is opening its files.
    Starting,
    /// No agency is here, or one more person comes.
    Start,
    /// A passphrase is needed.
    Lock,
    /// Joining was cut off.
    Unfinished,
    /// Open, and nothing is shown of it.
    Gated,
    /// It was taken out and wiped.
    Removed,
    /// The files cannot be used.
    Blocked,
    /// Open in another tab.
    Elsewhere,
    /// The recovery kit waits to be confirmed.
    Kit,
    /// In other hands.
    Inspected,
    /// Open.
    Open,
}

impl Gate {
    fn of(session: &SessionView) -> Self {
        match session {
            SessionView::Starting => Self::Starting,
            SessionView::Empty | SessionView::Adding { .. } => Self::Start,
            SessionView::Locked { .. } => Self::Lock,
            SessionView::JoinUnfinished { .. } => Self::Unfinished,
            SessionView::Gated(_) => Self::Gated,
            SessionView::Removed(_) => Self::Removed,
            SessionView::Blocked(_) => Self::Blocked,
            SessionView::OpenElsewhere { .. } => Self::Elsewhere,
            SessionView::Inspecting(_) => Self::Inspected,
            SessionView::Unlocked(view) if view.recovery_unconfirmed => Self::Kit,
            SessionView::Unlocked(_) => Self::Open,
        }
    }
}

/// The outermost element: theme, language, and any touch keeps the device open.
#[component]
fn Themed(theme: Theme, link: EngineLink, children: Element) -> Element {
    let words = use_words();
    let shared = crate::session::use_shared();
    let (pointer, key, input) = (link.clone(), link.clone(), link);
    rsx! {
        div {
            class: "app",
            tabindex: "-1",
            lang: language_tag(words.language()),
            "data-theme": theme_name(theme),
            onpointerdown: move |_| shared.touched(&pointer),
            onkeydown: move |_| shared.touched(&key),
            oninput: move |_| shared.touched(&input),
            {children}
        }
    }
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "device",
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::HighContrast => "high-contrast",
    }
}
