//! Groups that meet: who reads one, two who write at once with no signal, and what stands in whose
//! record (issue 4.7).

use crate::support::three::{Team, team};
use crate::support::two::{World, add, invite, join, log, person, supervisor, unlock};
use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    AgendaView, Command, EncounterKind, EngineError, Every, GroupCommand, GroupDue, GroupInput,
    GroupView, GroupsView, InvalidField, LocalDate, Mark, MeetingInput, MeetingSlot,
    ObligationKind, Off, Outcome, Part, Query, Reply, Rhythm, Role, SessionView, SheetOfMeeting,
    SheetPerson, Stays, TimeOfDay, Zone,
};

const MINUTE: u64 = 60_000;
const MISTAKE: &str = "Ticked by mistake.";

/// The day on which a fresh device's clock stands, a Monday, at 14:00 in Chicago.
fn tonight() -> LocalDate {
    LocalDate::parse("2026-05-04").unwrap()
}

fn mondays() -> Rhythm {
    Rhythm {
        every: Every::Weeks { weeks: 1, days: 1 },
        at: TimeOfDay::parse("18:00").unwrap(),
        minutes: 90,
        zone: Some(Zone::Central),
    }
}

fn list(device: &mut Device) -> GroupsView {
    match device.query(Query::Groups) {
        Reply::Groups(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn only(device: &mut Device) -> String {
    let groups = list(device).groups;
    assert_eq!(groups.len(), 1, "{groups:?}");
    groups[0].group.clone()
}

fn one(device: &mut Device, group: &str) -> GroupView {
    let group = group.to_owned();
    match device.query(Query::Group { group }) {
        Reply::Group(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn sheet(device: &mut Device, group: &str) -> SheetOfMeeting {
    let (group, key) = (group.to_owned(), tonight());
    match device.query(Query::Meeting { group, key }) {
        Reply::Meeting(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn due(device: &mut Device) -> Vec<GroupDue> {
    match device.query(Query::GroupsDue) {
        Reply::GroupsDue(due) => due,
        other => panic!("{other:?}"),
    }
}

fn order(device: &mut Device, command: GroupCommand) -> Result<Reply, EngineError> {
    device.order(Command::Group(command))
}

fn say(device: &mut Device, group: &str, change: MeetingInput) -> Result<Reply, EngineError> {
    let (group, key) = (group.to_owned(), tonight());
    order(device, GroupCommand::Meeting { group, key, change })
}

fn mark(device: &mut Device, group: &str, participant: &str, mark: Mark) {
    let change = MeetingInput::Came {
        participant: participant.to_owned(),
        mark,
        reason: MISTAKE.to_owned(),
    };
    say(device, group, change).unwrap();
}

fn make(member: &str) -> GroupCommand {
    GroupCommand::Make {
        name: "Mondays at St. Mary's".to_owned(),
        place: "Room 2".to_owned(),
        whom: String::new(),
        from: tonight(),
        rhythm: mondays(),
        member: member.to_owned(),
        part: Part::Leads,
    }
}

fn own_member(device: &mut Device) -> String {
    match device.query(Query::Session) {
        Reply::Session(SessionView::Unlocked(view)) => view.member.clone(),
        other => panic!("{other:?}"),
    }
}

fn regular(device: &mut Device, group: &str, participant: &str) {
    let change = GroupInput::Regular {
        participant: participant.to_owned(),
        expected: true,
    };
    let (group, changes) = (group.to_owned(), vec![change]);
    order(device, GroupCommand::Change { group, changes }).unwrap();
}

fn on_sheet(view: &SheetOfMeeting, participant: &str) -> SheetPerson {
    let mut people = view.people.iter();
    let found = people.find(|one| one.participant == participant);
    found.unwrap_or_else(|| panic!("{:?}", view.people)).clone()
}

/// Contacts of a participant that stand: how, what came of it, minutes and words.
fn contacts(device: &mut Device, participant: &str) -> Vec<(EncounterKind, Outcome, u32, String)> {
    let view = person(device, participant).unwrap();
    let standing = view.timeline.into_iter().filter(|one| one.voided.is_none());
    standing
        .map(|one| (one.kind, one.outcome, one.minutes, one.note))
        .collect()
}

fn unlock_alone(device: &mut Device) {
    let passphrase = PASSPHRASE.to_owned();
    device.order(Command::Unlock { passphrase }).unwrap();
}

/// One device without a relay, with a group that its owner leads.
fn alone() -> (Device, String) {
    let mut device = Device::new(1);
    device.found();
    let own = own_member(&mut device);
    order(&mut device, make(&own)).unwrap();
    let group = only(&mut device);
    (device, group)
}

/// A supervisor, and a group that Cory leads.
fn led_by_cory() -> (Team, String) {
    let mut team = team();
    let cory = own_member(&mut team.cory);
    team.world
        .order(&mut team.sam, Command::Group(make(&cory)))
        .unwrap();
    team.settle();
    let group = only(&mut team.cory);
    (team, group)
}

fn let_in(team: &mut Team, group: &str, part: Part) {
    let command = GroupCommand::LetIn {
        group: group.to_owned(),
        member: own_member(&mut team.dana),
        part,
    };
    team.world
        .order(&mut team.sam, Command::Group(command))
        .unwrap();
    team.settle();
}

#[test]
fn s0_20_s0_21_an_evening_is_written_down_offline_and_there_again_after_a_crash() {
    let (mut device, group) = alone();
    let ray = add(&mut device, "Ray Example");
    let mia = add(&mut device, "Mia Example");
    device.pass(4 * 60 * MINUTE);
    mark(&mut device, &group, &ray, Mark::Here);
    mark(&mut device, &group, &mia, Mark::Here);
    say(&mut device, &group, MeetingInput::Name("Jo".to_owned())).unwrap();
    say(&mut device, &group, MeetingInput::More(3)).unwrap();
    let words = "Two newcomers; it was easy to talk.".to_owned();
    say(&mut device, &group, MeetingInput::Saw(words.clone())).unwrap();
    let missed = Vec::new();
    say(&mut device, &group, MeetingInput::Done { missed }).unwrap();
    let before = sheet(&mut device, &group);
    assert_eq!(before.heads, 6);
    assert_eq!(before.names.len(), 1);
    assert_eq!(before.seen[0].words, words);
    assert!(before.done.is_some() && before.meeting.done);
    device.crash();
    unlock_alone(&mut device);
    assert_eq!(sheet(&mut device, &group), before);
    let past = one(&mut device, &group);
    device.pass(2 * 60 * MINUTE);
    assert!(past.past.is_empty(), "it is still going on");
    assert_eq!(one(&mut device, &group).past[0].heads, Some(6));
}

#[test]
fn s0_20_s0_22_who_came_has_it_in_their_record_with_the_group_and_nobody_else() {
    let (mut device, group) = alone();
    let ray = add(&mut device, "Ray Example");
    let mia = add(&mut device, "Mia Example");
    device.pass(4 * 60 * MINUTE);
    mark(&mut device, &group, &ray, Mark::Here);
    mark(&mut device, &group, &mia, Mark::Here);
    say(&mut device, &group, MeetingInput::Name("Jolene".to_owned())).unwrap();
    let words = MeetingInput::Saw("Ray and Mia talk over Jolene.".to_owned());
    say(&mut device, &group, words).unwrap();
    let note = "Mondays at St. Mary's".to_owned();
    let expected = [(EncounterKind::Group, Outcome::Reached, 90, note)];
    assert_eq!(contacts(&mut device, &ray), expected);
    let all = format!("{:?}", person(&mut device, &ray).unwrap());
    for other in ["Mia", "Jolene", mia.as_str()] {
        assert!(!all.contains(other), "{other} stands in the record of Ray");
    }
    let timeline = person(&mut device, &ray).unwrap().timeline;
    // 18:00 in Chicago, not when somebody ticked a name.
    assert_eq!(timeline[0].at, 1_777_935_600_000);
}

#[test]
fn s0_20_a_tick_is_taken_back_and_set_again_in_one_and_the_same_contact() {
    let (mut device, group) = alone();
    let ray = add(&mut device, "Ray Example");
    device.pass(4 * 60 * MINUTE);
    mark(&mut device, &group, &ray, Mark::Here);
    mark(&mut device, &group, &ray, Mark::Nothing);
    assert!(contacts(&mut device, &ray).is_empty());
    assert_eq!(sheet(&mut device, &group).heads, 0);
    mark(&mut device, &group, &ray, Mark::Missed);
    mark(&mut device, &group, &ray, Mark::Here);
    mark(&mut device, &group, &ray, Mark::Here);
    assert_eq!(contacts(&mut device, &ray).len(), 1);
    assert_eq!(contacts(&mut device, &ray)[0].1, Outcome::Reached);
    let timeline = person(&mut device, &ray).unwrap().timeline;
    assert_eq!(timeline.len(), 1, "no second contact was made");
}

#[test]
fn s0_20_who_is_expected_and_missed_it_is_owed_a_contact() {
    let (mut device, group) = alone();
    let ray = add(&mut device, "Ray Example");
    let mia = add(&mut device, "Mia Example");
    for participant in [&ray, &mia] {
        regular(&mut device, &group, participant);
    }
    device.pass(4 * 60 * MINUTE);
    mark(&mut device, &group, &mia, Mark::Here);
    let missed = vec![ray.clone()];
    say(&mut device, &group, MeetingInput::Done { missed }).unwrap();
    let owed = |device: &mut Device, participant: &str| {
        let view = person(device, participant).unwrap();
        let mut all = view.obligations.into_iter();
        all.any(|one| one.kind == ObligationKind::GroupFollowUp && one.is_owed())
    };
    assert!(owed(&mut device, &ray));
    assert!(!owed(&mut device, &mia));
    assert_eq!(
        on_sheet(&sheet(&mut device, &group), &ray).mark,
        Some(Mark::Missed)
    );
}

#[test]
fn s0_20_today_says_that_there_is_a_group_and_that_who_came_is_to_be_written_down() {
    let (mut device, group) = alone();
    let [before] = due(&mut device).try_into().unwrap();
    assert!(!before.write_down && before.part == Part::Leads);
    assert_eq!(before.meeting.begins_at, 1_777_935_600_000);
    device.pass(4 * 60 * MINUTE + MINUTE);
    let [during] = due(&mut device).try_into().unwrap();
    assert!(during.write_down);
    device.pass(3 * 24 * 60 * MINUTE);
    let [late] = due(&mut device).try_into().unwrap();
    assert_eq!(late.meeting.key, tonight());
    let missed = Vec::new();
    say(&mut device, &group, MeetingInput::Done { missed }).unwrap();
    assert!(due(&mut device).is_empty());
    // Somebody who is expected and of whom nothing is said brings it back, unless they came to
    // the program later.
    let ray = add(&mut device, "Ray Example");
    regular(&mut device, &group, &ray);
    assert!(due(&mut device).is_empty());
    say(&mut device, &group, MeetingInput::Reopen).unwrap();
    assert_eq!(due(&mut device).len(), 1);
    let off = MeetingInput::Off(Some(Off::Weather));
    say(&mut device, &group, off).unwrap();
    assert!(due(&mut device).is_empty());
}

#[test]
fn s4_5_who_takes_part_as_a_peer_is_told_of_it_and_writes_nobody_down() {
    let (mut team, group) = led_by_cory();
    let_in(&mut team, &group, Part::Peer);
    let [there] = due(&mut team.dana).try_into().unwrap();
    assert_eq!(there.part, Part::Peer);
    team.dana.pass(4 * 60 * MINUTE + MINUTE);
    let [during] = due(&mut team.dana).try_into().unwrap();
    assert!(!during.write_down);
    team.dana.pass(2 * 60 * MINUTE);
    assert!(due(&mut team.dana).is_empty());
    // Tonight she leads, and only tonight.
    let member = own_member(&mut team.dana);
    let part = Part::Leads;
    say(&mut team.dana, &group, MeetingInput::With { member, part }).unwrap();
    assert!(due(&mut team.dana)[0].write_down);
    let staff = one(&mut team.dana, &group).staff;
    assert!(
        staff
            .iter()
            .any(|one| one.name == "Dana Coach" && one.part == Part::Peer)
    );
}

#[test]
fn s0_20_two_who_lead_it_write_with_no_signal_and_nothing_is_lost() {
    let (mut team, group) = led_by_cory();
    let_in(&mut team, &group, Part::Leads);
    let ray = add(&mut team.cory, "Ray Example");
    let mia = add(&mut team.dana, "Mia Example");
    let uma = add(&mut team.dana, "Uma Example");
    for device in [&mut team.cory, &mut team.dana] {
        device.pass(4 * 60 * MINUTE);
    }
    mark(&mut team.cory, &group, &ray, Mark::Here);
    say(&mut team.cory, &group, MeetingInput::Name("Jo".to_owned())).unwrap();
    say(
        &mut team.cory,
        &group,
        MeetingInput::Saw("Warm.".to_owned()),
    )
    .unwrap();
    mark(&mut team.dana, &group, &mia, Mark::Here);
    mark(&mut team.dana, &group, &uma, Mark::Here);
    say(&mut team.dana, &group, MeetingInput::Name("Kim".to_owned())).unwrap();
    say(&mut team.dana, &group, MeetingInput::More(2)).unwrap();
    let missed = Vec::new();
    say(&mut team.dana, &group, MeetingInput::Done { missed }).unwrap();
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    team.settle();
    for device in [&mut team.cory, &mut team.dana, &mut team.sam] {
        let view = sheet(device, &group);
        assert_eq!(view.heads, 7);
        assert_eq!((view.names.len(), view.more, view.seen.len()), (2, 2, 1));
        assert_eq!(view.done.clone().unwrap().0, "Dana Coach");
    }
    // Each reads only the people whose records they keep; of the others they know that they came.
    let cory = sheet(&mut team.cory, &group);
    assert_eq!(cory.elsewhere, 2);
    let shown = format!("{cory:?}");
    assert!(!shown.contains("Mia") && !shown.contains(&mia));
    assert_eq!(sheet(&mut team.dana, &group).elsewhere, 1);
    assert_eq!(sheet(&mut team.sam, &group).elsewhere, 0);
    assert_eq!(contacts(&mut team.sam, &mia).len(), 1);
}

#[test]
fn s0_20_one_person_written_down_by_two_at_once_is_said_to_be_there_twice_until_one_is_taken_back()
{
    let (mut team, group) = led_by_cory();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        device.pass(4 * 60 * MINUTE);
    }
    mark(&mut team.cory, &group, &ray, Mark::Here);
    mark(&mut team.sam, &group, &ray, Mark::Here);
    team.settle();
    let view = sheet(&mut team.cory, &group);
    assert!(on_sheet(&view, &ray).twice);
    assert_eq!(view.heads, 1);
    assert_eq!(contacts(&mut team.cory, &ray).len(), 2);
    let change = MeetingInput::Once {
        participant: ray.clone(),
        reason: "Written down twice.".to_owned(),
    };
    say(&mut team.cory, &group, change).unwrap();
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        let view = sheet(device, &group);
        assert!(!on_sheet(&view, &ray).twice);
        assert_eq!(contacts(device, &ray).len(), 1);
    }
}

#[test]
fn s0_20_two_counts_stand_side_by_side_until_one_is_chosen() {
    let (mut team, group) = led_by_cory();
    let_in(&mut team, &group, Part::Leads);
    for (device, more) in [(&mut team.cory, 4), (&mut team.dana, 6)] {
        device.pass(4 * 60 * MINUTE);
        say(device, &group, MeetingInput::More(more)).unwrap();
    }
    team.settle();
    let view = sheet(&mut team.cory, &group);
    let [conflict] = view.conflicts.try_into().unwrap();
    let authors: Vec<&str> = conflict
        .versions
        .iter()
        .map(|one| one.author.as_str())
        .collect();
    assert!(authors.contains(&"Cory Coach") && authors.contains(&"Dana Coach"));
    assert_eq!(view.heads, 6);
    let command = GroupCommand::Resolve {
        group: group.clone(),
        field: conflict.field,
        value: "4".to_owned(),
    };
    order(&mut team.cory, command).unwrap();
    team.settle();
    let view = sheet(&mut team.dana, &group);
    assert_eq!((view.heads, view.conflicts.len()), (4, 0));
}

#[test]
fn s0_22_only_who_leads_it_takes_part_or_supervises_reads_a_group() {
    let (mut team, group) = led_by_cory();
    assert_eq!(list(&mut team.sam).groups.len(), 1);
    assert!(
        list(&mut team.dana).groups.is_empty(),
        "a coach of another caseload"
    );
    let query = Query::Group {
        group: group.clone(),
    };
    let refused = team.dana.ask(handrail_engine::api::Request::Query(query));
    assert_eq!(refused, Err(EngineError::NotFound));
    let link = invite(&mut team.world, &mut team.sam, Role::ProgramManager);
    let mut pat = join(&mut team.world, 9, &link, "Pat Manager").unwrap();
    for _ in 0..3 {
        team.settle();
        team.world.sync(&mut pat);
    }
    assert!(list(&mut pat).groups.is_empty());
    let refused = order(&mut pat, make(&own_member(&mut team.cory)));
    assert_eq!(refused, Err(EngineError::NotAllowed));
    let member = own_member(&mut pat);
    let command = GroupCommand::LetIn {
        group: group.clone(),
        member,
        part: Part::Leads,
    };
    let refused = order(&mut team.sam, command);
    assert_eq!(refused, Err(EngineError::NotAllowed), "numbers only");
    let database = |device: Device| {
        let Device { folder, engine, .. } = device;
        drop(engine);
        let store = crate::support::database(folder.path());
        let documents = store.read().grouped_documents().unwrap();
        documents
            .iter()
            .any(|document| document.document.to_string() == group)
    };
    assert!(!database(pat), "nothing of it reached their device");
    assert!(!database(team.dana));
}

#[test]
fn s0_22_who_is_taken_out_reads_nothing_that_is_written_from_then_on() {
    let (mut team, group) = led_by_cory();
    let_in(&mut team, &group, Part::Leads);
    assert_eq!(list(&mut team.dana).groups.len(), 1);
    let member = own_member(&mut team.dana);
    let command = GroupCommand::TakeOut {
        group: group.clone(),
        member,
    };
    team.world
        .order(&mut team.sam, Command::Group(command))
        .unwrap();
    team.settle();
    team.cory.pass(4 * 60 * MINUTE);
    let words = "A word that Dana is not to read.";
    let said = MeetingInput::Saw(words.to_owned());
    say(&mut team.cory, &group, said).unwrap();
    team.settle();
    assert!(list(&mut team.dana).groups.is_empty());
    assert_eq!(sheet(&mut team.sam, &group).seen[0].words, words);
    let kept = {
        let Device { folder, engine, .. } = team.dana;
        drop(engine);
        let store = crate::support::database(folder.path());
        let id = group.parse().unwrap();
        store.read().document(&id).unwrap()
    };
    let kept = kept.map(|saved| String::from_utf8_lossy(&saved.saved).into_owned());
    assert!(!kept.unwrap_or_default().contains(words));
}

#[test]
fn s0_22_a_change_of_role_leaves_a_coach_in_the_groups_that_they_were_let_into() {
    let (mut team, group) = led_by_cory();
    let_in(&mut team, &group, Part::Leads);
    let command = Command::ChangeRole {
        member: own_member(&mut team.dana),
        role: Role::Lead,
    };
    team.world.order(&mut team.sam, command).unwrap();
    team.settle();
    assert_eq!(only(&mut team.dana), group);
}

#[test]
fn s0_20_a_group_that_was_made_with_no_signal_waits_for_it() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let own = own_member(&mut sam);
    order(&mut sam, make(&own)).unwrap();
    let view = list(&mut sam);
    assert_eq!(view.waiting, ["Mondays at St. Mary's"]);
    assert!(view.groups.is_empty());
    sam.crash();
    unlock(&mut world, &mut sam);
    for _ in 0..3 {
        world.sync(&mut sam);
    }
    let view = list(&mut sam);
    assert!(view.waiting.is_empty());
    assert_eq!(view.groups.len(), 1);
}

#[test]
fn s0_20_the_rhythm_changes_meetings_move_and_nobody_is_ticked_too_early() {
    let (mut device, group) = alone();
    let ray = add(&mut device, "Ray Example");
    let early = MeetingInput::Came {
        participant: ray.clone(),
        mark: Mark::Here,
        reason: String::new(),
    };
    let refused = say(&mut device, &group, early.clone()).unwrap_err();
    let is_time = |error: &EngineError| {
        matches!(
            error,
            EngineError::Invalid {
                field: InvalidField::Time,
                ..
            }
        )
    };
    assert!(is_time(&refused), "{refused:?}");
    let slot = MeetingSlot {
        on: tonight(),
        at: TimeOfDay::parse("15:00").unwrap(),
        minutes: 60,
    };
    say(&mut device, &group, MeetingInput::Move(Some(slot))).unwrap();
    say(&mut device, &group, early).unwrap();
    assert_eq!(contacts(&mut device, &ray)[0].2, 60);
    let from = LocalDate::parse("2026-05-10").unwrap();
    let to = Rhythm {
        every: Every::MonthWeekday { nth: 5, weekday: 3 },
        ..mondays()
    };
    let change = GroupInput::Rhythm { from, to: Some(to) };
    let command = GroupCommand::Change {
        group: group.clone(),
        changes: vec![change],
    };
    order(&mut device, command).unwrap();
    let view = one(&mut device, &group);
    let next: Vec<String> = view
        .next
        .iter()
        .map(|one| one.slot.on.to_string())
        .collect();
    assert_eq!(next[..3], ["2026-05-04", "2026-05-28", "2026-06-25"]);
    assert_eq!(view.rhythms.len(), 2);
    let unknown = GroupCommand::Meeting {
        group,
        key: LocalDate::parse("2026-05-06").unwrap(),
        change: MeetingInput::More(1),
    };
    assert!(order(&mut device, unknown).is_err(), "nobody meets then");
}

#[test]
fn s0_22_who_covers_for_the_coach_it_began_with_stands_in_for_them() {
    let (mut team, group) = led_by_cory();
    let command = Command::Cover {
        coach: own_member(&mut team.cory),
        by: own_member(&mut team.dana),
        through: "2026-05-06".to_owned(),
    };
    team.world.order(&mut team.sam, command).unwrap();
    team.settle();
    assert_eq!(only(&mut team.dana), group);
    let [tonight] = due(&mut team.dana).try_into().unwrap();
    assert_eq!(tonight.part, Part::Leads);
    team.dana.pass(4 * 60 * MINUTE);
    say(&mut team.dana, &group, MeetingInput::More(5)).unwrap();
    team.settle();
    assert_eq!(sheet(&mut team.cory, &group).heads, 5);
}

fn staff_order(team: &mut Team, group: &str, lets_in: bool) -> GroupCommand {
    let (group, member) = (group.to_owned(), own_member(&mut team.dana));
    if lets_in {
        let part = Part::Leads;
        GroupCommand::LetIn {
            group,
            member,
            part,
        }
    } else {
        GroupCommand::TakeOut { group, member }
    }
}

fn staff_names(device: &mut Device, group: &str) -> Vec<String> {
    let staff = one(device, group).staff.into_iter();
    staff.map(|one| one.name).collect()
}

#[test]
fn s0_22_who_is_let_in_and_taken_out_again_before_there_is_a_signal_never_reads_the_group() {
    let (mut team, group) = led_by_cory();
    for lets_in in [true, false] {
        let command = staff_order(&mut team, &group, lets_in);
        order(&mut team.sam, command).unwrap();
    }
    team.settle();
    assert!(list(&mut team.dana).groups.is_empty());
    let view = one(&mut team.sam, &group);
    assert!(!view.waits, "nothing is left to do");
    assert!(view.staff.iter().all(|one| one.name != "Dana Coach"));
}

#[test]
fn s0_22_who_is_taken_out_and_let_in_again_before_there_is_a_signal_reads_it_as_is_shown() {
    let (mut team, group) = led_by_cory();
    let_in(&mut team, &group, Part::Leads);
    for lets_in in [false, true] {
        let command = staff_order(&mut team, &group, lets_in);
        order(&mut team.sam, command).unwrap();
    }
    team.settle();
    assert_eq!(only(&mut team.dana), group);
    assert!(!one(&mut team.sam, &group).waits);
    assert!(staff_names(&mut team.sam, &group).contains(&"Dana Coach".to_owned()));
}

#[test]
fn s0_22_the_last_word_holds_also_where_the_first_was_taken_and_its_answer_was_lost() {
    let (mut team, group) = led_by_cory();
    team.world.lose = Some(crate::support::two::Lose::Answer);
    let command = staff_order(&mut team, &group, true);
    order(&mut team.sam, command).unwrap();
    team.world.sync(&mut team.sam);
    assert!(team.world.cut, "the relay has the entry");
    let command = staff_order(&mut team, &group, false);
    order(&mut team.sam, command).unwrap();
    team.world.cut = false;
    team.settle();
    assert!(list(&mut team.dana).groups.is_empty());
    assert!(!one(&mut team.sam, &group).waits);
}

#[test]
fn s0_22_who_covers_and_is_let_in_stays_in_the_group_when_the_cover_ends() {
    let (mut team, group) = led_by_cory();
    let (coach, by) = (own_member(&mut team.cory), own_member(&mut team.dana));
    let cover = Command::Cover {
        coach: coach.clone(),
        by: by.clone(),
        through: "2026-05-06".to_owned(),
    };
    team.world.order(&mut team.sam, cover).unwrap();
    team.settle();
    let_in(&mut team, &group, Part::Leads);
    let end = Command::EndCover { coach, by };
    team.world.order(&mut team.sam, end).unwrap();
    team.settle();
    assert_eq!(only(&mut team.dana), group);
    say(&mut team.dana, &group, MeetingInput::More(2)).unwrap();
    team.settle();
    assert_eq!(sheet(&mut team.cory, &group).heads, 2);
}

#[test]
fn s0_22_who_reads_a_group_whatever_part_they_have_stays_in_sight_with_the_reason() {
    let (mut team, group) = led_by_cory();
    let member = own_member(&mut team.cory);
    let out = GroupCommand::TakeOut {
        group: group.clone(),
        member,
    };
    team.world
        .order(&mut team.sam, Command::Group(out))
        .unwrap();
    team.settle();
    let staff = one(&mut team.sam, &group).staff;
    let [cory] = staff.try_into().unwrap();
    assert_eq!((cory.part, cory.stays), (Part::Away, Some(Stays::BeganIt)));
    assert_eq!(only(&mut team.cory), group, "who began it reads it still");
    assert!(due(&mut team.cory).is_empty(), "and has no part in it");
}

#[test]
fn s0_20_who_is_expected_from_today_on_was_not_missing_before() {
    let (mut device, group) = alone();
    let ray = add(&mut device, "Ray Example");
    device.pass(4 * 60 * MINUTE + MINUTE);
    let missed = Vec::new();
    say(&mut device, &group, MeetingInput::Done { missed }).unwrap();
    device.pass(24 * 60 * MINUTE);
    regular(&mut device, &group, &ray);
    assert!(due(&mut device).is_empty(), "that evening is written down");
    let view = sheet(&mut device, &group);
    assert!(!on_sheet(&view, &ray).regular, "nobody expected them then");
    // The week after they are.
    device.pass(6 * 24 * 60 * MINUTE);
    let key = tonight().plus_days(7);
    let view = match device.query(Query::Meeting { group, key }) {
        Reply::Meeting(view) => *view,
        other => panic!("{other:?}"),
    };
    assert!(on_sheet(&view, &ray).regular);
}

/// What is said of a meeting is refused because it is written down who came.
fn is_written(result: &Result<Reply, EngineError>) -> bool {
    matches!(
        result,
        Err(EngineError::Invalid {
            field: InvalidField::Written,
            ..
        })
    )
}

#[test]
fn s0_20_called_off_by_one_and_written_down_by_another_is_shown_as_both_until_somebody_decides() {
    let (mut team, group) = led_by_cory();
    let_in(&mut team, &group, Part::Leads);
    let mia = add(&mut team.dana, "Mia Example");
    team.settle();
    for device in [&mut team.cory, &mut team.dana] {
        device.pass(4 * 60 * MINUTE + MINUTE);
    }
    let off = || MeetingInput::Off(Some(Off::Weather));
    say(&mut team.cory, &group, off()).unwrap();
    mark(&mut team.dana, &group, &mia, Mark::Here);
    let missed = Vec::new();
    say(&mut team.dana, &group, MeetingInput::Done { missed }).unwrap();
    team.settle();
    for device in [&mut team.cory, &mut team.dana] {
        let meeting = sheet(device, &group).meeting;
        assert_eq!((meeting.off, meeting.heads), (Some(Off::Weather), Some(1)));
        let [shown] = due(device).try_into().unwrap();
        assert_eq!(shown.meeting.heads, Some(1), "somebody is asked to decide");
    }
    say(&mut team.cory, &group, MeetingInput::Off(None)).unwrap();
    team.settle();
    assert_eq!(sheet(&mut team.dana, &group).meeting.off, None);
    // Nobody who has heard of it calls it off or moves it under the contacts.
    let slot = MeetingSlot {
        on: tonight().plus_days(1),
        at: TimeOfDay::NOON,
        minutes: 60,
    };
    for change in [
        off(),
        MeetingInput::Move(Some(slot)),
        MeetingInput::Move(None),
    ] {
        assert!(is_written(&say(&mut team.cory, &group, change)));
    }
}

#[test]
fn s0_20_a_meeting_that_somebody_missed_is_not_moved_under_their_contact() {
    let (mut device, group) = alone();
    let ray = add(&mut device, "Ray Example");
    device.pass(4 * 60 * MINUTE);
    mark(&mut device, &group, &ray, Mark::Missed);
    let slot = MeetingSlot {
        on: tonight().plus_days(2),
        at: TimeOfDay::NOON,
        minutes: 60,
    };
    let moves = || MeetingInput::Move(Some(slot));
    assert!(is_written(&say(&mut device, &group, moves())));
    mark(&mut device, &group, &ray, Mark::Nothing);
    say(&mut device, &group, moves()).unwrap();
}

#[test]
fn s0_20_what_is_in_the_record_twice_is_settled_only_when_all_of_it_has_arrived() {
    let (mut team, group) = led_by_cory();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        device.pass(4 * 60 * MINUTE);
    }
    mark(&mut team.cory, &group, &ray, Mark::Here);
    mark(&mut team.sam, &group, &ray, Mark::Here);
    team.world.sync(&mut team.sam);
    // Sam's tick arrives at Cory's phone, and the contact that belongs to it does not.
    team.world.withheld = Some((handrail_protocol::ItemKind::Change, 1));
    team.world.sync(&mut team.cory);
    team.world.withheld = None;
    assert!(on_sheet(&sheet(&mut team.cory, &group), &ray).twice);
    assert_eq!(contacts(&mut team.cory, &ray).len(), 1);
    let once = || MeetingInput::Once {
        participant: ray.clone(),
        reason: "Written down twice.".to_owned(),
    };
    let early = say(&mut team.cory, &group, once());
    assert_eq!(early, Err(EngineError::NotArrived));
    let back = MeetingInput::Came {
        participant: ray.clone(),
        mark: Mark::Nothing,
        reason: MISTAKE.to_owned(),
    };
    let early = say(&mut team.cory, &group, back);
    assert_eq!(early, Err(EngineError::NotArrived));
    // The next thing that Sam writes shows that something is missing, and it is asked for.
    log(&mut team.sam, &ray, "Called.");
    team.settle();
    let groups = |device: &mut Device| {
        let all = contacts(device, &ray).into_iter();
        all.filter(|one| one.0 == EncounterKind::Group).count()
    };
    assert_eq!(groups(&mut team.cory), 2);
    say(&mut team.cory, &group, once()).unwrap();
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        assert_eq!(groups(device), 1);
        assert!(!on_sheet(&sheet(device, &group), &ray).twice);
    }
}

#[test]
fn s0_20_taking_back_who_is_in_the_record_twice_takes_back_both() {
    let (mut team, group) = led_by_cory();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        device.pass(4 * 60 * MINUTE);
        mark(device, &group, &ray, Mark::Here);
    }
    team.settle();
    assert_eq!(contacts(&mut team.cory, &ray).len(), 2);
    mark(&mut team.cory, &group, &ray, Mark::Nothing);
    team.settle();
    assert!(contacts(&mut team.sam, &ray).is_empty());
    assert_eq!(sheet(&mut team.sam, &group).heads, 0);
}

#[test]
fn s0_20_where_sheet_and_record_are_at_odds_it_is_said_and_one_tap_writes_both() {
    let (mut team, group) = led_by_cory();
    let ray = add(&mut team.cory, "Ray Example");
    for device in [&mut team.cory, &mut team.sam] {
        device.pass(4 * 60 * MINUTE);
        say(device, &group, MeetingInput::More(0)).unwrap();
    }
    mark(&mut team.cory, &group, &ray, Mark::Missed);
    team.settle();
    assert!(!on_sheet(&sheet(&mut team.sam, &group), &ray).differs);
    // One takes it back while another says that they were there, in one and the same contact.
    mark(&mut team.cory, &group, &ray, Mark::Nothing);
    mark(&mut team.sam, &group, &ray, Mark::Here);
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        let shown = on_sheet(&sheet(device, &group), &ray);
        assert_eq!((shown.mark, shown.differs), (Some(Mark::Here), true));
        assert!(
            contacts(device, &ray).is_empty(),
            "the record says: taken back"
        );
    }
    mark(&mut team.cory, &group, &ray, Mark::Here);
    team.settle();
    for device in [&mut team.cory, &mut team.sam] {
        let shown = on_sheet(&sheet(device, &group), &ray);
        assert_eq!((shown.mark, shown.differs), (Some(Mark::Here), false));
        assert_eq!(contacts(device, &ray)[0].1, Outcome::Reached);
        assert_eq!(contacts(device, &ray).len(), 1);
    }
}

#[test]
fn s0_20_a_group_that_could_not_be_started_is_kept_and_tried_again() {
    let (mut team, _) = led_by_cory();
    let member = own_member(&mut team.dana);
    let leaves = Command::EndMembership {
        member: member.clone(),
    };
    // Both with no signal: when there is one, whoever was to lead it has left.
    team.sam.order(leaves).unwrap();
    order(&mut team.sam, make(&member)).unwrap();
    assert_eq!(list(&mut team.sam).waiting.len(), 1);
    for _ in 0..3 {
        team.world.sync(&mut team.sam);
    }
    let view = list(&mut team.sam);
    assert!(view.waiting.is_empty());
    let [failed] = view.failed.try_into().unwrap();
    assert_eq!(failed.name, "Mondays at St. Mary's");
    assert_eq!(failed.member, None, "they are not in the team any more");
    let again = |member: &str| GroupCommand::MakeAgain {
        failed: failed.id.clone(),
        member: member.to_owned(),
    };
    let refused = order(&mut team.sam, again(&member));
    assert_eq!(refused, Err(EngineError::NotAllowed));
    team.sam.crash();
    unlock(&mut team.world, &mut team.sam);
    let own = own_member(&mut team.sam);
    order(&mut team.sam, again(&own)).unwrap();
    for _ in 0..3 {
        team.world.sync(&mut team.sam);
    }
    let view = list(&mut team.sam);
    assert_eq!((view.groups.len(), view.failed.len()), (2, 0));
    // Or it is given up.
    let give_up = GroupCommand::GiveUp {
        failed: failed.id.clone(),
    };
    assert_eq!(order(&mut team.sam, give_up), Err(EngineError::NotFound));
}

#[test]
fn s0_22_the_page_of_a_device_says_which_groups_a_lost_phone_can_open() {
    let (mut team, _) = led_by_cory();
    let member = own_member(&mut team.cory);
    let groups = |device: &mut Device, member: &str| {
        let member = member.to_owned();
        match device.query(Query::Member { member }) {
            Reply::Member(view) => (view.groups, view.devices[0].device.clone()),
            other => panic!("{other:?}"),
        }
    };
    let (named, device) = groups(&mut team.sam, &member);
    assert_eq!(named, ["Mondays at St. Mary's"]);
    let dana = own_member(&mut team.dana);
    assert!(groups(&mut team.sam, &dana).0.is_empty());
    match team.sam.query(Query::Device { device }) {
        Reply::Device(view) => assert_eq!(view.groups, named),
        other => panic!("{other:?}"),
    }
}

#[test]
fn s0_20_one_more_meeting_is_added_on_a_day_without_one_and_moves_none_that_is_planned() {
    let (mut device, group) = alone();
    let add = |device: &mut Device, key: LocalDate| {
        let slot = MeetingSlot {
            on: key,
            at: TimeOfDay::NOON,
            minutes: 45,
        };
        let (group, change) = (group.clone(), MeetingInput::Add(slot));
        order(device, GroupCommand::Meeting { group, key, change })
    };
    add(&mut device, tonight().plus_days(2)).unwrap();
    let planned = add(&mut device, tonight().plus_days(7));
    assert!(planned.is_err(), "that day has its meeting");
    assert!(add(&mut device, tonight().plus_days(2)).is_err(), "once");
    let next = one(&mut device, &group).next;
    let days: Vec<_> = next[..3].iter().map(|one| one.slot.on).collect();
    let [first, second, third] = [0, 2, 7].map(|more| tonight().plus_days(more));
    assert_eq!(days, [first, second, third]);
    assert_eq!(next[2].slot.at, mondays().at);
    // Nothing else makes a meeting out of a day.
    let slot = next[1].slot;
    let moves = GroupCommand::Meeting {
        group: group.clone(),
        key: tonight().plus_days(3),
        change: MeetingInput::Move(Some(slot)),
    };
    assert!(order(&mut device, moves).is_err());
}

fn calendar(device: &mut Device, participant: Option<String>) -> AgendaView {
    match device.query(Query::Agenda { participant }) {
        Reply::Agenda(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s0_20_meetings_to_come_stand_in_the_calendar_of_whoever_has_a_part_in_them() {
    let (mut team, group) = led_by_cory();
    let days = |view: &AgendaView| -> Vec<LocalDate> {
        view.groups.iter().map(|one| one.meeting.key).collect()
    };
    let view = calendar(&mut team.cory, None);
    assert!(view.groups.iter().all(|one| one.group == group));
    let shown = days(&view);
    assert_eq!(shown.first(), Some(&tonight()));
    assert!(shown.len() >= 8 && shown.is_sorted());
    assert!(calendar(&mut team.dana, None).groups.is_empty());
    assert!(
        calendar(&mut team.sam, None).groups.is_empty(),
        "she reads it and has no part"
    );
    let ray = add(&mut team.cory, "Ray Example");
    assert!(calendar(&mut team.cory, Some(ray)).groups.is_empty());
    // One that is over stands there no more, and one that was called off says so.
    let off = MeetingInput::Off(Some(Off::Holiday));
    say(&mut team.cory, &group, off).unwrap();
    assert!(
        calendar(&mut team.cory, None).groups[0]
            .meeting
            .off
            .is_some()
    );
    team.cory.pass(12 * 60 * MINUTE);
    unlock_alone(&mut team.cory);
    assert_eq!(
        days(&calendar(&mut team.cory, None))[0],
        tonight().plus_days(7)
    );
}
