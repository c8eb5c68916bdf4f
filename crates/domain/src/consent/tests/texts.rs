//! Legal texts: those of the app, and an agency's own in their place.

use super::*;

fn faults(json: &str) -> Vec<TextsError> {
    LegalTexts::parse(json).unwrap_err()
}

#[test]
fn the_legal_texts_that_ship_are_whole_and_say_what_was_not_checked() {
    let texts = LegalTexts::parse(TEXTS).unwrap();
    let notice = texts.on("notice", today()).unwrap();
    assert!(notice.text.en.starts_with("42 CFR part 2 prohibits"));
    assert!(
        !notice.verified,
        "until counsel compared it with its source"
    );
    assert!(!texts.is_stale(today()));
    assert!(texts.is_stale(day("2027-07-01")));
    let scope = texts.on("scope", today()).unwrap();
    assert!(scope.text.en.contains("not a counseling or crisis center"));
    for one in &texts.texts {
        assert!(one.text.en.len() > 40 && one.text.es.len() > 40);
        assert_ne!(one.text.en, one.text.es);
    }
    let spanish = texts.words("revoking", "es", today());
    assert!(spanish.starts_with("Puede retirar"), "{spanish}");
    assert_eq!(texts.words("of_2030", "es", today()), "");
}

#[test]
fn legal_texts_that_cannot_be_used_say_everything_that_is_off() {
    let malformed = faults("{");
    assert!(matches!(
        malformed.as_slice(),
        [TextsError::Malformed { line: 1, .. }]
    ));
    let more = TEXTS.replace("\"review_by\"", "\"reviewed\": 1, \"review_by\"");
    match faults(&more).as_slice() {
        [TextsError::Malformed { why, .. }] => assert!(why.contains("reviewed"), "{why}"),
        other => panic!("{other:?}"),
    }
    // Another form is said to be one, whatever else stands in it.
    let newer = more.replace("\"format\": 1", "\"format\": 2");
    assert_eq!(faults(&newer), [TextsError::OtherFormat(2)]);
    let padded = format!("{TEXTS}{}", " ".repeat(64 * 1024));
    assert_eq!(faults(&padded), [TextsError::TooLarge]);
    let gone = TEXTS.replace("\"id\": \"notice\"", "\"id\": \"scope\"");
    let gone = gone.replace(
        "\"valid_from\": \"2026-01-01\"",
        "\"valid_from\": \"2024-04-16\"",
    );
    let gone = gone.replace(
        "\"review_by\": \"2027-06-30\"",
        "\"review_by\": \"2024-04-15\"",
    );
    let gone = gone.replace("\"version\": \"2026-11\"", "\"version\": \" \"");
    let gone = gone.replace("42 CFR 2.31, in plain words of this app\"", "\"");
    let long = format!("\"en\": \"{}", "a".repeat(4001));
    let gone = gone.replacen("\"en\": \"You do not have to sign.", &long, 1);
    let blank = gone.find("Sin su consentimiento").unwrap();
    let (before, after) = gone.split_at(blank);
    let rest = after.split_once('"').unwrap().1;
    assert_eq!(
        faults(&format!("{before}\"{rest}")),
        [
            TextsError::NameMissing,
            TextsError::ReviewTooEarly,
            TextsError::Twice("scope".to_owned()),
            TextsError::SourceMissing("passed_on".to_owned()),
            TextsError::TextTooLong("refusing".to_owned()),
            TextsError::TextMissing("exceptions".to_owned()),
            TextsError::TextMissing("notice".to_owned()),
        ]
    );
    assert!(LegalTexts::parse(&format!("\u{feff}{TEXTS}")).is_ok());
}

#[test]
fn the_newest_pack_whose_day_has_come_holds_since_the_app_s_was_gone_back_to() {
    let days = |days: &[&str]| -> Vec<Option<LocalDate>> {
        days.iter()
            .map(|text| LocalDate::parse(text).ok())
            .collect()
    };
    let standing = |said: &[&str], today: &str| {
        let found = pack_standing(&days(said), day(today));
        (found.holds, found.next)
    };
    assert_eq!(standing(&[], "2026-11-29"), (None, None));
    // One that is to come waits, also for what is put in force meanwhile.
    let said = ["2026-01-01", "2027-01-01", "2026-06-01"];
    assert_eq!(standing(&said, "2025-12-31"), (None, Some(0)));
    assert_eq!(standing(&said, "2026-05-31"), (Some(0), Some(2)));
    assert_eq!(standing(&said, "2026-12-31"), (Some(2), Some(1)));
    assert_eq!(standing(&said, "2027-01-01"), (Some(1), None));
    // Of one day it is the one said last: a mistake is mended by another.
    let mended = ["2026-01-01", "2026-01-01", "2027-01-01", "2027-01-01"];
    assert_eq!(standing(&mended, "2026-11-29"), (Some(1), Some(3)));
    let back = ["2026-01-01", "2027-01-01", "the app's", "2026-03-01"];
    assert_eq!(standing(&back, "2026-02-28"), (None, Some(3)));
    assert_eq!(standing(&back, "2027-02-28"), (Some(3), None));
    assert_eq!(standing(&back[..3], "2027-02-28"), (None, None));
}

#[test]
fn g_7_a_consent_keeps_the_words_that_were_read_whatever_the_pack_says_later() {
    let texts = LegalTexts::parse(TEXTS).unwrap();
    let form = ConsentForm {
        read: Some(texts.read("es", today())),
        ..whole(ConsentKind::Care)
    };
    let consents = said(&[given(1, None, &form)]);
    let read = consents.consents[0].form.read.clone().unwrap();
    assert_eq!(
        (read.pack.as_str(), read.version.as_str()),
        ("us-42cfr2", "2026-11")
    );
    let ids: Vec<&str> = read.texts.keys().map(String::as_str).collect();
    assert_eq!(
        ids,
        ["exceptions", "passed_on", "refusing", "revoking", "scope"]
    );
    assert_eq!(
        read.texts["revoking"],
        texts.words("revoking", "es", today())
    );
    // One that was written before that was kept says nothing of it.
    let earlier = whole(ConsentKind::Care).to_body();
    assert_eq!(body::form(&earlier).unwrap().read, None);
}
