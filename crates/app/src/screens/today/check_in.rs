//! On Today: a coach who goes in alone, and those of whom one would hear (S4-8).

use dioxus::prelude::*;
use handrail_engine::api::{
    CheckInCommand, CheckInKnown, CheckInView, CheckInsView, Command, Query, Reply, Topic,
};

use crate::{
    ask::{Load, use_view},
    components::{
        Button, ButtonLook, ChipRadio, Chips, Dialog, IconName, Mark, MarkTone, Notice, NoticeTone,
        Section, TextField,
    },
    forms::PageOrder,
    giving::use_giving,
    session::{use_moment, use_shared},
    words::{Words, dates, dates::Moment, use_words},
};

/// Minutes that are offered.
const OFFERED: [u32; 4] = [30, 60, 120, 240];
/// Minutes that one tap adds.
const LONGER: u32 = 30;

/// Asks who is out alone, and gives the orders. Others stand first of all on Today, one's own
/// beneath one's call-outs.
#[component]
pub fn CheckIns(others: bool) -> Element {
    let giving = use_giving();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::Team, Topic::Encounters],
        || Query::CheckIns,
        |reply| match reply {
            Reply::CheckIns(view) => Some(view),
            _ => None,
        },
    );
    let on_order = use_callback(move |command: CheckInCommand| {
        // Who is out stands on the screen then: nothing else is said.
        giving.send(PageOrder {
            said: "",
            ..Command::CheckIn(command).into()
        });
    });
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    rsx! {
        CheckInsContent { view, others, moment, on_order }
    }
}

/// As rendered from the engine's answer.
#[component]
pub fn CheckInsContent(
    view: CheckInsView,
    others: bool,
    moment: Moment,
    on_order: EventHandler<CheckInCommand>,
) -> Element {
    let words = use_words();
    let mut asking = use_signal(|| false);
    rsx! {
        if others && !view.others.is_empty() {
            Section { title: words.say("check-ins-others"), testid: "check-ins",
                ul { class: "rows",
                    for one in view.others {
                        {other(&words, &moment, &one, on_order)}
                    }
                }
            }
        }
        if let Some(own) = view.own.filter(|_| !others) {
            {own_card(&words, &moment, &own, on_order)}
        }
        if view.may_begin && !others {
            Button { label: words.say("check-in-begin"), icon: IconName::Door, look: ButtonLook::Quiet, wide: true, testid: "check-in-begin", on_press: move |()| asking.set(true) }
        }
        if asking() {
            BeginForm { on_close: move |()| asking.set(false), on_order }
        }
    }
}

/// How long, and where.
#[component]
fn BeginForm(on_close: EventHandler<()>, on_order: EventHandler<CheckInCommand>) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut minutes = use_signal(|| 60);
    let mut place = use_signal(String::new);
    rsx! {
        Dialog { title: words.say("check-in-begin"), testid: "check-in-form", on_close: move |()| on_close.call(()),
            form {
                class: "stack",
                onsubmit: move |event: FormEvent| {
                    event.prevent_default();
                    on_order.call(CheckInCommand::Begin { minutes: minutes(), place: place() });
                },
                p { {words.say("check-in-words")} }
                Chips { label: words.say("check-in-within"),
                    for offered in OFFERED {
                        ChipRadio { key: "{offered}", group: "check-in-minutes", label: length(&words, offered), chosen: minutes() == offered, testid: "check-in-{offered}", on_choose: move |()| minutes.set(offered) }
                    }
                }
                TextField { id: "check-in-place", label: words.say("call-out-where"), hint: words.say("call-out-place-hint"), testid: "check-in-place", on_input: move |text| place.set(text) }
                {asked.refusal(None)}
                div { class: "dialog-actions",
                    Button { label: words.say("check-in-start"), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "check-in-start" }
                    Button { label: words.say("cancel"), testid: "check-in-cancel", on_press: move |()| on_close.call(()) }
                }
            }
        }
    }
}

fn own_card(
    words: &Words,
    moment: &Moment,
    own: &CheckInView,
    on_order: EventHandler<CheckInCommand>,
) -> Element {
    let is_late = own.due_at <= moment.at;
    let by = [("time", dates::time(words, moment, own.due_at).into())];
    let known = match own.known {
        CheckInKnown::HereOnly => "check-in-here-only",
        CheckInKnown::Sent => "check-in-sent",
        CheckInKnown::Reached => "check-in-reached",
    };
    let (id, same) = (own.id.clone(), own.id.clone());
    rsx! {
        Notice {
            tone: if is_late || own.known == CheckInKnown::HereOnly { NoticeTone::Attention } else { NoticeTone::Info },
            alert: is_late,
            testid: "check-in-own",
            p { class: "strong", {words.say_with(if is_late { "check-in-late" } else { "check-in-by" }, by)} }
            if !own.place.is_empty() {
                p { "{own.place}" }
            }
            p { {words.say(known)} }
            div { class: "wrap",
                Button {
                    label: words.say("check-in-end"),
                    icon: IconName::Check,
                    look: ButtonLook::Main,
                    testid: "check-in-end",
                    on_press: move |()| on_order.call(CheckInCommand::End { check_in: id.clone() }),
                }
                Button {
                    label: words.say_with("check-in-longer", [("length", length(words, LONGER).into())]),
                    testid: "check-in-longer",
                    on_press: move |()| on_order.call(CheckInCommand::Longer { check_in: same.clone(), minutes: LONGER }),
                }
            }
        }
    }
}

fn other(
    words: &Words,
    moment: &Moment,
    one: &CheckInView,
    on_order: EventHandler<CheckInCommand>,
) -> Element {
    let is_late = one.due_at <= moment.at;
    let by = [(
        "time",
        dates::day_and_time(words, moment, one.due_at).into(),
    )];
    let name = [("name", one.coach.clone().into())];
    let id = one.id.clone();
    rsx! {
        li { key: "{one.id}", class: "row", "data-testid": "check-in-other",
            div { class: "row-body",
                span { class: "row-title", "{one.coach}" }
                if !one.place.is_empty() {
                    span { class: "row-line", "{one.place}" }
                }
                if is_late {
                    div { class: "wrap", role: "alert",
                        Mark { words: words.say("check-in-missed"), tone: MarkTone::Attention, icon: IconName::Attention }
                        span { class: "row-line", {words.say_with("check-in-was-due", by)} }
                    }
                    span { class: "row-line", {words.say("check-in-missed-words")} }
                    span { class: "entry-tools",
                        Button {
                            label: words.say("check-in-heard"),
                            spoken: words.say_with("check-in-heard-of", name),
                            icon: IconName::Check,
                            look: ButtonLook::Quiet,
                            testid: "check-in-heard",
                            on_press: move |()| on_order.call(CheckInCommand::End { check_in: id.clone() }),
                        }
                    }
                } else {
                    span { class: "row-line", {words.say_with("check-in-by", by)} }
                }
            }
        }
    }
}

/// "30 minutes", "1 hour", "2 hours".
fn length(words: &Words, minutes: u32) -> String {
    if minutes < 60 {
        return words.say_with("figure-minutes", [("count", minutes.into())]);
    }
    words.say_with("figure-hours", [("count", (minutes / 60).into())])
}
