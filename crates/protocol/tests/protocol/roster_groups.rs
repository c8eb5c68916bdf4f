//! The invariant: a group's key is sealed to exactly those who may read it.

use handrail_protocol::roster::Signer;
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::*;

use crate::fixture::*;

fn device(number: u8) -> Recipient {
    Recipient::Device(Keys::new(number).device())
}

fn recovery() -> Recipient {
    Recipient::Recovery(Keys::new(ROOT).root())
}

fn revoke(number: u8) -> Operation {
    Operation::RevokeDevice {
        device: Keys::new(number).device(),
        last: vec![],
    }
}

#[test]
fn a_group_answers_for_exactly_its_members() {
    let state = Agency::found().with_coach(3).with_coach(4).state;
    assert_eq!(state.groups_of(&member(3)), [group(1), group(3)].into());
    assert_eq!(state.groups_of(&member(FOUNDER)).len(), 4);
    assert!(state.is_member_of(&member(3), &group(3)));
    assert!(!state.is_member_of(&member(3), &group(4)));
    let recipients = state.recipients(&group(3)).unwrap();
    assert_eq!(recipients, [device(FOUNDER), device(3), recovery()].into());
    let held = state.group(&group(3)).unwrap();
    assert!(held.wrap(&device(3)).is_some());
    assert!(held.wrap(&device(4)).is_none());
    assert_eq!(state.recipients(&group(9)), None);
    assert_eq!(state.caseload_group(&member(4)), Some(group(4)));
}

#[test]
fn a_revocation_without_new_keys_is_refused() {
    let mut agency = Agency::found().with_coach(3);
    assert_eq!(
        agency.apply_as_founder(vec![revoke(3)]),
        Err(RosterError::EpochMissing(group(1)))
    );
    let one_group = vec![
        revoke(3),
        new_epoch(group(1), 2),
        wrap_to(group(1), 2, &[device(FOUNDER), recovery()]),
    ];
    assert_eq!(
        agency.apply_as_founder(one_group),
        Err(RosterError::EpochMissing(group(3)))
    );
    agency.complete_as_founder(vec![revoke(3)]).unwrap();
    for id in [group(1), group(3)] {
        let renewed = agency.state.group(&id).unwrap();
        assert_eq!(renewed.epoch, 2);
        assert!(
            renewed.wrap(&device(3)).is_none(),
            "a revoked device gets no new key"
        );
        assert!(renewed.wrap(&device(FOUNDER)).is_some());
        assert!(renewed.previous(2).is_some());
        assert!(renewed.previous(1).is_none());
    }
    assert_eq!(
        agency.state.group(&group(2)).unwrap().epoch,
        1,
        "others keep theirs"
    );
}

#[test]
fn a_new_key_reaches_nobody_without_right_and_everybody_with() {
    let agency = Agency::found().with_coach(3).with_coach(4);
    let renew = |recipients: &[Recipient]| {
        Agency {
            state: agency.state.clone(),
            entries: vec![],
        }
        .apply_as_founder(vec![
            new_epoch(group(3), 2),
            wrap_to(group(3), 2, recipients),
        ])
    };
    let missing = |recipient| {
        Err(RosterError::RecipientMissing {
            group: group(3),
            recipient,
        })
    };
    let not_entitled = |recipient| {
        Err(RosterError::RecipientNotEntitled {
            group: group(3),
            recipient,
        })
    };
    let twice = |recipient| {
        Err(RosterError::RecipientTwice {
            group: group(3),
            recipient,
        })
    };
    assert_eq!(renew(&[device(FOUNDER), device(3), recovery()]), Ok(()));
    assert_eq!(renew(&[device(FOUNDER), recovery()]), missing(device(3)));
    assert_eq!(renew(&[device(FOUNDER), device(3)]), missing(recovery()));
    assert_eq!(
        renew(&[device(FOUNDER), device(3), device(4), recovery()]),
        not_entitled(device(4))
    );
    assert_eq!(
        renew(&[device(FOUNDER), device(3), device(3), recovery()]),
        twice(device(3))
    );
    let stranger = Recipient::Recovery(Keys::new(9).root());
    assert_eq!(
        renew(&[device(FOUNDER), device(3), recovery(), stranger]),
        not_entitled(stranger)
    );
    // The same bytes under another kind are another recipient.
    let disguised = Recipient::Invitation(Keys::new(3).invitation());
    assert_eq!(
        renew(&[device(FOUNDER), device(3), recovery(), disguised]),
        not_entitled(disguised)
    );
}

#[test]
fn epochs_count_up_one_at_a_time() {
    let agency = Agency::found().with_coach(3);
    let all = [device(FOUNDER), device(3), recovery()];
    let apply = |operations| {
        Agency {
            state: agency.state.clone(),
            entries: vec![],
        }
        .apply_as_founder(operations)
    };
    let refused = |epoch| {
        Err(RosterError::Epoch {
            group: group(3),
            epoch,
        })
    };
    for epoch in [0, 1, 3, u32::MAX] {
        let renewal = vec![new_epoch(group(3), epoch), wrap_to(group(3), epoch, &all)];
        assert_eq!(apply(renewal), refused(epoch));
    }
    assert_eq!(
        apply(vec![wrap_to(group(3), 2, &all)]),
        refused(2),
        "no such epoch yet"
    );
    assert_eq!(
        apply(vec![wrap_to(group(3), 1, &[])]),
        refused(1),
        "an empty wrap"
    );
    let double = vec![
        new_epoch(group(3), 2),
        wrap_to(group(3), 2, &all),
        new_epoch(group(3), 3),
        wrap_to(group(3), 3, &all),
    ];
    assert_eq!(apply(double), refused(3), "twice in one entry");
    assert_eq!(
        apply(vec![new_epoch(group(9), 2)]),
        Err(RosterError::UnknownGroup(group(9)))
    );
}

#[test]
fn whoever_makes_a_key_must_be_in_the_group() {
    let mut agency = Agency::found().with_coach(3);
    // An administrator without a caseload.
    agency
        .complete_as_founder(vec![
            Operation::AddMember {
                member: member(5),
                role: Role::AgencyIt,
                administrator: true,
            },
            Keys::new(5).add_to(member(5)),
            Operation::AddGroupMember {
                group: group(1),
                member: member(5),
                until: None,
            },
        ])
        .unwrap();
    let technician = Keys::new(5);
    let signer = Signer::Device(technician.device());
    let renewal = vec![new_epoch(group(3), 2)];
    assert_eq!(
        agency.complete(signer, &technician, renewal),
        Err(RosterError::SignerNotInGroup(group(3)))
    );
    // Nor may a device make the keys that are to keep it out.
    let own = vec![revoke(FOUNDER)];
    assert_eq!(
        agency.complete_as_founder(own),
        Err(RosterError::SignerNotInGroup(group(1)))
    );
    let leave = vec![Operation::RemoveGroupMember {
        group: group(3),
        member: member(FOUNDER),
    }];
    assert_eq!(
        agency.complete_as_founder(leave),
        Err(RosterError::SignerNotInGroup(group(3)))
    );
}

#[test]
fn joining_and_leaving_a_group_moves_its_keys() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    let cover = Operation::AddGroupMember {
        group: group(3),
        member: member(4),
        until: None,
    };
    assert_eq!(
        agency.apply_as_founder(vec![cover.clone()]),
        Err(RosterError::RecipientMissing {
            group: group(3),
            recipient: device(4)
        })
    );
    agency.complete_as_founder(vec![cover.clone()]).unwrap();
    assert_eq!(agency.state.group(&group(3)).unwrap().epoch, 1);
    assert!(
        agency
            .state
            .group(&group(3))
            .unwrap()
            .wrap(&device(4))
            .is_some()
    );
    let again = agency.complete_as_founder(vec![cover]);
    assert_eq!(again, Err(RosterError::GroupMembers(group(3))));

    let leave = Operation::RemoveGroupMember {
        group: group(3),
        member: member(4),
    };
    assert_eq!(
        agency.apply_as_founder(vec![leave.clone()]),
        Err(RosterError::EpochMissing(group(3)))
    );
    agency.complete_as_founder(vec![leave.clone()]).unwrap();
    assert_eq!(agency.state.group(&group(3)).unwrap().epoch, 2);
    assert!(
        agency
            .state
            .group(&group(3))
            .unwrap()
            .wrap(&device(4))
            .is_none()
    );
    assert_eq!(agency.state.last_revocation(), Some(agency.state.head().n));
    let again = agency.complete_as_founder(vec![leave]);
    assert_eq!(again, Err(RosterError::GroupMembers(group(3))));
}

#[test]
fn groups_are_made_once_with_known_members_and_a_fitting_owner() {
    let agency = Agency::found().with_coach(3);
    let make = |id: u8, kind, owner: Option<u8>, members: &[u8]| {
        Agency {
            state: agency.state.clone(),
            entries: vec![],
        }
        .complete_as_founder(vec![Operation::NewGroup {
            group: group(id),
            kind,
            owner: owner.map(member),
            members: members.iter().copied().map(member).collect(),
        }])
        .unwrap_err()
    };
    let exists = RosterError::GroupExists(group(3));
    assert_eq!(make(3, GroupKind::Caseload, Some(3), &[FOUNDER]), exists);
    let second = RosterError::GroupExists(group(9));
    assert_eq!(make(9, GroupKind::Agency, None, &[FOUNDER]), second);
    let owner = RosterError::GroupOwner(group(9));
    assert_eq!(make(9, GroupKind::Caseload, None, &[FOUNDER]), owner);
    assert_eq!(
        make(9, GroupKind::Caseload, Some(3), &[FOUNDER]),
        owner,
        "owns one already"
    );
    assert_eq!(
        make(9, GroupKind::Caseload, Some(8), &[FOUNDER]),
        owner,
        "unknown"
    );
    let members = RosterError::GroupMembers(group(9));
    assert_eq!(make(9, GroupKind::Caseload, Some(8), &[]), members);
    assert_eq!(
        make(9, GroupKind::Caseload, Some(8), &[FOUNDER, FOUNDER]),
        members
    );
    assert_eq!(
        make(9, GroupKind::Caseload, Some(8), &[FOUNDER, 8]),
        members
    );
}

/// Whether a second agency group is refused does not depend on what else there is.
#[test]
fn the_agency_group_is_one_whichever_group_comes_first() {
    let operations = Agency::founding_operations();
    let (people, groups) = operations.split_at(3);
    let (agency_group, caseload) = groups.split_at(2);
    let found = |parts: &[&[Operation]]| {
        let body = Agency::genesis_body(parts.concat());
        RosterState::found(&signed(&body, &Keys::new(ROOT)))
    };
    assert!(found(&[people, caseload, agency_group]).is_ok());
    let mut agency = Agency {
        state: found(&[people, agency_group]).unwrap(),
        entries: vec![],
    };
    let second = Operation::NewGroup {
        group: group(9),
        kind: GroupKind::Agency,
        owner: None,
        members: vec![member(FOUNDER)],
    };
    assert_eq!(
        agency.complete_as_founder(vec![second]),
        Err(RosterError::GroupExists(group(9)))
    );
}

#[test]
fn what_an_entry_needs_tells_new_groups_from_old_ones() {
    let agency = Agency::found().with_coach(3);
    let founder = Signer::Device(Keys::new(FOUNDER).device());
    let operations = vec![
        Operation::AddMember {
            member: member(4),
            role: Role::Coach,
            administrator: false,
        },
        Keys::new(4).add_to(member(4)),
        Operation::AddGroupMember {
            group: group(1),
            member: member(4),
            until: None,
        },
        Operation::NewGroup {
            group: group(4),
            kind: GroupKind::Caseload,
            owner: Some(member(4)),
            members: vec![member(FOUNDER), member(4)],
        },
    ];
    let needs = agency.state.needs(founder, &operations).unwrap();
    let told: Vec<_> = needs
        .iter()
        .map(|need| (need.group, need.epoch, need.new_group, need.new_epoch))
        .collect();
    assert_eq!(
        told,
        [(group(1), 1, false, false), (group(4), 1, true, false)]
    );
    let needs = agency.state.needs(founder, &[revoke(3)]).unwrap();
    let told: Vec<_> = needs
        .iter()
        .map(|need| (need.group, need.epoch, need.new_group, need.new_epoch))
        .collect();
    assert_eq!(
        told,
        [(group(1), 2, false, true), (group(3), 2, false, true)]
    );
}

#[test]
fn a_second_device_gets_every_key_of_its_member() {
    let mut agency = Agency::found().with_coach(3);
    let second = Keys::new(33);
    assert_eq!(
        agency.apply_as_founder(vec![second.add_to(member(3))]),
        Err(RosterError::RecipientMissing {
            group: group(1),
            recipient: device(33)
        })
    );
    agency
        .complete_as_founder(vec![second.add_to(member(3))])
        .unwrap();
    assert!(
        agency
            .state
            .group(&group(3))
            .unwrap()
            .wrap(&device(33))
            .is_some()
    );
    assert_eq!(
        agency.complete_as_founder(vec![second.add_to(member(3))]),
        Err(RosterError::KeyExists)
    );
    assert_eq!(
        agency.complete_as_founder(vec![Keys::new(34).add_to(member(9))]),
        Err(RosterError::UnknownMember(member(9)))
    );
}

#[test]
fn a_member_leaves_with_all_devices_or_not_at_all() {
    let mut agency = Agency::found().with_coach(3);
    let leave = Operation::ChangeMember {
        member: member(3),
        role: Role::Coach,
        administrator: false,
        active: false,
    };
    let alone = agency.state.needs(
        Signer::Device(Keys::new(FOUNDER).device()),
        std::slice::from_ref(&leave),
    );
    assert_eq!(alone.unwrap(), []);
    agency.complete_as_founder(vec![revoke(3), leave]).unwrap();
    assert_eq!(agency.state.role_of(&member(3)), None);
    assert!(!agency.state.member(&member(3)).unwrap().active);
    assert_eq!(
        agency.complete_as_founder(vec![Keys::new(33).add_to(member(3))]),
        Err(RosterError::UnknownMember(member(3)))
    );
    // Nor by an invitation, with the role that they had.
    let mut back = invite(33, vec![]);
    if let Operation::Invite { member: of, .. } = &mut back {
        *of = member(3);
    }
    assert_eq!(
        agency.complete_as_founder(vec![back]),
        Err(RosterError::UnknownMember(member(3)))
    );
}

#[test]
fn an_inactive_member_with_a_device_is_refused() {
    let mut agency = Agency::found();
    agency
        .complete_as_founder(vec![
            Operation::AddMember {
                member: member(6),
                role: Role::Coach,
                administrator: false,
            },
            Keys::new(6).add_to(member(6)),
        ])
        .unwrap();
    let leave = Operation::ChangeMember {
        member: member(6),
        role: Role::Coach,
        administrator: false,
        active: false,
    };
    assert_eq!(
        agency.complete_as_founder(vec![leave]),
        Err(RosterError::ActiveDevices(member(6)))
    );
    let twice = Operation::AddMember {
        member: member(6),
        role: Role::Lead,
        administrator: true,
    };
    assert_eq!(
        agency.complete_as_founder(vec![twice]),
        Err(RosterError::MemberExists(member(6)))
    );
}

#[test]
fn nobody_is_given_another_key_than_the_others() {
    let mut agency = Agency::found().with_coach(3);
    let second = Keys::new(33);
    let wraps = |key| {
        let wrap = |id| Operation::Wrap {
            group: group(id),
            epoch: 1,
            recipients: vec![wrap(device(33))],
            key: if id == 3 {
                key
            } else {
                group_key(group(id), 1)
            },
        };
        vec![second.add_to(member(3)), wrap(1), wrap(3)]
    };
    let other = GroupKeyId::from_bytes([0xee; 16]);
    assert_eq!(
        agency.apply_as_founder(wraps(other)),
        Err(RosterError::OtherGroupKey {
            group: group(3),
            epoch: 1
        })
    );
    let true_key = group_key(group(3), 1);
    agency.apply_as_founder(wraps(true_key)).unwrap();
    assert_eq!(
        agency.state.group(&group(3)).unwrap().key_id(1),
        Some(true_key)
    );
    assert_eq!(agency.state.group(&group(3)).unwrap().key_id(2), None);
}

#[test]
fn a_device_whose_keys_are_weak_is_refused() {
    let mut agency = Agency::found().with_coach(3);
    let good = Keys::new(33);
    let weak_sign = Operation::AddDevice {
        sign: SignPublicKey::from_bytes(*neutral_point()),
        hpke: good.hpke,
        member: member(3),
    };
    assert_eq!(
        agency.complete_as_founder(vec![weak_sign]),
        Err(RosterError::Key(KeyError::WeakSignKey))
    );
    let weak_hpke = Operation::AddDevice {
        sign: good.sign_public(),
        hpke: HpkePublicKey::from_bytes([0; 32]),
        member: member(3),
    };
    assert_eq!(
        agency.complete_as_founder(vec![weak_hpke]),
        Err(RosterError::Key(KeyError::WeakHpkeKey))
    );
}

/// The neutral point of Ed25519: under it some signature fits every message.
fn neutral_point() -> &'static [u8; 32] {
    const POINT: [u8; 32] = {
        let mut bytes = [0; 32];
        bytes[0] = 1;
        bytes
    };
    &POINT
}
