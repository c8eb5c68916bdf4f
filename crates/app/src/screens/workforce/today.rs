use dioxus::prelude::*;
use handrail_engine::api::{WorkforceQuery, WorkforceReply};

use super::{ME, use_workforce};
use crate::{
    ask::Load,
    components::{Go, Icon, IconName},
    routes::LaterRoute,
    session::use_moment,
    words::{dates, use_words, workforce},
};

/// On Today: a credential of one's own ends soon or lacks hours, a talk with a mentor is late; for
/// supervisors how many others' credentials need a look.
#[component]
pub fn WorkforceToday() -> Element {
    let words = use_words();
    let moment = use_moment();
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
        for (name , since) in view.talks {
            Go { key: "{name}{since}", to: LaterRoute::Growth { person: ME.to_owned() }, class: "button button-soft", testid: "today-talk",
                Icon { name: IconName::Message }
                span {
                    {words.say_with("today-talk", [("name", name.clone().into()), ("day", dates::day(&words, &moment, &since.to_string()).into())])}
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
