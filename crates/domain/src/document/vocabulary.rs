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

/// Whether a change does nothing but add records to one root map: each new, of the kind that
/// `kind` says under its name, and with no other field than that and `field`.
pub(super) fn only_adds(change: &Change, map: &str, kind: (&str, &str), field: &str) -> bool {
    let (name, said) = kind;
    let expanded = change.decode();
    let (mut made, mut said_kind) = (0_usize, 0_usize);
    let all_new = expanded.operations.iter().all(|operation| {
        if !operation.pred.is_empty() {
            return false;
        }
        let Key::Map(key) = &operation.key else {
            return false;
        };
        let ObjectId::Id(object) = &operation.obj else {
            return false;
        };
        match &operation.action {
            OpType::Make(_) => {
                made += 1;
                format!("{}@{}", object.counter(), object.actor()) == map
            }
            OpType::Put(value) if object.actor() == change.actor_id() => {
                let is_kind = key.as_str() == name;
                said_kind += usize::from(is_kind);
                object.counter() >= change.start_op().get()
                    && (!is_kind || matches!(value, ScalarValue::Str(text) if text == said))
                    && (is_kind || key.as_str() == field)
            }
            _ => false,
        }
    });
    all_new && made == said_kind
}

fn comes_before(earlier: &OpId, own: &OpId) -> bool {
    earlier.counter() > 0 && earlier.counter() < own.counter()
}

/// Whether writing it anew gives the same bytes: a second spelling can hide what the first does not show.
fn is_canonical(change: &Change, expanded: ExpandedChange) -> bool {
    Change::from(expanded).raw_bytes() == change.raw_bytes()
}
