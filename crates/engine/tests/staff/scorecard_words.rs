//! Scorecards: what is written about measures, offline and by two, and by whom it may not be (issue 5.6).

use crate::support::scorecards::{Team, definition, list, measure, say, share, story, tell};
use crate::support::two::unlock;
use handrail_engine::api::measure::{MeasureWord, Period, Value};
use handrail_engine::api::{EngineError, FigureSource};

#[test]
fn s3_2_s3_3_s3_5_measures_are_written_offline_by_two_and_nothing_is_lost() {
    let mut team = Team::new();
    team.settle();
    // With no signal on either side.
    let id = say(
        &mut team.pat,
        None,
        definition("Suspected overdoses in the county", ""),
    )
    .unwrap();
    let of = list(&mut team.pat)
        .measures
        .into_iter()
        .find(|line| line.measure == id)
        .unwrap();
    assert!(!of.complete && of.builtin.is_none(), "S3-2");
    team.settle();
    let year = |text: &str, number| MeasureWord::Given {
        period: Period::parse(text).unwrap(),
        value: Value::Number(number),
    };
    say(&mut team.pat, Some(&id), year("2023", 209)).unwrap();
    say(&mut team.pat, Some(&id), year("2025", 0)).unwrap();
    say(
        &mut team.pat,
        Some(&id),
        definition(
            "Suspected overdoses in the county",
            "As the health office counts them.",
        ),
    )
    .unwrap();
    say(&mut team.sam, Some(&id), year("2023", 211)).unwrap();
    say(&mut team.sam, Some(&id), story("A new supply came in.")).unwrap();
    say(&mut team.pat, Some(&id), story("Seen from the numbers.")).unwrap();
    team.pat.crash();
    unlock(&mut team.world, &mut team.pat);
    team.settle();
    let (one, other) = (measure(&mut team.pat, &id), measure(&mut team.sam, &id));
    assert_eq!(
        (one.points.clone(), one.words.clone()),
        (other.points, other.words)
    );
    assert!(one.complete && one.version == 2);
    let values: Vec<_> = one
        .points
        .iter()
        .map(|point| (point.period.to_string(), point.value, point.others.len()))
        .collect();
    assert_eq!(values.len(), 3);
    assert_eq!(values[0].2, 1, "both of two figures are shown");
    assert_eq!(values[1], ("2024".to_owned(), Value::Missing, 0));
    assert_eq!(
        values[2],
        ("2025".to_owned(), Value::Number(0), 0),
        "nought is a value"
    );
    assert_eq!(one.words.len(), 2, "both stories are shown");
    // One who has seen both stands over both.
    say(&mut team.sam, Some(&id), year("2023", 210)).unwrap();
    say(&mut team.sam, Some(&id), story("Both together.")).unwrap();
    team.settle();
    let one = measure(&mut team.pat, &id);
    assert_eq!(
        (one.points[0].value, one.points[0].others.len()),
        (Value::Number(210), 0)
    );
    assert_eq!(one.words[0].words, "Both together.");
    assert_eq!(one.words.len(), 1);
}

#[test]
fn s3_24_who_carries_a_caseload_reads_scorecards_and_writes_none() {
    let mut team = Team::new();
    team.settle();
    assert!(!list(&mut team.cory).may_write);
    assert!(list(&mut team.pat).may_write && list(&mut team.sam).may_write);
    let refused = [
        say(&mut team.cory, Some("connected"), story("Words.")),
        say(&mut team.cory, None, definition("Mine", "Words.")),
    ];
    assert_eq!(
        refused,
        [Err(EngineError::NotAllowed), Err(EngineError::NotAllowed)]
    );
    let wrong = [
        say(&mut team.sam, None, definition("  ", "Words.")),
        say(
            &mut team.sam,
            Some("connected"),
            MeasureWord::Given {
                period: Period::parse("2026-04").unwrap(),
                value: Value::Number(3),
            },
        ),
    ];
    assert!(
        wrong
            .iter()
            .all(|one| matches!(one, Err(EngineError::Invalid { .. }))),
        "{wrong:?}"
    );
    assert_eq!(
        say(&mut team.sam, Some("nothing"), story("Words.")),
        Err(EngineError::NotFound)
    );
    say(
        &mut team.pat,
        Some("connected"),
        story("Rides to the clinic began."),
    )
    .unwrap();
    team.settle();
    let seen = measure(&mut team.cory, "connected");
    assert_eq!(
        (seen.words[0].words.as_str(), seen.words[0].by.as_str()),
        ("Rides to the clinic began.", "Pat Manager")
    );
}

/// A program that was changed tells figures all the same: the agency's document is everybody's.
#[test]
fn s3_20_what_another_role_tells_or_writes_counts_for_nothing_and_is_said_to_supervisors() {
    use crate::support::forging::Forger;
    use handrail_domain::document::{AgencyCommand, AgencyDocument};
    use handrail_domain::measure::{MeasureBody, Told, ToldPoint};
    use handrail_domain::statement::NewStatement;
    use handrail_domain::{LocalDate, RecordId};
    use handrail_protocol::DocumentKind;

    let mut team = Team::new();
    team.settle();
    let mut forger = Forger::of(&mut team.cory, 5);
    let id = forger.first(DocumentKind::Agency);
    let mut document: AgencyDocument = forger.open(&id);
    let told = MeasureWord::Told(Told {
        version: 1,
        as_of: LocalDate::parse("2026-05-04").unwrap(),
        points: vec![ToldPoint {
            period: Period::parse("2026-04").unwrap(),
            slice: None,
            value: share(900, 900),
        }],
    });
    for (number, word) in (1..).zip([told, story("Nobody may say this.")]) {
        let body = MeasureBody {
            measure: "connected".to_owned(),
            over: Vec::new(),
            word,
        };
        let new = NewStatement::new(RecordId::from_bytes([number; 16]), "measure", None, &body);
        let command = AgencyCommand::State(new);
        let written = document.command(&command, forger.now).unwrap().unwrap();
        forger.keep(&id, &written);
    }
    drop(forger);
    unlock(&mut team.world, &mut team.cory);
    team.settle();
    for device in [&mut team.pat, &mut team.cory] {
        let view = measure(device, "connected");
        assert_eq!((view.source, view.words.len()), (FigureSource::NotHere, 0));
        assert_eq!(list(device).set_aside, 0);
    }
    assert_eq!(list(&mut team.sam).set_aside, 2);
    tell(&mut team.sam, "connected").unwrap();
    team.settle();
    let told = measure(&mut team.pat, "connected");
    assert!(matches!(&told.source, FigureSource::Told { by, .. } if by == "Sam Supervisor"));
}
