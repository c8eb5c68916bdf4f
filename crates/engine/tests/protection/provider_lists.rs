//! What lists show a provider who was let into a record (42 CFR part 2).

use crate::support::Device;
use crate::support::consents::{clinic, consent, day, revoke, settle};
use crate::support::two::person;
use handrail_engine::api::consent::Refusal;
use handrail_engine::api::{
    Along, AppointmentCommand, AppointmentField, AppointmentKind, Command, ConsentCommand,
    DetailField, EngineError, NotTold, PeopleFilter, Query, Reply, Request, Slot,
};

#[test]
fn what_was_taken_back_is_in_no_list_of_a_provider_before_anybody_ended_their_reading() {
    let (mut world, [mut sam, mut cory, mut cleo], ray, agreed) = clinic();
    let hearing = AppointmentCommand::Add {
        participant: ray.clone(),
        fields: vec![
            AppointmentField::Kind(AppointmentKind::Court),
            AppointmentField::When(Slot::parse("2026-05-06T09:00").unwrap()),
            AppointmentField::Place("Courtroom 3".to_owned()),
            AppointmentField::Along(Along::Nobody),
        ],
    };
    cory.order(Command::Appointment(hearing)).unwrap();
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    let listed = |cleo: &mut Device| {
        let everybody = Query::People {
            search: String::new(),
            filter: PeopleFilter::default(),
            offset: 0,
            limit: 10,
        };
        let Reply::People(people) = cleo.query(everybody) else {
            panic!("people")
        };
        let Reply::Agenda(agenda) = cleo.query(Query::Agenda { participant: None }) else {
            panic!("agenda")
        };
        let Reply::Today(today) = cleo.query(Query::Today) else {
            panic!("today")
        };
        let Reply::AccessLog(log) = cleo.query(Query::AccessLog { limit: 50 }) else {
            panic!("log")
        };
        let named = log.iter().any(|line| line.participant == ray);
        (
            (people.rows.len(), people.total),
            agenda.coming.len(),
            today.caseload,
            named,
        )
    };
    assert_eq!(listed(&mut cleo), ((1, 1), 1, 1, true));
    revoke(&mut cory, &ray, &agreed, "2026-05-04");
    world.sync(&mut cory);
    world.sync(&mut cleo);
    assert_eq!(listed(&mut cleo), ((0, 0), 0, 0, false));
    let kept = Query::Retention {
        participant: ray.clone(),
    };
    let revoked = NotTold::Refused(Refusal::Revoked(day("2026-05-04")));
    let refused = cleo.ask(Request::Query(kept)).err();
    assert_eq!(refused, Some(EngineError::NotTold(revoked)));
    // Nor can they find out by guessing a name.
    let guess = Query::Resembling {
        details: vec![(DetailField::Name, "Ray Example".to_owned())],
    };
    match cleo.query(guess) {
        Reply::Resembling(rows) => assert!(rows.is_empty()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_provider_reads_no_more_once_the_event_came_with_which_the_consent_ends() {
    let (mut world, [mut sam, mut cory, mut cleo], ray, agreed) = clinic();
    let came = ConsentCommand::Ended {
        participant: ray.clone(),
        consent: agreed,
        on: day("2026-05-04"),
        at: None,
        words: "They moved".to_owned(),
    };
    consent(&mut cory, came).unwrap();
    world.sync(&mut cory);
    world.sync(&mut cleo);
    let page = Query::Person {
        participant: ray.clone(),
        timeline_limit: 1,
    };
    let ended = NotTold::Refused(Refusal::Ended(day("2026-05-04")));
    let stopped = cleo.ask(Request::Query(page)).err();
    assert_eq!(stopped, Some(EngineError::NotTold(ended)));
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    assert!(person(&mut sam, &ray).unwrap().guests.is_empty());
    assert!(person(&mut cleo, &ray).is_none());
}
