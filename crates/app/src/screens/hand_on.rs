//! What is new, given and taken with no signal (issue 4.9): as a sealed file, or as codes that follow each
//! other on one screen and are read by the camera of another.

mod codes;
mod give;
mod look;
mod take;

use dioxus::prelude::*;

use crate::{
    components::{ChipRadio, Chips, Page},
    routes::Route,
    words::use_words,
};

pub use codes::Codes;
pub use give::{Give, MadeContent};
pub use take::{Take, TakenContent};

/// The file's name: nobody's.
const NAME: &str = "parcel.handrail";

/// Both sides.
#[component]
pub fn HandOn() -> Element {
    let words = use_words();
    let mut takes = use_signal(|| false);
    // A code or the camera's picture wants the whole screen of a phone.
    let whole = use_signal(|| false);
    rsx! {
        div { class: "pane",
            Page { title: words.say("hand-on-title"), testid: "hand-on", back: move |()| { navigator().push(Route::More {}); },
                if !whole() {
                    div { class: "prose",
                        p { {words.say("hand-on-words")} }
                        p { class: "soft", {words.say("hand-on-sealed")} }
                    }
                    Chips { label: words.say("hand-on-side"), hide_label: true,
                        ChipRadio { group: "hand-on-side", label: words.say("hand-on-give"), chosen: !takes(), testid: "hand-on-give", on_choose: move |()| takes.set(false) }
                        ChipRadio { group: "hand-on-side", label: words.say("hand-on-take"), chosen: takes(), testid: "hand-on-take", on_choose: move |()| takes.set(true) }
                    }
                }
                if takes() {
                    Take { whole }
                } else {
                    Give { whole }
                }
            }
        }
    }
}
