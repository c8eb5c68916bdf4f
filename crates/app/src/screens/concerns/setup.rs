use dioxus::prelude::*;
use handrail_engine::api::{ConcernCommand, ConcernsView, LocalDate, ReportLine, ReportLines};

use super::{order, use_concerns};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, FieldKind, IconName, Notice, NoticeTone, Page, Section,
        Stepper, TextField,
    },
    forms::{PageOrder, use_dialogs},
    routes::LaterRoute,
    words::use_words,
};

/// Lines that can be typed.
const LINES: usize = 2;

/// Who is asked about a concern in which order, and which lines take reports; for supervisors.
#[component]
pub fn ConcernsSetup() -> Element {
    let words = use_words();
    let answer = use_concerns(None);
    let (_, on_order) = use_dialogs::<()>();
    let back = move |()| {
        navigator().push(LaterRoute::Concerns {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say("off-setup-title"), testid: "concerns-set", back,
                        for known in [format!("{}{:?}", view.minutes, view.chain)] {
                            Chain { key: "{known}", view: view.clone(), on_order }
                        }
                        for known in [format!("{:?}", view.lines)] {
                            Lines { key: "{known}", lines: view.lines.clone(), on_order }
                        }
                    }
                },
                other => rsx! { Absent { title: words.say("off-setup-title"), page: "concerns-set", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Chain(view: ConcernsView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut minutes = use_signal(|| u32::from(view.minutes));
    let mut chain = use_signal(|| view.chain.clone());
    let up = use_callback(move |place: usize| {
        let mut all = chain.write();
        if 0 < place && place < all.len() {
            all.swap(place, place - 1);
        }
    });
    rsx! {
        Section { title: words.say("off-chain"), testid: "concerns-chain",
            p { {words.say("off-chain-words")} }
            ol { class: "rows",
                for (place , (member , name)) in chain().into_iter().enumerate() {
                    li { key: "{member}", class: "row",
                        div { class: "row-body", span { class: "row-title", "{name}" } }
                        if place > 0 {
                            Button { label: words.say("off-chain-up"), spoken: words.say_with("off-chain-up-of", [("name", name.clone().into())]), look: ButtonLook::Quiet, testid: "chain-up", on_press: move |()| up.call(place) }
                        }
                    }
                }
            }
            Stepper { id: "chain-minutes", label: words.say("off-chain-minutes"), value: minutes(), step: 5, most: 240, testid: "chain-minutes", on_change: move |value| minutes.set(value) }
            if view.may_set {
                Button {
                    label: words.say("save"),
                    look: ButtonLook::Main,
                    testid: "chain-save",
                    on_press: move |()| {
                        on_order.call(order(ConcernCommand::SetChain {
                            minutes: u16::try_from(minutes()).unwrap_or(u16::MAX),
                            order: chain.peek().iter().map(|(member, _)| member.clone()).collect(),
                        }));
                    },
                }
            }
        }
    }
}

#[component]
fn Lines(lines: ReportLines, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut typed = use_signal(|| {
        let empty = || ReportLine {
            name: String::new(),
            number: String::new(),
            when: String::new(),
        };
        let mut all = lines.lines.clone();
        while all.len() < LINES {
            all.push(empty());
        }
        all
    });
    let mut source = use_signal(|| lines.source.clone());
    let known_day = lines.checked_on.map(|day| day.to_string());
    let known_day = known_day.unwrap_or_default();
    let mut day = use_signal(|| known_day.clone());
    let mut missing = use_signal(|| false);
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let mut kept = typed.peek().clone();
        kept.retain(|line| !line.name.trim().is_empty() || !line.number.trim().is_empty());
        let lines = ReportLines {
            lines: kept,
            source: source.peek().trim().to_owned(),
            checked_on: LocalDate::parse(&day.peek()).ok(),
        };
        missing.set(!lines.is_whole());
        if lines.is_whole() {
            on_order.call(order(ConcernCommand::SetLines(lines)));
        }
    };
    rsx! {
        Section { title: words.say("off-lines"), testid: "concerns-lines",
            p { {words.say("off-lines-words")} }
            form { class: "stack", onsubmit: submit,
                for (place , line) in typed.peek().clone().into_iter().enumerate() {
                    div { key: "{place}", class: "card card-stack",
                        TextField { id: "line-name-{place}", label: words.say("off-line-name"), initial: line.name, testid: "line-name", on_input: move |text| if let Some(line) = typed.write().get_mut(place) { line.name = text } }
                        TextField { id: "line-number-{place}", label: words.say("off-line-number"), kind: FieldKind::Phone, initial: line.number, testid: "line-number", on_input: move |text| if let Some(line) = typed.write().get_mut(place) { line.number = text } }
                        TextField { id: "line-when-{place}", label: words.say("off-line-when"), initial: line.when, testid: "line-when", on_input: move |text| if let Some(line) = typed.write().get_mut(place) { line.when = text } }
                    }
                }
                TextField { id: "line-source", label: words.say("off-line-source"), initial: lines.source, testid: "line-source", on_input: move |text| source.set(text) }
                TextField { id: "line-day", label: words.say("off-line-day"), kind: FieldKind::Date, initial: known_day, testid: "line-day", on_input: move |text| day.set(text) }
                if missing() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("off-lines-missing")} } }
                }
                Button { label: words.say("save"), icon: IconName::Check, look: ButtonLook::Main, submit: true, testid: "lines-save" }
            }
        }
    }
}
