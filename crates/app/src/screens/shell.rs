//! The frame around every open screen: places, pill, banners, keyboard.

mod banners;
mod help;
mod places;

use dioxus::prelude::*;
use handrail_engine::api::{Role, SessionView, UnlockedView};

pub use banners::Banners;
pub use places::{PlaceName, Places, PlacesContent};

use crate::{
    components::{FocusMemory, SyncPill},
    engine_link::use_link,
    keys::{ListKeys, Shortcut, shortcut},
    routes::Route,
    screens::{
        discreet::{HideButton, use_hide},
        more::MoreMenu,
        people::PeopleList,
        today::TodayList,
    },
    session::{use_moment, use_shared},
    toast::Toasts,
    words::use_words,
};

/// Tells the People screen to put the cursor into its search field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SearchWish(pub u64);

/// Who is at work; screens inside of the shell may rely on it.
pub fn use_unlocked() -> UnlockedView {
    let shared = use_shared();
    match &*shared.session.read() {
        SessionView::Unlocked(view) => (**view).clone(),
        // Between locking and the lock screen: nobody.
        _ => UnlockedView {
            member: String::new(),
            own_name: String::new(),
            role: Role::Coach,
            administrator: false,
            agency_name: String::new(),
            sample: false,
            local_only: true,
            recovery_unconfirmed: false,
            auto_lock_minutes: 5,
            days_until_away: None,
            language: None,
            theme: handrail_engine::api::Theme::Device,
        },
    }
}

/// Whether the person at work is a supervisor.
pub fn use_is_supervisor() -> bool {
    use_unlocked().role.is_supervisor()
}

/// Whether the person at work has people of their own to write about.
pub fn use_has_caseload() -> bool {
    use_unlocked().role.has_caseload()
}

/// Frame, keyboard and the screen inside.
#[component]
pub fn Shell() -> Element {
    let words = use_words();
    let unlocked = use_unlocked();
    let shared = use_shared();
    let mut list_keys = use_context::<Signal<ListKeys>>();
    let mut search = use_context_provider(|| Signal::new(SearchWish::default()));
    let mut helping = use_signal(|| false);
    let mut main = use_signal(|| None::<std::rc::Rc<MountedData>>);
    let route = use_route::<Route>();
    use_effect(use_reactive!(|route| {
        // The words must not lie over the button that saves a form.
        if route.has_form() {
            shared.toast.clone().set(None);
        }
    }));
    let memory = use_context::<FocusMemory>();
    let frame = memory.clone();
    let hide = use_hide();
    let writes = unlocked.role.has_caseload();
    let on_key = move |event: Event<KeyboardData>| {
        let Some(shortcut) = shortcut(&event.key(), event.modifiers()) else {
            return;
        };
        event.prevent_default();
        match shortcut {
            Shortcut::Search => {
                search.write().0 += 1;
                navigator().push(Route::People {});
            }
            Shortcut::NewContact if writes => {
                navigator().push(log_from(&router().current()));
            }
            Shortcut::Down | Shortcut::Up => {
                let mut keys = list_keys.write();
                keys.pressed += 1;
                keys.forward = shortcut == Shortcut::Down;
            }
            Shortcut::NewContact => {}
            Shortcut::Hide => hide.call(()),
            Shortcut::Help => {
                memory.forget();
                helping.set(true);
            }
        }
    };
    rsx! {
        div {
            class: "shell",
            tabindex: "-1",
            onkeydown: on_key,
            onmounted: move |event| frame.set_home(event.data()),

            button {
                class: "skip-link",
                r#type: "button",
                onclick: move |_| {
                    if let Some(main) = main.peek().clone() {
                        spawn(async move {
                            let _gone = main.set_focus(true).await;
                        });
                    }
                },
                {words.say("skip-to-content")}
            }
            header { class: "strip",
                span { class: "strip-start",
                    if unlocked.sample {
                        span { class: "sample-mark", {words.say("sample-mark")} }
                    } else {
                        span { class: "strip-agency", "{unlocked.agency_name}" }
                    }
                }
                span { class: "strip-end",
                    Pill {}
                    HideButton { on_press: hide }
                }
            }
            Banners {}
            main { class: "main", id: "content", tabindex: "-1", onmounted: move |event| main.set(Some(event.data())),
                if route.comes_later() && !(shared.later_ready)() {
                    p { class: "state", role: "status", "data-testid": "comes-later", {words.say("comes-later")} }
                } else {
                    Outlet::<Route> {}
                }
            }
            Places {}
            Toasts {}
            if helping() {
                help::KeyHelp { on_close: move |()| helping.set(false) }
            }
            if shared.session.read().eq(&SessionView::Starting) {
                span { class: "only-read", role: "status", {words.say("starting")} }
            }
        }
    }
}

/// Where `n` and ＋ lead: the sheet of the participant on the screen, or the
/// choice of one.
pub fn log_from(route: &Route) -> Route {
    match route {
        Route::Person { participant } | Route::TodayPerson { participant } => Route::Log {
            participant: participant.clone(),
        },
        _ => Route::LogChoose {},
    }
}

#[component]
fn Pill() -> Element {
    let shared = use_shared();
    let moment = use_moment();
    let link = use_link();
    use_hook(|| {
        let mut shared = shared;
        spawn(async move {
            if let Ok(handrail_engine::api::Reply::Sync(view)) =
                link.query(handrail_engine::api::Query::Sync).await
            {
                shared.sync.set(Some(view));
            }
        });
    });
    rsx! {
        if let Some(view) = (shared.sync)() {
            SyncPill { view, moment }
        }
    }
}

/// List and detail: side by side on a wide screen, one of them on a phone.
#[component]
pub fn Split() -> Element {
    let route = use_route::<Route>();
    let (list, detail) = match &route {
        Route::Today {} => (SplitList::Today, None),
        Route::TodayPerson { participant } => (SplitList::Today, Some(participant.clone())),
        Route::People {} => (SplitList::People, None),
        Route::Person { participant } => (SplitList::People, Some(participant.clone())),
        Route::More {} => (SplitList::More, None),
        _ => (SplitList::More, Some(String::new())),
    };
    let (list_class, detail_class) = if detail.is_some() {
        ("pane split-list has-detail", "pane split-detail")
    } else {
        ("pane split-list", "pane split-detail no-detail")
    };
    rsx! {
        div { class: "split",
            div { class: list_class,
                match list {
                    SplitList::Today => rsx! { TodayList { chosen: detail.clone() } },
                    SplitList::People => rsx! { PeopleList { chosen: detail.clone() } },
                    SplitList::More => rsx! { MoreMenu {} },
                }
            }
            div { class: detail_class, Outlet::<Route> {} }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SplitList {
    /// Today's rows.
    Today,
    /// The search.
    People,
    /// The menu.
    More,
}
