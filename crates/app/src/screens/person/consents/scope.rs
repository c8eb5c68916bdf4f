//! What goes along with what is told because of a consent (42 CFR 2.32): the notice, and what the consent
//! covers. It names nobody.

use dioxus::prelude::*;
use handrail_engine::api::{
    ConsentQuery, ConsentReply, LocalDate, Query, Reply,
    consent::{ConsentForm, Ground, LegalTexts, TEXTS},
};

use super::paper::rows;
use crate::{
    engine_link::EngineLink,
    words::{Words, dates, language_tag},
};

/// The consent because of which something was told, by the answer to the order that wrote it down; `None`
/// where there is none.
pub async fn covering(link: &EngineLink, participant: &str, told: &Reply) -> Option<ConsentForm> {
    let Reply::Record(told) = told else {
        return None;
    };
    let told = told.record.clone()?;
    let query = Query::Consents {
        participant: participant.to_owned(),
    };
    let Ok(Reply::Consents(view)) = link.query(query).await else {
        return None;
    };
    let mut all = view.told.iter().map(|one| &one.disclosure);
    let Ground::Consent(consent) = all.find(|one| one.id.to_string() == told)?.ground else {
        return None;
    };
    let mut all = view.consents.iter().map(|one| &one.consent);
    all.find(|one| one.id == consent)
        .map(|one| one.form.clone())
}

/// What a consent covers.
pub fn scope_words(words: &Words, form: &ConsentForm) -> String {
    let rows = rows(words, form);
    let of = |label: &str| {
        let mut rows = rows.iter();
        let found = rows.find(|(of, _)| *of == label);
        found.map(|(_, said)| said.clone()).unwrap_or_default()
    };
    let day = form
        .signed_on
        .map(|day| dates::full_date(words, day.as_naive()));
    words.say_with(
        "consent-scope",
        [
            ("day", day.unwrap_or_default().into()),
            ("what", of("consent-information").into()),
            ("purposes", of("consent-purposes").into()),
            ("ends", of("consent-ends").into()),
        ],
    )
}

/// The same beneath what is handed over.
pub fn covers(words: &Words, form: Option<&ConsentForm>) -> Element {
    let said = form.map(|form| scope_words(words, form));
    rsx! {
        if let Some(said) = said {
            p { class: "small", "data-testid": "disclosure-scope", "{said}" }
        }
    }
}

/// The notice that goes along with a file: the agency's, or that of the app where it is not known.
pub async fn notice_of(link: &EngineLink, words: &Words, on: LocalDate) -> String {
    let own = match link.query(Query::Consenting(ConsentQuery::Texts)).await {
        Ok(Reply::Consenting(reply)) => match *reply {
            ConsentReply::Texts(view) => Some(view.pack),
            ConsentReply::ListsDue(_) => None,
        },
        _ => None,
    };
    let pack = own.or_else(|| LegalTexts::parse(TEXTS).ok());
    let tag = language_tag(words.language());
    let said = pack.map(|pack| pack.words("notice", tag, on).to_owned());
    said.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use handrail_engine::api::Language;
    use handrail_engine::api::consent::{ConsentKind, Expiry, Information, Purpose};
    use std::collections::BTreeSet;

    #[test]
    fn g_7_what_a_consent_covers_is_said_in_both_languages_and_names_nobody() {
        let day = |text: &str| LocalDate::parse(text).unwrap();
        let form = ConsentForm {
            patient: "Ray Example".to_owned(),
            disclosers: "Lakeside Peers".to_owned(),
            information: BTreeSet::from([Information::Appointments]),
            information_words: "for May".to_owned(),
            purposes: BTreeSet::from([Purpose::Treatment]),
            expiry: Some(Expiry::On(day("2027-05-31"))),
            signed_on: Some(day("2026-05-01")),
            ..ConsentForm::blank(ConsentKind::Specific, "en")
        };
        let said = scope_words(&Words::of(Language::English), &form);
        for part in [
            "May 1, 2026",
            "Appointments, and whether they went: for May",
            "Treatment",
            "Ends after May 31, 2027",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        let theirs = scope_words(&Words::of(Language::Spanish), &form);
        assert_ne!(theirs, said);
        for text in [said, theirs] {
            assert!(!text.contains("Ray") && !text.contains("Lakeside"));
        }
    }
}
