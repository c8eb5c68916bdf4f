//! Items that the relay says it has, beyond the point up to which this device
//! has read the relay's history. When that history is read and they are not in
//! it, the relay lost them without losing anything that was read before: a
//! restored backup that no point of the history gives away.

use std::collections::BTreeMap;

use handrail_protocol::{ItemId, UnverifiedItem};

use crate::receive::{PageItem, is_ours};
use crate::{StoreFault, SyncTx};

const NOTE: &str = "sync.expected";
const LINE: usize = 8 + ItemId::LENGTH;

/// What answers for items told.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Answered {
    /// Items that waited are at the relay.
    pub(crate) news: bool,
    /// An item has a number that was read without it: the answer is older than
    /// the relay's present history.
    pub(crate) doubtful: bool,
}

/// What the relay promised, by sequence number.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Expected(BTreeMap<u64, ItemId>);

impl Expected {
    pub(crate) fn read(tx: &mut dyn SyncTx) -> Result<Self, StoreFault> {
        let bytes = tx.note(NOTE)?.unwrap_or_default();
        Ok(Self(bytes.chunks_exact(LINE).filter_map(line).collect()))
    }

    pub(crate) fn write(&self, tx: &mut dyn SyncTx) -> Result<(), StoreFault> {
        if self.0.is_empty() {
            return tx.set_note(NOTE, None);
        }
        let mut bytes = Vec::with_capacity(self.0.len() * LINE);
        for (seq, item) in &self.0 {
            bytes.extend_from_slice(&seq.to_be_bytes());
            bytes.extend_from_slice(item.as_bytes());
        }
        tx.set_note(NOTE, Some(&bytes))
    }

    /// The relay answered that it holds these items, and they are marked so.
    pub(crate) fn answered(
        tx: &mut dyn SyncTx,
        items: impl IntoIterator<Item = (u64, ItemId)>,
        at: i64,
    ) -> Result<Answered, StoreFault> {
        let read_up_to = tx.cursor()?.map_or(0, |cursor| cursor.seq);
        let own = tx.identity()?.map(|identity| identity.device);
        let mut answered = Answered::default();
        let mut ahead = Vec::new();
        for (seq, id) in items {
            let held = tx.item(&id)?;
            let parsed = held
                .as_ref()
                .and_then(|held| UnverifiedItem::parse(&held.bytes).ok());
            let writer = parsed.as_ref().map(|item| item.header().writer);
            let own = writer.is_some() && writer == own;
            // Others' items of what was handed over to somebody are not shown again.
            let is_shown = match &parsed {
                Some(item) if !own => is_ours(tx, &item.header().document)?,
                _ => true,
            };
            if seq > read_up_to && is_shown {
                ahead.push((seq, id));
            }
            let Some(held) = held else { continue };
            answered.news |= held.seq.is_none();
            if held.seq.is_none() || (own && held.seq != Some(seq)) {
                // What was read of the history should have told its number.
                answered.doubtful |= own && seq <= read_up_to;
                tx.note_seq(&id, seq, at)?;
            }
        }
        answered.doubtful |= !Self::add(tx, ahead)?;
        Ok(answered)
    }

    /// The relay showed these items beyond what was read of its history. Answers
    /// false when it gave a number to another item before.
    pub(crate) fn add(
        tx: &mut dyn SyncTx,
        items: impl IntoIterator<Item = (u64, ItemId)>,
    ) -> Result<bool, StoreFault> {
        let read_up_to = tx.cursor()?.map_or(0, |cursor| cursor.seq);
        let ahead: Vec<_> = items
            .into_iter()
            .filter(|(seq, _)| *seq > read_up_to)
            .collect();
        if ahead.is_empty() {
            return Ok(true);
        }
        let mut expected = Self::read(tx)?;
        let mut agrees = true;
        for (seq, item) in ahead {
            agrees &= *expected.0.entry(seq).or_insert(item) == item;
        }
        expected.write(tx)?;
        Ok(agrees)
    }

    /// Compares with a page of the history that ends at `next`. Answers false
    /// when the page lacks what it should have.
    pub(crate) fn meet(&mut self, page: &[PageItem<'_>], next: u64) -> bool {
        let later = self.0.split_off(&(next + 1));
        let due = std::mem::replace(&mut self.0, later);
        let found: BTreeMap<u64, ItemId> = page
            .iter()
            .map(|item| (item.seq, ItemId::of(item.bytes)))
            .collect();
        due.iter().all(|(seq, item)| found.get(seq) == Some(item))
    }

    /// Whether the relay promised more than it shows.
    pub(crate) fn is_open(&self) -> bool {
        !self.0.is_empty()
    }

    /// Forgets promises of another history.
    pub(crate) fn clear(tx: &mut dyn SyncTx) -> Result<(), StoreFault> {
        tx.set_note(NOTE, None)
    }
}

fn line(bytes: &[u8]) -> Option<(u64, ItemId)> {
    let (seq, item) = bytes.split_first_chunk::<8>()?;
    Some((u64::from_be_bytes(*seq), ItemId::from_slice(item)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(lines: &[(u64, &[u8])]) -> Expected {
        Expected(
            lines
                .iter()
                .map(|(seq, item)| (*seq, ItemId::of(item)))
                .collect(),
        )
    }

    #[test]
    fn a_page_without_a_promised_item_betrays_a_restored_relay() {
        let page = [
            PageItem {
                seq: 4,
                bytes: b"a",
            },
            PageItem {
                seq: 6,
                bytes: b"b",
            },
        ];
        let mut met = expected(&[(4, b"a"), (6, b"b"), (9, b"c")]);
        assert!(met.meet(&page, 6));
        assert_eq!(met, expected(&[(9, b"c")]));
        assert!(!expected(&[(5, b"x")]).meet(&page, 6), "it is not there");
        assert!(
            !expected(&[(6, b"x")]).meet(&page, 6),
            "another item has its number"
        );
    }
}
