use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, ConcernCommand, ConcernKind, PeopleFilter, Query, Reply, Topic,
};

use super::{concern_words, use_concerns};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Avatar, Button, ButtonLook, Go, Icon, IconName, Notice, NoticeTone, Page, Section,
        plain,
    },
    engine_link::use_link,
    routes::{LaterRoute, Route},
    screens::person::{use_back_to, use_noted},
    words::{errors, use_words},
};

/// People shown to choose from, at most.
const MOST: u32 = 200;

/// What may be off with a participant.
const ABOUT_THEM: [ConcernKind; 4] = [
    ConcernKind::Struggling,
    ConcernKind::Risk,
    ConcernKind::ChildRisk,
    ConcernKind::Confided,
];

/// Says that something is off with a participant: one tap on what it is saves it.
#[component]
pub fn SomethingOff(participant: String) -> Element {
    let words = use_words();
    use_noted(&participant);
    let answer = use_concerns(Some(participant.clone()));
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say_with("off-of", [("name", view.name.clone().into())]), testid: "off", back,
                        p { {words.say("off-words")} }
                        Kinds { participant: Some(participant.clone()), kinds: ABOUT_THEM.to_vec() }
                        p { class: "small soft", {words.say("off-after")} }
                        Beside { participant: participant.clone() }
                        if !view.concerns.is_empty() {
                            Section { title: words.say("off-before"), testid: "off-before",
                                super::list::Rows { rows: view.concerns }
                            }
                        }
                    }
                },
                other => rsx! { Absent { title: words.say("off-title"), page: "off", why: other.why(), back } },
            }
        }
    }
}

/// From Today: about the coach and the work in one tap, or whom it is about.
#[component]
pub fn SomethingOffChoose() -> Element {
    let words = use_words();
    let people = use_view(
        &[Topic::People],
        || Query::People {
            search: String::new(),
            filter: PeopleFilter::default(),
            offset: 0,
            limit: MOST,
        },
        |reply| match reply {
            Reply::People(view) => Some(view),
            _ => None,
        },
    );
    let back = move |()| {
        navigator().push(Route::Today {});
    };
    rsx! {
        div { class: "pane",
            Page { title: words.say("off-title"), testid: "off-choose", back,
                p { {words.say("off-words")} }
                Kinds { kinds: vec![ConcernKind::Work] }
                Section { title: words.say("off-whom"), testid: "off-people",
                    if let Load::Ready(view) = people() {
                        ul { class: "rows",
                            for row in view.rows {
                                li { key: "{row.participant}",
                                    Go { to: LaterRoute::SomethingOff { participant: row.participant.clone() }, class: "row", testid: "off-person",
                                        Avatar { name: row.name.clone(), id: row.participant.clone() }
                                        span { class: "row-body", span { class: "row-title", "{row.name}" } }
                                        span { class: "row-end", Icon { name: IconName::Right } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One large button for each; a tap saves it and shows what happens next.
#[component]
fn Kinds(#[props(default)] participant: Option<String>, kinds: Vec<ConcernKind>) -> Element {
    let words = use_words();
    let link = use_link();
    let say = words.clone();
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<String>);
    let raise = use_callback(move |kind: ConcernKind| {
        if busy() {
            return;
        }
        busy.set(true);
        let command = ConcernCommand::Raise {
            participant: participant.clone(),
            kind,
            words: String::new(),
        };
        let asking = link.order(Command::Coaching(CoachingCommand::Concern(command)));
        let say = say.clone();
        spawn(async move {
            let result = asking.await;
            busy.set(false);
            match result {
                Ok(Reply::Record(record)) => {
                    let concern = record.record.unwrap_or_default();
                    navigator().push(LaterRoute::Concern { concern });
                }
                Ok(_) => problem.set(None),
                Err(error) => problem.set(Some(errors::error_text(&say, &error))),
            }
        });
    });
    rsx! {
        ul { class: "stack",
            for kind in kinds {
                li { key: "{kind:?}", class: "stack-tight",
                    Button {
                        label: words.say(concern_words::kind(Some(kind))),
                        look: ButtonLook::Soft,
                        wide: true,
                        large: true,
                        busy: busy(),
                        testid: "off-{plain(kind.code())}",
                        on_press: move |()| raise.call(kind),
                    }
                    span { class: "small soft", {words.say(concern_words::kind_hint(kind))} }
                }
            }
        }
        if let Some(problem) = problem() {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "off-problem", p { "{problem}" } }
        }
    }
}

/// What is always there beside a concern: the law's own way, and crisis numbers.
#[component]
pub fn Beside(participant: String) -> Element {
    let words = use_words();
    rsx! {
        div { class: "stack-tight",
            Go { to: Route::Crisis {}, class: "button button-plain", testid: "off-crisis",
                Icon { name: IconName::Phone }
                span { {words.say("crisis-title")} }
            }
            Go { to: LaterRoute::OwnReport { participant }, class: "button button-plain", testid: "off-report",
                Icon { name: IconName::Attention }
                span { {words.say("off-report-myself")} }
            }
        }
    }
}
