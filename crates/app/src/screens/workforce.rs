//! The people who work here: who is trained in what, what ends soon, and what is asked of them (issue 5.5).

mod card;
mod claims;
mod growth;
mod line;
mod people;
mod today;
mod topics;
mod training;

use dioxus::prelude::*;
use handrail_engine::api::{
    AsideView, CoachingCommand, Command, Query, Reply, Role, Topic, WorkforceCommand,
    WorkforceQuery, WorkforceReply,
};

pub use card::CoachCard;
pub use claims::{Claims, Payroll};
pub use growth::Growth;
pub use people::Workforce;
pub use today::WorkforceToday;
pub use training::Trainings;

use crate::{
    ask::{Load, use_view},
    components::{Go, Notice, NoticeTone, Page},
    forms::PageOrder,
    routes::{LaterRoute, Route},
    screens::{person::ReasonDialog, shell::use_unlocked},
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// Whom a page is about where it is about whoever looks.
pub const ME: &str = "me";

fn use_workforce(query: impl Fn() -> WorkforceQuery + 'static) -> Signal<Load<WorkforceReply>> {
    use_view(
        &[Topic::Team, Topic::Encounters],
        move || Query::Workforce(query()),
        |reply| match reply {
            Reply::Workforce(reply) => Some(*reply),
            _ => None,
        },
    )
}

fn order(command: WorkforceCommand) -> PageOrder {
    Command::Coaching(CoachingCommand::Workforce(command)).into()
}

/// Back to where pages about a person belong.
fn leave(person: &str) {
    match person {
        ME => navigator().push(Route::More {}),
        _ => navigator().push(LaterRoute::Workforce {}),
    };
}

/// What somebody said whom it was not to say: shown, and not counted.
fn set_aside(words: &Words, moment: &Moment, aside: &[AsideView]) -> Element {
    if aside.is_empty() {
        return rsx! {};
    }
    let count = u32::try_from(aside.len()).unwrap_or(u32::MAX);
    rsx! {
        Notice { tone: NoticeTone::Attention, testid: "workforce-aside",
            p { class: "strong", {words.say_with("workforce-aside", [("count", count.into())])} }
            ul {
                for one in aside {
                    li { "{one.by}, " {dates::day_and_time(words, moment, one.at)} }
                }
            }
        }
    }
}

/// A page about one person: its title about oneself or about another, and the way to the others.
#[component]
fn PersonPage(
    person: String,
    name: String,
    own_title: &'static str,
    title: &'static str,
    here: &'static str,
    testid: &'static str,
    #[props(default = true)] member: bool,
    children: Element,
) -> Element {
    let words = use_words();
    let title = if person == ME {
        words.say(own_title)
    } else {
        words.say_with(title, [("name", name.into())])
    };
    let whom = person.clone();
    let looks = use_looks();
    let back = move |()| {
        if whom == ME || looks {
            leave(&whom);
        } else {
            let person = ME.to_owned();
            navigator().push(LaterRoute::Growth { person });
        }
    };
    rsx! {
        Page { title, testid, back,
            Pages { person, here, member }
            {children}
        }
    }
}

/// Whether this member looks at the pages of everybody; a coach sees only how those grow whom they guide.
fn use_looks() -> bool {
    let role = use_unlocked().role;
    !matches!(role, Role::Coach | Role::VolunteerCoach)
}

/// Asks why something does not belong there any more.
#[component]
fn TakeBack(
    about: &'static str,
    on_close: EventHandler<()>,
    on_reason: EventHandler<String>,
) -> Element {
    let words = use_words();
    let label = words.say("training-take-back");
    rsx! {
        ReasonDialog { title: label.clone(), words: words.say(about), submit: label, on_close, on_reason }
    }
}

/// The pages about one person, beside each other, that are for whoever looks. Somebody without a device
/// has neither money nor a card here.
#[component]
fn Pages(person: String, here: &'static str, #[props(default = true)] member: bool) -> Element {
    let words = use_words();
    let looks = use_looks();
    let decides = use_unlocked().role.is_supervisor();
    let to = |route: fn(String) -> LaterRoute| route(person.clone());
    let mut pages: Vec<(&str, LaterRoute)> = Vec::new();
    if person == ME || looks {
        pages.push((
            "workforce-training",
            to(|person| LaterRoute::Trainings { person }),
        ));
    }
    pages.push(("growth-title", to(|person| LaterRoute::Growth { person })));
    if member && (person == ME || decides) {
        pages.push(("claims-title", to(|person| LaterRoute::Claims { person })));
    }
    if member {
        pages.push((
            "coach-card-title",
            to(|person| LaterRoute::CoachCard { person }),
        ));
    }
    rsx! {
        nav { class: "wrap", "aria-label": words.say("workforce-pages"),
            for (key , route) in pages {
                Go { key: "{key}", to: route, class: "button button-quiet", current: (key == here).then(|| "page".to_owned()), testid: "{key}-page",
                    span { {words.say(key)} }
                }
            }
        }
    }
}
