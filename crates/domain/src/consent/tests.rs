use super::fold::End;
use super::*;
use crate::id::{DeviceId, RecordId};
use crate::statement::Statement;
use proptest::prelude::*;

mod asked;
mod telling;
mod texts;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn today() -> LocalDate {
    day("2026-11-29")
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn named(name: &str, side: Side) -> Recipient {
    Recipient {
        name: name.to_owned(),
        side,
        is_class: false,
        members: Vec::new(),
        treating_members: false,
    }
}

/// A consent of a kind with nothing missing.
fn whole(kind: ConsentKind) -> ConsentForm {
    let (side, purpose, information) = match kind {
        ConsentKind::Care => (Side::Provider, Purpose::Treatment, Information::Record),
        ConsentKind::Specific => (
            Side::Services,
            Purpose::Services,
            Information::Participation,
        ),
        ConsentKind::Court => (
            Side::Justice,
            Purpose::Monitoring,
            Information::Appointments,
        ),
        ConsentKind::Proceedings => (
            Side::Prosecution,
            Purpose::Proceedings,
            Information::Participation,
        ),
        ConsentKind::Notes => (Side::Provider, Purpose::Treatment, Information::Notes),
    };
    let mut strokes = Strokes::default();
    strokes.begin(10.0, 60.0);
    for step in 1..8 {
        strokes.go_on(
            10.0 + f64::from(step) * 9.0,
            60.0 - f64::from(step % 3) * 7.0,
        );
    }
    ConsentForm {
        patient: "Robin Alder".to_owned(),
        disclosers: "Lakeside Peers".to_owned(),
        recipients: vec![named("Dr. Lena Moreau", side)],
        information: BTreeSet::from([information]),
        purposes: BTreeSet::from([purpose]),
        told: Told::ALL.iter().copied().collect(),
        revoke_how: "A note to Lakeside Peers".to_owned(),
        expiry: Some(Expiry::On(day("2027-05-31"))),
        signature: Some(Signature::Drawn(strokes)),
        signed_on: Some(day("2026-11-01")),
        ..ConsentForm::blank(kind, "en")
    }
}

/// What the whole consent of a kind covers.
fn ask(kind: ConsentKind) -> Ask {
    let form = whole(kind);
    let recipient = form.recipients.first().unwrap();
    Ask {
        recipient: recipient.name.clone(),
        side: recipient.side,
        purpose: *form.purposes.first().unwrap(),
        information: form.information,
    }
}

fn said(all: &[Statement]) -> Consents {
    Consents::fold(all.iter().cloned())
}

fn stated(number: u8, code: &str, about: Option<u8>, body: String) -> Statement {
    Statement {
        id: id(number),
        code: code.to_owned(),
        about: about.map(id),
        device: DeviceId::from_bytes([7; 16]),
        at: Timestamp::from_millis(i64::from(number)),
        step: u64::from(number),
        body,
    }
}

fn given(number: u8, about: Option<u8>, form: &ConsentForm) -> Statement {
    stated(number, GIVEN, about, form.to_body())
}

fn ended(code: &str, number: u8, about: u8, on: &str) -> Statement {
    stated(
        number,
        code,
        Some(about),
        end_body((day(on), None), "They said so"),
    )
}

fn told(number: u8, about: Option<u8>, on: &str, ground: Ground) -> Statement {
    let disclosure = Disclosure {
        id: id(number),
        made: Made {
            at: Timestamp::from_millis(0),
            step: 0,
            device: DeviceId::from_bytes([7; 16]),
        },
        on: day(on),
        at: None,
        ground,
        recipient: "Dr. Lena Moreau".to_owned(),
        side: Some(Side::Provider),
        purpose: Some(Purpose::Treatment),
        information: BTreeSet::from([Information::Contacts]),
        words: "Who was seen in October".to_owned(),
        way: Some(Way::Told),
        member: String::new(),
    };
    stated(number, DISCLOSED, about, disclosure.to_body())
}

/// The form with one element taken away, for every element that its kind can lack.
fn without(kind: ConsentKind, element: Element) -> Option<ConsentForm> {
    let mut form = whole(kind);
    let care = kind == ConsentKind::Care;
    match element {
        Element::Kind => form.kind = None,
        Element::Patient => form.patient = " ".to_owned(),
        Element::Discloser => form.disclosers = String::new(),
        Element::Recipient => form.recipients.clear(),
        Element::Members if kind == ConsentKind::Court => return None,
        Element::Members => form
            .recipients
            .push(named("The exchange", Side::Intermediary)),
        Element::JusticeOnly if kind == ConsentKind::Court => {
            form.recipients.push(named("The landlord", Side::Services));
        }
        Element::ProsecutionAlone
            if !matches!(kind, ConsentKind::Proceedings | ConsentKind::Court) =>
        {
            form.recipients
                .push(named("Victim Witness Unit", Side::Prosecution));
        }
        Element::Information => form.information_gone(kind)?,
        Element::NotesAlone if kind != ConsentKind::Notes => {
            form.information.insert(Information::Notes);
        }
        Element::NotesAlone => {
            form.information.insert(Information::Contacts);
        }
        Element::Purpose => form.purposes.clear(),
        Element::PurposeOfKind => {
            let other = match kind {
                ConsentKind::Proceedings => Purpose::Treatment,
                _ => Purpose::Proceedings,
            };
            form.purposes.insert(other);
        }
        Element::Revoking => form.revoke_how.clear(),
        Element::PassedOn if care => {
            form.told.remove(&Told::PassedOn);
        }
        Element::Refusing if care => {
            form.told.remove(&Told::Refusing);
        }
        Element::Expiry => form.expiry = None,
        Element::ExpiryOfKind if !care => form.expiry = Some(Expiry::Never),
        Element::Signer => {
            form.signer = Signer::Other {
                name: "Alex Alder".to_owned(),
                why: None,
            };
        }
        Element::Signature => form.signature = Some(Signature::Typed("  ".to_owned())),
        Element::SignedOn => form.signed_on = None,
        _ => return None,
    }
    Some(form)
}

impl ConsentForm {
    /// Without notes a notes consent is no notes consent either, so that one is left out.
    fn information_gone(&mut self, kind: ConsentKind) -> Option<()> {
        self.information.clear();
        (kind != ConsentKind::Notes).then_some(())
    }
}

#[test]
fn g_7_a_consent_with_any_one_element_missing_is_refused_by_that_element() {
    let mut tried = 0;
    for kind in ConsentKind::ALL.iter().copied() {
        let consents = said(&[given(1, None, &whole(kind))]);
        assert_eq!(
            consents.consents[0].state(today()),
            ConsentState::Valid,
            "{kind:?}"
        );
        assert_eq!(
            covering(&consents, &ask(kind), today()),
            Ok(id(1)),
            "{kind:?}"
        );
        for element in Element::ALL.iter().copied() {
            let Some(form) = without(kind, element) else {
                continue;
            };
            tried += 1;
            let consents = said(&[given(1, None, &form)]);
            let consent = &consents.consents[0];
            assert_eq!(
                consent.state(today()),
                ConsentState::Incomplete(vec![element]),
                "{kind:?} without {element:?}"
            );
            assert!(
                covering(&consents, &ask(kind), today()).is_err(),
                "{kind:?} without {element:?}"
            );
        }
    }
    // Every element was missing at least once in every kind that has it.
    assert_eq!(tried, 78);
}

#[test]
fn g_7_a_form_reads_back_as_it_was_written() {
    let mut forms: Vec<ConsentForm> = Vec::new();
    for kind in ConsentKind::ALL.iter().copied() {
        forms.push(whole(kind));
        forms.push(ConsentForm::blank(kind, "es"));
        let each = Element::ALL.iter().copied();
        forms.extend(each.filter_map(|element| without(kind, element)));
    }
    for expiry in [
        Expiry::Event("Released".to_owned()),
        Expiry::EndOfTreatment,
        Expiry::Never,
    ] {
        forms.push(ConsentForm {
            expiry: Some(expiry),
            signature: Some(Signature::OnPaper("Folder 4".to_owned())),
            ..whole(ConsentKind::Care)
        });
    }
    forms.push(ConsentForm {
        read: Some(LegalTexts::parse(TEXTS).unwrap().read("es", today())),
        ..whole(ConsentKind::Care)
    });
    for form in forms {
        let read = body::form(&form.to_body()).unwrap();
        let trimmed = ConsentForm {
            patient: form.patient.trim().to_owned(),
            signature: match form.signature {
                Some(Signature::Typed(name)) => Some(Signature::Typed(name.trim().to_owned())),
                other => other,
            },
            ..form
        };
        assert_eq!(read, trimmed);
    }
}

#[test]
fn what_a_newer_version_says_counts_as_not_said() {
    let body = whole(ConsentKind::Care).to_body();
    let newer = body.replace("\"care\"", "\"of_2030\"");
    let consents = said(&[Statement {
        body: newer,
        ..given(1, None, &whole(ConsentKind::Care))
    }]);
    assert_eq!(
        consents.consents[0].state(today()),
        ConsentState::Incomplete(vec![Element::Kind])
    );
    let more = body.replacen('{', "{\"of_2030\":[1,{}],", 1);
    assert_eq!(body::form(&more), body::form(&body));
    assert_eq!(body::form("no json"), None);
    assert_eq!(
        said(&[Statement {
            body: "[".to_owned(),
            ..given(1, None, &whole(ConsentKind::Care))
        }])
        .unread,
        1
    );
}

#[test]
fn a_signature_is_bounded_and_reads_back() {
    let mut strokes = Strokes::default();
    strokes.begin(-5.0, f64::NAN);
    for step in 0..10_000_u32 {
        strokes.go_on(f64::from(step % 400), f64::from(step % 7) * 50.0);
    }
    strokes.begin(1.0, 1.0);
    let points: usize = strokes.lines().iter().map(Vec::len).sum();
    assert_eq!(points, MOST_POINTS);
    assert!(
        strokes
            .lines()
            .iter()
            .flatten()
            .all(|(x, y)| *x <= BOX_WIDTH && *y <= BOX_HEIGHT)
    );
    assert!(strokes.to_text().len() < 5_000);
    assert_eq!(Strokes::from_text(&strokes.to_text()), strokes);
    assert!(!Signature::Drawn(Strokes::from_text("1,1 2,2")).is_there());
    assert_eq!(Strokes::from_text("x;1,y 3;;"), Strokes::default());
}

proptest! {
    /// Two devices that wrote at once hold the same, in whatever order it arrived and however often.
    #[test]
    fn s2_11_whatever_the_order_of_arrival_the_same_consents_hold(
        order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
        twice in 0..9_usize,
    ) {
        let form = whole(ConsentKind::Care);
        let all = [
            given(1, None, &form),
            given(2, Some(1), &form),
            given(3, Some(1), &ConsentForm { signature: None, ..form.clone() }),
            ended(REVOKED, 4, 2, "2026-11-20"),
            ended(REVOKED, 5, 2, "2026-11-19"),
            ended(ENDED, 6, 3, "2026-11-18"),
            given(7, None, &whole(ConsentKind::Court)),
            told(8, Some(7), "2026-11-10", Ground::Consent(id(7))),
            told(9, None, "2026-11-10", Ground::ChildReport),
        ];
        let expected = said(&all);
        let mut mixed: Vec<Statement> = order.iter().map(|place| all[*place].clone()).collect();
        mixed.push(all[twice].clone());
        prop_assert_eq!(said(&mixed), expected);
    }

    /// A consent that was taken back covers nothing, whatever else was said in its line.
    #[test]
    fn s2_11_nothing_in_the_line_of_what_was_taken_back_covers_anything(
        about in proptest::collection::vec(0..6_u8, 6),
        revoked in 1..7_u8,
    ) {
        let form = whole(ConsentKind::Care);
        let mut all: Vec<Statement> = (1..7_u8).map(|number| {
            let of = about[usize::from(number) - 1];
            given(number, (of > 0 && of < number).then_some(of), &form)
        }).collect();
        all.push(ended(REVOKED, 100, revoked, "2026-11-20"));
        let consents = said(&all);
        for of in consents.line_of(id(revoked)) {
            let state = consents.consent(of).unwrap().state(today());
            prop_assert_eq!(state, ConsentState::Revoked(day("2026-11-20")));
        }
        if let Ok(found) = covering(&consents, &ask(ConsentKind::Care), today()) {
            prop_assert!(!consents.line_of(id(revoked)).contains(&found));
        }
    }
}

#[test]
fn of_two_ends_it_is_the_first() {
    let form = whole(ConsentKind::Care);
    let consents = said(&[
        given(1, None, &form),
        ended(REVOKED, 4, 1, "2026-11-20"),
        ended(REVOKED, 5, 1, "2026-11-19"),
    ]);
    let End { on, words, .. } = consents.consents[0].revoked.clone().unwrap();
    assert_eq!((on, words.as_str()), (day("2026-11-19"), "They said so"));
}
