//! What is owed on Today and on a participant's page, and putting it off.

use crate::support::two::today;
use crate::support::{Device, PASSPHRASE};
use handrail_domain::program::{ProgramPack, sample_packs};
use handrail_engine::api::{
    Because, Command, DetailField, EncounterInput, EncounterKind, EndsBy, EngineError,
    IntakeStatus, InvalidField, LocalDate, MilestoneEvent, MilestoneInput, Obligation,
    ObligationKind, ObligationState, Outcome, OwedReason, PeopleFilter, PersonView, ProgramDraft,
    Query, QuietCommand, Reply,
};

const DAY: u64 = 24 * 3_600_000;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

/// A device whose day is 2026-05-04, with an agency of its own.
fn founded(seed: u64) -> Device {
    let mut device = Device::new(seed);
    device.found();
    device
}

fn unlock(device: &mut Device) {
    let passphrase = PASSPHRASE.to_owned();
    device.order(Command::Unlock { passphrase }).unwrap();
}

fn pass_days(device: &mut Device, days: u64) {
    device.pass(days * DAY);
    unlock(device);
}

fn record(device: &mut Device, command: Command) -> String {
    match device.order(command).unwrap() {
        Reply::Record(record) => record.record.unwrap_or(record.participant),
        other => panic!("{other:?}"),
    }
}

fn add(device: &mut Device, name: &str, program: &str) -> String {
    let details = vec![
        (DetailField::Name, name.to_owned()),
        (DetailField::Program, program.to_owned()),
    ];
    record(device, Command::AddParticipant { details })
}

fn dated(device: &mut Device, participant: &str, event: MilestoneEvent, on: &str) -> String {
    let milestone = MilestoneInput::Dated {
        event,
        on: on.to_owned(),
    };
    let participant = participant.to_owned();
    record(
        device,
        Command::RecordMilestone {
            participant,
            milestone,
        },
    )
}

fn log(device: &mut Device, participant: &str, kind: EncounterKind, outcome: Outcome) -> String {
    let encounter = EncounterInput {
        kind,
        outcome,
        at: None,
        minutes: 12,
        activities: vec![],
        circumstances: vec![],
        naloxone_kits: 0,
        miles_tenths: 0,
        note: String::new(),
    };
    let participant = participant.to_owned();
    record(
        device,
        Command::LogEncounter {
            participant,
            encounter,
            draft: None,
        },
    )
}

fn use_program(device: &mut Device, id: &str) {
    let packs = sample_packs().unwrap();
    let pack: &ProgramPack = packs.iter().find(|pack| pack.id == id).unwrap();
    let pack = pack.to_json().unwrap();
    assert_eq!(
        device.order(Command::UseProgram(ProgramDraft::Text(pack))),
        Ok(Reply::Done)
    );
}

fn person(device: &mut Device, participant: &str) -> PersonView {
    crate::support::two::person(device, participant).unwrap()
}

/// Whether the first of all people is marked as needing a contact today.
fn is_marked(device: &mut Device) -> bool {
    match device.query(Query::People {
        search: String::new(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 10,
    }) {
        Reply::People(view) => view.rows[0].owed_today,
        other => panic!("{other:?}"),
    }
}

/// How many wait for somebody, as the team's page says.
fn waiting(device: &mut Device) -> u32 {
    match device.query(Query::Team) {
        Reply::Team(view) => view.coaches.iter().map(|coach| coach.owed).sum(),
        other => panic!("{other:?}"),
    }
}

fn owed_to(device: &mut Device, participant: &str, kind: ObligationKind) -> Option<Obligation> {
    let mut found = person(device, participant).obligations;
    // What is worked out anew after each change is what the page shows.
    let anew = device.engine.owed_to(participant, device.clock);
    assert_eq!(anew.as_ref(), Ok(&found));
    found.retain(|one| one.kind == kind);
    assert!(found.len() <= 1, "{found:?}");
    found.pop()
}

/// S2-16.
#[test]
fn s2_16_a_day_at_court_lies_ahead_is_owed_on_its_day_and_done_when_somebody_was_there() {
    let mut device = founded(1);
    let ray = add(&mut device, "Ray Example", "");
    dated(&mut device, &ray, MilestoneEvent::CourtDate, "2026-05-06");
    let view = today(&mut device);
    assert!(view.owed.is_empty());
    assert_eq!(view.ahead.len(), 1);
    let on = day("2026-05-06");
    assert_eq!(
        view.ahead[0].obligation.state,
        ObligationState::Ahead { on }
    );

    pass_days(&mut device, 2);
    let view = today(&mut device);
    assert!(view.ahead.is_empty());
    assert!(is_marked(&mut device), "in the list of people too");
    assert_eq!(waiting(&mut device), 1, "and for the team");
    let OwedReason::Obligation(court) = &view.owed[0].reason else {
        panic!("{:?}", view.owed[0].reason)
    };
    assert_eq!(court.kind, ObligationKind::Court);
    assert!(matches!(court.because[0], Because::Event { on: at, record: Some(_), .. } if at == on));
    log(&mut device, &ray, EncounterKind::Court, Outcome::Reached);
    assert!(today(&mut device).owed.is_empty());
    assert!(!is_marked(&mut device) && waiting(&mut device) == 0);
}

/// S0-12, S0-18.
#[test]
fn s0_18_a_program_in_use_says_how_long_contact_is_owed_after_a_birth() {
    let mut device = founded(2);
    let ana = add(&mut device, "Ana Example", " pregnancy2RECOVERY ");
    dated(&mut device, &ana, MilestoneEvent::DueDate, "2026-06-10");
    let perinatal = ObligationKind::Perinatal;
    assert_eq!(
        owed_to(&mut device, &ana, perinatal),
        None,
        "no program is in use"
    );
    use_program(&mut device, "pregnancy");
    let expected = owed_to(&mut device, &ana, perinatal).unwrap();
    let ends = |on, provisional| EndsBy::Day {
        on: day(on),
        provisional,
    };
    assert_eq!(expected.ends, ends("2026-09-10", true));
    assert_eq!(expected.program.as_deref(), Some("Pregnancy2recovery"));
    let birth = dated(&mut device, &ana, MilestoneEvent::Birth, "2026-05-03");
    let born = owed_to(&mut device, &ana, perinatal).unwrap();
    assert_eq!(born.ends, ends("2026-08-03", false));
    assert_eq!(today(&mut device).owed.len(), 1);

    // Taken back, it was never said; and it all survives the end of the program.
    let taken_back = Command::VoidMilestone {
        participant: ana.clone(),
        milestone: birth,
        reason: "the wrong person".into(),
    };
    record(&mut device, taken_back);
    device.crash();
    unlock(&mut device);
    assert_eq!(owed_to(&mut device, &ana, perinatal), Some(expected));
    assert_eq!(
        person(&mut device, &ana).milestones.len(),
        2,
        "both can still be read"
    );
}

/// S0-7.
#[test]
fn s0_7_contact_becomes_rarer_after_the_intake_is_confirmed() {
    let mut device = founded(3);
    use_program(&mut device, "ed-overdose");
    let ray = add(&mut device, "Ray Example", "Hospital response");
    let discharged = MilestoneInput::Discharged {
        on: "2026-05-01".into(),
    };
    let confirmed = MilestoneInput::Intake {
        status: IntakeStatus::Confirmed,
        on: Some("2026-05-09".into()),
    };
    for milestone in [discharged, confirmed] {
        let participant = ray.clone();
        record(
            &mut device,
            Command::RecordMilestone {
                participant,
                milestone,
            },
        );
    }
    log(&mut device, &ray, EncounterKind::Phone, Outcome::Reached);
    assert!(today(&mut device).owed.is_empty());
    pass_days(&mut device, 3);
    let owed = today(&mut device).owed;
    let OwedReason::Obligation(reason) = &owed[0].reason else {
        panic!("{:?}", owed[0].reason)
    };
    assert_eq!(reason.kind, ObligationKind::StepDown);
    assert!(reason.because.contains(&Because::Every(3)));
    let is_watch = |one: &Obligation| matches!(one.state, ObligationState::Watch { .. });
    assert!(
        owed[0].also.iter().any(is_watch),
        "28 days after the hospital"
    );
    dated(
        &mut device,
        &ray,
        MilestoneEvent::SolidFoundation,
        "2026-05-07",
    );
    assert!(today(&mut device).owed.is_empty());
}

/// S0-20.
#[test]
fn s0_20_a_missed_group_asks_for_a_contact_also_of_somebody_without_milestones() {
    let mut device = founded(4);
    let ray = add(&mut device, "Ray Example", "");
    log(&mut device, &ray, EncounterKind::Group, Outcome::NotThere);
    let owed = today(&mut device).owed;
    let OwedReason::Obligation(reason) = &owed[0].reason else {
        panic!("{:?}", owed[0].reason)
    };
    assert_eq!(reason.because[0], Because::MissedGroup(day("2026-05-04")));
    log(&mut device, &ray, EncounterKind::Phone, Outcome::Reached);
    assert!(today(&mut device).owed.is_empty());
}

/// Issue 4.3.
#[test]
fn what_is_put_off_leaves_today_until_its_day_and_is_shown_with_its_reason() {
    let mut device = founded(5);
    let ray = add(&mut device, "Ray Example", "");
    let discharged = MilestoneInput::Discharged {
        on: "2026-05-01".into(),
    };
    let participant = ray.clone();
    record(
        &mut device,
        Command::RecordMilestone {
            participant,
            milestone: discharged,
        },
    );
    let put_off = |until: &str| {
        Command::Quiet(QuietCommand::PutOff {
            participant: ray.clone(),
            kind: ObligationKind::Daily,
            anchor: "2026-05-01".into(),
            until: until.into(),
            reason: "Back in the ward".into(),
        })
    };
    let too_long = Err(EngineError::Invalid {
        field: InvalidField::Date,
        limit: None,
    });
    for until in ["2026-05-04", "2026-05-19"] {
        assert_eq!(device.order(put_off(until)), too_long, "{until}");
    }
    let quiet = record(&mut device, put_off("2026-05-06"));
    let view = today(&mut device);
    assert!(view.owed.is_empty() && view.settled.is_empty());
    let hushed = view.hushed[0].obligation.hushed.as_ref().unwrap();
    assert_eq!(
        (hushed.reason.as_str(), hushed.muted),
        ("Back in the ward", false)
    );
    assert_eq!(hushed.record.to_string(), quiet);
    assert_eq!(
        person(&mut device, &ray).milestones.len(),
        1,
        "it is no milestone"
    );

    // By its day, or taken back.
    let show = Command::VoidMilestone {
        participant: ray.clone(),
        milestone: quiet,
        reason: "home again".into(),
    };
    record(&mut device, show);
    assert_eq!(today(&mut device).owed.len(), 1);
    record(&mut device, put_off("2026-05-06"));
    assert!(today(&mut device).owed.is_empty());
    pass_days(&mut device, 2);
    assert_eq!(
        today(&mut device).owed[0].days_missed,
        5,
        "and everything was counted"
    );
}

/// Issue 4.3.
#[test]
fn a_muted_participant_is_not_closed_and_a_new_discharge_breaks_through() {
    let mut device = founded(6);
    let ray = add(&mut device, "Ray Example", "");
    let discharge = |on: &str| Command::RecordMilestone {
        participant: ray.clone(),
        milestone: MilestoneInput::Discharged { on: on.into() },
    };
    record(&mut device, discharge("2026-05-01"));
    let mute = Command::Quiet(QuietCommand::Mute {
        participant: ray.clone(),
        until: None,
        reason: "Asked for some time".into(),
    });
    record(&mut device, mute);
    let view = today(&mut device);
    assert_eq!(
        (view.owed.len(), view.hushed.len(), view.caseload),
        (0, 1, 1)
    );
    device.crash();
    unlock(&mut device);
    pass_days(&mut device, 3);
    assert!(today(&mut device).owed.is_empty());
    record(&mut device, discharge("2026-05-06"));
    assert_eq!(today(&mut device).owed.len(), 1);
}

/// Issue 4.1.
#[test]
fn a_program_that_cannot_be_read_is_refused_and_one_is_used_once() {
    let mut device = founded(7);
    let refused = device.order(Command::UseProgram(ProgramDraft::Text("{}".into())));
    let detail = InvalidField::Detail;
    assert_eq!(
        refused,
        Err(EngineError::Invalid {
            field: detail,
            limit: None
        })
    );
    use_program(&mut device, "family");
    use_program(&mut device, "family");
    let ana = add(&mut device, "Ana Example", "People Supporting People");
    assert!(owed_to(&mut device, &ana, ObligationKind::Regular).is_some());
}
