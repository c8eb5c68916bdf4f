//! Programs in the agency's document: packs in use and an agency's own changes.

use super::shared::*;
use super::*;
use crate::document::agency::AgencyKind;
use crate::program::{Part, PartChange, PartKind, ProgramPack, ProgramStatus, sample_packs};
use crate::time::LocalDate;
use AgencyCommand as C;
use proptest::prelude::*;

/// A text that does not change with the samples.
const FIRST: &str = include_str!("../../program/tests/golden/program-1.json");
const HEAD: &str = "79db8d8601bbac72bcc00d4a3977bf699b4237073f1914c12580d1fccfbd9787";

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn pregnancy() -> ProgramPack {
    sample_packs().unwrap().remove(1)
}

fn use_pack(id: RecordId) -> C {
    C::UsePack {
        id,
        pack: pregnancy().to_json().unwrap(),
    }
}

fn months(id: RecordId, from: &str, months: u16) -> C {
    let mut duty = pregnancy().duties.remove(0);
    duty.months = Some(months);
    C::ChangeProgram {
        id,
        from: day(from),
        change: PartChange::Set(Box::new(Part::Duty(duty))),
    }
}

fn status(id: RecordId, from: &str, status: ProgramStatus) -> C {
    C::ChangeProgram {
        id,
        from: day(from),
        change: PartChange::Set(Box::new(Part::Status(status))),
    }
}

fn pair() -> (AgencyDocument, AgencyDocument) {
    let (mut one, mut two) = (document::<AgencyKind>(1), document::<AgencyKind>(2));
    one.command(&use_pack(record(1)), now(0)).unwrap().unwrap();
    exchange(&mut one, &mut two);
    (one, two)
}

/// Issue 4.1.
#[test]
fn a_pack_is_put_to_use_under_its_name_and_changed_from_a_day_on() {
    let mut document = document::<AgencyKind>(1);
    let id = record(1);
    let written = document.command(&use_pack(id), now(0)).unwrap().unwrap();
    assert_eq!(written.touched, Touched::one(RecordRef::Program(id)));
    assert_eq!(document.read().programs[0].name, "Pregnancy2recovery");
    document
        .command(&months(id, "2026-06-01", 6), now(1))
        .unwrap()
        .unwrap();
    assert_eq!(
        document.command(&months(id, "2026-06-01", 6), now(2)),
        Ok(None),
        "said already"
    );
    let program = document.programs_in_use().remove(0);
    let length = |text| program.on(day(text)).0.duties[0].months;
    assert_eq!(
        (length("2026-05-31"), length("2026-06-01")),
        (Some(3), Some(6))
    );
    let back = C::ChangeProgram {
        id,
        from: day("2026-06-01"),
        change: PartChange::TakeBack {
            kind: PartKind::Duty,
            id: "perinatal".into(),
        },
    };
    document.command(&back, now(3)).unwrap().unwrap();
    assert_eq!(document.programs_in_use()[0].changes, []);
    let history = document.history(&RecordRef::Program(id)).unwrap();
    let told = history
        .iter()
        .filter(|entry| entry.field == "duty:perinatal@2026-06-01");
    assert_eq!(told.count(), 2, "what was said before can be read");
}

/// Issue 4.1.
#[test]
fn what_would_be_no_program_is_refused_and_changes_nothing() {
    let mut document = document::<AgencyKind>(1);
    let id = record(1);
    let refused = |document: &mut AgencyDocument, command: &C| {
        assert_eq!(
            document.command(command, now(1)),
            Err(CommandError::ProgramRefused)
        );
    };
    refused(
        &mut document,
        &C::UsePack {
            id,
            pack: "{}".into(),
        },
    );
    assert_eq!(document.read().programs, []);
    assert_eq!(
        document.command(&months(id, "2026-06-01", 6), now(1)),
        Err(CommandError::NoSuchRecord)
    );
    document
        .command(
            &C::AddProgram {
                id,
                name: "Ours".into(),
            },
            now(1),
        )
        .unwrap();
    refused(&mut document, &months(id, "2026-06-01", 6));
    document.command(&use_pack(id), now(2)).unwrap().unwrap();
    assert_eq!(
        document.read().programs[0].name,
        "Ours",
        "it keeps its name"
    );
    refused(&mut document, &months(id, "2026-06-01", 0));
    let gone = |kind, part: &str| C::ChangeProgram {
        id,
        from: day("2026-06-01"),
        change: PartChange::Remove {
            kind,
            id: part.into(),
        },
    };
    refused(&mut document, &gone(PartKind::Eligibility, "eligibility"));
    refused(&mut document, &gone(PartKind::Site, "No Id"));
    assert_eq!(document.programs_in_use()[0].changes, []);
}

/// Issue 4.1.
#[test]
fn two_supervisors_who_change_different_parts_or_days_both_count() {
    let (mut one, mut two) = pair();
    let id = record(1);
    one.command(&months(id, "2026-06-01", 6), now(1)).unwrap();
    two.command(&months(id, "2026-09-01", 4), now(1)).unwrap();
    two.command(&status(id, "2026-06-01", ProgramStatus::Ended), now(2))
        .unwrap();
    exchange(&mut one, &mut two);
    let program = one.programs_in_use().remove(0);
    assert_eq!(one.programs_in_use(), two.programs_in_use());
    assert_eq!(one.conflicts(), []);
    let (summer, _) = program.on(day("2026-07-01"));
    assert_eq!(
        (summer.duties[0].months, summer.status),
        (Some(6), ProgramStatus::Ended)
    );
    assert_eq!(program.on(day("2026-09-01")).0.duties[0].months, Some(4));
}

/// Issue 4.1.
#[test]
fn one_part_changed_twice_from_one_day_shows_both_until_one_is_chosen() {
    let (mut one, mut two) = pair();
    let id = record(1);
    one.command(&months(id, "2026-06-01", 6), now(1)).unwrap();
    two.command(&months(id, "2026-06-01", 4), now(1)).unwrap();
    exchange(&mut one, &mut two);
    let conflicts = one.conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].field, "duty:perinatal@2026-06-01");
    assert_eq!(conflicts[0].versions.len(), 2);
    let shown = one.programs_in_use();
    assert!(shown[0].changes[0].disagree);
    assert_eq!(shown, two.programs_in_use(), "both show the same one");
    let mut versions = conflicts[0].versions.iter();
    let four = versions.find(|version| version.value.as_text().unwrap().contains("\"months\":4"));
    let resolve = C::ResolveConflict {
        record: RecordRef::Program(id),
        field: "duty:perinatal@2026-06-01".into(),
        chosen: four.unwrap().value.clone(),
    };
    two.command(&resolve, now(2)).unwrap().unwrap();
    exchange(&mut one, &mut two);
    let program = one.programs_in_use().remove(0);
    assert_eq!(program.on(day("2026-06-01")).0.duties[0].months, Some(4));
    assert_eq!(one.conflicts(), []);
}

/// What an agency's program writes stays the same, so that every version reads the others.
#[test]
fn programs_are_written_as_in_the_first_version() {
    let mut document = document::<AgencyKind>(1);
    let id = record(1);
    let pack = FIRST.to_owned();
    document
        .command(&C::UsePack { id, pack }, now(0))
        .unwrap()
        .unwrap();
    let change = |from: &str, change| C::ChangeProgram {
        id,
        from: day(from),
        change,
    };
    let first = ProgramPack::parse(FIRST).unwrap();
    let parts = [
        Part::Phase(first.phases[0].clone()),
        Part::Duty(first.duties[1].clone()),
        Part::Eligibility(first.eligibility[0].clone()),
        Part::Referral(first.referral[0].clone()),
        Part::Matching(first.matching[0].clone()),
        Part::Work(first.work.clone().unwrap()),
        Part::Status(ProgramStatus::Pilot),
        Part::Site(first.sites[0].clone()),
        Part::Partner(first.partners[0].clone()),
        Part::Funder(first.funders[0].clone()),
    ];
    for part in parts {
        let set = PartChange::Set(Box::new(part));
        document
            .command(&change("2026-06-01", set), now(1))
            .unwrap()
            .unwrap();
    }
    let gone = PartChange::Remove {
        kind: PartKind::Site,
        id: "l".into(),
    };
    document
        .command(&change("2026-07-01", gone), now(2))
        .unwrap()
        .unwrap();
    let program = document.programs_in_use().remove(0);
    assert_eq!(
        (program.changes.len(), program.on(day("2026-07-01")).1),
        (11, vec![])
    );
    let heads: Vec<_> = document.heads().iter().map(ToString::to_string).collect();
    assert_eq!(heads, [HEAD]);
}

fn command() -> impl Strategy<Value = C> {
    let id = (1..3u8).prop_map(record);
    let from = prop::sample::select(vec!["2026-06-01", "2026-07-01", "2026-08-01"]);
    prop_oneof![
        1 => id.clone().prop_map(use_pack),
        4 => (id.clone(), from.clone(), 1..9u16).prop_map(|(id, from, length)| months(id, from, length)),
        2 => (id.clone(), from.clone(), any::<bool>()).prop_map(|(id, from, over)| {
            status(id, from, if over { ProgramStatus::Ended } else { ProgramStatus::Active })
        }),
        2 => (id.clone(), from.clone(), "[ab]", prop::option::of("[ab]")).prop_map(|(id, from, site, until_open)| {
            let mut part = pregnancy().sites.remove(0);
            (part.id, part.until_open) = (site, until_open);
            C::ChangeProgram { id, from: day(from), change: PartChange::Set(Box::new(Part::Site(part))) }
        }),
        2 => (id, from, "[ab]").prop_map(|(id, from, site)| C::ChangeProgram {
            id,
            from: day(from),
            change: PartChange::Remove { kind: PartKind::Site, id: site },
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Issue 4.1.
    #[test]
    fn devices_that_have_met_have_the_same_programs_and_each_is_whole(
        commands in prop::collection::vec((0..2usize, command(), prop::bool::weighted(0.2)), 1..24),
    ) {
        let mut devices = [document::<AgencyKind>(1), document::<AgencyKind>(2)];
        for (minute, (device, command, meet)) in (0..).zip(commands) {
            let _ = devices[device].command(&command, now(minute));
            if meet {
                let [one, two] = &mut devices;
                exchange(one, two);
            }
        }
        let [one, two] = &mut devices;
        exchange(one, two);
        prop_assert_eq!(one.programs_in_use(), two.programs_in_use());
        for program in one.programs_in_use() {
            let (pack, _) = program.on(day("2026-12-01"));
            prop_assert_eq!(ProgramPack::parse(&pack.to_json().unwrap()).unwrap(), pack);
        }
    }
}
