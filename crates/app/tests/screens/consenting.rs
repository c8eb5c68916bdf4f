//! What the screens make of consents.

use std::cell::RefCell;

use handrail_domain::consent::{ConsentKind, Element, Refusal, Way};
use handrail_domain::{LocalDate, RecordId, Timestamp};
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, EngineError, Export, Language, NotTold, Query, Reply,
    TellingGround,
};

use crate::live::{Live, orders, refuse};
use crate::sample::consents::view;
use crate::stage::{Canned, NOW, app, canned, open};
use crate::{sample, shown};

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::FIRST)
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn said() -> Vec<ConsentCommand> {
    let all = orders().into_iter();
    all.filter_map(|command| match command {
        Command::Coaching(CoachingCommand::Consent(command)) => Some(command),
        _ => None,
    })
    .collect()
}

#[test]
fn s2_11_a_page_says_which_consents_hold_what_is_missing_and_who_may_be_told() {
    let html = open("/people/01/consents", Language::English);
    for text in [
        "What Jo agreed to",
        "To: Dr. Lena Moreau",
        "Ends after May 31, 2027",
        "Told once because of it",
        "Not valid: 1 thing is missing",
        "A signature is missing.",
        "Taken back on November 10, 2026",
        "May be told until May 31, 2027",
        "No consent names them",
        "What was told in three years: 3",
        "1 entry was written by somebody who may not write it, and does not count.",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert_eq!(
        html.matches("consent-revoke\"").count(),
        2,
        "not what was taken back"
    );
}

#[test]
fn g_7_a_form_says_what_is_missing_and_is_kept_as_not_valid() {
    let html = open("/people/01/consents/new", Language::English);
    for text in [
        "They take part because of: Part of a sentence. The usual kind is: Court, probation or parole.",
        "Write who may be told.",
        "Choose what may be told.",
        "Choose when it ends: not before it was signed.",
        "A signature is missing.",
        "Keep it, not valid yet",
        "to be checked by the agency",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    // S0-32, in the language that they speak.
    assert!(shown(&html, "no es un centro de consejería ni de crisis"));
    let mut page = Live::open("/people/01/consents/new", canned());
    page.put("consent-patient", "input", "Jo A. Lantern");
    page.submit("consent-save");
    match said().as_slice() {
        [
            ConsentCommand::Give {
                form,
                replaces: None,
                ..
            },
        ] => {
            assert_eq!(form.patient, "Jo A. Lantern");
            assert_eq!(form.kind, Some(ConsentKind::Court));
            assert!(
                form.missing(day("2026-11-21"))
                    .contains(&Element::Signature)
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn g_7_what_is_refused_says_why_and_nothing_is_printed() {
    let mut page = Live::open("/people/01/say/s1", canned());
    page.put("handed-other", "change", "true");
    refuse(Some(EngineError::NotTold(NotTold::Refused(
        Refusal::WrongRecipient,
    ))));
    page.tap("saying-print");
    assert!(shown(
        &page.html(),
        "Nothing may be told: no consent names them."
    ));
    let asked = orders();
    let is_print = |one: &Command| matches!(one, Command::NoteExport(Export::Saying));
    assert!(!asked.iter().any(is_print), "it did not leave the app");
    assert!(
        shown(&page.html(), "42 CFR part 2 prohibits"),
        "the notice goes along"
    );
    refuse(None);
    page.tap("saying-print");
    let asked = orders();
    assert!(asked.iter().any(is_print));
    let told = asked.iter().find_map(|one| match one {
        Command::Coaching(CoachingCommand::Consent(ConsentCommand::Disclose {
            telling, ..
        })) => Some(telling),
        _ => None,
    });
    let told = told.unwrap();
    assert_eq!((told.way, told.information.len()), (Way::Paper, 1));
    // What they take along themselves is nobody's to refuse.
    page.put("handed-own", "change", "true");
    page.tap("saying-print");
    assert!(matches!(
        orders().as_slice(),
        [Command::NoteExport(Export::Saying)]
    ));
}

#[test]
fn g_7_a_payer_is_told_of_nobody_for_whom_nothing_is_paid() {
    let mut page = Live::open("/team/billing", canned());
    page.tap("bill-save");
    let asked = orders();
    let told = asked.iter().filter_map(|one| match one {
        Command::Coaching(CoachingCommand::Consent(ConsentCommand::Disclose {
            participant,
            ..
        })) => Some(participant.clone()),
        _ => None,
    });
    // The third one's age is not known.
    assert_eq!(told.collect::<Vec<_>>(), ["01".repeat(16), "02".repeat(16)]);
    let is_saved = |one: &Command| matches!(one, Command::NoteExport(Export::Bill(2)));
    assert!(asked.iter().any(is_saved));
}

#[test]
fn g_8_an_emergency_is_written_down_with_its_four_fields() {
    let mut page = Live::open("/people/01/consents", canned());
    page.tap("tell-emergency");
    page.put("tell-whom", "input", "Dr. Ito, Lakeside Hospital");
    page.put("tell-nature", "input", "Found down");
    page.submit("tell-save");
    match said().as_slice() {
        [ConsentCommand::Disclose { telling, .. }] => match &telling.ground {
            TellingGround::Emergency(emergency) => {
                assert_eq!(emergency.missing(), []);
                assert_eq!(emergency.discloser, "Marisol Reyes");
                assert_eq!(emergency.at, Some(Timestamp::from_millis(NOW)));
            }
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn g_9_the_accounting_is_one_tap_away_and_says_on_what_ground() {
    let html = open("/people/01/accounting", Language::English);
    for text in [
        "What was told about Jo Lantern",
        "Everything from November 21, 2023 to November 21, 2026",
        "With their consent",
        "Told before it was known here that they took it back",
        "Medical emergency, without consent",
        "Found down at home",
    ] {
        assert!(shown(&html, text), "{text}");
    }
}

#[test]
fn g_9_today_says_how_many_days_are_left_to_hand_a_list_over() {
    let html = app("/", Language::English, true, canned());
    for text in [
        "Lists that people asked for",
        "2 days late: the last day to answer was November 19, 2026",
        "6 days left to answer: the last is November 27, 2026",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let spanish = app("/", Language::Spanish, true, canned());
    assert!(shown(&spanish, "2 días de retraso"));
}

#[test]
fn g_9_that_somebody_asked_for_the_list_is_written_down_with_the_day() {
    let mut page = Live::open("/people/01/consents", canned());
    assert!(shown(&page.html(), "Asked on October 20, 2026"));
    page.tap("list-ask");
    page.put("list-day", "input", "2026-11-22");
    page.submit("list-save");
    assert_eq!(said(), [], "a day that has not come");
    page.put("list-day", "input", "2026-11-20");
    page.put("list-how", "input", "A letter");
    page.submit("list-save");
    match said().as_slice() {
        [ConsentCommand::AskedForList { on, words, .. }] => {
            assert_eq!((*on, words.as_str()), (day("2026-11-20"), "A letter"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn g_9_the_list_is_handed_over_on_its_page_and_a_mistake_is_taken_back_there() {
    let mut page = Live::open("/people/01/accounting", canned());
    let html = page.html();
    assert!(shown(&html, "Handed over on June 11, 2026"));
    assert!(shown(&html, "2 days late"));
    page.tap("list-hand-over");
    page.put("list-day", "input", "2026-10-19");
    page.submit("list-save");
    assert_eq!(said(), [], "not before they asked");
    page.put("list-day", "input", "2026-11-21");
    page.submit("list-save");
    match said().as_slice() {
        [ConsentCommand::ListHandedOver { asked, on, .. }] => {
            assert_eq!(
                (asked.clone(), *on),
                (id(31).to_string(), day("2026-11-21"))
            );
        }
        other => panic!("{other:?}"),
    }
    let mut page = Live::open("/people/01/accounting", canned());
    page.tap("list-take-back");
    page.put("reason", "input", "It was somebody else");
    page.submit("reason-submit");
    match said().as_slice() {
        [ConsentCommand::TakeBackList { said, words, .. }] => {
            // The last of the two rows: that it was handed over.
            assert_eq!(*said, id(34).to_string());
            assert_eq!(words, "It was somebody else");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn s0_32_the_copy_for_them_speaks_their_language_and_says_what_this_is_not() {
    let id = id(1).to_string();
    let html = open(
        &format!("/people/01/consents/{id}/paper"),
        Language::English,
    );
    for text in [
        "¿A quién se puede contar?",
        "Dr. Lena Moreau (Quien trata a la persona)",
        "no es un centro de consejería ni de crisis",
        "42 CFR part 2 prohibits",
        "Puede retirar este consentimiento",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    assert!(html.contains("<polyline"), "as it was signed");
}

#[test]
fn a_consent_is_taken_back_with_what_follows_said_first() {
    let mut page = Live::open("/people/01/consents", canned());
    page.tap("consent-revoke");
    assert!(shown(
        &page.html(),
        "From now on nothing more is told because of it."
    ));
    assert!(
        shown(&page.html(), "November 12, 2026: Dr. Lena Moreau"),
        "what was relied on"
    );
    page.submit("consent-end-save");
    let all = said();
    assert!(
        matches!(all.as_slice(), [ConsentCommand::Revoke { .. }]),
        "{all:?}"
    );
}

#[test]
fn g_7_taking_back_asks_for_the_hour_and_on_an_earlier_day_only_where_somebody_knows_it() {
    let revoked = |day: Option<&str>, time: Option<&str>| {
        let mut page = Live::open("/people/01/consents", canned());
        page.tap("consent-revoke");
        if let Some(day) = day {
            page.put("consent-end-day", "input", day);
        }
        if let Some(time) = time {
            page.put("consent-end-time", "input", time);
        }
        page.submit("consent-end-save");
        said().into_iter().find_map(|command| match command {
            ConsentCommand::Revoke { on, at, .. } => Some((on, at)),
            _ => None,
        })
    };
    let at = |millis: i64| Some(Timestamp::from_millis(millis));
    assert_eq!(revoked(None, None), Some((day("2026-11-21"), at(NOW))));
    let earlier = Some((day("2026-11-20"), None));
    assert_eq!(revoked(Some("2026-11-20"), None), earlier);
    assert_eq!(revoked(None, Some("")), None, "it was today, at some hour");
    let known = revoked(Some("2026-11-20"), Some("09:30")).and_then(|(_, at)| at);
    // Half past nine is half past three in the afternoon elsewhere.
    let half_past = known.map(|at| at.millis().rem_euclid(86_400_000) / 60_000);
    assert_eq!(half_past, Some((9 + 6) * 60 + 30));
}

#[test]
fn g_7_what_was_told_earlier_is_written_down_with_its_hour() {
    let told = |time: Option<&str>| {
        let mut page = Live::open("/people/01/consents", canned());
        page.tap("tell-agreed");
        page.put("tell-whom", "input", "Dr. Lena Moreau");
        if let Some(time) = time {
            page.put("tell-time", "input", time);
        }
        page.submit("tell-save");
        let all = said();
        let at = all.iter().find_map(|command| match command {
            ConsentCommand::Disclose { telling, .. } => Some(telling.at),
            _ => None,
        });
        (at, page.html())
    };
    assert_eq!(told(None).0, Some(None), "now");
    let (at, html) = told(Some("00:15"));
    let minutes = at
        .flatten()
        .map(|at| at.millis().rem_euclid(86_400_000) / 60_000);
    assert_eq!(minutes, Some(6 * 60 + 15));
    assert!(shown(&html, "Written down with its day."));
    let (at, html) = told(Some("noon"));
    assert_eq!(at, None);
    assert!(shown(&html, "Check the day and time."));
}

thread_local! {
    static PART2: RefCell<bool> = const { RefCell::new(true) };
}

#[test]
fn an_agency_that_is_no_part_2_program_is_told_that_nothing_stops_it() {
    fn answer(query: &Query) -> Option<Reply> {
        match query {
            Query::Consents { participant } => {
                let mut view = view(participant);
                view.part2 = PART2.with_borrow(|part2| *part2);
                Some(Reply::Consents(Box::new(view)))
            }
            other => sample::answer(other),
        }
    }
    PART2.set(false);
    let canned = Canned {
        session: sample::unlocked(),
        answer,
    };
    let page = Live::open("/people/01/consents", canned);
    assert!(shown(
        &page.html(),
        "Your agency says that it is not a program under 42 CFR part 2."
    ));
}
