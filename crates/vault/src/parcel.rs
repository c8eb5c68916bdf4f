//! Items that go from device to device without the relay, sealed for whoever belongs to the agency.
//! Each item in a parcel is sealed as always: whoever opens a parcel reads of it what they may read
//! anyway. To a stranger who finds it, it says neither who wrote nor for which document.

use handrail_protocol::frames::{append_frame, framed_length, split_frames};
use handrail_protocol::limits::{MAX_PARCEL_ITEMS, MAX_SNAPSHOT_ITEM_BYTES};
use handrail_protocol::parcel::{ParcelError, ParcelHead};
use handrail_protocol::{AgencyId, GroupId};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::keyring::GroupKeyring;
use crate::padding::{most_padded, padded};
use crate::seal::{derive, open, random, seal};
use crate::secret::GroupKey;

const LABEL: &[u8] = b"handrail parcel v1";
const TAG: usize = 16;
/// What stands before the frames: their length, and how many of them the relay has.
const COUNTS: usize = 8;
/// Least plaintext, bytes.
const FLOOR: usize = 1024;

/// What is in a parcel, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parcel<T> {
    /// Items that the relay has, as whoever made the parcel knows. Nobody need carry them.
    pub sent: Vec<T>,
    /// Items that it is not known to have.
    pub unsent: Vec<T>,
}

/// Why a parcel does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenParcelError {
    #[error(transparent)]
    Head(#[from] ParcelError),
    #[error("the parcel is of another agency")]
    OtherAgency,
    /// Sealed under a later key of the agency's group than this device has.
    #[error("this device does not have the key of epoch {0} yet")]
    KeyNotHere(u32),
    /// Sealed under a key that this device has no more.
    #[error("this device does not have the key of epoch {0} any more")]
    KeyGone(u32),
    /// Changed, or cut off.
    #[error("the parcel was changed on its way")]
    Damaged,
}

/// How many bytes of framed items a parcel holds that is `most` bytes long at the most.
pub fn parcel_room(most: usize) -> usize {
    let plain = most.saturating_sub(ParcelHead::LENGTH + TAG);
    most_padded(plain).saturating_sub(COUNTS)
}

/// Seals items as a parcel of an agency under one epoch key of its agency group.
///
/// `head || AEAD(HKDF(group key, salt = nonce, label), nonce, plain, aad = head)`, where
/// `plain = u32be length of the frames || u32be how many the relay has || frames || zeros`
pub fn seal_parcel(
    agency: AgencyId,
    (epoch, key): (u32, &GroupKey),
    items: &Parcel<&[u8]>,
    rng: &mut impl CryptoRng,
) -> Vec<u8> {
    let mut framed = Zeroizing::new(Vec::new());
    for item in items.sent.iter().chain(&items.unsent) {
        append_frame(&mut framed, item);
    }
    let counts = [framed.len(), items.sent.len()].map(|count| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        count.to_be_bytes()
    });
    let mut plain = Zeroizing::new([counts.concat(), framed.to_vec()].concat());
    let whole = padded(plain.len().max(FLOOR));
    plain.resize(whole, 0);
    let nonce = random(rng);
    let head = ParcelHead {
        agency,
        epoch,
        nonce,
    };
    let head = head.to_bytes();
    let key = derive(key.expose(), &nonce, LABEL);
    let sealed = seal(&key, &nonce, &head, &plain);
    [head, sealed].concat()
}

/// The items of a parcel, by the keys of the agency's group.
///
/// # Errors
/// See [`OpenParcelError`].
pub fn open_parcel(
    agency: AgencyId,
    group: GroupId,
    keyring: &GroupKeyring,
    bytes: &[u8],
) -> Result<Parcel<Vec<u8>>, OpenParcelError> {
    let (head, sealed) = ParcelHead::parse(bytes)?;
    if head.agency != agency {
        return Err(OpenParcelError::OtherAgency);
    }
    let Some(key) = keyring.get(group, head.epoch) else {
        let newest = keyring.newest(group).map_or(0, |(epoch, _)| epoch);
        return Err(if head.epoch > newest {
            OpenParcelError::KeyNotHere(head.epoch)
        } else {
            OpenParcelError::KeyGone(head.epoch)
        });
    };
    let key = derive(key.expose(), &head.nonce, LABEL);
    let aad = head.to_bytes();
    let plain = open(&key, &head.nonce, &aad, sealed).map_err(|_| OpenParcelError::Damaged)?;
    items(&plain).ok_or(OpenParcelError::Damaged)
}

fn items(plain: &[u8]) -> Option<Parcel<Vec<u8>>> {
    let (length, rest) = plain.split_first_chunk()?;
    let (sent, rest) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let sent = usize::try_from(u32::from_be_bytes(*sent)).ok()?;
    let (body, padding) = rest.split_at_checked(length)?;
    if padding.iter().any(|byte| *byte != 0) {
        return None;
    }
    let frames = split_frames(body, MAX_PARCEL_ITEMS, MAX_SNAPSHOT_ITEM_BYTES).ok()?;
    let mut items: Vec<Vec<u8>> = frames.into_iter().map(<[u8]>::to_vec).collect();
    if sent > items.len() {
        return None;
    }
    let unsent = items.split_off(sent);
    Some(Parcel {
        sent: items,
        unsent,
    })
}

/// How many bytes of a parcel's room an item takes.
pub const fn parcel_cost(item: usize) -> usize {
    framed_length(item)
}
