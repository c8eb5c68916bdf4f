use dioxus::prelude::*;
use handrail_engine::api::{
    Action, ConcernCommand, ConcernKind, ConcernStage, ConcernView, DecisionView, Role, Teller,
};

use super::{concern_words, decide::Decide, order, raise::Beside};
use crate::{
    components::{
        Button, ButtonLook, Go, Icon, IconName, Mark, Notice, NoticeTone, Page, Section, TextArea,
        TextField,
    },
    forms::{Open, PageOrder, use_dialogs, use_form, use_orders},
    routes::{LaterRoute, Route},
    screens::{on_call::Reach, person::ReasonDialog, shell::use_unlocked},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        owed, use_words,
    },
};

/// What the page is asking.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Asking {
    /// Why it is taken back.
    Back,
}

/// One concern: how far it is and what happens next, for the coach; what to do, for a supervisor.
#[component]
pub fn ConcernPage(concern: ConcernView, decides: bool, back: EventHandler<()>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let (open, on_order) = use_dialogs::<Asking>();
    let (label, tone) = concern_words::stage(concern.stage);
    let id = concern.id.clone();
    let is_open = concern.stage < ConcernStage::Done;
    // What the clinic says stands where no coach reads it.
    let talks = |made: &DecisionView| made.action == Action::ClinicTalks;
    let to_desk = use_unlocked().role == Role::Supervisor && concern.decisions.iter().any(talks);
    let may_take_back = concern.own && concern.decisions.is_empty() && concern.back.is_none();
    rsx! {
        Page { title: words.say_with("off-of", [("name", concern.name.clone().into())]), testid: "concern", back, line: dates::alone(dates::day_and_time(&words, &moment, concern.at)),
            div { class: "wrap",
                Mark { words: words.say(label), tone }
                Mark { words: words.say(concern_words::kind(concern.kind)) }
            }
            if concern.back.is_none() {
                p { class: "soft", "data-testid": "concern-waited", {concern_words::waited(&words, &moment, &concern)} }
            }
            {standing(&words, &moment, &concern)}
            {said(&words, &moment, &concern)}
            if let Some(reason) = &concern.back {
                p { class: "soft", {words.say_with("off-back-reason", [("reason", reason.clone().into())])} }
            }
            if concern.participant.is_some() {
                {reach(&words, &concern)}
            }
            if decides && concern.back.is_none() {
                {for_supervisor(&words, &concern, on_order)}
                Decide { concern: concern.clone(), on_order }
                for decision in concern.decisions.iter().filter(|one| one.told.is_none() && one.teller != Teller::Nobody) {
                    Told { key: "{decision.id}", decision: decision.clone(), on_order }
                }
            }
            if to_desk {
                Go { to: LaterRoute::Desk {}, class: "button button-quiet", testid: "concern-desk",
                    Icon { name: IconName::Lock }
                    span { {words.say("desk-title")} }
                }
            }
            if concern.own && is_open {
                MoreWords { concern: id.clone() }
            }
            if concern.own && is_open {
                Reach {}
            }
            if let Some(participant) = concern.participant.clone() {
                Beside { participant }
            }
            if may_take_back {
                Button { label: words.say("off-take-back"), look: ButtonLook::Quiet, testid: "concern-back", on_press: move |()| open.ask(Some(Asking::Back)) }
            }
            if (open.asking)() == Some(Asking::Back) {
                Back { concern: id, open, on_order }
            }
        }
    }
}

#[component]
fn Back(concern: String, open: Open<Asking>, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    rsx! {
        ReasonDialog {
            title: words.say("off-take-back"),
            words: words.say("off-take-back-words"),
            submit: words.say("off-take-back"),
            on_close: move |()| open.ask(None),
            on_reason: move |reason| on_order.call(order(ConcernCommand::TakeBack { concern: concern.clone(), reason })),
        }
    }
}

/// What is known, in sentences; a screen reader hears when it changes.
fn standing(words: &Words, moment: &Moment, concern: &ConcernView) -> Element {
    let known = concern_words::known(concern.known);
    let next = concern_words::next(words, moment, concern);
    rsx! {
        Section { title: words.say("off-next"), testid: "concern-next",
            div { role: "status", class: "card card-stack",
                for sentence in next {
                    p { key: "{sentence}", "{sentence}" }
                }
                if concern.seen.is_empty() {
                    if let Some(known) = known {
                        p { class: "soft", "data-testid": "concern-known", {words.say(known)} }
                    }
                }
                if concern.decisions.len() > 1 {
                    Notice { tone: NoticeTone::Attention, p { {words.say("off-two-decisions-words")} } }
                }
            }
        }
    }
}

fn said(words: &Words, moment: &Moment, concern: &ConcernView) -> Element {
    rsx! {
        if !concern.words.is_empty() {
            Section { title: words.say("off-said"), testid: "concern-words",
                ul { class: "rows",
                    for (place , one) in concern.words.iter().enumerate() {
                        li { key: "{place}", class: "row",
                            div { class: "row-body",
                                span { class: "keep-lines", "{one.words}" }
                                span { class: "row-line",
                                    {words.say_with("conflict-by", [("author", one.by.clone().into()), ("when", dates::day_and_time(words, moment, one.at).into())])}
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How they may be reached: asked for after something was told in confidence, and shown before anybody
/// calls.
fn reach(words: &Words, concern: &ConcernView) -> Element {
    let rule = owed::safe_contact(words, &concern.safe_contact);
    let participant = concern.participant.clone().unwrap_or_default();
    let asks = concern.kind == Some(ConcernKind::Confided);
    rsx! {
        if asks || !rule.is_empty() {
            Notice { testid: "concern-reach",
                p { class: "strong", {words.say("detail-safe-contact")} }
                if rule.is_empty() {
                    p { {words.say("off-no-rule")} }
                } else {
                    p { {rule.join(" ")} }
                }
                if asks {
                    p { {words.say("off-ask-rule")} }
                    Go { to: LaterRoute::EditPerson { participant: participant.clone() }, class: "button button-quiet", testid: "concern-rule",
                        Icon { name: IconName::Edit }
                        span { {words.say("off-set-rule")} }
                    }
                }
            }
        }
        Go { to: Route::Person { participant }, class: "button button-quiet", testid: "concern-person",
            Icon { name: IconName::People }
            span { {words.say_with("off-open-person", [("name", concern.name.clone().into())])} }
        }
    }
}

fn for_supervisor(
    words: &Words,
    concern: &ConcernView,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let id = concern.id.clone();
    rsx! {
        if !concern.seen_by_me && concern.decisions.is_empty() {
            Button {
                label: words.say("off-see"),
                spoken: words.say_with("off-see-of", [("name", concern.name.clone().into())]),
                icon: IconName::Eye,
                look: ButtonLook::Main,
                wide: true,
                large: true,
                testid: "concern-see",
                on_press: move |()| on_order.call(order(ConcernCommand::Seen { concern: id.clone() })),
            }
        }
    }
}

/// More words; a half-written text survives a lock.
#[component]
fn MoreWords(concern: String) -> Element {
    let words = use_words();
    let form = use_form(format!("concern:{concern}"), String::new);
    let mut typed = form.typed;
    let mut missing = use_signal(|| false);
    let mut sent = use_signal(|| 0_u32);
    let draft = form.draft.clone();
    let on_order = use_orders(use_callback(move |()| {
        typed.set(String::new());
        sent += 1;
    }));
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let text = typed.peek().trim().to_owned();
        missing.set(text.is_empty());
        if text.is_empty() {
            return;
        }
        on_order.call(PageOrder {
            draft: Some(draft.clone()),
            ..order(ConcernCommand::Add {
                concern: concern.clone(),
                words: text,
            })
        });
    };
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    rsx! {
        form { class: "stack", onsubmit: submit,
            for number in [sent()] {
                TextArea { key: "{number}", id: "concern-more", label: words.say("off-more"), hint: words.say("off-more-hint"), initial: initial.clone(), testid: "concern-more", on_input: move |text| typed.set(text) }
            }
            if missing() {
                Notice { tone: NoticeTone::Attention, alert: true, p { {words.say("invalid-words")} } }
            }
            Button { label: words.say("off-more-save"), submit: true, testid: "concern-more-save" }
        }
    }
}

/// Somebody has told the participant.
#[component]
fn Told(decision: DecisionView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut by = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let id = decision.id.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let name = by.peek().trim().to_owned();
        missing.set(name.is_empty());
        if !name.is_empty() {
            let decision = id.clone();
            on_order.call(order(ConcernCommand::Told { decision, by: name }));
        }
    };
    rsx! {
        Section { title: words.say("off-told-title"), testid: "concern-tell",
            p { {concern_words::decided(&words, &decision)} }
            form { class: "stack", onsubmit: submit,
                TextField { id: "told-by-{decision.id}", label: words.say("off-told-by"), hint: words.say("off-told-hint"), error: missing().then(|| words.say("invalid-name")), testid: "concern-told-by", on_input: move |text| by.set(text) }
                Button { label: words.say("off-told-save"), submit: true, testid: "concern-told" }
            }
        }
    }
}
