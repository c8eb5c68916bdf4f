use dioxus::prelude::*;
use handrail_engine::api::{GroupDue, Part, Query, Reply};

use super::{TOPICS, group_words};
use crate::{
    ask::{Load, use_view},
    components::{Go, Icon, IconName, Mark, MarkTone, Section},
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// On Today: the groups of today, and those of which nobody wrote down who came.
#[component]
pub fn GroupsToday() -> Element {
    let words = use_words();
    let moment = use_moment();
    let clock = use_context::<Signal<Moment>>();
    let quarter = use_memo(move || clock().at.div_euclid(900_000));
    let answer = use_view(
        TOPICS,
        move || {
            let _asks_again_as_it_begins = quarter();
            Query::GroupsDue
        },
        |reply| match reply {
            Reply::GroupsDue(due) => Some(due),
            _ => None,
        },
    );
    let Load::Ready(due) = answer() else {
        return rsx! {};
    };
    if due.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: words.say("groups-title"), testid: "today-groups",
            ul { class: "rows",
                for one in &due {
                    {due_row(&words, &moment, one)}
                }
            }
        }
    }
}

/// One meeting, and the way to its sheet.
pub fn due_row(words: &Words, moment: &Moment, one: &GroupDue) -> Element {
    let meeting = &one.meeting;
    let place = (!one.place.is_empty()).then(|| one.place.clone());
    let to = LaterRoute::Meeting {
        group: one.group.clone(),
        day: meeting.key.to_string(),
    };
    rsx! {
        li { key: "{one.group}{meeting.key}",
            Go { to, class: "row", testid: "group-due",
                Icon { name: IconName::Group }
                span { class: "row-body",
                    span { class: "row-title", "{one.name}" }
                    span { class: "row-line", {dates::alone(group_words::slot(words, moment, meeting.slot))} }
                    for line in group_words::elsewhere(words, moment, meeting).into_iter().chain(place) {
                        span { class: "row-line", "{line}" }
                    }
                    if one.part == Part::Peer {
                        span { class: "row-line", {words.say("part-peer")} }
                    }
                    if meeting.off.is_some() && meeting.heads.is_some() {
                        Mark { words: words.say("group-off-written"), tone: MarkTone::Attention, icon: IconName::Attention }
                    } else if let Some(off) = meeting.off {
                        Mark { words: words.say_with("group-is-off", [("why", words.say(group_words::off(off)).into())]), icon: IconName::Info }
                    } else if one.write_down {
                        Mark { words: words.say("group-write-down"), tone: MarkTone::Attention, icon: IconName::Edit }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}
