use dioxus::prelude::*;
use handrail_engine::api::{
    GroupCommand, GroupInput, GroupView, MeetingView, PeopleFilter, PeopleRow, Query, Reply,
};

use super::{
    TOPICS, disagreements, extra::Extra, group_words, staff::Staff, trend::trend, use_group,
    use_order, without,
};
use crate::{
    ask::{Load, use_view},
    components::{
        Button, ButtonLook, Chips, Go, Icon, IconName, Mark, MarkTone, Notice, Page, SearchField,
        Section,
    },
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// So many people are offered for what is typed.
const OFFERED: usize = 6;

/// One group.
#[component]
pub fn Group(group: String) -> Element {
    let words = use_words();
    let answer = use_group(&group);
    let back = Callback::new(|()| {
        navigator().push(LaterRoute::Groups {});
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! { GroupContent { view } },
                other => without(&words, &other, back),
            }
        }
    }
}

#[component]
fn GroupContent(view: GroupView) -> Element {
    let words = use_words();
    let moment = use_moment();
    let on_order = use_order(None);
    let today = group_words::today(&moment);
    let now = view.rhythms.iter().rev().find(|one| one.from <= today);
    let line = now
        .or(view.rhythms.first())
        .map(|one| group_words::known(&words, &one.known));
    let later: Vec<_> = view.rhythms.iter().filter(|one| one.from > today).collect();
    let about: Vec<&String> = [&view.place, &view.whom]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    rsx! {
        Page {
            title: view.name.clone(),
            testid: "group-page",
            line,
            back: move |()| {
                navigator().push(LaterRoute::Groups {});
            },
            {disagreements(&words, &moment, &view.group, &view.conflicts, on_order)}
            if !about.is_empty() {
                div { class: "card card-stack",
                    for text in about {
                        p { key: "{text}", "{text}" }
                    }
                }
            }
            for one in later {
                Notice { key: "{one.from}", testid: "group-later",
                    p { class: "strong", {words.say_with("group-meets-from", [("day", dates::day(&words, &moment, &one.from.to_string()).into())])} }
                    p { {group_words::known(&words, &one.known)} }
                }
            }
            Section { title: words.say("group-upcoming"), testid: "group-upcoming",
                if view.next.is_empty() {
                    p { {words.say("group-no-next")} }
                } else {
                    ul { class: "rows",
                        for one in &view.next {
                            {meeting(&words, &moment, &view.group, one)}
                        }
                    }
                }
                Go { to: LaterRoute::GroupEdit { group: view.group.clone() }, class: "button button-plain", testid: "group-change",
                    Icon { name: IconName::Edit }
                    span { {words.say("group-change")} }
                }
                Extra { view: view.clone() }
            }
            if !view.past.is_empty() {
                Section { title: words.say("group-who-came"), testid: "group-trend-section",
                    {trend(&words, &moment, &view.group, &view.past)}
                }
            }
            Staff { view: view.clone() }
            Regulars { view, on_order }
        }
    }
}

fn meeting(words: &Words, moment: &Moment, group: &str, one: &MeetingView) -> Element {
    rsx! {
        li { key: "{one.key}",
            Go { to: LaterRoute::Meeting { group: group.to_owned(), day: one.key.to_string() }, class: "row", testid: "meeting",
                Icon { name: IconName::Calendar }
                span { class: "row-body",
                    span { class: "row-title", {dates::alone(group_words::slot(words, moment, one.slot))} }
                    if let Some(line) = group_words::elsewhere(words, moment, one) {
                        span { class: "row-line", "{line}" }
                    }
                    if let Some(off) = one.off {
                        Mark { words: words.say_with("group-is-off", [("why", words.say(group_words::off(off)).into())]), icon: IconName::Info }
                    } else if !one.planned {
                        Mark { words: words.say("group-is-extra"), icon: IconName::Plus }
                    } else if one.moved {
                        Mark { words: words.say("group-is-moved"), icon: IconName::Clock }
                    } else if one.holiday {
                        Mark { words: words.say("group-holiday"), tone: MarkTone::Attention, icon: IconName::Attention }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// Who is expected each time.
#[component]
fn Regulars(view: GroupView, on_order: Callback<GroupCommand>) -> Element {
    let words = use_words();
    let mut search = use_signal(String::new);
    let known: Vec<String> = view
        .regulars
        .iter()
        .map(|one| one.participant.clone())
        .collect();
    let group = view.group.clone();
    let expect = use_callback(move |(participant, expected): (String, bool)| {
        let change = GroupInput::Regular {
            participant,
            expected,
        };
        on_order.call(GroupCommand::Change {
            group: group.clone(),
            changes: vec![change],
        });
    });
    let elsewhere = view.regulars_elsewhere;
    rsx! {
        Section { title: words.say("group-regulars"), testid: "group-regulars",
            p { class: "soft", {words.say("group-regulars-words")} }
            if !view.regulars.is_empty() {
                ul { class: "rows",
                    for one in view.regulars {
                        li { key: "{one.participant}", class: "row",
                            span { class: "row-body", span { class: "row-title", "{one.name}" } }
                            Button {
                                label: words.say("group-no-regular"),
                                spoken: words.say_with("group-no-regular-of", [("name", one.name.clone().into())]),
                                look: ButtonLook::Quiet,
                                testid: "group-no-regular",
                                on_press: move |()| expect.call((one.participant.clone(), false)),
                            }
                        }
                    }
                }
            }
            if elsewhere > 0 {
                p { {words.say_with("group-others", [("count", elsewhere.into())])} }
            }
            SearchField { id: "group-regular-search", label: words.say("group-regular-add"), testid: "group-regular-search", on_input: move |text| search.set(text) }
            if !search().trim().is_empty() {
                Found { search: search(), known, on_choose: move |participant| expect.call((participant, true)) }
            }
        }
    }
}

/// People of one's own whom something typed fits.
#[component]
fn Found(
    search: ReadSignal<String>,
    known: Vec<String>,
    on_choose: EventHandler<String>,
) -> Element {
    let words = use_words();
    let answer = use_view(
        TOPICS,
        move || Query::People {
            search: search(),
            filter: PeopleFilter {
                mine_only: true,
                ..PeopleFilter::default()
            },
            offset: 0,
            limit: 20,
        },
        |reply| match reply {
            Reply::People(view) => Some(view),
            _ => None,
        },
    );
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    let found: Vec<PeopleRow> = view
        .rows
        .into_iter()
        .filter(|row| !known.contains(&row.participant))
        .take(OFFERED)
        .collect();
    rsx! {
        Chips { label: words.say("group-regular-add"), hide_label: true,
            for row in found {
                Button { key: "{row.participant}", label: row.name.clone(), icon: IconName::Plus, testid: "group-regular-found", on_press: move |()| on_choose.call(row.participant.clone()) }
            }
        }
    }
}
