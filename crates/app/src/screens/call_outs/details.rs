use dioxus::prelude::*;
use handrail_engine::api::{CallOutCommand, CallOutInput, CallOutView, Referrer};

use super::{call_out_words, place_key};
use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone, Section, SelectField, TextField},
    forms::use_form,
    words::{
        dates::{self, Moment},
        labels, use_words,
    },
};

/// What stands for a place that no program names.
const OTHER: &str = "other";

/// Where, in which program, and who called. Nothing about the person.
#[component]
pub fn Details(
    call_out: CallOutView,
    sites: Vec<(String, String)>,
    on_change: EventHandler<CallOutInput>,
) -> Element {
    let words = use_words();
    let here = (call_out.site.clone(), call_out.program.clone());
    let known = sites.iter().position(|site| *site == here);
    let mut other = use_signal(|| known.is_none() && !call_out.site.is_empty());
    let free = if known.is_none() {
        call_out.site.clone()
    } else {
        String::new()
    };
    // A place that is only half written comes back, too.
    let form = use_form(place_key(&call_out.id), || free.clone());
    let mut typed = form.typed;
    let before = form.before.clone();
    let is_begun = *typed.read() != *before;
    let mut choices = vec![(String::new(), words.say("call-out-choose"))];
    for (place, (site, program)) in sites.iter().enumerate() {
        choices.push((place.to_string(), format!("{site} · {program}")));
    }
    choices.push((OTHER.to_owned(), words.say("call-out-other-site")));
    let chosen = match known {
        _ if other() || is_begun || sites.is_empty() => OTHER.to_owned(),
        Some(place) => place.to_string(),
        None => String::new(),
    };
    let mut callers = vec![(String::new(), words.say("call-out-choose"))];
    callers.extend(Referrer::ALL.iter().map(|caller| {
        let name = words.say(labels::referrer(*caller));
        (caller.code().to_owned(), name)
    }));
    let caller = call_out.caller.map(Referrer::code).unwrap_or_default();
    let by_number = sites.clone();
    rsx! {
        Section { title: words.say("call-out-about"), testid: "call-out-about",
            if !sites.is_empty() {
                SelectField { id: "call-out-site", label: words.say("call-out-where"), choices, chosen: chosen.clone(), testid: "call-out-site",
                    on_choose: move |value: String| {
                        other.set(value == OTHER);
                        let site = value.parse().ok().and_then(|place: usize| by_number.get(place).cloned());
                        if value != OTHER {
                            typed.set((*before).clone());
                            let (site, program) = site.unwrap_or_default();
                            on_change.call(CallOutInput::Site { site, program });
                        }
                    },
                }
            }
            if chosen == OTHER && (form.ready)() {
                form { class: "stack",
                    onsubmit: move |event| {
                        event.prevent_default();
                        on_change.call(CallOutInput::Site { site: typed.peek().clone(), program: String::new() });
                    },
                    TextField { id: "call-out-place", label: words.say("call-out-place"), hint: words.say("call-out-place-hint"), initial: typed.peek().clone(), testid: "call-out-place", on_input: move |text| typed.set(text) }
                    Button { label: words.say("save"), submit: true, testid: "call-out-place-save" }
                }
            }
            SelectField { id: "call-out-caller", label: words.say("call-out-caller"), choices: callers, chosen: caller, testid: "call-out-caller",
                on_choose: move |value: String| on_change.call(CallOutInput::Caller(Referrer::from_code(&value))),
            }
        }
    }
}

/// Two devices of the coach said different things: both, until one is chosen.
#[component]
pub fn Disagreements(
    call_out: CallOutView,
    moment: Moment,
    on_order: EventHandler<CallOutCommand>,
) -> Element {
    let words = use_words();
    let id = call_out.id;
    rsx! {
        for conflict in call_out.conflicts {
            Notice { key: "{conflict.field}", tone: NoticeTone::Attention, testid: "conflict",
                p { class: "strong", {words.say_with("conflict-title", [("field", words.say(call_out_words::conflict_field(&conflict)).into())])} }
                p { {words.say("call-out-conflict-words")} }
                ul { class: "versions",
                    for (index , version) in conflict.versions.iter().enumerate() {
                        li { key: "{index}", class: "version", "data-testid": "conflict-version",
                            span { class: "version-value", {call_out_words::version(&words, &moment, &conflict.field, version)} }
                            span { class: "small soft", {words.say_with("call-out-written-later", [("when", dates::day_and_time(&words, &moment, version.at).into())])} }
                            if call_out.own {
                                Button {
                                    label: words.say("conflict-choose"),
                                    spoken: words.say_with("conflict-choose-value", [("value", call_out_words::version(&words, &moment, &conflict.field, version).into())]),
                                    look: ButtonLook::Plain,
                                    testid: "conflict-choose",
                                    on_press: {
                                        let command = CallOutCommand::Resolve { call_out: id.clone(), field: conflict.field.clone(), value: version.value.clone() };
                                        move |()| on_order.call(command.clone())
                                    },
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
