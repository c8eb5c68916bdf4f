use super::{
    StoreCase,
    check::{Outcome, is_so, same, there},
    samples::{device, document, incarnation, item, item_id},
};
use crate::{ItemInsert, NewItem, ReceiptRow, Store, StoreError, Writer};

pub(super) const CASES: &[StoreCase] = &[
    ("an_item_is_kept_once_however_often_it_comes", once),
    ("two_items_never_share_a_counter", counter_taken),
    ("items_come_in_order_of_arrival_and_by_counter", order),
    ("the_highest_counter_outlives_compaction", highest),
    ("pending_changes_leave_when_an_item_carries_them", pending),
    ("the_frontier_only_moves_forwards", frontier),
    ("receipts_only_grow_and_tell_when", receipts),
    ("what_others_hold_and_this_device_does_not", vouched),
    ("a_missing_item_is_a_hole_in_its_document", holes),
];

fn once(store: &mut Store) -> Outcome {
    let with_seq = NewItem {
        seq: Some(77),
        ..item(1)
    };
    let inserted = store.transaction(|tx| {
        Ok::<_, StoreError>([
            tx.insert_item(&item(1))?,
            tx.insert_item(&item(1))?,
            tx.insert_item(&with_seq)?,
        ])
    })?;
    same(
        "inserted",
        &inserted,
        &[ItemInsert::New, ItemInsert::Known, ItemInsert::Known],
    )?;
    let row = there("item", store.read().item(&item_id(1))?)?;
    same("seq", &row.seq, &Some(77))?;
    same("bytes", &row.bytes.as_slice(), &item(1).bytes)?;
    is_so("has_item", store.read().has_item(&item_id(1))?)?;
    same(
        "one row",
        &store.read().items_of(&document(1), 0, 10)?.len(),
        &1,
    )
}

fn counter_taken(store: &mut Store) -> Outcome {
    let other = NewItem {
        id: item_id(200),
        ..item(1)
    };
    let inserted = store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.insert_item(&other)
    })?;
    same("told", &inserted, &ItemInsert::CounterTaken(item_id(1)))?;
    is_so("not written", !store.read().has_item(&item_id(200))?)
}

fn order(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        for n in [3, 1, 2] {
            tx.insert_item(&item(n))?;
        }
        let other = NewItem {
            id: item_id(50),
            document: document(2),
            ..item(1)
        };
        tx.insert_item(&other).map(|_| ())
    })?;
    let arrived = store.read().items_of(&document(1), 0, 10)?;
    let ns: Vec<u64> = arrived.iter().map(|row| row.n).collect();
    same("arrival", &ns, &vec![3, 1, 2])?;
    let first = arrived.first().map_or(0, |row| row.position);
    let rest = store.read().items_of(&document(1), first, 10)?;
    same("after the first", &rest.len(), &2)?;
    let by_n = store
        .read()
        .items_from(&document(1), &device(1), &incarnation(1), 2, 10)?;
    let ns: Vec<u64> = by_n.iter().map(|row| row.n).collect();
    same("by counter", &ns, &vec![2, 3])?;
    let documents = store.read().item_documents()?;
    same("documents", &documents, &vec![document(1), document(2)])?;
    let at = store
        .read()
        .item_at(&document(1), &device(1), &incarnation(1), 2)?;
    same("at a counter", &at, &Some(item_id(2)))
}

fn highest(store: &mut Store) -> Outcome {
    let (one, writer, opened) = (document(1), device(1), incarnation(1));
    same(
        "none",
        &store.read().highest(&one, &writer, &opened)?,
        &None,
    )?;
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.insert_item(&item(2)).map(|_| ())
    })?;
    let wanted = Some((2, item_id(2)));
    same(
        "two",
        &store.read().highest(&one, &writer, &opened)?,
        &wanted,
    )?;
    let all = store.read().highest_all()?;
    let last = Writer {
        document: one,
        device: writer,
        incarnation: opened,
        n: 2,
        last: item_id(2),
    };
    same("all", &all, &vec![last])?;
    store.transaction(|tx| {
        tx.set_frontier(&last)?;
        tx.remove_items(&[item_id(1), item_id(2), item_id(99)])
    })?;
    is_so("removed", !store.read().has_item(&item_id(2))?)?;
    same(
        "still two",
        &store.read().highest(&one, &writer, &opened)?,
        &wanted,
    )
}

fn pending(store: &mut Store) -> Outcome {
    let queued = store.transaction(|tx| {
        Ok::<_, StoreError>([
            tx.add_pending(&document(2), &[2; 32], b"b", 1)?,
            tx.add_pending(&document(1), &[1; 32], b"a", 2)?,
            tx.add_pending(&document(1), &[3; 32], b"c", 3)?,
            tx.add_pending(&document(1), &[1; 32], b"a", 4)?,
        ])
    })?;
    same("queued", &queued, &[true, true, true, false])?;
    let waiting = store.read().pending_documents()?;
    same("longest first", &waiting, &vec![document(2), document(1)])?;
    let hashes: Vec<[u8; 32]> = store
        .read()
        .pending(&document(1))?
        .into_iter()
        .map(|row| row.hash)
        .collect();
    same("oldest first", &hashes, &vec![[1; 32], [3; 32]])?;
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.remove_pending(&document(1), &[[1; 32], [3; 32]])
    })?;
    same(
        "left",
        &store.read().pending_documents()?,
        &vec![document(2)],
    )
}

fn frontier(store: &mut Store) -> Outcome {
    let at = |n: u64, last: u8| Writer {
        document: document(1),
        device: device(1),
        incarnation: incarnation(1),
        n,
        last: item_id(last),
    };
    store.transaction(|tx| {
        tx.set_frontier(&at(5, 5))?;
        tx.set_frontier(&at(4, 4))
    })?;
    let held = store
        .read()
        .frontier_at(&document(1), &device(1), &incarnation(1))?;
    same("forwards", &held, &Some((5, item_id(5))))?;
    same("all", &store.read().frontier()?, &vec![at(5, 5)])?;
    same(
        "other document",
        &store.read().frontier_of(&document(2))?,
        &vec![],
    )
}

fn receipts(store: &mut Store) -> Outcome {
    let receipt = |by: u8, n: u64, at: i64| ReceiptRow {
        by: device(by),
        document: document(1),
        device: device(1),
        incarnation: incarnation(1),
        n,
        at,
    };
    store.transaction(|tx| {
        tx.put_receipt(&receipt(8, 3, 100))?;
        tx.put_receipt(&receipt(8, 2, 200))?;
        tx.put_receipt(&receipt(9, 7, 50))?;
        tx.put_receipt(&receipt(8, 5, 300))
    })?;
    let holding = |store: &Store, n| {
        store
            .read()
            .receipts_for(&document(1), &device(1), &incarnation(1), n)
    };
    same(
        "three",
        &holding(store, 3)?,
        &vec![receipt(9, 7, 50), receipt(8, 3, 100)],
    )?;
    same(
        "four: not by what was said of three",
        &holding(store, 4)?,
        &vec![receipt(9, 7, 50), receipt(8, 5, 300)],
    )?;
    same(
        "by",
        &store.read().receipts_by(&device(8))?,
        &vec![receipt(8, 5, 300)],
    )?;
    store.transaction(|tx| tx.put_newest_receipt(&receipt(8, 6, 400)))?;
    same(
        "more",
        &store.read().receipts_by(&device(8))?,
        &vec![receipt(8, 6, 400)],
    )?;
    same(
        "without since when",
        &holding(store, 6)?,
        &vec![receipt(9, 7, 50)],
    )
}

fn vouched(store: &mut Store) -> Outcome {
    let say = |by: u8, n: u64| ReceiptRow {
        by: device(by),
        document: document(1),
        device: device(1),
        incarnation: incarnation(1),
        n,
        at: 1,
    };
    store.transaction(|tx| {
        tx.put_receipt(&say(8, 2))?;
        tx.put_receipt(&say(9, 3))
    })?;
    let beyond = |store: &Store, own: u8| -> Result<Vec<u64>, crate::StoreError> {
        let found = store.read().vouched_beyond(&device(own))?;
        Ok(found.iter().map(|chain| chain.n).collect())
    };
    same("nothing is here", &beyond(store, 7)?, &vec![3])?;
    same("own words do not count", &beyond(store, 9)?, &vec![2])?;
    let reach = |n: u8| Writer {
        document: document(1),
        device: device(1),
        incarnation: incarnation(1),
        n: u64::from(n),
        last: item_id(n),
    };
    store.transaction(|tx| tx.set_frontier(&reach(2)))?;
    same("one is missing", &beyond(store, 7)?, &vec![3])?;
    store.transaction(|tx| tx.set_frontier(&reach(3)))?;
    same("all is here", &beyond(store, 7)?, &vec![])
}

fn holes(store: &mut Store) -> Outcome {
    store.transaction(|tx| tx.insert_item(&item(2)))?;
    same(
        "the first is missing",
        &store.read().documents_with_holes()?,
        &vec![document(1)],
    )?;
    let reach = Writer {
        document: document(1),
        device: device(1),
        incarnation: incarnation(1),
        n: 2,
        last: item_id(2),
    };
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.set_frontier(&reach)
    })?;
    same("whole", &store.read().documents_with_holes()?, &vec![])
}
