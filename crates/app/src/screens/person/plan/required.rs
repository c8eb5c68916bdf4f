use chrono::NaiveDate;
use dioxus::prelude::*;
use handrail_engine::api::{
    Export, Language, PlanEntryView, PlanFacts, PlanView, Standing, consent::Information,
};

use super::{
    super::consents::{DisclosureNotice, Handed, covers},
    PlanPane, use_plan,
};
use crate::{
    ask::Load,
    components::{Back, Check, ChipRadio, Chips, Empty, IconName},
    engine_link::use_link,
    routes::LaterRoute,
    session::use_moment,
    words::{Words, dates, labels, language_tag, use_words},
};

/// A day that is nearer than these is said with its weekday instead of its year.
const SOON_DAYS: i64 = 180;

/// What is required of a participant, on one page to take along (S2-14). Nothing on it says which
/// agency it comes from, and no goal stands on it (S2-22).
#[component]
pub fn Required(participant: String) -> Element {
    let answer = use_plan(&participant);
    rsx! {
        PlanPane { participant, answer: answer(),
            if let Load::Ready(view) = answer() {
                Sheet { view }
            }
        }
    }
}

#[component]
fn Sheet(view: PlanView) -> Element {
    let words = use_words();
    let print = use_link().device.print;
    let (handed, covered) = (use_signal(|| false), use_signal(|| None));
    let today = use_moment().today();
    let mut language = use_signal(|| spoken(&view.language).unwrap_or(words.language()));
    let mut named = use_signal(|| false);
    let theirs = use_memo(move || Words::of(language()))();
    let first = view.name.split_whitespace().next().unwrap_or_default();
    let open: Vec<&PlanEntryView> = view
        .requirements
        .iter()
        .filter(|entry| entry.voided.is_none() && entry.standing == Standing::Open)
        .collect();
    let to_plan = LaterRoute::Plan {
        participant: view.participant.clone(),
    };
    rsx! {
        div { class: "page", "data-testid": "required",
            Back { on_press: move |()| { navigator().push(to_plan.clone()); } }
            div { class: "card stack not-printed",
                Chips { label: words.say("required-language"),
                    for choice in [Language::English, Language::Spanish] {
                        ChipRadio { key: "{choice:?}", group: "required-language", label: words.say(labels::language(choice)), chosen: language() == choice, testid: "required-{language_tag(choice)}", on_choose: move |()| language.set(choice) }
                    }
                }
                Check { label: words.say_with("required-name", [("name", first.to_owned().into())]), checked: named(), testid: "required-name", on_toggle: move |on| named.set(on) }
                if let Some(print) = print {
                    Handed { participant: view.participant.clone(), information: Information::Plan, export: Export::Requirements, to: String::new(), on_print: move |()| print(), handed, covered, testid: "required-print" }
                }
            }
            div { class: "card card-stack paper", lang: language_tag(language()), "data-testid": "required-paper",
                h1 { tabindex: "-1", {theirs.say("required-title")} }
                if named() {
                    p { class: "strong", {theirs.say_with("required-for", [("name", first.to_owned().into())])} }
                }
                p { {theirs.say("required-words")} }
                if open.is_empty() {
                    Empty { icon: IconName::Check, title: theirs.say("required-none") }
                }
                ol { class: "paper-list",
                    for entry in open {
                        li { key: "{entry.id}", class: "paper-line",
                            span { class: "paper-box", "aria-hidden": "true" }
                            div { class: "stack-tight",
                                p { class: "paper-words keep-lines", "{entry.words}" }
                                for line in lines(&theirs, today, entry) {
                                    p { class: "small", "{line}" }
                                }
                            }
                        }
                    }
                }
                if handed() {
                    DisclosureNotice { language: language() }
                    {covers(&theirs, covered().as_ref())}
                }
                p { class: "small soft", {theirs.say_with("required-as-of", [("day", dates::full_date(&theirs, today).into())])} }
            }
        }
    }
}

/// By when, and who asks.
fn lines(words: &Words, today: NaiveDate, entry: &PlanEntryView) -> Vec<String> {
    let PlanFacts::Requirement { source, due } = &entry.facts else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if let Some(day) = due.and_then(|due| due.to_string().parse::<NaiveDate>().ok()) {
        let is_soon = (day - today).num_days().abs() < SOON_DAYS;
        let say = if is_soon {
            dates::long_day
        } else {
            dates::full_date
        };
        let day = say(words, day);
        lines.push(words.say_with("plan-due", [("day", day.into())]));
    }
    if !source.is_empty() {
        lines.push(words.say_with("plan-from", [("source", source.clone().into())]));
    }
    lines
}

/// The language of the app that somebody speaks, as far as their details name it.
pub fn spoken(language: &str) -> Option<Language> {
    let language = language.trim().to_lowercase();
    if ["es", "span", "espa"]
        .iter()
        .any(|start| language.starts_with(start))
    {
        Some(Language::Spanish)
    } else if language.starts_with("en") || language.starts_with("ing") {
        Some(Language::English)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_14_the_page_speaks_the_participants_language_where_it_can() {
        for said in ["Spanish", "español", " ES "] {
            assert_eq!(spoken(said), Some(Language::Spanish), "{said}");
        }
        assert_eq!(spoken("English"), Some(Language::English));
        assert_eq!(spoken("inglés"), Some(Language::English));
        assert_eq!(spoken("Hmong"), None);
        assert_eq!(spoken(""), None);
    }
}
