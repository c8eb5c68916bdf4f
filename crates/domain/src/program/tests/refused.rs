//! A pack that could mislead is refused, with what to mend.

use super::*;
use serde_json::{Value, json};

fn hospital() -> Value {
    serde_json::from_str(&pack("ed-overdose").to_json().unwrap()).unwrap()
}

/// What is said about the pack after one place of it was changed.
fn said(place: &str, value: Value) -> String {
    let mut pack = hospital();
    let pointer = format!("/{place}");
    *pack
        .pointer_mut(&pointer)
        .unwrap_or_else(|| panic!("{place}")) = value;
    ProgramPack::parse(&pack.to_string())
        .unwrap_err()
        .to_string()
}

/// Issue 4.1.
#[test]
fn a_program_that_could_mislead_is_refused_with_what_to_mend() {
    let matching = json!({
        "from": "2016-01-01", "experience": ["trauma"], "of": "own", "required": false
    });
    for (place, value, expected) in [
        (
            "id",
            json!("Hospital 1"),
            "`Hospital 1` cannot be an id: use small letters, digits and -",
        ),
        ("name/es", json!(" "), "a text is missing in ed-overdose"),
        ("source", json!(""), "a text is missing in ed-overdose"),
        (
            "started",
            json!("last year"),
            "`last year` is no year, month or day: write 2016, 2017-08 or 2018-05-01",
        ),
        (
            "started",
            json!("2016-13"),
            "`2016-13` is no year, month or day: write 2016, 2017-08 or 2018-05-01",
        ),
        (
            "phases/1/id",
            json!("bedside"),
            "phase bedside is there twice",
        ),
        (
            "phases/1/begins",
            json!("leaving"),
            "daily names leaving, which is not in the program",
        ),
        (
            "duties/0/kind",
            json!("hourly"),
            "daily names hourly, which is not in the program",
        ),
        (
            "duties/0/every_days",
            json!(1),
            "the duty daily has every_days, which duties of its kind do not have",
        ),
        (
            "duties/1/after",
            json!(null),
            "the duty step-down needs after",
        ),
        (
            "duties/1/judge_after_days",
            json!(null),
            "the duty step-down needs judge_after_days",
        ),
        (
            "duties/1/judge_after_days",
            json!(0),
            "step-down: judge_after_days must be from 1 to 1100",
        ),
        (
            "duties/1/steps",
            json!([]),
            "the duty step-down needs steps",
        ),
        (
            "duties/1/steps/0/for_days",
            json!(null),
            "the duty step-down needs for_days",
        ),
        (
            "duties/1/steps/2/for_days",
            json!(7),
            "the duty step-down needs a last step that goes on, without for_days",
        ),
        (
            "duties/1/steps/2/every_days",
            json!(5000),
            "step-down: every_days must be from 1 to 1100",
        ),
        (
            "eligibility/0/routes",
            json!([]),
            "eligibility names nobody",
        ),
        (
            "eligibility/1/from",
            json!("2016-01-01"),
            "eligibility from 2016-01-01 is there twice",
        ),
        ("referral/0/who", json!([]), "referral names nobody"),
        ("matching/0/experience", json!([]), "matching names nobody"),
        ("work/coaches", json!([]), "work names nobody"),
        (
            "work/supervision/every_days",
            json!(0),
            "supervision: every_days must be from 1 to 366",
        ),
        (
            "sites/3/until_open",
            json!("nowhere"),
            "fourth-ed names nowhere, which is not in the program",
        ),
        (
            "sites/3/until_open",
            json!("fourth-ed"),
            "fourth-ed names fourth-ed, which is not in the program",
        ),
        (
            "sites/0/closes_on",
            json!("2015-01-01"),
            "st-marys ends before it begins",
        ),
        ("sites/0/name", json!(""), "a text is missing in st-marys"),
        ("version", json!(""), "a text is missing in ed-overdose"),
        ("about/en", json!(""), "a text is missing in ed-overdose"),
        (
            "phases/0/name/en",
            json!(""),
            "a text is missing in bedside",
        ),
        ("duties/1/id", json!("daily"), "duty daily is there twice"),
        (
            "eligibility/1/routes/1/id",
            json!("overdose"),
            "route overdose is there twice",
        ),
        (
            "eligibility/0/routes/0/words/es",
            json!(""),
            "a text is missing in overdose",
        ),
        (
            "referral/1/from",
            json!("2016-01-01"),
            "referral from 2016-01-01 is there twice",
        ),
        (
            "referral/1/others",
            json!({"en": "Ask.", "es": ""}),
            "a text is missing in referral",
        ),
        (
            "referral/1/unless_declined_within_days",
            json!(0),
            "referral: unless_declined_within_days must be from 1 to 366",
        ),
        (
            "matching",
            json!([matching, matching]),
            "matching from 2016-01-01 is there twice",
        ),
        (
            "work/supervision/minutes",
            json!(0),
            "supervision: minutes must be from 1 to 1440",
        ),
        (
            "work/supervision/per_service_hours",
            json!(2000),
            "supervision: per_service_hours must be from 1 to 1440",
        ),
        (
            "sites/1/id",
            json!("st-marys"),
            "site st-marys is there twice",
        ),
        ("partners/1/id", json!("ssm"), "partner ssm is there twice"),
        ("funders/0/name", json!(" "), "a text is missing in county"),
        (
            "partners/0",
            json!({"id": "ssm", "name": "SSM", "from": "2018-01-01", "until": "2017-12-31"}),
            "ssm ends before it begins",
        ),
    ] {
        assert_eq!(said(place, value.clone()), expected, "{place} {value}");
    }
}

/// Issue 4.1.
#[test]
fn text_that_is_no_program_is_refused_with_its_place() {
    let refused = |text: &str| ProgramPack::parse(text).unwrap_err();
    assert_eq!(refused(&"x".repeat(PACK_LIMIT + 1)), ProgramError::TooLarge);
    assert!(matches!(
        refused(""),
        ProgramError::Malformed { line: 1, .. }
    ));
    let cut = pack("family").to_json().unwrap();
    assert!(matches!(
        refused(&cut[..cut.len() - 9]),
        ProgramError::Malformed { .. }
    ));
    assert_eq!(refused("{\"format\": 2}"), ProgramError::OtherFormat(2));
    let mut newer = hospital();
    newer["surprise"] = json!(1);
    let said = refused(&newer.to_string()).to_string();
    assert!(said.contains("unknown field `surprise`"), "{said}");
    let mut outside = hospital();
    outside["sites"][0]["intercept"] = json!(6);
    let said = refused(&outside.to_string()).to_string();
    assert!(
        said.contains("an intercept is a number from 0 to 5"),
        "{said}"
    );
    assert!(
        said.starts_with("the program cannot be read at line 1, column "),
        "{said}"
    );
}
