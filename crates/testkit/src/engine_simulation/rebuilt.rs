//! Rows are a cache: what a device shows does not change when they are dropped
//! and made again from its items.

use std::path::Path;

use handrail_engine::StoreLocation;
use handrail_store::{LockStore, Store, StoreError};
use handrail_vault::{LockRecord, Passphrase};

use super::check::{Broken, difference};
use super::device::PASSPHRASE;
use super::workload::Story;

impl Story {
    /// Drops the rows of one device and compares what it shows before and after.
    pub(super) fn check_rebuilt(&mut self, device: usize) -> Result<(), Broken> {
        let silent = Broken::Silent { device };
        let people = self.people(device).ok_or(silent.clone())?;
        let mut grown = Vec::new();
        for participant in &people {
            grown.push(self.person(device, participant));
        }
        let mut dropped = None;
        self.world.with_node(device, |node, _, _| {
            node.end_process(|place| dropped = drop_rows(place));
        });
        dropped.ok_or(silent.clone())?;
        self.world.crash(device);
        if self.people(device).ok_or(silent)? != people {
            return Err(Broken::Rebuilt {
                device,
                participant: "the list".to_owned(),
                difference: "other people".to_owned(),
            });
        }
        for (participant, grown) in people.into_iter().zip(grown) {
            let built = self.person(device, &participant);
            if built != grown {
                return Err(Broken::Rebuilt {
                    device,
                    participant,
                    difference: difference(built.as_ref(), grown.as_ref()),
                });
            }
        }
        Ok(())
    }
}

/// Leaves nothing but items, pending changes and keys.
fn drop_rows(place: &Path) -> Option<()> {
    let lock = LockStore::open_or_create(&StoreLocation::file(place.join("lock.db"))).ok()?;
    let row = lock.profile(1).ok()??;
    let record = LockRecord::from_bytes(&row.record).ok()?;
    let key = record
        .unlock(&Passphrase::new(PASSPHRASE, handrail_vault::nfc))
        .ok()?;
    let caseload = StoreLocation::file(place.join("caseload.db"));
    let mut store = Store::open(&caseload, key.expose(), &row.key_check).ok()?;
    store
        .transaction(|tx| -> Result<(), StoreError> {
            tx.clear_caches()?;
            tx.remove_meta("rows_version")
        })
        .ok()?;
    store.close().ok()?;
    lock.close().ok()
}
