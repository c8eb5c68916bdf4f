//! Bytes from anybody never panic and never count.

use handrail_protocol::canonical::CanonicalError;
use handrail_protocol::limits::{MAX_ROSTER_ENTRY_BYTES, MAX_ROSTER_OPERATIONS};
use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::roster::{Signer, encode_entry, roster_signing_message};
use handrail_protocol::*;
use proptest::prelude::*;

use crate::fixture::*;

fn entry() -> Vec<u8> {
    Agency::found().with_coach(3).entries.pop().unwrap()
}

fn sign_raw(body: &[u8]) -> Vec<u8> {
    encode_entry(
        body,
        &Keys::new(FOUNDER).sign(&roster_signing_message(body)),
    )
    .unwrap()
}

#[test]
fn no_bit_of_an_entry_can_change() {
    let (before, entry) = (Agency::found().state, entry());
    for bit in (0..entry.len() * 8).step_by(3) {
        let mut changed = entry.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let mut state = before.clone();
        assert!(state.apply(&changed).is_err(), "bit {bit}");
        assert_eq!(state, before);
    }
}

#[test]
fn a_cut_or_lengthened_entry_is_refused() {
    let entry = entry();
    for cut in 0..entry.len() {
        assert!(RosterEntry::parse(&entry[..cut]).is_err(), "cut at {cut}");
    }
    let longer = [entry.as_slice(), &[0]].concat();
    assert_eq!(RosterEntry::parse(&longer), Err(RosterError::Truncated));
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let mut newer = entry();
    newer[0] = 2;
    assert_eq!(RosterEntry::parse(&newer), Err(RosterError::Version(2)));

    let agency = Agency::found();
    let signer = Signer::Device(Keys::new(FOUNDER).device());
    let mut body = agency.body(signer, vec![]).encode();
    // operations: [[15, {}]]
    let end = body.len() - 1;
    body.splice(end.., [0x81, 0x82, 0x0f, 0xa0]);
    assert_eq!(
        RosterEntry::parse(&sign_raw(&body)),
        Err(RosterError::UnknownOperation(15))
    );
}

#[test]
fn an_entry_that_is_not_wholly_understood_is_refused() {
    let agency = Agency::found();
    let signer = Signer::Device(Keys::new(FOUNDER).device());
    let operation = Operation::AddMember {
        member: member(3),
        role: Role::Coach,
        administrator: false,
    };
    let body = agency.body(signer, vec![operation]).encode();
    let mut extra = body.clone();
    extra[0] += 1;
    extra.extend_from_slice(&[0x05, 0xf5]);
    assert_eq!(
        RosterEntry::parse(&sign_raw(&extra)),
        Err(RosterError::Field)
    );
    let mut longer = body.clone();
    let operations = longer.len() - (2 + 1 + 1 + 17 + 2 + 2);
    assert_eq!(longer[operations], 0x82);
    longer[operations + 2] += 1;
    longer.extend_from_slice(&[0x03, 0xf5]);
    assert_eq!(
        RosterEntry::parse(&sign_raw(&longer)),
        Err(RosterError::Field)
    );
    let mut trailing = body;
    trailing.push(0);
    assert_eq!(
        RosterEntry::parse(&sign_raw(&trailing)),
        Err(RosterError::Canonical(CanonicalError::Trailing))
    );
}

#[test]
fn sizes_are_capped() {
    let big = vec![0; MAX_ROSTER_ENTRY_BYTES + 1];
    assert_eq!(RosterEntry::parse(&big), Err(RosterError::TooLarge));
    let agency = Agency::found();
    let signer = Signer::Device(Keys::new(FOUNDER).device());
    let operation = Operation::AddGroupMember {
        group: group(1),
        member: member(FOUNDER),
        until: None,
    };
    let many = agency
        .body(signer, vec![operation; MAX_ROSTER_OPERATIONS + 1])
        .encode();
    assert_eq!(
        RosterEntry::parse(&sign_raw(&many)),
        Err(RosterError::TooLarge)
    );
    assert_eq!(
        encode_entry(
            &vec![0; MAX_ROSTER_ENTRY_BYTES],
            &Signature::from_bytes([0; 64])
        ),
        Err(RosterError::TooLarge)
    );
}

#[test]
fn an_entry_of_as_many_bytes_and_operations_as_are_allowed_is_read() {
    let agency = Agency::found();
    let signer = Signer::Device(Keys::new(FOUNDER).device());
    // So many last items, and so many of them one byte longer.
    let revoking = |count: usize, longer: usize| {
        let last = (0..count).map(|place| LastItem {
            document: DocumentId::from_bytes([1; 16]),
            incarnation: Incarnation::from_bytes([2; 16]),
            n: if place < longer { 24 } else { 1 },
        });
        let operation = Operation::RevokeDevice {
            device: Keys::new(3).device(),
            last: last.collect(),
        };
        agency.body(signer, vec![operation]).encode()
    };
    let room = MAX_ROSTER_ENTRY_BYTES - (1 + 4 + 64);
    let (some, one_more) = (revoking(300, 0).len(), revoking(301, 0).len());
    let count = 300 + (room - some) / (one_more - some);
    let longer = room - revoking(count, 0).len();
    let whole = sign_raw(&revoking(count, longer));
    assert_eq!(whole.len(), MAX_ROSTER_ENTRY_BYTES);
    assert!(RosterEntry::parse(&whole).is_ok());
    let beyond = encode_entry(
        &revoking(count, longer + 1),
        &Signature::from_bytes([0; 64]),
    );
    assert_eq!(beyond, Err(RosterError::TooLarge));

    let operation = Operation::AddGroupMember {
        group: group(1),
        member: member(FOUNDER),
        until: None,
    };
    let most = agency.body(signer, vec![operation; MAX_ROSTER_OPERATIONS]);
    assert!(RosterEntry::parse(&sign_raw(&most.encode())).is_ok());
}

#[test]
fn an_entry_that_does_nothing_is_refused() {
    assert_eq!(
        Agency::found().apply_as_founder(vec![]),
        Err(RosterError::Empty)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_refused_without_panic(
        body in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        prop_assert!(RosterEntry::parse(&body).is_err());
        let mut state = Agency::found().state;
        prop_assert!(state.apply(&sign_raw(&body)).is_err());
    }

    #[test]
    fn mangled_entries_never_count(
        place in any::<prop::sample::Index>(),
        piece in prop::collection::vec(any::<u8>(), 0..9),
    ) {
        let bytes = entry();
        let place = place.index(bytes.len());
        let rest = bytes.get(place + piece.len()..).unwrap_or_default();
        let mangled = [&bytes[..place], piece.as_slice(), rest].concat();
        prop_assume!(mangled != bytes);
        prop_assert!(Agency::found().state.apply(&mangled).is_err());
    }
}
