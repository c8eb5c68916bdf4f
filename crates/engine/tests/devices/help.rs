//! Issue 3.5: a passphrase forgotten at night, with no network, loses no notes.

use crate::support::two::{World, add, invite, join, log, met, person, unlock};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{Command, EngineError, HelpCodeView, Query, Reply, Role, SessionView};

const NEW: &str = "another quiet morning";

/// What the locked device shows to be read out.
fn request(device: &mut Device) -> Option<String> {
    match device.query(Query::Session) {
        Reply::Session(SessionView::Locked { help_request, .. }) => help_request,
        other => panic!("{other:?}"),
    }
}

fn ask(helper: &mut Device, request: &str) -> Result<HelpCodeView, EngineError> {
    let order = Command::GiveHelpCode {
        request: request.to_owned(),
    };
    match helper.order(order)? {
        Reply::HelpCode(view) => Ok(view),
        other => panic!("{other:?}"),
    }
}

fn open_with(device: &mut Device, code: &str, passphrase: &str) -> Result<Reply, EngineError> {
    device.order(Command::UnlockWithHelp {
        code: code.to_owned(),
        passphrase: passphrase.to_owned(),
    })
}

#[test]
fn a_code_over_the_phone_opens_the_device_once_and_sets_a_new_passphrase() {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    world.cut = true;
    let ray = add(&mut cory, "Ray Example");
    log(&mut cory, &ray, "Written at night, with no signal.");
    cory.crash();
    let first = request(&mut cory).unwrap();
    let help = ask(&mut sam, &first).unwrap();
    assert_eq!(
        (help.member.as_str(), help.device.as_str()),
        ("Cory Coach", "Test device")
    );
    // As it is typed from hearing: with anything between the digits.
    let heard = help.code.replace(' ', " - ");
    open_with(&mut cory, &heard, NEW).unwrap();
    let seen = person(&mut cory, &ray).unwrap();
    assert_eq!(seen.timeline[0].note, "Written at night, with no signal.");

    cory.crash();
    let old = cory.order(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    assert!(matches!(old, Err(EngineError::WrongPassphrase { .. })));
    let second = request(&mut cory).unwrap();
    assert_ne!(first, second, "another lock, another code");
    assert_eq!(
        open_with(&mut cory, &help.code, NEW),
        Err(EngineError::WrongHelpCode { retry_after_ms: 0 }),
        "used up"
    );
    cory.order(Command::Unlock {
        passphrase: NEW.to_owned(),
    })
    .unwrap();
    // Forgotten once more in the same night.
    cory.crash();
    let help = ask(&mut sam, &second).unwrap();
    open_with(&mut cory, &help.code, PASSPHRASE).unwrap();
    assert!(person(&mut cory, &ray).is_some());
}

#[test]
fn wrong_codes_count_as_wrong_passphrases_and_mistyped_ones_cost_nothing() {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    cory.order(Command::Lock).unwrap();
    let code = ask(&mut sam, &request(&mut cory).unwrap()).unwrap().code;
    assert_eq!(
        open_with(&mut cory, &code[1..], NEW),
        Err(EngineError::HelpCodeNotWhole)
    );
    assert_eq!(
        open_with(&mut cory, &code, "short"),
        Err(EngineError::PassphraseTooShort)
    );
    let wrong = "0000 0000 0000 0000 0000";
    for wait in [0, 0, 5_000] {
        assert_eq!(
            open_with(&mut cory, wrong, NEW),
            Err(EngineError::WrongHelpCode {
                retry_after_ms: wait
            })
        );
    }
    assert!(matches!(
        open_with(&mut cory, &code, NEW),
        Err(EngineError::TooSoon { .. })
    ));
    cory.crash();
    assert!(matches!(
        open_with(&mut cory, &code, NEW),
        Err(EngineError::TooSoon { .. })
    ));
    cory.pass(5_000);
    open_with(&mut cory, &code, NEW).unwrap();
    assert_eq!(
        open_with(&mut cory, &code, NEW),
        Err(EngineError::NotAllowed),
        "it is open"
    );
}

#[test]
fn only_who_shares_the_caseload_can_help_and_no_device_that_was_taken_out_is_helped() {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut dana = join(&mut world, 3, &link, "Dana Coach").unwrap();
    world.sync(&mut dana);
    cory.order(Command::Lock).unwrap();
    let asked = request(&mut cory).unwrap();
    assert_eq!(ask(&mut dana, &asked), Err(EngineError::NotAllowed));
    for nonsense in [
        "",
        "1",
        "1-2",
        "99999999-1-1",
        "a-b-c",
        &format!("{asked}9999999999"),
    ] {
        assert_eq!(
            ask(&mut sam, nonsense),
            Err(EngineError::NotFound),
            "{nonsense}"
        );
    }

    let Reply::Settings(settings) = sam.query(Query::Settings) else {
        panic!()
    };
    let member = settings
        .members
        .iter()
        .find(|member| member.name == "Cory Coach")
        .unwrap()
        .member
        .clone();
    let Reply::Member(page) = sam.query(Query::Member { member }) else {
        panic!()
    };
    let device = page.devices[0].device.clone();
    ask(&mut sam, &asked).unwrap();
    sam.order(Command::RemoveDevice { device }).unwrap();
    assert_eq!(ask(&mut sam, &asked), Err(EngineError::HelpRefused));
    world.sync(&mut sam);
    assert_eq!(ask(&mut sam, &asked), Err(EngineError::HelpRefused));
}

#[test]
fn a_changed_key_of_the_caseload_changes_the_code_at_the_next_opening() {
    let mut world = World::new();
    let (mut sam, mut cory) = met(&mut world);
    // A second supervisor comes and goes: the caseload gets another key.
    cory.order(Command::Lock).unwrap();
    let before = request(&mut cory).unwrap();
    unlock(&mut world, &mut cory);
    let invitation = invite(&mut world, &mut sam, Role::Supervisor);
    let Reply::Settings(settings) = sam.query(Query::Settings) else {
        panic!()
    };
    let open = settings
        .invitations
        .iter()
        .find(|view| view.link == invitation)
        .unwrap();
    let withdraw = Command::WithdrawInvitation {
        invitation: open.invitation.clone(),
    };
    world.order(&mut sam, withdraw).unwrap();
    world.sync(&mut sam);
    world.sync(&mut cory);
    cory.order(Command::Lock).unwrap();
    unlock(&mut world, &mut cory);
    cory.order(Command::Lock).unwrap();
    let after = request(&mut cory).unwrap();
    assert_ne!(before, after);
    // An older request is still answered: the coach may not have heard of the change.
    let old = ask(&mut sam, &before).unwrap();
    assert!(matches!(
        open_with(&mut cory, &old.code, NEW),
        Err(EngineError::WrongHelpCode { .. })
    ));
    let new = ask(&mut sam, &after).unwrap();
    open_with(&mut cory, &new.code, NEW).unwrap();
}

#[test]
fn where_nobody_could_help_nothing_is_offered() {
    let mut device = Device::new(5);
    device.found();
    device.order(Command::Lock).unwrap();
    assert_eq!(request(&mut device), None);
    assert_eq!(
        open_with(&mut device, "0000 0000 0000 0000 0000", NEW),
        Err(EngineError::NotFound)
    );
}
