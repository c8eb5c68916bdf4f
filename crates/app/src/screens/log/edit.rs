use dioxus::prelude::*;
use handrail_engine::api::{Command, EncounterView, Query, Reply};

use super::{LogContent, LogForm, leave};
use crate::{
    components::{Notice, NoticeTone, Page, Skeleton},
    drafts::use_drafts,
    engine_link::use_link,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{errors, use_words},
};

/// Changes a contact; only what differs is written, and the earlier version
/// stays in its history.
#[component]
pub fn EditLog(participant: String, encounter: String) -> Element {
    let link = use_link();
    let words = use_words();
    let mut found = use_signal(|| None::<Result<(EncounterView, LogForm), String>>);
    let moment = use_moment();
    let (asking, asked, id, say) = (
        link.clone(),
        participant.clone(),
        encounter.clone(),
        words.clone(),
    );
    use_hook(|| {
        spawn(async move {
            let entry = asking
                .query(Query::Encounter {
                    participant: asked,
                    encounter: id.clone(),
                })
                .await;
            let kept = asking
                .query(Query::Draft {
                    key: draft_key(&id),
                })
                .await;
            let entry = match entry {
                Ok(Reply::Encounter(entry)) => Some(*entry),
                _ => None,
            };
            let kept = match kept {
                Ok(Reply::Draft(Some(json))) => serde_json::from_str(&json).ok(),
                _ => None,
            };
            found.set(Some(match entry {
                Some(entry) => {
                    let form = kept.unwrap_or_else(|| LogForm::of(&entry, &moment));
                    Ok((entry, form))
                }
                None => Err(say.say("error-not-found")),
            }));
        });
    });
    let back = participant.clone();
    match found() {
        None => rsx! {
            div { class: "pane", Skeleton { words: words.say("loading") } }
        },
        Some(Err(problem)) => rsx! {
            div { class: "pane",
                Page { title: words.say("log-edit-title"), testid: "log-missing", back: move |()| leave(&back),
                    Notice { tone: NoticeTone::Attention, alert: true, p { "{problem}" } }
                }
            }
        },
        Some(Ok((before, form))) => rsx! { EditSheet { participant, before, form } },
    }
}

fn draft_key(encounter: &str) -> String {
    format!("edit:{encounter}")
}

#[component]
fn EditSheet(participant: String, before: EncounterView, form: LogForm) -> Element {
    let link = use_link();
    let words = use_words();
    let drafts = use_drafts();
    let moment = use_moment();
    let mut shared = use_shared();
    let mut typed = use_signal(|| form.clone());
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let key = draft_key(&before.id);
    let (saving, saved_key) = (drafts.clone(), key.clone());
    let change = move |next: LogForm| {
        if let Ok(json) = serde_json::to_string(&next) {
            saving.save(&saved_key, json);
        }
        typed.set(next);
    };
    let (discarding, discarded_key, leaving) = (drafts.clone(), key.clone(), participant.clone());
    let discard = move |()| {
        discarding.discard(&discarded_key);
        leave(&leaving);
    };
    let (say, saved) = (words.clone(), participant.clone());
    let save = move |()| {
        if busy() {
            return;
        }
        let patch = match typed.peek().patch(&before, &moment) {
            Ok(patch) => patch,
            Err(problem) => {
                error.set(Some(errors::error_text(&say, &problem)));
                return;
            }
        };
        busy.set(true);
        error.set(None);
        let order = link.order(Command::EditEncounter {
            participant: saved.clone(),
            encounter: before.id.clone(),
            patch,
        });
        let (words, participant, drafts, key) =
            (say.clone(), saved.clone(), drafts.clone(), key.clone());
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(_) => {
                    drafts.discard(&key);
                    shared.toast.set(Some(Toast {
                        words: words.say("saved-here"),
                        undo: None,
                    }));
                    leave(&participant);
                }
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    let back = participant.clone();
    rsx! {
        div { class: "pane",
            LogContent {
                title: words.say("log-edit-title"),
                form,
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
