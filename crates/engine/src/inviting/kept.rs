//! Where wishes about invitations are kept until the relay has taken them.

use handrail_protocol::{GroupId, InvitationId};
use handrail_store::{Read, StoreError, Tx};

use crate::kept::ids;

pub(super) const WITHDRAWALS: &str = "withdrawals";

pub(super) fn withdrawals(read: &Read<'_>) -> Result<Vec<InvitationId>, StoreError> {
    ids(read, WITHDRAWALS, InvitationId::from_slice)
}

pub(super) fn forget_withdrawal(tx: &Tx<'_>) -> Result<(), StoreError> {
    let rest: Vec<u8> = withdrawals(tx)?
        .iter()
        .skip(1)
        .flat_map(|id| *id.as_bytes())
        .collect();
    tx.set_meta(WITHDRAWALS, &rest)
}

pub(super) fn caseload_key(group: &GroupId) -> String {
    format!("caseload_wanted:{group}")
}

/// Where the link of an invitation is kept.
pub fn link_key(invitation: &InvitationId) -> String {
    format!("invitation:{invitation}")
}
