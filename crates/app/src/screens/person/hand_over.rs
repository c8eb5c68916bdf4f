use dioxus::prelude::*;
use handrail_engine::api::{Command, HandOverView, MemberChoice, PersonView};

use super::PersonOrder;
use crate::{
    components::{
        Back, Button, ButtonLook, ChipRadio, Chips, Dialog, Go, Icon, IconName, Notice, NoticeTone,
        Section, TextField,
    },
    routes::{LaterRoute, Route},
    session::use_shared,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Opens the question to whom somebody is to be handed over.
#[component]
pub fn HandOver(view: PersonView, on_order: EventHandler<PersonOrder>) -> Element {
    let words = use_words();
    let mut asking = use_signal(|| false);
    if view.hand_over_to.is_empty() {
        return rsx! {};
    }
    rsx! {
        Button { label: words.say("hand-over"), icon: IconName::People, look: ButtonLook::Plain, testid: "hand-over", on_press: move |()| asking.set(true) }
        if asking() {
            HandOverDialog {
                name: view.name.clone(),
                coach: view.coach.clone(),
                choices: view.hand_over_to.clone(),
                on_close: move |()| asking.set(false),
                on_choose: move |(to, reason): (String, String)| {
                    on_order.call(PersonOrder::from(Command::HandOver {
                        participant: view.participant.clone(),
                        to,
                        reason,
                    }));
                },
            }
        }
    }
}

/// Says what a hand-over does, and asks to whom.
#[component]
pub fn HandOverDialog(
    name: String,
    coach: String,
    choices: Vec<MemberChoice>,
    on_close: EventHandler<()>,
    on_choose: EventHandler<(String, String)>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut chosen = use_signal(|| None::<MemberChoice>);
    let mut reason = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let about = |key: &str| {
        words.say_with(
            key,
            [
                ("name", name.clone().into()),
                ("coach", coach.clone().into()),
            ],
        )
    };
    rsx! {
        Dialog { title: about("hand-over-title"), testid: "hand-over-dialog", on_close,
            ul { class: "stack-tight",
                li { {about("hand-over-gets")} }
                li { {about("hand-over-loses")} }
                li { {about("hand-over-late")} }
            }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    match chosen.peek().as_ref() {
                        Some(to) => on_choose.call((to.member.clone(), reason.peek().trim().to_owned())),
                        None => missing.set(true),
                    }
                },
                Chips { label: words.say("hand-over-to"),
                    for choice in choices {
                        ChipRadio {
                            key: "{choice.member}",
                            group: "hand-over-to",
                            label: choice.name.clone(),
                            chosen: chosen.read().as_ref() == Some(&choice),
                            testid: "hand-over-choice",
                            on_choose: move |()| {
                                missing.set(false);
                                chosen.set(Some(choice.clone()));
                            },
                        }
                    }
                }
                div { class: "stack-tight",
                    Go { to: LaterRoute::WhoFits {}, class: "button button-quiet", testid: "hand-over-fits",
                        Icon { name: IconName::People }
                        span { {words.say("fits-title")} }
                    }
                }
                TextField { id: "hand-over-reason", label: words.say("hand-over-reason"), testid: "hand-over-reason", on_input: move |text| reason.set(text) }
                {asked.refusal(missing().then(|| words.say("hand-over-choose")))}
                div { class: "dialog-actions",
                    Button { label: words.say("hand-over-go"), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "hand-over-go" }
                    Button { label: words.say("cancel"), testid: "hand-over-cancel", on_press: on_close }
                }
            }
        }
    }
}

/// To whom somebody was handed over before.
#[component]
pub fn HandOvers(hand_overs: Vec<HandOverView>, moment: Moment) -> Element {
    let words = use_words();
    if hand_overs.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: words.say("hand-overs-title"), testid: "hand-overs",
            ul { class: "rows",
                for hand_over in hand_overs {
                    li { class: "row", key: "{hand_over.id}",
                        Icon { name: IconName::People }
                        div { class: "row-body",
                            span { class: "row-title",
                                {words.say_with("handed-over-to", [("coach", hand_over.to.into())])}
                            }
                            span { class: "row-line",
                                {words.say_with("handed-over-by", [
                                    ("author", hand_over.by.into()),
                                    ("when", dates::day_and_time(&words, &moment, hand_over.at).into()),
                                ])}
                            }
                            if !hand_over.reason.is_empty() {
                                span { class: "row-line", "{hand_over.reason}" }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// All that a coach still sees of somebody who went to another.
#[component]
pub fn HandedOver(
    participant: String,
    name: String,
    coach: String,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        div { class: "page", "data-testid": "person-handed-over",
            Back { on_press: on_back }
            h1 { tabindex: "-1", "{name}" }
            Notice { tone: NoticeTone::Attention,
                p { class: "strong", {words.say_with("handed-over-to", [("coach", coach.into())])} }
                p { {words.say("handed-over-finish")} }
            }
            Go { to: Route::Log { participant }, class: "button button-main", testid: "person-log",
                Icon { name: IconName::Log }
                span { {words.say("handed-over-log")} }
            }
        }
    }
}
