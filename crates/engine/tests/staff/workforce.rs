//! Trainings, credentials and what programs require: written with no network, the same everywhere
//! (issue 5.5).

use crate::support::Device;
use crate::support::three::team;
use crate::support::two::{World, add, invite, join, supervisor, unlock};
use handrail_engine::api::{
    CoachingCommand, Command, CredentialState, DetailField, EngineError, InvalidField,
    ListedPerson, LocalDate, Offer, Person, ProgramDraft, Query, Reply, Request, Requirement, Role,
    Training, TrainingField, TrainingPageView, WarningsView, WorkforceCommand, WorkforceQuery,
    WorkforceReply, WorkforceView,
};

fn ask(device: &mut Device, query: WorkforceQuery) -> Result<WorkforceReply, EngineError> {
    match device.ask(Request::Query(Query::Workforce(query)))? {
        Reply::Workforce(reply) => Ok(*reply),
        other => panic!("{other:?}"),
    }
}

fn people(device: &mut Device) -> WorkforceView {
    match ask(device, WorkforceQuery::People).unwrap() {
        WorkforceReply::People(view) => view,
        other => panic!("{other:?}"),
    }
}

fn page(device: &mut Device, person: &str) -> TrainingPageView {
    let person = person.to_owned();
    match ask(device, WorkforceQuery::Training { person }).unwrap() {
        WorkforceReply::Training(view) => view,
        other => panic!("{other:?}"),
    }
}

fn warnings(device: &mut Device) -> WarningsView {
    match ask(device, WorkforceQuery::Warnings).unwrap() {
        WorkforceReply::Warnings(view) => view,
        other => panic!("{other:?}"),
    }
}

fn say(device: &mut Device, command: WorkforceCommand) -> Result<Reply, EngineError> {
    device.order(Command::Coaching(CoachingCommand::Workforce(command)))
}

fn day(device: &Device, days: i64) -> LocalDate {
    let today = handrail_domain::Timestamp::from_millis(device.clock.at);
    handrail_domain::time::local_date(today, device.clock.offset_minutes).plus_days(days)
}

fn training(person: Person, kind: &str, on: LocalDate) -> Training {
    Training {
        person,
        kind: kind.to_owned(),
        name: String::new(),
        on,
        minutes: 1800,
        topics: Vec::new(),
        until: None,
        number: String::new(),
        cents: 85_000,
        funder: "Prevention coalition (test)".to_owned(),
        cohort: "Spring".to_owned(),
        program: String::new(),
    }
}

fn complete(device: &mut Device, whom: &str, kind: &str, days: i64) -> Result<Reply, EngineError> {
    let person = page(device, whom).person;
    let training = training(person, kind, day(device, days));
    say(
        device,
        WorkforceCommand::Training {
            entry: None,
            training,
        },
    )
}

fn id_of(device: &mut Device, name: &str) -> String {
    let people = people(device).people;
    let found = people.iter().find(|one| one.name == name);
    found.unwrap_or_else(|| panic!("{name}")).id.clone()
}

#[test]
fn s4_2_s3_4_a_training_is_written_down_offline_and_there_again_after_a_crash() {
    let mut team = team();
    team.world.cut = true;
    let cory = id_of(&mut team.sam, "Cory Coach");
    complete(&mut team.sam, &cory, "recovery_coach_academy", -10).unwrap();
    team.sam.crash();
    unlock(&mut team.world, &mut team.sam);
    let view = page(&mut team.sam, &cory);
    assert_eq!(view.fields, [TrainingField::RecoveryCoaching]);
    let one = &view.trainings[0];
    assert!(one.checked && !one.disputed && one.by == "Sam Supervisor");
    assert_eq!(one.training.funder, "Prevention coalition (test)");
    assert_eq!((view.funders.len(), view.cohorts.len()), (1, 1));
    // Not before it was sent.
    assert!(page(&mut team.cory, "me").trainings.is_empty());
    team.world.cut = false;
    team.settle();
    assert_eq!(page(&mut team.cory, "me").trainings.len(), 1);
}

#[test]
fn s2_5_what_a_coach_says_of_themselves_is_their_own_word_until_somebody_confirms_it() {
    let mut team = team();
    complete(&mut team.cory, "me", "recovery_coach_academy", -1).unwrap();
    team.settle();
    let cory = id_of(&mut team.sam, "Cory Coach");
    let known = page(&mut team.sam, &cory).trainings.remove(0);
    assert!(!known.checked);
    let confirm = WorkforceCommand::Training {
        entry: Some(known.id.clone()),
        training: known.training,
    };
    say(&mut team.sam, confirm).unwrap();
    team.settle();
    let view = page(&mut team.cory, "me");
    assert_eq!(view.trainings.len(), 1);
    assert!(view.trainings[0].checked);
    // About others a coach says nothing, and does not look either.
    let dana = id_of(&mut team.sam, "Dana Coach");
    let person = page(&mut team.sam, &dana).person;
    let training = training(person, "cpr", day(&team.cory, -1));
    let command = WorkforceCommand::Training {
        entry: None,
        training,
    };
    assert_eq!(say(&mut team.cory, command), Err(EngineError::NotAllowed));
    let query = WorkforceQuery::Training { person: dana };
    assert_eq!(ask(&mut team.cory, query), Err(EngineError::NotAllowed));
    assert_eq!(
        ask(&mut team.cory, WorkforceQuery::People),
        Err(EngineError::NotAllowed)
    );
}

#[test]
fn s2_5_two_who_correct_the_same_training_offline_lose_nothing() {
    let mut team = team();
    let cory = id_of(&mut team.sam, "Cory Coach");
    complete(&mut team.sam, &cory, "cpr", -10).unwrap();
    team.settle();
    team.world.cut = true;
    let correct = |device: &mut Device, whom: &str, minutes| {
        let known = page(device, whom).trainings.remove(0);
        let training = Training {
            minutes,
            ..known.training
        };
        let entry = Some(known.id);
        say(device, WorkforceCommand::Training { entry, training }).unwrap();
    };
    correct(&mut team.sam, &cory, 240);
    correct(&mut team.cory, "me", 300);
    team.world.cut = false;
    team.settle();
    let seen = page(&mut team.sam, &cory);
    assert_eq!(seen.trainings, page(&mut team.cory, "me").trainings);
    let one = &seen.trainings[0];
    assert!(one.disputed);
    let mut minutes = vec![one.training.minutes, one.others[0].minutes];
    minutes.sort_unstable();
    assert_eq!(minutes, [240, 300]);
    // Saying it once more settles it, everywhere.
    correct(&mut team.sam, &cory, 240);
    team.settle();
    let seen = page(&mut team.cory, "me");
    assert!(!seen.trainings[0].disputed);
    assert_eq!(seen.trainings[0].training.minutes, 240);
}

#[test]
fn s1_5_who_has_no_device_is_entered_by_proxy_and_counts() {
    let mut world = World::new();
    let mut desk = supervisor(&mut world);
    let link = invite(&mut world, &mut desk, Role::ProgramManager);
    let mut manager = join(&mut world, 2, &link, "Mara Manager").unwrap();
    world.sync(&mut desk);
    let person = ListedPerson {
        name: "Peer 12".to_owned(),
        kind: "custody".to_owned(),
        joined: None,
    };
    let command = WorkforceCommand::Listed {
        entry: None,
        person: person.clone(),
    };
    say(&mut manager, command).unwrap();
    let peer = id_of(&mut manager, "Peer 12");
    complete(&mut manager, &peer, "certified_peer_specialist", -30).unwrap();
    world.sync(&mut manager);
    world.sync(&mut desk);
    let seen = people(&mut desk);
    let one = seen
        .people
        .iter()
        .find(|one| one.name == "Peer 12")
        .unwrap();
    assert_eq!(one.fields, [TrainingField::PeerSupport]);
    assert_eq!(one.role, None);
    assert_eq!((seen.pool.trained, seen.pool.available), (1, 0));
    assert_eq!(
        seen.pool.active,
        Some(0),
        "a supervisor reads every contact"
    );
    assert_eq!(
        people(&mut manager).pool.active,
        None,
        "a manager reads none"
    );
    // A name is needed.
    let nameless = WorkforceCommand::Listed {
        entry: None,
        person: ListedPerson {
            name: " ".to_owned(),
            ..person
        },
    };
    let refused = say(&mut manager, nameless);
    assert!(matches!(
        refused,
        Err(EngineError::Invalid {
            field: InvalidField::Name,
            ..
        })
    ));
}

#[test]
fn s2_5_s4_17_what_ends_soon_is_said_ahead_to_whom_it_concerns() {
    let mut team = team();
    let cory = id_of(&mut team.sam, "Cory Coach");
    // Two years are over in about two months.
    complete(&mut team.sam, &cory, "certified_peer_specialist", -670).unwrap();
    team.settle();
    let own = warnings(&mut team.cory).own;
    assert!(matches!(own[0].state, CredentialState::EndsSoon { .. }));
    assert_eq!(own[0].learning.unwrap().missing(), 1200);
    assert_eq!(warnings(&mut team.sam).others, 1);
    assert_eq!(warnings(&mut team.dana), WarningsView::default());
    let view = people(&mut team.sam);
    let line = view.people.iter().find(|one| one.id == cory).unwrap();
    assert_eq!(line.warnings.len(), 1);
}

#[test]
fn s2_2_no_assignment_before_the_training_is_on_file_or_an_exception_with_its_reason() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let dana = id_of(&mut team.sam, "Dana Coach");
    let hand_over = Command::HandOver {
        participant: ray.clone(),
        to: dana.clone(),
        reason: String::new(),
    };
    let require = WorkforceCommand::Require(Requirement {
        program: String::new(),
        needs: vec!["recovery_coaching".to_owned()],
    });
    assert_eq!(
        say(&mut team.cory, require.clone()),
        Err(EngineError::NotAllowed)
    );
    say(&mut team.sam, require).unwrap();
    team.settle();
    let refused = |answer| matches!(answer, Err(EngineError::NotTrained { .. }));
    assert!(refused(team.sam.order(hand_over.clone())));
    assert!(refused(team.sam.order(Command::HandOverMany {
        to: vec![(ray.clone(), dana.clone())],
        reason: String::new(),
    })));
    let cover = Command::Cover {
        coach: id_of(&mut team.sam, "Cory Coach"),
        by: dana.clone(),
        through: day(&team.sam, 5).to_string(),
    };
    assert!(refused(team.sam.order(cover)));
    // Neither a new participant, nor one's own word.
    let new = Command::AddParticipant {
        details: vec![(DetailField::Name, "Jo Park".to_owned())],
    };
    assert!(refused(team.dana.order(new.clone())));
    complete(&mut team.dana, "me", "recovery_coach_academy", -3).unwrap();
    assert!(refused(team.dana.order(new.clone())));

    // An exception needs a reason, and is shown with it.
    let except = |reason: &str| WorkforceCommand::Except {
        coach: dana.clone(),
        program: String::new(),
        until: None,
        reason: reason.to_owned(),
    };
    assert!(say(&mut team.sam, except(" ")).is_err());
    assert_eq!(
        say(&mut team.dana, except("I am ready")),
        Err(EngineError::NotAllowed)
    );
    say(&mut team.sam, except("Academy begins in January")).unwrap();
    team.settle();
    team.dana.order(new.clone()).unwrap();
    let view = page(&mut team.dana, "me");
    assert_eq!(view.exceptions[0].reason, "Academy begins in January");
    assert!(view.missing[0].excepted);
    team.sam.order(hand_over).unwrap();

    // Once it is ended, it is required again; once it is on file, nothing is missing.
    let ended = WorkforceCommand::EndException {
        coach: dana.clone(),
        exception: view.exceptions[0].id.clone(),
    };
    say(&mut team.sam, ended).unwrap();
    team.settle();
    assert!(refused(team.dana.order(new.clone())));
    complete(&mut team.sam, &dana, "recovery_coach_academy", -3).unwrap();
    team.settle();
    team.dana.order(new).unwrap();
    assert!(page(&mut team.dana, "me").missing.is_empty());
}

#[test]
fn s2_2_what_two_required_at_once_is_shown_as_it_is_asked_for_until_somebody_settles_it() {
    let mut team = team();
    let dana = id_of(&mut team.sam, "Dana Coach");
    let role = Command::ChangeRole {
        member: dana,
        role: Role::Supervisor,
    };
    team.world.order(&mut team.sam, role).unwrap();
    team.settle();
    let require = |device: &mut Device, needs: &[&str]| {
        let required = Requirement {
            program: String::new(),
            needs: needs.iter().map(|need| (*need).to_owned()).collect(),
        };
        say(device, WorkforceCommand::Require(required)).unwrap();
    };
    team.world.cut = true;
    require(&mut team.sam, &["naloxone"]);
    require(&mut team.dana, &["cpr"]);
    team.world.cut = false;
    team.settle();
    for device in [&mut team.sam, &mut team.dana] {
        let one = people(device).requirements.remove(0);
        assert!(one.disputed);
        let mut needs = one.needs;
        needs.sort();
        assert_eq!(needs, ["cpr", "naloxone"]);
    }
    require(&mut team.sam, &["cpr"]);
    team.settle();
    let one = people(&mut team.dana).requirements.remove(0);
    assert!(!one.disputed);
    assert_eq!(one.needs, ["cpr"]);
}

#[test]
fn s3_12_a_training_on_offer_has_its_cost_and_is_taken_back_with_a_reason() {
    let mut team = team();
    let offer = Offer {
        kind: "ethics".to_owned(),
        name: "Ethics for coaches".to_owned(),
        words: "Online, two evenings".to_owned(),
        minutes: 360,
        cents: 12_500,
        funder: String::new(),
        topics: vec!["ethics".to_owned()],
    };
    let command = WorkforceCommand::Offer {
        entry: None,
        offer: offer.clone(),
    };
    assert_eq!(
        say(&mut team.cory, command.clone()),
        Err(EngineError::NotAllowed)
    );
    say(&mut team.sam, command).unwrap();
    team.settle();
    let seen = page(&mut team.cory, "me").offers;
    assert_eq!(seen[0].offer, offer);
    let back = |reason: &str| WorkforceCommand::TakeBack {
        entry: seen[0].id.clone(),
        reason: reason.to_owned(),
    };
    assert!(say(&mut team.sam, back("")).is_err());
    say(&mut team.sam, back("Not given this year")).unwrap();
    team.settle();
    assert!(page(&mut team.cory, "me").offers.is_empty());
}

#[test]
fn s2_2_a_program_that_requires_a_training_holds_back_only_its_own_people() {
    let mut team = team();
    let sample = ProgramDraft::Sample("pregnancy".to_owned());
    team.sam.order(Command::UseProgram(sample)).unwrap();
    let name = match team.sam.query(Query::Programs) {
        Reply::Programs(view) => view.in_use[0].name.clone(),
        other => panic!("{other:?}"),
    };
    let require = WorkforceCommand::Require(Requirement {
        program: "pregnancy".to_owned(),
        needs: vec!["naloxone".to_owned()],
    });
    say(&mut team.sam, require).unwrap();
    team.settle();
    let jo = add(&mut team.dana, "Jo Park");
    let into = |program: &str| Command::SetDetail {
        participant: jo.clone(),
        field: DetailField::Program,
        value: program.to_owned(),
    };
    team.dana.order(into("Something else")).unwrap();
    let refused = team.dana.order(into(&name));
    assert!(matches!(refused, Err(EngineError::NotTrained { .. })));
    let dana = id_of(&mut team.sam, "Dana Coach");
    assert_eq!(page(&mut team.sam, &dana).missing[0].name, name);
    complete(&mut team.sam, &dana, "naloxone", -1).unwrap();
    team.settle();
    team.dana.order(into(&name)).unwrap();
}

#[test]
fn the_fictional_agency_has_coaches_who_are_trained_and_nothing_that_ends_soon() {
    let mut device = Device::new(1);
    device.order(Command::StartSample { seed: 1 }).unwrap();
    let view = people(&mut device);
    let coaches = || {
        view.people
            .iter()
            .filter(|one| one.role == Some(Role::Coach))
    };
    assert!(coaches().count() > 1);
    assert!(coaches().all(|one| one.fields.contains(&TrainingField::RecoveryCoaching)));
    assert!(coaches().any(|one| one.fields.len() == 2));
    assert!(view.people.iter().all(|one| one.warnings.is_empty()));
    assert_eq!((view.offers.len(), view.aside.len()), (1, 0));
    assert_eq!(warnings(&mut device), WarningsView::default());
}
