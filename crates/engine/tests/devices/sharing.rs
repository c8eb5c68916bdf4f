//! Records shared with guests until an end, and opened in emergencies (issue 3.1, 3.3).

use crate::support::Device;
use crate::support::consents::agree;
use crate::support::copied::{copy, opens};
use crate::support::guests::{Team, team};
use crate::support::two::{add, invite, join, listed, log, person, pill};
use handrail_engine::api::{
    CoachingCommand, Command, DetailField, EmergenciesView, EmergencyState, EngineError,
    InvalidField, LogKind, LogView, NotTold, Query, Reply, Request, Role, SayingCommand,
    SayingField, SettingChange, TieCommand, TieKind, consent::Refusal,
};
use handrail_protocol::DocumentId;

const HOUR_MS: u64 = 60 * 60 * 1_000;
const DAY_MS: u64 = 24 * HOUR_MS;

/// Time passes on the clocks of all devices, and so on the relay's.
fn pass(team: &mut Team, milliseconds: u64) {
    for device in team.devices() {
        let awake = Command::SetSetting(SettingChange::AutoLockMinutes(60));
        let _ = device.order(awake);
        device.clock.at += i64::try_from(milliseconds).unwrap();
    }
}

fn names(device: &mut Device) -> Vec<String> {
    let rows = listed(device).rows.into_iter();
    rows.map(|row| row.name).collect()
}

fn notes(device: &mut Device, participant: &str) -> Vec<String> {
    let view = person(device, participant).unwrap();
    let mut notes: Vec<String> = view.timeline.into_iter().map(|entry| entry.note).collect();
    notes.sort();
    notes
}

fn share(
    device: &mut Device,
    participant: &str,
    with: &str,
    through: &str,
) -> Result<Reply, EngineError> {
    let choice = person(device, participant)
        .unwrap()
        .share_with
        .into_iter()
        .find(|choice| choice.name == with)
        .ok_or(EngineError::NotFound)?;
    agree(device, participant);
    device.order(Command::ShareRecord {
        participant: participant.to_owned(),
        with: choice.member,
        through: through.to_owned(),
        reason: "They see him on Thursday.".to_owned(),
    })
}

/// What the access log of a coach says: they see their records only.
fn log_of(device: &mut Device) -> Vec<LogView> {
    match device.query(Query::AccessLog { limit: 50 }) {
        Reply::AccessLog(rows) => rows,
        other => panic!("{other:?}"),
    }
}

fn emergencies(device: &mut Device) -> EmergenciesView {
    match device.query(Query::Emergencies) {
        Reply::Emergencies(view) => view,
        other => panic!("{other:?}"),
    }
}

fn ask(device: &mut Device, coach: &str, name: &str, reason: &str) -> Result<Reply, EngineError> {
    let coaches = emergencies(device).coaches;
    let choice = coaches.into_iter().find(|choice| choice.name == coach);
    device.order(Command::AskInEmergency {
        coach: choice.ok_or(EngineError::NotFound)?.member,
        name: name.to_owned(),
        reason: reason.to_owned(),
    })
}

/// The document of a participant's record.
fn record(participant: &str) -> DocumentId {
    participant.parse().unwrap()
}

#[test]
fn a_provider_reads_the_record_shared_with_them_and_no_other_and_may_only_look() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before they were there.");
    add(&mut team.cory, "Lee Example");
    team.settle();
    assert!(names(&mut team.cleo).is_empty());

    share(&mut team.sam, &ray, "Cleo Clinic", "2026-05-10").unwrap();
    let view = person(&mut team.sam, &ray).unwrap();
    assert!(view.share_waits && view.guests.is_empty(), "not yet");
    team.settle();
    assert!(!person(&mut team.sam, &ray).unwrap().share_waits);
    assert_eq!(names(&mut team.cleo), ["Ray Example"]);
    assert_eq!(notes(&mut team.cleo, &ray), ["Before they were there."]);
    log(&mut team.cory, &ray, "While they read.");
    team.settle();
    assert_eq!(notes(&mut team.cleo, &ray).len(), 2);

    // The coach keeps the participant, and all who read the record are told.
    let view = person(&mut team.cory, &ray).unwrap();
    assert_eq!(
        (view.handed_over, view.coach.as_str()),
        (None, "Cory Coach")
    );
    let [guest] = &view.guests[..] else {
        panic!("{:?}", view.guests)
    };
    assert_eq!(guest.name, "Cleo Clinic");
    assert_eq!(guest.reason, "They see him on Thursday.");
    assert!(!guest.emergency && !guest.may_end);
    // The end of 10 May in Chicago.
    let end = 1_778_475_600_000;
    assert!((end..end + 60_000).contains(&guest.until));
    let told = log_of(&mut team.cory);
    let shared = told.iter().find(|row| row.kind == LogKind::Shared).unwrap();
    assert_eq!(
        (shared.by.as_str(), shared.about.as_str()),
        ("Sam Supervisor", "Cleo Clinic")
    );
    assert_eq!(shared.until, Some(guest.until));
    assert_eq!(shared.reason, "They see him on Thursday.");

    // They write nothing but that they looked.
    let view = person(&mut team.cleo, &ray).unwrap();
    assert!(view.read_only && view.share_with.is_empty() && view.hand_over_to.is_empty());
    for order in [
        Command::SetDetail {
            participant: ray.clone(),
            field: DetailField::Phone,
            value: "608 555 0100".to_owned(),
        },
        Command::EndShare {
            participant: ray.clone(),
            with: guest.member.clone(),
        },
    ] {
        assert_eq!(team.cleo.order(order), Err(EngineError::NotAllowed));
    }
    let opened = Command::NoteOpened {
        participant: ray.clone(),
    };
    team.cleo.order(opened).unwrap();
    team.settle();
    // Times are those of each device's own clock: not which stands first, but that it stands.
    let told = log_of(&mut team.cory);
    let opened = |row: &&LogView| row.kind == LogKind::Opened;
    let opened: Vec<&str> = told
        .iter()
        .filter(opened)
        .map(|row| row.by.as_str())
        .collect();
    assert_eq!(opened, ["Cleo Clinic"]);
    for device in [&mut team.sam, &mut team.cory, &mut team.cleo] {
        assert_eq!(pill(device).quarantined, 0);
    }
}

/// Issue 3.1: a program that was changed writes all the same.
#[test]
fn what_a_provider_writes_that_is_not_for_them_is_set_aside_by_all_others() {
    use crate::support::forging::Forger;
    use handrail_domain::ParticipantCommand;
    use handrail_domain::document::ParticipantDocument;

    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "The coach's.");
    team.settle();
    share(&mut team.sam, &ray, "Cleo Clinic", "2026-05-10").unwrap();
    team.settle();

    let id = record(&ray);
    let mut forger = Forger::of(&mut team.cleo, 5);
    let mut document: ParticipantDocument = forger.open(&id);
    let tag = ParticipantCommand::AddTag("non-compliant".to_owned());
    let written = document.command(&tag, forger.now).unwrap().unwrap();
    forger.keep(&id, &written);
    drop(forger);
    crate::support::two::unlock(&mut team.world, &mut team.cleo);
    team.settle();

    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(pill(device).quarantined, 1);
        let details = person(device, &ray).unwrap().details;
        let tagged = details
            .iter()
            .any(|(_, value)| value.contains("non-compliant"));
        assert!(!tagged, "{details:?}");
    }
}

#[test]
fn after_its_end_a_share_opens_nothing_that_is_written_even_with_every_key_it_brought() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    share(&mut team.sam, &ray, "Cleo Clinic", "2026-05-05").unwrap();
    team.settle();
    let kept = copy(&mut team.world, &mut team.cleo, &record(&ray));
    let during = opens(&kept, &mut team.world, &mut team.sam, &record(&ray));
    assert!(during.iter().all(|opens| *opens), "{during:?}");

    pass(&mut team, 2 * DAY_MS);
    // An administrator's device hears of the time and takes them out by itself.
    team.settle();
    log(&mut team.cory, &ray, "After the end.");
    log(&mut team.sam, &ray, "The supervisor's, after the end.");
    team.settle();
    assert!(names(&mut team.cleo).is_empty());
    assert!(person(&mut team.cleo, &ray).is_none());
    let after = opens(&kept, &mut team.world, &mut team.sam, &record(&ray));
    let closed = after.iter().filter(|opens| !**opens).count();
    assert!(closed >= 2, "{after:?}");
    assert!(after[..during.len()].iter().all(|opens| *opens));
    // What their device has now opens nothing at all.
    let left = copy(&mut team.world, &mut team.cleo, &record(&ray));
    assert!(left.documents.is_empty());
    assert_eq!(notes(&mut team.cory, &ray).len(), 3);
    assert!(person(&mut team.cory, &ray).unwrap().guests.is_empty());
    assert_eq!(pill(&mut team.cory).quarantined, 0);

    // Sharing it again gives them what was written in between too.
    share(&mut team.sam, &ray, "Cleo Clinic", "2026-05-20").unwrap();
    team.settle();
    assert_eq!(notes(&mut team.cleo, &ray).len(), 3);
}

#[test]
fn a_share_that_is_ended_by_hand_ends_at_once_and_the_record_says_so() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    share(&mut team.sam, &ray, "Cleo Clinic", "2026-06-01").unwrap();
    team.settle();
    let kept = copy(&mut team.world, &mut team.cleo, &record(&ray));
    let guest = person(&mut team.sam, &ray).unwrap().guests.remove(0);
    assert!(guest.may_end);
    let end = Command::EndShare {
        participant: ray.clone(),
        with: guest.member,
    };
    team.sam.order(end.clone()).unwrap();
    team.settle();
    assert_eq!(team.sam.order(end), Err(EngineError::NotAllowed));
    log(&mut team.cory, &ray, "After the end.");
    team.settle();
    assert!(person(&mut team.cleo, &ray).is_none());
    assert_eq!(
        opens(&kept, &mut team.world, &mut team.sam, &record(&ray)).last(),
        Some(&false)
    );
    let told = log_of(&mut team.cory);
    let ended = told.iter().find(|row| row.kind == LogKind::ShareEnded);
    let ended = ended.unwrap();
    assert_eq!((ended.about.as_str(), ended.until), ("Cleo Clinic", None));
}

#[test]
fn only_supervisors_share_and_only_with_guests_and_never_without_a_reason() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let choices = person(&mut team.sam, &ray).unwrap().share_with;
    let by_name: Vec<&str> = choices.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(by_name, ["Cleo Clinic", "Olga On-call"]);
    assert!(person(&mut team.cory, &ray).unwrap().share_with.is_empty());
    let order = |with: &str, reason: &str| Command::ShareRecord {
        participant: ray.clone(),
        with: with.to_owned(),
        through: "2026-05-10".to_owned(),
        reason: reason.to_owned(),
    };
    let cleo = choices[0].member.clone();
    let refused = team.cory.order(order(&cleo, "why"));
    assert_eq!(refused, Err(EngineError::NotAllowed));
    let without = team.sam.order(order(&cleo, " \n"));
    assert!(
        matches!(
            without,
            Err(EngineError::Invalid {
                field: InvalidField::Reason,
                ..
            })
        ),
        "{without:?}"
    );
    let without = team.sam.order(order(&cleo, "why"));
    let refused = EngineError::NotTold(NotTold::Refused(Refusal::NoConsent));
    assert_eq!(without, Err(refused), "a provider, and no consent");
    let coach = emergencies(&mut team.olga).coaches;
    let cory = coach
        .iter()
        .find(|choice| choice.name == "Cory Coach")
        .unwrap();
    let refused = team.sam.order(order(&cory.member, "why"));
    assert_eq!(refused, Err(EngineError::NotAllowed), "they read it anyway");
}

#[test]
fn a_cover_reads_shared_records_too_and_a_hand_over_ends_the_share() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    share(&mut team.sam, &ray, "Cleo Clinic", "2026-06-01").unwrap();
    team.settle();
    let link = invite(&mut team.world, &mut team.sam, Role::Coach);
    let mut dana = join(&mut team.world, 7, &link, "Dana Coach").unwrap();
    team.settle();
    team.world.sync(&mut dana);
    let cory = emergencies(&mut team.olga).coaches;
    let member = |name: &str| cory.iter().find(|c| c.name == name).unwrap().member.clone();
    let (coach, by) = (member("Cory Coach"), member("Dana Coach"));
    let cover = Command::Cover {
        coach: coach.clone(),
        by: by.clone(),
        through: "2026-05-20".to_owned(),
    };
    team.sam.order(cover).unwrap();
    team.settle();
    team.world.sync(&mut dana);
    team.world.sync(&mut dana);
    assert_eq!(names(&mut dana), ["Ray Example"]);
    // Who covers is no guest, and ends with the cover.
    assert_eq!(person(&mut team.sam, &ray).unwrap().guests.len(), 1);
    team.sam
        .order(Command::EndCover {
            coach: coach.clone(),
            by: by.clone(),
        })
        .unwrap();
    team.settle();
    team.world.sync(&mut dana);
    assert!(names(&mut dana).is_empty());

    let to = Command::HandOver {
        participant: ray.clone(),
        to: by,
        reason: String::new(),
    };
    team.sam.order(to).unwrap();
    team.settle();
    team.world.sync(&mut dana);
    log(&mut dana, &ray, "By the new coach.");
    team.world.sync(&mut dana);
    team.settle();
    assert_eq!(names(&mut dana), ["Ray Example"]);
    assert!(person(&mut team.cleo, &ray).is_none());
    assert!(person(&mut team.cory, &ray).is_none());
    assert!(person(&mut team.sam, &ray).unwrap().guests.is_empty());

    // Back with the first coach, and shared with somebody else: the first guest stays out.
    team.sam
        .order(Command::HandOver {
            participant: ray.clone(),
            to: coach,
            reason: String::new(),
        })
        .unwrap();
    team.settle();
    team.world.sync(&mut dana);
    team.settle();
    share(&mut team.sam, &ray, "Olga On-call", "2026-06-01").unwrap();
    team.settle();
    log(&mut team.cory, &ray, "By the first coach.");
    team.settle();
    assert_eq!(names(&mut team.olga), ["Ray Example"]);
    assert!(names(&mut team.cleo).is_empty());
    assert!(person(&mut team.cleo, &ray).is_none());
}

#[test]
fn a_supervisor_on_call_opens_a_record_at_night_with_a_reason_that_the_team_sees() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Éxample");
    log(&mut team.cory, &ray, "He asked for his sister.");
    add(&mut team.cory, "Lee Example");
    team.settle();
    assert!(names(&mut team.olga).is_empty(), "on call, and no keys");
    let kept = copy(&mut team.world, &mut team.olga, &record(&ray));
    let before = opens(&kept, &mut team.world, &mut team.sam, &record(&ray));
    assert!(before.iter().all(|opens| !opens));

    let without = ask(&mut team.olga, "Cory Coach", "Ray Example", "  ");
    assert!(
        matches!(
            without,
            Err(EngineError::Invalid {
                field: InvalidField::Reason,
                ..
            })
        ),
        "{without:?}"
    );
    ask(
        &mut team.olga,
        "Cory Coach",
        "ray  example",
        "Found down.\nThe ED calls.",
    )
    .unwrap();
    assert_eq!(
        emergencies(&mut team.olga).requests[0].state,
        EmergencyState::Waiting
    );
    // The coach sleeps; one supervisor's device is on, and nobody touches it.
    for _ in 0..3 {
        team.sync(|place| place == 3 || place == 0);
    }
    assert_eq!(names(&mut team.olga), ["Ray Éxample"]);
    assert_eq!(notes(&mut team.olga, &ray), ["He asked for his sister."]);
    let EmergencyState::Open { participant, until } =
        emergencies(&mut team.olga).requests[0].state.clone()
    else {
        panic!()
    };
    assert_eq!(participant, ray);
    let hours = u64::try_from(until - team.olga.clock.at).unwrap() / HOUR_MS;
    assert!((11..=12).contains(&hours), "{hours}");
    let opened = Command::NoteOpened {
        participant: ray.clone(),
    };
    team.olga.order(opened).unwrap();
    log(&mut team.olga, &ray, "Called the ED back.");

    // In the morning the coach sees who, why and until when.
    team.settle();
    let view = person(&mut team.cory, &ray).unwrap();
    let guest = &view.guests[0];
    assert!(guest.emergency);
    assert_eq!(guest.reason, "Found down. The ED calls.");
    let mut told: Vec<(&str, bool)> = view
        .accesses
        .iter()
        .map(|access| {
            let emergency = access
                .let_in
                .as_ref()
                .is_some_and(|let_in| let_in.emergency);
            (access.by.as_str(), emergency)
        })
        .collect();
    told.sort_unstable();
    assert_eq!(told, [("Olga On-call", false), ("Sam Supervisor", true)]);
    assert_eq!(notes(&mut team.cory, &ray).len(), 2);

    // The night is over.
    let kept = copy(&mut team.world, &mut team.olga, &record(&ray));
    let known = opens(&kept, &mut team.world, &mut team.sam, &record(&ray)).len();
    pass(&mut team, 13 * HOUR_MS);
    team.settle();
    log(&mut team.cory, &ray, "The next day.");
    team.settle();
    assert!(names(&mut team.olga).is_empty());
    let later = opens(&kept, &mut team.world, &mut team.sam, &record(&ray));
    assert_eq!(later.last(), Some(&false), "{later:?} {known}");
    // It is not answered a second time, and stays in the log.
    assert_eq!(
        emergencies(&mut team.sam).requests[0].state,
        EmergencyState::Over
    );
    assert_eq!(person(&mut team.cory, &ray).unwrap().accesses.len(), 2);
    for device in [&mut team.sam, &mut team.cory, &mut team.olga] {
        assert_eq!(pill(device).quarantined, 0);
    }
}

#[test]
fn a_request_that_means_nobody_or_two_or_comes_too_late_opens_nothing() {
    let mut team = team();
    add(&mut team.cory, "Ray Example");
    add(&mut team.cory, "Lee Example");
    add(&mut team.cory, "Lee Example");
    add(&mut team.sam, "Kim Example");
    team.settle();
    for name in ["Ray", "Lee Example", "Kim Example"] {
        ask(&mut team.olga, "Cory Coach", name, "An emergency.").unwrap();
    }
    team.settle();
    assert!(names(&mut team.olga).is_empty());
    let seen = emergencies(&mut team.sam);
    assert!(seen.coaches.is_empty());
    assert_eq!(seen.requests.len(), 3);
    for request in &seen.requests {
        assert_eq!(request.state, EmergencyState::NotFound, "{request:?}");
        assert_eq!((request.by.as_str(), request.own), ("Olga On-call", false));
    }
    // Nobody else may ask, and nobody sees what was asked but supervisors.
    assert!(emergencies(&mut team.cory).requests.is_empty());
    let order = Command::AskInEmergency {
        coach: emergencies(&mut team.olga).coaches[0].member.clone(),
        name: "Ray Example".to_owned(),
        reason: "why".to_owned(),
    };
    for device in [&mut team.cory, &mut team.cleo, &mut team.sam] {
        assert_eq!(device.order(order.clone()), Err(EngineError::NotAllowed));
    }
    // No supervisor's device was on for a day.
    ask(&mut team.olga, "Cory Coach", "Ray Example", "An emergency.").unwrap();
    team.sync(|place| place == 3);
    pass(&mut team, DAY_MS);
    team.settle();
    assert!(names(&mut team.olga).is_empty());
    assert_eq!(
        emergencies(&mut team.olga).requests[0].state,
        EmergencyState::Unanswered
    );
}

/// Issue 3: attempted with their real keys.
#[test]
fn a_program_manager_a_referrer_and_it_hold_no_key_that_opens_a_record() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    share(&mut team.sam, &ray, "Cleo Clinic", "2026-05-10").unwrap();
    team.settle();
    log(&mut team.cory, &ray, "A note.");
    team.settle();
    for (seed, role) in [
        (20, Role::ProgramManager),
        (21, Role::Referrer),
        (22, Role::AgencyIt),
        (23, Role::ClinicalProvider),
    ] {
        let link = invite(&mut team.world, &mut team.sam, role);
        let mut other = join(&mut team.world, seed, &link, "Pat Other").unwrap();
        team.settle();
        team.world.sync(&mut other);
        let keys = copy(&mut team.world, &mut other, &record(&ray));
        let opened = opens(&keys, &mut team.world, &mut team.sam, &record(&ray));
        assert!(
            opened.len() > 2 && !opened.contains(&true),
            "{role:?} {opened:?}"
        );
    }
}

/// A program that was changed asks all the same.
#[test]
fn what_a_coach_asks_for_as_if_they_were_on_call_is_not_answered() {
    use crate::support::forging::Forger;
    use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
    use handrail_domain::{MemberId, RecordId};
    use handrail_protocol::DocumentKind;

    let mut team = team();
    let kim = add(&mut team.sam, "Kim Example");
    team.settle();
    let coaches = emergencies(&mut team.olga).coaches;
    let sam = coaches
        .iter()
        .find(|choice| choice.name == "Sam Supervisor");
    let sam: handrail_protocol::MemberId = sam.unwrap().member.parse().unwrap();
    let mut forger = Forger::of(&mut team.cory, 5);
    let id = forger.first(DocumentKind::Caseload);
    let mut document: CaseloadDocument = forger.open(&id);
    let command = CaseloadCommand::Ask {
        id: RecordId::from_bytes([1; 16]),
        coach: MemberId::from_bytes(*sam.as_bytes()),
        name: "Kim Example".to_owned(),
        reason: "Curious.".to_owned(),
    };
    let written = document.command(&command, forger.now).unwrap().unwrap();
    forger.keep(&id, &written);
    drop(forger);
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    assert!(person(&mut team.cory, &kim).is_none());
    assert!(emergencies(&mut team.sam).requests.is_empty());
}

/// A guest was let into one person's record: they learn of nobody who belongs to that person, and not
/// what the person wants to say, perhaps to them.
#[test]
fn s2_10_s4_9_a_guest_reads_neither_who_belongs_to_somebody_nor_what_they_want_to_say() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let may = add(&mut team.cory, "May Example");
    let tie = TieCommand::Add {
        participant: ray.clone(),
        other: may,
        kind: TieKind::Sibling,
    };
    let say = SayingCommand::Add {
        participant: ray.clone(),
        fields: vec![
            SayingField::To("The clinic".to_owned()),
            SayingField::Words("I missed two days.".to_owned()),
        ],
    };
    let tie = Command::Coaching(CoachingCommand::Tie(tie));
    team.cory.order(tie).unwrap();
    let say = Command::Coaching(CoachingCommand::Saying(say));
    let Ok(Reply::Record(said)) = team.cory.order(say) else {
        panic!()
    };
    let said = said.record.unwrap();
    team.settle();
    // Two write it anew at once: neither version is a guest's to see.
    for (device, words) in [
        (&mut team.cory, "I missed three."),
        (&mut team.sam, "I missed one."),
    ] {
        let change = SayingCommand::Change {
            participant: ray.clone(),
            saying: said.clone(),
            changes: vec![SayingField::Words(words.to_owned())],
        };
        let change = Command::Coaching(CoachingCommand::Saying(change));
        device.order(change).unwrap();
    }
    team.settle();
    share(&mut team.sam, &ray, "Cleo Clinic", "2026-05-10").unwrap();
    team.settle();
    assert!(person(&mut team.cleo, &ray).unwrap().conflicts.is_empty());
    assert_eq!(person(&mut team.sam, &ray).unwrap().conflicts.len(), 1);
    let before = Request::Query(Query::RecordHistory {
        participant: ray.clone(),
        record: said,
    });
    assert_eq!(team.cleo.ask(before.clone()), Err(EngineError::NotFound));
    assert!(team.sam.ask(before).is_ok());
    let ties = |device: &mut Device| {
        let participant = ray.clone();
        match device.query(Query::Around { participant }) {
            Reply::Around(view) => view.ties.len(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        (
            ties(&mut team.cleo),
            ties(&mut team.cory),
            ties(&mut team.sam)
        ),
        (0, 1, 1)
    );
    let sayings = |device: &mut Device| {
        let participant = ray.clone();
        device.ask(Request::Query(Query::Sayings { participant }))
    };
    assert_eq!(sayings(&mut team.cleo), Err(EngineError::NotAllowed));
    assert!(sayings(&mut team.cory).is_ok() && sayings(&mut team.sam).is_ok());
}
