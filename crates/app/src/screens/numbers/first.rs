use dioxus::prelude::*;
use handrail_engine::api::{MemberView, Query, Reply, Role, SettingsView, Topic};

use super::NumbersPage;
use crate::{
    ask::{Load, use_view},
    components::{IconName, LinkRow, Page, Section},
    routes::{LaterRoute, Route},
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
                    LinkRow { to: Route::People {}, icon: IconName::People, title: words.say("place-people"), testid: "first-line" }
                    LinkRow { to: LaterRoute::Desk {}, icon: IconName::Lock, title: words.say("desk-title"), testid: "first-line" }
                }
                if role == Role::AgencyIt {
                    LinkRow { to: Route::SyncDetails {}, icon: IconName::Send, title: words.say("sync-title"), testid: "first-line" }
                }
                LinkRow { to: LaterRoute::Team {}, icon: IconName::Team, title: words.say("first-members"), testid: "first-line" }
                LinkRow { to: Route::Crisis {}, icon: IconName::Help, title: words.say("crisis-title"), testid: "first-line" }
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
