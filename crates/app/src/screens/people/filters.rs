//! Which people the list shows, and what somebody keeps to look at again.

use dioxus::prelude::*;
use handrail_engine::api::{Command, PeopleFilter, PeopleStatus, PeopleView, SavedPeople};

use crate::{
    components::{
        Button, ButtonLook, ChipCheck, ChipRadio, Chips, Dialog, FormEnd, Icon, IconName,
        SelectField, TextField,
    },
    giving::use_giving,
    words::{Words, labels, use_words},
};

const STATUSES: [PeopleStatus; 3] = [
    PeopleStatus::WaitsForIntake,
    PeopleStatus::IntakeConfirmed,
    PeopleStatus::NotReached,
];

/// Chips for the common ones, the rest in a fold, and what was kept.
#[component]
pub fn Filters(
    view: Option<PeopleView>,
    filter: PeopleFilter,
    supervisor: bool,
    on_filter: EventHandler<PeopleFilter>,
) -> Element {
    let words = use_words();
    let mut naming = use_signal(|| false);
    let giving = use_giving();
    // The whole list is kept anew.
    let keep = use_callback(move |saved: Vec<SavedPeople>| {
        giving.send(Command::KeepPeople(saved).into());
    });
    let (programs, phases, coaches, saved) = view
        .map(|view| (view.programs, view.phases, view.coaches, view.saved))
        .unwrap_or_default();
    let with = |change: &dyn Fn(&mut PeopleFilter)| {
        let mut next = filter.clone();
        change(&mut next);
        next
    };
    let (all, mine) = (
        PeopleFilter::default(),
        with(&|next| next.mine_only = !next.mine_only),
    );
    let owed = with(&|next| next.owed = !next.owed);
    let is_all = filter == all;
    let kept = saved.iter().find(|one| one.filter == filter);
    let (others, kept_name) = match kept {
        Some(kept) => {
            let mut others = saved.clone();
            others.retain(|one| one.name != kept.name);
            (others, kept.name.clone())
        }
        None => (saved.clone(), String::new()),
    };
    let folded = filter.program.is_some()
        || filter.phase.is_some()
        || filter.coach.is_some()
        || filter.status.is_some();
    let current = filter.clone();
    rsx! {
        Chips { label: words.say("people-filter"), row: true, hide_label: true,
            ChipRadio { group: "people-filter-all", label: words.say("people-all"), chosen: is_all, testid: "filter-all", on_choose: move |()| on_filter.call(all.clone()) }
            ChipCheck { label: words.say("owed-today"), chosen: filter.owed, testid: "filter-owed", on_toggle: move |_| on_filter.call(owed.clone()) }
            if supervisor {
                ChipCheck { label: words.say("people-mine"), chosen: filter.mine_only, testid: "filter-mine", on_toggle: move |_| on_filter.call(mine.clone()) }
            }
            for one in saved.clone() {
                ChipRadio { key: "saved-{one.name}", group: "people-filter-all", label: one.name.clone(), chosen: kept_name == one.name, testid: "filter-saved", on_choose: move |()| on_filter.call(one.filter.clone()) }
            }
        }
        details { class: "fold", open: folded,
            summary { "data-testid": "filter-more", Icon { name: IconName::Right } {words.say("people-filter-more")} }
            div { class: "stack",
                {select(&words, "program", "detail-program", named(&programs), filter.program.clone(), {
                    let filter = filter.clone();
                    move |program| on_filter.call(PeopleFilter { program, ..filter.clone() })
                })}
                {select(&words, "phase", "detail-phase", named(&phases), filter.phase.clone(), {
                    let filter = filter.clone();
                    move |phase| on_filter.call(PeopleFilter { phase, ..filter.clone() })
                })}
                if supervisor && coaches.len() > 1 {
                    {select(&words, "coach", "people-filter-coach", coaches, filter.coach.clone(), {
                        let filter = filter.clone();
                        move |coach| on_filter.call(PeopleFilter { coach, ..filter.clone() })
                    })}
                }
                {select(&words, "status", "people-filter-status", statuses(&words), filter.status.map(code), {
                    let filter = filter.clone();
                    move |chosen: Option<String>| {
                        let status = STATUSES.into_iter().find(|status| Some(code(*status)) == chosen);
                        on_filter.call(PeopleFilter { status, ..filter.clone() });
                    }
                })}
            }
        }
        if !kept_name.is_empty() {
            Button { label: words.say_with("people-unkeep", [("name", kept_name.into())]), look: ButtonLook::Quiet, testid: "filter-unkeep", on_press: move |()| keep.call(others.clone()) }
        } else if !is_all {
            Button { label: words.say("people-keep"), icon: IconName::Plus, look: ButtonLook::Quiet, testid: "filter-keep", on_press: move |()| naming.set(true) }
        }
        if naming() {
            Naming {
                on_close: move |()| naming.set(false),
                on_name: move |name: String| {
                    let mut all = saved.clone();
                    all.push(SavedPeople { name, filter: current.clone() });
                    keep.call(all);
                },
            }
        }
    }
}

#[component]
fn Naming(on_close: EventHandler<()>, on_name: EventHandler<String>) -> Element {
    let words = use_words();
    let mut name = use_signal(String::new);
    rsx! {
        Dialog { title: words.say("people-keep"), testid: "filter-naming", on_close,
            p { {words.say("people-keep-words")} }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_name.call(name.peek().trim().to_owned());
                },
                TextField { id: "filter-name", label: words.say("people-keep-name"), testid: "filter-name", on_input: move |text| name.set(text) }
                FormEnd { testid: "filter", on_close }
            }
        }
    }
}

fn select(
    words: &Words,
    name: &str,
    label: &str,
    choices: Vec<(String, String)>,
    chosen: Option<String>,
    on_choose: impl Fn(Option<String>) + 'static,
) -> Element {
    if choices.is_empty() {
        return rsx! {};
    }
    let mut all = vec![(String::new(), words.say("people-all"))];
    all.extend(choices);
    rsx! {
        SelectField {
            id: "filter-{name}",
            label: words.say(label),
            choices: all,
            chosen: chosen.unwrap_or_default(),
            testid: "filter-{name}",
            on_choose: move |code: String| on_choose(Some(code).filter(|code| !code.is_empty())),
        }
    }
}

fn named(all: &[String]) -> Vec<(String, String)> {
    all.iter().map(|one| (one.clone(), one.clone())).collect()
}

fn statuses(words: &Words) -> Vec<(String, String)> {
    STATUSES
        .into_iter()
        .map(|status| (code(status), words.say(labels::people_status(status))))
        .collect()
}

fn code(status: PeopleStatus) -> String {
    labels::people_status(status).to_owned()
}
