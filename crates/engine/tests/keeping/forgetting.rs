//! A participant is forgotten: on every device, by the relay, and with proof (issue 3.8).

use crate::support::Device;
use crate::support::three::team;
use crate::support::two::{World, add, invite, join, log, person, pill};
use handrail_engine::api::{
    CertificateView, Command, DraftKind, EncounterInput, EncounterKind, EngineError, ForgetReason,
    ForgettingView, KeptView, Outcome, PeopleFilter, Query, Reply, Request, RetentionView, Role,
    SyncState,
};
use handrail_protocol::RelayIncarnation;
use handrail_relay::Limits;
use handrail_relay::in_process::InProcessRelay;
use handrail_relay::storage::MemoryStorage;

fn forget(
    device: &mut Device,
    participant: &str,
    reason: ForgetReason,
) -> Result<Reply, EngineError> {
    device.order(Command::Forget {
        participant: participant.to_owned(),
        reason,
    })
}

fn forgetting(device: &mut Device) -> ForgettingView {
    match device.query(Query::Forgetting) {
        Reply::Forgetting(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn certificate(device: &mut Device) -> CertificateView {
    let mut all = forgetting(device).certificates;
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn retention(device: &mut Device, participant: &str) -> Result<RetentionView, EngineError> {
    let query = Query::Retention {
        participant: participant.to_owned(),
    };
    match device.ask(Request::Query(query))? {
        Reply::Retention(view) => Ok(*view),
        other => panic!("{other:?}"),
    }
}

fn page(device: &mut Device, participant: &str) -> Result<Reply, EngineError> {
    device.ask(Request::Query(Query::Person {
        participant: participant.to_owned(),
        timeline_limit: 50,
    }))
}

fn names(device: &mut Device, search: &str) -> Vec<String> {
    let query = Query::People {
        search: search.to_owned(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 100,
    };
    match device.query(query) {
        Reply::People(view) => view.rows.into_iter().map(|row| row.name).collect(),
        other => panic!("{other:?}"),
    }
}

/// Nothing of a participant is in a device's database but the order.
fn assert_gone(device: &mut Device, world: &mut World, participant: &str) {
    device.crash();
    let document = participant.parse().unwrap();
    let database = crate::support::database(device.folder.path());
    let read = database.read();
    assert!(read.document_keys(&document).unwrap().is_empty());
    assert!(read.document(&document).unwrap().is_none());
    assert!(read.participant(&document).unwrap().is_none());
    assert!(read.pending(&document).unwrap().is_empty());
    assert_eq!(read.timeline_count(&document).unwrap(), 0);
    let items = read.items_of(&document, 0, 100).unwrap();
    assert!(items.iter().all(|item| item.kind == 3), "only orders");
    assert!(!read.has_unsent(&document).unwrap());
    drop(database);
    crate::support::two::unlock(world, device);
}

/// Issue 3.8.
#[test]
fn a_forgotten_participant_is_gone_everywhere_and_the_certificate_names_who_confirmed() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let olga = add(&mut team.cory, "Olga Stays");
    log(&mut team.cory, &ray, "At the bedside with zebrafinch.");
    log(&mut team.cory, &olga, "Olga's note.");
    team.settle();
    log(&mut team.sam, &ray, "Supervisor's note.");
    team.settle();
    let key = format!("log:{ray}");
    let draft = Command::SaveDraft {
        key,
        json: "{}".to_owned(),
    };
    team.sam.order(draft).unwrap();

    forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
    assert_eq!(page(&mut team.sam, &ray), Err(EngineError::Forgotten));
    let early = certificate(&mut team.sam);
    assert!(early.done && early.devices.iter().all(|device| device.at.is_none()));
    team.settle();

    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(page(device, &ray), Err(EngineError::Forgotten));
        assert_eq!(names(device, ""), ["Olga Stays"]);
        assert!(names(device, "zebrafinch").is_empty());
        let view = pill(device);
        assert!(
            view.state == SyncState::Idle && view.waiting == 0 && view.quarantined == 0,
            "{view:?}"
        );
        assert!(view.incomplete.is_empty(), "{view:?}");
    }
    let proof = certificate(&mut team.sam);
    assert_eq!(
        (proof.by.as_str(), proof.reason),
        ("Sam Supervisor", ForgetReason::Asked)
    );
    assert_eq!(
        (proof.relay, proof.late, proof.rule.as_str()),
        (Some(true), 0, "")
    );
    assert_eq!(proof.document, ray);
    let confirmed: Vec<_> = proof
        .devices
        .iter()
        .map(|d| (d.member.as_str(), d.at.is_some()))
        .collect();
    assert_eq!(confirmed, [("Cory Coach", true)]);
    assert!(!proof.proof.is_empty());
    assert!(
        forgetting(&mut team.dana).certificates.is_empty(),
        "she never had it"
    );

    for device in [&mut team.sam, &mut team.cory] {
        assert_gone(device, &mut team.world, &ray);
        assert_eq!(names(device, ""), ["Olga Stays"]);
    }
    // Life goes on for the others.
    log(&mut team.cory, &olga, "Afterwards.");
    team.settle();
    assert_eq!(person(&mut team.sam, &olga).unwrap().timeline.len(), 2);
}

/// Issue 3.8: a decliner leaves an opaque number and no name.
#[test]
fn the_order_about_a_decliner_names_nobody_and_tells_nothing_but_a_number() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Decliner");
    let declined = EncounterInput {
        kind: EncounterKind::Bedside,
        outcome: Outcome::DeclinedForNow,
        at: None,
        minutes: 5,
        activities: Vec::new(),
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths: 0,
        note: String::new(),
    };
    let command = Command::LogEncounter {
        participant: ray.clone(),
        encounter: declined,
        draft: None,
    };
    team.cory.order(command).unwrap();
    team.settle();
    let view = retention(&mut team.sam, &ray).unwrap();
    assert_eq!(view.kept, KeptView::Through("2026-06-03".to_owned()));
    forget(&mut team.sam, &ray, ForgetReason::Declined).unwrap();
    team.settle();
    let proof = certificate(&mut team.sam);
    assert_eq!(proof.reason, ForgetReason::Declined);
    let bytes: Vec<u8> = proof
        .proof
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    let item = handrail_protocol::UnverifiedItem::parse(&bytes).unwrap();
    let forget = item.header().forget.clone().unwrap();
    assert_eq!((forget.reason.number(), forget.rule.len()), (3, 0));
    assert!(item.header().wraps().is_empty());
    assert_gone(&mut team.cory, &mut team.world, &ray);
    assert_gone(&mut team.sam, &mut team.world, &ray);
}

/// Issue 3.8.
#[test]
fn only_a_supervisor_or_administrator_forgets_or_holds_and_a_hold_keeps_the_record() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let refused = Err(EngineError::NotAllowed);
    assert_eq!(forget(&mut team.cory, &ray, ForgetReason::Asked), refused);
    let hold = |device: &mut Device, reason: &str| {
        device.order(Command::SetHold {
            participant: ray.clone(),
            reason: reason.to_owned(),
        })
    };
    assert_eq!(hold(&mut team.cory, "No."), refused);
    assert!(!retention(&mut team.cory, &ray).unwrap().may_forget);
    assert!(hold(&mut team.sam, " ").is_err(), "a reason is needed");
    hold(&mut team.sam, "Subpoena of May 4.").unwrap();
    team.settle();
    assert_eq!(
        forget(&mut team.sam, &ray, ForgetReason::Asked),
        Err(EngineError::OnHold)
    );
    let seen = retention(&mut team.cory, &ray).unwrap();
    assert_eq!(seen.kept, KeptView::OnHold);
    assert_eq!(seen.holds[0].reason, "Subpoena of May 4.");
    let lift = Command::LiftHold {
        participant: ray.clone(),
        hold: seen.holds[0].hold.clone(),
        reason: "The case is closed.".to_owned(),
    };
    assert_eq!(team.cory.order(lift.clone()), refused);
    team.sam.order(lift).unwrap();
    let seen = retention(&mut team.sam, &ray).unwrap();
    assert_eq!(
        seen.holds[0].lifted.as_ref().unwrap().2,
        "The case is closed."
    );
    forget(&mut team.sam, &ray, ForgetReason::Mistake).unwrap();
    team.settle();
    assert_eq!(page(&mut team.cory, &ray), Err(EngineError::Forgotten));
}

/// Issue 3.8: the rules are the reason only when they are.
#[test]
fn the_list_names_whom_the_rules_would_forget_and_the_rule_stands_in_the_order() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "At the bedside.");
    team.settle();
    let too_early = forget(&mut team.sam, &ray, ForgetReason::Retention);
    assert_eq!(too_early, Err(EngineError::NotAllowed));
    assert!(forgetting(&mut team.sam).due.is_empty());
    assert!(!forgetting(&mut team.sam).stale);
    let years = 7 * 366 * 86_400_000;
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        device.clock.at += years;
    }
    let list = forgetting(&mut team.sam);
    assert!(list.stale, "somebody should look whether the law changed");
    assert_eq!(list.due.len(), 1);
    let due = &list.due[0];
    assert_eq!(
        (due.name.as_str(), due.coach.as_str()),
        ("Ray Example", "Cory Coach")
    );
    assert_eq!((due.kept_through.as_str(), due.held), ("2033-05-04", false));
    assert!(
        forgetting(&mut team.cory).due.is_empty(),
        "not hers to decide"
    );
    forget(&mut team.sam, &ray, ForgetReason::Retention).unwrap();
    team.settle();
    assert!(forgetting(&mut team.sam).due.is_empty());
    assert_eq!(certificate(&mut team.sam).rule, "treatment-7y");
    assert_gone(&mut team.cory, &mut team.world, &ray);
}

/// Issue 3.8: a late note is told, never dropped in silence.
#[test]
fn words_that_never_left_a_device_wait_for_the_person_who_wrote_them() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    // Cory is offline and writes while Sam orders.
    log(&mut team.cory, &ray, "Back at the shelter, doing well.");
    forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
    team.world.sync(&mut team.sam);
    team.settle();
    let seen = person(&mut team.cory, &ray).expect("it is still there");
    assert_eq!(seen.to_be_forgotten.as_deref(), Some("Sam Supervisor"));
    assert_eq!(seen.timeline.len(), 1);
    let waits = certificate(&mut team.sam);
    assert_eq!(
        waits.devices[0].at, None,
        "the certificate says what is outstanding"
    );
    // A crash changes nothing of that.
    team.cory.crash();
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    assert!(person(&mut team.cory, &ray).is_some());
    assert_eq!(
        page(&mut team.sam, &ray),
        Err(EngineError::Forgotten),
        "nothing came back"
    );

    let let_go = Command::ForgetUnsent {
        participant: ray.clone(),
    };
    team.cory.order(let_go).unwrap();
    assert_eq!(page(&mut team.cory, &ray), Err(EngineError::Forgotten));
    let again = Command::ForgetUnsent {
        participant: ray.clone(),
    };
    assert_eq!(team.cory.order(again), Err(EngineError::NotFound));
    assert_gone(&mut team.cory, &mut team.world, &ray);
    team.settle();
    assert!(certificate(&mut team.sam).devices[0].at.is_some());
    let view = pill(&mut team.cory);
    assert!(
        view.waiting == 0 && view.state == SyncState::Idle,
        "{view:?}"
    );
}

/// A form that somebody began and left keeps an order waiting: Today says which, so that it ends.
#[test]
fn today_names_each_half_written_form_that_keeps_an_order_waiting() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let forms = [
        ("appointment", String::new(), DraftKind::Appointment),
        ("around", ":new".to_owned(), DraftKind::Around),
        ("barc10", String::new(), DraftKind::Barc10),
        ("plan", ":Goal:new".to_owned(), DraftKind::Plan),
        ("newer", String::new(), DraftKind::Other),
    ];
    let key = |form: &str, rest: &str| format!("{form}:{ray}{rest}");
    for (form, rest, _) in &forms {
        let (key, json) = (key(form, rest), "{}".to_owned());
        team.cory.order(Command::SaveDraft { key, json }).unwrap();
    }
    forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
    team.settle();
    for (left, (form, rest, kind)) in (1..=forms.len()).rev().zip(&forms) {
        assert!(person(&mut team.cory, &ray).is_some(), "it waits");
        let Reply::Today(today) = team.cory.query(Query::Today) else {
            panic!("no list");
        };
        assert_eq!(today.drafts.len(), left);
        let key = key(form, rest);
        let shown = today.drafts.iter().find(|one| one.key == key).unwrap();
        assert_eq!((shown.kind, &shown.participant), (*kind, &ray));
        team.cory.order(Command::DiscardDraft { key }).unwrap();
        team.settle();
    }
    assert_eq!(page(&mut team.cory, &ray), Err(EngineError::Forgotten));
}

/// Issue 3.8: a hold that one supervisor set while another ordered goes before the order.
#[test]
fn a_hold_set_at_the_same_time_keeps_the_record_where_it_is_known_until_it_ends() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 4, &link, "Uma Supervisor").unwrap();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    team.world.sync(&mut uma);
    team.settle();
    let hold = Command::SetHold {
        participant: ray.clone(),
        reason: "Subpoena.".to_owned(),
    };
    uma.order(hold).unwrap();
    forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
    team.world.sync(&mut team.sam);
    team.settle();
    team.world.sync(&mut uma);
    assert_eq!(person(&mut uma, &ray).unwrap().timeline.len(), 1);
    assert_eq!(page(&mut team.cory, &ray), Err(EngineError::Forgotten));
    let open = certificate(&mut team.sam);
    let of = |name: &str| open.devices.iter().find(|d| d.member == name).unwrap().at;
    assert!(of("Cory Coach").is_some() && of("Uma Supervisor").is_none());

    let hold = retention(&mut uma, &ray).unwrap().holds[0].hold.clone();
    uma.order(Command::LiftHold {
        participant: ray.clone(),
        hold,
        reason: "Withdrawn.".to_owned(),
    })
    .unwrap();
    let let_go = Command::ForgetUnsent {
        participant: ray.clone(),
    };
    uma.order(let_go).unwrap();
    assert_gone(&mut uma, &mut team.world, &ray);
    team.world.sync(&mut uma);
    team.settle();
    assert!(
        certificate(&mut team.sam)
            .devices
            .iter()
            .all(|d| d.at.is_some())
    );
}

/// Issue 3.8: forgetting and handing over at once.
#[test]
fn an_order_goes_before_a_hand_over_that_was_made_at_the_same_time() {
    for order_first in [true, false] {
        let mut team = team();
        let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
        let mut uma = join(&mut team.world, 4, &link, "Uma Supervisor").unwrap();
        let ray = add(&mut team.cory, "Ray Example");
        log(&mut team.cory, &ray, "Before.");
        team.settle();
        team.world.sync(&mut uma);
        team.settle();
        let dana = person(&mut uma, &ray)
            .unwrap()
            .hand_over_to
            .into_iter()
            .find(|choice| choice.name == "Dana Coach")
            .unwrap();
        uma.order(Command::HandOver {
            participant: ray.clone(),
            to: dana.member,
            reason: String::new(),
        })
        .unwrap();
        forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
        if order_first {
            team.world.sync(&mut team.sam);
            team.world.sync(&mut uma);
        } else {
            team.world.sync(&mut uma);
            team.world.sync(&mut team.sam);
        }
        for _ in 0..3 {
            team.settle();
            team.world.sync(&mut uma);
        }
        if person(&mut uma, &ray).is_some() {
            // Her hand-over never left her device: she is asked.
            let let_go = Command::ForgetUnsent {
                participant: ray.clone(),
            };
            uma.order(let_go).unwrap();
        }
        for device in [&mut team.sam, &mut team.cory, &mut team.dana, &mut uma] {
            assert_gone(device, &mut team.world, &ray);
            assert!(names(device, "").is_empty());
        }
        team.settle();
        team.world.sync(&mut uma);
        team.settle();
        let proof = certificate(&mut team.sam);
        let waiting: Vec<_> = proof.devices.iter().filter(|d| d.at.is_none()).collect();
        assert!(waiting.is_empty(), "{order_first}: {waiting:?}");
    }
}

/// Issue 3.8: a restored relay gets the order again, and no bytes.
#[test]
fn a_relay_that_is_brought_back_from_before_forgets_again() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    let backup = team.world.relay.storage().clone();
    forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
    team.settle();
    team.world.relay = InProcessRelay::new(backup, Limits::default(), &mut team.world.rng);
    for _ in 0..3 {
        team.settle();
    }
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        assert_gone(device, &mut team.world, &ray);
    }
    assert!(certificate(&mut team.sam).relay.unwrap());
}

/// Issue 3.8: found by a simulated world (twisted seeds 9 and 189). With the order alone the relay
/// does not know who had the record; who brings it back hears of the order all the same.
#[test]
fn who_brings_a_record_back_to_a_relay_that_lost_all_hears_that_it_is_forgotten() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
    team.world.sync(&mut team.sam);
    let empty = MemoryStorage::new(RelayIncarnation::from_bytes([8; 16]));
    team.world.relay = InProcessRelay::new(empty, Limits::default(), &mut team.world.rng);
    // The order is there before anything of the record.
    team.world.sync(&mut team.sam);
    for _ in 0..4 {
        team.settle();
    }
    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        assert_gone(device, &mut team.world, &ray);
    }
    assert!(certificate(&mut team.sam).relay.unwrap());
}

/// Issue 3.8: a relay that keeps the order from somebody is found out by who has it.
#[test]
fn a_relay_that_hides_an_order_is_told_of_where_another_device_confirmed_it() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 4, &link, "Uma Supervisor").unwrap();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    team.world.sync(&mut uma);
    forget(&mut team.sam, &ray, ForgetReason::Asked).unwrap();
    team.world.sync(&mut team.sam);
    team.world.sync(&mut uma);
    team.world.sync(&mut team.sam);
    team.world.withheld = Some((handrail_protocol::ItemKind::Tombstone, 1));
    team.world.sync(&mut team.cory);
    let view = pill(&mut team.cory);
    assert_eq!(view.incomplete.len(), 1, "{view:?}");
    assert!(person(&mut team.cory, &ray).is_some());
    let open = certificate(&mut team.sam);
    let of = |name: &str| open.devices.iter().find(|d| d.member == name).unwrap().at;
    assert!(of("Uma Supervisor").is_some() && of("Cory Coach").is_none());
    team.world.withheld = None;
    team.cory.pass(600_000);
    team.world.order(&mut team.cory, Command::SyncNow).unwrap();
    assert_eq!(page(&mut team.cory, &ray), Err(EngineError::Forgotten));
    assert!(pill(&mut team.cory).incomplete.is_empty());
}
