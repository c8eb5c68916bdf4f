use dioxus::prelude::*;
use handrail_engine::api::{ExperienceOf, MatchingCommand, QuestionToMe};

use super::order;
use crate::{
    components::{Button, ButtonLook, IconName, Notice, NoticeTone},
    forms::PageOrder,
    words::{Words, coaching, dates, dates::Moment},
};

/// One question, as the coach's own device puts it to them.
pub fn question(
    words: &Words,
    moment: &Moment,
    one: &QuestionToMe,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let by = || [("by", one.by.clone().into())];
    let when = dates::day_and_time(words, moment, one.at);
    let counts = match one.wishes.of {
        ExperienceOf::Own => "fits-own-counts",
        ExperienceOf::OwnOrLovedOne => "fits-loved-counts",
    };
    let said = |may_tell: bool| {
        let some = one.fits.iter().filter(|fit| fit.may_tell == may_tell);
        let names: Vec<String> = some
            .map(|fit| words.say(coaching::experience(fit.what)))
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let about = |key: &str, what: String| words.say_with(key, [("what", what.into())]);
    let answer = |yes: bool| {
        let question = one.id.clone();
        move |()| {
            let question = question.clone();
            on_order.call(order(MatchingCommand::Answer { question, yes }));
        }
    };
    let aside = one.id.clone();
    rsx! {
        li { key: "{one.id}", class: "card card-stack", "data-testid": "question",
            p { class: "small soft", "{when}" }
            p { class: "strong", {words.say_with("fits-looks-for", by())} }
            ul { class: "stack-tight",
                for wish in one.wishes.experience.iter().copied() {
                    li { key: "{wish:?}", {words.say(coaching::experience(wish))} }
                }
            }
            p { class: "small", {words.say(counts)} }
            if !one.fits.is_empty() {
                Notice { testid: "question-for-you",
                    p { class: "strong", {words.say("fits-for-you")} }
                    if let Some(what) = said(true) {
                        p { {about("fits-tell", what)} }
                    }
                    if let Some(what) = said(false) {
                        p { {about("fits-keep", what)} }
                    }
                }
            }
            if one.yes {
                p { class: "strong", role: "status", {words.say_with("fits-said-yes", by())} }
                Button { label: words.say("fits-take-back"), look: ButtonLook::Quiet, testid: "question-take-back", on_press: answer(false) }
            } else {
                p { class: "small soft", {words.say_with("fits-yes-words", by())} }
                if one.wishes.experience.len() == 1 {
                    Notice { tone: NoticeTone::Attention, testid: "question-one-wish", p { {words.say("fits-one-wish")} } }
                }
                div { class: "wrap",
                    Button { label: words.say("fits-yes"), icon: IconName::Check, look: ButtonLook::Main, testid: "question-yes", on_press: answer(true) }
                    Button {
                        label: words.say("fits-no"),
                        testid: "question-no",
                        on_press: move |()| {
                            let question = aside.clone();
                            on_order.call(order(MatchingCommand::Aside { question }));
                        },
                    }
                }
            }
        }
    }
}
