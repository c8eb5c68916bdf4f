use handrail_protocol::parcel::{ParcelError, ParcelHead};
use handrail_protocol::*;
use handrail_vault::*;

use crate::fixture::*;

const ROOMY: usize = limits::MAX_PARCEL_BYTES;

fn agency() -> AgencyId {
    AgencyId::from_bytes([1; 16])
}

fn group() -> GroupId {
    GroupId::from_bytes([2; 16])
}

fn keyring(epochs: impl IntoIterator<Item = u32>) -> GroupKeyring {
    let mut keyring = GroupKeyring::new();
    keyring.extend(epochs.into_iter().map(|epoch| HeldGroupKey {
        group: group(),
        epoch,
        key: GroupKey::from_bytes([u8::try_from(epoch).unwrap(); 32]),
    }));
    keyring
}

fn parcel(items: &[Vec<u8>]) -> Vec<u8> {
    let key = GroupKey::from_bytes([3; 32]);
    let (sent, unsent) = items.split_at(items.len() / 2);
    let items = Parcel {
        sent: sent.iter().map(Vec::as_slice).collect(),
        unsent: unsent.iter().map(Vec::as_slice).collect(),
    };
    seal_parcel(agency(), (3, &key), &items, &mut rng(4))
}

fn refusal(bytes: &[u8], keyring: &GroupKeyring) -> OpenParcelError {
    open_parcel(agency(), group(), keyring, bytes).unwrap_err()
}

/// Issue 4.9.
#[test]
fn a_parcel_opens_for_whoever_has_the_agencys_key_and_keeps_its_order() {
    for items in [vec![], vec![vec![7; 300], vec![1], vec![7; 300]]] {
        let bytes = parcel(&items);
        let opened = open_parcel(agency(), group(), &keyring([2, 3]), &bytes).unwrap();
        assert_eq!(opened.sent, items[..items.len() / 2]);
        assert_eq!(opened.unsent, items[items.len() / 2..]);
    }
}

/// Issue 4.9.
#[test]
fn why_a_parcel_does_not_open_is_told_apart() {
    let bytes = parcel(&[vec![7; 300]]);
    let here = keyring([2, 3]);
    assert_eq!(
        refusal(&bytes, &keyring([1, 2])),
        OpenParcelError::KeyNotHere(3)
    );
    assert_eq!(refusal(&bytes, &keyring([4])), OpenParcelError::KeyGone(3));
    let another = open_parcel(AgencyId::from_bytes([9; 16]), group(), &here, &bytes);
    assert_eq!(another, Err(OpenParcelError::OtherAgency));
    let mut newer = bytes.clone();
    newer[8] = 2;
    let head = OpenParcelError::Head;
    assert_eq!(refusal(&newer, &here), head(ParcelError::Version(2)));
    assert_eq!(refusal(b"PK\x03\x04", &here), head(ParcelError::NotAParcel));
    assert_eq!(refusal(b"", &here), head(ParcelError::NotAParcel));
    let mut huge = bytes;
    huge.resize(10 * 1024 * 1024, 0);
    assert_eq!(refusal(&huge, &here), head(ParcelError::TooLarge));
}

/// Issue 4.9.
#[test]
fn a_parcel_that_was_changed_or_cut_off_does_not_open() {
    let whole = parcel(&[vec![7; 300]]);
    let here = keyring([2, 3]);
    for place in 0..whole.len() {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        let opened = open_parcel(agency(), group(), &here, &changed);
        assert!(opened.is_err(), "byte {place}");
    }
    for length in 0..whole.len() {
        let opened = open_parcel(agency(), group(), &here, &whole[..length]);
        assert!(opened.is_err(), "{length}");
    }
}

/// Issue 4.9.
#[test]
fn what_fills_the_room_fits_and_the_length_tells_little() {
    for most in [limits::MAX_SMALL_PARCEL_BYTES, ROOMY, 5_000] {
        let room = parcel_room(most);
        let item = vec![7; room - parcel_cost(0)];
        assert_eq!(parcel_cost(item.len()), room);
        let length = parcel(&[item]).len();
        assert!(length <= most, "{length} of {most}");
        assert!(length > most * 7 / 8, "{length} of {most}");
    }
    let short = parcel(&[vec![7; 3]]).len();
    assert_eq!(short, parcel(&[]).len());
    assert_eq!(short, parcel(&[vec![7; 400], vec![7; 400]]).len());
    assert!(ParcelHead::LENGTH < short);
}
