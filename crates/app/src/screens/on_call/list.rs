use dioxus::prelude::*;
use handrail_engine::api::{
    OnCallCommand, OnCallView, RotaView, SoughtView,
    on_call::{ChangeKind, Person, Shift, ShiftChange},
};

use super::{
    command,
    offer::OfferDialog,
    row::ReachPerson,
    swaps::{SwapDialog, swap_list},
    use_on_call,
};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Empty, FieldKind, FormDialog, Go, Icon, IconName, Mark,
        MarkTone, Notice, NoticeTone, Page, Section, SelectField, TextField,
    },
    forms::{Open, PageOrder, use_dialogs},
    routes::{LaterRoute, Route},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        on_call as said, use_words,
    },
};

/// Shifts of a rota that are shown.
const SHOWN: usize = 28;

/// How a shift comes to somebody else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Way {
    /// Somebody takes it.
    Takes,
    /// For one of theirs.
    Swaps,
    /// Somebody is asked to take it.
    Offers,
}

/// A shift that somebody takes over.
#[derive(Debug, Clone, PartialEq)]
pub struct Taking {
    /// ULID of the rota's first version.
    pub rota: String,
    pub shift: Shift,
    /// Whose it is.
    pub who: Person,
    pub way: Way,
}

impl Taking {
    /// The rota that the shift is of.
    pub fn rota_in<'a>(&self, view: &'a OnCallView) -> Option<&'a RotaView> {
        let mut rotas = view.rotas.iter();
        rotas.find(|one| one.head.root.to_string() == self.rota)
    }
}

/// Who is on call now and in the next days.
#[component]
pub fn OnCall() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_on_call();
    let (open, on_order) = use_dialogs::<Taking>();
    let back = move |()| {
        navigator().push(Route::More {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Content { view: view.clone(), moment, open, on_order, back }
                    if let Some(taking) = (open.asking)() {
                        match taking.way {
                            Way::Takes => rsx! { TakeDialog { view, taking, open, on_order } },
                            Way::Swaps => rsx! { SwapDialog { view, taking, open, on_order } },
                            Way::Offers => rsx! { OfferDialog { view, taking, open, on_order } },
                        }
                    }
                },
                other => rsx! { Absent { title: words.say("on-call-title"), page: "on-call", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Content(
    view: OnCallView,
    moment: Moment,
    open: Open<Taking>,
    on_order: EventHandler<PageOrder>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let name = |rota| {
        let found = view.rotas.iter().find(|one| one.head.root == rota);
        found
            .map(|one| one.head.rota.name.clone())
            .unwrap_or_default()
    };
    let until = dates::full_date(&words, moment.local(view.looked_until).0);
    let new = LaterRoute::RotaEdit {
        rota: "new".to_owned(),
    };
    rsx! {
        Page { title: words.say("on-call-title"), testid: "on-call", back,
            p { class: "soft", {words.say("on-call-words")} }
            if view.may_plan {
                Go { to: new, class: "button button-main", testid: "rota-add",
                    Icon { name: IconName::Plus }
                    span { {words.say("rota-add")} }
                }
            }
            for rota in &view.rotas {
                {now_card(&words, &moment, rota)}
            }
            if view.rotas.is_empty() {
                Empty { icon: IconName::Phone, title: words.say("on-call-empty"), words: words.say("on-call-empty-words") }
            } else if view.gaps.is_empty() {
                Notice { tone: NoticeTone::Good, testid: "on-call-no-gap", p { {words.say_with("on-call-no-gap", [("day", until.into())])} } }
            } else {
                Section { title: words.say("on-call-gaps-title"), testid: "on-call-gap-list",
                    ul { class: "rows",
                        for gap in &view.gaps {
                            li { key: "{gap.rota}{gap.start.millis()}", class: "row", "data-testid": "on-call-gap",
                                Icon { name: IconName::Attention }
                                div { class: "row-body",
                                    span { class: "row-title", {said::span(&words, &moment, gap.start.millis(), gap.end.millis())} }
                                    span { class: "row-line", "{name(gap.rota)}" }
                                    span { class: "row-line", {said::gap(&words, gap)} }
                                }
                            }
                        }
                    }
                }
            }
            {swap_list(&words, &moment, &view, on_order)}
            for rota in &view.rotas {
                {rota_section(&words, &moment, &view, rota, open, on_order)}
            }
            if !view.sought.is_empty() {
                Section { title: words.say("on-call-sought"), testid: "on-call-sought",
                    ul { class: "rows",
                        for one in &view.sought {
                            {sought(&words, &moment, one)}
                        }
                    }
                }
            }
        }
    }
}

/// Who is on call on a rota now and how to reach them: what is looked for first.
fn now_card(words: &Words, moment: &Moment, rota: &RotaView) -> Element {
    let now: Vec<String> = rota.now.people.iter().map(|one| one.name.clone()).collect();
    let until = rota
        .now
        .until
        .map(|at| dates::day_and_time(words, moment, at.millis()));
    rsx! {
        div { key: "{rota.head.id}", class: "card card-stack", "data-testid": "rota-now",
            div {
                p { class: "soft", "{rota.head.rota.name}" }
                if now.is_empty() {
                    p { class: "strong", {words.say("on-call-nobody-now")} }
                } else {
                    p { class: "strong", {words.say_with("on-call-now", [("names", now.join(", ").into())])} }
                }
                if let Some(until) = until {
                    p { class: "soft", {words.say_with("cover-until", [("when", until.into())])} }
                }
            }
            for person in &rota.now.people {
                {reach(words, person)}
            }
            if !rota.now.fallback.is_empty() {
                p { class: "soft", {words.say("on-call-next")} }
                for person in &rota.now.fallback {
                    {reach(words, person)}
                }
            }
        }
    }
}

fn reach(words: &Words, person: &Person) -> Element {
    rsx! {
        div { key: "{person.key()}", class: "stack-tight",
            span { "{person.name}, " {words.say(said::discipline(person.discipline))} }
            ReachPerson { person: person.clone(), counts: false, main: false }
        }
    }
}

fn rota_section(
    words: &Words,
    moment: &Moment,
    view: &OnCallView,
    rota: &RotaView,
    open: Open<Taking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let head = &rota.head;
    let edit = LaterRoute::RotaEdit {
        rota: head.id.to_string(),
    };
    rsx! {
        Section { key: "{head.id}", title: head.rota.name.clone(), testid: "rota",
            p { class: "soft", {words.say(said::kind(head.rota.kind))} }
            if head.disagrees {
                Notice { tone: NoticeTone::Attention, testid: "rota-disagrees", p { {words.say("rota-disagrees")} } }
            }
            ol { class: "rows",
                for (index , shift) in rota.shifts.iter().take(SHOWN).enumerate() {
                    {shift_row(words, moment, view, rota, (index, shift), (open, on_order))}
                }
            }
            if view.may_plan {
                Go { to: edit, class: "button button-quiet", testid: "rota-change",
                    Icon { name: IconName::Edit }
                    span { {words.say("rota-change")} }
                }
            }
        }
    }
}

fn shift_row(
    words: &Words,
    moment: &Moment,
    view: &OnCallView,
    rota: &RotaView,
    (index, shift): (usize, &Shift),
    (open, on_order): (Open<Taking>, EventHandler<PageOrder>),
) -> Element {
    let root = rota.head.root.to_string();
    let own = view.own.key();
    let of = |one: &&ShiftChange| one.is_of(&rota.head, shift);
    let changes: Vec<ShiftChange> = rota.changes.iter().filter(of).cloned().collect();
    // What somebody took is not free any more; of another hour than the plan has now nobody takes it.
    let is_taken =
        |one: &&ShiftChange| matches!(one.kind, ChangeKind::Taken(_)) && one.at == shift.at;
    let taken = changes.iter().filter(is_taken);
    let taken: Vec<String> = taken.map(|one| one.who.clone()).collect();
    let tools: Vec<(Person, bool)> = shift
        .people
        .iter()
        .map(|person| (person.clone(), true))
        .chain(shift.away.iter().map(|person| (person.clone(), false)))
        .collect();
    rsx! {
        li { key: "{shift.on}{shift.at}{index}", class: "row plan-entry", "data-testid": "shift",
            div { class: "row-body",
                span { class: "row-title", {said::span(words, moment, shift.start.millis(), shift.end.millis())} }
                if shift.people.is_empty() {
                    Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say("on-call-gap-nobody") }
                }
                for (person , is_on) in tools {
                    div { key: "{person.key()}",
                        if is_on {
                            p { "{person.name}" }
                        } else {
                            p { class: "wrap", Mark { words: words.say_with("shift-away", [("name", person.name.clone().into())]) } }
                        }
                        span { class: "entry-tools",
                            if is_on && (view.may_plan || person.key() == own) {
                                Button { label: words.say("shift-cannot"), spoken: words.say_with("shift-cannot-of", [("name", person.name.clone().into())]), look: ButtonLook::Quiet, testid: "shift-cannot", on_press: {
                                    let (rota, on, at, who) = (root.clone(), shift.on, shift.at, person.key());
                                    move |()| on_order.call(command(OnCallCommand::Change { rota: rota.clone(), on, at, who: who.clone(), by: None }).into())
                                } }
                            }
                            if is_on && (view.may_plan || person.key() == own) {
                                Button { label: words.say("shift-swap"), spoken: words.say_with("shift-swap-of", [("name", person.name.clone().into())]), look: ButtonLook::Quiet, testid: "shift-swap", on_press: {
                                    let taking = Taking { rota: root.clone(), shift: shift.clone(), who: person.clone(), way: Way::Swaps };
                                    move |()| open.ask(Some(taking.clone()))
                                } }
                            }
                            if is_on && person.key() == own {
                                Button { label: words.say("shift-ask"), spoken: words.say("shift-ask-of"), look: ButtonLook::Quiet, testid: "shift-ask", on_press: {
                                    let taking = Taking { rota: root.clone(), shift: shift.clone(), who: person.clone(), way: Way::Offers };
                                    move |()| open.ask(Some(taking.clone()))
                                } }
                            }
                            if view.may_plan || !is_on && !taken.contains(&person.key()) {
                                Button { label: words.say("shift-take"), spoken: words.say_with("shift-take-of", [("name", person.name.clone().into())]), look: ButtonLook::Quiet, testid: "shift-take", on_press: {
                                    let taking = Taking { rota: root.clone(), shift: shift.clone(), who: person.clone(), way: Way::Takes };
                                    move |()| open.ask(Some(taking.clone()))
                                } }
                            }
                        }
                    }
                }
                for change in changes {
                    div { key: "{change.id}",
                        if let Some(line) = change_line(words, &change).filter(|_| change.at == shift.at) {
                            p { class: "row-line", "{line}" }
                        }
                        if rota.undoable.contains(&change.id) {
                            span { class: "entry-tools",
                                Button { label: words.say("shift-back"), look: ButtonLook::Quiet, testid: "shift-back", on_press: {
                                    let change = change.id.to_string();
                                    move |()| on_order.call(command(OnCallCommand::TakeBack { change: change.clone() }).into())
                                } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Who has the shift by a change; nothing where nobody does.
fn change_line(words: &Words, change: &ShiftChange) -> Option<String> {
    let (key, by) = match &change.kind {
        ChangeKind::Away => return None,
        ChangeKind::Taken(by) => ("shift-taken", by),
        ChangeKind::Swapped(by) => ("shift-swapped", by),
        ChangeKind::Given(by) => ("shift-given", by),
    };
    Some(words.say_with(key, [("name", by.name.clone().into())]))
}

fn sought(words: &Words, moment: &Moment, one: &SoughtView) -> Element {
    let at = dates::day_and_time(words, moment, one.at);
    rsx! {
        li { key: "{one.id}", class: "row", "data-testid": "sought",
            div { class: "row-body",
                span { class: "row-title", {words.say_with("sought-line", [("by", one.by.clone().into()), ("who", one.who.clone().into())])} }
                span { class: "row-line", {dates::alone(at)} }
                match one.minutes {
                    Some(minutes) => rsx! { Mark { tone: MarkTone::Good, words: words.say_with("sought-answered", [("count", minutes.into())]) } },
                    None => rsx! { Mark { tone: MarkTone::Attention, words: words.say("sought-open") } },
                }
            }
        }
    }
}

/// Who takes a shift: oneself, or for whoever plans somebody of the rota.
#[component]
fn TakeDialog(
    view: OnCallView,
    taking: Taking,
    open: Open<Taking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let own = view.own.clone();
    let rota = taking.rota_in(&view);
    let mut people: Vec<Person> = vec![own.clone()];
    if view.may_plan {
        let others = rota.iter().flat_map(|one| &one.head.rota.people);
        people.extend(
            others
                .filter(|one| one.key() != own.key() && one.key() != taking.who.key())
                .cloned(),
        );
    }
    let choices: Vec<(String, String)> = people
        .iter()
        .map(|one| (one.key(), one.name.clone()))
        .collect();
    let mut chosen = use_signal(|| own.key());
    let mut phone = use_signal(|| own.phone.clone());
    let submit = move |()| {
        let Some(mut by) = people.iter().find(|one| one.key() == chosen()).cloned() else {
            return;
        };
        if by.key() == own.key() {
            by.phone.clone_from(&phone.peek());
        }
        on_order.call(
            command(OnCallCommand::Change {
                rota: taking.rota.clone(),
                on: taking.shift.on,
                at: taking.shift.at,
                who: taking.who.key(),
                by: Some(by),
            })
            .into(),
        );
    };
    let is_own = chosen() == view.own.key();
    rsx! {
        FormDialog { title: words.say("shift-take"), testid: "shift", problem: (open.problem)(), on_submit: submit, on_close: move |()| open.ask(None),
            if choices.len() > 1 {
                SelectField { id: "shift-by", label: words.say("shift-by"), choices, chosen: chosen(), testid: "shift-by", on_choose: move |key| chosen.set(key) }
            }
            if is_own {
                TextField { id: "shift-phone", label: words.say("rota-phone"), kind: FieldKind::Phone, initial: view.own.phone.clone(), testid: "shift-phone", on_input: move |text| phone.set(text) }
            }
        }
    }
}
