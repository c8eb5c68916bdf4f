use dioxus::prelude::*;
use handrail_engine::api::LearningTopic;

use crate::{
    components::{ChipCheck, Chips},
    screens::team::local,
    words::use_words,
};

/// What a training counts for, by the ids of its topics.
#[component]
pub fn Topics(
    topics: Vec<LearningTopic>,
    chosen: Vec<String>,
    /// Stands before the id of each.
    testid: &'static str,
    on_choose: EventHandler<Vec<String>>,
) -> Element {
    let words = use_words();
    rsx! {
        Chips { label: words.say("training-topics"),
            for topic in topics {
                ChipCheck {
                    key: "{topic.id}",
                    label: local(&words, &topic.words),
                    chosen: chosen.contains(&topic.id),
                    testid: "{testid}-{topic.id}",
                    on_toggle: {
                        let (id, before) = (topic.id.clone(), chosen.clone());
                        move |on: bool| {
                            let mut all = before.clone();
                            all.retain(|known| *known != id);
                            if on {
                                all.push(id.clone());
                            }
                            on_choose.call(all);
                        }
                    },
                }
            }
        }
    }
}
