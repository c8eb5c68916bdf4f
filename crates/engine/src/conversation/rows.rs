//! Between rows of the store and words of the machine.

use handrail_protocol::{
    DeviceId, DocumentId, DocumentKeyId, Incarnation, ItemHeader, ItemId, RosterState,
};
use handrail_store::{ItemCost, NewItem, PendingRow, ReceiptRow, StoreError, Tx, Writer};
use handrail_sync::coverage::DocumentCost;
use handrail_sync::{Chain, Forgetting, PendingChange, Reach, StoreFault};
use handrail_vault::GroupKeyring;

pub type Outcome<T> = Result<T, StoreFault>;

/// A store error in the machine's terms.
pub fn fault(error: &StoreError) -> StoreFault {
    match error {
        StoreError::Full => StoreFault::Full,
        other => StoreFault::Failed(other.to_string()),
    }
}

pub fn ok<T>(result: Result<T, StoreError>) -> Outcome<T> {
    result.map_err(|error| fault(&error))
}

pub fn writer(chain: &Chain, reach: &Reach) -> Writer {
    Writer {
        document: chain.document,
        device: chain.device,
        incarnation: chain.incarnation,
        n: reach.n,
        last: reach.last,
    }
}

pub fn chain(row: &Writer) -> Chain {
    chain_of(row.document, row.device, row.incarnation)
}

pub fn chain_of(document: DocumentId, device: DeviceId, incarnation: Incarnation) -> Chain {
    Chain {
        document,
        device,
        incarnation,
    }
}

pub fn document_cost(cost: &ItemCost) -> (DocumentId, DocumentCost) {
    let of = DocumentCost {
        change_bytes: cost.change_bytes,
        snapshot_bytes: cost.snapshot_bytes,
    };
    (cost.document, of)
}

/// How far an order to forget was carried out here.
pub fn forgetting(done: bool) -> Forgetting {
    if done {
        Forgetting::Done
    } else {
        Forgetting::Ordered
    }
}

pub fn pending(row: PendingRow) -> PendingChange {
    PendingChange {
        hash: row.hash,
        bytes: row.bytes,
    }
}

/// An item as it is written.
pub fn row_of<'a>(
    header: &ItemHeader,
    id: &ItemId,
    bytes: &'a [u8],
    seq: Option<u64>,
    at: i64,
) -> NewItem<'a> {
    NewItem {
        id: *id,
        document: header.document,
        kind: header.kind.number(),
        device: header.writer,
        incarnation: header.incarnation,
        n: header.n,
        prev: header.previous,
        seq,
        bytes,
        received_at: at,
    }
}

/// From the first on, as long as their bytes fit; the first in any case.
pub fn within<T>(rows: Vec<T>, max_bytes: usize, bytes: impl Fn(&T) -> usize) -> Vec<T> {
    let mut left = max_bytes;
    let mut taken = Vec::new();
    for row in rows {
        let size = bytes(&row);
        if !taken.is_empty() && size > left {
            break;
        }
        left = left.saturating_sub(size);
        taken.push(row);
    }
    taken
}

/// A receipt as it is written.
pub fn receipt(by: &DeviceId, of: &Chain, n: u64, at: i64) -> ReceiptRow {
    ReceiptRow {
        by: *by,
        document: of.document,
        device: of.device,
        incarnation: of.incarnation,
        n,
        at,
    }
}

/// How far a chain goes.
pub fn reach(row: &Writer) -> Reach {
    Reach {
        n: row.n,
        last: row.last,
    }
}

/// Keys held that are not known to be wrapped to whoever should have them.
pub fn ungranted(
    tx: &Tx<'_>,
    roster: &RosterState,
    keyring: &GroupKeyring,
) -> Result<Vec<(DocumentId, DocumentKeyId)>, StoreError> {
    let mut found = tx.ungranted_keys()?;
    // Of a group that began anew, all that is still needed.
    for (group, record) in roster.groups() {
        if record.anew.is_some() && keyring.get(group, record.epoch).is_some() {
            found.extend(tx.keys_wrapped_before(&group, record.first_epoch())?);
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Chains of which others hold more than `own` does, with the most that was said.
pub fn vouched_beyond(tx: &Tx<'_>, own: &DeviceId) -> Result<Vec<(Chain, u64)>, StoreError> {
    let found = tx.vouched_beyond(own)?;
    Ok(found
        .iter()
        .map(|vouched| {
            let chain = chain_of(vouched.document, vouched.device, vouched.incarnation);
            (chain, vouched.n)
        })
        .collect())
}

/// What a device has said that it holds.
pub fn receipted_by(tx: &Tx<'_>, by: &DeviceId) -> Result<Vec<(Chain, u64)>, StoreError> {
    let rows = tx.receipts_by(by)?;
    Ok(rows
        .iter()
        .map(|row| (chain_of(row.document, row.device, row.incarnation), row.n))
        .collect())
}
