use dioxus::prelude::*;
use handrail_engine::api::{CallOutCommand, CallOutView, CallOutsView};

use super::{call_out_words, use_call_outs, use_order};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Empty, Go, Icon, IconName, Mark, MarkTone, Page, Section,
    },
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// One's own call-outs, and those of coaches whose caseloads one reads.
#[component]
pub fn CallOuts() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_call_outs(false);
    let order = use_order(None);
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! { CallOutsContent { view, moment, on_begin: move |()| order.call(CallOutCommand::Begin) } },
                other => rsx! { Absent { title: words.say("call-outs-title"), page: "call-outs", why: other.why() } },
            }
        }
    }
}

/// The list as rendered from the engine's answer.
#[component]
pub fn CallOutsContent(view: CallOutsView, moment: Moment, on_begin: EventHandler<()>) -> Element {
    let words = use_words();
    let none_open = view.open.is_empty();
    rsx! {
        Page { title: words.say("call-outs-title"), testid: "call-outs", line: words.say("call-outs-words"),
            if view.may_begin {
                Button { label: words.say("call-out-begin"), icon: IconName::Phone, look: ButtonLook::Main, wide: true, testid: "call-out-begin", on_press: on_begin }
            }
            if !view.open.is_empty() {
                Section { title: words.say("call-outs-open"), testid: "call-outs-open", {rows(view.open, moment)} }
            }
            if view.earlier.is_empty() {
                if none_open {
                    Empty { icon: IconName::Phone, title: words.say("call-outs-none") }
                }
            } else {
                Section { title: words.say("call-outs-earlier"), testid: "call-outs-earlier", {rows(view.earlier, moment)} }
            }
        }
    }
}

/// On Today: begins a call-out, and leads back to those that are not finished.
#[component]
pub fn CallOutBegin() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_call_outs(true);
    let order = use_order(None);
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    rsx! {
        if !view.open.is_empty() {
            Section { title: words.say("call-outs-open"), testid: "today-call-outs", {rows(view.open, moment)} }
        }
        if view.may_begin {
            Button { label: words.say("call-out-begin"), icon: IconName::Phone, look: ButtonLook::Soft, wide: true, testid: "call-out-begin", on_press: move |()| order.call(CallOutCommand::Begin) }
        }
    }
}

fn rows(list: Vec<CallOutView>, moment: Moment) -> Element {
    rsx! {
        ul { class: "rows",
            for call_out in list {
                CallOutLine { key: "{call_out.id}", call_out, moment }
            }
        }
    }
}

#[component]
fn CallOutLine(call_out: CallOutView, moment: Moment) -> Element {
    let words = use_words();
    let called = called_at(&words, &moment, &call_out);
    let title = if call_out.site.is_empty() {
        words.say("call-out-no-site")
    } else {
        call_out.site.clone()
    };
    rsx! {
        li {
            Go { to: LaterRoute::CallOut { call_out: call_out.id.clone() }, class: "row", testid: "call-out-row",
                Icon { name: IconName::Phone }
                span { class: "row-body",
                    span { class: "row-title", "{title}" }
                    span { class: "row-line", "{called}" }
                    if !call_out.own {
                        span { class: "row-line", {words.say_with("whose-coach", [("coach", call_out.coach.clone().into())])} }
                    }
                    span { class: "wrap",
                        if call_out.taken_back {
                            Mark { words: words.say("call-out-taken-back") }
                        } else if let Some(answer) = call_out.answer {
                            Mark { words: words.say(call_out_words::answer(answer)) }
                        } else if let [_, .., last] = call_out.steps.as_slice() {
                            Mark { tone: MarkTone::Primary, words: words.say(call_out_words::step(last.step)) }
                        }
                        if let Some(minutes) = call_out.response_minutes {
                            Mark { icon: IconName::Clock, words: words.say_with("call-out-response", [("minutes", words.say_with("figure-minutes", [("count", minutes.into())]).into())]) }
                        }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// "Called today, 2:13 am".
pub fn called_at(words: &Words, moment: &Moment, call_out: &CallOutView) -> String {
    let Some(called) = call_out.steps.first() else {
        return String::new();
    };
    words.say_with(
        "call-out-called-at",
        [("when", dates::day_and_time(words, moment, called.at).into())],
    )
}
