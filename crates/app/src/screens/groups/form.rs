mod typed;

use dioxus::prelude::*;
use handrail_engine::api::{GroupCommand, MemberChoice, Part, Zone, is_public_holiday};

use typed::{Change, How, Typed};

use super::{group_words, use_group, use_groups, use_order, without};
use crate::{
    ask::Load,
    components::{
        Button, ButtonLook, ChipCheck, ChipRadio, Chips, FieldKind, Notice, NoticeTone, Page,
        Section, SelectField, Stepper, TextField,
    },
    forms::use_form,
    routes::LaterRoute,
    session::use_moment,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// A new group.
#[component]
pub fn GroupNew() -> Element {
    let words = use_words();
    let answer = use_groups();
    let moment = use_moment();
    let back = Callback::new(|()| {
        navigator().push(LaterRoute::Groups {});
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Kept { name: "group:new", first: Typed::new(&moment), group: None, choices: view.choices, back }
                },
                other => without(&words, &other, back),
            }
        }
    }
}

/// What a group is called, and when it meets.
#[component]
pub fn GroupEdit(group: String) -> Element {
    let words = use_words();
    let answer = use_group(&group);
    let moment = use_moment();
    let to = group.clone();
    let back = use_callback(move |()| {
        navigator().push(LaterRoute::Group { group: to.clone() });
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Kept { name: "group:{group}", first: Typed::of(&view, &moment), group: Some(group), choices: Vec::new(), back }
                },
                other => without(&words, &other, back),
            }
        }
    }
}

/// The form with what was typed before the app was closed, if anything was.
#[component]
fn Kept(
    name: String,
    first: Typed,
    group: Option<String>,
    choices: Vec<MemberChoice>,
    back: EventHandler<()>,
) -> Element {
    let form = use_form(name, || first);
    if !(form.ready)() {
        return rsx! {};
    }
    let before = (*form.before).clone();
    rsx! {
        Form { now: form.typed, before, discard: form.discard, group, choices, back }
    }
}

#[component]
fn Form(
    mut now: Signal<Typed>,
    before: Typed,
    discard: Callback<()>,
    group: Option<String>,
    choices: Vec<MemberChoice>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let moment = use_moment();
    let initial = use_hook(|| now.peek().clone());
    let mut missing = use_signal(|| None::<&'static str>);
    let set = use_callback(move |change: Change| change.apply(&mut now.write()));
    let done = use_callback(move |()| {
        discard.call(());
        back.call(());
    });
    let order = use_order(Some(done));
    let made = group.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let typed = now.peek();
        let command = match &made {
            None => typed.made(),
            Some(group) => typed.changes(&before).map(|changes| GroupCommand::Change {
                group: group.clone(),
                changes,
            }),
        };
        match command {
            Ok(command) => {
                missing.set(None);
                order.call(command);
            }
            Err(key) => missing.set(Some(key)),
        }
    };
    let is_new = group.is_none();
    let title = words.say(if is_new { "group-add" } else { "group-change" });
    rsx! {
        Page { title, testid: "group-form", back,
            form { class: "stack", onsubmit: submit,
                TextField { id: "group-name", label: words.say("group-name"), initial: initial.name.clone(), testid: "group-name", on_input: move |text| set(Change::Name(text)) }
                TextField { id: "group-place", label: words.say("call-out-where"), initial: initial.place.clone(), testid: "group-place", on_input: move |text| set(Change::Place(text)) }
                TextField { id: "group-whom", label: words.say("group-whom"), hint: words.say("group-whom-hint"), initial: initial.whom.clone(), testid: "group-whom", on_input: move |text| set(Change::Whom(text)) }
                if is_new {
                    SelectField {
                        id: "group-member",
                        label: words.say("group-with"),
                        choices: std::iter::once((String::new(), words.say("group-choose"))).chain(choices.into_iter().map(|one| (one.member, one.name))).collect::<Vec<_>>(),
                        chosen: now.read().member.clone(),
                        testid: "group-member",
                        on_choose: move |member| set(Change::Member(member)),
                    }
                    Chips { label: words.say("group-part"),
                        for part in [Part::Leads, Part::Peer] {
                            ChipRadio { key: "{part:?}", group: "group-part", label: words.say(group_words::part(part)), chosen: now.read().part == part, testid: "group-part-{part.code()}", on_choose: move |()| set(Change::Part(part)) }
                        }
                    }
                }
                When { now, initial: initial.clone(), is_new, set }
                Preview { now, moment }
                if let Some(key) = missing() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say(key)} } }
                }
                Button { label: words.say("save"), look: ButtonLook::Main, wide: true, large: true, submit: true, testid: "group-save" }
                Button { label: words.say("log-discard"), look: ButtonLook::Quiet, wide: true, testid: "group-discard", on_press: move |()| done.call(()) }
            }
        }
    }
}

/// On which days, when, and how long.
#[component]
fn When(now: Signal<Typed>, initial: Typed, is_new: bool, set: Callback<Change>) -> Element {
    let words = use_words();
    let typed = now();
    let hows = [
        (How::Weeks, "group-how-weeks"),
        (How::Weekday, "group-how-weekday"),
        (How::Day, "group-how-day"),
    ];
    let mut zones = vec![(String::new(), words.say("zone-here"))];
    zones.extend(Zone::ALL.iter().map(|zone| {
        let name = words.say(group_words::zone(*zone));
        (zone.code().to_owned(), name)
    }));
    let weekdays: Vec<(u8, String)> = (0_u8..7)
        .map(|day| (day, dates::weekday(&words, u32::from(day))))
        .collect();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    rsx! {
        Section { title: words.say("group-meets"), testid: "group-meets",
            div { class: "stack",
                if !is_new {
                    Chips { label: words.say("group-rests"), hide_label: true,
                        ChipCheck { label: words.say("group-rests"), chosen: typed.rests, testid: "group-rests", on_toggle: move |rests| set(Change::Rests(rests)) }
                    }
                }
                if !typed.rests {
                    Chips { label: words.say("group-how"),
                        for (how , key) in hows {
                            ChipRadio { key: "{key}", group: "group-how", label: words.say(key), chosen: typed.how == how, testid: key, on_choose: move |()| set(Change::How(how)) }
                        }
                    }
                    match typed.how {
                        How::Weeks => rsx! {
                            Chips { label: words.say("group-days"),
                                for (day , name) in weekdays {
                                    ChipCheck { key: "{day}", label: name, chosen: typed.days >> day & 1 == 1, testid: "group-day-{day}", on_toggle: move |_| set(Change::Day(day)) }
                                }
                            }
                            Stepper { id: "group-weeks", label: words.say("group-weeks"), value: u32::from(typed.weeks), step: 1, most: 26, testid: "group-weeks", on_change: move |weeks| set(Change::Weeks(small(weeks))) }
                        },
                        How::Weekday => rsx! {
                            Chips { label: words.say("group-nth"),
                                for nth in 1..=5_u8 {
                                    ChipRadio { key: "{nth}", group: "group-nth", label: words.say(group_words::nth(nth)), chosen: typed.nth == nth, testid: "group-nth-{nth}", on_choose: move |()| set(Change::Nth(nth)) }
                                }
                            }
                            Chips { label: words.say("group-days"),
                                for (day , name) in weekdays {
                                    ChipRadio { key: "{day}", group: "group-weekday", label: name, chosen: typed.weekday == day, testid: "group-weekday-{day}", on_choose: move |()| set(Change::Weekday(day)) }
                                }
                            }
                        },
                        How::Day => rsx! {
                            Stepper { id: "group-day", label: words.say("group-day"), value: u32::from(typed.day), step: 1, most: 31, testid: "group-day", on_change: move |day| set(Change::MonthDay(small(day))) }
                        },
                    }
                    TextField { id: "group-at", label: words.say("group-at"), kind: FieldKind::Time, initial: initial.at.clone(), testid: "group-at", on_input: move |text| set(Change::At(text)) }
                    Stepper { id: "group-minutes", label: words.say("group-minutes"), value: u32::from(typed.minutes), step: 15, most: 600, testid: "group-minutes", on_change: move |minutes| set(Change::Minutes(u16::try_from(minutes).unwrap_or(600))) }
                    SelectField { id: "group-zone", label: words.say("group-zone"), hint: words.say("group-zone-hint"), choices: zones, chosen: typed.zone.map(Zone::code).unwrap_or_default(), testid: "group-zone", on_choose: move |code: String| set(Change::Zone(Zone::from_code(&code))) }
                }
                TextField { id: "group-from", label: words.say(if is_new { "group-from" } else { "group-from-change" }), kind: FieldKind::Date, initial: initial.from.clone(), testid: "group-from", on_input: move |text| set(Change::From(text)) }
                if !is_new {
                    TextField { id: "group-ends", label: words.say("group-ends"), hint: words.say("group-ends-hint"), kind: FieldKind::Date, initial: initial.ends.clone(), testid: "group-ends", on_input: move |text| set(Change::Ends(text)) }
                }
            }
        }
    }
}

/// The next days on which it would meet.
#[component]
fn Preview(now: Signal<Typed>, moment: Moment) -> Element {
    let words = use_words();
    let typed = now();
    let days = if typed.rests {
        Vec::new()
    } else {
        typed.preview()
    };
    let said = typed.rhythm().ok().filter(|_| !typed.rests);
    rsx! {
        Notice { testid: "group-preview",
            match said {
                Some(rhythm) => rsx! { p { class: "strong", {group_words::rhythm(&words, rhythm)} } },
                None => rsx! { p { {words.say(if typed.rests { "rhythm-rests" } else { "group-no-next" })} } },
            }
            ul {
                for day in days {
                    li { key: "{day}",
                        {dates::alone(dates::day(&words, &moment, &day.to_string()))}
                        if is_public_holiday(day) {
                            " · "
                            {words.say("group-holiday")}
                        }
                    }
                }
            }
        }
    }
}
