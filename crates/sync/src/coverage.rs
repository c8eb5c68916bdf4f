//! When a snapshot is worth its bytes, and what it stands for.

use handrail_protocol::item::SnapshotCover;

use crate::{Chain, Reach};

/// A document is not worth a snapshot below this many bytes of changes.
pub const LEAST_BYTES: u64 = 64 * 1024;

/// What a document has cost so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DocumentCost {
    /// Bytes of change items that no snapshot covers.
    pub change_bytes: u64,
    /// Bytes of the newest snapshot; 0 without one.
    pub snapshot_bytes: u64,
}

/// Whether to write a snapshot: the changes since the last one are more than
/// [`LEAST_BYTES`] and at least as many bytes as that one, and this device has
/// everything that the relay has.
pub fn snapshot_due(cost: DocumentCost, caught_up: bool) -> bool {
    caught_up && cost.change_bytes > LEAST_BYTES && cost.change_bytes >= cost.snapshot_bytes
}

/// What a snapshot of a document with these reaches stands for: each chain up
/// to its last item without a gap, ascending.
pub fn covers(reaches: &[(Chain, Reach)]) -> Vec<SnapshotCover> {
    let mut covers: Vec<SnapshotCover> = reaches
        .iter()
        .filter(|(_, reach)| reach.n > 0)
        .map(|(chain, reach)| SnapshotCover {
            device: chain.device,
            incarnation: chain.incarnation,
            n: reach.n,
        })
        .collect();
    covers.sort_unstable();
    covers
}

#[cfg(test)]
mod tests {
    use super::*;
    use handrail_protocol::{DeviceId, DocumentId, Incarnation};

    fn chain(device: u8) -> Chain {
        Chain {
            document: DocumentId::from_bytes([1; 16]),
            device: DeviceId::from_bytes([device; 16]),
            incarnation: Incarnation::from_bytes([7; 16]),
        }
    }

    #[test]
    fn a_snapshot_waits_for_enough_changes_and_for_the_last_page() {
        assert_eq!(LEAST_BYTES, 65_536);
        let cost = DocumentCost {
            change_bytes: LEAST_BYTES + 1,
            snapshot_bytes: 10,
        };
        assert!(snapshot_due(cost, true));
        assert!(!snapshot_due(cost, false));
        assert!(!snapshot_due(
            DocumentCost {
                change_bytes: LEAST_BYTES,
                ..cost
            },
            true
        ));
        assert!(!snapshot_due(
            DocumentCost {
                snapshot_bytes: LEAST_BYTES * 2,
                ..cost
            },
            true
        ));
    }

    #[test]
    fn coverage_is_ascending_and_leaves_out_chains_without_items() {
        let reaches = [
            (chain(3), Reach::covered(4)),
            (chain(2), Reach::NOTHING),
            (chain(1), Reach::covered(2)),
        ];
        let found: Vec<(DeviceId, u64)> = covers(&reaches)
            .iter()
            .map(|cover| (cover.device, cover.n))
            .collect();
        assert_eq!(
            found,
            vec![
                (DeviceId::from_bytes([1; 16]), 2),
                (DeviceId::from_bytes([3; 16]), 4)
            ]
        );
    }
}
