//! A supervisor and a coach with the real relay between them.

use crate::support::two::{World, add, invite, join, log, pair, person, supervisor, team};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Command, Delivery, DetailField, EngineError, InvitationState, PersonView, Query, Reply,
    Request, Role, SyncState,
};
use handrail_engine::io::{Input, Output};

#[test]
fn a_contact_logged_with_no_signal_reaches_the_supervisor_and_its_words_are_true() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    world.sync(&mut cory);

    world.cut = true;
    let ray = add(&mut cory, "Ray Example");
    log(&mut cory, &ray, "Sat with Ray until the nurse came.");
    world.sync(&mut cory);
    assert_eq!(
        person(&mut cory, &ray).unwrap().timeline[0].delivery,
        Delivery::OnThisDevice
    );
    let Reply::Sync(pill) = cory.query(Query::Sync) else {
        panic!()
    };
    assert!(matches!(pill.state, SyncState::Offline { .. }), "{pill:?}");
    assert!(pill.waiting > 0);

    world.cut = false;
    world.sync(&mut cory);
    assert!(matches!(
        person(&mut cory, &ray).unwrap().timeline[0].delivery,
        Delivery::Sent(_)
    ));
    world.sync(&mut sam);
    let seen = person(&mut sam, &ray).expect("the supervisor reads it");
    assert_eq!(seen.timeline[0].note, "Sat with Ray until the nurse came.");
    assert_eq!(
        (seen.timeline[0].author.as_str(), seen.coach.as_str()),
        ("Cory Coach", "Cory Coach")
    );
    assert_eq!(seen.timeline[0].delivery, Delivery::Received);
    assert!(
        team(&mut sam)
            .coaches
            .iter()
            .any(|coach| coach.name == "Cory Coach" && coach.caseload == 1)
    );

    world.sync(&mut cory);
    assert!(matches!(
        person(&mut cory, &ray).unwrap().timeline[0].delivery,
        Delivery::Reached { .. }
    ));
    let Reply::Sync(pill) = cory.query(Query::Sync) else {
        panic!()
    };
    assert!(pill.all_reached && pill.waiting == 0, "{pill:?}");
}

#[test]
fn two_voices_on_one_field_are_both_shown_until_one_is_chosen() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut sam);

    let phone = |value: &str| Command::SetDetail {
        participant: ray.clone(),
        field: DetailField::Phone,
        value: value.to_owned(),
    };
    sam.order(phone("608-555-0101")).unwrap();
    cory.order(phone("608-555-0202")).unwrap();
    for _ in 0..2 {
        world.sync(&mut sam);
        world.sync(&mut cory);
    }
    for device in [&mut sam, &mut cory] {
        let conflicts = person(device, &ray).unwrap().conflicts;
        assert_eq!(conflicts.len(), 1);
        let mut voices: Vec<_> = conflicts[0]
            .versions
            .iter()
            .map(|v| (v.author.clone(), v.value.clone()))
            .collect();
        voices.sort();
        assert_eq!(
            voices[0],
            ("Cory Coach".to_owned(), "608-555-0202".to_owned())
        );
        assert_eq!(
            voices[1],
            ("Sam Supervisor".to_owned(), "608-555-0101".to_owned())
        );
    }
    let conflict = person(&mut cory, &ray).unwrap().conflicts.remove(0);
    let choose = Command::ResolveConflict {
        participant: ray.clone(),
        record: conflict.record,
        field: conflict.field,
        value: "608-555-0101".to_owned(),
    };
    cory.order(choose).unwrap();
    world.sync(&mut cory);
    world.sync(&mut sam);
    for device in [&mut sam, &mut cory] {
        let view = person(device, &ray).unwrap();
        assert!(view.conflicts.is_empty());
        assert!(
            view.details
                .contains(&(DetailField::Phone, "608-555-0101".to_owned()))
        );
    }
}

#[test]
fn an_invitation_works_once_and_a_withdrawn_one_never() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    join(&mut world, 2, &link, "Cory Coach").unwrap();
    let again = join(&mut world, 3, &link, "Somebody Else").err();
    assert_eq!(
        again,
        Some(EngineError::InvitationUnusable(InvitationState::Used))
    );
    let link = invite(&mut world, &mut sam, Role::Coach);
    let Reply::Settings(settings) = sam.query(Query::Settings) else {
        panic!()
    };
    let open = settings
        .invitations
        .iter()
        .find(|i| i.state == InvitationState::Open)
        .unwrap();
    world
        .order(
            &mut sam,
            Command::WithdrawInvitation {
                invitation: open.invitation.clone(),
            },
        )
        .unwrap();
    world.sync(&mut sam);
    assert!(matches!(
        join(&mut world, 4, &link, "Too Late").err(),
        Some(EngineError::InvitationUnusable(_))
    ));
    let cut_link = &link[..link.len() - 9];
    assert_eq!(
        join(&mut world, 5, cut_link, "Cut Off").err(),
        Some(EngineError::InvitationMalformed)
    );
}

#[test]
fn a_coach_reads_no_other_coachs_caseload() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let first = invite(&mut world, &mut sam, Role::Coach);
    let second = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &first, "Cory Coach").unwrap();
    let mut dana = join(&mut world, 3, &second, "Dana Coach").unwrap();
    let ray = add(&mut cory, "Ray Example");
    for device in [&mut cory, &mut sam, &mut dana] {
        world.sync(device);
    }
    assert!(person(&mut sam, &ray).is_some());
    assert!(person(&mut dana, &ray).is_none());
    assert_eq!(team(&mut dana).coaches.len(), 1);
}

#[test]
fn nothing_is_lost_when_a_device_crashes_between_any_two_steps() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    for round in 0..6 {
        log(&mut cory, &ray, &format!("note {round}"));
        let outputs = cory.input(Input::Wake);
        // Only the first requests get through; their answers may be lost.
        for output in outputs.into_iter().take(round) {
            if let Output::Http(request) = output {
                let _lost = world.carry(&request, cory.clock.at);
            }
        }
        cory.crash();
        let (_, outputs) = cory.begin(Request::Command(Command::Unlock {
            passphrase: PASSPHRASE.to_owned(),
        }));
        world.settle(&mut cory, outputs);
    }
    world.sync(&mut cory);
    world.sync(&mut sam);
    assert_eq!(person(&mut cory, &ray).unwrap().timeline_total, 6);
    let seen = person(&mut sam, &ray).unwrap();
    assert_eq!(seen.timeline_total, 6);
}

#[test]
fn a_newcomer_gets_a_snapshot_and_not_every_item_behind_it() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let ray = add(&mut cory, "Ray Example");
    let mut state = 1_u64;
    for _ in 0..60 {
        let mut words = String::new();
        while words.len() < 1_200 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            words += &(state >> 20).to_string();
            words.push(' ');
        }
        log(&mut cory, &ray, &words);
        world.sync(&mut cory);
    }
    world.sync(&mut sam);
    let given = world.given;
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    world.fetched = 0;
    let mut dana = join(&mut world, 3, &link, "Dana Supervisor").unwrap();
    world.sync(&mut dana);
    let (old, new) = (
        person(&mut cory, &ray).unwrap(),
        person(&mut dana, &ray).unwrap(),
    );
    assert_eq!(new.timeline_total, 60);
    let notes = |view: &PersonView| -> Vec<String> {
        view.timeline.iter().map(|e| e.note.clone()).collect()
    };
    assert_eq!(notes(&old), notes(&new));
    assert!(
        world.fetched * 10 < given * 7,
        "a newcomer fetched {} of {given} bytes: no snapshot stood for the items",
        world.fetched
    );
    let Reply::Sync(pill) = dana.query(Query::Sync) else {
        panic!()
    };
    assert_eq!(pill.quarantined, 0);
}

#[test]
fn an_expired_invitation_is_taken_back_by_itself() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let states = |device: &mut Device| -> Vec<InvitationState> {
        let Reply::Settings(settings) = device.query(Query::Settings) else {
            panic!()
        };
        settings.invitations.iter().map(|i| i.state).collect()
    };
    // This device's own clock does not count, only the relay's.
    sam.clock.at += 25 * 3_600_000;
    let relay_time = sam.clock.at;
    sam.crash();
    let (_, outputs) = sam.begin(Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    }));
    world.settle(&mut sam, outputs);
    assert!(sam.clock.at >= relay_time);
    assert_eq!(states(&mut sam), vec![InvitationState::Expired]);
    // Even a relay whose clock went back lets nobody in with it.
    let late = join(&mut world, 4, &link, "Too Late").err();
    assert!(
        matches!(
            late,
            Some(EngineError::InvitationUnusable(
                InvitationState::Used | InvitationState::Withdrawn
            ))
        ),
        "{late:?}"
    );
}
