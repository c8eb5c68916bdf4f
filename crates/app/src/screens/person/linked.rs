//! What came of links to what helps: asked on Today, and shown on the page of the participant (S2-3).

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, LinkOutcome, ResourceLinkCommand, ResourceLinkField, ResourceLinkView,
};

use crate::{
    components::{Button, ButtonLook, Go, Icon, IconName, Mark, MarkTone, Section, plain},
    forms::{PageOrder, use_dialogs},
    routes::{LaterRoute, Route},
    words::{
        Words, coaching,
        dates::{self, Moment},
        use_words,
    },
};

/// Lines on the page of a participant, at most.
const SHOWN: usize = 3;

/// On Today: the coach is asked, once, what came of a link.
#[component]
pub fn LinksToday(links: Vec<ResourceLinkView>, moment: Moment) -> Element {
    let words = use_words();
    let (_, on_order) = use_dialogs::<()>();
    if links.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: words.say("links-asked"), testid: "today-links",
            ul { class: "rows",
                for link in links {
                    li { key: "{link.id}", class: "row plan-entry", "data-testid": "link-asked",
                        div { class: "row-body",
                            Go { to: Route::TodayPerson { participant: link.participant.clone() }, class: "agenda-name", "{link.name}" }
                            span { class: "row-title", "{link.to}" }
                            span { class: "row-line", {words.say_with("links-day", [("day", dates::day(&words, &moment, &link.on.to_string()).into())])} }
                            {outcomes(&words, &link, on_order)}
                        }
                    }
                }
            }
        }
    }
}

/// What may have come of a link, one tap each.
pub fn outcomes(
    words: &Words,
    link: &ResourceLinkView,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let others = LinkOutcome::ALL.iter().copied();
    let others = others.filter(|outcome| link.outcome != Some(*outcome));
    rsx! {
        span { class: "entry-tools",
            for outcome in others {
                Button {
                    key: "{outcome:?}",
                    label: words.say(coaching::link_outcome(outcome)),
                    spoken: words.say_with("links-outcome-of", [("what", words.say(coaching::link_outcome(outcome)).into()), ("name", link.name.clone().into()), ("to", link.to.clone().into())]),
                    look: ButtonLook::Quiet,
                    testid: "link-{plain(outcome.code())}",
                    on_press: {
                        let command = |outcome| Command::Coaching(CoachingCommand::ResourceLink(ResourceLinkCommand::Change {
                            participant: link.participant.clone(),
                            link: link.id.clone(),
                            changes: vec![ResourceLinkField::Outcome(outcome)],
                        }));
                        let order = PageOrder { undo: Some(command(link.outcome)), ..command(Some(outcome)).into() };
                        move |()| on_order.call(order.clone())
                    },
                }
            }
        }
    }
}

/// What came of it, and when that was written down.
pub fn outcome_line(words: &Words, moment: &Moment, link: &ResourceLinkView) -> Element {
    let day = |day: &str| dates::day(words, moment, day);
    let linked = words.say_with("links-day", [("day", day(&link.on.to_string()).into())]);
    let Some(outcome) = link.outcome else {
        return rsx! { span { class: "row-line", "{linked}" } };
    };
    let what = words.say(coaching::link_outcome(outcome));
    let said = match link.outcome_day {
        Some(on) => {
            let with = [("what", what.into()), ("day", day(&on.to_string()).into())];
            words.say_with("links-came", with)
        }
        None => what,
    };
    let tone = match outcome {
        LinkOutcome::Went => MarkTone::Good,
        LinkOutcome::TurnedAway => MarkTone::Attention,
        LinkOutcome::DidNotGo | LinkOutcome::NoWord => MarkTone::Quiet,
    };
    rsx! {
        span { class: "row-line", "{linked}" }
        div { class: "wrap", Mark { words: said, tone } }
    }
}

/// On the page of a participant: the newest, and the way to all.
pub fn linked(
    words: &Words,
    moment: &Moment,
    participant: &str,
    links: &[ResourceLinkView],
) -> Element {
    rsx! {
        if !links.is_empty() {
            Section { title: words.say("links-title"), testid: "person-linked",
                ul { class: "rows",
                    for link in links.iter().take(SHOWN) {
                        li { key: "{link.id}", class: "row",
                            Icon { name: IconName::Seedling }
                            div { class: "row-body",
                                span { class: "row-title", "{link.to}" }
                                {outcome_line(words, moment, link)}
                            }
                        }
                    }
                }
            }
        }
        Go { to: LaterRoute::ResourceLinks { participant: participant.to_owned() }, class: "button button-soft", testid: "person-links",
            Icon { name: IconName::Seedling }
            span { {words.say("links-title")} }
        }
    }
}
