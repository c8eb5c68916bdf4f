use dioxus::prelude::*;
use handrail_engine::api::{Command, GuestView, PersonView};

use super::PersonOrder;
use crate::{
    components::{
        Button, ButtonLook, Dialog, FieldKind, Icon, IconName, Mark, MarkTone, Section,
        SelectField, TextField,
    },
    session::use_shared,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Who reads the record besides its coach's team, until when and why, and who else may.
#[component]
pub fn Guests(view: PersonView, moment: Moment, on_order: EventHandler<PersonOrder>) -> Element {
    let words = use_words();
    let mut asking = use_signal(|| false);
    let participant = view.participant.clone();
    if view.guests.is_empty() && view.share_with.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: words.say("share-title"), testid: "guests",
            ul { class: "rows",
                for guest in view.guests.clone() {
                    GuestLine {
                        key: "{guest.member}",
                        guest: guest.clone(),
                        moment,
                        on_end: {
                            let participant = participant.clone();
                            move |()| on_order.call(Command::EndShare { participant: participant.clone(), with: guest.member.clone() }.into())
                        },
                    }
                }
            }
            if view.share_waits {
                p { class: "soft", {words.say("member-change-waits")} }
            }
            if !view.share_with.is_empty() {
                Button { label: words.say("share-open"), icon: IconName::Eye, look: ButtonLook::Plain, testid: "share", on_press: move |()| asking.set(true) }
            }
        }
        if asking() {
            ShareDialog {
                view,
                on_close: move |()| asking.set(false),
                on_order,
            }
        }
    }
}

#[component]
fn GuestLine(guest: GuestView, moment: Moment, on_end: EventHandler<()>) -> Element {
    let words = use_words();
    let until = dates::day_and_time(&words, &moment, guest.until);
    rsx! {
        li { class: "row", "data-testid": "guest-row",
            Icon { name: IconName::Eye }
            div { class: "row-body",
                span { class: "row-title",
                    if guest.own {
                        {words.say("accesses-you")}
                    } else {
                        "{guest.name}"
                    }
                }
                span { class: "row-line", {words.say_with("cover-until", [("when", until.into())])} }
                if !guest.reason.is_empty() {
                    span { class: "row-line", "{guest.reason}" }
                }
                if guest.emergency {
                    span { class: "wrap",
                        Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say("share-emergency") }
                    }
                }
            }
            if guest.may_end {
                Button {
                    label: words.say("cover-end"),
                    spoken: words.say_with("share-end-of", [("name", guest.name.into())]),
                    look: ButtonLook::Quiet,
                    testid: "share-end",
                    on_press: on_end,
                }
            }
        }
    }
}

/// Says what sharing does, and asks with whom, until when and why.
#[component]
pub fn ShareDialog(
    view: PersonView,
    on_close: EventHandler<()>,
    on_order: EventHandler<PersonOrder>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut with = use_signal(String::new);
    let mut through = use_signal(String::new);
    let mut reason = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let mut choices = vec![(String::new(), words.say("cover-choose"))];
    choices.extend(
        view.share_with
            .iter()
            .map(|choice| (choice.member.clone(), choice.name.clone())),
    );
    let participant = view.participant.clone();
    let name = view.name.clone();
    rsx! {
        Dialog { title: words.say_with("share-dialog", [("name", name.into())]), testid: "share-dialog", on_close,
            ul { class: "stack-tight",
                li { {words.say("share-reads")} }
                li { {words.say("share-ends")} }
                li { {words.say("share-seen")} }
            }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    let (with, through, reason) = (
                        with.peek().clone(),
                        through.peek().trim().to_owned(),
                        reason.peek().trim().to_owned(),
                    );
                    missing.set(with.is_empty() || through.is_empty() || reason.is_empty());
                    if !missing() {
                        on_order.call(Command::ShareRecord { participant: participant.clone(), with, through, reason }.into());
                    }
                },
                SelectField { id: "share-with", label: words.say("share-with"), choices, chosen: with(), testid: "share-with", on_choose: move |member| with.set(member) }
                TextField { id: "share-through", label: words.say("cover-through"), kind: FieldKind::Date, testid: "share-through", on_input: move |day| through.set(day) }
                TextField { id: "share-reason", label: words.say("share-reason"), error: missing().then(|| words.say("share-missing")), testid: "share-reason", on_input: move |text| reason.set(text) }
                {asked.refusal(None)}
                div { class: "dialog-actions",
                    Button { label: words.say("share-go"), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "share-go" }
                    Button { label: words.say("cancel"), testid: "share-cancel", on_press: on_close }
                }
            }
        }
    }
}
