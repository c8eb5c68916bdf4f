use dioxus::prelude::*;
use handrail_engine::api::{Command, EncounterView, Query, Reply};
use serde::{Deserialize, Serialize};

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
            found.set(Some(match entry {
                Some(entry) => {
                    let now = LogForm::of(&entry, &moment);
                    let form = match kept {
                        Ok(Reply::Draft(Some(json))) => restored(&json, now),
                        _ => now,
                    };
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

/// A half-written change, with what stood there when it was begun.
#[derive(Serialize, Deserialize)]
struct Begun {
    before: LogForm,
    typed: LogForm,
}

fn draft(before: &LogForm, typed: &LogForm) -> Option<String> {
    let (before, typed) = (before.clone(), typed.clone());
    serde_json::to_string(&Begun { before, typed }).ok()
}

/// What was typed where it says anything new, else what stands there now.
fn of<T: PartialEq>(typed: T, before: &T, now: T) -> T {
    if typed == *before { now } else { typed }
}

/// The sheet with what was typed into it; what others changed since is theirs.
fn restored(json: &str, now: LogForm) -> LogForm {
    let Ok(Begun { before, typed }) = serde_json::from_str(json) else {
        // A version before this one kept no more than the sheet.
        return serde_json::from_str(json).unwrap_or(now);
    };
    LogForm {
        kind: of(typed.kind, &before.kind, now.kind),
        outcome: of(typed.outcome, &before.outcome, now.outcome),
        minutes: of(typed.minutes, &before.minutes, now.minutes),
        minutes_by_hand: now.minutes_by_hand,
        activities: of(typed.activities, &before.activities, now.activities),
        circumstances: of(
            typed.circumstances,
            &before.circumstances,
            now.circumstances,
        ),
        naloxone_kits: of(
            typed.naloxone_kits,
            &before.naloxone_kits,
            now.naloxone_kits,
        ),
        miles: of(typed.miles, &before.miles, now.miles),
        note: of(typed.note, &before.note, now.note),
        earlier: of(typed.earlier, &before.earlier, now.earlier),
        begun: now.begun,
    }
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
    let stood = LogForm::of(&before, &moment);
    let (saving, saved_key, begun) = (drafts.clone(), key.clone(), stood.clone());
    let change = move |next: LogForm| {
        if next == begun {
            saving.discard(&saved_key);
        } else if let Some(json) = draft(&begun, &next) {
            saving.save(&saved_key, json);
        }
        typed.set(next);
    };
    let (discarding, discarded_key, leaving) = (drafts.clone(), key.clone(), participant.clone());
    let said = words.clone();
    let discard = move |()| {
        discarding.discard(&discarded_key);
        let typed = typed.peek().clone();
        if typed != stood
            && let Some(json) = draft(&stood, &typed)
        {
            let key = discarded_key.clone();
            shared.toast.set(Some(Toast {
                words: said.say("log-discarded"),
                undo: Some(Command::SaveDraft { key, json }),
            }));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_written_change_that_comes_back_takes_nothing_back_that_others_wrote_since() {
        let before = LogForm {
            note: "Rang".to_owned(),
            ..LogForm::default()
        };
        let typed = LogForm {
            note: "Rang twice".to_owned(),
            ..before.clone()
        };
        let json = draft(&before, &typed).unwrap_or_default();
        let now = LogForm {
            minutes: 40,
            miles: "12".to_owned(),
            ..before.clone()
        };
        let shown = restored(&json, now.clone());
        assert_eq!(
            shown,
            LogForm {
                note: "Rang twice".to_owned(),
                ..now.clone()
            }
        );
        // Of an earlier version only the sheet is known.
        let old = serde_json::to_string(&typed).unwrap_or_default();
        assert_eq!(restored(&old, now.clone()), typed);
        assert_eq!(restored("[]", now.clone()), now);
    }
}
