use dioxus::prelude::*;
use handrail_engine::api::{
    CallOutAnswer, CallOutCommand, CallOutInput, CallOutStep, CallOutView, Query, Reply,
};

use super::{
    call_out_words,
    details::{Details, Disagreements},
    draft_key, find,
    list::called_at,
    steps::Steps,
    use_call_outs, use_order,
};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Dialog, Go, Icon, IconName, Mark, Notice, NoticeTone, Page,
        Section, TextArea,
    },
    drafts::use_drafts,
    engine_link::use_link,
    routes::{LaterRoute, Route},
    session::{use_moment, use_shared},
    words::{dates::Moment, use_words},
};

/// One call-out.
#[component]
pub fn CallOut(call_out: String) -> Element {
    rsx! {
        for call_out in [call_out] {
            OneCallOut { key: "{call_out}", call_out }
        }
    }
}

#[component]
fn OneCallOut(call_out: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let drafts = use_drafts();
    let link = use_link();
    // Words that were kept, and whether they were looked for.
    let mut noted = use_signal(String::new);
    let mut ready = use_signal(|| false);
    let order = use_order(Some(use_callback(move |()| noted.set(String::new()))));
    let answer = use_call_outs(false);
    let key = draft_key(&call_out);
    let asked = key.clone();
    use_hook(|| {
        spawn(async move {
            if let Ok(Reply::Draft(Some(json))) = link.query(Query::Draft { key: asked }).await {
                noted.set(serde_json::from_str(&json).unwrap_or_default());
            }
            ready.set(true);
        });
    });
    let keep = move |text: String| {
        if let Ok(json) = serde_json::to_string(&text) {
            drafts.save(&key, json);
        }
    };
    let back = move |()| {
        navigator().push(LaterRoute::CallOuts {});
    };
    rsx! {
        div { class: "pane",
            match (answer(), ready()) {
                (Load::Ready(view), true) => match find(&view, &call_out) {
                    Some(one) => rsx! { CallOutContent { call_out: one, sites: view.sites, noted, moment, on_order: order, on_keep: keep, on_back: back } },
                    None => rsx! {
                        Page { title: words.say("call-out-title"), testid: "call-out-missing", back,
                            Notice { tone: NoticeTone::Attention, alert: true, p { {words.say("error-not-found")} } }
                        }
                    },
                },
                (other, _) => rsx! { Absent { title: words.say("call-out-title"), page: "call-out", why: other.why(), back } },
            }
        }
    }
}

/// One call-out as rendered from the engine's answer.
#[component]
pub fn CallOutContent(
    call_out: CallOutView,
    sites: Vec<(String, String)>,
    noted: Signal<String>,
    moment: Moment,
    on_order: EventHandler<CallOutCommand>,
    on_keep: EventHandler<String>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let id = call_out.id.clone();
    let send = use_callback(move |change: CallOutInput| {
        on_order.call(CallOutCommand::Change {
            call_out: id.clone(),
            change,
        });
    });
    let mut noted = noted;
    let mut asking = use_signal(|| None::<CallOutInput>);
    // What was written is erased for good: not by one tap beside another.
    let change = use_callback(move |change: CallOutInput| {
        if ends(&change) && !noted.peek().trim().is_empty() {
            asking.set(Some(change));
        } else {
            send.call(change);
        }
    });
    let title = if call_out.site.is_empty() {
        words.say("call-out-title")
    } else {
        call_out.site.clone()
    };
    let writable = call_out.own && !call_out.taken_back;
    let asks = asks_for_answer(&call_out);
    rsx! {
        Page { title, testid: "call-out", line: called_at(&words, &moment, &call_out), back: on_back,
            if !call_out.own {
                p { {words.say_with("whose-coach", [("coach", call_out.coach.clone().into())])} }
            }
            Disagreements { call_out: call_out.clone(), moment, on_order }
            if call_out.taken_back {
                Notice { testid: "call-out-back", p { {words.say("call-out-taken-back-words")} } }
            }
            if writable {
                if asks {
                    Answers { answer: call_out.answer, on_change: change }
                }
                Next { call_out: call_out.clone(), on_change: change }
            }
            Figures { call_out: call_out.clone() }
            Steps { call_out: call_out.clone(), moment, on_order }
            if writable {
                if !asks && call_out.person.is_none() {
                    Answers { answer: call_out.answer, on_change: change }
                }
                Details { call_out: call_out.clone(), sites, on_change: change }
                if call_out.person.is_none() && !call_out.answer.is_some_and(CallOutAnswer::ends_it) {
                    TextArea { id: "call-out-words", label: words.say("call-out-notes"), hint: words.say("call-out-notes-hint"), initial: noted.peek().clone(), testid: "call-out-words",
                        on_input: move |text: String| {
                            noted.set(text.clone());
                            on_keep.call(text);
                        },
                    }
                }
            }
            if call_out.own && (call_out.taken_back || call_out.person.is_none()) {
                Button {
                    label: words.say(if call_out.taken_back { "call-out-restore" } else { "call-out-take-back" }),
                    look: ButtonLook::Quiet,
                    testid: "call-out-take-back",
                    on_press: move |()| change.call(CallOutInput::TakenBack(!call_out.taken_back)),
                }
            }
        }
        if let Some(last) = asking() {
            Erase {
                on_close: move |()| asking.set(None),
                on_go: move |()| {
                    send.call(last.clone());
                },
            }
        }
    }
}

/// Whether the words that are kept for a call-out end with it.
pub fn ends(change: &CallOutInput) -> bool {
    match change {
        CallOutInput::Answer(Some(answer)) => answer.ends_it(),
        CallOutInput::TakenBack(back) => *back,
        _ => false,
    }
}

/// Asks before what was written to remember is erased.
#[component]
fn Erase(on_close: EventHandler<()>, on_go: EventHandler<()>) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    rsx! {
        Dialog { title: words.say("call-out-erase"), testid: "call-out-erase", on_close,
            p { {words.say("call-out-erase-words")} }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                Button { label: words.say("call-out-erase-go"), busy: asked.waits(), testid: "call-out-erase-go", on_press: on_go }
                Button { label: words.say("cancel"), look: ButtonLook::Main, testid: "call-out-erase-cancel", on_press: on_close }
            }
        }
    }
}

/// The offer was made and nothing came of it yet, or they may be called back.
fn asks_for_answer(call_out: &CallOutView) -> bool {
    let offered = call_out
        .steps
        .iter()
        .any(|taken| taken.step == CallOutStep::Offered);
    call_out.answer == Some(CallOutAnswer::CallBack) || offered && call_out.answer.is_none()
}

/// The step after the last one that was taken.
fn next_step(call_out: &CallOutView) -> Option<CallOutStep> {
    let last = call_out.steps.last()?.step;
    let step = CallOutStep::ALL.iter().find(|step| **step > last).copied();
    match (step, call_out.answer) {
        (_, Some(CallOutAnswer::NotMet)) => None,
        // With an answer, there is nothing to offer any more.
        (Some(_), Some(_)) => Some(CallOutStep::Left).filter(|left| *left > last),
        (step, _) => step,
    }
}

/// The one thing to do now.
#[component]
fn Next(call_out: CallOutView, on_change: EventHandler<CallOutInput>) -> Element {
    let words = use_words();
    let next = next_step(&call_out);
    let accepted = call_out.answer == Some(CallOutAnswer::Accepted);
    let names = accepted && call_out.person.is_none();
    rsx! {
        if let Some(person) = call_out.person.clone() {
            Notice { tone: NoticeTone::Good, testid: "call-out-person",
                p { {words.say("call-out-joined")} }
                if person.name.is_empty() {
                    p { {words.say("call-out-elsewhere")} }
                } else {
                    Go { to: Route::Person { participant: person.participant.clone() }, class: "button button-plain", testid: "call-out-open-person",
                        span { "{person.name}" }
                        Icon { name: IconName::Right }
                    }
                }
            }
        }
        if names {
            Go { to: LaterRoute::CallOutPerson { call_out: call_out.id.clone() }, class: "button button-main button-wide button-large", testid: "call-out-choose-person",
                Icon { name: IconName::People }
                span { {words.say("call-out-name-them")} }
            }
        }
        if let Some(next) = next {
            Button {
                key: "{next:?}",
                label: words.say(call_out_words::take(next)),
                icon: icon(next),
                look: if names || next == CallOutStep::Left && call_out.answer.is_none() { ButtonLook::Soft } else { ButtonLook::Main },
                wide: true,
                large: true,
                testid: "call-out-next",
                on_press: move |()| on_change.call(CallOutInput::Now(next)),
            }
        }
        if call_out.finished && call_out.person.is_none() {
            Notice { tone: NoticeTone::Good, testid: "call-out-finished", p { {words.say("call-out-finished")} } }
        }
    }
}

fn icon(step: CallOutStep) -> IconName {
    match step {
        CallOutStep::Called | CallOutStep::Accepted => IconName::Phone,
        CallOutStep::OnMyWay => IconName::Send,
        CallOutStep::Arrived => IconName::Bed,
        CallOutStep::Offered => IconName::Message,
        CallOutStep::Left => IconName::Door,
    }
}

#[component]
fn Answers(answer: Option<CallOutAnswer>, on_change: EventHandler<CallOutInput>) -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("call-out-answer"), testid: "call-out-answers",
            p { class: "soft", {words.say("call-out-answer-words")} }
            div { class: "stack-tight",
                for one in CallOutAnswer::ALL.iter().copied() {
                    Button {
                        key: "{one:?}",
                        label: words.say(call_out_words::answer(one)),
                        spoken: (answer == Some(one)).then(|| words.say_with("call-out-chosen", [("answer", words.say(call_out_words::answer(one)).into())])),
                        icon: (answer == Some(one)).then_some(IconName::Check),
                        look: if answer == Some(one) { ButtonLook::Soft } else { ButtonLook::Plain },
                        wide: true,
                        testid: "call-out-answer-{code(one)}",
                        on_press: move |()| on_change.call(CallOutInput::Answer(Some(one))),
                    }
                }
            }
            if answer.is_some() {
                Button { label: words.say("call-out-no-answer"), look: ButtonLook::Quiet, testid: "call-out-no-answer", on_press: move |()| on_change.call(CallOutInput::Answer(None)) }
            }
        }
    }
}

/// Stable name of an answer in ids: letters, digits, `-`.
fn code(answer: CallOutAnswer) -> String {
    answer.code().replace('_', "-")
}

#[component]
fn Figures(call_out: CallOutView) -> Element {
    let words = use_words();
    let figure = |key: &str, minutes: Option<u32>| {
        minutes.map(|minutes| {
            let said = words.say_with("figure-minutes", [("count", minutes.into())]);
            words.say_with(key, [("minutes", said.into())])
        })
    };
    let response = figure("call-out-response", call_out.response_minutes);
    let stay = figure("call-out-stay", call_out.bedside_minutes);
    rsx! {
        if response.is_some() || stay.is_some() {
            div { class: "wrap", "data-testid": "call-out-figures",
                for said in [response, stay].into_iter().flatten() {
                    Mark { key: "{said}", icon: IconName::Clock, words: said }
                }
            }
        }
    }
}
