use super::*;

fn counts(tally: &Tally) -> (u32, u32, u32) {
    (tally.yes, tally.no, tally.not_said)
}

#[test]
fn s3_7_retention_is_who_made_a_contact_in_the_last_ninety_days_of_all_trained_until_then() {
    let training = |person: &str, on: &str| TrainingFact {
        person: person.to_owned(),
        on: day(on),
        makes: Makes::Coach,
        tags: Tags::default(),
    };
    let work = |member: &str, on: &str| WorkDay {
        member: member.to_owned(),
        on: day(on),
    };
    let facts = Facts {
        trainings: Some(vec![
            training("ann", "2022-01-01"),
            training("bo", "2023-01-01"),
            training("cy", "2024-06-01"),
        ]),
        work: Some(vec![
            work("ann", "2023-10-03"),
            work("bo", "2023-10-02"),
            work("dee", "2023-12-01"),
        ]),
        ..Facts::default()
    };
    // 90 days that end with 31 December begin on 3 October.
    assert_eq!(
        counts(&tally(Builtin::Retention, &facts, "2023", "2024-12-31")),
        (1, 1, 0)
    );
    let at_work = tally(Builtin::AtWork, &facts, "2023-10", "2024-12-31");
    assert_eq!(at_work.yes, 2);
    let unread = Facts {
        work: None,
        ..facts
    };
    assert_eq!(
        cases(Builtin::Retention, &unread, year(2023), day("2024-12-31")),
        None
    );
}

#[test]
fn s3_23_s4_15_s4_16_shifts_answers_on_call_and_supervision_are_counted_by_their_days() {
    let shift = |on: &str, staffed| ShiftFact {
        on: day(on),
        rota: "Nights".to_owned(),
        staffed,
    };
    let sought = |on: &str, answered| SoughtFact {
        on: day(on),
        who: "Nadia".to_owned(),
        answered,
    };
    let period = |on: &str, held| SupervisionFact {
        member: "aa".to_owned(),
        on: day(on),
        held,
        coach: "Cory".to_owned(),
    };
    let facts = Facts {
        shifts: Some(vec![
            shift("2024-05-06", true),
            shift("2024-05-07", false),
            shift("2024-05-12", true),
            shift("2024-05-13", true),
        ]),
        sought: Some(vec![
            sought("2024-05-06", true),
            sought("2024-05-31", false),
        ]),
        supervision: Some(vec![
            period("2024-05-12", true),
            period("2024-05-19", false),
        ]),
        ..Facts::default()
    };
    let of = |measure, period| counts(&tally(measure, &facts, period, "2024-06-30"));
    assert_eq!(of(Builtin::Shifts, "2024-05-06/2024-05-12"), (2, 1, 0));
    assert_eq!(of(Builtin::SoughtAnswered, "2024-05"), (1, 1, 0));
    assert_eq!(of(Builtin::SupervisionHeld, "2024-05"), (1, 1, 0));
    assert_eq!(
        Builtin::Calls.companions(),
        [Builtin::AtWork, Builtin::Shifts]
    );
    for measure in [
        Builtin::Shifts,
        Builtin::SoughtAnswered,
        Builtin::SupervisionHeld,
    ] {
        assert_eq!(
            cases(measure, &Facts::default(), year(2024), day("2024-06-30")),
            None
        );
    }
}
