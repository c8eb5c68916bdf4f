//! From operations to a signed entry.

use handrail_protocol::roster::{GroupNeed, RosterBody, encode_entry, roster_signing_message};
use handrail_protocol::{AgencyId, GroupId, Operation, RosterError, RosterState};
use rand_core::CryptoRng;

use crate::keyring::{GroupKeyring, HeldGroupKey, seal_previous, wrap_group_key};
use crate::seal::DoesNotOpen;
use crate::secret::{GroupKey, Holder};

/// Why an entry cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// Readers would refuse it.
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// A key has to be passed on that this device does not hold.
    #[error(
        "this device does not hold key {epoch} of group {group}; ask a member of the group to do it"
    )]
    NoGroupKey { group: GroupId, epoch: u32 },
    /// A recipient's public key cannot be sealed to.
    #[error("a key cannot be sealed to one of its recipients")]
    Seal,
}

impl From<DoesNotOpen> for DraftError {
    fn from(_: DoesNotOpen) -> Self {
        Self::Seal
    }
}

/// Where entries are written: the roster as known, who signs, and their keys.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub state: &'a RosterState,
    pub signer: Holder<'a>,
    pub keyring: &'a GroupKeyring,
}

/// An entry that is ready for the relay. It counts when the relay has taken
/// it; until then another entry may come first, and this one is to be drafted
/// anew on the newer state.
pub struct DraftedEntry {
    pub entry: Vec<u8>,
    /// The roster with the entry.
    pub state: RosterState,
    /// Keys made by the entry, to be added to the keyring once it counts.
    pub keys: Vec<HeldGroupKey>,
}

/// Signs an entry with these operations, completed by the new epochs and wraps
/// that they call for.
pub fn draft_entry(
    desk: &Desk<'_>,
    mut operations: Vec<Operation>,
    rng: &mut impl CryptoRng,
) -> Result<DraftedEntry, DraftError> {
    let Desk {
        state,
        signer,
        keyring,
    } = *desk;
    let mut keys = Vec::new();
    for need in state.needs(signer.signer(), &operations)? {
        let made = complete(state.agency(), &need, keyring, &mut operations, rng)?;
        keys.extend(made);
    }
    let head = state.head();
    let body = RosterBody {
        agency: state.agency(),
        n: head.n + 1,
        previous: Some(head.hash),
        signer: signer.signer(),
        operations,
    };
    let entry = sign_entry(&body, signer)?;
    let mut state = state.clone();
    state.apply(&entry)?;
    Ok(DraftedEntry { entry, state, keys })
}

/// Appends what one group needs; the answer is the key, if it was made here.
fn complete(
    agency: AgencyId,
    need: &GroupNeed,
    keyring: &GroupKeyring,
    operations: &mut Vec<Operation>,
    rng: &mut impl CryptoRng,
) -> Result<Option<HeldGroupKey>, DraftError> {
    let GroupNeed { group, epoch, .. } = *need;
    let held = |epoch| {
        keyring
            .get(group, epoch)
            .ok_or(DraftError::NoGroupKey { group, epoch })
    };
    let made = if need.new_group || need.new_epoch {
        Some(GroupKey::generate(rng))
    } else {
        None
    };
    if let (Some(key), true) = (&made, need.new_epoch) {
        let previous = seal_previous(agency, (group, epoch), key, held(epoch - 1)?, rng);
        operations.push(Operation::NewEpoch {
            group,
            epoch,
            previous: Some(previous),
        });
    }
    let key = match &made {
        Some(key) => key,
        None => held(epoch)?,
    };
    let recipients = need
        .recipients
        .iter()
        .map(|(recipient, to)| wrap_group_key(agency, (group, epoch), key, *recipient, to, rng))
        .collect::<Result<_, _>>()?;
    operations.push(Operation::Wrap {
        group,
        epoch,
        recipients,
        key: key.id(),
    });
    Ok(made.map(|key| HeldGroupKey { group, epoch, key }))
}

/// Signs a body as it stands.
pub(crate) fn sign_entry(body: &RosterBody, signer: Holder<'_>) -> Result<Vec<u8>, RosterError> {
    let bytes = body.encode();
    let signature = signer.pair().sign(&roster_signing_message(&bytes));
    encode_entry(&bytes, &signature)
}
