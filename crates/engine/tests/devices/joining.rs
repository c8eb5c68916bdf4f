//! A joining that is cut off between posting and the relay's answer.

use crate::support::two::{
    Lose, World, add, invite, invite_device, join, person, supervisor, unlock,
};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Command, EngineError, InvalidField, InvitationState, Query, Reply, Role, SessionView,
};

fn session(device: &mut Device) -> SessionView {
    match device.query(Query::Session) {
        Reply::Session(view) => view,
        other => panic!("{other:?}"),
    }
}

/// A coach whose entry, or the answer to it, got lost; the relay is out of reach since.
fn cut_off(world: &mut World, link: &str, lose: Lose) -> Device {
    let mut device = Device::new(2);
    world.lose = Some(lose);
    let command = Command::AcceptInvitation {
        link: link.to_owned(),
        own_name: "Cory Coach".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    let reply = world.order(&mut device, command).unwrap();
    assert!(
        matches!(reply, Reply::Session(SessionView::JoinUnfinished { .. })),
        "{reply:?}"
    );
    assert!(world.cut);
    device
}

/// The joining ends well: what the coach writes comes to the supervisor.
fn comes_in(world: &mut World, sam: &mut Device, cory: &mut Device) {
    unlock(world, cory);
    assert!(matches!(session(cory), SessionView::Unlocked(_)));
    let ray = add(cory, "Ray Example");
    world.sync(cory);
    world.sync(sam);
    assert!(person(sam, &ray).is_some());
}

#[test]
fn a_joining_that_the_relay_took_is_found_out_after_a_restart() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = cut_off(&mut world, &link, Lose::Answer);
    assert_eq!(
        session(&mut cory),
        SessionView::JoinUnfinished {
            problem: Some(EngineError::NoConnection)
        }
    );
    cory.crash();
    world.cut = false;
    comes_in(&mut world, &mut sam, &mut cory);
}

#[test]
fn a_joining_that_the_relay_never_saw_goes_on_by_itself() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = cut_off(&mut world, &link, Lose::Entry);
    world.cut = false;
    cory.crash();
    comes_in(&mut world, &mut sam, &mut cory);
}

#[test]
fn a_joining_whose_invitation_was_taken_back_says_so_and_can_be_begun_again() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = cut_off(&mut world, &link, Lose::Entry);
    world.cut = false;
    let Reply::Settings(settings) = sam.query(Query::Settings) else {
        panic!()
    };
    let withdraw = Command::WithdrawInvitation {
        invitation: settings.invitations[0].invitation.clone(),
    };
    world.order(&mut sam, withdraw).unwrap();
    world.sync(&mut sam);
    cory.crash();
    unlock(&mut world, &mut cory);
    let SessionView::JoinUnfinished {
        problem: Some(EngineError::InvitationUnusable(state)),
    } = session(&mut cory)
    else {
        panic!("{:?}", session(&mut cory))
    };
    assert_ne!(state, InvitationState::Open);
    assert!(cory.order(Command::SyncNow).is_err());
    let reply = world.order(&mut cory, Command::AbandonJoining).unwrap();
    assert_eq!(reply, Reply::Session(SessionView::Empty));
    let link = invite(&mut world, &mut sam, Role::Coach);
    join(&mut world, 7, &link, "Cory Coach").unwrap();
}

/// Issue 3.2.
#[test]
fn who_is_new_says_their_name_and_another_device_of_a_member_need_not() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let nameless = join(&mut world, 2, &link, "  ").map(drop);
    assert!(
        matches!(
            nameless,
            Err(EngineError::Invalid {
                field: InvalidField::OwnName,
                ..
            })
        ),
        "{nameless:?}"
    );
    // Nothing was used up by it.
    let mut cory = join(&mut world, 3, &link, "Cory Coach").unwrap();
    world.sync(&mut cory);
    let SessionView::Unlocked(view) = session(&mut cory) else {
        panic!("locked");
    };
    world.sync(&mut sam);
    let link = invite_device(&mut world, &mut sam, &view.member);
    let mut second = join(&mut world, 4, &link, "").unwrap();
    world.sync(&mut second);
    match session(&mut second) {
        SessionView::Unlocked(view) => assert_eq!(view.own_name, "Cory Coach"),
        other => panic!("{other:?}"),
    }
}
