//! Groups that begin anew, and devices that take another key (issue 3.8).

use handrail_protocol::roster::Signer;
use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::*;

use crate::fixture::*;

fn renew(of: u8, to: u8) -> Operation {
    Operation::RenewKey {
        device: Keys::new(of).device(),
        hpke: Keys::new(to).hpke,
    }
}

/// An entry with whatever wraps it needs, signed by the device of that number.
fn by(agency: &mut Agency, signer: u8, operations: Vec<Operation>) -> Result<(), RosterError> {
    let keys = Keys::new(signer);
    agency.complete(Signer::Device(keys.device()), &keys, operations)
}

fn anew(group: GroupId, epoch: u32) -> Operation {
    Operation::NewEpoch {
        group,
        epoch,
        previous: None,
    }
}

#[test]
fn a_coachs_device_takes_another_key_and_keeps_its_id_and_its_groups() {
    let mut agency = Agency::found().with_coach(3);
    by(&mut agency, 3, vec![renew(3, 60)]).unwrap();
    let device = agency.state.device(&Keys::new(3).device()).unwrap();
    assert_eq!(device.hpke, Keys::new(60).hpke);
    assert_eq!(device.renewed, Some(agency.state.head().n));
    let recipient = Recipient::Device(device.id);
    assert_eq!(agency.state.hpke_key(&recipient), Some(Keys::new(60).hpke));
    for number in [1, 3] {
        let record = agency.state.group(&group(number)).unwrap();
        assert!(record.wrap(&recipient).is_some() && record.epoch == 1);
    }
    assert_eq!(agency.state.last_revocation(), None, "nobody lost anything");
    // The keys of all its groups have to be sealed to the new one.
    let keys = Keys::new(3);
    let bare = agency.apply(Signer::Device(keys.device()), &keys, vec![renew(3, 61)]);
    assert!(matches!(bare, Err(RosterError::RecipientMissing { .. })));
}

#[test]
fn a_device_changes_its_own_key_alone_and_nothing_beside_it() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    let only = Err(RosterError::RenewOnly);
    assert_eq!(by(&mut agency, 3, vec![renew(4, 60)]), only);
    assert_eq!(by(&mut agency, FOUNDER, vec![renew(4, 60)]), only);
    let promote = Operation::ChangeMember {
        member: member(3),
        role: Role::Supervisor,
        administrator: true,
        active: true,
    };
    for beside in [promote, renew(3, 61), anew(group(3), 2)] {
        let operations = vec![renew(3, 60), beside.clone()];
        assert_eq!(by(&mut agency, 3, operations), only);
        let operations = vec![beside, renew(FOUNDER, 60)];
        assert_eq!(by(&mut agency, FOUNDER, operations), only);
    }
    // Without it, a coach signs nothing still.
    let wrap = wrap_to(group(3), 1, &[Recipient::Device(Keys::new(3).device())]);
    let keys = Keys::new(3);
    let alone = agency.apply(Signer::Device(keys.device()), &keys, vec![wrap]);
    assert_eq!(alone, Err(RosterError::SignerNotAllowed));
    // Nobody else gets anything by it.
    let stranger = Recipient::Device(Keys::new(4).device());
    let own = Recipient::Device(keys.device());
    let operations = vec![
        renew(3, 60),
        wrap_to(group(1), 1, &[own]),
        wrap_to(group(3), 1, &[own, stranger]),
    ];
    let given = agency.apply(Signer::Device(keys.device()), &keys, operations);
    assert!(matches!(
        given,
        Err(RosterError::RecipientNotEntitled { .. })
    ));
}

#[test]
fn a_key_that_is_weak_or_anothers_and_a_device_that_counts_no_more_are_refused() {
    let mut agency = Agency::found().with_coach(3).with_coach(4);
    let weak = Operation::RenewKey {
        device: Keys::new(3).device(),
        hpke: HpkePublicKey::from_bytes([0; 32]),
    };
    assert!(matches!(
        by(&mut agency, 3, vec![weak]),
        Err(RosterError::Key(_))
    ));
    for known in [3, 4] {
        let taken = by(&mut agency, 3, vec![renew(3, known)]);
        assert_eq!(taken, Err(RosterError::KeyExists));
    }
    let stranger = Keys::new(9);
    let signer = Signer::Device(stranger.device());
    let unknown = agency.apply(signer, &stranger, vec![renew(9, 60)]);
    assert_eq!(unknown, Err(RosterError::UnknownSigner));
    agency
        .complete_as_founder(vec![Operation::RevokeDevice {
            device: Keys::new(3).device(),
            last: Vec::<LastItem>::new(),
        }])
        .unwrap();
    let revoked = by(&mut agency, 3, vec![renew(3, 60)]);
    assert_eq!(revoked, Err(RosterError::SignerNotAllowed));
}

#[test]
fn a_group_that_begins_anew_has_no_way_back_and_later_epochs_go_back_to_there() {
    let mut agency = Agency::found().with_coach(3);
    by(&mut agency, FOUNDER, vec![anew(group(3), 2)]).unwrap();
    let n = agency.state.head().n;
    let record = agency.state.group(&group(3)).unwrap();
    assert_eq!((record.epoch, record.anew), (2, Some((2, n))));
    assert_eq!(record.first_epoch(), 2);
    assert!(record.previous(2).is_none());
    // Items sealed under the old keys are to be sealed anew.
    assert_eq!(agency.state.last_revocation(), Some(n));
    agency
        .complete_as_founder(vec![Operation::RevokeDevice {
            device: Keys::new(3).device(),
            last: Vec::new(),
        }])
        .unwrap();
    let record = agency.state.group(&group(3)).unwrap();
    assert_eq!((record.epoch, record.first_epoch()), (3, 2));
    assert!(record.previous(3).is_some());
    // Whoever makes the key has to be in the group, as always.
    let mut other = Agency::found().with_coach(3);
    assert_eq!(
        by(&mut other, 3, vec![anew(group(3), 2)]),
        Err(RosterError::SignerNotAllowed)
    );
}
