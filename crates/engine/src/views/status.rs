//! The quiet pill: only what there is evidence for (M7).

use handrail_sync::{SyncPhase, Trouble};

use super::delivery::first_receipt;
use super::shown_count;
use crate::api::{EngineError, SyncState, SyncTrouble, SyncView};
use crate::open::Open;

/// The state of sending and fetching.
pub fn sync_view(open: &Open) -> Result<SyncView, EngineError> {
    let read = open.store.read();
    let waiting = read.waiting()?;
    let last_sent = read.last_sent()?;
    let last_reached_at = match &last_sent {
        Some(sent) => {
            let receipts =
                read.receipts_for(&sent.document, &sent.device, &sent.incarnation, sent.n)?;
            first_receipt(open, &receipts)
        }
        None => None,
    };
    let waiting = shown_count(waiting.pending_changes.saturating_add(waiting.items));
    Ok(SyncView {
        state: state(open),
        waiting,
        last_sent_at: last_sent.map(|sent| sent.sent_at),
        last_reached_at,
        all_reached: waiting == 0 && last_reached_at.is_some(),
        quarantined: shown_count(read.quarantine_count()?),
        incomplete: Vec::new(),
        first_fetch: open
            .conversation
            .as_ref()
            .and_then(|talk| talk.machine.first_fetch())
            .map(|p| (p.bytes, p.items)),
    })
}

fn state(open: &Open) -> SyncState {
    let Some(talk) = &open.conversation else {
        return SyncState::LocalOnly;
    };
    match talk.phase() {
        SyncPhase::Off | SyncPhase::Idle => SyncState::Idle,
        SyncPhase::Working => SyncState::Working,
        SyncPhase::Offline { retry_at } => SyncState::Offline {
            retry_at: talk.clock_shift.saturating_add_unsigned(retry_at),
        },
        SyncPhase::Trouble { trouble, .. } => SyncState::Trouble(match trouble {
            Trouble::NotARelay => SyncTrouble::NotARelay,
            Trouble::NotRecognised => SyncTrouble::Revoked,
            Trouble::RelayLostData => SyncTrouble::RelayLostData,
            Trouble::RosterForked => SyncTrouble::RosterForked,
            Trouble::Refused | Trouble::Storage => SyncTrouble::Refused,
            Trouble::Quota => SyncTrouble::Quota,
        }),
    }
}
