//! Items for tests.

use std::collections::BTreeSet;

use handrail_protocol::id::{
    AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, Incarnation, ItemId,
};
use handrail_protocol::item::{
    Assignment, DocumentKeyWrap, DocumentKind, ForgetOrder, ForgetReason, HoldStatement,
    ItemHeader, ItemKind, SnapshotCover, encode_item, item_signing_message,
};
use handrail_protocol::roster::RosterHead;

use crate::agency::{Agency, Key, bytes16};

/// Writes one device's items of one document.
#[derive(Clone)]
pub struct Pen {
    pub key: Key,
    pub agency: AgencyId,
    pub document: DocumentId,
    pub document_key: DocumentKeyId,
    pub incarnation: Incarnation,
    pub roster: RosterHead,
    pub n: u64,
    pub previous: Option<ItemId>,
    /// Said by items that wrap the key.
    pub assignment: Option<Assignment>,
    /// The next items are orders to forget the document.
    pub forgets: bool,
}

/// What besides its place an item has.
#[derive(Default)]
pub struct Parts {
    pub wraps: Vec<GroupId>,
    pub covers: Option<Vec<(DeviceId, Incarnation, u64)>>,
    /// Length of the sealed part beyond the least it can have.
    pub padding: usize,
    /// The snapshot that a receipt confirms; makes the item a receipt.
    pub confirms: Option<ItemId>,
    pub holds: Option<HoldStatement>,
}

impl Pen {
    pub fn new(agency: &Agency, key: &Key, document: &str) -> Self {
        Self {
            key: key.clone(),
            agency: agency.id(),
            document: DocumentId::from_bytes(bytes16(document)),
            document_key: DocumentKeyId::from_bytes(bytes16(&format!("{document} key"))),
            incarnation: Incarnation::from_bytes([1; 16]),
            roster: agency.state.head(),
            n: 0,
            previous: None,
            assignment: None,
            forgets: false,
        }
    }

    /// The next item, for the groups that the document's key is already wrapped to.
    pub fn item(&mut self) -> Vec<u8> {
        self.item_with(Parts::default())
    }

    /// The next item, which wraps the document's key to these groups.
    pub fn item_for(&mut self, groups: &[GroupId]) -> Vec<u8> {
        self.item_with(Parts {
            wraps: groups.to_vec(),
            ..Parts::default()
        })
    }

    pub fn item_with(&mut self, parts: Parts) -> Vec<u8> {
        self.n += 1;
        let body = vec![u8::try_from(self.n % 251).unwrap(); 72 + parts.padding];
        let groups: BTreeSet<GroupId> = parts.wraps.into_iter().collect();
        let wraps: Vec<_> = groups
            .into_iter()
            .map(|group| DocumentKeyWrap {
                group,
                epoch: 1,
                document_key: self.document_key,
                wrapped: [3; 72],
            })
            .collect();
        let covers = parts.covers.map(|covers| {
            let sorted: BTreeSet<_> = covers.into_iter().collect();
            let cover = |(device, incarnation, n)| SnapshotCover {
                device,
                incarnation,
                n,
            };
            sorted.into_iter().map(cover).collect::<Vec<_>>()
        });
        let wraps_key = !wraps.is_empty();
        let header = ItemHeader {
            agency: self.agency,
            document: self.document,
            kind: if self.forgets {
                ItemKind::Tombstone
            } else if covers.is_some() {
                ItemKind::Snapshot
            } else if parts.confirms.is_some() {
                ItemKind::Receipt
            } else {
                ItemKind::Change
            },
            writer: self.key.device(),
            incarnation: self.incarnation,
            n: self.n,
            previous: self.previous,
            document_key: self.document_key,
            roster: self.roster,
            body_length: u32::try_from(body.len()).unwrap(),
            covers,
            document_kind: (!wraps.is_empty()).then_some(DocumentKind::Participant),
            wraps: (!wraps.is_empty()).then_some(wraps),
            assignment: self.assignment.filter(|_| wraps_key),
            forget: self.forgets.then(|| ForgetOrder {
                reason: ForgetReason::Asked,
                rule: Vec::new(),
                at_ms: 7,
                ended_holds: Vec::new(),
            }),
            confirms: parts.confirms,
            holds: parts.holds,
        };
        let header = header.encode();
        let signature = self.key.sign(&item_signing_message(&header, &body));
        let item = encode_item(&header, &signature, &body).unwrap();
        self.previous = Some(ItemId::of(&item));
        item
    }
}
