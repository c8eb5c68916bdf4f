use dioxus::prelude::*;
use handrail_engine::api::Command;

use super::{log_from, use_unlocked};
use crate::{
    components::{Button, ButtonLook, Go, Icon, IconName, Logo},
    engine_link::use_link,
    routes::{Address, LaterRoute, Route},
    screens::workforce::ME,
    session::use_shared,
    words::use_words,
};

/// The five places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceName {
    /// Who is owed a contact.
    Today,
    /// Everybody.
    People,
    /// The log sheet.
    Log,
    /// Coaches.
    Team,
    /// The rest.
    More,
}

impl PlaceName {
    /// By the first words of the address, which tell it of a later screen before its code is there.
    pub fn of(route: &Route) -> Self {
        let address = route.to_string();
        let mut words = address.split('/').skip(1);
        match words.next().unwrap_or_default() {
            "people" | "import" => Self::People,
            "log" => Self::Log,
            // What is of this member themselves.
            "team" if words.next() == Some("people") && words.next() == Some(ME) => Self::More,
            "team" | "on-call" => Self::Team,
            "more" | "groups" | "crisis" => Self::More,
            // Among them `calendar`, `off`, `concerns` and `call-outs`.
            _ => Self::Today,
        }
    }
}

/// Bottom bar on a phone, rail on a wide screen.
#[component]
pub fn Places() -> Element {
    let route = use_route::<Route>();
    let unlocked = use_unlocked();
    let link = use_link();
    let shared = use_shared();
    let lock = move |()| {
        let link = link.clone();
        dioxus::core::spawn_forever(async move {
            if let Ok(reply) = link.order(Command::Lock).await {
                shared.arrived(&link, reply);
            }
        });
    };
    rsx! {
        PlacesContent {
            here: PlaceName::of(&route),
            log: unlocked.role.has_caseload().then(|| log_from(&route)),
            own_name: unlocked.own_name,
            on_lock: lock,
        }
    }
}

/// The bar itself.
#[component]
pub fn PlacesContent(
    here: PlaceName,
    log: Option<Route>,
    own_name: String,
    on_lock: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        nav { class: "places", "aria-label": words.say("places-label"),
            div { class: "places-brand",
                Logo {}
                span { {words.say("app-name")} }
            }
            ul {
                Place { to: Route::Today {}, here: here == PlaceName::Today, icon: IconName::Today, label: words.say("place-today"), testid: "place-today" }
                Place { to: Route::People {}, here: here == PlaceName::People, icon: IconName::People, label: words.say("place-people"), testid: "place-people" }
                if let Some(to) = log {
                    Place { to, here: here == PlaceName::Log, icon: IconName::Plus, label: words.say("place-log"), testid: "place-log", main: true }
                }
                Place { to: LaterRoute::Team {}, here: here == PlaceName::Team, icon: IconName::Team, label: words.say("place-team"), testid: "place-team" }
                Place { to: Route::More {}, here: here == PlaceName::More, icon: IconName::More, label: words.say("place-more"), testid: "place-more" }
            }
            div { class: "places-foot stack-tight",
                span { "{own_name}" }
                Button { label: words.say("lock-now"), icon: IconName::Lock, look: ButtonLook::Plain, wide: true, testid: "rail-lock", on_press: on_lock }
                span { {words.say("keys-hint")} }
            }
        }
    }
}

#[component]
fn Place(
    #[props(into)] to: Address,
    here: bool,
    icon: IconName,
    label: String,
    testid: String,
    #[props(default)] main: bool,
) -> Element {
    let class = if main { "place place-log" } else { "place" };
    rsx! {
        li {
            Go { to, class, current: here.then(|| "page".to_owned()), testid,
                span { class: "place-mark", Icon { name: icon } }
                span { "{label}" }
            }
        }
    }
}
