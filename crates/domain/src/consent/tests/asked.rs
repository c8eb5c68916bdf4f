//! What a participant asked for, and until when it is answered (42 CFR 2.24).

use super::*;
use crate::time::{Now, Timestamp};

fn due(asked_on: &str, today: &str) -> (String, i64, bool) {
    let due = AnswerDue::of(day(asked_on), day(today));
    (due.by.to_string(), due.left, due.presses())
}

fn statement(code: &str, number: u8, about: Option<u8>, on: &str) -> Statement {
    Statement {
        id: id(number),
        code: code.to_owned(),
        about: about.map(id),
        device: DeviceId::from_bytes([number % 2; 16]),
        at: Timestamp::from_millis(1_780_000_000_000 + i64::from(number)),
        step: u64::from(number),
        body: end_body((day(on), None), "By letter"),
    }
}

#[test]
fn g_9_the_day_of_the_request_is_day_0_and_day_30_the_last_one() {
    // 30 days are not a month: from 30 June, 31 January and over a leap day, or none.
    for (asked_on, by) in [
        ("2026-06-30", "2026-07-30"),
        ("2026-07-31", "2026-08-30"),
        ("2026-01-31", "2026-03-02"),
        ("2027-12-15", "2028-01-14"),
        ("2028-01-30", "2028-02-29"),
        ("2028-01-31", "2028-03-01"),
        ("2027-01-30", "2027-03-01"),
        ("2100-01-30", "2100-03-01"),
    ] {
        assert_eq!(due(asked_on, asked_on), (by.to_owned(), 30, false));
        assert_eq!(due(asked_on, by), (by.to_owned(), 0, true));
    }
}

#[test]
fn g_9_it_presses_from_seven_days_before_the_last_and_late_is_said_to_the_day() {
    let by = "2026-05-31".to_owned();
    assert_eq!(due("2026-05-01", "2026-05-23"), (by.clone(), 8, false));
    assert_eq!(due("2026-05-01", "2026-05-24"), (by.clone(), 7, true));
    assert_eq!(due("2026-05-01", "2026-05-30"), (by.clone(), 1, true));
    assert_eq!(due("2026-05-01", "2026-05-31"), (by.clone(), 0, true));
    assert_eq!(due("2026-05-01", "2026-06-01"), (by.clone(), -1, true));
    assert_eq!(due("2026-05-01", "2027-05-31"), (by, -365, true));
}

#[test]
fn g_9_a_changed_clock_neither_gives_nor_takes_a_day() {
    let hour = 3_600_000;
    // Chicago, an hour before midnight: 2026-03-07 in winter time, 30 days later in summer time.
    let asked_at = 1_772_946_000_000;
    let winter = Now {
        at: Timestamp::from_millis(asked_at),
        offset_minutes: -360,
    };
    let asked_on = winter.local_date();
    assert_eq!(asked_on, day("2026-03-07"));
    let later = |hours: i64| Now {
        at: Timestamp::from_millis(asked_at + hours * hour),
        offset_minutes: -300,
    };
    // 30 days are 719 hours here: at 23:00, and at one minute to midnight, the last day still holds.
    let last = later(30 * 24 - 1);
    assert_eq!(AnswerDue::of(asked_on, last.local_date()).left, 0);
    let midnight = later(30 * 24);
    assert_eq!(AnswerDue::of(asked_on, midnight.local_date()).left, -1);
    // And in autumn, where they are 721.
    let autumn = 1_792_900_800_000;
    let summer = Now {
        at: Timestamp::from_millis(autumn),
        offset_minutes: -300,
    };
    let asked_on = summer.local_date();
    assert_eq!(asked_on, day("2026-10-24"));
    let after = |hours: i64| Now {
        at: Timestamp::from_millis(autumn + hours * hour),
        offset_minutes: -360,
    };
    let left = |now: Now| AnswerDue::of(asked_on, now.local_date()).left;
    assert_eq!(left(after(30 * 24 + 1)), 0);
    assert_eq!(left(after(30 * 24 + 2)), -1);
}

#[test]
fn g_9_what_two_wrote_at_once_both_stands_and_each_is_answered_or_taken_back() {
    let mut all = vec![
        statement(ASKED, 1, None, "2026-05-01"),
        statement(ASKED, 2, None, "2026-05-01"),
        statement(ANSWERED, 3, Some(1), "2026-05-20"),
        statement(ANSWERED, 4, Some(1), "2026-05-19"),
        statement(TAKEN_BACK, 5, Some(2), "2026-05-02"),
    ];
    let found = asked(all.clone());
    let ids: Vec<RecordId> = found.iter().map(|one| one.id).collect();
    assert_eq!(ids, [id(1), id(2)]);
    assert!(found.iter().all(|one| !one.is_open()));
    let first = found[0].answered.clone().unwrap();
    assert_eq!((first.end.on, first.id), (day("2026-05-19"), id(4)));
    assert_eq!(found[1].taken_back.as_ref().unwrap().words, "By letter");

    // An answer that was a mistake leaves the other; without any, an answer is due again.
    all.push(statement(TAKEN_BACK, 6, Some(4), "2026-05-21"));
    let first = asked(all.clone())[0].answered.clone().unwrap();
    assert_eq!(first.id, id(3));
    all.push(statement(TAKEN_BACK, 7, Some(3), "2026-05-21"));
    assert!(asked(all)[0].is_open());
}

#[test]
fn g_9_what_a_newer_version_wrote_was_asked_all_the_same() {
    let mut one = statement(ASKED, 1, None, "2026-05-01");
    one.body = "[7]".to_owned();
    let found = asked([one.clone(), one]);
    assert_eq!(found.len(), 1);
    assert!(found[0].is_open());
    assert_eq!(found[0].on, day("2026-05-28"));
}

proptest! {
    /// Devices hold the same, in whatever order it arrived and however often.
    #[test]
    fn g_9_whatever_the_order_of_arrival_the_same_is_due(
        order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(),
        twice in 0..6_usize,
    ) {
        let all = [
            statement(ASKED, 1, None, "2026-05-01"),
            statement(ASKED, 2, None, "2026-04-01"),
            statement(ANSWERED, 3, Some(1), "2026-05-20"),
            statement(ANSWERED, 4, Some(1), "2026-05-20"),
            statement(TAKEN_BACK, 5, Some(3), "2026-05-21"),
            statement(TAKEN_BACK, 6, Some(3), "2026-05-22"),
        ];
        let expected = asked(all.clone());
        let mut mixed: Vec<Statement> = order.iter().map(|place| all[*place].clone()).collect();
        mixed.push(all[twice].clone());
        prop_assert_eq!(asked(mixed), expected);
    }
}
