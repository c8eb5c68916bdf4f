//! A participant goes from one coach to another (issue 3.3).

use crate::support::Device;
use crate::support::three::{Team, team};
use crate::support::two::{add, invite, invite_device, join, listed, log, person, pill, today};
use handrail_engine::api::{
    Command, EngineError, MilestoneInput, PersonView, Query, Reply, Role, SyncState,
};

fn hand_over(device: &mut Device, participant: &str, to: &str) -> Result<Reply, EngineError> {
    let choice = person(device, participant)
        .unwrap()
        .hand_over_to
        .into_iter()
        .find(|choice| choice.name == to)
        .ok_or(EngineError::NotAllowed)?;
    device.order(Command::HandOver {
        participant: participant.to_owned(),
        to: choice.member,
        reason: "Closer to where they live.".to_owned(),
    })
}

fn notes(view: &PersonView) -> Vec<(String, String)> {
    let mut notes: Vec<(String, String)> = view
        .timeline
        .iter()
        .map(|entry| (entry.author.clone(), entry.note.clone()))
        .collect();
    notes.sort();
    notes
}

fn note(author: &str, note: &str) -> (String, String) {
    (author.to_owned(), note.to_owned())
}

fn discharged(device: &mut Device, participant: &str) {
    let order = Command::RecordMilestone {
        participant: participant.to_owned(),
        milestone: MilestoneInput::Discharged {
            on: "2026-05-03".to_owned(),
        },
    };
    device.order(order).unwrap();
}

fn page(device: &mut Device, participant: &str) -> Result<Reply, EngineError> {
    device.ask(handrail_engine::api::Request::Query(Query::Person {
        participant: participant.to_owned(),
        timeline_limit: 50,
    }))
}

#[test]
fn a_participant_goes_to_another_coach_with_the_whole_history_and_leaves_the_first() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    discharged(&mut team.cory, &ray);
    log(&mut team.cory, &ray, "At the bedside.");
    team.settle();
    log(&mut team.sam, &ray, "Supervisor's note.");
    team.settle();
    assert!(listed(&mut team.dana).rows.is_empty());

    let half_answered = Command::SaveDraft {
        key: format!("barc10:{ray}"),
        json: "half".to_owned(),
    };
    team.cory.order(half_answered).unwrap();

    hand_over(&mut team.sam, &ray, "Dana Coach").unwrap();
    let seen = person(&mut team.sam, &ray).unwrap();
    assert_eq!(seen.coach, "Dana Coach");
    assert_eq!(seen.hand_overs[0].to, "Dana Coach");
    assert_eq!(seen.hand_overs[0].by, "Sam Supervisor");
    team.settle();

    let seen = person(&mut team.dana, &ray).expect("the new coach has the record");
    assert_eq!(seen.name, "Ray Example");
    assert_eq!(
        (seen.coach.as_str(), seen.handed_over.clone()),
        ("Dana Coach", None)
    );
    assert_eq!(
        notes(&seen),
        [
            note("Cory Coach", "At the bedside."),
            note("Sam Supervisor", "Supervisor's note.")
        ]
    );
    assert_eq!(seen.hand_overs[0].reason, "Closer to where they live.");
    assert_eq!(
        today(&mut team.dana).settled.len() + today(&mut team.dana).owed.len(),
        1
    );

    // Nothing of them is left with the first coach, not even a key.
    assert!(listed(&mut team.cory).rows.is_empty());
    assert_eq!(listed(&mut team.cory).departures[0].coach, "Dana Coach");
    assert!(today(&mut team.cory).owed.is_empty() && today(&mut team.cory).settled.is_empty());
    assert_eq!(
        page(&mut team.cory, &ray),
        Err(EngineError::HandedOver {
            coach: "Dana Coach".to_owned()
        })
    );
    let document = ray.parse().unwrap();
    team.cory.crash();
    let database = crate::support::database(team.cory.folder.path());
    let read = database.read();
    assert!(read.document_keys(&document).unwrap().is_empty());
    assert!(read.items_of(&document, 0, 100).unwrap().is_empty());
    assert_eq!(read.timeline_count(&document).unwrap(), 0);
    assert!(read.drafts().unwrap().is_empty(), "no half-answered form");
    drop(database);
    crate::support::two::unlock(&mut team.world, &mut team.cory);

    // What is written from then on goes to the new coach and never to the first.
    log(&mut team.dana, &ray, "First visit by Dana.");
    log(&mut team.sam, &ray, "Later note.");
    team.settle();
    assert_eq!(notes(&person(&mut team.sam, &ray).unwrap()).len(), 4);
    assert_eq!(notes(&person(&mut team.dana, &ray).unwrap()).len(), 4);
    assert!(listed(&mut team.cory).rows.is_empty());
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        let view = pill(device);
        assert!(
            view.state == SyncState::Idle && view.waiting == 0,
            "{view:?}"
        );
    }
}

#[test]
fn what_the_first_coach_wrote_offline_reaches_the_new_one_under_their_own_name() {
    for late_first in [true, false] {
        let mut team = team();
        let ray = add(&mut team.cory, "Ray Example");
        log(&mut team.cory, &ray, "Before.");
        team.settle();
        // The coach is offline from here on.
        log(&mut team.cory, &ray, "Offline, in the visiting room.");
        if late_first {
            team.world.sync(&mut team.cory);
        }
        hand_over(&mut team.sam, &ray, "Dana Coach").unwrap();
        team.world.sync(&mut team.sam);
        team.world.sync(&mut team.dana);
        log(&mut team.dana, &ray, "Dana's first.");
        team.world.sync(&mut team.dana);
        log(&mut team.cory, &ray, "Still offline, in the car.");
        team.settle();

        let all = [
            note("Cory Coach", "Before."),
            note("Cory Coach", "Offline, in the visiting room."),
            note("Cory Coach", "Still offline, in the car."),
            note("Dana Coach", "Dana's first."),
        ];
        assert_eq!(notes(&person(&mut team.sam, &ray).unwrap()), all);
        assert_eq!(notes(&person(&mut team.dana, &ray).unwrap()), all);
        assert!(listed(&mut team.cory).rows.is_empty());
        assert!(matches!(
            page(&mut team.cory, &ray),
            Err(EngineError::HandedOver { .. })
        ));
        assert_eq!(pill(&mut team.cory).waiting, 0);
    }
}

#[test]
fn a_note_begun_before_the_hand_over_can_be_finished_and_nothing_else_changed() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let key = format!("log:{ray}");
    team.cory
        .order(Command::SaveDraft {
            key: key.clone(),
            json: "{}".to_owned(),
        })
        .unwrap();
    hand_over(&mut team.sam, &ray, "Dana Coach").unwrap();
    team.settle();
    assert!(listed(&mut team.cory).rows.is_empty());
    assert_eq!(today(&mut team.cory).drafts.len(), 1);
    let seen = person(&mut team.cory, &ray).unwrap();
    assert_eq!(seen.handed_over.as_deref(), Some("Dana Coach"));
    let rename = Command::SetDetail {
        participant: ray.clone(),
        field: handrail_engine::api::DetailField::Phone,
        value: "555-0100".to_owned(),
    };
    assert_eq!(
        team.cory.order(rename),
        Err(EngineError::HandedOver {
            coach: "Dana Coach".to_owned()
        })
    );
    log(&mut team.cory, &ray, "What I had begun.");
    team.cory.order(Command::DiscardDraft { key }).unwrap();
    team.settle();
    assert_eq!(
        notes(&person(&mut team.dana, &ray).unwrap()),
        [note("Cory Coach", "What I had begun.")]
    );
    assert!(matches!(
        page(&mut team.cory, &ray),
        Err(EngineError::HandedOver { .. })
    ));
}

#[test]
fn two_supervisors_who_hand_over_at_once_end_with_one_coach_and_lose_nothing() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 4, &link, "Uma Supervisor").unwrap();
    let link = invite(&mut team.world, &mut team.sam, Role::Coach);
    let mut eli = join(&mut team.world, 5, &link, "Eli Coach").unwrap();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    let settle = |team: &mut Team, uma: &mut Device, eli: &mut Device| {
        for _ in 0..4 {
            team.settle();
            team.world.sync(uma);
            team.world.sync(eli);
        }
    };
    settle(&mut team, &mut uma, &mut eli);
    hand_over(&mut team.sam, &ray, "Dana Coach").unwrap();
    hand_over(&mut uma, &ray, "Eli Coach").unwrap();
    team.world.sync(&mut team.sam);
    team.world.sync(&mut team.dana);
    if person(&mut team.dana, &ray).is_some() {
        log(&mut team.dana, &ray, "Dana believed it.");
    }
    log(&mut team.cory, &ray, "Cory was offline.");
    team.world.sync(&mut uma);
    team.world.sync(&mut eli);
    if person(&mut eli, &ray).is_some() {
        log(&mut eli, &ray, "Eli believed it.");
    }
    settle(&mut team, &mut uma, &mut eli);

    let one = person(&mut team.sam, &ray).unwrap();
    let other = person(&mut uma, &ray).unwrap();
    assert_eq!(one.coach, other.coach);
    assert_eq!(one.hand_overs.len(), 2);
    assert_eq!(notes(&one), notes(&other));
    assert!(notes(&one).contains(&note("Cory Coach", "Cory was offline.")));
    assert!(notes(&one).contains(&note("Dana Coach", "Dana believed it.")));
    let (winner, loser) = match one.coach.as_str() {
        "Dana Coach" => (&mut team.dana, &mut eli),
        "Eli Coach" => (&mut eli, &mut team.dana),
        other => panic!("{other}"),
    };
    assert_eq!(notes(&person(winner, &ray).unwrap()), notes(&one));
    assert!(listed(loser).rows.is_empty());
    assert!(listed(&mut team.cory).rows.is_empty());
}

#[test]
fn a_participant_can_come_back() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    hand_over(&mut team.sam, &ray, "Dana Coach").unwrap();
    team.settle();
    log(&mut team.dana, &ray, "By Dana.");
    team.settle();
    hand_over(&mut team.sam, &ray, "Cory Coach").unwrap();
    team.settle();
    let seen = person(&mut team.cory, &ray).expect("they are back");
    assert_eq!(
        notes(&seen),
        [
            note("Cory Coach", "Before."),
            note("Dana Coach", "By Dana.")
        ]
    );
    assert!(listed(&mut team.cory).departures.is_empty());
    assert!(listed(&mut team.dana).rows.is_empty());
    log(&mut team.cory, &ray, "Back again.");
    team.settle();
    assert_eq!(notes(&person(&mut team.sam, &ray).unwrap()).len(), 3);
    let view = pill(&mut team.cory);
    assert!(
        view.state == SyncState::Idle && view.waiting == 0,
        "{view:?}"
    );
}

#[test]
fn only_who_reads_both_caseloads_hands_over() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    assert!(
        person(&mut team.cory, &ray)
            .unwrap()
            .hand_over_to
            .is_empty()
    );
    let dana = person(&mut team.sam, &ray)
        .unwrap()
        .hand_over_to
        .into_iter()
        .find(|choice| choice.name == "Dana Coach")
        .unwrap();
    let order = Command::HandOver {
        participant: ray.clone(),
        to: dana.member,
        reason: String::new(),
    };
    assert_eq!(team.cory.order(order), Err(EngineError::NotAllowed));
    assert_eq!(
        hand_over(&mut team.sam, &ray, "Cory Coach"),
        Err(EngineError::NotAllowed)
    );
}

#[test]
fn a_hand_over_waits_offline_and_survives_a_crash() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    team.world.cut = true;
    hand_over(&mut team.sam, &ray, "Dana Coach").unwrap();
    team.world.sync(&mut team.sam);
    team.sam.crash();
    crate::support::two::unlock(&mut team.world, &mut team.sam);
    assert_eq!(person(&mut team.sam, &ray).unwrap().coach, "Dana Coach");
    team.world.cut = false;
    team.settle();
    assert_eq!(notes(&person(&mut team.dana, &ray).unwrap()).len(), 1);
    assert!(listed(&mut team.cory).rows.is_empty());
}

/// The group's keys change between the hand-over and the coach's hearing of it: the coach makes a
/// new key for the record, which only the former caseload can open.
#[test]
fn a_key_that_the_first_coach_made_without_knowing_is_passed_on() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    let Reply::Settings(settings) = team.sam.query(Query::Settings) else {
        panic!()
    };
    let cory = settings.members.iter().find(|m| m.name == "Cory Coach");
    let member = cory.unwrap().member.clone();
    let devices = |sam: &mut Device| match sam.query(Query::Member {
        member: member.clone(),
    }) {
        Reply::Member(page) => page.devices,
        other => panic!("{other:?}"),
    };
    let phone = devices(&mut team.sam)[0].device.clone();
    let link = invite_device(&mut team.world, &mut team.sam, &member);
    let tablet = join(&mut team.world, 8, &link, "Cory Coach").unwrap();
    drop(tablet);
    team.settle();
    let lost = devices(&mut team.sam)
        .into_iter()
        .find(|device| device.device != phone)
        .unwrap()
        .device;
    team.sam
        .order(Command::RemoveDevice { device: lost })
        .unwrap();
    team.settle();

    // Decided and sealed with no network; the coach writes under the group's new key.
    hand_over(&mut team.sam, &ray, "Dana Coach").unwrap();
    log(&mut team.cory, &ray, "Under a new key.");
    team.world.sync(&mut team.cory);
    team.settle();
    let all = [
        note("Cory Coach", "Before."),
        note("Cory Coach", "Under a new key."),
    ];
    assert_eq!(notes(&person(&mut team.sam, &ray).unwrap()), all);
    assert_eq!(notes(&person(&mut team.dana, &ray).unwrap()), all);
    assert!(listed(&mut team.cory).rows.is_empty());
    let view = pill(&mut team.dana);
    assert!(
        view.quarantined == 0 && view.incomplete.is_empty(),
        "{view:?}"
    );
}
