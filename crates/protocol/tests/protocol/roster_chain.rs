//! The chain itself: who may append what, and in which order.

use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::roster::{RosterBody, Signer, encode_entry};
use handrail_protocol::*;

use crate::fixture::*;

fn founded(operations: Vec<Operation>) -> Result<RosterState, RosterError> {
    let body = Agency::genesis_body(operations);
    RosterState::found(&signed(&body, &Keys::new(ROOT)))
}

#[test]
fn a_founding_gives_its_agency_and_fingerprint() {
    let state = Agency::found().state;
    let root = Keys::new(ROOT);
    assert_eq!(state.agency(), AgencyId::of_root(&root.sign_public()));
    assert_eq!(
        state.fingerprint(),
        Fingerprint::of_root(&root.sign_public())
    );
    assert_eq!(state.head().n, 0);
    assert_eq!(state.agency_group(), Some(group(1)));
    assert_eq!(state.caseload_group(&member(FOUNDER)), Some(group(2)));
    assert!(state.is_administrator(&Keys::new(FOUNDER).device()));
    assert_eq!(state.role_of(&member(FOUNDER)), Some(Role::Supervisor));
}

#[test]
fn only_a_founding_founds() {
    let operations = Agency::founding_operations();
    assert_eq!(founded(vec![]).unwrap_err(), RosterError::Founding);
    assert_eq!(
        founded(operations[1..].to_vec()).unwrap_err(),
        RosterError::Founding
    );
    let twice = [&operations[..1], &operations[..]].concat();
    assert_eq!(founded(twice).unwrap_err(), RosterError::Founding);
    assert_eq!(
        founded(operations[..1].to_vec()).unwrap_err(),
        RosterError::Empty
    );
    assert_eq!(
        founded(operations[..2].to_vec()).unwrap_err(),
        RosterError::NoAdministrator
    );

    let again = Agency::found().apply_as_founder(operations);
    assert_eq!(again, Err(RosterError::Founding));
}

#[test]
fn a_founding_is_bound_to_its_root_key() {
    let genesis = || Agency::genesis_body(Agency::founding_operations());
    let root = Keys::new(ROOT);
    let other_agency = RosterBody {
        agency: AgencyId::from_bytes([9; 16]),
        ..genesis()
    };
    assert_eq!(
        RosterState::found(&signed(&other_agency, &root)).unwrap_err(),
        RosterError::OtherAgency
    );
    let other_signer = RosterBody {
        signer: Signer::Root(Keys::new(9).root()),
        ..genesis()
    };
    assert_eq!(
        RosterState::found(&signed(&other_signer, &root)).unwrap_err(),
        RosterError::UnknownSigner
    );
    assert_eq!(
        RosterState::found(&signed(&genesis(), &Keys::new(9))).unwrap_err(),
        RosterError::Signature
    );
    let later = RosterBody { n: 1, ..genesis() };
    assert_eq!(
        RosterState::found(&signed(&later, &root)).unwrap_err(),
        RosterError::Founding
    );
    let follows = RosterBody {
        previous: Some(RosterHash::from_bytes([0; 32])),
        ..genesis()
    };
    assert_eq!(
        RosterState::found(&signed(&follows, &root)).unwrap_err(),
        RosterError::Founding
    );
    let mut weak = Agency::founding_operations();
    weak[0] = Operation::Found {
        root: root.sign_public(),
        recovery: HpkePublicKey::from_bytes([0; 32]),
    };
    assert_eq!(
        founded(weak).unwrap_err(),
        RosterError::Key(KeyError::WeakHpkeKey)
    );
}

#[test]
fn entries_follow_each_other_without_gap_or_fork() {
    let mut agency = Agency::found().with_coach(3);
    let founder = Keys::new(FOUNDER);
    let change = || {
        vec![Operation::ChangeMember {
            member: member(3),
            role: Role::Lead,
            administrator: false,
            active: true,
        }]
    };
    let body = agency.body(Signer::Device(founder.device()), change());
    let before = agency.state.clone();
    let try_entry = |agency: &mut Agency, body: &RosterBody| {
        agency.state.apply(&signed(body, &founder)).unwrap_err()
    };
    let skipped = RosterBody {
        n: body.n + 1,
        ..body.clone()
    };
    let repeated = RosterBody {
        n: body.n - 1,
        ..body.clone()
    };
    let forked = RosterBody {
        previous: Some(RosterHash::from_bytes([0; 32])),
        ..body.clone()
    };
    let rootless = RosterBody {
        previous: None,
        ..body.clone()
    };
    let foreign = RosterBody {
        agency: AgencyId::from_bytes([0; 16]),
        ..body.clone()
    };
    let expected = body.n;
    assert_eq!(
        try_entry(&mut agency, &skipped),
        RosterError::Number {
            expected,
            found: expected + 1
        }
    );
    assert_eq!(
        try_entry(&mut agency, &repeated),
        RosterError::Number {
            expected,
            found: expected - 1
        }
    );
    assert_eq!(try_entry(&mut agency, &forked), RosterError::Previous);
    assert_eq!(try_entry(&mut agency, &rootless), RosterError::Previous);
    assert_eq!(try_entry(&mut agency, &foreign), RosterError::OtherAgency);
    assert_eq!(agency.state, before, "a refused entry changes nothing");
    agency.apply_as_founder(change()).unwrap();
    assert_eq!(agency.state.head().n, expected);
    assert!(agency.state.knows(&before.head()));
    assert!(!before.knows(&agency.state.head()));
    let entries = agency.entries.iter().map(Vec::as_slice);
    assert_eq!(RosterState::replay(entries).unwrap(), agency.state);
}

#[test]
fn the_relay_cannot_swap_a_key() {
    let agency = Agency::found();
    let founder = Keys::new(FOUNDER);
    let operations = vec![
        Operation::AddMember {
            member: member(3),
            role: Role::Coach,
            administrator: false,
        },
        Keys::new(3).add_to(member(3)),
    ];
    let honest = agency.body(Signer::Device(founder.device()), operations.clone());
    let honest_entry = signed(&honest, &founder);
    let mut operations = operations;
    operations[1] = Keys::new(66).add_to(member(3));
    let swapped = RosterBody {
        operations,
        ..honest
    };

    let mut state = agency.state.clone();
    assert_eq!(
        state.apply(&signed(&swapped, &Keys::new(66))),
        Err(RosterError::Signature)
    );
    let signature = honest_entry[honest_entry.len() - 64..].try_into().unwrap();
    let kept = encode_entry(&swapped.encode(), &Signature::from_bytes(signature)).unwrap();
    assert_eq!(state.apply(&kept), Err(RosterError::Signature));
    assert_eq!(state, agency.state);
    assert_eq!(state.apply(&honest_entry), Ok(()));
}

#[test]
fn only_administrators_devices_that_count_may_sign() {
    let mut agency = Agency::found().with_coach(3);
    let coach = Keys::new(3);
    let change = |administrator| {
        vec![Operation::ChangeMember {
            member: member(3),
            role: Role::Coach,
            administrator,
            active: true,
        }]
    };
    let as_coach = Signer::Device(coach.device());
    assert_eq!(
        agency.apply(as_coach, &coach, change(true)),
        Err(RosterError::SignerNotAllowed)
    );
    let stranger = Keys::new(9);
    assert_eq!(
        agency.apply(Signer::Device(stranger.device()), &stranger, change(true)),
        Err(RosterError::UnknownSigner)
    );
    agency.apply_as_founder(change(true)).unwrap();
    agency.apply(as_coach, &coach, change(true)).unwrap();
    let revoke = vec![Operation::RevokeDevice {
        device: coach.device(),
        last: vec![],
    }];
    agency.complete_as_founder(revoke).unwrap();
    assert_eq!(
        agency.apply(as_coach, &coach, change(true)),
        Err(RosterError::SignerNotAllowed)
    );
}

#[test]
fn the_root_restores_an_agency_that_lost_its_devices() {
    let mut agency = Agency::found();
    let root = Keys::new(ROOT);
    let fresh = Keys::new(5);
    let restore = vec![
        fresh.add_to(member(FOUNDER)),
        Operation::RevokeDevice {
            device: Keys::new(FOUNDER).device(),
            last: vec![],
        },
    ];
    agency
        .complete(Signer::Root(root.root()), &root, restore)
        .unwrap();
    assert!(agency.state.is_administrator(&fresh.device()));
    assert!(!agency.state.is_administrator(&Keys::new(FOUNDER).device()));
    let other = Keys::new(9);
    let change = vec![Operation::AddMember {
        member: member(6),
        role: Role::Coach,
        administrator: false,
    }];
    assert_eq!(
        agency.apply(Signer::Root(other.root()), &other, change),
        Err(RosterError::UnknownSigner)
    );
}

#[test]
fn an_agency_keeps_an_administrator() {
    let mut agency = Agency::found().with_coach(3);
    let resign = vec![Operation::ChangeMember {
        member: member(FOUNDER),
        role: Role::Supervisor,
        administrator: false,
        active: true,
    }];
    assert_eq!(
        agency.apply_as_founder(resign),
        Err(RosterError::NoAdministrator)
    );
}

#[test]
fn a_revoked_device_counts_as_far_as_its_revocation_says() {
    let mut agency = Agency::found().with_coach(3);
    let device = Keys::new(3).device();
    let document = DocumentId::from_bytes([1; 16]);
    let incarnation = Incarnation::from_bytes([2; 16]);
    let at = |n| WriterPosition {
        document,
        device,
        incarnation,
        n,
    };
    assert_eq!(
        agency.state.writer_standing(&at(9)),
        roster::WriterStanding::Active
    );
    assert_eq!(agency.state.last_revocation(), None);
    let last = LastItem {
        document,
        incarnation,
        n: 4,
    };
    let unsorted = vec![Operation::RevokeDevice {
        device,
        last: vec![last, last],
    }];
    assert_eq!(
        agency.complete_as_founder(unsorted),
        Err(RosterError::LastItems)
    );
    let later = LastItem {
        incarnation: Incarnation::from_bytes([7; 16]),
        ..last
    };
    for (backwards, nothing) in [(vec![later, last], 4), (vec![last], 0)] {
        let last = backwards
            .into_iter()
            .map(|last| LastItem { n: nothing, ..last })
            .collect();
        assert_eq!(
            agency.complete_as_founder(vec![Operation::RevokeDevice { device, last }]),
            Err(RosterError::LastItems)
        );
    }
    agency
        .complete_as_founder(vec![Operation::RevokeDevice {
            device,
            last: vec![last, later],
        }])
        .unwrap();
    let standing = |position| agency.state.writer_standing(&position);
    assert_eq!(standing(at(4)), roster::WriterStanding::RevokedButCounted);
    assert_eq!(standing(at(5)), roster::WriterStanding::Revoked);
    let elsewhere = WriterPosition {
        document: DocumentId::from_bytes([3; 16]),
        ..at(1)
    };
    assert_eq!(standing(elsewhere), roster::WriterStanding::Revoked);
    let other_life = WriterPosition {
        incarnation: Incarnation::from_bytes([3; 16]),
        ..at(1)
    };
    assert_eq!(standing(other_life), roster::WriterStanding::Revoked);
    let stranger = WriterPosition {
        device: Keys::new(9).device(),
        ..at(1)
    };
    assert_eq!(standing(stranger), roster::WriterStanding::Unknown);
    assert_eq!(agency.state.last_revocation(), Some(agency.state.head().n));
    let again = vec![Operation::RevokeDevice {
        device,
        last: vec![],
    }];
    assert_eq!(
        agency.complete_as_founder(again),
        Err(RosterError::DeviceRevoked(device))
    );
    let unknown = Keys::new(9).device();
    let operation = Operation::RevokeDevice {
        device: unknown,
        last: vec![],
    };
    assert_eq!(
        agency.complete_as_founder(vec![operation]),
        Err(RosterError::UnknownDevice(unknown))
    );
}
