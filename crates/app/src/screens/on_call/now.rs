use dioxus::prelude::*;
use handrail_engine::api::{OnCallCommand, OnCallView, SoughtView};

use super::{command, row::ReachPerson, swaps::swaps_asked, use_on_call};
use crate::{
    ask::Load,
    components::{Button, ButtonLook, Go, IconName, Notice, NoticeTone},
    engine_link::use_link,
    routes::LaterRoute,
    screens::shell::use_is_supervisor,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        on_call as said, use_words,
    },
};

/// A search that is older than this is not asked about any more, in milliseconds.
const ASKED_FOR: i64 = 3 * 3_600_000;
/// Gaps on Today at most.
const SHOWN: usize = 3;

/// On Today: the supervisor on call, and for whoever plans the gaps of the next days before they come.
#[component]
pub fn OnCallToday() -> Element {
    let answer = use_on_call();
    let words = use_words();
    let moment = use_moment();
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    rsx! {
        {swaps_asked(&words, &view)}
        {gaps(&words, &moment, &view)}
        Supervisor { view }
    }
}

/// The supervisor on call, one tap away: on a participant's page, and beside the crisis numbers.
#[component]
pub fn Reach() -> Element {
    let answer = use_on_call();
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    rsx! {
        Supervisor { view }
    }
}

/// Gaps, for whoever can close them.
fn gaps(words: &Words, moment: &Moment, view: &OnCallView) -> Element {
    if !view.may_plan || view.gaps.is_empty() {
        return rsx! {};
    }
    let name = |rota| {
        let found = view.rotas.iter().find(|one| one.head.root == rota);
        found
            .map(|one| one.head.rota.name.clone())
            .unwrap_or_default()
    };
    rsx! {
        Notice { tone: NoticeTone::Attention, testid: "on-call-gaps",
            p { class: "strong", {words.say_with("on-call-gaps", [("count", view.gaps.len().into())])} }
            ul { class: "stack-tight",
                for gap in view.gaps.iter().take(SHOWN) {
                    li { key: "{gap.rota}{gap.start.millis()}",
                        "{name(gap.rota)}: "
                        {said::span(words, moment, gap.start.millis(), gap.end.millis())}
                        ". "
                        {said::gap(words, gap)}
                    }
                }
            }
            Go { to: LaterRoute::OnCall {}, class: "button button-quiet", testid: "on-call-gaps-open",
                span { {words.say("on-call-close")} }
            }
        }
    }
}

#[component]
fn Supervisor(view: OnCallView) -> Element {
    let words = use_words();
    let moment = use_moment();
    let supervisor = use_is_supervisor();
    let (now, next) = view.supervisors();
    let waiting = view
        .sought
        .iter()
        .find(|one| one.own && one.minutes.is_none() && moment.at - one.at < ASKED_FOR);
    let others: Vec<_> = now.iter().skip(1).chain(&next).copied().cloned().collect();
    // Whoever supervises sees who has the night; those who plan know where nobody does.
    if now.is_empty() && others.is_empty() && (supervisor || view.may_plan) {
        return rsx! {};
    }
    rsx! {
        div { class: "card card-stack", "data-testid": "on-call-supervisor",
            match now.first().copied().cloned() {
                Some(person) => rsx! {
                    p { class: "strong", {words.say_with("on-call-supervisor", [("name", person.name.clone().into())])} }
                    if !supervisor {
                        ReachPerson { person, counts: true, main: true }
                    }
                },
                None => rsx! {
                    p { class: "strong", {words.say("on-call-nobody")} }
                    p { class: "soft", {words.say("on-call-nobody-words")} }
                },
            }
            if let Some(one) = waiting {
                Waiting { one: one.clone(), moment }
            }
            if !supervisor && !others.is_empty() && (waiting.is_some() || now.is_empty()) {
                p { class: "soft", {words.say("on-call-next")} }
                for person in others {
                    div { key: "{person.key()}", class: "stack-tight",
                        span { "{person.name}" }
                        ReachPerson { person, counts: true, main: false }
                    }
                }
            }
        }
    }
}

/// That somebody was sought, until they answer.
#[component]
fn Waiting(one: SoughtView, moment: Moment) -> Element {
    let words = use_words();
    let link = use_link();
    let at = dates::time(&words, &moment, one.at);
    let about = [("name", one.who.clone().into()), ("time", at.into())];
    rsx! {
        p { "data-testid": "on-call-waiting", {words.say_with("on-call-waiting", about)} }
        Button { label: words.say_with("on-call-answered", [("name", one.who.clone().into())]), look: ButtonLook::Soft, icon: IconName::Check, testid: "on-call-answered", on_press: move |()| {
            let order = link.order(command(OnCallCommand::Answered { sought: one.id.clone() }));
            spawn(async move {
                // It is asked again as long as it is not written down.
                let _asked_again = order.await;
            });
        } }
    }
}
