//! What screens say of sending, reaching and missing is so.

use crate::support::two::{World, add, invite, join, log, pair, person, pill, unlock};
use handrail_engine::api::{
    Command, Delivery, IncompleteWhy, ReachedBy, Role, SyncState, SyncTrouble,
};
use handrail_protocol::ItemKind;

#[test]
fn sent_and_reached_tell_the_times_at_which_it_was_so() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut sam);
    world.sync(&mut cory);

    log(&mut cory, &ray, "first");
    let written = cory.clock.at;
    world.sync(&mut cory);
    let sent = cory.clock.at;
    sam.clock.at = sent + 3_600_000;
    world.sync(&mut sam);
    let held = sam.clock.at;
    // The next contact reaches the supervisor hours later, and with it a
    // receipt that covers both.
    cory.clock.at = held;
    world.sync(&mut cory);
    cory.pass(4 * 3_600_000);
    log(&mut cory, &ray, "second");
    world.sync(&mut cory);
    sam.clock.at = cory.clock.at;
    world.sync(&mut sam);
    world.sync(&mut cory);
    let first = person(&mut cory, &ray).unwrap().timeline.pop().unwrap();
    let Delivery::Reached {
        sent_at,
        reached_at,
        by,
    } = first.delivery
    else {
        panic!("{:?}", first.delivery)
    };
    assert_eq!((first.note.as_str(), by), ("first", ReachedBy::Supervisor));
    assert!((written..=sent).contains(&sent_at), "{sent_at}");
    assert!(
        (sent + 3_600_000..=held).contains(&reached_at),
        "{reached_at}"
    );
    let coach = pill(&mut cory);
    assert!(coach.all_reached);
    assert_eq!(coach.last_reached_by, Some(ReachedBy::Supervisor));
    assert!(coach.last_reached_at >= Some(held + 3 * 3_600_000));
}

#[test]
fn a_supervisors_words_reach_the_coach_and_nobody_else_counts() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut dana = join(&mut world, 3, &link, "Dana Supervisor").unwrap();
    let ray = add(&mut cory, "Ray Example");
    for _ in 0..2 {
        for device in [&mut cory, &mut sam, &mut dana] {
            world.sync(device);
        }
    }
    assert_eq!(pill(&mut sam).last_sent_at, None, "receipts are no records");
    let before = pill(&mut cory);
    assert!(before.all_reached, "{before:?}");

    log(&mut sam, &ray, "Looked in on Ray myself.");
    world.sync(&mut sam);
    world.sync(&mut dana);
    world.sync(&mut sam);
    let told = pill(&mut sam);
    assert!(told.last_sent_at.is_some());
    assert_eq!((told.last_reached_at, told.all_reached), (None, false));
    let row = person(&mut sam, &ray).unwrap().timeline.remove(0);
    assert!(
        matches!(row.delivery, Delivery::Sent(_)),
        "{:?}",
        row.delivery
    );

    world.sync(&mut cory);
    world.sync(&mut sam);
    let told = pill(&mut sam);
    assert!(told.all_reached, "{told:?}");
    assert_eq!(told.last_reached_by, Some(ReachedBy::Coach));
    let row = person(&mut sam, &ray).unwrap().timeline.remove(0);
    assert!(matches!(
        row.delivery,
        Delivery::Reached {
            by: ReachedBy::Coach,
            ..
        }
    ));
}

#[test]
fn what_the_relay_keeps_back_is_told_with_the_name_of_the_participant() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut dana = join(&mut world, 3, &link, "Dana Supervisor").unwrap();
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut dana);
    log(&mut cory, &ray, "second item");
    world.sync(&mut cory);
    world.sync(&mut sam);

    // Nothing that came is missing a predecessor: only what the other
    // supervisor said gives it away.
    world.withheld = Some((ItemKind::Change, 2));
    world.sync(&mut dana);
    let told = pill(&mut dana);
    assert_eq!(
        told.state,
        SyncState::Trouble(SyncTrouble::RecordsWithheld),
        "{told:?}"
    );
    assert_eq!(told.incomplete.len(), 1);
    assert_eq!(told.incomplete[0].name, "Ray Example");
    assert_eq!(told.incomplete[0].coach, "Cory Coach");
    assert_eq!(told.incomplete[0].why, IncompleteWhy::Withheld);
    let view = person(&mut dana, &ray).unwrap();
    assert_eq!(view.incomplete, Some(IncompleteWhy::Withheld));

    // A later item shows the hole itself.
    log(&mut cory, &ray, "third item");
    world.sync(&mut cory);
    world.sync(&mut dana);
    let told = pill(&mut dana);
    assert!(!told.incomplete.is_empty());

    world.withheld = None;
    dana.pass(600_000);
    world.order(&mut dana, Command::SyncNow).unwrap();
    let told = pill(&mut dana);
    assert_eq!((told.state, told.incomplete), (SyncState::Idle, Vec::new()));
    assert_eq!(person(&mut dana, &ray).unwrap().timeline_total, 2);
}

#[test]
fn a_hole_in_the_middle_is_told_until_it_is_filled() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut sam);
    assert_eq!(pill(&mut sam).incomplete, Vec::new());
    for note in ["second item", "third item"] {
        log(&mut cory, &ray, note);
        world.sync(&mut cory);
    }
    world.withheld = Some((ItemKind::Change, 2));
    world.sync(&mut sam);
    let told = pill(&mut sam);
    assert_eq!(told.incomplete.len(), 1, "{told:?}");
    assert_eq!(told.incomplete[0].why, IncompleteWhy::Hole);
    assert_eq!(told.incomplete[0].participant.as_ref(), Some(&ray));
    // It is still told after a restart.
    sam.crash();
    unlock(&mut world, &mut sam);
    assert_eq!(pill(&mut sam).incomplete.len(), 1);
    world.withheld = None;
    sam.pass(600_000);
    world.order(&mut sam, Command::SyncNow).unwrap();
    assert_eq!(pill(&mut sam).incomplete, Vec::new());
    assert_eq!(person(&mut sam, &ray).unwrap().timeline_total, 2);
}
