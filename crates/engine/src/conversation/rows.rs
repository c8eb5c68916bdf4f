//! Between rows of the store and words of the machine.

use handrail_protocol::{DeviceId, DocumentId, Incarnation};
use handrail_store::{ItemCost, StoreError, Writer};
use handrail_sync::coverage::DocumentCost;
use handrail_sync::{Chain, Reach, StoreFault};

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
