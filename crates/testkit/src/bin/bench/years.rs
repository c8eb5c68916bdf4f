//! One participant with a contact every day for ten years: what a long record weighs, and what one
//! more contact with it costs (`docs/archive.md`).

use std::time::Instant;

use anyhow::{Context, Result};
use handrail_domain::document::ParticipantDocument;
use handrail_protocol::item::SnapshotCover;
use handrail_protocol::limits::MAX_SNAPSHOT_ITEM_BYTES;
use handrail_protocol::{
    AgencyId, DocumentId, DocumentKind, Incarnation, ItemId, RosterHash, RosterHead,
};
use handrail_store::Store;
use handrail_testkit::random::seeded;
use handrail_vault::{Content, DeviceSecret, DocumentKey, ItemDraft, Statements, seal_item};
use rand_chacha::ChaCha20Rng;

use crate::caseload;
use crate::device::Device;
use crate::figures::{Figures, milliseconds, number};
use crate::records;
use crate::relay::Relay;
use crate::world::founder;

/// After so many years it is measured.
const STAGES: [u32; 4] = [1, 2, 5, 10];
const LAST: u32 = 10;
/// Contacts in a year.
const DAYS: u32 = 365;
/// So often the document is loaded.
const LOADS: u32 = 8;
/// So many contacts more are logged: enough that the saved form is written again once or twice.
const MORE: usize = 40;

/// Measures the record after one, two, five and ten years.
pub fn ten_years(figures: &mut Figures) -> Result<()> {
    let relay = Relay::start(None)?;
    let mut device = founder(&relay)?;
    device.settle()?;
    let participants = caseload::add_people(&mut device, 1)?;
    let participant = participants.first().context("nobody was added")?;
    let mut written = 0;
    for years in STAGES {
        let ago = LAST - years..LAST - written;
        caseload::write_years(&mut device, &participants, DAYS, ago)?;
        written = years;
        device.send_all()?;
        let name = format!("record_of_{years}_years");
        let id: DocumentId = participant.parse()?;
        device.while_closed(|store| weigh(store, &id, &name, figures))?;
        log(&mut device, participant, &name, figures)?;
    }
    Ok(())
}

/// What the document weighs as a snapshot, and how long it takes to load.
fn weigh(store: &Store, id: &DocumentId, name: &str, figures: &mut Figures) -> Result<()> {
    let mut rng = seeded(2_000);
    let (mut kept, mut durations) = (Vec::new(), Vec::new());
    for _ in 0..LOADS {
        let start = Instant::now();
        kept.push(records::load(store, id, records::reader(&mut rng))?);
        durations.push(start.elapsed());
    }
    figures.add_durations(&format!("{name}_load_native"), &durations, None);
    let document = kept.first().context("nothing was loaded")?;
    let contacts = number(document.encounters().len() as u64);
    figures.add(&format!("{name}_contacts"), contacts, "contacts", 1);
    let bytes = number(snapshot(document, *id, &mut rng)?.len() as u64);
    let most = number(MAX_SNAPSHOT_ITEM_BYTES as u64);
    figures.add_with_target(&format!("{name}_snapshot"), bytes, "bytes", 1, most);
    Ok(())
}

/// A snapshot item, without the wraps of its key.
fn snapshot(
    document: &ParticipantDocument,
    id: DocumentId,
    rng: &mut ChaCha20Rng,
) -> Result<Vec<u8>> {
    let secret = DeviceSecret::generate(rng);
    let key = DocumentKey::generate(rng);
    let incarnation = Incarnation::from_bytes([1; 16]);
    let cover = SnapshotCover {
        device: secret.id(),
        incarnation,
        n: 1,
    };
    let draft = ItemDraft {
        agency: AgencyId::from_bytes([1; 16]),
        document: id,
        incarnation,
        n: 2,
        previous: Some(ItemId::from_bytes([1; 32])),
        roster: RosterHead {
            n: 0,
            hash: RosterHash::from_bytes([1; 32]),
        },
        covers: vec![cover],
        wraps: Vec::new(),
        document_kind: DocumentKind::Participant,
        assignment: None,
        forget: None,
        says: Statements::default(),
    };
    let content = Content::Snapshot(document.save_verified()?);
    Ok(seal_item(&draft, &content, &key, &secret, rng)?.into_bytes())
}

/// Contacts more, without a connection: the first with the program just opened, so that it loads
/// the record; then each with the record in memory.
fn log(device: &mut Device, participant: &str, name: &str, figures: &mut Figures) -> Result<()> {
    device.network.cut = true;
    let first = milliseconds(caseload::log_one(device, participant)?);
    figures.add(&format!("{name}_log_first_native"), first, "ms", 1);
    let mut durations = Vec::new();
    for _ in 0..MORE {
        durations.push(caseload::log_one(device, participant)?);
    }
    figures.add_durations(&format!("{name}_log_native"), &durations, Some(30.0));
    let slowest = durations.iter().max().copied().unwrap_or_default();
    let slowest = milliseconds(slowest);
    figures.add(&format!("{name}_log_slowest_native"), slowest, "ms", MORE);
    device.network.cut = false;
    Ok(())
}
