use dioxus::prelude::*;
use handrail_engine::api::StorageView;

use crate::{
    components::{Meter, Notice, NoticeTone},
    words::{dates, use_words},
};

/// How full the device is, and whether the browser keeps what we store.
#[component]
pub fn StorageGauge(storage: StorageView) -> Element {
    let words = use_words();
    let own = words.say_with(
        "storage-own",
        [(
            "amount",
            dates::bytes(&words, storage.database_bytes).into(),
        )],
    );
    rsx! {
        div { class: "card card-stack", "data-testid": "storage-gauge",
            p { "{own}" }
            if let (Some(used), Some(quota)) = (storage.used, storage.quota) {
                Meter {
                    label: words.say("storage-title"),
                    used,
                    most: quota,
                    words: words.say_with("storage-of", [("used", dates::bytes(&words, used).into()), ("quota", dates::bytes(&words, quota).into())]),
                }
            }
            match storage.persistent {
                Some(true) => rsx! { p { class: "small soft", {words.say("storage-persistent")} } },
                Some(false) => rsx! { p { class: "small soft", {words.say("storage-not-persistent")} } },
                None => rsx! {},
            }
            if storage.refusing {
                Notice { tone: NoticeTone::Attention, p { {words.say("storage-refusing")} } }
            }
        }
    }
}
