//! Roles, covers, and people who leave (issue 3.1 to 3.3).

use crate::support::Device;
use crate::support::two::{
    World, add, invite, join, log, person, pill, supervisor, team as team_of,
};
use handrail_engine::api::{
    Command, DeviceState, EngineError, MemberPageView, PeopleFilter, PeopleView, Query, Reply,
    Role, SettingChange, SyncState, TeamView,
};

struct Team {
    world: World,
    sam: Device,
    cory: Device,
    dana: Device,
}

fn team() -> Team {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    let link = invite(&mut world, &mut sam, Role::VolunteerCoach);
    let dana = join(&mut world, 3, &link, "Dana Coach").unwrap();
    let mut team = Team {
        world,
        sam,
        cory,
        dana,
    };
    team.settle();
    team
}

impl Team {
    fn settle(&mut self) {
        for _ in 0..4 {
            for device in [&mut self.sam, &mut self.cory, &mut self.dana] {
                // A device that was taken out waits long between its tries.
                let _ = device.order(Command::SetSetting(SettingChange::AutoLockMinutes(60)));
                self.world.sync(device);
            }
        }
    }
}

fn member(device: &mut Device, name: &str) -> MemberPageView {
    let Reply::Settings(settings) = device.query(Query::Settings) else {
        panic!()
    };
    let found = settings.members.iter().find(|member| member.name == name);
    let member = found.expect("a member of this name").member.clone();
    match device.query(Query::Member { member }) {
        Reply::Member(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn people(device: &mut Device, mine_only: bool) -> PeopleView {
    let query = Query::People {
        search: String::new(),
        filter: PeopleFilter {
            mine_only,
            ..PeopleFilter::default()
        },
        offset: 0,
        limit: 100,
    };
    match device.query(query) {
        Reply::People(view) => view,
        other => panic!("{other:?}"),
    }
}

fn names(device: &mut Device) -> Vec<String> {
    let rows = people(device, false).rows;
    rows.into_iter().map(|row| row.name).collect()
}

fn change_role(device: &mut Device, name: &str, role: Role) -> Result<Reply, EngineError> {
    let member = member(device, name).member;
    device.order(Command::ChangeRole { member, role })
}

fn leave(device: &mut Device, name: &str) -> Result<Reply, EngineError> {
    let member = member(device, name).member;
    device.order(Command::EndMembership { member })
}

/// Group keys in a device's database, by group.
fn groups_with_keys(device: &mut Device, world: &mut World) -> usize {
    device.crash();
    let database = crate::support::database(device.folder.path());
    let keys = database.read().group_keys().unwrap();
    let groups: std::collections::BTreeSet<_> = keys.iter().map(|key| key.group).collect();
    drop(database);
    crate::support::two::unlock(world, device);
    groups.len()
}

#[test]
fn each_role_holds_the_keys_that_go_with_it_and_shows_no_more() {
    for (role, groups, reads) in [
        (Role::Coach, 2, false),
        (Role::VolunteerCoach, 2, false),
        (Role::Lead, 2, false),
        (Role::Supervisor, 5, true),
        (Role::OnCallSupervisor, 2, false),
        (Role::ClinicalProvider, 1, false),
        (Role::ProgramManager, 1, false),
        (Role::Referrer, 1, false),
        (Role::AgencyIt, 1, false),
    ] {
        let mut team = team();
        add(&mut team.cory, "Ray Example");
        team.settle();
        let link = invite(&mut team.world, &mut team.sam, role);
        let mut new = join(&mut team.world, 9, &link, "Pat New").unwrap();
        team.settle();
        team.world.sync(&mut new);
        assert_eq!(names(&mut new).len(), usize::from(reads), "{role:?}");
        assert_eq!(
            groups_with_keys(&mut new, &mut team.world),
            groups,
            "{role:?}"
        );
        let page = member(&mut team.sam, "Pat New");
        assert_eq!(page.role, role);
        assert_eq!(page.administrator, role == Role::Supervisor);
        let added = new.order(Command::AddParticipant {
            details: vec![(
                handrail_engine::api::DetailField::Name,
                "Somebody".to_owned(),
            )],
        });
        assert_eq!(added.is_ok(), groups > 1, "{role:?}");
    }
}

#[test]
fn a_coach_who_becomes_a_program_manager_reads_nothing_that_is_written_from_then_on() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "As a coach.");
    team.settle();
    change_role(&mut team.sam, "Cory Coach", Role::ProgramManager).unwrap();
    assert!(member(&mut team.sam, "Cory Coach").change_waits);
    team.settle();
    let page = member(&mut team.sam, "Cory Coach");
    assert_eq!(
        (page.role, page.change_waits),
        (Role::ProgramManager, false)
    );
    log(&mut team.sam, &ray, "After the change.");
    team.settle();
    assert!(names(&mut team.cory).is_empty());
    assert!(person(&mut team.cory, &ray).is_none());
    // What they wrote as a coach stays, and a new supervisor's device takes it.
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 7, &link, "Uma Supervisor").unwrap();
    team.world.sync(&mut uma);
    let notes: Vec<String> = person(&mut uma, &ray)
        .unwrap()
        .timeline
        .into_iter()
        .map(|entry| entry.note)
        .collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert_eq!(pill(&mut uma).quarantined, 0);
}

#[test]
fn a_coach_who_becomes_a_supervisor_reads_every_caseload_and_back() {
    let mut team = team();
    add(&mut team.cory, "Ray Example");
    add(&mut team.dana, "Bo Example");
    team.settle();
    change_role(&mut team.sam, "Dana Coach", Role::Supervisor).unwrap();
    team.settle();
    assert_eq!(names(&mut team.dana), ["Bo Example", "Ray Example"]);
    change_role(&mut team.sam, "Dana Coach", Role::Coach).unwrap();
    team.settle();
    assert_eq!(names(&mut team.dana), ["Bo Example"]);
}

#[test]
fn who_had_no_caseload_gets_one_with_a_role_that_needs_it() {
    let mut team = team();
    let link = invite(&mut team.world, &mut team.sam, Role::AgencyIt);
    let mut pat = join(&mut team.world, 9, &link, "Pat New").unwrap();
    team.settle();
    team.world.sync(&mut pat);
    change_role(&mut team.sam, "Pat New", Role::Coach).unwrap();
    team.settle();
    team.world.sync(&mut pat);
    let bo = add(&mut pat, "Bo Example");
    log(&mut pat, &bo, "First.");
    for _ in 0..2 {
        team.world.sync(&mut pat);
        team.settle();
    }
    assert_eq!(names(&mut team.sam), ["Bo Example"]);
    team.world.sync(&mut pat);
    assert!(pill(&mut pat).all_reached);
}

#[test]
fn a_member_who_leaves_loses_every_device_and_key_in_one_entry_and_the_records_stay() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "Before.");
    team.settle();
    leave(&mut team.sam, "Cory Coach").unwrap();
    team.settle();
    let page = member(&mut team.sam, "Cory Coach");
    assert!(!page.active);
    assert_eq!(page.devices[0].state, DeviceState::Removed);
    log(&mut team.sam, &ray, "After.");
    team.settle();
    crate::support::lost::wiped(&mut team.cory, 0);
    assert_eq!(person(&mut team.sam, &ray).unwrap().timeline.len(), 2);

    // Their caseload is split among the others, from the member's page.
    let page = member(&mut team.sam, "Cory Coach");
    assert_eq!(page.people.len(), 1);
    let dana = page
        .hand_over_to
        .iter()
        .find(|choice| choice.name == "Dana Coach");
    let to = vec![(
        page.people[0].participant.clone(),
        dana.unwrap().member.clone(),
    )];
    team.sam
        .order(Command::HandOverMany {
            to,
            reason: "Cory left.".to_owned(),
        })
        .unwrap();
    team.settle();
    assert_eq!(names(&mut team.dana), ["Ray Example"]);
    assert_eq!(person(&mut team.dana, &ray).unwrap().timeline.len(), 2);
    assert!(member(&mut team.sam, "Cory Coach").people.is_empty());
}

#[test]
fn a_caseload_is_split_as_chosen_or_not_at_all() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let bo = add(&mut team.cory, "Bo Example");
    team.settle();
    let page = member(&mut team.sam, "Cory Coach");
    let choice = |name: &str| {
        let found = page.hand_over_to.iter().find(|choice| choice.name == name);
        found.unwrap().member.clone()
    };
    let wrong = Command::HandOverMany {
        to: vec![
            (ray.clone(), choice("Dana Coach")),
            (bo.clone(), page.member.clone()),
        ],
        reason: String::new(),
    };
    assert_eq!(team.sam.order(wrong), Err(EngineError::NotAllowed));
    assert_eq!(person(&mut team.sam, &ray).unwrap().coach, "Cory Coach");
    let split = Command::HandOverMany {
        to: vec![
            (ray.clone(), choice("Dana Coach")),
            (bo.clone(), choice("Sam Supervisor")),
        ],
        reason: String::new(),
    };
    team.sam.order(split).unwrap();
    team.settle();
    assert_eq!(names(&mut team.dana), ["Ray Example"]);
    assert_eq!(person(&mut team.sam, &bo).unwrap().coach, "Sam Supervisor");
    assert!(names(&mut team.cory).is_empty());
}

#[test]
fn the_last_administrator_stays_and_nobody_changes_themselves() {
    let mut team = team();
    assert_eq!(
        leave(&mut team.sam, "Sam Supervisor"),
        Err(EngineError::NotAllowed)
    );
    assert_eq!(
        leave(&mut team.cory, "Sam Supervisor"),
        Err(EngineError::NotAllowed)
    );
    assert_eq!(
        change_role(&mut team.cory, "Dana Coach", Role::Supervisor),
        Err(EngineError::NotAllowed)
    );
    change_role(&mut team.sam, "Cory Coach", Role::Supervisor).unwrap();
    team.settle();
    assert!(member(&mut team.sam, "Cory Coach").administrator);
    change_role(&mut team.cory, "Sam Supervisor", Role::Coach).unwrap();
    team.settle();
    assert!(!member(&mut team.cory, "Sam Supervisor").administrator);
}

#[test]
fn a_cover_shows_the_caseload_until_its_last_day_and_then_nothing_is_left() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "By Cory.");
    team.settle();
    let page = member(&mut team.sam, "Cory Coach");
    let dana = page
        .cover_by
        .iter()
        .find(|choice| choice.name == "Dana Coach");
    let cover = |through: &str| Command::Cover {
        coach: page.member.clone(),
        by: dana.unwrap().member.clone(),
        through: through.to_owned(),
    };
    for wrong in ["2026-05-03", "2036-05-04", "soon"] {
        assert!(team.sam.order(cover(wrong)).is_err(), "{wrong}");
    }
    team.sam.order(cover("2026-05-06")).unwrap();
    team.settle();
    let rows = people(&mut team.dana, true).rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].covering_for, "Cory Coach");
    assert_eq!(
        member(&mut team.cory, "Cory Coach").covers[0].name,
        "Dana Coach"
    );
    log(&mut team.dana, &ray, "While covering.");
    team.settle();
    assert_eq!(person(&mut team.cory, &ray).unwrap().timeline.len(), 2);
    log(
        &mut team.dana,
        &ray,
        "Written on the last day, sent after it.",
    );

    for device in [&mut team.sam, &mut team.cory, &mut team.dana] {
        device.pass(3 * 86_400_000);
        // It locked long ago.
        team.world.sync(device);
        crate::support::two::unlock(&mut team.world, device);
    }
    team.settle();
    team.settle();
    assert!(member(&mut team.sam, "Cory Coach").covers.is_empty());
    assert_eq!(person(&mut team.cory, &ray).unwrap().timeline.len(), 3);
    assert!(names(&mut team.dana).is_empty());
    assert!(person(&mut team.dana, &ray).is_none());
    log(&mut team.cory, &ray, "After the cover.");
    team.settle();
    assert_eq!(person(&mut team.sam, &ray).unwrap().timeline.len(), 4);
    let view = pill(&mut team.dana);
    assert!(
        view.state == SyncState::Idle && view.waiting == 0,
        "{view:?}"
    );
    assert_eq!(view.quarantined, 0);
}

#[test]
fn a_cover_can_be_ended_early() {
    let mut team = team();
    add(&mut team.cory, "Ray Example");
    team.settle();
    let page = member(&mut team.sam, "Cory Coach");
    let by = page.cover_by[0].member.clone();
    team.sam
        .order(Command::Cover {
            coach: page.member.clone(),
            by: by.clone(),
            through: "2026-05-09".to_owned(),
        })
        .unwrap();
    team.settle();
    assert_eq!(names(&mut team.dana), ["Ray Example"]);
    team.sam
        .order(Command::EndCover {
            coach: page.member,
            by,
        })
        .unwrap();
    team.settle();
    assert!(names(&mut team.dana).is_empty());
    let view: TeamView = team_of(&mut team.sam);
    assert!(view.coaches.iter().any(|coach| coach.name == "Cory Coach"));
}
