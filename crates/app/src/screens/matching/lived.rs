use dioxus::prelude::*;
use handrail_engine::api::{Experience, Lived, MatchingCommand, MatchingView, Whose};

use super::{order, question::question, use_matching};
use crate::{
    ask::Load,
    components::{Absent, Check, ChipRadio, Chips, Notice, Page, Section, plain},
    forms::{PageOrder, use_dialogs},
    routes::Route,
    session::use_moment,
    words::{Words, coaching, dates::Moment, use_words},
};

/// What this coach has lived, and what is asked of them.
#[component]
pub fn MyExperience() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_matching();
    let (_, on_order) = use_dialogs::<()>();
    let back = move |()| {
        navigator().push(Route::More {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    MyExperienceContent { view, moment, on_order, back }
                },
                other => rsx! { Absent { title: words.say("lived-title"), page: "lived", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn MyExperienceContent(
    view: MatchingView,
    moment: Moment,
    on_order: EventHandler<PageOrder>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let lived = use_signal(|| view.lived.clone());
    let on_say = use_callback(move |(what, said): (Experience, Option<Lived>)| {
        let mut lived = lived;
        let mut all = lived.peek().clone();
        let place = all.iter().position(|one| one.what == what);
        match (place, said) {
            (Some(place), Some(said)) => all.splice(place..=place, [said]).for_each(drop),
            (Some(place), None) => drop(all.remove(place)),
            (None, said) => all.extend(said),
        }
        lived.set(all.clone());
        on_order.call(order(MatchingCommand::Keep(all)));
    });
    rsx! {
        Page { title: words.say("lived-title"), testid: "lived", line: words.say("lived-line"), back,
            if !view.to_me.is_empty() {
                Section { title: words.say("fits-to-me"), testid: "questions",
                    ul { class: "stack",
                        for one in view.to_me {
                            {question(&words, &moment, &one, on_order)}
                        }
                    }
                }
            }
            Notice { testid: "lived-only-here",
                p { class: "strong", {words.say("lived-only-here")} }
                p { {words.say("lived-only-here-words")} }
            }
            p { {words.say("lived-words")} }
            ul { class: "stack",
                for what in Experience::ALL.iter().copied() {
                    {experience(&words, what, &lived.read(), on_say)}
                }
            }
        }
    }
}

/// One experience, whose it is, and what may be done with it.
fn experience(
    words: &Words,
    what: Experience,
    lived: &[Lived],
    on_say: Callback<(Experience, Option<Lived>)>,
) -> Element {
    let code = plain(what.code());
    let known = lived.iter().copied().find(|one| one.what == what);
    let label = words.say(coaching::experience(what));
    let of = |whose| Lived {
        whose,
        ..known.unwrap_or(Lived {
            what,
            whose,
            may_match: false,
            may_tell: false,
        })
    };
    rsx! {
        li { key: "{code}", class: "card card-stack",
            Chips { label,
                ChipRadio { group: "lived-{code}", label: words.say("lived-not-said"), chosen: known.is_none(), testid: "lived-{code}-none", on_choose: move |()| on_say.call((what, None)) }
                for whose in Whose::ALL.iter().copied() {
                    ChipRadio {
                        key: "{whose:?}",
                        group: "lived-{code}",
                        label: words.say(coaching::whose(whose)),
                        chosen: known.is_some_and(|one| one.whose == whose),
                        testid: "lived-{code}-{plain(whose.code())}",
                        on_choose: {
                            let said = of(whose);
                            move |()| on_say.call((what, Some(said)))
                        },
                    }
                }
            }
            if let Some(one) = known {
                Check { label: words.say("lived-may-match"), checked: one.may_match, testid: "lived-{code}-match", on_toggle: move |may_match| on_say.call((what, Some(Lived { may_match, ..one }))) }
                Check { label: words.say("lived-may-tell"), checked: one.may_tell, testid: "lived-{code}-tell", on_toggle: move |may_tell| on_say.call((what, Some(Lived { may_tell, ..one }))) }
            }
        }
    }
}
