//! Rows are a cache: built anew they are the same.

use crate::support::two::{World, add, log, pair, person, pill, supervisor, team, unlock};
use crate::support::{Device, PASSPHRASE, database};
use handrail_engine::api::{
    Command, DetailField, EncounterInput, EncounterKind, EncounterPatch, IntakeStatus,
    MilestoneInput, Outcome, PeopleFilter, Query, Reply, Request,
};
use handrail_protocol::ItemId;
use handrail_store::StoreError;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// Everything that screens show of participants.
fn everything(device: &mut Device) -> Vec<String> {
    let people = Query::People {
        search: String::new(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 200,
    };
    let Reply::People(people) = device.query(people) else {
        panic!()
    };
    let mut shown = vec![format!("{people:?}")];
    for row in &people.rows {
        shown.push(format!("{:?}", person(device, &row.participant)));
    }
    shown.push(format!("{:?}", device.query(Query::Today)));
    shown.push(format!("{:?}", team(device)));
    shown.push(format!("{:?}", pill(device).incomplete));
    shown
}

/// One random thing that somebody does to a participant.
fn something(device: &mut Device, participant: &str, rng: &mut ChaCha20Rng) {
    let view = person(device, participant).unwrap();
    let participant = participant.to_owned();
    let chosen = |rng: &mut ChaCha20Rng| {
        let rows = &view.timeline;
        (!rows.is_empty()).then(|| rows[rng.next_u32() as usize % rows.len()].id.clone())
    };
    let command = match rng.next_u32() % 9 {
        0..=2 => return log(device, &participant, &format!("note {}", rng.next_u32())),
        3 => chosen(rng).map(|encounter| Command::EditEncounter {
            participant,
            encounter,
            patch: EncounterPatch {
                note: Some(format!("edited {}", rng.next_u32())),
                outcome: Some(Outcome::NoAnswer),
                ..EncounterPatch::default()
            },
        }),
        4 => chosen(rng).map(|encounter| Command::VoidEncounter {
            participant,
            encounter,
            reason: "Wrong person".to_owned(),
        }),
        5 => chosen(rng).map(|encounter| Command::RestoreEncounter {
            participant,
            encounter,
        }),
        6 => Some(Command::RecordMilestone {
            participant,
            milestone: MilestoneInput::Discharged {
                on: format!("2026-05-0{}", 1 + rng.next_u32() % 3),
            },
        }),
        7 => Some(Command::RecordMilestone {
            participant,
            milestone: MilestoneInput::Intake {
                status: IntakeStatus::Tentative,
                on: Some("2026-05-20".to_owned()),
            },
        }),
        _ => Some(Command::SetDetail {
            participant,
            field: DetailField::Phone,
            value: format!("608-555-{:04}", rng.next_u32() % 10_000),
        }),
    };
    // What is void already cannot be voided again: refusals are part of it.
    let _refused = command.map(|command| device.order(command));
}

#[test]
fn rows_built_anew_are_those_that_grew_with_the_history() {
    for seed in 0..3 {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let mut world = World::new();
        let (mut sam, mut cory) = pair(&mut world);
        let people = [add(&mut cory, "Ray Example"), add(&mut cory, "Ana Example")];
        world.sync(&mut cory);
        world.sync(&mut sam);
        for _ in 0..60 {
            let participant = &people[rng.next_u32() as usize % 2];
            let device = if rng.next_u32().is_multiple_of(2) {
                &mut sam
            } else {
                &mut cory
            };
            device.pass(1_000);
            something(device, participant, &mut rng);
            // Rarely, so that both write without knowing of each other.
            if rng.next_u32().is_multiple_of(6) {
                world.sync(&mut cory);
                world.sync(&mut sam);
            }
        }
        let conflicts = person(&mut cory, &people[0]).unwrap().conflicts.len()
            + person(&mut cory, &people[1]).unwrap().conflicts.len();
        assert!(seed > 0 || conflicts > 0, "a history without a conflict");
        for device in [&mut cory, &mut sam] {
            device.crash();
            let mut store = database(device.folder.path());
            // An item that waits for a key, of one of these participants.
            let document = people[0].parse().unwrap();
            let item = store.read().items_of(&document, 0, 1).unwrap().remove(0);
            let id = ItemId::from_bytes([9; 32]);
            store
                .transaction(|tx| tx.quarantine(&id, &item.bytes, "needs-key", 1))
                .unwrap();
            store.close().unwrap();
            unlock(&mut world, device);
            let grown = everything(device);
            assert!(grown.iter().any(|view| view.contains("Waiting")));

            drop_rows(device);
            unlock(&mut world, device);
            let built = everything(device);
            for (built, grown) in built.iter().zip(&grown) {
                assert_eq!(built, grown, "seed {seed}");
            }
            assert_eq!(built.len(), grown.len());
        }
    }
}

/// The process ends, and its rows are dropped.
fn drop_rows(device: &mut Device) {
    device.crash();
    let mut store = database(device.folder.path());
    store
        .transaction(|tx| -> Result<(), StoreError> {
            tx.clear_caches()?;
            tx.remove_meta("rows_version")
        })
        .unwrap();
    store.close().unwrap();
}

/// A device whose rows are dropped makes them anew before anything is sent.
fn built_anew(device: &mut Device) -> Vec<String> {
    drop_rows(device);
    device.begin(Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    }));
    everything(device)
}

/// An agency without a relay never packs what it writes.
#[test]
fn what_was_never_packed_is_still_there_when_rows_are_built_anew() {
    let mut device = Device::new(3);
    device.found();
    let ray = add(&mut device, "Ray Example");
    log(&mut device, &ray, "The first of two.");
    log(&mut device, &ray, "The second of two.");
    let grown = everything(&mut device);
    assert!(grown.iter().any(|view| view.contains("second of two")));
    assert_eq!(built_anew(&mut device), grown);
}

#[test]
fn what_was_written_after_the_last_item_is_not_said_to_be_in_it() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let ray = add(&mut sam, "Ray Example");
    log(&mut sam, &ray, "In an item.");
    world.sync(&mut sam);
    let command = Command::SetDetail {
        participant: ray.clone(),
        field: DetailField::Phone,
        value: "608-555-0142".to_owned(),
    };
    sam.begin(Request::Command(command));
    let encounter = EncounterInput {
        kind: EncounterKind::Phone,
        outcome: Outcome::Reached,
        at: None,
        minutes: 5,
        activities: Vec::new(),
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths: 0,
        note: "In no item.".to_owned(),
    };
    sam.begin(Request::Command(Command::LogEncounter {
        participant: ray,
        encounter,
        draft: None,
    }));
    let grown = everything(&mut sam);
    assert!(grown.iter().any(|view| view.contains("In no item")));
    assert_eq!(built_anew(&mut sam), grown);
}

/// "Sent" is said of a contact when the relay answered for the item that it is in.
#[test]
fn what_does_not_fit_into_one_item_is_not_said_to_be_in_it() {
    let mut world = World::new();
    let (_sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    for _ in 0..100 {
        let numbers: Vec<String> = (0..150).map(|_| rng.next_u64().to_string()).collect();
        log(&mut cory, &ray, &numbers.join(" "));
    }
    world.sync(&mut cory);
    cory.crash();
    let of = |device: &Device| {
        let store = database(device.folder.path());
        let rows = store.read().timeline(&ray.parse().unwrap(), None, 200);
        let items = rows.unwrap().into_iter().map(|row| (row.id, row.item));
        let items: Vec<(String, Option<ItemId>)> = items.collect();
        store.close().unwrap();
        items
    };
    let grown = of(&cory);
    let mut items: Vec<ItemId> = grown.iter().map(|(_, item)| item.unwrap()).collect();
    items.sort();
    items.dedup();
    assert!(items.len() > 1, "one item took all of it");
    let mut store = database(cory.folder.path());
    store
        .transaction(|tx| -> Result<(), StoreError> { tx.remove_meta("rows_version") })
        .unwrap();
    store.close().unwrap();
    unlock(&mut world, &mut cory);
    cory.crash();
    assert_eq!(of(&cory), grown);
}
