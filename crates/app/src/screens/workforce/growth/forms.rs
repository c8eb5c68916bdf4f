//! The small forms of a person's growth.

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Availability, CertificationAt, CertificationStage, Goal, GrowthCommand, GrowthGoalView,
    GrowthView, LeadRole, LeadRoleView, LocalDate, PairView, Pairing, Person,
};
use serde::{Deserialize, Serialize};

use super::{Asking, ON_THE_WAY, grow, stage_key};
use crate::{
    components::{
        Check, ChipRadio, Chips, FieldKind, FormDialog, SelectField, TextArea, TextField,
    },
    forms::{Open, PageOrder, use_form, use_put_aside, use_sending},
    words::{use_words, workforce},
};

/// A day that was typed; `None` for none, an error for what is no day.
fn day(text: &str) -> Result<Option<LocalDate>, &'static str> {
    match text.trim() {
        "" => Ok(None),
        text => LocalDate::parse(text).map(Some).map_err(|_| "invalid-date"),
    }
}

/// Whether somebody can be asked to work, and when.
#[component]
pub fn AvailabilityForm(
    view: GrowthView,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let sending = use_sending(open, on_order);
    let Person::Member(member) = view.person else {
        return rsx! {};
    };
    let before = view.availability.unwrap_or(Availability {
        member,
        available: true,
        hours: 0,
        words: String::new(),
    });
    let hours_before = if before.hours > 0 {
        before.hours.to_string()
    } else {
        String::new()
    };
    let words_before = before.words.clone();
    let mut typed = use_signal(|| before);
    let mut hours = use_signal(|| hours_before.clone());
    let submit = move |()| {
        let mut said = typed.peek().clone();
        let number = match hours.peek().trim() {
            "" => Ok(0),
            text => text.parse::<u8>().map_err(|_| "training-hours-wrong"),
        };
        sending.send(number.map(|hours| {
            said.hours = hours;
            grow(GrowthCommand::Available(said))
        }));
    };
    rsx! {
        FormDialog { title: words.say("availability-change"), testid: "availability", problem: sending.shown(&words), on_submit: submit, on_close: move |()| open.ask(None),
            Check { label: words.say("availability-can"), checked: typed.read().available, testid: "availability-can", on_toggle: move |on| typed.write().available = on }
            TextField { id: "availability-hours", label: words.say("availability-hours-label"), kind: FieldKind::Decimal, initial: hours_before.clone(), testid: "availability-hours", on_input: move |text| hours.set(text) }
            TextArea { id: "availability-words", label: words.say("availability-when"), hint: words.say("availability-when-hint"), initial: words_before.clone(), testid: "availability-words", on_input: move |text| typed.write().words = text }
        }
    }
}

/// Where somebody is on the way to a certificate.
#[component]
pub fn StageForm(
    view: GrowthView,
    known: Option<CertificationAt>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let sending = use_sending(open, on_order);
    let fixed = known.is_some();
    let before = known.unwrap_or_else(|| CertificationAt {
        person: view.person,
        kind: ON_THE_WAY
            .first()
            .map(|kind| kind.code().to_owned())
            .unwrap_or_default(),
        stage: CertificationStage::Interested.code().to_owned(),
        since: view.today,
    });
    let mut typed = use_signal(|| before);
    let mut since = use_signal(|| view.today.to_string());
    let initial = since.peek().clone();
    let submit = move |()| {
        let said = day(&since.peek()).and_then(|day| day.ok_or("invalid-date"));
        sending.send(said.map(|since| {
            grow(GrowthCommand::Stage(CertificationAt {
                since,
                ..typed.peek().clone()
            }))
        }));
    };
    let kinds: Vec<(String, String)> = ON_THE_WAY
        .iter()
        .map(|kind| {
            (
                kind.code().to_owned(),
                words.say(workforce::training_kind(*kind)),
            )
        })
        .collect();
    let stages: Vec<(String, String)> = CertificationStage::ALL
        .iter()
        .map(|stage| (stage.code().to_owned(), words.say(stage_key(*stage))))
        .collect();
    rsx! {
        FormDialog { title: words.say("stage-add"), testid: "stage", problem: sending.shown(&words), on_submit: submit, on_close: move |()| open.ask(None),
            if !fixed {
                Chips { label: words.say("stage-kind"),
                    for (kind , label) in kinds {
                        ChipRadio { key: "{kind}", group: "stage-kind", label, chosen: typed.read().kind == kind, testid: "stage-kind", on_choose: move |()| typed.write().kind.clone_from(&kind) }
                    }
                }
            }
            SelectField { id: "stage-stage", label: words.say("stage-label"), choices: stages, chosen: typed.read().stage.clone(), testid: "stage-stage", on_choose: move |stage| typed.write().stage = stage }
            TextField { id: "stage-since", label: words.say("stage-since"), kind: FieldKind::Date, initial, testid: "stage-since", on_input: move |text| since.set(text) }
        }
    }
}

/// A mentor for a coach.
#[component]
pub fn PairForm(
    view: GrowthView,
    known: Option<Rc<PairView>>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let sending = use_sending(open, on_order);
    let Person::Member(coach) = view.person else {
        return rsx! {};
    };
    let pairing = known.as_ref().map(|known| known.pairing.clone());
    let text = |day: Option<LocalDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mentor_before = pairing.as_ref().map(|pair| pair.mentor.to_string());
    let every_before = pairing
        .as_ref()
        .map_or(14, |pair| pair.every_days)
        .to_string();
    let from_before = pairing
        .as_ref()
        .map_or(view.today, |pair| pair.from)
        .to_string();
    let until_before = text(pairing.as_ref().and_then(|pair| pair.until));
    let coach = pairing.as_ref().map_or(coach, |pair| pair.coach);
    let mut mentor = use_signal(|| mentor_before.unwrap_or_default());
    let mut every = use_signal(|| every_before.clone());
    let mut from = use_signal(|| from_before.clone());
    let mut until = use_signal(|| until_before.clone());
    let entry = known.as_ref().map(|known| known.id.clone());
    let submit = move |()| {
        let said = || -> Result<GrowthCommand, &'static str> {
            let pairing = Pairing {
                mentor: mentor.peek().parse().map_err(|_| "pair-mentor-missing")?,
                coach,
                from: day(&from.peek())?.ok_or("invalid-date")?,
                until: day(&until.peek())?,
                every_days: match every.peek().trim() {
                    "" => 0,
                    text => text.parse().map_err(|_| "pair-every-wrong")?,
                },
            };
            let entry = entry.clone();
            Ok(GrowthCommand::Pair { entry, pairing })
        };
        sending.send(said().map(grow));
    };
    let mut mentors = vec![(String::new(), words.say("pair-choose"))];
    mentors.extend(view.mentors.clone());
    rsx! {
        FormDialog { title: words.say("pair-add"), testid: "pair", problem: sending.shown(&words), on_submit: submit, on_close: move |()| open.ask(None),
            SelectField { id: "pair-mentor", label: words.say("pair-mentor"), choices: mentors, chosen: mentor(), testid: "pair-mentor", on_choose: move |id| mentor.set(id) }
            TextField { id: "pair-every", label: words.say("pair-every"), kind: FieldKind::Code, initial: every_before.clone(), testid: "pair-every", on_input: move |text| every.set(text) }
            TextField { id: "pair-from", label: words.say("from-day"), kind: FieldKind::Date, initial: from_before.clone(), testid: "pair-from", on_input: move |text| from.set(text) }
            TextField { id: "pair-until", label: words.say("except-until"), kind: FieldKind::Date, initial: until_before.clone(), testid: "pair-until", on_input: move |text| until.set(text) }
        }
    }
}

/// That the two of a pair talked, and no word of what was said.
#[component]
pub fn TalkForm(
    view: GrowthView,
    pair: String,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let sending = use_sending(open, on_order);
    let today = view.today.to_string();
    let mut on = use_signal(|| today.clone());
    let mut minutes = use_signal(|| "30".to_owned());
    let submit = move |()| {
        let said = || -> Result<GrowthCommand, &'static str> {
            Ok(GrowthCommand::Talk {
                pair: pair.clone(),
                on: day(&on.peek())?.ok_or("invalid-date")?,
                minutes: minutes
                    .peek()
                    .trim()
                    .parse()
                    .map_err(|_| "invalid-minutes")?,
            })
        };
        sending.send(said().map(grow));
    };
    rsx! {
        FormDialog { title: words.say("pair-talked"), testid: "talk", problem: sending.shown(&words), on_submit: submit, on_close: move |()| open.ask(None),
            p { {words.say("talk-words")} }
            TextField { id: "talk-on", label: words.say("talk-on"), kind: FieldKind::Date, initial: today.clone(), testid: "talk-on", on_input: move |text| on.set(text) }
            TextField { id: "talk-minutes", label: words.say("talk-minutes"), kind: FieldKind::Code, initial: "30", testid: "talk-minutes", on_input: move |text| minutes.set(text) }
        }
    }
}

/// Something that somebody leads.
#[component]
pub fn LeadForm(
    view: GrowthView,
    known: Option<Rc<LeadRoleView>>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let sending = use_sending(open, on_order);
    let Person::Member(member) = view.person else {
        return rsx! {};
    };
    let role = known.as_ref().map(|known| known.role.clone());
    let what_before = role
        .as_ref()
        .map(|role| role.words.clone())
        .unwrap_or_default();
    let from_before = role
        .as_ref()
        .map_or(view.today, |role| role.from)
        .to_string();
    let until_before = role.and_then(|role| role.until).map(|day| day.to_string());
    let until_before = until_before.unwrap_or_default();
    let mut what = use_signal(|| what_before.clone());
    let mut from = use_signal(|| from_before.clone());
    let mut until = use_signal(|| until_before.clone());
    let entry = known.as_ref().map(|known| known.id.clone());
    let submit = move |()| {
        let said = || -> Result<GrowthCommand, &'static str> {
            let words = what.peek().trim().to_owned();
            if words.is_empty() {
                return Err("lead-missing");
            }
            let role = LeadRole {
                member,
                words,
                from: day(&from.peek())?.ok_or("invalid-date")?,
                until: day(&until.peek())?,
            };
            let entry = entry.clone();
            Ok(GrowthCommand::LeadRole { entry, role })
        };
        sending.send(said().map(grow));
    };
    rsx! {
        FormDialog { title: words.say("lead-add"), testid: "lead", problem: sending.shown(&words), on_submit: submit, on_close: move |()| open.ask(None),
            TextField { id: "lead-what", label: words.say("lead-what"), hint: words.say("lead-what-hint"), initial: what_before.clone(), testid: "lead-what", on_input: move |text| what.set(text) }
            TextField { id: "lead-from", label: words.say("from-day"), kind: FieldKind::Date, initial: from_before.clone(), testid: "lead-from", on_input: move |text| from.set(text) }
            TextField { id: "lead-until", label: words.say("except-until"), kind: FieldKind::Date, initial: until_before.clone(), testid: "lead-until", on_input: move |text| until.set(text) }
        }
    }
}

/// What is typed of a goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct TypedGoal {
    words: String,
    help: String,
    by: String,
}

/// A goal of somebody's growth.
#[component]
pub fn GoalForm(
    view: GrowthView,
    known: Option<Rc<GrowthGoalView>>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let sending = use_sending(open, on_order);
    let Person::Member(member) = view.person else {
        return rsx! {};
    };
    let entry = known.as_ref().map(|known| known.id.clone());
    let draft = format!("growth-goal:{}", entry.as_deref().unwrap_or("new"));
    let stands = known.as_ref().map(|known| known.goal.clone());
    let form = use_form(format!("{draft}:{member}"), || {
        let text = |of: fn(&Goal) -> &String| stands.as_ref().map(of).cloned().unwrap_or_default();
        let by = stands.as_ref().and_then(|goal| goal.by);
        TypedGoal {
            words: text(|goal| &goal.words),
            help: text(|goal| &goal.help),
            by: by.map(|day| day.to_string()).unwrap_or_default(),
        }
    });
    let mut typed = form.typed;
    let put_aside = use_put_aside(&form, open);
    let draft = form.draft.clone();
    let submit = move |()| {
        let now = typed.peek().clone();
        if now.words.trim().is_empty() {
            return sending.send(Err("growth-goal-missing"));
        }
        let by = match day(&now.by) {
            Ok(by) => by,
            Err(key) => return sending.send(Err(key)),
        };
        let goal = Goal {
            member,
            words: now.words,
            help: now.help,
            by,
            reached: stands.as_ref().and_then(|goal| goal.reached),
        };
        let entry = entry.clone();
        sending.send(Ok(PageOrder {
            draft: Some(draft.clone()),
            ..grow(GrowthCommand::Goal { entry, goal })
        }));
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    rsx! {
        FormDialog { title: words.say("growth-goal-add"), testid: "growth-goal", problem, on_submit: submit, on_close: put_aside,
            TextArea { id: "growth-goal-words", label: words.say("growth-goal-words"), initial: initial.words.clone(), testid: "growth-goal-words", on_input: move |text| typed.write().words = text }
            TextArea { id: "growth-goal-help", label: words.say("growth-goal-help"), initial: initial.help.clone(), testid: "growth-goal-help", on_input: move |text| typed.write().help = text }
            TextField { id: "growth-goal-by", label: words.say("growth-goal-by"), kind: FieldKind::Date, initial: initial.by.clone(), testid: "growth-goal-by", on_input: move |text| typed.write().by = text }
        }
    }
}
