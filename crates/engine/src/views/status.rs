//! The quiet pill: only what there is evidence for (M7).

use handrail_store::Read;
use handrail_sync::{SyncPhase, Trouble};

use super::delivery::{reached, readers};
use super::incomplete;
use super::shown_count;
use crate::api::{EngineError, ReachedBy, SyncState, SyncTrouble, SyncView};
use crate::last_words;
use crate::open::Open;

/// The state of sending and fetching.
pub fn sync_view(open: &Open) -> Result<SyncView, EngineError> {
    let read = open.store.read();
    let waiting = read.waiting()?;
    let carried = shown_count(read.carried_count()?);
    let last_sent = read.last_sent(&open.identity.device)?;
    let last_reached = match &last_sent {
        Some(sent) => last_reached(open, &read, sent)?,
        None => None,
    };
    let waiting = shown_count(waiting.pending_changes.saturating_add(waiting.items));
    Ok(SyncView {
        state: state(open),
        waiting,
        carried,
        last_sent_at: last_sent.map(|sent| sent.sent_at),
        last_reached_at: last_reached.map(|(at, _)| at),
        last_reached_by: last_reached.map(|(_, by)| by),
        all_reached: waiting == 0 && last_reached.is_some() && all_reached(open, &read)?,
        // A lost device's last word says something and wants nothing; so does what was taken in.
        quarantined: shown_count(
            read.quarantine_count()?
                .saturating_sub(last_words::count(&read)?)
                .saturating_sub(incomplete::settled_count(open)),
        ),
        incomplete: incomplete::views(open)?,
        first_fetch: open
            .conversation
            .as_ref()
            .and_then(|talk| talk.machine.first_fetch())
            .map(|p| (p.bytes, p.items)),
    })
}

fn last_reached(
    open: &Open,
    read: &Read<'_>,
    sent: &handrail_store::LastSent,
) -> Result<Option<(i64, ReachedBy)>, EngineError> {
    let home = read.document_groups(&sent.document)?.first().copied();
    let Some(readers) = home.and_then(|home| readers(open, &home)) else {
        return Ok(None);
    };
    let receipts = read.receipts_for(&sent.document, &sent.device, &sent.incarnation, sent.n)?;
    Ok(reached(&readers, &receipts, sent.sent_at))
}

/// Everything that this device wrote about participants is where it was meant
/// to be read.
fn all_reached(open: &Open, read: &Read<'_>) -> Result<bool, EngineError> {
    for (home, _) in open.readable_caseloads() {
        let Some(readers) = readers(open, &home) else {
            continue;
        };
        if read.is_unreached(&open.identity.device, &home, &readers.devices)? {
            return Ok(false);
        }
    }
    Ok(true)
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
            Trouble::RecordsWithheld => SyncTrouble::RecordsWithheld,
            Trouble::Refused => SyncTrouble::Refused,
            Trouble::Quota => SyncTrouble::Quota,
            Trouble::Full => SyncTrouble::StorageFull,
            Trouble::Storage => SyncTrouble::StorageFailed,
        }),
    }
}
