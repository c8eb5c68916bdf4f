//! Lists of what was told that participants asked for (42 CFR 2.24, 2.25).

use crate::support::Device;
use crate::support::consents::{agree, consent, consents, day, give, specific, tell, telling};
use crate::support::three::team;
use crate::support::two::{World, add, invite, join, supervisor};
use handrail_engine::api::consent::{Expiry, Side};
use handrail_engine::api::{
    Command, ConsentCommand, ConsentQuery, ConsentReply, EngineError, InvalidField, ListDueView,
    Query, Reply, Role,
};

const DAY: i64 = 86_400_000;
const DR: &str = "Dr. Lena Moreau";

fn due(device: &mut Device) -> Vec<ListDueView> {
    match device.query(Query::Consenting(ConsentQuery::ListsDue)) {
        Reply::Consenting(reply) => match *reply {
            ConsentReply::ListsDue(rows) => rows,
            ConsentReply::Texts(_) => panic!("asked for lists"),
        },
        other => panic!("{other:?}"),
    }
}

fn ask(device: &mut Device, participant: &str, on: &str) -> Result<String, EngineError> {
    let command = ConsentCommand::AskedForList {
        participant: participant.to_owned(),
        on: day(on),
        words: "By letter".to_owned(),
    };
    consent(device, command)
}

fn hand_over(
    device: &mut Device,
    participant: &str,
    asked: &str,
    on: &str,
) -> Result<String, EngineError> {
    let command = ConsentCommand::ListHandedOver {
        participant: participant.to_owned(),
        asked: asked.to_owned(),
        on: day(on),
        words: "In the office".to_owned(),
    };
    consent(device, command)
}

fn take_back(device: &mut Device, participant: &str, said: &str) -> Result<String, EngineError> {
    let command = ConsentCommand::TakeBackList {
        participant: participant.to_owned(),
        said: said.to_owned(),
        words: "Wrong person".to_owned(),
    };
    consent(device, command)
}

fn wrong_day(result: &Result<String, EngineError>) -> bool {
    matches!(
        result,
        Err(EngineError::Invalid {
            field: InvalidField::Date,
            ..
        })
    )
}

#[test]
fn g_9_a_list_that_was_asked_for_is_due_until_it_was_handed_over() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    assert!(wrong_day(&ask(&mut device, &ray, "2026-05-05")), "not yet");
    let asked = ask(&mut device, &ray, "2026-05-04").unwrap();
    let first = due(&mut device);
    assert_eq!(first.len(), 1);
    assert_eq!(
        (first[0].name.as_str(), first[0].on, first[0].due.by),
        ("Ray Example", day("2026-05-04"), day("2026-06-03"))
    );
    assert_eq!((first[0].due.left, first[0].due.presses()), (30, false));

    // It counts on by itself, and survives a device that was switched off.
    device.crash();
    let passphrase = crate::support::PASSPHRASE.to_owned();
    device.order(Command::Unlock { passphrase }).unwrap();
    device.clock.at += 23 * DAY;
    let pressing = due(&mut device)[0].due;
    assert_eq!((pressing.left, pressing.presses()), (7, true));
    device.clock.at += 8 * DAY;
    assert_eq!(due(&mut device)[0].due.left, -1, "said truly");

    let before = hand_over(&mut device, &ray, &asked, "2026-05-03");
    assert!(wrong_day(&before), "not before they asked");
    assert!(wrong_day(&hand_over(
        &mut device,
        &ray,
        &asked,
        "2026-06-05"
    )));
    let handed = hand_over(&mut device, &ray, &asked, "2026-06-04").unwrap();
    assert_eq!(due(&mut device), []);
    let view = consents(&mut device, &ray).unwrap();
    let answered = view.asked[0].asked.answered.clone().unwrap();
    assert_eq!(
        (answered.end.on, answered.end.words.as_str()),
        (day("2026-06-04"), "In the office")
    );
    assert_eq!(view.asked[0].ended_by, "Sam Supervisor");

    // It was not, after all; and then nobody had asked.
    take_back(&mut device, &ray, &handed).unwrap();
    assert_eq!(due(&mut device).len(), 1);
    take_back(&mut device, &ray, &asked).unwrap();
    assert_eq!(due(&mut device), []);
    let view = consents(&mut device, &ray).unwrap();
    let back = view.asked[0].asked.taken_back.clone().unwrap();
    assert_eq!(back.words, "Wrong person", "it stays readable");
    let unknown = hand_over(&mut device, &ray, &handed, "2026-06-04");
    assert_eq!(unknown, Err(EngineError::NotFound));
}

#[test]
fn g_9_what_two_devices_write_at_once_is_all_kept_and_each_can_be_taken_back() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    // Neither has a signal.
    let one = ask(&mut team.cory, &ray, "2026-05-02").unwrap();
    let other = ask(&mut team.sam, &ray, "2026-05-03").unwrap();
    team.settle();
    let ids = |device: &mut Device| -> Vec<String> {
        due(device).into_iter().map(|row| row.asked).collect()
    };
    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(ids(device), [one.clone(), other.clone()]);
    }
    let row = due(&mut team.sam)[0].clone();
    assert_eq!((row.coach.as_str(), row.own), ("Cory Coach", false));
    assert!(due(&mut team.cory)[0].own);
    assert_eq!(ids(&mut team.dana), Vec::<String>::new());

    // One hands over what the other takes back, again at once.
    hand_over(&mut team.cory, &ray, &one, "2026-05-04").unwrap();
    take_back(&mut team.sam, &ray, &one).unwrap();
    take_back(&mut team.sam, &ray, &other).unwrap();
    team.settle();
    let views = [&mut team.sam, &mut team.cory].map(|device| consents(device, &ray).unwrap());
    assert_eq!(views[0].asked, views[1].asked);
    assert_eq!(views[0].asked.len(), 2);
    let first = views[0]
        .asked
        .iter()
        .find(|row| row.asked.id.to_string() == one);
    let first = first.unwrap();
    assert!(first.asked.answered.is_some(), "neither was lost");
    assert!(first.asked.taken_back.is_some());
    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(due(device), []);
    }
}

#[test]
fn g_9_a_list_that_is_due_holds_three_years_before_it_was_asked_for() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let mut form = specific(DR, Side::Provider);
    form.expiry = Some(Expiry::Event("They move".to_owned()));
    give(&mut device, &ray, form);
    for on in ["2026-05-01", "2026-05-02", "2026-05-03"] {
        tell(&mut device, &ray, telling(DR, Side::Provider, on)).unwrap();
    }
    // 2029-05-12: nothing of that lies in three years any more, unless it was asked for in time.
    device.clock.at += 1104 * DAY;
    assert_eq!(consents(&mut device, &ray).unwrap().told.len(), 0);
    let asked = ask(&mut device, &ray, "2029-05-02").unwrap();
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.accounting_from, day("2026-05-02"));
    assert_eq!(view.told.len(), 2);
    hand_over(&mut device, &ray, &asked, "2029-05-12").unwrap();
    assert_eq!(consents(&mut device, &ray).unwrap().told.len(), 0);
}

#[test]
fn g_9_whoever_reads_a_record_as_a_guest_neither_writes_that_down_nor_owes_it() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let ray = add(&mut sam, "Ray Example");
    agree(&mut sam, &ray);
    ask(&mut sam, &ray, "2026-05-04").unwrap();
    let link = invite(&mut world, &mut sam, Role::ClinicalProvider);
    let mut pat = join(&mut world, 2, &link, "Pat Provider").unwrap();
    let link = invite(&mut world, &mut sam, Role::ProgramManager);
    let mut mo = join(&mut world, 3, &link, "Mo Manager").unwrap();
    for _ in 0..3 {
        for device in [&mut sam, &mut pat, &mut mo] {
            world.sync(device);
        }
    }
    for device in [&mut pat, &mut mo] {
        assert!(ask(device, &ray, "2026-05-04").is_err());
        assert_eq!(due(device), []);
    }
    assert_eq!(due(&mut sam).len(), 1);
}
