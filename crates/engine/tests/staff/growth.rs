//! How people grow into the work: mentors, competencies, plans, and what is for a coach alone (issue 5.5).

use crate::support::Device;
use crate::support::three::team;
use crate::support::two::{add, log, team as team_view, unlock};
use handrail_engine::api::{
    Availability, CertificationAt, CoachingCommand, Command, EngineError, Goal, GrowthCommand,
    GrowthView, LeadRole, LocalDate, Pairing, Person, Query, Reply, Request, Role, Wellbeing,
    WellbeingState, WorkforceCommand, WorkforceQuery, WorkforceReply,
};

const DAY: u64 = 24 * 3_600_000;

fn growth(device: &mut Device, person: &str) -> Result<GrowthView, EngineError> {
    let person = person.to_owned();
    let query = Query::Workforce(WorkforceQuery::Growth { person });
    match device.ask(Request::Query(query))? {
        Reply::Workforce(reply) => match *reply {
            WorkforceReply::Growth(view) => Ok(*view),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn page(device: &mut Device, person: &str) -> GrowthView {
    growth(device, person).unwrap()
}

fn grow(device: &mut Device, command: GrowthCommand) -> Result<Reply, EngineError> {
    let command = WorkforceCommand::Growth(command);
    device.order(Command::Coaching(CoachingCommand::Workforce(command)))
}

fn id_of(device: &mut Device, name: &str) -> String {
    let coaches = team_view(device).coaches;
    let found = coaches.iter().find(|one| one.name == name);
    found.unwrap_or_else(|| panic!("{name}")).member.clone()
}

fn member(person: Person) -> handrail_domain::MemberId {
    match person {
        Person::Member(member) => member,
        Person::Listed(_) => panic!("not a member"),
    }
}

fn today(device: &mut Device) -> LocalDate {
    page(device, "me").today
}

#[test]
fn s3_13_a_mentor_and_a_supervisor_tick_what_they_saw_and_nobody_their_own() {
    let mut team = team();
    let cory = id_of(&mut team.sam, "Cory Coach");
    let person = page(&mut team.sam, &cory).person;
    let tick = |seen| GrowthCommand::Competency {
        person,
        competency: "listens".to_owned(),
        seen,
    };
    assert_eq!(
        grow(&mut team.cory, tick(true)),
        Err(EngineError::NotAllowed)
    );
    assert_eq!(
        grow(&mut team.dana, tick(true)),
        Err(EngineError::NotAllowed)
    );
    // Once Dana guides Cory, what Dana saw counts, on every device.
    let dana = page(&mut team.dana, "me").person;
    let day = today(&mut team.sam);
    let pairing = Pairing {
        mentor: member(dana),
        coach: member(person),
        from: day,
        until: None,
        every_days: 14,
    };
    let pair = GrowthCommand::Pair {
        entry: None,
        pairing: pairing.clone(),
    };
    assert_eq!(
        grow(&mut team.dana, pair.clone()),
        Err(EngineError::NotAllowed)
    );
    grow(&mut team.sam, pair).unwrap();
    team.settle();
    team.world.cut = true;
    grow(&mut team.dana, tick(true)).unwrap();
    team.dana.crash();
    unlock(&mut team.world, &mut team.dana);
    team.world.cut = false;
    team.settle();
    for device in [&mut team.sam, &mut team.cory] {
        let seen = page(device, &cory).competencies;
        let one = seen.iter().find(|one| one.id == "listens").unwrap();
        assert_eq!((one.on, one.by.as_str()), (Some(day), "Dana Coach"));
        // What guides others is asked of leads only.
        assert!(seen.iter().all(|one| one.id != "guides"));
    }
    grow(&mut team.sam, tick(false)).unwrap();
    team.settle();
    let seen = page(&mut team.cory, "me").competencies;
    assert!(seen.iter().all(|one| one.on.is_none()));
}

#[test]
fn s3_16_a_mentor_and_a_coach_write_down_that_they_talked_and_nothing_else() {
    let mut team = team();
    let (cory, dana) = (
        page(&mut team.cory, "me").person,
        page(&mut team.dana, "me").person,
    );
    let day = today(&mut team.sam);
    let pair = GrowthCommand::Pair {
        entry: None,
        pairing: Pairing {
            mentor: member(dana),
            coach: member(cory),
            from: day.plus_days(-30),
            until: None,
            every_days: 14,
        },
    };
    grow(&mut team.sam, pair).unwrap();
    team.settle();
    let known = page(&mut team.cory, "me").pairs.remove(0);
    assert!(known.may_talk);
    assert_eq!(known.next, Some(day.plus_days(-16)), "a talk is late");
    let talk = GrowthCommand::Talk {
        pair: known.id.clone(),
        on: day,
        minutes: 40,
    };
    grow(&mut team.cory, talk).unwrap();
    team.settle();
    let known = page(&mut team.dana, "me").pairs.remove(0);
    assert_eq!(known.talks.len(), 1);
    assert_eq!((known.talks[0].1, known.talks[0].2), (day, 40));
    assert_eq!(known.next, Some(day.plus_days(14)));
    // A lead role is given by a supervisor.
    let lead = GrowthCommand::LeadRole {
        entry: None,
        role: LeadRole {
            member: member(dana),
            words: "Welcomes new coaches".to_owned(),
            from: day,
            until: None,
        },
    };
    assert_eq!(
        grow(&mut team.dana, lead.clone()),
        Err(EngineError::NotAllowed)
    );
    grow(&mut team.sam, lead).unwrap();
    team.settle();
    assert_eq!(page(&mut team.dana, "me").lead_roles.len(), 1);
    // Two weeks later it is late again, and each of them is told on their own device.
    let warned = |device: &mut Device| {
        let query = Query::Workforce(WorkforceQuery::Warnings);
        match device.query(query) {
            Reply::Workforce(reply) => match *reply {
                WorkforceReply::Warnings(view) => view.talks,
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    };
    assert!(warned(&mut team.cory).is_empty());
    for device in [&mut team.cory, &mut team.dana, &mut team.sam] {
        device.pass(15 * DAY);
    }
    let due = day.plus_days(14);
    let late = |name: &str| vec![(name.to_owned(), due)];
    assert_eq!(warned(&mut team.cory), late("Dana Coach"));
    assert_eq!(warned(&mut team.dana), late("Cory Coach"));
    assert!(warned(&mut team.sam).is_empty());
}

#[test]
fn s3_13_s3_16_a_mentor_sees_what_the_coach_can_do_and_nothing_that_is_the_coachs_own() {
    let mut team = team();
    let (cory, dana) = (
        page(&mut team.cory, "me").person,
        page(&mut team.dana, "me").person,
    );
    let id = id_of(&mut team.sam, "Cory Coach");
    let goal = Goal {
        member: member(cory),
        words: "Lead a group".to_owned(),
        help: String::new(),
        by: None,
        reached: None,
    };
    grow(&mut team.cory, GrowthCommand::Goal { entry: None, goal }).unwrap();
    let day = today(&mut team.sam);
    let mut pairing = Pairing {
        mentor: member(dana),
        coach: member(cory),
        from: day.plus_days(-30),
        until: None,
        every_days: 0,
    };
    let pair = |entry, pairing: &Pairing| GrowthCommand::Pair {
        entry,
        pairing: pairing.clone(),
    };
    grow(&mut team.sam, pair(None, &pairing)).unwrap();
    team.settle();
    let seen = page(&mut team.dana, &id);
    assert!(seen.may_guide && !seen.may_supervise && !seen.may_write);
    assert!(!seen.competencies.is_empty());
    assert!(seen.goals.is_none() && seen.ready.is_none() && seen.wellbeing.is_empty());
    // Only while they are a pair.
    let entry = Some(seen.pairs[0].id.clone());
    pairing.until = Some(day.plus_days(-1));
    grow(&mut team.sam, pair(entry, &pairing)).unwrap();
    team.settle();
    assert_eq!(growth(&mut team.dana, &id), Err(EngineError::NotAllowed));
}

#[test]
fn s3_21_whoever_covers_for_a_coach_reads_their_people_and_not_their_plan() {
    let mut team = team();
    let cory = page(&mut team.cory, "me").person;
    let (id, by) = (
        id_of(&mut team.sam, "Cory Coach"),
        id_of(&mut team.sam, "Dana Coach"),
    );
    let goal = Goal {
        member: member(cory),
        words: "Lead a group".to_owned(),
        help: String::new(),
        by: None,
        reached: None,
    };
    grow(&mut team.cory, GrowthCommand::Goal { entry: None, goal }).unwrap();
    let lead = Command::ChangeRole {
        member: by.clone(),
        role: Role::Lead,
    };
    team.world.order(&mut team.sam, lead).unwrap();
    let cover = Command::Cover {
        coach: id.clone(),
        by,
        through: today(&mut team.sam).plus_days(5).to_string(),
    };
    team.world.order(&mut team.sam, cover).unwrap();
    team.settle();
    assert!(page(&mut team.sam, &id).goals.is_some());
    let seen = page(&mut team.dana, &id);
    assert!(seen.goals.is_none() && seen.ready.is_none());
}

#[test]
fn s3_21_s2_9_a_plan_and_what_to_look_for_are_for_the_coach_and_supervisors_alone() {
    let mut team = team();
    let cory = page(&mut team.cory, "me").person;
    let id = id_of(&mut team.sam, "Cory Coach");
    let goal = |words: &str, reached| Goal {
        member: member(cory),
        words: words.to_owned(),
        help: "Dana".to_owned(),
        by: None,
        reached,
    };
    team.world.cut = true;
    let first = GrowthCommand::Goal {
        entry: None,
        goal: goal("Lead a group", None),
    };
    grow(&mut team.cory, first).unwrap();
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    team.world.cut = false;
    team.settle();
    let seen = page(&mut team.sam, &id).goals.unwrap();
    assert_eq!(seen[0].goal.words, "Lead a group");
    // Others do not read it, and do not look at all.
    assert_eq!(growth(&mut team.dana, &id), Err(EngineError::NotAllowed));
    // Two who say something else about it at once lose nothing.
    team.world.cut = true;
    let day = today(&mut team.cory);
    let entry = Some(seen[0].id.clone());
    let of = |words: &str, reached| GrowthCommand::Goal {
        entry: entry.clone(),
        goal: goal(words, reached),
    };
    grow(&mut team.cory, of("Lead a group", Some(day))).unwrap();
    grow(&mut team.sam, of("Lead the Monday group", None)).unwrap();
    team.world.cut = false;
    team.settle();
    let one = page(&mut team.cory, "me").goals.unwrap().remove(0);
    assert!(one.disputed);
    assert_eq!(Some(vec![one]), page(&mut team.sam, &id).goals);

    let ready = |yes| GrowthCommand::Ready {
        member: id.clone(),
        item: "people".to_owned(),
        yes,
    };
    assert_eq!(
        grow(&mut team.cory, ready(true)),
        Err(EngineError::NotAllowed)
    );
    grow(&mut team.sam, ready(true)).unwrap();
    team.settle();
    let items = page(&mut team.cory, "me").ready.unwrap();
    let one = items.iter().find(|one| one.id == "people").unwrap();
    assert_eq!(one.yes, Some(true));
    assert!(items.iter().filter(|one| one.yes.is_none()).count() > 3);
}

#[test]
fn s3_6_s3_15_s3_18_who_can_be_asked_and_how_far_they_are_is_theirs_to_say_and_is_counted() {
    let mut team = team();
    let cory = page(&mut team.cory, "me").person;
    let available = |hours| {
        GrowthCommand::Available(Availability {
            member: member(cory),
            available: true,
            hours,
            words: "Evenings, by video".to_owned(),
        })
    };
    assert_eq!(
        grow(&mut team.dana, available(10)),
        Err(EngineError::NotAllowed)
    );
    grow(&mut team.cory, available(10)).unwrap();
    let day = today(&mut team.cory);
    let stage = |stage: &str| {
        GrowthCommand::Stage(CertificationAt {
            person: cory,
            kind: "certified_peer_specialist".to_owned(),
            stage: stage.to_owned(),
            since: day,
        })
    };
    grow(&mut team.cory, stage("applied")).unwrap();
    grow(&mut team.cory, stage("exam")).unwrap();
    assert!(grow(&mut team.cory, stage("abroad")).is_err());
    let jo = add(&mut team.cory, "Jo Park");
    log(&mut team.cory, &jo, "sat together");
    team.settle();
    let id = id_of(&mut team.sam, "Cory Coach");
    let seen = page(&mut team.sam, &id);
    assert_eq!(seen.availability.unwrap().hours, 10);
    assert_eq!(
        (seen.stages.len(), seen.stages[0].stage.as_str()),
        (1, "exam")
    );
    let people = team.sam.query(Query::Workforce(WorkforceQuery::People));
    let Reply::Workforce(reply) = people else {
        panic!("{people:?}");
    };
    let WorkforceReply::People(view) = *reply else {
        panic!("not the people");
    };
    let line = view.people.iter().find(|one| one.id == id).unwrap();
    assert_eq!((line.available, line.active), (Some(true), Some(true)));
    // Nobody is trained yet, so that nobody counts: three things.
    let pool = view.pool;
    assert_eq!((pool.trained, pool.available, pool.active), (0, 0, Some(0)));
    assert_eq!(
        view.pipeline,
        [("certified_peer_specialist".to_owned(), "exam".to_owned(), 1)]
    );
}

#[test]
fn s3_15_who_has_left_is_on_the_way_to_no_certificate() {
    let mut team = team();
    let cory = page(&mut team.cory, "me").person;
    let stage = GrowthCommand::Stage(CertificationAt {
        person: cory,
        kind: "certified_peer_specialist".to_owned(),
        stage: "exam".to_owned(),
        since: today(&mut team.cory),
    });
    grow(&mut team.cory, stage).unwrap();
    team.settle();
    let pipeline = |device: &mut Device| {
        let people = device.query(Query::Workforce(WorkforceQuery::People));
        let Reply::Workforce(reply) = people else {
            panic!("{people:?}");
        };
        let WorkforceReply::People(view) = *reply else {
            panic!("not the people");
        };
        view.pipeline.len()
    };
    assert_eq!(pipeline(&mut team.sam), 1);
    let leaves = Command::EndMembership {
        member: id_of(&mut team.sam, "Cory Coach"),
    };
    team.world.order(&mut team.sam, leaves).unwrap();
    team.world.sync(&mut team.sam);
    assert_eq!(pipeline(&mut team.sam), 0);
}

#[test]
fn s0_17_how_a_coach_is_stays_on_their_device_and_nothing_of_it_is_sent() {
    let mut team = team();
    team.settle();
    let day = today(&mut team.cory);
    let sent = |team: &mut crate::support::three::Team| {
        let before = team.world.given;
        team.world.sync(&mut team.cory);
        team.world.given - before
    };
    let usual = sent(&mut team);
    let said = Wellbeing {
        on: day,
        state: WellbeingState::Hard,
        words: "A hard night".to_owned(),
    };
    grow(&mut team.cory, GrowthCommand::Wellbeing(said.clone())).unwrap();
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    let kept = page(&mut team.cory, "me").wellbeing;
    assert_eq!(kept, [said]);
    // After a restart the device says hello once more; then nothing more than ever goes out.
    sent(&mut team);
    assert_eq!(sent(&mut team), usual);
    let more = Wellbeing {
        state: WellbeingState::Tired,
        words: "x".repeat(3_000),
        ..kept[0].clone()
    };
    grow(&mut team.cory, GrowthCommand::Wellbeing(more)).unwrap();
    assert_eq!(sent(&mut team), usual);
    team.settle();
    let id = id_of(&mut team.sam, "Cory Coach");
    assert!(page(&mut team.sam, &id).wellbeing.is_empty());
    grow(&mut team.cory, GrowthCommand::ForgetWellbeing).unwrap();
    assert!(page(&mut team.cory, "me").wellbeing.is_empty());
}
