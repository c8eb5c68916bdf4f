use dioxus::prelude::*;
use handrail_engine::api::{ConsentsView, ToldView, consent::Ground};

use super::{
    asked::{AboutList, ListDialog, requests},
    use_consents,
};
use crate::{
    ask::Load,
    components::{Absent, Button, ButtonLook, Empty, IconName, Mark, MarkTone, Page},
    engine_link::use_link,
    forms::{Open, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words, consents as said,
        dates::{self, Moment},
        use_words,
    },
};

/// What was told of somebody in the last three years, for them to have (42 CFR 2.25).
#[component]
pub fn Accounting(participant: String) -> Element {
    let words = use_words();
    let answer = use_consents(&participant);
    let (open, on_order) = use_dialogs::<AboutList>();
    let back = move |()| {
        navigator().push(LaterRoute::Consents {
            participant: participant.clone(),
        });
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Content { view: view.clone(), open, back }
                    if let Some(about) = (open.asking)() {
                        ListDialog { participant: view.participant, today: view.today, about, problem: (open.problem)(), on_order, on_close: move |()| open.ask(None) }
                    }
                },
                other => rsx! { Absent { title: words.say("accounting-title"), page: "accounting", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Content(view: ConsentsView, open: Open<AboutList>, back: EventHandler<()>) -> Element {
    let words = use_words();
    let on_ask = use_callback(move |about| open.ask(Some(about)));
    let moment = use_moment();
    let print = use_link().device.print;
    let day = |day: handrail_engine::api::LocalDate| dates::full_date(&words, day.as_naive());
    let span = [
        ("from", day(view.accounting_from).into()),
        ("until", day(view.today).into()),
    ];
    rsx! {
        Page { title: words.say_with("accounting-of", [("name", view.full_name.clone().into())]), testid: "accounting", back,
            p { {words.say_with("accounting-span", span)} }
            if let Some(print) = print {
                div { class: "not-printed",
                    Button { label: words.say("required-print"), icon: IconName::Print, look: ButtonLook::Main, wide: true, testid: "accounting-print", on_press: move |()| print() }
                }
            }
            div { class: "not-printed", {requests(&words, &view, (!view.read_only).then_some(on_ask))} }
            if view.told.is_empty() {
                Empty { icon: IconName::Check, title: words.say("accounting-empty") }
            }
            ul { class: "rows",
                for one in &view.told {
                    {row(&words, &moment, one)}
                }
            }
        }
    }
}

fn row(words: &Words, moment: &Moment, one: &ToldView) -> Element {
    let told = &one.disclosure;
    let what: Vec<String> = told
        .information
        .iter()
        .map(|one| words.say(said::information(*one)))
        .collect();
    let mut lines: Vec<String> = Vec::new();
    if !what.is_empty() {
        lines.push(words.say_with("accounting-what", [("what", what.join(", ").into())]));
    }
    if !told.words.is_empty() {
        lines.push(told.words.clone());
    }
    let purpose = told.purpose.map(|one| words.say(said::purpose(one)));
    if let Some(purpose) = purpose {
        lines.push(words.say_with("accounting-purpose", [("purpose", purpose.into())]));
    }
    if let Some(way) = told.way {
        lines.push(words.say(said::way(way)));
    }
    let ground = match &told.ground {
        Ground::Consent(_) => "accounting-consent",
        Ground::Emergency(_) => "accounting-emergency",
        Ground::ChildReport => "accounting-report",
        Ground::Outside => "accounting-outside",
    };
    let tone = if matches!(told.ground, Ground::Consent(_)) {
        MarkTone::Good
    } else {
        MarkTone::Attention
    };
    if let Ground::Emergency(emergency) = &told.ground {
        let known = [
            ("consent-emergency-discloser", &emergency.discloser),
            ("consent-emergency-nature", &emergency.nature),
        ];
        lines.extend(known.map(|(label, value)| format!("{} {value}", words.say(label))));
    }
    let day = dates::full_date(words, told.on.as_naive());
    let hour = told
        .at
        .map(|at| format!(", {}", dates::time(words, moment, at.millis())));
    let hour = hour.unwrap_or_default();
    rsx! {
        li { key: "{told.id}", class: "row plan-entry", "data-testid": "accounting-row",
            div { class: "row-body",
                span { class: "row-title", "{day}{hour}: {told.recipient}" }
                if let Some(side) = told.side {
                    span { class: "row-line", {words.say(said::side(side))} }
                }
                for (index , line) in lines.into_iter().enumerate() {
                    span { key: "{index}", class: "row-line", "{line}" }
                }
                div { class: "wrap",
                    Mark { tone, words: words.say(ground) }
                    if one.after_revocation {
                        Mark { tone: MarkTone::Attention, words: words.say("accounting-after") }
                    }
                }
                span { class: "row-line soft", {words.say_with("consent-made", [("by", one.by.clone().into()), ("day", dates::full_date(words, moment.local(told.made.at.millis()).0).into())])} }
            }
        }
    }
}
