//! The signed header of an item.

use minicbor::{Decode, Encode};

use crate::id::{AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, Incarnation, ItemId};
use crate::limits::{
    MAX_ENDED_HOLDS, MAX_ITEM_COVERS, MAX_ITEM_HOLDS, MAX_ITEM_NUMBER, MAX_ITEM_WRAPS,
    MAX_RULE_ID_BYTES,
};
use crate::roster::RosterHead;

use super::{ItemError, MIN_BODY_BYTES};

/// Nonce, sealed 32-byte key and tag of a wrapped key.
pub const WRAPPED_KEY_BYTES: usize = 24 + 32 + 16;

/// What an item's body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum ItemKind {
    /// Changes to the document.
    #[n(0)]
    Change,
    /// The whole document, standing for the items that `covers` names.
    #[n(1)]
    Snapshot,
    /// What the writer durably holds of other devices' items.
    #[n(2)]
    Receipt,
    /// The document is to be deleted by everybody who holds it.
    #[n(3)]
    Tombstone,
}

impl ItemKind {
    /// Its number on the wire.
    pub const fn number(self) -> u8 {
        match self {
            Self::Change => 0,
            Self::Snapshot => 1,
            Self::Receipt => 2,
            Self::Tombstone => 3,
        }
    }
}

/// What a document is about. The relay sees it; it tells no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum DocumentKind {
    #[n(1)]
    Agency,
    #[n(2)]
    Caseload,
    #[n(3)]
    Participant,
    #[n(4)]
    CoachPrivate,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::Agency,
        Self::Caseload,
        Self::Participant,
        Self::CoachPrivate,
    ];

    /// Its number on the wire.
    pub const fn number(self) -> u8 {
        match self {
            Self::Agency => 1,
            Self::Caseload => 2,
            Self::Participant => 3,
            Self::CoachPrivate => 4,
        }
    }

    /// The kind with that number; `None` for one of a newer version.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }
}

/// A document key sealed under a group's epoch key. `wrapped` is
/// `nonce[24] || sealed key[32] || tag[16]`.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct DocumentKeyWrap {
    #[n(0)]
    pub group: GroupId,
    #[n(1)]
    pub epoch: u32,
    #[n(2)]
    pub document_key: DocumentKeyId,
    #[cbor(n(3), with = "minicbor::bytes")]
    pub wrapped: [u8; WRAPPED_KEY_BYTES],
}

/// To whose caseload a participant's document belongs, and after how many
/// hand-overs. Of two, the greater one holds: a later generation, and of one
/// generation the greater group. So all readers agree, whatever reached them first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(array)]
pub struct Assignment {
    /// From 1, one more than the assignment that the writer knew.
    #[n(0)]
    pub generation: u32,
    /// The caseload.
    #[n(1)]
    pub group: GroupId,
}

/// Why a document is to be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum ForgetReason {
    /// The time for which the rules of retention keep it is over.
    #[n(1)]
    Retention,
    /// The participant asked for it.
    #[n(2)]
    Asked,
    /// The participant declined; nothing of them is to stay.
    #[n(3)]
    Declined,
    /// It was made by mistake, or twice.
    #[n(4)]
    Mistake,
}

impl ForgetReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Retention, Self::Asked, Self::Declined, Self::Mistake];

    /// Its number on the wire.
    pub const fn number(self) -> u8 {
        match self {
            Self::Retention => 1,
            Self::Asked => 2,
            Self::Declined => 3,
            Self::Mistake => 4,
        }
    }

    /// The reason with that number; `None` for one of a newer version.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|reason| reason.number() == number)
    }
}

/// What an order to forget a document says. It stands in the header, in clear: nobody
/// is left who could open a body. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ForgetOrder {
    /// Why.
    #[n(0)]
    pub reason: ForgetReason,
    /// Id of the rule of retention: small letters, digits, hyphens; empty where none
    /// was applied.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub rule: Vec<u8>,
    /// The writer's clock, Unix milliseconds. For display only.
    #[n(2)]
    pub at_ms: u64,
    /// Ids of the legal holds that the writer knew to have ended, 16 bytes each: whoever
    /// knows of a hold and not of its end would keep the document.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub ended_holds: Vec<u8>,
}

/// Length of a legal hold's id, bytes.
pub const HOLD_ID_BYTES: usize = 16;

/// The legal holds of an item's document as its writer knows them, for the relay: while one
/// stands, it destroys nothing of the document. Says neither why nor by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HoldStatement {
    /// Ids of holds that stand, [`HOLD_ID_BYTES`] each.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub standing: Vec<u8>,
    /// Ids of holds that have ended. Whatever else is said, they stay ended.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub ended: Vec<u8>,
}

impl HoldStatement {
    /// No hold was ever set.
    pub fn is_empty(&self) -> bool {
        self.standing.is_empty() && self.ended.is_empty()
    }

    /// Each hold named, and whether it has ended.
    pub fn each(&self) -> impl Iterator<Item = ([u8; HOLD_ID_BYTES], bool)> + '_ {
        let ids = |list: &'_ [u8], ended| {
            let (ids, _) = list.as_chunks::<HOLD_ID_BYTES>();
            ids.iter().map(move |id| (*id, ended)).collect::<Vec<_>>()
        };
        let ended = ids(&self.ended, true);
        ids(&self.standing, false).into_iter().chain(ended)
    }

    fn is_valid(&self) -> bool {
        let length = self.standing.len() + self.ended.len();
        self.standing.len().is_multiple_of(HOLD_ID_BYTES)
            && self.ended.len().is_multiple_of(HOLD_ID_BYTES)
            && (1..=HOLD_ID_BYTES * MAX_ITEM_HOLDS).contains(&length)
    }
}

/// Everything of one writer in one document up to and including item `n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(array)]
pub struct SnapshotCover {
    #[n(0)]
    pub device: DeviceId,
    #[n(1)]
    pub incarnation: Incarnation,
    #[n(2)]
    pub n: u64,
}

/// Everything of one writer in a named document up to and including item `n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(array)]
pub struct WriterPosition {
    #[n(0)]
    pub document: DocumentId,
    #[n(1)]
    pub device: DeviceId,
    #[n(2)]
    pub incarnation: Incarnation,
    #[n(3)]
    pub n: u64,
}

/// The header. Keys that this version does not know stay in the signed bytes
/// and are not represented here.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ItemHeader {
    #[n(0)]
    pub agency: AgencyId,
    #[n(1)]
    pub document: DocumentId,
    #[n(2)]
    pub kind: ItemKind,
    #[n(3)]
    pub writer: DeviceId,
    #[n(4)]
    pub incarnation: Incarnation,
    /// From 1 to [`MAX_ITEM_NUMBER`], without gaps, per (document, writer, incarnation).
    #[n(5)]
    pub n: u64,
    /// The writer's item `n - 1` in this document; absent exactly when `n` is 1.
    #[n(6)]
    pub previous: Option<ItemId>,
    #[n(7)]
    pub document_key: DocumentKeyId,
    /// The newest roster entry the writer had verified.
    #[n(8)]
    pub roster: RosterHead,
    /// Length of the sealed body, bytes.
    #[n(9)]
    pub body_length: u32,
    /// Snapshots only: ascending, one per (device, incarnation).
    #[n(10)]
    pub covers: Option<Vec<SnapshotCover>>,
    #[n(11)]
    pub wraps: Option<Vec<DocumentKeyWrap>>,
    /// Present exactly when `wraps` is.
    #[n(12)]
    pub document_kind: Option<DocumentKind>,
    /// The hand-over under which `document_key` was made. Absent as long as the
    /// participant was never handed over. Only beside a wrap of that key to the
    /// group it names.
    #[n(13)]
    pub assignment: Option<Assignment>,
    /// Tombstones only.
    #[n(14)]
    pub forget: Option<ForgetOrder>,
    /// Receipts only: this snapshot of the document holds exactly what the items that it
    /// covers hold, as the writer has them, and the writer knows of no legal hold.
    #[n(15)]
    pub confirms: Option<ItemId>,
    /// Changes only.
    #[n(16)]
    pub holds: Option<HoldStatement>,
}

impl ItemHeader {
    /// The canonical bytes of this header.
    pub fn encode(&self) -> Vec<u8> {
        crate::encoding::to_vec(self)
    }

    /// Where this item stands among its writer's items.
    pub fn position(&self) -> WriterPosition {
        WriterPosition {
            document: self.document,
            device: self.writer,
            incarnation: self.incarnation,
            n: self.n,
        }
    }

    /// The wraps, none when absent.
    pub fn wraps(&self) -> &[DocumentKeyWrap] {
        self.wraps.as_deref().unwrap_or_default()
    }

    /// The coverage, none when absent.
    pub fn covers(&self) -> &[SnapshotCover] {
        self.covers.as_deref().unwrap_or_default()
    }

    /// Whether this snapshot covers the given position of the same document.
    pub fn covers_position(&self, position: &WriterPosition) -> bool {
        position.document == self.document
            && self.covers().iter().any(|cover| {
                cover.device == position.device
                    && cover.incarnation == position.incarnation
                    && position.n <= cover.n
            })
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, ItemError> {
        crate::canonical::check_canonical(bytes)?;
        let header: Self = crate::encoding::from_slice(bytes).map_err(|_| ItemError::Field)?;
        header.check()?;
        Ok(header)
    }

    /// The rules between fields that their types do not already hold.
    pub(super) fn check(&self) -> Result<(), ItemError> {
        let is_number = (1..=MAX_ITEM_NUMBER).contains(&self.n);
        if !is_number || (self.n == 1) != self.previous.is_none() {
            return Err(ItemError::Counter);
        }
        self.check_covers()?;
        self.check_wraps()?;
        self.check_assignment()?;
        self.check_forget()?;
        self.check_statements()?;
        if usize::try_from(self.body_length).is_ok_and(|length| length >= MIN_BODY_BYTES) {
            Ok(())
        } else {
            Err(ItemError::BodyLength)
        }
    }

    fn check_covers(&self) -> Result<(), ItemError> {
        let valid = match (&self.covers, self.kind) {
            (Some(covers), ItemKind::Snapshot) => {
                !covers.is_empty()
                    && covers.len() <= MAX_ITEM_COVERS
                    && covers
                        .iter()
                        .all(|cover| (1..=MAX_ITEM_NUMBER).contains(&cover.n))
                    && covers
                        .is_sorted_by(|a, b| (a.device, a.incarnation) < (b.device, b.incarnation))
            }
            (None, ItemKind::Snapshot) | (Some(_), _) => false,
            (None, _) => true,
        };
        if valid {
            Ok(())
        } else {
            Err(ItemError::Covers)
        }
    }

    fn check_wraps(&self) -> Result<(), ItemError> {
        let valid = match (&self.wraps, self.document_kind) {
            (Some(wraps), Some(_)) => {
                !wraps.is_empty()
                    && wraps.len() <= MAX_ITEM_WRAPS
                    && wraps.iter().all(|wrap| wrap.epoch > 0)
                    && wraps
                        .is_sorted_by(|a, b| (a.group, a.document_key) < (b.group, b.document_key))
            }
            (None, None) => true,
            _ => false,
        };
        if valid { Ok(()) } else { Err(ItemError::Wraps) }
    }

    /// An assignment that its caseload cannot open would take the document from
    /// everybody.
    fn check_assignment(&self) -> Result<(), ItemError> {
        let Some(assignment) = self.assignment else {
            return Ok(());
        };
        let brings_key = self
            .wraps()
            .iter()
            .any(|wrap| wrap.group == assignment.group && wrap.document_key == self.document_key);
        let is_participant = self.document_kind == Some(DocumentKind::Participant);
        if assignment.generation > 0 && is_participant && brings_key {
            Ok(())
        } else {
            Err(ItemError::Assignment)
        }
    }

    /// What the relay reads to know what it may destroy: see `docs/protocol.md`, 10.6.
    fn check_statements(&self) -> Result<(), ItemError> {
        let confirms = self.confirms.is_none() || self.kind == ItemKind::Receipt;
        let holds = self
            .holds
            .as_ref()
            .is_none_or(|holds| self.kind == ItemKind::Change && holds.is_valid());
        match (confirms, holds) {
            (false, _) => Err(ItemError::Confirms),
            (_, false) => Err(ItemError::Holds),
            _ => Ok(()),
        }
    }

    /// A tombstone brings nothing else, and nothing else is one.
    fn check_forget(&self) -> Result<(), ItemError> {
        let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
        let valid = match &self.forget {
            None => true,
            Some(order) => {
                self.kind == ItemKind::Tombstone
                    && self.wraps.is_none()
                    && order.rule.len() <= MAX_RULE_ID_BYTES
                    && order.rule.iter().all(plain)
                    && order.ended_holds.len() % 16 == 0
                    && order.ended_holds.len() <= 16 * MAX_ENDED_HOLDS
            }
        };
        if valid {
            Ok(())
        } else {
            Err(ItemError::Forget)
        }
    }
}
