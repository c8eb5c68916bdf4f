use dioxus::prelude::*;
use handrail_engine::api::{CoachingCommand, Command, ConcernCommand, ReportLine};

use super::use_concerns;
use crate::{
    ask::Load,
    components::{Absent, Button, ButtonLook, IconName, LinkButton, Notice, NoticeTone, Page},
    forms::use_lasting_orders,
    screens::person::{dial, use_back_to, use_noted},
    session::use_moment,
    words::{dates, errors, use_words},
};

/// Days after which somebody should make sure of a line again.
const OLD_AFTER_DAYS: i64 = 180;

/// "I have to report this myself": dials, and tells the supervisors. Nothing stands in its way (S4-23).
#[component]
pub fn OwnReport(participant: String) -> Element {
    let words = use_words();
    use_noted(&participant);
    let answer = use_concerns(Some(participant.clone()));
    let back = use_back_to(&participant);
    match answer() {
        // Whatever cannot be read here, whoever must report can call.
        Load::Failed(error) => rsx! {
            div { class: "pane",
                Page { title: words.say("off-report-myself"), testid: "own-report", back,
                    Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                    Lines { participant, lines: Vec::new() }
                }
            }
        },
        waiting @ Load::Waiting => rsx! {
            div { class: "pane", Absent { title: words.say("off-report-myself"), page: "own-report", why: waiting.why(), back } }
        },
        Load::Ready(view) => {
            let lines = view.lines;
            rsx! {
                div { class: "pane",
                    Page { title: words.say("off-report-myself"), testid: "own-report", back,
                        p { {words.say("off-report-words")} }
                        if let Some(day) = lines.checked_on.filter(|_| !lines.lines.is_empty()) {
                            Checked { day: day.as_naive(), source: lines.source.clone() }
                        }
                        Lines { participant, lines: lines.lines }
                    }
                }
            }
        }
    }
}

#[component]
fn Checked(day: chrono::NaiveDate, source: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let is_old = (moment.today() - day).num_days() > OLD_AFTER_DAYS;
    rsx! {
        p { class: "small soft",
            {words.say_with("crisis-checked", [("day", dates::full_date(&words, day).into())])}
            if !source.is_empty() {
                " · {source}"
            }
        }
        if is_old {
            Notice { tone: NoticeTone::Attention, p { {words.say("off-lines-old")} } }
        }
    }
}

/// Every line, 911, and a way without any.
#[component]
fn Lines(participant: String, lines: Vec<ReportLine>) -> Element {
    let words = use_words();
    let on_order = use_lasting_orders();
    let has_lines = !lines.is_empty();
    // The call goes on whether or not that could be written down.
    let note = use_callback(move |line: String| {
        let command = ConcernCommand::OwnReport {
            participant: participant.clone(),
            concern: None,
            line,
        };
        let command = Command::Coaching(CoachingCommand::Concern(command));
        on_order.call((command, "off-report-noted"));
    });
    rsx! {
        if !has_lines {
            Notice { tone: NoticeTone::Attention, testid: "no-line", p { {words.say("off-no-line")} } }
        }
        ul { class: "crisis",
            for line in lines {
                li { key: "{line.number}", class: "card crisis-card",
                    div {
                        h2 { "{line.name}" }
                        p { class: "soft", "{line.when}" }
                    }
                    p { class: "crisis-number", "{line.number}" }
                    LinkButton {
                        label: words.say("call"),
                        spoken: words.say_with("crisis-call", [("name", line.name.clone().into()), ("number", line.number.clone().into())]),
                        href: dial(&line.number),
                        icon: IconName::Phone,
                        look: ButtonLook::Main,
                        large: true,
                        testid: "report-call",
                        on_press: {
                            let called = format!("{} {}", line.name, line.number);
                            move |()| note.call(called.clone())
                        },
                    }
                }
            }
            li { class: "card crisis-card",
                div {
                    h2 { "911" }
                    p { class: "soft", {words.say("off-report-911")} }
                }
                LinkButton { label: words.say("call"), spoken: words.say_with("crisis-call", [("name", "911".into()), ("number", "911".into())]), href: "tel:911", icon: IconName::Phone, look: ButtonLook::Danger, large: true, testid: "report-911", on_press: move |()| note.call("911".to_owned()) }
            }
        }
        Button { label: words.say("off-report-other"), look: ButtonLook::Plain, testid: "report-other", on_press: move |()| note.call(String::new()) }
    }
}
