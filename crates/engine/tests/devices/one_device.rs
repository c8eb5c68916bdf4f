//! What one device promises on its own, with no network at all.

use crate::support::two::today;
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Activity, Circumstance, Command, DetailField, DraftKind, DutyView, EncounterInput,
    EncounterKind, EncounterPatch, EngineError, IntakeStatus, MilestoneInput, Outcome, OwedReason,
    PersonView, Query, Reply, SessionView, SettingChange,
};

fn person(device: &mut Device, participant: &str) -> PersonView {
    crate::support::two::person(device, participant).unwrap()
}

fn add(device: &mut Device, name: &str) -> String {
    let details = vec![
        (DetailField::Name, name.to_owned()),
        (DetailField::Phone, "608-555-0142".to_owned()),
    ];
    match device.order(Command::AddParticipant { details }).unwrap() {
        Reply::Record(record) => record.participant,
        other => panic!("{other:?}"),
    }
}

fn contact(outcome: Outcome, note: &str) -> EncounterInput {
    EncounterInput {
        kind: EncounterKind::Phone,
        outcome,
        at: None,
        minutes: 12,
        activities: vec![Activity::CheckIn, Activity::Housing],
        circumstances: vec![Circumstance::AlongOffice],
        naloxone_kits: 1,
        miles_tenths: 35,
        note: note.to_owned(),
    }
}

fn log(device: &mut Device, participant: &str, outcome: Outcome, note: &str) -> String {
    let command = Command::LogEncounter {
        participant: participant.to_owned(),
        encounter: contact(outcome, note),
        draft: None,
    };
    match device.order(command).unwrap() {
        Reply::Record(record) => record.record.unwrap(),
        other => panic!("{other:?}"),
    }
}

fn discharge(device: &mut Device, participant: &str, on: &str) {
    let milestone = MilestoneInput::Discharged { on: on.to_owned() };
    device
        .order(Command::RecordMilestone {
            participant: participant.to_owned(),
            milestone,
        })
        .unwrap();
}

#[test]
fn s0_6_a_discharged_person_is_owed_a_contact_each_day_until_an_intake_is_confirmed() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    assert!(today(&mut device).owed.is_empty());
    discharge(&mut device, &ray, "2026-05-01");
    let owed = today(&mut device).owed;
    assert_eq!(owed.len(), 1);
    assert_eq!(owed[0].days_missed, 3);
    assert!(
        matches!(owed[0].reason, OwedReason::DailyUntilIntake { day: 4, .. }),
        "{:?}",
        owed[0].reason
    );

    log(&mut device, &ray, Outcome::NoAnswer, "");
    let view = today(&mut device);
    assert!(view.owed[0].tried_today && view.settled.is_empty());
    log(&mut device, &ray, Outcome::Reached, "");
    let view = today(&mut device);
    assert!(view.owed.is_empty());
    assert_eq!(view.settled.len(), 1);

    device.pass(24 * 3_600_000);
    unlock(&mut device);
    assert_eq!(today(&mut device).owed.len(), 1);
    let intake = MilestoneInput::Intake {
        status: IntakeStatus::Tentative,
        on: Some("2026-05-09".to_owned()),
    };
    let order = Command::RecordMilestone {
        participant: ray.clone(),
        milestone: intake,
    };
    let Reply::Record(record) = device.order(order).unwrap() else {
        panic!()
    };
    assert_eq!(
        today(&mut device).owed.len(),
        1,
        "a tentative date does not end it"
    );
    let confirm = Command::SetIntake {
        participant: ray.clone(),
        milestone: record.record.unwrap(),
        status: IntakeStatus::Confirmed,
        on: Some("2026-05-09".to_owned()),
    };
    device.order(confirm).unwrap();
    assert!(today(&mut device).owed.is_empty());
    assert_eq!(
        person(&mut device, &ray).duty,
        DutyView::Ended {
            intake_on: Some("2026-05-09".to_owned())
        }
    );
}

fn unlock(device: &mut Device) {
    device
        .order(Command::Unlock {
            passphrase: PASSPHRASE.to_owned(),
        })
        .unwrap();
}

#[test]
fn what_was_saved_is_there_after_a_crash() {
    let mut device = Device::new(2);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let encounter = log(
        &mut device,
        &ray,
        Outcome::Reached,
        "Talked about the move.",
    );
    device
        .order(Command::SaveDraft {
            key: format!("log:{ray}"),
            json: "{\"note\":\"half\"}".to_owned(),
        })
        .unwrap();
    device.crash();
    assert!(matches!(
        device.query(Query::Session),
        Reply::Session(SessionView::Locked { .. })
    ));
    unlock(&mut device);
    let view = person(&mut device, &ray);
    assert_eq!(view.timeline[0].id, encounter);
    assert_eq!(view.timeline[0].note, "Talked about the move.");
    assert_eq!(today(&mut device).drafts.len(), 1);
}

#[test]
fn somebody_new_who_was_half_written_down_is_not_forgotten_on_the_phone() {
    let mut device = Device::new(9);
    device.found();
    let key = "add-participant".to_owned();
    let json = "[[\"PreferredName\",\"Jo\"]]".to_owned();
    let half = Command::SaveDraft {
        key: key.clone(),
        json,
    };
    device.order(half).unwrap();
    device.crash();
    unlock(&mut device);
    let drafts = today(&mut device).drafts;
    assert_eq!((drafts.len(), drafts[0].kind), (1, DraftKind::New));
    device.order(Command::DiscardDraft { key }).unwrap();
    assert!(today(&mut device).drafts.is_empty());
}

#[test]
fn s2_13_s2_16_s3_11_what_else_is_known_of_a_contact_is_kept_and_corrected() {
    let mut device = Device::new(3);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let encounter = log(&mut device, &ray, Outcome::Reached, "");
    let known = |device: &mut Device| person(device, &ray).timeline[0].circumstances.clone();
    assert_eq!(known(&mut device), [Circumstance::AlongOffice]);
    let now = vec![Circumstance::WithParamedics, Circumstance::AboutProbation];
    let edit = Command::EditEncounter {
        participant: ray.clone(),
        encounter: encounter.clone(),
        patch: EncounterPatch {
            circumstances: Some(now),
            ..Default::default()
        },
    };
    device.order(edit).unwrap();
    // In the order in which they are offered.
    let both = [Circumstance::WithParamedics, Circumstance::AboutProbation];
    assert_eq!(known(&mut device), both);
    device.crash();
    unlock(&mut device);
    assert_eq!(known(&mut device), both);
}

#[test]
fn a_contact_can_be_edited_and_voided_and_its_history_stays() {
    let mut device = Device::new(3);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let encounter = log(&mut device, &ray, Outcome::Reached, "first words");
    device.pass(60_000);
    let patch = EncounterPatch {
        note: Some("better words".to_owned()),
        minutes: Some(20),
        ..Default::default()
    };
    let edit = Command::EditEncounter {
        participant: ray.clone(),
        encounter: encounter.clone(),
        patch,
    };
    device.order(edit).unwrap();
    let view = person(&mut device, &ray);
    assert_eq!(
        (view.timeline[0].note.as_str(), view.timeline[0].minutes),
        ("better words", 20)
    );
    assert!(view.timeline[0].edited);
    let void = |reason: &str| Command::VoidEncounter {
        participant: ray.clone(),
        encounter: encounter.clone(),
        reason: reason.to_owned(),
    };
    assert!(matches!(
        device.order(void("  ")),
        Err(EngineError::Invalid { .. })
    ));
    device.order(void("wrong person")).unwrap();
    let view = person(&mut device, &ray);
    assert_eq!(
        view.timeline[0].voided.as_ref().unwrap().reason,
        "wrong person"
    );
    let query = Query::RecordHistory {
        participant: ray.clone(),
        record: encounter.clone(),
    };
    let Reply::History(history) = device.query(query) else {
        panic!()
    };
    assert!(history.len() >= 3, "written, edited, voided: {history:?}");
    assert_eq!(history[0].author, "Sam Supervisor");
    assert!(
        history[0]
            .fields
            .iter()
            .any(|(_, value)| value == "first words")
    );
    device
        .order(Command::RestoreEncounter {
            participant: ray.clone(),
            encounter,
        })
        .unwrap();
    assert!(person(&mut device, &ray).timeline[0].voided.is_none());
}

#[test]
fn a_wrong_passphrase_is_told_and_slowed_down_and_survives_a_restart() {
    let mut device = Device::new(4);
    device.found();
    device.order(Command::Lock).unwrap();
    let wrong = || Command::Unlock {
        passphrase: "not the passphrase".to_owned(),
    };
    for _ in 0..2 {
        assert_eq!(
            device.order(wrong()),
            Err(EngineError::WrongPassphrase { retry_after_ms: 0 })
        );
    }
    assert_eq!(
        device.order(wrong()),
        Err(EngineError::WrongPassphrase {
            retry_after_ms: 5_000
        })
    );
    device.crash();
    assert!(matches!(
        device.order(wrong()),
        Err(EngineError::TooSoon { .. })
    ));
    device.pass(5_000);
    unlock(&mut device);
    device.order(Command::Lock).unwrap();
    assert_eq!(
        device.order(wrong()),
        Err(EngineError::WrongPassphrase { retry_after_ms: 0 }),
        "counted anew"
    );
}

#[test]
fn the_device_locks_itself_after_the_chosen_time() {
    let mut device = Device::new(5);
    device.found();
    device
        .order(Command::SetSetting(SettingChange::AutoLockMinutes(2)))
        .unwrap();
    device.pass(119_000);
    device.input(handrail_engine::io::Input::Tick);
    assert!(matches!(
        device.query(Query::Session),
        Reply::Session(SessionView::Unlocked(_))
    ));
    device.pass(2_000);
    device.input(handrail_engine::io::Input::Tick);
    assert!(matches!(
        device.query(Query::Session),
        Reply::Session(SessionView::Locked { .. })
    ));
    assert_eq!(
        device.ask(handrail_engine::api::Request::Query(Query::Today)),
        Err(EngineError::Locked)
    );
}

#[test]
fn the_recovery_kit_stays_until_its_words_are_typed_back() {
    let mut device = Device::new(6);
    let Reply::RecoveryKit(kit) = device.found() else {
        panic!()
    };
    assert_eq!(kit.words.len(), 24);
    let Reply::Session(SessionView::Unlocked(view)) = device.query(Query::Session) else {
        panic!()
    };
    assert!(view.recovery_unconfirmed);
    let wrong = kit.ask.iter().map(|at| (*at, "wrong".to_owned())).collect();
    assert_eq!(
        device.order(Command::ConfirmRecoveryKit { words: wrong }),
        Err(EngineError::WordsDoNotMatch)
    );
    assert_eq!(
        device.order(Command::ConfirmRecoveryKit { words: Vec::new() }),
        Err(EngineError::WordsDoNotMatch)
    );
    let right = kit
        .ask
        .iter()
        .map(|at| (*at, kit.words[usize::from(*at) - 1].to_uppercase()))
        .collect();
    device
        .order(Command::ConfirmRecoveryKit { words: right })
        .unwrap();
    assert_eq!(
        device.order(Command::ShowRecoveryKit),
        Err(EngineError::NotFound)
    );
}

#[test]
fn bad_input_is_refused_and_changes_nothing() {
    let mut device = Device::new(7);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let order = |encounter: EncounterInput| Command::LogEncounter {
        participant: ray.clone(),
        encounter,
        draft: None,
    };
    let long = contact(Outcome::Reached, &"x".repeat(10 * 1024 * 1024));
    assert!(matches!(
        device.order(order(long)),
        Err(EngineError::Invalid {
            limit: Some(65_536),
            ..
        })
    ));
    let mut endless = contact(Outcome::Reached, "");
    endless.minutes = 100_000;
    assert!(matches!(
        device.order(order(endless)),
        Err(EngineError::Invalid { .. })
    ));
    let nobody = Command::LogEncounter {
        participant: "00".repeat(16),
        encounter: contact(Outcome::Reached, ""),
        draft: None,
    };
    assert_eq!(device.order(nobody), Err(EngineError::NotFound));
    let no_name = Command::AddParticipant {
        details: vec![(DetailField::Phone, "1".to_owned())],
    };
    assert!(matches!(
        device.order(no_name),
        Err(EngineError::Invalid { .. })
    ));
    let bad_day = MilestoneInput::Discharged {
        on: "yesterday".to_owned(),
    };
    let order = Command::RecordMilestone {
        participant: ray.clone(),
        milestone: bad_day,
    };
    assert!(matches!(
        device.order(order),
        Err(EngineError::Invalid { .. })
    ));
    assert!(person(&mut device, &ray).timeline.is_empty());
    assert!(person(&mut device, &ray).milestones.is_empty());
}

#[test]
fn a_clock_in_1970_or_2090_loses_nothing() {
    let mut device = Device::new(8);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let now = device.clock.at;
    for at in [0, 3_800_000_000_000, now] {
        device.clock.at = at;
        log(&mut device, &ray, Outcome::Reached, "still here");
    }
    assert_eq!(person(&mut device, &ray).timeline_total, 3);
    device.crash();
    unlock(&mut device);
    assert_eq!(person(&mut device, &ray).timeline_total, 3);
}
