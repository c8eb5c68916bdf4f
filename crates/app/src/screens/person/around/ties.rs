use dioxus::prelude::*;
use handrail_engine::api::{
    AroundView, CoachingCommand, Command, PeopleFilter, Query, Reply, TieCommand, TieKind, TieView,
    Topic,
};

use super::Asking;
use crate::{
    ask::{Load, use_view},
    components::{
        Button, ButtonLook, ChipRadio, Chips, FormDialog, Go, Icon, IconName, Section, SelectField,
        plain,
    },
    forms::{Open, PageOrder, use_sending},
    routes::Route,
    words::{Words, coaching, use_words},
};

/// Participants whose name can be chosen, at most.
const MOST: u32 = 5_000;

/// Participants with a record of their own who belong to this one (S2-10).
pub fn ties(words: &Words, view: &AroundView, open: Open<Asking>) -> Element {
    let may_write = !view.read_only;
    rsx! {
        Section { title: words.say("ties-title"), testid: "ties",
            p { class: "soft", {words.say("ties-words")} }
            if !view.ties.is_empty() {
                ul { class: "rows",
                    for tie in view.ties.clone() {
                        {row(words, &tie, may_write.then_some(open))}
                    }
                }
            }
            if may_write {
                Button { label: words.say("tie-add"), icon: IconName::Plus, testid: "tie-add", on_press: move |()| open.ask(Some(Asking::Tie)) }
            }
        }
    }
}

fn row(words: &Words, tie: &TieView, open: Option<Open<Asking>>) -> Element {
    let name = match &tie.other {
        Some((_, name)) => name.clone(),
        None => words.say("tie-elsewhere"),
    };
    let id = tie.id.clone();
    rsx! {
        li { key: "{tie.id}", class: "row plan-entry", "data-testid": "tie",
            Icon { name: IconName::People }
            div { class: "row-body",
                if let Some((participant, name)) = &tie.other {
                    Go { to: Route::Person { participant: participant.clone() }, class: "agenda-name", testid: "tie-open", "{name}" }
                } else {
                    span { class: "row-title", {words.say("tie-elsewhere")} }
                }
                span { class: "row-line", {words.say(coaching::tie(tie.kind))} }
                if let Some(open) = open {
                    span { class: "entry-tools",
                        Button {
                            label: words.say("tie-remove"),
                            spoken: words.say_with("tie-remove-of", [("name", name.into())]),
                            look: ButtonLook::Quiet,
                            testid: "tie-remove",
                            on_press: move |()| open.ask(Some(Asking::Untie(id.clone()))),
                        }
                    }
                }
            }
        }
    }
}

/// To whom, and what they are.
#[component]
pub fn TieForm(view: AroundView, open: Open<Asking>, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut chosen = use_signal(String::new);
    let mut kind = use_signal(|| None::<TieKind>);
    let sending = use_sending(open, on_order);
    let people = use_view(
        &[Topic::People],
        || Query::People {
            search: String::new(),
            filter: PeopleFilter::default(),
            offset: 0,
            limit: MOST,
        },
        |reply| match reply {
            Reply::People(view) => Some(view.rows),
            _ => None,
        },
    );
    let is_tied = |id: &str| {
        let others = view.ties.iter().filter_map(|tie| tie.other.as_ref());
        id == view.participant || others.into_iter().any(|(other, _)| other == id)
    };
    let known = match people() {
        Load::Ready(rows) => rows,
        _ => Vec::new(),
    };
    let choices: Vec<(String, String)> = std::iter::once((String::new(), words.say("tie-choose")))
        .chain(
            known
                .into_iter()
                .filter(|row| !is_tied(&row.participant))
                .map(|row| (row.participant, row.name)),
        )
        .collect();
    let participant = view.participant.clone();
    let submit = move |()| {
        let other = chosen.peek().clone();
        if other.is_empty() {
            return sending.send(Err("tie-who-missing"));
        }
        let Some(kind) = *kind.peek() else {
            return sending.send(Err("tie-what-missing"));
        };
        let participant = participant.clone();
        let command = TieCommand::Add {
            participant,
            other,
            kind,
        };
        sending.send(Ok(Command::Coaching(CoachingCommand::Tie(command)).into()));
    };
    let problem = sending.shown(&words);
    rsx! {
        FormDialog { title: words.say("tie-add"), testid: "tie", problem, on_submit: submit, on_close: move |()| open.ask(None),
            SelectField { id: "tie-who", label: words.say("tie-who"), hint: words.say("tie-who-hint"), choices, chosen: chosen(), testid: "tie-who", on_choose: move |id| chosen.set(id) }
            Chips { label: words.say_with("tie-what", [("name", view.name.clone().into())]),
                for one in TieKind::ALL.iter().copied() {
                    ChipRadio { key: "{one:?}", group: "tie-kind", label: words.say(coaching::tie(one)), chosen: kind() == Some(one), testid: "tie-{plain(one.code())}", on_choose: move |()| kind.set(Some(one)) }
                }
            }
            p { class: "small soft", {words.say("ties-words")} }
        }
    }
}
