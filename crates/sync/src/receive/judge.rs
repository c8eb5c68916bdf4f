//! What an item is worth before anything of the page is kept.

use handrail_protocol::{ItemId, VerifiedItem};

use crate::verify::{Refusal, check_item, is_handled};
use crate::{QuarantineReason, StoreFault, SyncTx};

/// One item's standing.
#[derive(Debug)]
pub(super) enum Judgement {
    /// Held already, applied or aside.
    Known(ItemId),
    /// May count.
    Good(Box<VerifiedItem>),
    /// May have been damaged on its way, or needs a newer roster.
    Doubtful {
        id: ItemId,
        bytes: Vec<u8>,
        needs_roster: bool,
        reason: QuarantineReason,
    },
    /// Will not count.
    Aside {
        id: ItemId,
        bytes: Vec<u8>,
        reason: QuarantineReason,
    },
}

pub(super) fn judge(tx: &mut dyn SyncTx, bytes: &[u8]) -> Result<Judgement, StoreFault> {
    let id = ItemId::of(bytes);
    if tx.item(&id)?.is_some() || tx.is_quarantined(&id)? {
        return Ok(Judgement::Known(id));
    }
    judge_unknown(tx, id, bytes)
}

/// As [`judge`], for an item that was kept aside.
pub(super) fn judge_unknown(
    tx: &mut dyn SyncTx,
    id: ItemId,
    bytes: &[u8],
) -> Result<Judgement, StoreFault> {
    let Some(identity) = tx.identity()? else {
        return Err(StoreFault::Failed(
            "items came before this device had an agency".into(),
        ));
    };
    let roster = tx.roster()?;
    Ok(match check_item(&roster, &identity.agency, bytes) {
        Ok(item) if is_handled(item.header()) => Judgement::Good(Box::new(item)),
        Ok(_) => Judgement::Aside {
            id,
            bytes: bytes.to_vec(),
            reason: QuarantineReason::NewerFormat,
        },
        Err(Refusal::Never(reason)) => Judgement::Aside {
            id,
            bytes: bytes.to_vec(),
            reason,
        },
        Err(refusal) => Judgement::Doubtful {
            id,
            bytes: bytes.to_vec(),
            needs_roster: matches!(refusal, Refusal::RosterAhead(_)),
            reason: refusal.reason(),
        },
    })
}
