use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{LearningTopic, Offer, OfferView, TrainingKind, WorkforceCommand};

use super::{
    super::{order, topics::Topics},
    Asking,
};
use crate::{
    components::{FieldKind, FormDialog, SelectField, TextArea, TextField},
    forms::{Open, PageOrder},
    words::{use_words, workforce},
};

/// A training that people can take, with what it costs and who pays.
#[component]
pub fn OfferForm(
    known: Option<Rc<OfferView>>,
    topics: Vec<LearningTopic>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let before = known.as_ref().map(|known| known.offer.clone());
    let before = before.unwrap_or_else(|| Offer {
        kind: TrainingKind::ContinuingEducation.code().to_owned(),
        name: String::new(),
        words: String::new(),
        minutes: 0,
        cents: 0,
        funder: String::new(),
        topics: Vec::new(),
    });
    let some = |number: u32, text: String| if number > 0 { text } else { String::new() };
    let initial = before.clone();
    let cost = workforce::money(before.cents.into());
    let cost = some(before.cents, cost.trim_start_matches('$').to_owned());
    let hours = some(before.minutes, workforce::hours(before.minutes));
    let mut typed = use_signal(|| before);
    let mut amounts = use_signal(|| (hours.clone(), cost.clone()));
    let mut wrong = use_signal(|| None::<&'static str>);
    let entry = known.as_ref().map(|known| known.id.clone());
    let submit = move |()| {
        let mut offer = typed.peek().clone();
        if offer.name.trim().is_empty() {
            return wrong.set(Some("around-name-missing"));
        }
        let (hours, cost) = amounts.peek().clone();
        let read = |text: &str, read: fn(&str) -> Option<u32>| match text.trim() {
            "" => Some(0),
            text => read(text),
        };
        let Some(minutes) = read(&hours, workforce::minutes) else {
            return wrong.set(Some("training-hours-wrong"));
        };
        let Some(cents) = read(&cost, workforce::cents) else {
            return wrong.set(Some("training-cost-wrong"));
        };
        (offer.minutes, offer.cents) = (minutes, cents);
        wrong.set(None);
        on_order.call(order(WorkforceCommand::Offer {
            entry: entry.clone(),
            offer,
        }));
    };
    let problem = wrong()
        .map(|key| words.say(key))
        .or_else(|| (open.problem)());
    let kinds = workforce::training_kinds(&words);
    let title = if known.is_some() {
        "offer-change"
    } else {
        "offer-add"
    };
    rsx! {
        FormDialog { title: words.say(title), testid: "offer", problem, on_submit: submit, on_close: move |()| open.ask(None),
            TextField { id: "offer-name", label: words.say("training-name"), initial: initial.name.clone(), testid: "offer-name", on_input: move |text| typed.write().name = text }
            SelectField { id: "offer-kind", label: words.say("training-kind"), choices: kinds, chosen: typed.read().kind.clone(), testid: "offer-kind", on_choose: move |kind| typed.write().kind = kind }
            TextField { id: "offer-hours", label: words.say("training-hours-label"), kind: FieldKind::Decimal, initial: hours.clone(), testid: "offer-hours", on_input: move |text| amounts.write().0 = text }
            TextField { id: "offer-cost", label: words.say("training-cost-label"), kind: FieldKind::Decimal, initial: cost.clone(), testid: "offer-cost", on_input: move |text| amounts.write().1 = text }
            TextField { id: "offer-funder", label: words.say("training-funder"), initial: initial.funder.clone(), testid: "offer-funder", on_input: move |text| typed.write().funder = text }
            Topics { topics, chosen: typed.read().topics.clone(), testid: "offer-topic", on_choose: move |topics| typed.write().topics = topics }
            TextArea { id: "offer-words", label: words.say("offer-words"), hint: words.say("offer-words-hint"), initial: initial.words.clone(), testid: "offer-words", on_input: move |text| typed.write().words = text }
        }
    }
}
