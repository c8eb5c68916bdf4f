use dioxus::prelude::*;
use handrail_engine::api::{Language, LocalText, ProgramView, ProgramsView, Query, Reply, Topic};

use crate::{
    ask::{Load, use_view},
    components::{Absent, Empty, Go, Icon, IconName, Mark, MarkTone, Page, Section},
    routes::LaterRoute,
    words::{Words, use_words},
};

/// The agency's programs, and packs to begin with.
#[component]
pub fn Programs() -> Element {
    let words = use_words();
    let answer = use_programs();
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! { ProgramsContent { view, on_back: back } },
                other => rsx! { Absent { title: words.say("programs-title"), page: "programs", why: other.why(), back } },
            }
        }
    }
}

/// The programs, kept current.
pub fn use_programs() -> Signal<Load<ProgramsView>> {
    use_view(
        &[Topic::People, Topic::Team],
        || Query::Programs,
        |reply| match reply {
            Reply::Programs(view) => Some(*view),
            _ => None,
        },
    )
}

/// The list as rendered from the engine's answer.
#[component]
pub fn ProgramsContent(view: ProgramsView, on_back: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        Page { title: words.say("programs-title"), testid: "programs", back: on_back,
            div { class: "prose", p { {words.say("programs-words")} } }
            Section { title: words.say("programs-in-use"), testid: "programs-in-use",
                if view.in_use.is_empty() {
                    Empty { icon: IconName::Log, title: words.say("programs-none"), words: words.say("programs-none-words") }
                } else {
                    ul { class: "rows",
                        for program in view.in_use {
                            ProgramLine { key: "{program.pack.id}", program, in_use: true }
                        }
                    }
                }
            }
            if !view.samples.is_empty() {
                Section { title: words.say("programs-samples"), testid: "programs-samples",
                    ul { class: "rows",
                        for program in view.samples {
                            ProgramLine { key: "{program.pack.id}", program, in_use: false }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn ProgramLine(program: ProgramView, in_use: bool) -> Element {
    let words = use_words();
    let trouble = program
        .changes
        .iter()
        .any(|change| change.disagree || change.fault.is_some());
    rsx! {
        li {
            Go { to: LaterRoute::Program { program: program.pack.id.clone() }, class: "row", testid: "program-row",
                span { class: "row-body",
                    span { class: "row-title", {name(&words, &program)} }
                    span { class: "row-line", {local(&words, &program.pack.about)} }
                    if in_use {
                        span { class: "wrap",
                            Mark { words: words.say_with("program-people", [("count", program.people.into())]) }
                            if trouble {
                                Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say("program-trouble") }
                            }
                        }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// As the agency calls it; a pack by its own name.
pub fn name(words: &Words, program: &ProgramView) -> String {
    if program.name.is_empty() || program.name == program.pack.name.en {
        local(words, &program.pack.name)
    } else {
        program.name.clone()
    }
}

/// In the language of the screen.
pub fn local(words: &Words, text: &LocalText) -> String {
    match words.language() {
        Language::Spanish => text.es.clone(),
        Language::English => text.en.clone(),
    }
}
