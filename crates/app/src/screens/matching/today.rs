use dioxus::prelude::*;

use super::use_matching;
use crate::{
    ask::Load,
    components::{Go, Icon, IconName},
    routes::LaterRoute,
    words::use_words,
};

/// On Today: something is asked of all coaches. It looks the same whatever a coach has lived: others
/// may see the screen.
#[component]
pub fn QuestionsToday() -> Element {
    let words = use_words();
    let answer = use_matching();
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    if view.to_me.iter().all(|question| question.yes) {
        return rsx! {};
    }
    rsx! {
        Go { to: LaterRoute::MyExperience {}, class: "button button-soft", testid: "today-questions",
            Icon { name: IconName::People }
            span { {words.say("fits-to-me")} }
        }
    }
}
