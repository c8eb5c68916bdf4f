//! Coaches trained, out of the training records of the agency (issue 5.6).

use crate::support::Device;
use crate::support::two::{World, add, invite, join, log, pair, supervisor, unlock};
use handrail_engine::api::measure::{Dimension, Period, Slice, Value};
use handrail_engine::api::on_call::{Discipline, Hours, Rota, RotaKind, Rotate, Turn};
use handrail_engine::api::{
    CaseOf, CasesView, CoachingCommand, Command, FigureSource, ListedPerson, LocalDate,
    MeasureView, Person, Query, Reply, Role, ScorecardQuery, ScorecardReply, Training,
    WorkforceCommand, WorkforceQuery, WorkforceReply,
};

fn say(device: &mut Device, command: WorkforceCommand) {
    let command = Command::Coaching(CoachingCommand::Workforce(command));
    device.order(command).unwrap();
}

fn training(person: Person, kind: &str, on: LocalDate) -> WorkforceCommand {
    let training = Training {
        person,
        kind: kind.to_owned(),
        name: String::new(),
        on,
        minutes: 1800,
        topics: Vec::new(),
        until: None,
        number: String::new(),
        cents: 0,
        funder: "Prevention coalition (test)".to_owned(),
        cohort: String::new(),
        program: String::new(),
    };
    WorkforceCommand::Training {
        entry: None,
        training,
    }
}

/// Writes down people without a device, `Volunteer 0` and so on.
fn list(device: &mut Device, count: u32) -> Vec<Person> {
    for number in 0..count {
        let person = ListedPerson {
            name: format!("Volunteer {number:02}"),
            kind: "volunteer".to_owned(),
            joined: None,
        };
        let entry = None;
        say(device, WorkforceCommand::Listed { entry, person });
    }
    let Reply::Workforce(reply) = device.query(Query::Workforce(WorkforceQuery::People)) else {
        panic!("no people");
    };
    let WorkforceReply::People(view) = *reply else {
        panic!("no people");
    };
    let rows = view.people.into_iter().filter(|row| row.listed.is_some());
    let mut named: Vec<_> = rows.map(|row| (row.name, row.person)).collect();
    named.sort_by(|one, other| one.0.cmp(&other.0));
    named.into_iter().map(|(_, person)| person).collect()
}

fn measure(device: &mut Device, measure: &str, by: Option<Dimension>) -> MeasureView {
    let query = ScorecardQuery::Measure {
        measure: measure.to_owned(),
        grain: None,
        by,
    };
    match device.query(Query::Scorecard(query)) {
        Reply::Scorecard(ScorecardReply::Measure(view)) => *view,
        other => panic!("{other:?}"),
    }
}

fn rows(device: &mut Device, measure: &str, period: &str) -> CasesView {
    let query = ScorecardQuery::Rows {
        measure: measure.to_owned(),
        period: Period::parse(period).unwrap(),
        slice: None,
    };
    match device.query(Query::Scorecard(query)) {
        Reply::Scorecard(ScorecardReply::Rows(view)) => view,
        other => panic!("{other:?}"),
    }
}

fn values(view: &MeasureView) -> Vec<(String, Value)> {
    let points = view.points.iter();
    points
        .map(|point| (point.period.to_string(), point.value))
        .collect()
}

/// G-1, S3-1, S3-3, S3-4: the series of the source out of 70 records of the agency's document, written
/// by a program manager who reads no participant, and the same on a supervisor's device.
#[test]
fn g_1_s3_1_s3_3_s3_4_the_series_is_counted_from_seventy_records_on_every_device() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::ProgramManager);
    let mut pat = join(&mut world, 3, &link, "Pat Manager").unwrap();
    world.sync(&mut pat);
    let volunteers = list(&mut pat, 70);
    assert_eq!(volunteers.len(), 70);
    let mut next = volunteers.iter().copied();
    for (year, count) in [(2020, 5), (2021, 14), (2023, 39), (2024, 12)] {
        for of in 0..count {
            let person = next.next().unwrap();
            let on = LocalDate::new(year, 1 + of % 12, 1 + of % 28).unwrap();
            say(&mut pat, training(person, "recovery_coach_academy", on));
        }
    }
    // Whoever is trained once more is nobody new, and other trainings make no coach.
    let again = LocalDate::new(2025, 2, 1).unwrap();
    let known = volunteers[0];
    say(&mut pat, training(known, "recovery_coach_academy", again));
    say(&mut pat, training(known, "naloxone", again));
    pat.crash();
    unlock(&mut world, &mut pat);
    for _ in 0..3 {
        world.sync(&mut pat);
        world.sync(&mut sam);
    }
    let year = |year: i32, value| (year.to_string(), value);
    let expected = vec![
        year(2020, Value::Number(5)),
        year(2021, Value::Number(14)),
        year(2022, Value::Number(0)),
        year(2023, Value::Number(39)),
        year(2024, Value::Number(12)),
        year(2025, Value::Number(0)),
        year(2026, Value::Number(0)),
    ];
    for device in [&mut pat, &mut sam] {
        let view = measure(device, "coaches_trained", None);
        assert_eq!(view.source, FigureSource::Counted);
        assert_eq!(values(&view), expected);
        assert!(
            view.points.iter().all(|point| point.told == point.value),
            "coaches are no participants"
        );
        let (_, next) = view.forecast.unwrap();
        assert!(next.low <= next.value && next.value <= next.high);
        // Since the beginning, and any other days.
        assert_eq!(
            rows(device, "coaches_trained", "2020-01-01/2026-05-04").value,
            Value::Number(70)
        );
        let opened = rows(device, "coaches_trained", "2020");
        assert_eq!(opened.count, 5);
        assert!(
            opened
                .cases
                .iter()
                .all(|case| case.name.starts_with("Volunteer"))
        );
    }
}

/// S3-7, S3-17, S3-6: trained is not active.
#[test]
fn s3_7_s3_17_of_those_trained_the_ones_with_a_contact_of_late_are_active() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    world.sync(&mut cory);
    assert_eq!(
        measure(&mut sam, "retention", None)
            .points
            .last()
            .unwrap()
            .value,
        Value::Missing
    );
    let robin = add(&mut cory, "Robin Example");
    log(&mut cory, &robin, "today");
    for _ in 0..3 {
        world.sync(&mut cory);
        world.sync(&mut sam);
    }
    let on = LocalDate::new(2025, 6, 1).unwrap();
    let Reply::Workforce(reply) = sam.query(Query::Workforce(WorkforceQuery::People)) else {
        panic!("no people");
    };
    let WorkforceReply::People(view) = *reply else {
        panic!("no people");
    };
    let mut rows_of = view.people.iter();
    let coach = rows_of.find(|row| row.name == "Cory Coach").unwrap().person;
    say(&mut sam, training(coach, "recovery_coach_academy", on));
    let volunteer = list(&mut sam, 1)[0];
    say(&mut sam, training(volunteer, "recovery_coach_academy", on));
    let view = rows(&mut sam, "retention", "2026");
    assert_eq!(
        view.value,
        Value::Share {
            yes: 1,
            of: 2,
            not_said: 0
        }
    );
    assert!(
        view.cases
            .iter()
            .any(|case| matches!(&case.opens, CaseOf::Member(_)) && case.name == "Cory Coach")
    );
    // Who paid for them (S3-4); of this year nobody, so any other days are looked at.
    let paid = measure(&mut sam, "coaches_trained", Some(Dimension::Funder));
    assert_eq!(values(&paid).last().unwrap().1, Value::Number(0));
    let slice = Some(Slice {
        by: Dimension::Funder,
        name: "Prevention coalition (test)".to_owned(),
    });
    let query = ScorecardQuery::Rows {
        measure: "coaches_trained".to_owned(),
        period: Period::parse("2025").unwrap(),
        slice,
    };
    let Reply::Scorecard(ScorecardReply::Rows(paid)) = sam.query(Query::Scorecard(query)) else {
        panic!("no rows");
    };
    assert_eq!(paid.value, Value::Number(2));
}

/// S3-23 and S4-16: who was there to take a call, and whether whoever was sought answered.
#[test]
fn s3_23_s4_16_shifts_and_answers_on_call_are_counted_beside_the_calls() {
    use handrail_engine::api::on_call::Person as OnCallPerson;
    use handrail_engine::api::{OnCallCommand, TimeOfDay, Zone};

    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    world.sync(&mut cory);
    let on_call = |device: &mut Device, command: OnCallCommand| {
        let order = Command::Coaching(CoachingCommand::OnCall(command));
        match device.order(order).unwrap() {
            Reply::Record(record) => record.record.unwrap(),
            other => panic!("{other:?}"),
        }
    };
    let day = |text: &str| LocalDate::parse(text).unwrap();
    let morning = TimeOfDay::parse("07:00").unwrap();
    let peer = OnCallPerson {
        member: None,
        name: "Jo Peer".to_owned(),
        phone: "608-555-0100".to_owned(),
        discipline: Discipline::Peer,
    };
    let rota = Box::new(Rota {
        name: "Hospital".to_owned(),
        kind: RotaKind::Coaches,
        zone: Zone::Central,
        from: day("2026-05-01"),
        until: None,
        people: vec![peer.clone()],
        turns: vec![Turn {
            hours: Hours {
                days: 0b111_1111,
                at: morning,
                minutes: 720,
            },
            rotate: Rotate::Weekly,
            groups: vec![vec![0]],
        }],
        meant: Vec::new(),
        needs: Vec::new(),
        fallback: Vec::new(),
    });
    let replaces = None;
    let rota = on_call(&mut sam, OnCallCommand::Keep { replaces, rota });
    // Today's is given away, and nobody takes it.
    let change = OnCallCommand::Change {
        rota,
        on: day("2026-05-04"),
        at: morning,
        who: peer.key(),
        by: None,
    };
    on_call(&mut sam, change);
    let who = "Sam Supervisor".to_owned();
    let sought = on_call(&mut cory, OnCallCommand::Seek { who: who.clone() });
    cory.pass(60_000);
    on_call(&mut cory, OnCallCommand::Answered { sought });
    cory.pass(60_000);
    on_call(&mut cory, OnCallCommand::Seek { who });
    for _ in 0..3 {
        world.sync(&mut cory);
        world.sync(&mut sam);
    }
    let share = |yes, of| Value::Share {
        yes,
        of,
        not_said: 0,
    };
    let shifts = rows(&mut sam, "shifts", "2026-05");
    assert_eq!((shifts.value, shifts.count), (share(3, 4), 4));
    assert!(shifts.cases.iter().all(|case| case.name == "Hospital"));
    assert_eq!(
        rows(&mut sam, "sought_answered", "2026-05").value,
        share(1, 2)
    );
    let calls = measure(&mut sam, "calls", None);
    let beside: Vec<_> = calls.companions.iter().map(|(one, _)| one.code()).collect();
    assert_eq!(beside, ["at_work", "shifts"]);
    // Nothing of supervision was due before anybody coached a whole week.
    let held = rows(&mut sam, "supervision_held", "2026-04");
    assert_eq!(held.count, 0);
}
