//! Who is on call, on every device and without a network (S1-3, S4-16).

use crate::support::Device;
use crate::support::rotas::{clock, day, day_and_night, keep, member, on_call, order};
use crate::support::three::team;
use crate::support::two::{World, add, invite, join, supervisor, unlock};
use handrail_engine::api::on_call::{Discipline, Person, RotaKind};
use handrail_engine::api::{
    Command, EngineError, InvalidField, OnCallCommand, PeopleFilter, Query, Reply, Role,
};

const HOUR: i64 = 3_600_000;

fn supervisors(device: &mut Device) -> Vec<String> {
    let view = on_call(device);
    let (now, next) = view.supervisors();
    now.into_iter()
        .chain(next)
        .map(|one| one.name.clone())
        .collect()
}

#[test]
fn s4_16_a_coach_without_a_signal_knows_the_supervisor_on_call_at_any_hour() {
    let mut team = team();
    let view = on_call(&mut team.sam);
    assert!(view.rotas.is_empty() && view.may_plan);
    let rota = day_and_night(member(&view, "Sam Supervisor"), member(&view, "Dana Coach"));
    assert_eq!(
        keep(&mut team.cory, None, rota.clone()),
        Err(EngineError::NotAllowed)
    );
    let mut bad = rota.clone();
    bad.turns.clear();
    let refused = keep(&mut team.sam, None, bad);
    assert!(matches!(
        refused,
        Err(EngineError::Invalid {
            field: InvalidField::Detail,
            ..
        })
    ));
    keep(&mut team.sam, None, rota).unwrap();
    team.settle();
    // 2026-05-04 14:00 in Chicago; nothing is reached any more.
    assert_eq!(
        supervisors(&mut team.cory),
        ["Sam Supervisor", "Dana Coach"]
    );
    team.cory.clock.at += 12 * HOUR;
    assert_eq!(
        supervisors(&mut team.cory),
        ["Dana Coach", "Sam Supervisor"],
        "2 a.m."
    );
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    assert_eq!(
        supervisors(&mut team.cory),
        ["Dana Coach", "Sam Supervisor"]
    );
    let view = on_call(&mut team.cory);
    assert!(view.gaps.is_empty() && !view.may_plan);
}

#[test]
fn s4_16_a_gap_alarms_before_it_comes_and_ends_when_somebody_takes_it() {
    let mut team = team();
    let view = on_call(&mut team.sam);
    let (sam, dana) = (member(&view, "Sam Supervisor"), member(&view, "Dana Coach"));
    let root = keep(
        &mut team.sam,
        None,
        day_and_night(sam.clone(), dana.clone()),
    )
    .unwrap();
    team.settle();
    let change = |who: &Person, by: Option<Person>| OnCallCommand::Change {
        rota: root.clone(),
        on: day("2026-05-08"),
        at: clock("19:00"),
        who: who.key(),
        by,
    };
    // Somebody else's shift is not a coach's to give away.
    assert_eq!(
        order(&mut team.cory, change(&dana, None)),
        Err(EngineError::NotAllowed)
    );
    let away = order(&mut team.dana, change(&dana, None)).unwrap();
    assert_eq!(on_call(&mut team.dana).gaps.len(), 1, "offline, at once");
    team.settle();
    let gaps = on_call(&mut team.sam).gaps;
    assert_eq!(gaps.len(), 1);
    // 2026-05-08 19:00 in Chicago, four days ahead.
    assert_eq!(gaps[0].start.millis(), 1_778_284_800_000);
    let cory = Person {
        discipline: Discipline::Peer,
        ..member(&view, "Cory Coach")
    };
    let without = Person {
        phone: " ".to_owned(),
        ..cory.clone()
    };
    let refused = order(&mut team.cory, change(&dana, Some(without)));
    assert!(matches!(refused, Err(EngineError::Invalid { .. })));
    order(&mut team.cory, change(&dana, Some(cory))).unwrap();
    team.settle();
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        assert_eq!(on_call(device).gaps, []);
    }
    // What somebody took is not free any more.
    assert_eq!(
        order(&mut team.dana, change(&dana, Some(dana.clone()))),
        Err(EngineError::NotAllowed)
    );
    // Only whoever made a change takes it back, and whoever plans.
    let back = |change: &str| OnCallCommand::TakeBack {
        change: change.to_owned(),
    };
    assert_eq!(
        order(&mut team.cory, back(&away)),
        Err(EngineError::NotAllowed)
    );
    order(&mut team.dana, back(&away)).unwrap();
    team.settle();
    assert_eq!(on_call(&mut team.sam).rotas[0].changes.len(), 1);
}

#[test]
fn s4_16_of_two_rows_that_begin_at_once_each_gives_away_their_own() {
    let mut team = team();
    let view = on_call(&mut team.sam);
    let mut rota = day_and_night(member(&view, "Sam Supervisor"), member(&view, "Dana Coach"));
    let mut second = rota.turns[1].clone();
    second.groups = vec![vec![0]];
    second.hours.minutes = 600;
    rota.turns.insert(1, second);
    let dana = rota.people[1].key();
    let root = keep(&mut team.sam, None, rota).unwrap();
    team.settle();
    let cannot = OnCallCommand::Change {
        rota: root,
        on: day("2026-05-08"),
        at: clock("19:00"),
        who: dana,
        by: None,
    };
    order(&mut team.dana, cannot).unwrap();
}

#[test]
fn s4_16_what_a_supervisor_planned_holds_when_they_are_a_coach() {
    let mut team = team();
    let view = on_call(&mut team.sam);
    let (sam, dana) = (member(&view, "Sam Supervisor"), member(&view, "Dana Coach"));
    let role = |role| Command::ChangeRole {
        member: dana.key(),
        role,
    };
    team.world
        .order(&mut team.sam, role(Role::Supervisor))
        .unwrap();
    team.settle();
    keep(&mut team.dana, None, day_and_night(sam, dana.clone())).unwrap();
    team.settle();
    team.world.order(&mut team.sam, role(Role::Coach)).unwrap();
    team.settle();
    assert_eq!(on_call(&mut team.sam).rotas.len(), 1);
    let view = on_call(&mut team.dana);
    assert_eq!((view.rotas.len(), view.may_plan), (1, false));
}

#[test]
fn s4_16_who_has_left_covers_no_shift() {
    let mut team = team();
    let view = on_call(&mut team.sam);
    let (sam, dana) = (member(&view, "Sam Supervisor"), member(&view, "Dana Coach"));
    let rota = day_and_night(sam.clone(), dana.clone());
    let root = keep(&mut team.sam, None, rota).unwrap();
    let taken = OnCallCommand::Change {
        rota: root,
        on: day("2026-05-08"),
        at: clock("07:00"),
        who: sam.key(),
        by: Some(dana.clone()),
    };
    order(&mut team.sam, taken).unwrap();
    team.settle();
    assert_eq!(on_call(&mut team.sam).gaps, []);
    let leaves = Command::EndMembership { member: dana.key() };
    team.world.order(&mut team.sam, leaves).unwrap();
    team.world.sync(&mut team.sam);
    let view = on_call(&mut team.sam);
    // Every night, and the day that they had taken.
    let taken = view
        .gaps
        .iter()
        .filter(|gap| gap.end.millis() - gap.start.millis() > 12 * HOUR);
    assert_eq!(taken.count(), 1);
    assert!(view.gaps.len() >= 13 && view.gaps.iter().all(|gap| gap.nobody));
    assert_eq!(supervisors(&mut team.sam), ["Sam Supervisor"]);
}

#[test]
fn s4_16_the_time_until_a_supervisor_answered_is_counted_offline_and_supervisors_read_it() {
    let mut team = team();
    let sought = order(
        &mut team.cory,
        OnCallCommand::Seek {
            who: "Sam Supervisor".to_owned(),
        },
    )
    .unwrap();
    let open = on_call(&mut team.cory).sought;
    assert_eq!(
        (open[0].who.as_str(), open[0].minutes, open[0].own),
        ("Sam Supervisor", None, true)
    );
    team.cory.clock.at += 4 * 60_000;
    order(&mut team.cory, OnCallCommand::Answered { sought }).unwrap();
    team.settle();
    let seen = on_call(&mut team.sam).sought;
    assert_eq!(
        (seen[0].by.as_str(), seen[0].minutes, seen[0].own),
        ("Cory Coach", Some(4), false)
    );
    assert!(
        on_call(&mut team.dana).sought.is_empty(),
        "it is about nobody else"
    );
}

#[test]
fn s4_16_two_plans_at_once_are_both_shown_until_one_is_saved() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Lead);
    let mut lee = join(&mut world, 2, &link, "Lee Lead").unwrap();
    let mut settle = |sam: &mut Device, lee: &mut Device| {
        for _ in 0..3 {
            world.sync(sam);
            world.sync(lee);
        }
    };
    settle(&mut sam, &mut lee);
    let view = on_call(&mut sam);
    let (one, other) = (member(&view, "Sam Supervisor"), member(&view, "Lee Lead"));
    let first = keep(&mut sam, None, day_and_night(one.clone(), other.clone())).unwrap();
    settle(&mut sam, &mut lee);
    keep(
        &mut sam,
        Some(&first),
        day_and_night(one.clone(), one.clone()),
    )
    .unwrap();
    keep(
        &mut lee,
        Some(&first),
        day_and_night(other.clone(), other.clone()),
    )
    .unwrap();
    settle(&mut sam, &mut lee);
    let views = [on_call(&mut sam), on_call(&mut lee)];
    for view in &views {
        assert_eq!(view.rotas.len(), 2);
        assert!(view.rotas.iter().all(|rota| rota.head.disagrees));
        assert_eq!(view.supervisors().0.len(), 2, "both are on call");
    }
    let last = views[0].rotas[1].head.id.to_string();
    let settled = day_and_night(other, one);
    let head = views[0].rotas[0].head.id.to_string();
    keep(&mut sam, Some(&head), settled.clone()).unwrap();
    keep(&mut sam, Some(&last), settled).unwrap();
    settle(&mut sam, &mut lee);
    assert_eq!(
        supervisors(&mut lee).first().map(String::as_str),
        Some("Lee Lead")
    );
}

#[test]
fn s1_3_whoever_stands_on_a_rota_reads_no_record_by_that() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Referrer);
    let mut officer = join(&mut world, 2, &link, "Officer Lee").unwrap();
    let ray = add(&mut sam, "Ray Example");
    world.sync(&mut officer);
    world.sync(&mut sam);
    let view = on_call(&mut sam);
    let mut rota = day_and_night(
        member(&view, "Officer Lee"),
        member(&view, "Sam Supervisor"),
    );
    rota.people[0].discipline = Discipline::Officer;
    rota.kind = RotaKind::Team;
    rota.needs = vec![(Discipline::Officer, 1)];
    keep(&mut sam, None, rota).unwrap();
    for _ in 0..3 {
        world.sync(&mut sam);
        world.sync(&mut officer);
    }
    let view = on_call(&mut officer);
    assert_eq!(view.rotas[0].now.people[0].name, "Officer Lee");
    // By night the officer is missing, and that is a gap for the team.
    assert_eq!(view.gaps[0].lacking, [Discipline::Officer]);
    let people = officer.query(Query::People {
        search: String::new(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 10,
    });
    assert!(matches!(people, Reply::People(view) if view.rows.is_empty()));
    let query = Query::Person {
        participant: ray,
        timeline_limit: 1,
    };
    let record = officer.ask(handrail_engine::api::Request::Query(query));
    assert_eq!(record, Err(EngineError::NotFound));
    let sought = order(
        &mut officer,
        OnCallCommand::Seek {
            who: "Sam Supervisor".to_owned(),
        },
    );
    assert!(
        sought.is_err(),
        "nothing is counted for whoever has no caseload"
    );
}
