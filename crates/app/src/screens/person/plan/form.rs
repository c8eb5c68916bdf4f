use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Area, Command, Dimension, Help, LocalDate, Origin, PlanCommand, PlanEntryView, PlanFacts,
    PlanField, PlanKind, Scope, Standing,
};
use serde::{Deserialize, Serialize};

use super::{super::pages::EntryTools, Asking};
use crate::{
    components::{
        ChipRadio, Chips, Dialog, FieldKind, FormEnd, Notice, TextArea, TextField, plain,
    },
    forms::{Open, PageOrder, changed, use_form, use_put_aside, use_sending},
    words::{plans, use_words},
};

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    words: String,
    dimension: Option<Dimension>,
    area: Option<Area>,
    origin: Origin,
    scope: Option<Scope>,
    source: String,
    due: String,
    help: Option<Help>,
    standing: Standing,
}

impl Typed {
    fn of(entry: Option<&PlanEntryView>) -> Self {
        let mut typed = Self {
            words: String::new(),
            dimension: None,
            area: None,
            origin: Origin::Own,
            scope: None,
            source: String::new(),
            due: String::new(),
            help: None,
            standing: Standing::Open,
        };
        let Some(entry) = entry else { return typed };
        typed.words.clone_from(&entry.words);
        typed.standing = entry.standing;
        let day = |due: Option<LocalDate>| due.map(|due| due.to_string()).unwrap_or_default();
        match &entry.facts {
            PlanFacts::Goal { area, origin } => {
                typed.dimension = Some(area.dimension());
                typed.area = Some(*area);
                typed.origin = *origin;
            }
            PlanFacts::Step { help, due, .. } => {
                typed.help = *help;
                typed.due = day(*due);
            }
            PlanFacts::Barrier { scope } => typed.scope = Some(*scope),
            PlanFacts::Requirement { source, due } => {
                typed.source.clone_from(source);
                typed.due = day(*due);
            }
        }
        typed
    }

    /// What the fields of a kind say, or the key of what is missing.
    fn fields(&self, kind: PlanKind) -> Result<Vec<PlanField>, &'static str> {
        let words = self.words.trim();
        if words.is_empty() {
            return Err("invalid-words");
        }
        let mut fields = vec![
            PlanField::Words(words.to_owned()),
            PlanField::Standing(self.standing),
        ];
        let due = match self.due.trim() {
            "" => None,
            day => Some(LocalDate::parse(day).map_err(|_| "invalid-date")?),
        };
        match kind {
            PlanKind::Goal => {
                fields.push(PlanField::Area(self.area.ok_or("plan-area-missing")?));
                fields.push(PlanField::Origin(self.origin));
            }
            PlanKind::Step => {
                fields.push(PlanField::Help(self.help));
                fields.push(PlanField::Due(due));
            }
            PlanKind::Barrier => {
                fields.push(PlanField::Scope(self.scope.ok_or("plan-scope-missing")?));
            }
            PlanKind::Requirement => {
                fields.push(PlanField::Source(self.source.trim().to_owned()));
                fields.push(PlanField::Due(due));
            }
        }
        Ok(fields)
    }
}

/// Adds an entry or changes one; only what differs from what stood there is written.
#[component]
pub fn EntryForm(
    participant: String,
    kind: PlanKind,
    goal: Option<String>,
    entry: Option<Rc<PlanEntryView>>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let is_about = entry.as_ref().map_or_else(
        || format!("{kind:?}:{}", goal.as_deref().unwrap_or("new")),
        |entry| entry.id.clone(),
    );
    let form = use_form(format!("plan:{participant}:{is_about}"), || {
        Typed::of(entry.as_deref())
    });
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let (before, draft) = (form.before.clone(), form.draft.clone());
    let (label, hint) = plans::words_of(kind);
    let is_new = entry.is_none();
    let id = entry.as_ref().map(|entry| entry.id.clone());
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let said = typed.peek().fields(kind).map(|fields| {
            let participant = participant.clone();
            let command = match id.clone() {
                None => PlanCommand::Add {
                    participant,
                    kind,
                    goal: goal.clone(),
                    fields,
                },
                Some(entry) => PlanCommand::Change {
                    participant,
                    entry,
                    changes: changed(fields, &before.fields(kind).unwrap_or_default())?,
                },
            };
            let ends = matches!(&command, PlanCommand::Change { changes, .. } if changes.contains(&PlanField::Standing(Standing::Done)));
            let mut order = PageOrder::from(Command::Plan(command));
            order.draft = Some(draft.clone());
            if ends {
                order.said = plans::celebration(kind);
            }
            Some(order)
        });
        sending.send_changes(said, open);
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = Rc::new(typed.peek().clone());
    rsx! {
        Dialog { title: words.say(plans::form(kind, is_new)), testid: "plan-form", on_close: put_aside,
            form { class: "stack", onsubmit: submit,
                TextArea { id: "plan-words", label: words.say(label), hint: words.say(hint), initial: initial.words.clone(), testid: "plan-words", on_input: move |text| typed.write().words = text }
                Special { kind, initial, typed }
                if !is_new {
                    Chips { label: words.say("plan-standing"),
                        for standing in kind.standings().iter().copied() {
                            ChipRadio { key: "{standing:?}", group: "plan-standing", label: words.say(plans::standing(kind, standing)), chosen: typed.read().standing == standing, testid: "standing-{plain(standing.code())}", on_choose: move |()| typed.write().standing = standing }
                        }
                    }
                }
                FormEnd { problem, testid: "plan", on_close: put_aside }
            }
            if let Some(entry) = entry {
                EntryTools {
                    testid: "plan",
                    on_history: {
                        let id = entry.id.clone();
                        move |()| open.ask(Some(Asking::History(id.clone())))
                    },
                    on_void: move |()| open.ask(Some(Asking::Void(entry.id.clone()))),
                }
            }
        }
    }
}

/// The fields that only entries of this kind have.
#[component]
fn Special(kind: PlanKind, initial: Rc<Typed>, typed: Signal<Typed>) -> Element {
    let words = use_words();
    let now = typed();
    let due = rsx! {
        TextField { id: "plan-due", label: words.say("plan-due-label"), kind: FieldKind::Date, initial: initial.due.clone(), testid: "plan-due", on_input: move |text| typed.write().due = text }
    };
    match kind {
        PlanKind::Goal => rsx! {
            Chips { label: words.say("plan-dimension"),
                for dimension in Dimension::ALL.iter().copied() {
                    ChipRadio {
                        key: "{dimension:?}",
                        group: "plan-dimension",
                        label: words.say(plans::dimension(dimension)),
                        chosen: now.dimension == Some(dimension),
                        testid: "dimension-{dimension.code()}",
                        on_choose: move |()| {
                            let mut typed = typed.write();
                            typed.dimension = Some(dimension);
                            typed.area = None;
                        },
                    }
                }
            }
            if let Some(dimension) = now.dimension {
                Chips { label: words.say("plan-area"),
                    for area in Area::ALL.iter().copied().filter(|area| area.dimension() == dimension) {
                        ChipRadio { key: "{area:?}", group: "plan-area", label: words.say(plans::area(area)), chosen: now.area == Some(area), testid: "area-{plain(area.code())}", on_choose: move |()| typed.write().area = Some(area) }
                    }
                }
            }
            Chips { label: words.say("plan-origin"),
                for origin in Origin::ALL.iter().copied() {
                    ChipRadio { key: "{origin:?}", group: "plan-origin", label: words.say(plans::origin(origin)), chosen: now.origin == origin, testid: "origin-{plain(origin.code())}", on_choose: move |()| typed.write().origin = origin }
                }
            }
            if now.origin == Origin::CourtOrdered {
                Notice { testid: "plan-court", p { {words.say("plan-court-words")} } }
            }
        },
        PlanKind::Step => rsx! {
            Chips { label: words.say("plan-help"),
                ChipRadio { group: "plan-help", label: words.say("plan-help-none"), chosen: now.help.is_none(), testid: "help-none", on_choose: move |()| typed.write().help = None }
                for help in Help::ALL.iter().copied() {
                    ChipRadio { key: "{help:?}", group: "plan-help", label: words.say(plans::help(help)), chosen: now.help == Some(help), testid: "help-{help.code()}", on_choose: move |()| typed.write().help = Some(help) }
                }
            }
            {due}
        },
        PlanKind::Barrier => rsx! {
            Chips { label: words.say("plan-scope"),
                for scope in Scope::ALL.iter().copied() {
                    ChipRadio { key: "{scope:?}", group: "plan-scope", label: words.say(plans::scope(scope)), chosen: now.scope == Some(scope), testid: "scope-{scope.code()}", on_choose: move |()| typed.write().scope = Some(scope) }
                }
            }
        },
        PlanKind::Requirement => rsx! {
            TextField { id: "plan-source", label: words.say("plan-source"), hint: words.say("plan-source-hint"), initial: initial.source.clone(), testid: "plan-source", on_input: move |text| typed.write().source = text }
            {due}
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_needs_words_and_an_area_and_a_barrier_says_where_it_is() {
        let mut typed = Typed::of(None);
        assert_eq!(typed.fields(PlanKind::Goal), Err("invalid-words"));
        typed.words = " Work again ".to_owned();
        assert_eq!(typed.fields(PlanKind::Goal), Err("plan-area-missing"));
        assert_eq!(typed.fields(PlanKind::Barrier), Err("plan-scope-missing"));
        typed.area = Some(Area::Employment);
        let fields = typed.fields(PlanKind::Goal).unwrap_or_default();
        assert!(fields.contains(&PlanField::Words("Work again".to_owned())));
        assert!(fields.iter().all(|field| PlanKind::Goal.takes(field)));
        typed.due = "tomorrow".to_owned();
        assert_eq!(typed.fields(PlanKind::Requirement), Err("invalid-date"));
    }
}
