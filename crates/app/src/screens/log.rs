//! The log sheet: a contact in at most four taps, no keyboard needed.

mod choose;
mod edit;
mod form;
mod sheet;

use dioxus::prelude::*;
use handrail_engine::api::{Command, Query, Reply};

pub use choose::LogChoose;
pub use edit::EditLog;
pub use form::LogForm;
pub use sheet::{LogContent, When};

use crate::{
    components::Skeleton,
    drafts::use_drafts,
    engine_link::use_link,
    routes::Route,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{errors, use_words},
};

/// Logs a contact with one participant. Every change is kept as a draft.
#[component]
pub fn Log(participant: String) -> Element {
    rsx! {
        for participant in [participant] {
            NewLog { key: "{participant}", participant }
        }
    }
}

#[component]
fn NewLog(participant: String) -> Element {
    let link = use_link();
    let words = use_words();
    let drafts = use_drafts();
    let mut shared = use_shared();
    let moment = use_moment();
    // What the sheet starts with, and what is typed now.
    let mut started = use_signal(|| None::<LogForm>);
    let mut form = use_signal(LogForm::default);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let name = use_name(&participant);
    let draft = format!("log:{participant}");
    let (asking, asked) = (link.clone(), draft.clone());
    use_hook(|| {
        spawn(async move {
            let kept = match asking.query(Query::Draft { key: asked }).await {
                Ok(Reply::Draft(Some(json))) => serde_json::from_str(&json).ok(),
                _ => None,
            };
            let mut kept: LogForm = kept.unwrap_or_default();
            kept.keep_its_time(&moment);
            form.set(kept.clone());
            started.set(Some(kept));
        });
    });
    let Some(started) = started() else {
        return rsx! {
            div { class: "pane", Skeleton { words: words.say("loading") } }
        };
    };
    let (saving, key) = (drafts.clone(), draft.clone());
    let change = move |mut typed: LogForm| {
        // The sheet itself gives back what it began with.
        typed.begun = form.peek().begun.or(Some(moment.at));
        if let Ok(json) = serde_json::to_string(&typed) {
            saving.save(&key, json);
        }
        form.set(typed);
    };
    let (discarding, forgotten, leaving) = (drafts.clone(), draft.clone(), participant.clone());
    let say = words.clone();
    let discard = move |()| {
        discarding.discard(&forgotten);
        let typed = form.peek();
        // Beside the button that saves, it is pressed by mistake.
        if typed.begun.is_some()
            && let Ok(json) = serde_json::to_string(&*typed)
        {
            let key = forgotten.clone();
            shared.toast.set(Some(Toast {
                words: say.say("log-discarded"),
                undo: Some(Command::SaveDraft { key, json }),
            }));
        }
        leave(&leaving);
    };
    let (said, saved) = (words.clone(), participant.clone());
    let save = move |()| {
        if busy() {
            return;
        }
        let typed = form.peek().clone();
        let encounter = match typed.input(&moment) {
            Ok(encounter) => encounter,
            Err(problem) => {
                error.set(Some(errors::error_text(&said, &problem)));
                return;
            }
        };
        drafts.forget_waiting(&draft);
        let order = link.order(Command::LogEncounter {
            participant: saved.clone(),
            encounter,
            draft: Some(draft.clone()),
        });
        busy.set(true);
        error.set(None);
        let (words, participant) = (said.clone(), saved.clone());
        let (drafts, draft) = (drafts.clone(), draft.clone());
        spawn(async move {
            match order.await {
                // The sheet stays busy: it goes away.
                Ok(Reply::Record(record)) => {
                    let undo = record.record.map(|encounter| Command::VoidEncounter {
                        participant: participant.clone(),
                        encounter,
                        reason: words.say("undo-reason"),
                    });
                    shared.toast.set(Some(Toast {
                        words: words.say("saved-here"),
                        undo,
                    }));
                    leave(&participant);
                }
                Ok(_) => leave(&participant),
                Err(problem) => {
                    // What was typed last may have waited to be kept.
                    if let Ok(json) = serde_json::to_string(&*form.peek()) {
                        drafts.save(&draft, json);
                    }
                    busy.set(false);
                    error.set(Some(errors::error_text(&words, &problem)));
                }
            }
        });
    };
    let back = participant.clone();
    rsx! {
        div { class: "pane",
            LogContent {
                title: words.say_with("log-title", [("name", name().into())]),
                form: started,
                moment,
                busy: busy(),
                error: error(),
                discardable: true,
                on_change: change,
                on_save: save,
                on_discard: discard,
                on_back: move |()| leave(&back),
            }
        }
    }
}

/// The name of the participant the sheet is about; empty until known.
pub(super) fn use_name(participant: &str) -> Signal<String> {
    let link = use_link();
    let mut name = use_signal(String::new);
    let participant = participant.to_owned();
    use_hook(|| {
        spawn(async move {
            let query = Query::Person {
                participant,
                timeline_limit: 0,
            };
            if let Ok(Reply::Person(view)) = link.query(query).await {
                name.set(view.name);
            }
        });
    });
    name
}

/// Back to where the sheet was opened from, else to the participant.
pub(super) fn leave(participant: &str) {
    let navigator = navigator();
    if navigator.can_go_back() {
        navigator.go_back();
    } else {
        navigator.replace(Route::Person {
            participant: participant.to_owned(),
        });
    }
}
