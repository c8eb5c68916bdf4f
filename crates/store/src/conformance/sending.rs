use super::{
    StoreCase,
    check::{Outcome, is_so, same, there},
    samples::{device, document, group, incarnation, item, item_id},
};
use crate::{ItemRow, NewItem, ReceiptRow, Store, Waiting, Writer};

pub(super) const CASES: &[StoreCase] = &[
    ("an_item_waits_until_the_relay_answers", answered),
    ("a_refused_item_stays_and_is_not_offered_again", refused),
    ("an_item_that_the_relay_lost_is_offered_again", requeued),
    ("a_page_of_unsent_items_keeps_to_its_size", paged),
    ("sent_and_reached_come_from_evidence", delivery),
    ("only_what_people_wrote_counts_as_sent_and_reached", content),
];

fn unsent(store: &Store) -> Result<Vec<u64>, crate::StoreError> {
    let rows: Vec<ItemRow> = store.read().unsent(100, 1 << 20)?;
    Ok(rows.into_iter().map(|row| row.n).collect())
}

fn two(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.insert_item(&item(2))
    })?;
    Ok(())
}

fn answered(store: &mut Store) -> Outcome {
    two(store)?;
    store.transaction(|tx| tx.add_pending(&document(1), &[1; 32], b"change", 1))?;
    let bytes = (item(1).bytes.len() * 2 + 6) as u64;
    let waiting = Waiting {
        pending_changes: 1,
        items: 2,
        bytes,
    };
    same("waiting", &store.read().waiting()?, &waiting)?;
    store.transaction(|tx| tx.mark_sent(&item_id(1), 40, 5_000))?;
    same("unsent", &unsent(store)?, &vec![2])?;
    store.transaction(|tx| tx.mark_sent(&item_id(2), 41, 6_000))?;
    same("unsent", &unsent(store)?, &vec![])?;
    same("items", &store.read().waiting()?.items, &0)
}

fn refused(store: &mut Store) -> Outcome {
    two(store)?;
    store.transaction(|tx| tx.mark_refused(&item_id(1), 4))?;
    same("unsent", &unsent(store)?, &vec![2])?;
    same("refused", &store.read().refused_count()?, &1)?;
    store.transaction(|tx| tx.put_draft("log:1", "{}", 1))?;
    // Forms that are about nobody are no words that anybody misses.
    store.transaction(|tx| tx.put_draft("group:new", "{}", 1))?;
    store.transaction(|tx| tx.put_draft("resource:new", "{}", 1))?;
    same("left behind", &store.read().left_behind()?, &2)?;
    let row = there("item", store.read().item(&item_id(1))?)?;
    same("reason", &row.refused, &Some(4))?;
    store.transaction(|tx| tx.requeue_item(&item_id(1)))?;
    same("offered again", &unsent(store)?, &vec![1, 2])
}

fn requeued(store: &mut Store) -> Outcome {
    let foreign = NewItem {
        seq: Some(9),
        ..item(1)
    };
    store.transaction(|tx| tx.insert_item(&foreign))?;
    same("unsent", &unsent(store)?, &vec![])?;
    store.transaction(|tx| tx.requeue_item(&item_id(1)))?;
    same("unsent", &unsent(store)?, &vec![1])
}

fn paged(store: &mut Store) -> Outcome {
    two(store)?;
    same("one at least", &store.read().unsent(100, 1)?.len(), &1)?;
    same("by count", &store.read().unsent(1, 1 << 20)?.len(), &1)?;
    let both = (item(1).bytes.len() * 2) as u64;
    same("both", &store.read().unsent(100, both)?.len(), &2)
}

fn delivery(store: &mut Store) -> Outcome {
    is_so("unknown", store.read().delivery_of(&item_id(1))?.is_none())?;
    two(store)?;
    store.transaction(|tx| {
        tx.mark_sent(&item_id(1), 40, 5_000)?;
        tx.put_receipt(&ReceiptRow {
            by: device(9),
            document: document(1),
            device: device(1),
            incarnation: incarnation(1),
            n: 1,
            at: 7_000,
        })
    })?;
    let first = there("first", store.read().delivery_of(&item_id(1))?)?;
    same(
        "sent",
        &(first.seq, first.sent_at),
        &(Some(40), Some(5_000)),
    )?;
    same("reached", &first.receipts.len(), &1)?;
    let second = there("second", store.read().delivery_of(&item_id(2))?)?;
    same("not sent", &second.seq, &None)?;
    same("not reached", &second.receipts.len(), &0)
}

/// Of three documents one is about the agency; a receipt is sent last.
fn content(store: &mut Store) -> Outcome {
    let in_document = |which: u8, n: u8, kind: u8| NewItem {
        id: item_id(10 * which + n),
        document: document(which),
        kind,
        ..item(n)
    };
    store.transaction(|tx| {
        tx.add_document_group(&document(1), 3, &group(1))?;
        tx.add_document_group(&document(2), 1, &group(1))?;
        tx.add_document_group(&document(3), 2, &group(1))?;
        tx.insert_item(&in_document(1, 1, 0))?;
        tx.insert_item(&in_document(2, 1, 0))?;
        tx.insert_item(&in_document(3, 1, 2))?;
        tx.set_frontier(&reach(1, 1))
    })?;
    same("waiting", &store.read().waiting()?.items, &2)?;
    store.transaction(|tx| {
        tx.mark_sent(&item_id(11), 1, 100)?;
        tx.mark_sent(&item_id(21), 2, 200)?;
        tx.mark_sent(&item_id(31), 3, 300)
    })?;
    let last = there("last sent", store.read().last_sent(&device(1))?)?;
    same(
        "last sent",
        &(last.item, last.seq, last.sent_at),
        &(item_id(11), 1, 100),
    )?;
    is_so(
        "another device sent nothing",
        store.read().last_sent(&device(2))?.is_none(),
    )?;
    let unreached = |store: &Store, readers: &[u8]| {
        let readers: Vec<_> = readers.iter().map(|which| device(*which)).collect();
        store.read().is_unreached(&device(1), &group(1), &readers)
    };
    is_so("nobody has it", unreached(store, &[8, 9])?)?;
    let said = ReceiptRow {
        by: device(9),
        document: document(1),
        device: device(1),
        incarnation: incarnation(1),
        n: 1,
        at: 7_000,
    };
    store.transaction(|tx| tx.put_receipt(&said))?;
    is_so("one of them has it", !unreached(store, &[8, 9])?)?;
    is_so("somebody else has it", unreached(store, &[8])?)?;
    is_so("nobody is asked for", unreached(store, &[])?)?;
    store.transaction(|tx| {
        tx.insert_item(&in_document(1, 2, 0))?;
        tx.set_frontier(&reach(1, 2))
    })?;
    is_so("there is more since", unreached(store, &[8, 9])?)?;
    same(
        "another home",
        &store
            .read()
            .is_unreached(&device(1), &group(2), &[device(8)])?,
        &false,
    )
}

fn reach(which: u8, n: u8) -> Writer {
    Writer {
        document: document(which),
        device: device(1),
        incarnation: incarnation(1),
        n: u64::from(n),
        last: item_id(10 * which + n),
    }
}
