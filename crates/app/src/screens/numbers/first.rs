use dioxus::prelude::*;
use handrail_engine::api::{MemberView, Query, Reply, Role, SettingsView, Topic};

use super::NumbersPage;
use crate::{
    ask::{Load, use_view},
    components::{Go, Icon, IconName, Page, Section},
    routes::{Address, LaterRoute, Route},
    screens::shell::use_unlocked,
    session::{use_moment, use_shared},
    words::{sync_words, use_words},
};

/// The first screen of those who have no caseload.
#[component]
pub fn First() -> Element {
    match use_unlocked().role {
        Role::ProgramManager => rsx! {
            NumbersPage {}
        },
        role => rsx! {
            FirstPage { role }
        },
    }
}

/// What a role may do here, and where.
#[component]
fn FirstPage(role: Role) -> Element {
    let words = use_words();
    let (title, said) = match role {
        Role::ClinicalProvider => ("first-provider", "first-provider-words"),
        Role::AgencyIt => ("first-it", "first-it-words"),
        _ => ("first-referrer", "first-referrer-words"),
    };
    rsx! {
        Page { title: words.say(title), testid: "first",
            p { {words.say(said)} }
            if role == Role::AgencyIt {
                Devices {}
            }
            ul { class: "rows",
                if role == Role::ClinicalProvider {
                    Line { to: Route::People {}, icon: IconName::People, title: words.say("place-people") }
                    Line { to: LaterRoute::Desk {}, icon: IconName::Lock, title: words.say("desk-title") }
                }
                if role == Role::AgencyIt {
                    Line { to: Route::SyncDetails {}, icon: IconName::Send, title: words.say("sync-title") }
                }
                Line { to: LaterRoute::Team {}, icon: IconName::Team, title: words.say("first-members") }
                Line { to: Route::Crisis {}, icon: IconName::Help, title: words.say("crisis-title") }
            }
        }
    }
}

#[component]
fn Line(#[props(into)] to: Address, icon: IconName, title: String) -> Element {
    rsx! {
        li {
            Go { to, class: "row", testid: "first-line",
                Icon { name: icon }
                span { class: "row-body", span { class: "row-title", "{title}" } }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// The relay and the devices, without content.
#[component]
fn Devices() -> Element {
    let words = use_words();
    let shared = use_shared();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::Team, Topic::Settings],
        || Query::Settings,
        |reply| match reply {
            Reply::Settings(view) => Some(*view),
            _ => None,
        },
    );
    let Load::Ready(settings) = answer() else {
        return rsx! {};
    };
    let SettingsView { relay, members, .. } = settings;
    let active = |member: &&MemberView| member.active;
    let people = members.iter().filter(active).count();
    let devices: u32 = members.iter().filter(active).map(|m| m.devices).sum();
    rsx! {
        Section { title: words.say("first-it-state"), testid: "first-it",
            dl { class: "card facts",
                dt { {words.say("first-relay")} }
                dd { {relay.unwrap_or_else(|| words.say("first-no-relay"))} }
                if let Some(sync) = (shared.sync)() {
                    dt { {words.say("first-connection")} }
                    dd { {sync_words::pill(&words, &moment, &sync).1} }
                }
                dt { {words.say("first-members")} }
                dd { "{people}" }
                dt { {words.say("first-devices")} }
                dd { "{devices}" }
            }
        }
    }
}
