use dioxus::prelude::*;
use handrail_engine::api::{
    Experience, ExperienceOf, MOST_WISHES, MatchingCommand, MatchingView, QuestionAsked, Wishes,
};

use super::{order, use_matching};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, ChipCheck, ChipRadio, Chips, Empty, IconName, Mark, MarkTone,
        Notice, NoticeTone, Page, Section, plain,
    },
    forms::{PageOrder, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{Words, coaching, dates, dates::Moment, use_words},
};

/// A supervisor asks who fits, and reads who said yes.
#[component]
pub fn WhoFits() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_matching();
    let (_, on_order) = use_dialogs::<()>();
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say("fits-title"), testid: "fits", back,
                        p { {words.say("fits-team-words")} }
                        if view.may_ask && view.coaches == 0 {
                            Empty { icon: IconName::People, title: words.say("fits-nobody-to-ask") }
                        } else if view.may_ask {
                            // What was chosen stays until it is asked.
                            for newest in [view.asked.first().map(|one| one.id.clone()).unwrap_or_default()] {
                                AskForm { key: "{newest}", view: view.clone(), on_order }
                            }
                        }
                        Section { title: words.say("fits-earlier"), testid: "fits-asked",
                            if view.asked.is_empty() {
                                Empty { icon: IconName::People, title: words.say("fits-earlier-empty") }
                            }
                            ul { class: "stack",
                                for one in view.asked {
                                    {asked(&words, &moment, &one, on_order)}
                                }
                            }
                        }
                    }
                },
                other => rsx! { Absent { title: words.say("fits-title"), page: "fits", why: other.why(), back } },
            }
        }
    }
}

/// What is wished.
#[component]
fn AskForm(view: MatchingView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut wished = use_signal(Vec::<Experience>::new);
    let mut of = use_signal(|| ExperienceOf::Own);
    let mut missing = use_signal(|| false);
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let experience = wished.peek().clone();
        if experience.is_empty() {
            return missing.set(true);
        }
        missing.set(false);
        let wishes = Wishes {
            experience,
            of: *of.peek(),
        };
        on_order.call(PageOrder {
            said: "fits-asked-now",
            ..order(MatchingCommand::Ask(wishes))
        });
    };
    let most = u32::try_from(MOST_WISHES).unwrap_or(u32::MAX);
    rsx! {
        form { class: "card card-stack", onsubmit: submit,
            if !view.programs.is_empty() {
                div { class: "wrap",
                    for (program , wishes , required) in view.programs {
                        Button {
                            key: "{program}",
                            label: words.say_with(if required { "fits-as-program-needs" } else { "fits-as-program" }, [("program", program.clone().into())]),
                            look: ButtonLook::Soft,
                            testid: "fits-program",
                            on_press: move |()| {
                                of.set(wishes.of);
                                wished.set(wishes.experience.iter().copied().take(MOST_WISHES).collect());
                            },
                        }
                    }
                }
            }
            Chips { label: words.say_with("fits-wishes", [("count", most.into())]),
                for what in Experience::ALL.iter().copied() {
                    ChipCheck {
                        key: "{what:?}",
                        label: words.say(coaching::experience(what)),
                        chosen: wished.read().contains(&what),
                        testid: "fits-{plain(what.code())}",
                        on_toggle: move |on| {
                            let mut all = wished.write();
                            all.retain(|one| *one != what);
                            if on {
                                all.push(what);
                                // The first of too many goes.
                                let over = all.len().saturating_sub(MOST_WISHES);
                                all.drain(..over);
                            }
                        },
                    }
                }
            }
            Chips { label: words.say("fits-of"),
                ChipRadio { group: "fits-of", label: words.say("fits-of-own"), chosen: of() == ExperienceOf::Own, testid: "fits-of-own", on_choose: move |()| of.set(ExperienceOf::Own) }
                ChipRadio { group: "fits-of", label: words.say("fits-of-loved"), chosen: of() == ExperienceOf::OwnOrLovedOne, testid: "fits-of-loved", on_choose: move |()| of.set(ExperienceOf::OwnOrLovedOne) }
            }
            p { class: "small soft", {words.say("fits-no-names")} }
            if missing() {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("fits-wishes-missing")} } }
            }
            Button { label: words.say("fits-ask"), icon: IconName::Send, look: ButtonLook::Main, submit: true, testid: "fits-ask" }
        }
    }
}

/// One question, with names and nobody's history.
fn asked(
    words: &Words,
    moment: &Moment,
    one: &QuestionAsked,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let when = dates::day_and_time(words, moment, one.at);
    let wishes = one.wishes.experience.iter().copied();
    let wishes: Vec<String> = wishes
        .map(|wish| words.say(coaching::experience(wish)))
        .collect();
    let wishes = wishes.join(" · ");
    let question = one.id.clone();
    let asked_by = [("by", one.by.clone().into()), ("when", when.into())];
    rsx! {
        li { key: "{one.id}", class: "card card-stack", "data-testid": "question-asked",
            p { class: "strong", "{wishes}" }
            p { class: "small soft", {words.say_with("fits-asked-by", asked_by)} }
            p { {words.say_with("fits-coaches", [("count", one.coaches.into())])} }
            if one.yes.is_empty() {
                p { {words.say("fits-nobody-yet")} }
            } else {
                p { class: "strong", "data-testid": "question-names", {words.say_with("fits-yes-names", [("names", one.yes.join(", ").into())])} }
            }
            if one.over {
                div { class: "wrap", Mark { words: words.say("fits-over"), tone: MarkTone::Quiet } }
            } else {
                Button {
                    label: words.say("fits-end"),
                    spoken: words.say_with("fits-end-of", [("what", wishes.into())]),
                    look: ButtonLook::Quiet,
                    testid: "question-over",
                    on_press: move |()| {
                        let question = question.clone();
                        on_order.call(order(MatchingCommand::Over { question }));
                    },
                }
            }
        }
    }
}
