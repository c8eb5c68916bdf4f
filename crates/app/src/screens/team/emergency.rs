use dioxus::prelude::*;
use handrail_engine::api::{
    Command, EmergenciesView, EmergencyState, EmergencyView, Query, Reply, Topic,
};

use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Empty, Go, Icon, IconName, Mark, MarkTone, Notice, NoticeTone,
        Page, Section, SelectField, TextArea, TextField,
    },
    forms::use_lasting_orders,
    routes::{LaterRoute, Route},
    session::use_moment,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// A record is opened in an emergency.
#[component]
pub fn Emergency() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::Team, Topic::People],
        || Query::Emergencies,
        |reply| match reply {
            Reply::Emergencies(view) => Some(view),
            _ => None,
        },
    );
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    let order = use_lasting_orders();
    let on_order = move |command: Command| order.call((command, "emergency-asked"));
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    EmergencyContent { view, moment, on_order, on_back: back }
                },
                other => rsx! { Absent { title: words.say("emergency-title"), page: "emergency", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
pub fn EmergencyContent(
    view: EmergenciesView,
    moment: Moment,
    on_order: EventHandler<Command>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let asks = !view.coaches.is_empty();
    rsx! {
        Page { title: words.say("emergency-title"), testid: "emergency", back: on_back,
            if asks {
                Ask { view: view.clone(), on_order }
            } else {
                p { {words.say("emergency-answers")} }
            }
            Section { title: words.say("emergency-requests"), testid: "emergency-requests",
                if view.requests.is_empty() {
                    Empty { icon: IconName::Eye, title: words.say("emergency-none") }
                }
                ul { class: "rows",
                    for request in view.requests {
                        RequestLine { key: "{request.id}", request, moment }
                    }
                }
            }
        }
    }
}

#[component]
fn Ask(view: EmergenciesView, on_order: EventHandler<Command>) -> Element {
    let words = use_words();
    let mut coach = use_signal(String::new);
    let mut name = use_signal(String::new);
    let mut reason = use_signal(String::new);
    let mut missing = use_signal(|| false);
    // Another key, and the fields are empty again.
    let mut asked = use_signal(|| 0_u32);
    let mut choices = vec![(String::new(), words.say("cover-choose"))];
    choices.extend(
        view.coaches
            .iter()
            .map(|choice| (choice.member.clone(), choice.name.clone())),
    );
    rsx! {
        ul { class: "stack-tight",
            li { {words.say("emergency-how")} }
            li { {words.say("emergency-night")} }
            li { {words.say("emergency-seen")} }
        }
        for round in [asked()] {
            form {
                key: "{round}",
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    let said = (coach.peek().clone(), name.peek().trim().to_owned(), reason.peek().trim().to_owned());
                    missing.set(said.0.is_empty() || said.1.is_empty() || said.2.is_empty());
                    if !missing() {
                        on_order.call(Command::AskInEmergency { coach: said.0, name: said.1, reason: said.2 });
                        coach.set(String::new());
                        name.set(String::new());
                        reason.set(String::new());
                        asked += 1;
                    }
                },
                SelectField { id: "emergency-coach", label: words.say("emergency-coach"), choices: choices.clone(), chosen: coach(), testid: "emergency-coach", on_choose: move |member| coach.set(member) }
                TextField { id: "emergency-name", label: words.say("emergency-name"), hint: words.say("emergency-name-hint"), testid: "emergency-name", on_input: move |text| name.set(text) }
                TextArea { id: "emergency-reason", label: words.say("emergency-reason"), initial: "", testid: "emergency-reason", on_input: move |text| reason.set(text) }
                if missing() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("emergency-missing")} } }
                }
                Button { label: words.say("emergency-go"), look: ButtonLook::Main, submit: true, testid: "emergency-go" }
            }
        }
    }
}

#[component]
fn RequestLine(request: EmergencyView, moment: Moment) -> Element {
    let words = use_words();
    let (tone, key) = match &request.state {
        EmergencyState::Waiting => (MarkTone::Primary, "emergency-waiting"),
        EmergencyState::NotFound => (MarkTone::Attention, "emergency-not-found"),
        EmergencyState::Open { .. } => (MarkTone::Good, "emergency-open"),
        EmergencyState::Over => (MarkTone::Quiet, "emergency-over"),
        EmergencyState::Unanswered => (MarkTone::Attention, "emergency-unanswered"),
    };
    let opened = match &request.state {
        EmergencyState::Open { participant, until } => Some((
            participant.clone(),
            dates::day_and_time(&words, &moment, *until),
        )),
        _ => None,
    };
    rsx! {
        li { class: "row", "data-testid": "emergency-row",
            Icon { name: IconName::Attention }
            div { class: "row-body",
                span { class: "row-title", "{request.name}" }
                span { class: "row-line",
                    {words.say_with("whose-coach", [("coach", request.coach.clone().into())])}
                }
                span { class: "row-line", "{request.reason}" }
                span { class: "row-line",
                    {words.say_with("conflict-by", [("author", request.by.clone().into()), ("when", dates::day_and_time(&words, &moment, request.at).into())])}
                }
                span { class: "wrap", Mark { tone, words: words.say(key) } }
                if let Some((participant, until)) = opened {
                    span { class: "row-line", {words.say_with("cover-until", [("when", until.into())])} }
                    if request.own {
                        Go { to: Route::Person { participant }, class: "button button-main", testid: "emergency-record",
                            {words.say("emergency-record")}
                        }
                    }
                }
            }
        }
    }
}
