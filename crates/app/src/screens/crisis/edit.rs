//! The agency's own crisis card: its lines, a look at it, and the tap that puts it in force for all
//! (S0-29).

use dioxus::prelude::*;
use handrail_domain::LocalDate;
use handrail_domain::crisis::{Area, CrisisEntry, CrisisPack, CrisisPackError, LocalText};
use handrail_engine::api::{Command, CrisisCardView, Language, ResourceCommand};
use serde::{Deserialize, Serialize};

use super::{CrisisList, line_form::LineForm, use_own};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, ChipRadio, Chips, Dialog, IconName, Notice, NoticeTone, Page,
        Section, TextArea,
    },
    crisis_pack,
    forms::{Open, PageOrder, use_dialogs, use_form},
    routes::Route,
    session::{use_moment, use_shared},
    words::{Words, dates, use_words},
};

/// The form of a pack that this editor writes.
const FORMAT: u32 = 1;

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Asking {
    /// A line, by its place; one more where there is none.
    Line(Option<usize>),
    /// Whether the app's own card is to hold again.
    Back,
}

/// The card as it is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Typed {
    en: String,
    es: String,
    pub(super) entries: Vec<CrisisEntry>,
}

impl Typed {
    /// Of the agency's own card, or of the app's with what stays anyway left out.
    fn of(own: Option<&str>) -> Option<Self> {
        let own = own.and_then(|text| CrisisPack::parse(text).ok());
        let mut pack = own.or_else(crisis_pack::built_in_pack)?;
        pack.entries.retain(|entry| !entry.keep);
        Some(Self {
            en: pack.scope.en,
            es: pack.scope.es,
            entries: pack.entries,
        })
    }

    /// As the text of a pack that begins to hold on a day.
    fn pack(&self, today: LocalDate) -> Result<String, CrisisPackError> {
        let pack = CrisisPack {
            format: FORMAT,
            id: "agency".to_owned(),
            version: today.to_string(),
            valid_from: today,
            scope: LocalText {
                en: self.en.trim().to_owned(),
                es: self.es.trim().to_owned(),
            },
            entries: self.entries.clone(),
        };
        pack.to_json()
    }

    /// An id that no line has.
    pub(super) fn fresh_id(&self) -> String {
        let is_free = |id: &String| !self.entries.iter().any(|entry| entry.id == *id);
        let mut all = (1_u32..).map(|number| format!("line-{number}"));
        all.find(is_free).unwrap_or_default()
    }

    fn swap(&mut self, place: usize, with: usize) {
        if place.max(with) < self.entries.len() {
            self.entries.swap(place, with);
        }
    }
}

/// What is to be mended.
fn fault(words: &Words, fault: &CrisisPackError) -> String {
    let (key, line) = match fault {
        CrisisPackError::NoEntries => ("crisis-fault-none", ""),
        CrisisPackError::TooLarge => ("crisis-fault-large", ""),
        CrisisPackError::TextMissing(line) => ("crisis-fault-text", line.as_str()),
        CrisisPackError::NotANumber(line) | CrisisPackError::NoWayToReach(line) => {
            ("crisis-fault-number", line.as_str())
        }
        _ => ("crisis-fault-other", ""),
    };
    words.say_with(key, [("line", line.to_owned().into())])
}

/// The editor, for supervisors and administrators.
#[component]
pub fn CrisisEdit() -> Element {
    let words = use_words();
    let back = move |()| {
        navigator().push(Route::Crisis {});
    };
    rsx! {
        div { class: "pane",
            match use_own()() {
                Load::Ready(view) if view.may_change => rsx! { Editor { view, on_back: back } },
                Load::Ready(_) => rsx! {
                    Page { title: words.say("crisis-edit-title"), testid: "crisis-edit", back,
                        Notice { p { {words.say("crisis-edit-not-yours")} } }
                    }
                },
                other => rsx! { Absent { title: words.say("crisis-edit-title"), page: "crisis-edit", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Editor(view: CrisisCardView, on_back: EventHandler<()>) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let today = LocalDate::parse(&use_moment().today().to_string()).unwrap_or(LocalDate::FIRST);
    let (open, on_order) = use_dialogs::<Asking>();
    let own = view.own.clone();
    let form = use_form("crisis-card".to_owned(), || {
        Typed::of(own.as_deref()).unwrap_or(Typed {
            en: String::new(),
            es: String::new(),
            entries: Vec::new(),
        })
    });
    let mut typed = form.typed;
    let mut problem = use_signal(|| None::<String>);
    let (draft, said) = (form.draft.clone(), words.clone());
    let put = move |()| match typed.peek().pack(today) {
        Ok(text) => {
            problem.set(None);
            on_order.call(PageOrder {
                said: "crisis-edit-done",
                draft: Some(draft.clone()),
                ..order(Some(text))
            });
        }
        Err(error) => problem.set(Some(fault(&said, &error))),
    };
    let draft = form.draft.clone();
    let go_back = move |()| {
        on_order.call(PageOrder {
            draft: Some(draft.clone()),
            ..order(None)
        });
    };
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let holds = match &view.own {
        None => words.say("crisis-edit-app"),
        Some(_) if view.by.is_empty() => words.say("crisis-edit-own"),
        Some(_) => words.say_with("crisis-edit-by", [("by", view.by.clone().into())]),
    };
    rsx! {
        Page { title: words.say("crisis-edit-title"), testid: "crisis-edit", back: on_back,
            p { {words.say("crisis-edit-words")} }
            Notice { p { {words.say("crisis-edit-public")} } }
            p { class: "soft", "{holds}" }
            Section { title: words.say("crisis-edit-scope"), testid: "crisis-edit-scope",
                TextArea { id: "crisis-scope-en", label: words.say("crisis-edit-english"), initial: initial.en.clone(), testid: "crisis-scope-en", on_input: move |text| typed.write().en = text }
                TextArea { id: "crisis-scope-es", label: words.say("crisis-edit-spanish"), initial: initial.es.clone(), testid: "crisis-scope-es", on_input: move |text| typed.write().es = text }
            }
            Lines { typed, open }
            Look { text: typed.read().pack(today).ok() }
            if let Some(problem) = problem().or_else(|| (open.problem)()) {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
            }
            div { class: "wrap",
                Button { label: words.say("crisis-edit-put"), look: ButtonLook::Main, testid: "crisis-put", on_press: put }
                if view.own.is_some() {
                    Button { label: words.say("crisis-edit-back"), testid: "crisis-back", on_press: move |()| open.ask(Some(Asking::Back)) }
                }
            }
        }
        match (open.asking)() {
            None => rsx! {},
            Some(Asking::Line(place)) => rsx! { LineForm { key: "{place.unwrap_or(usize::MAX)}", place, typed, today, open } },
            Some(Asking::Back) => rsx! {
                Dialog { title: words.say("crisis-edit-back"), testid: "crisis-back-dialog", on_close: move |()| open.ask(None),
                    p { {words.say("crisis-edit-back-words")} }
                    {asked.refusal(None)}
                    div { class: "dialog-actions",
                        Button { label: words.say("crisis-edit-back"), look: ButtonLook::Main, busy: asked.waits(), testid: "crisis-back-sure", on_press: go_back }
                        Button { label: words.say("cancel"), on_press: move |()| open.ask(None) }
                    }
                }
            },
        }
    }
}

fn order(card: Option<String>) -> PageOrder {
    Command::Resource(ResourceCommand::CrisisCard(card)).into()
}

/// Every line, in its order; what stays anyway before them.
#[component]
fn Lines(typed: Signal<Typed>, open: Open<Asking>) -> Element {
    let words = use_words();
    let mut typed = typed;
    let kept = crisis_pack::built_in_pack().map_or_else(Vec::new, |pack| pack.entries);
    let of = |text: &LocalText| match words.language() {
        Language::English => text.en.clone(),
        Language::Spanish => text.es.clone(),
    };
    let entries = typed.read().entries.clone();
    let last = entries.len().saturating_sub(1);
    rsx! {
        Section { title: words.say("crisis-edit-lines"), testid: "crisis-edit-lines",
            ul { class: "rows",
                for entry in kept.iter().filter(|entry| entry.keep) {
                    li { key: "kept-{entry.id}", class: "row", "data-testid": "crisis-kept",
                        div { class: "row-body",
                            span { class: "row-title", {of(&entry.name)} }
                            span { class: "row-line", {words.say("crisis-edit-kept")} }
                        }
                    }
                }
                for (place , entry) in entries.iter().enumerate() {
                    li { key: "{entry.id}", class: "row", "data-testid": "crisis-line",
                        div { class: "row-body",
                            span { class: "row-title", {of(&entry.name)} }
                            span { class: "row-line", {number(entry)} }
                            span { class: "row-line", {checked(&words, entry)} }
                            span { class: "entry-tools",
                                Button { label: words.say("entry-edit"), spoken: named(&words, "crisis-line-edit", &of(&entry.name)), look: ButtonLook::Quiet, testid: "crisis-line-edit-{place}", on_press: move |()| open.ask(Some(Asking::Line(Some(place)))) }
                                if place > 0 {
                                    Button { label: words.say("crisis-line-up"), spoken: named(&words, "crisis-line-up-of", &of(&entry.name)), look: ButtonLook::Quiet, testid: "crisis-line-up-{place}", on_press: move |()| typed.write().swap(place, place - 1) }
                                }
                                if place < last {
                                    Button { label: words.say("crisis-line-down"), spoken: named(&words, "crisis-line-down-of", &of(&entry.name)), look: ButtonLook::Quiet, testid: "crisis-line-down-{place}", on_press: move |()| typed.write().swap(place, place + 1) }
                                }
                                Button {
                                    label: words.say("crisis-line-away"),
                                    spoken: named(&words, "crisis-line-away-of", &of(&entry.name)),
                                    look: ButtonLook::Quiet,
                                    testid: "crisis-line-away-{place}",
                                    on_press: {
                                        let id = entry.id.clone();
                                        move |()| typed.write().entries.retain(|other| other.id != id)
                                    },
                                }
                            }
                        }
                    }
                }
            }
            Button { label: words.say("crisis-line-add"), icon: IconName::Plus, testid: "crisis-line-add", on_press: move |()| open.ask(Some(Asking::Line(None))) }
        }
    }
}

fn named(words: &Words, key: &str, name: &str) -> String {
    words.say_with(key, [("name", name.to_owned().into())])
}

fn number(entry: &CrisisEntry) -> String {
    let text = entry.text.as_ref().map(|text| text.to.clone());
    let shown = entry.call_shown.clone().or_else(|| entry.call.clone());
    shown.or(text).unwrap_or_default()
}

fn checked(words: &Words, entry: &CrisisEntry) -> String {
    match entry.checked_on.filter(|_| entry.verified) {
        Some(day) => {
            let day = dates::full_date(words, day.as_naive());
            words.say_with("crisis-checked", [("day", day.into())])
        }
        None => words.say("crisis-unchecked"),
    }
}

/// How it will look, in both languages.
#[component]
fn Look(text: Option<String>) -> Element {
    let words = use_words();
    let mut language = use_signal(|| words.language());
    let card = text.and_then(|text| crisis_pack::card(language(), Some(&text)));
    let Some(card) = card else {
        return rsx! {};
    };
    rsx! {
        Section { title: words.say("crisis-edit-look"), testid: "crisis-edit-look",
            Chips { label: words.say("crisis-edit-look-in"),
                ChipRadio { group: "crisis-look", label: words.say("crisis-edit-english"), chosen: language() == Language::English, testid: "crisis-look-en", on_choose: move |()| language.set(Language::English) }
                ChipRadio { group: "crisis-look", label: words.say("crisis-edit-spanish"), chosen: language() == Language::Spanish, testid: "crisis-look-es", on_choose: move |()| language.set(Language::Spanish) }
            }
            CrisisList { card }
        }
    }
}

/// A line that answers in one place, with no number yet.
pub(super) fn empty_line(id: String) -> CrisisEntry {
    let nothing = || LocalText {
        en: String::new(),
        es: String::new(),
    };
    CrisisEntry {
        id,
        name: nothing(),
        about: nothing(),
        call: None,
        call_shown: None,
        text: None,
        chat: None,
        prompts: Vec::new(),
        area: Area::Local,
        verified: false,
        checked_on: None,
        source: String::new(),
        keep: false,
    }
}
