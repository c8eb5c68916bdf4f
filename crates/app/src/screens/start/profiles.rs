use dioxus::prelude::*;
use handrail_engine::api::ProfileView;

use crate::{
    components::{ChipRadio, Chips},
    words::{Words, use_words},
};

/// Everybody on this device, by the nickname each chose for the lock screen.
#[component]
pub fn LockProfiles(
    profile: u32,
    profiles: Vec<ProfileView>,
    on_choose: EventHandler<u32>,
) -> Element {
    let words = use_words();
    rsx! {
        Chips { label: words.say("lock-who"),
            for row in profiles {
                ChipRadio {
                    key: "{row.profile}",
                    group: "lock-who",
                    label: nickname(&words, &row),
                    chosen: row.profile == profile,
                    testid: "lock-profile-{row.profile}",
                    on_choose: move |()| on_choose.call(row.profile),
                }
            }
        }
    }
}

/// As chosen, else a number.
fn nickname(words: &Words, row: &ProfileView) -> String {
    if row.sample {
        words.say("sample-mark")
    } else if row.nickname.is_empty() {
        words.say_with("lock-person", [("number", row.profile.into())])
    } else {
        row.nickname.clone()
    }
}
