use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    LocalDate, Person, Training, TrainingKind, TrainingPageView, TrainingView, WorkforceCommand,
};
use serde::{Deserialize, Serialize};

use super::{
    super::{order, topics::Topics},
    Asking,
};
use crate::{
    components::{FieldKind, FormDialog, SelectField, TextField},
    forms::{Open, PageOrder, use_form, use_put_aside, use_sending},
    words::{use_words, workforce},
};

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    kind: String,
    name: String,
    on: String,
    hours: String,
    topics: Vec<String>,
    until: String,
    number: String,
    cost: String,
    funder: String,
    cohort: String,
    program: String,
}

impl Typed {
    fn of(known: Option<&Training>, today: LocalDate) -> Self {
        let day = |day: Option<LocalDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let Some(known) = known else {
            return Self {
                kind: TrainingKind::RecoveryCoachAcademy.code().to_owned(),
                name: String::new(),
                on: today.to_string(),
                hours: String::new(),
                topics: Vec::new(),
                until: String::new(),
                number: String::new(),
                cost: String::new(),
                funder: String::new(),
                cohort: String::new(),
                program: String::new(),
            };
        };
        let some = |number: u32, text: String| if number > 0 { text } else { String::new() };
        let cost = workforce::money(known.cents.into());
        Self {
            kind: known.kind.clone(),
            name: known.name.clone(),
            on: known.on.to_string(),
            hours: some(known.minutes, workforce::hours(known.minutes)),
            topics: known.topics.clone(),
            until: day(known.until),
            number: known.number.clone(),
            cost: some(known.cents, cost.trim_start_matches('$').to_owned()),
            funder: known.funder.clone(),
            cohort: known.cohort.clone(),
            program: known.program.clone(),
        }
    }

    /// What the fields say, or the key of what is to be mended.
    fn training(&self, person: Person, today: LocalDate) -> Result<Training, &'static str> {
        let day = |text: &str| LocalDate::parse(text).map_err(|_| "invalid-date");
        let number = |text: &str, read: fn(&str) -> Option<u32>, wrong| match text.trim() {
            "" => Ok(0),
            text => read(text).ok_or(wrong),
        };
        let on = day(&self.on)?;
        let needs_name = [TrainingKind::Own, TrainingKind::ContinuingEducation];
        if needs_name.iter().any(|kind| kind.code() == self.kind) && self.name.trim().is_empty() {
            return Err("training-name-missing");
        }
        if on > today {
            return Err("training-not-yet");
        }
        let text = |text: &String| text.trim().to_owned();
        Ok(Training {
            person,
            kind: self.kind.clone(),
            name: text(&self.name),
            on,
            minutes: number(&self.hours, workforce::minutes, "training-hours-wrong")?,
            topics: self.topics.clone(),
            until: match self.until.trim() {
                "" => None,
                until => Some(day(until)?),
            },
            number: text(&self.number),
            cents: number(&self.cost, workforce::cents, "training-cost-wrong")?,
            funder: text(&self.funder),
            cohort: text(&self.cohort),
            program: self.program.clone(),
        })
    }
}

/// Writes down a training, or corrects one.
#[component]
pub fn TrainingForm(
    view: TrainingPageView,
    known: Option<Rc<TrainingView>>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let (person, today) = (view.person, view.today);
    let entry = known.as_ref().map(|known| known.id.clone());
    let draft = format!(
        "training:{}:{}",
        view.member.as_deref().unwrap_or(&view.name),
        entry.as_deref().unwrap_or("new")
    );
    let form = use_form(draft, || {
        Typed::of(known.as_deref().map(|known| &known.training), today)
    });
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let draft = form.draft.clone();
    let about = known.as_ref().map_or(person, |known| known.training.person);
    let submit = move |()| {
        let said = typed.peek().training(about, today);
        sending.send(said.map(|training| PageOrder {
            draft: Some(draft.clone()),
            ..order(WorkforceCommand::Training {
                entry: entry.clone(),
                training,
            })
        }));
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let kinds = workforce::training_kinds(&words);
    let none = (String::new(), words.say("training-program-none"));
    let programs: Vec<(String, String)> = std::iter::once(none).chain(view.programs).collect();
    let title = if known.is_some() {
        "training-change"
    } else {
        "training-add"
    };
    rsx! {
        FormDialog { title: words.say(title), testid: "training", problem, on_submit: submit, on_close: put_aside,
            SelectField { id: "training-kind", label: words.say("training-kind"), choices: kinds, chosen: typed.read().kind.clone(), testid: "training-kind", on_choose: move |kind| typed.write().kind = kind }
            TextField { id: "training-name", label: words.say("training-name"), hint: words.say("training-name-hint"), initial: initial.name.clone(), testid: "training-name", on_input: move |text| typed.write().name = text }
            TextField { id: "training-on", label: words.say("training-completed-on"), kind: FieldKind::Date, initial: initial.on.clone(), testid: "training-on", on_input: move |text| typed.write().on = text }
            TextField { id: "training-hours", label: words.say("training-hours-label"), kind: FieldKind::Decimal, initial: initial.hours.clone(), testid: "training-hours", on_input: move |text| typed.write().hours = text }
            Topics { topics: view.topics, chosen: typed.read().topics.clone(), testid: "topic", on_choose: move |topics| typed.write().topics = topics }
            TextField { id: "training-until", label: words.say("training-until"), hint: words.say("training-until-hint"), kind: FieldKind::Date, initial: initial.until.clone(), testid: "training-until", on_input: move |text| typed.write().until = text }
            TextField { id: "training-number", label: words.say("training-number"), initial: initial.number.clone(), testid: "training-number", on_input: move |text| typed.write().number = text }
            TextField { id: "training-cost", label: words.say("training-cost-label"), kind: FieldKind::Decimal, initial: initial.cost.clone(), testid: "training-cost", on_input: move |text| typed.write().cost = text }
            TextField { id: "training-funder", label: words.say("training-funder"), initial: initial.funder.clone(), suggestions: view.funders, testid: "training-funder", on_input: move |text| typed.write().funder = text }
            TextField { id: "training-cohort", label: words.say("training-cohort"), hint: words.say("training-cohort-hint"), initial: initial.cohort.clone(), suggestions: view.cohorts, testid: "training-cohort", on_input: move |text| typed.write().cohort = text }
            if programs.len() > 1 {
                SelectField { id: "training-program", label: words.say("training-program"), choices: programs, chosen: typed.read().program.clone(), testid: "training-program", on_choose: move |program| typed.write().program = program }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use super::*;

    #[test]
    fn s4_2_a_training_says_what_was_typed_and_what_is_wrong_with_it() {
        let today = LocalDate::parse("2026-11-21").unwrap();
        let person = Person::Listed("01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap());
        let mut typed = Typed::of(None, today);
        typed.hours = "30".to_owned();
        typed.cost = "850".to_owned();
        let said = typed.training(person, today).unwrap();
        assert_eq!((said.minutes, said.cents, said.on), (1800, 85_000, today));
        // What stands there comes back as it was.
        assert_eq!(
            Typed::of(Some(&said), today).training(person, today),
            Ok(said)
        );
        let wrong = |change: fn(&mut Typed)| {
            let mut typed = Typed::of(None, today);
            change(&mut typed);
            typed.training(person, today).unwrap_err()
        };
        assert_eq!(
            wrong(|typed| typed.kind = "own".to_owned()),
            "training-name-missing"
        );
        assert_eq!(
            wrong(|typed| typed.on = "2026-11-22".to_owned()),
            "training-not-yet"
        );
        assert_eq!(wrong(|typed| typed.on.clear()), "invalid-date");
        assert_eq!(
            wrong(|typed| typed.hours = "x".to_owned()),
            "training-hours-wrong"
        );
        assert_eq!(
            wrong(|typed| typed.cost = "12.345".to_owned()),
            "training-cost-wrong"
        );
    }
}
