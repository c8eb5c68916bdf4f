use dioxus::prelude::*;
use handrail_engine::api::{ItemKind, ShelfView, SupervisionCommand};

use super::{order, page, supervision_words, use_one};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, ChipRadio, Chips, Empty, IconName, Mark, MarkTone, Notice,
        NoticeTone, Page, Section, TextArea, plain,
    },
    forms::{PageOrder, use_dialogs, use_form, use_orders},
    routes::Route,
    session::use_moment,
    words::{dates, use_words},
};

/// One's own supervision: what is due, what to sign, what to bring, the shelf, and what the role is.
#[component]
pub fn MySupervision() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_one(None);
    let (_, on_order) = use_dialogs::<()>();
    let back = move |()| {
        navigator().push(Route::More {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say("supervision-own"), testid: "supervision-own", back, line: supervision_words::line(&words, view.coach.rule.kind),
                        {page::standing(&words, &moment, &view)}
                        page::Sessions { view: view.clone(), on_order }
                        {page::agenda(&words, &view)}
                        Bring {}
                        {page::items(&words, &moment, &view)}
                        Section { title: words.say("shelf-title"), testid: "shelf",
                            p { {words.say("shelf-words")} }
                            if view.shelf.is_empty() {
                                Empty { icon: IconName::Lock, title: words.say("shelf-empty") }
                            }
                            ul { class: "rows",
                                for one in view.shelf {
                                    OnShelf { key: "{one.id}{one.lifted}", one, on_order }
                                }
                            }
                        }
                        Role {}
                    }
                },
                other => rsx! { Absent { title: words.say("supervision-own"), page: "supervision-own", why: other.why(), back } },
            }
        }
    }
}

/// What the role is, and what it is not (S2-6).
#[component]
fn Role() -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("coach-role-title"), testid: "role",
            ul { class: "stack-tight",
                li { {words.say("coach-role-beside")} }
                li { {words.say("coach-role-story")} }
                li { {words.say("coach-role-not-clinical")} }
                li { {words.say("coach-role-not-control")} }
                li { {words.say("coach-role-concern")} }
                li { {words.say("coach-role-limits")} }
            }
        }
    }
}

/// Something for the next one, or for the shelf alone.
#[component]
fn Bring() -> Element {
    let words = use_words();
    let mut kind = use_signal(|| ItemKind::Boundary);
    let form = use_form("supervision-bring".to_owned(), String::new);
    let mut typed = form.typed;
    let mut missing = use_signal(|| false);
    let mut sent = use_signal(|| 0_u32);
    let draft = form.draft.clone();
    let on_order = use_orders(use_callback(move |()| {
        typed.set(String::new());
        sent += 1;
    }));
    let send = use_callback(move |to_shelf: bool| {
        let text = typed.peek().trim().to_owned();
        missing.set(text.is_empty());
        if text.is_empty() {
            return;
        }
        let (kind, words) = (kind(), text);
        let command = if to_shelf {
            SupervisionCommand::Keep { kind, words }
        } else {
            SupervisionCommand::Bring { kind, words }
        };
        on_order.call(PageOrder {
            draft: Some(draft.clone()),
            ..order(command)
        });
    });
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let prompt = match kind() {
        ItemKind::Boundary => "supervision-prompt-boundary",
        ItemKind::OwnStory => "supervision-prompt-story",
        ItemKind::Wellbeing => "supervision-prompt-self",
        ItemKind::Other => "supervision-prompt-other",
    };
    rsx! {
        Section { title: words.say("supervision-bring"), testid: "supervision-bring",
            form {
                class: "card card-stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    send.call(false);
                },
                Chips { label: words.say("supervision-what"),
                    for one in ItemKind::ALL.iter().copied() {
                        ChipRadio { key: "{one:?}", group: "supervision-what", label: words.say(supervision_words::item(Some(one))), chosen: kind() == one, testid: "bring-{plain(one.code())}", on_choose: move |()| kind.set(one) }
                    }
                }
                p { class: "small soft", {words.say(prompt)} }
                for number in [sent()] {
                    TextArea { key: "{number}", id: "bring-words", label: words.say("supervision-bring-words"), hint: words.say("supervision-bring-hint"), initial: initial.clone(), testid: "bring-words", on_input: move |text| typed.set(text) }
                }
                if missing() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("invalid-words")} } }
                }
                div { class: "dialog-actions",
                    Button { label: words.say("supervision-bring-save"), look: ButtonLook::Main, submit: true, testid: "bring-save" }
                    Button { label: words.say("shelf-keep"), icon: IconName::Lock, testid: "shelf-keep", on_press: move |()| send.call(true) }
                }
            }
        }
    }
}

#[component]
fn OnShelf(one: ShelfView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let what = words.say(supervision_words::item(Some(one.kind)));
    let (lift, drop) = (one.id.clone(), one.id);
    rsx! {
        li { class: "row", "data-testid": "on-shelf",
            div { class: "row-body",
                span { class: "row-title", "{what}" }
                span { class: "keep-lines", "{one.words}" }
                span { class: "row-line", {dates::alone(dates::day_and_time(&words, &moment, one.at))} }
                if one.lifted {
                    span { class: "wrap", Mark { words: words.say("shelf-lifted"), tone: MarkTone::Good } }
                }
                span { class: "entry-tools",
                    if !one.lifted {
                        Button { label: words.say("shelf-lift"), spoken: words.say_with("shelf-lift-of", [("what", what.clone().into())]), look: ButtonLook::Quiet, testid: "shelf-lift", on_press: move |()| on_order.call(order(SupervisionCommand::Lift { id: lift.clone() })) }
                    }
                    Button { label: words.say("shelf-drop"), spoken: words.say_with("shelf-drop-of", [("what", what.into())]), look: ButtonLook::Quiet, testid: "shelf-drop", on_press: move |()| on_order.call(order(SupervisionCommand::Drop { id: drop.clone() })) }
                }
            }
        }
    }
}
