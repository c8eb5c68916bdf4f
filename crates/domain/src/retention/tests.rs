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
    let mended = |from: &str, to: &str| match RetentionPack::parse(&SHIPPED.replacen(from, to, 1)) {
        Ok(_) => Vec::new(),
        Err(faults) => faults,
    };
    let of_first = |fault| {
        let id = "treatment-7y".to_owned();
        vec![E::Rule {
            place: 1,
            id,
            fault,
        }]
    };
    let format = mended("\"format\": 1", "\"format\": 2");
    assert_eq!(format, [E::OtherFormat(2)]);
    let source = "Wis. Admin. Code DHS 92.12";
    assert_eq!(mended(source, " "), of_first(RuleFault::TextMissing));
    assert_eq!(
        mended("\"verified\": false", "\"verified\": true"),
        of_first(RuleFault::CheckedOnMissing)
    );
    let never = mended("\"years\": 7", "\"years\": 0");
    assert_eq!(never, of_first(RuleFault::Time));
    let early = mended("2027-06-30", "2025-06-30");
    assert_eq!(early, [E::ReviewTooEarly]);
    let mut twice = pack.clone();
    twice.rules.push(twice.rules[0].clone());
    let E::Rule { place, fault, .. } = &check::pack(&twice)[0] else {
        panic!()
    };
    assert_eq!((*place, *fault), (3, RuleFault::Twice));
    twice.rules.clear();
    assert_eq!(check::pack(&twice), [E::NoRules]);
    let large = " ".repeat(PACK_LIMIT + 1);
    assert_eq!(RetentionPack::parse(&large), Err(vec![E::TooLarge]));
}

/// Issue 3.8: whoever writes rules of their own learns what to mend, and where.
#[test]
fn every_fault_of_a_pack_is_told_with_its_place() {
    let faults = |text: &str| RetentionPack::parse(text).unwrap_err();
    let mended = |from: &str, to: &str| {
        assert!(SHIPPED.contains(from), "{from}");
        faults(&SHIPPED.replacen(from, to, 1))
    };
    assert!(matches!(
        faults("not JSON")[..],
        [E::Malformed { line: 1, .. }]
    ));
    assert!(matches!(faults("")[..], [E::Malformed { .. }]));
    assert!(matches!(faults("[1]")[..], [E::Value { .. }]));
    let unknown = E::UnknownField {
        field: "jahre".to_owned(),
        line: 12,
        column: 13,
    };
    assert_eq!(mended("\"years\"", "\"jahre\""), [unknown]);
    let value = |from: &str, to: &str| match &mended(from, to)[..] {
        [E::Value { found, line, .. }] => (found.clone(), *line),
        other => panic!("{other:?}"),
    };
    let told = |found: &str, line: usize| (found.to_owned(), line);
    assert_eq!(value("\"years\": 7", "\"years\": -7"), told("-7", 12));
    assert_eq!(value("\"years\": 7", "\"years\": 7.5"), told("7.5", 12));
    assert_eq!(value("\"years\": 7", "\"years\": \"7\""), told("7", 12));
    assert_eq!(value("\"served\"", "\"helped\""), told("helped", 11));
    assert_eq!(value("1984-06-01", "1984-06-31").1, 10);
    let missing = mended("\"source\": \"Wis. Admin. Code DHS 92.12\",", "");
    assert!(matches!(&missing[..], [E::MissingField { field, .. }] if field == "source"));
    // Of a pack that can be read, all at once.
    let all = SHIPPED
        .replace("\"treatment-7y\"", "\"Seven years\"")
        .replace("\"years\": 7", "\"years\": 700")
        .replace("\"days\": 30", "\"days\": 0");
    let places: Vec<_> = faults(&all)
        .into_iter()
        .map(|fault| match fault {
            E::Rule { place, fault, .. } => (place, fault),
            other => panic!("{other}"),
        })
        .collect();
    let wanted = [
        (1, RuleFault::BadId),
        (1, RuleFault::Time),
        (2, RuleFault::Time),
    ];
    assert_eq!(places, wanted);
    // A mark before the text, as some editors write it, is no fault.
    assert!(RetentionPack::parse(&format!("\u{feff}{SHIPPED}")).is_ok());
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
