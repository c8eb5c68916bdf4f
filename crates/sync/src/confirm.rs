//! Confirming snapshots. The relay may destroy what snapshots stand for only after another
//! device has said that they hold just that. A device says so of a snapshot if it has the items
//! itself, and those hold the same.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::roster::Confirmation;
use handrail_protocol::{
    DeviceId, DocumentId, DocumentKind, ItemId, ItemKind, UnverifiedItem, VerifiedItem,
};
use handrail_vault as vault;
use rand_core::CryptoRng;

use crate::outbox::{Sealer, Sealing};
use crate::receive::is_ours;
use crate::{Chain, Content, OpenedItem, StoreFault, SyncTx};

const NOTE: &str = "sync.snapshots";
const LINE: usize = DocumentId::LENGTH + ItemId::LENGTH + 8;
/// Most snapshots that wait to be looked at; the oldest make room.
const MOST_WAITING: usize = 512;
/// How long the only device of an agency waits before it looks at its own snapshot again.
const LATER_MS: i64 = 24 * 60 * 60_000;

/// A snapshot that nobody has looked at here.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    document: DocumentId,
    snapshot: ItemId,
    /// Since when, Unix ms of this device.
    since: i64,
}

/// What comes of looking.
enum Verdict {
    Confirmed,
    Later,
    Never,
}

/// A snapshot was taken in, or written.
pub(crate) fn note_snapshot(
    tx: &mut dyn SyncTx,
    document: DocumentId,
    snapshot: ItemId,
    since: i64,
) -> Result<(), StoreFault> {
    let mut waiting = read(tx)?;
    waiting.push(Waiting {
        document,
        snapshot,
        since,
    });
    let surplus = waiting.len().saturating_sub(MOST_WAITING);
    write(tx, waiting.get(surplus..).unwrap_or_default())
}

/// Looks at the snapshots that came in, inside one transaction, and says of those that hold what
/// they should that they do. Only while this device has all that the relay has.
///
/// Answers how many items were written.
pub fn confirm_snapshots(
    tx: &mut dyn SyncTx,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<usize, StoreFault> {
    let waiting = read(tx)?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let sealer = Sealer::begin(tx, at)?;
    let (mut written, mut still) = (0, Vec::new());
    for one in &waiting {
        match judge(tx, &sealer, one)? {
            Verdict::Never => {}
            Verdict::Later => still.push(*one),
            Verdict::Confirmed => {
                let content = vault::Content::Receipt(vault::Receipt {
                    holds: Vec::new(),
                    roster: sealer.roster.head(),
                    at_ms: u64::try_from(at).unwrap_or(0),
                });
                let sealing = Sealing {
                    confirms: Some(one.snapshot),
                    ..Sealing::of(one.document, &content)
                };
                written += usize::from(sealer.append(tx, &sealing, rng)?.is_some());
            }
        }
    }
    if still.len() != waiting.len() {
        write(tx, &still)?;
    }
    Ok(written)
}

fn judge(tx: &mut dyn SyncTx, sealer: &Sealer, one: &Waiting) -> Result<Verdict, StoreFault> {
    let document = one.document;
    let known = tx.document(&document)?;
    let held = tx.item(&one.snapshot)?;
    let (Some(known), Some(held)) = (known, held) else {
        return Ok(Verdict::Never);
    };
    if tx.forgetting(&document)?.is_some() || !is_ours(tx, &document)? {
        return Ok(Verdict::Never);
    }
    let own = sealer.identity.device;
    let roster = &sealer.roster;
    // Everybody has the agency's document; that all of them say so is of no use.
    if known.kind == DocumentKind::Agency && !roster.is_administrator(&own) {
        return Ok(Verdict::Never);
    }
    let snapshot = parsed(&held.bytes)?;
    let groups = known.groups.get(..1).unwrap_or_default();
    match roster.confirmation(&snapshot.header().writer, &own, groups) {
        Confirmation::No => return Ok(Verdict::Never),
        Confirmation::CountsLater
            if sealer.at.saturating_sub(one.since).saturating_abs() < LATER_MS =>
        {
            return Ok(Verdict::Later);
        }
        Confirmation::CountsLater | Confirmation::Counts => {}
    }
    if held.seq.is_none() || !tx.holds(&document)?.standing.is_empty() {
        return Ok(Verdict::Later);
    }
    let Some(vault::Content::Snapshot(saved)) = open(tx, &snapshot)? else {
        return Ok(Verdict::Never);
    };
    let Some(items) = what_it_stands_for(tx, &snapshot)? else {
        return Ok(Verdict::Never);
    };
    Ok(if tx.holds_the_same(&document, &saved, &items)? {
        Verdict::Confirmed
    } else {
        Verdict::Never
    })
}

/// The items that a snapshot covers, opened; `None` unless every one of them is here, or inside
/// an earlier snapshot on which somebody gave their word.
fn what_it_stands_for(
    tx: &mut dyn SyncTx,
    snapshot: &VerifiedItem,
) -> Result<Option<Vec<OpenedItem>>, StoreFault> {
    let header = snapshot.header();
    let mut places: BTreeMap<(Chain, u64), VerifiedItem> = BTreeMap::new();
    let mut confirmed: BTreeMap<ItemId, BTreeSet<DeviceId>> = BTreeMap::new();
    let chains = tx.chains()?.into_iter().map(|(chain, _)| chain);
    for chain in chains.filter(|chain| chain.document == header.document) {
        for (_, bytes) in tx.items_from(&chain, 1, usize::MAX)? {
            let item = parsed(&bytes)?;
            if let Some(earlier) = item.header().confirms {
                confirmed.entry(earlier).or_default().insert(chain.device);
            }
            places.insert((chain, item.header().n), item);
        }
    }
    let covered = |item: &VerifiedItem| header.covers_position(&item.header().position());
    let vouched: Vec<&VerifiedItem> = places
        .values()
        .filter(|item| item.header().kind == ItemKind::Snapshot && covered(item))
        .filter(|item| {
            let by = confirmed.get(&item.id()).into_iter().flatten();
            by.into_iter().any(|by| *by != item.header().writer)
        })
        .collect();
    let mut stands_on_earlier = false;
    for cover in header.covers() {
        let chain = Chain {
            document: header.document,
            device: cover.device,
            incarnation: cover.incarnation,
        };
        let mut n = 1;
        while n <= cover.n {
            if places.contains_key(&(chain, n)) {
                n += 1;
                continue;
            }
            let within = |earlier: &&&VerifiedItem| {
                let covers = earlier.header().covers().iter();
                let same = covers
                    .filter(|c| (c.device, c.incarnation) == (cover.device, cover.incarnation));
                same.map(|c| c.n).max()
            };
            let earlier = vouched.iter().filter_map(|earlier| within(&earlier)).max();
            let Some(end) = earlier.filter(|end| *end >= n) else {
                return Ok(None);
            };
            n = end.saturating_add(1);
            stands_on_earlier = true;
        }
    }
    let mut opened = Vec::new();
    for item in places.values().filter(|item| covered(item)) {
        let is_vouched = || vouched.iter().any(|earlier| earlier.id() == item.id());
        let needed = match item.header().kind {
            ItemKind::Change => true,
            ItemKind::Snapshot => stands_on_earlier && is_vouched(),
            ItemKind::Receipt | ItemKind::Tombstone => false,
        };
        if !needed {
            continue;
        }
        let content = match open(tx, item)? {
            Some(vault::Content::Changes(changes)) => Content::Changes(changes),
            Some(vault::Content::Snapshot(saved)) => Content::Snapshot(saved),
            _ => return Ok(None),
        };
        opened.push(OpenedItem {
            id: item.id(),
            writer: item.header().writer,
            incarnation: item.header().incarnation,
            n: item.header().n,
            content,
            // It was looked at when it came.
            only_openings: false,
        });
    }
    Ok(Some(opened))
}

fn parsed(bytes: &[u8]) -> Result<VerifiedItem, StoreFault> {
    UnverifiedItem::parse(bytes)
        .map(UnverifiedItem::trust_own_storage)
        .map_err(|_| StoreFault::Failed("a stored item cannot be read".into()))
}

fn open(tx: &mut dyn SyncTx, item: &VerifiedItem) -> Result<Option<vault::Content>, StoreFault> {
    let header = item.header();
    let key = tx.document_key(&header.document, &header.document_key)?;
    Ok(key.and_then(|key| vault::open_item(item, &key).ok()))
}

fn read(tx: &mut dyn SyncTx) -> Result<Vec<Waiting>, StoreFault> {
    let bytes = tx.note(NOTE)?.unwrap_or_default();
    Ok(bytes.chunks_exact(LINE).filter_map(line).collect())
}

fn write(tx: &mut dyn SyncTx, waiting: &[Waiting]) -> Result<(), StoreFault> {
    let mut bytes = Vec::with_capacity(waiting.len() * LINE);
    for one in waiting {
        bytes.extend_from_slice(one.document.as_bytes());
        bytes.extend_from_slice(one.snapshot.as_bytes());
        bytes.extend_from_slice(&one.since.to_be_bytes());
    }
    tx.set_note(NOTE, (!bytes.is_empty()).then_some(&bytes))
}

fn line(bytes: &[u8]) -> Option<Waiting> {
    let (document, rest) = bytes.split_first_chunk()?;
    let (snapshot, rest) = rest.split_first_chunk()?;
    Some(Waiting {
        document: DocumentId::from_bytes(*document),
        snapshot: ItemId::from_bytes(*snapshot),
        since: i64::from_be_bytes(*rest.first_chunk()?),
    })
}
