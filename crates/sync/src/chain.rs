//! One writer's items in one document.

use handrail_protocol::{DeviceId, DocumentId, Incarnation, ItemHeader, ItemId, WriterPosition};

/// The items that one life of one device wrote into one document. They are
/// numbered from 1 without gaps, and each names the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chain {
    /// Document.
    pub document: DocumentId,
    /// Writer.
    pub device: DeviceId,
    /// Life of the writer's database.
    pub incarnation: Incarnation,
}

impl Chain {
    /// The chain that an item claims to continue.
    pub fn of(header: &ItemHeader) -> Self {
        Self {
            document: header.document,
            device: header.writer,
            incarnation: header.incarnation,
        }
    }

    /// The `n`th item of this chain.
    pub fn position(&self, n: u64) -> WriterPosition {
        WriterPosition {
            document: self.document,
            device: self.device,
            incarnation: self.incarnation,
            n,
        }
    }
}

impl From<&WriterPosition> for Chain {
    fn from(position: &WriterPosition) -> Self {
        Self {
            document: position.document,
            device: position.device,
            incarnation: position.incarnation,
        }
    }
}

/// How far a chain is held and applied without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Number of the last item; 0 when there is none.
    pub n: u64,
    /// Id of the last item; 32 zero bytes when `n` is 0 or when a snapshot
    /// stands for the item.
    pub last: ItemId,
}

impl Reach {
    /// Nothing yet.
    pub const NOTHING: Self = Self {
        n: 0,
        last: ItemId::from_bytes([0; 32]),
    };

    /// Everything up to `n` is contained in a snapshot.
    pub const fn covered(n: u64) -> Self {
        Self {
            n,
            last: ItemId::from_bytes([0; 32]),
        }
    }

    /// Whether `last` names an item, so that the next one's link can be checked.
    pub fn is_linked(&self) -> bool {
        self.last != Self::NOTHING.last
    }
}
