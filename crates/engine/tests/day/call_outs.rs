//! Call-outs: with no signal, through a kill, and what of them remains (issue 4.2).

use crate::support::two::{World, add, invite, invite_device, join, pair, person, supervisor};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    CallOutAnswer, CallOutCommand, CallOutInput, CallOutStep, CallOutView, CallOutsView, Command,
    EngineError, InvalidField, ProgramDraft, Query, Referrer, Reply, Role, SessionView,
};

const MINUTE: u64 = 60_000;

fn view(device: &mut Device) -> CallOutsView {
    match device.query(Query::CallOuts { own: false }) {
        Reply::CallOuts(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn order(device: &mut Device, command: CallOutCommand) -> Result<String, EngineError> {
    match device.order(Command::CallOut(command))? {
        Reply::CallOut(id) => Ok(id),
        other => panic!("{other:?}"),
    }
}

fn begin(device: &mut Device) -> String {
    order(device, CallOutCommand::Begin).unwrap()
}

fn say(device: &mut Device, id: &str, change: CallOutInput) -> Result<String, EngineError> {
    let call_out = id.to_owned();
    order(device, CallOutCommand::Change { call_out, change })
}

fn step_after(device: &mut Device, id: &str, minutes: u64, step: CallOutStep) {
    device.pass(minutes * MINUTE);
    say(device, id, CallOutInput::Now(step)).unwrap();
}

fn answer(device: &mut Device, id: &str, answer: CallOutAnswer) {
    say(device, id, CallOutInput::Answer(Some(answer))).unwrap();
}

fn keep(device: &mut Device, key: &str, json: &str) {
    let (key, json) = (key.to_owned(), json.to_owned());
    device.order(Command::SaveDraft { key, json }).unwrap();
}

fn draft(device: &mut Device, key: &str) -> Option<String> {
    let key = key.to_owned();
    match device.query(Query::Draft { key }) {
        Reply::Draft(kept) => kept,
        other => panic!("{other:?}"),
    }
}

fn keep_words(device: &mut Device, id: &str, words: &str) {
    keep(device, &format!("call-out:{id}"), words);
}

fn words(device: &mut Device, id: &str) -> Option<String> {
    draft(device, &format!("call-out:{id}"))
}

fn only(list: &[CallOutView]) -> &CallOutView {
    assert_eq!(list.len(), 1, "{list:?}");
    &list[0]
}

/// To the bedside, and the offer made.
fn offered(device: &mut Device) -> String {
    let id = begin(device);
    for (minutes, step) in [
        (1, CallOutStep::Accepted),
        (3, CallOutStep::OnMyWay),
        (22, CallOutStep::Arrived),
        (5, CallOutStep::Offered),
    ] {
        step_after(device, &id, minutes, step);
    }
    id
}

#[test]
fn s0_2_every_step_outlives_a_kill() {
    let mut device = Device::new(1);
    device.found();
    let id = begin(&mut device);
    let steps = [
        CallOutStep::Accepted,
        CallOutStep::OnMyWay,
        CallOutStep::Arrived,
        CallOutStep::Offered,
        CallOutStep::Left,
    ];
    for (taken, step) in steps.into_iter().enumerate() {
        step_after(&mut device, &id, 7, step);
        let before = view(&mut device);
        assert_eq!(only(&before.open).steps.len(), taken + 2);
        device.crash();
        let passphrase = PASSPHRASE.to_owned();
        device.order(Command::Unlock { passphrase }).unwrap();
        assert_eq!(view(&mut device), before, "after {step:?}");
    }
    let all = view(&mut device);
    let call_out = only(&all.open);
    assert_eq!(call_out.response_minutes, Some(21));
    assert_eq!(call_out.bedside_minutes, Some(14));
}

#[test]
fn s0_5_who_accepts_gets_a_contact_with_the_minutes_at_the_bedside() {
    let mut device = Device::new(2);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let id = offered(&mut device);
    let join = CallOutCommand::Join {
        call_out: id.clone(),
        participant: ray.clone(),
        note: " Wants coffee on Friday. ".to_owned(),
    };
    let early = order(&mut device, join.clone());
    assert!(
        matches!(early, Err(EngineError::Invalid { .. })),
        "{early:?}"
    );
    assert!(person(&mut device, &ray).unwrap().timeline.is_empty());

    answer(&mut device, &id, CallOutAnswer::Accepted);
    keep_words(&mut device, &id, "Wants coffee");
    order(&mut device, join.clone()).unwrap();
    assert_eq!(words(&mut device, &id), None, "they are in the record");
    let again = order(&mut device, join);
    assert!(
        matches!(again, Err(EngineError::Invalid { .. })),
        "{again:?}"
    );
    let visit = person(&mut device, &ray).unwrap().timeline;
    assert_eq!((visit.len(), visit[0].minutes), (1, 0), "not gone yet");
    assert_eq!(visit[0].note, "Wants coffee on Friday.");

    step_after(&mut device, &id, 40, CallOutStep::Left);
    let visit = person(&mut device, &ray).unwrap().timeline;
    let all = view(&mut device);
    let call_out = only(&all.earlier);
    assert_eq!((visit.len(), visit[0].minutes), (1, 45));
    assert_eq!(call_out.bedside_minutes, Some(45));
    let arrived = call_out.steps[3];
    assert_eq!(
        (arrived.step, arrived.at),
        (CallOutStep::Arrived, visit[0].at)
    );
    let linked = call_out.person.as_ref().unwrap();
    assert_eq!(
        (linked.participant.as_str(), linked.name.as_str()),
        (ray.as_str(), "Ray Example")
    );
    assert_eq!(linked.contact, visit[0].id);

    let earlier = arrived.at - 10 * 60_000;
    say(
        &mut device,
        &id,
        CallOutInput::At(CallOutStep::Arrived, earlier),
    )
    .unwrap();
    let visit = person(&mut device, &ray).unwrap().timeline;
    assert_eq!((visit[0].minutes, visit[0].at), (55, earlier), "follows");
    let all = view(&mut device);
    assert!(only(&all.earlier).steps[3].written_later.is_some());

    let edit = Command::EditEncounter {
        participant: ray.clone(),
        encounter: visit[0].id.clone(),
        patch: handrail_engine::api::EncounterPatch {
            minutes: Some(30),
            ..Default::default()
        },
    };
    device.order(edit).unwrap();
    say(
        &mut device,
        &id,
        CallOutInput::At(CallOutStep::Arrived, arrived.at),
    )
    .unwrap();
    let visit = person(&mut device, &ray).unwrap().timeline;
    assert_eq!(visit[0].minutes, 30, "what somebody wrote stands");
}

#[test]
fn s0_3_of_who_declines_no_word_remains() {
    for declined in [
        CallOutAnswer::Declined,
        CallOutAnswer::Asleep,
        CallOutAnswer::Unable,
        CallOutAnswer::LeftEarly,
        CallOutAnswer::NotMet,
    ] {
        let mut device = Device::new(3);
        device.found();
        let id = offered(&mut device);
        keep_words(&mut device, &id, "Xerxes, room 12");
        let form = format!("call-out-new:{id}");
        keep(&mut device, &form, "Xerxes Example");
        answer(&mut device, &id, CallOutAnswer::CallBack);
        assert!(words(&mut device, &id).is_some(), "they may be called yet");
        answer(&mut device, &id, declined);
        assert_eq!(words(&mut device, &id), None, "{declined:?}");
        assert_eq!(draft(&mut device, &form), None, "{declined:?}");
        step_after(&mut device, &id, 1, CallOutStep::Left);
        let all = view(&mut device);
        assert_eq!(only(&all.earlier).person, None);
        let Reply::Today(today) = device.query(Query::Today) else {
            panic!()
        };
        assert_eq!(today.caseload, 0);
    }
}

#[test]
fn s0_2_a_time_that_does_not_fit_is_refused_and_nothing_changes() {
    let mut device = Device::new(4);
    device.found();
    let id = offered(&mut device);
    let before = view(&mut device);
    let arrived = only(&before.open).steps[3].at;
    let wrong = CallOutInput::At(CallOutStep::Called, arrived + 1);
    assert_eq!(
        say(&mut device, &id, wrong),
        Err(EngineError::Invalid {
            field: InvalidField::Step,
            limit: None
        })
    );
    assert_eq!(view(&mut device), before);
    say(&mut device, &id, CallOutInput::TakenBack(true)).unwrap();
    let after = view(&mut device);
    assert!(after.open.is_empty() && only(&after.earlier).taken_back);
}

#[test]
fn s1_13_open_sites_of_programs_in_use_are_offered() {
    let mut device = Device::new(5);
    device.found();
    assert!(view(&mut device).sites.is_empty());
    let sample = ProgramDraft::Sample("re-entry".into());
    device.order(Command::UseProgram(sample)).unwrap();
    let sites = view(&mut device).sites;
    assert!(
        sites.iter().any(|(site, _)| site == "County Jail (sample)"),
        "{sites:?}"
    );
    assert!(
        !sites
            .iter()
            .any(|(site, _)| site.starts_with("Initial hearings")),
        "planned"
    );

    let ray = add(&mut device, "Ray Example");
    let id = offered(&mut device);
    let (site, program) = sites[0].clone();
    say(
        &mut device,
        &id,
        CallOutInput::Site {
            site,
            program: program.clone(),
        },
    )
    .unwrap();
    say(
        &mut device,
        &id,
        CallOutInput::Caller(Some(Referrer::Custody)),
    )
    .unwrap();
    answer(&mut device, &id, CallOutAnswer::Accepted);
    let join = CallOutCommand::Join {
        call_out: id,
        participant: ray.clone(),
        note: String::new(),
    };
    order(&mut device, join).unwrap();
    let visit = &person(&mut device, &ray).unwrap().timeline[0];
    assert_eq!(visit.kind, handrail_engine::api::EncounterKind::Custody);
    let all = view(&mut device);
    let call_out = only(&all.open);
    assert_eq!(
        (call_out.program.as_str(), call_out.caller),
        (program.as_str(), Some(Referrer::Custody))
    );
}

#[test]
fn s0_2_a_supervisor_sees_the_call_out_of_a_coach_who_had_no_signal() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    world.sync(&mut cory);
    world.cut = true;
    let id = offered(&mut cory);
    answer(&mut cory, &id, CallOutAnswer::Declined);
    step_after(&mut cory, &id, 2, CallOutStep::Left);
    world.sync(&mut sam);
    assert!(view(&mut sam).earlier.is_empty());
    world.cut = false;
    world.sync(&mut cory);
    world.sync(&mut sam);
    let all = view(&mut sam);
    let seen = only(&all.earlier);
    assert_eq!((seen.coach.as_str(), seen.own), ("Cory Coach", false));
    assert_eq!(seen.response_minutes, Some(26));
    assert_eq!(seen.answer, Some(CallOutAnswer::Declined));
    let theirs = say(&mut sam, &id, CallOutInput::TakenBack(true));
    assert_eq!(theirs, Err(EngineError::NotFound));
}

/// A supervisor's device, and the two of a coach.
fn coach_with_two_devices() -> (World, [Device; 3]) {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut phone = join(&mut world, 2, &link, "Cory Coach").unwrap();
    world.sync(&mut phone);
    world.sync(&mut sam);
    let Reply::Session(SessionView::Unlocked(own)) = phone.query(Query::Session) else {
        panic!()
    };
    let link = invite_device(&mut world, &mut sam, &own.member);
    let tablet = join(&mut world, 3, &link, "").unwrap();
    (world, [sam, phone, tablet])
}

#[test]
fn s0_3_words_on_one_device_go_when_the_other_writes_down_that_they_declined() {
    let (mut world, [_, mut phone, mut tablet]) = coach_with_two_devices();
    let id = offered(&mut phone);
    keep_words(&mut phone, &id, "Xerxes, room 12");
    let other = begin(&mut phone);
    keep_words(&mut phone, &other, "still open");
    world.sync(&mut phone);
    world.sync(&mut tablet);
    answer(&mut tablet, &id, CallOutAnswer::Declined);
    world.sync(&mut tablet);
    world.sync(&mut phone);
    assert_eq!(words(&mut phone, &id), None);
    assert!(words(&mut phone, &other).is_some(), "nothing else goes");
}

#[test]
fn s0_3_a_no_of_another_device_cannot_be_chosen_for_whoever_has_a_record() {
    let (mut world, [_, mut phone, mut tablet]) = coach_with_two_devices();
    let ray = add(&mut phone, "Ray Example");
    let id = offered(&mut phone);
    for device in [&mut phone, &mut tablet] {
        world.sync(device);
    }
    world.cut = true;
    answer(&mut tablet, &id, CallOutAnswer::Declined);
    answer(&mut phone, &id, CallOutAnswer::Accepted);
    step_after(&mut phone, &id, 1, CallOutStep::Left);
    let join = CallOutCommand::Join {
        call_out: id.clone(),
        participant: ray,
        note: String::new(),
    };
    order(&mut phone, join).unwrap();
    world.cut = false;
    for _ in 0..2 {
        world.sync(&mut phone);
        world.sync(&mut tablet);
    }
    let all = view(&mut phone);
    let mut known = all.open.iter().chain(&all.earlier);
    let known = known.find(|one| one.id == id).unwrap();
    assert_eq!(known.conflicts[0].field, "answer");
    let choose = |value: &str| CallOutCommand::Resolve {
        call_out: id.clone(),
        field: "answer".to_owned(),
        value: value.to_owned(),
    };
    assert!(matches!(
        order(&mut phone, choose("declined")),
        Err(EngineError::Invalid {
            field: InvalidField::Step,
            ..
        })
    ));
    order(&mut phone, choose("accepted")).unwrap();
}

#[test]
fn two_devices_of_a_coach_that_disagree_show_both_times_until_one_is_chosen() {
    let (mut world, [mut sam, mut phone, mut tablet]) = coach_with_two_devices();
    let id = begin(&mut phone);
    for device in [&mut phone, &mut tablet, &mut sam] {
        world.sync(device);
    }
    world.cut = true;
    step_after(&mut phone, &id, 30, CallOutStep::Arrived);
    step_after(&mut tablet, &id, 33, CallOutStep::Arrived);
    world.cut = false;
    for _ in 0..2 {
        world.sync(&mut phone);
        world.sync(&mut tablet);
    }
    let all = view(&mut phone);
    let conflict = only(&all.open).conflicts[0].clone();
    assert_eq!(
        (conflict.field.as_str(), conflict.versions.len()),
        ("arrived", 2)
    );
    let chosen = conflict.versions[1].clone();
    let resolve = |value: &str| CallOutCommand::Resolve {
        call_out: id.clone(),
        field: conflict.field.clone(),
        value: value.to_owned(),
    };
    assert_eq!(
        order(&mut phone, resolve("neither")),
        Err(EngineError::NotFound)
    );
    order(&mut phone, resolve(&chosen.value)).unwrap();
    world.sync(&mut phone);
    world.sync(&mut tablet);
    for device in [&mut phone, &mut tablet] {
        let all = view(device);
        let call_out = only(&all.open);
        assert!(call_out.conflicts.is_empty());
        assert_eq!(Some(call_out.steps[1].at), chosen.time);
    }
}

/// Issue 3.8: nothing that stays names whoever was forgotten.
#[test]
fn s0_3_who_accepted_and_is_forgotten_leaves_no_id_in_the_call_out() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let id = offered(&mut device);
    answer(&mut device, &id, CallOutAnswer::Accepted);
    let join = CallOutCommand::Join {
        call_out: id.clone(),
        participant: ray.clone(),
        note: String::new(),
    };
    order(&mut device, join).unwrap();
    step_after(&mut device, &id, 40, CallOutStep::Left);
    let forget = Command::Forget {
        participant: ray.clone(),
        reason: handrail_engine::api::ForgetReason::Asked,
    };
    device.order(forget).unwrap();
    let all = view(&mut device);
    let left = only(&all.earlier);
    let person = left.person.as_ref().unwrap();
    assert!(left.finished && person.name.is_empty() && person.participant.is_empty());
    device.crash();
    let database = crate::support::database(device.folder.path());
    let read = database.read();
    let gone: handrail_protocol::DocumentId = ray.parse().unwrap();
    let caseload = handrail_protocol::DocumentKind::Caseload.number();
    let mut all = Vec::new();
    for known in read.grouped_documents().unwrap() {
        if known.kind == caseload {
            for hash in read.pending_hashes(&known.document).unwrap() {
                let change = read.pending_change(&known.document, &hash).unwrap();
                all.extend(change.unwrap());
            }
        }
    }
    let has = |bytes: &[u8]| all.windows(bytes.len()).any(|window| window == bytes);
    assert!(has(id.as_bytes()), "the call-out can be read here");
    assert!(!has(ray.as_bytes()) && !has(gone.as_bytes()));
}
