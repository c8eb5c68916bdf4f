use super::*;
use crate::id::{ParticipantId, RecordId};
use proptest::prelude::*;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn pack(payer: &str) -> PayerPack {
    PayerPack::parse(&format!(
        r#"{{"format":1,"id":"t","version":"1","review_by":"2027-01-01","payers":[{payer}]}}"#
    ))
    .unwrap()
}

fn payer(rule: &str, more: &str) -> String {
    format!(
        r#"{{"id":"p","name":"P","from":"2024-01-01","code":"H0038","unit_minutes":15,"rule":"{rule}",
        "kinds":["community","phone","group"],"source":"worked by hand","verified":false{more}}}"#
    )
}

fn service(number: u8, on: &str, minutes: u32) -> Service {
    Service {
        id: RecordId::from_bytes([number; 16]),
        participant: ParticipantId::from_bytes([1; 16]),
        on: day(on),
        kind: EncounterKind::Community,
        reached: true,
        minutes,
        born: None,
    }
}

fn units(lines: &[DayLine]) -> Vec<u32> {
    lines.iter().map(|line| line.units).collect()
}

#[test]
fn g_10_s3_19_units_at_the_edges_under_every_rule() {
    let minutes = [7, 8, 14, 15, 22, 23, 37, 38];
    for (rule, expected) in [
        (UnitRule::FullUnits, [0, 0, 0, 1, 1, 1, 2, 2]),
        (UnitRule::EightMinute, [0, 1, 1, 1, 1, 2, 2, 3]),
        (UnitRule::Begun, [1, 1, 1, 1, 2, 2, 3, 3]),
        (UnitRule::DayFullUnits, [0, 0, 0, 1, 1, 1, 2, 2]),
        (UnitRule::DayEightMinute, [0, 1, 1, 1, 1, 2, 2, 3]),
    ] {
        assert_eq!(
            minutes.map(|minutes| rule.units(minutes, 15)),
            expected,
            "{rule:?}"
        );
        assert_eq!(rule.units(0, 15), 0);
        let code = serde_json::to_string(&rule).unwrap();
        assert_eq!(code, format!("\"{}\"", rule.code()));
    }
}

#[test]
fn s3_19_two_contacts_of_a_day_are_rounded_each_or_together_and_minutes_stay_exact() {
    let two = [service(1, "2024-05-01", 8), service(2, "2024-05-01", 8)];
    for (rule, expected) in [
        ("full_units", 0),
        ("eight_minute", 2),
        ("begun", 2),
        ("day_full_units", 1),
        ("day_eight_minute", 1),
    ] {
        let lines = billed(&pack(&payer(rule, "")), "p", &two);
        assert_eq!(
            (units(&lines), lines[0].minutes),
            (vec![expected], 16),
            "{rule}"
        );
        assert_eq!(lines[0].contacts.len(), 2);
    }
    // Another day is another sum.
    let apart = [service(1, "2024-05-01", 8), service(2, "2024-05-02", 8)];
    assert_eq!(
        units(&billed(&pack(&payer("day_full_units", "")), "p", &apart)),
        [0, 0]
    );
}

#[test]
fn s3_19_the_most_of_a_day_is_sixteen_units_over_all_its_lines() {
    let pack = pack(&payer(
        "full_units",
        r#","daily_cap":16,"modifiers":["HF"],"group_modifiers":["HQ"]"#,
    ));
    let mut group = service(2, "2024-05-01", 60);
    group.kind = EncounterKind::Group;
    let lines = billed(&pack, "p", &[service(1, "2024-05-01", 225), group]);
    assert_eq!(units(&lines), [15, 1]);
    assert_eq!(lines[1].over_cap, 3);
    assert_eq!(
        (lines[0].modifiers.join(" "), lines[1].modifiers.join(" ")),
        ("HF".to_owned(), "HF HQ".to_owned())
    );
}

#[test]
fn s3_19_beyond_twenty_four_units_of_a_year_an_authorization_is_needed() {
    let pack = pack(&payer("full_units", r#","unmanaged_units":24"#));
    let days = ["2024-11-01", "2024-11-02", "2024-12-31", "2025-01-01"];
    let services: Vec<_> = (1..)
        .zip(days)
        .map(|(number, on)| service(number, on, 150))
        .collect();
    let lines = billed(&pack, "p", &services);
    assert_eq!(units(&lines), [10, 10, 10, 10]);
    let to_authorize: Vec<_> = lines.iter().map(|line| line.to_authorize).collect();
    assert_eq!(to_authorize, [0, 0, 6, 0]);
}

#[test]
fn s3_19_what_is_not_paid_is_shown_with_its_reason_and_no_units() {
    let pack = pack(&payer("begun", r#","least_age":18"#));
    let mut all: Vec<Service> = (1..=6)
        .map(|number| service(number, "2024-06-15", 20))
        .collect();
    for one in &mut all {
        one.born = Some(day("2006-06-15"));
    }
    all[0].reached = false;
    all[1].minutes = 0;
    all[2].kind = EncounterKind::Text;
    all[3].born = Some(day("2006-06-16"));
    all[4].born = None;
    let mut early = service(9, "2023-12-31", 20);
    early.born = Some(day("1990-01-01"));
    all.push(early);
    let lines = billed(&pack, "p", &all);
    let why: Vec<_> = lines
        .iter()
        .map(|line| (line.why_not, line.units))
        .collect();
    assert_eq!(
        why,
        [
            (Some(NotPaid::NoRule), 0),
            (None, 2),
            (Some(NotPaid::NotReached), 0),
            (Some(NotPaid::NoMinutes), 0),
            (Some(NotPaid::Kind), 0),
            (Some(NotPaid::TooYoung), 0),
            (Some(NotPaid::AgeNotKnown), 0),
        ]
    );
}

#[test]
fn s3_19_a_changed_rule_holds_from_its_day_on_and_a_broken_pack_says_where() {
    let new = payer("begun", "").replace("2024-01-01", "2025-01-01");
    let pack = pack(&format!("{},{new}", payer("full_units", "")));
    let lines = billed(
        &pack,
        "p",
        &[service(1, "2024-12-31", 14), service(2, "2025-01-01", 14)],
    );
    assert_eq!(units(&lines), [0, 1]);
    let of = |payers: &str, format: u32| {
        PayerPack::parse(&format!(
            r#"{{"format":{format},"id":"t","version":"1","review_by":"2027-01-01","payers":[{payers}]}}"#
        ))
        .unwrap_err()
    };
    assert_eq!(of("", 2), PayerFault::OtherFormat(2));
    assert_eq!(
        of(&format!("{0},{0}", payer("begun", "")), 1),
        PayerFault::Twice("p".to_owned())
    );
    assert!(matches!(
        of(&payer("guess", ""), 1),
        PayerFault::Malformed { line: 1, .. }
    ));
    assert!(matches!(
        of(&payer("begun", "").replace("phone", "pigeon"), 1),
        PayerFault::Malformed { .. }
    ));
    let empty = payer("begun", "").replace("\"unit_minutes\":15", "\"unit_minutes\":0");
    assert_eq!(of(&empty, 1), PayerFault::Incomplete("p".to_owned()));
}

#[test]
fn s3_19_a_spreadsheet_gets_exact_minutes_and_no_formula() {
    let lines = billed(
        &pack(&payer("full_units", "")),
        "p",
        &[service(1, "2024-05-01", 37)],
    );
    let funders = ["County".to_owned(), "@State".to_owned()];
    let row = Row {
        line: &lines[0],
        name: "=HYPERLINK(\"x\")",
        born: "",
        program: "-PSP",
        funders: &funders,
        notice: "42 CFR part 2 prohibits",
    };
    let text = table(&[row]);
    let second = text.split("\r\n").nth(1).unwrap();
    assert!(
        second.starts_with("\"2024-05-01\",\"'=HYPERLINK(\"\"x\"\")\",\"\","),
        "{second}"
    );
    assert!(
        second
            .contains("\"'-PSP\",\"County; @State\",\"H0038\",\"\",\"37\",\"2\",\"0\",\"0\",\"\""),
        "{second}"
    );
    // What goes along stands in each line, so that it does when lines are taken out of the table.
    assert!(second.ends_with(",\"42 CFR part 2 prohibits\""), "{second}");
    let read = csv::ReaderBuilder::new()
        .has_headers(true)
        .from_reader(text.as_bytes())
        .into_records();
    assert_eq!(read.map(|row| row.unwrap().len()).collect::<Vec<_>>(), [15]);
}

#[test]
fn s3_19_the_payers_that_ship_are_read_and_say_where_they_come_from() {
    let pack = PayerPack::parse(PAYERS).unwrap();
    let nj = pack.on("nj-sud", day("2026-01-01")).unwrap();
    assert_eq!((nj.daily_cap, nj.least_age), (Some(16), Some(18)));
    let nc = pack.on("nc-8g", day("2026-01-01")).unwrap();
    assert_eq!(
        (nc.unmanaged_units, nc.group_modifiers.as_slice()),
        (Some(24), ["HQ".to_owned()].as_slice())
    );
    assert!(pack.payers.iter().all(|payer| !payer.source.is_empty()));
}

proptest! {
    /// S3-19: counted a second time, minute by minute and unit by unit.
    #[test]
    fn s3_19_units_are_those_of_a_recount_and_no_minute_is_lost(
        services in prop::collection::vec((0_u8..3, 0_i64..3, 0_u32..300, any::<bool>()), 0..20),
        rule in prop::sample::select(UnitRule::ALL),
        cap in prop::option::of(0_u32..20),
    ) {
        let more = cap.map(|cap| format!(",\"daily_cap\":{cap}")).unwrap_or_default();
        let pack = pack(&payer(rule.code(), &more));
        let start = day("2024-03-01");
        let all: Vec<Service> = services.iter().zip(0_u8..).map(|((who, on, minutes, reached), number)| Service {
            participant: ParticipantId::from_bytes([*who; 16]),
            on: start.plus_days(*on),
            reached: *reached,
            ..service(number, "2024-03-01", *minutes)
        }).collect();
        let lines = billed(&pack, "p", &all);
        let minutes: u32 = lines.iter().map(|line| line.minutes).sum();
        prop_assert_eq!(minutes, all.iter().map(|one| one.minutes).sum::<u32>());
        for who in 0_u8..3 {
            for on in 0_i64..3 {
                let of = |line: &&DayLine| line.participant == ParticipantId::from_bytes([who; 16]) && line.on == start.plus_days(on);
                let found: u32 = lines.iter().filter(of).map(|line| line.units).sum();
                let paid = services.iter().filter(|(w, o, _, reached)| *w == who && *o == on && *reached);
                let each: Vec<u32> = paid.map(|(_, _, minutes, _)| *minutes).collect();
                let round = |minutes: u32| {
                    let mut units = 0;
                    let mut rest = minutes;
                    while rest >= 15 {
                        rest -= 15;
                        units += 1;
                    }
                    match rule {
                        UnitRule::FullUnits | UnitRule::DayFullUnits => units,
                        UnitRule::EightMinute | UnitRule::DayEightMinute => units + u32::from(rest >= 8),
                        UnitRule::Begun => units + u32::from(rest >= 1),
                    }
                };
                let again: u32 = if rule.adds_up_the_day() { round(each.iter().sum()) } else { each.into_iter().map(round).sum() };
                prop_assert_eq!(found, again.min(cap.unwrap_or(u32::MAX)));
            }
        }
    }
}
