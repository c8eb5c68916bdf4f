//! Consents made up.

use std::collections::BTreeSet;

use handrail_domain::consent::{
    AnswerDue, Answered, Asked, Consent, ConsentForm, ConsentKind, ConsentState, Disclosure,
    Element, Emergency, End, Expiry, Ground, Information, LegalTexts, Made, Purpose, Recipient,
    Side, Signature, Strokes, TEXTS, Told, Way,
};
use handrail_domain::{DeviceId, LocalDate, RecordId, Timestamp};
use handrail_engine::api::{
    AroundConsentView, AskedView, ConsentQuery, ConsentReply, ConsentView, ConsentsView,
    LegalBasis, ListDueView, TextsView, ToldView,
};

use crate::stage::NOW;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::FIRST)
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn made() -> Made {
    Made {
        at: Timestamp::from_millis(NOW),
        step: 1,
        device: DeviceId::from_bytes([1; 16]),
    }
}

fn form(kind: ConsentKind, name: &str, side: Side) -> ConsentForm {
    let mut strokes = Strokes::default();
    strokes.begin(20.0, 60.0);
    for step in 1..20 {
        strokes.go_on(
            20.0 + f64::from(step) * 8.0,
            60.0 + f64::from(step % 4) * 9.0,
        );
    }
    ConsentForm {
        patient: "Jo Lantern".to_owned(),
        disclosers: "The coaches of Lakeside Peers (sample)".to_owned(),
        recipients: vec![Recipient {
            name: name.to_owned(),
            side,
            is_class: false,
            members: Vec::new(),
            treating_members: false,
        }],
        information: BTreeSet::from([Information::Appointments, Information::Participation]),
        information_words: "Dates since October".to_owned(),
        purposes: BTreeSet::from([Purpose::Treatment]),
        told: Told::ALL.iter().copied().collect(),
        revoke_how: "A note to the agency, 12 Example Street".to_owned(),
        expiry: Some(Expiry::On(day("2027-05-31"))),
        signature: Some(Signature::Drawn(strokes)),
        signed_on: Some(day("2026-11-02")),
        ..ConsentForm::blank(kind, "es")
    }
}

fn one(number: u8, form: ConsentForm, state: ConsentState, relied: &[u8]) -> ConsentView {
    ConsentView {
        consent: Consent {
            id: id(number),
            form,
            made: made(),
            replaces: None,
            replaced_by: Vec::new(),
            revoked: None,
            ended: None,
        },
        state,
        by: "Marisol Reyes".to_owned(),
        relied: relied.iter().map(|number| id(*number)).collect(),
    }
}

fn told(number: u8, ground: Ground, to: &str, side: Side) -> ToldView {
    ToldView {
        disclosure: Disclosure {
            id: id(number),
            made: made(),
            on: day("2026-11-12"),
            at: None,
            ground,
            recipient: to.to_owned(),
            side: Some(side),
            purpose: Some(Purpose::Treatment),
            information: BTreeSet::from([Information::Appointments]),
            words: "Which visits were kept".to_owned(),
            way: Some(Way::Told),
            member: String::new(),
        },
        by: "Marisol Reyes".to_owned(),
        after_revocation: number == 22,
    }
}

fn asked(number: u8, on: &str, answered: Option<&str>) -> AskedView {
    let end = |on: &str| End {
        on: day(on),
        made: made(),
        words: "In the office".to_owned(),
        at: None,
    };
    AskedView {
        asked: Asked {
            id: id(number),
            on: day(on),
            made: made(),
            words: "By letter".to_owned(),
            answered: answered.map(|on| Answered {
                end: end(on),
                id: id(number + 1),
            }),
            taken_back: None,
        },
        due: AnswerDue::of(day(on), day("2026-11-21")),
        by: "Marisol Reyes".to_owned(),
        ended_by: answered
            .map(|_| "Ana Whitfield".to_owned())
            .unwrap_or_default(),
    }
}

/// The agency's own legal texts, and others that are to come.
pub fn texts() -> TextsView {
    let pack = TEXTS.replace("us-42cfr2", "lantern-street").replace(
        "42 CFR part 2 prohibits",
        "Our counsel says: 42 CFR part 2 prohibits",
    );
    TextsView {
        pack: LegalTexts::parse(&pack).unwrap_or_else(|_| empty()),
        set: Some(("Ana Whitfield".to_owned(), NOW)),
        next: Some((
            day("2027-01-01"),
            "lantern-street".to_owned(),
            "2027".to_owned(),
        )),
        unread: true,
        stale: true,
        may_change: true,
        today: day("2026-11-21"),
    }
}

fn empty() -> LegalTexts {
    LegalTexts {
        format: 1,
        id: String::new(),
        version: String::new(),
        valid_from: LocalDate::FIRST,
        review_by: LocalDate::LAST,
        texts: Vec::new(),
    }
}

/// Answers to questions about consents.
pub fn answer(query: &ConsentQuery) -> ConsentReply {
    let row = |number: u8, name: &str, on: &str| ListDueView {
        asked: id(number).to_string(),
        participant: format!("{number:02x}").repeat(16),
        name: name.to_owned(),
        coach: "Cory Coach".to_owned(),
        own: number == 1,
        on: day(on),
        due: AnswerDue::of(day(on), day("2026-11-21")),
    };
    match query {
        ConsentQuery::Texts => ConsentReply::Texts(Box::new(texts())),
        ConsentQuery::ListsDue => ConsentReply::ListsDue(vec![
            row(1, "Jo Lantern", "2026-10-20"),
            row(2, "Dee Okafor", "2026-10-28"),
        ]),
    }
}

/// A valid one, one with gaps, one that was taken back, and what was told on each ground.
pub fn view(participant: &str) -> ConsentsView {
    let gaps = ConsentForm {
        signature: None,
        expiry: Some(Expiry::Event("Discharge from the court program".to_owned())),
        ..form(
            ConsentKind::Court,
            "Dunn County treatment court",
            Side::Justice,
        )
    };
    let missing = ConsentState::Incomplete(vec![Element::Signature]);
    let mut back = one(
        3,
        form(ConsentKind::Specific, "Old landlord", Side::Services),
        ConsentState::Revoked(day("2026-11-10")),
        &[22],
    );
    back.consent.revoked = Some(End {
        on: day("2026-11-10"),
        made: made(),
        words: "By telephone".to_owned(),
        at: None,
    });
    let emergency = Ground::Emergency(Emergency {
        personnel: "Dr. Ito, Lakeside Hospital".to_owned(),
        discloser: "Marisol Reyes".to_owned(),
        at: Some(Timestamp::from_millis(NOW)),
        nature: "Found down at home".to_owned(),
    });
    ConsentsView {
        participant: participant.to_owned(),
        name: "Jo".to_owned(),
        full_name: "Jo Lantern".to_owned(),
        language: "Spanish".to_owned(),
        agency: "Lakeside Peers (sample)".to_owned(),
        own_name: "Marisol Reyes".to_owned(),
        read_only: false,
        part2: true,
        may_set_part2: true,
        today: day("2026-11-21"),
        legal_basis: Some(LegalBasis::Sentence),
        suggested: ConsentKind::Court,
        consents: vec![
            one(2, gaps, missing, &[]),
            one(
                1,
                form(ConsentKind::Specific, "Dr. Lena Moreau", Side::Provider),
                ConsentState::Valid,
                &[21],
            ),
            back,
        ],
        around: vec![
            AroundConsentView {
                name: "Dr. Lena Moreau".to_owned(),
                side: Side::Provider,
                until: Some(Some(day("2027-05-31"))),
            },
            AroundConsentView {
                name: "Agent Dunn".to_owned(),
                side: Side::Justice,
                until: None,
            },
        ],
        told_earlier: Vec::new(),
        accounting_from: day("2023-11-21"),
        told: vec![
            told(
                21,
                Ground::Consent(id(1)),
                "Dr. Lena Moreau",
                Side::Provider,
            ),
            told(22, Ground::Consent(id(3)), "Old landlord", Side::Services),
            told(23, emergency, "Dr. Ito, Lakeside Hospital", Side::Provider),
        ],
        asked: vec![
            asked(31, "2026-10-20", None),
            asked(33, "2026-06-01", Some("2026-06-11")),
        ],
        texts: texts().pack,
        unread: 0,
        set_aside: 1,
    }
}
