//! Wake-ups: who waits for which agency. A wake-up is a hint and carries no ids.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use handrail_protocol::id::AgencyId;
use tokio::sync::watch;

/// How far an agency has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Sequence of the newest durable item.
    pub sequence: u64,
    /// Number of the newest durable roster entry.
    pub roster: u64,
}

/// Tells those who wait for an agency that it has advanced.
#[derive(Debug, Default)]
pub struct Hub {
    agencies: Mutex<HashMap<AgencyId, watch::Sender<Progress>>>,
}

impl Hub {
    /// What changes from now on; the receiver starts at `now`, or at what the hub knows if
    /// that is further.
    pub fn subscribe(&self, agency: AgencyId, now: Progress) -> watch::Receiver<Progress> {
        self.advance(agency, now);
        let mut agencies = self.agencies.lock().unwrap_or_else(PoisonError::into_inner);
        agencies
            .entry(agency)
            .or_insert_with(|| watch::Sender::new(now))
            .subscribe()
    }

    /// To be called after the commit. Never goes back.
    pub fn advance(&self, agency: AgencyId, progress: Progress) {
        let mut agencies = self.agencies.lock().unwrap_or_else(PoisonError::into_inner);
        let sender = agencies
            .entry(agency)
            .or_insert_with(|| watch::Sender::new(progress));
        sender.send_if_modified(|held| {
            let next = Progress {
                sequence: held.sequence.max(progress.sequence),
                roster: held.roster.max(progress.roster),
            };
            let advanced = next != *held;
            *held = next;
            advanced
        });
    }

    /// Ends every wait: the relay is stopping.
    pub fn close(&self) {
        self.agencies
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}
