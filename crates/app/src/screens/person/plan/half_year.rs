use dioxus::prelude::*;
use handrail_engine::api::{Aspect, AspectState, Command, HalfYear, LocalDate, MilestoneInput};

use super::Asking;
use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, FieldKind, FormDialog, Icon, IconName, Section,
        TextField,
    },
    forms::{Open, PageOrder, use_sending},
    words::{
        dates::{self, Moment},
        half_year, labels, use_words,
    },
};

/// How somebody lives half a year after they came in (S0-27): what is known, and what nobody wrote down.
#[component]
pub fn HalfYears(
    half_years: Vec<HalfYear>,
    moment: Moment,
    may_write: bool,
    open: Open<Asking>,
) -> Element {
    let words = use_words();
    let day = |on: LocalDate| dates::day(&words, &moment, &on.to_string());
    rsx! {
        Section { title: words.say("half-year-title"), testid: "plan-half-year",
            p { class: "soft", {words.say("half-year-words")} }
            for of in half_years {
                div { key: "{of.came}", class: "stack-tight",
                    p { class: "strong",
                        {words.say_with("half-year-of", [("came", day(of.came).into()), ("day", day(of.on).into())])}
                    }
                    ul { class: "rows",
                        for aspect in Aspect::ALL.iter().copied() {
                            Line { key: "{aspect:?}", of, aspect, moment, may_write, open }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Line(
    of: HalfYear,
    aspect: Aspect,
    moment: Moment,
    may_write: bool,
    open: Open<Asking>,
) -> Element {
    let words = use_words();
    let what = words.say(half_year::aspect(aspect));
    let icon = match of.of(aspect) {
        AspectState::Yes(_) | AspectState::No(_) => IconName::Check,
        AspectState::Both(_) | AspectState::NotSaid => IconName::Help,
    };
    rsx! {
        li { class: "row", "data-testid": "half-year-{aspect.code()}",
            Icon { name: icon }
            div { class: "row-body",
                span { class: "row-title", "{what}" }
                span { class: "row-line", {half_year::state(&words, &moment, of.of(aspect))} }
                if may_write {
                    span { class: "entry-tools",
                        Button { label: words.say("half-year-write"), spoken: words.say_with("half-year-write-of", [("what", what.clone().into())]), look: ButtonLook::Quiet, testid: "half-year-write-{aspect.code()}", on_press: move |()| open.ask(Some(Asking::HalfYear(aspect, of))) }
                    }
                }
            }
        }
    }
}

/// Asks how it is, or was, and of which day: it becomes one of the important dates.
#[component]
pub fn HalfYearForm(
    participant: String,
    aspect: Aspect,
    of: HalfYear,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let today = LocalDate::from_naive(moment.today()).unwrap_or(of.on);
    let start = if today <= of.closes() { today } else { of.on };
    let mut is_so = use_signal(|| None::<bool>);
    let mut day = use_signal(|| start.to_string());
    let sending = use_sending(open, on_order);
    let (yes, no) = aspect.events();
    let submit = move |()| {
        let fits = |on: &LocalDate| *on <= today && of.opens() <= *on && *on <= of.closes();
        let on = LocalDate::parse(&day.peek()).ok().filter(fits);
        let said = match (is_so(), on) {
            (None, _) => Err("half-year-missing"),
            (_, None) => Err("half-year-day-wrong"),
            (Some(is_so), Some(on)) => Ok(Command::RecordMilestone {
                participant: participant.clone(),
                milestone: MilestoneInput::Dated {
                    event: if is_so { yes } else { no },
                    on: on.to_string(),
                },
            }),
        };
        sending.send(said.map(PageOrder::from));
    };
    let problem = sending.shown(&words);
    rsx! {
        FormDialog { title: words.say(half_year::aspect(aspect)), testid: "half-year", problem, on_submit: submit, on_close: move |()| open.ask(None),
            p { class: "soft", {words.say(half_year::meaning(aspect))} }
            Chips { label: words.say("half-year-question"),
                ChipRadio { group: "half-year", label: words.say(labels::milestone(yes)), chosen: is_so() == Some(true), testid: "half-year-yes", on_choose: move |()| is_so.set(Some(true)) }
                ChipRadio { group: "half-year", label: words.say(labels::milestone(no)), chosen: is_so() == Some(false), testid: "half-year-no", on_choose: move |()| is_so.set(Some(false)) }
            }
            TextField { id: "half-year-day", label: words.say("half-year-day"), kind: FieldKind::Date, initial: start.to_string(), testid: "half-year-day", on_input: move |text| day.set(text) }
        }
    }
}
