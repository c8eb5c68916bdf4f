//! When a reader may be spared an item because a snapshot stands for it.

use std::collections::BTreeSet;

use handrail_protocol::id::{DocumentKeyId, GroupId};

use crate::storage::{Covers, ItemRow, SnapshotRow, Stream, Wrapped};

/// How many of a document's newest snapshots are looked at.
pub const SNAPSHOTS_LOOKED_AT: usize = 32;

/// Whether a reader whose cursor stands at `after` may be spared `row`.
///
/// `wraps` are the wraps that `row` carries; `snapshots` are the document's newest
/// snapshots; `mine` tells whether a group is the reader's, `sees` whether the reader
/// sees items under a key.
///
/// An item is spared only for a snapshot that stands after it and that this reader will
/// still be given (what comes after a snapshot cannot be inside it, whatever it says), that
/// names the item's counter, and that brings the reader every key the item brings them (or they
/// could not open it). A snapshot is spared only for a later one that covers all it covers. So,
/// by induction over the order, everything spared is inside something given.
pub fn is_spared(
    row: &ItemRow,
    wraps: &[Wrapped],
    snapshots: &[SnapshotRow],
    after: u64,
    mine: impl Fn(&GroupId) -> bool,
    mut sees: impl FnMut(DocumentKeyId) -> bool,
) -> bool {
    let own = snapshots
        .iter()
        .find(|snapshot| snapshot.sequence == row.sequence);
    snapshots.iter().any(|snapshot| {
        snapshot.sequence > after
            && snapshot.sequence > row.sequence
            && covers(snapshot, row.stream, row.n)
            && wraps
                .iter()
                .filter(|wrap| mine(&wrap.group))
                .all(|wrap| brings(snapshot, wrap.key, &mine))
            && (!row.snapshot || own.is_some_and(|own| supersedes(snapshot, own)))
            && sees(snapshot.key)
    })
}

fn brings(snapshot: &SnapshotRow, key: DocumentKeyId, mine: &impl Fn(&GroupId) -> bool) -> bool {
    snapshot
        .wraps
        .iter()
        .any(|wrap| wrap.key == key && mine(&wrap.group))
}

pub(super) fn covers(snapshot: &SnapshotRow, stream: Stream, n: u64) -> bool {
    let key = (stream.device, stream.incarnation);
    snapshot
        .covers
        .binary_search_by_key(&key, |cover| (cover.device, cover.incarnation))
        .is_ok_and(|found| snapshot.covers.get(found).is_some_and(|cover| n <= cover.n))
}

pub(super) fn supersedes(later: &SnapshotRow, earlier: &SnapshotRow) -> bool {
    let within = |cover: &Covers| {
        let same =
            |mine: &&Covers| (mine.device, mine.incarnation) == (cover.device, cover.incarnation);
        later
            .covers
            .iter()
            .find(same)
            .is_some_and(|mine| cover.n <= mine.n)
    };
    later.sequence > earlier.sequence && earlier.covers.iter().all(within)
}

/// Sorts and removes doubles: storage takes sets.
pub fn as_set<T: Ord>(list: impl IntoIterator<Item = T>) -> Vec<T> {
    list.into_iter()
        .collect::<BTreeSet<T>>()
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use handrail_protocol::id::{DeviceId, DocumentId, Incarnation};

    use super::*;
    use crate::storage::FeedHead;

    const KEY: DocumentKeyId = DocumentKeyId::from_bytes([7; 16]);

    fn device(name: u8) -> DeviceId {
        DeviceId::from_bytes([name; 16])
    }

    fn row(sequence: u64, writer: u8, n: u64, snapshot: bool) -> ItemRow {
        let stream = Stream {
            document: DocumentId::from_bytes([1; 16]),
            device: device(writer),
            incarnation: Incarnation::from_bytes([0; 16]),
        };
        ItemRow {
            sequence,
            head: FeedHead::from_bytes([0; 32]),
            stream,
            n,
            key: KEY,
            snapshot,
            has_wraps: false,
            tombstone: false,
            receipt: false,
            length: 9,
        }
    }

    fn snapshot(sequence: u64, covers: &[(u8, u64)]) -> SnapshotRow {
        let covers = covers
            .iter()
            .map(|(writer, n)| Covers {
                device: device(*writer),
                incarnation: Incarnation::from_bytes([0; 16]),
                n: *n,
            })
            .collect();
        SnapshotRow {
            sequence,
            id: handrail_protocol::ItemId::from_bytes([9; 32]),
            writer: device(1),
            at_ms: 0,
            key: KEY,
            covers,
            wraps: Vec::new(),
        }
    }

    #[test]
    fn only_what_the_snapshot_names_is_spared() {
        let snapshots = [snapshot(10, &[(1, 3)])];
        assert!(is_spared(
            &row(2, 1, 3, false),
            &[],
            &snapshots,
            0,
            |_| true,
            |_| { true }
        ));
        assert!(!is_spared(
            &row(3, 1, 4, false),
            &[],
            &snapshots,
            0,
            |_| true,
            |_| { true }
        ));
        assert!(!is_spared(
            &row(4, 2, 1, false),
            &[],
            &snapshots,
            0,
            |_| true,
            |_| { true }
        ));
    }

    #[test]
    fn only_items_before_the_snapshot_are_spared_and_only_while_it_is_ahead() {
        let snapshots = [snapshot(10, &[(1, 3)])];
        let spared = |sequence, after| {
            let row = row(sequence, 1, 2, false);
            is_spared(&row, &[], &snapshots, after, |_| true, |_| true)
        };
        assert!(spared(9, 8));
        assert!(!spared(9, 10), "the reader has passed the snapshot");
        assert!(!spared(12, 8), "it cannot be inside the snapshot");
    }

    #[test]
    fn a_snapshot_the_reader_cannot_see_spares_nothing() {
        let snapshots = [snapshot(10, &[(1, 3)])];
        assert!(!is_spared(
            &row(2, 1, 3, false),
            &[],
            &snapshots,
            0,
            |_| true,
            |_| { false }
        ));
    }

    #[test]
    fn an_item_whose_wraps_the_snapshot_lacks_is_given() {
        let wrap = Wrapped {
            group: GroupId::from_bytes([3; 16]),
            key: KEY,
        };
        let mut with = snapshot(10, &[(1, 3)]);
        assert!(!is_spared(
            &row(2, 1, 1, false),
            &[wrap],
            &[with.clone()],
            0,
            |_| true,
            |_| true
        ));
        with.wraps.push(wrap);
        assert!(is_spared(
            &row(2, 1, 1, false),
            &[wrap],
            &[with],
            0,
            |_| true,
            |_| { true }
        ));
    }

    #[test]
    fn a_snapshot_gives_way_only_to_a_later_one_that_covers_as_much() {
        let first = snapshot(5, &[(1, 3), (2, 2)]);
        let less = snapshot(9, &[(1, 4)]);
        let more = snapshot(10, &[(1, 4), (2, 2)]);
        let own = row(5, 1, 4, true);
        assert!(!is_spared(
            &own,
            &[],
            &[less, first.clone()],
            0,
            |_| true,
            |_| true
        ));
        assert!(is_spared(&own, &[], &[more, first], 0, |_| true, |_| true));
    }

    #[test]
    fn two_snapshots_that_cover_each_other_are_not_both_spared() {
        let both = [
            snapshot(6, &[(1, 9), (2, 9)]),
            snapshot(5, &[(1, 9), (2, 9)]),
        ];
        assert!(is_spared(
            &row(5, 1, 4, true),
            &[],
            &both,
            0,
            |_| true,
            |_| true
        ));
        assert!(!is_spared(
            &row(6, 2, 4, true),
            &[],
            &both,
            0,
            |_| true,
            |_| true
        ));
    }
}
