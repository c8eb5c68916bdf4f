//! What a participant agreed that others may be told, and what was told (42 CFR part 2).

mod accounting;
mod agreed;
mod asked;
mod end;
mod form;
mod handed;
mod pad;
mod paper;
mod scope;
mod tell;
mod texts;

use dioxus::prelude::*;
use handrail_engine::api::{
    AroundConsentView, CoachingCommand, Command, ConsentCommand, ConsentView, ConsentsView, Query,
    Reply, Topic,
    consent::{ConsentState, Expiry},
};

pub use accounting::Accounting;
pub use agreed::{agreed, of_file};
pub use asked::ListsDue;
pub use form::ConsentEdit;
pub use handed::Handed;
pub use paper::ConsentPaper;
pub use scope::covers;
pub use texts::{DisclosureNotice, use_texts};

use asked::{AboutList, ListDialog, requests};
use end::{EndDialog, Ending};
use tell::{TellDialog, Why};

use super::{pages::use_back_to, use_noted};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Check, Empty, Go, Icon, IconName, Mark, MarkTone, Notice,
        NoticeTone, Page, Section,
    },
    forms::{Open, PageOrder, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words, consents as said,
        dates::{self, Moment},
        use_words,
    },
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// What is told, and why it may be.
    Tell(Why),
    /// A consent is taken back, or its event has come.
    End(String, Ending),
    /// They asked for the list of what was told.
    List,
}

/// The consents of a participant, asked again when something changes.
fn use_consents(participant: &str) -> Signal<Load<ConsentsView>> {
    use_noted(participant);
    let participant = participant.to_owned();
    use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        move || Query::Consents {
            participant: participant.clone(),
        },
        |reply| match reply {
            Reply::Consents(view) => Some(*view),
            _ => None,
        },
    )
}

/// Consents of a participant, and what was told.
#[component]
pub fn Consents(participant: String) -> Element {
    let words = use_words();
    let answer = use_consents(&participant);
    let (open, on_order) = use_dialogs::<Asking>();
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    ConsentsContent { view: view.clone(), open, on_order, back }
                    match (open.asking)() {
                        None => rsx! {},
                        Some(Asking::Tell(why)) => rsx! { TellDialog { view, why, open, on_order } },
                        Some(Asking::End(consent, ending)) => rsx! { EndDialog { view, consent, ending, open, on_order } },
                        Some(Asking::List) => rsx! { ListDialog { participant: view.participant, today: view.today, about: AboutList::Asked, problem: (open.problem)(), on_order, on_close: move |()| open.ask(None) } },
                    }
                },
                other => rsx! { Absent { title: words.say("consents-title"), page: "consents", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn ConsentsContent(
    view: ConsentsView,
    open: Open<Asking>,
    on_order: OnOrder,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let moment = use_moment();
    let may_write = !view.read_only;
    let (standing, replaced): (Vec<&ConsentView>, Vec<&ConsentView>) = view
        .consents
        .iter()
        .partition(|one| !one.consent.is_replaced());
    let new = LaterRoute::ConsentEdit {
        participant: view.participant.clone(),
        consent: "new".to_owned(),
    };
    let accounting = LaterRoute::Accounting {
        participant: view.participant.clone(),
    };
    let accounted = words.say_with("accounting-open", [("count", view.told.len().into())]);
    rsx! {
        Page { title: words.say_with("consents-of", [("name", view.name.clone().into())]), testid: "consents", back,
            p { class: "soft", {words.say("consents-words")} }
            if !view.part2 {
                Notice { testid: "part2-off", p { {words.say("consents-part2-off")} } }
            }
            if view.texts.is_stale(view.today) {
                Notice { tone: NoticeTone::Attention, testid: "consent-texts-stale", p { {words.say("consent-texts-stale")} } }
            }
            if may_write {
                Go { to: new, class: "button button-main", testid: "consent-add",
                    Icon { name: IconName::Plus }
                    span { {words.say("consent-add")} }
                }
                div { class: "card card-stack",
                    h2 { {words.say("tell-title")} }
                    p { class: "soft small", {words.say("tell-words")} }
                    for (why , label , testid) in [(Why::Agreed, "tell-agreed", "tell-agreed"), (Why::Emergency, "tell-emergency", "tell-emergency"), (Why::ChildReport, "tell-report", "tell-report")] {
                        Button { key: "{testid}", label: words.say(label), wide: true, testid, on_press: move |()| open.ask(Some(Asking::Tell(why))) }
                    }
                }
            }
            Go { to: accounting, class: "button button-soft", testid: "accounting-open",
                Icon { name: IconName::Log }
                span { "{accounted}" }
            }
            if may_write {
                Button { label: words.say("list-ask"), wide: true, testid: "list-ask", on_press: move |()| open.ask(Some(Asking::List)) }
            }
            {requests(&words, &view, None)}
            Section { title: words.say("consents-title"), testid: "consent-list",
                if standing.is_empty() {
                    Empty { icon: IconName::Check, title: words.say("consents-empty"), words: words.say("consents-empty-words") }
                }
                ul { class: "rows",
                    for one in standing {
                        {row(&words, &moment, &view, one, may_write.then_some(open))}
                    }
                }
            }
            if !view.around.is_empty() {
                {around(&words, &view.around)}
            }
            if !replaced.is_empty() {
                Section { title: words.say("consents-replaced"), testid: "consents-replaced",
                    ul { class: "rows",
                        for one in replaced {
                            {row(&words, &moment, &view, one, None)}
                        }
                    }
                }
            }
            if view.unread > 0 {
                Notice { tone: NoticeTone::Attention, testid: "consents-unread", p { {words.say("consents-unread")} } }
            }
            if view.may_set_part2 {
                Section { title: words.say("part2-title"), testid: "part2",
                    Check { label: words.say("part2-set"), checked: view.part2, testid: "part2-set", on_toggle: move |on| on_order.call(Command::Coaching(CoachingCommand::Consent(ConsentCommand::SetPart2(on))).into()) }
                    p { class: "small soft", {words.say("part2-words")} }
                }
            }
            if view.set_aside > 0 {
                Notice { tone: NoticeTone::Attention, testid: "consents-set-aside", p { {words.say_with("consents-set-aside", [("count", view.set_aside.into())])} } }
            }
        }
    }
}

/// Professionals around them, and whether they may be told.
fn around(words: &Words, people: &[AroundConsentView]) -> Element {
    rsx! {
        Section { title: words.say("consent-around"), testid: "consent-around",
            p { class: "soft", {words.say("consent-around-words")} }
            ul { class: "rows",
                for (index , one) in people.iter().enumerate() {
                    li { key: "{index}", class: "row", "data-testid": "consent-around-row",
                        div { class: "row-body",
                            span { class: "row-title", "{one.name}" }
                            span { class: "row-line", {words.say(said::side(one.side))} }
                            div { class: "wrap",
                                match one.until {
                                    None => rsx! { Mark { tone: MarkTone::Attention, words: words.say("consent-around-none") } },
                                    Some(None) => rsx! { Mark { tone: MarkTone::Good, words: words.say("consent-around-may") } },
                                    Some(Some(day)) => rsx! { Mark { tone: MarkTone::Good, words: words.say_with("consent-around-until", [("day", dates::full_date(words, day.as_naive()).into())]) } },
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One consent, with what can be done.
fn row(
    words: &Words,
    moment: &Moment,
    view: &ConsentsView,
    one: &ConsentView,
    open: Option<Open<Asking>>,
) -> Element {
    let consent = &one.consent;
    let id = consent.id.to_string();
    let title = consent.form.kind.map_or("consent-lacks-kind", said::kind);
    let names: Vec<String> = consent
        .form
        .recipients
        .iter()
        .map(|one| one.name.clone())
        .collect();
    let tone = match one.state {
        ConsentState::Valid => MarkTone::Good,
        ConsentState::Incomplete(_) => MarkTone::Attention,
        _ => MarkTone::Quiet,
    };
    // What another took the place of holds no more, whatever it would be by itself.
    let shows_state = !consent.is_replaced() || one.state != ConsentState::Valid;
    let missing = match &one.state {
        ConsentState::Incomplete(missing) => missing.clone(),
        _ => Vec::new(),
    };
    let is_open = matches!(one.state, ConsentState::Valid | ConsentState::Incomplete(_));
    let has_event = matches!(
        consent.form.expiry,
        Some(Expiry::Event(_) | Expiry::Condition(_) | Expiry::EndOfTreatment)
    );
    let paper = LaterRoute::ConsentPaper {
        participant: view.participant.clone(),
        consent: id.clone(),
    };
    let edit = LaterRoute::ConsentEdit {
        participant: view.participant.clone(),
        consent: id.clone(),
    };
    let made = [
        ("by", one.by.clone().into()),
        (
            "day",
            dates::full_date(words, moment.local(consent.made.at.millis()).0).into(),
        ),
    ];
    let (revoked, ended) = (id.clone(), id.clone());
    rsx! {
        li { key: "{id}", class: "row plan-entry", "data-testid": "consent",
            div { class: "row-body",
                span { class: "row-title", {words.say(title)} }
                if !names.is_empty() {
                    span { class: "row-line", {words.say_with("consent-to", [("names", names.join(", ").into())])} }
                }
                if shows_state {
                    div { class: "wrap",
                        Mark { tone, words: said::state(words, &one.state) }
                    }
                }
                if !missing.is_empty() {
                    ul { "data-testid": "consent-missing",
                        for element in missing {
                            li { key: "{element:?}", class: "row-line", {words.say(said::element(element))} }
                        }
                    }
                }
                if let Some(expiry) = &consent.form.expiry {
                    span { class: "row-line", {said::expiry(words, expiry)} }
                }
                if !one.relied.is_empty() {
                    span { class: "row-line", "data-testid": "consent-relied", {words.say_with("consent-relied", [("count", one.relied.len().into())])} }
                }
                span { class: "row-line soft", {words.say_with("consent-made", made)} }
                span { class: "entry-tools",
                    Go { to: paper, class: "button button-quiet", testid: "consent-paper-open",
                        Icon { name: IconName::Print }
                        span { {words.say("consent-copy")} }
                    }
                    if let Some(open) = open.filter(|_| is_open) {
                        Go { to: edit, class: "button button-quiet", testid: "consent-change",
                            Icon { name: IconName::Edit }
                            span { {words.say("consent-change")} }
                        }
                        Button { label: words.say("consent-revoke"), look: ButtonLook::Quiet, testid: "consent-revoke", on_press: move |()| open.ask(Some(Asking::End(revoked.clone(), Ending::Revoked))) }
                        if has_event {
                            Button { label: words.say("consent-ended"), look: ButtonLook::Quiet, testid: "consent-ended", on_press: move |()| open.ask(Some(Asking::End(ended.clone(), Ending::Came))) }
                        }
                    }
                }
            }
        }
    }
}

/// What a dialog's order comes to.
type OnOrder = EventHandler<PageOrder>;
