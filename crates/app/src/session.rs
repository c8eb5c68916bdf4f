//! What the screens share while the app runs: the session, the words, the
//! time, the pill. Kept current from the engine's events.

use std::rc::Rc;

use dioxus::prelude::*;
use futures_util::StreamExt;
use handrail_engine::api::{
    Command, Event, ImportProgressView, Language, Query, Reply, SessionView, SettingChange,
    SyncView, Theme,
};

use crate::{
    ask::Revisions,
    components::{Asked, FocusMemory, use_asked},
    drafts::Drafts,
    engine_link::EngineLink,
    keys::ListKeys,
    screens::import::ImportStage,
    toast::Toast,
    words::{Place, Words, dates::Moment, language_tag, later_words_are_here},
};

/// Touches are told to the engine at most this often.
const AWAKE_EVERY_MS: i64 = 20_000;
/// The time on the screens moves this often.
const TIME_STEP_MS: u64 = 20_000;

/// Signals that every screen may read.
#[derive(Clone, Copy)]
pub struct Shared {
    /// Where the device stands.
    pub session: Signal<SessionView>,
    /// The pill; none until the engine told.
    pub sync: Signal<Option<SyncView>>,
    /// A running import or sample build.
    pub progress: Signal<Option<ImportProgressView>>,
    /// The import, which goes on while other screens are open.
    pub import: Signal<ImportStage>,
    /// The code of every screen is here; a browser has that of the first ones earlier.
    pub later_ready: Signal<bool>,
    /// A new version waits.
    pub update_ready: Signal<bool>,
    /// The browser offers to install the app.
    pub install_ready: Signal<bool>,
    /// Nothing is shown but a clock.
    pub covered: Signal<bool>,
    /// Words said at the bottom of the screen.
    pub toast: Signal<Option<Toast>>,
    /// The dialog that is open.
    pub asked: Asked,
    words: Signal<Words>,
    chosen_language: Signal<Option<Language>>,
    awake_at: CopyValue<i64>,
    in_front: CopyValue<Option<String>>,
}

impl Shared {
    /// Theme as last chosen.
    pub fn theme(&self) -> Theme {
        match &*self.session.read() {
            SessionView::Locked { theme, .. } => *theme,
            SessionView::Unlocked(view) => view.theme,
            SessionView::Inspecting(view) => view.theme,
            SessionView::Gated(view) => view.theme,
            SessionView::Removed(view) => view.theme,
            _ => Theme::Device,
        }
    }

    /// Switches the screens at once and keeps the choice on the device.
    pub fn choose_language(mut self, link: &EngineLink, language: Language) {
        self.chosen_language.set(Some(language));
        self.toast.set(None);
        let order = link.order(Command::SetSetting(SettingChange::Language(language)));
        dioxus::core::spawn_forever(async move {
            // Refused only where nothing can be kept yet; the screens have switched.
            let _not_kept = order.await;
        });
    }

    /// Puts another person's lock in front: in their language, and not at the
    /// place where the one before was.
    pub fn choose_profile(mut self, link: &EngineLink, profile: u32) {
        self.chosen_language.set(None);
        if let Some(history) = try_consume_context::<std::rc::Rc<dyn dioxus::history::History>>() {
            history.replace("/".to_owned());
        }
        let order = link.order(Command::ChooseProfile { profile });
        let link = link.clone();
        dioxus::core::spawn_forever(async move {
            if let Ok(reply) = order.await {
                self.arrived(&link, reply);
            }
        });
    }

    /// A reply that says where the device stands now.
    pub fn arrived(self, link: &EngineLink, reply: Reply) {
        match reply {
            Reply::Session(view) => arrive(self, link, view),
            _ => self.ask_session(link),
        }
    }

    /// Asks where the device stands.
    pub fn ask_session(self, link: &EngineLink) {
        let link = link.clone();
        dioxus::core::spawn_forever(async move {
            if let Ok(Reply::Session(view)) = link.query(Query::Session).await {
                arrive(self, &link, view);
            }
        });
    }

    /// The person did something.
    pub fn touched(mut self, link: &EngineLink) {
        let now = (link.device.now)();
        if now.saturating_sub((self.awake_at)()) < AWAKE_EVERY_MS
            || !matches!(
                &*self.session.peek(),
                SessionView::Unlocked(_) | SessionView::Inspecting(_) | SessionView::Gated(_)
            )
        {
            return;
        }
        self.awake_at.set(now);
        let order = link.order(Command::KeepAwake);
        dioxus::core::spawn_forever(async move {
            // Locked meanwhile: the lock screen follows by itself.
            let _locked = order.await;
        });
    }
}

/// Provides everything shared to the components below.
pub fn use_shared_provider(link: &EngineLink) -> Shared {
    let device = link.device.clone();
    let words = use_signal(|| Words::at((device.language)(), place(link)));
    let shared = Shared {
        session: use_signal(|| SessionView::Starting),
        sync: use_signal(|| None),
        progress: use_signal(|| None),
        import: use_signal(ImportStage::default),
        later_ready: use_signal(|| false),
        update_ready: use_signal(|| false),
        install_ready: use_signal(|| false),
        covered: use_signal(|| false),
        toast: use_signal(|| None),
        asked: use_asked(),
        words,
        chosen_language: use_signal(|| None),
        awake_at: use_hook(|| CopyValue::new(0)),
        in_front: use_hook(|| CopyValue::new(None)),
    };
    let moment = use_signal(|| Moment {
        at: (link.device.now)(),
        offset_at: link.device.offset_at,
    });
    let revisions = use_signal(Revisions::default);
    let list_keys = use_signal(ListKeys::default);
    use_context_provider(|| link.clone());
    use_context_provider(|| words);
    use_context_provider(|| moment);
    use_context_provider(|| revisions);
    use_context_provider(|| list_keys);
    use_context_provider(|| shared);
    use_context_provider(FocusMemory::default);
    use_context_provider(|| Drafts::new(link.clone()));
    use_language(link, shared);
    use_time(link, moment);
    use_events(link, shared, revisions);
    shared
}

fn place(link: &EngineLink) -> Place {
    if (link.device.is_phone)() {
        Place::Phone
    } else if (link.device.origin)().is_none() {
        Place::Window
    } else {
        Place::Computer
    }
}

fn use_language(link: &EngineLink, mut shared: Shared) {
    let link = link.clone();
    use_effect(move || {
        let kept = match &*shared.session.read() {
            SessionView::Locked { language, .. } => *language,
            SessionView::Unlocked(view) => view.language,
            SessionView::Inspecting(view) => view.language,
            SessionView::Gated(view) => view.language,
            SessionView::Removed(view) => view.language,
            _ => None,
        };
        let language = (shared.chosen_language)()
            .or(kept)
            .unwrap_or_else(|| (link.device.language)());
        let _more_words = (shared.later_ready)();
        let words = Words::at(language, place(&link));
        (link.device.set_page)(language_tag(language), &words.say("app-name"));
        if *shared.words.peek() != words {
            shared.words.set(words);
        }
    });
}

fn use_time(link: &EngineLink, mut moment: Signal<Moment>) {
    let device = link.device.clone();
    use_future(move || {
        let device = device.clone();
        async move {
            loop {
                (device.sleep)(TIME_STEP_MS).await;
                moment.set(Moment {
                    at: (device.now)(),
                    offset_at: device.offset_at,
                });
            }
        }
    });
}

fn use_events(link: &EngineLink, mut shared: Shared, mut revisions: Signal<Revisions>) {
    let device = link.device.clone();
    let link = link.clone();
    use_future(move || {
        let link = link.clone();
        async move {
            let mut events = link.events();
            if let Ok(Reply::Session(view)) = link.query(Query::Session).await {
                arrive(shared, &link, view);
            }
            while let Some(event) = events.next().await {
                match event {
                    Event::Session(view) => arrive(shared, &link, view),
                    Event::Sync(view) => shared.sync.set(Some(view)),
                    Event::Progress(view) => shared.progress.set(Some(view)),
                    Event::Changed(topics) => {
                        let mut next = *revisions.peek();
                        for topic in topics {
                            next.bump(topic);
                        }
                        revisions.set(next);
                    }
                }
            }
        }
    });
    use_hook(move || {
        (device.on_later_ready)(Box::new(move || {
            later_words_are_here();
            shared.later_ready.clone().set(true);
        }));
        (device.on_update_ready)(Box::new(move || shared.update_ready.clone().set(true)));
        (device.on_install_ready)(Box::new(move || shared.install_ready.clone().set(true)));
    });
}

fn arrive(mut shared: Shared, link: &EngineLink, view: SessionView) {
    let opened = matches!(view, SessionView::Unlocked(_))
        && !matches!(&*shared.session.peek(), SessionView::Unlocked(_));
    if !matches!(view, SessionView::Unlocked(_)) {
        // Nothing that names anybody stays behind the lock screen.
        shared.toast.set(None);
        shared.sync.set(None);
        shared.import.set(ImportStage::Pick);
    }
    if let SessionView::Unlocked(opened) = &view {
        begin_anew_for_somebody_else(shared, &opened.member);
    }
    if *shared.session.peek() != view {
        shared.session.set(view);
    }
    if opened {
        let asking = link.query(Query::Sync);
        dioxus::core::spawn_forever(async move {
            if let Ok(Reply::Sync(view)) = asking.await {
                shared.sync.set(Some(view));
            }
        });
    }
}

/// On a shared device the next person begins at Today, not where the one before was.
fn begin_anew_for_somebody_else(mut shared: Shared, member: &str) {
    let before = shared.in_front.replace(Some(member.to_owned()));
    if before.is_some_and(|before| before != member)
        && let Some(history) = try_consume_context::<Rc<dyn dioxus::history::History>>()
    {
        history.replace("/".to_owned());
    }
}

/// The time on the screens.
pub fn use_moment() -> Moment {
    use_context::<Signal<Moment>>()()
}

/// What the screens share.
pub fn use_shared() -> Shared {
    use_context::<Shared>()
}
