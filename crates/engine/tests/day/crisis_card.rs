//! The agency's own crisis card: put in force by who supervises, read with the device locked and no
//! network, and never in place of the app's numbers where it cannot be read (S0-29).

use crate::support::Device;
use crate::support::three::team;
use crate::support::two::{invite, join, unlock};
use handrail_domain::crisis::CrisisPack;
use handrail_engine::api::{
    Command, CrisisCardView, EngineError, InvalidField, Query, Reply, ResourceCommand, Role,
    SessionView,
};

const SHIPPED: &str = include_str!("../../../../assets/hotlines/us-2026.json");

fn card(number: &str) -> String {
    let mut pack = CrisisPack::parse(SHIPPED).unwrap();
    "agency".clone_into(&mut pack.id);
    pack.entries
        .retain(|entry| entry.id == "sample-county-crisis");
    for entry in &mut pack.entries {
        entry.call = Some(number.to_owned());
        entry.call_shown = None;
    }
    pack.to_json().unwrap()
}

fn put(device: &mut Device, card: Option<String>) -> Result<Reply, EngineError> {
    device.order(Command::Resource(ResourceCommand::CrisisCard(card)))
}

fn known(device: &mut Device) -> CrisisCardView {
    match device.query(Query::CrisisCard) {
        Reply::CrisisCard(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn is_locked(device: &mut Device) -> bool {
    let session = device.query(Query::Session);
    matches!(session, Reply::Session(SessionView::Locked { .. }))
}

#[test]
fn s0_29_the_agencys_card_is_read_by_everybody_locked_offline_and_after_a_crash() {
    let mut team = team();
    assert_eq!(known(&mut team.cory).own, None, "the app's own holds");
    put(&mut team.sam, Some(card("6085550100"))).unwrap();
    team.settle();
    let view = known(&mut team.cory);
    assert_eq!(view.own, Some(card("6085550100")));
    assert!(!view.by.is_empty() && !view.may_change);
    assert!(known(&mut team.sam).may_change);

    team.cory.crash();
    assert!(is_locked(&mut team.cory));
    let locked = known(&mut team.cory);
    assert_eq!(locked.own, Some(card("6085550100")));
    assert_eq!(locked.by, "", "a locked device names nobody");

    // Another one replaces it, and the app's own comes back, on the lock screen as well.
    put(&mut team.sam, Some(card("6085550199"))).unwrap();
    unlock(&mut team.world, &mut team.cory);
    team.settle();
    team.cory.order(Command::Lock).unwrap();
    assert_eq!(known(&mut team.cory).own, Some(card("6085550199")));
    put(&mut team.sam, None).unwrap();
    unlock(&mut team.world, &mut team.cory);
    team.settle();
    team.cory.crash();
    assert_eq!(known(&mut team.cory).own, None);
}

#[test]
fn s0_29_only_who_is_in_charge_puts_a_card_in_force_and_only_one_that_can_be_read() {
    let mut team = team();
    let refused = put(&mut team.cory, Some(card("6085550100")));
    assert_eq!(refused, Err(EngineError::NotAllowed));
    let link = invite(&mut team.world, &mut team.sam, Role::ProgramManager);
    let mut pat = join(&mut team.world, 4, &link, "Pat Manager").unwrap();
    let refused = put(&mut pat, Some(card("6085550100")));
    assert_eq!(refused, Err(EngineError::NotAllowed));
    let broken = EngineError::Invalid {
        field: InvalidField::Detail,
        limit: None,
    };
    for text in [
        "",
        "{}",
        &card("6085550100").replace("6085550100", "nobody"),
    ] {
        let refused = put(&mut team.sam, Some(text.to_owned()));
        assert_eq!(refused, Err(broken.clone()));
    }
    assert_eq!(known(&mut team.sam).own, None);
}

#[test]
fn s0_29_of_two_cards_written_at_once_all_devices_show_the_same() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut sue = join(&mut team.world, 5, &link, "Sue Supervisor").unwrap();
    team.settle();
    team.world.sync(&mut sue);
    put(&mut team.sam, Some(card("6085550100"))).unwrap();
    put(&mut sue, Some(card("6085550199"))).unwrap();
    for _ in 0..3 {
        team.world.sync(&mut sue);
        team.settle();
    }
    let first = known(&mut team.sam).own;
    assert!(first.is_some());
    for device in [&mut team.cory, &mut team.dana, &mut sue] {
        assert_eq!(known(device).own, first);
    }
}
