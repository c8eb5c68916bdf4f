use std::collections::{BTreeMap, BTreeSet};

use dioxus::prelude::*;
use handrail_engine::api::billing::{self, NotPaid, Payer, UnitRule};
use handrail_engine::api::consent::{Information, Purpose, Side};
use handrail_engine::api::measure::{Grain, Period};
use handrail_engine::api::{
    BillLine, BillView, BillingQuery, BillingReply, Export as Exported, LocalDate, Query, Reply,
    ScorecardQuery, ScorecardReply, Topic,
};

use super::payers::PayersForm;
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ChipRadio, Chips, Empty, FieldKind, FileLink, Go, IconName, Notice,
        NoticeTone, Page, Section, SelectField, TextField,
    },
    engine_link::use_link,
    exports::{Leaving, use_exports},
    forms::{Open, use_dialogs},
    routes::{LaterRoute, Route},
    screens::person::{agreed, of_file},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// Lines shown on the screen; the file has all.
const MOST_SHOWN: usize = 200;
/// The name of the file.
const NAME: &str = "units.csv";

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    payer: String,
    first: LocalDate,
    last: LocalDate,
    program: Option<String>,
}

/// The payers are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changing;

/// Units for a payer over days that one chooses: the last month at first.
#[component]
pub fn Bill() -> Element {
    let words = use_words();
    let moment = use_moment();
    let mut asked = use_signal(|| {
        let today = LocalDate::parse(&moment.today().to_string()).unwrap_or(LocalDate::FIRST);
        let before = Period::holding(Grain::Month, today).first().plus_days(-1);
        let month = Period::holding(Grain::Month, before);
        Asked {
            payer: String::new(),
            first: month.first(),
            last: month.last(),
            program: None,
        }
    });
    let answer = use_view(
        &[Topic::Team, Topic::Encounters, Topic::People],
        move || {
            let Asked {
                payer,
                first,
                last,
                program,
            } = asked();
            Query::Scorecard(ScorecardQuery::Billing(BillingQuery::Bill {
                payer,
                first,
                last,
                program,
            }))
        },
        |reply| match reply {
            Reply::Scorecard(ScorecardReply::Billing(BillingReply::Bill(view))) => Some(*view),
            _ => None,
        },
    );
    let (open, on_order) = use_dialogs::<Changing>();
    let back = EventHandler::new(|()| {
        navigator().push(LaterRoute::Numbers {});
    });
    let on_ask = EventHandler::new(move |next: Asked| asked.set(next));
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    BillContent { view: view.clone(), asked: asked(), moment, open, on_ask, back }
                    if (open.asking)().is_some() {
                        PayersForm { pack: view.pack, own: view.own, open, on_order }
                    }
                },
                other => rsx! { Absent { title: words.say("bill-title"), page: "bill", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
pub fn BillContent(
    view: BillView,
    asked: Asked,
    moment: Moment,
    open: Open<Changing>,
    on_ask: EventHandler<Asked>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let payers: Vec<(String, String)> = view
        .payers
        .iter()
        .map(|one| (one.id.clone(), one.name.clone()))
        .collect();
    let all = std::iter::once((String::new(), words.say("bill-all-programs")));
    let programs: Vec<(String, String)> = all
        .chain(
            view.programs
                .iter()
                .map(|name| (name.clone(), name.clone())),
        )
        .collect();
    let payer = view.payers.iter().find(|one| one.id == view.payer).cloned();
    let by_program = asked.clone();
    let (from, to) = (asked.clone(), asked.clone());
    let day = |text: &str| LocalDate::parse(text).ok();
    rsx! {
        Page { title: words.say("bill-title"), testid: "bill", line: words.say("bill-line"), back,
            div { class: "card card-stack",
                Chips { label: words.say("bill-payer"),
                    for (payer , name) in payers {
                        ChipRadio {
                            key: "{payer}",
                            group: "bill-payer",
                            label: name,
                            chosen: payer == view.payer,
                            testid: "bill-payer",
                            on_choose: {
                                let asked = asked.clone();
                                move |()| on_ask.call(Asked { payer: payer.clone(), ..asked.clone() })
                            },
                        }
                    }
                }
                SelectField { id: "bill-program", label: words.say("measure-by-program"), choices: programs, chosen: asked.program.clone().unwrap_or_default(), testid: "bill-program", on_choose: move |name: String| on_ask.call(Asked { program: (!name.is_empty()).then_some(name), ..by_program.clone() }) }
                div { class: "field-pair",
                    TextField { id: "bill-first", label: words.say("bill-first"), kind: FieldKind::Date, initial: asked.first.to_string(), testid: "bill-first", on_input: move |text: String| {
                        if let Some(first) = day(&text) {
                            let last = from.last.max(first);
                            on_ask.call(Asked { first, last, ..from.clone() });
                        }
                    } }
                    TextField { id: "bill-last", label: words.say("bill-last"), kind: FieldKind::Date, initial: asked.last.to_string(), testid: "bill-last", on_input: move |text: String| {
                        if let Some(last) = day(&text) {
                            let first = to.first.min(last);
                            on_ask.call(Asked { first, last, ..to.clone() });
                        }
                    } }
                }
            }
            if view.stale {
                Notice { tone: NoticeTone::Attention, testid: "bill-stale", p { {words.say("bill-stale")} } }
            }
            if let Some(payer) = payer {
                Rules { payer }
            }
            Button { label: words.say("bill-payers"), icon: IconName::Edit, testid: "bill-payers", on_press: move |()| open.ask(Some(Changing)) }
            Section { title: words.say("bill-sum"), testid: "bill-sum",
                dl { class: "card facts",
                    dt { {words.say("bill-units")} }
                    dd { "data-testid": "bill-units", "{view.units}" }
                    dt { {words.say("bill-minutes")} }
                    dd { "{view.minutes}" }
                    if view.to_authorize > 0 {
                        dt { {words.say("bill-to-authorize")} }
                        dd { "{view.to_authorize}" }
                    }
                    for (name , minutes , units) in &view.by_funder {
                        dt { key: "{name}", {words.say_with("bill-of-funder", [("name", name.clone().into())])} }
                        dd { {words.say_with("bill-funder-sum", [("minutes", (*minutes).into()), ("units", (*units).into())])} }
                    }
                }
                Save { lines: paid(&view.lines), payer: payer_name(&view) }
            }
            Lines { lines: view.lines, moment }
        }
    }
}

/// By which rules the units are counted, and where they come from.
#[component]
fn Rules(payer: Payer) -> Element {
    let words = use_words();
    let mut facts = vec![words.say_with(
        "bill-rule",
        [
            ("rule", words.say(rule(payer.rule)).into()),
            ("minutes", payer.unit_minutes.into()),
            ("code", payer.code.clone().into()),
        ],
    )];
    facts.extend(
        payer
            .daily_cap
            .map(|cap| words.say_with("bill-cap", [("count", cap.into())])),
    );
    facts.extend(
        payer
            .unmanaged_units
            .map(|most| words.say_with("bill-unmanaged", [("count", most.into())])),
    );
    facts.extend(
        payer
            .least_age
            .map(|age| words.say_with("bill-age", [("age", age.into())])),
    );
    rsx! {
        div { class: "card card-stack", "data-testid": "bill-rules",
            p { class: "strong", "{payer.name}" }
            for fact in facts {
                p { key: "{fact}", "{fact}" }
            }
            p { class: "small soft", {words.say_with("bill-source", [("source", payer.source.clone().into())])} }
            if !payer.verified {
                p { class: "small", {words.say("bill-not-verified")} }
            }
        }
    }
}

const fn rule(rule: UnitRule) -> &'static str {
    match rule {
        UnitRule::FullUnits => "bill-full-units",
        UnitRule::EightMinute => "bill-eight-minute",
        UnitRule::Begun => "bill-begun",
        UnitRule::DayFullUnits => "bill-day-full-units",
        UnitRule::DayEightMinute => "bill-day-eight-minute",
    }
}

const fn why(why: NotPaid) -> &'static str {
    match why {
        NotPaid::NotReached => "bill-not-reached",
        NotPaid::NoMinutes => "bill-no-minutes",
        NotPaid::Kind => "bill-kind",
        NotPaid::NoRule => "bill-no-rule",
        NotPaid::TooYoung => "bill-too-young",
        NotPaid::AgeNotKnown => "bill-age-not-known",
    }
}

fn payer_name(view: &BillView) -> String {
    let found = view.payers.iter().find(|one| one.id == view.payer);
    found.map(|one| one.name.clone()).unwrap_or_default()
}

/// A file that was asked for: for whom, of which lines, and how many people it leaves out.
#[derive(Debug, Clone, PartialEq)]
struct Made {
    payer: String,
    lines: Vec<BillLine>,
    left: usize,
    /// Where it is fetched; `None` before it is made, and where the device put it away.
    href: Option<String>,
}

impl Made {
    /// Whether it is what is shown now.
    fn is_of(&self, payer: &str, lines: &[BillLine]) -> bool {
        self.payer == payer && self.lines == lines
    }
}

/// What a payer is told: of nobody and of no contact for which nothing is paid (45 CFR 164.502(b)).
fn paid(lines: &[BillLine]) -> Vec<BillLine> {
    let paid = lines.iter().filter(|one| one.line.why_not.is_none());
    paid.cloned().collect()
}

/// A table for a spreadsheet; it stands in the log before it leaves the app. Only those stand in it who
/// agreed that this payer is told.
#[component]
fn Save(lines: Vec<BillLine>, payer: String) -> Element {
    let words = use_words();
    let exports = use_exports();
    let mut made = use_signal(|| None::<Made>);
    let moment = use_moment();
    let link = use_link();
    let count = lines.len();
    // A file of other lines, or for another payer, than those that are shown is not offered.
    let known = made().filter(|one| one.is_of(&payer, &lines));
    let left = known.as_ref().map_or(0, |one| one.left);
    let ready = known.and_then(|one| one.href);
    let say = words.clone();
    let make = move |()| {
        let (link, words, exports) = (link.clone(), say.clone(), exports.clone());
        let (payer, lines) = (payer.clone(), lines.clone());
        let on = LocalDate::from_naive(moment.today()).unwrap_or(LocalDate::FIRST);
        let about = (Purpose::Payment, Information::Contacts);
        let telling = of_file(NAME, (&payer, Side::Payer), about, on);
        let people: BTreeSet<String> = lines.iter().map(|one| one.participant.clone()).collect();
        spawn(async move {
            let asked = people.len();
            let agreed = match agreed((link, words), people, telling).await {
                Ok(agreed) => agreed,
                Err(error) => return exports.refuse(&error),
            };
            let text = table(&lines, &agreed);
            let shown = lines
                .iter()
                .filter(|one| agreed.contains_key(&one.participant));
            let shown = u32::try_from(shown.count()).unwrap_or(u32::MAX);
            let mut of = Made {
                payer,
                lines,
                left: asked - agreed.len(),
                href: None,
            };
            made.set(Some(of.clone()));
            let file = Leaving {
                export: Exported::Bill(shown),
                name: NAME.to_owned(),
                kind: "text/csv",
                text,
                saved: "calendar-saved",
            };
            if let Some(href) = exports.leave(file).await {
                of.href = Some(href);
                made.set(Some(of));
            }
        });
    };
    rsx! {
        Notice { testid: "bill-outside", p { {words.say("bill-outside")} } }
        if left > 0 {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "bill-left", p { {words.say_with("bill-left", [("count", left.into())])} } }
        }
        if let Some(href) = ready {
            FileLink { href, name: NAME, label: words.say("calendar-export-save") }
        } else if count > 0 {
            Button { label: words.say("bill-save"), icon: IconName::Import, testid: "bill-save", on_press: make }
        }
    }
}

/// The lines of those who agreed, each with what goes along with it.
fn table(lines: &[BillLine], agreed: &BTreeMap<String, String>) -> String {
    let rows: Vec<billing::Row<'_>> = lines
        .iter()
        .filter_map(|one| {
            let notice = agreed.get(&one.participant)?;
            Some(billing::Row {
                line: &one.line,
                name: &one.name,
                born: &one.born,
                program: &one.program,
                funders: &one.funders,
                notice,
            })
        })
        .collect();
    billing::table(&rows)
}

#[component]
fn Lines(lines: Vec<BillLine>, moment: Moment) -> Element {
    let words = use_words();
    let more = u32::try_from(lines.len().saturating_sub(MOST_SHOWN)).unwrap_or(u32::MAX);
    rsx! {
        Section { title: words.say("bill-lines"), testid: "bill-lines",
            if lines.is_empty() {
                Empty { icon: IconName::Log, title: words.say("bill-empty") }
            } else {
                ul { class: "rows",
                    for (index , one) in lines.iter().take(MOST_SHOWN).enumerate() {
                        li { key: "{index}",
                            Go { to: Route::Person { participant: one.participant.clone() }, class: "row", testid: "bill-line",
                                span { class: "row-body",
                                    span { class: "row-title", "{one.name}" }
                                    span { class: "row-line", {dates::alone(dates::day(&words, &moment, &one.line.on.to_string()))} }
                                    span { class: "row-line", {said(&words, one)} }
                                }
                                span { class: "row-end tabular", {words.say_with("bill-count", [("count", one.line.units.into())])} }
                            }
                        }
                    }
                }
            }
            if more > 0 {
                p { class: "soft", {words.say_with("bill-more", [("count", more.into())])} }
            }
        }
    }
}

/// "38 min · H0038 HF", or why there are no units.
fn said(words: &Words, one: &BillLine) -> String {
    let line = &one.line;
    let minutes = words.say_with("measure-row-minutes", [("count", line.minutes.into())]);
    let mut parts = vec![minutes];
    match line.why_not {
        Some(reason) => parts.push(words.say(why(reason))),
        None => parts.push(
            format!("{} {}", line.code, line.modifiers.join(" "))
                .trim()
                .to_owned(),
        ),
    }
    if line.over_cap > 0 {
        parts.push(words.say_with("bill-over-cap", [("count", line.over_cap.into())]));
    }
    if line.to_authorize > 0 {
        parts.push(words.say_with("bill-authorize", [("count", line.to_authorize.into())]));
    }
    parts.join(" · ")
}
