//! Roles that hold no participant's key, covers, and what is remembered of the past.

use handrail_protocol::roster::operation::{GroupKind, LastItem};
use handrail_protocol::*;

use crate::fixture::*;

const WITHOUT_KEYS: [Role; 4] = [
    Role::ClinicalProvider,
    Role::ProgramManager,
    Role::Referrer,
    Role::AgencyIt,
];

fn join(agency: &mut Agency, number: u8, role: Role) {
    agency
        .complete_as_founder(vec![
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
        ])
        .unwrap();
}

fn into(caseload: u8, number: u8) -> Operation {
    Operation::AddGroupMember {
        group: group(caseload),
        member: member(number),
        until: None,
    }
}

fn change(number: u8, role: Role) -> Operation {
    Operation::ChangeMember {
        member: member(number),
        role,
        administrator: false,
        active: true,
    }
}

fn out_of(caseload: u8, number: u8) -> Operation {
    Operation::RemoveGroupMember {
        group: group(caseload),
        member: member(number),
    }
}

#[test]
fn no_entry_puts_a_role_without_participants_into_a_caseload() {
    for role in WITHOUT_KEYS {
        let mut agency = Agency::found().with_coach(3);
        join(&mut agency, 5, role);
        let refused = Err(RosterError::RoleInCaseload(group(3)));
        assert_eq!(agency.complete_as_founder(vec![into(3, 5)]), refused);
        let own = Operation::NewGroup {
            group: group(5),
            kind: GroupKind::Caseload,
            owner: Some(member(5)),
            members: vec![member(FOUNDER), member(5)],
        };
        assert_eq!(
            agency.complete_as_founder(vec![own]),
            Err(RosterError::RoleInCaseload(group(5)))
        );
        let invited = match invite(6, vec![group(1), group(3)]) {
            Operation::Invite {
                sign,
                hpke,
                member,
                administrator,
                expires,
                groups,
                ..
            } => Operation::Invite {
                sign,
                hpke,
                member,
                role,
                administrator,
                expires,
                groups,
            },
            other => other,
        };
        assert_eq!(agency.complete_as_founder(vec![invited]), refused);
        // A coach who becomes one has to leave the caseload in the same entry.
        assert_eq!(agency.complete_as_founder(vec![change(3, role)]), refused);
        agency
            .complete_as_founder(vec![change(3, role), out_of(3, 3)])
            .unwrap();
    }
}

#[test]
fn every_role_that_serves_participants_may_be_in_a_caseload() {
    for role in [
        Role::Coach,
        Role::VolunteerCoach,
        Role::Lead,
        Role::Supervisor,
        Role::OnCallSupervisor,
    ] {
        let mut agency = Agency::found().with_coach(3);
        join(&mut agency, 5, role);
        agency.complete_as_founder(vec![into(3, 5)]).unwrap();
    }
}

#[test]
fn a_cover_has_an_end_and_only_a_caseload_of_somebody_else_is_covered() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    let cover = |caseload: u8, number: u8| Operation::AddGroupMember {
        group: group(caseload),
        member: member(number),
        until: Some(1_800_000_000),
    };
    agency.complete_as_founder(vec![cover(3, 4)]).unwrap();
    let covers = &agency.state.group(&group(3)).unwrap().covers;
    assert_eq!(covers.get(&member(4)), Some(&1_800_000_000));
    agency.complete_as_founder(vec![out_of(3, 4)]).unwrap();
    let covers = &agency.state.group(&group(3)).unwrap().covers;
    assert!(covers.is_empty());

    agency.complete_as_founder(vec![out_of(3, 3)]).unwrap();
    assert_eq!(
        agency.complete_as_founder(vec![cover(3, 3)]),
        Err(RosterError::Cover(group(3))),
        "one's own"
    );
    agency.complete_as_founder(vec![out_of(1, 4)]).unwrap();
    assert_eq!(
        agency.complete_as_founder(vec![cover(1, 4)]),
        Err(RosterError::Cover(group(1))),
        "the agency"
    );
}

fn shared(number: u8, owner: u8) -> Operation {
    Operation::NewGroup {
        group: group(number),
        kind: GroupKind::Shared,
        owner: Some(member(owner)),
        members: vec![member(FOUNDER), member(owner)],
    }
}

fn guest(of: u8, number: u8, until: Option<u64>) -> Operation {
    Operation::AddGroupMember {
        group: group(of),
        member: member(number),
        until,
    }
}

/// Issue 3.3.
#[test]
fn a_record_is_shared_with_guests_until_an_end_and_with_nobody_else() {
    for role in WITHOUT_KEYS {
        let mut agency = Agency::found().with_coach(3);
        join(&mut agency, 5, role);
        let refused = Err(RosterError::RoleInCaseload(group(7)));
        let entry = vec![shared(7, 3), guest(7, 5, None)];
        assert_eq!(agency.complete_as_founder(entry), refused, "without an end");
        let entry = vec![shared(7, 3), guest(7, 5, Some(1_800_000_000))];
        let done = agency.complete_as_founder(entry);
        if role != Role::ClinicalProvider {
            assert_eq!(done, refused, "{role:?}");
            continue;
        }
        done.unwrap();
        let covers = &agency.state.group(&group(7)).unwrap().covers;
        assert_eq!(covers.get(&member(5)), Some(&1_800_000_000));
        agency.complete_as_founder(vec![out_of(7, 5)]).unwrap();
        let record = agency.state.group(&group(7)).unwrap();
        assert_eq!((record.epoch, record.covers.len()), (2, 0));
        // Who becomes somebody without participants cannot stay as a guest.
        let entry = vec![guest(7, 5, Some(1_800_000_000))];
        agency.complete_as_founder(entry).unwrap();
        let entry = vec![change(5, Role::Referrer)];
        assert_eq!(agency.complete_as_founder(entry), refused);
    }
}

/// Issue 3.3.
#[test]
fn a_coach_has_one_caseload_and_any_number_of_shared_records() {
    let mut agency = Agency::found().with_coach(3);
    let entry = vec![shared(7, 3), shared(8, 3)];
    agency.complete_as_founder(entry).unwrap();
    let state = &agency.state;
    assert_eq!(state.caseload_group(&member(3)), Some(group(3)));
    for of in [3, 7, 8] {
        assert_eq!(state.caseload_of_group(&group(of)), Some(group(3)));
    }
    assert_eq!(state.caseload_of_group(&group(1)), None);
    assert_eq!(state.caseload_of_group(&group(9)), None);
    let ownerless = Operation::NewGroup {
        group: group(9),
        kind: GroupKind::Shared,
        owner: None,
        members: vec![member(FOUNDER)],
    };
    assert_eq!(
        agency.complete_as_founder(vec![ownerless]),
        Err(RosterError::GroupOwner(group(9)))
    );
    let own = vec![out_of(7, 3), guest(7, 3, Some(1_800_000_000))];
    assert_eq!(
        agency.complete_as_founder(own),
        Err(RosterError::Cover(group(7)))
    );
}

/// Issue 3.3: who was let into a record in an emergency does not keep it.
#[test]
fn a_participant_is_handed_into_a_shared_record_by_supervisors_and_out_of_it_by_no_guest() {
    let mut agency = Agency::found().with_coach(3);
    join(&mut agency, 5, Role::OnCallSupervisor);
    let own = Operation::NewGroup {
        group: group(5),
        kind: GroupKind::Caseload,
        owner: Some(member(5)),
        members: vec![member(FOUNDER), member(5)],
    };
    let entry = vec![own, shared(7, 3), guest(7, 5, Some(1_800_000_000))];
    agency.complete_as_founder(entry).unwrap();
    let by = |writer: u8, to: u8| ItemHeader {
        writer: Keys::new(writer).device(),
        roster: agency.state.head(),
        assignment: Some(Assignment {
            generation: 1,
            group: group(to),
        }),
        ..header()
    };
    assert!(agency.state.may_hand_over(&by(FOUNDER, 7)));
    assert!(agency.state.may_assign(&by(5, 7)), "with a new key");
    assert!(!agency.state.may_hand_over(&by(5, 5)), "into their own");
    assert!(!agency.state.may_hand_over(&by(5, 7)));
}

#[test]
fn what_somebody_was_is_known_for_each_entry() {
    let mut agency = Agency::found().with_coach(3);
    let before = agency.state.head().n;
    let device = Keys::new(3).device();
    assert!(agency.state.office_at(&device, before - 1).is_none());
    agency
        .complete_as_founder(vec![change(3, Role::AgencyIt), out_of(3, 3)])
        .unwrap();
    let now = agency.state.head().n;
    let role_at = |n| agency.state.office_at(&device, n).map(|office| office.role);
    assert_eq!(role_at(before), Some(Role::Coach));
    assert_eq!(role_at(now), Some(Role::AgencyIt));
    assert!(!agency.state.is_member_of(&member(3), &group(3)));
    assert!(agency.state.is_or_was_member_of(&member(3), &group(3)));
    assert!(!agency.state.is_or_was_member_of(&member(4), &group(3)));
}

#[test]
fn only_who_was_supervisor_or_administrator_then_hands_over_into_a_caseload_of_theirs() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    join(&mut agency, 5, Role::Supervisor);
    agency.complete_as_founder(vec![into(3, 5)]).unwrap();
    let head = agency.state.head();
    let by = |writer: u8, to: u8, roster: RosterHead| ItemHeader {
        writer: Keys::new(writer).device(),
        roster,
        assignment: Some(Assignment {
            generation: 1,
            group: group(to),
        }),
        ..header()
    };
    let may = |agency: &Agency, header: &ItemHeader| agency.state.may_hand_over(header);
    assert!(may(&agency, &by(FOUNDER, 3, head)));
    assert!(may(&agency, &by(5, 3, head)));
    assert!(!may(&agency, &by(5, 4, head)), "not in that caseload");
    assert!(!may(&agency, &by(3, 3, head)), "a coach");
    assert!(!may(&agency, &by(FOUNDER, 1, head)), "not a caseload");
    assert!(!may(&agency, &by(FOUNDER, 9, head)), "no such group");
    assert!(!may(&agency, &by(9, 3, head)), "no such device");
    agency
        .complete_as_founder(vec![change(5, Role::Coach)])
        .unwrap();
    assert!(
        may(&agency, &by(5, 3, head)),
        "they were, when they wrote it"
    );
    assert!(!may(&agency, &by(5, 3, agency.state.head())));
    let nothing = ItemHeader {
        assignment: None,
        ..by(9, 9, head)
    };
    assert!(agency.state.may_assign(&nothing));
}

/// Issue 3.4.
#[test]
fn the_lease_is_thirty_days_until_an_administrator_sets_another_and_may_be_off() {
    let mut agency = Agency::found().with_coach(3);
    assert_eq!(agency.state.lease_days(), Some(30));
    for (days, lease) in [(3, Some(3)), (180, Some(180)), (0, None)] {
        agency
            .complete_as_founder(vec![Operation::SetLease { days }])
            .unwrap();
        assert_eq!(agency.state.lease_days(), lease);
    }
    for days in [1, 2, 181, u32::MAX] {
        assert_eq!(
            agency.complete_as_founder(vec![Operation::SetLease { days }]),
            Err(RosterError::Lease(days))
        );
    }
    assert_eq!(agency.state.lease_days(), None);
}

/// Issue 3.8.
#[test]
fn only_who_is_supervisor_or_administrator_and_was_then_orders_to_forget() {
    let mut agency = Agency::found().with_coach(3);
    join(&mut agency, 5, Role::Supervisor);
    join(&mut agency, 6, Role::OnCallSupervisor);
    let head = agency.state.head();
    let by = |writer: u8, roster: RosterHead| ItemHeader {
        writer: Keys::new(writer).device(),
        roster,
        ..header()
    };
    let may = |agency: &Agency, header: &ItemHeader| agency.state.may_forget(header);
    assert!(may(&agency, &by(FOUNDER, head)) && may(&agency, &by(5, head)));
    for other in [3, 6, 9] {
        assert!(!may(&agency, &by(other, head)), "{other}");
    }
    agency
        .complete_as_founder(vec![change(5, Role::Coach), change(3, Role::Supervisor)])
        .unwrap();
    let now = agency.state.head();
    assert!(!may(&agency, &by(5, head)), "no longer, whatever they cite");
    assert!(
        !may(&agency, &by(3, head)),
        "they were not, when they wrote it"
    );
    assert!(may(&agency, &by(3, now)));
    // A revocation that names the order vouches for it; the rest counts no more.
    let written = by(3, now);
    agency
        .complete_as_founder(vec![
            Operation::RevokeDevice {
                device: written.writer,
                last: vec![LastItem {
                    document: written.document,
                    incarnation: written.incarnation,
                    n: written.n,
                }],
            },
            change(3, Role::Coach),
        ])
        .unwrap();
    assert!(may(&agency, &written));
    let later = ItemHeader {
        n: written.n + 1,
        ..written
    };
    assert!(!may(&agency, &later));
}
