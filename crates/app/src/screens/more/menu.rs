use dioxus::prelude::*;
use handrail_engine::api::{Command, Role, UnlockedView};

use crate::{
    components::{Button, ButtonLook, Empty, Go, Icon, IconName, Notice, Page},
    engine_link::use_link,
    routes::{Address, LaterRoute, Route},
    screens::{coach_space::NewAmongCoaches, shell::use_unlocked, workforce::ME},
    session::use_shared,
    words::{labels, use_words},
};

/// On a wide screen the place beside the menu, until something is chosen.
#[component]
pub fn More() -> Element {
    let words = use_words();
    rsx! {
        Empty { icon: IconName::More, title: words.say("more-choose") }
    }
}

/// The menu; on a wide screen it stands beside what was chosen.
#[component]
pub fn MoreMenu() -> Element {
    let link = use_link();
    let mut shared = use_shared();
    let installing = link.clone();
    let lock = move |()| {
        let link = link.clone();
        dioxus::core::spawn_forever(async move {
            if let Ok(reply) = link.order(Command::Lock).await {
                shared.arrived(&link, reply);
            }
        });
    };
    rsx! {
        MoreContent {
            unlocked: use_unlocked(),
            route: use_route::<Route>(),
            installable: (shared.install_ready)() && !(installing.device.is_installed)(),
            on_install: move |()| {
                shared.install_ready.set(false);
                (installing.device.ask_install)();
            },
            on_lock: lock,
        }
    }
}

/// The menu's rows.
#[component]
pub fn MoreContent(
    unlocked: UnlockedView,
    route: Route,
    installable: bool,
    on_install: EventHandler<()>,
    on_lock: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        Page { title: words.say("more-title"), testid: "more", take_focus: route == Route::More {},
            div { class: "card card-stack",
                p { class: "strong", "{unlocked.own_name}" }
                p { class: "soft", "{unlocked.agency_name} · " {words.say(labels::role(unlocked.role))} }
            }
            if installable {
                Notice {
                    p { {words.say("install-words")} }
                    Button { label: words.say("install"), icon: IconName::Device, look: ButtonLook::Plain, testid: "install", on_press: on_install }
                }
            }
            ul { class: "rows",
                MenuLine { to: Route::Crisis {}, here: route == Route::Crisis {}, icon: IconName::Help, title: words.say("crisis-title"), line: words.say("more-crisis-words"), testid: "more-crisis" }
                if unlocked.role.has_caseload() {
                    MenuLine { to: LaterRoute::Groups {}, here: false, icon: IconName::Group, title: words.say("groups-title"), line: words.say("more-groups-words"), testid: "more-groups" }
                }
                if unlocked.role.has_caseload() {
                    MenuLine { to: LaterRoute::MyExperience {}, here: false, icon: IconName::Lock, title: words.say("lived-title"), line: words.say("lived-line"), testid: "more-lived" }
                }
                if unlocked.role.has_caseload() {
                    MenuLine { to: LaterRoute::MySupervision {}, here: false, icon: IconName::Seedling, title: words.say("supervision-own"), line: words.say("supervision-own-line"), testid: "more-supervision" }
                }
                if unlocked.role.has_caseload() {
                    MenuLine { to: LaterRoute::Trainings { person: ME.to_owned() }, here: false, icon: IconName::Log, title: words.say("trainings-own"), line: words.say("more-training-words"), testid: "more-training" }
                }
                if unlocked.role.has_caseload() {
                    MenuLine { to: LaterRoute::AmongCoaches {}, here: false, icon: IconName::Message, title: words.say("coaches-title"), line: words.say("more-coaches-words"), testid: "more-coaches", NewAmongCoaches {} }
                }
                MenuLine { to: LaterRoute::OnCall {}, here: false, icon: IconName::Phone, title: words.say("on-call-title"), line: words.say("more-on-call-words"), testid: "more-on-call" }
                MenuLine { to: Route::Resources {}, here: route == Route::Resources {}, icon: IconName::Seedling, title: words.say("resources-title"), line: words.say("more-resources-words"), testid: "more-resources" }
                if unlocked.role.has_caseload() {
                    MenuLine { to: LaterRoute::OpenCard {}, here: false, icon: IconName::Device, title: words.say("card-open-title"), line: words.say("more-card-words"), testid: "more-card" }
                }
                MenuLine { to: LaterRoute::HandOn {}, here: false, icon: IconName::Copy, title: words.say("hand-on-title"), line: words.say("more-hand-on-words"), testid: "more-hand-on" }
                MenuLine { to: Route::SyncDetails {}, here: route == Route::SyncDetails {}, icon: IconName::Send, title: words.say("sync-title"), line: words.say("more-sync-words"), testid: "more-sync" }
                MenuLine { to: Route::Settings {}, here: route == Route::Settings {}, icon: IconName::Settings, title: words.say("settings-title"), line: words.say("more-settings-words"), testid: "more-settings" }
                if unlocked.role == Role::Supervisor {
                    MenuLine { to: Route::HelpCode {}, here: route == Route::HelpCode {}, icon: IconName::Lock, title: words.say("help-give-title"), line: words.say("more-help-words"), testid: "more-help" }
                }
            }
            Button { label: words.say("limit-open"), icon: IconName::Hide, look: ButtonLook::Plain, wide: true, large: true, testid: "limit-open", on_press: move |()| { navigator().push(LaterRoute::LimitDevice {}); } }
            Button { label: words.say("lock-now"), icon: IconName::Lock, look: ButtonLook::Plain, wide: true, large: true, testid: "lock-now", on_press: on_lock }
        }
    }
}

#[component]
fn MenuLine(
    #[props(into)] to: Address,
    here: bool,
    icon: IconName,
    title: String,
    line: String,
    testid: String,
    children: Element,
) -> Element {
    rsx! {
        li {
            Go { to, class: "row", current: here.then(|| "true".to_owned()), testid,
                Icon { name: icon }
                span { class: "row-body",
                    span { class: "row-title", "{title}" }
                    span { class: "row-line", "{line}" }
                    {children}
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}
