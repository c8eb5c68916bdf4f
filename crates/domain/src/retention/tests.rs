use super::*;
use RetentionPackError as E;
use proptest::prelude::*;

const SHIPPED: &str = include_str!("../../../../assets/retention/us-wi-2026.json");

fn shipped() -> RetentionPack {
    RetentionPack::parse(SHIPPED).unwrap()
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn served(last: &str) -> RecordFacts {
    RecordFacts {
        program: None,
        born: None,
        last_service: day(last),
        was_served: true,
        declined: false,
        is_held: false,
    }
}

fn first_day_to_forget(facts: &RecordFacts) -> LocalDate {
    let pack = shipped();
    let mut on = facts.last_service;
    while matches!(pack.judge(facts, on), Judgement::Keep(_)) {
        on = on.plus_days(1);
    }
    on
}

/// Issue 3.8.
#[test]
fn golden_days_of_the_shipped_rules() {
    assert_eq!(
        first_day_to_forget(&served("2019-05-04")),
        day("2026-05-05")
    );
    // A leap day has no anniversary seven years later: whole years end on the first of March.
    assert_eq!(
        first_day_to_forget(&served("2020-02-29")),
        day("2027-03-02")
    );
    assert_eq!(
        first_day_to_forget(&served("2020-02-28")),
        day("2027-03-01")
    );
    // A minor: until 19, where that is later; 29 February again.
    let mut minor = served("2020-06-01");
    minor.born = Some(day("2012-02-29"));
    assert_eq!(first_day_to_forget(&minor), day("2031-03-02"));
    minor.born = Some(day("2003-01-31"));
    assert_eq!(first_day_to_forget(&minor), day("2027-06-02"));
    // Who declined and was never served.
    let mut decliner = served("2026-05-01");
    (decliner.was_served, decliner.declined) = (false, true);
    assert_eq!(first_day_to_forget(&decliner), day("2026-06-01"));
    // Who was served once and declined later is no decliner.
    decliner.was_served = true;
    assert_eq!(first_day_to_forget(&decliner), day("2033-05-02"));
}

/// Issue 3.8.
#[test]
fn a_record_that_was_opened_again_is_kept_anew() {
    let pack = shipped();
    let today = day("2026-06-01");
    let before = served("2019-05-01");
    let Judgement::Forget { rule, kept_through } = pack.judge(&before, today) else {
        panic!("it is time");
    };
    assert_eq!(
        (rule.id.as_str(), kept_through),
        ("treatment-7y", day("2026-05-01"))
    );
    let again = served("2026-05-30");
    assert_eq!(
        pack.judge(&again, today),
        Judgement::Keep(Kept::Through(day("2033-05-30")))
    );
}

/// Issue 3.8.
#[test]
fn a_hold_goes_before_every_rule_and_no_rule_means_keep() {
    let mut pack = shipped();
    let mut old = served("1990-01-01");
    old.is_held = true;
    assert_eq!(
        pack.judge(&old, day("2026-06-01")),
        Judgement::Keep(Kept::OnHold)
    );
    old.is_held = false;
    pack.rules
        .retain(|rule| rule.applies_to == AppliesTo::Declined);
    assert_eq!(
        pack.judge(&old, day("2026-06-01")),
        Judgement::Keep(Kept::NoRule)
    );
}

/// Issue 3.8.
#[test]
fn of_several_rules_the_one_that_keeps_longest_counts_and_a_newer_version_replaces_the_older() {
    let mut pack = shipped();
    let mut longer = pack.rules[0].clone();
    longer.id = "perinatal-10y".into();
    longer.programs = vec!["Pregnancy2recovery".into()];
    longer.years = 10;
    pack.rules.push(longer);
    let mut facts = served("2018-01-01");
    let today = day("2026-06-01");
    assert!(matches!(
        pack.judge(&facts, today),
        Judgement::Forget { .. }
    ));
    facts.program = Some("pregnancy2recovery".into());
    assert_eq!(
        pack.judge(&facts, today),
        Judgement::Keep(Kept::Through(day("2028-01-01")))
    );
    // From 2026-07-01 on the law asks for less.
    let mut newer = pack.rules[2].clone();
    newer.years = 5;
    newer.valid_from = day("2026-07-01");
    pack.rules.push(newer);
    assert!(matches!(pack.judge(&facts, today), Judgement::Keep(_)));
    let later = day("2026-07-01");
    assert!(matches!(
        pack.judge(&facts, later),
        Judgement::Forget { .. }
    ));
}

/// Issue 3.8, field facts "rules for developers" 7.
#[test]
fn rules_say_where_they_come_from_and_when_to_look_again() {
    let pack = shipped();
    assert!(!pack.is_stale(day("2027-06-30")) && pack.is_stale(day("2027-07-01")));
    let mended = |from: &str, to: &str| RetentionPack::parse(&SHIPPED.replacen(from, to, 1));
    assert_eq!(
        mended("\"format\": 1", "\"format\": 2"),
        Err(E::OtherFormat(2))
    );
    let source = "Wis. Admin. Code DHS 92.12";
    assert_eq!(
        mended(source, " "),
        Err(E::TextMissing("treatment-7y".into()))
    );
    assert_eq!(
        mended("\"verified\": false", "\"verified\": true"),
        Err(E::CheckedOnMissing("treatment-7y".into()))
    );
    assert_eq!(
        mended("\"years\": 7", "\"years\": 0"),
        Err(E::Time("treatment-7y".into()))
    );
    assert_eq!(
        mended("treatment-7y", "Ray E."),
        Err(E::BadId("Ray E.".into()))
    );
    assert!(matches!(
        mended("\"years\"", "\"jahre\""),
        Err(E::Malformed { .. })
    ));
    let mut twice = pack.clone();
    twice.rules.push(twice.rules[0].clone());
    assert_eq!(check::pack(&twice), Err(E::Twice("treatment-7y".into())));
    twice.rules.clear();
    assert_eq!(check::pack(&twice), Err(E::NoRules));
    let large = " ".repeat(PACK_LIMIT + 1);
    assert_eq!(RetentionPack::parse(&large), Err(E::TooLarge));
}

fn any_day() -> impl Strategy<Value = LocalDate> {
    (0_i64..60_000).prop_map(|days| day("1900-01-01").plus_days(days))
}

prop_compose! {
    fn any_facts()(
        born in proptest::option::of(any_day()),
        last_service in any_day(),
        was_served in any::<bool>(),
        declined in any::<bool>(),
    ) -> RecordFacts {
        RecordFacts { program: None, born, last_service, was_served, declined, is_held: false }
    }
}

proptest! {
    /// Issue 3.8: once due, due for good; a hold keeps; what is done later never shortens the
    /// time; and nothing is due before a whole number of years has passed.
    #[test]
    fn laws(facts in any_facts(), on in any_day(), later in 0_i64..4_000) {
        let pack = shipped();
        let judged = pack.judge(&facts, on);
        if let Judgement::Forget { rule, kept_through } = judged {
            prop_assert!(on > kept_through);
            let years = on.days_since(facts.last_service);
            prop_assert!(years > i64::from(rule.years) * 365 + i64::from(rule.days));
            let after = pack.judge(&facts, on.plus_days(later));
            let is_due = matches!(after, Judgement::Forget { .. });
            prop_assert!(is_due);
            let held = RecordFacts { is_held: true, ..facts.clone() };
            prop_assert_eq!(pack.judge(&held, on), Judgement::Keep(Kept::OnHold));
        }
        let again = RecordFacts { last_service: facts.last_service.plus_days(later), ..facts };
        let was_kept = matches!(judged, Judgement::Keep(_));
        let is_kept = matches!(pack.judge(&again, on), Judgement::Keep(_));
        prop_assert!(is_kept || !was_kept);
    }
}
