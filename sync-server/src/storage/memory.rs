//! Storage in memory. A clone is a backup: the simulator restores one to model a relay
//! that was rolled back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use handrail_protocol::id::{
    AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, ItemId, RelayIncarnation, RosterHash,
};
use handrail_protocol::item::{Assignment, HOLD_ID_BYTES};
use handrail_protocol::message::feed_head;
use handrail_protocol::roster::RosterHead;

use super::{
    Assigned, Confirmed, FeedHead, ItemRow, NewItem, Place, ReadStorage, SnapshotRow, Storage,
    StorageError, Stream, Usage, Wrapped,
};

/// See the module.
#[derive(Clone, Debug)]
pub struct MemoryStorage {
    incarnation: RelayIncarnation,
    agencies: BTreeMap<AgencyId, Agency>,
    running_ms: u64,
    before: Option<(BTreeMap<AgencyId, Agency>, u64)>,
}

#[derive(Clone, Debug, Default)]
struct Agency {
    roster: Vec<(RosterHash, Arc<[u8]>)>,
    items: Vec<Held>,
    by_id: BTreeMap<ItemId, u64>,
    by_counter: BTreeMap<(Stream, u64), ItemId>,
    by_document: BTreeMap<DocumentId, Vec<u64>>,
    groups: BTreeMap<(DocumentId, DocumentKeyId), BTreeSet<GroupId>>,
    contiguous: BTreeMap<Stream, u64>,
    usage: BTreeMap<DeviceId, Usage>,
    confirmed: BTreeMap<(DocumentId, ItemId, DeviceId), u64>,
    /// Whether each hold has ended.
    holds: BTreeMap<(DocumentId, [u8; HOLD_ID_BYTES]), bool>,
}

#[derive(Clone, Debug)]
struct Held {
    row: ItemRow,
    snapshot: Option<SnapshotRow>,
    wraps: Vec<Wrapped>,
    assignment: Option<Assignment>,
    bytes: Arc<[u8]>,
}

impl MemoryStorage {
    /// Empty storage whose history is named `incarnation` (random).
    pub fn new(incarnation: RelayIncarnation) -> Self {
        Self {
            incarnation,
            agencies: BTreeMap::new(),
            running_ms: 0,
            before: None,
        }
    }

    fn agency(&self, agency: AgencyId) -> Option<&Agency> {
        self.agencies.get(&agency)
    }

    fn held(&self, agency: AgencyId, sequence: u64) -> Option<&Held> {
        self.agency(agency)?
            .items
            .get(usize::try_from(sequence.checked_sub(1)?).ok()?)
    }
}

impl ReadStorage for MemoryStorage {
    fn incarnation(&self) -> Result<RelayIncarnation, StorageError> {
        Ok(self.incarnation)
    }

    fn agency_count(&self) -> Result<u64, StorageError> {
        Ok(self.agencies.len() as u64)
    }

    fn roster_head(&self, agency: AgencyId) -> Result<Option<RosterHead>, StorageError> {
        Ok(self.agency(agency).and_then(|held| {
            let (hash, _) = held.roster.last()?;
            Some(RosterHead {
                n: held.roster.len() as u64 - 1,
                hash: *hash,
            })
        }))
    }

    fn roster_hash(&self, agency: AgencyId, n: u64) -> Result<Option<RosterHash>, StorageError> {
        let Ok(n) = usize::try_from(n) else {
            return Ok(None);
        };
        Ok(self
            .agency(agency)
            .and_then(|held| held.roster.get(n))
            .map(|(hash, _)| *hash))
    }

    fn roster_entries(
        &self,
        agency: AgencyId,
        from: u64,
        max_count: usize,
        max_bytes: usize,
    ) -> Result<Vec<Vec<u8>>, StorageError> {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let mut entries: Vec<Vec<u8>> = Vec::new();
        let mut total = 0;
        for (_, bytes) in self
            .agency(agency)
            .into_iter()
            .flat_map(|held| held.roster.iter().skip(from))
        {
            total += bytes.len();
            if entries.len() >= max_count || (!entries.is_empty() && total > max_bytes) {
                break;
            }
            entries.push(bytes.to_vec());
        }
        Ok(entries)
    }

    fn last_place(&self, agency: AgencyId) -> Result<Place, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.items.last())
            .map_or(Place::START, |item| Place {
                sequence: item.row.sequence,
                head: item.row.head,
            }))
    }

    fn head_at(&self, agency: AgencyId, sequence: u64) -> Result<Option<FeedHead>, StorageError> {
        Ok(self.held(agency, sequence).map(|item| item.row.head))
    }

    fn find_item(&self, agency: AgencyId, id: ItemId) -> Result<Option<u64>, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.by_id.get(&id))
            .copied())
    }

    fn holder(
        &self,
        agency: AgencyId,
        stream: Stream,
        n: u64,
    ) -> Result<Option<ItemId>, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.by_counter.get(&(stream, n)))
            .copied())
    }

    fn rows(
        &self,
        agency: AgencyId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<ItemRow>, StorageError> {
        let after = usize::try_from(after).unwrap_or(usize::MAX);
        Ok(self
            .agency(agency)
            .into_iter()
            .flat_map(|held| held.items.iter().skip(after))
            .take(limit)
            .map(|item| item.row.clone())
            .collect())
    }

    fn document_rows(
        &self,
        agency: AgencyId,
        document: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<ItemRow>, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.by_document.get(&document))
            .into_iter()
            .flatten()
            .filter(|sequence| **sequence > after)
            .take(limit)
            .filter_map(|sequence| self.held(agency, *sequence))
            .map(|item| item.row.clone())
            .collect())
    }

    fn content(&self, agency: AgencyId, sequence: u64) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.held(agency, sequence).map(|item| item.bytes.to_vec()))
    }

    fn key_groups(
        &self,
        agency: AgencyId,
        document: DocumentId,
        key: DocumentKeyId,
    ) -> Result<Vec<GroupId>, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.groups.get(&(document, key)))
            .into_iter()
            .flatten()
            .copied()
            .collect())
    }

    fn document_groups(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<GroupId>, StorageError> {
        let groups: BTreeSet<GroupId> = self
            .agency(agency)
            .into_iter()
            .flat_map(|held| held.groups.iter())
            .filter(|((of, _), _)| *of == document)
            .flat_map(|(_, groups)| groups.iter().copied())
            .collect();
        Ok(groups.into_iter().collect())
    }

    fn assignments(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<Assigned>, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.by_document.get(&document))
            .into_iter()
            .flatten()
            .filter_map(|sequence| self.held(agency, *sequence))
            .filter_map(|item| {
                Some(Assigned {
                    sequence: item.row.sequence,
                    assignment: item.assignment?,
                })
            })
            .collect())
    }

    fn is_forgotten(&self, agency: AgencyId, document: DocumentId) -> Result<bool, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.by_document.get(&document))
            .into_iter()
            .flatten()
            .filter_map(|sequence| self.held(agency, *sequence))
            .any(|item| item.row.tombstone))
    }

    fn wraps_of(&self, agency: AgencyId, sequence: u64) -> Result<Vec<Wrapped>, StorageError> {
        Ok(self
            .held(agency, sequence)
            .map(|item| item.wraps.clone())
            .unwrap_or_default())
    }

    fn snapshots(
        &self,
        agency: AgencyId,
        document: DocumentId,
        limit: usize,
    ) -> Result<Vec<SnapshotRow>, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.by_document.get(&document))
            .into_iter()
            .flatten()
            .rev()
            .filter_map(|sequence| self.held(agency, *sequence))
            .filter(|item| item.row.length > 0)
            .filter_map(|item| item.snapshot.clone())
            .take(limit)
            .collect())
    }

    fn contiguous(&self, agency: AgencyId, stream: Stream) -> Result<u64, StorageError> {
        Ok(self
            .agency(agency)
            .and_then(|held| held.contiguous.get(&stream))
            .copied()
            .unwrap_or(0))
    }

    fn running_ms(&self) -> Result<u64, StorageError> {
        Ok(self.running_ms)
    }

    fn next_confirmed(
        &self,
        after: Option<(AgencyId, DocumentId)>,
    ) -> Result<Option<(AgencyId, DocumentId)>, StorageError> {
        let named = self.agencies.iter().flat_map(|(agency, held)| {
            let documents = held.confirmed.keys();
            documents.map(|(document, _, _)| (*agency, *document))
        });
        Ok(named.filter(|place| Some(*place) > after).min())
    }

    fn confirmed(
        &self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<Vec<Confirmed>, StorageError> {
        let all = self.agency(agency).into_iter();
        Ok(all
            .flat_map(|held| &held.confirmed)
            .filter(|((of, _, _), _)| *of == document)
            .map(|((_, snapshot, by), at_ms)| Confirmed {
                snapshot: *snapshot,
                by: *by,
                at_ms: *at_ms,
            })
            .collect())
    }

    fn is_held(&self, agency: AgencyId, document: DocumentId) -> Result<bool, StorageError> {
        let stands = |((of, _), ended): (&(DocumentId, _), &bool)| *of == document && !ended;
        let held = self.agency(agency);
        Ok(held.is_some_and(|held| held.holds.iter().any(stands)))
    }

    fn usage(&self, agency: AgencyId, device: Option<DeviceId>) -> Result<Usage, StorageError> {
        let Some(held) = self.agency(agency) else {
            return Ok(Usage::default());
        };
        Ok(match device {
            Some(device) => held.usage.get(&device).copied().unwrap_or_default(),
            None => held
                .usage
                .values()
                .fold(Usage::default(), |sum, one| Usage {
                    items: sum.items + one.items,
                    bytes: sum.bytes + one.bytes,
                }),
        })
    }
}

impl Storage for MemoryStorage {
    fn begin(&mut self) -> Result<(), StorageError> {
        self.before = Some((self.agencies.clone(), self.running_ms));
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StorageError> {
        self.before = None;
        Ok(())
    }

    fn roll_back(&mut self) -> Result<(), StorageError> {
        if let Some(before) = self.before.take() {
            (self.agencies, self.running_ms) = before;
        }
        Ok(())
    }

    fn append_roster(
        &mut self,
        agency: AgencyId,
        n: u64,
        hash: RosterHash,
        bytes: &[u8],
    ) -> Result<(), StorageError> {
        let next = self
            .agency(agency)
            .map_or(0, |held| held.roster.len() as u64);
        if n != next {
            return Err(StorageError::Order);
        }
        self.agencies
            .entry(agency)
            .or_default()
            .roster
            .push((hash, bytes.into()));
        Ok(())
    }

    fn append_item(&mut self, agency: AgencyId, item: &NewItem) -> Result<Place, StorageError> {
        let end = self.last_place(agency)?;
        let held = self.agencies.get_mut(&agency).ok_or(StorageError::Order)?;
        let counter = (item.stream, item.n);
        if held.by_id.contains_key(&item.id) || held.by_counter.contains_key(&counter) {
            return Err(StorageError::Order);
        }
        let point = Place {
            sequence: end.sequence + 1,
            head: feed_head(&end.head, &item.id),
        };
        held.by_id.insert(item.id, point.sequence);
        held.by_counter.insert(counter, item.id);
        held.by_document
            .entry(item.stream.document)
            .or_default()
            .push(point.sequence);
        for wrap in &item.wraps {
            let key = (item.stream.document, wrap.key);
            held.groups.entry(key).or_default().insert(wrap.group);
        }
        let run = held.contiguous.entry(item.stream).or_insert(0);
        while held.by_counter.contains_key(&(item.stream, *run + 1)) {
            *run += 1;
        }
        let usage = held.usage.entry(item.stream.device).or_default();
        usage.items += 1;
        usage.bytes += item.bytes.len() as u64;
        let Stream {
            document, device, ..
        } = item.stream;
        if let Some(snapshot) = item.confirms {
            let word = (document, snapshot, device);
            held.confirmed.entry(word).or_insert(self.running_ms);
        }
        for word in &item.holds {
            *held.holds.entry((document, word.hold)).or_default() |= word.ended;
        }
        held.items.push(Held::new(item, point, self.running_ms));
        Ok(point)
    }

    fn pass(&mut self, ms: u64) -> Result<(), StorageError> {
        self.running_ms = self.running_ms.saturating_add(ms);
        Ok(())
    }

    fn destroy(&mut self, agency: AgencyId, sequences: &[u64]) -> Result<(), StorageError> {
        let held = self.agencies.get_mut(&agency).ok_or(StorageError::Order)?;
        let doomed = |item: &&mut Held| sequences.contains(&item.row.sequence);
        for item in held.items.iter_mut().filter(doomed) {
            item.destroy(&mut held.usage);
        }
        Ok(())
    }

    fn forget_document(
        &mut self,
        agency: AgencyId,
        document: DocumentId,
    ) -> Result<(), StorageError> {
        let held = self.agencies.get_mut(&agency).ok_or(StorageError::Order)?;
        let forgotten =
            |item: &&mut Held| item.row.stream.document == document && !item.row.tombstone;
        for item in held.items.iter_mut().filter(forgotten) {
            item.destroy(&mut held.usage);
        }
        Ok(())
    }
}

impl Held {
    fn destroy(&mut self, usage: &mut BTreeMap<DeviceId, Usage>) {
        let used = usage.entry(self.row.stream.device).or_default();
        used.bytes -= self.row.length as u64;
        self.row.length = 0;
        self.bytes = Arc::default();
    }

    fn new(item: &NewItem, point: Place, at_ms: u64) -> Self {
        let mut wraps = item.wraps.clone();
        wraps.sort_unstable();
        let mut covers = item.covers.clone();
        covers.sort_unstable();
        let snapshot = item.snapshot.then(|| SnapshotRow {
            sequence: point.sequence,
            id: item.id,
            writer: item.stream.device,
            at_ms,
            key: item.key,
            covers,
            wraps: wraps.clone(),
        });
        let row = ItemRow {
            sequence: point.sequence,
            head: point.head,
            stream: item.stream,
            n: item.n,
            key: item.key,
            snapshot: item.snapshot,
            tombstone: item.tombstone,
            receipt: item.receipt,
            has_wraps: !item.wraps.is_empty(),
            length: item.bytes.len(),
        };
        Self {
            row,
            snapshot,
            wraps,
            assignment: item.assignment,
            bytes: item.bytes.as_slice().into(),
        }
    }
}
