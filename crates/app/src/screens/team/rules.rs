use dioxus::prelude::*;
use handrail_engine::api::{
    Command, Query, Reply, RetentionPackError, RuleChangeView, RuleFault, RulesPreviewView, Topic,
};

use super::{forgetting::day, put_in_force::PutInForce};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, FileField, Go, IconName, Notice, NoticeTone, Page, Section,
        TextArea, use_file_dialog,
    },
    forms::use_lasting_orders,
    routes::LaterRoute,
    screens::person,
    words::{Words, use_words},
};

/// The agency's own rules of retention: looked at first, then put in force.
#[component]
pub fn Rules() -> Element {
    let words = use_words();
    let mut chosen = use_signal(|| None::<String>);
    let mut not_text = use_signal(|| false);
    let mut looks = use_signal(|| 0_u32);
    let answer = use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        move || Query::PreviewRules { pack: chosen() },
        |reply| match reply {
            Reply::RulesPreview(view) => Some(*view),
            _ => None,
        },
    );
    let back = move |()| {
        navigator().push(LaterRoute::Forgetting {});
    };
    let mut look = move |pack: Option<String>| {
        not_text.set(false);
        looks += 1;
        chosen.set(pack);
    };
    let read = use_callback(
        move |(_, bytes): (String, Vec<u8>)| match String::from_utf8(bytes) {
            Ok(text) => look(Some(text)),
            Err(_) => not_text.set(true),
        },
    );
    let on_unreadable = use_callback(move |()| not_text.set(true));
    let on_pick = use_file_dialog(words.say("rules-file"), "json", read, on_unreadable);
    let on_order = use_lasting_orders();
    let put = move |()| {
        let pack = chosen.peek().clone();
        on_order.call((Command::UseRules { pack }, "rules-done"));
        navigator().push(LaterRoute::Forgetting {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    RulesContent {
                        view,
                        own: chosen().is_some(),
                        looks: looks(),
                        not_text: not_text(),
                        on_look: look,
                        on_file: read,
                        on_unreadable,
                        on_pick,
                        on_put: put,
                        on_back: back,
                    }
                },
                other => rsx! { Absent { title: words.say("rules-title"), page: "rules", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's answer. `own`: what is looked at is not the app's;
/// `looks`: another number for each look, so that nobody puts in force what they did not tick.
#[component]
pub fn RulesContent(
    view: RulesPreviewView,
    own: bool,
    looks: u32,
    not_text: bool,
    on_look: EventHandler<Option<String>>,
    on_file: EventHandler<(String, Vec<u8>)>,
    on_unreadable: EventHandler<()>,
    on_pick: Option<EventHandler<()>>,
    on_put: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(String::new);
    let title = if own {
        "rules-looked-at"
    } else {
        "rules-of-app"
    };
    rsx! {
        Page { title: words.say("rules-title"), testid: "rules", back: on_back,
            div { class: "prose",
                p { {words.say("rules-words")} }
                p { class: "soft", {words.say("rules-lawyer")} }
            }
            div { class: "card card-stack",
                FileField {
                    id: "rules",
                    label: words.say("rules-file"),
                    hint: words.say("rules-file-hint"),
                    accept: ".json,.txt,application/json,text/plain",
                    on_file,
                    on_unreadable,
                    on_pick,
                }
                TextArea { id: "rules-text", label: words.say("rules-paste"), code: true, testid: "rules-text", on_input: move |text| typed.set(text) }
                Button { label: words.say("rules-look"), icon: IconName::Eye, testid: "rules-look", on_press: move |()| on_look.call(Some(typed())) }
                if own {
                    Button { label: words.say("rules-look-app"), look: ButtonLook::Plain, testid: "rules-look-app", on_press: move |()| on_look.call(None) }
                }
            }
            if not_text {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("rules-not-text")} } }
            } else if view.faults.is_empty() {
                Preview { key: "{looks}", title: words.say(title), view, on_put }
            } else {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "rules-faults",
                    p { class: "strong", {words.say("rules-faults")} }
                    ul { class: "stack-tight",
                        for (place , fault) in view.faults.iter().enumerate() {
                            li { key: "{place}", {fault_words(&words, fault)} }
                        }
                    }
                }
            }
        }
    }
}

/// What would change, and the button that makes it so.
#[component]
fn Preview(title: String, view: RulesPreviewView, on_put: EventHandler<()>) -> Element {
    let words = use_words();
    let counts = [
        ("rules-earlier", view.earlier),
        ("rules-later", view.later),
        ("rules-due", view.due),
        ("rules-same", view.same),
    ];
    let changed = usize::try_from(view.earlier.saturating_add(view.later)).unwrap_or(usize::MAX);
    let unlisted = changed.saturating_sub(view.changes.len());
    let which = [
        ("id", view.id.into()),
        ("version", view.version.into()),
        ("day", day(&words, view.valid_from).into()),
    ];
    rsx! {
        Section { title, testid: "rules-preview",
            p { class: "strong", {words.say_with("rules-which", which)} }
            ul { class: "stack-tight",
                for (key , count) in counts {
                    li { key: "{key}", {words.say_with(key, [("count", count.into())])} }
                }
            }
            if !view.changes.is_empty() {
                ul { class: "rows",
                    for change in view.changes {
                        Change { key: "{change.participant}", change }
                    }
                }
            }
            if unlisted > 0 {
                p { {words.say_with("rules-more", [("count", unlisted.into())])} }
            }
            PutInForce { testid: "rules", sure: "rules-sure", unsure: "rules-sure-missing", put: "rules-put", on_put }
        }
        person::Rules { rules: view.rules, stale: view.stale }
    }
}

#[component]
fn Change(change: RuleChangeView) -> Element {
    let words = use_words();
    let until = |through: Option<String>| match through {
        Some(through) => day(&words, through),
        None => words.say("rules-never"),
    };
    let line = words.say_with(
        "rules-change",
        [
            ("coach", change.coach.into()),
            ("before", until(change.before).into()),
            ("after", until(change.after).into()),
        ],
    );
    rsx! {
        li { class: "row", "data-testid": "rules-change",
            div { class: "row-body",
                Go { to: LaterRoute::Keep { participant: change.participant }, class: "row-title", "{change.name}" }
                span { class: "row-line", "{line}" }
            }
        }
    }
}

/// What is to be mended, and where.
fn fault_words(words: &Words, fault: &RetentionPackError) -> String {
    use RetentionPackError as E;
    let (key, text, line, column) = match fault {
        E::TooLarge => ("rules-fault-large", "", &0, &0),
        E::NoRules => ("rules-fault-none", "", &0, &0),
        E::ReviewTooEarly => ("rules-fault-review", "", &0, &0),
        E::OtherFormat(_) => ("rules-fault-format", "", &0, &0),
        E::Malformed { line, column } => ("rules-fault-json", "", line, column),
        E::UnknownField {
            field,
            line,
            column,
        } => ("rules-fault-unknown", field.as_str(), line, column),
        E::MissingField {
            field,
            line,
            column,
        } => ("rules-fault-missing", field.as_str(), line, column),
        E::Value {
            found,
            line,
            column,
        } => ("rules-fault-value", found.as_str(), line, column),
        E::Rule { place, id, fault } => {
            let key = match fault {
                RuleFault::BadId => "rules-fault-id",
                RuleFault::TextMissing => "rules-fault-text",
                RuleFault::Time => "rules-fault-time",
                RuleFault::Twice => "rules-fault-twice",
                RuleFault::CheckedOnMissing => "rules-fault-checked",
            };
            (key, id.as_str(), place, &0)
        }
    };
    words.say_with(
        key,
        [
            ("text", text.to_owned().into()),
            ("line", (*line).into()),
            ("column", (*column).into()),
        ],
    )
}
