use dioxus::prelude::*;
use handrail_engine::api::CoachSpaceView;

use super::{messages, use_space};
use crate::{
    ask::Load,
    components::{Mark, MarkTone},
    words::use_words,
};

/// In the menu: something came since this member last looked.
#[component]
pub fn NewAmongCoaches() -> Element {
    let words = use_words();
    let answer = use_space();
    let is_new = |view: &CoachSpaceView| messages(view).any(|message| message.is_new);
    let is_new = matches!(&*answer.read(), Load::Ready(view) if is_new(view));
    rsx! {
        if is_new {
            span { class: "wrap", "data-testid": "coaches-news",
                Mark { words: words.say("coaches-new"), tone: MarkTone::Primary }
            }
        }
    }
}
