//! What a changed app writes makes no device fall over: bodies, numbers and times of any kind are read,
//! passed over or set aside.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::collections::BTreeSet;

use handrail_domain::concern::{self, concerns, turn};
use handrail_domain::consent::{
    self, AnswerDue, Ask, Consents, Information, Purpose, Side, accounting, asked, covered_at,
    covered_on, covering,
};
use handrail_domain::desk::{self, entries};
use handrail_domain::on_call::{
    ANSWERED, OFFER, ROTA, Rotas, SHIFT, SHIFT_BACK, SOUGHT, SWAP, SWAP_AT_ONCE, SWAP_BACK,
    SWAP_NO, SWAP_YES, gaps, on_call, sought,
};
use handrail_domain::rights::Said;
use handrail_domain::statement::{Statement, in_order};
use handrail_domain::supervision::{self, Rule, standing, supervision};
use handrail_domain::{DeviceId, LocalDate, MemberId, Now, RecordId, Role, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

const CODES: [&str; 20] = [
    consent::GIVEN,
    consent::REVOKED,
    consent::ENDED,
    consent::DISCLOSED,
    consent::ASKED,
    consent::ANSWERED,
    consent::TAKEN_BACK,
    concern::RAISED,
    concern::ADDED,
    concern::SEEN,
    concern::DECIDED,
    concern::TOLD,
    concern::OWN_REPORT,
    concern::BACK,
    desk::CARE_LEVEL,
    supervision::HELD,
    supervision::SIGNED,
    supervision::BROUGHT,
    SOUGHT,
    ANSWERED,
];

const KEYS: [&str; 30] = [
    "on",
    "at",
    "words",
    "kind",
    "recipients",
    "information",
    "purposes",
    "told",
    "expiry",
    "signature",
    "signed_on",
    "signer",
    "signer_why",
    "is",
    "text",
    "side",
    "members",
    "ground",
    "emergency_at",
    "minutes",
    "cases",
    "items",
    "action",
    "teller",
    "instead",
    "by",
    "level",
    "edition",
    "given_by",
    "participant",
];

const TEXTS: [&str; 16] = [
    "",
    "on",
    "drawn",
    "0,0 9,9;;65535,1 x",
    "9999-12-31",
    "0001-01-01",
    "2024-02-29",
    "2024-02-30",
    "care",
    "intermediary",
    "consent",
    "emergency",
    "other",
    "go_on",
    "nobody",
    "ñ\u{0}",
];

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(i64::MIN),
        Just(i64::MAX),
        Just(-1),
        Just(0),
        Just(65_535),
        any::<i64>(),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        number().prop_map(Value::from),
        proptest::sample::select(TEXTS.to_vec()).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let key = proptest::sample::select(KEYS.to_vec());
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((key, inner), 0..8).prop_map(|pairs| {
                let pairs = pairs.into_iter();
                Value::Object(pairs.map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

fn statements() -> impl Strategy<Value = Vec<Statement>> {
    let one = (
        proptest::sample::select(CODES.to_vec()),
        proptest::option::of(0_u8..6),
        value(),
        number(),
        any::<u64>(),
        0_u8..3,
    );
    proptest::collection::vec(one, 0..12).prop_map(|all| {
        let numbered = (0_u8..).zip(all);
        let mut found: Vec<Statement> = numbered
            .map(
                |(number, (code, about, body, at, step, device))| Statement {
                    id: RecordId::from_bytes([number; 16]),
                    code: code.to_owned(),
                    about: about.map(|about| RecordId::from_bytes([about; 16])),
                    device: DeviceId::from_bytes([device; 16]),
                    at: Timestamp::from_millis(at),
                    step,
                    body: body.to_string(),
                },
            )
            .collect();
        in_order(&mut found);
        found
    })
}

const DAYS: [LocalDate; 2] = [LocalDate::FIRST, LocalDate::LAST];

fn look_at_consents(all: &[Statement], now: i64) {
    let consents = Consents::fold(all.iter().cloned());
    let ask = Ask {
        recipient: "X".to_owned(),
        side: Side::Intermediary,
        purpose: Purpose::Treatment,
        information: BTreeSet::from([Information::Record]),
    };
    for day in DAYS {
        for one in &consents.consents {
            let _ = (one.state(day), one.state_on(day));
            let _ = consents.relied_on(one.id).count();
        }
        // Nothing that is made up at random is whole.
        assert!(covering(&consents, &ask, day).is_err());
        assert!(covered_on(&consents, &ask, day).is_err());
        let at = Timestamp::from_millis(now);
        let seen = Now {
            at,
            offset_minutes: 600,
        };
        assert!(covered_at(&consents, &ask, (day, at), seen).is_err());
        for told in &consents.disclosures {
            for one in &consents.consents {
                let _ = one.revoked.as_ref().map(|end| told.is_after(end, -720));
            }
        }
        let _ = accounting(&consents, day).len();
        for one in asked(all.iter().cloned()) {
            let _ = AnswerDue::of(one.on, day).presses();
        }
    }
    for one in sought(all.iter().cloned()) {
        assert!(one.minutes().is_none_or(|minutes| minutes >= 0));
    }
    let at = Timestamp::from_millis(now);
    for one in all {
        let _ = turn(3, u16::MAX, one.at, at);
    }
}

proptest! {
    #[test]
    fn no_statement_makes_a_device_fall_over(
        all in statements(),
        role in proptest::sample::select(Role::ALL.to_vec()),
        now in number(),
    ) {
        look_at_consents(&all, now);
        let said: Vec<Said<'_>> = all
            .iter()
            .map(|statement| Said {
                statement,
                by: Some(MemberId::from_bytes(*statement.device.as_bytes())),
                role: Some(role),
            })
            .collect();
        for one in concerns(&said).concerns {
            let _ = (one.stage(), one.is_open());
        }
        let _ = entries(&said);
        let coach = MemberId::from_bytes([1; 16]);
        let found = supervision(coach, &said);
        let sessions: Vec<(LocalDate, u16)> = found
            .sessions
            .iter()
            .map(|one| (one.held.on, one.held.minutes))
            .collect();
        for today in DAYS {
            let since = sessions.iter().map(|(on, _)| *on).min().unwrap_or(today);
            let _ = standing(Rule::default(), since, &sessions, &[], today);
        }
    }
}

#[test]
fn a_body_that_is_no_json_says_nothing() {
    let one = Statement {
        id: RecordId::from_bytes([1; 16]),
        code: consent::GIVEN.to_owned(),
        about: None,
        device: DeviceId::from_bytes([1; 16]),
        at: Timestamp::from_millis(0),
        step: 1,
        body: json!({ "kind": "care" }).to_string().replace('}', ""),
    };
    let consents = Consents::fold([one]);
    assert_eq!((consents.consents.len(), consents.unread), (0, 1));
}

/// A rota of people in turns, of any hours, from any day on.
fn rota() -> impl Strategy<Value = Value> {
    let day = || proptest::sample::select(vec!["0001-01-01", "2026-05-01", "9999-12-31", "", "x"]);
    let hours = || {
        let any = (0_u8..=127, 0_u16..1500, any::<u16>());
        any.prop_map(|(days, at, minutes)| json!({"days": days, "at": at, "minutes": minutes}))
    };
    let groups = proptest::collection::vec(proptest::collection::vec(0_u8..4, 0..3), 0..3);
    (day(), day(), hours(), hours(), groups, any::<u8>()).prop_map(
        |(from, until, first, meant, groups, count)| {
            let people = ["A", "B", "C"].map(|name| json!({"name": name, "phone": "1"}));
            json!({
                "name": "X", "kind": "supervisors", "zone": "us_central",
                "from": from, "until": until, "people": people,
                "turns": [{"hours": first, "rotate": "each_shift", "groups": groups}],
                "meant": [meant], "needs": [["other", count]], "fallback": [0],
            })
        },
    )
}

/// A shift of somebody, or two of them, at any hours.
fn shifts_of_somebody() -> impl Strategy<Value = Value> {
    let day = proptest::sample::select(vec!["0001-01-01", "2026-05-01", "9999-12-31"]);
    let name = || proptest::sample::select(vec!["A", "B", "C"]);
    (day, 0_u16..1500, number(), number(), name(), name()).prop_map(
        |(on, at, start, end, one, other)| {
            let who = one.to_lowercase();
            let (one, other) = (json!({"name": one}), json!({"name": other}));
            let seat = |person: &Value| {
                json!({"on": on, "at": at, "start": start, "end": end, "person": person})
            };
            json!({
                "on": on, "at": at, "who": who, "by": other, "to": other,
                "first": seat(&one), "second": seat(&other), "shift": seat(&one),
            })
        },
    )
}

fn said_of_rotas() -> impl Strategy<Value = Vec<Statement>> {
    let codes = vec![
        SHIFT,
        SHIFT_BACK,
        SWAP,
        SWAP_AT_ONCE,
        OFFER,
        SWAP_YES,
        SWAP_NO,
        SWAP_BACK,
    ];
    let plan = rota().prop_map(|body| (ROTA, body));
    let other = (proptest::sample::select(codes), shifts_of_somebody());
    let one = (
        prop_oneof![plan, other],
        proptest::option::of(0_u8..8),
        number(),
        0_u64..6,
    );
    proptest::collection::vec(one, 0..8).prop_map(|all| {
        let numbered = (0_u8..).zip(all);
        let said = numbered.map(|(number, ((code, body), about, at, step))| Statement {
            id: RecordId::from_bytes([number; 16]),
            code: code.to_owned(),
            about: about.map(|about| RecordId::from_bytes([about; 16])),
            device: DeviceId::from_bytes([1; 16]),
            at: Timestamp::from_millis(at),
            step,
            body: body.to_string(),
        });
        said.collect()
    })
}

proptest! {
    #[test]
    fn s4_16_no_plan_and_no_swap_makes_a_device_fall_over(all in said_of_rotas(), now in number()) {
        let rotas = Rotas::fold(all);
        for at in [now, 1_778_000_000_000] {
            let at = Timestamp::from_millis(at);
            prop_assert_eq!(on_call(&rotas, at).len(), rotas.heads.len());
            for gap in gaps(&rotas, at, at.plus_minutes(14 * 1440)) {
                prop_assert!(gap.start < gap.end);
            }
            for swap in &rotas.swaps {
                let _ = swap.state_at(&rotas.heads, &rotas.changes, at);
            }
        }
    }
}
