//! Who opened records of others' caseloads (issue 3.9).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

mod support;

use handrail_engine::api::{AccessView, Command, EngineError, Query, Reply, Role};
use support::Device;
use support::two::{World, add, invite, join, person, supervisor};

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

fn open(device: &mut Device, participant: &str) -> Result<Reply, EngineError> {
    device.order(Command::NoteOpened {
        participant: participant.to_owned(),
    })
}

fn newest(device: &mut Device) -> Vec<AccessView> {
    match device.query(Query::Accesses { limit: 50 }) {
        Reply::Accesses(rows) => rows,
        other => panic!("{other:?}"),
    }
}

#[test]
fn opening_a_record_of_another_caseload_is_seen_by_its_coach_once_a_day() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    world.sync(&mut cory);
    let ray = add(&mut cory, "Ray Example");
    let lee = add(&mut cory, "Lee Example");
    open(&mut cory, &ray).unwrap();
    assert!(newest(&mut cory).is_empty(), "it is the own caseload");
    world.sync(&mut cory);
    world.sync(&mut sam);

    world.cut = true;
    open(&mut sam, &ray).unwrap();
    open(&mut sam, &ray).unwrap();
    open(&mut sam, &lee).unwrap();
    let own = newest(&mut sam);
    assert_eq!(own.len(), 2, "{own:?}");
    assert!(own.iter().all(|access| access.own));

    world.cut = false;
    world.sync(&mut sam);
    world.sync(&mut cory);
    let seen = person(&mut cory, &ray).unwrap().accesses;
    assert_eq!(seen.len(), 1, "{seen:?}");
    let [access] = seen.try_into().unwrap();
    assert_eq!(
        (access.by.as_str(), access.name.as_str(), access.own),
        ("Sam Supervisor", "Ray Example", false)
    );
    assert_eq!(newest(&mut cory).len(), 2);

    sam.pass(DAY_MS);
    open(&mut sam, &ray).unwrap();
    world.sync(&mut sam);
    world.sync(&mut cory);
    assert_eq!(person(&mut cory, &ray).unwrap().accesses.len(), 2);
    assert_eq!(
        open(&mut cory, &"00".repeat(16)),
        Err(EngineError::NotFound)
    );
}
