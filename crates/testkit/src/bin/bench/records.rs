//! A device's database while its program is closed: contacts of years are written into it by the
//! domain's own writers, many in one transaction. The program makes its documents and rows of them
//! when it is opened, as it does after an update.

use std::path::Path;

use anyhow::{Context, Result};
use handrail_domain::document::{ParticipantDocument, RecordRef, Session, Writer};
use handrail_domain::{DeviceId, EncounterFacts, Incarnation, Now, ParticipantCommand, RecordId};
use handrail_engine::StoreLocation;
use handrail_protocol::DocumentId;
use handrail_store::{LockStore, Store};
use handrail_vault::{LockRecord, Passphrase};
use rand_core::Rng;

use crate::device::PASSPHRASE;

/// The device's database, opened beside the program.
pub fn database(folder: &Path) -> Result<Store> {
    let lock = LockStore::open_or_create(&StoreLocation::file(folder.join("lock.db")))?;
    let row = lock.profile(1)?.context("nobody uses this device")?;
    lock.close()?;
    let record = LockRecord::from_bytes(&row.record)?;
    let key = record.unlock(&Passphrase::new(PASSPHRASE, handrail_vault::nfc))?;
    let caseload = StoreLocation::file(folder.join("caseload.db"));
    Ok(Store::open(&caseload, key.expose(), &row.key_check)?)
}

/// A participant's document: its saved form and what waits to be sent, as the engine opens it.
pub fn load(store: &Store, id: &DocumentId, session: Session) -> Result<ParticipantDocument> {
    let read = store.read();
    let mut document = match read.document(id)? {
        Some(row) => ParticipantDocument::load(&row.saved, session)?,
        None => ParticipantDocument::new(session)?,
    };
    let waiting = read.pending(id)?.into_iter().map(|row| row.bytes);
    document.apply_changes(&waiting.collect::<Vec<_>>())?;
    Ok(document)
}

/// A session in which nothing is written.
pub fn reader(rng: &mut impl Rng) -> Session {
    let nobody = Writer {
        device: DeviceId::from_bytes([0; 16]),
        incarnation: Incarnation::from_bytes([0; 16]),
    };
    Session::new(nobody, rng)
}

/// Adds contacts to a participant's document, each at its own time, by the device and the person
/// who began it. The program makes all rows anew when it is opened.
pub fn add(
    store: &mut Store,
    participant: &str,
    contacts: Vec<EncounterFacts>,
    rng: &mut impl Rng,
) -> Result<()> {
    let id: DocumentId = participant.parse()?;
    let begun = load(store, &id, reader(rng))?;
    let by = begun.created().and_then(|created| created.by);
    let by = by.context("nobody began this record")?;
    let history = begun.history(&RecordRef::Details)?;
    let writer = history.first().and_then(|entry| entry.author);
    let writer = writer.context("no device began this record")?;
    let mut document = load(store, &id, Session::new(writer, rng))?;
    store.transaction(|tx| -> Result<()> {
        for facts in contacts {
            let now = Now {
                at: facts.at,
                offset_minutes: facts.offset_minutes,
            };
            let command = ParticipantCommand::LogEncounter {
                id: RecordId::new(now.at, rng),
                facts: EncounterFacts {
                    made_by: by,
                    ..facts
                },
            };
            let written = document.command(&command, now)?;
            let written = written.context("a contact was not written")?;
            let hash = written.hash.as_bytes();
            tx.add_pending(&id, hash, &written.change, now.at.millis())?;
        }
        Ok(tx.remove_meta("rows_version")?)
    })
}
