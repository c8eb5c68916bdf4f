use std::collections::BTreeSet;

use dioxus::prelude::*;
use handrail_engine::api::{
    AgendaView, AroundView, CardCommand, CardView, CoachingCommand, Command, Language, PersonView,
    PlanView, Query, Reply, Topic,
};

use super::lines::{Line, lines};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Check, ChipRadio, Chips, IconName, Notice, NoticeTone, Page,
        QrCode, Section, TextArea, TextField,
    },
    engine_link::use_link,
    exports::use_copy,
    screens::person::{spoken, use_back_to, use_noted},
    words::{Words, errors, labels, language_tag, use_words},
};

/// What the page is made of.
#[derive(Debug, Clone, PartialEq)]
struct Known {
    person: PersonView,
    plan: PlanView,
    agenda: AgendaView,
    around: AroundView,
}

/// Chooses with a participant, line by line, what they carry.
#[component]
pub fn MakeCard(participant: String) -> Element {
    let words = use_words();
    use_noted(&participant);
    let topics: &'static [Topic] = &[Topic::People, Topic::Encounters];
    let of = participant.clone();
    let person = use_view(
        topics,
        move || Query::Person {
            participant: of.clone(),
            timeline_limit: 1,
        },
        |reply| match reply {
            Reply::Person(view) => Some(*view),
            _ => None,
        },
    );
    let of = participant.clone();
    let plan = use_view(
        topics,
        move || Query::Plan {
            participant: of.clone(),
        },
        |reply| match reply {
            Reply::Plan(view) => Some(*view),
            _ => None,
        },
    );
    let of = participant.clone();
    let agenda = use_view(
        topics,
        move || Query::Agenda {
            participant: Some(of.clone()),
        },
        |reply| match reply {
            Reply::Agenda(view) => Some(*view),
            _ => None,
        },
    );
    let of = participant.clone();
    let around = use_view(
        topics,
        move || Query::Around {
            participant: of.clone(),
        },
        |reply| match reply {
            Reply::Around(view) => Some(*view),
            _ => None,
        },
    );
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match (person(), plan(), agenda(), around()) {
                (Load::Ready(person), Load::Ready(plan), Load::Ready(agenda), Load::Ready(around)) => rsx! {
                    Make { participant, known: Known { person, plan, agenda, around }, back }
                },
                (person, plan, agenda, around) => rsx! {
                    Absent {
                        title: words.say("card-title"),
                        page: "card",
                        why: person.why().or(plan.why()).or(agenda.why()).or(around.why()),
                        back,
                    }
                },
            }
        }
    }
}

#[component]
fn Make(participant: String, known: Known, back: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let first = known.plan.language.clone();
    let mut language = use_signal(|| spoken(&first).unwrap_or(words.language()));
    let mut chosen = use_signal(BTreeSet::<String>::new);
    let mut own = use_signal(String::new);
    let mut word = use_signal(String::new);
    let mut problem = use_signal(|| None::<String>);
    let mut made = use_signal(|| None::<CardView>);
    let theirs = use_memo(move || Words::of(language()))();
    let all = lines(
        &theirs,
        &known.person,
        &known.plan,
        &known.agenda,
        &known.around,
    );
    let (said, offered) = (words.clone(), all.clone());
    let submit = move |event: FormEvent| {
        event.prevent_default();
        problem.set(None);
        let picked = offered
            .iter()
            .filter(|line| chosen.peek().contains(&line.id));
        let mut lines: Vec<String> = picked.map(|line| line.text.clone()).collect();
        lines.extend(own.peek().lines().map(str::to_owned));
        let command = CardCommand::Seal {
            participant: participant.clone(),
            lines,
            word: word.peek().clone(),
        };
        let asking = link.order(Command::Coaching(CoachingCommand::Card(command)));
        let words = said.clone();
        spawn(async move {
            match asking.await {
                Ok(Reply::Card(view)) => made.set(Some(*view)),
                Ok(_) => {}
                Err(error) => problem.set(Some(refusal(&words, &error))),
            }
        });
    };
    rsx! {
        Page { title: words.say("card-title"), testid: "card", back,
            if let Some(card) = made() {
                Made { card, tag: language_tag(language()), theirs: theirs.clone(), on_again: move |()| made.set(None) }
            } else {
                p { {words.say("card-words")} }
                Notice { p { {words.say("card-word-only")} } }
                Chips { label: words.say("card-language"),
                    for choice in [Language::English, Language::Spanish] {
                        ChipRadio { key: "{choice:?}", group: "card-language", label: words.say(labels::language(choice)), chosen: language() == choice, testid: "card-{language_tag(choice)}", on_choose: move |()| language.set(choice) }
                    }
                }
                form { class: "stack", onsubmit: submit,
                    for (under , group) in by_heading(all) {
                        Section { key: "{under}", title: words.say(under), testid: "card-lines",
                            div { class: "stack-tight",
                                for line in group {
                                    Check {
                                        key: "{line.id}",
                                        label: line.text.clone(),
                                        checked: chosen.read().contains(&line.id),
                                        testid: "card-line-{line.id}",
                                        on_toggle: move |on| {
                                            if on {
                                                chosen.write().insert(line.id.clone());
                                            } else {
                                                chosen.write().remove(&line.id);
                                            }
                                        },
                                    }
                                }
                            }
                        }
                    }
                    TextArea { id: "card-own", label: words.say("card-own"), hint: words.say("card-own-hint"), testid: "card-own", on_input: move |text| own.set(text) }
                    TextField { id: "card-word", label: words.say("card-word"), hint: words.say("card-word-hint"), required: true, testid: "card-word", on_input: move |text| word.set(text) }
                    if let Some(problem) = problem() {
                        Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
                    }
                    Button { label: words.say("card-make"), look: ButtonLook::Main, submit: true, testid: "card-make" }
                }
            }
        }
    }
}

/// Why a card was not made, in the words of this page.
fn refusal(words: &Words, error: &handrail_engine::api::EngineError) -> String {
    use handrail_engine::api::{EngineError, InvalidField};
    let key = match error {
        EngineError::PassphraseTooShort => "card-word-short",
        EngineError::Invalid {
            field: InvalidField::Words,
            ..
        } => "card-empty",
        EngineError::Invalid {
            field: InvalidField::Detail,
            ..
        } => "card-too-much",
        other => return errors::error_text(words, other),
    };
    words.say(key)
}

fn by_heading(all: Vec<Line>) -> Vec<(&'static str, Vec<Line>)> {
    let mut found: Vec<(&'static str, Vec<Line>)> = Vec::new();
    for line in all {
        match found.last_mut() {
            Some((under, group)) if *under == line.under => group.push(line),
            _ => found.push((line.under, vec![line])),
        }
    }
    found
}

/// The card, to be printed, photographed or copied. It names nobody.
#[component]
fn Made(card: CardView, tag: &'static str, theirs: Words, on_again: EventHandler<()>) -> Element {
    let words = use_words();
    let print = use_link().device.print;
    let text = card.text.clone();
    let on_copy = use_copy("card-copied");
    let copy = move |()| on_copy.call(text.clone());
    rsx! {
        div { class: "card card-stack paper", lang: tag, "data-testid": "card-made",
            h2 { {theirs.say("card-paper-title")} }
            QrCode { modules: card.qr, label: theirs.say("card-qr"), testid: "card-qr" }
            p { {theirs.say("card-paper-words")} }
            p { class: "mono small code-line", translate: "no", "data-testid": "card-text", "{card.text}" }
        }
        div { class: "wrap not-printed",
            if let Some(print) = print {
                Button { label: words.say("required-print"), icon: IconName::Print, look: ButtonLook::Main, testid: "card-print", on_press: move |()| print() }
            }
            Button { label: words.say("card-copy"), testid: "card-copy", on_press: copy }
            Button { label: words.say("card-again"), look: ButtonLook::Quiet, testid: "card-again", on_press: on_again }
        }
        p { class: "soft not-printed", {words.say("card-not-kept")} }
    }
}
