//! The agency's own legal texts: looked at first, then put in force.

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, LocalDate, TextsView,
    consent::{LegalText, LegalTexts, TEXTS, TextsError},
};

use super::put_in_force::PutInForce;
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, FileField, IconName, Notice, NoticeTone, Page, Section,
        TextArea, use_file_dialog,
    },
    forms::{PageOrder, use_orders},
    routes::LaterRoute,
    screens::person::use_texts,
    session::use_moment,
    words::{Words, dates, use_words},
};

/// Largest file that is read, in bytes.
const FILE_LIMIT: u64 = 64 * 1024;

/// What is looked at before it holds.
#[derive(Debug, Clone, PartialEq)]
enum Look {
    /// Nothing.
    Nothing,
    /// Back to the texts of the app.
    App,
    /// The text of a pack.
    Own(String),
    /// A file that is no text.
    NoText,
    /// A file that is too large.
    TooLarge,
}

/// A pack with the text that puts it in force, `None` for that of the app; or what is off.
type Read = Result<(LegalTexts, Option<String>), Vec<TextsError>>;

impl Look {
    /// What it comes to; `None` where there is no text to look at.
    fn read(&self) -> Option<Read> {
        match self {
            Self::Nothing | Self::NoText => None,
            Self::App => Some(LegalTexts::parse(TEXTS).map(|pack| (pack, None))),
            Self::Own(text) => {
                let pack = LegalTexts::parse(text);
                Some(pack.map(|pack| (pack, Some(text.clone()))))
            }
            Self::TooLarge => Some(Err(vec![TextsError::TooLarge])),
        }
    }
}

/// The legal texts of the agency.
#[component]
pub fn Texts() -> Element {
    let words = use_words();
    let answer = use_texts();
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! { TextsContent { view, back } },
                other => rsx! { Absent { title: words.say("texts-title"), page: "texts", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's answer.
#[component]
fn TextsContent(view: TextsView, back: EventHandler<()>) -> Element {
    let words = use_words();
    let mut look = use_signal(|| Look::Nothing);
    let mut looks = use_signal(|| 0_u32);
    let done = use_callback(move |()| look.set(Look::Nothing));
    let on_order = use_orders(done);
    let on_look = use_callback(move |next: Look| {
        looks += 1;
        look.set(next);
    });
    let on_put = move |pack: Option<String>| {
        let command = CoachingCommand::Consent(ConsentCommand::UseTexts { pack });
        on_order.call(PageOrder {
            said: "texts-done",
            ..Command::Coaching(command).into()
        });
    };
    rsx! {
        Page { title: words.say("texts-title"), testid: "texts", back,
            {in_force(&words, &view)}
            if view.may_change {
                Choose { own: view.set.is_some() || view.next.is_some(), on_look }
                match look().read() {
                    None => rsx! {
                        if look() == Look::NoText {
                            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("texts-not-text")} } }
                        }
                    },
                    Some(Ok((pack, text))) => rsx! {
                        Preview { key: "{looks}", pack, today: view.today, on_put: move |()| on_put(text.clone()) }
                    },
                    Some(Err(faults)) => rsx! {
                        Notice { tone: NoticeTone::Attention, alert: true, testid: "texts-faults",
                            p { class: "strong", {words.say("texts-faults")} }
                            ul { class: "stack-tight",
                                for (place , fault) in faults.iter().enumerate() {
                                    li { key: "{place}", {fault_words(&words, fault)} }
                                }
                            }
                        }
                    },
                }
            }
        }
    }
}

/// Which texts hold, who put them in force, and what is to come.
fn in_force(words: &Words, view: &TextsView) -> Element {
    let moment = use_moment();
    let set = view.set.as_ref().map(|(by, at)| {
        let day = dates::full_date(words, moment.local(*at).0);
        words.say_with(
            "texts-set",
            [("by", by.clone().into()), ("day", day.into())],
        )
    });
    let next = view.next.as_ref().map(|(day, id, version)| {
        let values = [
            ("id", id.clone().into()),
            ("version", version.clone().into()),
            ("day", full(words, *day).into()),
        ];
        words.say_with("texts-next", values)
    });
    rsx! {
        Section { title: words.say("texts-hold"), testid: "texts-hold",
            p { class: "strong", {set.unwrap_or_else(|| words.say("texts-of-app"))} }
            p { {which(words, &view.pack)} }
            if let Some(next) = next {
                p { "data-testid": "texts-next", "{next}" }
            }
            if view.stale {
                Notice { tone: NoticeTone::Attention, testid: "texts-stale", p { {words.say("consent-texts-stale")} } }
            }
            if view.unread {
                Notice { tone: NoticeTone::Attention, testid: "texts-unread", p { {words.say("texts-unread")} } }
            }
            p { class: "soft", {words.say("texts-signed")} }
        }
    }
}

/// Which pack it is, and from which day on it holds.
fn which(words: &Words, pack: &LegalTexts) -> String {
    let values = [
        ("id", pack.id.clone().into()),
        ("version", pack.version.clone().into()),
        ("day", full(words, pack.valid_from).into()),
        ("review", full(words, pack.review_by).into()),
    ];
    words.say_with("texts-which", values)
}

fn full(words: &Words, day: LocalDate) -> String {
    dates::full_date(words, day.as_naive())
}

/// A file or its text is chosen.
#[component]
fn Choose(own: bool, on_look: Callback<Look>) -> Element {
    let words = use_words();
    let mut typed = use_signal(String::new);
    let read = use_callback(move |(_, bytes): (String, Vec<u8>)| {
        on_look.call(String::from_utf8(bytes).map_or(Look::NoText, Look::Own));
    });
    let on_unreadable = use_callback(move |()| on_look.call(Look::NoText));
    let on_pick = use_file_dialog(words.say("texts-file"), "json", read, on_unreadable);
    rsx! {
        div { class: "card card-stack",
            h2 { {words.say("texts-change")} }
            p { class: "soft", {words.say("texts-words")} }
            FileField {
                id: "texts",
                label: words.say("texts-file"),
                hint: words.say("rules-file-hint"),
                accept: ".json,.txt,application/json,text/plain",
                on_file: read,
                on_unreadable,
                most_bytes: FILE_LIMIT,
                on_too_large: move |()| on_look.call(Look::TooLarge),
                on_pick,
            }
            TextArea { id: "texts-text", label: words.say("rules-paste"), code: true, testid: "texts-text", on_input: move |text| typed.set(text) }
            Button { label: words.say("texts-look"), icon: IconName::Eye, testid: "texts-look", on_press: move |()| on_look.call(Look::Own(typed())) }
            if own {
                Button { label: words.say("texts-look-app"), look: ButtonLook::Plain, testid: "texts-look-app", on_press: move |()| on_look.call(Look::App) }
            }
        }
    }
}

/// What would hold, with its days and sources, and the button that makes it so.
#[component]
fn Preview(pack: LegalTexts, today: LocalDate, on_put: EventHandler<()>) -> Element {
    let words = use_words();
    let starts = if pack.valid_from > today {
        words.say_with(
            "texts-waits",
            [("day", full(&words, pack.valid_from).into())],
        )
    } else {
        words.say("texts-at-once")
    };
    rsx! {
        Section { title: words.say("texts-looked-at"), testid: "texts-preview",
            p { class: "strong", {which(&words, &pack)} }
            p { "{starts}" }
            if pack.is_stale(today) {
                Notice { tone: NoticeTone::Attention, testid: "texts-preview-stale", p { {words.say("consent-texts-stale")} } }
            }
            ul { class: "rows",
                for (place , one) in pack.texts.iter().enumerate() {
                    li { key: "{place}", class: "row", "data-testid": "texts-row", {row(&words, one)} }
                }
            }
            PutInForce { testid: "texts", sure: "texts-sure", unsure: "texts-sure-missing", put: "texts-put", on_put }
        }
    }
}

fn row(words: &Words, one: &LegalText) -> Element {
    let title = match one.id.as_str() {
        "notice" => words.say("texts-notice"),
        "scope" => words.say("texts-scope"),
        "revoking" => words.say("texts-revoking"),
        "passed_on" => words.say("texts-passed-on"),
        "refusing" => words.say("texts-refusing"),
        "exceptions" => words.say("texts-exceptions"),
        other => other.to_owned(),
    };
    let checked = if one.verified {
        "texts-checked"
    } else {
        "texts-unchecked"
    };
    let from = words.say_with("texts-from", [("day", full(words, one.valid_from).into())]);
    let source = [
        ("source", one.source.clone().into()),
        ("day", full(words, one.checked_on).into()),
    ];
    rsx! {
        div { class: "row-body",
            span { class: "row-title", "{title}" }
            p { lang: "en", "{one.text.en}" }
            p { lang: "es", "{one.text.es}" }
            span { class: "row-line", "{from}" }
            span { class: "row-line", {words.say_with(checked, source)} }
        }
    }
}

/// What is to be mended, and where.
fn fault_words(words: &Words, fault: &TextsError) -> String {
    let (key, id) = match fault {
        TextsError::TooLarge => ("texts-fault-large", ""),
        TextsError::OtherFormat(_) => ("texts-fault-format", ""),
        TextsError::NameMissing => ("texts-fault-name", ""),
        TextsError::ReviewTooEarly => ("texts-fault-review", ""),
        TextsError::TextMissing(id) => ("texts-fault-text", id.as_str()),
        TextsError::SourceMissing(id) => ("texts-fault-source", id.as_str()),
        TextsError::TextTooLong(id) => ("texts-fault-long", id.as_str()),
        TextsError::Twice(id) => ("texts-fault-twice", id.as_str()),
        TextsError::Malformed { line, column, why } => {
            let values = [
                ("line", line.to_string().into()),
                ("column", column.to_string().into()),
                ("why", why.clone().into()),
            ];
            return words.say_with("texts-fault-malformed", values);
        }
    };
    words.say_with(key, [("id", id.to_owned().into())])
}
