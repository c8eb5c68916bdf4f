//! Supervision (issue 5.2): held by a supervisor, signed by both, counted by week; what a coach brings,
//! and the shelf that never leaves their device. The desk of clinic and supervisors (issue 5.1), whose
//! keys no coach holds.

use crate::support::three::{Team, team};
use crate::support::two::{World, add, invite, join, pill, supervisor};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    CoachingCommand, Command, ConcernCommand, ConcernKind, DeskCommand as D, DeskFactsView,
    DeskView, EncounterInput, EncounterKind, EngineError, Held, InvalidField, ItemKind, LocalDate,
    Outcome, ProgramDraft, Query, Reply, Request, Role, SupervisionCommand as S, SupervisionDue,
    SupervisionView, SupervisionsView,
};
use handrail_protocol::{DocumentId, DocumentKind};

const DAY: u64 = 24 * 3_600_000;

fn all(device: &mut Device) -> SupervisionsView {
    match device.query(Query::Supervisions) {
        Reply::Supervisions(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn view(device: &mut Device, coach: Option<&str>) -> SupervisionView {
    let query = Query::Supervision {
        coach: coach.map(str::to_owned),
    };
    match device.query(query) {
        Reply::Supervision(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn order(device: &mut Device, command: S) -> Result<(), EngineError> {
    let command = Command::Coaching(CoachingCommand::Supervision(command));
    device.order(command).map(|_| ())
}

fn desk(device: &mut Device, command: D) -> Result<(), EngineError> {
    let command = Command::Coaching(CoachingCommand::Desk(command));
    device.order(command).map(|_| ())
}

fn on_desk(device: &mut Device) -> DeskView {
    match device.query(Query::Desk) {
        Reply::Desk(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn unlock(device: &mut Device) {
    device.crash();
    let unlock = Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    device.ask(unlock).unwrap();
}

fn cory_of(team: &mut Team) -> String {
    let coaches = all(&mut team.sam).coaches;
    let cory = coaches.into_iter().find(|one| one.name == "Cory Coach");
    cory.unwrap().coach
}

fn an_hour(on: &str, items: Vec<String>, cases: Vec<String>) -> Held {
    Held {
        on: LocalDate::parse(on).unwrap(),
        minutes: 60,
        cases,
        items,
        boundaries: true,
        words: "Shorter evenings.".to_owned(),
    }
}

#[test]
fn s4_15_a_supervision_is_written_by_one_and_signed_by_the_other_and_counts_then() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let bring = S::Bring {
        kind: ItemKind::Boundary,
        words: "She asked for my own number.".to_owned(),
    };
    order(&mut team.cory, bring).unwrap();
    unlock(&mut team.cory);
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    let coach = cory_of(&mut team);
    let before = view(&mut team.sam, Some(&coach));
    assert!(before.may_hold && !before.items[0].spoken);
    assert_eq!(before.people.len(), 1);
    let item = before.items[0].id.clone();
    let hold = |on: &str| S::Hold {
        coach: coach.clone(),
        held: an_hour(on, vec![item.clone()], vec![ray.clone()]),
    };
    let ahead = order(&mut team.sam, hold("2026-05-05"));
    assert!(matches!(
        ahead,
        Err(EngineError::Invalid {
            field: InvalidField::Date,
            ..
        })
    ));
    order(&mut team.sam, hold("2026-05-04")).unwrap();
    // Neither a coach nor a supervisor for themselves writes one down.
    assert_eq!(
        order(&mut team.cory, hold("2026-05-04")),
        Err(EngineError::NotAllowed)
    );
    unlock(&mut team.sam);
    crate::support::two::unlock(&mut team.world, &mut team.sam);
    team.settle();
    let own = view(&mut team.cory, None);
    assert!(own.items[0].spoken && !own.may_hold);
    assert_eq!(own.coach.unsigned, 1);
    assert_eq!(own.sessions[0].cases.0, ["Ray Example"]);
    assert!(matches!(own.coach.standing.due, SupervisionDue::By(_)));
    let sign = S::Sign {
        session: own.sessions[0].id.clone(),
    };
    order(&mut team.cory, sign.clone()).unwrap();
    assert!(
        matches!(
            order(&mut team.cory, sign),
            Err(EngineError::Invalid { .. })
        ),
        "once"
    );
    team.settle();
    let both = view(&mut team.sam, Some(&coach));
    assert_eq!(both.coach.standing.due, SupervisionDue::Nothing);
    assert_eq!((both.coach.unsigned, both.coach.waiting), (0, 0));
    assert_eq!(
        all(&mut team.dana).coaches.len(),
        1,
        "others read nothing of it"
    );
    // A week later it is due again, and two weeks later one was missed.
    for device in [&mut team.sam, &mut team.cory] {
        device.pass(14 * DAY);
    }
    let later = view(&mut team.cory, None).coach.standing;
    assert_eq!((later.held, later.missed), (1, 1));
    let back = S::TakeBack {
        coach: coach.clone(),
        session: both.sessions[0].id.clone(),
        reason: "Another day.".to_owned(),
    };
    order(&mut team.sam, back).unwrap();
    let none = view(&mut team.sam, Some(&coach)).coach.standing;
    assert_eq!(none.held, 0);
}

#[test]
fn s4_15_a_supervision_counts_also_when_who_held_it_supervises_no_more() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut nadia = join(&mut team.world, 5, &link, "Nadia Night").unwrap();
    for _ in 0..3 {
        team.settle();
        team.world.sync(&mut nadia);
    }
    let coach = cory_of(&mut team);
    let hold = S::Hold {
        coach: coach.clone(),
        held: an_hour("2026-05-04", Vec::new(), Vec::new()),
    };
    order(&mut nadia, hold).unwrap();
    team.world.sync(&mut nadia);
    team.settle();
    let session = view(&mut team.cory, None).sessions[0].id.clone();
    order(&mut team.cory, S::Sign { session }).unwrap();
    let Reply::Settings(settings) = team.sam.query(Query::Settings) else {
        panic!("settings")
    };
    let mut members = settings.members.iter();
    let found = members.find(|one| one.name == "Nadia Night").unwrap();
    let change = Command::ChangeRole {
        member: found.member.clone(),
        role: Role::Coach,
    };
    team.world.order(&mut team.sam, change).unwrap();
    team.settle();
    let after = view(&mut team.sam, Some(&coach));
    assert_eq!(after.coach.standing.due, SupervisionDue::Nothing);
    assert!(after.aside.is_empty());
}

#[test]
fn s4_14_a_concern_about_the_work_is_the_coachs_who_raised_it_and_not_of_one_with_the_same_name() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let mut coaches = Vec::new();
    for number in [2, 3] {
        let link = invite(&mut world, &mut sam, Role::Coach);
        coaches.push(join(&mut world, number, &link, "Cory Coach").unwrap());
    }
    for _ in 0..3 {
        world.sync(&mut sam);
        for coach in &mut coaches {
            world.sync(coach);
        }
    }
    let raise = CoachingCommand::Concern(ConcernCommand::Raise {
        participant: None,
        kind: ConcernKind::Work,
        words: String::new(),
    });
    coaches[0].order(Command::Coaching(raise)).unwrap();
    world.sync(&mut coaches[0]);
    world.sync(&mut sam);
    let known = all(&mut sam).coaches;
    let agendas = known
        .iter()
        .map(|one| view(&mut sam, Some(&one.coach)).agenda.len());
    let mut agendas: Vec<usize> = agendas.collect();
    agendas.sort_unstable();
    assert_eq!(agendas, [0, 1]);
}

#[test]
fn s2_24_thirty_hours_of_service_face_to_face_ask_for_supervision_by_the_programs_own_rule() {
    let mut team = team();
    let draft = ProgramDraft::Sample("family".to_owned());
    team.sam.order(Command::UseProgram(draft)).unwrap();
    team.settle();
    let ray = add(&mut team.cory, "Ray Example");
    let visit = |device: &mut Device, kind, minutes| {
        let encounter = EncounterInput {
            kind,
            outcome: Outcome::Reached,
            at: None,
            minutes,
            activities: Vec::new(),
            circumstances: Vec::new(),
            naloxone_kits: 0,
            miles_tenths: 0,
            note: String::new(),
        };
        let log = Command::LogEncounter {
            participant: ray.clone(),
            encounter,
            draft: None,
        };
        device.order(log).unwrap();
    };
    visit(&mut team.cory, EncounterKind::Community, 29 * 60 / 2);
    visit(&mut team.cory, EncounterKind::Community, 29 * 60 / 2);
    visit(&mut team.cory, EncounterKind::Phone, 20 * 60);
    let due = view(&mut team.cory, None).coach;
    assert_eq!(due.rule.per_service_hours, Some(30));
    assert!(matches!(due.standing.due, SupervisionDue::By(_)));
    visit(&mut team.cory, EncounterKind::Court, 60);
    team.settle();
    let due = view(&mut team.cory, None).coach.standing.due;
    assert_eq!(due, SupervisionDue::Hours(30 * 60));
    assert_eq!(
        all(&mut team.sam).coaches[0].name,
        "Cory Coach",
        "what is due stands first"
    );
}

#[test]
fn s2_24_a_meeting_is_so_many_hours_of_service_however_many_came() {
    let mut team = team();
    let draft = ProgramDraft::Sample("family".to_owned());
    team.sam.order(Command::UseProgram(draft)).unwrap();
    team.settle();
    let at = team.cory.clock.at - 20 * 3_600_000;
    let mut met = |name: &str, at: i64| {
        let participant = add(&mut team.cory, name);
        let encounter = EncounterInput {
            kind: EncounterKind::Group,
            outcome: Outcome::Reached,
            at: Some(at),
            minutes: 16 * 60,
            activities: Vec::new(),
            circumstances: Vec::new(),
            naloxone_kits: 0,
            miles_tenths: 0,
            note: String::new(),
        };
        let log = Command::LogEncounter {
            participant,
            encounter,
            draft: None,
        };
        team.cory.order(log).unwrap();
        view(&mut team.cory, None).coach.standing
    };
    met("Ray Example", at);
    met("Jo Example", at);
    assert_eq!(met("Kim Example", at).service, 16 * 60);
    let another = met("Ana Example", at + 1);
    assert_eq!(another.due, SupervisionDue::Hours(32 * 60));
}

#[test]
fn s2_8_the_private_shelf_stays_on_its_device_until_one_thing_is_lifted() {
    let mut team = team();
    let keep = S::Keep {
        kind: ItemKind::OwnStory,
        words: "How I got my kids back.".to_owned(),
    };
    let told = team.world.told;
    order(&mut team.cory, keep.clone()).unwrap();
    order(&mut team.cory, keep).unwrap();
    assert_eq!(
        pill(&mut team.cory).waiting,
        0,
        "nothing of it is to be sent"
    );
    team.world.sync(&mut team.cory);
    let coach = cory_of(&mut team);
    unlock(&mut team.cory);
    let own = view(&mut team.cory, None);
    assert_eq!(own.shelf.len(), 2);
    assert!(view(&mut team.sam, Some(&coach)).shelf.is_empty());
    assert!(view(&mut team.sam, Some(&coach)).items.is_empty());
    let of = |number: usize| own.shelf[number].id.clone();
    order(&mut team.cory, S::Drop { id: of(0) }).unwrap();
    order(&mut team.cory, S::Lift { id: of(1) }).unwrap();
    let again = order(&mut team.cory, S::Lift { id: of(1) });
    assert!(matches!(again, Err(EngineError::Invalid { .. })), "once");
    let own = view(&mut team.cory, None);
    assert!(own.shelf.len() == 1 && own.shelf[0].lifted);
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    let brought = view(&mut team.sam, Some(&coach)).items;
    assert_eq!(brought[0].words, "How I got my kids back.");
    assert_eq!(brought[0].kind, Some(ItemKind::OwnStory));
    assert_ne!(team.world.told, told, "what was lifted is sent");
}

#[test]
fn s2_8_what_was_not_brought_to_supervision_stays_on_a_full_shelf_the_longest() {
    let mut team = team();
    let keep = |device: &mut Device, words: &str| {
        let words = words.to_owned();
        let kind = ItemKind::Other;
        order(device, S::Keep { kind, words }).unwrap();
        view(device, None).shelf[0].id.clone()
    };
    let first = keep(&mut team.cory, "The first");
    let lifted = keep(&mut team.cory, "Brought up");
    order(&mut team.cory, S::Lift { id: lifted.clone() }).unwrap();
    for number in 2..=200 {
        keep(&mut team.cory, &number.to_string());
    }
    let shelf = view(&mut team.cory, None).shelf;
    assert_eq!(shelf.len(), 200);
    assert!(shelf.iter().any(|one| one.id == first));
    assert!(shelf.iter().all(|one| one.id != lifted));
}

#[test]
fn s4_15_who_does_not_supervise_reads_no_others_supervision() {
    let mut team = team();
    let coach = cory_of(&mut team);
    let query = Query::Supervision { coach: Some(coach) };
    let refused = team.dana.ask(Request::Query(query));
    assert_eq!(refused, Err(EngineError::NotAllowed));
}

#[test]
fn s4_22_s4_23_the_desk_is_read_by_supervisors_and_the_named_clinic_and_no_coach_has_its_key() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::ClinicalProvider);
    let mut clinic = join(&mut team.world, 9, &link, "Dr. Example").unwrap();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    for command in [
        D::Open,
        D::CareLevel {
            participant: ray.clone(),
            edition: "4th".to_owned(),
            level: "3.1".to_owned(),
            given_by: "Dr. Example".to_owned(),
            words: String::new(),
        },
    ] {
        assert_eq!(desk(&mut team.cory, command), Err(EngineError::NotAllowed));
    }
    let asked = team.cory.ask(Request::Query(Query::Desk));
    assert_eq!(asked, Err(EngineError::NotAllowed));
    let open = Command::Coaching(CoachingCommand::Desk(D::Open));
    team.world.order(&mut team.sam, open).unwrap();
    team.settle();
    team.world.sync(&mut clinic);
    assert!(on_desk(&mut team.sam).is_open);
    assert!(!on_desk(&mut clinic).is_open, "not named yet");
    let member = on_desk(&mut team.sam).choices[0].member.clone();
    let name = D::Name {
        member,
        through: "2026-08-01".to_owned(),
    };
    let name = Command::Coaching(CoachingCommand::Desk(name));
    team.world.order(&mut team.sam, name).unwrap();
    for _ in 0..3 {
        team.settle();
        team.world.sync(&mut clinic);
    }
    let level = D::CareLevel {
        participant: ray.clone(),
        edition: "ASAM, 4th edition".to_owned(),
        level: "3.1".to_owned(),
        given_by: "Dr. Example".to_owned(),
        words: "Starts on Monday.".to_owned(),
    };
    desk(&mut clinic, level).unwrap();
    let empty = D::LegalReport {
        participant: ray.clone(),
        to: String::new(),
        made_by: "Dr. Example".to_owned(),
        reference: String::new(),
        words: String::new(),
    };
    let refused = desk(&mut clinic, empty);
    assert!(matches!(
        refused,
        Err(EngineError::Invalid {
            field: InvalidField::Detail,
            ..
        })
    ));
    unlock(&mut clinic);
    crate::support::two::unlock(&mut team.world, &mut clinic);
    for _ in 0..3 {
        team.world.sync(&mut clinic);
        team.settle();
    }
    let read = on_desk(&mut team.sam);
    assert_eq!(
        (read.entries.len(), read.entries[0].name.as_str()),
        (1, "Ray Example")
    );
    assert!(
        matches!(&read.entries[0].facts, DeskFactsView::CareLevel { level, .. } if level == "3.1")
    );
    assert_eq!(read.entries[0].by, "Dr. Example");
    let told = D::Told {
        entry: read.entries[0].id.clone(),
        by: "Dr. Example".to_owned(),
    };
    desk(&mut team.sam, told).unwrap();
    assert!(on_desk(&mut team.sam).entries[0].told.is_some());
    // Who covers for the supervisor reads their people and not the desk.
    let members = |device: &mut Device| match device.query(Query::Settings) {
        Reply::Settings(view) => view.members,
        other => panic!("{other:?}"),
    };
    let id = |name: &str, all: &[handrail_engine::api::MemberView]| {
        let one = all.iter().find(|one| one.name == name);
        one.unwrap().member.clone()
    };
    let known = members(&mut team.sam);
    let cover = Command::Cover {
        coach: id("Sam Supervisor", &known),
        by: id("Cory Coach", &known),
        through: "2026-05-20".to_owned(),
    };
    team.world.order(&mut team.sam, cover).unwrap();
    team.settle();
    let kind = DocumentKind::Caseload.number();
    let caseloads = |device: &mut Device| -> Vec<DocumentId> {
        device.engine.close();
        let database = crate::support::database(device.folder.path());
        let all = database.read().grouped_documents().unwrap().into_iter();
        all.filter(|one| one.kind == kind)
            .map(|one| one.document)
            .collect()
    };
    let (sam, cory) = (caseloads(&mut team.sam), caseloads(&mut team.cory));
    let [desk] = caseloads(&mut clinic).try_into().unwrap();
    assert_eq!(sam.len(), 4, "three caseloads and the desk");
    assert_eq!(
        cory.len(),
        2,
        "their own caseload and the one that they cover"
    );
    assert!(sam.contains(&desk) && !cory.contains(&desk));
}
