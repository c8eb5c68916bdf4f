use handrail_protocol::Assignment;

use super::{
    StoreCase,
    check::{Outcome, same},
    samples::{
        device, document, encounter, group, incarnation, item, item_id, key_name, participant,
    },
};
use crate::{DocumentRow, KeyEpoch, PeopleSearch, ReceiptRow, Store, Writer};

pub(super) const CASES: &[StoreCase] = &[
    ("the_greatest_assignment_is_the_home", home),
    ("keys_that_the_home_lacks_are_told", ungranted),
    ("what_is_at_home_elsewhere_is_told", elsewhere),
    ("what_still_waits_is_needed_here", needed),
    ("of_a_forgotten_participant_nothing_is_found", forgotten),
];

fn to(generation: u32, of: u8) -> Assignment {
    Assignment {
        generation,
        group: group(of),
    }
}

/// A participant at home in caseload 1, with key 1 of it.
fn at_home(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.add_document_group(&document(1), 3, &group(1))?;
        tx.add_document_key(&document(1), &key_name(1), &[1; 32], 1)?;
        tx.note_key_epoch(
            &document(1),
            &KeyEpoch {
                key_id: key_name(1),
                group: group(1),
                epoch: 1,
            },
        )?;
        tx.put_participant(&participant(1, "Ray Example"))?;
        tx.put_document(&DocumentRow {
            document: document(1),
            kind: 3,
            group: Some(group(1)),
            items_through: 0,
            heads: Vec::new(),
            saved: vec![1],
        })
    })?;
    Ok(())
}

fn home(store: &mut Store) -> Outcome {
    at_home(store)?;
    for (assignment, key, home) in [
        (to(1, 7), 2, 7),
        (to(1, 5), 3, 7),
        (to(1, 9), 4, 9),
        (to(2, 2), 5, 2),
        (to(1, 9), 6, 2),
        (to(2, 2), 7, 2),
    ] {
        store.transaction(|tx| {
            tx.add_assignment(&document(1), 3, assignment, &key_name(key))?;
            tx.add_assignment(&document(1), 3, assignment, &key_name(key))
        })?;
        let read = store.read();
        let groups = read.document_groups(&document(1))?;
        same("home", &groups.first(), &Some(&group(home)))?;
        let row = read
            .participant(&document(1))?
            .and_then(|row| row.caseload_group);
        same("list", &row, &Some(group(home)))?;
        let saved = read.document(&document(1))?.and_then(|row| row.group);
        same("saved form", &saved, &Some(group(home)))?;
    }
    let known = store.read().assignments(&document(1))?;
    same("known", &known.len(), &6)?;
    let last = known.last().map(|(assignment, _)| *assignment);
    same("greatest", &last, &Some(to(2, 2)))?;
    same("kind", &store.read().document_kind(&document(1))?, &Some(3))
}

fn ungranted(store: &mut Store) -> Outcome {
    at_home(store)?;
    same("before", &store.read().ungranted_keys()?, &Vec::new())?;
    store.transaction(|tx| {
        tx.add_document_key(&document(1), &key_name(2), &[2; 32], 1)?;
        tx.add_assignment(&document(1), 3, to(1, 7), &key_name(2))?;
        tx.note_wrapped_to(&document(1), &key_name(2), &group(7), 4)?;
        tx.note_wrapped_to(&document(1), &key_name(2), &group(7), 5)
    })?;
    let lacking = vec![(document(1), key_name(1))];
    same("lacking", &store.read().ungranted_keys()?, &lacking)?;
    let epochs = store.read().key_epochs(&document(1))?;
    same("the first epoch stays", &epochs.len(), &2)?;
    store.transaction(|tx| tx.note_wrapped_to(&document(1), &key_name(1), &group(7), 4))?;
    same("granted", &store.read().ungranted_keys()?, &Vec::new())
}

fn elsewhere(store: &mut Store) -> Outcome {
    at_home(store)?;
    let held = |store: &Store, groups: &[u8]| {
        let groups: Vec<_> = groups.iter().map(|of| group(*of)).collect();
        store.read().held_elsewhere(3, &groups)
    };
    same("own", &held(store, &[1, 4])?, &Vec::new())?;
    same("another's", &held(store, &[4])?, &vec![document(1)])?;
    store.transaction(|tx| tx.add_assignment(&document(1), 3, to(1, 4), &key_name(2)))?;
    same("moved", &held(store, &[1])?, &vec![document(1)])?;
    same("kind", &store.read().held_elsewhere(2, &[])?, &Vec::new())?;
    let emptied = |store: &Store, of: u8| store.read().without_keys(3, &[group(of)]);
    same("with keys", &emptied(store, 4)?, &Vec::new())?;
    store.transaction(|tx| tx.forget_participant(&document(1), &device(1), None))?;
    same("let go", &emptied(store, 4)?, &vec![document(1)])?;
    same("not at home there", &emptied(store, 1)?, &Vec::new())
}

fn needed(store: &mut Store) -> Outcome {
    at_home(store)?;
    let is_needed = |store: &Store| {
        store.read().is_needed_here(
            &document(1),
            &device(1),
            "log:1",
            Some(&[device(2), device(3)]),
        )
    };
    let is_on_its_way = |store: &Store| {
        store
            .read()
            .is_needed_here(&document(1), &device(1), "log:1", None)
    };
    same("nothing", &is_needed(store)?, &false)?;
    store.transaction(|tx| tx.put_draft("log:1", "{}", 1))?;
    same("a draft", &is_needed(store)?, &true)?;
    store.transaction(|tx| {
        tx.remove_draft("log:1")?;
        tx.add_pending(&document(1), &[1; 32], b"change", 1)
            .map(drop)
    })?;
    same("a change", &is_needed(store)?, &true)?;
    store.transaction(|tx| {
        tx.remove_pending(&document(1), &[[1; 32]])?;
        tx.insert_item(&item(1))?;
        tx.set_frontier(&Writer {
            document: document(1),
            device: device(1),
            incarnation: incarnation(1),
            n: 1,
            last: item_id(1),
        })
    })?;
    same("an unsent item", &is_needed(store)?, &true)?;
    same("unsent", &is_on_its_way(store)?, &true)?;
    store.transaction(|tx| tx.mark_sent(&item_id(1), 4, 9))?;
    same("nobody has it", &is_needed(store)?, &true)?;
    same("the relay has it", &is_on_its_way(store)?, &false)?;
    let receipt = |by: u8| ReceiptRow {
        by: device(by),
        document: document(1),
        device: device(1),
        incarnation: incarnation(1),
        n: 1,
        at: 10,
    };
    store.transaction(|tx| tx.put_receipt(&receipt(9)))?;
    same("a device that does not count", &is_needed(store)?, &true)?;
    store.transaction(|tx| tx.put_receipt(&receipt(3)))?;
    same("reached", &is_needed(store)?, &false)
}

fn forgotten(store: &mut Store) -> Outcome {
    needed(store)?;
    store.transaction(|tx| {
        let mut note = encounter("A", 1, 5);
        "about the apartment".clone_into(&mut note.note);
        tx.upsert_encounter(&note)?;
        tx.add_assignment(&document(1), 3, to(1, 7), &key_name(2))?;
        tx.forget_participant(&document(1), &device(1), Some(77))
    })?;
    let read = store.read();
    for text in ["ray", "apartment"] {
        let search = PeopleSearch {
            text: text.to_owned(),
            limit: 5,
            ..PeopleSearch::default()
        };
        same(text, &read.people(&search)?.total, &0)?;
    }
    same("rows", &read.timeline_count(&document(1))?, &0)?;
    same("saved form", &read.document(&document(1))?, &None)?;
    same("keys", &read.document_keys(&document(1))?.len(), &0)?;
    same("items", &read.items_of(&document(1), 0, 9)?, &Vec::new())?;
    let own = read.frontier_of(&document(1))?;
    same(
        "its own numbers",
        &own.first().map(|writer| writer.n),
        &Some(1),
    )?;
    let groups = read.document_groups(&document(1))?;
    same("whose it is", &groups.first(), &Some(&group(7)))?;
    let departures = read.departures()?;
    let told = departures
        .first()
        .map(|left| (left.document, left.home, left.at));
    same("told", &told, &Some((document(1), group(7), 77)))
}
