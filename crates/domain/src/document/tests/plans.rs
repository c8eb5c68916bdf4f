//! The plan and the BARC-10 in a participant's document.

use super::shared::*;
use super::*;
use crate::barc10::{Answers, ITEMS};
use crate::document::participant::ParticipantKind;
use crate::plan::{Area, Help, Origin, PlanFacts, PlanField as F, PlanKind, Scope, Standing};
use crate::time::LocalDate;
use ParticipantCommand as C;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn add(number: u8, kind: PlanKind, goal: Option<RecordId>, fields: Vec<F>) -> C {
    C::AddPlanEntry {
        id: record(number),
        kind,
        goal,
        fields,
        by: member(1),
    }
}

fn goal(number: u8, words: &str, origin: Origin) -> C {
    let fields = vec![
        F::Words(words.into()),
        F::Area(Area::Employment),
        F::Origin(origin),
    ];
    add(number, PlanKind::Goal, None, fields)
}

fn change(number: u8, changes: Vec<F>) -> C {
    C::ChangePlanEntry {
        id: record(number),
        changes,
    }
}

fn do_it(document: &mut ParticipantDocument, command: &C, minute: i64) {
    document.command(command, now(minute)).unwrap().unwrap();
}

#[test]
fn s0_27_a_goal_has_steps_that_are_done_one_by_one() {
    let mut document = document::<ParticipantKind>(1);
    do_it(&mut document, &goal(1, " Work again ", Origin::Own), 0);
    let step = vec![
        F::Words("Write an application".into()),
        F::Help(Some(Help::Resources)),
        F::Due(Some(day("2026-03-20"))),
    ];
    do_it(
        &mut document,
        &add(2, PlanKind::Step, Some(record(1)), step),
        1,
    );
    let done = change(2, vec![F::Standing(Standing::Done)]);
    do_it(&mut document, &done, 60 * 24);
    assert_eq!(document.command(&done, now(60 * 48)), Ok(None));

    let plan = document.plan();
    let [found, step] = plan.as_slice() else {
        panic!("{plan:?}")
    };
    assert_eq!(found.words, "Work again");
    assert_eq!(
        found.facts,
        PlanFacts::Goal {
            area: Area::Employment,
            origin: Origin::Own
        }
    );
    assert_eq!(
        (found.standing, found.since, found.recorded_by),
        (Standing::Open, day("2026-03-01"), Some(member(1)))
    );
    assert_eq!(
        step.facts,
        PlanFacts::Step {
            goal: record(1),
            help: Some(Help::Resources),
            due: Some(day("2026-03-20"))
        }
    );
    assert_eq!(
        (step.standing, step.since),
        (Standing::Done, day("2026-03-02"))
    );
    assert_eq!(
        document.milestones(),
        [],
        "no other list takes them for its own"
    );
    assert_eq!(document.quiet(), []);
}

#[test]
fn s2_22_a_goal_says_whose_it_is_and_what_cannot_be_read_counts_as_the_courts() {
    let mut document = document::<ParticipantKind>(1);
    let nobody = vec![F::Words("Parenting class".into()), F::Area(Area::Family)];
    let refused = document.command(&add(1, PlanKind::Goal, None, nobody), now(0));
    assert_eq!(refused, Err(CommandError::PlanRefused));
    do_it(
        &mut document,
        &goal(1, "Parenting class", Origin::CourtOrdered),
        0,
    );
    let origin = |document: &ParticipantDocument| match document.plan_entry(record(1)) {
        Some(entry) => match entry.facts {
            PlanFacts::Goal { origin, .. } => origin,
            other => panic!("{other:?}"),
        },
        None => panic!("gone"),
    };
    assert_eq!(origin(&document), Origin::CourtOrdered);
    do_it(&mut document, &change(1, vec![F::Origin(Origin::Own)]), 1);
    assert_eq!(origin(&document), Origin::Own);
    let object = document.object(&RecordRef::Milestone(record(1))).unwrap();
    let newer = document.puts(&object, [("origin", FieldValue::Text("tribal".into()))]);
    let touched = Touched::one(RecordRef::Milestone(record(1)));
    document.commit(&newer, touched, now(2)).unwrap().unwrap();
    assert_eq!(origin(&document), Origin::CourtOrdered);
}

#[test]
fn s2_1_a_barrier_is_personal_or_around_them_and_stands_somehow() {
    let mut document = document::<ParticipantKind>(1);
    let fields = vec![
        F::Words("No bus on Sunday".into()),
        F::Scope(Scope::Environmental),
    ];
    do_it(&mut document, &add(1, PlanKind::Barrier, None, fields), 0);
    for standing in PlanKind::Barrier.standings().iter().rev() {
        do_it(&mut document, &change(1, vec![F::Standing(*standing)]), 1);
        let entry = document.plan_entry(record(1)).unwrap();
        assert_eq!(entry.standing, *standing);
        assert_eq!(
            entry.facts,
            PlanFacts::Barrier {
                scope: Scope::Environmental
            }
        );
    }
    let refused = change(1, vec![F::Standing(Standing::LetGo)]);
    assert_eq!(
        document.command(&refused, now(2)),
        Err(CommandError::PlanRefused)
    );
}

#[test]
fn s2_14_what_is_required_says_from_whom_and_by_when_and_can_be_taken_back() {
    let mut document = document::<ParticipantKind>(1);
    let fields = vec![
        F::Words("Bring the signed form".into()),
        F::Source(" County court ".into()),
        F::Due(Some(day("2026-03-09"))),
    ];
    do_it(
        &mut document,
        &add(1, PlanKind::Requirement, None, fields),
        0,
    );
    let facts = |document: &ParticipantDocument| document.plan_entry(record(1)).unwrap().facts;
    let requirement = |source: &str, due| PlanFacts::Requirement {
        source: source.into(),
        due,
    };
    assert_eq!(
        facts(&document),
        requirement("County court", Some(day("2026-03-09")))
    );
    let less = change(1, vec![F::Source(" ".into()), F::Due(None)]);
    do_it(&mut document, &less, 1);
    assert_eq!(facts(&document), requirement("", None));

    let back = |reason: &str| C::VoidMilestone {
        id: record(1),
        by: member(2),
        reason: reason.into(),
    };
    assert_eq!(
        document.command(&back(" "), now(2)),
        Err(CommandError::ReasonMissing)
    );
    do_it(&mut document, &back("somebody else's"), 2);
    let void = document.plan_entry(record(1)).unwrap().void.unwrap();
    assert_eq!(void.reason, "somebody else's");
    let late = change(1, vec![F::Words("Bring it".into())]);
    assert_eq!(document.command(&late, now(3)), Err(CommandError::Voided));
    do_it(&mut document, &C::RestoreMilestone { id: record(1) }, 4);
    do_it(&mut document, &late, 5);
    assert_eq!(document.plan_entry(record(1)).unwrap().words, "Bring it");
}

#[test]
fn an_entry_that_is_not_whole_is_refused_and_nothing_is_written() {
    let mut document = document::<ParticipantKind>(1);
    do_it(&mut document, &goal(1, "Work again", Origin::Own), 0);
    let heads = document.heads();
    let words = |words: &str| vec![F::Words(words.into())];
    let step = PlanKind::Step;
    let cases = [
        (
            add(2, step, Some(record(1)), words(" ")),
            CommandError::WordsMissing,
        ),
        (
            add(2, step, Some(record(1)), vec![]),
            CommandError::WordsMissing,
        ),
        (add(2, step, None, words("a")), CommandError::PlanRefused),
        (
            add(2, step, Some(record(9)), words("a")),
            CommandError::NoSuchRecord,
        ),
        (
            add(2, PlanKind::Barrier, None, words("a")),
            CommandError::PlanRefused,
        ),
        (
            add(2, PlanKind::Requirement, Some(record(1)), words("a")),
            CommandError::PlanRefused,
        ),
        (goal(1, "again", Origin::Own), CommandError::AlreadyRecorded),
        (change(9, words("a")), CommandError::NoSuchRecord),
        (change(1, words("\n")), CommandError::WordsMissing),
        (change(1, vec![F::Due(None)]), CommandError::PlanRefused),
    ];
    for (command, why) in cases {
        assert_eq!(document.command(&command, now(1)), Err(why), "{command:?}");
    }
    let long = document.command(&change(1, words(&"a".repeat(1001))), now(1));
    assert!(matches!(long, Err(CommandError::TooLong(_))), "{long:?}");
    assert_eq!(document.heads(), heads);
}

#[test]
fn two_people_word_one_goal_anew_and_both_stand_until_one_is_chosen() {
    let (mut one, mut two) = (document::<ParticipantKind>(1), document(2));
    do_it(&mut one, &goal(1, "Work", Origin::Own), 0);
    exchange(&mut one, &mut two);
    let both =
        |words: &str, standing| change(1, vec![F::Words(words.into()), F::Standing(standing)]);
    do_it(&mut one, &both("Work in the morning", Standing::Done), 10);
    do_it(&mut two, &both("Work near home", Standing::LetGo), 60 * 24);
    exchange(&mut one, &mut two);
    let conflicts = one.conflicts();
    assert_eq!(conflicts, two.conflicts());
    let fields: Vec<&str> = conflicts
        .iter()
        .map(|conflict| conflict.field.as_str())
        .collect();
    assert_eq!(fields, ["state", "words"], "the day follows how it stands");
    for conflict in conflicts {
        let chosen = conflict.versions.last().unwrap().value.clone();
        let choose = C::ResolveConflict {
            record: conflict.record,
            field: conflict.field,
            chosen,
        };
        do_it(&mut two, &choose, 60 * 25);
    }
    exchange(&mut one, &mut two);
    assert_eq!((one.conflicts(), two.conflicts()), (vec![], vec![]));
    assert_eq!(one.plan(), two.plan());
    let history = one.history(&RecordRef::Milestone(record(1))).unwrap();
    let words: Vec<&str> = history
        .iter()
        .filter(|entry| entry.field == "words")
        .filter_map(|entry| entry.value.as_text())
        .collect();
    for said in ["Work", "Work in the morning", "Work near home"] {
        assert!(words.contains(&said), "{said}: {words:?}");
    }
}

#[test]
fn s2_15_a_barc10_keeps_its_day_and_each_answer_and_has_no_total_unless_whole() {
    let mut document = document::<ParticipantKind>(1);
    let answer = |number: u8, on: &str, answers: [Option<u8>; ITEMS]| C::RecordBarc10 {
        id: record(number),
        on: day(on),
        answers: Answers::new(answers).unwrap(),
        language: "es".into(),
        by: member(1),
    };
    let mut part = [Some(5); ITEMS];
    part[3] = None;
    let later = document.command(&answer(1, "2026-03-02", [Some(5); ITEMS]), now(0));
    assert_eq!(later, Err(CommandError::NotYet));
    do_it(&mut document, &answer(1, "2026-03-01", [Some(5); ITEMS]), 0);
    do_it(&mut document, &answer(2, "2026-02-01", part), 1);
    let found = document.barc10();
    let [first, second] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((first.on, first.answers.each()), (day("2026-02-01"), &part));
    assert_eq!(
        (first.answers.total(), second.answers.total()),
        (None, Some(50))
    );
    assert_eq!(first.language, "es");
    let back = C::VoidMilestone {
        id: record(1),
        by: member(1),
        reason: "not theirs".into(),
    };
    do_it(&mut document, &back, 2);
    assert!(document.barc10_record(record(1)).unwrap().void.is_some());
    assert_eq!(document.read().barc10.len(), 2);
    assert_eq!(document.plan(), []);
}
