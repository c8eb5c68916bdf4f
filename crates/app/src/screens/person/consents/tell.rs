use std::collections::BTreeSet;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, ConsentsView, LocalDate, Telling, TellingGround,
    Timestamp,
    consent::{ConsentState, Emergency, Information, Purpose, Side, Way},
};
use serde::{Deserialize, Serialize};

use super::{Asking, OnOrder};
use crate::{
    components::{ChipCheck, Chips, FieldKind, FormDialog, SelectField, TextField},
    forms::{Open, PageOrder, use_form, use_put_aside, use_sending},
    session::use_moment,
    words::{consents as said, dates::Moment, use_words},
};

/// Why something may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They agreed.
    Agreed,
    /// A medical emergency.
    Emergency,
    /// A report that the law asks for.
    ChildReport,
}

/// What is typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    recipient: String,
    side: Side,
    purpose: Purpose,
    information: BTreeSet<Information>,
    words: String,
    way: Way,
    day: String,
    discloser: String,
    time: String,
    nature: String,
}

impl Typed {
    fn of(why: Why, view: &ConsentsView, moment: &Moment) -> Self {
        let (side, purpose) = match why {
            Why::Agreed | Why::Emergency => (Side::Provider, Purpose::Treatment),
            Why::ChildReport => (Side::ChildWelfare, Purpose::Other),
        };
        let information = match why {
            Why::Agreed | Why::Emergency => BTreeSet::new(),
            Why::ChildReport => BTreeSet::from([Information::Report]),
        };
        Self {
            recipient: String::new(),
            side,
            purpose,
            information,
            words: String::new(),
            way: Way::Told,
            day: view.today.to_string(),
            discloser: view.own_name.clone(),
            time: match why {
                Why::Emergency => moment.clock_now(),
                // Nobody writes the hour of what is told now.
                Why::Agreed | Why::ChildReport => String::new(),
            },
            nature: String::new(),
        }
    }

    /// What is told.
    ///
    /// # Errors
    /// The key of what is wrong: a day that is none or has not come, or an hour that is none.
    fn telling(
        &self,
        why: Why,
        today: LocalDate,
        moment: &Moment,
    ) -> Result<Telling, &'static str> {
        let on = LocalDate::parse(&self.day).ok().filter(|on| *on <= today);
        let on = on.ok_or("invalid-date")?;
        let at = moment.instant_of(&self.day, &self.time);
        let has_hour = why == Why::Agreed && !self.time.trim().is_empty();
        if has_hour && at.is_none() {
            return Err("invalid-time");
        }
        Ok(Telling {
            at: at.filter(|_| has_hour).map(Timestamp::from_millis),
            ground: match why {
                Why::Agreed => TellingGround::Consent,
                Why::ChildReport => TellingGround::ChildReport,
                Why::Emergency => TellingGround::Emergency(Emergency {
                    personnel: self.recipient.clone(),
                    discloser: self.discloser.clone(),
                    at: at.map(Timestamp::from_millis),
                    nature: self.nature.clone(),
                }),
            },
            recipient: self.recipient.clone(),
            side: self.side,
            purpose: self.purpose,
            information: self.information.clone(),
            words: self.words.clone(),
            way: self.way,
            on,
        })
    }
}

/// To whom, what and for what; refused with its reason where nothing covers it.
#[component]
pub fn TellDialog(view: ConsentsView, why: Why, open: Open<Asking>, on_order: OnOrder) -> Element {
    let words = use_words();
    let moment = use_moment();
    let today = view.today;
    let participant = view.participant.clone();
    let form = use_form(format!("tell:{why:?}:{participant}"), || {
        Typed::of(why, &view, &moment)
    });
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let draft = form.draft.clone();
    let submit = move |()| {
        let telling = typed.peek().telling(why, today, &moment);
        let said = telling.map(|telling| {
            let is_past = telling.on < today || telling.at.is_some();
            let command = ConsentCommand::Disclose {
                participant: participant.clone(),
                telling: Box::new(telling),
            };
            PageOrder {
                draft: Some(draft.clone()),
                said: if is_past { "tell-noted" } else { "tell-saved" },
                ..Command::Coaching(CoachingCommand::Consent(command)).into()
            }
        });
        sending.send(said);
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let now = typed.read().clone();
    let (title, about) = match why {
        Why::Agreed => ("tell-agreed", "tell-agreed-words"),
        Why::Emergency => ("tell-emergency", "tell-emergency-words"),
        Why::ChildReport => ("tell-report", "tell-report-words"),
    };
    let known: BTreeSet<String> = view
        .consents
        .iter()
        .filter(|one| one.state == ConsentState::Valid && why == Why::Agreed)
        .flat_map(|one| one.consent.form.recipients.iter().map(|to| to.name.clone()))
        .collect();
    let sides = Side::ALL
        .iter()
        .map(|one| (one.code().to_owned(), words.say(said::side(*one))));
    let purposes = Purpose::ALL
        .iter()
        .map(|one| (one.code().to_owned(), words.say(said::purpose(*one))));
    let ways = [Way::Told, Way::Paper, Way::File];
    let ways = ways
        .iter()
        .map(|one| (one.code().to_owned(), words.say(said::way(*one))));
    let offered = Information::ALL
        .iter()
        .copied()
        .filter(|one| *one != Information::Report);
    let whom = if why == Why::Emergency {
        "consent-emergency-personnel"
    } else {
        "tell-whom"
    };
    rsx! {
        FormDialog { title: words.say(title), testid: "tell", problem, on_submit: submit, on_close: put_aside,
            p { class: "soft", {words.say(about)} }
            TextField { id: "tell-whom", label: words.say(whom), initial: initial.recipient, suggestions: known.into_iter().collect::<Vec<_>>(), testid: "tell-whom", on_input: move |text| typed.write().recipient = text }
            if why == Why::Agreed {
                SelectField { id: "tell-side", label: words.say("tell-side"), choices: sides.collect::<Vec<_>>(), chosen: now.side.code(), testid: "tell-side", on_choose: move |code: String| typed.write().side = Side::from_code(&code).unwrap_or(Side::Other) }
                SelectField { id: "tell-purpose", label: words.say("tell-purpose"), choices: purposes.collect::<Vec<_>>(), chosen: now.purpose.code(), testid: "tell-purpose", on_choose: move |code: String| typed.write().purpose = Purpose::from_code(&code).unwrap_or(Purpose::Other) }
            }
            if why == Why::Emergency {
                TextField { id: "tell-discloser", label: words.say("consent-emergency-discloser"), initial: initial.discloser, testid: "tell-discloser", on_input: move |text| typed.write().discloser = text }
                TextField { id: "tell-nature", label: words.say("consent-emergency-nature"), initial: initial.nature, testid: "tell-nature", on_input: move |text| typed.write().nature = text }
            }
            if why != Why::ChildReport {
                Chips { label: words.say("tell-what"),
                    for one in offered {
                        ChipCheck { key: "{one:?}", label: words.say(said::information(one)), chosen: now.information.contains(&one), testid: "tell-what-{one.code()}", on_toggle: move |on| {
                            let mut typed = typed.write();
                            if on { typed.information.insert(one); } else { typed.information.remove(&one); }
                        } }
                    }
                }
                TextField { id: "tell-words", label: words.say("tell-in-short"), initial: initial.words, testid: "tell-words", on_input: move |text| typed.write().words = text }
            }
            SelectField { id: "tell-way", label: words.say("tell-way"), choices: ways.collect::<Vec<_>>(), chosen: now.way.code(), testid: "tell-way", on_choose: move |code: String| typed.write().way = Way::from_code(&code).unwrap_or(Way::Told) }
            TextField { id: "tell-day", label: words.say("tell-day"), kind: FieldKind::Date, initial: initial.day, testid: "tell-day", on_input: move |text| typed.write().day = text }
            if why == Why::Agreed {
                TextField { id: "tell-time", label: words.say("tell-time"), hint: words.say("tell-time-hint"), kind: FieldKind::Time, initial: initial.time.clone(), testid: "tell-time", on_input: move |text| typed.write().time = text }
            }
            if why == Why::Emergency {
                TextField { id: "tell-time", label: words.say("consent-emergency-at"), kind: FieldKind::Time, initial: initial.time, testid: "tell-time", on_input: move |text| typed.write().time = text }
            }
        }
    }
}
