use dioxus::prelude::*;
use handrail_engine::api::{Command, DetailField, PersonView, Query, Reply, Topic};

use super::{DetailsForm, DetailsFormContent, Resembling};
use crate::{
    ask::{Load, use_view},
    components::{Button, Notice, NoticeTone, Page, Skeleton},
    drafts::use_drafts,
    engine_link::use_link,
    routes::{Address, LaterRoute, Route},
    screens::{
        call_outs::{join, new_person_key},
        person::use_back_to,
    },
    session::use_shared,
    toast::Toast,
    words::{errors, fields::all, use_words},
};

/// Draft key of the form for somebody new.
const ADD_DRAFT: &str = "add-participant";

/// Adds somebody.
#[component]
pub fn AddPerson() -> Element {
    rsx! { AddPersonForm { call_out: None } }
}

/// Adds somebody; what was typed comes back after a kill. With a call-out they are whoever
/// accepted there.
#[component]
pub fn AddPersonForm(call_out: Option<String>) -> Element {
    let link = use_link();
    let words = use_words();
    let drafts = use_drafts();
    let mut shared = use_shared();
    let mut form = use_signal(DetailsForm::new);
    let mut loaded = use_signal(|| false);
    // What was typed before came back.
    let mut kept = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    // Of whoever declines after all nothing is to be found in the next form.
    let key = match &call_out {
        Some(call_out) => new_person_key(call_out),
        None => ADD_DRAFT.to_owned(),
    };
    let (asking, asked) = (link.clone(), key.clone());
    use_hook(|| {
        spawn(async move {
            if let Ok(Reply::Draft(Some(json))) = asking.query(Query::Draft { key: asked }).await
                && let Ok(typed) = serde_json::from_str::<Vec<(DetailField, String)>>(&json)
            {
                form.set(typed.into_iter().collect());
                kept.set(true);
            }
            loaded.set(true);
        });
    });
    let (saving, saved) = (drafts.clone(), key.clone());
    let change = move |typed: DetailsForm| {
        let pairs: Vec<_> = typed.iter().collect();
        if typed.values().all(|value| value.trim().is_empty()) {
            saving.discard(&saved);
        } else if let Ok(json) = serde_json::to_string(&pairs) {
            saving.save(&saved, json);
        }
        form.set(typed);
    };
    let (discarding, put_away) = (drafts.clone(), key.clone());
    let discard = move |()| {
        discarding.discard(&put_away);
        form.set(DetailsForm::new());
        kept.set(false);
    };
    let back = match &call_out {
        Some(call_out) => Address::from(LaterRoute::CallOutPerson {
            call_out: call_out.clone(),
        }),
        None => Route::People {}.into(),
    };
    let choosing = (
        link.clone(),
        drafts.clone(),
        words.clone(),
        call_out.clone(),
        key.clone(),
    );
    let choose = use_callback(move |participant: String| {
        let (link, drafts, words, call_out, key) = choosing.clone();
        spawn(async move {
            let Some(call_out) = call_out else { return };
            match join(&link, &drafts, &call_out, participant).await {
                Ok(()) => {
                    drafts.discard(&key);
                    navigator().replace(LaterRoute::CallOut { call_out });
                }
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    });
    let choose = call_out.is_some().then_some(choose);
    let submit = {
        let words = words.clone();
        move |()| {
            if busy() {
                return;
            }
            busy.set(true);
            error.set(None);
            let details = form
                .peek()
                .iter()
                .filter(|(_, value)| !value.trim().is_empty())
                .map(|(field, value)| (*field, value.trim().to_owned()))
                .collect();
            let (link, words, drafts) = (link.clone(), words.clone(), drafts.clone());
            let (call_out, key) = (call_out.clone(), key.clone());
            spawn(async move {
                let result = link.order(Command::AddParticipant { details }).await;
                busy.set(false);
                match result {
                    Ok(Reply::Record(record)) => {
                        drafts.discard(&key);
                        let participant = record.participant;
                        let mut said = words.say("saved-here");
                        let mut next = Address::from(Route::Person {
                            participant: participant.clone(),
                        });
                        if let Some(call_out) = call_out {
                            // They are saved in any case; the call-out asks again where this fails.
                            if let Err(problem) = join(&link, &drafts, &call_out, participant).await
                            {
                                said = errors::error_text(&words, &problem);
                            }
                            next = LaterRoute::CallOut { call_out }.into();
                        }
                        shared.toast.set(Some(Toast {
                            words: said,
                            undo: None,
                        }));
                        navigator().replace(next);
                    }
                    Ok(_) => {}
                    Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
                }
            });
        }
    };
    rsx! {
        div { class: "pane",
            Page { title: words.say("add-title"), testid: "add-person", line: words.say("add-words"), back: move |()| { navigator().push(back.clone()); },
                if kept() {
                    Unsaved { on_discard: discard }
                }
                if loaded() {
                    // A discarded form starts anew.
                    for kept in [kept()] {
                        DetailsFormContent { key: "{kept}", initial: form.peek().clone(), submit_label: words.say("add-submit"), busy: busy(), error: error(), on_change: change.clone(), on_submit: submit.clone(),
                            Resembling { form, on_choose: choose }
                        }
                    }
                } else {
                    Skeleton { words: words.say("loading") }
                }
            }
        }
    }
}

/// What was typed before came back, and can be put away.
#[component]
fn Unsaved(on_discard: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        Notice { testid: "details-unsaved",
            p { {words.say("edit-unsaved")} }
            Button { label: words.say("log-discard"), testid: "details-discard", on_press: on_discard }
        }
    }
}

/// Changes details; only what differs is written. What was typed comes back
/// after a lock or a kill.
#[component]
pub fn EditPerson(participant: String) -> Element {
    let words = use_words();
    let asked = participant.clone();
    let answer = use_view(
        &[Topic::People],
        move || Query::Person {
            participant: asked.clone(),
            timeline_limit: 0,
        },
        |reply| match reply {
            Reply::Person(view) => Some(*view),
            _ => None,
        },
    );
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            Page { title: words.say("edit-title"), testid: "edit-person", back,
                match answer() {
                    Load::Waiting => rsx! { Skeleton { words: words.say("loading") } },
                    Load::Failed(error) => rsx! {
                        Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                    },
                    Load::Ready(view) => rsx! { EditForm { view } },
                }
            }
        }
    }
}

#[component]
fn EditForm(view: PersonView) -> Element {
    let link = use_link();
    let words = use_words();
    let drafts = use_drafts();
    let mut shared = use_shared();
    let key = format!("details:{}", view.participant);
    // What stood there when the form was opened: later changes from elsewhere
    // must not count as typed here.
    let before = use_hook(|| CopyValue::new(view.details.iter().cloned().collect::<DetailsForm>()));
    let mut form = use_signal(|| before.peek().clone());
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    // What was typed and not saved; none until it was looked for.
    let mut kept = use_signal(|| None::<DetailsForm>);
    let (asking, asked) = (link.clone(), key.clone());
    use_hook(|| {
        spawn(async move {
            let typed = match asking.query(Query::Draft { key: asked }).await {
                Ok(Reply::Draft(Some(json))) => {
                    serde_json::from_str::<Vec<(DetailField, String)>>(&json).unwrap_or_default()
                }
                _ => Vec::new(),
            };
            let typed: DetailsForm = typed.into_iter().collect();
            form.write().extend(typed.clone());
            kept.set(Some(typed));
        });
    });
    let (saving, draft) = (drafts.clone(), key.clone());
    let change = move |typed: DetailsForm| {
        let changes = differences(&before.peek(), &typed);
        if changes.is_empty() {
            saving.discard(&draft);
        } else if let Ok(json) = serde_json::to_string(&changes) {
            saving.save(&draft, json);
        }
        form.set(typed);
    };
    let (discarding, draft) = (drafts.clone(), key.clone());
    let discard = move |()| {
        discarding.discard(&draft);
        form.set(before.peek().clone());
        kept.set(Some(DetailsForm::new()));
    };
    let participant = view.participant.clone();
    let submit_words = words.clone();
    let submit = move |()| {
        if busy() {
            return;
        }
        busy.set(true);
        error.set(None);
        let mut changes = differences(&before.peek(), &form.peek());
        // A program that is refused is refused before anything else is written.
        changes.sort_by_key(|(field, _)| *field != DetailField::Program);
        let (link, words, participant) = (link.clone(), submit_words.clone(), participant.clone());
        let (drafts, key) = (drafts.clone(), key.clone());
        spawn(async move {
            for (field, value) in changes {
                let order = Command::SetDetail {
                    participant: participant.clone(),
                    field,
                    value,
                };
                if let Err(problem) = link.order(order).await {
                    busy.set(false);
                    error.set(Some(errors::error_text(&words, &problem)));
                    return;
                }
            }
            busy.set(false);
            drafts.discard(&key);
            shared.toast.set(Some(Toast {
                words: words.say("saved-here"),
                undo: None,
            }));
            navigator().replace(Route::Person { participant });
        });
    };
    let Some(kept) = kept() else {
        return rsx! { Skeleton { words: words.say("loading") } };
    };
    let unsaved = !kept.is_empty();
    rsx! {
        if unsaved {
            Unsaved { on_discard: discard }
        }
        // A discarded form starts anew.
        for unsaved in [unsaved] {
            DetailsFormContent {
                key: "{unsaved}",
                initial: form.peek().clone(),
                submit_label: words.say("edit-submit"),
                busy: busy(),
                error: error(),
                on_change: change.clone(),
                on_submit: submit.clone(),
            }
        }
    }
}

fn differences(before: &DetailsForm, after: &DetailsForm) -> Vec<(DetailField, String)> {
    all::DETAILS
        .into_iter()
        .filter_map(|field| {
            let new = after.get(&field).map_or("", |value| value.trim());
            let old = before.get(&field).map_or("", |value| value.trim());
            (new != old).then(|| (field, new.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_changed_details_are_written_and_an_emptied_one_is_cleared() {
        let before = DetailsForm::from([
            (DetailField::Name, "Ann".to_owned()),
            (DetailField::Phone, "1".to_owned()),
        ]);
        let after = DetailsForm::from([
            (DetailField::Name, " Ann ".to_owned()),
            (DetailField::Phone, String::new()),
            (DetailField::Program, "ED".to_owned()),
        ]);
        assert_eq!(
            differences(&before, &after),
            vec![
                (DetailField::Phone, String::new()),
                (DetailField::Program, "ED".to_owned())
            ]
        );
    }
}
