use super::*;

fn any_day() -> impl Strategy<Value = LocalDate> {
    (-40i64..40).prop_map(|days| march(1).plus_days(days))
}

fn any_intake() -> impl Strategy<Value = IntakeFact> {
    let statuses = prop::collection::vec(prop::sample::select(IntakeStatus::ALL.to_vec()), 1..3);
    (
        statuses,
        prop::option::of(any_day()),
        any_day(),
        prop::option::of(any_day()),
    )
        .prop_map(|(statuses, on, status_day, reopened_day)| IntakeFact {
            statuses,
            on,
            status_day,
            reopened_day,
        })
}

fn any_facts() -> impl Strategy<Value = DutyFacts> {
    let contact =
        (any_day(), any::<bool>()).prop_map(|(day, reached)| ContactFact { day, reached });
    (
        prop::collection::vec(any_day(), 0..4),
        prop::collection::vec(any_intake(), 0..4),
        prop::collection::vec(contact, 0..30),
    )
        .prop_map(|(discharges, intakes, contacts)| DutyFacts {
            discharges,
            intakes,
            contacts,
        })
}

fn is_confirmed(intake: &IntakeFact) -> bool {
    intake
        .statuses
        .iter()
        .all(|status| *status == IntakeStatus::Confirmed)
}

proptest! {
    #[test]
    fn s0_6_the_order_in_which_facts_arrive_does_not_matter(facts in any_facts(), today in any_day()) {
        let mut turned = facts.clone();
        turned.discharges.reverse();
        turned.intakes.reverse();
        turned.contacts.reverse();
        prop_assert_eq!(duty(&facts, today), duty(&turned, today));
        turned.contacts.extend(facts.contacts.clone());
        turned.discharges.extend(facts.discharges.clone());
        prop_assert_eq!(duty(&facts, today), duty(&turned, today), "hearing it twice changes nothing");
    }

    #[test]
    fn s0_6_without_a_confirmed_intake_every_day_since_discharge_is_owed_or_settled(
        facts in any_facts(), today in any_day(),
    ) {
        let mut facts = facts;
        facts.intakes.retain(|intake| !is_confirmed(intake));
        let started = facts.discharges.iter().any(|discharge| *discharge <= today);
        let reached_today = facts.contacts.iter().any(|contact| contact.reached && contact.day == today);
        match duty(&facts, today) {
            Duty::NotStarted => prop_assert!(!started),
            Duty::Owed(owed) => {
                prop_assert!(started && !reached_today);
                prop_assert!(owed.day_number >= 1 && owed.days_missed < owed.day_number);
                prop_assert_eq!(today.days_since(owed.since) + 1, i64::from(owed.day_number));
                prop_assert!(owed.last_contact.is_none_or(|day| day < today));
            }
            Duty::SettledToday { .. } => prop_assert!(started && reached_today),
            Duty::Ended(_) => prop_assert!(false, "ended by nothing"),
        }
    }

    #[test]
    fn s0_6_a_date_confirmed_today_always_ends_it(facts in any_facts(), today in any_day(), on in any_day()) {
        let mut facts = facts;
        facts.intakes.push(intake(IntakeStatus::Confirmed, Some(on), today));
        prop_assert!(matches!(duty(&facts, today), Duty::NotStarted | Duty::Ended(_)));
    }

    #[test]
    fn s0_6_more_contacts_never_make_more_days_missed(facts in any_facts(), today in any_day(), extra in any_day()) {
        let missed = |facts: &DutyFacts| match duty(facts, today) {
            Duty::Owed(owed) => owed.days_missed,
            _ => 0,
        };
        let mut more = facts.clone();
        more.contacts.push(ContactFact { day: extra, reached: true });
        prop_assert!(missed(&more) <= missed(&facts));
    }

    #[test]
    fn s0_6_a_clock_anywhere_gives_an_answer(facts in any_facts(), millis: i64, offset: i32) {
        let today = crate::time::local_date(crate::time::Timestamp::from_millis(millis), offset);
        if let Duty::Owed(owed) = duty(&facts, today) {
            prop_assert!(owed.day_number >= 1);
        }
    }
}

proptest! {
    /// S0-6: the short way to a past day is the long one.
    #[test]
    fn s0_6_a_day_was_kept_owed_or_neither_as_the_duty_of_that_day_says(
        facts in any_facts(), day in any_day(),
    ) {
        let long = match duty_at(&facts, day) {
            Duty::SettledToday { .. } => Some(true),
            Duty::Owed(_) => Some(false),
            Duty::NotStarted | Duty::Ended(_) => None,
        };
        prop_assert_eq!(kept_at(&facts, day), long);
    }
}
