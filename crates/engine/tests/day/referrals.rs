//! How participants come to a program, by its own rules (issue 4.2).

use crate::support::Device;
use handrail_engine::api::{
    Command, DetailField, EngineError, InvalidField, LegalBasis, LocalDate, MilestoneEvent,
    MilestoneInput, ProgramDraft, Query, ReferBy, ReferralChange as Change, ReferralCommand,
    ReferralView, Referrer, Reply,
};

fn in_program(device: &mut Device, sample: &str) -> String {
    device.found();
    let draft = ProgramDraft::Sample(sample.to_owned());
    device.order(Command::UseProgram(draft)).unwrap();
    let Reply::Programs(programs) = device.query(Query::Programs) else {
        panic!()
    };
    let details = vec![
        (DetailField::Name, "Ray Example".to_owned()),
        (DetailField::Program, programs.in_use[0].name.clone()),
    ];
    match device.order(Command::AddParticipant { details }) {
        Ok(Reply::Record(record)) => record.participant,
        other => panic!("{other:?}"),
    }
}

fn view(device: &mut Device, participant: &str) -> ReferralView {
    let participant = participant.to_owned();
    match device.query(Query::Referral { participant }) {
        Reply::Referral(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn say(device: &mut Device, participant: &str, changes: Vec<Change>) -> Result<(), EngineError> {
    let command = ReferralCommand {
        participant: participant.to_owned(),
        changes,
    };
    device.order(Command::Referral(command)).map(|_| ())
}

fn due_list(device: &mut Device) -> Vec<(String, ReferBy)> {
    match device.query(Query::ReferralsDue) {
        Reply::ReferralsDue(rows) => rows.into_iter().map(|row| (row.name, row.stands)).collect(),
        other => panic!("{other:?}"),
    }
}

fn refused(field: InvalidField) -> Result<(), EngineError> {
    Err(EngineError::Invalid { field, limit: None })
}

#[test]
fn s2_23_s2_24_only_whom_the_program_names_refers_and_others_are_told_whom_to_ask() {
    let mut device = Device::new(1);
    let ray = in_program(&mut device, "family");
    let before = view(&mut device, &ray);
    let who = before.may_refer.clone().unwrap();
    assert_eq!(who, [Referrer::SocialWorker, Referrer::ServiceFacilitator]);
    let told = before.others.clone().unwrap();
    assert!(told.en.contains("social worker") && told.es.contains("trabajador social"));
    for source in Referrer::ALL.iter().filter(|one| !who.contains(one)) {
        let changes = vec![
            Change::Funder("Grant".to_owned()),
            Change::Source(Some(*source)),
        ];
        let answer = say(&mut device, &ray, changes);
        assert_eq!(answer, refused(InvalidField::Referrer), "{source:?}");
    }
    assert_eq!(view(&mut device, &ray), before, "all of it or nothing");
    for source in who {
        say(&mut device, &ray, vec![Change::Source(Some(source))]).unwrap();
        assert_eq!(view(&mut device, &ray).facts.source, Some(source));
    }
}

#[test]
fn s1_8_s1_11_s1_12_s0_13_s0_25_what_is_said_of_a_referral_is_kept() {
    let mut device = Device::new(2);
    let ray = in_program(&mut device, "ed-overdose");
    let today = view(&mut device, &ray).today;
    let routes = view(&mut device, &ray).routes;
    assert_eq!(routes.len(), 2, "as the program has them today");
    let changes = vec![
        Change::Source(Some(Referrer::TreatmentCourt)),
        Change::On(Some(today)),
        Change::LegalBasis(Some(LegalBasis::Diversion)),
        Change::Funder("County (sample)".to_owned()),
        Change::Route(routes[1].0.clone(), true),
        Change::MedicationWish(Some(today.plus_days(-2))),
    ];
    say(&mut device, &ray, changes).unwrap();
    let facts = view(&mut device, &ray).facts;
    assert_eq!(facts.source, Some(Referrer::TreatmentCourt));
    assert_eq!((facts.on, facts.declined_on), (Some(today), None));
    assert_eq!(facts.legal_basis, Some(LegalBasis::Diversion));
    assert_eq!(facts.funder, "County (sample)");
    assert!(facts.routes.iter().eq([&routes[1].0]), "no other follows");
    assert_eq!(facts.medication_wish, Some(today.plus_days(-2)));

    let tomorrow = Some(today.plus_days(1));
    for change in [
        Change::On(tomorrow),
        Change::DeclinedOn(tomorrow),
        Change::MedicationWish(tomorrow),
    ] {
        let answer = say(&mut device, &ray, vec![change]);
        assert_eq!(answer, refused(InvalidField::Date));
    }
    assert_eq!(view(&mut device, &ray).facts, facts);
}

#[test]
fn s1_9_after_an_overdose_the_clock_runs_until_the_referral_or_a_no() {
    let mut device = Device::new(3);
    let ray = in_program(&mut device, "ed-overdose");
    let today = view(&mut device, &ray).today;
    assert_eq!(view(&mut device, &ray).refer_by, None);
    let overdose = |on: LocalDate| Command::RecordMilestone {
        participant: ray.clone(),
        milestone: MilestoneInput::Dated {
            event: MilestoneEvent::Overdose,
            on: on.to_string(),
        },
    };
    device.order(overdose(today.plus_days(-1))).unwrap();
    let due = today.plus_days(2);
    assert_eq!(view(&mut device, &ray).refer_by, Some(ReferBy::Due(due)));
    let listed = due_list(&mut device);
    assert_eq!(listed, [("Ray Example".to_owned(), ReferBy::Due(due))]);
    device.pass(3 * 86_400_000);
    assert_eq!(due_list(&mut device)[0].1, ReferBy::Late(due));
    assert_eq!(view(&mut device, &ray).refer_by, Some(ReferBy::Late(due)));
    say(&mut device, &ray, vec![Change::DeclinedOn(Some(today))]).unwrap();
    let declined = Some(ReferBy::Declined(today));
    assert_eq!(view(&mut device, &ray).refer_by, declined);
    assert!(due_list(&mut device).is_empty(), "a no settles it");
    let later = today.plus_days(1);
    say(&mut device, &ray, vec![Change::On(Some(later))]).unwrap();
    assert_eq!(view(&mut device, &ray).refer_by, Some(ReferBy::Made(later)));
}

#[test]
fn a_referral_to_no_program_in_use_has_no_rule_to_break() {
    let mut device = Device::new(4);
    device.found();
    let details = vec![(DetailField::Name, "Ray Example".to_owned())];
    let Ok(Reply::Record(record)) = device.order(Command::AddParticipant { details }) else {
        panic!()
    };
    let ray = record.participant;
    say(
        &mut device,
        &ray,
        vec![Change::Source(Some(Referrer::Oneself))],
    )
    .unwrap();
    let shown = view(&mut device, &ray);
    assert_eq!((shown.program.as_str(), shown.may_refer), ("", None));
    assert_eq!(shown.facts.source, Some(Referrer::Oneself));
}

fn resembling(device: &mut Device, name: &str, born: &str) -> Vec<String> {
    let details = vec![
        (DetailField::PreferredName, name.to_owned()),
        (DetailField::BirthDate, born.to_owned()),
    ];
    match device.query(Query::Resembling { details }) {
        Reply::Resembling(rows) => rows.into_iter().map(|row| row.name).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn s1_9_who_is_referred_again_is_found_with_their_earlier_record() {
    let mut device = Device::new(5);
    let ray = in_program(&mut device, "ed-overdose");
    let detail = |field, value: &str| Command::SetDetail {
        participant: ray.clone(),
        field,
        value: value.to_owned(),
    };
    device
        .order(detail(DetailField::BirthDate, "1990-02-03"))
        .unwrap();
    let left = Command::RecordMilestone {
        participant: ray.clone(),
        milestone: MilestoneInput::Dated {
            event: MilestoneEvent::LeftProgram,
            on: "2026-05-01".to_owned(),
        },
    };
    device.order(left).unwrap();
    assert_eq!(resembling(&mut device, "ray exmaple", ""), ["Ray Example"]);
    assert_eq!(
        resembling(&mut device, "Ray", "1990-12-31"),
        ["Ray Example"]
    );
    for (name, born) in [
        ("", ""),
        ("Ray", ""),
        ("Ray Example", "1971-02-03"),
        ("Kim Other", ""),
    ] {
        assert!(
            resembling(&mut device, name, born).is_empty(),
            "{name} {born}"
        );
    }
}
