use dioxus::prelude::*;
use handrail_engine::api::{Command, CoverView, MemberPageView};

use crate::{
    components::{Button, ButtonLook, FieldKind, Icon, IconName, Section, SelectField, TextField},
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Who covers a caseload, until when, and who else could.
#[component]
pub fn Covers(view: MemberPageView, moment: Moment, on_order: EventHandler<Command>) -> Element {
    let words = use_words();
    let mut by = use_signal(String::new);
    let mut through = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let (coach, ending) = (view.member.clone(), view.member.clone());
    let may_end = view.may_change;
    let mut choices = vec![(String::new(), words.say("cover-choose"))];
    choices.extend(
        view.cover_by
            .iter()
            .map(|choice| (choice.member.clone(), choice.name.clone())),
    );
    rsx! {
        Section { title: words.say("cover-title"), testid: "covers",
            ul { class: "rows",
                for cover in view.covers {
                    CoverLine {
                        key: "{cover.member}",
                        cover: cover.clone(),
                        moment,
                        may_end,
                        on_end: {
                            let coach = ending.clone();
                            move |()| on_order.call(Command::EndCover { coach: coach.clone(), by: cover.member.clone() })
                        },
                    }
                }
            }
            if !view.cover_by.is_empty() {
                p { class: "soft", {words.say("cover-words")} }
                form {
                    class: "stack",
                    onsubmit: move |event| {
                        event.prevent_default();
                        let (by, through) = (by.peek().clone(), through.peek().trim().to_owned());
                        missing.set(by.is_empty() || through.is_empty());
                        if !missing() {
                            on_order.call(Command::Cover { coach: coach.clone(), by, through });
                        }
                    },
                    SelectField { id: "cover-by", label: words.say("cover-by"), choices, chosen: by(), testid: "cover-by", on_choose: move |member| by.set(member) }
                    TextField { id: "cover-through", label: words.say("cover-through"), kind: FieldKind::Date, error: missing().then(|| words.say("cover-missing")), testid: "cover-through", on_input: move |day| through.set(day) }
                    Button { label: words.say("cover-go"), look: ButtonLook::Plain, submit: true, testid: "cover-go" }
                }
            }
        }
    }
}

#[component]
fn CoverLine(cover: CoverView, moment: Moment, may_end: bool, on_end: EventHandler<()>) -> Element {
    let words = use_words();
    let until = dates::day_and_time(&words, &moment, cover.until);
    rsx! {
        li { class: "row", "data-testid": "cover-row",
            Icon { name: IconName::People }
            div { class: "row-body",
                span { class: "row-title", "{cover.name}" }
                span { class: "row-line", {words.say_with("cover-until", [("when", until.into())])} }
            }
            if may_end {
                Button {
                    label: words.say("cover-end"),
                    spoken: words.say_with("cover-end-of", [("name", cover.name.into())]),
                    look: ButtonLook::Quiet,
                    testid: "cover-end",
                    on_press: on_end,
                }
            }
        }
    }
}
