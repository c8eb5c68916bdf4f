//! An agency's own changes, each from a day on.

use super::*;
use crate::id::RecordId;

fn in_use(changes: Vec<(&str, PartChange)>) -> ProgramInUse {
    let change = |(from, change): (&str, PartChange)| {
        let from = day(from);
        let (part, says) = change.written(from).unwrap();
        Change {
            from,
            part,
            says: says.unwrap(),
            disagree: false,
        }
    };
    ProgramInUse {
        id: RecordId::from_bytes([1; 16]),
        name: "Pregnancy2recovery".into(),
        retired: false,
        pack: pack("pregnancy"),
        changes: changes.into_iter().map(change).collect(),
    }
}

fn set(part: Part) -> PartChange {
    PartChange::Set(Box::new(part))
}

fn perinatal(months: u16) -> PartChange {
    let mut duty = pack("pregnancy").duties[0].clone();
    duty.months = Some(months);
    set(Part::Duty(duty))
}

fn site(id: &str, until_open: Option<&str>) -> PartChange {
    let mut site = pack("pregnancy").sites[0].clone();
    site.id = id.into();
    site.until_open = until_open.map(str::to_owned);
    set(Part::Site(site))
}

/// Issue 4.1.
#[test]
fn a_change_holds_from_its_day_and_the_later_one_stands() {
    let program = in_use(vec![
        ("2027-01-01", perinatal(6)),
        ("2026-06-01", perinatal(4)),
    ]);
    let months = |text| program.on(day(text)).0.duties[0].months;
    assert_eq!(months("2026-05-31"), Some(3));
    assert_eq!(months("2026-06-01"), Some(4));
    assert_eq!(months("2027-01-01"), Some(6));
    assert_eq!(program.on(day("2027-01-01")).1, []);
}

#[test]
fn s0_10_eligibility_that_an_agency_changes_is_one_more_version() {
    let mut version = pack("pregnancy").eligibility[0].clone();
    version.routes.truncate(1);
    let program = in_use(vec![("2026-06-01", set(Part::Eligibility(version)))]);
    let (now, _) = program.on(day("2026-12-01"));
    assert_eq!(now.eligibility.len(), 2);
    assert_eq!(
        now.eligibility_on(day("2026-05-31")).unwrap().routes.len(),
        3
    );
    assert_eq!(
        now.eligibility_on(day("2026-06-01")).unwrap().routes.len(),
        1
    );
}

#[test]
fn s1_14_a_site_is_added_and_taken_away_without_code() {
    let gone = PartChange::Remove {
        kind: PartKind::Site,
        id: "clinic".into(),
    };
    let program = in_use(vec![
        ("2026-06-01", site("clinic", None)),
        ("2027-06-01", gone),
    ]);
    let sites = |text| program.on(day(text)).0.sites.len();
    assert_eq!(
        (
            sites("2026-05-31"),
            sites("2026-06-01"),
            sites("2027-06-01")
        ),
        (1, 2, 1)
    );
}

/// Issue 4.1.
#[test]
fn changes_that_do_not_fit_together_are_named_and_the_others_count() {
    // The clinic is removed by one while another makes a site wait for it.
    let gone = PartChange::Remove {
        kind: PartKind::Site,
        id: "clinic".into(),
    };
    let program = in_use(vec![
        ("2026-06-01", site("clinic", None)),
        ("2026-07-01", site("annex", Some("clinic"))),
        ("2026-08-01", gone),
        ("2026-09-01", perinatal(6)),
    ]);
    let (now, unusable) = program.on(day("2026-12-01"));
    assert_eq!((now.sites.len(), now.duties[0].months), (3, Some(6)));
    assert_eq!(unusable.len(), 1);
    assert_eq!(
        (unusable[0].part.as_str(), unusable[0].from),
        ("site:clinic", day("2026-08-01"))
    );
    assert_eq!(
        unusable[0].why.to_string(),
        "annex names clinic, which is not in the program"
    );
    // What needs another change of the same day finds it, whatever the order of their names.
    let program = in_use(vec![
        ("2026-06-01", site("annex", Some("clinic"))),
        ("2026-06-01", site("clinic", None)),
    ]);
    let (now, unusable) = program.on(day("2026-06-01"));
    assert_eq!((now.sites.len(), unusable), (3, vec![]));
}

/// Issue 4.1.
#[test]
fn a_change_of_a_newer_version_or_with_another_id_changes_nothing() {
    let mut program = in_use(vec![]);
    for (part, says) in [
        ("weather:rain", "{}"),
        (
            "duty:perinatal",
            "{\"id\":\"perinatal\",\"kind\":\"weekly_dance\"}",
        ),
        ("duty:perinatal", "not json"),
        (
            "duty:other",
            "{\"id\":\"perinatal\",\"kind\":\"daily_until_intake\"}",
        ),
        ("eligibility", "null"),
    ] {
        program.changes = vec![Change {
            from: day("2026-06-01"),
            part: part.into(),
            says: says.into(),
            disagree: false,
        }];
        let (now, unusable) = program.on(day("2026-12-01"));
        assert_eq!(now, program.pack, "{part} {says}");
        assert_eq!(unusable.len(), 1, "{part} {says}");
    }
}
