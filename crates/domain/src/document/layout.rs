//! The root maps of each kind of document, and the genesis change that makes them.

use super::touched::RecordRef;
use automerge::Automerge;

/// A kind of document: participant, caseload or agency.
pub trait Kind: sealed::Shaped {}
impl<K: sealed::Shaped> Kind for K {}

pub(super) mod sealed {
    use super::{Layout, Place, RecordRef};

    /// Only the kinds of this crate exist.
    pub trait Shaped {
        /// The root maps and the genesis change.
        const LAYOUT: Layout;

        /// The index of the root map that statements stand in.
        const STATEMENTS: usize;

        /// The record at `key` of the root map with this index.
        fn record(map: usize, key: &str) -> Option<RecordRef>;

        /// Where a record is; `None` when documents of this kind have no such record.
        fn place(record: &RecordRef) -> Option<Place>;
    }
}

/// How a kind of document is laid out.
pub struct Layout {
    /// The name of the kind, as the document holds it.
    pub(super) kind: &'static str,
    /// The genesis change.
    pub(super) genesis: &'static [u8],
    /// SHA-256 of the genesis change.
    pub(super) genesis_hash: [u8; 32],
    /// The root maps in the order in which genesis makes them.
    pub(super) maps: &'static [(&'static str, Shape)],
}

/// What a root map holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The fields of one record.
    Record,
    /// Records by their id.
    Records,
    /// One name per key.
    Names,
    /// Members of a set by their text; present or not.
    Set,
    /// Kept for records of a later version.
    Reserved,
}

/// Where a record is in the document.
pub struct Place {
    /// The index of the root map.
    pub(super) map: usize,
    /// What in that map.
    pub(super) entry: Entry,
}

/// What in a root map.
pub(super) enum Entry {
    /// The map is the record.
    Whole,
    /// The record at this key.
    Record(String),
    /// The name at this key.
    Name(String),
}

/// The actor that writes genesis changes and nothing else.
pub(super) const GENESIS_ACTOR: [u8; 16] = [0; 16];

/// Genesis writes `kind` and `schema` first; maps follow.
const OPERATIONS_BEFORE_MAPS: usize = 2;

/// The object id of a root map, as Automerge writes it.
pub(super) fn map_object(index: usize) -> String {
    format!(
        "{}@{:032x}",
        index + OPERATIONS_BEFORE_MAPS + 1,
        u128::from_be_bytes(GENESIS_ACTOR)
    )
}

impl Layout {
    /// Whether a document was made from this genesis.
    pub(super) fn is_in(&self, automerge: &Automerge) -> bool {
        automerge
            .get_change_meta_by_hash(&automerge::ChangeHash(self.genesis_hash))
            .is_some()
    }
}
