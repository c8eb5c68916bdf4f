//! Issue 3.5: the recovery kit brings an administrator back.

use handrail_protocol::*;
use handrail_vault::*;

use crate::fixture::*;

#[test]
fn a_kit_gives_an_administrator_a_device_that_reads_what_the_lost_one_read() {
    let mut agency = Agency::found(1);
    let (coach, caseload) = agency.join_coach();
    // A key of a later epoch is there as well, with the one before it.
    let desk = agency.supervisor.desk(&agency.state);
    let revoked = revoke_device(&desk, coach.device.id(), vec![], &mut agency.rng).unwrap();
    agency.take(revoked.entry);

    let paper = agency.root.to_words();
    let root = RootSecret::from_words(&paper).unwrap().keys();
    let device = DeviceSecret::generate(&mut agency.rng);
    let member = agency.supervisor.member;
    let joined =
        restore_administrator(&agency.state, &root, member, &device, &mut agency.rng).unwrap();
    assert!(joined.administrator && joined.role == Role::Supervisor);
    for (group, epochs) in [(agency.everyone, 2), (caseload, 2)] {
        for epoch in 1..=epochs {
            let theirs = agency.supervisor.keyring.get(group, epoch).unwrap();
            let ours = joined.keyring.get(group, epoch).unwrap();
            assert_eq!(ours.expose(), theirs.expose());
        }
    }
    // Everybody takes the entry, and the device may change the roster.
    agency.take(joined.drafted.entry);
    assert!(agency.state.is_administrator(&device.id()));
    let seat = Seat {
        device,
        member,
        keyring: joined.keyring,
    };
    let lost = agency.supervisor.device.id();
    let desk = seat.desk(&agency.state);
    let entry = revoke_device(&desk, lost, vec![], &mut agency.rng).unwrap();
    agency.state.apply(&entry.entry).unwrap();
    assert!(!agency.state.is_administrator(&lost));
}

#[test]
fn a_restored_device_holds_no_key_that_its_member_does_not_share() {
    let mut agency = Agency::found(2);
    let (_, caseload) = agency.join_coach();
    let removed = remove_group_member(
        &agency.supervisor.desk(&agency.state),
        caseload,
        agency.supervisor.member,
        &mut agency.rng,
    );
    // The maker must stay a recipient: it takes the root to shut an administrator out.
    assert!(removed.is_err());
    let root = agency.root.keys();
    let mut every_key = GroupKeyring::new();
    every_key.learn(&agency.state, Holder::Root(&root));
    let desk = Desk {
        state: &agency.state,
        signer: Holder::Root(&root),
        keyring: &every_key,
    };
    let entry =
        remove_group_member(&desk, caseload, agency.supervisor.member, &mut agency.rng).unwrap();
    agency.take(entry.entry);
    let device = DeviceSecret::generate(&mut agency.rng);
    let member = agency.supervisor.member;
    let joined =
        restore_administrator(&agency.state, &root, member, &device, &mut agency.rng).unwrap();
    assert!(joined.keyring.get(agency.everyone, 1).is_some());
    assert!(joined.keyring.get(caseload, 1).is_none());
    assert!(joined.keyring.get(caseload, 2).is_none());
}

#[test]
fn a_kit_of_another_agency_and_members_who_are_no_administrators_are_refused() {
    let mut agency = Agency::found(3);
    let other = Agency::found(4);
    let (coach, _) = agency.join_coach();
    let device = DeviceSecret::generate(&mut agency.rng);
    let mut refusal = |root: &RootSecret, member| {
        error(restore_administrator(
            &agency.state,
            &root.keys(),
            member,
            &device,
            &mut agency.rng,
        ))
    };
    let supervisor = agency.supervisor.member;
    assert_eq!(refusal(&other.root, supervisor), RestoreError::OtherAgency);
    assert_eq!(
        refusal(&agency.root, coach.member),
        RestoreError::NotAnAdministrator(coach.member)
    );
    let nobody = MemberId::from_bytes([9; 16]);
    assert_eq!(
        refusal(&agency.root, nobody),
        RestoreError::NotAnAdministrator(nobody)
    );
}
