use std::collections::BTreeSet;

use dioxus::prelude::*;
use handrail_engine::api::{
    Command, LegalBasis, LocalDate, Query, ReferBy, ReferralChange, ReferralCommand, ReferralFacts,
    ReferralView, Referrer, Reply, Topic,
};

use serde::{Deserialize, Serialize};

use super::{pages::use_back_to, use_noted};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Avatar, Button, ButtonLook, Check, FieldKind, Go, Icon, IconName, Notice,
        NoticeTone, Page, Section, SelectField, TextField,
    },
    drafts::use_drafts,
    engine_link::use_link,
    forms::use_form,
    routes::{LaterRoute, Route},
    screens::team::local,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{
        Words,
        dates::{self, Moment},
        errors, labels, use_words,
    },
};

/// How somebody came to their program.
#[component]
pub fn Referral(participant: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let link = use_link();
    let drafts = use_drafts();
    let mut shared = use_shared();
    let mut error = use_signal(|| None::<String>);
    use_noted(&participant);
    let asked = participant.clone();
    let answer = use_view(
        &[Topic::People],
        move || Query::Referral {
            participant: asked.clone(),
        },
        |reply| match reply {
            Reply::Referral(view) => Some(*view),
            _ => None,
        },
    );
    let leaving = Route::Person {
        participant: participant.clone(),
    };
    let back = use_back_to(&participant);
    let draft = draft_key(&participant);
    let say = words.clone();
    let save = move |changes: Vec<ReferralChange>| {
        error.set(None);
        let order = link.order(Command::Referral(ReferralCommand {
            participant: participant.clone(),
            changes,
        }));
        let (words, leaving) = (say.clone(), leaving.clone());
        let (drafts, draft) = (drafts.clone(), draft.clone());
        spawn(async move {
            match order.await {
                Ok(_) => {
                    drafts.discard(&draft);
                    shared.toast.set(Some(Toast {
                        words: words.say("saved-here"),
                        undo: None,
                    }));
                    navigator().replace(leaving);
                }
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! { ReferralContent { view, moment, error: error(), on_save: save, on_back: back } },
                other => rsx! { Absent { title: words.say("referral-title"), page: "referral", why: other.why(), back } },
            }
        }
    }
}

fn draft_key(participant: &str) -> String {
    format!("referral:{participant}")
}

/// What is typed; days as the fields have them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    source: Option<Referrer>,
    on: String,
    declined_on: String,
    legal_basis: Option<LegalBasis>,
    funder: String,
    routes: BTreeSet<String>,
    medication_wish: String,
}

impl Typed {
    fn of(facts: &ReferralFacts) -> Self {
        let day = |day: Option<LocalDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            source: facts.source,
            on: day(facts.on),
            declined_on: day(facts.declined_on),
            legal_basis: facts.legal_basis,
            funder: facts.funder.clone(),
            routes: facts.routes.clone(),
            medication_wish: day(facts.medication_wish),
        }
    }

    /// What differs from what stood there when the form was opened; `None` where a day is none.
    fn changes(&self, before: &Self) -> Option<Vec<ReferralChange>> {
        let day = |text: &str| match text.trim() {
            "" => Some(None),
            text => LocalDate::parse(text).ok().map(Some),
        };
        let mut changes = Vec::new();
        if self.source != before.source {
            changes.push(ReferralChange::Source(self.source));
        }
        if self.on != before.on {
            changes.push(ReferralChange::On(day(&self.on)?));
        }
        if self.declined_on != before.declined_on {
            changes.push(ReferralChange::DeclinedOn(day(&self.declined_on)?));
        }
        if self.legal_basis != before.legal_basis {
            changes.push(ReferralChange::LegalBasis(self.legal_basis));
        }
        if self.funder.trim() != before.funder {
            changes.push(ReferralChange::Funder(self.funder.trim().to_owned()));
        }
        for route in self.routes.symmetric_difference(&before.routes) {
            let met = self.routes.contains(route);
            changes.push(ReferralChange::Route(route.clone(), met));
        }
        if self.medication_wish != before.medication_wish {
            changes.push(ReferralChange::MedicationWish(day(&self.medication_wish)?));
        }
        Some(changes)
    }
}

/// The form as rendered from the engine's answer.
#[component]
pub fn ReferralContent(
    view: ReferralView,
    moment: Moment,
    error: Option<String>,
    on_save: EventHandler<Vec<ReferralChange>>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let kept = use_form(draft_key(&view.participant), || Typed::of(&view.facts));
    let (before, mut form) = (kept.before.clone(), kept.typed);
    let mut wrong_day = use_signal(|| false);
    if !(kept.ready)() {
        return rsx! {};
    }
    let first = form.peek().clone();
    let source = form.read().source;
    let refused = source.zip(view.may_refer.as_ref());
    let refused = refused.is_some_and(|(source, who)| !who.contains(&source));
    let none = (String::new(), words.say("call-out-choose"));
    let sources = Referrer::ALL
        .iter()
        .map(|one| (one.code().to_owned(), words.say(labels::referrer(*one))));
    let bases = LegalBasis::ALL
        .iter()
        .map(|one| (one.code().to_owned(), words.say(labels::legal_basis(*one))));
    let error = error.or_else(|| wrong_day().then(|| words.say("invalid-date")));
    rsx! {
        Page { title: words.say("referral-title"), testid: "referral", line: view.name.clone(), back: on_back,
            if let Some(stands) = view.refer_by {
                {refer_by(&words, &moment, stands)}
            }
            if let Some(who) = &view.may_refer {
                Notice { tone: if refused { NoticeTone::Attention } else { NoticeTone::Info }, alert: refused, testid: "referral-rule",
                    p { {words.say_with("referral-who", [("program", view.program.clone().into()), ("who", listed(&words, who).into())])} }
                    if let Some(others) = &view.others {
                        p { class: "strong", {local(&words, others)} }
                    }
                }
            }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    let changes = form.peek().changes(&before);
                    wrong_day.set(changes.is_none());
                    match changes {
                        None => {}
                        Some(changes) if changes.is_empty() => on_back.call(()),
                        Some(changes) => on_save.call(changes),
                    }
                },
                fieldset { class: "stack", disabled: !view.may_change,
                div { class: "sheet-grid",
                SelectField { id: "referral-source", label: words.say("referral-source"), choices: std::iter::once(none.clone()).chain(sources).collect::<Vec<_>>(), chosen: source.map(Referrer::code).unwrap_or_default(), testid: "referral-source",
                    on_choose: move |code: String| form.write().source = Referrer::from_code(&code),
                }
                TextField { id: "referral-on", label: words.say("referral-on"), kind: FieldKind::Date, initial: first.on, testid: "referral-on", on_input: move |text| form.write().on = text }
                }
                TextField { id: "referral-declined", label: words.say("referral-declined-on"), hint: words.say("referral-declined-hint"), kind: FieldKind::Date, initial: first.declined_on, testid: "referral-declined", on_input: move |text| form.write().declined_on = text }
                SelectField { id: "referral-legal", label: words.say("referral-legal-basis"), hint: words.say("referral-legal-hint"), choices: std::iter::once(none).chain(bases).collect::<Vec<_>>(), chosen: form.read().legal_basis.map(LegalBasis::code).unwrap_or_default(), testid: "referral-legal",
                    on_choose: move |code: String| form.write().legal_basis = LegalBasis::from_code(&code),
                }
                TextField { id: "referral-funder", label: words.say("referral-funder"), initial: first.funder, suggestions: view.funders.clone(), testid: "referral-funder", on_input: move |text| form.write().funder = text }
                if !view.routes.is_empty() {
                    fieldset { class: "stack-tight",
                        legend { class: "field-label", {words.say("referral-routes")} }
                        for (index , (id , text)) in view.routes.iter().enumerate() {
                            Check { key: "{id}", label: local(&words, text), checked: form.read().routes.contains(id), testid: "referral-route-{index}",
                                on_toggle: {
                                    let id = id.clone();
                                    move |met| {
                                        let mut form = form.write();
                                        if met { form.routes.insert(id.clone()); } else { form.routes.remove(&id); }
                                    }
                                },
                            }
                        }
                    }
                }
                TextField { id: "referral-wish", label: words.say("referral-wish"), hint: words.say("referral-wish-hint"), kind: FieldKind::Date, initial: first.medication_wish, testid: "referral-wish", on_input: move |text| form.write().medication_wish = text }
                }
                if let Some(error) = error {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                if view.may_change {
                    Button { label: words.say("save"), look: ButtonLook::Main, wide: true, large: true, submit: true, testid: "referral-save" }
                }
            }
        }
    }
}

/// On Today: referrals after an overdose that are to be made.
#[component]
pub fn ReferralsDue(supervisor: bool) -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::People],
        || Query::ReferralsDue,
        |reply| match reply {
            Reply::ReferralsDue(rows) => Some(rows),
            _ => None,
        },
    );
    let Load::Ready(rows) = answer() else {
        return rsx! {};
    };
    rsx! {
        if !rows.is_empty() {
            Section { title: words.say("referrals-due"), testid: "referrals-due",
                ul { class: "rows",
                    for row in rows {
                        li { key: "{row.participant}",
                            Go { to: LaterRoute::Referral { participant: row.participant.clone() }, class: "row", testid: "referral-due",
                                Avatar { name: row.name.clone(), id: row.participant.clone() }
                                span { class: "row-body",
                                    span { class: "row-title", "{row.name}" }
                                    span { class: "row-line", {refer_by_words(&words, &moment, row.stands).0} }
                                    if supervisor && !row.own {
                                        span { class: "row-line", {words.say_with("whose-coach", [("coach", row.coach.clone().into())])} }
                                    }
                                }
                                span { class: "row-end", Icon { name: IconName::Right } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn refer_by_words(words: &Words, moment: &Moment, stands: ReferBy) -> (String, NoticeTone) {
    let (key, day, tone) = match stands {
        ReferBy::Due(day) => ("referral-due", day, NoticeTone::Attention),
        ReferBy::Late(day) => ("referral-late", day, NoticeTone::Attention),
        ReferBy::Made(day) => ("referral-made", day, NoticeTone::Good),
        ReferBy::Declined(day) => ("referral-declined", day, NoticeTone::Info),
    };
    let day = dates::day(words, moment, &day.to_string());
    (words.say_with(key, [("day", day.into())]), tone)
}

fn refer_by(words: &Words, moment: &Moment, stands: ReferBy) -> Element {
    let (said, tone) = refer_by_words(words, moment, stands);
    rsx! {
        Notice { tone, testid: "refer-by", p { "{said}" } }
    }
}

fn listed(words: &Words, who: &[Referrer]) -> String {
    let names = who.iter().map(|one| words.say(labels::referrer(*one)));
    names.collect::<Vec<_>>().join(" · ")
}
