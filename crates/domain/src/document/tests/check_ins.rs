//! Check-ins in the document of a caseload.

use super::shared::*;
use super::*;
use crate::check_in::{CheckInChange as Change, LONGEST_MS};
use crate::document::caseload::CaseloadKind;
use crate::time::Timestamp;
use CaseloadCommand as C;

fn change(number: u8, change: Change) -> C {
    C::ChangeCheckIn {
        id: record(number),
        change,
    }
}

fn begin(number: u8, place: &str, due_at: Timestamp) -> C {
    let place = place.to_owned();
    change(number, Change::Begin { place, due_at })
}

fn later(minutes: i64) -> Timestamp {
    now(minutes).at
}

#[test]
fn s4_8_a_check_in_says_where_and_by_when_until_somebody_heard_from_them() {
    let mut document = document::<CaseloadKind>(1);
    for (command, minute) in [
        (begin(1, " County jail ", later(60)), 0),
        (change(1, Change::Longer(later(90))), 50),
    ] {
        document.command(&command, now(minute)).unwrap().unwrap();
    }
    let [out] = document.check_ins().try_into().unwrap();
    assert_eq!(
        (out.place.as_str(), out.began_at, out.due_at, out.ended),
        ("County jail", later(0), later(90), None)
    );
    let end = change(1, Change::End(member(1)));
    document.command(&end, now(80)).unwrap().unwrap();
    let [back] = document.check_ins().try_into().unwrap();
    assert_eq!(back.ended, Some((later(80), member(1))));
    for late in [end, change(1, Change::Longer(later(200)))] {
        assert!(document.command(&late, now(81)).is_err(), "it is over");
    }
}

#[test]
fn s4_8_a_time_that_has_passed_or_is_further_than_a_day_is_refused() {
    let mut document = document::<CaseloadKind>(1);
    let too_far = Timestamp::from_millis(later(0).millis() + LONGEST_MS + 1);
    for due_at in [later(0), later(-5), too_far] {
        assert!(document.command(&begin(1, "", due_at), now(0)).is_err());
    }
    assert!(document.check_ins().is_empty());
    assert!(
        document
            .command(&change(1, Change::End(member(1))), now(0))
            .is_err()
    );
}

#[test]
fn s4_8_of_two_devices_that_end_it_at_once_whoever_heard_first_counts() {
    let mut phone = document::<CaseloadKind>(1);
    phone.command(&begin(1, "", later(60)), now(0)).unwrap();
    let mut desk = document::<CaseloadKind>(2);
    exchange(&mut phone, &mut desk);
    let end = |by| change(1, Change::End(member(by)));
    phone.command(&end(1), now(30)).unwrap();
    desk.command(&end(2), now(70)).unwrap();
    exchange(&mut phone, &mut desk);
    for document in [&phone, &desk] {
        let [one] = document.check_ins().try_into().unwrap();
        assert_eq!(one.ended, Some((later(30), member(1))));
    }
}
