use dioxus::prelude::*;
use handrail_engine::api::{Action, ConcernCommand, ConcernView, Teller, decision_fits as fits};

use super::{concern_words, order};
use crate::{
    components::{Button, ButtonLook, ChipRadio, Chips, Fold, Notice, NoticeTone, TextArea, plain},
    forms::PageOrder,
    words::use_words,
};

/// A supervisor decides: what is done, and who tells the participant. The coach is never offered.
#[component]
pub fn Decide(concern: ConcernView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut action = use_signal(|| None::<Action>);
    let mut teller = use_signal(|| None::<Teller>);
    let mut said = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let id = concern.id.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let chosen = action().zip(teller());
        missing.set(chosen.is_none());
        if let Some((action, teller)) = chosen {
            on_order.call(order(ConcernCommand::Decide {
                concern: id.clone(),
                action,
                teller,
                words: said.peek().trim().to_owned(),
            }));
        }
    };
    let again = !concern.decisions.is_empty();
    let tellers = Teller::ALL.iter().copied();
    let tellers = tellers.filter(move |teller| action().is_none_or(|action| fits(action, *teller)));
    rsx! {
        Fold { label: words.say(if again { "off-decide-again" } else { "off-decide" }), testid: "concern-decide", open: !again,
            form { class: "card card-stack", onsubmit: submit,
                Chips { label: words.say("off-action"),
                    for one in Action::ALL.iter().copied() {
                        ChipRadio {
                            key: "{one:?}",
                            group: "off-action-{concern.id}",
                            label: words.say(concern_words::action(one)),
                            chosen: action() == Some(one),
                            testid: "off-action-{plain(one.code())}",
                            on_choose: move |()| {
                                action.set(Some(one));
                                // What follows from the action needs no tap of its own.
                                let mut fitting = Teller::ALL.iter().copied().filter(|teller| fits(one, *teller));
                                let first = fitting.next();
                                let only = first.filter(|_| fitting.next().is_none());
                                let kept = teller().filter(|teller| fits(one, *teller));
                                teller.set(only.or(kept));
                            },
                        }
                    }
                }
                Chips { label: words.say("off-teller"),
                    for one in tellers {
                        ChipRadio { key: "{one:?}", group: "off-teller-{concern.id}", label: words.say(concern_words::teller(one)), chosen: teller() == Some(one), testid: "off-teller-{plain(one.code())}", on_choose: move |()| teller.set(Some(one)) }
                    }
                }
                p { class: "small soft", {words.say("off-never-coach")} }
                TextArea { id: "off-decide-words", label: words.say("off-decide-words"), hint: words.say("off-decide-hint"), testid: "off-decide-words", on_input: move |text| said.set(text) }
                if missing() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("off-decide-missing")} } }
                }
                Button { label: words.say("off-decide-save"), look: ButtonLook::Main, submit: true, testid: "off-decide-save" }
            }
        }
    }
}
