use dioxus::prelude::*;
use handrail_engine::api::SessionView;

use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone, Progress},
    drafts::use_drafts,
    engine_link::use_link,
    screens::import::ImportStage,
    session::use_shared,
    words::use_words,
};

/// How often the update looks whether every draft is kept.
const LOOK_AGAIN_MS: u64 = 50;

/// The sample agency being made, and a new version that waits. That starts
/// only when asked, and only when every half-written form is kept.
#[component]
pub fn Banners() -> Element {
    let words = use_words();
    let link = use_link();
    let drafts = use_drafts();
    let mut shared = use_shared();
    let mut busy = use_signal(|| false);
    let apply = move |()| {
        busy.set(true);
        let (device, drafts) = (link.device.clone(), drafts.clone());
        spawn(async move {
            while !drafts.is_idle() {
                (device.sleep)(LOOK_AGAIN_MS).await;
            }
            (device.apply_update)();
        });
    };
    let update = (shared.update_ready)();
    // The import screen shows its own progress.
    let building = (shared.progress)()
        .filter(|rows| rows.done < rows.total && *shared.import.read() == ImportStage::Pick);
    let away = match &*shared.session.read() {
        SessionView::Unlocked(view) => view.days_until_away,
        _ => None,
    };
    if !update && building.is_none() && away.is_none() {
        return rsx! {};
    }
    rsx! {
        div { class: "banners",
            if let Some(days) = away {
                div { class: "banner",
                    Notice { tone: NoticeTone::Attention, testid: "away-soon", p { {words.say_with("away-soon", [("days", days.into())])} } }
                }
            }
            if let Some(rows) = building {
                div { class: "banner", "data-testid": "building",
                    Progress {
                        label: words.say("welcome-building"),
                        done: u64::from(rows.done),
                        total: u64::from(rows.total),
                        words: words.say("welcome-building") + " " + &words.say_with("progress-of", [("done", rows.done.into()), ("total", rows.total.into())]),
                    }
                }
            }
            if update {
                div { class: "banner",
                Notice { tone: NoticeTone::Info, testid: "update-ready",
                    p { role: "status", {words.say("update-ready")} }
                    div { class: "wrap",
                        Button { label: words.say("update-apply"), look: ButtonLook::Main, busy: busy(), testid: "update-apply", on_press: apply }
                        Button { label: words.say("update-later"), look: ButtonLook::Quiet, testid: "update-later", on_press: move |()| shared.update_ready.set(false) }
                    }
                }
                }
            }
        }
    }
}
