//! What is asked of the roster by those who read and carry items.

use std::collections::BTreeSet;

use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::roster::{Confirmation, SessionKey};
use handrail_protocol::*;

use crate::fixture::*;

const ROLES: [Role; 9] = [
    Role::Coach,
    Role::VolunteerCoach,
    Role::Lead,
    Role::Supervisor,
    Role::OnCallSupervisor,
    Role::ClinicalProvider,
    Role::ProgramManager,
    Role::Referrer,
    Role::AgencyIt,
];

fn device(number: u8) -> DeviceId {
    Keys::new(number).device()
}

/// Somebody of this role, with a device and the agency's group.
fn join(agency: &mut Agency, number: u8, role: Role) {
    let entry = vec![
        Operation::AddMember {
            member: member(number),
            role,
            administrator: false,
        },
        Keys::new(number).add_to(member(number)),
        Operation::AddGroupMember {
            group: group(1),
            member: member(number),
            until: None,
        },
    ];
    agency.complete_as_founder(entry).unwrap();
}

fn revoke(agency: &mut Agency, number: u8) {
    let entry = vec![Operation::RevokeDevice {
        device: device(number),
        last: vec![],
    }];
    agency.complete_as_founder(entry).unwrap();
}

fn change(agency: &mut Agency, number: u8, role: Role) {
    let entry = vec![Operation::ChangeMember {
        member: member(number),
        role,
        administrator: false,
        active: true,
    }];
    agency.complete_as_founder(entry).unwrap();
}

/// The header of an item by a device that cites an entry.
fn by(writer: u8, roster: RosterHead) -> ItemHeader {
    ItemHeader {
        writer: device(writer),
        roster,
        ..header()
    }
}

#[test]
fn each_role_reads_and_writes_what_it_is_for() {
    let those = |may: fn(Role) -> bool| -> Vec<Role> {
        ROLES.into_iter().filter(|role| may(*role)).collect()
    };
    assert_eq!(those(Role::reads_caseloads), ROLES[..5]);
    assert_eq!(those(Role::reads_all_caseloads), [Role::Supervisor]);
    assert_eq!(
        those(Role::may_be_guest),
        [Role::OnCallSupervisor, Role::ClinicalProvider]
    );
    assert_eq!(those(Role::writes_records), ROLES[..6]);
    assert!(!GroupKind::Agency.holds_participants());
    assert!(GroupKind::Caseload.holds_participants());
    assert!(GroupKind::Shared.holds_participants());
}

#[test]
fn everybody_and_every_link_is_named() {
    let mut agency = Agency::found().with_coach(3);
    agency
        .complete_as_founder(vec![invite(7, vec![group(1)])])
        .unwrap();
    let state = &agency.state;
    let members: Vec<MemberId> = state.members().map(|(id, _)| id).collect();
    assert_eq!(members, [member(FOUNDER), member(3)]);
    let devices: BTreeSet<DeviceId> = state.devices().map(|device| device.id).collect();
    assert_eq!(devices, BTreeSet::from([device(FOUNDER), device(3)]));
    let links: Vec<InvitationId> = state.invitations().map(|link| link.id).collect();
    assert_eq!(links, [Keys::new(7).invitation()]);
    for n in 0..=state.head().n {
        let hash = RosterEntry::parse(&agency.entries[usize::try_from(n).unwrap()])
            .unwrap()
            .hash();
        assert_eq!(state.hash_at(n), Some(hash));
    }
    assert_eq!(state.hash_at(state.head().n + 1), None);
}

/// A key is sealed to whoever counts, and asked for under no other name.
#[test]
fn a_recipients_key_is_told_as_long_as_it_counts() {
    let mut agency = Agency::found().with_coach(3);
    agency
        .complete_as_founder(vec![invite(7, vec![group(1)])])
        .unwrap();
    let link = Recipient::Invitation(Keys::new(7).invitation());
    let coach = Recipient::Device(device(3));
    let key = |agency: &Agency, recipient| agency.state.hpke_key(&recipient);
    assert_eq!(key(&agency, link), Some(Keys::new(7).hpke));
    assert_eq!(key(&agency, coach), Some(Keys::new(3).hpke));
    let root = Keys::new(ROOT);
    assert_eq!(
        key(&agency, Recipient::Recovery(root.root())),
        Some(root.hpke)
    );
    let stranger = Recipient::Recovery(Keys::new(9).root());
    assert_eq!(key(&agency, stranger), None);
    agency
        .complete_as_founder(vec![Operation::WithdrawInvitation {
            invitation: Keys::new(7).invitation(),
        }])
        .unwrap();
    revoke(&mut agency, 3);
    assert_eq!(key(&agency, link), None);
    assert_eq!(key(&agency, coach), None);
}

#[test]
fn a_session_is_for_the_root_and_for_devices_that_count() {
    let mut agency = Agency::found().with_coach(3);
    let root: KeyId = Keys::new(ROOT).root().into();
    assert!(matches!(
        agency.state.session_key(&root),
        Some(SessionKey::Root { .. })
    ));
    let coach: KeyId = device(3).into();
    assert!(matches!(
        agency.state.session_key(&coach),
        Some(SessionKey::Device { member: of, .. }) if of == member(3)
    ));
    assert_eq!(agency.state.session_key(&device(9).into()), None);
    revoke(&mut agency, 3);
    assert_eq!(agency.state.session_key(&coach), None);
}

/// Issue 3.3: on the second itself it is over.
#[test]
fn what_somebody_reads_until_a_time_ends_at_that_time() {
    const END: u64 = 1_800_000_000;
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    let cover = Operation::AddGroupMember {
        group: group(3),
        member: member(4),
        until: Some(END),
    };
    agency.complete_as_founder(vec![cover]).unwrap();
    let ended = |who: u8, of: u8, now| agency.state.has_ended(&member(who), &group(of), now);
    assert!(!ended(4, 3, END - 1));
    assert!(ended(4, 3, END) && ended(4, 3, END + 1));
    assert!(!ended(3, 3, END + 1), "to stay");
    assert!(!ended(4, 4, END + 1) && !ended(4, 9, END + 1));
}

#[test]
fn of_a_snapshot_and_of_holds_the_role_at_the_cited_entry_says_who_may_speak() {
    let mut agency = Agency::found().with_coach(3);
    join(&mut agency, 5, Role::ProgramManager);
    join(&mut agency, 6, Role::Supervisor);
    let before = agency.state.head();
    change(&mut agency, 5, Role::Lead);
    let now = agency.state.head();
    let snapshots = |writer: u8, roster| agency.state.may_snapshot(&by(writer, roster));
    assert!(snapshots(FOUNDER, now) && snapshots(3, before) && snapshots(5, now));
    assert!(!snapshots(5, before) && !snapshots(9, now));
    let holds = |writer: u8| agency.state.may_hold(&by(writer, now));
    assert!(holds(FOUNDER) && holds(6));
    assert!(!holds(3) && !holds(5) && !holds(9));
}

#[test]
fn who_is_or_was_in_charge_since_their_device_came_is_known() {
    let mut agency = Agency::found().with_coach(3);
    join(&mut agency, 5, Role::Supervisor);
    join(&mut agency, 6, Role::Coach);
    let was = |agency: &Agency, number: u8| agency.state.was_in_charge(&device(number));
    assert!(was(&agency, FOUNDER) && was(&agency, 5));
    assert!(!was(&agency, 3) && !was(&agency, 6) && !was(&agency, 9));
    change(&mut agency, 5, Role::Coach);
    change(&mut agency, 6, Role::Supervisor);
    change(&mut agency, 6, Role::Coach);
    assert!(was(&agency, 5) && was(&agency, 6), "they were");
    // A device that came afterwards has no part in it.
    let entry = vec![Keys::new(55).add_to(member(5))];
    agency.complete_as_founder(entry).unwrap();
    assert!(!was(&agency, 55));
    let entry = vec![Operation::ChangeMember {
        member: member(5),
        role: Role::Coach,
        administrator: true,
        active: true,
    }];
    agency.complete_as_founder(entry).unwrap();
    assert!(was(&agency, 55), "an administrator is, too");
}

#[test]
fn a_word_on_a_snapshot_counts_from_whoever_counts_and_reads_caseloads() {
    let mut agency = Agency::found().with_coach(3);
    join(&mut agency, 5, Role::AgencyIt);
    let may = |agency: &Agency, number: u8| agency.state.may_confirm(&device(number));
    assert!(may(&agency, FOUNDER) && may(&agency, 3));
    assert!(!may(&agency, 5) && !may(&agency, 9));
    revoke(&mut agency, 3);
    assert!(!may(&agency, 3));
}

#[test]
fn somebody_elses_word_on_a_snapshot_is_looked_for_where_somebody_else_reads_the_document() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    join(&mut agency, 5, Role::ProgramManager);
    let entry = vec![Keys::new(33).add_to(member(3))];
    agency.complete_as_founder(entry).unwrap();
    let word = |agency: &Agency, writer: u8, by: u8, of: &[GroupId]| {
        let state = &agency.state;
        state.confirmation(&device(writer), &device(by), of)
    };
    let caseload = [group(3)];
    assert_eq!(
        word(&agency, FOUNDER, 3, &caseload),
        Confirmation::Counts,
        "of another person"
    );
    for (writer, by) in [(3, 33), (3, 3), (FOUNDER, FOUNDER)] {
        let own = word(&agency, writer, by, &caseload);
        assert_eq!(own, Confirmation::No, "{writer} {by}: others read it");
    }
    for (writer, by) in [(3, 4), (4, 3), (3, 9), (9, 3)] {
        let strange = word(&agency, writer, by, &caseload);
        assert_eq!(strange, Confirmation::No, "{writer} {by}: no reader");
    }
    // In one of the groups is enough.
    let both = [group(4), group(3)];
    assert_eq!(word(&agency, 4, 33, &both), Confirmation::Counts);
    // Whose role reads no caseloads is no reader of the agency's document either.
    for (writer, by) in [(FOUNDER, 5), (5, FOUNDER)] {
        let strange = word(&agency, writer, by, &[group(1)]);
        assert_eq!(strange, Confirmation::No, "{writer} {by}");
    }
    revoke(&mut agency, 3);
    for (writer, by) in [(FOUNDER, 3), (3, FOUNDER)] {
        let gone = word(&agency, writer, by, &caseload);
        assert_eq!(gone, Confirmation::No, "{writer} {by}");
    }
    assert_eq!(word(&agency, FOUNDER, 33, &caseload), Confirmation::Counts);
}

#[test]
fn where_nobody_else_reads_it_another_device_of_theirs_speaks_or_the_same_one_later() {
    let mut agency = Agency::found();
    join(&mut agency, 5, Role::AgencyIt);
    let word = |agency: &Agency, writer: u8, by: u8| {
        let own = [group(1), group(2)];
        let state = &agency.state;
        state.confirmation(&device(writer), &device(by), &own)
    };
    assert_eq!(
        word(&agency, FOUNDER, FOUNDER),
        Confirmation::CountsLater,
        "the only device; who reads no caseloads is not counted"
    );
    let entry = vec![Keys::new(22).add_to(member(FOUNDER))];
    agency.complete_as_founder(entry).unwrap();
    assert_eq!(word(&agency, FOUNDER, 22), Confirmation::Counts);
    assert_eq!(word(&agency, 22, FOUNDER), Confirmation::Counts);
    assert_eq!(
        word(&agency, FOUNDER, FOUNDER),
        Confirmation::No,
        "there is another that can look"
    );
    revoke(&mut agency, 22);
    assert_eq!(word(&agency, FOUNDER, FOUNDER), Confirmation::CountsLater);
}
