//! Something is off (issue 5.1): said with no network, kept through a crash, seen and decided by a
//! supervisor, told by somebody who is not the coach; and what a changed app writes counts for nothing.

use crate::support::forging::Forger;
use crate::support::three::team;
use crate::support::two::{World, add, invite, join, supervisor};
use crate::support::{Device, PASSPHRASE};
use handrail_domain::document::ParticipantDocument;
use handrail_domain::statement::NewStatement;
use handrail_domain::{ParticipantCommand, RecordId, concern};
use handrail_engine::api::on_call::{Discipline, Hours, Person, Rota, RotaKind, Rotate, Turn};
use handrail_engine::api::{
    Action, CoachingCommand, Command, ConcernCommand as C, ConcernKind, ConcernKnown, ConcernStage,
    ConcernView, ConcernsView, EngineError, InvalidField, LocalDate, OnCallCommand, Query, Reply,
    ReportLine, ReportLines, Request, Role, Teller, TimeOfDay, Zone,
};
use handrail_protocol::DocumentId;

const MINUTE: u64 = 60_000;

fn concerns(device: &mut Device) -> ConcernsView {
    match device.query(Query::Concerns { participant: None }) {
        Reply::Concerns(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn only(device: &mut Device) -> ConcernView {
    let [one] = concerns(device).concerns.try_into().unwrap();
    one
}

fn order(device: &mut Device, command: C) -> Result<String, EngineError> {
    let command = Command::Coaching(CoachingCommand::Concern(command));
    match device.order(command)? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn raise(device: &mut Device, participant: &str, kind: ConcernKind) -> String {
    let raise = C::Raise {
        participant: Some(participant.to_owned()),
        kind,
        words: String::new(),
    };
    order(device, raise).unwrap()
}

fn decide(concern: &str, action: Action, teller: Teller) -> C {
    C::Decide {
        concern: concern.to_owned(),
        action,
        teller,
        words: String::new(),
    }
}

fn seen(concern: &str) -> C {
    C::Seen {
        concern: concern.to_owned(),
    }
}

fn unlock(device: &mut Device) {
    device.crash();
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
}

fn is_invalid(result: &Result<String, EngineError>, of: InvalidField) -> bool {
    matches!(result, Err(EngineError::Invalid { field, .. }) if *field == of)
}

#[test]
fn s4_10_something_is_off_is_saved_with_no_network_and_claims_nothing() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let id = raise(&mut device, &ray, ConcernKind::Struggling);
    unlock(&mut device);
    let words = C::Add {
        concern: id.clone(),
        words: "Did not eat.".to_owned(),
    };
    order(&mut device, words).unwrap();
    let one = only(&mut device);
    assert_eq!((one.id, one.stage), (id, ConcernStage::Raised));
    assert_eq!(one.known, ConcernKnown::HereOnly);
    assert_eq!(one.words[0].words, "Did not eat.");
    // Whoever raised it is not asked about it, and nobody else is there.
    assert!(one.asked.is_empty() && one.next.is_none() && !one.my_turn);
    let nothing = C::Raise {
        participant: None,
        kind: ConcernKind::Risk,
        words: String::new(),
    };
    assert!(is_invalid(&order(&mut device, nothing), InvalidField::Step));
}

#[test]
fn s4_20_s4_21_a_concern_of_a_phone_without_signal_is_decided_and_comes_back_in_words() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    team.world.cut = true;
    let id = raise(&mut team.cory, &ray, ConcernKind::Risk);
    team.world.sync(&mut team.cory);
    assert_eq!(only(&mut team.cory).known, ConcernKnown::HereOnly);
    assert!(concerns(&mut team.sam).concerns.is_empty());
    team.world.cut = false;
    team.world.sync(&mut team.cory);
    assert_eq!(only(&mut team.cory).known, ConcernKnown::Sent);
    team.settle();
    assert_eq!(only(&mut team.cory).known, ConcernKnown::Reached);
    assert!(
        concerns(&mut team.dana).concerns.is_empty(),
        "another coach reads nothing"
    );
    let waits = only(&mut team.sam);
    assert!(waits.my_turn && waits.known == ConcernKnown::Arrived);
    assert_eq!(waits.asked, ["Sam Supervisor"]);
    order(&mut team.sam, seen(&id)).unwrap();
    let clinic = decide(&id, Action::ClinicTalks, Teller::Clinic);
    let decision =
        order(&mut team.sam, clinic).map(|_| only(&mut team.sam).decisions[0].id.clone());
    unlock(&mut team.sam);
    team.settle();
    crate::support::two::unlock(&mut team.world, &mut team.sam);
    team.settle();
    let one = only(&mut team.cory);
    assert_eq!(one.stage, ConcernStage::Decided);
    assert_eq!(one.seen[0].0, "Sam Supervisor");
    assert_eq!(one.decisions[0].teller, Teller::Clinic);
    // The coach can neither see to it nor decide nor say that they were told.
    let decision = decision.unwrap();
    for command in [
        seen(&id),
        decide(&id, Action::GoOn, Teller::Nobody),
        C::Told {
            decision: decision.clone(),
            by: "Cory".to_owned(),
        },
    ] {
        assert_eq!(order(&mut team.cory, command), Err(EngineError::NotAllowed));
    }
    let told = C::Told {
        decision: decision.clone(),
        by: "Dr. Example".to_owned(),
    };
    order(&mut team.sam, told.clone()).unwrap();
    assert!(
        is_invalid(&order(&mut team.sam, told), InvalidField::Step),
        "once"
    );
    team.settle();
    let one = only(&mut team.cory);
    assert_eq!(one.stage, ConcernStage::Done);
    assert_eq!(one.decisions[0].told.as_ref().unwrap().0, "Dr. Example");
}

#[test]
fn s4_21_what_two_devices_say_at_once_is_all_there_afterwards() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let id = raise(&mut team.cory, &ray, ConcernKind::Struggling);
    team.settle();
    let mistaken = C::TakeBack {
        concern: id.clone(),
        reason: "Wrong person.".to_owned(),
    };
    order(&mut team.cory, mistaken).unwrap();
    order(
        &mut team.sam,
        decide(&id, Action::SupervisorTalks, Teller::Supervisor),
    )
    .unwrap();
    team.settle();
    let (here, there) = (only(&mut team.cory), only(&mut team.sam));
    assert_eq!(here.stage, ConcernStage::Decided);
    assert_eq!(
        (here.stage, &here.decisions),
        (there.stage, &there.decisions)
    );
    let late = C::TakeBack {
        concern: id,
        reason: "After all.".to_owned(),
    };
    assert!(is_invalid(&order(&mut team.cory, late), InvalidField::Step));
}

#[test]
fn s4_20_when_nobody_answers_the_next_supervisor_is_asked_by_the_agencys_minutes() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut nadia = join(&mut world, 5, &link, "Nadia Night").unwrap();
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    let settle = |world: &mut World, all: [&mut Device; 3]| {
        for device in all {
            world.sync(device);
        }
    };
    for _ in 0..4 {
        settle(&mut world, [&mut sam, &mut nadia, &mut cory]);
    }
    let chain = concerns(&mut sam).chain;
    let nadia_first = chain.iter().filter(|(_, name)| name == "Nadia Night");
    let order_of: Vec<String> = nadia_first.map(|(member, _)| member.clone()).collect();
    let set = C::SetChain {
        minutes: 20,
        order: order_of.clone(),
    };
    order(&mut nadia, set).unwrap();
    let short = C::SetChain {
        minutes: 1,
        order: order_of,
    };
    assert!(is_invalid(
        &order(&mut nadia, short.clone()),
        InvalidField::Setting
    ));
    for _ in 0..4 {
        settle(&mut world, [&mut sam, &mut nadia, &mut cory]);
    }
    assert_eq!(order(&mut cory, short), Err(EngineError::NotAllowed));
    let ray = add(&mut cory, "Ray Example");
    let id = raise(&mut cory, &ray, ConcernKind::ChildRisk);
    let one = only(&mut cory);
    assert_eq!(one.asked, ["Nadia Night"]);
    assert_eq!(one.next.unwrap().0, "Sam Supervisor");
    cory.pass(20 * MINUTE);
    unlock(&mut cory);
    let one = only(&mut cory);
    assert_eq!(one.asked, ["Nadia Night", "Sam Supervisor"]);
    assert_eq!(one.next, None);
    crate::support::two::unlock(&mut world, &mut cory);
    for _ in 0..4 {
        settle(&mut world, [&mut sam, &mut nadia, &mut cory]);
    }
    order(&mut sam, seen(&id)).unwrap();
    for _ in 0..4 {
        settle(&mut world, [&mut sam, &mut nadia, &mut cory]);
    }
    let one = only(&mut cory);
    assert!(one.asked.is_empty() && one.next.is_none());
    assert_eq!(one.seen[0].0, "Sam Supervisor");
}

#[test]
fn s4_20_the_supervisor_who_is_on_call_now_is_asked_before_all_others() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut nadia = join(&mut world, 5, &link, "Nadia Night").unwrap();
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    for _ in 0..4 {
        for device in [&mut sam, &mut nadia, &mut cory] {
            world.sync(device);
        }
    }
    let chain = concerns(&mut sam).chain;
    let of = |name: &str| {
        let one = chain.iter().find(|(_, known)| known == name);
        one.unwrap().0.clone()
    };
    let set = C::SetChain {
        minutes: 15,
        order: vec![of("Sam Supervisor")],
    };
    order(&mut sam, set).unwrap();
    let by_day = Turn {
        hours: Hours {
            days: 0b111_1111,
            at: TimeOfDay::parse("07:00").unwrap(),
            minutes: 720,
        },
        rotate: Rotate::Weekly,
        groups: vec![vec![0]],
    };
    let rota = Rota {
        name: "Supervisors".to_owned(),
        kind: RotaKind::Supervisors,
        zone: Zone::Central,
        from: LocalDate::parse("2026-05-01").unwrap(),
        until: None,
        people: vec![Person {
            member: Some(of("Nadia Night").parse().unwrap()),
            name: "Nadia Night".to_owned(),
            phone: "608-555-0100".to_owned(),
            discipline: Discipline::Supervisor,
        }],
        turns: vec![by_day],
        meant: Vec::new(),
        needs: Vec::new(),
        fallback: Vec::new(),
    };
    let keep = OnCallCommand::Keep {
        replaces: None,
        rota: Box::new(rota),
    };
    let keep = Command::Coaching(CoachingCommand::OnCall(keep));
    sam.order(keep).unwrap();
    for _ in 0..4 {
        for device in [&mut sam, &mut cory] {
            world.sync(device);
        }
    }
    let ray = add(&mut cory, "Ray Example");
    raise(&mut cory, &ray, ConcernKind::Risk);
    let one = only(&mut cory);
    assert_eq!(one.asked, ["Nadia Night"], "on call until seven");
    assert_eq!(one.next.unwrap().0, "Sam Supervisor");
}

#[test]
fn s4_10_what_is_about_the_coach_stands_in_their_caseload_and_not_in_a_record() {
    let mut team = team();
    let about_me = C::Raise {
        participant: None,
        kind: ConcernKind::Work,
        words: "I am worn out.".to_owned(),
    };
    let id = order(&mut team.cory, about_me).unwrap();
    unlock(&mut team.cory);
    team.settle();
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    let one = only(&mut team.sam);
    assert_eq!(
        (one.id.as_str(), one.name.as_str()),
        (id.as_str(), "Cory Coach")
    );
    assert_eq!((one.kind, one.participant), (Some(ConcernKind::Work), None));
    assert!(concerns(&mut team.dana).concerns.is_empty());
    order(&mut team.sam, decide(&id, Action::GoOn, Teller::Nobody)).unwrap();
    team.settle();
    assert_eq!(only(&mut team.cory).stage, ConcernStage::Done);
}

#[test]
fn s4_23_whoever_must_report_does_so_at_any_time_and_the_supervisors_read_it() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let lines = |day: &str| ReportLines {
        lines: vec![ReportLine {
            name: "County".to_owned(),
            number: "(608) 555-0100".to_owned(),
            when: "At any hour".to_owned(),
        }],
        source: "County page".to_owned(),
        checked_on: LocalDate::parse(day).ok(),
    };
    let ahead = C::SetLines(lines("2027-01-01"));
    assert!(is_invalid(
        &order(&mut team.sam, ahead),
        InvalidField::Setting
    ));
    order(&mut team.sam, C::SetLines(lines("2026-05-01"))).unwrap();
    team.settle();
    assert_eq!(concerns(&mut team.cory).lines, lines("2026-05-01"));
    team.world.cut = true;
    let report = C::OwnReport {
        participant: ray.clone(),
        concern: None,
        line: "County (608) 555-0100".to_owned(),
    };
    order(&mut team.cory, report.clone()).unwrap();
    order(&mut team.cory, report).unwrap();
    assert_eq!(
        concerns(&mut team.cory).reports[0].known,
        ConcernKnown::HereOnly
    );
    team.world.cut = false;
    team.settle();
    let reports = concerns(&mut team.sam).reports;
    assert_eq!(reports.len(), 2, "a second call is a second report");
    assert_eq!(reports[0].by, "Cory Coach");
    order(&mut team.sam, seen(&reports[0].id)).unwrap();
    team.settle();
    let reports = concerns(&mut team.cory).reports;
    assert_eq!(reports[0].seen[0].0, "Sam Supervisor");
}

/// A changed app states something in a record that the device may write in.
fn forge(device: &mut Device, participant: &str, new: NewStatement) {
    let id: DocumentId = participant.parse().unwrap();
    let mut forger = Forger::of(device, new.id.as_bytes()[0].into());
    let mut document: ParticipantDocument = forger.open(&id);
    let written = document.command(&ParticipantCommand::State(new), forger.now);
    forger.keep(&id, &written.unwrap().unwrap());
    drop(forger);
    unlock(device);
}

#[test]
fn s4_19_what_a_changed_app_of_a_coach_decides_counts_for_nothing_and_is_shown_to_supervisors() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let id = raise(&mut team.cory, &ray, ConcernKind::Risk);
    team.settle();
    let about: RecordId = id.parse().unwrap();
    let body = concern::Decided {
        action: "clinic_talks".to_owned(),
        teller: "clinic".to_owned(),
        words: "Lower the level of care.".to_owned(),
        instead: Vec::new(),
    };
    let number = |number: u8| RecordId::from_bytes([number; 16]);
    let decided = NewStatement::new(number(1), concern::DECIDED, Some(about), &body);
    forge(&mut team.cory, &ray, decided);
    let seen = NewStatement::new(number(2), concern::SEEN, Some(about), &());
    forge(&mut team.cory, &ray, seen);
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    let view = concerns(&mut team.sam);
    assert_eq!(view.concerns[0].stage, ConcernStage::Raised);
    assert!(view.concerns[0].decisions.is_empty() && view.concerns[0].seen.is_empty());
    assert_eq!(view.aside.len(), 2);
    assert!(view.aside.iter().all(|one| one.by == "Cory Coach"));
    let deeds: Vec<&str> = view.aside.iter().map(|one| one.deed.as_str()).collect();
    assert!(deeds.contains(&"decide") && deeds.contains(&"see"));
    assert!(
        concerns(&mut team.cory).aside.is_empty(),
        "only supervisors see that"
    );
}

#[test]
fn s4_21_what_a_supervisor_decided_counts_also_when_they_are_none_any_more() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut nadia = join(&mut world, 5, &link, "Nadia Night").unwrap();
    let ray = add(&mut sam, "Ray Example");
    let id = raise(&mut sam, &ray, ConcernKind::Risk);
    for _ in 0..3 {
        world.sync(&mut sam);
        world.sync(&mut nadia);
    }
    order(&mut nadia, decide(&id, Action::GoOn, Teller::Nobody)).unwrap();
    world.sync(&mut nadia);
    world.sync(&mut sam);
    let chain = concerns(&mut sam).chain;
    let of_nadia = chain.into_iter().find(|(_, name)| name == "Nadia Night");
    let change = Command::ChangeRole {
        member: of_nadia.unwrap().0,
        role: Role::Coach,
    };
    world.order(&mut sam, change).unwrap();
    world.sync(&mut sam);
    assert_eq!(concerns(&mut sam).chain.len(), 1);
    let one = only(&mut sam);
    assert_eq!(one.stage, ConcernStage::Done);
    assert_eq!(one.decisions[0].by, "Nadia Night");
}
