use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::time::LocalDate;
use ParticipantCommand as C;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn do_it(document: &mut ParticipantDocument, command: &C, minute: i64) -> Option<Written> {
    document.command(command, now(minute)).unwrap()
}

#[test]
fn s0_6_an_intake_becomes_confirmed_only_with_its_date() {
    let mut document = document::<ParticipantKind>(1);
    let intake = |status, on| MilestoneFacts {
        step: Step::Intake { status, on },
        place: "Clinic (sample)".into(),
    };
    let id = record(1);
    let refused = C::RecordMilestone {
        id,
        facts: intake(IntakeStatus::Confirmed, None),
        by: member(1),
    };
    assert_eq!(
        document.command(&refused, now(0)),
        Err(CommandError::ConfirmedNeedsDate)
    );
    let asked = C::RecordMilestone {
        id,
        facts: intake(IntakeStatus::Asked, None),
        by: member(1),
    };
    do_it(&mut document, &asked, 0).unwrap();
    let to = |status, on| C::SetMilestoneStatus { id, status, on };
    let refused = to(IntakeStatus::Confirmed, None);
    assert_eq!(
        document.command(&refused, now(1)),
        Err(CommandError::ConfirmedNeedsDate)
    );
    do_it(
        &mut document,
        &to(IntakeStatus::Confirmed, Some(day("2026-03-20"))),
        60 * 24,
    )
    .unwrap();
    let milestone = document.milestone(id).unwrap();
    assert_eq!(
        milestone.facts,
        intake(IntakeStatus::Confirmed, Some(day("2026-03-20")))
    );
    assert_eq!(
        (milestone.status_day, milestone.reopened_day),
        (day("2026-03-02"), None)
    );
    do_it(&mut document, &to(IntakeStatus::Tentative, None), 60 * 48).unwrap();
    let milestone = document.milestone(id).unwrap();
    assert_eq!(
        (milestone.status_day, milestone.reopened_day),
        (day("2026-03-03"), Some(day("2026-03-03")))
    );
    assert_eq!(milestone.facts, intake(IntakeStatus::Tentative, None));
}

#[test]
fn a_discharge_has_a_day_that_can_move_and_no_status() {
    let mut document = document::<ParticipantKind>(1);
    let id = record(9);
    let facts = MilestoneFacts {
        step: Step::Discharge {
            on: day("2026-02-28"),
        },
        place: " Hospital (sample) ".into(),
    };
    do_it(
        &mut document,
        &C::RecordMilestone {
            id,
            facts,
            by: member(1),
        },
        0,
    )
    .unwrap();
    do_it(
        &mut document,
        &C::SetMilestoneDate {
            id,
            on: day("2026-03-01"),
        },
        1,
    )
    .unwrap();
    let status = C::SetMilestoneStatus {
        id,
        status: IntakeStatus::Asked,
        on: None,
    };
    assert_eq!(
        document.command(&status, now(2)),
        Err(CommandError::NotAnIntake)
    );
    let milestone = document.milestone(id).unwrap();
    assert_eq!(
        milestone.facts.step,
        Step::Discharge {
            on: day("2026-03-01")
        }
    );
    assert_eq!(milestone.facts.place, "Hospital (sample)");
    assert_eq!(document.duty_facts().discharges, [day("2026-03-01")]);
    do_it(
        &mut document,
        &C::VoidMilestone {
            id,
            by: member(1),
            reason: "not discharged".into(),
        },
        3,
    )
    .unwrap();
    assert_eq!(document.duty_facts().discharges, []);
    do_it(&mut document, &C::RestoreMilestone { id }, 4).unwrap();
    assert_eq!(document.duty_facts().discharges.len(), 1);
}
