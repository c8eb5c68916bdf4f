use dioxus::prelude::*;
use handrail_engine::api::{
    Command, ForgetReason, HoldView, KeptView, Language, MilestoneEvent, MilestoneInput, Query,
    Reply, RetentionView, RuleView, Topic,
};

use super::{pages::use_back_to, reason_dialog::ReasonDialog};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Check, ChipRadio, Chips, Dialog, IconName, Notice, NoticeTone,
        Page, Section,
    },
    forms::PageOrder,
    giving::use_giving,
    routes::LaterRoute,
    session::{use_moment, use_shared},
    words::{
        Words,
        dates::{self, Moment},
        labels, use_words,
    },
};

/// How long a participant's record is kept, legal holds, and forgetting.
#[component]
pub fn Keep(participant: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let asked = participant.clone();
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::Retention {
            participant: asked.clone(),
        },
        |reply| match reply {
            Reply::Retention(view) => Some(*view),
            _ => None,
        },
    );
    let back = use_back_to(&participant);
    let giving = use_giving();
    let on_order = move |(command, said): (Command, &'static str)| {
        let forgets = matches!(command, Command::Forget { .. });
        let given = giving.give(PageOrder {
            said,
            ..command.into()
        });
        spawn(async move {
            if let Some(given) = given
                && given.await.is_ok()
                && forgets
            {
                navigator().push(LaterRoute::Forgetting {});
            }
        });
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    KeepContent { view, moment, on_order, on_back: back }
                },
                other => rsx! { Absent { title: words.say("keep-open"), page: "keep", why: other.why(), back } },
            }
        }
    }
}

/// What is asked before something is done.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    Hold,
    End(String),
    Forget,
    SaidNo,
}

/// The page as rendered from the engine's answer.
#[component]
pub fn KeepContent(
    view: RetentionView,
    moment: Moment,
    on_order: EventHandler<(Command, &'static str)>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut asking = use_signal(|| None::<Asking>);
    let about = |key: &str| words.say_with(key, [("name", view.name.clone().into())]);
    let held = view.kept == KeptView::OnHold;
    let participant = view.participant.clone();
    let (title, text) = match asking() {
        Some(Asking::End(_)) => ("hold-end", "hold-end-words"),
        _ => ("hold-set", "hold-words"),
    };
    rsx! {
        Page { title: about("keep-title"), testid: "keep", back: on_back,
            Notice { testid: "keep-kept", p { class: "strong", {kept_words(&words, &view.kept)} } }
            if !view.holds.is_empty() {
                Holds { holds: view.holds.clone(), moment, may_end: view.may_forget, on_end: move |hold| asking.set(Some(Asking::End(hold))) }
            }
            for name in view.same.clone() {
                Notice { key: "{name}", tone: NoticeTone::Attention, testid: "keep-same", p { {words.say_with("same-forgotten-apart", [("name", name.clone().into())])} } }
            }
            if let Some(said) = &view.said_no {
                Notice { tone: NoticeTone::Attention, testid: "keep-said-no",
                    p { class: "strong", {on_day(&words, "said-no-on", said)} }
                    p { {words.say("said-no-then")} }
                }
            }
            if view.may_say_no || view.may_forget {
                div { class: "stack-tight",
                    if view.may_say_no {
                        Button { label: words.say("milestone-said-no"), icon: IconName::Close, testid: "say-no", on_press: move |()| asking.set(Some(Asking::SaidNo)) }
                    }
                    if view.may_forget {
                        Button { label: words.say("hold-set"), icon: IconName::Lock, testid: "hold-set", on_press: move |()| asking.set(Some(Asking::Hold)) }
                    }
                    if view.may_forget && !held {
                        Button { label: words.say("forget-open"), icon: IconName::Close, testid: "forget-open", on_press: move |()| asking.set(Some(Asking::Forget)) }
                    }
                }
            }
            Rules { rules: view.rules.clone(), stale: view.stale }
        }
        match asking() {
            None => rsx! {},
            Some(Asking::Forget) => rsx! {
                ForgetDialog {
                    name: view.name.clone(),
                    first: match &view.kept {
                        _ if view.said_no.is_some() => Some(ForgetReason::Declined),
                        KeptView::Over(_) => Some(ForgetReason::Retention),
                        _ => None,
                    },
                    over: matches!(view.kept, KeptView::Over(_)),
                    on_close: move |()| asking.set(None),
                    on_reason: move |reason| {
                        on_order.call((Command::Forget { participant: participant.clone(), reason }, "forget-done"));
                    },
                }
            },
            Some(Asking::SaidNo) => rsx! {
                Dialog { title: words.say("milestone-said-no"), testid: "said-no-dialog", on_close: move |()| asking.set(None),
                    p { {about("said-no-words")} }
                    p { {words.say("said-no-then")} }
                    {asked.refusal(None)}
                    div { class: "dialog-actions",
                        Button {
                            label: words.say("said-no-save"),
                            look: ButtonLook::Main,
                            busy: asked.waits(),
                            testid: "said-no-save",
                            on_press: move |()| {
                                let milestone = MilestoneInput::Dated { event: MilestoneEvent::SaidNo, on: moment.today().to_string() };
                                on_order.call((Command::RecordMilestone { participant: participant.clone(), milestone }, "saved-here"));
                            },
                        }
                        Button { label: words.say("cancel"), on_press: move |()| asking.set(None) }
                    }
                }
            },
            Some(other) => rsx! {
                ReasonDialog {
                    title: words.say(title),
                    words: words.say(text),
                    submit: words.say(title),
                    on_close: move |()| asking.set(None),
                    on_reason: move |reason| {
                        let participant = participant.clone();
                        on_order.call(match other.clone() {
                            Asking::End(hold) => (Command::LiftHold { participant, hold, reason }, "hold-end-saved"),
                            _ => (Command::SetHold { participant, reason }, "hold-saved"),
                        });
                    },
                }
            },
        }
    }
}

fn on_day(words: &Words, key: &str, day: &str) -> String {
    let day = day
        .parse()
        .map_or(day.to_owned(), |day| dates::full_date(words, day));
    words.say_with(key, [("day", day.into())])
}

fn kept_words(words: &Words, kept: &KeptView) -> String {
    let on = |key: &str, day: &str| on_day(words, key, day);
    match kept {
        KeptView::OnHold => words.say("keep-hold"),
        KeptView::NoRule => words.say("keep-no-rule"),
        KeptView::Through(day) => on("keep-through", day),
        KeptView::Over(day) => on("keep-over", day),
    }
}

#[component]
fn Holds(
    holds: Vec<HoldView>,
    moment: Moment,
    may_end: bool,
    on_end: EventHandler<String>,
) -> Element {
    let words = use_words();
    let said = |key: &str, author: &str, at: i64, reason: &str| {
        words.say_with(
            key,
            [
                ("author", author.to_owned().into()),
                ("when", dates::day_and_time(&words, &moment, at).into()),
                ("reason", reason.to_owned().into()),
            ],
        )
    };
    rsx! {
        Section { title: words.say("hold-title"), testid: "holds",
            ul { class: "rows",
                for hold in holds {
                    li { class: "row", key: "{hold.hold}",
                        div { class: "row-body",
                            span { class: "row-title", "{hold.reason}" }
                            span { class: "row-line", {said("hold-by", &hold.by, hold.at, "")} }
                            if let Some((author, at, reason)) = &hold.lifted {
                                span { class: "row-line", {said("hold-ended", author, *at, reason)} }
                            } else if may_end {
                                Button { label: words.say("hold-end"), look: ButtonLook::Quiet, testid: "hold-end", on_press: move |()| on_end.call(hold.hold.clone()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The rules with their sources.
#[component]
pub fn Rules(rules: Vec<RuleView>, stale: bool) -> Element {
    let words = use_words();
    let spanish = words.language() == Language::Spanish;
    rsx! {
        Section { title: words.say("keep-rules"), testid: "keep-rules",
            if stale {
                Notice { tone: NoticeTone::Attention, testid: "keep-stale", p { {words.say("keep-stale")} } }
            }
            ul { class: "rows",
                for rule in rules {
                    li { class: "row", key: "{rule.id}",
                        div { class: "row-body",
                            span { class: "row-title", if spanish { "{rule.es}" } else { "{rule.en}" } }
                            span { class: "row-line", {words.say_with("keep-source", [("source", rule.source.into())])} }
                            if !rule.verified {
                                span { class: "row-line", {words.say("keep-not-checked")} }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn ForgetDialog(
    name: String,
    first: Option<ForgetReason>,
    over: bool,
    on_close: EventHandler<()>,
    on_reason: EventHandler<ForgetReason>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut chosen = use_signal(|| first);
    let mut sure = use_signal(|| false);
    let mut missing = use_signal(|| None::<&'static str>);
    let about = |key: &str| words.say_with(key, [("name", name.clone().into())]);
    let reasons = [
        ForgetReason::Retention,
        ForgetReason::Asked,
        ForgetReason::Declined,
        ForgetReason::Mistake,
    ];
    rsx! {
        Dialog { title: about("forget-title"), testid: "forget-dialog", on_close,
            ul { class: "stack-tight",
                li { class: "strong", {about("forget-words-gone")} }
                li { {words.say("forget-words-back")} }
                li { {words.say("forget-words-late")} }
                li { {words.say("forget-words-stays")} }
            }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    match (chosen(), sure()) {
                        (None, _) => missing.set(Some("forget-why-missing")),
                        (_, false) => missing.set(Some("forget-sure-missing")),
                        (Some(reason), true) => {
                            missing.set(None);
                            on_reason.call(reason);
                        }
                    }
                },
                Chips { label: words.say("forget-why"),
                    for reason in reasons {
                        if over || reason != ForgetReason::Retention {
                            ChipRadio {
                                key: "{reason:?}",
                                group: "forget-why",
                                label: words.say(labels::forget_reason(reason)),
                                chosen: chosen() == Some(reason),
                                testid: "forget-reason",
                                on_choose: move |()| chosen.set(Some(reason)),
                            }
                        }
                    }
                }
                Check { label: words.say("forget-sure"), checked: sure(), testid: "forget-sure", on_toggle: move |on| sure.set(on) }
                {asked.refusal(missing().map(|key| words.say(key)))}
                div { class: "dialog-actions",
                    Button { label: words.say("forget-go"), look: ButtonLook::Plain, submit: true, busy: asked.waits(), testid: "forget-go" }
                    Button { label: words.say("cancel"), look: ButtonLook::Main, testid: "forget-cancel", on_press: on_close }
                }
            }
        }
    }
}
