//! What is left of a coach's day: the way out of a program after a birth, and what was tried after an
//! overdose (issue 4).

use crate::support::three::team;
use crate::support::two::{person, team as coaches, today};
use crate::support::{Device, PASSPHRASE};
use handrail_domain::program::sample_packs;
use handrail_engine::api::{
    CardCommand, CardView, CoachingCommand, Command, DetailField, EncounterInput, EncounterKind,
    EngineError, ExitView, FirstTry, ForgetReason, ForgettingView, InvalidField, LocalDate,
    LogKind, MilestoneEvent as Event, MilestoneInput, Mode, NumbersView, Outcome, OutreachCount,
    ProgramDraft, Query, Reply, TieCommand, TieKind,
};

/// What the sample program for whoever survived an overdose is called.
const RESPONSE: &str = "Post Overdose Response Team";

fn record(device: &mut Device, command: Command) -> Result<String, EngineError> {
    match device.order(command)? {
        Reply::Record(record) => Ok(record.record.unwrap_or(record.participant)),
        other => panic!("{other:?}"),
    }
}

fn add(device: &mut Device, name: &str, program: &str) -> String {
    let details = vec![
        (DetailField::Name, name.to_owned()),
        (DetailField::Program, program.to_owned()),
    ];
    record(device, Command::AddParticipant { details }).unwrap()
}

fn dated(device: &mut Device, of: &str, event: Event, on: &str) -> String {
    let milestone = MilestoneInput::Dated {
        event,
        on: on.to_owned(),
    };
    let participant = of.to_owned();
    let command = Command::RecordMilestone {
        participant,
        milestone,
    };
    record(device, command).unwrap()
}

fn use_program(device: &mut Device, id: &str) {
    let packs = sample_packs().unwrap();
    let pack = packs.iter().find(|pack| pack.id == id).unwrap();
    let draft = ProgramDraft::Text(pack.to_json().unwrap());
    device.order(Command::UseProgram(draft)).unwrap();
}

fn unlock(device: &mut Device) {
    let passphrase = PASSPHRASE.to_owned();
    device.order(Command::Unlock { passphrase }).unwrap();
}

fn reached(device: &mut Device, of: &str, event: Event, to: &str) -> Result<String, EngineError> {
    let command = CoachingCommand::Exit {
        participant: of.to_owned(),
        event,
        to: to.to_owned(),
    };
    record(device, Command::Coaching(command))
}

fn exit(device: &mut Device, of: &str) -> Option<ExitView> {
    person(device, of).unwrap().exit
}

/// What is there, and to whom they were introduced.
fn there(view: &ExitView) -> Vec<(Event, bool, &str)> {
    let lines = view.lines.iter();
    lines
        .map(|line| (line.event, line.done.is_some(), line.to.as_str()))
        .collect()
}

#[test]
fn s0_19_the_way_out_is_written_down_offline_by_two_and_there_again_after_a_crash() {
    let mut team = team();
    use_program(&mut team.sam, "pregnancy");
    team.settle();
    let ana = add(&mut team.cory, "Ana Example", "Pregnancy2recovery");
    assert_eq!(
        exit(&mut team.cory, &ana),
        None,
        "nothing is known of a birth"
    );
    dated(&mut team.cory, &ana, Event::Birth, "2026-05-01");
    team.settle();
    let begun = exit(&mut team.cory, &ana).unwrap();
    assert_eq!(begun.last, LocalDate::parse("2026-08-01").unwrap());
    assert!(begun.lines.iter().all(|line| line.done.is_none()));

    // Each writes something, and neither hears of the other yet.
    reached(&mut team.cory, &ana, Event::SolidFoundation, "").unwrap();
    reached(&mut team.sam, &ana, Event::HandedOff, " Family Center, Jo ").unwrap();
    let twice = reached(&mut team.sam, &ana, Event::SolidFoundation, "").unwrap();
    team.cory.crash();
    unlock(&mut team.cory);
    team.settle();
    let all = [
        (Event::SolidFoundation, true, ""),
        (Event::CommunitySupport, false, ""),
        (Event::HandedOff, true, "Family Center, Jo"),
    ];
    for device in [&mut team.cory, &mut team.sam] {
        assert_eq!(there(&exit(device, &ana).unwrap()), all);
    }
    // What one took back stands as long as the other said it, too.
    let back = Command::VoidMilestone {
        participant: ana.clone(),
        milestone: twice,
        reason: "was said already".to_owned(),
    };
    record(&mut team.sam, back).unwrap();
    team.settle();
    assert_eq!(there(&exit(&mut team.cory, &ana).unwrap()), all);
}

#[test]
fn s0_19_a_hand_off_is_to_somebody_and_nothing_else_belongs_to_the_way_out() {
    let mut device = Device::new(4);
    device.found();
    use_program(&mut device, "pregnancy");
    let ana = add(&mut device, "Ana Example", "Pregnancy2recovery");
    dated(&mut device, &ana, Event::DueDate, "2026-06-10");
    let nobody = EngineError::Invalid {
        field: InvalidField::Name,
        limit: None,
    };
    assert_eq!(
        reached(&mut device, &ana, Event::HandedOff, "  "),
        Err(nobody)
    );
    assert_eq!(
        reached(&mut device, &ana, Event::CourtDate, ""),
        Err(EngineError::NotFound)
    );
    let view = exit(&mut device, &ana).unwrap();
    assert!(view.provisional && view.lines.iter().all(|line| line.done.is_none()));
    // In a program that no birth ends there is nothing of it.
    let ray = add(&mut device, "Ray Example", "");
    dated(&mut device, &ray, Event::Birth, "2026-05-01");
    assert_eq!(exit(&mut device, &ray), None);
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn log(device: &mut Device, of: &str, kind: EncounterKind, outcome: Outcome) {
    let encounter = EncounterInput {
        kind,
        outcome,
        at: None,
        minutes: 5,
        activities: Vec::new(),
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths: 0,
        note: String::new(),
    };
    let command = Command::LogEncounter {
        participant: of.to_owned(),
        encounter,
        draft: None,
    };
    record(device, command).unwrap();
}

fn numbers(device: &mut Device) -> NumbersView {
    match device.query(Query::Numbers) {
        Reply::Numbers(view) => view,
        other => panic!("{other:?}"),
    }
}

/// What was tried after the overdoses of May, on the first of June.
fn tried_in_may(device: &mut Device) -> OutreachCount {
    device.pass(28 * 24 * 3_600_000);
    unlock(device);
    let months = numbers(device).months;
    let may = months.into_iter().find(|month| month.month == "2026-05");
    may.unwrap().outreach.unwrap()
}

fn forgetting(device: &mut Device) -> ForgettingView {
    match device.query(Query::Forgetting) {
        Reply::Forgetting(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn same(device: &mut Device, one: &str, other: &str) -> String {
    let command = CoachingCommand::Tie(TieCommand::Add {
        participant: one.to_owned(),
        other: other.to_owned(),
        kind: TieKind::Same,
    });
    record(device, Command::Coaching(command)).unwrap()
}

#[test]
fn s3_11_attempts_after_an_overdose_are_counted_by_mode_on_the_page() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example", "");
    // Today is 2026-05-04.
    dated(&mut team.cory, &ray, Event::Overdose, "2026-05-03");
    let open = &person(&mut team.cory, &ray).unwrap().outreach[0];
    assert_eq!(
        (open.first, open.through),
        (FirstTry::Open, day("2026-05-06"))
    );
    log(
        &mut team.cory,
        &ray,
        EncounterKind::Phone,
        Outcome::NoAnswer,
    );
    log(
        &mut team.cory,
        &ray,
        EncounterKind::Phone,
        Outcome::NoAnswer,
    );
    log(
        &mut team.cory,
        &ray,
        EncounterKind::Community,
        Outcome::Reached,
    );
    team.cory.crash();
    unlock(&mut team.cory);
    let tried = vec![(Mode::Phone, 2), (Mode::InPerson, 1)];
    let shown = &person(&mut team.cory, &ray).unwrap().outreach[0];
    assert_eq!(shown.first, FirstTry::InTime(day("2026-05-04")));
    assert_eq!(
        (&shown.tried, shown.reached),
        (&tried, Some(day("2026-05-04")))
    );

    // Nobody but who reads every caseload counts.
    assert!(numbers(&mut team.cory).months.is_empty());
}

#[test]
fn s3_11_a_month_of_overdoses_is_counted_with_what_was_tried_by_each_mode() {
    let mut device = Device::new(9);
    device.found();
    for (name, kind) in [
        ("Ray Example", Some(EncounterKind::Phone)),
        ("Jo Example", Some(EncounterKind::Community)),
        ("Ana Example", None),
    ] {
        let id = add(&mut device, name, "");
        dated(&mut device, &id, Event::Overdose, "2026-05-03");
        if let Some(kind) = kind {
            log(&mut device, &id, kind, Outcome::NoAnswer);
        }
        if kind == Some(EncounterKind::Community) {
            log(&mut device, &id, EncounterKind::Text, Outcome::Reached);
        }
    }
    assert_eq!(
        tried_in_may(&mut device),
        OutreachCount {
            overdoses: 3,
            in_time: 2,
            open: 0,
            reached: 1,
            tried: vec![(Mode::Phone, 1), (Mode::Text, 1), (Mode::InPerson, 1)],
        }
    );
}

#[test]
fn s2_10_an_overdose_that_stands_in_two_records_of_one_person_is_counted_once() {
    let mut device = Device::new(10);
    device.found();
    let one = add(&mut device, "Ray Example", "");
    let other = add(&mut device, "Ray E. Example", "");
    for record in [&one, &other] {
        dated(&mut device, record, Event::Overdose, "2026-05-03");
    }
    same(&mut device, &one, &other);
    log(&mut device, &other, EncounterKind::Phone, Outcome::NoAnswer);
    let counted = tried_in_may(&mut device);
    assert_eq!((counted.overdoses, counted.in_time), (1, 1));
}

#[test]
fn s0_3_who_said_no_before_enrolling_is_owed_nothing_and_leaves_one_in_a_count() {
    let mut team = team();
    use_program(&mut team.sam, "overdose-response");
    team.settle();
    let ray = add(&mut team.cory, "Ray Example", RESPONSE);
    dated(&mut team.cory, &ray, Event::Overdose, "2026-05-03");
    assert_eq!(today(&mut team.cory).owed.len(), 1);
    dated(&mut team.cory, &ray, Event::SaidNo, "2026-05-04");
    assert!(today(&mut team.cory).owed.is_empty());
    team.settle();
    let [due] = forgetting(&mut team.sam).due.try_into().unwrap();
    assert!(
        due.said_no && due.participant == ray,
        "at once, whatever the rules say"
    );
    assert!(
        forgetting(&mut team.cory).due.is_empty(),
        "a coach forgets nobody"
    );
    let forget = Command::Forget {
        participant: ray.clone(),
        reason: ForgetReason::Declined,
    };
    team.sam.order(forget).unwrap();
    team.settle();
    let view = forgetting(&mut team.sam);
    assert!(view.due.is_empty());
    assert_eq!(view.declined, 1);
    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(person(device, &ray), None);
        assert!(!format!("{:?}", forgetting(device)).contains("Ray"));
    }
}

#[test]
fn s2_10_two_records_of_one_person_are_owed_and_counted_once() {
    let mut team = team();
    use_program(&mut team.sam, "overdose-response");
    team.settle();
    let hospital = add(&mut team.cory, "Ray Example", RESPONSE);
    let jail = add(&mut team.cory, "Ray E. Example", RESPONSE);
    for record in [&hospital, &jail] {
        dated(&mut team.cory, record, Event::Overdose, "2026-05-03");
    }
    assert_eq!(
        today(&mut team.cory).owed.len(),
        2,
        "nobody said that it is one person"
    );
    let tie = same(&mut team.cory, &hospital, &jail);
    let view = today(&mut team.cory);
    assert_eq!((view.owed.len(), view.caseload), (1, 1));
    assert!(view.owed[0].also.is_empty(), "each thing once");
    team.settle();
    let [cory] = coaches(&mut team.sam)
        .coaches
        .into_iter()
        .filter(|coach| coach.name == "Cory Coach")
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    assert_eq!((cory.caseload, cory.owed), (1, 1));

    // A contact in either record counts for both.
    log(
        &mut team.cory,
        &jail,
        EncounterKind::Phone,
        Outcome::Reached,
    );
    assert!(today(&mut team.cory).owed.is_empty());
    for record in [&hospital, &jail] {
        let page = person(&mut team.cory, record).unwrap();
        assert!(page.obligations.iter().all(|one| !one.is_owed()));
        assert_eq!(page.outreach.len(), 1, "two wrote down one overdose");
    }
    // Taken away, they are two again.
    let away = CoachingCommand::Tie(TieCommand::Remove {
        participant: hospital.clone(),
        tie,
        reason: "two people after all".to_owned(),
    });
    record(&mut team.cory, Command::Coaching(away)).unwrap();
    let view = today(&mut team.cory);
    assert_eq!((view.owed.len(), view.caseload), (1, 2));
}

fn card(device: &mut Device, command: CardCommand) -> Result<CardView, EngineError> {
    let command = CoachingCommand::Card(command);
    match device.order(Command::Coaching(command))? {
        Reply::Card(view) => Ok(*view),
        other => panic!("{other:?}"),
    }
}

fn sealed(
    device: &mut Device,
    of: &str,
    lines: &[&str],
    word: &str,
) -> Result<CardView, EngineError> {
    let command = CardCommand::Seal {
        participant: of.to_owned(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        word: word.to_owned(),
    };
    card(device, command)
}

fn opened(device: &mut Device, text: &str, word: &str) -> Result<Vec<String>, EngineError> {
    let (text, word) = (text.to_owned(), word.to_owned());
    card(device, CardCommand::Open { text, word }).map(|view| view.lines)
}

#[test]
fn a_card_opens_on_another_agencys_device_by_its_word_alone_and_is_kept_nowhere() {
    let mut device = Device::new(6);
    device.found();
    let ray = add(&mut device, "Ray Example", "");
    let lines = [
        "Ray",
        " Casey, 608 555 0100 ",
        "",
        "I can call José at night.",
    ];
    let made = sealed(&mut device, &ray, &lines, "blue kitchen door").unwrap();
    assert!(made.lines.is_empty() && !made.qr.is_empty());
    for word in ["Ray", "Casey", "José"] {
        assert!(!made.text.contains(word));
    }
    let mut other = Device::new(7);
    other.found();
    let spread: String = made
        .text
        .to_lowercase()
        .chars()
        .flat_map(|c| [c, ' '])
        .collect();
    let read = opened(&mut other, &spread, "blue kitchen door").unwrap();
    assert_eq!(
        read,
        ["Ray", "Casey, 608 555 0100", "I can call José at night."]
    );
    let wrong = EngineError::WrongPassphrase { retry_after_ms: 0 };
    assert_eq!(opened(&mut other, &made.text, "blue kitchen"), Err(wrong));
    assert_eq!(
        opened(&mut other, "HANDRAIL:ABC", "x"),
        Err(EngineError::NotFound)
    );
    assert_eq!(opened(&mut other, "", ""), Err(EngineError::NotFound));

    // That one was made is written down before it is shown, and neither whose nor what.
    device.crash();
    unlock(&mut device);
    let Reply::AccessLog(log) = device.query(Query::AccessLog { limit: 50 }) else {
        panic!("no log");
    };
    let made = log.iter().filter(|line| line.kind == LogKind::CardMade);
    assert_eq!(made.clone().count(), 1);
    assert!(made.into_iter().all(|line| line.name.is_empty()));
}

#[test]
fn a_card_has_something_on_it_not_too_much_and_a_word_of_some_length() {
    let mut device = Device::new(8);
    device.found();
    let ray = add(&mut device, "Ray Example", "");
    let short = sealed(&mut device, &ray, &["Ray"], " kitchen ");
    assert_eq!(short, Err(EngineError::PassphraseTooShort));
    let invalid = |field, limit| EngineError::Invalid { field, limit };
    let empty = sealed(&mut device, &ray, &[" ", ""], "blue kitchen door");
    assert_eq!(empty, Err(invalid(InvalidField::Words, None)));
    let long = "a".repeat(401);
    let much = sealed(&mut device, &ray, &[&long], "blue kitchen door");
    assert_eq!(much, Err(invalid(InvalidField::Detail, Some(400))));
    let most = "a".repeat(400);
    let full = sealed(&mut device, &ray, &[&most], "blue kitchen door").unwrap();
    assert!(!full.qr.is_empty(), "a code still holds it");
    let nobody = sealed(&mut device, &"ab".repeat(16), &["x"], "blue kitchen door");
    assert!(nobody.is_err());
}
