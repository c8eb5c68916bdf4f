//! Miles and stipends: what somebody asked for, and what was decided (S3-14, S3-18).

mod ask;
mod decide;
mod payroll;

use dioxus::prelude::*;
use handrail_engine::api::{
    ClaimView, ClaimsView, DecidedView, MoneyCommand, MoneyState, MoneyStep, Payee, StipendView,
    WorkforceCommand, WorkforceQuery, WorkforceReply,
};

use ask::{ClaimForm, StipendForm};
use decide::DecideForm;

pub use payroll::Payroll;

use super::{PersonPage, TakeBack, leave, order, use_workforce};
use crate::{
    ask::Load,
    components::{Absent, Button, ButtonLook, Empty, Fold, IconName, Mark, MarkTone, Section},
    forms::{Open, PageOrder, use_dialogs},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words, workforce,
    },
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// Which trips.
    Claim,
    /// What a stipend is for.
    Stipend,
    /// Why something is not asked for any more.
    TakeBack(String),
    /// A decision about what was asked for.
    Decide(String, MoneyStep),
}

fn pay(command: MoneyCommand) -> PageOrder {
    order(WorkforceCommand::Money(command))
}

/// What somebody asked for; `me` for oneself.
#[component]
pub fn Claims(person: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let (asked, whom) = (person.clone(), person.clone());
    let answer = use_workforce(move || WorkforceQuery::Claims {
        person: asked.clone(),
    });
    let (open, on_order) = use_dialogs::<Asking>();
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(WorkforceReply::Claims(view)) => rsx! {
                    Content { person: person.clone(), view: (*view).clone(), moment, open }
                    {asked_for(*view, moment, open, on_order)}
                },
                other => rsx! {
                    Absent { title: words.say("claims-title"), page: "claims", why: other.why(), back: move |()| leave(&whom) }
                },
            }
        }
    }
}

fn asked_for(
    view: ClaimsView,
    moment: Moment,
    open: Open<Asking>,
    on_order: Callback<PageOrder>,
) -> Element {
    match (open.asking)() {
        None => rsx! {},
        Some(Asking::Claim) => rsx! {
            ClaimForm { view, moment, open, on_order }
        },
        Some(Asking::Stipend) => rsx! {
            StipendForm { view, open, on_order }
        },
        Some(Asking::TakeBack(entry)) => rsx! {
            TakeBack {
                about: "claim-take-back-words",
                on_close: move |()| open.ask(None),
                on_reason: move |reason| on_order.call(pay(MoneyCommand::TakeBack { entry: entry.clone(), reason })),
            }
        },
        Some(Asking::Decide(entry, step)) => rsx! {
            DecideForm { member: view.member, funders: view.funders, entry, step, open, on_order }
        },
    }
}

/// The page as rendered from the engine's view.
#[component]
fn Content(person: String, view: ClaimsView, moment: Moment, open: Open<Asking>) -> Element {
    let words = use_words();
    let miles: u32 = view.trips.iter().map(|trip| trip.miles_tenths).sum();
    rsx! {
        PersonPage { person, name: view.name.clone(), own_title: "claims-own", title: "claims-of", here: "claims-title", testid: "claims",
            p { class: "soft", {words.say(if view.own { "claims-words-own" } else { "claims-words" })} }
            {super::set_aside(&words, &moment, &view.aside)}
            Section { title: words.say("claims-miles"), testid: "claims-miles",
                if view.own && !view.trips.is_empty() {
                    p { class: "strong", {words.say_with("claims-unclaimed", [("count", u32::try_from(view.trips.len()).unwrap_or(u32::MAX).into()), ("miles", dates::miles(miles))])} }
                    Button { label: words.say("claim-add"), icon: IconName::Plus, look: ButtonLook::Main, testid: "claim-add", on_press: move |()| open.ask(Some(Asking::Claim)) }
                }
                if view.claims.is_empty() {
                    Empty { icon: IconName::Log, title: words.say("claims-empty"), words: words.say("claims-empty-words") }
                }
                ul { class: "rows",
                    for one in &view.claims {
                        {claim(&words, &moment, &view, one, open)}
                    }
                }
            }
            Section { title: words.say("stipends-title"), testid: "stipends",
                if view.own {
                    Button { label: words.say("stipend-add"), icon: IconName::Plus, look: ButtonLook::Plain, testid: "stipend-add", on_press: move |()| open.ask(Some(Asking::Stipend)) }
                }
                if view.stipends.is_empty() {
                    p { class: "soft", {words.say("stipends-empty")} }
                }
                ul { class: "rows",
                    for one in &view.stipends {
                        {stipend(&words, &moment, &view, one, open)}
                    }
                }
            }
        }
    }
}

fn claim(
    words: &Words,
    moment: &Moment,
    view: &ClaimsView,
    one: &ClaimView,
    open: Open<Asking>,
) -> Element {
    let miles = u32::try_from(one.claim.miles_tenths()).unwrap_or(u32::MAX);
    let title = words.say_with(
        "claim-of",
        [
            ("miles", dates::miles(miles)),
            ("money", workforce::money(one.cents).into()),
        ],
    );
    rsx! {
        li { key: "{one.id}", class: "row plan-entry", "data-testid": "claim",
            div { class: "row-body",
                span { class: "row-title", "{title}" }
                span { class: "row-line", {words.say(payee(one.claim.payee))} }
                span { class: "row-line", {words.say_with("claim-asked", [("when", dates::day_and_time(words, moment, one.at).into())])} }
                Fold { label: words.say_with("claim-trips", [("count", u32::try_from(one.claim.trips.len()).unwrap_or(u32::MAX).into())]),
                    ul { class: "stack-tight small",
                        for trip in &one.claim.trips {
                            li { key: "{trip.contact}", class: "tabular",
                                {words.say_with("claim-trip", [
                                    ("day", dates::alone(dates::day(words, moment, &trip.on.to_string())).into()),
                                    ("miles", dates::miles(trip.miles_tenths)),
                                    ("rate", dates::tenths(trip.rate.tenths).into()),
                                    ("money", workforce::money(trip.cents()).into()),
                                ])}
                            }
                        }
                    }
                }
                if one.doubled > 0 {
                    span { class: "row-line", {words.say_with("claim-doubled", [("count", one.doubled.into())])} }
                }
                if one.unmatched > 0 {
                    span { class: "wrap", Mark { words: words.say_with("claim-unmatched", [("count", one.unmatched.into())]), tone: MarkTone::Attention, icon: IconName::Attention } }
                }
                {standing(words, &one.decided)}
                {tools(words, view, &one.id, &title, one.decided.state, open)}
            }
        }
    }
}

fn stipend(
    words: &Words,
    moment: &Moment,
    view: &ClaimsView,
    one: &StipendView,
    open: Open<Asking>,
) -> Element {
    let title = format!(
        "{}: {}",
        one.stipend.what,
        workforce::money(one.stipend.cents.into())
    );
    let offer = one.stipend.offer.map(|id| id.to_string());
    let offer = view
        .offers
        .iter()
        .find(|known| Some(&known.id) == offer.as_ref());
    rsx! {
        li { key: "{one.id}", class: "row plan-entry", "data-testid": "stipend",
            div { class: "row-body",
                span { class: "row-title", "{title}" }
                if let Some(offer) = offer {
                    span { class: "row-line", {words.say_with("stipend-offer-is", [("what", offer.offer.name.clone().into())])} }
                }
                span { class: "row-line", {words.say_with("claim-asked", [("when", dates::day_and_time(words, moment, one.at).into())])} }
                {standing(words, &one.decided)}
                {tools(words, view, &one.id, &title, one.decided.state, open)}
            }
        }
    }
}

/// How it stands, who decided and why.
fn standing(words: &Words, decided: &DecidedView) -> Element {
    let (key, tone) = match decided.state {
        MoneyState::Requested => ("money-requested", MarkTone::Primary),
        MoneyState::Disputed => ("money-disputed", MarkTone::Attention),
        MoneyState::Approved => ("money-approved", MarkTone::Good),
        MoneyState::Paid => ("money-paid", MarkTone::Good),
        MoneyState::Declined => ("money-declined", MarkTone::Quiet),
        MoneyState::TakenBack => ("money-taken-back", MarkTone::Quiet),
    };
    rsx! {
        span { class: "wrap", Mark { words: words.say(key), tone } }
        if !decided.by.is_empty() {
            span { class: "row-line", {words.say_with("money-by", [("name", decided.by.clone().into())])} }
        }
        if !decided.funder.is_empty() {
            span { class: "row-line", {words.say_with("money-funder-is", [("what", decided.funder.clone().into())])} }
        }
        if !decided.reason.is_empty() {
            span { class: "row-line keep-lines", "{decided.reason}" }
        }
    }
}

/// What can be done.
fn tools(
    words: &Words,
    view: &ClaimsView,
    id: &str,
    title: &str,
    state: MoneyState,
    open: Open<Asking>,
) -> Element {
    let steps = MoneyStep::ALL.iter().copied();
    let steps: Vec<MoneyStep> = steps
        .filter(|step| view.may_decide && state.allows(*step))
        .collect();
    let id = id.to_owned();
    let may_take_back = view.own && state.is_open();
    rsx! {
        span { class: "entry-tools",
            for step in steps {
                Button {
                    key: "{step:?}",
                    label: words.say(step_key(step)),
                    spoken: format!("{}: {title}", words.say(step_key(step))),
                    look: ButtonLook::Quiet,
                    testid: step_key(step),
                    on_press: {
                        let id = id.clone();
                        move |()| open.ask(Some(Asking::Decide(id.clone(), step)))
                    },
                }
            }
            if may_take_back {
                Button {
                    label: words.say("training-take-back"),
                    spoken: words.say_with("training-take-back-of", [("what", title.to_owned().into())]),
                    look: ButtonLook::Quiet,
                    testid: "money-take-back",
                    on_press: move |()| open.ask(Some(Asking::TakeBack(id.clone()))),
                }
            }
        }
    }
}

/// What a decision is called on its button.
fn step_key(step: MoneyStep) -> &'static str {
    match step {
        MoneyStep::Approved => "money-approve",
        MoneyStep::Declined => "money-decline",
        MoneyStep::Paid => "money-pay",
    }
}

/// As what somebody is paid for miles.
fn payee(payee: Payee) -> &'static str {
    match payee {
        Payee::Staff => "payee-staff",
        Payee::Volunteer => "payee-volunteer",
    }
}
