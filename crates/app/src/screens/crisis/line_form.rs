//! One line of the agency's crisis card: who answers, what to dial, where that comes from and when
//! somebody made sure of it (S0-29).

use dioxus::prelude::*;
use handrail_domain::LocalDate;
use handrail_domain::crisis::{CrisisEntry, LocalText, TextLine};
use serde::{Deserialize, Serialize};

use super::edit::{Asking, Typed, empty_line};
use crate::{
    components::{FieldKind, FormDialog, TextArea, TextField},
    forms::{Open, use_form, use_put_aside},
    words::use_words,
};

/// Fewest and most digits that can be dialed.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

/// What is typed of one line; a pair is English and Spanish.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Line {
    name: (String, String),
    about: (String, String),
    call: String,
    text: String,
    chat: String,
    prompts: (String, String),
    source: String,
    checked: String,
}

impl Line {
    fn of(entry: &CrisisEntry) -> Self {
        let both = |text: &LocalText| (text.en.clone(), text.es.clone());
        let lines = |of: fn(&LocalText) -> &String| {
            let all: Vec<&str> = entry.prompts.iter().map(|one| of(one).as_str()).collect();
            all.join("\n")
        };
        let shown = entry.call_shown.clone().or_else(|| entry.call.clone());
        let text = entry.text.as_ref().map(|text| text.to.clone());
        let checked = entry.checked_on.map(|day| day.to_string());
        Self {
            name: both(&entry.name),
            about: both(&entry.about),
            call: shown.unwrap_or_default(),
            text: text.unwrap_or_default(),
            chat: entry.chat.clone().unwrap_or_default(),
            prompts: (lines(|one| &one.en), lines(|one| &one.es)),
            source: entry.source.clone(),
            checked: checked.unwrap_or_default(),
        }
    }

    /// The line, over what stood there, or the key of what is missing.
    fn entry(&self, before: &CrisisEntry, today: LocalDate) -> Result<CrisisEntry, &'static str> {
        let both = |(en, es): &(String, String)| {
            let (en, es) = (en.trim().to_owned(), es.trim().to_owned());
            let whole = !en.is_empty() && !es.is_empty();
            whole.then_some(LocalText { en, es })
        };
        let call = digits(&self.call)?;
        let to = digits(&self.text)?;
        if call.is_none() && to.is_none() {
            return Err("crisis-line-number-missing");
        }
        let chat = self.chat.trim();
        if !chat.is_empty() && !chat.starts_with("https://") {
            return Err("crisis-line-chat-wrong");
        }
        let source = self.source.trim().to_owned();
        if source.is_empty() {
            return Err("crisis-line-source-missing");
        }
        let checked_on = match self.checked.trim() {
            "" => None,
            day => Some(LocalDate::parse(day).map_err(|_| "invalid-date")?),
        };
        if checked_on.is_some_and(|day| day > today) {
            return Err("resource-not-yet");
        }
        let body = before.text.as_ref().and_then(|text| text.body.clone());
        Ok(CrisisEntry {
            id: before.id.clone(),
            name: both(&self.name).ok_or("crisis-line-both-missing")?,
            about: both(&self.about).ok_or("crisis-line-both-missing")?,
            call_shown: call.is_some().then(|| self.call.trim().to_owned()),
            call,
            text: to.map(|to| TextLine { to, body }),
            chat: (!chat.is_empty()).then(|| chat.to_owned()),
            prompts: prompts(&self.prompts)?,
            area: before.area,
            verified: checked_on.is_some(),
            checked_on,
            source,
            keep: false,
        })
    }
}

/// The digits of a number, if one is written.
fn digits(typed: &str) -> Result<Option<String>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let fits = |letter: char| letter.is_ascii_digit() || " ()-.+".contains(letter);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if typed.chars().all(fits) && DIGITS.contains(&digits.len()) {
        Ok(Some(digits))
    } else {
        Err("crisis-line-number-wrong")
    }
}

/// One prompt on each line, the same ones in both languages.
fn prompts((en, es): &(String, String)) -> Result<Vec<LocalText>, &'static str> {
    let lines = |text: &str| -> Vec<String> {
        let all = text.lines().map(str::trim);
        let written = all.filter(|line| !line.is_empty());
        written.map(str::to_owned).collect()
    };
    let (en, es) = (lines(en), lines(es));
    if en.len() != es.len() {
        return Err("crisis-line-both-missing");
    }
    let pairs = en.into_iter().zip(es);
    Ok(pairs.map(|(en, es)| LocalText { en, es }).collect())
}

/// Adds a line or changes one; the card is written with all its lines at once.
#[component]
pub(super) fn LineForm(
    place: Option<usize>,
    typed: Signal<Typed>,
    today: LocalDate,
    open: Open<Asking>,
) -> Element {
    let words = use_words();
    let mut typed = typed;
    let before = {
        let card = typed.peek();
        let known = place.and_then(|place| card.entries.get(place).cloned());
        known.unwrap_or_else(|| empty_line(card.fresh_id()))
    };
    let form = use_form(format!("crisis-line:{}", before.id), || Line::of(&before));
    let mut line = form.typed;
    let put_aside = use_put_aside(&form, open);
    let mut missing = use_signal(|| None::<&'static str>);
    let submit = move |()| {
        let entry = match line.peek().entry(&before, today) {
            Ok(entry) => entry,
            Err(key) => return missing.set(Some(key)),
        };
        {
            let mut card = typed.write();
            match place.and_then(|place| card.entries.get_mut(place)) {
                Some(known) => *known = entry,
                None => card.entries.push(entry),
            }
        }
        put_aside.call(());
    };
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = line.peek().clone();
    let title = if place.is_some() {
        "crisis-line-change"
    } else {
        "crisis-line-add"
    };
    rsx! {
        FormDialog { title: words.say(title), testid: "crisis-line", problem: missing().map(|key| words.say(key)), on_submit: submit, on_close: put_aside,
            TextField { id: "crisis-name-en", label: words.say("crisis-line-name-en"), initial: initial.name.0.clone(), testid: "crisis-name-en", on_input: move |text| line.write().name.0 = text }
            TextField { id: "crisis-name-es", label: words.say("crisis-line-name-es"), initial: initial.name.1.clone(), testid: "crisis-name-es", on_input: move |text| line.write().name.1 = text }
            TextArea { id: "crisis-about-en", label: words.say("crisis-line-about-en"), initial: initial.about.0.clone(), testid: "crisis-about-en", on_input: move |text| line.write().about.0 = text }
            TextArea { id: "crisis-about-es", label: words.say("crisis-line-about-es"), initial: initial.about.1.clone(), testid: "crisis-about-es", on_input: move |text| line.write().about.1 = text }
            TextField { id: "crisis-number", label: words.say("crisis-line-call"), hint: words.say("crisis-line-call-hint"), kind: FieldKind::Phone, initial: initial.call.clone(), testid: "crisis-number", on_input: move |text| line.write().call = text }
            TextField { id: "crisis-text", label: words.say("crisis-line-text"), kind: FieldKind::Phone, initial: initial.text.clone(), testid: "crisis-text", on_input: move |text| line.write().text = text }
            TextField { id: "crisis-chat", label: words.say("crisis-line-chat"), initial: initial.chat.clone(), testid: "crisis-chat", on_input: move |text| line.write().chat = text }
            TextArea { id: "crisis-prompts-en", label: words.say("crisis-line-prompts-en"), hint: words.say("crisis-line-prompts-hint"), initial: initial.prompts.0.clone(), testid: "crisis-prompts-en", on_input: move |text| line.write().prompts.0 = text }
            TextArea { id: "crisis-prompts-es", label: words.say("crisis-line-prompts-es"), initial: initial.prompts.1.clone(), testid: "crisis-prompts-es", on_input: move |text| line.write().prompts.1 = text }
            TextField { id: "crisis-from", label: words.say("crisis-line-source"), hint: words.say("crisis-line-source-hint"), initial: initial.source.clone(), testid: "crisis-from", on_input: move |text| line.write().source = text }
            TextField { id: "crisis-checked", label: words.say("crisis-line-checked"), hint: words.say("crisis-line-checked-hint"), kind: FieldKind::Date, initial: initial.checked.clone(), testid: "crisis-checked", on_input: move |text| line.write().checked = text }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Line {
        let both = |text: &str| (text.to_owned(), format!("{text} (es)"));
        Line {
            name: both("County line"),
            about: both("Day and night."),
            call: "(608) 555-0100".to_owned(),
            source: "County website".to_owned(),
            checked: "2026-05-01".to_owned(),
            ..Line::default()
        }
    }

    fn entry(line: &Line) -> Result<CrisisEntry, &'static str> {
        let today = LocalDate::parse("2026-05-04").unwrap();
        line.entry(&empty_line("line-1".to_owned()), today)
    }

    #[test]
    fn s0_29_a_line_has_a_number_a_source_both_languages_and_a_day_that_has_come() {
        let whole = entry(&typed()).unwrap();
        assert_eq!(whole.call.as_deref(), Some("6085550100"));
        assert_eq!(whole.call_shown.as_deref(), Some("(608) 555-0100"));
        assert!(whole.verified);
        let with = |change: fn(&mut Line)| {
            let mut line = typed();
            change(&mut line);
            entry(&line)
        };
        #[allow(clippy::type_complexity, reason = "a change and what is said of it")]
        let faults: [(fn(&mut Line), &str); 7] = [
            (|line| line.call.clear(), "crisis-line-number-missing"),
            (
                |line| line.call = "call us".into(),
                "crisis-line-number-wrong",
            ),
            (|line| line.name.1.clear(), "crisis-line-both-missing"),
            (
                |line| line.source = " ".into(),
                "crisis-line-source-missing",
            ),
            (
                |line| line.checked = "2026-05-05".into(),
                "resource-not-yet",
            ),
            (
                |line| line.chat = "http://x".into(),
                "crisis-line-chat-wrong",
            ),
            (
                |line| line.prompts.0 = "Veterans: press 1".into(),
                "crisis-line-both-missing",
            ),
        ];
        for (change, missing) in faults {
            assert_eq!(with(change), Err(missing));
        }
        // What nobody made sure of says so on the card.
        assert!(!with(|line| line.checked.clear()).unwrap().verified);
        // Opened again, it is as it was.
        assert_eq!(Line::of(&whole).entry(&whole, LocalDate::LAST), Ok(whole));
    }
}
