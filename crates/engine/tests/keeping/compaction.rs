//! What is left to a newcomer when the relay has destroyed what snapshots stand for, and what
//! has to be true before it does.
use crate::support::two::{World, add, invite, join, log, pair, person, pill};
use handrail_engine::api::{Command, PersonView, Query, Reply, Role};
use handrail_relay::core::GRACE_MS;

/// Words that cannot be made much shorter.
fn words(number: u64) -> String {
    let mut state = number + 1;
    let mut words = String::new();
    while words.len() < 3_000 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        words += &(state >> 8).to_string();
        words.push(' ');
    }
    words
}

#[test]
fn a_newcomer_has_everything_after_the_relay_destroyed_what_others_confirmed_and_a_hold_ended() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    for number in 0..100 {
        log(&mut cory, &ray, &words(number));
        world.sync(&mut cory);
        world.sync(&mut sam);
    }
    world.sync(&mut sam);
    world.sync(&mut cory);
    // The hold is set when both snapshots have somebody's word already.
    let participant = ray.clone();
    let reason = "A court asked for the record.".to_owned();
    sam.order(Command::SetHold {
        participant,
        reason,
    })
    .unwrap();
    world.sync(&mut sam);
    assert_eq!(world.relay.let_pass(2 * GRACE_MS).unwrap(), 0);
    let Ok(Reply::Retention(view)) =
        sam.ask(handrail_engine::api::Request::Query(Query::Retention {
            participant: ray.clone(),
        }))
    else {
        panic!("no view of the holds");
    };
    sam.order(Command::LiftHold {
        participant: ray.clone(),
        hold: view.holds[0].hold.clone(),
        reason: "The case is over.".to_owned(),
    })
    .unwrap();
    world.sync(&mut sam);
    let destroyed = world.relay.let_pass(1).unwrap();
    assert!(destroyed > 20, "{destroyed}");

    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut dana = join(&mut world, 3, &link, "Dana Supervisor").unwrap();
    for device in [&mut dana, &mut cory, &mut sam] {
        world.sync(device);
    }
    let notes = |view: &PersonView| -> Vec<String> {
        view.timeline.iter().map(|row| row.note.clone()).collect()
    };
    let (old, new) = (
        person(&mut cory, &ray).unwrap(),
        person(&mut dana, &ray).unwrap(),
    );
    assert_eq!(new.timeline_total, 100);
    assert_eq!(notes(&old), notes(&new));
    for device in [&mut dana, &mut cory, &mut sam] {
        let view = pill(device);
        assert_eq!((view.waiting, view.quarantined), (0, 0), "{view:?}");
        assert!(view.incomplete.is_empty(), "{view:?}");
    }
}
