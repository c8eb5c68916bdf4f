use dioxus::prelude::*;
use handrail_engine::api::{WorkforceQuery, WorkforceReply};

use super::{ME, use_workforce};
use crate::{
    ask::Load,
    components::{Go, Icon, IconName},
    routes::LaterRoute,
    words::{use_words, workforce},
};

/// On Today: a credential of one's own ends soon or lacks hours; for supervisors how many others' do.
#[component]
pub fn WorkforceToday() -> Element {
    let words = use_words();
    let answer = use_workforce(|| WorkforceQuery::Warnings);
    let Load::Ready(WorkforceReply::Warnings(view)) = answer() else {
        return rsx! {};
    };
    rsx! {
        for one in view.own {
            Go { key: "{one.kind}", to: LaterRoute::Trainings { person: ME.to_owned() }, class: "button button-soft", testid: "today-credential",
                Icon { name: IconName::Clock }
                span {
                    {words.say_with("today-credential", [("what", workforce::training_code(&words, &one.kind).into()), ("state", workforce::credential_state(&words, one.state).0.into())])}
                }
            }
        }
        if view.others > 0 {
            Go { to: LaterRoute::Workforce {}, class: "button button-soft", testid: "today-credentials",
                Icon { name: IconName::Team }
                span { {words.say_with("today-credentials", [("count", view.others.into())])} }
            }
        }
    }
}
