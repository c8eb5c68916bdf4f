//! A consent is written: every element of 42 CFR 2.31 as a list that is ticked off. With a gap it is
//! kept, and is not valid.

mod recipients;
mod signing;

use std::collections::BTreeSet;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, ConsentsView, EngineError, Language, LocalDate,
    consent::{ConsentForm, ConsentKind, Expiry, Information, Purpose, ReadTexts, Signature, Told},
};
use serde::{Deserialize, Serialize};

use recipients::Recipients;
use signing::Signing;

use super::{super::plan::spoken, use_consents};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Check, ChipCheck, ChipRadio, Chips, FieldKind, IconName,
        Notice, NoticeTone, Page, Section, SelectField, TextField,
    },
    engine_link::use_link,
    forms::{Form, use_form, use_page_form},
    routes::LaterRoute,
    words::{Words, consents as said, labels, language_tag, use_words},
};

/// What is typed: the form, and the day of its end as the field has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    form: ConsentForm,
    /// Which end: `on`, `event`, `condition`, `treatment`, `never`, or nothing.
    ends: String,
    /// Its day or words.
    end: String,
    signed_on: String,
}

impl Typed {
    fn new(view: &ConsentsView, language: Language) -> Self {
        let mut form = ConsentForm::blank(view.suggested, language_tag(language));
        form.patient.clone_from(&view.full_name);
        form.disclosers.clone_from(&view.agency);
        form.purposes = purposes_of(view.suggested);
        form.information = information_of(view.suggested);
        Self {
            form,
            ends: String::new(),
            end: String::new(),
            signed_on: view.today.to_string(),
        }
    }

    /// To be written anew in the place of another: the signature was for what stood there.
    fn of(form: &ConsentForm, today: LocalDate) -> Self {
        let (ends, end) = match &form.expiry {
            None => ("", String::new()),
            Some(Expiry::On(day)) => ("on", day.to_string()),
            Some(Expiry::Event(words)) => ("event", words.clone()),
            Some(Expiry::Condition(words)) => ("condition", words.clone()),
            Some(Expiry::EndOfTreatment) => ("treatment", String::new()),
            Some(Expiry::Never) => ("never", String::new()),
        };
        Self {
            form: ConsentForm {
                signature: None,
                read: None,
                ..form.clone()
            },
            ends: ends.to_owned(),
            end,
            signed_on: today.to_string(),
        }
    }

    /// The form with its days.
    fn whole(&self) -> ConsentForm {
        let expiry = match self.ends.as_str() {
            "on" => LocalDate::parse(&self.end).ok().map(Expiry::On),
            "event" => Some(Expiry::Event(self.end.clone())),
            "condition" => Some(Expiry::Condition(self.end.clone())),
            "treatment" => Some(Expiry::EndOfTreatment),
            "never" => Some(Expiry::Never),
            _ => None,
        };
        ConsentForm {
            expiry,
            signed_on: LocalDate::parse(&self.signed_on).ok(),
            ..self.form.clone()
        }
    }

    /// Another sort of consent, with the purposes and the information that go with it alone.
    fn choose_kind(&mut self, kind: ConsentKind) {
        self.form.kind = Some(kind);
        self.form.purposes = purposes_of(kind);
        self.form.information = information_of(kind);
        self.unsign();
        if kind != ConsentKind::Care && matches!(self.ends.as_str(), "treatment" | "never") {
            self.ends.clear();
        }
    }

    /// Something of what is signed changes: who signed before it did not sign that.
    fn change(&mut self, change: impl FnOnce(&mut Self)) {
        change(self);
        self.unsign();
    }

    fn unsign(&mut self) {
        self.form.signature = None;
        self.form.read = None;
    }

    /// Signed, or not any more; with the words that stood there then.
    fn sign(&mut self, signature: Option<Signature>, read: &ReadTexts) {
        self.form.read = signature.is_some().then(|| read.clone());
        self.form.signature = signature;
    }
}

fn purposes_of(kind: ConsentKind) -> BTreeSet<Purpose> {
    match kind {
        ConsentKind::Care => {
            BTreeSet::from([Purpose::Treatment, Purpose::Payment, Purpose::Operations])
        }
        ConsentKind::Court => BTreeSet::from([Purpose::Monitoring]),
        ConsentKind::Proceedings => BTreeSet::from([Purpose::Proceedings]),
        ConsentKind::Notes => BTreeSet::from([Purpose::Treatment]),
        ConsentKind::Specific => BTreeSet::new(),
    }
}

fn information_of(kind: ConsentKind) -> BTreeSet<Information> {
    match kind {
        ConsentKind::Notes => BTreeSet::from([Information::Notes]),
        _ => BTreeSet::new(),
    }
}

/// A new consent, or another in the place of one.
#[component]
pub fn ConsentEdit(participant: String, consent: String) -> Element {
    let words = use_words();
    let answer = use_consents(&participant);
    let back = {
        let participant = participant.clone();
        move |()| {
            navigator().push(LaterRoute::Consents {
                participant: participant.clone(),
            });
        }
    };
    let found = |view: &ConsentsView| {
        let mut all = view.consents.iter();
        let one = all.find(|one| one.consent.id.to_string() == consent);
        one.map(|one| one.consent.form.clone())
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => match found(&view) {
                    None if consent != "new" || view.read_only => rsx! { Absent { title: words.say("consent-form"), page: "consent-form", why: EngineError::NotFound, back } },
                    before => rsx! { Begun { view, consent: consent.clone(), before, back } },
                },
                other => rsx! { Absent { title: words.say("consent-form"), page: "consent-form", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Begun(
    view: ConsentsView,
    consent: String,
    before: Option<ConsentForm>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let participant = view.participant.clone();
    let form: Form<Typed> = use_form(
        format!("consent:{participant}:{consent}"),
        || match &before {
            Some(before) => Typed::of(before, view.today),
            None => Typed::new(&view, spoken(&view.language).unwrap_or(words.language())),
        },
    );
    let typed = form.typed;
    let (problem, on_order) = use_page_form(form.discard, back);
    let save = move |()| {
        on_order.call(Command::Coaching(CoachingCommand::Consent(
            ConsentCommand::Give {
                participant: participant.clone(),
                replaces: before.is_some().then(|| consent.clone()),
                form: Box::new(typed.peek().whole()),
            },
        )));
    };
    if !(form.ready)() {
        return rsx! {};
    }
    rsx! {
        Fields { view, typed, problem: problem(), on_save: save, back }
    }
}

#[component]
fn Fields(
    view: ConsentsView,
    typed: Signal<Typed>,
    problem: Option<String>,
    on_save: EventHandler<()>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let link = use_link();
    let mut typed = typed;
    let mut silent = use_signal(|| false);
    let initial = typed.peek().clone();
    let now = typed.read().clone();
    let kind = now.form.kind;
    let is_care = kind == Some(ConsentKind::Care);
    let language = if now.form.language == "es" {
        Language::Spanish
    } else {
        Language::English
    };
    let theirs = use_memo(use_reactive!(|language| Words::of(language)))();
    let missing = now.whole().missing(view.today);
    let tag = language_tag(language);
    let texts = view.texts.clone();
    let legal = |id: &str| texts.words(id, tag, view.today).to_owned();
    let is_checked = texts.texts.iter().all(|one| one.verified);
    let read = texts.read(tag, view.today);
    let told = [
        (Told::Revoking, "revoking", true),
        (Told::PassedOn, "passed_on", is_care),
        (Told::Refusing, "refusing", is_care),
    ];
    let aloud = [
        legal("scope"),
        kind.map(|kind| theirs.say(said::kind_words(kind)))
            .unwrap_or_default(),
        legal("revoking"),
        if is_care {
            legal("passed_on")
        } else {
            String::new()
        },
        if is_care {
            legal("refusing")
        } else {
            String::new()
        },
        legal("exceptions"),
    ]
    .join(" ");
    let all_purposes = Purpose::ALL.iter().copied().filter(move |one| match kind {
        Some(ConsentKind::Specific | ConsentKind::Notes) | None => *one != Purpose::Proceedings,
        Some(kind) => purposes_of(kind).contains(one),
    });
    let all_information = Information::ALL
        .iter()
        .copied()
        .filter(move |one| match one {
            Information::Report => false,
            Information::Notes => kind == Some(ConsentKind::Notes),
            _ => kind != Some(ConsentKind::Notes),
        });
    let mut ends = vec![
        (String::new(), words.say("cover-choose")),
        ("on".to_owned(), words.say("consent-ends-on")),
        ("event".to_owned(), words.say("consent-ends-event")),
        ("condition".to_owned(), words.say("consent-ends-condition")),
    ];
    if is_care {
        ends.push((
            "treatment".to_owned(),
            words.say("consent-expiry-treatment"),
        ));
        ends.push(("never".to_owned(), words.say("consent-expiry-never")));
    }
    let save = if missing.is_empty() {
        "consent-save-valid"
    } else {
        "consent-save-gap"
    };
    rsx! {
        Page { title: words.say("consent-form"), testid: "consent-form", line: view.name.clone(), back,
            form { class: "stack", onsubmit: move |event| { event.prevent_default(); on_save.call(()); },
                if let Some(basis) = view.legal_basis {
                    Notice { testid: "consent-suggested",
                        p { {words.say_with("consent-suggested", [("basis", words.say(labels::legal_basis(basis)).into()), ("kind", words.say(said::kind(view.suggested)).into())])} }
                    }
                }
                Chips { label: words.say("consent-kind"),
                    for one in ConsentKind::ALL.iter().copied() {
                        ChipRadio { key: "{one:?}", group: "consent-kind", label: words.say(said::kind(one)), chosen: kind == Some(one), testid: "consent-kind-{one.code()}", on_choose: move |()| typed.write().choose_kind(one) }
                    }
                }
                if let Some(kind) = kind {
                    p { class: "soft", {words.say(said::kind_words(kind))} }
                }
                Chips { label: words.say("consent-language"),
                    for one in [Language::English, Language::Spanish] {
                        ChipRadio { key: "{one:?}", group: "consent-language", label: words.say(labels::language(one)), chosen: language == one, testid: "consent-{language_tag(one)}", on_choose: move |()| typed.write().change(|typed| language_tag(one).clone_into(&mut typed.form.language)) }
                    }
                }
                Notice { testid: "consent-scope", p { lang: tag, {legal("scope")} } }
                if let Some(read_aloud) = link.device.read_aloud {
                    Button { label: words.say("consent-aloud"), icon: IconName::Message, testid: "consent-aloud", on_press: move |()| silent.set(!read_aloud(&aloud, tag)) }
                    if silent() {
                        p { class: "small soft", role: "status", {words.say("consent-aloud-none")} }
                    }
                }
                TextField { id: "consent-patient", label: words.say("consent-patient"), initial: initial.form.patient, testid: "consent-patient", on_input: move |text| typed.write().change(|typed| typed.form.patient = text) }
                TextField { id: "consent-disclosers", label: words.say("consent-disclosers"), hint: words.say("consent-disclosers-hint"), initial: initial.form.disclosers, testid: "consent-disclosers", on_input: move |text| typed.write().change(|typed| typed.form.disclosers = text) }
                Recipients { typed_recipients: now.form.recipients.clone(), suggestions: view.around.iter().map(|one| one.name.clone()).collect::<Vec<_>>(), is_court: kind == Some(ConsentKind::Court), is_proceedings: kind == Some(ConsentKind::Proceedings), on_change: move |all| typed.write().change(|typed| typed.form.recipients = all) }
                Chips { label: words.say("consent-information"),
                    for one in all_information {
                        ChipCheck { key: "{one:?}", label: words.say(said::information(one)), chosen: now.form.information.contains(&one), testid: "consent-info-{one.code()}", on_toggle: move |on| typed.write().change(|typed| {
                            if on { typed.form.information.insert(one); } else { typed.form.information.remove(&one); }
                        }) }
                    }
                }
                TextField { id: "consent-info-words", label: words.say("consent-information-words"), initial: initial.form.information_words, testid: "consent-info-words", on_input: move |text| typed.write().change(|typed| typed.form.information_words = text) }
                Chips { label: words.say("consent-purposes"),
                    for one in all_purposes {
                        ChipCheck { key: "{one:?}", label: words.say(said::purpose(one)), chosen: now.form.purposes.contains(&one), testid: "consent-purpose-{one.code()}", on_toggle: move |on| typed.write().change(|typed| {
                            if on { typed.form.purposes.insert(one); } else { typed.form.purposes.remove(&one); }
                        }) }
                    }
                }
                if now.form.purposes.contains(&Purpose::Other) {
                    TextField { id: "consent-purpose-words", label: words.say("consent-purpose-words"), initial: initial.form.purpose_words, testid: "consent-purpose-words", on_input: move |text| typed.write().change(|typed| typed.form.purpose_words = text) }
                }
                SelectField { id: "consent-ends", label: words.say("consent-ends"), choices: ends, chosen: now.ends.clone(), testid: "consent-ends", on_choose: move |ends| typed.write().change(|typed| { typed.ends = ends; typed.end.clear(); }) }
                if now.ends == "on" {
                    TextField { key: "{now.ends}", id: "consent-end", label: words.say("consent-ends-day"), kind: FieldKind::Date, initial: initial.end.clone(), testid: "consent-end", on_input: move |text| typed.write().change(|typed| typed.end = text) }
                }
                if matches!(now.ends.as_str(), "event" | "condition") {
                    TextField { key: "{now.ends}", id: "consent-end", label: words.say("consent-ends-words"), initial: initial.end.clone(), testid: "consent-end", on_input: move |text| typed.write().change(|typed| typed.end = text) }
                }
                Section { title: words.say("consent-told"), testid: "consent-told",
                    for (one , id , _) in told.into_iter().filter(|(_, _, is_needed)| *is_needed) {
                        div { key: "{id}", class: "card card-stack",
                            p { lang: tag, {legal(id)} }
                            Check { label: words.say("consent-told-tick"), checked: now.form.told.contains(&one), testid: "consent-told-{id}", on_toggle: move |on| typed.write().change(|typed| {
                                if on { typed.form.told.insert(one); } else { typed.form.told.remove(&one); }
                            }) }
                        }
                    }
                    TextField { id: "consent-revoke-how", label: words.say("consent-revoke-how"), hint: words.say("consent-revoke-how-hint"), initial: initial.form.revoke_how, testid: "consent-revoke-how", on_input: move |text| typed.write().change(|typed| typed.form.revoke_how = text) }
                    p { class: "soft small", lang: tag, {legal("exceptions")} }
                    if !is_checked {
                        p { class: "soft small", {words.say("consent-texts-unchecked")} }
                    }
                }
                Signing { form: now.form.clone(), signed_on: initial.signed_on, on_signer: move |signer| typed.write().change(|typed| typed.form.signer = signer), on_signature: move |signature| typed.write().sign(signature, &read), on_day: move |day| typed.write().signed_on = day }
                if missing.is_empty() {
                    Notice { tone: NoticeTone::Good, testid: "consent-whole", p { {words.say("consent-whole")} } }
                } else {
                    Notice { tone: NoticeTone::Attention, testid: "consent-gaps",
                        p { class: "strong", {words.say("consent-gaps")} }
                        ul { class: "stack-tight",
                            for one in missing {
                                li { key: "{one:?}", "data-testid": "consent-gap", {words.say(said::element(one))} }
                            }
                        }
                    }
                }
                if let Some(problem) = problem {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
                }
                Button { label: words.say(save), look: ButtonLook::Main, wide: true, large: true, submit: true, testid: "consent-save" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use handrail_engine::api::consent::{Element as Lacking, LegalTexts, TEXTS};

    fn typed(kind: ConsentKind) -> Typed {
        Typed {
            form: ConsentForm::blank(kind, "en"),
            ends: "never".to_owned(),
            end: String::new(),
            signed_on: "2026-11-29".to_owned(),
        }
    }

    #[test]
    fn g_7_a_signature_is_for_what_stood_there_and_no_other_kind_takes_over_an_end_that_it_may_not_have()
     {
        let mut one = typed(ConsentKind::Care);
        let today = LocalDate::parse("2026-11-29").unwrap();
        let read = LegalTexts::parse(TEXTS).unwrap().read("en", today);
        one.sign(Some(Signature::Typed("Robin Alder".to_owned())), &read);
        assert_eq!(one.whole().read, Some(read), "what was read is kept");
        one.change(|typed| typed.form.patient = "Robin Alder".to_owned());
        assert_eq!((&one.form.signature, &one.form.read), (&None, &None));
        assert_eq!(one.whole().expiry, Some(Expiry::Never));
        one.choose_kind(ConsentKind::Court);
        let missing = one.whole().missing(today);
        assert!(missing.contains(&Lacking::Expiry));
        assert!(!missing.contains(&Lacking::PurposeOfKind));
        assert!(!missing.contains(&Lacking::SignedOn));
    }

    #[test]
    fn what_is_written_in_the_place_of_another_says_the_same_and_is_to_be_signed() {
        let mut before = typed(ConsentKind::Specific).form;
        before.expiry = Some(Expiry::Event("They move".to_owned()));
        before.signature = Some(Signature::Typed("Robin Alder".to_owned()));
        let today = LocalDate::parse("2026-11-29").unwrap();
        let again = Typed::of(&before, today).whole();
        assert_eq!(again.expiry, before.expiry);
        assert_eq!((again.signature, again.signed_on), (None, Some(today)));
    }
}
