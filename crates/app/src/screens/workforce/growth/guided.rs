//! Mentors and lead roles (S3-16).

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{GrowthView, PairView, Person};

use super::Asking;
use crate::{
    components::{Button, ButtonLook, Go, Icon, IconName, Mark, MarkTone, Section},
    forms::Open,
    routes::LaterRoute,
    words::{
        Words,
        dates::{self, Moment},
    },
};

/// Who guides them and whom they guide.
pub fn pairs(words: &Words, moment: &Moment, view: &GrowthView, open: Open<Asking>) -> Element {
    rsx! {
        Section { title: words.say("pairs-title"), testid: "pairs",
            if view.pairs.is_empty() {
                p { class: "soft", {words.say("pairs-empty")} }
            }
            ul { class: "rows",
                for one in &view.pairs {
                    {pair(words, moment, view, one, open)}
                }
            }
            if view.may_supervise && view.member.is_some() {
                Button { label: words.say("pair-add"), icon: IconName::Plus, look: ButtonLook::Plain, testid: "pair-add", on_press: move |()| open.ask(Some(Asking::Pair(None))) }
            }
        }
    }
}

fn pair(
    words: &Words,
    moment: &Moment,
    view: &GrowthView,
    one: &PairView,
    open: Open<Asking>,
) -> Element {
    let day = |day: handrail_engine::api::LocalDate| dates::day(words, moment, &day.to_string());
    let title = words.say_with(
        "pair-of",
        [
            ("mentor", one.mentor.clone().into()),
            ("coach", one.coach.clone().into()),
        ],
    );
    let is_late = one.next.is_some_and(|next| next < view.today);
    let (known, talking, taken) = (Rc::new(one.clone()), one.id.clone(), one.id.clone());
    let ended = one.pairing.until.filter(|until| *until < view.today);
    let is_mentor = view.own && view.person == Person::Member(one.pairing.mentor);
    let begun = one.pairing.from <= view.today;
    let coach = one.pairing.coach.to_string();
    rsx! {
        li { key: "{one.id}", class: "row plan-entry", "data-testid": "pair",
            div { class: "row-body",
                span { class: "row-title", "{title}" }
                span { class: "row-line", {words.say_with("credential-since", [("day", day(one.pairing.from).into())])} }
                if let Some(until) = one.pairing.until {
                    span { class: "row-line", {words.say_with("credential-until", [("day", day(until).into())])} }
                }
                if let Some((_, on, minutes)) = one.talks.first() {
                    span { class: "row-line", {words.say_with("pair-last-talk", [("day", day(*on).into()), ("minutes", (*minutes).into())])} }
                }
                span { class: "wrap",
                    if let Some(next) = one.next {
                        Mark { words: words.say_with(if is_late { "pair-talk-late" } else { "pair-talk-by" }, [("day", day(next).into())]), tone: if is_late { MarkTone::Attention } else { MarkTone::Quiet }, icon: IconName::Clock }
                    }
                    if one.disputed {
                        Mark { words: words.say("training-disputed"), tone: MarkTone::Attention, icon: IconName::Attention }
                    }
                }
                span { class: "entry-tools",
                    if one.may_talk && ended.is_none() {
                        Button { label: words.say("pair-talked"), spoken: words.say_with("pair-talked-of", [("what", title.clone().into())]), icon: IconName::Message, look: ButtonLook::Quiet, testid: "pair-talked", on_press: move |()| open.ask(Some(Asking::Talk(talking.clone()))) }
                    }
                    if is_mentor && begun && ended.is_none() {
                        Go { to: LaterRoute::Growth { person: coach }, class: "button button-quiet", testid: "pair-open",
                            Icon { name: IconName::Right }
                            span { {words.say_with("pair-open", [("name", one.coach.clone().into())])} }
                        }
                    }
                    if view.may_supervise {
                        Button { label: words.say("milestone-change"), spoken: words.say_with("milestone-change-of", [("what", title.clone().into())]), look: ButtonLook::Quiet, testid: "pair-change", on_press: move |()| open.ask(Some(Asking::Pair(Some(known.clone())))) }
                        Button { label: words.say("training-take-back"), spoken: words.say_with("training-take-back-of", [("what", title.into())]), look: ButtonLook::Quiet, testid: "pair-take-back", on_press: move |()| open.ask(Some(Asking::TakeBack(taken.clone()))) }
                    }
                }
            }
        }
    }
}

/// What they lead beside their work with participants.
pub fn lead_roles(
    words: &Words,
    moment: &Moment,
    view: &GrowthView,
    open: Open<Asking>,
) -> Element {
    if view.lead_roles.is_empty() && !view.may_supervise {
        return rsx! {};
    }
    let day = |day: handrail_engine::api::LocalDate| dates::day(words, moment, &day.to_string());
    rsx! {
        Section { title: words.say("lead-title"), testid: "lead-roles",
            if view.lead_roles.is_empty() {
                p { class: "soft", {words.say("lead-empty")} }
            }
            ul { class: "rows",
                for one in view.lead_roles.iter().cloned() {
                    li { key: "{one.id}", class: "row plan-entry", "data-testid": "lead-role",
                        div { class: "row-body",
                            span { class: "row-title", "{one.role.words}" }
                            span { class: "row-line", {words.say_with("credential-since", [("day", day(one.role.from).into())])} }
                            if let Some(until) = one.role.until {
                                span { class: "row-line", {words.say_with("credential-until", [("day", day(until).into())])} }
                            }
                            if view.may_supervise {
                                span { class: "entry-tools",
                                    Button {
                                        label: words.say("milestone-change"),
                                        spoken: words.say_with("milestone-change-of", [("what", one.role.words.clone().into())]),
                                        look: ButtonLook::Quiet,
                                        testid: "lead-change",
                                        on_press: {
                                            let known = Rc::new(one.clone());
                                            move |()| open.ask(Some(Asking::Lead(Some(known.clone()))))
                                        },
                                    }
                                    Button {
                                        label: words.say("training-take-back"),
                                        spoken: words.say_with("training-take-back-of", [("what", one.role.words.clone().into())]),
                                        look: ButtonLook::Quiet,
                                        testid: "lead-take-back",
                                        on_press: move |()| open.ask(Some(Asking::TakeBack(one.id.clone()))),
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if view.may_supervise && view.member.is_some() {
                Button { label: words.say("lead-add"), icon: IconName::Plus, look: ButtonLook::Plain, testid: "lead-add", on_press: move |()| open.ask(Some(Asking::Lead(None))) }
            }
        }
    }
}
