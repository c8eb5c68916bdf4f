use dioxus::prelude::*;
use handrail_engine::api::{Command, IncompleteView, ReachedBy, SyncState, SyncView};

use crate::{
    components::{
        Button, ButtonLook, Go, Icon, IconName, Moving, Notice, NoticeTone, Page, Section,
    },
    engine_link::use_link,
    routes::{LaterRoute, Route},
    session::{use_moment, use_shared},
    words::{
        dates::{self, Moment},
        labels, sync_words, use_words,
    },
};

/// What was sent, what waits, why, and what to do.
#[component]
pub fn SyncDetails() -> Element {
    let words = use_words();
    let link = use_link();
    let shared = use_shared();
    let moment = use_moment();
    let now = move |()| {
        let order = link.order(Command::SyncNow);
        spawn(async move {
            // What comes of it is told by the pill.
            let _told_by_events = order.await;
        });
    };
    rsx! {
        Page { title: words.say("sync-title"), testid: "sync-details", back: move |()| { navigator().push(Route::More {}); },
            if let Some(view) = (shared.sync)() {
                SyncContent { view, moment, on_now: now }
            }
        }
    }
}

/// The details as rendered from the engine's view.
#[component]
pub fn SyncContent(view: SyncView, moment: Moment, on_now: EventHandler<()>) -> Element {
    let words = use_words();
    let (_, line) = sync_words::pill(&words, &moment, &view);
    let stamp = |at: Option<i64>| {
        at.map_or_else(
            || words.say("sync-never"),
            |at| dates::alone(dates::day_and_time(&words, &moment, at)),
        )
    };
    let local = view.state == SyncState::LocalOnly;
    rsx! {
        p { class: "strong", role: "status", "data-testid": "sync-line", "{line}" }
        match &view.state {
            SyncState::LocalOnly => rsx! { Notice { p { {words.say("sync-local-only")} } } },
            SyncState::Offline { .. } => rsx! { Notice { testid: "sync-offline", p { {words.say("sync-offline")} } } },
            SyncState::Trouble(trouble) => rsx! {
                Notice { tone: NoticeTone::Attention, testid: "sync-trouble", p { {words.say(labels::trouble(*trouble).1)} } }
            },
            SyncState::Working | SyncState::Idle => rsx! {},
        }
        if let Some((bytes, items)) = view.first_fetch {
            Moving {
                label: words.say("pill-first-fetch"),
                words: words.say_with("sync-fetched", [("amount", dates::bytes(&words, bytes).into()), ("count", items.into())]),
            }
        }
        if !local {
            dl { class: "card facts",
                dt { {words.say("sync-waiting")} }
                dd { "data-testid": "sync-waiting", {words.say_with("sync-records", [("count", view.waiting.into())])} }
                if view.carried > 0 {
                    dt { {words.say("sync-carried")} }
                    dd { "data-testid": "sync-carried", {words.say_with("sync-records", [("count", view.carried.into())])} }
                }
                dt { {words.say("sync-sent")} }
                dd { "data-testid": "sync-sent", {stamp(view.last_sent_at)} }
                dt { {words.say(if view.last_reached_by == Some(ReachedBy::Coach) { "sync-reached-coach" } else { "sync-reached-supervisor" })} }
                dd { "data-testid": "sync-reached", {stamp(view.last_reached_at)} }
            }
            Button { label: words.say("sync-now"), icon: IconName::Send, look: ButtonLook::Main, wide: true, testid: "sync-now", on_press: on_now }
        }
        if matches!(view.state, SyncState::Offline { .. }) {
            Go { to: LaterRoute::HandOn {}, class: "button button-plain button-wide", testid: "sync-hand-on",
                Icon { name: IconName::Copy }
                span { {words.say("hand-on-title")} }
            }
        }
        if view.quarantined > 0 {
            Notice { tone: NoticeTone::Attention, testid: "sync-quarantine", p { {words.say_with("sync-quarantined", [("count", view.quarantined.into())])} } }
        }
        if !view.incomplete.is_empty() {
            Notice { tone: NoticeTone::Attention, testid: "sync-incomplete",
                p { class: "strong", {words.say("sync-incomplete")} }
                ul { class: "plain",
                    for (index , row) in view.incomplete.iter().enumerate() {
                        IncompleteLine { key: "{index}", row: row.clone() }
                    }
                }
            }
        }
        Section { title: words.say("sync-means"),
            dl { class: "card facts",
                dt { {words.say("sync-word-saved")} }
                dd { {words.say("sync-word-saved-means")} }
                dt { {words.say("sync-word-sent")} }
                dd { {words.say("sync-word-sent-means")} }
                dt { {words.say("sync-word-reached")} }
                dd { {words.say("sync-word-reached-means")} }
            }
        }
    }
}

/// Whose records are incomplete, and why.
#[component]
fn IncompleteLine(row: IncompleteView) -> Element {
    let words = use_words();
    let name = if row.name.is_empty() {
        words.say("incomplete-nameless")
    } else {
        row.name
    };
    rsx! {
        li {
            if let Some(participant) = row.participant {
                Go { to: Route::Person { participant }, class: "strong", "{name}" }
            } else {
                span { class: "strong", "{name}" }
            }
            if !row.coach.is_empty() {
                span { class: "soft", " · {row.coach}" }
            }
            p { {words.say(labels::incomplete(row.why))} }
        }
    }
}
