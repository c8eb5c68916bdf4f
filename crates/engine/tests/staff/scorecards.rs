//! Scorecards: counted on the device of who reads the records, told without small numbers (issue 5.6).

use crate::support::Device;
use crate::support::scorecards::{
    Team, dated, measure, measure_by, record, rows, share, tell, value_of,
};
use crate::support::two::{add, unlock};
use handrail_engine::api::measure::{Dimension, Found, Grain, Value};
use handrail_engine::api::{
    CallOutAnswer, CallOutCommand, CallOutInput, CallOutStep as Step, CaseOf, CoachingCommand,
    Command, EngineError, FigureSource, IntakeStatus, MilestoneEvent, MilestoneInput, Query, Reply,
    TieCommand, TieKind,
};

#[test]
fn s0_8_s3_20_a_figure_is_counted_opens_to_its_records_and_is_told_without_them() {
    let mut team = Team::new();
    team.people(26, 14);
    // Whoever reads no record sees that there is a figure to be told, not nought.
    assert_eq!(
        measure(&mut team.pat, "connected").source,
        FigureSource::NotHere
    );
    let counted = measure(&mut team.sam, "connected");
    assert_eq!(
        (counted.source.clone(), value_of(&counted, "2026-04")),
        (FigureSource::Counted, share(14, 26))
    );
    assert_eq!(counted.may_tell, Some(false));
    assert_eq!(
        value_of(&counted, "2026-02"),
        Value::Missing,
        "nothing was written down then"
    );
    let opened = rows(&mut team.sam, "connected", "2026-04").unwrap();
    assert_eq!((opened.count, opened.value), (26, share(14, 26)));
    let yes = opened
        .cases
        .iter()
        .filter(|case| case.found == Found::Yes)
        .count();
    assert_eq!(yes, 14);
    assert!(opened.cases.iter().all(|case| matches!(&case.opens, CaseOf::Participant(_)) && case.coach == "Cory Coach"));
    // Any period, when it is asked for.
    assert_eq!(
        rows(&mut team.sam, "connected", "2026-04-11/2026-05-01")
            .unwrap()
            .count,
        0
    );
    let years = measure_by(&mut team.sam, "connected", Some(Grain::Year), None);
    assert_eq!(value_of(&years, "2026"), share(14, 26));
    assert!(
        years
            .points
            .iter()
            .all(|point| point.told == Value::Hidden { of: None })
    );

    tell(&mut team.sam, "connected").unwrap();
    assert_eq!(measure(&mut team.sam, "connected").may_tell, Some(true));
    team.settle();
    let seen = measure(&mut team.pat, "connected");
    assert!(matches!(&seen.source, FigureSource::Told { by, .. } if by == "Sam Supervisor"));
    assert_eq!(value_of(&seen, "2026-04"), share(14, 26));
    assert!(
        !seen
            .points
            .iter()
            .any(|point| point.period.to_string() == "2026-05"),
        "May is not over"
    );
    assert!(!seen.opens);
    assert_eq!(
        rows(&mut team.pat, "connected", "2026-04"),
        Err(EngineError::NotAllowed)
    );
    assert_eq!(
        rows(&mut team.cory, "connected", "2026-04"),
        Err(EngineError::NotAllowed)
    );
    for device in [&mut team.cory, &mut team.pat] {
        assert_eq!(tell(device, "connected"), Err(EngineError::NotAllowed));
    }
}

#[test]
fn s3_20_of_few_people_nothing_is_told_that_gives_them_away() {
    let mut team = Team::new();
    team.people(26, 4);
    let counted = measure(&mut team.sam, "connected");
    assert_eq!(value_of(&counted, "2026-04"), share(4, 26));
    tell(&mut team.sam, "connected").unwrap();
    team.settle();
    let seen = measure(&mut team.pat, "connected");
    assert_eq!(value_of(&seen, "2026-04"), Value::Hidden { of: Some(26) });
    let text = format!("{seen:?}");
    assert!(
        !text.contains("yes: 4") && !text.contains("no: 22"),
        "{text}"
    );
}

#[test]
fn s3_23_s1_13_calls_minutes_and_calls_that_nobody_could_answer_come_from_call_outs() {
    let mut team = Team::new();
    team.settle();
    let begin = |device: &mut Device, steps: &[(u64, Step)], answer| {
        let Reply::CallOut(id) = device
            .order(Command::CallOut(CallOutCommand::Begin))
            .unwrap()
        else {
            panic!("no call-out");
        };
        let change = |device: &mut Device, change| {
            let call_out = id.clone();
            device
                .order(Command::CallOut(CallOutCommand::Change {
                    call_out,
                    change,
                }))
                .unwrap();
        };
        for (minutes, step) in steps {
            device.pass(minutes * 60_000);
            change(device, CallOutInput::Now(*step));
        }
        change(device, CallOutInput::Answer(Some(answer)));
    };
    let came = [
        (0, Step::Called),
        (3, Step::Accepted),
        (27, Step::Arrived),
        (5, Step::Offered),
        (5, Step::Left),
    ];
    begin(&mut team.cory, &came, CallOutAnswer::Declined);
    begin(
        &mut team.cory,
        &[(0, Step::Called), (1, Step::Accepted)],
        CallOutAnswer::NotMet,
    );
    team.settle();
    let month = "2026-05";
    assert_eq!(
        rows(&mut team.sam, "calls", month).unwrap().value,
        Value::Number(2)
    );
    assert_eq!(
        rows(&mut team.sam, "unmet", month).unwrap().value,
        share(1, 2)
    );
    let middle = |amount, known, of| Value::Middle {
        amount,
        known,
        of: Some(of),
    };
    assert_eq!(
        rows(&mut team.sam, "call_to_accept", month).unwrap().value,
        middle(Some(2), 2, 2)
    );
    assert_eq!(
        rows(&mut team.sam, "call_to_bedside", month).unwrap().value,
        middle(Some(30), 1, 2)
    );
    assert_eq!(
        rows(&mut team.sam, "offers_accepted", month).unwrap().value,
        share(0, 1)
    );
    let calls = measure(&mut team.sam, "calls");
    assert_eq!(calls.grain, Grain::Week);
    assert!(
        !calls.companions.is_empty(),
        "demand stands beside who was at work"
    );
    let opened = rows(&mut team.sam, "unmet", month).unwrap();
    assert!(
        opened
            .cases
            .iter()
            .all(|case| matches!(case.opens, CaseOf::CallOut(_)))
    );
}

/// Whoever was written down twice is one person, and two again when the records come apart.
#[test]
fn s2_10_two_records_of_one_person_are_counted_once_in_every_figure() {
    let mut team = Team::new();
    let cory = &mut team.cory;
    let ray = add(cory, "Ray Example");
    let again = add(cory, "Raymond Example");
    for id in [&ray, &again] {
        record(cory, id, dated(MilestoneEvent::Enrolled, "2025-10-20"));
        record(cory, id, dated(MilestoneEvent::Overdose, "2026-04-02"));
        let intake = MilestoneInput::Intake {
            status: IntakeStatus::Confirmed,
            on: Some("2026-04-20".to_owned()),
        };
        record(cory, id, intake);
    }
    record(cory, &again, dated(MilestoneEvent::Housed, "2026-04-25"));
    team.settle();
    let not_said = |yes, of, not_said| Value::Share { yes, of, not_said };
    let of = |team: &mut Team, code: &str, period: &str| {
        let view = measure(&mut team.sam, code);
        value_of(&view, period)
    };
    let all = |team: &mut Team| {
        [
            of(team, "housed_6", "2026-Q2"),
            of(team, "overdose_attempt", "2026-04"),
            of(team, "first_appointment", "2026-04"),
        ]
    };
    let two = [not_said(1, 2, 1), share(0, 2), not_said(0, 2, 2)];
    assert_eq!(all(&mut team), two);
    let same = TieCommand::Add {
        participant: ray.clone(),
        other: again,
        kind: TieKind::Same,
    };
    let tie = match team
        .sam
        .order(Command::Coaching(CoachingCommand::Tie(same)))
    {
        Ok(Reply::Record(record)) => record.record.unwrap(),
        other => panic!("{other:?}"),
    };
    let one = [not_said(1, 1, 0), share(0, 1), not_said(0, 1, 1)];
    assert_eq!(all(&mut team), one);
    let apart = TieCommand::Remove {
        participant: ray,
        tie,
        reason: "They are two.".to_owned(),
    };
    team.sam
        .order(Command::Coaching(CoachingCommand::Tie(apart)))
        .unwrap();
    assert_eq!(all(&mut team), two);
}

/// What is counted is the same as a count by hand over the very records, after a rebuild as before.
#[test]
fn s0_6_s0_8_figures_outlive_a_kill_and_agree_with_the_months_numbers() {
    let mut team = Team::new();
    team.people(12, 12);
    let kept = rows(&mut team.sam, "contacts_kept", "2026-04").unwrap();
    // 12 people from 10 to 30 April, reached on the 20th; there was no intake.
    assert_eq!(kept.value, share(12, 12 * 21));
    let Reply::Numbers(numbers) = team.sam.query(Query::Numbers) else {
        panic!("no numbers");
    };
    let counted = numbers.months[0].counted.clone().unwrap();
    assert_eq!(
        (counted.days_owed, counted.days_kept),
        (Some(252), Some(12))
    );
    let first = rows(&mut team.sam, "discharge_to_contact", "2026-04").unwrap();
    assert_eq!(
        first.value,
        Value::Middle {
            amount: Some(10),
            known: 12,
            of: Some(12)
        }
    );
    team.sam.crash();
    unlock(&mut team.world, &mut team.sam);
    assert_eq!(
        rows(&mut team.sam, "contacts_kept", "2026-04").unwrap(),
        kept
    );
    // Voided milestones count for nothing.
    let none = rows(&mut team.sam, "overdose_attempt", "2026-04").unwrap();
    assert_eq!(none.value, share(0, 0));
}

#[test]
fn s1_13_s1_20_s1_21_s1_22_s0_9_s0_11_s0_24_figures_are_told_apart_by_intercept_funder_partner_and_site()
 {
    use handrail_engine::api::{Circumstance, DetailField, EncounterPatch, ProgramDraft};
    let mut team = Team::new();
    team.people(26, 14);
    for sample in ["re-entry", "ed-overdose"] {
        team.sam
            .order(Command::UseProgram(ProgramDraft::Sample(sample.to_owned())))
            .unwrap();
    }
    team.settle();
    let Reply::Programs(programs) = team.sam.query(Query::Programs) else {
        panic!("no programs");
    };
    let re_entry = programs
        .in_use
        .iter()
        .find(|one| one.pack.id == "re-entry")
        .unwrap()
        .clone();
    let people = match team.cory.query(Query::People {
        search: String::new(),
        filter: handrail_engine::api::PeopleFilter::default(),
        offset: 0,
        limit: 100,
    }) {
        Reply::People(view) => view.rows,
        other => panic!("{other:?}"),
    };
    // Thirteen are in the program for people who come home; of the newest contact of one, another
    // intercept was said.
    let with: Vec<String> = people
        .iter()
        .take(13)
        .map(|row| row.participant.clone())
        .collect();
    for participant in &with {
        team.cory
            .order(Command::SetDetail {
                participant: participant.clone(),
                field: DetailField::Program,
                value: re_entry.name.clone(),
            })
            .unwrap();
    }
    let Reply::Person(page) = team.cory.query(Query::Person {
        participant: with[0].clone(),
        timeline_limit: 5,
    }) else {
        panic!("no person");
    };
    team.cory
        .order(Command::EditEncounter {
            participant: with[0].clone(),
            encounter: page.timeline[0].id.clone(),
            patch: EncounterPatch {
                circumstances: Some(vec![Circumstance::Intercept5]),
                ..EncounterPatch::default()
            },
        })
        .unwrap();
    team.settle();
    let parts = |device: &mut Device, by| {
        let view = measure_by(device, "connected", None, Some(by));
        let parts = view.parts.unwrap();
        assert_eq!(
            (parts.by, parts.period.to_string()),
            (by, "2026-04".to_owned())
        );
        let sums = parts.parts.into_iter().map(|(slice, value)| match value {
            Value::Share { of, .. } => (slice.name, of),
            other => panic!("{other:?}"),
        });
        sums.collect::<Vec<_>>()
    };
    let programs = parts(&mut team.sam, Dimension::Program);
    assert_eq!(programs, [(String::new(), 13), (re_entry.name.clone(), 13)]);
    let intercepts = parts(&mut team.sam, Dimension::Intercept);
    assert!(intercepts.contains(&("5".to_owned(), 1)), "{intercepts:?}");
    assert_eq!(intercepts.iter().map(|(_, of)| of).sum::<u32>(), 26);
    for funder in &re_entry.pack.funders {
        let of = parts(&mut team.sam, Dimension::Funder);
        assert!(of.contains(&(funder.name.clone(), 13)), "{of:?}");
    }
    for partner in &re_entry.pack.partners {
        let of = parts(&mut team.sam, Dimension::Partner);
        assert!(of.contains(&(partner.name.clone(), 13)), "{of:?}");
    }
    assert!(!re_entry.pack.funders.is_empty() && !re_entry.pack.partners.is_empty());
    // Sites served of all there are is read by everybody, out of nobody's record.
    let sites = measure(&mut team.pat, "sites_served");
    assert_eq!(sites.source, FigureSource::Counted);
    let by_intercept = measure_by(
        &mut team.pat,
        "sites_served",
        None,
        Some(Dimension::Intercept),
    );
    assert!(by_intercept.parts.unwrap().parts.len() > 1);
    let opened = rows(&mut team.pat, "sites_served", "2026").unwrap();
    assert!(opened.count > 0 && opened.cases.iter().all(|case| !case.name.is_empty()));
    // What is told of parts gives nobody away: by one dimension alone, small numbers hidden, and another
    // part with them. Of the one person at intercept 5 nothing is told.
    tell(&mut team.sam, "connected").unwrap();
    team.settle();
    let told = measure_by(&mut team.pat, "connected", None, Some(Dimension::Intercept));
    assert_eq!(told.dimensions, [Dimension::Program]);
    let parts = told.parts.unwrap().parts;
    let hidden = parts
        .iter()
        .filter(|(_, value)| matches!(value, Value::Hidden { .. }))
        .count();
    assert!(hidden >= 2, "{parts:?}");
}
