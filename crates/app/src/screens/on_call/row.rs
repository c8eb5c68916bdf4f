use dioxus::prelude::*;
use handrail_engine::api::{OnCallCommand, on_call::Person};

use super::command;
use crate::{
    components::{ButtonLook, IconName, LinkButton},
    engine_link::use_link,
    screens::person::dial,
    words::use_words,
};

/// Calls or writes to somebody on call. From that tap on it is counted until they answer, also with no
/// signal; the tap itself waits for nothing.
#[component]
pub fn ReachPerson(person: Person, counts: bool, main: bool) -> Element {
    let words = use_words();
    let link = use_link();
    let name = person.name.clone();
    let seek = use_callback(move |()| {
        if !counts {
            return;
        }
        let order = link.order(command(OnCallCommand::Seek { who: name.clone() }));
        dioxus::core::spawn_forever(async move {
            // Whoever has no caseload calls just as well; it is not counted.
            let _not_counted = order.await;
        });
    });
    let of = |key: &str| words.say_with(key, [("name", person.name.clone().into())]);
    let look = if main {
        ButtonLook::Main
    } else {
        ButtonLook::Plain
    };
    let call = dial(&person.phone);
    let text = call.replacen("tel:", "sms:", 1);
    rsx! {
        span { class: "wrap",
            LinkButton { label: words.say("call"), spoken: of("call-name"), href: call, icon: IconName::Phone, look, testid: "on-call-call", on_press: move |()| seek.call(()) }
            LinkButton { label: words.say("text"), spoken: of("text-name"), href: text, icon: IconName::Message, testid: "on-call-text", on_press: move |()| seek.call(()) }
        }
    }
}
