use dioxus::prelude::*;
use handrail_engine::api::{PeopleRow, Query, Reply, Topic};

use super::DetailsForm;
use crate::{
    ask::{Load, use_view},
    components::{Avatar, Go, Icon, IconName, Notice, NoticeTone},
    routes::Route,
    session::use_moment,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Says, while somebody is typed in, who is here already and may be the same person. With a
/// call-out that record can be chosen for it.
#[component]
pub fn Resembling(form: Signal<DetailsForm>, on_choose: Option<EventHandler<String>>) -> Element {
    let moment = use_moment();
    let answer = use_view(
        &[Topic::People],
        move || Query::Resembling {
            details: form.read().clone().into_iter().collect(),
        },
        |reply| match reply {
            Reply::Resembling(rows) => Some(rows),
            _ => None,
        },
    );
    match answer() {
        Load::Ready(rows) if !rows.is_empty() => {
            rsx! { ResemblingContent { rows, moment, on_choose } }
        }
        _ => rsx! {},
    }
}

/// The notice as rendered from the engine's answer.
#[component]
pub fn ResemblingContent(
    rows: Vec<PeopleRow>,
    moment: Moment,
    on_choose: Option<EventHandler<String>>,
) -> Element {
    let words = use_words();
    rsx! {
        Notice { tone: NoticeTone::Attention, alert: true, testid: "resembling",
            p { class: "strong", {words.say("resembling-title")} }
            p { {words.say("resembling-words")} }
            ul { class: "rows",
                for row in rows {
                    li { key: "{row.participant}",
                        if let Some(on_choose) = on_choose {
                            button { class: "row", r#type: "button", "data-testid": "resembling-row", onclick: { let participant = row.participant.clone(); move |_| on_choose.call(participant.clone()) },
                                {face(&row, moment)}
                            }
                        } else {
                            Go { to: Route::Person { participant: row.participant.clone() }, class: "row", testid: "resembling-row", {face(&row, moment)} }
                        }
                    }
                }
            }
        }
    }
}

fn face(row: &PeopleRow, moment: Moment) -> Element {
    let words = use_words();
    rsx! {
        Avatar { name: row.name.clone(), id: row.participant.clone() }
        span { class: "row-body",
            span { class: "row-title", "{row.name}" }
            if !row.legal_name.is_empty() {
                span { class: "row-line", "{row.legal_name}" }
            }
            if !row.program.is_empty() {
                span { class: "row-line", "{row.program}" }
            }
            span { class: "row-line", {dates::last_reached(&words, &moment, row.last_reached_at)} }
        }
        span { class: "row-end", Icon { name: IconName::Right } }
    }
}
