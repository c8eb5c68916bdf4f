//! New keys that do not open the old ones, so that what was forgotten cannot be opened any more.

use handrail_protocol::{GroupId, Operation};
use rand_core::CryptoRng;

use super::{Desk, DraftError, DraftedEntry, draft_entry};
use crate::keyring::{GroupKeyring, HeldGroupKey};
use crate::secret::{DeviceSecret, GroupKey};

/// Lets groups begin anew: each gets a key that is not followed from the one before. Whoever holds
/// the old keys goes on reading what they open until they are thrown away.
pub fn begin_anew(
    desk: &Desk<'_>,
    groups: &[GroupId],
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    let mut keyring = GroupKeyring::new();
    let mut operations = Vec::new();
    let mut made = Vec::new();
    for group in groups {
        let epoch = desk.state.group(group).map_or(0, |record| record.epoch) + 1;
        let key = GroupKey::generate(rng);
        let held = |key| HeldGroupKey {
            group: *group,
            epoch,
            key,
        };
        keyring.insert(held(GroupKey::from_bytes(*key.expose())));
        made.push(held(key));
        operations.push(Operation::NewEpoch {
            group: *group,
            epoch,
            previous: None,
        });
    }
    let desk = Desk {
        keyring: &keyring,
        ..*desk
    };
    let mut drafted = draft_entry(&desk, operations, rng)?;
    drafted.keys = made;
    Ok(drafted)
}

/// Puts the HPKE key of `renewed` in the place of the signing device's.
pub fn renew_key(
    desk: &Desk<'_>,
    renewed: &DeviceSecret,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    let operation = Operation::RenewKey {
        device: renewed.id(),
        hpke: renewed.hpke_public(),
    };
    draft_entry(desk, vec![operation], rng)
}
