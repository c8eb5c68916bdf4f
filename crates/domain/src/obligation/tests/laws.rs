//! What holds whatever happened, in whatever order it was heard of.

use super::*;
use crate::duty::{Duty, duty};
use crate::id::RecordId;
use crate::time::{Timestamp, local_date};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = LocalDate> {
    // Over a leap day, and over both changes of the clock.
    (-500i64..500).prop_map(|days| day("2024-02-29").plus_days(days))
}

fn any_event() -> impl Strategy<Value = EventFact> {
    let events = prop::sample::select(Event::ALL.to_vec());
    (events, any_day(), any_day(), 1..9u8).prop_map(|(event, on, said, record)| EventFact {
        on,
        said,
        event,
        record: Some(RecordId::from_bytes([record; 16])),
    })
}

fn any_intake() -> impl Strategy<Value = IntakeFact> {
    let statuses = prop::collection::vec(prop::sample::select(IntakeStatus::ALL.to_vec()), 1..3);
    let reopened = prop::option::of(any_day());
    (statuses, prop::option::of(any_day()), any_day(), reopened).prop_map(
        |(statuses, on, status_day, reopened_day)| IntakeFact {
            statuses,
            on,
            status_day,
            reopened_day,
        },
    )
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let kinds = prop::sample::select(vec![
        EncounterKind::Phone,
        EncounterKind::Group,
        EncounterKind::Court,
    ]);
    let contacts = prop::collection::vec((any_day(), any::<bool>(), kinds), 0..20);
    (
        prop::collection::vec(any_day(), 0..3),
        prop::collection::vec(any_intake(), 0..3),
        prop::collection::vec(any_event(), 0..8),
        contacts,
        prop::option::of(any_day()),
    )
        .prop_map(|(discharges, intakes, events, contacts, begun)| {
            let mut facts = Facts {
                events,
                begun,
                ..Facts::default()
            };
            facts.duty.discharges = discharges;
            facts.duty.intakes = intakes;
            for (day, reached, kind) in contacts {
                facts.add_contact_day(day, reached, kind);
            }
            facts
        })
}

/// The rules of every sample program at once.
fn any_rules() -> impl Strategy<Value = Rules> {
    let ids = vec![
        "ed-overdose",
        "pregnancy",
        "re-entry",
        "family",
        "overdose-response",
    ];
    prop_oneof![
        4 => prop::sample::select(ids).prop_map(rules),
        1 => Just(()).prop_map(|()| general()),
    ]
}

proptest! {
    /// Issue 4.3.
    #[test]
    fn the_order_in_which_facts_arrive_does_not_matter(facts in any_facts(), rules in any_rules(), today in any_day()) {
        let mut turned = facts.clone();
        turned.events.reverse();
        turned.duty.discharges.reverse();
        turned.duty.intakes.reverse();
        turned.duty.contacts.reverse();
        turned.missed_groups.reverse();
        prop_assert_eq!(obligations(&facts, &rules, today), obligations(&turned, &rules, today));
    }

    /// Issue 4.3.
    #[test]
    fn each_obligation_stands_once_with_reasons_and_in_order(facts in any_facts(), rules in any_rules(), today in any_day()) {
        let found = obligations(&facts, &rules, today);
        let mut keys: Vec<_> = found.iter().map(|one| (one.kind, one.anchor, one.rule.clone())).collect();
        keys.sort();
        keys.dedup();
        // Two court dates on one day are told apart by nothing that a person sees.
        let court = found.iter().filter(|one| one.kind == ObligationKind::Court).count();
        prop_assert!(keys.len() + court >= found.len(), "{found:?}");
        for one in &found {
            prop_assert!(!one.because.is_empty());
            match one.state {
                State::Owed { due, days_late, .. } => {
                    prop_assert!(one.since <= today, "{one:?}");
                    prop_assert!(due >= one.since || one.kind == ObligationKind::HandOff, "{one:?}");
                    prop_assert!(i64::from(days_late) <= today.days_since(one.since).max(0), "{one:?}");
                }
                State::Kept { next } => prop_assert!(next > today, "{one:?}"),
                State::Ahead { on } => prop_assert!(on > today, "{one:?}"),
                State::Watch { through } => prop_assert!(through >= today, "{one:?}"),
                State::Over { on, .. } => prop_assert!(on <= today, "{one:?}"),
            }
        }
        let owed: Vec<_> = found.iter().map(|one| one.urgency(false, today)).collect();
        prop_assert!(owed.windows(2).all(|pair| pair[0] >= pair[1]), "the most pressing first");
    }

    #[test]
    fn s0_6_daily_contact_is_owed_exactly_when_the_duty_says_so(facts in any_facts(), rules in any_rules(), today in any_day()) {
        let mut facts = facts;
        let ends = [Event::LeftProgram, Event::SaidNo];
        facts.events.retain(|fact| !ends.contains(&fact.event));
        let found = one(&facts, &rules, ObligationKind::Daily, today);
        match duty(&facts.duty, today) {
            Duty::NotStarted => prop_assert_eq!(found, None),
            Duty::Owed(owed) => {
                let found = found.unwrap();
                prop_assert!(found.is_owed());
                prop_assert_eq!(found.since, owed.since);
            }
            Duty::SettledToday { .. } => prop_assert_eq!(found.unwrap().state, State::Kept { next: today.plus_days(1) }),
            Duty::Ended(_) => prop_assert!(found.unwrap().is_over()),
        }
    }

    /// Issue 4.3.
    #[test]
    fn a_contact_today_leaves_no_contact_owed_today(facts in any_facts(), rules in any_rules(), today in any_day()) {
        let mut facts = facts;
        reached(&mut facts, today);
        for one in obligations(&facts, &rules, today) {
            let is_contact = !matches!(
                one.kind,
                ObligationKind::Judge | ObligationKind::HandOff | ObligationKind::Injection
            );
            prop_assert!(!(is_contact && one.is_owed()), "{one:?}");
        }
    }

    /// Issue 4.3: a clock that runs ahead, or was never set.
    #[test]
    fn a_contact_from_a_clock_that_runs_ahead_changes_nothing(facts in any_facts(), rules in any_rules(), today in any_day(), days in 1..4000i64) {
        let mut ahead = facts.clone();
        reached(&mut ahead, today.plus_days(days));
        prop_assert_eq!(obligations(&ahead, &rules, today), obligations(&facts, &rules, today));
    }

    /// Issue 4.3: any clock, in any zone.
    #[test]
    fn any_clock_in_any_zone_gets_an_answer(facts in any_facts(), rules in any_rules(), millis: i64, offset: i32) {
        let today = local_date(Timestamp::from_millis(millis), offset);
        for one in obligations(&facts, &rules, today) {
            prop_assert!(!one.because.is_empty());
        }
    }

    /// Issue 4.3: what was done stays done when the calendar goes on, over leap days as well.
    #[test]
    fn what_is_owed_and_not_done_is_still_owed_tomorrow_or_over_for_a_reason(facts in any_facts(), rules in any_rules(), today in any_day()) {
        let mut facts = facts;
        // Nothing is known of tomorrow yet.
        facts.duty.contacts.retain(|contact| contact.day <= today);
        facts.missed_groups.retain(|day| *day <= today);
        facts.duty.discharges.retain(|day| *day <= today);
        facts.events.retain(|fact| fact.on <= today && fact.said <= today);
        facts.duty.intakes.retain(|intake| {
            intake.status_day <= today && intake.reopened_day.is_none_or(|day| day <= today)
        });
        let tomorrow = obligations(&facts, &rules, today.plus_days(1));
        for one in obligations(&facts, &rules, today).iter().filter(|one| one.is_owed()) {
            let next = tomorrow.iter().find(|next| next.kind == one.kind && next.anchor == one.anchor);
            let is_last = matches!(one.ends, EndsBy::Day { on, .. } if on <= today)
                // A hand-off for a due date without a birth ends with its day.
                || one.kind == ObligationKind::HandOff
                // A pace that becomes rarer gives more time at its next step.
                || one.kind == ObligationKind::StepDown;
            let holds = next.is_some_and(Obligation::is_owed);
            prop_assert!(holds || is_last, "{one:?} then {next:?}");
        }
    }
}

#[test]
fn contacts_on_the_days_of_the_clock_change_count_for_the_day_on_the_wall() {
    // Clocks go forward in Wisconsin on 8 March 2026 and back on 1 November 2026, at 02:00.
    for (day, first, last) in [
        (
            march(8),
            (1_772_951_400_000, -360),
            (1_773_030_600_000, -300),
        ),
        (
            day("2026-11-01"),
            (1_793_511_000_000, -300),
            (1_793_597_400_000, -360),
        ),
    ] {
        for (millis, offset) in [first, last] {
            assert_eq!(local_date(Timestamp::from_millis(millis), offset), day);
            let mut facts = facts(&[event(Event::Released, day.plus_days(-1))]);
            let on = local_date(Timestamp::from_millis(millis), offset);
            facts.add_contact_day(on, true, EncounterKind::Phone);
            let rules = rules("re-entry");
            let state = state(&facts, &rules, ObligationKind::AfterRelease, day);
            assert_eq!(state, kept(day.plus_days(1)));
        }
    }
}
