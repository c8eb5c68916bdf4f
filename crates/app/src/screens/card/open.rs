use dioxus::prelude::*;
use handrail_engine::api::{CardCommand, CoachingCommand, Command, EngineError, Reply};

use super::read::ReadCard;
use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone, Page, Section, TextArea, TextField},
    engine_link::use_link,
    routes::Route,
    words::{errors, use_words},
};

/// Opens a card that somebody carries, with them and by their word. Nothing of it is kept.
#[component]
pub fn OpenCard() -> Element {
    let words = use_words();
    // Which card it is, one after the other, and what the camera read of it.
    let mut card = use_signal(|| (0_u32, String::new()));
    let mut lines = use_signal(Vec::<String>::new);
    // Neither the word nor the lines of the one before stay.
    let mut begin = move |read: String| {
        let number = card.peek().0.wrapping_add(1);
        lines.set(Vec::new());
        card.set((number, read));
    };
    rsx! {
        div { class: "pane",
            Page { title: words.say("card-open-title"), testid: "card-open", back: move |()| { navigator().push(Route::More {}); },
                p { {words.say("card-open-words")} }
                ReadCard { on_read: begin }
                for (number , read) in [card()] {
                    OpenForm { key: "{number}", read, on_lines: move |found| lines.set(found) }
                }
                if !lines().is_empty() {
                    Section { title: words.say("card-opened"), testid: "card-opened",
                        ul { class: "rows",
                            for (place , line) in lines().into_iter().enumerate() {
                                li { key: "{place}", class: "row", "data-testid": "card-opened-line", "{line}" }
                            }
                        }
                        Button { label: words.say("card-close"), testid: "card-close", on_press: move |()| begin(String::new()) }
                    }
                }
            }
        }
    }
}

/// The text of a card and its word. With a text that was `read`, only the word is missing.
#[component]
fn OpenForm(read: String, on_lines: EventHandler<Vec<String>>) -> Element {
    let words = use_words();
    let link = use_link();
    let is_read = !read.is_empty();
    let paste_hint = if link.device.camera.is_some() {
        "card-camera-hint"
    } else {
        "card-paste-hint"
    };
    let first = read.clone();
    let mut text = use_signal(|| first);
    let mut word = use_signal(String::new);
    let mut problem = use_signal(|| None::<String>);
    let said = words.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        problem.set(None);
        on_lines.call(Vec::new());
        let command = CardCommand::Open {
            text: text.peek().clone(),
            word: word.peek().clone(),
        };
        let asking = link.order(Command::Coaching(CoachingCommand::Card(command)));
        let words = said.clone();
        spawn(async move {
            match asking.await {
                Ok(Reply::Card(view)) => on_lines.call(view.lines),
                Ok(_) => {}
                Err(error) => problem.set(Some(match error {
                    EngineError::NotFound => words.say("card-not-one"),
                    EngineError::WrongPassphrase { .. } => words.say("card-wrong-word"),
                    other => errors::error_text(&words, &other),
                })),
            }
        });
    };
    rsx! {
        form { class: "stack", onsubmit: submit,
            TextArea { id: "card-paste", label: words.say("card-paste"), hint: words.say(paste_hint), code: true, initial: read, testid: "card-paste", on_input: move |typed| text.set(typed) }
            TextField { id: "card-open-word", label: words.say("card-open-word"), hint: is_read.then(|| words.say("card-read")), required: true, focus: is_read, testid: "card-open-word", on_input: move |typed| word.set(typed) }
            if let Some(problem) = problem() {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
            }
            Button { label: words.say("card-open-go"), look: ButtonLook::Main, submit: true, testid: "card-open-go" }
        }
    }
}
