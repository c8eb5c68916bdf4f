use super::*;
use crate::call_out::{Answer, CallOut, CallOutStep, StepTime};
use crate::duty::{ContactFact, IntakeFact};
use crate::id::RecordId;
use crate::milestone::{Event, IntakeStatus};
use crate::program::SiteKind;
use crate::time::Timestamp;

fn counts(tally: &Tally) -> (u32, u32, u32) {
    (tally.yes, tally.no, tally.not_said)
}

#[test]
fn s0_8_connected_is_who_went_to_a_first_appointment_of_everybody_who_came_in() {
    let mut people = Vec::new();
    for number in 0..10 {
        let mut one = person(number, "ED");
        one.duty.discharges = vec![day("2024-03-01")];
        if number < 9 {
            one.events
                .push((Event::FirstAppointment, day("2024-03-08")));
        }
        people.push(one);
    }
    // Went before they came in: an earlier time in treatment is no connection of this one.
    let mut earlier = person(20, "ED");
    earlier.duty.discharges = vec![day("2024-03-02")];
    earlier
        .events
        .push((Event::FirstAppointment, day("2024-01-01")));
    people.push(earlier);
    // Two ways in during one period are one person; the first counts.
    let mut twice = person(21, "Re-entry");
    twice.events = vec![
        (Event::Released, day("2024-03-05")),
        (Event::Enrolled, day("2024-03-20")),
        (Event::FirstAppointment, day("2024-03-10")),
    ];
    people.push(twice);
    let facts = of_people(people);
    assert_eq!(
        counts(&tally(Builtin::Connected, &facts, "2024-03", "2024-04-30")),
        (10, 2, 0)
    );
    // As of a day before the appointments nobody is connected yet.
    assert_eq!(
        counts(&tally(Builtin::Connected, &facts, "2024-03", "2024-03-07")),
        (0, 12, 0)
    );
    assert_eq!(
        counts(&tally(Builtin::Connected, &facts, "2024-02", "2024-04-30")),
        (0, 0, 0)
    );
}

#[test]
fn an_intake_to_which_nobody_wrote_that_they_went_is_not_said_and_not_no() {
    let mut one = person(1, "ED");
    let intake = |statuses: &[IntakeStatus], on: &str| IntakeFact {
        statuses: statuses.to_vec(),
        on: Some(day(on)),
        status_day: day("2024-05-01"),
        reopened_day: None,
    };
    let (confirmed, tentative) = (IntakeStatus::Confirmed, IntakeStatus::Tentative);
    one.duty.intakes = vec![
        intake(&[confirmed], "2024-05-05"),
        intake(&[confirmed], "2024-05-25"),
        intake(&[tentative], "2024-05-06"),
        intake(&[confirmed, tentative], "2024-05-07"),
    ];
    one.events
        .push((Event::FirstAppointment, day("2024-05-06")));
    let facts = of_people(vec![one]);
    assert_eq!(
        counts(&tally(
            Builtin::FirstAppointment,
            &facts,
            "2024-05",
            "2024-06-30"
        )),
        (1, 0, 1)
    );
    // A day that has not passed is none.
    assert_eq!(
        counts(&tally(
            Builtin::FirstAppointment,
            &facts,
            "2024-05",
            "2024-05-25"
        )),
        (1, 0, 0)
    );
}

#[test]
fn s0_8_active_at_30_60_and_90_is_looked_at_after_each_first_appointment() {
    let mut one = person(1, "ED");
    one.events = vec![
        (Event::FirstAppointment, day("2024-01-01")),
        (Event::InTreatment, day("2024-02-05")),
        (Event::LeftTreatment, day("2024-02-20")),
        (Event::FirstAppointment, day("2024-03-15")),
    ];
    let facts = of_people(vec![one]);
    let of = |measure| counts(&tally(measure, &facts, "2024", "2024-06-30"));
    // 31 January: active. 1 March: left. 31 March: they began anew before. From 15 March nothing is said.
    assert_eq!(of(Builtin::Active30), (1, 0, 1));
    assert_eq!(of(Builtin::Active60), (0, 1, 1));
    assert_eq!(of(Builtin::Active90), (0, 0, 1));
}

#[test]
fn s4_25_days_until_connected_again_have_a_middle_and_open_returns_have_none() {
    let mut people = Vec::new();
    for (number, back) in [(1, Some(4)), (2, Some(10)), (3, Some(31)), (4, None)] {
        let mut one = person(number, "ED");
        one.events.push((Event::ReturnToUse, day("2024-04-01")));
        one.events
            .extend(back.map(|days| (Event::BackInTreatment, day("2024-04-01").plus_days(days))));
        people.push(one);
    }
    let found = tally(
        Builtin::Reconnection,
        &of_people(people),
        "2024-04",
        "2024-07-01",
    );
    assert_eq!((found.middle, found.amounts, found.all()), (Some(10), 3, 4));
    assert_eq!(
        Value::from_tally(&found, Unit::Days),
        Value::Middle {
            amount: Some(10),
            known: 3,
            of: Some(4)
        }
    );
}

#[test]
fn s0_28_a_return_to_custody_counts_within_its_window_and_only_once_that_has_passed() {
    let released = |number: u8, back: Option<i64>| {
        let mut one = person(number, "Re-entry");
        one.events.push((Event::Released, day("2023-01-10")));
        one.events
            .extend(back.map(|days| (Event::BackInCustody, day("2023-01-10").plus_days(days))));
        one
    };
    let window = i64::from(WINDOW_DAYS);
    let facts = of_people(vec![
        released(1, None),
        released(2, Some(window)),
        released(3, Some(window + 1)),
        released(4, Some(3)),
    ]);
    let end = day("2023-01-10").plus_days(window);
    assert_eq!(
        counts(&tally(Builtin::Returns, &facts, "2023", &end.to_string())),
        (2, 2, 0)
    );
    let before = end.plus_days(-1).to_string();
    assert_eq!(
        counts(&tally(Builtin::Returns, &facts, "2023", &before)),
        (0, 0, 0)
    );
}

#[test]
fn s0_27_s2_17_a_place_to_live_and_work_count_half_a_year_after_coming_in_and_unsaid_is_no_no() {
    let came = |number: u8, said: &[(Event, &str)]| {
        let mut one = person(number, "Re-entry");
        one.events.push((Event::Released, day("2024-01-10")));
        let said = said.iter().map(|(event, on)| (*event, day(on)));
        one.events.extend(said);
        one
    };
    let mut discharged = person(6, "ED");
    discharged.duty.discharges = vec![day("2024-01-20"), day("2024-02-02")];
    discharged.events = vec![
        (Event::Enrolled, day("2024-03-01")),
        (Event::Housed, day("2024-08-01")),
        (Event::InWork, day("2024-07-20")),
        (Event::NotInWork, day("2024-07-20")),
    ];
    let mut said_no = person(7, "ED");
    said_no.duty.discharges = vec![day("2024-01-15")];
    said_no.events = vec![(Event::SaidNo, day("2024-01-15"))];
    let facts = of_people(vec![
        came(
            1,
            &[(Event::Housed, "2024-07-01"), (Event::InWork, "2024-07-01")],
        ),
        came(2, &[(Event::NotHoused, "2024-07-12")]),
        came(3, &[]),
        // Too early, and too late, to say how it was then.
        came(
            4,
            &[(Event::Housed, "2024-05-01"), (Event::InWork, "2024-09-01")],
        ),
        // They moved out later: the nearest day counts.
        came(
            5,
            &[
                (Event::Housed, "2024-07-08"),
                (Event::NotHoused, "2024-07-30"),
            ],
        ),
        discharged,
        said_no,
        person(8, "ED"),
    ]);
    let of = |measure, today| counts(&tally(measure, &facts, "2024-Q3", today));
    assert_eq!(of(Builtin::Housed6, "2024-12-31"), (3, 1, 2));
    assert_eq!(
        of(Builtin::Working6, "2024-12-31"),
        (1, 0, 5),
        "both is neither"
    );
    // Of whom six months have not passed there is nothing, and no day ahead says anything.
    assert_eq!(of(Builtin::Housed6, "2024-07-09"), (0, 0, 0));
    assert_eq!(of(Builtin::Housed6, "2024-07-10"), (2, 0, 3));
    let before = tally(Builtin::Housed6, &facts, "2024-Q1", "2024-12-31");
    assert_eq!(before.all(), 0);
    let nobody = tally(
        Builtin::Housed6,
        &of_people(Vec::new()),
        "2024-Q3",
        "2024-12-31",
    );
    assert_eq!(
        Value::from_tally(&nobody, Unit::Share).height(),
        None,
        "of nobody there is no share"
    );
}

#[test]
fn s0_6_contacts_kept_are_days_on_which_daily_contact_was_owed_and_the_person_was_reached() {
    let mut one = person(1, "ED");
    one.duty.discharges = vec![day("2024-06-28")];
    let contact = |on: &str, reached| ContactFact {
        day: day(on),
        reached,
    };
    one.duty.contacts = vec![
        contact("2024-06-28", true),
        contact("2024-06-29", false),
        contact("2024-07-01", true),
    ];
    one.duty.intakes = vec![IntakeFact {
        statuses: vec![IntakeStatus::Confirmed],
        on: Some(day("2024-07-10")),
        status_day: day("2024-07-04"),
        reopened_day: None,
    }];
    let facts = of_people(vec![one]);
    // 28 kept; 29 and 30 not. 1 July kept; 2 and 3 not; from the 4th it is over.
    assert_eq!(
        counts(&tally(
            Builtin::ContactsKept,
            &facts,
            "2024-06",
            "2024-08-01"
        )),
        (1, 2, 0)
    );
    assert_eq!(
        counts(&tally(
            Builtin::ContactsKept,
            &facts,
            "2024-07",
            "2024-08-01"
        )),
        (1, 2, 0)
    );
    // The day that is not over is left out.
    assert_eq!(
        counts(&tally(
            Builtin::ContactsKept,
            &facts,
            "2024-07",
            "2024-07-02"
        )),
        (1, 0, 0)
    );
}

#[test]
fn s3_11_an_attempt_within_three_days_of_an_overdose_counts_and_days_that_are_not_over_are_left_out()
 {
    let overdose = |number: u8, tried: Option<i64>| {
        let mut one = person(number, "PORT");
        one.events.push((Event::Overdose, day("2024-09-10")));
        one.contacts.extend(tried.map(|days| ContactDay {
            on: day("2024-09-10").plus_days(days),
            reached: false,
        }));
        one
    };
    let facts = of_people(vec![
        overdose(1, Some(0)),
        overdose(2, Some(3)),
        overdose(3, Some(4)),
        overdose(4, None),
    ]);
    assert_eq!(
        counts(&tally(
            Builtin::OverdoseAttempt,
            &facts,
            "2024-09",
            "2024-09-14"
        )),
        (2, 2, 0)
    );
    assert_eq!(
        counts(&tally(
            Builtin::OverdoseAttempt,
            &facts,
            "2024-09",
            "2024-09-13"
        )),
        (2, 0, 0)
    );
}

#[test]
fn what_is_said_twice_of_one_day_is_one_and_a_contact_on_a_day_ahead_is_none() {
    let mut one = person(1, "PORT");
    let intake = IntakeFact {
        statuses: vec![IntakeStatus::Confirmed],
        on: Some(day("2024-09-20")),
        status_day: day("2024-09-12"),
        reopened_day: None,
    };
    one.duty.intakes = vec![intake.clone(), intake];
    one.events = vec![(Event::Overdose, day("2024-09-10")); 2];
    one.contacts = vec![ContactDay {
        on: day("2024-09-12"),
        reached: false,
    }];
    let facts = of_people(vec![one]);
    let of = |measure, today| counts(&tally(measure, &facts, "2024-09", today));
    assert_eq!(
        of(Builtin::OverdoseAttempt, "2024-09-11"),
        (0, 0, 0),
        "ahead"
    );
    assert_eq!(of(Builtin::OverdoseAttempt, "2024-09-12"), (1, 0, 0));
    assert_eq!(of(Builtin::FirstAppointment, "2024-09-30"), (0, 0, 1));
}

#[test]
fn days_from_discharge_to_the_first_contact_belong_to_the_discharge_that_they_follow() {
    let mut one = person(1, "ED");
    one.duty.discharges = vec![day("2024-02-01"), day("2024-02-10")];
    let contact = |on: &str, reached| ContactDay {
        on: day(on),
        reached,
    };
    one.contacts = vec![
        contact("2024-01-31", true),
        contact("2024-02-02", false),
        contact("2024-02-11", true),
    ];
    let found = cases(
        Builtin::DischargeToContact,
        &of_people(vec![one]),
        Period::parse("2024-02").unwrap(),
        day("2024-03-01"),
    )
    .unwrap();
    let amounts: Vec<_> = found.iter().map(|case| (case.on, case.amount)).collect();
    assert_eq!(
        amounts,
        [(day("2024-02-01"), None), (day("2024-02-10"), Some(1))]
    );
}

/// Minutes after the call at which it was taken, the coach arrived, offered; and the answer.
fn call(
    number: u8,
    minutes: [Option<i64>; 3],
    answer: Option<Answer>,
    site: &str,
    intercept: u8,
) -> CallOutFact {
    let at = |minutes: i64| StepTime {
        at: Timestamp::from_millis(minutes * 60_000),
        written_at: Timestamp::from_millis(minutes * 60_000),
    };
    let mut steps = vec![(CallOutStep::Called, at(0))];
    let names = [
        CallOutStep::Accepted,
        CallOutStep::Arrived,
        CallOutStep::Offered,
    ];
    for (step, minutes) in names.into_iter().zip(minutes) {
        steps.extend(minutes.map(|minutes| (step, at(minutes))));
    }
    CallOutFact {
        call_out: CallOut {
            id: RecordId::from_bytes([number; 16]),
            site: site.to_owned(),
            program: String::new(),
            caller: None,
            steps,
            answer,
            person: None,
            taken_back: number == 99,
        },
        on: day("2024-10-01"),
        tags: Tags {
            site: site.to_owned(),
            intercept: Some(intercept),
            ..Tags::default()
        },
    }
}

#[test]
fn s3_23_s1_13_call_outs_give_minutes_offers_and_calls_that_nobody_could_answer() {
    let facts = Facts {
        call_outs: Some(vec![
            call(
                1,
                [Some(2), Some(30), Some(40)],
                Some(Answer::Accepted),
                "North",
                0,
            ),
            call(
                2,
                [Some(4), Some(50), Some(60)],
                Some(Answer::Declined),
                "North",
                0,
            ),
            call(3, [Some(6), None, None], Some(Answer::NotMet), "Jail", 3),
            call(4, [None, None, None], Some(Answer::NotMet), "Jail", 3),
            call(
                5,
                [Some(1), Some(20), Some(21)],
                Some(Answer::CallBack),
                "Jail",
                3,
            ),
            call(6, [Some(1), None, None], None, "Jail", 3),
            call(
                99,
                [Some(1), Some(2), Some(3)],
                Some(Answer::Accepted),
                "Jail",
                3,
            ),
        ]),
        ..Facts::default()
    };
    let of = |measure| tally(measure, &facts, "2024-10", "2024-10-31");
    assert_eq!(of(Builtin::Calls).yes, 6);
    let unmet = of(Builtin::Unmet);
    assert_eq!(counts(&unmet), (2, 3, 0), "one is still under way");
    assert_eq!(of(Builtin::CallToAccept).middle, Some(2), "1, 1, 2, 4, 6");
    assert_eq!(
        (
            of(Builtin::CallToBedside).middle,
            of(Builtin::CallToBedside).amounts
        ),
        (Some(30), 3)
    );
    assert_eq!(counts(&of(Builtin::OffersAccepted)), (1, 1, 1));
    let found = cases(
        Builtin::Unmet,
        &facts,
        Period::parse("2024-10").unwrap(),
        day("2024-10-31"),
    )
    .unwrap();
    let by: Vec<_> = slices(&found, Dimension::Intercept)
        .into_iter()
        .map(|slice| {
            let within = found.iter().filter(|case| slice.holds(&case.tags));
            (slice.name.clone(), Tally::of(within).yes)
        })
        .collect();
    assert_eq!(by, [("0".to_owned(), 0), ("3".to_owned(), 2)]);
}

#[test]
fn s1_6_sites_served_of_all_there_are_with_planned_ones_among_all() {
    let site = |name: &str, from: Option<&str>, until: Option<&str>| SiteFact {
        name: name.to_owned(),
        kind: SiteKind::Prison,
        from: from.map(day),
        until: until.map(day),
        tags: Tags::default(),
    };
    let facts = Facts {
        sites: vec![
            site("Max one", Some("2017-01-01"), None),
            site("Max two", Some("2019-05-01"), None),
            site("Medium", None, None),
            site("Closed", Some("2017-01-01"), Some("2018-12-31")),
        ],
        ..Facts::default()
    };
    assert_eq!(
        counts(&tally(Builtin::SitesServed, &facts, "2018", "2024-06-01")),
        (2, 2, 0)
    );
    assert_eq!(
        counts(&tally(Builtin::SitesServed, &facts, "2019", "2024-06-01")),
        (2, 1, 0)
    );
}
