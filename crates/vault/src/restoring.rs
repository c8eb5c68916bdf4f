//! Bringing an administrator back with the recovery kit, without trusting the
//! relay.

use handrail_protocol::{MemberId, Operation, RosterState};
use rand_core::CryptoRng;

use crate::agency::{Desk, DraftError, draft_entry};
use crate::joining::Joined;
use crate::keyring::GroupKeyring;
use crate::secret::{DeviceSecret, Holder, RootKeys};

/// Why a recovery kit gives nobody a device.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// The roster's root is not the one of the kit.
    #[error("the server gave the roster of another agency; do not go on")]
    OtherAgency,
    /// Only an active administrator can be brought back this way: everybody
    /// else is invited by one.
    #[error("this member is no administrator of the agency")]
    NotAnAdministrator(MemberId),
    #[error(transparent)]
    Draft(#[from] DraftError),
}

/// Gives an active administrator another device, in an entry signed by the
/// root with every key that the member's devices hold. Rule 5 of the roster
/// sees to it that there is such a member. When the relay answers that another
/// entry came first, call it again with the newer roster and the same device.
pub fn restore_administrator(
    state: &RosterState,
    root: &RootKeys,
    member: MemberId,
    device: &DeviceSecret,
    rng: &mut impl CryptoRng,
) -> Result<Joined, RestoreError> {
    if state.root() != &root.sign_public() || state.agency() != root.agency() {
        return Err(RestoreError::OtherAgency);
    }
    let record = state
        .member(&member)
        .filter(|record| record.active && record.administrator)
        .ok_or(RestoreError::NotAnAdministrator(member))?;
    let mut every_key = GroupKeyring::new();
    every_key.learn(state, Holder::Root(root));
    let desk = Desk {
        state,
        signer: Holder::Root(root),
        keyring: &every_key,
    };
    let add = Operation::AddDevice {
        sign: device.sign_public(),
        hpke: device.hpke_public(),
        member,
    };
    let drafted = draft_entry(&desk, vec![add], rng)?;
    // The device holds what its member may read, not what the kit can open.
    let mut keyring = GroupKeyring::new();
    keyring.learn(&drafted.state, Holder::Device(device));
    Ok(Joined {
        drafted,
        member,
        role: record.role,
        administrator: true,
        keyring,
    })
}
