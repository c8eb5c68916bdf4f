//! Issue 3.4: what a lost device hands over late is set aside, and can be taken in.

use crate::support::Device;
use crate::support::losing::team;
use crate::support::two::{log, person, pill, unlock};
use handrail_engine::api::{
    Command, DevicePageView, EncounterPatch, EngineError, LateKind, LateView, PlanCommand, Query,
    QuietCommand, Reply, TakeInLate,
};

const NOTE: &str = "Sat with them until the nurse came.";

fn late(device: &mut Device, phone: &str) -> Vec<LateView> {
    let query = Query::Device {
        device: phone.to_owned(),
    };
    match device.query(query) {
        Reply::Device(view) => {
            let DevicePageView { late, .. } = *view;
            late
        }
        other => panic!("{other:?}"),
    }
}

fn take_in(device: &mut Device, order: TakeInLate) -> Result<String, EngineError> {
    match device.order(Command::TakeInLate(order))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_tap_takes_a_late_note_into_the_record_and_says_who_wrote_it_and_who_took_it_in() {
    let mut team = team();
    log(&mut team.cory, &team.ray, NOTE);
    let written_at = person(&mut team.cory, &team.ray).unwrap().timeline[0].created_at;
    team.sam.pass(60_000);
    team.lose_the_phone();
    let shown = late(&mut team.sam, &team.phone);
    assert_eq!(shown.len(), 1);
    assert_eq!((shown[0].note.as_str(), shown[0].corrects), (NOTE, false));
    assert_eq!(shown[0].written_at, written_at);
    assert!(
        person(&mut team.sam, &team.ray)
            .unwrap()
            .timeline
            .is_empty()
    );

    let aside = pill(&mut team.sam).quarantined;
    let order = shown[0].take_in.clone().expect("may be taken in");
    let record = take_in(&mut team.sam, order.clone()).unwrap();
    // A second tap makes no second contact.
    assert_eq!(take_in(&mut team.sam, order).unwrap(), record);
    team.meet();
    for device in [&mut team.sam, &mut team.sue] {
        let view = person(device, &team.ray).unwrap();
        assert_eq!(view.timeline.len(), 1);
        let contact = &view.timeline[0];
        assert_eq!(contact.id, record);
        assert_eq!(
            (contact.note.as_str(), contact.author.as_str()),
            (NOTE, "Cory Coach")
        );
        let taken = contact.late.clone().expect("says that it was late");
        assert_eq!(
            (taken.from.as_str(), taken.by.as_str()),
            ("Cory Coach", "Sam Supervisor")
        );
        assert_eq!(taken.written_at, written_at);
        assert!(taken.at > written_at);
        // What came stays where it was, and says that it was taken in.
        let shown = late(device, &team.phone);
        assert_eq!(shown[0].taken_in, [taken]);
        assert_eq!(shown[0].take_in, None);
    }
    // It lies where it lay; the status counts it no more, on neither device.
    assert_eq!(aside, 1);
    for device in [&mut team.sam, &mut team.sue] {
        let view = pill(device);
        assert_eq!(
            (view.quarantined, view.incomplete.len()),
            (0, 0),
            "{view:?}"
        );
    }
    // Nor after it was opened again.
    team.sue.crash();
    unlock(&mut team.world, &mut team.sue);
    let view = pill(&mut team.sue);
    assert_eq!(
        (view.quarantined, view.incomplete.len()),
        (0, 0),
        "{view:?}"
    );
}

/// Issue 3.4.
#[test]
fn what_cannot_be_taken_in_is_told_by_its_kind_and_goes_on_being_counted() {
    let mut team = team();
    let participant = team.ray.clone();
    log(&mut team.cory, &participant, NOTE);
    for order in [
        Command::Plan(PlanCommand::Barc10 {
            participant: participant.clone(),
            on: "2026-04-28".to_owned(),
            answers: [Some(4); 10],
            language: "en".to_owned(),
        }),
        Command::Quiet(QuietCommand::Mute {
            participant,
            until: None,
            reason: "In treatment elsewhere".to_owned(),
        }),
    ] {
        team.cory.order(order).unwrap();
    }
    team.lose_the_phone();
    let query = Query::Device {
        device: team.phone.clone(),
    };
    let Reply::Device(view) = team.sam.query(query) else {
        panic!("no page")
    };
    let rest = view.late_rest.iter().map(|rest| (rest.kind, rest.count));
    assert_eq!(
        rest.collect::<Vec<_>>(),
        [(LateKind::Barc10, 1), (LateKind::PutOff, 1)]
    );
    assert_eq!((view.late.len(), view.late_others), (1, 0));
    assert!(view.late_records.is_empty());
    let order = view.late[0].take_in.clone().unwrap();
    take_in(&mut team.sam, order).unwrap();
    team.meet();
    let view = pill(&mut team.sam);
    assert!(view.quarantined > 0, "{view:?}");
    assert_eq!(view.incomplete.len(), 1, "{view:?}");
}

#[test]
fn two_who_take_it_in_without_knowing_of_each_other_lose_nothing_and_see_both() {
    let mut team = team();
    log(&mut team.cory, &team.ray, NOTE);
    team.lose_the_phone();
    let one = late(&mut team.sam, &team.phone)[0].take_in.clone().unwrap();
    let other = late(&mut team.sue, &team.phone)[0].take_in.clone().unwrap();
    assert_eq!(one, other);
    let first = take_in(&mut team.sam, one).unwrap();
    take_in(&mut team.sue, other).unwrap();
    let correct = Command::EditEncounter {
        participant: team.ray.clone(),
        encounter: first.clone(),
        patch: EncounterPatch {
            minutes: Some(45),
            ..EncounterPatch::default()
        },
    };
    team.sam.order(correct).unwrap();
    team.meet();
    let view = person(&mut team.sue, &team.ray).unwrap();
    assert_eq!(view.timeline.len(), 2);
    assert!(view.timeline.iter().any(|contact| contact.minutes == 45));
    let both = late(&mut team.sue, &team.phone)[0].taken_in.clone();
    let by: Vec<_> = both.iter().map(|taken| taken.by.as_str()).collect();
    assert!(
        by.contains(&"Sam Supervisor") && by.contains(&"Sue Second"),
        "{by:?}"
    );
    // One of the two is taken back as any contact is.
    let twice = Command::VoidEncounter {
        participant: team.ray.clone(),
        encounter: first,
        reason: "Taken in twice".to_owned(),
    };
    team.sue.order(twice).unwrap();
    team.meet();
    assert_eq!(late(&mut team.sam, &team.phone)[0].taken_in.len(), 1);
}

#[test]
fn a_late_correction_is_taken_into_the_contact_that_it_corrects() {
    let mut team = team();
    log(&mut team.cory, &team.ray, "Before the phone was lost.");
    team.world.sync(&mut team.cory);
    team.meet();
    let contact = person(&mut team.sam, &team.ray).unwrap().timeline[0].clone();
    let correct = |note: &str| Command::EditEncounter {
        participant: team.ray.clone(),
        encounter: contact.id.clone(),
        patch: EncounterPatch {
            note: Some(note.to_owned()),
            ..EncounterPatch::default()
        },
    };
    let order = correct("Corrected on the lost phone.");
    team.cory.order(order).unwrap();
    team.lose_the_phone();
    let shown = late(&mut team.sam, &team.phone);
    assert_eq!((shown.len(), shown[0].corrects), (1, true));
    let order = shown[0].take_in.clone().unwrap();
    assert_eq!(take_in(&mut team.sam, order).unwrap(), contact.id);
    let view = person(&mut team.sam, &team.ray).unwrap();
    assert_eq!(view.timeline.len(), 1);
    let now = &view.timeline[0];
    assert_eq!(now.note, "Corrected on the lost phone.");
    assert_eq!((now.author.as_str(), now.edited), ("Cory Coach", true));
    assert_eq!(now.late.as_ref().unwrap().by, "Sam Supervisor");
    let history = Query::RecordHistory {
        participant: team.ray.clone(),
        record: contact.id,
    };
    let Reply::History(history) = team.sam.query(history) else {
        panic!()
    };
    let authors: Vec<_> = history.iter().map(|entry| entry.author.as_str()).collect();
    assert_eq!(authors, ["Cory Coach", "Sam Supervisor"]);
}

#[test]
fn a_late_correction_shows_what_the_record_says_otherwise_meanwhile() {
    let mut team = team();
    log(&mut team.cory, &team.ray, "Before the phone was lost.");
    team.world.sync(&mut team.cory);
    team.meet();
    let contact = person(&mut team.sam, &team.ray).unwrap().timeline[0].clone();
    let correct = |note: &str| Command::EditEncounter {
        participant: team.ray.clone(),
        encounter: contact.id.clone(),
        patch: EncounterPatch {
            note: Some(note.to_owned()),
            ..EncounterPatch::default()
        },
    };
    let (late_words, newer_words) = ("Corrected on the lost phone.", "Corrected by Sam.");
    let (on_the_phone, in_charge) = (correct(late_words), correct(newer_words));
    team.cory.order(on_the_phone).unwrap();
    team.lose_the_phone();
    team.sam.order(in_charge).unwrap();

    let shown = late(&mut team.sam, &team.phone);
    let disputed = &shown[0].disputed;
    assert_eq!((disputed.len(), disputed[0].field.as_str()), (1, "note"));
    let mut versions: Vec<_> = disputed[0]
        .versions
        .iter()
        .map(|version| (version.author.as_str(), version.value.as_str()))
        .collect();
    versions.sort_unstable();
    assert_eq!(
        versions,
        [("Cory Coach", late_words), ("Sam Supervisor", newer_words)]
    );
    // What is shown is what the record says once it is taken in.
    let (kept, order) = (shown[0].note.clone(), shown[0].take_in.clone().unwrap());
    take_in(&mut team.sam, order).unwrap();
    let view = person(&mut team.sam, &team.ray).unwrap();
    assert_eq!(view.timeline[0].note, kept);
    assert!(late(&mut team.sam, &team.phone)[0].disputed.is_empty());
}

#[test]
fn only_who_is_in_charge_takes_in_and_only_what_they_were_shown() {
    let mut team = team();
    log(&mut team.cory, &team.ray, NOTE);
    team.lose_the_phone();
    let mut phone = team.another_phone();
    // The owner reads what their lost phone said, and does not decide on it.
    let shown = late(&mut phone, &team.phone);
    assert_eq!((shown.len(), shown[0].take_in.clone()), (1, None));
    let order = late(&mut team.sam, &team.phone)[0].take_in.clone().unwrap();
    assert_eq!(
        take_in(&mut phone, order.clone()),
        Err(EngineError::NotAllowed)
    );
    let another = TakeInLate {
        item: "00".repeat(32),
        ..order
    };
    assert_eq!(take_in(&mut team.sam, another), Err(EngineError::NotFound));
    assert!(
        person(&mut team.sam, &team.ray)
            .unwrap()
            .timeline
            .is_empty()
    );
}

#[test]
fn what_its_writer_took_back_is_shown_and_not_taken_in() {
    let mut team = team();
    log(&mut team.cory, &team.ray, NOTE);
    let contact = person(&mut team.cory, &team.ray).unwrap().timeline[0]
        .id
        .clone();
    let void = Command::VoidEncounter {
        participant: team.ray.clone(),
        encounter: contact,
        reason: "Wrong person".to_owned(),
    };
    team.cory.order(void).unwrap();
    team.lose_the_phone();
    let shown = late(&mut team.sam, &team.phone);
    assert_eq!((shown.len(), shown[0].withdrawn), (1, true));
    assert_eq!(shown[0].take_in, None);
}
