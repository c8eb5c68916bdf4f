//! What an item holds once it is open.

use core::fmt;

use handrail_protocol::frames::{append_frame, split_frames};
use handrail_protocol::limits::MAX_ITEM_NUMBER;
use handrail_protocol::{ItemKind, RosterHead, WriterPosition, message};
use minicbor::{Decode, Encode};

use super::open::OpenError;

/// First byte of every frame.
pub(super) const FRAME_VERSION: u8 = 1;
/// Most changes in one item.
const MAX_CHANGES: usize = 1 << 20;

/// What the writer durably holds and has applied.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Receipt {
    /// Items up to `n` of each writer in each document, `n` from 1 to [`MAX_ITEM_NUMBER`].
    #[n(0)]
    pub holds: Vec<WriterPosition>,
    /// The roster as the writer knew it.
    #[n(1)]
    pub roster: RosterHead,
    /// The writer's clock, Unix milliseconds. For display only.
    #[n(2)]
    pub at_ms: u64,
}

impl Receipt {
    /// Whether items can have the numbers that it names: what no device can write down is no
    /// receipt, whoever signed it.
    fn names_numbers(&self) -> bool {
        let mut numbers = self.holds.iter().map(|of| of.n);
        numbers.all(|n| (1..=MAX_ITEM_NUMBER).contains(&n))
    }
}

/// The content of an item, all of one document.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// Automerge changes, each as its own uncompressed bytes.
    Changes(Vec<Vec<u8>>),
    /// A saved Automerge document.
    Snapshot(Vec<u8>),
    Receipt(Receipt),
    /// The document is to be deleted.
    Tombstone,
}

/// Tells sizes, never content.
impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changes(changes) => write!(f, "Changes({} changes)", changes.len()),
            Self::Snapshot(bytes) => write!(f, "Snapshot({} bytes)", bytes.len()),
            Self::Receipt(receipt) => write!(f, "Receipt({} positions)", receipt.holds.len()),
            Self::Tombstone => f.write_str("Tombstone"),
        }
    }
}

impl Content {
    /// The kind of item that carries this.
    pub fn kind(&self) -> ItemKind {
        match self {
            Self::Changes(_) => ItemKind::Change,
            Self::Snapshot(_) => ItemKind::Snapshot,
            Self::Receipt(_) => ItemKind::Receipt,
            Self::Tombstone => ItemKind::Tombstone,
        }
    }

    /// Version, kind and content. `None` when a change is over 4 GiB.
    pub(super) fn to_frame(&self) -> Option<Vec<u8>> {
        let mut frame = vec![FRAME_VERSION, frame_kind(self.kind())];
        match self {
            Self::Changes(changes) => {
                if changes.len() > MAX_CHANGES {
                    return None;
                }
                for change in changes {
                    append_frame(&mut frame, change).then_some(())?;
                }
            }
            Self::Snapshot(bytes) => frame.extend_from_slice(bytes),
            Self::Receipt(receipt) => frame.extend(message::encode(receipt)),
            Self::Tombstone => {}
        }
        Some(frame)
    }

    pub(super) fn from_frame(frame: &[u8], expected: ItemKind) -> Result<Self, OpenError> {
        let ([version, kind], content) = frame.split_first_chunk::<2>().ok_or(OpenError::Frame)?;
        if *version != FRAME_VERSION {
            return Err(OpenError::FrameVersion(*version));
        }
        if *kind != frame_kind(expected) {
            return Err(OpenError::FrameKind(*kind));
        }
        match expected {
            ItemKind::Change => split_frames(content, MAX_CHANGES, content.len())
                .map(|changes| Self::Changes(changes.into_iter().map(<[u8]>::to_vec).collect()))
                .map_err(|_| OpenError::Frame),
            ItemKind::Snapshot => Ok(Self::Snapshot(content.to_vec())),
            ItemKind::Receipt => message::decode(content)
                .ok()
                .filter(Receipt::names_numbers)
                .map(Self::Receipt)
                .ok_or(OpenError::Frame),
            ItemKind::Tombstone if content.is_empty() => Ok(Self::Tombstone),
            ItemKind::Tombstone => Err(OpenError::Frame),
        }
    }
}

const fn frame_kind(kind: ItemKind) -> u8 {
    match kind {
        ItemKind::Change => 1,
        ItemKind::Snapshot => 2,
        ItemKind::Receipt => 3,
        ItemKind::Tombstone => 4,
    }
}

#[cfg(test)]
mod tests {
    use handrail_protocol::{DeviceId, DocumentId, Incarnation, RosterHash};

    use super::*;

    #[test]
    fn a_frame_must_be_of_this_version_and_of_its_headers_kind() {
        let frame = Content::Tombstone.to_frame().unwrap();
        assert_eq!(frame, [1, 4]);
        assert_eq!(
            Content::from_frame(&frame, ItemKind::Tombstone),
            Ok(Content::Tombstone)
        );
        for kind in [ItemKind::Change, ItemKind::Snapshot, ItemKind::Receipt] {
            assert_eq!(
                Content::from_frame(&frame, kind),
                Err(OpenError::FrameKind(4))
            );
        }
        let newer = Content::from_frame(&[2, 4], ItemKind::Tombstone);
        assert_eq!(newer, Err(OpenError::FrameVersion(2)));
    }

    /// A device keeps what others say to hold as numbers of a database; one that it cannot keep
    /// would hold up all that comes after.
    #[test]
    fn a_receipt_that_names_a_number_no_item_has_is_refused() {
        let read = |numbers: &[u64]| {
            let holds = numbers.iter().map(|n| WriterPosition {
                document: DocumentId::from_bytes([1; 16]),
                device: DeviceId::from_bytes([2; 16]),
                incarnation: Incarnation::from_bytes([3; 16]),
                n: *n,
            });
            let receipt = Content::Receipt(Receipt {
                holds: holds.collect(),
                roster: RosterHead {
                    n: 0,
                    hash: RosterHash::from_bytes([4; 32]),
                },
                at_ms: 0,
            });
            let frame = receipt.to_frame().unwrap();
            Content::from_frame(&frame, ItemKind::Receipt).map(|read| read == receipt)
        };
        assert_eq!(read(&[]), Ok(true));
        assert_eq!(read(&[1, MAX_ITEM_NUMBER]), Ok(true));
        for beyond in [0, MAX_ITEM_NUMBER + 1, 1 << 63, u64::MAX] {
            assert_eq!(read(&[7, beyond]), Err(OpenError::Frame), "{beyond}");
        }
    }

    #[test]
    fn an_item_holds_so_many_changes_and_not_one_more() {
        let most = Content::Changes(vec![Vec::new(); MAX_CHANGES]);
        let frame = most.to_frame().unwrap();
        assert_eq!(frame.len(), 2 + 4 * MAX_CHANGES);
        assert!(Content::from_frame(&frame, ItemKind::Change) == Ok(most));
        let frame = [frame.as_slice(), &[0; 4]].concat();
        let read = Content::from_frame(&frame, ItemKind::Change);
        assert!(read == Err(OpenError::Frame));
        let more = Content::Changes(vec![Vec::new(); MAX_CHANGES + 1]);
        assert!(more.to_frame().is_none());
    }

    #[test]
    fn content_that_is_not_whole_is_refused() {
        assert_eq!(
            Content::from_frame(&[], ItemKind::Change),
            Err(OpenError::Frame)
        );
        assert_eq!(
            Content::from_frame(&[1], ItemKind::Change),
            Err(OpenError::Frame)
        );
        let cut = [1, 1, 0, 0, 0, 2, 7];
        assert_eq!(
            Content::from_frame(&cut, ItemKind::Change),
            Err(OpenError::Frame)
        );
        assert_eq!(
            Content::from_frame(&[1, 3, 0xa0], ItemKind::Receipt),
            Err(OpenError::Frame)
        );
        assert_eq!(
            Content::from_frame(&[1, 4, 0], ItemKind::Tombstone),
            Err(OpenError::Frame)
        );
    }
}
