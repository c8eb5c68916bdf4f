//! Among coaches: what coaches and supervisors say to each other (S3-16).

mod news;
mod thread;
mod write;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use dioxus::prelude::*;
use handrail_engine::api::{
    CoachSpaceCommand, CoachSpaceView, CoachingCommand, Command, MessageView, Query, Reply,
    ThreadView, Topic,
};

use crate::{
    ask::{Load, use_view},
    components::{Absent, Button, ButtonLook, Dialog, Empty, IconName, Notice, Page, Section},
    engine_link::use_link,
    forms::{Open, PageOrder, use_dialogs},
    routes::Route,
    screens::{concerns::set_aside, person::ReasonDialog},
    session::{use_moment, use_shared},
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

pub use news::NewAmongCoaches;

use thread::Thread;
use write::Write;

/// Threads shown at first, and more with each step back.
const AT_ONCE: usize = 30;

/// What is asked before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asking {
    /// A message is taken back.
    TakeBack(String),
    /// One is put away, with a reason.
    PutAway(String),
}

fn command(command: CoachSpaceCommand) -> Command {
    Command::Coaching(CoachingCommand::CoachSpace(command))
}

fn order(of: CoachSpaceCommand) -> PageOrder {
    command(of).into()
}

/// What is said there, asked again when something changes.
fn use_space() -> Signal<Load<CoachSpaceView>> {
    use_view(
        &[Topic::People, Topic::Team, Topic::Settings],
        || Query::CoachSpace,
        |reply| match reply {
            Reply::CoachSpace(view) => Some(*view),
            _ => None,
        },
    )
}

fn messages(view: &CoachSpaceView) -> impl Iterator<Item = &MessageView> {
    let threads = view.threads.iter();
    threads.flat_map(|thread| std::iter::once(&thread.first).chain(&thread.answers))
}

/// What was said, the newest word first, and a field to say something.
#[component]
pub fn AmongCoaches() -> Element {
    let words = use_words();
    let moment = use_moment();
    let (open, on_order) = use_dialogs::<Asking>();
    let answering = use_signal(|| None::<String>);
    let mut shown = use_signal(|| AT_ONCE);
    let answer = use_space();
    let fresh = use_fresh(answer);
    let back = move |()| {
        navigator().push(Route::More {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say("coaches-title"), testid: "coach-space", back, line: words.say("coaches-readers"),
                        if view.is_open {
                            Write {}
                            if view.threads.is_empty() {
                                Empty { icon: IconName::Group, title: words.say("coaches-empty-title"), words: words.say("coaches-empty-words") }
                            }
                            for (day , threads) in by_day(&moment, &view, shown()) {
                                Section { key: "{day}", title: dates::alone(dates::day(&words, &moment, &day.to_string())), testid: "coaches-day",
                                    for thread in threads {
                                        Thread { key: "{thread.first.id}", thread, day, fresh, answering, open }
                                    }
                                }
                            }
                            if view.threads.len() > shown() {
                                Button { label: words.say("coaches-earlier"), wide: true, testid: "coaches-earlier", on_press: move |()| shown += AT_ONCE }
                            }
                            {set_aside(&words, &moment, &view.aside, "coaches-aside")}
                        } else if view.waits {
                            Notice { testid: "coaches-wait", p { {words.say("coaches-wait")} } }
                        } else {
                            {begin(&words, &view, on_order)}
                        }
                    }
                    {asked(&words, open, on_order)}
                },
                other => rsx! { Absent { title: words.say("coaches-title"), page: "coach-space", why: other.why(), back } },
            }
        }
    }
}

/// Nobody has begun it yet: who may does, with one tap.
fn begin(words: &Words, view: &CoachSpaceView, on_order: Callback<PageOrder>) -> Element {
    let why = if view.may_begin {
        "coaches-begin-words"
    } else {
        "coaches-not-begun"
    };
    rsx! {
        Empty { icon: IconName::Group, title: words.say("coaches-none"), words: words.say(why),
            if view.may_begin {
                Button { label: words.say("coaches-begin"), look: ButtonLook::Main, testid: "coaches-begin", on_press: move |()| on_order.call(order(CoachSpaceCommand::Open)) }
            }
        }
    }
}

/// The newest threads, under the day of their last word.
fn by_day(
    moment: &Moment,
    view: &CoachSpaceView,
    shown: usize,
) -> Vec<(NaiveDate, Vec<ThreadView>)> {
    let mut days: Vec<(NaiveDate, Vec<ThreadView>)> = Vec::new();
    for thread in view.threads.iter().take(shown) {
        let (day, _) = moment.local(thread.last_at);
        match days.last_mut() {
            Some((last, threads)) if *last == day => threads.push(thread.clone()),
            _ => days.push((day, vec![thread.clone()])),
        }
    }
    days
}

/// The question that is open.
fn asked(words: &Words, open: Open<Asking>, on_order: Callback<PageOrder>) -> Element {
    match (open.asking)() {
        None => rsx! {},
        Some(Asking::TakeBack(message)) => rsx! {
            TakeBack { message, open, on_order }
        },
        Some(Asking::PutAway(message)) => rsx! {
            ReasonDialog {
                title: words.say("coaches-away-title"),
                words: words.say("coaches-away-words"),
                submit: words.say("coaches-away"),
                on_close: move |()| open.ask(None),
                on_reason: move |reason| on_order.call(order(CoachSpaceCommand::PutAway { message: message.clone(), reason })),
            }
        },
    }
}

/// Asks before an own word is taken back.
#[component]
fn TakeBack(message: String, open: Open<Asking>, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    rsx! {
        Dialog { title: words.say("coaches-back-title"), testid: "coaches-back-dialog", on_close: move |()| open.ask(None),
            p { {words.say("coaches-back-words")} }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                Button { label: words.say("coaches-back"), look: ButtonLook::Main, busy: asked.waits(), testid: "coaches-back-save", on_press: move |()| on_order.call(order(CoachSpaceCommand::TakeBack { message: message.clone() })) }
                Button { label: words.say("cancel"), testid: "coaches-back-cancel", on_press: move |()| open.ask(None) }
            }
        }
    }
}

/// Messages that came since this member last looked, as long as the page is open, by their ids. What is
/// shown counts as looked at, on this device alone.
fn use_fresh(answer: Signal<Load<CoachSpaceView>>) -> Signal<BTreeSet<String>> {
    let link = use_link();
    let mut fresh = use_signal(BTreeSet::<String>::new);
    let mut looked = use_hook(|| CopyValue::new(None::<Vec<(String, u64)>>));
    use_effect(move || {
        let Load::Ready(view) = answer() else {
            return;
        };
        if !view.is_open || looked.read().as_ref() == Some(&view.mark) {
            return;
        }
        let new: Vec<String> = messages(&view)
            .filter(|message| message.is_new)
            .map(|message| message.id.clone())
            .collect();
        if !new.is_empty() {
            fresh.write().extend(new);
        }
        looked.set(Some(view.mark.clone()));
        let mark = view.mark;
        let kept = link.order(command(CoachSpaceCommand::Looked { mark }));
        spawn(async move {
            // What is not kept is new once more.
            let _refused = kept.await;
        });
    });
    fresh
}
