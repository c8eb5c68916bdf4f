//! How people live half a year after they came in: written down, shown on the plan, counted (S0-27, S2-17).

use crate::support::Device;
use crate::support::scorecards::{Team, dated, measure, record, rows, value_of};
use crate::support::two::{add, person, unlock};
use handrail_engine::api::measure::{Found, Value};
use handrail_engine::api::{
    Aspect, AspectState, Command, HalfYear, LocalDate, MilestoneEvent, MilestoneInput, Query, Reply,
};

fn half_years(device: &mut Device, participant: &str) -> Vec<HalfYear> {
    let query = Query::Plan {
        participant: participant.to_owned(),
    };
    match device.query(query) {
        Reply::Plan(view) => view.half_years,
        other => panic!("{other:?}"),
    }
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn came(device: &mut Device, name: &str, on: &str) -> String {
    let id = add(device, name);
    record(device, &id, dated(MilestoneEvent::Enrolled, on));
    id
}

const fn share(yes: u32, of: u32, not_said: u32) -> Value {
    Value::Share { yes, of, not_said }
}

#[test]
fn s0_27_s2_17_housing_and_work_after_six_months_are_what_somebody_wrote_down() {
    let mut team = Team::new();
    let ray = came(&mut team.cory, "Ray Example", "2025-10-20");
    let kim = came(&mut team.cory, "Kim Example", "2025-10-28");
    let new = came(&mut team.cory, "Lou Example", "2026-03-01");
    assert_eq!(half_years(&mut team.cory, &new), [], "months ahead");
    let on_plan = half_years(&mut team.cory, &ray);
    assert_eq!((on_plan.len(), on_plan[0].on), (1, day("2026-04-20")));
    assert_eq!(on_plan[0].home, AspectState::NotSaid);
    team.settle();
    let counted = |team: &mut Team, measure: &str| {
        let view = self::measure(&mut team.sam, measure);
        value_of(&view, "2026-Q2")
    };
    // Of nobody's home or work anything was written: that is not known, and never a no.
    assert_eq!(counted(&mut team, "housed_6"), share(0, 2, 2));
    assert_eq!(counted(&mut team, "working_6"), share(0, 2, 2));

    record(
        &mut team.cory,
        &ray,
        dated(MilestoneEvent::Housed, "2026-05-01"),
    );
    record(
        &mut team.cory,
        &kim,
        dated(MilestoneEvent::NotInWork, "2026-05-02"),
    );
    // With no word to anybody the device goes off.
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    let known = half_years(&mut team.cory, &ray)[0];
    assert_eq!(known.of(Aspect::Home), AspectState::Yes(day("2026-05-01")));
    assert_eq!(known.of(Aspect::Work), AspectState::NotSaid);
    team.settle();
    assert_eq!(counted(&mut team, "housed_6"), share(1, 2, 1));
    assert_eq!(counted(&mut team, "working_6"), share(0, 2, 1));
    // A figure opens to everybody in it, also to those of whom nothing is known.
    let opened = rows(&mut team.sam, "housed_6", "2026-Q2").unwrap();
    let of = |name: &str| {
        let mut cases = opened.cases.iter();
        cases.find(|case| case.name == name).unwrap().found
    };
    assert_eq!(opened.count, 2);
    assert_eq!(
        (of("Ray Example"), of("Kim Example")),
        (Found::Yes, Found::NotSaid)
    );
    // Nobody hears of so few.
    let told = measure(&mut team.sam, "housed_6");
    assert!(told.points.iter().all(|point| !matches!(
        point.told,
        Value::Share { of, .. } if of > 0
    )));
}

#[test]
fn s0_27_what_was_taken_back_says_nothing_and_two_who_say_the_opposite_leave_it_open() {
    let mut team = Team::new();
    let ray = came(&mut team.cory, "Ray Example", "2025-10-20");
    team.settle();
    record(
        &mut team.cory,
        &ray,
        dated(MilestoneEvent::InWork, "2026-04-20"),
    );
    record(
        &mut team.sam,
        &ray,
        dated(MilestoneEvent::NotInWork, "2026-04-20"),
    );
    team.settle();
    let state = |device: &mut Device| half_years(device, &ray)[0].work;
    for device in [&mut team.cory, &mut team.sam] {
        assert_eq!(state(device), AspectState::Both(day("2026-04-20")));
    }
    let view = measure(&mut team.sam, "working_6");
    assert_eq!(value_of(&view, "2026-Q2"), share(0, 1, 1));
    let wrong = person(&mut team.cory, &ray)
        .unwrap()
        .milestones
        .into_iter()
        .find(|one| {
            matches!(
                one.milestone,
                MilestoneInput::Dated {
                    event: MilestoneEvent::NotInWork,
                    ..
                }
            )
        })
        .unwrap();
    team.cory
        .order(Command::VoidMilestone {
            participant: ray.clone(),
            milestone: wrong.id,
            reason: "It was somebody else".to_owned(),
        })
        .unwrap();
    team.settle();
    assert_eq!(state(&mut team.sam), AspectState::Yes(day("2026-04-20")));
    let view = measure(&mut team.sam, "working_6");
    assert_eq!(value_of(&view, "2026-Q2"), share(1, 1, 0));
}
