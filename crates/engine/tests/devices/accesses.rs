//! Who opened records of others' caseloads (issue 3.9).

use crate::support::Device;
use crate::support::two::{
    World, add, invite, invite_device, join, keep_the_kit, pair, person, supervisor,
};
use handrail_engine::api::{
    Command, EngineError, Export, ForgetReason, LogKind, LogView, Query, Reply, Role, SessionView,
};

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

fn open(device: &mut Device, participant: &str) -> Result<Reply, EngineError> {
    device.order(Command::NoteOpened {
        participant: participant.to_owned(),
    })
}

/// The whole log, newest first.
fn log(device: &mut Device) -> Vec<LogView> {
    match device.query(Query::AccessLog { limit: 50 }) {
        Reply::AccessLog(rows) => rows,
        other => panic!("{other:?}"),
    }
}

/// Who opened records.
fn newest(device: &mut Device) -> Vec<LogView> {
    let opened = |row: &LogView| row.kind == LogKind::Opened;
    log(device).into_iter().filter(opened).collect()
}

/// What stands in the log, the first first.
fn kinds(device: &mut Device) -> Vec<LogKind> {
    log(device).iter().rev().map(|row| row.kind).collect()
}

fn line(device: &mut Device, kind: LogKind) -> LogView {
    let found = log(device).into_iter().find(|row| row.kind == kind);
    found.unwrap_or_else(|| panic!("no {kind:?} in {:?}", log(device)))
}

fn own_id(device: &mut Device) -> String {
    match device.query(Query::Session) {
        Reply::Session(SessionView::Unlocked(view)) => view.member,
        other => panic!("{other:?}"),
    }
}

#[test]
fn opening_a_record_of_another_caseload_is_seen_by_its_coach_once_a_day() {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    world.sync(&mut cory);
    let ray = add(&mut cory, "Ray Example");
    let lee = add(&mut cory, "Lee Example");
    open(&mut cory, &ray).unwrap();
    assert!(newest(&mut cory).is_empty(), "it is the own caseload");
    world.sync(&mut cory);
    world.sync(&mut sam);

    world.cut = true;
    open(&mut sam, &ray).unwrap();
    open(&mut sam, &ray).unwrap();
    open(&mut sam, &lee).unwrap();
    let own = newest(&mut sam);
    assert_eq!(own.len(), 2, "{own:?}");
    assert!(own.iter().all(|access| access.own));

    world.cut = false;
    world.sync(&mut sam);
    world.sync(&mut cory);
    let seen = person(&mut cory, &ray).unwrap().accesses;
    assert_eq!(seen.len(), 1, "{seen:?}");
    let [access] = seen.try_into().unwrap();
    assert_eq!(
        (access.by.as_str(), access.name.as_str(), access.own),
        ("Sam Supervisor", "Ray Example", false)
    );
    assert_eq!(newest(&mut cory).len(), 2);

    sam.pass(DAY_MS);
    open(&mut sam, &ray).unwrap();
    world.sync(&mut sam);
    world.sync(&mut cory);
    assert_eq!(person(&mut cory, &ray).unwrap().accesses.len(), 2);
    assert_eq!(
        open(&mut cory, &"00".repeat(16)),
        Err(EngineError::NotFound)
    );
}

/// A supervisor and a coach who know of each other.
fn team(world: &mut World) -> (Device, Device) {
    let mut sam = supervisor(world);
    sam.pass(60_000);
    let link = invite(world, &mut sam, Role::Coach);
    let mut cory = join(world, 2, &link, "Cory Coach").unwrap();
    world.sync(&mut cory);
    world.sync(&mut sam);
    (sam, cory)
}

#[test]
fn changes_of_the_roster_stand_in_the_log_with_the_time_of_the_device_that_made_them() {
    let mut world = World::new();
    let (mut sam, mut cory) = team(&mut world);
    assert_eq!(
        kinds(&mut sam),
        [LogKind::Founded, LogKind::Invited, LogKind::Joined]
    );
    let joined = line(&mut sam, LogKind::Joined);
    assert_eq!((joined.by.as_str(), joined.own), ("Cory Coach", false));
    // Their clock is behind; the roster knows what came first.
    assert!(joined.at.unwrap() <= cory.clock.at);
    assert!(joined.at < line(&mut sam, LogKind::Invited).at);
    let invited = line(&mut sam, LogKind::Invited);
    assert_eq!(
        (invited.role, invited.own, invited.about.as_str()),
        (Some(Role::Coach), true, "Cory Coach")
    );
    let founded = line(&mut sam, LogKind::Founded);
    assert!(invited.at > founded.at && founded.at.is_some());

    let coach = own_id(&mut cory);
    let change = Command::ChangeRole {
        member: coach.clone(),
        role: Role::Lead,
    };
    world.order(&mut sam, change).unwrap();
    let link = invite_device(&mut world, &mut sam, &coach);
    let mut second = join(&mut world, 3, &link, "").unwrap();
    world.sync(&mut second);
    world.sync(&mut sam);
    let end = Command::EndMembership { member: coach };
    world.order(&mut sam, end).unwrap();
    world.sync(&mut sam);
    assert_eq!(
        kinds(&mut sam)[3..],
        [
            LogKind::RoleChanged,
            LogKind::DeviceInvited,
            LogKind::DeviceAdded,
            LogKind::DeviceRemoved,
            LogKind::DeviceRemoved,
            LogKind::Left
        ]
    );
    assert_eq!(line(&mut sam, LogKind::RoleChanged).role, Some(Role::Lead));
    assert_eq!(line(&mut sam, LogKind::Left).about, "Cory Coach");
    assert!(log(&mut sam).iter().all(|row| row.at.is_some()));
}

#[test]
fn covers_and_hand_overs_stand_in_the_log_with_whose_and_to_whom() {
    let mut world = World::new();
    let (mut sam, mut cory) = team(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut dana = join(&mut world, 3, &link, "Dana Coach").unwrap();
    world.sync(&mut dana);
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut sam);
    let (coach, by) = (own_id(&mut cory), own_id(&mut dana));
    let cover = Command::Cover {
        coach: coach.clone(),
        by: by.clone(),
        through: "2026-05-10".to_owned(),
    };
    world.order(&mut sam, cover).unwrap();
    let end = Command::EndCover {
        coach,
        by: by.clone(),
    };
    world.order(&mut sam, end).unwrap();
    let hand_over = Command::HandOver {
        participant: ray,
        to: by,
        reason: String::new(),
    };
    world.order(&mut sam, hand_over).unwrap();
    for kind in [LogKind::CoverBegun, LogKind::CoverEnded] {
        let cover = line(&mut sam, kind);
        assert_eq!(
            (cover.about.as_str(), cover.coach.as_str()),
            ("Dana Coach", "Cory Coach")
        );
    }
    let handed = line(&mut sam, LogKind::HandedOver);
    assert_eq!(
        (handed.name.as_str(), handed.about.as_str(), handed.own),
        ("Ray Example", "Dana Coach", true)
    );
    // The new coach sees what stands in their records, and nothing of the rest.
    world.sync(&mut sam);
    world.sync(&mut dana);
    assert_eq!(kinds(&mut dana), [LogKind::HandedOver]);
    assert_eq!(line(&mut dana, LogKind::HandedOver).by, "Sam Supervisor");
}

/// No network: the code is written down before it is shown, and stays over a crash.
#[test]
fn a_code_and_a_copy_are_written_down_with_no_network() {
    let mut world = World::new();
    let (mut sam, mut cory) = team(&mut world);
    cory.order(Command::Lock).unwrap();
    let request = match cory.query(Query::Session) {
        Reply::Session(SessionView::Locked { help_request, .. }) => help_request.unwrap(),
        other => panic!("{other:?}"),
    };
    world.cut = true;
    let give = |request: &str| Command::GiveHelpCode {
        request: request.to_owned(),
    };
    let refused = sam.order(give("1-1-1"));
    assert_eq!(refused, Err(EngineError::NotFound));
    sam.order(give(&request)).unwrap();
    sam.pass(60_000);
    sam.order(Command::NoteExport(Export::AccessLog(4)))
        .unwrap();
    sam.order(Command::NoteExport(Export::RecoveryKit)).unwrap();
    sam.order(Command::NoteExport(Export::Requirements))
        .unwrap();
    sam.crash();
    sam.order(Command::Unlock {
        passphrase: crate::support::PASSPHRASE.to_owned(),
    })
    .unwrap();
    let told = [
        LogKind::HelpGiven,
        LogKind::LogCopied,
        LogKind::KitPrinted,
        LogKind::RequirementsPrinted,
    ];
    for kind in told {
        assert_eq!(
            kinds(&mut sam).iter().filter(|one| **one == kind).count(),
            1
        );
    }
    let help = line(&mut sam, LogKind::HelpGiven);
    assert_eq!(
        (help.about.as_str(), help.device.as_str()),
        ("Cory Coach", "Test device")
    );
    assert_eq!(line(&mut sam, LogKind::LogCopied).rows, 4);
    assert!(help.at < line(&mut sam, LogKind::LogCopied).at);

    // Another supervisor reads it when it has come there.
    world.cut = false;
    world.sync(&mut sam);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut toni = join(&mut world, 4, &link, "Toni Supervisor").unwrap();
    world.sync(&mut toni);
    assert_eq!(line(&mut toni, LogKind::HelpGiven).by, "Sam Supervisor");
}

/// Who was there before the log began cannot say when: no time is made up.
#[test]
fn an_entry_from_before_the_log_has_its_place_and_no_time() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    invite(&mut world, &mut sam, Role::Coach);
    sam.engine.close();
    // As an earlier version left it: neither the mark nor the events.
    let mut store = crate::support::database(sam.folder.path());
    store
        .transaction(|tx| tx.remove_meta("noted_roster"))
        .unwrap();
    store.close().unwrap();
    crate::support::two::unlock(&mut world, &mut sam);
    invite(&mut world, &mut sam, Role::Lead);
    let all = log(&mut sam);
    assert_eq!(all.len(), 3, "{all:?}");
    assert_eq!(all[0].role, Some(Role::Lead));
    assert!(all[0].at.is_some());
}

#[test]
fn an_order_to_forget_and_new_keys_stand_in_the_log_without_the_name_of_who_was_forgotten() {
    let mut world = World::new();
    let (mut sam, mut cory) = team(&mut world);
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut sam);
    open(&mut sam, &ray).unwrap();
    sam.pass(60_000);
    let order = Command::Forget {
        participant: ray.clone(),
        reason: ForgetReason::Declined,
    };
    sam.order(order).unwrap();
    let told = line(&mut sam, LogKind::Forgotten);
    assert_eq!((told.own, told.at), (true, Some(sam.clock.at)));
    assert_eq!((told.participant.as_str(), told.name.as_str()), (&*ray, ""));
    let forgotten = told.forgotten.unwrap();
    assert_eq!(forgotten.reason, ForgetReason::Declined);
    assert_eq!((forgotten.waiting, forgotten.complete), (1, false));
    for device in [&mut sam, &mut cory] {
        world.sync(device);
    }
    world.sync(&mut sam);
    assert_eq!(
        line(&mut sam, LogKind::Forgotten)
            .forgotten
            .unwrap()
            .waiting,
        0
    );
    assert_eq!(line(&mut cory, LogKind::Forgotten).by, "Sam Supervisor");
    assert!(
        !kinds(&mut sam).contains(&LogKind::Opened),
        "gone with the record"
    );

    keep_the_kit(&mut sam);
    sam.pass(60_000);
    sam.order(Command::RenewKeys).unwrap();
    for _ in 0..4 {
        world.sync(&mut sam);
        world.sync(&mut cory);
    }
    let renewed = line(&mut sam, LogKind::KeysRenewed);
    assert!(renewed.own && renewed.at.is_some());
    let count = |kind| move |one: &&LogKind| **one == kind;
    let all = kinds(&mut sam);
    assert_eq!(all.iter().filter(count(LogKind::KeysRenewed)).count(), 1);
    assert_eq!(
        all.iter().filter(count(LogKind::DeviceKeysRenewed)).count(),
        2
    );
    assert!(
        line(&mut sam, LogKind::Forgotten)
            .forgotten
            .unwrap()
            .complete
    );
    let text = format!("{:?}{:?}", log(&mut sam), log(&mut cory));
    assert!(!text.contains("Ray"), "{text}");
}
