//! That a participant asked for the list of what was told of them, and until when they have it.

use dioxus::prelude::*;
use handrail_engine::api::{
    AskedView, CoachingCommand, Command, ConsentCommand, ConsentQuery, ConsentReply, ConsentsView,
    LocalDate, Query, Reply, Topic,
    consent::{AnswerDue, End},
};

use super::OnOrder;
use crate::{
    ask::{Load, use_view},
    components::{
        Avatar, Button, ButtonLook, FieldKind, FormDialog, Go, Icon, IconName, Mark, MarkTone,
        Section, TextField,
    },
    routes::LaterRoute,
    screens::person::ReasonDialog,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// What is written down about such a list.
#[derive(Debug, Clone, PartialEq)]
pub enum AboutList {
    /// They asked for it.
    Asked,
    /// It was handed over: what was asked, and when.
    HandedOver(String, LocalDate),
    /// That was a mistake: what was asked, or the handing over.
    TakeBack(String),
}

/// Asks for the day and how, or why it was a mistake.
#[component]
pub fn ListDialog(
    participant: String,
    today: LocalDate,
    about: AboutList,
    problem: Option<String>,
    on_order: OnOrder,
    on_close: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut day = use_signal(|| today.to_string());
    let mut how = use_signal(String::new);
    let mut wrong_day = use_signal(|| false);
    let order = move |command: ConsentCommand| {
        on_order.call(Command::Coaching(CoachingCommand::Consent(command)).into());
    };
    if let AboutList::TakeBack(said) = about {
        let on_reason = move |words: String| {
            order(ConsentCommand::TakeBackList {
                participant: participant.clone(),
                said: said.clone(),
                words,
            });
        };
        let (title, stays) = (
            words.say("list-take-back"),
            words.say("list-take-back-words"),
        );
        return rsx! { ReasonDialog { title: title.clone(), words: stays, submit: title, on_close, on_reason } };
    }
    let (title, text, label, first) = match &about {
        AboutList::HandedOver(_, asked_on) => (
            "list-handed",
            "list-handed-words",
            "list-handed-how",
            Some(*asked_on),
        ),
        _ => ("list-ask", "list-ask-words", "list-ask-how", None),
    };
    let submit = move |()| {
        let on = LocalDate::parse(&day.peek()).ok();
        let on = on.filter(|on| *on <= today && first.is_none_or(|first| first <= *on));
        wrong_day.set(on.is_none());
        let Some(on) = on else { return };
        let (participant, words) = (participant.clone(), how.peek().clone());
        order(match &about {
            AboutList::HandedOver(asked, _) => ConsentCommand::ListHandedOver {
                participant,
                asked: asked.clone(),
                on,
                words,
            },
            _ => ConsentCommand::AskedForList {
                participant,
                on,
                words,
            },
        });
    };
    let problem = wrong_day().then(|| words.say("invalid-date")).or(problem);
    rsx! {
        FormDialog { title: words.say(title), testid: "list", problem, on_submit: submit, on_close,
            p { class: "soft", {words.say(text)} }
            TextField { id: "list-day", label: words.say("consent-end-day"), kind: FieldKind::Date, initial: today.to_string(), testid: "list-day", on_input: move |text| day.set(text) }
            TextField { id: "list-how", label: words.say(label), testid: "list-how", on_input: move |text| how.set(text) }
        }
    }
}

/// Each time that they asked, and how it stands; with `on_ask` also what can be done.
pub fn requests(
    words: &Words,
    view: &ConsentsView,
    on_ask: Option<Callback<AboutList>>,
) -> Element {
    rsx! {
        if !view.asked.is_empty() {
            Section { title: words.say("list-asked-title"), testid: "list-asked",
                ul { class: "rows",
                    for one in &view.asked {
                        {row(words, one, on_ask)}
                    }
                }
            }
        }
    }
}

fn row(words: &Words, one: &AskedView, on_ask: Option<Callback<AboutList>>) -> Element {
    let asked = &one.asked;
    let id = asked.id.to_string();
    let day = |day: LocalDate| dates::full_date(words, day.as_naive());
    let ended = asked.taken_back.as_ref();
    let ended = ended.or(asked.answered.as_ref().map(|answered| &answered.end));
    let (standing, tone) = match (&asked.taken_back, &asked.answered) {
        (Some(_), _) => (words.say("list-taken-back"), MarkTone::Quiet),
        (None, Some(answered)) => {
            let on = day(answered.end.on);
            let said = words.say_with("list-handed-on", [("day", on.into())]);
            (said, MarkTone::Good)
        }
        (None, None) => due_words(words, one.due),
    };
    let wrong = match (&asked.taken_back, &asked.answered) {
        (Some(_), _) => None,
        (None, Some(answered)) => Some(answered.id.to_string()),
        (None, None) => Some(id.clone()),
    };
    let handed = (id.clone(), asked.on);
    let by = if ended.is_some() {
        &one.ended_by
    } else {
        &one.by
    };
    let how = ended.map(|End { words, .. }| words.clone());
    let mut lines = vec![asked.words.clone(), how.unwrap_or_default()];
    lines.retain(|line| !line.is_empty());
    rsx! {
        li { key: "{id}", class: "row plan-entry", "data-testid": "list-asked-row",
            div { class: "row-body",
                span { class: "row-title", {words.say_with("list-asked-on", [("day", day(asked.on).into())])} }
                div { class: "wrap",
                    Mark { tone, words: standing }
                }
                for (index , line) in lines.into_iter().enumerate() {
                    span { key: "{index}", class: "row-line", "{line}" }
                }
                if !by.is_empty() {
                    span { class: "row-line soft", {words.say_with("list-by", [("by", by.clone().into())])} }
                }
                if let Some(on_ask) = on_ask {
                    span { class: "entry-tools",
                        if asked.is_open() {
                            Button { label: words.say("list-handed"), look: ButtonLook::Soft, testid: "list-hand-over", on_press: move |()| on_ask.call(AboutList::HandedOver(handed.0.clone(), handed.1)) }
                        }
                        if let Some(wrong) = wrong {
                            Button { label: words.say("list-take-back"), look: ButtonLook::Quiet, testid: "list-take-back", on_press: move |()| on_ask.call(AboutList::TakeBack(wrong.clone())) }
                        }
                    }
                }
            }
        }
    }
}

/// The days that are left to answer, or since when it is late.
fn due_words(words: &Words, due: AnswerDue) -> (String, MarkTone) {
    let key = if due.left < 0 {
        "list-late"
    } else {
        "list-due"
    };
    let values = [
        ("count", due.left.abs().into()),
        ("day", dates::full_date(words, due.by.as_naive()).into()),
    ];
    let tone = if due.presses() {
        MarkTone::Attention
    } else {
        MarkTone::Quiet
    };
    (words.say_with(key, values), tone)
}

/// On Today: lists that participants asked for and do not have so far.
#[component]
pub fn ListsDue(supervisor: bool) -> Element {
    let words = use_words();
    let moment = use_context::<Signal<Moment>>();
    let day = use_memo(move || moment().today());
    let answer = use_view(
        &[Topic::People],
        move || {
            let _asks_again_at_midnight = day();
            Query::Consenting(ConsentQuery::ListsDue)
        },
        |reply| match reply {
            Reply::Consenting(reply) => match *reply {
                ConsentReply::ListsDue(rows) => Some(rows),
                ConsentReply::Texts(_) => None,
            },
            _ => None,
        },
    );
    let Load::Ready(rows) = answer() else {
        return rsx! {};
    };
    rsx! {
        if !rows.is_empty() {
            Section { title: words.say("lists-due"), testid: "lists-due",
                ul { class: "rows",
                    for row in rows {
                        li { key: "{row.asked}",
                            Go { to: LaterRoute::Accounting { participant: row.participant.clone() }, class: "row", testid: "list-due",
                                Avatar { name: row.name.clone(), id: row.participant.clone() }
                                span { class: "row-body",
                                    span { class: "row-title", "{row.name}" }
                                    span { class: "row-line", {words.say_with("list-asked-on", [("day", dates::full_date(&words, row.on.as_naive()).into())])} }
                                    {due_mark(&words, row.due)}
                                    if supervisor && !row.own {
                                        span { class: "row-line", {words.say_with("whose-coach", [("coach", row.coach.clone().into())])} }
                                    }
                                }
                                span { class: "row-end", Icon { name: IconName::Right } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn due_mark(words: &Words, due: AnswerDue) -> Element {
    let (said, tone) = due_words(words, due);
    rsx! {
        span { class: "wrap", Mark { tone, words: said } }
    }
}
