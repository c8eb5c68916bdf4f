//! What the screens make of an agency's own legal texts.

use handrail_domain::consent::{ConsentForm, ReadTexts, TEXTS};
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, Language, Query, Reply, SessionView, UnlockedView,
};

use crate::live::{Live, orders};
use crate::sample::consents::view;
use crate::stage::{Canned, app, canned, open};
use crate::{sample, shown};

fn put() -> Vec<Option<String>> {
    let all = orders().into_iter();
    all.filter_map(|command| match command {
        Command::Coaching(CoachingCommand::Consent(ConsentCommand::UseTexts { pack })) => {
            Some(pack)
        }
        _ => None,
    })
    .collect()
}

fn own() -> String {
    TEXTS
        .replace("us-42cfr2", "lakeside")
        .replacen("2024-04-16", "2027-02-01", 1)
}

#[test]
fn g_7_the_page_says_which_legal_texts_hold_whose_they_are_and_what_is_to_come() {
    let html = open("/team/texts", Language::English);
    for text in [
        "lantern-street 2026-11, from April 16, 2024 on; to be looked at again after June 30, 2027",
        "Put in force by Ana Whitfield on November 21, 2026",
        "From January 1, 2027 on others apply: lantern-street 2027",
        "due for a check against the law",
        "that this version cannot read",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    for (administrator, is_there) in [(true, true), (false, false)] {
        let coach = UnlockedView {
            administrator,
            ..sample::worker()
        };
        let canned = Canned {
            session: SessionView::Unlocked(Box::new(coach)),
            answer: sample::answer,
        };
        let html = app("/team", Language::English, true, canned);
        assert_eq!(html.contains("href=\"/team/texts\""), is_there);
    }
}

#[test]
fn g_7_own_texts_are_looked_at_with_their_days_and_sources_before_they_hold() {
    let mut page = Live::open("/team/texts", canned());
    page.put("texts-text", "input", &own());
    page.tap("texts-look");
    let html = page.html();
    for text in [
        "lakeside 2026-11, from February 1, 2027 on",
        "They apply from February 1, 2027 on. Until then those that apply now stay.",
        "42 CFR 2.32, the short statement; last looked at on November 29, 2026, not compared",
        "Safe Communities resource page; compared with it on November 29, 2026",
        "Puede retirar este consentimiento",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    page.tap("texts-put");
    assert_eq!(put(), [], "nobody said that they are to hold");
    page.put("texts-sure", "change", "true");
    page.tap("texts-put");
    assert_eq!(put(), [Some(own())]);

    page.tap("texts-look-app");
    assert!(shown(&page.html(), "They apply at once"));
    page.put("texts-sure", "change", "true");
    page.tap("texts-put");
    assert_eq!(put(), [None], "those of the app");
}

#[test]
fn g_7_each_thing_that_is_off_in_legal_texts_is_said_in_words() {
    let mut page = Live::open("/team/texts", canned());
    let mut look = |text: &str| {
        page.put("texts-text", "input", text);
        page.tap("texts-look");
        page.html()
    };
    for (text, said) in [
        (
            "{".to_owned(),
            "It cannot be read from line 1, character 1 on",
        ),
        (
            own().replace("\"format\": 1", "\"format\": 9"),
            "written for another version of the app",
        ),
        (format!("{}{}", own(), " ".repeat(65_536)), "At most 64 KB."),
        (
            own().replace("\"id\": \"notice\"", "\"id\": \"note\""),
            "The text “notice” is missing, or is empty",
        ),
        (
            own().replace("42 CFR 2.32, the short statement", " "),
            "The text “notice” does not say where it comes from",
        ),
        (
            own().replace("2027-06-30", "2027-01-31"),
            "is before the first day (valid_from)",
        ),
    ] {
        let html = look(&text);
        assert!(shown(&html, said), "{said}");
        assert!(!html.contains("data-testid=\"texts-put\""), "{said}");
    }
    assert_eq!(put(), []);
}

#[test]
fn g_7_a_copy_shows_the_words_that_were_read_and_not_those_that_hold_now() {
    fn answer(query: &Query) -> Option<Reply> {
        match query {
            Query::Consents { participant } => {
                let mut view = view(participant);
                for one in &mut view.consents {
                    one.consent.form = read(&one.consent.form);
                }
                Some(Reply::Consents(Box::new(view)))
            }
            other => sample::answer(other),
        }
    }
    fn read(form: &ConsentForm) -> ConsentForm {
        let texts = [
            ("revoking", "Así se retiraba entonces."),
            ("scope", "Lo de entonces."),
        ];
        let texts = texts.map(|(id, text)| (id.to_owned(), text.to_owned()));
        ConsentForm {
            read: Some(ReadTexts {
                pack: "lakeside".to_owned(),
                version: "2025".to_owned(),
                texts: texts.into_iter().collect(),
            }),
            ..form.clone()
        }
    }
    let path = "/people/01/consents/01040G2081040G2081040G2081/paper";
    let session = sample::unlocked();
    let html = app(path, Language::English, true, Canned { session, answer });
    assert!(shown(&html, "Así se retiraba entonces."));
    assert!(shown(&html, "Lo de entonces."));
    assert!(!shown(&html, "no es un centro de consejería"));
    // What is handed over today carries today's notice.
    assert!(shown(&html, "Our counsel says: 42 CFR part 2 prohibits"));
}
