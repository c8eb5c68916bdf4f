//! What goes from device to device without the relay (issue 4.9).

use crate::support::Device;
use crate::support::lost::{take_out, wiped, wiped_with};
use crate::support::three::{Team, team};
use crate::support::two::{Lie, World, add, log, person, pill, supervisor, unlock};
use handrail_engine::api::{
    Command, Delivery, EngineError, MOST_PARCEL_BYTES, MOST_SMALL_BYTES, ParcelCommand,
    ParcelMadeView, ParcelProblem, ParcelScannedView, ParcelTakenView, Reply, SyncView,
};
use handrail_protocol::parcel::codes;

fn make(device: &mut Device, small: bool) -> ParcelMadeView {
    let command = Command::Parcel(ParcelCommand::Make { small });
    match device.order(command).unwrap() {
        Reply::ParcelMade(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn take(device: &mut Device, bytes: &[u8]) -> Result<ParcelTakenView, EngineError> {
    let bytes = bytes.to_vec();
    match device.order(Command::Parcel(ParcelCommand::Take { bytes }))? {
        Reply::ParcelTaken(view) => Ok(view),
        other => panic!("{other:?}"),
    }
}

fn problem(device: &mut Device, bytes: &[u8]) -> ParcelProblem {
    match take(device, bytes) {
        Err(EngineError::Parcel(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

/// A coach's note about somebody new, written with no network.
fn written(team: &mut Team) -> String {
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "In the day room, no signal.");
    ray
}

fn delivery(device: &mut Device, participant: &str) -> Delivery {
    let mut timeline = person(device, participant).unwrap().timeline;
    assert_eq!(timeline.len(), 1, "nothing is doubled");
    timeline.remove(0).delivery
}

/// Issue 4.9.
#[test]
fn a_note_is_read_before_any_relay_and_arrives_by_a_colleague_who_cannot_read_it() {
    let mut team = team();
    let ray = written(&mut team);
    let made = make(&mut team.cory, false);
    assert_eq!((made.people, made.others, made.left_out), (1, 0, 0));
    assert!(made.own >= 1 && made.codes.is_empty());
    assert_eq!(pill(&mut team.cory).waiting, made.own, "it is not sent");
    for word in ["Ray", "Cory", "day room"] {
        let found = made.bytes.windows(word.len());
        assert!(found.into_iter().all(|part| part != word.as_bytes()));
    }

    // The colleague carries it, the supervisor reads it, and nobody has a network.
    let carried = take(&mut team.dana, &made.bytes).unwrap();
    assert_eq!((carried.entries, carried.people), (0, 0));
    assert_eq!((carried.carried, carried.refused), (made.own, 0));
    assert_eq!(person(&mut team.dana, &ray), None);
    let waits = pill(&mut team.dana);
    assert_eq!((waits.waiting, waits.carried), (0, made.own));
    assert_eq!(waits.quarantined, 0);

    let read = take(&mut team.sam, &made.bytes).unwrap();
    assert_eq!((read.people, read.waiting, read.refused), (1, 0, 0));
    assert_eq!(read.entries, made.own);
    let seen = person(&mut team.sam, &ray).unwrap();
    assert_eq!(seen.timeline[0].note, "In the day room, no signal.");
    assert_eq!(delivery(&mut team.sam, &ray), Delivery::Received);
    team.sam.crash();
    team.world.cut = true;
    unlock(&mut team.world, &mut team.sam);
    team.world.cut = false;
    assert!(person(&mut team.sam, &ray).is_some(), "it is kept");

    // The colleague comes home first.
    team.world.sync(&mut team.dana);
    let waits = pill(&mut team.dana);
    assert_eq!((waits.waiting, waits.carried), (0, 0));
    assert_eq!(person(&mut team.dana, &ray), None);
    assert_eq!(delivery(&mut team.cory, &ray), Delivery::OnThisDevice);

    team.world.sync(&mut team.cory);
    assert_eq!(pill(&mut team.cory).waiting, 0);
    assert!(matches!(delivery(&mut team.cory, &ray), Delivery::Sent(_)));
    team.settle();
    assert!(matches!(
        delivery(&mut team.cory, &ray),
        Delivery::Reached { .. }
    ));
    assert_eq!(delivery(&mut team.sam, &ray), Delivery::Received);
    assert_eq!(pill(&mut team.sam).carried, 0);
    assert_eq!(pill(&mut team.cory).incomplete, Vec::new());
}

/// Issue 4.9.
#[test]
fn a_supervisors_answer_reaches_the_coach_by_parcel_too() {
    let mut team = team();
    let ray = written(&mut team);
    let made = make(&mut team.cory, false);
    take(&mut team.sam, &made.bytes).unwrap();
    log(&mut team.sam, &ray, "I will see him on Friday.");
    let answer = make(&mut team.sam, false);
    assert!(answer.others >= 1, "the coach's goes on with it");
    let taken = take(&mut team.cory, &answer.bytes).unwrap();
    assert_eq!((taken.people, taken.refused), (1, 0));
    let notes = person(&mut team.cory, &ray).unwrap().timeline;
    assert!(
        notes
            .iter()
            .any(|row| row.note == "I will see him on Friday.")
    );
    team.settle();
    team.settle();
    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(person(device, &ray).unwrap().timeline.len(), 2);
        let view = pill(device);
        assert_eq!((view.waiting, view.carried, view.quarantined), (0, 0, 0));
        assert_eq!(view.incomplete, Vec::new());
    }
}

/// Issue 4.9.
#[test]
fn taking_a_parcel_twice_changes_nothing_and_says_so() {
    let mut team = team();
    let ray = written(&mut team);
    let made = make(&mut team.cory, false);
    take(&mut team.sam, &made.bytes).unwrap();
    let counts = |view: SyncView| (view.waiting, view.carried, view.quarantined);
    let before = (counts(pill(&mut team.sam)), person(&mut team.sam, &ray));
    let again = take(&mut team.sam, &made.bytes).unwrap();
    let nothing = ParcelTakenView {
        known: made.own + made.sent,
        ..ParcelTakenView::default()
    };
    assert_eq!(again, nothing);
    let after = (counts(pill(&mut team.sam)), person(&mut team.sam, &ray));
    assert_eq!(after, before);
    let own = take(&mut team.cory, &made.bytes).unwrap();
    assert_eq!(own, nothing);
    assert_eq!(pill(&mut team.cory).waiting, made.own, "still not sent");
}

/// Issue 4.9.
#[test]
fn a_small_parcel_goes_by_codes_in_any_order() {
    let mut team = team();
    let ray = written(&mut team);
    let made = make(&mut team.cory, true);
    assert!(made.bytes.len() <= MOST_SMALL_BYTES);
    let mut texts = codes::to_codes(&made.bytes).unwrap();
    assert_eq!(made.codes.len(), texts.len());
    for code in &made.codes {
        assert!((21..60).contains(&code.len()), "{}", code.len());
        assert!(code.iter().all(|row| row.len() == code.len()));
    }
    texts.reverse();
    let last = texts.pop().unwrap();
    let scan = |device: &mut Device, texts: &[String]| {
        let texts = texts.to_vec();
        device.order(Command::Parcel(ParcelCommand::Scan { texts }))
    };
    let of = u32::try_from(made.codes.len()).unwrap();
    let some = Reply::ParcelScanned(ParcelScannedView { have: of - 1, of });
    assert_eq!(scan(&mut team.sam, &texts), Ok(some));
    assert_eq!(person(&mut team.sam, &ray), None);
    texts.push(last);
    let all = scan(&mut team.sam, &texts).unwrap();
    assert!(matches!(all, Reply::ParcelTaken(view) if view.people == 1));
    assert!(person(&mut team.sam, &ray).is_some());
    let nothing = scan(&mut team.dana, &["https://example.org".to_owned()]);
    let none = ParcelScannedView { have: 0, of: 0 };
    assert_eq!(nothing, Ok(Reply::ParcelScanned(none)));
}

/// Issue 4.9.
#[test]
fn what_does_not_fit_into_codes_is_told_and_comes_with_the_next() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    // Words that do not get shorter, each in an item of its own.
    make(&mut team.cory, false);
    for number in 0..40_u64 {
        let words: Vec<String> = (0..60_u64)
            .map(|place| {
                let mixed = (number * 61 + place + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                format!("{mixed:x}")
            })
            .collect();
        log(&mut team.cory, &ray, &words.join(" "));
        make(&mut team.cory, false);
    }
    let made = make(&mut team.cory, true);
    assert!(made.bytes.len() <= MOST_SMALL_BYTES);
    assert!(made.own > 5 && made.left_out > 5, "{made:?}");
    let first = take(&mut team.sam, &made.bytes).unwrap();
    assert_eq!((first.entries, first.waiting), (made.own, 0), "no gap");
    let whole = make(&mut team.cory, false);
    assert_eq!(whole.own, made.own + made.left_out);
    let rest = take(&mut team.sam, &whole.bytes).unwrap();
    assert_eq!(rest.entries, made.left_out);
    let seen = person(&mut team.sam, &ray).unwrap();
    assert_eq!(seen.timeline.len(), 40);
}

/// Issue 4.9.
#[test]
fn why_a_parcel_cannot_be_taken_is_told() {
    let mut team = team();
    written(&mut team);
    let made = make(&mut team.cory, false);
    let sam = &mut team.sam;
    assert_eq!(problem(sam, b""), ParcelProblem::NotAParcel);
    assert_eq!(problem(sam, b"%PDF-1.7"), ParcelProblem::NotAParcel);
    let mut changed = made.bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(problem(sam, &changed), ParcelProblem::Damaged);
    let cut = made.bytes.len() / 2;
    assert_eq!(problem(sam, &made.bytes[..cut]), ParcelProblem::Damaged);
    assert_eq!(problem(sam, &made.bytes[..20]), ParcelProblem::Damaged);
    let mut newer = made.bytes.clone();
    newer[8] = 2;
    assert_eq!(problem(sam, &newer), ParcelProblem::Newer);
    let mut large = made.bytes.clone();
    large.resize(MOST_PARCEL_BYTES + 1, 0);
    assert_eq!(problem(sam, &large), ParcelProblem::TooLarge);
    let mut stranger = Device::new(41);
    stranger.found();
    assert_eq!(
        problem(&mut stranger, &made.bytes),
        ParcelProblem::OtherAgency
    );
    let theirs = make(&mut stranger, false);
    assert_eq!(problem(sam, &theirs.bytes), ParcelProblem::OtherAgency);
    assert_eq!(pill(sam).carried, 0, "nothing of it was kept");
}

/// Issue 4.9.
#[test]
fn a_parcel_under_a_key_that_is_not_here_yet_is_taken_after_the_next_contact() {
    let mut team = team();
    take_out(&mut team.world, &mut team.sam, "Dana Coach");
    team.world.sync(&mut team.sam);
    let ray = add(&mut team.sam, "Ray Example");
    let made = make(&mut team.sam, false);
    assert!(person(&mut team.sam, &ray).is_some());
    assert_eq!(
        problem(&mut team.cory, &made.bytes),
        ParcelProblem::KeyNotHere
    );
    // The other way round it opens: the old key is here still.
    let old = make(&mut team.cory, false);
    assert!(take(&mut team.sam, &old.bytes).is_ok());
    team.world.sync(&mut team.cory);
    let taken = take(&mut team.cory, &made.bytes).unwrap();
    assert_eq!(taken.refused, 0);
}

/// Issue 4.9.
#[test]
fn signing_out_warns_of_what_travels_with_the_device() {
    let mut team = team();
    written(&mut team);
    let made = make(&mut team.cory, false);
    take(&mut team.dana, &made.bytes).unwrap();
    let refused = team.dana.order(Command::EraseDevice {
        typed_name: String::new(),
    });
    let unsent = EngineError::Unsent {
        waiting: 0,
        carried: made.own,
    };
    assert_eq!(refused, Err(unsent));
    team.world.sync(&mut team.dana);
    let done = team.dana.order(Command::EraseDevice {
        typed_name: String::new(),
    });
    assert!(matches!(done, Ok(Reply::Session(_))), "{done:?}");
}

/// A coach's note travels with a colleague whose device is then taken out: its id and how many
/// entries those are.
fn carried_by_a_lost_device(team: &mut Team) -> (String, u32) {
    let ray = written(team);
    let made = make(&mut team.cory, false);
    let taken = take(&mut team.dana, &made.bytes).unwrap();
    assert_eq!(taken.carried, made.own);
    take_out(&mut team.world, &mut team.sam, "Dana Coach");
    team.world.sync(&mut team.sam);
    assert_eq!(person(&mut team.sam, &ray), None);
    (ray, made.own)
}

/// Issues 3.4 and 4.9: it is sealed and signed by whoever wrote it.
#[test]
fn a_device_that_was_taken_out_hands_over_what_it_carries_before_it_wipes_itself() {
    let mut team = team();
    let (ray, _) = carried_by_a_lost_device(&mut team);
    let own = add(&mut team.dana, "Own Person");
    log(&mut team.dana, &own, "Mine.");
    team.world.sync(&mut team.dana);
    wiped(&mut team.dana, 0);

    // It counts as the coach's, who has had no signal since.
    team.world.sync(&mut team.sam);
    assert_eq!(delivery(&mut team.sam, &ray), Delivery::Received);
    assert_eq!(delivery(&mut team.cory, &ray), Delivery::OnThisDevice);
    for _ in 0..4 {
        team.world.sync(&mut team.cory);
        team.world.sync(&mut team.sam);
    }
    assert_eq!(pill(&mut team.cory).waiting, 0);
    assert!(matches!(
        delivery(&mut team.cory, &ray),
        Delivery::Reached { .. }
    ));
    assert_eq!(delivery(&mut team.sam, &ray), Delivery::Received);
}

/// Issues 3.4 and 4.9: a relay of before takes only what the device wrote itself.
#[test]
fn what_a_relay_does_not_take_of_others_is_told_and_waits_on_with_who_wrote_it() {
    let mut team = team();
    let (ray, carried) = carried_by_a_lost_device(&mut team);
    team.world.lie = Some(Lie::OwnOnly);
    team.world.sync(&mut team.dana);
    wiped_with(&mut team.dana, 0, carried);
    team.world.lie = None;

    team.world.sync(&mut team.sam);
    assert_eq!(person(&mut team.sam, &ray), None);
    assert_eq!(pill(&mut team.cory).waiting, carried);
    assert_eq!(delivery(&mut team.cory, &ray), Delivery::OnThisDevice);
    team.world.sync(&mut team.cory);
    team.world.sync(&mut team.sam);
    assert_eq!(pill(&mut team.cory).waiting, 0);
    assert_eq!(delivery(&mut team.sam, &ray), Delivery::Received);
}

/// Issue 4.9.
#[test]
fn a_device_in_other_hands_or_locked_gives_and_takes_nothing() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let made = make(&mut sam, false);
    sam.order(Command::StartInspection {
        participant: None,
        code: "4711".to_owned(),
    })
    .unwrap();
    let give = Command::Parcel(ParcelCommand::Make { small: true });
    let scan = Command::Parcel(ParcelCommand::Scan { texts: Vec::new() });
    for order in [give.clone(), scan] {
        assert_eq!(sam.order(order), Err(EngineError::Inspected));
    }
    assert_eq!(take(&mut sam, &made.bytes), Err(EngineError::Inspected));
    sam.order(Command::EndInspection {
        code: "4711".to_owned(),
    })
    .unwrap();
    sam.order(Command::Lock).unwrap();
    assert_eq!(sam.order(give), Err(EngineError::Locked));
}
