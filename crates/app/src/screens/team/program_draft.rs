use dioxus::prelude::*;
use handrail_engine::api::{
    Command, ObligationKind, ProgramDraft, ProgramEffectView, ProgramFault, ProgramPreviewView,
    Query, Reply, Topic,
};

use super::program_words;
use crate::{
    ask::{Load, use_view},
    components::{Button, ButtonLook, Go, Notice, NoticeTone, Section, Skeleton},
    forms::use_lasting_orders,
    routes::{LaterRoute, Route},
    words::{Words, errors, labels, use_words},
};

/// What a draft would change for whom, and the button that makes it so.
#[component]
pub fn ProgramPreview(draft: ProgramDraft) -> Element {
    let words = use_words();
    let asked = draft.clone();
    let answer = use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        move || Query::PreviewProgram(asked.clone()),
        |reply| match reply {
            Reply::ProgramPreview(view) => Some(*view),
            _ => None,
        },
    );
    let on_order = use_lasting_orders();
    let put = move |()| {
        on_order.call((Command::UseProgram(draft.clone()), "program-done"));
        navigator().push(LaterRoute::Programs {});
    };
    match answer() {
        Load::Ready(view) => rsx! { ProgramPreviewContent { view, on_put: put } },
        Load::Failed(error) => rsx! {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {errors::error_text(&words, &error)} } }
        },
        Load::Waiting => rsx! { Skeleton { words: words.say("loading") } },
    }
}

/// The preview as rendered from the engine's answer.
#[component]
pub fn ProgramPreviewContent(view: ProgramPreviewView, on_put: EventHandler<()>) -> Element {
    let words = use_words();
    if let Some(fault) = &view.fault {
        return rsx! {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "program-fault",
                p { class: "strong", {words.say("program-fault")} }
                p { {fault_words(&words, fault)} }
            }
        };
    }
    let unlisted = usize::try_from(view.changed)
        .unwrap_or(usize::MAX)
        .saturating_sub(view.changes.len());
    rsx! {
        Section { title: words.say("program-preview"), testid: "program-preview",
            p { {words.say_with("program-preview-people", [("count", view.people.into())])} }
            if view.changes.is_empty() {
                p { {words.say("program-preview-nobody")} }
            } else {
                ul { class: "rows",
                    for effect in view.changes {
                        Effect { key: "{effect.participant}", effect }
                    }
                }
            }
            if unlisted > 0 {
                p { {words.say_with("rules-more", [("count", unlisted.into())])} }
            }
            if view.people == 0 && !view.replaces {
                p { class: "soft", {words.say("program-preview-how")} }
            }
            Button { label: words.say(if view.replaces { "program-put-change" } else { "program-put" }), look: ButtonLook::Main, testid: "program-put", on_press: on_put }
        }
    }
}

#[component]
fn Effect(effect: ProgramEffectView) -> Element {
    let words = use_words();
    let lines = [
        ("program-newly", effect.newly),
        ("program-no-longer", effect.no_longer),
        ("program-other-days", effect.other_days),
    ];
    rsx! {
        li { class: "row", "data-testid": "program-effect",
            div { class: "row-body",
                Go { to: Route::Person { participant: effect.participant }, class: "row-title", "{effect.name}" }
                span { class: "row-line", {words.say_with("program-of-coach", [("coach", effect.coach.into())])} }
                for (key , kinds) in lines {
                    if !kinds.is_empty() {
                        span { key: "{key}", class: "row-line", {words.say_with(key, [("what", listed(&words, &kinds).into())])} }
                    }
                }
            }
        }
    }
}

fn listed(words: &Words, kinds: &[ObligationKind]) -> String {
    let said: Vec<String> = kinds
        .iter()
        .map(|kind| words.say(labels::obligation(*kind)))
        .collect();
    said.join(", ")
}

/// What is to be mended, and where.
pub fn fault_words(words: &Words, fault: &ProgramFault) -> String {
    words.say_with(
        program_words::program_fault(&fault.what),
        [
            ("part", fault.part.clone().into()),
            ("detail", fault.detail.clone().into()),
            ("number", fault.number.into()),
            ("column", fault.column.into()),
        ],
    )
}
