use dioxus::prelude::*;
use handrail_engine::api::{
    BillingCommand, BillingQuery, BillingReply, Command, LocalDate, Query, Reply, Report,
    ReportRow, ReportState, ReportsView, ScorecardCommand, ScorecardQuery, ScorecardReply, Topic,
};

use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Check, Empty, FieldKind, FormDialog, Go, Icon, IconName, Mark,
        MarkTone, Page, Section, TextField,
    },
    forms::{Open, PageOrder, use_dialogs, use_sending},
    routes::{LaterRoute, Route},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

fn order(command: BillingCommand) -> PageOrder {
    Command::Scorecard(ScorecardCommand::Billing(command)).into()
}

/// Client reports that are due.
#[component]
pub fn ClientReports() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::Team, Topic::People],
        || Query::Scorecard(ScorecardQuery::Billing(BillingQuery::Reports)),
        |reply| match reply {
            Reply::Scorecard(ScorecardReply::Billing(BillingReply::Reports(view))) => Some(view),
            _ => None,
        },
    );
    let (open, on_order) = use_dialogs::<ReportRow>();
    let back = EventHandler::new(|()| {
        navigator().push(LaterRoute::Numbers {});
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    ReportsContent { view, moment, open, on_order, back }
                    if let Some(row) = (open.asking)() {
                        DoneForm { row, today: moment.today().to_string(), open, on_order }
                    }
                },
                other => rsx! { Absent { title: words.say("reports-title"), page: "reports", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
pub fn ReportsContent(
    view: ReportsView,
    moment: Moment,
    open: Open<ReportRow>,
    on_order: EventHandler<PageOrder>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let (over, done) = view.follow_ups;
    let chosen: Vec<String> = view
        .programs
        .iter()
        .filter(|(_, on)| *on)
        .map(|(name, _)| name.clone())
        .collect();
    rsx! {
        Page { title: words.say("reports-title"), testid: "reports", line: words.say("reports-line"), back,
            if view.may_choose && !view.programs.is_empty() {
                Section { title: words.say("reports-programs"), testid: "reports-programs",
                    div { class: "card card-stack",
                        p { class: "soft", {words.say("reports-programs-words")} }
                        for (name , on) in view.programs.clone() {
                            Check { key: "{name}", label: name.clone(), checked: on, testid: "reports-program", on_toggle: {
                                let chosen = chosen.clone();
                                move |on: bool| {
                                    let mut programs = chosen.clone();
                                    programs.retain(|one| *one != name);
                                    if on {
                                        programs.push(name.clone());
                                    }
                                    on_order.call(order(BillingCommand::SetReporting { programs }));
                                }
                            } }
                        }
                    }
                }
            }
            if over > 0 {
                p { "data-testid": "reports-rate", {words.say_with("reports-rate", [("done", done.into()), ("over", over.into())])} }
            }
            if !view.without_start.is_empty() {
                Section { title: words.say("reports-without-start"), testid: "reports-without-start",
                    ul { class: "rows",
                        for (participant , name) in view.without_start.clone() {
                            li { key: "{participant}",
                                Go { to: Route::Person { participant }, class: "row", testid: "report-person",
                                    span { class: "row-body", span { class: "row-title", "{name}" } }
                                    span { class: "row-end", Icon { name: IconName::Right } }
                                }
                            }
                        }
                    }
                }
            }
            Section { title: words.say("reports-due"), testid: "reports-due",
                if view.rows.is_empty() {
                    Empty { icon: IconName::Check, title: words.say("reports-empty"), words: words.say("reports-empty-words") }
                } else {
                    ul { class: "rows",
                        for row in view.rows.clone() {
                            Line { key: "{row.participant} {row.due.report:?} {row.due.opens}", row, moment, open, on_order }
                        }
                    }
                }
            }
            p { class: "small soft", {words.say_with("bill-source", [("source", view.source.clone().into())])} }
            if !view.verified {
                p { class: "small", {words.say("reports-not-verified")} }
            }
        }
    }
}

#[component]
fn Line(
    row: ReportRow,
    moment: Moment,
    open: Open<ReportRow>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let due = row.due;
    let day = |of: LocalDate| dates::day(&words, &moment, &of.to_string());
    let window = words.say_with(
        "reports-window",
        [
            ("opens", day(due.opens).into()),
            ("closes", day(due.closes).into()),
        ],
    );
    let name = report(&words, &row);
    let spoken = words.say_with(
        "reports-done-of",
        [
            ("report", name.clone().into()),
            ("name", row.name.clone().into()),
        ],
    );
    let (asked, said) = (row.clone(), row.said.clone());
    let participant = row.participant.clone();
    rsx! {
        li { class: "row", "data-testid": "report-row",
            div { class: "row-body",
                Go { to: Route::Person { participant: row.participant.clone() }, class: "agenda-name", "{row.name}" }
                span { class: "row-title", "{name}" }
                span { class: "row-line", "{window}" }
                if !row.coach.is_empty() {
                    span { class: "row-line", "{row.coach}" }
                }
                match due.state {
                    ReportState::Late => rsx! { Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say("reports-late") } },
                    ReportState::Open => rsx! { Mark { icon: IconName::Clock, words: words.say("reports-open") } },
                    ReportState::Ahead => rsx! { span { class: "row-line soft", {words.say("reports-ahead")} } },
                    ReportState::Done(on) => rsx! { Mark { tone: MarkTone::Good, icon: IconName::Check, words: words.say_with("reports-done", [("day", day(on).into())]) } },
                    ReportState::DoneOutside(on) => rsx! { Mark { icon: IconName::Check, words: words.say_with("reports-done-outside", [("day", day(on).into())]) } },
                }
                if matches!(due.state, ReportState::Late | ReportState::Open) {
                    Button { label: words.say("reports-done-go"), spoken, testid: "report-done", on_press: move |()| open.ask(Some(asked.clone())) }
                }
                if let Some(said) = said {
                    Button { label: words.say("reports-take-back"), look: ButtonLook::Quiet, testid: "report-take-back", on_press: move |()| {
                        on_order.call(order(BillingCommand::TakeBackReport { participant: participant.clone(), said: said.clone() }));
                    } }
                }
            }
        }
    }
}

fn report(words: &Words, row: &ReportRow) -> String {
    match row.due.report {
        Report::Baseline => words.say("report-baseline"),
        Report::Reassessment => words.say("report-reassessment"),
        Report::Annual => words.say_with("report-annual", [("number", row.due.number.into())]),
        Report::Closeout => words.say("report-closeout"),
    }
}

/// The day on which a report was handed in.
#[component]
fn DoneForm(
    row: ReportRow,
    today: String,
    open: Open<ReportRow>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let first = today.clone();
    let mut typed = use_signal(move || first);
    let sending = use_sending(open, on_order);
    let (participant, which) = (row.participant.clone(), row.due.report);
    let submit = move |()| {
        let Ok(on) = LocalDate::parse(&typed.peek()) else {
            return sending.send(Err("invalid-date"));
        };
        let participant = participant.clone();
        sending.send(Ok(order(BillingCommand::ReportDone {
            participant,
            report: which,
            on,
        })));
    };
    let problem = sending.shown(&words);
    rsx! {
        FormDialog { title: report(&words, &row), testid: "report", problem, on_submit: submit, on_close: move |()| open.ask(None),
            p { class: "strong", "{row.name}" }
            p { class: "soft", {words.say("reports-form-words")} }
            TextField { id: "report-on", label: words.say("reports-on"), kind: FieldKind::Date, initial: today, testid: "report-on", on_input: move |text| typed.set(text) }
        }
    }
}
