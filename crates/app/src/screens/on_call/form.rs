//! A rota is planned: who is on it, when, and in which turns.

use dioxus::prelude::*;
use handrail_engine::api::{
    EngineError, OnCallCommand, OnCallView, Zone,
    on_call::{Discipline, MOST_PEOPLE, MOST_TURNS, RotaKind, Rotate},
};

use super::{
    command,
    typed::{Typed, TypedHours, TypedTurn},
    use_on_call,
};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Check, ChipCheck, Chips, FieldKind, IconName, Notice,
        NoticeTone, Page, Section, SelectField, Stepper, TextField,
    },
    forms::{use_form, use_page_form},
    routes::LaterRoute,
    screens::groups::group_words,
    session::use_moment,
    words::{Words, dates, on_call as said, use_words},
};

/// Most people of one profession who can be needed at once.
const MOST_NEEDED: u32 = 20;

/// A new rota, or another version of one.
#[component]
pub fn RotaEdit(rota: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_on_call();
    let back = move |()| {
        navigator().push(LaterRoute::OnCall {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => {
                    let known = view.rotas.iter().find(|one| one.head.id.to_string() == rota);
                    let known = known.map(|one| one.head.rota_of_those_here());
                    if !view.may_plan || known.is_none() && rota != "new" {
                        rsx! { Absent { title: words.say("rota-form"), page: "rota-form", why: EngineError::NotFound, back } }
                    } else {
                        let first = known.as_ref().map_or_else(|| Typed::new(&moment), Typed::of);
                        rsx! { Begun { view, rota: rota.clone(), first, is_new: known.is_none(), back } }
                    }
                }
                other => rsx! { Absent { title: words.say("rota-form"), page: "rota-form", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Begun(
    view: OnCallView,
    rota: String,
    first: Typed,
    is_new: bool,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let form = use_form(format!("rota:{rota}"), || first);
    let typed = form.typed;
    let (mut problem, on_order) = use_page_form(form.discard, back);
    let save = move |()| {
        let whole = typed.peek().rota();
        let rota_said = match whole {
            Ok(whole) => whole,
            Err(fault) => return problem.set(Some(words.say(said::fault(fault)))),
        };
        on_order.call(command(OnCallCommand::Keep {
            replaces: (!is_new).then(|| rota.clone()),
            rota: Box::new(rota_said),
        }));
    };
    if !(form.ready)() {
        return rsx! {};
    }
    rsx! {
        Fields { view, typed, problem: problem(), on_save: save, back }
    }
}

#[component]
fn Fields(
    view: OnCallView,
    typed: Signal<Typed>,
    problem: Option<String>,
    on_save: EventHandler<()>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = typed;
    let mut adding = use_signal(String::new);
    // Fields keep what was typed into them: after somebody was taken out they begin anew.
    let mut round = use_signal(|| 0_u32);
    let initial = use_hook(|| typed.peek().clone());
    let now = typed.read().clone();
    let kinds = RotaKind::ALL.iter();
    let kinds = kinds.map(|one| (one.code().to_owned(), words.say(said::kind(*one))));
    let zones = Zone::ALL.iter();
    let zones = zones.map(|one| (one.code().to_owned(), words.say(group_words::zone(*one))));
    let mut members = vec![(String::new(), words.say("rota-person-other"))];
    let is_on = |id: &str| now.people.iter().any(|one| one.key() == id);
    let free = view.members.iter().filter(|one| !is_on(&one.member));
    members.extend(free.map(|one| (one.member.clone(), one.name.clone())));
    let names: Vec<String> = now.people.iter().map(|one| one.name.clone()).collect();
    rsx! {
        Page { title: words.say("rota-form"), testid: "rota-form", back,
            form { class: "stack", onsubmit: move |event| { event.prevent_default(); on_save.call(()); },
                TextField { id: "rota-name", label: words.say("rota-name"), initial: initial.name, testid: "rota-name", on_input: move |text| typed.write().name = text }
                SelectField { id: "rota-kind", label: words.say("rota-kind"), choices: kinds.collect::<Vec<_>>(), chosen: now.kind.code(), testid: "rota-kind", on_choose: move |code: String| typed.write().kind = RotaKind::from_code(&code).unwrap_or(RotaKind::Coaches) }
                SelectField { id: "rota-zone", label: words.say("rota-zone"), choices: zones.collect::<Vec<_>>(), chosen: now.zone.code(), testid: "rota-zone", on_choose: move |code: String| typed.write().zone = Zone::from_code(&code).unwrap_or(Zone::Central) }
                TextField { id: "rota-from", label: words.say("rota-from"), kind: FieldKind::Date, initial: initial.from, testid: "rota-from", on_input: move |text| typed.write().from = text }
                TextField { id: "rota-until", label: words.say("rota-until"), hint: words.say("rota-until-hint"), kind: FieldKind::Date, initial: initial.until, testid: "rota-until", on_input: move |text| typed.write().until = text }
                Section { title: words.say("rota-people"), testid: "rota-people",
                    p { class: "soft", {words.say("rota-people-words")} }
                    for place in 0..now.people.len() {
                        Somebody { key: "{round}-{place}", typed, place, on_remove: move |()| {
                            typed.write().remove(place);
                            round += 1;
                        } }
                    }
                    if now.people.len() < MOST_PEOPLE {
                        SelectField { id: "rota-adding", label: words.say("rota-person-which"), choices: members, chosen: adding(), testid: "rota-adding", on_choose: move |member| adding.set(member) }
                        Button { label: words.say("rota-person-add"), icon: IconName::Plus, testid: "rota-person-add", on_press: move |()| {
                            typed.write().add(&adding.peek(), &view);
                            adding.set(String::new());
                        } }
                    }
                }
                Section { title: words.say("rota-turns"), testid: "rota-turns",
                    for place in 0..now.turns.len() {
                        OneTurn { key: "{round}-{place}", typed, place, names: names.clone(), on_remove: move |()| {
                            if place < typed.peek().turns.len() {
                                typed.write().turns.remove(place);
                            }
                            round += 1;
                        } }
                    }
                    if now.turns.len() < MOST_TURNS {
                        Button { label: words.say("rota-turn-add"), icon: IconName::Plus, testid: "rota-turn-add", on_press: move |()| typed.write().turns.push(TypedTurn::new("08:00", "20:00")) }
                    }
                }
                Section { title: words.say("rota-meant"), testid: "rota-meant",
                    p { class: "soft", {words.say("rota-meant-words")} }
                    Check { label: words.say("rota-always"), checked: now.meant.is_none(), testid: "rota-always", on_toggle: move |on: bool| {
                        let some = typed.peek().turns.first().map(|turn| turn.hours.clone());
                        typed.write().meant = if on { None } else { some };
                        round += 1;
                    } }
                    if let Some(hours) = now.meant.clone() {
                        HoursFields { key: "{round}", name: "meant", hours, on_change: move |hours| typed.write().meant = Some(hours) }
                    }
                    Chips { label: words.say("rota-needs"),
                        for one in Discipline::ALL.iter().copied() {
                            ChipCheck { key: "{one:?}", label: words.say(said::discipline(one)), chosen: now.needed.iter().any(|(of, _)| *of == one), testid: "rota-need-{one.code()}", on_toggle: move |on| {
                                let mut typed = typed.write();
                                typed.needed.retain(|(of, _)| *of != one);
                                if on { typed.needed.push((one, 1)); }
                            } }
                        }
                    }
                    for (one , count) in now.needed.clone() {
                        Stepper { key: "{one:?}", id: "rota-count-{one.code()}", label: words.say_with("rota-count", [("who", words.say(said::discipline(one)).into())]), value: u32::from(count), step: 1, most: MOST_NEEDED, testid: "rota-count-{one.code()}", on_change: move |count: u32| {
                            let count = u8::try_from(count.clamp(1, MOST_NEEDED)).unwrap_or(1);
                            let mut typed = typed.write();
                            for known in typed.needed.iter_mut().filter(|(of, _)| *of == one) {
                                known.1 = count;
                            }
                        } }
                    }
                    People { label: words.say("rota-fallback"), names: names.clone(), chosen: now.fallback.clone(), testid: "rota-fallback", on_change: move |all| typed.write().fallback = all }
                }
                if let Some(problem) = problem {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
                }
                Button { label: words.say("save"), look: ButtonLook::Main, wide: true, large: true, submit: true, testid: "rota-save" }
            }
        }
    }
}

/// Somebody on the rota.
#[component]
fn Somebody(typed: Signal<Typed>, place: usize, on_remove: EventHandler<()>) -> Element {
    let words = use_words();
    let mut typed = typed;
    let first = use_hook(|| typed.peek().people.get(place).cloned());
    let Some(first) = first else {
        return rsx! {};
    };
    let now = typed.read().people.get(place).cloned();
    let discipline = now.map_or(Discipline::Other, |one| one.discipline);
    let disciplines = Discipline::ALL.iter();
    let disciplines =
        disciplines.map(|one| (one.code().to_owned(), words.say(said::discipline(*one))));
    rsx! {
        div { class: "card card-stack", "data-testid": "rota-person",
            if first.member.is_some() {
                p { class: "strong", "{first.name}" }
            } else {
                TextField { id: "rota-person-{place}", label: words.say("rota-person-name"), initial: first.name, testid: "rota-person-name", on_input: move |text| {
                    if let Some(one) = typed.write().people.get_mut(place) { one.name = text; }
                } }
            }
            TextField { id: "rota-phone-{place}", label: words.say("rota-phone"), kind: FieldKind::Phone, initial: first.phone, testid: "rota-phone", on_input: move |text| {
                if let Some(one) = typed.write().people.get_mut(place) { one.phone = text; }
            } }
            SelectField { id: "rota-discipline-{place}", label: words.say("rota-discipline"), choices: disciplines.collect::<Vec<_>>(), chosen: discipline.code(), testid: "rota-discipline", on_choose: move |code: String| {
                if let Some(one) = typed.write().people.get_mut(place) { one.discipline = Discipline::from_code(&code).unwrap_or(Discipline::Other); }
            } }
            Button { label: words.say("consent-recipient-remove"), look: ButtonLook::Quiet, testid: "rota-person-remove", on_press: on_remove }
        }
    }
}

/// A row: hours, and who takes turns in them.
#[component]
fn OneTurn(
    typed: Signal<Typed>,
    place: usize,
    names: Vec<String>,
    on_remove: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = typed;
    let Some(turn) = typed.read().turns.get(place).cloned() else {
        return rsx! {};
    };
    let mut change = move |change: &dyn Fn(&mut TypedTurn)| {
        if let Some(turn) = typed.write().turns.get_mut(place) {
            change(turn);
        }
    };
    let rotates = Rotate::ALL.iter();
    let rotates = rotates.map(|one| (one.code().to_owned(), words.say(said::rotate(*one))));
    let count = turn.groups.len();
    rsx! {
        div { class: "card card-stack", "data-testid": "rota-turn",
            HoursFields { name: "turn-{place}", hours: turn.hours, on_change: move |hours: TypedHours| change(&|turn| turn.hours = hours.clone()) }
            for (index , group) in turn.groups.into_iter().enumerate() {
                People { key: "{index}", label: words.say_with("rota-group", [("number", (index + 1).into())]), names: names.clone(), chosen: group, testid: "rota-group-{place}-{index}", on_change: move |all: Vec<u8>| change(&|turn| {
                    if let Some(group) = turn.groups.get_mut(index) { group.clone_from(&all); }
                }) }
            }
            span { class: "entry-tools",
                Button { label: words.say("rota-group-add"), look: ButtonLook::Quiet, testid: "rota-group-add", on_press: move |()| change(&|turn| turn.groups.push(Vec::new())) }
                if count > 1 {
                    Button { label: words.say("rota-group-remove"), look: ButtonLook::Quiet, testid: "rota-group-remove", on_press: move |()| change(&|turn| drop(turn.groups.pop())) }
                }
            }
            if count > 1 {
                SelectField { id: "rota-rotate-{place}", label: words.say("rota-rotate"), choices: rotates.collect::<Vec<_>>(), chosen: turn.rotate.code(), testid: "rota-rotate", on_choose: move |code: String| change(&|turn| turn.rotate = Rotate::from_code(&code).unwrap_or(Rotate::Weekly)) }
            }
            Button { label: words.say("rota-turn-remove"), look: ButtonLook::Quiet, testid: "rota-turn-remove", on_press: on_remove }
        }
    }
}

/// People of the rota, in the order in which they are chosen.
#[component]
fn People(
    label: String,
    names: Vec<String>,
    chosen: Vec<u8>,
    testid: String,
    on_change: EventHandler<Vec<u8>>,
) -> Element {
    let words = use_words();
    let each = (0_u8..).zip(names);
    rsx! {
        Chips { label,
            for (number , name) in each {
                ChipCheck { key: "{number}", label: name, chosen: chosen.contains(&number), testid: "{testid}-{number}", on_toggle: {
                    let chosen = chosen.clone();
                    move |on| {
                        let mut all = chosen.clone();
                        all.retain(|other| *other != number);
                        if on { all.push(number); }
                        on_change.call(all);
                    }
                } }
            }
        }
        if chosen.is_empty() {
            p { class: "small soft", {words.say("rota-group-empty")} }
        }
    }
}

/// Days of the week, from when until when.
#[component]
fn HoursFields(name: String, hours: TypedHours, on_change: EventHandler<TypedHours>) -> Element {
    let words = use_words();
    let first = use_hook(|| hours.clone());
    let now = hours.clone();
    let [days, at, until, more] = [(); 4].map(|()| hours.clone());
    let week: Vec<(u8, String)> = (0..7).zip(weekdays(&words)).collect();
    let lengths = (0..7_u16).map(|more| {
        (
            more.to_string(),
            words.say_with("rota-more-days", [("count", more.into())]),
        )
    });
    rsx! {
        Chips { label: words.say("rota-days"),
            for (number , day) in week {
                ChipCheck { key: "{number}", label: day, chosen: now.days >> number & 1 == 1, testid: "{name}-day-{number}", on_toggle: {
                    let hours = days.clone();
                    move |_| on_change.call(TypedHours { days: hours.days ^ 1 << number, ..hours.clone() })
                } }
            }
        }
        TextField { id: "{name}-at", label: words.say("rota-at"), kind: FieldKind::Time, initial: first.at, testid: "{name}-at", on_input: move |text| on_change.call(TypedHours { at: text, ..at.clone() }) }
        TextField { id: "{name}-until", label: words.say("rota-ends-at"), kind: FieldKind::Time, initial: first.until, testid: "{name}-until", on_input: move |text| on_change.call(TypedHours { until: text, ..until.clone() }) }
        SelectField { id: "{name}-more", label: words.say("rota-more"), choices: lengths.collect::<Vec<_>>(), chosen: now.more_days.to_string(), testid: "{name}-more", on_choose: move |text: String| on_change.call(TypedHours { more_days: text.parse().unwrap_or(0), ..more.clone() }) }
    }
}

fn weekdays(words: &Words) -> Vec<String> {
    (0..7).map(|day| dates::weekday(words, day)).collect()
}
