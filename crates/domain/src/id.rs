//! Identifiers: sixteen bytes each, one type per thing, so that they cannot be mixed up.

use crate::time::Timestamp;
use rand_core::Rng;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use ulid::Ulid;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name([u8; 16]);

        impl $name {
            /// From its sixteen bytes.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// Its sixteen bytes.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }

            /// Sixteen fresh random bytes.
            pub fn random<R: Rng + ?Sized>(rng: &mut R) -> Self {
                let mut bytes = [0; 16];
                rng.fill_bytes(&mut bytes);
                Self(bytes)
            }
        }

        /// Thirty-two lower-case hexadecimal digits.
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{:032x}", u128::from_be_bytes(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
                if text.len() != 32 || !text.bytes().all(lower_hex) {
                    return Err(IdError);
                }
                u128::from_str_radix(text, 16)
                    .map(|number| Self(number.to_be_bytes()))
                    .map_err(|_| IdError)
            }
        }
    };
}

identifier! {
    /// The person that a participant document is about; the same bytes as the document's id.
    ParticipantId
}
identifier! {
    /// A person who works with the agency.
    MemberId
}
identifier! {
    /// A phone or computer of a member.
    DeviceId
}
identifier! {
    /// One opening of a device's database; a restored copy gets a new one.
    Incarnation
}
/// A record inside a document: a ULID, so ids sort by the time they were made, as far as clocks were right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordId([u8; 16]);

impl RecordId {
    /// A fresh id for a record made now. Clocks before 1970 or beyond year 10889 are cut to that
    /// range; the eighty random bits keep ids apart.
    pub fn new<R: Rng + ?Sized>(now: Timestamp, rng: &mut R) -> Self {
        const LATEST: u64 = (1 << 48) - 1;
        let millis = u64::try_from(now.millis()).unwrap_or(0).min(LATEST);
        let random = (u128::from(rng.next_u64()) << 64) | u128::from(rng.next_u64());
        Self(Ulid::from_parts(millis, random).to_bytes())
    }

    /// From its sixteen bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its sixteen bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// Twenty-six characters of Crockford's base 32.
impl fmt::Display for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Ulid::from_bytes(self.0).to_string())
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RecordId({self})")
    }
}

impl FromStr for RecordId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let id = Ulid::from_string(text).map_err(|_| IdError)?;
        // One spelling per id: lower case and overflowing first digits are other people's.
        if id.to_string() == text {
            Ok(Self(id.to_bytes()))
        } else {
            Err(IdError)
        }
    }
}

/// The text is not an identifier of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a valid identifier")]
pub struct IdError;

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn ids_are_read_back_from_their_text() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let device = DeviceId::random(&mut rng);
        assert_eq!(device.to_string().parse(), Ok(device));
        let record = RecordId::new(Timestamp::from_millis(1_770_000_000_000), &mut rng);
        assert_eq!(record.to_string().len(), 26);
        assert_eq!(record.to_string().parse(), Ok(record));
        for wrong in ["", "zz", &"F".repeat(32), &"0".repeat(31)] {
            assert_eq!(wrong.parse::<DeviceId>(), Err(IdError));
            assert_eq!(wrong.parse::<RecordId>(), Err(IdError));
        }
    }

    #[test]
    fn records_made_at_any_clock_have_different_ids() {
        let mut rng = ChaCha8Rng::seed_from_u64(2);
        let clocks = [i64::MIN, -1, 0, 0, 1_770_000_000_000, i64::MAX, i64::MAX];
        let ids: std::collections::BTreeSet<_> = clocks
            .into_iter()
            .map(|clock| RecordId::new(Timestamp::from_millis(clock), &mut rng))
            .collect();
        assert_eq!(ids.len(), clocks.len());
    }

    #[test]
    fn later_records_sort_later() {
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        let early = RecordId::new(Timestamp::from_millis(1_000), &mut rng);
        let late = RecordId::new(Timestamp::from_millis(2_000), &mut rng);
        assert!(early < late && early.to_string() < late.to_string());
    }
}
