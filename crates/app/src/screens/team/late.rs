//! What a device handed over after it was taken out, on its page.

use dioxus::prelude::*;
use handrail_engine::api::{
    ConflictView, LateKind, LateRecordView, LateRestView, LateView, MilestoneEvent, PlanKind,
    TakeInLate, TakenInView,
};

use crate::{
    components::{Button, Go, Icon, IconName, Notice, NoticeTone, Section},
    routes::Route,
    screens::person::figures,
    words::{
        Words,
        dates::{self, Moment},
        fields, labels, use_words,
    },
};

/// What the device handed over after it was taken out. Who is in charge takes it in, one by one.
#[component]
pub fn Late(late: Vec<LateView>, moment: Moment, on_take: EventHandler<TakeInLate>) -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("late-title"), testid: "device-late",
            p { class: "soft", {words.say("late-words")} }
            ul { class: "stack",
                for entry in late {
                    li { key: "{entry.participant} {entry.written_at} {entry.note}", class: "card stack-tight", "data-testid": "late-row",
                        {head(&entry.participant, &entry.name, &[words.say(labels::kind(entry.kind)), words.say(labels::outcome(entry.outcome)), dates::day_and_time(&words, &moment, entry.at)].join(" · "))}
                        p { class: "small", "data-testid": "late-figures", {figures(&words, &entry.figures)} }
                        p { class: "keep-lines", "{entry.note}" }
                        {written(&words, &moment, entry.written_at, entry.arrived_at)}
                        if entry.withdrawn {
                            p { class: "small strong", {words.say("late-withdrawn")} }
                        } else if entry.corrects {
                            p { class: "small strong", {words.say("late-corrects")} }
                        }
                        Disputed { conflicts: entry.disputed.clone(), moment }
                        Taken { taken_in: entry.taken_in.clone(), moment }
                        {take(&words, (&entry.name, dates::day_and_time(&words, &moment, entry.at)), entry.take_in.clone(), "late-take", on_take)}
                    }
                }
            }
        }
    }
}

/// Milestones, entries of the plan, appointments, people around the participant and details. They
/// are taken in as contacts are.
#[component]
pub fn LateRecords(
    records: Vec<LateRecordView>,
    moment: Moment,
    on_take: EventHandler<TakeInLate>,
) -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("late-records-title"), testid: "device-late-records",
            p { class: "soft", {words.say("late-words")} }
            ul { class: "stack",
                for (place , entry) in records.into_iter().enumerate() {
                    li { key: "{entry.participant} {place}", class: "card stack-tight", "data-testid": "late-record",
                        {head(&entry.participant, &entry.name, &title(&words, entry.kind))}
                        dl { class: "facts",
                            for (field, value) in said(&words, &moment, &entry) {
                                dt { "{field}" }
                                dd { class: "keep-lines", "{value}" }
                            }
                        }
                        {written(&words, &moment, entry.written_at, entry.arrived_at)}
                        if entry.withdrawn {
                            p { class: "small strong", {words.say("late-withdrawn")} }
                        } else if entry.corrects {
                            p { class: "small strong", {words.say("late-record-corrects")} }
                        }
                        if entry.needs_goal {
                            p { class: "small strong", {words.say("late-needs-goal")} }
                        }
                        Disputed { conflicts: entry.disputed.clone(), moment }
                        Taken { taken_in: entry.taken_in.clone(), moment }
                        {take(&words, (&entry.name, title(&words, entry.kind)), entry.take_in.clone(), "late-record-take", on_take)}
                    }
                }
            }
        }
    }
}

/// Whose it is, and what.
fn head(participant: &str, name: &str, line: &str) -> Element {
    let to = Route::Person {
        participant: participant.to_owned(),
    };
    rsx! {
        Go { to, class: "row",
            span { class: "row-body",
                span { class: "row-title", "{name}" }
                span { class: "row-line", "{line}" }
            }
            span { class: "row-end", Icon { name: IconName::Right } }
        }
    }
}

fn written(words: &Words, moment: &Moment, written_at: i64, arrived_at: i64) -> Element {
    let stamps = [
        ("written", dates::stamp(words, moment, written_at).into()),
        ("arrived", dates::stamp(words, moment, arrived_at).into()),
    ];
    rsx! {
        p { class: "small soft", {words.say_with("late-written", stamps)} }
    }
}

/// The button that takes it in.
fn take(
    words: &Words,
    (name, when): (&str, String),
    order: Option<TakeInLate>,
    testid: &'static str,
    on_take: EventHandler<TakeInLate>,
) -> Element {
    let of = [("name", name.to_owned().into()), ("when", when.into())];
    let spoken = words.say_with("late-take-of", of);
    rsx! {
        if let Some(order) = order {
            Button { label: words.say("late-take"), spoken, wide: true, testid, on_press: move |()| on_take.call(order.clone()) }
        }
    }
}

/// What the record says otherwise meanwhile.
#[component]
fn Disputed(conflicts: Vec<ConflictView>, moment: Moment) -> Element {
    let words = use_words();
    rsx! {
        for conflict in conflicts {
            Notice { tone: NoticeTone::Attention, testid: "late-disputed",
                p { class: "strong",
                    {words.say_with("conflict-title", [("field", fields::field_name(&words, &conflict.field).into())])}
                }
                for version in &conflict.versions {
                    p { class: "keep-lines",
                        {fields::field_value(&words, &moment, &conflict.field, &version.value)}
                        span { class: "small soft",
                            " · "
                            {words.say_with("conflict-by", [("author", version.author.clone().into()), ("when", dates::day_and_time(&words, &moment, version.at).into())])}
                        }
                    }
                }
                p { {words.say("late-disputed")} }
            }
        }
    }
}

/// Who took it in.
#[component]
fn Taken(taken_in: Vec<TakenInView>, moment: Moment) -> Element {
    let words = use_words();
    let count = taken_in.len();
    rsx! {
        for taken in taken_in {
            p { class: "small strong", "data-testid": "late-taken",
                {words.say_with("late-taken", [
                    ("by", taken.by.clone().into()),
                    ("when", dates::stamp(&words, &moment, taken.at).into()),
                ])}
            }
        }
        if count > 1 {
            p { class: "small", {words.say("late-taken-twice")} }
        }
    }
}

fn title(words: &Words, kind: LateKind) -> String {
    words.say_with(labels::late_kind(kind), [("count", 1_u32.into())])
}

/// Fields with their values, in words.
fn said(words: &Words, moment: &Moment, entry: &LateRecordView) -> Vec<(String, String)> {
    let each = entry.said.iter().filter_map(|(field, value)| {
        let shown = match field.as_str() {
            "kind" => {
                let key = kind_key(entry.kind, value)?;
                (words.say("late-what"), words.say(key))
            }
            "tag_added" => (words.say("late-tag-added"), value.clone()),
            "tag_removed" => (words.say("late-tag-removed"), value.clone()),
            _ => (
                fields::field_name(words, field),
                fields::field_value(words, moment, field, value),
            ),
        };
        Some(shown)
    });
    each.collect()
}

/// What an entry is; `None` where its title says it already.
fn kind_key(kind: LateKind, code: &str) -> Option<&'static str> {
    match (kind, code) {
        (LateKind::Milestone, "discharge") => Some("late-what-discharge"),
        (LateKind::Milestone, "intake") => Some("late-what-intake"),
        (LateKind::Milestone, code) => MilestoneEvent::from_code(code).map(labels::milestone),
        (LateKind::Plan, code) => Some(match PlanKind::from_code(code)? {
            PlanKind::Goal => "late-what-goal",
            PlanKind::Step => "late-what-step",
            PlanKind::Barrier => "late-what-barrier",
            PlanKind::Requirement => "late-what-requirement",
        }),
        _ => None,
    }
}

/// What else the device handed over after it was taken out, in words. It is not taken in.
#[component]
pub fn LateRest(rest: Vec<LateRestView>, unread: u32) -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("late-rest-title"), testid: "device-late-rest",
            p { class: "soft", {words.say("late-rest-words")} }
            ul { class: "rows",
                for entry in rest {
                    li { key: "{entry.participant} {entry.kind:?}",
                        {head(&entry.participant, &entry.name, &words.say_with(labels::late_kind(entry.kind), [("count", entry.count.into())]))}
                    }
                }
                if unread > 0 {
                    li { class: "row",
                        span { class: "row-body", {words.say_with("late-rest-unread", [("count", unread.into())])} }
                    }
                }
            }
        }
    }
}
