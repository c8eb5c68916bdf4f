use dioxus::prelude::*;
use handrail_engine::api::{
    CallOutCommand, Command, EngineError, PeopleFilter, Query, Reply, Topic,
};

use super::draft_key;
use crate::{
    ask::{Load, use_view},
    components::{Avatar, Go, Icon, IconName, Notice, NoticeTone, Page, SearchField, Skeleton},
    drafts::Drafts,
    drafts::use_drafts,
    engine_link::{EngineLink, use_link},
    routes::LaterRoute,
    screens::people::AddPersonForm,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{dates, errors, use_words},
};

/// Rows shown; typing finds the rest.
const ROWS: u32 = 20;

/// Whose record it is: somebody new, or somebody who is known already.
#[component]
pub fn CallOutPerson(call_out: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let link = use_link();
    let drafts = use_drafts();
    let mut shared = use_shared();
    let mut search = use_signal(String::new);
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::People {
            search: search(),
            filter: PeopleFilter::default(),
            offset: 0,
            limit: ROWS,
        },
        |reply| match reply {
            Reply::People(view) => Some(view),
            _ => None,
        },
    );
    let (id, said) = (call_out.clone(), words.clone());
    let choose = use_callback(move |participant: String| {
        let (link, drafts) = (link.clone(), drafts.clone());
        let (words, id) = (said.clone(), id.clone());
        spawn(async move {
            match join(&link, &drafts, &id, participant).await {
                Ok(()) => {
                    navigator().replace(LaterRoute::CallOut { call_out: id });
                }
                Err(problem) => shared.toast.set(Some(Toast {
                    words: errors::error_text(&words, &problem),
                    undo: None,
                })),
            }
        });
    });
    let back = call_out.clone();
    rsx! {
        div { class: "pane",
            Page { title: words.say("call-out-person"), testid: "call-out-who", line: words.say("call-out-person-words"), back: move |()| { navigator().push(LaterRoute::CallOut { call_out: back.clone() }); },
                Go { to: LaterRoute::CallOutNew { call_out: call_out.clone() }, class: "button button-main button-wide", testid: "call-out-new-person",
                    Icon { name: IconName::Plus }
                    span { {words.say("call-out-new-person")} }
                }
                SearchField { id: "call-out-search", label: words.say("people-search"), testid: "call-out-search", on_input: move |text| search.set(text) }
                match answer() {
                    Load::Waiting => rsx! { Skeleton { words: words.say("loading") } },
                    Load::Failed(error) => rsx! {
                        Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                    },
                    Load::Ready(view) if view.rows.is_empty() => rsx! { p { class: "soft", {words.say("people-no-match")} } },
                    Load::Ready(view) => rsx! {
                        ul { class: "rows",
                            for row in view.rows {
                                li { key: "{row.participant}",
                                    button { class: "row", r#type: "button", "data-testid": "call-out-known-person",
                                        onclick: { let participant = row.participant.clone(); move |_| choose.call(participant.clone()) },
                                        Avatar { name: row.name.clone(), id: row.participant.clone() }
                                        span { class: "row-body",
                                            span { class: "row-title", "{row.name}" }
                                            span { class: "row-line", {dates::last_reached(&words, &moment, row.last_reached_at)} }
                                        }
                                    }
                                }
                            }
                        }
                    },
                }
            }
        }
    }
}

/// Somebody new, whose record the call-out then has.
#[component]
pub fn CallOutNew(call_out: String) -> Element {
    rsx! { AddPersonForm { call_out: Some(call_out) } }
}

/// Writes the visit into a record, with the words that were kept for it.
pub async fn join(
    link: &EngineLink,
    drafts: &Drafts,
    call_out: &str,
    participant: String,
) -> Result<(), EngineError> {
    let key = draft_key(call_out);
    // The newest words may still be on their way.
    drafts.settled().await;
    let note = match link.query(Query::Draft { key }).await {
        Ok(Reply::Draft(Some(json))) => serde_json::from_str(&json).unwrap_or_default(),
        _ => String::new(),
    };
    let command = CallOutCommand::Join {
        call_out: call_out.to_owned(),
        participant,
        note,
    };
    link.order(Command::CallOut(command)).await.map(|_| ())
}
