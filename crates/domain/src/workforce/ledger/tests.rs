#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use super::*;
use crate::statement::in_order;
use proptest::prelude::*;

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn said(number: u8, step: u64, about: Option<u8>, over: &[u8], what: Option<&str>) -> Statement {
    let told = Told {
        over: over.iter().map(|one| id(*one)).collect(),
        said: what.map(str::to_owned),
        reason: String::new(),
    };
    Statement {
        id: id(number),
        code: "word".to_owned(),
        about: about.map(id),
        device: DeviceId::from_bytes([number % 3; 16]),
        at: Timestamp::from_millis(i64::from(number)),
        step,
        body: serde_json::to_string(&told).unwrap(),
    }
}

fn words(mut all: Vec<Statement>) -> BTreeMap<RecordId, Entry<String>> {
    in_order(&mut all);
    matters(&all, "word", own, |_, _| true)
}

#[test]
fn a_correction_takes_the_place_of_what_its_author_saw() {
    let all = words(vec![
        said(2, 2, Some(1), &[1], Some("right")),
        said(1, 1, None, &[], Some("wrong")),
        said(3, 3, None, &[], Some("another")),
    ]);
    assert_eq!(all.len(), 2);
    assert_eq!(all[&id(1)].said().unwrap(), "right");
    assert!(!all[&id(1)].is_disputed());
    assert_eq!(all[&id(1)].heads(), [id(2)]);
}

#[test]
fn two_corrections_at_once_both_stand_until_somebody_settles_it() {
    let mut all = vec![
        said(1, 1, None, &[], Some("one")),
        said(2, 2, Some(1), &[1], Some("two")),
        said(3, 2, Some(1), &[1], Some("three")),
    ];
    let entry = words(all.clone()).remove(&id(1)).unwrap();
    assert!(entry.is_disputed());
    assert_eq!(entry.versions.len(), 2);
    all.push(said(4, 3, Some(1), &[2, 3], Some("two")));
    let entry = words(all).remove(&id(1)).unwrap();
    assert!(!entry.is_disputed());
    assert_eq!(entry.said().unwrap(), "two");
}

#[test]
fn what_one_takes_back_while_another_corrects_it_stands_and_says_so() {
    let entry = words(vec![
        said(1, 1, None, &[], Some("one")),
        said(2, 2, Some(1), &[1], None),
        said(3, 2, Some(1), &[1], Some("two")),
    ])
    .remove(&id(1))
    .unwrap();
    assert_eq!(entry.said().unwrap(), "two");
    assert!(entry.is_disputed());
    let gone = words(vec![
        said(1, 1, None, &[], Some("one")),
        said(2, 2, Some(1), &[1], None),
    ]);
    assert_eq!(gone[&id(1)].said(), None);
}

#[test]
fn who_may_not_say_it_is_passed_over_with_whatever_it_would_take_the_place_of() {
    let all = vec![
        said(1, 1, None, &[], Some("one")),
        said(2, 2, Some(1), &[1], Some("forged")),
    ];
    let may = |statement: &Statement, _: &Told<String>| statement.id != id(2);
    let all = matters(&all, "word", own, may);
    assert_eq!(all[&id(1)].said().unwrap(), "one");
}

#[test]
fn what_a_later_version_says_is_passed_over() {
    let mut newer = said(2, 2, None, &[], Some("x"));
    newer.body = r#"{"over":[],"said":{"word":"x"}}"#.to_owned();
    let mut wider = said(3, 3, None, &[], Some("x"));
    wider.body = r#"{"said":"known","since":"2030-01-01"}"#.to_owned();
    let all = words(vec![newer, wider]);
    assert_eq!(all.len(), 1);
    assert_eq!(all[&id(3)].said().unwrap(), "known");
}

proptest! {
    /// Two devices that got the same statements in any order and number of times agree on what stands.
    #[test]
    fn what_stands_does_not_depend_on_the_order_of_arrival(
        order in Just((1..9_u8).collect::<Vec<_>>()).prop_shuffle(),
        over in prop::collection::vec(0..9_u8, 9),
    ) {
        let statement = |number: u8| {
            // Each is about the first one or a matter of its own, and takes the place of an earlier one.
            let about = number.is_multiple_of(2).then_some(1);
            let earlier = over[usize::from(number)].min(number - 1);
            said(number, u64::from(number), about, &[earlier], Some(&number.to_string()))
        };
        let forward = words((1..9).map(statement).collect());
        let shuffled = words(order.into_iter().map(statement).collect());
        prop_assert_eq!(forward, shuffled);
    }
}
