//! Families linked, records apart (issue 4.6): a tie lets nobody read what they could not read, and
//! leaves nothing of whoever is forgotten.

use crate::support::three::team;
use crate::support::two::{add, log, person};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    AroundView, CoachingCommand, Command, EngineError, ForgetReason, InvalidField, Query, Reply,
    Request, TieCommand, TieKind, TieView,
};

fn ties(device: &mut Device, participant: &str) -> Vec<TieView> {
    let query = Query::Around {
        participant: participant.to_owned(),
    };
    match device.query(query) {
        Reply::Around(view) => {
            let AroundView { ties, .. } = *view;
            ties
        }
        other => panic!("{other:?}"),
    }
}

fn tie(
    device: &mut Device,
    (participant, other): (&str, &str),
    kind: TieKind,
) -> Result<String, EngineError> {
    let command = TieCommand::Add {
        participant: participant.to_owned(),
        other: other.to_owned(),
        kind,
    };
    match device.order(Command::Coaching(CoachingCommand::Tie(command)))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

fn untie(device: &mut Device, participant: &str) {
    let command = TieCommand::Remove {
        participant: participant.to_owned(),
        tie: ties(device, participant)[0].id.clone(),
        reason: "Another family.".to_owned(),
    };
    let command = Command::Coaching(CoachingCommand::Tie(command));
    device.order(command).unwrap();
}

fn shown(device: &mut Device, participant: &str) -> Vec<(TieKind, Option<String>)> {
    let all = ties(device, participant).into_iter();
    all.map(|tie| (tie.kind, tie.other.map(|(_, name)| name)))
        .collect()
}

fn refused(result: &Result<String, EngineError>) -> bool {
    let field = InvalidField::Detail;
    *result == Err(EngineError::Invalid { field, limit: None })
}

#[test]
fn s2_10_a_tie_shows_a_name_only_to_who_opens_that_record_too() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let may = add(&mut team.dana, "May Example");
    team.settle();
    assert_eq!(
        tie(&mut team.cory, (&ray, &may), TieKind::Parent),
        Err(EngineError::NotFound),
        "not to somebody whose record is not here"
    );
    tie(&mut team.sam, (&ray, &may), TieKind::Parent).unwrap();
    assert!(refused(&tie(&mut team.sam, (&may, &ray), TieKind::Sibling)));
    assert!(refused(&tie(&mut team.sam, (&may, &may), TieKind::Sibling)));
    team.settle();
    let name = |name: &str| Some(name.to_owned());
    assert_eq!(
        shown(&mut team.sam, &ray),
        [(TieKind::Parent, name("May Example"))]
    );
    assert_eq!(
        shown(&mut team.sam, &may),
        [(TieKind::Child, name("Ray Example"))]
    );
    assert_eq!(shown(&mut team.cory, &ray), [(TieKind::Parent, None)]);
    assert_eq!(shown(&mut team.dana, &may), [(TieKind::Child, None)]);
    assert!(person(&mut team.cory, &may).is_none() && person(&mut team.dana, &ray).is_none());
}

#[test]
fn s2_10_a_tie_that_was_taken_away_at_one_end_stands_at_neither() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let may = add(&mut team.dana, "May Example");
    team.settle();
    tie(&mut team.sam, (&ray, &may), TieKind::Partner).unwrap();
    team.settle();
    // A coach of one of them takes it away, with no signal.
    untie(&mut team.cory, &ray);
    assert!(ties(&mut team.cory, &ray).is_empty());
    team.settle();
    assert!(ties(&mut team.sam, &ray).is_empty() && ties(&mut team.sam, &may).is_empty());
    assert_eq!(person(&mut team.sam, &may).unwrap().name, "May Example");
    // They may be tied again, and taken apart in both records at once.
    tie(&mut team.sam, (&may, &ray), TieKind::Other).unwrap();
    team.settle();
    assert_eq!(shown(&mut team.dana, &may), [(TieKind::Other, None)]);
    untie(&mut team.sam, &may);
    team.settle();
    for (device, participant) in [(&mut team.cory, &ray), (&mut team.dana, &may)] {
        assert!(ties(device, participant).is_empty());
    }
}

#[test]
fn s2_10_a_tie_outlives_a_crash_in_both_records() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let may = add(&mut device, "May Example");
    tie(&mut device, (&ray, &may), TieKind::Sibling).unwrap();
    device.crash();
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
    for (participant, other) in [(&ray, "May Example"), (&may, "Ray Example")] {
        assert_eq!(
            shown(&mut device, participant),
            [(TieKind::Sibling, Some(other.to_owned()))]
        );
    }
}

#[test]
fn s2_10_whoever_is_forgotten_leaves_no_id_in_the_record_of_the_other() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let may = add(&mut device, "May Example");
    tie(&mut device, (&ray, &may), TieKind::Child).unwrap();
    let forget = Command::Forget {
        participant: may.clone(),
        reason: ForgetReason::Asked,
    };
    device.order(forget).unwrap();
    assert_eq!(shown(&mut device, &ray), [(TieKind::Child, None)]);
    device.crash();
    let database = crate::support::database(device.folder.path());
    let read = database.read();
    let (document, gone): (handrail_protocol::DocumentId, handrail_protocol::DocumentId) =
        (ray.parse().unwrap(), may.parse().unwrap());
    let mut all = Vec::new();
    for hash in read.pending_hashes(&document).unwrap() {
        all.extend(read.pending_change(&document, &hash).unwrap().unwrap());
    }
    let has = |bytes: &[u8]| all.windows(bytes.len()).any(|window| window == bytes);
    assert!(has(b"tie_mark"), "what was written can be read here");
    assert!(!has(may.as_bytes()) && !has(gone.as_bytes()));
}

fn notes(device: &mut Device, participant: &str) -> Vec<String> {
    let timeline = person(device, participant).unwrap().timeline.into_iter();
    timeline.map(|encounter| encounter.note).collect()
}

/// One person who was written down twice is one timeline, and two whole records again when it turns
/// out that they are two.
#[test]
fn two_records_of_one_person_are_one_timeline_and_nothing_is_lost_when_they_come_apart() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "At the bedside.");
    team.settle();
    for device in [&mut team.cory, &mut team.dana, &mut team.sam] {
        device.pass(60_000);
    }
    let again = add(&mut team.dana, "Raymond Example");
    log(&mut team.dana, &again, "On the phone.");
    team.settle();
    tie(&mut team.sam, (&ray, &again), TieKind::Same).unwrap();
    team.settle();
    let both = ["On the phone.", "At the bedside."];
    assert_eq!(notes(&mut team.sam, &ray), both);
    assert_eq!(notes(&mut team.sam, &again), both);
    let page = person(&mut team.sam, &ray).unwrap();
    assert_eq!(page.timeline_total, 2);
    assert_eq!(page.same, [(again.clone(), "Raymond Example".to_owned())]);
    assert_eq!(page.timeline[0].participant, again);
    // Whoever holds one record reads no more than before.
    assert_eq!(notes(&mut team.cory, &ray), ["At the bedside."]);
    assert_eq!(notes(&mut team.dana, &again), ["On the phone."]);
    log(&mut team.sam, &ray, "Supervisor's note.");
    assert_eq!(notes(&mut team.sam, &again).len(), 3);
    let query = Query::Retention {
        participant: ray.clone(),
    };
    let Reply::Retention(kept) = team.sam.query(query) else {
        panic!()
    };
    assert_eq!(kept.same, ["Raymond Example"], "forgotten by itself");
    untie(&mut team.sam, &ray);
    team.settle();
    assert_eq!(notes(&mut team.sam, &ray).len(), 2);
    assert_eq!(notes(&mut team.sam, &again), ["On the phone."]);
    assert_eq!(notes(&mut team.cory, &ray).len(), 2);
}
