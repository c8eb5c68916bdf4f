use dioxus::prelude::*;
use handrail_engine::api::{
    SessionOfSupervision, SupervisionCommand, SupervisionPeriod, SupervisionView,
};

use super::{hold::Hold, order, supervision_words, use_one};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Empty, Fold, Go, Icon, IconName, Mark, MarkTone, Page, Section,
    },
    forms::{Open, PageOrder, use_dialogs},
    routes::{LaterRoute, Route},
    screens::person::ReasonDialog,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// Supervision of a coach, for whoever supervises.
#[component]
pub fn Supervision(coach: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_one(Some(coach.clone()));
    let (open, on_order) = use_dialogs::<String>();
    let back = move |()| {
        navigator().push(LaterRoute::Supervisions {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say_with("supervision-of", [("name", view.coach.name.clone().into())]), testid: "supervision", back, line: supervision_words::line(&words, view.coach.rule.kind),
                        {standing(&words, &moment, &view)}
                        {agenda(&words, &view)}
                        {items(&words, &moment, &view)}
                        if view.may_hold {
                            for newest in [view.sessions.first().map(|one| one.id.clone()).unwrap_or_default()] {
                                Hold { key: "{newest}", view: view.clone(), on_order }
                            }
                        }
                        Sessions { view: view.clone(), open: Some(open), on_order }
                        if !view.aside.is_empty() {
                            Section { title: words.say("off-aside"), testid: "supervision-aside",
                                p { class: "soft", {words.say("off-aside-words")} }
                            }
                        }
                    }
                    if let Some(session) = (open.asking)() {
                        ReasonDialog {
                            title: words.say("off-take-back"),
                            words: words.say("supervision-back-words"),
                            submit: words.say("off-take-back"),
                            on_close: move |()| open.ask(None),
                            on_reason: move |reason| on_order.call(order(SupervisionCommand::TakeBack { coach: coach.clone(), session: session.clone(), reason })),
                        }
                    }
                },
                other => rsx! { Absent { title: words.say("supervision-title"), page: "supervision", why: other.why(), back } },
            }
        }
    }
}

/// What is due, how often, and the weeks as a table.
pub fn standing(words: &Words, moment: &Moment, view: &SupervisionView) -> Element {
    let day = |day: &SupervisionPeriod| dates::day(words, moment, &day.from.to_string());
    let lines = supervision_words::standing(words, moment, &view.coach);
    rsx! {
        Section { title: words.say("supervision-standing"), testid: "supervision-standing",
            for line in lines {
                p { key: "{line}", "{line}" }
            }
            p { class: "small soft", {supervision_words::rule(words, &view.coach)} }
            Fold { label: words.say("supervision-weeks"),
                table { class: "table",
                    thead {
                        tr {
                            th { scope: "col", {words.say("supervision-week-from")} }
                            th { scope: "col", {words.say("supervision-week-minutes")} }
                            th { scope: "col", {words.say("supervision-week-held")} }
                        }
                    }
                    tbody {
                        for (place , period) in view.coach.standing.periods.iter().enumerate() {
                            tr { key: "{period.from}",
                                th { scope: "row", {dates::alone(day(period))} }
                                td { "{period.minutes}" }
                                td {
                                    {words.say(match (period.held, place) {
                                        (true, _) => "value-yes",
                                        (false, 0) => "supervision-week-open",
                                        (false, _) => "value-no",
                                    })}
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What gathered by itself.
pub fn agenda(words: &Words, view: &SupervisionView) -> Element {
    rsx! {
        Section { title: words.say("supervision-agenda"), testid: "supervision-agenda",
            if view.agenda.is_empty() {
                Empty { icon: IconName::Check, title: words.say("supervision-agenda-empty") }
            }
            ul { class: "rows",
                for (place , item) in view.agenda.iter().enumerate() {
                    li { key: "{place}", class: "row",
                        Icon { name: IconName::Attention }
                        span { class: "row-body",
                            if let Some(participant) = &item.participant {
                                Go { to: Route::Person { participant: participant.clone() }, class: "agenda-name", "{item.name}" }
                            } else {
                                span { class: "row-title", "{item.name}" }
                            }
                            span { class: "row-line", {supervision_words::why(words, item)} }
                        }
                    }
                }
            }
        }
    }
}

/// What the coach brought.
pub fn items(words: &Words, moment: &Moment, view: &SupervisionView) -> Element {
    rsx! {
        if !view.items.is_empty() {
            Section { title: words.say("supervision-items"), testid: "supervision-items",
                ul { class: "rows",
                    for item in &view.items {
                        li { key: "{item.id}", class: "row",
                            Icon { name: IconName::Message }
                            span { class: "row-body",
                                span { class: "row-title", {words.say(supervision_words::item(item.kind))} }
                                span { class: "keep-lines", "{item.words}" }
                                span { class: "row-line", {dates::alone(dates::day_and_time(words, moment, item.at))} }
                                if item.spoken {
                                    span { class: "wrap", Mark { words: words.say("supervision-spoken"), tone: MarkTone::Good } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was held; a coach signs, a supervisor can take back.
#[component]
pub fn Sessions(
    view: SupervisionView,
    #[props(default)] open: Option<Open<String>>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let moment = use_moment();
    let own = view.coach.own;
    rsx! {
        Section { title: words.say("supervision-sessions"), testid: "supervision-sessions",
            if view.sessions.is_empty() {
                Empty { icon: IconName::Calendar, title: words.say("supervision-none") }
            }
            ul { class: "rows",
                for one in view.sessions.clone() {
                    {session(&words, &moment, &one, own, open.filter(|_| view.may_hold), on_order)}
                }
            }
        }
    }
}

fn session(
    words: &Words,
    moment: &Moment,
    one: &SessionOfSupervision,
    own: bool,
    open: Option<Open<String>>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let day = dates::day(words, moment, &one.held.on.to_string());
    let minutes = words.say_with(
        "minutes-count",
        [("count", u32::from(one.held.minutes).into())],
    );
    let (names, others) = &one.cases;
    let signs = own && one.signed_at.is_none() && one.back.is_none();
    let (id, again) = (one.id.clone(), one.id.clone());
    rsx! {
        li { key: "{one.id}", class: "row", "data-testid": "supervision-session",
            div { class: "row-body",
                span { class: "row-title", {dates::alone(day.clone())} " · {minutes}" }
                span { class: "row-line", {words.say_with("supervision-by", [("by", one.by.clone().into())])} }
                if !names.is_empty() {
                    span { class: "row-line", {words.say_with("supervision-cases", [("names", names.join(", ").into())])} }
                }
                if *others > 0 {
                    span { class: "row-line", {words.say_with("supervision-cases-more", [("count", (*others).into())])} }
                }
                if !one.held.words.is_empty() {
                    span { class: "keep-lines", "{one.held.words}" }
                }
                span { class: "wrap",
                    if one.held.boundaries {
                        Mark { words: words.say("supervision-boundaries") }
                    }
                    if let Some(reason) = &one.back {
                        Mark { words: words.say_with("off-back-reason", [("reason", reason.clone().into())]) }
                    } else if let Some(at) = one.signed_at {
                        Mark { words: words.say_with("supervision-signed", [("when", dates::day_and_time(words, moment, at).into())]), tone: MarkTone::Good, icon: IconName::Check }
                    } else {
                        Mark { words: words.say("supervision-unsigned"), tone: MarkTone::Attention }
                    }
                }
                if signs {
                    Button { label: words.say("supervision-sign"), spoken: words.say_with("supervision-sign-of", [("day", day.clone().into())]), look: ButtonLook::Main, testid: "supervision-sign", on_press: move |()| on_order.call(order(SupervisionCommand::Sign { session: id.clone() })) }
                }
                if let Some(open) = open.filter(|_| one.back.is_none()) {
                    Button { label: words.say("off-take-back"), spoken: words.say_with("supervision-back-of", [("day", day.into())]), look: ButtonLook::Quiet, testid: "supervision-back", on_press: move |()| open.ask(Some(again.clone())) }
                }
            }
        }
    }
}
