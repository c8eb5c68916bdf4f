use super::{
    StoreCase,
    check::{Outcome, is_so, same, there},
    samples::{device, document, incarnation, item, item_id},
};
use crate::{NewItem, Store};

pub(super) const CASES: &[StoreCase] = &[
    ("what_is_carried_stands_apart_from_what_waits", apart),
    ("what_the_relay_has_is_set_down", set_down),
    ("an_order_to_forget_is_carried_on_alone", forgotten),
    (
        "an_own_item_that_was_given_away_is_known_until_it_is_sent",
        given,
    ),
    (
        "an_own_item_that_was_sealed_anew_was_not_given_away",
        replaced,
    ),
];

/// An item of another device in another document.
fn foreign(n: u8, kind: u8) -> NewItem<'static> {
    NewItem {
        id: item_id(100 + n),
        document: document(7),
        device: device(7),
        kind,
        ..item(n)
    }
}

fn in_hand(store: &Store) -> Result<Vec<handrail_protocol::ItemId>, crate::StoreError> {
    let rows = store.read().carried(100, 1 << 20)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

fn apart(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.carry(&foreign(2, 0))?;
        tx.carry(&foreign(1, 0))?;
        // Nobody wrote a receipt.
        tx.carry(&foreign(3, 2))
    })?;
    let again = store.transaction(|tx| tx.carry(&foreign(1, 0)))?;
    is_so("a known one stays", !again)?;
    same(
        "in order of arrival",
        &in_hand(store)?,
        &vec![item_id(102), item_id(101), item_id(103)],
    )?;
    let read = store.read();
    same("one at least", &read.carried(100, 0)?.len(), &1)?;
    same("by count", &read.carried(2, 1 << 20)?.len(), &2)?;
    same("counted", &read.carried_count()?, &2)?;
    same("own items wait", &read.waiting()?.items, &1)?;
    same("and are offered", &read.unsent(100, 1 << 20)?.len(), &1)?;
    let first = read.first_carried(&document(7), &device(7), &incarnation(1))?;
    same("lowest of the chain", &first, &Some(1))?;
    let none = read.first_carried(&document(1), &device(7), &incarnation(1))?;
    same("of another document", &none, &None)?;
    same("of a document", &read.carried_of(&document(7))?.len(), &3)
}

fn set_down(store: &mut Store) -> Outcome {
    store.transaction(|tx| tx.carry(&foreign(1, 0)))?;
    let row = there("carried", store.read().carried_item(&item_id(101))?)?;
    same("bytes", &row.bytes.as_slice(), &foreign(1, 0).bytes)?;
    is_so(
        "it was carried",
        store.transaction(|tx| tx.set_down(&item_id(101)))?,
    )?;
    is_so("once", !store.transaction(|tx| tx.set_down(&item_id(101)))?)?;
    same("nothing is left", &in_hand(store)?, &vec![])
}

fn forgotten(store: &mut Store) -> Outcome {
    let elsewhere = NewItem {
        id: item_id(120),
        document: document(8),
        ..foreign(1, 0)
    };
    store.transaction(|tx| {
        tx.carry(&foreign(1, 0))?;
        tx.carry(&foreign(2, 2))?;
        tx.carry(&foreign(3, 3))?;
        tx.carry(&elsewhere)?;
        tx.set_down_forgotten(&document(7))
    })?;
    let left = vec![item_id(103), item_id(120)];
    same("the order, and others", &in_hand(store)?, &left)?;
    store.transaction(|tx| {
        tx.carry(&foreign(4, 0))?;
        tx.carry_out(&document(7), &device(1), &[], 3, 9)
    })?;
    same("carried out", &in_hand(store)?, &left)
}

fn given(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.insert_item(&item(2))?;
        tx.mark_given(&item_id(1), 50)?;
        // Not here: nothing to remember.
        tx.mark_given(&item_id(9), 50)
    })?;
    same("given", &store.read().given()?, &vec![item_id(1)])?;
    store.transaction(|tx| tx.mark_sent(&item_id(1), 40, 5_000))?;
    same("sent", &store.read().given()?, &vec![])?;
    let lately = store.read().sent_since(&device(1), 0)?;
    same("sent lately", &lately.len(), &1)?;
    let later = store.read().sent_since(&device(1), i64::MAX)?;
    same("not since then", &later.len(), &0)?;
    let others = store.read().sent_since(&device(2), 0)?;
    same("of another device", &others.len(), &0)
}

fn replaced(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.mark_given(&item_id(1), 50)?;
        tx.remove_items(&[item_id(1)])?;
        tx.insert_item(&NewItem {
            id: item_id(5),
            ..item(1)
        })
    })?;
    same("nothing was given", &store.read().given()?, &vec![])
}
