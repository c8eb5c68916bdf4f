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
#[derive(Debug)]
pub struct Hub {
    /// `None` once the relay is stopping.
    agencies: Mutex<Option<HashMap<AgencyId, watch::Sender<Progress>>>>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            agencies: Mutex::new(Some(HashMap::new())),
        }
    }
}

impl Hub {
    /// What changes from now on; the receiver starts at `now`, or at what the hub knows if
    /// that is further. After [`close`](Self::close) the wait is over at once.
    pub fn subscribe(&self, agency: AgencyId, now: Progress) -> watch::Receiver<Progress> {
        let mut agencies = self.agencies.lock().unwrap_or_else(PoisonError::into_inner);
        match agencies.as_mut() {
            Some(agencies) => advance(agencies, agency, now).subscribe(),
            None => watch::Sender::new(now).subscribe(),
        }
    }

    /// To be called after the commit. Never goes back.
    pub fn advance(&self, agency: AgencyId, progress: Progress) {
        let mut agencies = self.agencies.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(agencies) = agencies.as_mut() {
            advance(agencies, agency, progress);
        }
    }

    /// Ends every wait: the relay is stopping.
    pub fn close(&self) {
        *self.agencies.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn advance(
    agencies: &mut HashMap<AgencyId, watch::Sender<Progress>>,
    agency: AgencyId,
    progress: Progress,
) -> &watch::Sender<Progress> {
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
    sender
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(sequence: u64) -> Progress {
        Progress {
            sequence,
            roster: 0,
        }
    }

    #[test]
    fn nobody_is_woken_backwards_or_for_another_agency() {
        let hub = Hub::default();
        let (ours, theirs) = (AgencyId::from_bytes([1; 16]), AgencyId::from_bytes([2; 16]));
        let mut waiting = hub.subscribe(ours, at(5));
        hub.advance(ours, at(4));
        hub.advance(theirs, at(9));
        assert!(!waiting.has_changed().unwrap());
        hub.advance(ours, at(6));
        assert!(waiting.has_changed().unwrap());
        assert_eq!(*waiting.borrow_and_update(), at(6));
    }

    #[test]
    fn who_subscribes_with_old_news_still_sees_the_newest() {
        let hub = Hub::default();
        let agency = AgencyId::from_bytes([1; 16]);
        hub.advance(agency, at(7));
        assert_eq!(*hub.subscribe(agency, at(5)).borrow(), at(7));
    }

    #[test]
    fn closing_ends_every_wait_also_later_ones() {
        let hub = Hub::default();
        let agency = AgencyId::from_bytes([1; 16]);
        let before = hub.subscribe(agency, at(1));
        hub.close();
        assert!(before.has_changed().is_err());
        assert!(hub.subscribe(agency, at(1)).has_changed().is_err());
    }
}
