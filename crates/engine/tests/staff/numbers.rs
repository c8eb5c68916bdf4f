//! Numbers without names, for program managers (issue 3.1; S3-20).

use crate::support::Device;
use crate::support::two::{World, add, invite, join, log, pair};
use handrail_engine::api::{
    Command, EngineError, MilestoneInput, NumbersView, PeopleFilter, Query, Reply, Role,
};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

struct Team {
    world: World,
    sam: Device,
    cory: Device,
    /// Program manager.
    pat: Device,
}

/// A coach with contacts on one day in April, with so many people.
fn team(people: u8) -> Team {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let link = invite(&mut world, &mut sam, Role::ProgramManager);
    let pat = join(&mut world, 3, &link, "Pat Manager").unwrap();
    world.sync(&mut cory);
    cory.clock.at -= 14 * DAY_MS;
    for person in 0..people {
        let id = add(&mut cory, &format!("Person {person}"));
        log(&mut cory, &id, "in April");
        if person < 6 {
            let milestone = MilestoneInput::Discharged {
                on: "2026-04-19".to_owned(),
            };
            let order = Command::RecordMilestone {
                participant: id,
                milestone,
            };
            cory.order(order).unwrap();
        }
    }
    cory.clock.at += 14 * DAY_MS;
    let mut team = Team {
        world,
        sam,
        cory,
        pat,
    };
    team.settle();
    team
}

impl Team {
    fn settle(&mut self) {
        for _ in 0..3 {
            for device in [&mut self.cory, &mut self.sam, &mut self.pat] {
                self.world.sync(device);
            }
        }
    }
}

fn numbers(device: &mut Device) -> NumbersView {
    match device.query(Query::Numbers) {
        Reply::Numbers(view) => view,
        other => panic!("{other:?}"),
    }
}

fn publish(device: &mut Device, month: &str) -> Result<Reply, EngineError> {
    device.order(Command::PublishNumbers {
        month: month.to_owned(),
    })
}

#[test]
fn a_program_manager_reads_the_numbers_that_a_supervisor_told_and_no_record() {
    let mut team = team(12);
    assert!(numbers(&mut team.pat).months.is_empty());
    let counted = numbers(&mut team.sam).months;
    assert_eq!(counted.len(), 12);
    assert_eq!(
        (counted[0].month.as_str(), counted[11].month.as_str()),
        ("2026-04", "2025-05")
    );
    assert!(!counted[0].is_current);
    publish(&mut team.sam, "2026-04").unwrap();
    team.settle();

    let seen = numbers(&mut team.pat);
    assert!(!seen.may_publish);
    let [month] = &seen.months[..] else {
        panic!("{seen:?}")
    };
    let told = month.told.clone().unwrap();
    assert_eq!(
        (told.people, told.reached, told.contacts),
        (Some(12), Some(12), Some(12))
    );
    // Six people from 19 to 30 April: 72 days by 12 days would say that they are six.
    assert_eq!((told.days_owed, told.days_kept), (None, None));
    assert_eq!(
        (month.as_of.as_str(), month.by.as_str()),
        ("2026-05-04", "Sam Supervisor")
    );
    assert_eq!(month.counted, None);
    let query = Query::People {
        search: String::new(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 100,
    };
    match team.pat.query(query) {
        Reply::People(view) => assert!(view.rows.is_empty()),
        other => panic!("{other:?}"),
    }
    // What is written late changes what is counted, not what was told.
    assert!(numbers(&mut team.sam).months[0].is_current);
    team.cory.clock.at -= 10 * DAY_MS;
    let late = add(&mut team.cory, "Late Example");
    log(&mut team.cory, &late, "also in April");
    team.cory.clock.at += 10 * DAY_MS;
    team.settle();
    let months = numbers(&mut team.sam).months;
    assert!(!months[0].is_current);
    assert_eq!(months[0].counted.as_ref().unwrap().people, Some(13));
    assert_eq!(months[0].told.as_ref().unwrap().people, Some(12));
}

#[test]
fn a_month_with_few_people_is_told_without_any_figure() {
    let mut team = team(10);
    publish(&mut team.sam, "2026-04").unwrap();
    publish(&mut team.sam, "2026-03").unwrap();
    team.settle();
    let months = numbers(&mut team.pat).months;
    let told = months[0].told.clone().unwrap();
    assert_eq!(
        (told.people, told.contacts, told.days_owed),
        (None, None, None)
    );
    assert_eq!(
        months[1].told.as_ref().unwrap().people,
        Some(0),
        "nobody is a number"
    );
}

#[test]
fn only_supervisors_tell_numbers_and_only_of_months_that_are_over() {
    let mut team = team(1);
    for device in [&mut team.cory, &mut team.pat] {
        assert!(!numbers(device).may_publish);
        assert_eq!(publish(device, "2026-04"), Err(EngineError::NotAllowed));
    }
    for month in ["2026-05", "2025-04", "2026-4", "x"] {
        let refused = publish(&mut team.sam, month);
        assert!(
            matches!(refused, Err(EngineError::Invalid { .. })),
            "{month}"
        );
    }
}

/// A program that was changed writes them all the same: the agency's document is everybody's.
#[test]
fn numbers_that_another_role_wrote_are_shown_to_nobody() {
    use crate::support::forging::Forger;
    use handrail_domain::document::{AgencyCommand, AgencyDocument};
    use handrail_domain::numbers::{Counted, Told};
    use handrail_protocol::DocumentKind;

    let mut team = team(12);
    let mut forger = Forger::of(&mut team.cory, 5);
    let id = forger.first(DocumentKind::Agency);
    let mut document: AgencyDocument = forger.open(&id);
    let counted = Counted {
        people: 900,
        ..Counted::default()
    };
    let command = AgencyCommand::TellNumbers {
        month: "2026-04".to_owned(),
        told: Told::of(&counted),
    };
    let written = document.command(&command, forger.now).unwrap().unwrap();
    assert_eq!(document.read().numbers[0].device, forger.writer.device);
    forger.keep(&id, &written);
    drop(forger);
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    assert!(numbers(&mut team.pat).months.is_empty());
    assert_eq!(numbers(&mut team.sam).months[0].told, None);
    publish(&mut team.sam, "2026-04").unwrap();
    team.settle();
    let told = numbers(&mut team.pat).months[0].told.clone().unwrap();
    assert_eq!(told.people, Some(12));
}
