//! What a change may say. Documents use a small part of what Automerge can do: maps, scalars in
//! them, and nothing is ever deleted. Anything else is not from this app, and the less of the
//! document engine foreign bytes can reach, the better.

use crate::time::Timestamp;
use automerge::legacy::{Key, ObjectId, Op, OpId, OpType};
use automerge::{Change, ExpandedChange, ObjType, ScalarValue};

/// The document engine does sums with counters and does not look whether they overflow.
const MOST: u64 = 1 << 40;

/// Whether a change says only what this app says, in the one way in which it would write it.
pub(super) fn is_ours(change: &Change) -> bool {
    has_our_frame(change) && {
        let expanded = change.decode();
        operations_are_ours(change, &expanded) && is_canonical(change, expanded)
    }
}

/// Whether a change says only what this app says; for changes that were just written anew.
pub(super) fn says_ours(change: &Change) -> bool {
    has_our_frame(change) && operations_are_ours(change, &change.decode())
}

/// Whether time, numbers and message are such as this app gives.
fn has_our_frame(change: &Change) -> bool {
    let time = Timestamp::from_millis(change.timestamp());
    let Some(last) = change.start_op().get().checked_add(change.len() as u64) else {
        return false;
    };
    time == time.within_years() && change.seq() < MOST && last < MOST && change.message().is_none()
}

fn operations_are_ours(change: &Change, expanded: &ExpandedChange) -> bool {
    let numbers = change.start_op().get()..;
    numbers
        .zip(&expanded.operations)
        .all(|(number, operation)| {
            let own = OpId::new(number, change.actor_id());
            operation_is_ours(operation, &own)
        })
}

fn operation_is_ours(operation: &Op, own: &OpId) -> bool {
    let says = match &operation.action {
        OpType::Make(kind) => *kind == ObjType::Map,
        OpType::Put(value) => {
            !matches!(value, ScalarValue::Counter(_) | ScalarValue::Unknown { .. })
        }
        _ => false,
    };
    let place = match (&operation.obj, &operation.key) {
        (ObjectId::Root, Key::Map(_)) => true,
        (ObjectId::Id(object), Key::Map(_)) => comes_before(object, own),
        (_, Key::Seq(_)) => false,
    };
    says && place
        && !operation.insert
        && operation
            .pred
            .iter()
            .all(|earlier| comes_before(earlier, own))
}

fn comes_before(earlier: &OpId, own: &OpId) -> bool {
    earlier.counter() > 0 && earlier.counter() < own.counter()
}

/// Whether writing it anew gives the same bytes: a second spelling can hide what the first does not show.
fn is_canonical(change: &Change, expanded: ExpandedChange) -> bool {
    Change::from(expanded).raw_bytes() == change.raw_bytes()
}
