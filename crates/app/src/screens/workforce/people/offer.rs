use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{LearningTopic, Offer, OfferView, TrainingKind, WorkforceCommand};
use serde::{Deserialize, Serialize};

use super::{
    super::{order, topics::Topics},
    Asking,
};
use crate::{
    components::{FieldKind, FormDialog, SelectField, TextArea, TextField},
    forms::{Open, PageOrder, use_form, use_put_aside, use_sending},
    words::{use_words, workforce},
};

/// What is typed: the amounts as they stand in their fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    offer: Offer,
    hours: String,
    cost: String,
}

impl Typed {
    fn of(known: Option<&OfferView>) -> Self {
        let offer = known.map_or_else(
            || Offer {
                kind: TrainingKind::ContinuingEducation.code().to_owned(),
                name: String::new(),
                words: String::new(),
                minutes: 0,
                cents: 0,
                funder: String::new(),
                topics: Vec::new(),
            },
            |known| known.offer.clone(),
        );
        let some = |number: u32, text: String| if number > 0 { text } else { String::new() };
        let cost = workforce::money(offer.cents.into());
        Self {
            hours: some(offer.minutes, workforce::hours(offer.minutes)),
            cost: some(offer.cents, cost.trim_start_matches('$').to_owned()),
            offer,
        }
    }

    /// The training, or the key of what is wrong.
    fn read(self) -> Result<Offer, &'static str> {
        let mut offer = self.offer;
        if offer.name.trim().is_empty() {
            return Err("around-name-missing");
        }
        let read = |text: &str, read: fn(&str) -> Option<u32>| match text.trim() {
            "" => Some(0),
            text => read(text),
        };
        offer.minutes = read(&self.hours, workforce::minutes).ok_or("training-hours-wrong")?;
        offer.cents = read(&self.cost, workforce::cents).ok_or("training-cost-wrong")?;
        Ok(offer)
    }
}

/// A training that people can take, with what it costs and who pays.
#[component]
pub fn OfferForm(
    known: Option<Rc<OfferView>>,
    topics: Vec<LearningTopic>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let entry = known.as_ref().map(|known| known.id.clone());
    let draft = format!("offer:{}", entry.as_deref().unwrap_or("new"));
    let form = use_form(draft, || Typed::of(known.as_deref()));
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let draft = form.draft.clone();
    let submit = move |()| {
        let said = typed.peek().clone().read();
        sending.send(said.map(|offer| PageOrder {
            draft: Some(draft.clone()),
            ..order(WorkforceCommand::Offer {
                entry: entry.clone(),
                offer,
            })
        }));
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let Typed { offer, hours, cost } = typed.peek().clone();
    let now = typed.read().offer.clone();
    let kinds = workforce::training_kinds(&words);
    let title = if known.is_some() {
        "offer-change"
    } else {
        "offer-add"
    };
    rsx! {
        FormDialog { title: words.say(title), testid: "offer", problem, on_submit: submit, on_close: put_aside,
            TextField { id: "offer-name", label: words.say("offer-name"), initial: offer.name, testid: "offer-name", on_input: move |text| typed.write().offer.name = text }
            SelectField { id: "offer-kind", label: words.say("training-kind"), choices: kinds, chosen: now.kind, testid: "offer-kind", on_choose: move |kind| typed.write().offer.kind = kind }
            TextField { id: "offer-hours", label: words.say("training-hours-label"), kind: FieldKind::Decimal, initial: hours, testid: "offer-hours", on_input: move |text| typed.write().hours = text }
            TextField { id: "offer-cost", label: words.say("training-cost-label"), kind: FieldKind::Decimal, initial: cost, testid: "offer-cost", on_input: move |text| typed.write().cost = text }
            TextField { id: "offer-funder", label: words.say("offer-funder"), initial: offer.funder, testid: "offer-funder", on_input: move |text| typed.write().offer.funder = text }
            Topics { topics, chosen: now.topics, testid: "offer-topic", on_choose: move |topics| typed.write().offer.topics = topics }
            TextArea { id: "offer-words", label: words.say("offer-words"), hint: words.say("offer-words-hint"), initial: offer.words, testid: "offer-words", on_input: move |text| typed.write().offer.words = text }
        }
    }
}
