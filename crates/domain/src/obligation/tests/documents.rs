//! From documents: what two devices write apart, take back, hand over and put off.

use super::*;
use crate::document::{
    CommandError, ParticipantCommand as C, ParticipantDocument, RecordRef, Session, Touched, Writer,
};
use crate::encounter::{EncounterFacts, Outcome};
use crate::id::{DeviceId, Incarnation, RecordId};
use crate::milestone::{MilestoneFacts, Step};
use crate::quantity::{Kits, Miles, Minutes, Note};
use crate::time::{Now, Timestamp};
use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

const HEAD: &str = "36b100222e9aa6bfa7557acae752690fc59fbd415670a26dbd84e132e594e1ef";

fn device(number: u8) -> ParticipantDocument {
    let writer = Writer {
        device: DeviceId::from_bytes([number; 16]),
        incarnation: Incarnation::from_bytes([number; 16]),
    };
    let mut rng = ChaCha8Rng::seed_from_u64(u64::from(number));
    ParticipantDocument::new(Session::new(writer, &mut rng)).unwrap()
}

fn record(number: u8) -> RecordId {
    RecordId::from_bytes([number & 0x7f; 16])
}

fn member(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

/// Noon in Wisconsin on a day of March 2026 (standard time is fine for a test).
fn noon(day: i64) -> Now {
    Now {
        at: Timestamp::from_millis(1_772_388_000_000).plus_minutes((day - 1) * 24 * 60),
        offset_minutes: -360,
    }
}

fn milestone(number: u8, event: Event, on: LocalDate) -> C {
    C::RecordMilestone {
        id: record(number),
        facts: MilestoneFacts {
            step: Step::Dated { event, on },
            place: String::new(),
        },
        by: member(1),
    }
}

fn contact(number: u8, now: Now, outcome: Outcome) -> C {
    C::LogEncounter {
        id: record(number),
        facts: EncounterFacts {
            kind: EncounterKind::Phone,
            outcome,
            at: now.at,
            offset_minutes: now.offset_minutes,
            minutes: Minutes::new(5).unwrap(),
            miles: Miles::from_tenths(0).unwrap(),
            kits: Kits::new(0).unwrap(),
            activities: [].into(),
            circumstances: [].into(),
            note: Note::new("").unwrap(),
            made_by: member(1),
        },
    }
}

fn back(number: u8) -> C {
    C::VoidMilestone {
        id: record(number),
        by: member(1),
        reason: "a mistake".into(),
    }
}

fn hush(number: u8, of: Option<(ObligationKind, LocalDate)>, until: Option<LocalDate>) -> C {
    C::Hush {
        id: record(number),
        of,
        until,
        by: member(1),
        reason: " in the hospital ".into(),
    }
}

fn exchange(one: &mut ParticipantDocument, two: &mut ParticipantDocument) {
    let changes = |from: &ParticipantDocument| -> Vec<_> {
        from.changes_since(&[])
            .into_iter()
            .map(|(_, bytes)| bytes)
            .collect()
    };
    let (first, second) = (changes(one), changes(two));
    two.apply_changes(&first).unwrap();
    one.apply_changes(&second).unwrap();
}

fn owed_on(document: &ParticipantDocument, rules: &Rules, today: LocalDate) -> Vec<Obligation> {
    obligations(&document.obligation_facts(), rules, today)
}

/// Issue 4.3.
#[test]
fn every_dated_milestone_reads_back_and_can_be_moved_and_taken_back() {
    for (number, event) in (1..).zip(Event::ALL.iter().copied()) {
        let mut document = device(1);
        let written = document
            .command(&milestone(number, event, march(20)), noon(2))
            .unwrap();
        let touched = Touched {
            records: [RecordRef::Milestone(record(number))].into(),
        };
        assert_eq!(written.unwrap().touched, touched);
        let move_it = C::SetMilestoneDate {
            id: record(number),
            on: march(25),
        };
        document.command(&move_it, noon(4)).unwrap().unwrap();
        let fact = EventFact {
            on: march(25),
            said: march(4),
            event,
            record: Some(record(number)),
        };
        assert_eq!(
            document.obligation_facts().events,
            [fact],
            "and when it was last said"
        );
        assert_eq!(
            document.command(&move_it, noon(9)),
            Ok(None),
            "said already"
        );
        document.command(&back(number), noon(5)).unwrap().unwrap();
        assert_eq!(document.obligation_facts().events, []);
    }
}

/// Issue 4.3.
#[test]
fn putting_off_needs_a_reason_and_a_day_and_can_be_taken_back() {
    let mut document = device(1);
    let daily = Some((ObligationKind::Daily, march(1)));
    let refused = |document: &mut ParticipantDocument, command: C, error| {
        assert_eq!(
            document.command(&command, noon(2)),
            Err(error),
            "{command:?}"
        );
    };
    for until in [None, Some(march(2)), Some(march(1)), Some(march(17))] {
        refused(
            &mut document,
            hush(1, daily, until),
            CommandError::NotThatLong,
        );
    }
    refused(
        &mut document,
        hush(1, None, Some(march(2))),
        CommandError::NotThatLong,
    );
    let mut silent = hush(1, daily, Some(march(5)));
    if let C::Hush { reason, .. } = &mut silent {
        *reason = "  ".into();
    }
    refused(&mut document, silent, CommandError::ReasonMissing);
    document
        .command(&hush(1, daily, Some(march(16))), noon(2))
        .unwrap()
        .unwrap();
    refused(
        &mut document,
        hush(1, None, None),
        CommandError::AlreadyRecorded,
    );
    document
        .command(&hush(2, None, None), noon(3))
        .unwrap()
        .unwrap();
    let quiet = document.quiet();
    assert_eq!((quiet.len(), quiet[0].of, quiet[1].of), (2, daily, None));
    assert_eq!(
        (quiet[0].reason.as_str(), quiet[0].said),
        ("in the hospital", march(2))
    );
    assert_eq!(document.milestones(), [], "it is no milestone");
    assert_eq!(document.read().quiet, quiet);
    document.command(&back(2), noon(4)).unwrap().unwrap();
    assert!(document.quiet()[1].void.is_some());
    refused(&mut document, back(9), CommandError::NoSuchRecord);
}

/// Issue 4.3.
#[test]
fn what_two_devices_write_apart_counts_on_both() {
    let (mut one, mut two) = (device(1), device(2));
    let rules = rules("re-entry");
    one.command(&milestone(1, Event::ReleaseExpected, march(20)), noon(1))
        .unwrap();
    exchange(&mut one, &mut two);
    // The coach visits with no signal while the supervisor hears of the release.
    one.command(&contact(2, noon(10), Outcome::Reached), noon(10))
        .unwrap();
    two.command(&milestone(3, Event::Released, march(9)), noon(9))
        .unwrap();
    exchange(&mut one, &mut two);
    let found = owed_on(&one, &rules, march(10));
    assert_eq!(found, owed_on(&two, &rules, march(10)));
    let of = |kind| found.iter().find(|one| one.kind == kind).unwrap();
    assert!(of(ObligationKind::BeforeRelease).is_over());
    assert_eq!(
        of(ObligationKind::AfterRelease).state,
        State::Kept { next: march(11) }
    );
}

/// Issue 4.3.
#[test]
fn a_hand_over_changes_nothing_of_what_is_owed() {
    let mut document = device(1);
    let rules = rules("pregnancy");
    document
        .command(&milestone(1, Event::Birth, march(1)), noon(1))
        .unwrap();
    let before = owed_on(&document, &rules, march(12));
    let hand_over = C::HandOver {
        id: record(5),
        to: member(2),
        by: member(9),
        reason: String::new(),
    };
    document.command(&hand_over, noon(3)).unwrap().unwrap();
    assert_eq!(owed_on(&document, &rules, march(12)), before);
}

/// Issue 4.3.
#[test]
fn a_contact_near_midnight_counts_where_it_happened() {
    let mut document = device(1);
    document
        .command(&milestone(1, Event::Released, march(1)), noon(1))
        .unwrap();
    // 23:30 on 4 March in Wisconsin is 5 March in London.
    let at = noon(4).at.plus_minutes(11 * 60 + 30);
    let late = Now {
        at,
        offset_minutes: -360,
    };
    document
        .command(&contact(2, late, Outcome::Reached), late)
        .unwrap();
    let rules = rules("re-entry");
    let state = |today| {
        let found = owed_on(&document, &rules, today);
        found
            .iter()
            .find(|one| one.kind == ObligationKind::AfterRelease)
            .unwrap()
            .state
    };
    assert_eq!(state(march(4)), State::Kept { next: march(5) });
    assert!(matches!(state(march(5)), State::Owed { due, .. } if due == march(5)));
}

/// Documents of every version must read what this one writes.
#[test]
fn milestones_and_what_is_put_off_are_written_as_in_the_first_version() {
    let mut document = device(1);
    for command in [
        milestone(1, Event::Birth, march(1)),
        hush(
            2,
            Some((ObligationKind::Perinatal, march(1))),
            Some(march(9)),
        ),
        hush(3, None, Some(march(30))),
        back(3),
    ] {
        document.command(&command, noon(2)).unwrap().unwrap();
    }
    let heads: Vec<_> = document.heads().iter().map(ToString::to_string).collect();
    assert_eq!(heads, [HEAD]);
}

fn command() -> impl Strategy<Value = C> {
    let event = prop::sample::select(Event::ALL.to_vec());
    let outcome = prop::sample::select(Outcome::ALL.to_vec());
    let day = || (1..28u32).prop_map(march);
    let kind = prop::sample::select(ObligationKind::ALL.to_vec());
    prop_oneof![
        4 => (1..6u8, event, day()).prop_map(|(number, event, on)| milestone(number, event, on)),
        2 => (1..6u8, day()).prop_map(|(number, on)| C::SetMilestoneDate { id: record(number), on }),
        3 => (11..20u8, 1..28i64, outcome).prop_map(|(number, day, outcome)| contact(number, noon(day), outcome)),
        2 => (1..6u8).prop_map(back),
        1 => (1..6u8).prop_map(|number| C::RestoreMilestone { id: record(number) }),
        1 => (11..20u8).prop_map(|number| C::VoidEncounter {
            id: record(number),
            by: member(1),
            reason: "a mistake".into(),
        }),
        1 => (21..24u8, kind, day(), day()).prop_map(|(number, kind, anchor, until)| {
            hush(number, Some((kind, anchor)), Some(until))
        }),
        1 => (24..26u8).prop_map(|number| hush(number, None, None)),
        1 => (21..26u8).prop_map(back),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Issue 4.3: merges.
    #[test]
    fn devices_that_have_met_owe_the_same(
        commands in prop::collection::vec((0..2usize, command(), 1..28i64, prop::bool::weighted(0.2)), 1..30),
        today in (1..40i64).prop_map(|days| march(1).plus_days(days)),
    ) {
        let mut devices = [device(1), device(2)];
        for (at, command, day, meet) in commands {
            let _ = devices[at].command(&command, noon(day));
            if meet {
                let [one, two] = &mut devices;
                exchange(one, two);
            }
        }
        let [one, two] = &mut devices;
        exchange(one, two);
        for id in ["ed-overdose", "pregnancy", "re-entry", "family", "overdose-response"] {
            let rules = rules(id);
            prop_assert_eq!(owed_on(one, &rules, today), owed_on(two, &rules, today));
        }
    }

    /// Issue 4.3: voids.
    #[test]
    fn what_was_taken_back_is_as_if_it_had_never_been_said(
        commands in prop::collection::vec((command(), 1..28i64), 0..20),
        extra in prop_oneof![
            (prop::sample::select(Event::ALL.to_vec()), 1..28u32)
                .prop_map(|(event, on)| (milestone(40, event, march(on)), back(40))),
            (1..28i64).prop_map(|day| (contact(41, noon(day), Outcome::Reached), C::VoidEncounter {
                id: record(41),
                by: member(1),
                reason: "wrong person".into(),
            })),
            Just((hush(42, None, None), back(42))),
        ],
        today in (1..40i64).prop_map(|days| march(1).plus_days(days)),
    ) {
        let mut document = device(1);
        for (command, day) in commands {
            let _ = document.command(&command, noon(day));
        }
        let rules = rules("re-entry");
        let before = owed_on(&document, &rules, today);
        document.command(&extra.0, noon(3)).unwrap().unwrap();
        document.command(&extra.1, noon(3)).unwrap().unwrap();
        prop_assert_eq!(owed_on(&document, &rules, today), before);
    }
}
