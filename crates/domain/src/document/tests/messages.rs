//! Commands and what is read go between threads as postcard, and into drafts as JSON.

use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use crate::encounter::EncounterChange;
use crate::obligation::{Facts, ObligationKind, Rules, obligations};
use crate::program::{EVERYONE, Part, PartChange, ProgramPack, sample_packs};
use crate::quantity::Minutes;
use crate::time::{LocalDate, TimeOfDay};
use ParticipantCommand as C;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn both_ways<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let bytes = postcard::to_allocvec(value).unwrap();
    assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
}

#[test]
fn commands_and_what_is_read_survive_the_way_between_threads() {
    let mut one = document::<ParticipantKind>(1);
    let log = C::LogEncounter {
        id: record(1),
        facts: facts("Señal débil."),
    };
    one.command(&log, now(1)).unwrap();
    both_ways(&log);
    let void = C::VoidEncounter {
        id: record(1),
        by: member(1),
        reason: "twice".into(),
    };
    one.command(&void, now(2)).unwrap();
    both_ways(&void);
    let at = EncounterChange::At {
        at: now(3).at,
        offset_minutes: -300,
    };
    both_ways(&C::EditEncounter {
        id: record(1),
        changes: vec![at, EncounterChange::Minutes(Minutes::default())],
    });
    let mut two = document::<ParticipantKind>(2);
    both_ways(&two.apply_changes(&changes(&one, &two)).unwrap());
    both_ways(&two.read());
    both_ways(&two.history(&RecordRef::Encounter(record(1))).unwrap());
    let sample = crate::sample::bench_caseload(1, now(0), 1, 3)
        .next()
        .unwrap();
    for step in &sample.steps {
        both_ways(&step.command);
    }
    let pack = include_str!("../../../../../assets/hotlines/us-2026.json");
    both_ways(&crate::crisis::CrisisPack::parse(pack).unwrap());
    let file = include_bytes!("../../../../../assets/sample/caseload.csv");
    let preview = crate::import::sniff(file).unwrap();
    both_ways(&preview);
    let today = LocalDate::new(2026, 3, 10).unwrap();
    for row in crate::import::rows(file, &preview.suggested, today).unwrap() {
        both_ways(&row);
    }
}

#[test]
fn programs_and_what_is_owed_survive_the_way_between_threads() {
    let everyone = ProgramPack::parse(EVERYONE).unwrap();
    let day = LocalDate::new(2026, 3, 3).unwrap();
    let mut facts = Facts::default();
    facts.duty.discharges.push(day);
    let of = Some((ObligationKind::Daily, day));
    let hush = C::Hush {
        id: record(3),
        of,
        until: Some(day.plus_days(2)),
        by: member(1),
        reason: "on the ward".into(),
    };
    both_ways(&hush);
    let mut document = document::<ParticipantKind>(1);
    document.command(&hush, now(1)).unwrap().unwrap();
    both_ways(&document.read());
    both_ways(&document.obligation_facts());
    for pack in sample_packs().unwrap() {
        for site in &pack.sites {
            both_ways(&AgencyCommand::ChangeProgram {
                id: record(1),
                from: day,
                change: PartChange::Set(Box::new(Part::Site(site.clone()))),
            });
        }
        let rules = Rules::new(&everyone, Some(("One", &pack))).unwrap();
        let found = obligations(&facts, &rules, day.plus_days(1));
        assert!(found.len() > 1, "{found:?}");
        both_ways(&found);
        both_ways(&rules);
        both_ways(&pack);
    }
}

#[test]
fn values_out_of_bounds_are_refused_on_the_way_in() {
    assert!(serde_json::from_str::<Minutes>("1440").is_ok());
    assert!(serde_json::from_str::<Minutes>("1441").is_err());
    assert!(serde_json::from_str::<TimeOfDay>("1440").is_err());
    assert!(serde_json::from_str::<LocalDate>("\"+12026-01-01\"").is_err());
    let long = serde_json::to_string(&"x".repeat(crate::quantity::NOTE_LIMIT + 1)).unwrap();
    assert!(serde_json::from_str::<crate::quantity::Note>(&long).is_err());
}
