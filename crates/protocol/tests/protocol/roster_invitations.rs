//! Invitations: one link, one device, nobody awake.

use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::roster::{InvitationStatus, SessionKey, Signer};
use handrail_protocol::*;

use crate::fixture::*;

/// Invitation 7 for a coach with caseload group 7, shared with the founder.
fn with_invitation() -> Agency {
    let mut agency = Agency::found();
    agency
        .complete_as_founder(vec![
            Operation::NewGroup {
                group: group(7),
                kind: GroupKind::Caseload,
                owner: Some(member(7)),
                members: vec![member(FOUNDER)],
            },
            invite(7, vec![group(1), group(7)]),
        ])
        .unwrap();
    agency
}

fn as_invited() -> (Signer, Keys) {
    let keys = Keys::new(7);
    (Signer::Invitation(keys.invitation()), keys)
}

fn redeem(device: &Keys) -> Operation {
    Operation::Redeem {
        invitation: Keys::new(7).invitation(),
        sign: device.sign_public(),
        hpke: device.hpke,
    }
}

fn with_device() -> Agency {
    let mut agency = with_invitation();
    let (signer, keys) = as_invited();
    agency
        .complete(signer, &keys, vec![redeem(&Keys::new(70))])
        .unwrap();
    agency
}

#[test]
fn an_open_invitation_holds_the_keys_its_person_will_need() {
    let state = with_invitation().state;
    let invitation = Keys::new(7).invitation();
    for id in [group(1), group(7)] {
        assert!(
            state
                .group(&id)
                .unwrap()
                .wrap(&Recipient::Invitation(invitation))
                .is_some()
        );
    }
    assert!(
        state
            .group(&group(2))
            .unwrap()
            .wrap(&Recipient::Invitation(invitation))
            .is_none()
    );
    assert_eq!(state.member(&member(7)), None, "not a member yet");
    assert_eq!(state.groups_of(&member(7)), [group(1), group(7)].into());
    let key = state.session_key(&invitation.into()).unwrap();
    assert!(matches!(
        key,
        SessionKey::Invitation {
            expires: 1_800_000_000,
            ..
        }
    ));
}

#[test]
fn redeeming_adds_one_device_with_the_invited_role_and_keys() {
    let state = with_device().state;
    let device = Keys::new(70).device();
    assert_eq!(state.role_of(&member(7)), Some(Role::Coach));
    assert_eq!(state.device(&device).unwrap().member, member(7));
    let invitation = state.invitation(&Keys::new(7).invitation()).unwrap();
    assert_eq!(invitation.status, InvitationStatus::Redeemed(device));
    for id in [group(1), group(7)] {
        let held = state.group(&id).unwrap();
        assert!(held.wrap(&Recipient::Device(device)).is_some());
        assert!(
            held.wrap(&Recipient::Invitation(Keys::new(7).invitation()))
                .is_none()
        );
        assert_eq!(held.epoch, 1);
    }
    assert_eq!(state.caseload_group(&member(7)), Some(group(7)));
    let (invitation, device): (KeyId, KeyId) = (Keys::new(7).invitation().into(), device.into());
    assert_eq!(state.session_key(&invitation), None);
    assert!(matches!(
        state.session_key(&device),
        Some(SessionKey::Device { .. })
    ));
}

#[test]
fn an_invitation_works_once() {
    let mut agency = with_device();
    let (signer, keys) = as_invited();
    let again = agency.apply(signer, &keys, vec![redeem(&Keys::new(71))]);
    let closed = Err(RosterError::InvitationClosed(keys.invitation()));
    assert_eq!(again, closed);
    // Told before anything else is looked at.
    let forged = agency.apply(signer, &Keys::new(66), vec![redeem(&Keys::new(71))]);
    assert_eq!(forged, closed);
}

#[test]
fn an_invitation_can_do_nothing_but_add_its_device() {
    let agency = with_invitation();
    let (signer, keys) = as_invited();
    let apply = |operations| {
        Agency {
            state: agency.state.clone(),
            entries: vec![],
        }
        .apply(signer, &keys, operations)
    };
    let device = Keys::new(70);
    let promote = Operation::AddMember {
        member: member(8),
        role: Role::Supervisor,
        administrator: true,
    };
    assert_eq!(apply(vec![promote.clone()]), Err(RosterError::RedeemOnly));
    assert_eq!(
        apply(vec![redeem(&device), promote]),
        Err(RosterError::RedeemOnly)
    );
    assert_eq!(
        apply(vec![redeem(&device), redeem(&device)]),
        Err(RosterError::RedeemOnly)
    );
    let other = Operation::Redeem {
        invitation: Keys::new(8).invitation(),
        sign: device.sign_public(),
        hpke: device.hpke,
    };
    assert_eq!(apply(vec![other]), Err(RosterError::RedeemOnly));
    let recipient = Recipient::Device(device.device());
    let missing = Err(RosterError::RecipientMissing {
        group: group(1),
        recipient,
    });
    assert_eq!(
        apply(vec![redeem(&device)]),
        missing,
        "no keys for the device"
    );
    let beyond = vec![
        redeem(&device),
        wrap_to(group(1), 1, &[recipient]),
        wrap_to(group(7), 1, &[recipient]),
        wrap_to(group(2), 1, &[recipient]),
    ];
    let not_entitled = Err(RosterError::RecipientNotEntitled {
        group: group(2),
        recipient,
    });
    assert_eq!(apply(beyond), not_entitled, "a key of another group");
    let accomplice = Recipient::Device(Keys::new(9).device());
    let shared = vec![
        redeem(&device),
        wrap_to(group(1), 1, &[recipient, accomplice]),
        wrap_to(group(7), 1, &[recipient]),
    ];
    let not_entitled = Err(RosterError::RecipientNotEntitled {
        group: group(1),
        recipient: accomplice,
    });
    assert_eq!(apply(shared), not_entitled, "a key to another device");
    let own_keys = redeem(&Keys::new(7));
    assert_eq!(apply(vec![own_keys]), Err(RosterError::KeyExists));
}

#[test]
fn a_redemption_is_signed_by_its_invitation_and_nobody_else() {
    let mut agency = with_invitation();
    let (signer, _) = as_invited();
    let operations = vec![redeem(&Keys::new(70))];
    let forged = agency.complete(signer, &Keys::new(66), operations.clone());
    assert_eq!(forged, Err(RosterError::Signature));
    assert_eq!(
        agency.complete_as_founder(operations),
        Err(RosterError::RedeemOnly)
    );
    let stranger = Keys::new(66);
    let unknown = Signer::Invitation(stranger.invitation());
    assert_eq!(
        agency.apply(unknown, &stranger, vec![redeem(&Keys::new(70))]),
        Err(RosterError::UnknownSigner)
    );
}

#[test]
fn a_withdrawn_invitation_loses_its_keys() {
    let mut agency = with_invitation();
    let invitation = Keys::new(7).invitation();
    let withdraw = vec![Operation::WithdrawInvitation { invitation }];
    assert_eq!(
        agency.apply_as_founder(withdraw.clone()),
        Err(RosterError::EpochMissing(group(1)))
    );
    agency.complete_as_founder(withdraw.clone()).unwrap();
    for id in [group(1), group(7)] {
        assert_eq!(agency.state.group(&id).unwrap().epoch, 2);
    }
    assert!(agency.state.groups_of(&member(7)).is_empty());
    assert_eq!(agency.state.session_key(&invitation.into()), None);
    let (signer, keys) = as_invited();
    let late = agency.apply(signer, &keys, vec![redeem(&Keys::new(70))]);
    assert_eq!(late, Err(RosterError::InvitationClosed(invitation)));
    let again = agency.complete_as_founder(withdraw);
    assert_eq!(again, Err(RosterError::InvitationClosed(invitation)));
    let unknown = Keys::new(9).invitation();
    let withdraw = vec![Operation::WithdrawInvitation {
        invitation: unknown,
    }];
    assert_eq!(
        agency.complete_as_founder(withdraw),
        Err(RosterError::UnknownInvitation(unknown))
    );
}

#[test]
fn a_new_epoch_reaches_open_invitations_too() {
    let mut agency = with_invitation();
    let renewal = vec![new_epoch(group(1), 2)];
    agency.complete_as_founder(renewal).unwrap();
    let recipient = Recipient::Invitation(Keys::new(7).invitation());
    assert!(
        agency
            .state
            .group(&group(1))
            .unwrap()
            .wrap(&recipient)
            .is_some()
    );
    let (signer, keys) = as_invited();
    agency
        .complete(signer, &keys, vec![redeem(&Keys::new(70))])
        .unwrap();
}

#[test]
fn a_member_is_invited_to_another_device_with_the_role_they_have() {
    let mut agency = Agency::found().with_coach(3);
    let keys = Keys::new(8);
    let invite = |role, groups: &[u8]| Operation::Invite {
        sign: keys.sign_public(),
        hpke: keys.hpke,
        member: member(3),
        role,
        administrator: false,
        expires: 1,
        groups: groups.iter().copied().map(group).collect(),
    };
    assert_eq!(
        agency.complete_as_founder(vec![invite(Role::Supervisor, &[])]),
        Err(RosterError::InvitationRole)
    );
    assert_eq!(
        agency.complete_as_founder(vec![invite(Role::Coach, &[2])]),
        Err(RosterError::GroupMembers(group(2)))
    );
    agency
        .complete_as_founder(vec![invite(Role::Coach, &[])])
        .unwrap();
    let device = Keys::new(80);
    let redeem = Operation::Redeem {
        invitation: keys.invitation(),
        sign: device.sign_public(),
        hpke: device.hpke,
    };
    agency
        .complete(Signer::Invitation(keys.invitation()), &keys, vec![redeem])
        .unwrap();
    assert_eq!(agency.state.devices_of(member(3)).count(), 2);
    let recipient = Recipient::Device(device.device());
    assert!(
        agency
            .state
            .group(&group(3))
            .unwrap()
            .wrap(&recipient)
            .is_some()
    );
}

#[test]
fn two_open_invitations_never_share_a_person_or_a_key() {
    let mut agency = with_invitation();
    assert_eq!(
        agency.complete_as_founder(vec![invite(7, vec![])]),
        Err(RosterError::KeyExists)
    );
    let Operation::Invite {
        member: person,
        role,
        administrator,
        expires,
        groups,
        ..
    } = invite(7, vec![])
    else {
        unreachable!()
    };
    let keys = Keys::new(8);
    let same_person = Operation::Invite {
        sign: keys.sign_public(),
        hpke: keys.hpke,
        member: person,
        role,
        administrator,
        expires,
        groups,
    };
    assert_eq!(
        agency.complete_as_founder(vec![same_person]),
        Err(RosterError::MemberExists(member(7)))
    );
    let add = Operation::AddMember {
        member: member(7),
        role: Role::Coach,
        administrator: false,
    };
    assert_eq!(
        agency.complete_as_founder(vec![add]),
        Err(RosterError::MemberExists(member(7)))
    );
}

#[test]
fn the_entry_tells_the_relay_which_invitation_it_uses() {
    let agency = with_device();
    let redeems = |index: usize| {
        RosterEntry::parse(&agency.entries[index])
            .unwrap()
            .redeems()
    };
    assert_eq!(redeems(1), None);
    assert_eq!(redeems(2), Some(Keys::new(7).invitation()));
}
