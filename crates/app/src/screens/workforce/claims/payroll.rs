//! What waits for a decision, what is paid for a mile, and the table for the payroll.

use dioxus::prelude::*;
use handrail_engine::api::{
    Export, LocalDate, MoneyCommand, OwnRate, Payee, PayrollView, WorkforceQuery, WorkforceReply,
};

use super::{super::use_workforce, pay, payee};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Check, ChipRadio, Chips, FieldKind, FileLink, FormDialog, Go,
        Icon, IconName, Page, Section, TextField, plain,
    },
    exports::{Leaving, use_exports},
    forms::{Open, PageOrder, use_dialogs, use_sending},
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words, workforce,
    },
};

/// The name of the file.
const NAME: &str = "handrail-miles.csv";

/// The page asks for another rate.
#[derive(Debug, Clone, PartialEq)]
struct Asking;

/// What waits, and the table.
#[component]
pub fn Payroll() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_workforce(|| WorkforceQuery::Payroll);
    let (open, on_order) = use_dialogs::<Asking>();
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(WorkforceReply::Payroll(view)) => rsx! {
                    Content { view: (*view).clone(), moment, open, back }
                    if (open.asking)().is_some() {
                        RateForm { open, on_order }
                    }
                },
                other => rsx! {
                    Absent { title: words.say("payroll-title"), page: "payroll", why: other.why(), back }
                },
            }
        }
    }
}

#[component]
fn Content(
    view: PayrollView,
    moment: Moment,
    open: Open<Asking>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let money = |cents: u64| workforce::money(cents);
    rsx! {
        Page { title: words.say("payroll-title"), testid: "payroll", back,
            Section { title: words.say("payroll-waiting"), testid: "payroll-waiting",
                if view.waiting.is_empty() {
                    p { class: "soft", {words.say("payroll-nothing-waits")} }
                }
                ul { class: "rows",
                    for (member , name , count , cents) in view.waiting.clone() {
                        li { key: "{member}",
                            Go { to: LaterRoute::Claims { person: member.clone() }, class: "row", testid: "payroll-open",
                                Icon { name: IconName::People }
                                span { class: "row-body",
                                    span { class: "row-title", "{name}" }
                                    span { class: "row-line", {words.say_with("payroll-waits", [("count", count.into()), ("money", money(cents).into())])} }
                                }
                                span { class: "row-end", Icon { name: IconName::Right } }
                            }
                        }
                    }
                }
            }
            Section { title: words.say("rates-title"), testid: "rates",
                dl { class: "card facts",
                    for (who , rate) in view.today.clone() {
                        dt { key: "{who:?}", {words.say(payee(who))} }
                        dd {
                            p { {words.say_with("rate-is", [("rate", dates::tenths(rate.tenths).into())])} }
                            p { class: "small soft", "{rate.source}" }
                        }
                    }
                }
                if !view.own_rates.is_empty() {
                    ul { class: "rows",
                        for (place , rate) in view.own_rates.clone().into_iter().enumerate() {
                            li { key: "{place}", class: "row",
                                div { class: "row-body",
                                    span { class: "row-title", {words.say(payee(rate.payee))} }
                                    span { class: "row-line", {own_rate(&words, &moment, &rate)} }
                                    span { class: "row-line small", "{rate.source}" }
                                }
                            }
                        }
                    }
                }
                Button { label: words.say("rate-add"), look: ButtonLook::Plain, testid: "rate-add", on_press: move |()| open.ask(Some(Asking)) }
            }
            Table { csv: view.csv, rows: view.rows }
        }
    }
}

/// What the agency pays from a day on.
fn own_rate(words: &Words, moment: &Moment, rate: &OwnRate) -> String {
    let day = dates::day(words, moment, &rate.from.to_string());
    match rate.tenths {
        Some(tenths) => words.say_with(
            "rate-own",
            [("rate", dates::tenths(tenths).into()), ("day", day.into())],
        ),
        None => words.say_with("rate-own-ends", [("day", day.into())]),
    }
}

/// The table for the payroll, as a file; that it left is written down first.
#[component]
fn Table(csv: String, rows: u32) -> Element {
    let words = use_words();
    let exports = use_exports();
    let mut made = use_signal(|| None::<(String, String)>);
    // A file of another table than the one that is shown is not offered.
    let known = made().filter(|(of, _)| *of == csv);
    let ready = known.map(|(_, href)| href);
    let make = move |()| {
        let (exports, text) = (exports.clone(), csv.clone());
        spawn(async move {
            let file = Leaving {
                export: Export::Payroll(rows),
                name: NAME.to_owned(),
                kind: "text/csv",
                text: text.clone(),
                saved: "payroll-saved",
            };
            if let Some(href) = exports.leave(file).await {
                made.set(Some((text, href)));
            }
        });
    };
    rsx! {
        Section { title: words.say("payroll-table"), testid: "payroll-table",
            p { {words.say_with("payroll-rows", [("count", rows.into())])} }
            p { class: "soft", {words.say("payroll-table-words")} }
            if let Some(href) = ready {
                FileLink { href, name: NAME, label: words.say("payroll-save"), testid: "payroll-download" }
            } else if rows > 0 {
                Button { label: words.say("payroll-make"), icon: IconName::Log, look: ButtonLook::Plain, testid: "payroll-make", on_press: make }
            }
        }
    }
}

/// What the agency pays for a mile from a day on.
#[component]
fn RateForm(open: Open<Asking>, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut who = use_signal(|| Payee::Staff);
    let mut from = use_signal(String::new);
    let mut rate = use_signal(String::new);
    let mut dated = use_signal(|| false);
    let mut source = use_signal(String::new);
    let sending = use_sending(open, on_order);
    let submit = move |()| {
        let said = || -> Result<OwnRate, &'static str> {
            let from = LocalDate::parse(&from.peek()).map_err(|_| "invalid-date")?;
            let tenths = if dated() {
                None
            } else {
                // Cents with one place are tenths of a cent; the reader gives hundredths.
                let hundredths = workforce::cents(&rate.peek()).ok_or("rate-wrong")?;
                Some(hundredths / 10)
            };
            let source = source.peek().trim().to_owned();
            if source.is_empty() {
                return Err("rate-source-missing");
            }
            Ok(OwnRate {
                payee: who(),
                from,
                tenths,
                source,
            })
        };
        sending.send(said().map(|rate| pay(MoneyCommand::OwnRate(rate))));
    };
    let problem = sending.shown(&words);
    rsx! {
        FormDialog { title: words.say("rate-add"), testid: "rate", problem, on_submit: submit, on_close: move |()| open.ask(None),
            p { {words.say("rate-words")} }
            Chips { label: words.say("rate-who"),
                for one in Payee::ALL.iter().copied() {
                    ChipRadio { key: "{one:?}", group: "rate-who", label: words.say(payee(one)), chosen: who() == one, testid: "rate-{plain(one.code())}", on_choose: move |()| who.set(one) }
                }
            }
            TextField { id: "rate-from", label: words.say("rate-from"), kind: FieldKind::Date, testid: "rate-from", on_input: move |text| from.set(text) }
            Check { label: words.say("rate-dated"), checked: dated(), testid: "rate-dated", on_toggle: move |on| dated.set(on) }
            if !dated() {
                TextField { id: "rate-cents", label: words.say("rate-cents"), kind: FieldKind::Decimal, testid: "rate-cents", on_input: move |text| rate.set(text) }
            }
            TextField { id: "rate-source", label: words.say("rate-source"), testid: "rate-source", on_input: move |text| source.set(text) }
        }
    }
}
