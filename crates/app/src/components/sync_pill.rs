use dioxus::prelude::*;
use handrail_engine::api::SyncView;

use super::{Go, Icon, IconName};
use crate::{
    routes::Route,
    words::{
        dates::Moment,
        sync_words::{self, PillTone},
        use_words,
    },
};

/// The quiet pill: how far everything got. Opens the details.
#[component]
pub fn SyncPill(view: SyncView, moment: Moment) -> Element {
    let words = use_words();
    let (tone, text) = sync_words::pill(&words, &moment, &view);
    let (class, icon) = match tone {
        PillTone::Quiet => ("pill", IconName::Reached),
        PillTone::Busy => ("pill pill-busy", IconName::Send),
        PillTone::Attention => ("pill pill-attention", IconName::Attention),
    };
    rsx! {
        Go { to: Route::SyncDetails {}, class, testid: "sync-pill",
            span { class: "pill-face",
                Icon { name: icon }
                span { role: "status", "{text}" }
            }
        }
    }
}
