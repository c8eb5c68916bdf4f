//! Two devices of one administrator begin a room, what coaches say among themselves (S3-16) or the desk
//! (S4-22), and neither knows of the other: two documents are made, and everybody reads them as one.

use crate::support::Device;
use crate::support::coach_space::{
    answer, changes_in, documents_here, forge_in, found, order, say, settle, space, talk,
};
use crate::support::copied::{copy, opens};
use crate::support::lost::{member, take_out};
use crate::support::three::{Team, team};
use crate::support::two::{World, add, invite, invite_device, join};
use handrail_domain::RecordId;
use handrail_domain::coach_space::{SAID, SaidBody};
use handrail_domain::statement::NewStatement;
use handrail_engine::api::{
    CoachSpaceCommand as C, CoachingCommand, Command, DeskCommand as D, DeskView, GoneView, Query,
    Reply, Role,
};
use handrail_engine::io::{Input, Output, TransportError};

const ONE: &str = "Said in the one.";
const OTHER: &str = "Said in the other.";

/// An agency whose supervisor has a phone besides.
fn with_a_phone(seed: u64) -> (Team, Device) {
    let mut team = team();
    let own = member(&mut team.sam, "Sam Supervisor").member;
    let link = invite_device(&mut team.world, &mut team.sam, &own);
    let mut phone = join(&mut team.world, seed, &link, "Sam Supervisor").unwrap();
    together(&mut team, &mut phone);
    (team, phone)
}

/// Everybody syncs until nothing is new to anybody.
fn together(team: &mut Team, other: &mut Device) {
    for _ in 0..3 {
        settle(team);
        let _ = other.order(Command::KeepAwake);
        team.world.sync(other);
    }
    settle(team);
}

/// The device gives what it has and reads the roster, and loses its connection before it hears what
/// others wrote.
fn sync_deaf(world: &mut World, device: &mut Device) {
    let mut queue = device.input(Input::Wake);
    for _ in 0..90 {
        let mut next = Vec::new();
        for output in queue {
            let Output::Http(request) = output else {
                continue;
            };
            let is_down = ["/v1/feed", "/v1/documents"];
            let result = if is_down.iter().any(|path| request.url.contains(path)) {
                Err(TransportError::Unreachable)
            } else {
                world.carry(&request, device.clock.at)
            };
            let id = request.id;
            next.extend(device.input(Input::Http { id, result }));
        }
        if next.is_empty() {
            device.pass(1_000);
            next = device.input(Input::Tick);
        }
        queue = next;
    }
}

/// What coaches say among themselves, begun on both devices, with a word in each document.
fn begun_twice(seed: u64) -> (Team, Device) {
    let (mut team, mut phone) = with_a_phone(seed);
    for device in [&mut team.sam, &mut phone] {
        order(device, C::Open).unwrap();
        assert!(space(device).waits);
    }
    settle(&mut team);
    say(&mut team.cory, ONE);
    settle(&mut team);
    sync_deaf(&mut team.world, &mut phone);
    assert!(space(&mut phone).is_open);
    assert!(talk(&mut phone).is_empty(), "it has not heard of the other");
    say(&mut phone, OTHER);
    together(&mut team, &mut phone);
    (team, phone)
}

#[test]
fn s3_16_two_devices_of_one_administrator_that_begin_it_at_once_make_two_that_are_read_as_one() {
    for seed in 12..16 {
        let (mut team, mut phone) = begun_twice(seed);
        let documents = documents_here(&mut team.world, &mut team.sam);
        assert_eq!(documents.len(), 2);
        let read = talk(&mut team.sam);
        assert_eq!(read.len(), 2);
        for device in [&mut phone, &mut team.cory, &mut team.dana] {
            assert_eq!(documents_here(&mut team.world, device), documents);
            assert_eq!(talk(device), read, "the same on every device");
            assert_eq!(found(device, ONE).by, "Cory Coach");
            assert_eq!(found(device, OTHER).by, "Sam Supervisor");
        }

        // From now on all write into the first, also about what stands in the other.
        let (first, second) = (documents[0], documents[1]);
        let before = |team: &mut Team| {
            [first, second].map(|document| changes_in(&mut team.world, &mut team.sam, &document))
        };
        let counts = before(&mut team);
        let (one, other) = (found(&mut team.dana, ONE), found(&mut team.dana, OTHER));
        answer(&mut team.dana, &one.id, "About the one.");
        answer(&mut phone, &other.id, "About the other.");
        let put_away = C::PutAway {
            message: one.id,
            reason: "It says where somebody lives.".to_owned(),
        };
        order(&mut phone, put_away).unwrap();
        let back = C::TakeBack { message: other.id };
        order(&mut team.sam, back).unwrap();
        say(&mut team.cory, "Begun later.");
        together(&mut team, &mut phone);
        let read = talk(&mut team.sam);
        assert_eq!((read.len(), read.concat().len()), (3, 5), "{read:?}");
        for device in [&mut team.sam, &mut phone, &mut team.cory, &mut team.dana] {
            assert_eq!(talk(device), read);
            let view = space(device);
            assert!(view.aside.is_empty());
            let gone: Vec<GoneView> = view
                .threads
                .iter()
                .filter_map(|thread| thread.first.gone.clone())
                .collect();
            assert_eq!(gone.len(), 2, "{gone:?}");
            assert!(gone.contains(&GoneView::TakenBack));
        }
        let after = before(&mut team);
        assert!(after[0] > counts[0]);
        assert_eq!(after[1], counts[1], "nobody writes there any more");
    }
}

#[test]
fn s3_16_what_is_new_is_told_in_both_documents() {
    let (mut team, mut phone) = begun_twice(13);
    let mark = space(&mut team.cory).mark;
    assert!(mark.len() >= 2, "{mark:?}");
    order(&mut team.cory, C::Looked { mark }).unwrap();
    // As an earlier version kept it, when there was one document.
    let before = space(&mut team.dana).mark.into_iter();
    let mark = before.map(|(of, step)| (of.split(' ').next().unwrap().to_owned(), step));
    let mark = mark.collect();
    order(&mut team.dana, C::Looked { mark }).unwrap();
    assert!(!found(&mut team.dana, ONE).is_new && !found(&mut team.dana, OTHER).is_new);
    for words in ["A first one more.", "A second one more."] {
        say(&mut phone, words);
        together(&mut team, &mut phone);
        assert!(found(&mut team.cory, words).is_new, "{words}");
    }
    assert!(!found(&mut team.cory, OTHER).is_new);
}

#[test]
fn s3_16_letting_in_and_taking_out_is_done_for_both_documents() {
    let (mut team, mut phone) = begun_twice(14);
    let documents = documents_here(&mut team.world, &mut team.sam);
    let link = invite(&mut team.world, &mut team.sam, Role::Lead);
    let mut lee = join(&mut team.world, 7, &link, "Lee Lead").unwrap();
    together(&mut team, &mut lee);
    assert_eq!(documents_here(&mut team.world, &mut lee), documents);
    assert_eq!(talk(&mut lee), talk(&mut team.sam));

    // Dana's keys of both, as they are before her phone is taken out.
    let copies: Vec<_> = documents
        .iter()
        .map(|document| copy(&mut team.world, &mut team.dana, document))
        .collect();
    let mut before = Vec::new();
    for (document, copied) in documents.iter().zip(&copies) {
        let opened = opens(copied, &mut team.world, &mut team.sam, document);
        assert!(!opened.is_empty() && !opened.contains(&false), "{opened:?}");
        before.push(opened.len());
    }
    take_out(&mut team.world, &mut team.sam, "Dana Coach");
    for _ in 0..3 {
        for device in [&mut team.sam, &mut team.cory, &mut phone, &mut lee] {
            let _ = device.order(Command::KeepAwake);
            team.world.sync(device);
        }
    }
    say(&mut lee, "Without Dana's phone.");
    // A version of before writes into the one that it found.
    let body = SaidBody {
        words: "By an earlier version.".to_owned(),
    };
    let id = RecordId::from_bytes([7; 16]);
    let statement = NewStatement::new(id, SAID, None, &body);
    forge_in(&mut team.world, &mut team.cory, documents[1], statement);
    for _ in 0..3 {
        for device in [&mut team.sam, &mut team.cory, &mut phone, &mut lee] {
            let _ = device.order(Command::KeepAwake);
            team.world.sync(device);
        }
    }
    for device in [&mut team.sam, &mut team.cory, &mut phone, &mut lee] {
        assert_eq!(found(device, "Without Dana's phone.").by, "Lee Lead");
        assert_eq!(found(device, "By an earlier version.").by, "Cory Coach");
    }
    for ((document, copied), before) in documents.iter().zip(&copies).zip(before) {
        let opened = opens(copied, &mut team.world, &mut team.sam, document);
        assert!(opened.len() > before, "{opened:?}");
        assert!(!opened[before..].contains(&true), "{opened:?}");
    }
}

fn desk(device: &mut Device, command: D) {
    let command = Command::Coaching(CoachingCommand::Desk(command));
    device.order(command).unwrap();
}

fn on_desk(device: &mut Device) -> DeskView {
    match device.query(Query::Desk) {
        Reply::Desk(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s4_22_a_desk_that_two_devices_of_one_supervisor_begin_is_one() {
    let (mut team, mut phone) = with_a_phone(15);
    let ray = add(&mut team.cory, "Ray Example");
    together(&mut team, &mut phone);
    let level = |level: &str| D::CareLevel {
        participant: ray.clone(),
        edition: "4th".to_owned(),
        level: level.to_owned(),
        given_by: "Dr. Example".to_owned(),
        words: String::new(),
    };
    for device in [&mut team.sam, &mut phone] {
        desk(device, D::Open);
    }
    settle(&mut team);
    desk(&mut team.sam, level("2.1"));
    settle(&mut team);
    sync_deaf(&mut team.world, &mut phone);
    desk(&mut phone, level("3.1"));
    together(&mut team, &mut phone);
    for entry in on_desk(&mut phone).entries {
        let told = D::Told {
            entry: entry.id,
            by: "Dr. Example".to_owned(),
        };
        desk(&mut phone, told);
    }
    together(&mut team, &mut phone);
    let read = on_desk(&mut team.sam);
    assert_eq!(read.entries.len(), 2);
    assert!(read.entries.iter().all(|entry| entry.told.is_some()));
    assert_eq!(on_desk(&mut phone).entries, read.entries);
}
