use dioxus::prelude::*;
use handrail_engine::api::{
    ConsentView, ConsentsView, Language, LocalDate,
    consent::{ConsentForm, ConsentState, LegalTexts, Recipient, Signature, Signer, TEXTS, Told},
};

use super::{pad::drawing_of, texts::notice, use_consents};
use crate::{
    ask::Load,
    components::{Absent, Back, Button, ButtonLook, IconName},
    engine_link::use_link,
    routes::LaterRoute,
    words::{Words, consents as said, dates, language_tag, use_words},
};

/// A copy of a consent for the participant, in the language in which it was read. It goes with what
/// is handed over, too (42 CFR 2.32).
#[component]
pub fn ConsentPaper(participant: String, consent: String) -> Element {
    let words = use_words();
    let answer = use_consents(&participant);
    let back = move |()| {
        navigator().push(LaterRoute::Consents {
            participant: participant.clone(),
        });
    };
    let found = |view: &ConsentsView| {
        let mut all = view.consents.iter();
        all.find(|one| one.consent.id.to_string() == consent)
            .cloned()
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => match found(&view) {
                    Some(one) => rsx! { Paper { one, texts: view.texts, today: view.today, back } },
                    None => rsx! { Absent { title: words.say("consent-copy"), page: "consent-paper", why: handrail_engine::api::EngineError::NotFound, back } },
                },
                other => rsx! { Absent { title: words.say("consent-copy"), page: "consent-paper", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Paper(one: ConsentView, texts: LegalTexts, today: LocalDate, back: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let print = link.device.print;
    let mut silent = use_signal(|| false);
    let form = one.consent.form.clone();
    let language = if form.language == "es" {
        Language::Spanish
    } else {
        Language::English
    };
    let theirs = use_memo(use_reactive!(|language| Words::of(language)))();
    let told: Vec<String> = told_texts(&form, &texts, today);
    let aloud = spoken_text(&theirs, &form, &told);
    let tag = language_tag(language);
    let rows = rows(&theirs, &form);
    let title = form.kind.map_or("consent-form", said::kind);
    rsx! {
        div { class: "page", "data-testid": "consent-paper",
            Back { on_press: back }
            div { class: "card card-stack not-printed",
                if let Some(read_aloud) = link.device.read_aloud {
                    Button { label: words.say("consent-aloud"), icon: IconName::Message, testid: "consent-aloud", on_press: move |()| silent.set(!read_aloud(&aloud, tag)) }
                    if silent() {
                        p { class: "small soft", role: "status", {words.say("consent-aloud-none")} }
                    }
                }
                if let Some(print) = print {
                    Button { label: words.say("required-print"), icon: IconName::Print, look: ButtonLook::Main, wide: true, testid: "consent-print", on_press: move |()| print() }
                }
            }
            div { class: "card card-stack paper", lang: tag, "data-testid": "consent-page",
                h1 { tabindex: "-1", {theirs.say(title)} }
                if one.state != ConsentState::Valid {
                    p { class: "strong", "data-testid": "consent-paper-state", {said::state(&theirs, &one.state)} }
                } else if one.consent.is_replaced() {
                    p { class: "strong", "data-testid": "consent-paper-state", {theirs.say("consents-replaced")} }
                }
                dl { class: "facts",
                    for (label , value) in rows {
                        dt { {theirs.say(label)} }
                        dd { class: "keep-lines", "{value}" }
                    }
                }
                for (index , line) in told.into_iter().enumerate() {
                    p { key: "{index}", "{line}" }
                }
                {signed(&theirs, &form)}
                {notice(texts.words("notice", tag, today), tag)}
            }
        }
    }
}

/// What a form says, each with the key of its label.
pub(super) fn rows(words: &Words, form: &ConsentForm) -> Vec<(&'static str, String)> {
    let with = |listed: String, more: &str| match (listed.is_empty(), more.is_empty()) {
        (_, true) => listed,
        (true, false) => more.to_owned(),
        (false, false) => format!("{listed}: {more}"),
    };
    let information = form
        .information
        .iter()
        .map(|one| words.say(said::information(*one)));
    let information = information.collect::<Vec<_>>().join(", ");
    let purposes = form
        .purposes
        .iter()
        .map(|one| words.say(said::purpose(*one)));
    let purposes = purposes.collect::<Vec<_>>().join(", ");
    let recipients = form.recipients.iter().map(|one| recipient(words, one));
    let expiry = form.expiry.as_ref().map(|one| said::expiry(words, one));
    vec![
        ("consent-patient", form.patient.clone()),
        ("consent-disclosers", form.disclosers.clone()),
        (
            "consent-recipients",
            recipients.collect::<Vec<_>>().join("\n"),
        ),
        (
            "consent-information",
            with(information, &form.information_words),
        ),
        ("consent-purposes", with(purposes, &form.purpose_words)),
        ("consent-ends", expiry.unwrap_or_default()),
        ("consent-revoke-how", form.revoke_how.clone()),
    ]
}

fn recipient(words: &Words, one: &Recipient) -> String {
    let mut line = format!("{} ({})", one.name, words.say(said::side(one.side)));
    if !one.members.is_empty() {
        line = format!("{line}: {}", one.members.join(", "));
    }
    if one.treating_members {
        line = format!("{line}. {}", words.say("consent-recipient-treating"));
    }
    line
}

/// What was read to them: as the consent has kept it. One that was signed before words were kept has those
/// of the app on that day; one that nobody signed has those that hold today.
fn told_texts(form: &ConsentForm, texts: &LegalTexts, today: LocalDate) -> Vec<String> {
    let told = [
        (Told::Revoking, "revoking"),
        (Told::PassedOn, "passed_on"),
        (Told::Refusing, "refusing"),
    ];
    let told = told.into_iter().filter(|(one, _)| form.told.contains(one));
    let ids = told.map(|(_, id)| id).chain(["exceptions", "scope"]);
    let of_app = LegalTexts::parse(TEXTS).ok();
    let (pack, day) = match form.signed_on.filter(|_| form.signature.is_some()) {
        Some(day) => (of_app.as_ref().unwrap_or(texts), day),
        None => (texts, today),
    };
    let language = form.language.as_str();
    let kept = |id: &str| form.read.as_ref().and_then(|read| read.texts.get(id));
    ids.map(|id| match kept(id) {
        Some(text) => text.clone(),
        None => pack.words(id, language, day).to_owned(),
    })
    .collect()
}

fn spoken_text(words: &Words, form: &ConsentForm, told: &[String]) -> String {
    let rows = rows(words, form).into_iter();
    let mut lines: Vec<String> = rows
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| format!("{}: {value}.", words.say(label)))
        .collect();
    lines.extend(told.iter().cloned());
    lines.join(" ")
}

fn signed(words: &Words, form: &ConsentForm) -> Element {
    let day = form
        .signed_on
        .map(|day| dates::full_date(words, day.as_naive()));
    let by = match &form.signer {
        Signer::Participant => form.patient.clone(),
        Signer::Other { name, why } => {
            let why = why
                .map(|why| words.say(said::signer(why)))
                .unwrap_or_default();
            format!("{name} ({why})")
        }
    };
    let typed = match &form.signature {
        Some(Signature::Typed(name)) => Some(name.clone()),
        Some(Signature::OnPaper(place)) => {
            Some(words.say_with("consent-signed-paper", [("place", place.clone().into())]))
        }
        _ => None,
    };
    rsx! {
        div { class: "stack-tight", "data-testid": "consent-signed",
            if let Some(Signature::Drawn(strokes)) = &form.signature {
                {drawing_of(strokes)}
            }
            if let Some(typed) = typed {
                p { class: "paper-words", "{typed}" }
            }
            if form.signature.is_some() {
                p { class: "small", {words.say_with("consent-signed-by", [("name", by.into()), ("day", day.unwrap_or_default().into())])} }
            }
        }
    }
}
