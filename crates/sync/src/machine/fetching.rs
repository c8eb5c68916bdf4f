//! Pages of items: the agency's feed, and single documents from their
//! beginning.

use std::collections::BTreeSet;

use handrail_protocol::message::{FeedPage, FeedPoint};
use handrail_protocol::{DocumentId, ItemId, route};

use super::answer::{Taken, body};
use super::flight::{Draft, Purpose};
use super::io::{Changed, SyncReply, Trouble};
use super::{Step, SyncMachine};
use crate::expected::Expected;
use crate::receive::{self, PageItem, Received};
use crate::{StoreFault, SyncStore, SyncTx};

/// What a page says about the items that the relay promised to have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum History {
    /// They are where they should be.
    AsPromised,
    /// It ends before them. The answer may have been on its way before they
    /// were promised.
    Short,
    /// They are not where they should be.
    Broken,
}

impl SyncMachine {
    pub(super) fn next_down(
        &mut self,
        store: &mut impl SyncStore,
    ) -> Result<Option<Draft>, StoreFault> {
        let bytes = self.batch.bytes();
        if self.todo.feed {
            self.todo.feed = false;
            let after = store.transaction(|tx| tx.cursor())?;
            return Ok(after.map(|after| {
                Draft::get(Purpose::Feed { after }, route::feed_after(&after, bytes))
            }));
        }
        if !self.todo.backfill {
            return Ok(None);
        }
        let fetched = &self.todo.fetched;
        let next = store.transaction(|tx| {
            let wanted = tx.backfills()?.into_iter().find(|id| !fetched.contains(id));
            Ok(wanted.zip(tx.cursor()?))
        })?;
        let Some((document, cursor)) = next else {
            self.todo.backfill = false;
            return Ok(None);
        };
        let after = self.todo.document_after;
        let path = route::document_after(document, cursor.incarnation, after, bytes);
        Ok(Some(Draft::get(
            Purpose::Document { document, after },
            path,
        )))
    }

    pub(super) fn take_feed(
        &mut self,
        after: &FeedPoint,
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        if reply.status == 409 {
            return self.take_other_history(reply, store);
        }
        let page = match (reply.status, body::<FeedPage>(reply)) {
            (200, Ok(page)) if continues(after, &page) => page,
            _ => return Ok(Taken::Badly(None)),
        };
        let mut history = History::AsPromised;
        let taken = self.take_page(&page, store, step, |tx, items| {
            // Another answer may have moved on, or begun anew.
            if tx.cursor()? != Some(*after) {
                return Ok(());
            }
            tx.set_cursor(Some(page.point()))?;
            let mut expected = Expected::read(tx)?;
            if !expected.meet(items, page.next) {
                history = History::Broken;
            } else if !page.more && expected.is_open() {
                history = History::Short;
            }
            expected.write(tx)
        })?;
        let Some(received) = taken else {
            return Ok(self.held());
        };
        self.note_received(received, step);
        if page.more {
            self.todo.feed = true;
        } else {
            self.feed_drained(page.items.is_empty(), store, step)?;
        }
        self.judge_history(history, store)?;
        Ok(Taken::Well)
    }

    pub(super) fn take_document(
        &mut self,
        document: DocumentId,
        after: u64,
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        match reply.status {
            409 => return self.take_other_history(reply, store),
            404 => {
                self.document_fetched(document, store, step)?;
                return Ok(Taken::Well);
            }
            _ => {}
        }
        let page = match (reply.status, body::<FeedPage>(reply)) {
            (200, Ok(page)) if page.next >= after => page,
            _ => return Ok(Taken::Badly(None)),
        };
        let promised = |tx: &mut dyn SyncTx, items: &[PageItem<'_>]| {
            let items = items.iter().map(|item| (item.seq, ItemId::of(item.bytes)));
            // What does not agree shows when the history is read.
            Expected::add(tx, items).map(|_| ())
        };
        let Some(mut received) = self.take_page(&page, store, step, promised)? else {
            self.todo.backfill = true;
            return Ok(self.held());
        };
        // It was looked for; it is not there.
        received.incomplete.remove(&document);
        self.note_received(received, step);
        if page.more && page.next > after {
            self.todo.document_after = page.next;
        } else {
            self.document_fetched(document, store, step)?;
        }
        Ok(Taken::Well)
    }

    /// Takes a page and what `and` adds in one transaction. `None` when the
    /// page was held; what to do before it is asked for again is noted.
    fn take_page(
        &mut self,
        page: &FeedPage,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
        and: impl FnOnce(&mut dyn SyncTx, &[PageItem<'_>]) -> Result<(), StoreFault>,
    ) -> Result<Option<Received>, StoreFault> {
        let items: Vec<PageItem<'_>> = page
            .items
            .iter()
            .map(|item| PageItem {
                seq: item.seq,
                bytes: &item.item,
            })
            .collect();
        let accused = &self.accused;
        let at = step.now.at;
        let taken = store.transaction(|tx| {
            let taken = receive::take_page(tx, &items, accused, at, step.rng)?;
            if matches!(taken, receive::Taken::Done(_)) {
                and(tx, &items)?;
            }
            Ok(taken)
        })?;
        match taken {
            receive::Taken::Done(received) => {
                self.accused.clear();
                self.flooded = false;
                if let Some(progress) = &mut self.first_fetch {
                    let bytes: usize = items.iter().map(|item| item.bytes.len()).sum();
                    progress.bytes += bytes as u64;
                    progress.items += items.len() as u64;
                }
                Ok(Some(received))
            }
            receive::Taken::Held(hold) => {
                self.flooded = hold.flooded;
                self.accused.extend(hold.accused);
                self.todo.feed = true;
                self.todo.fetch_roster |= hold.needs_roster;
                Ok(None)
            }
        }
    }

    /// What a page that was held means for what comes next.
    fn held(&self) -> Taken {
        if self.flooded {
            Taken::Badly(Some(Trouble::NotARelay))
        } else if self.todo.fetch_roster {
            Taken::Settled
        } else {
            Taken::Badly(None)
        }
    }

    /// A relay restored from a backup may show a history in which nothing is
    /// wrong but what is missing.
    fn judge_history(
        &mut self,
        history: History,
        store: &mut impl SyncStore,
    ) -> Result<(), StoreFault> {
        let doubted = std::mem::replace(&mut self.doubted, history == History::Short);
        match history {
            History::Short if !doubted => self.todo.feed = true,
            History::Short | History::Broken => self.relay_lost_items(store)?,
            History::AsPromised => {}
        }
        Ok(())
    }

    /// The relay's history is not the one that this device knows.
    fn take_other_history(
        &mut self,
        reply: &SyncReply,
        store: &mut impl SyncStore,
    ) -> Result<Taken, StoreFault> {
        let Ok(point) = body::<FeedPoint>(reply) else {
            return Ok(Taken::Badly(None));
        };
        let again = self.healing.is_some();
        self.todo.document_after = 0;
        self.todo.backfill = true;
        self.relay_lost_data(point.incarnation, store)?;
        Ok(if again {
            Taken::Badly(None)
        } else {
            Taken::Settled
        })
    }

    /// This device has everything that the relay has for it.
    fn feed_drained(
        &mut self,
        empty: bool,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        self.first_fetch = None;
        self.todo.read_first = false;
        if let Some(healing) = &mut self.healing {
            healing.drained = true;
        }
        let incomplete: Vec<DocumentId> = std::mem::take(&mut self.todo.incomplete)
            .into_iter()
            .filter(|document| !self.todo.fetched.contains(document))
            .collect();
        if !incomplete.is_empty() {
            store.transaction(|tx| {
                incomplete
                    .iter()
                    .try_for_each(|document| tx.set_backfill(document, true))
            })?;
            self.todo.backfill = true;
        }
        if self.todo.snapshots {
            self.todo.push_now(step.ms());
        }
        if std::mem::take(&mut self.todo.roster_if_empty) && empty {
            self.todo.fetch_roster = true;
        }
        if std::mem::take(&mut self.todo.look_for_gaps) {
            store.transaction(|tx| {
                let gaps = receive::documents_with_gaps(tx)?;
                gaps.iter()
                    .try_for_each(|document| tx.set_backfill(document, true))
            })?;
            self.todo.backfill = true;
        }
        if std::mem::take(&mut self.todo.look_behind) {
            self.look_behind(store, step)?;
        }
        Ok(())
    }

    /// Compares what others say they hold with what is held here. What is behind
    /// is fetched from its beginning once; if that does not help, it is withheld.
    fn look_behind(
        &mut self,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        let known = &self.behind;
        let behind = store.transaction(|tx| {
            let behind = receive::documents_behind(tx)?;
            for document in behind.difference(known) {
                tx.set_backfill(document, true)?;
            }
            Ok(behind)
        })?;
        for document in behind.difference(&self.behind) {
            self.todo.fetched.remove(document);
            self.todo.backfill = true;
        }
        let withheld = if self.healing.is_some() {
            BTreeSet::new()
        } else {
            behind.intersection(&self.todo.fetched).copied().collect()
        };
        // As long as something is behind, each look may find that it came.
        self.todo.look_behind = !behind.is_empty();
        self.behind = behind;
        if withheld != self.withheld {
            self.withheld = withheld;
            step.changed(Changed::Withheld);
        }
        Ok(())
    }

    /// Documents are wanted from their beginning, whether they were fetched before or not.
    pub(super) fn fetch_again<'a>(&mut self, documents: impl IntoIterator<Item = &'a DocumentId>) {
        for document in documents {
            self.todo.fetched.remove(document);
            self.todo.backfill = true;
        }
    }

    fn document_fetched(
        &mut self,
        document: DocumentId,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        self.todo.document_after = 0;
        self.todo.fetched.insert(document);
        store.transaction(|tx| tx.set_backfill(&document, false))?;
        if self.behind.contains(&document) {
            self.look_behind(store, step)?;
        }
        Ok(())
    }

    /// Tells the driver what changed and wishes what follows from it.
    pub(super) fn note_received(&mut self, received: Received, step: &mut Step<'_>) {
        self.roster_forked |= received.roster_fork;
        if received.receipts || received.sent || !received.documents.is_empty() {
            self.allowance.give_back();
        }
        self.todo.look_behind |= received.receipts || !received.documents.is_empty();
        self.todo.snapshots |= !received.documents.is_empty();
        if received.receipt_due {
            self.todo.receipt_due(step.ms());
        }
        self.fetch_again(&received.granted);
        // What waits may have a key now.
        if received.new_incarnation || !received.unlocked.is_empty() {
            self.todo.push_now(step.ms());
        }
        self.todo
            .incomplete
            .extend(received.incomplete.iter().copied());
        for changed in received.into_changes() {
            step.changed(changed);
        }
    }
}

/// Whether a page is what may follow a point.
fn continues(after: &FeedPoint, page: &FeedPage) -> bool {
    let same_relay = after.seq == 0 || page.incarnation == after.incarnation;
    let mut last = after.seq;
    let ascending = page.items.iter().all(|item| {
        let later = item.seq > last;
        last = item.seq;
        later
    });
    same_relay && ascending && page.next >= last && (!page.more || page.next > after.seq)
}
