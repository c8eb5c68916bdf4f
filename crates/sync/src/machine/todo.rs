//! What is wanted next. Losing it costs a repetition, never data: it is made
//! anew from the store at every start.

use std::collections::BTreeSet;

use handrail_protocol::DocumentId;

/// Changes that come this long after the last one are sent at once.
const CALM_MS: u64 = 10_000;
/// Otherwise they wait so long for others to travel with.
const GATHER_MS: u64 = 2_000;
/// Whoever wrote is answered before the change is packed and sealed.
const ANSWER_FIRST_MS: u64 = 1;
/// Receipts wait so long for others to be named with.
const RECEIPT_MS: u64 = 1_000;

/// Wishes; each is cleared when its request is made.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent wishes, not a state"
)]
pub(super) struct Todo {
    /// Read what an earlier run left unfinished.
    pub(super) recall: bool,
    /// Entries after the head.
    pub(super) fetch_roster: bool,
    /// Give own entries from this number on.
    pub(super) give_roster_from: Option<u64>,
    /// See whether this device wants an entry appended.
    pub(super) post_roster: bool,
    /// But not before the feed was read to its end.
    pub(super) read_first: bool,
    /// Unsent items cite a roster that is too old.
    pub(super) reseal: bool,
    /// See whether items or changes wait.
    pub(super) outbox: bool,
    /// Not before this time.
    pub(super) push_at: u64,
    /// What is carried for others is not offered before this time; `None` for at once.
    pub(super) carry_at: Option<u64>,
    /// Next page.
    pub(super) feed: bool,
    /// The next page may be empty because it was the roster that grew.
    pub(super) roster_if_empty: bool,
    /// See whether receipts are due, from this time on.
    pub(super) receipts_at: Option<u64>,
    /// See whether documents are to be fetched from their beginning.
    pub(super) backfill: bool,
    /// See, when the feed is read to its end, whether something earlier is
    /// missing still.
    pub(super) look_for_gaps: bool,
    /// See, when the feed is read to its end, whether others hold more.
    pub(super) look_behind: bool,
    /// Look at snapshots that came in, once there is nothing else to fetch or send.
    pub(super) snapshots: bool,
    /// Documents found incomplete since the last complete fetch.
    pub(super) incomplete: BTreeSet<DocumentId>,
    /// Documents that were fetched from their beginning in this run.
    pub(super) fetched: BTreeSet<DocumentId>,
    /// Sequence number up to which the document under way was fetched.
    pub(super) document_after: u64,
    last_change: Option<u64>,
}

impl Todo {
    /// At a start.
    pub(super) fn everything(now: u64) -> Self {
        Self {
            recall: true,
            fetch_roster: true,
            post_roster: true,
            outbox: true,
            push_at: now,
            feed: true,
            look_behind: true,
            snapshots: true,
            receipts_at: Some(now),
            backfill: true,
            ..Self::default()
        }
    }

    pub(super) fn local_change(&mut self, now: u64) {
        let calm = self.last_change.is_none_or(|last| now >= last + CALM_MS);
        if !self.outbox {
            self.push_at = now + if calm { ANSWER_FIRST_MS } else { GATHER_MS };
        }
        self.outbox = true;
        self.post_roster = true;
        self.last_change = Some(now);
    }

    pub(super) fn push_now(&mut self, now: u64) {
        self.outbox = true;
        self.push_at = now;
    }

    pub(super) fn receipt_due(&mut self, now: u64) {
        self.receipts_at.get_or_insert(now + RECEIPT_MS);
    }

    /// When something of this becomes due by itself. What is due already waits
    /// for an answer, not for time.
    pub(super) fn next_time(&self, now: u64) -> Option<u64> {
        let push = self.outbox.then_some(self.push_at);
        [push, self.receipts_at, self.carry_at]
            .into_iter()
            .flatten()
            .filter(|at| *at > now)
            .min()
    }
}
