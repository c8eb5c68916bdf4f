//! "Help me say this": what a participant wants to say to a provider, in their own words (S4-9).

mod form;
mod paper;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{Query, Reply, SayingState, SayingView, SayingsView, Topic};

pub use paper::SayingPaper;

use form::SayingForm;

use super::{
    PersonOrder,
    conflicts::Conflicts,
    history::History,
    pages::{VoidEntry, use_back_to},
    use_noted,
};
use crate::{
    ask::{Load, use_view},
    components::{Absent, Button, ButtonLook, Empty, Go, Icon, IconName, Mark, MarkTone, Page},
    forms::{Open, PageOrder, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{Words, coaching, dates, dates::Moment, use_words},
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// Something new, or other words.
    Form(Option<Rc<SayingView>>),
    /// Why it does not belong there.
    Void(String),
    /// What it said before.
    History(String),
}

fn use_sayings(participant: &str) -> Signal<Load<SayingsView>> {
    use_noted(participant);
    let participant = participant.to_owned();
    use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::Sayings {
            participant: participant.clone(),
        },
        |reply| match reply {
            Reply::Sayings(view) => Some(*view),
            _ => None,
        },
    )
}

/// What a participant wants to say.
#[component]
pub fn Sayings(participant: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_sayings(&participant);
    let (open, on_order) = use_dialogs::<Asking>();
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    SayingsContent { view, moment, open, on_order, back }
                    match (open.asking)() {
                        None => rsx! {},
                        Some(Asking::Form(saying)) => rsx! {
                            SayingForm { participant, saying, open, on_order }
                        },
                        Some(Asking::Void(entry)) => rsx! {
                            VoidEntry { participant, entry, on_order, on_close: move |()| open.ask(None) }
                        },
                        Some(Asking::History(record)) => rsx! {
                            History { query: Query::RecordHistory { participant, record }, moment, on_close: move |()| open.ask(None) }
                        },
                    }
                },
                other => rsx! { Absent { title: words.say("say-title"), page: "sayings", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn SayingsContent(
    view: SayingsView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let may_write = !view.read_only;
    let to = |one: &SayingView| (one.id.clone(), one.to.clone());
    rsx! {
        Page { title: words.say_with("say-of", [("name", view.name.clone().into())]), testid: "sayings", back,
            p { class: "soft", {words.say("say-page-words")} }
            if !view.conflicts.is_empty() && may_write {
                Conflicts {
                    participant: view.participant.clone(),
                    conflicts: view.conflicts.clone(),
                    records: view.sayings.iter().map(to).collect::<Vec<_>>(),
                    moment,
                    on_order: move |order: PersonOrder| on_order.call(order.command.into()),
                }
            }
            if may_write {
                Button { label: words.say("say-add"), icon: IconName::Plus, look: ButtonLook::Main, testid: "saying-add", on_press: move |()| open.ask(Some(Asking::Form(None))) }
            }
            if view.sayings.is_empty() {
                Empty { icon: IconName::Message, title: words.say("say-empty"), words: words.say("say-empty-words") }
            }
            ul { class: "rows",
                for one in &view.sayings {
                    {row(&words, &moment, &view.participant, one, may_write.then_some(open))}
                }
            }
        }
    }
}

/// One thing that they want to say, with what can be done.
fn row(
    words: &Words,
    moment: &Moment,
    participant: &str,
    one: &SayingView,
    open: Option<Open<Asking>>,
) -> Element {
    let is_valid = one.voided.is_none();
    let tone = match one.state {
        SayingState::Open => MarkTone::Primary,
        SayingState::Said => MarkTone::Good,
        SayingState::LetGo => MarkTone::Quiet,
    };
    let more = [("say-afraid", &one.afraid), ("say-ask", &one.ask)];
    let paper = LaterRoute::SayingPaper {
        participant: participant.to_owned(),
        saying: one.id.clone(),
    };
    let known = Rc::new(one.clone());
    rsx! {
        li { key: "{one.id}", class: if is_valid { "row plan-entry" } else { "row plan-entry is-void" }, "data-testid": "saying",
            div { class: "row-body",
                span { class: "row-title", {words.say_with("say-paper-to", [("name", one.to.clone().into())])} }
                span { class: "keep-lines", "{one.words}" }
                for (label , text) in more.into_iter().filter(|(_, text)| !text.is_empty()) {
                    span { key: "{label}", class: "row-line keep-lines",
                        {words.say(label)}
                        ": {text}"
                    }
                }
                if let Some(void) = &one.voided {
                    span { class: "row-line",
                        {words.say_with("entry-voided", [("by", void.by.clone().into()), ("when", dates::day_and_time(words, moment, void.at).into()), ("reason", void.reason.clone().into())])}
                    }
                } else {
                    div { class: "wrap",
                        Mark { words: words.say(coaching::saying_state(one.state)), tone }
                        if !one.afraid.is_empty() && one.shows_afraid {
                            Mark { words: words.say("say-shown-afraid") }
                        }
                        span { class: "row-line", {dates::alone(dates::day(words, moment, &one.since.to_string()))} }
                    }
                    span { class: "entry-tools",
                        Go { to: paper, class: "button button-quiet", testid: "saying-paper-open",
                            Icon { name: IconName::Print }
                            span { {words.say("required-open")} }
                        }
                        if let Some(open) = open {
                            Button {
                                label: words.say("say-change"),
                                spoken: words.say_with("milestone-change-of", [("what", one.to.clone().into())]),
                                look: ButtonLook::Quiet,
                                testid: "saying-change",
                                on_press: move |()| open.ask(Some(Asking::Form(Some(known.clone())))),
                            }
                        }
                    }
                }
            }
        }
    }
}
