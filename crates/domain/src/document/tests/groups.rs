//! Groups that meet, in documents of their own.

use super::shared::*;
use super::*;
use crate::document::caseload::CaseloadKind;
use crate::group::{
    Came, Every, FIRST_NAME_LIMIT, GroupChange as Change, Known, Mark, Off, Part, Rhythm,
    SessionChange as Say, Slot, Zone,
};
use crate::id::ParticipantId;
use crate::time::{LocalDate, TimeOfDay};

type Group = CaseloadDocument;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn monday() -> LocalDate {
    day("2026-05-04")
}

fn person(number: u8) -> ParticipantId {
    ParticipantId::from_bytes([number; 16])
}

fn rhythm(days: u8) -> Rhythm {
    Rhythm {
        every: Every::Weeks { weeks: 1, days },
        at: TimeOfDay::parse("18:00").unwrap(),
        minutes: 90,
        zone: Some(Zone::Central),
    }
}

fn say(document: &mut Group, change: Change, minute: i64) {
    let command = CaseloadCommand::ChangeGroup(change);
    document.command(&command, now(minute)).unwrap();
}

fn tonight(document: &mut Group, change: Say, minute: i64) {
    say(document, Change::Session(monday(), change), minute);
}

fn begun() -> Group {
    let mut document = document::<CaseloadKind>(1);
    for change in [
        Change::Name(" Mondays  at St. Mary's ".to_owned()),
        Change::Place("SSM Health St. Mary's".to_owned()),
        Change::Whom("Women who had a child while taking opioids".to_owned()),
        Change::Rhythm {
            from: monday(),
            to: Some(rhythm(1)),
        },
        Change::Staff(member(1), Part::Leads),
        Change::Staff(member(2), Part::Peer),
    ] {
        say(&mut document, change, 0);
    }
    document
}

fn both() -> (Group, Group) {
    let mut one = begun();
    let mut two = document::<CaseloadKind>(2);
    exchange(&mut one, &mut two);
    (one, two)
}

fn came(mark: Mark, contact: u8) -> Came {
    Came {
        mark,
        contact: record(contact),
    }
}

#[test]
fn s0_20_s0_22_s4_5_a_group_says_when_and_where_it_meets_who_leads_and_who_takes_part() {
    let group_of = begun();
    let group = group_of.group().unwrap();
    assert_eq!(group.name, "Mondays at St. Mary's");
    assert_eq!(group.place, "SSM Health St. Mary's");
    assert_eq!(group.part(member(1), monday()), Some(Part::Leads));
    assert_eq!(group.part(member(2), monday()), Some(Part::Peer));
    assert_eq!(group.part(member(3), monday()), None);
    let meetings = group.meetings(monday(), day("2026-05-20"));
    assert_eq!(meetings.len(), 3);
    assert_eq!(
        group_of.call_outs(),
        [],
        "nothing else is read out of its fields"
    );
    let caseload = document::<CaseloadKind>(3);
    assert_eq!(caseload.group(), None, "a caseload is no group");
}

#[test]
fn s0_20_meetings_are_called_off_moved_and_written_down() {
    let mut document = begun();
    let later = day("2026-05-11");
    let to = Slot {
        on: day("2026-05-12"),
        at: TimeOfDay::NOON,
        minutes: 60,
    };
    tonight(&mut document, Say::Off(Some(Off::Weather)), 1);
    say(
        &mut document,
        Change::Session(later, Say::Move(Some(to))),
        2,
    );
    let group = document.group().unwrap();
    let [first, second] = group
        .meetings(monday(), day("2026-05-13"))
        .try_into()
        .unwrap();
    assert_eq!((first.off, first.slot.on), (Some(Off::Weather), monday()));
    assert_eq!((second.key, second.slot), (later, to));
    tonight(&mut document, Say::Off(None), 3);
    say(&mut document, Change::Session(later, Say::Move(None)), 4);
    let group = document.group().unwrap();
    assert!(
        group
            .meetings(monday(), later)
            .iter()
            .all(|one| one.off.is_none())
    );
    assert_eq!(group.meeting(later).unwrap().slot.on, later);
    tonight(&mut document, Say::Done(member(1)), 5);
    let done = document.group().unwrap().sessions[&monday()].done;
    assert_eq!(done, Some((now(5).at, member(1))));
}

#[test]
fn s0_21_a_first_name_for_one_night_and_a_count_need_no_record() {
    let mut document = begun();
    tonight(&mut document, Say::Name(record(1), " Jo ".to_owned()), 1);
    tonight(&mut document, Say::Name(record(2), "Alex".to_owned()), 2);
    tonight(&mut document, Say::More(5), 3);
    tonight(&mut document, Say::NameBack(record(2)), 4);
    let session = document.group().unwrap().sessions[&monday()].clone();
    let names: Vec<&str> = session.names.values().map(String::as_str).collect();
    assert_eq!((names, session.heads()), (vec!["Jo"], 6));
    for wrong in [
        Say::Name(record(3), "  ".to_owned()),
        Say::Name(record(3), "x".repeat(FIRST_NAME_LIMIT + 1)),
        Say::NameBack(record(9)),
        Say::More(501),
    ] {
        let command = CaseloadCommand::ChangeGroup(Change::Session(monday(), wrong));
        assert!(document.command(&command, now(5)).is_err());
    }
}

#[test]
fn s4_11_what_was_noticed_about_the_group_stands_with_its_author_and_can_be_taken_back() {
    let mut document = begun();
    let saw = |id, by, words: &str| Say::Saw {
        id: record(id),
        by: member(by),
        words: words.to_owned(),
    };
    tonight(
        &mut document,
        saw(1, 1, "Quiet at first.\nThen everybody spoke."),
        1,
    );
    tonight(&mut document, saw(2, 2, "Two talk over others."), 2);
    let seen = document.group().unwrap().sessions[&monday()].seen.clone();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].words, "Quiet at first.\nThen everybody spoke.");
    assert_eq!((seen[1].by, seen[1].at), (member(2), now(2).at));
    tonight(&mut document, Say::SawBack(record(1)), 3);
    let seen = document.group().unwrap().sessions[&monday()].seen.clone();
    assert_eq!(seen.len(), 1);
}

#[test]
fn s0_20_two_who_write_down_the_same_evening_at_once_lose_nothing() {
    let (mut one, mut two) = both();
    tonight(&mut one, Say::Came(person(1), came(Mark::Here, 1)), 1);
    tonight(&mut one, Say::Name(record(11), "Jo".to_owned()), 1);
    tonight(&mut one, Say::Came(person(3), came(Mark::Missed, 3)), 1);
    tonight(&mut one, Say::More(2), 1);
    tonight(&mut one, Say::Done(member(1)), 1);
    tonight(&mut two, Say::Came(person(2), came(Mark::Here, 2)), 2);
    tonight(&mut two, Say::Name(record(12), "Jo".to_owned()), 2);
    tonight(&mut two, Say::Came(person(3), came(Mark::Here, 4)), 2);
    tonight(&mut two, Say::More(3), 2);
    tonight(&mut two, Say::Done(member(2)), 2);
    exchange(&mut one, &mut two);
    for document in [&one, &two] {
        let session = document.group().unwrap().sessions[&monday()].clone();
        assert_eq!(
            session.heads(),
            3 + 2 + 3,
            "three ticked, two called Jo, three more"
        );
        assert_eq!(session.mark(person(3)).unwrap().contact, record(4));
        assert_eq!(session.twice(person(3)), [record(3)]);
        assert_eq!(session.done, Some((now(1).at, member(1))));
        // Only the two counts are at odds, and stand side by side until one is chosen.
        let [count] = document.group_conflicts().try_into().unwrap();
        assert!(count.field.ends_with(":more"), "{}", count.field);
        assert_eq!(count.versions.len(), 2);
    }
    tonight(&mut one, Say::More(2), 5);
    exchange(&mut one, &mut two);
    assert!(two.group_conflicts().is_empty());
    assert_eq!(two.group().unwrap().sessions[&monday()].heads(), 7);
}

#[test]
fn s0_20_two_rhythms_from_one_day_stand_side_by_side_and_from_two_days_both_hold() {
    let (mut one, mut two) = both();
    let from = day("2026-06-01");
    let change = |days, from| Change::Rhythm {
        from,
        to: Some(rhythm(days)),
    };
    say(&mut one, change(2, from), 1);
    say(&mut two, change(4, from), 2);
    say(&mut two, change(8, day("2026-07-01")), 3);
    exchange(&mut one, &mut two);
    let [conflict] = one.group_conflicts().try_into().unwrap();
    assert_eq!(conflict.versions.len(), 2);
    assert_eq!(
        GroupField::of(&conflict.field),
        Some(GroupField::Rhythm(from))
    );
    let command = CaseloadCommand::ResolveConflict {
        field: conflict.field,
        chosen: FieldValue::Text(rhythm(2).to_string()),
    };
    one.command(&command, now(4)).unwrap();
    exchange(&mut one, &mut two);
    let group = two.group().unwrap();
    assert_eq!(group.schedule.from[&from], Known::Meets(rhythm(2)));
    assert_eq!(group.schedule.from.len(), 3);
    assert!(two.group_conflicts().is_empty());
}

#[test]
fn s0_20_words_of_a_newer_version_stay_when_this_one_writes() {
    let mut document = begun();
    let map = document.root_map(0).unwrap();
    let key = format!("group_session:{}:snacks", monday());
    document
        .automerge
        .transact::<_, _, automerge::AutomergeError>(|transaction| {
            transaction.put(&map, "group_rhythm:2026-09-07", "moon 1 full 18:00 90 here")?;
            transaction.put(&map, key.as_str(), "cake")
        })
        .unwrap();
    tonight(&mut document, Say::More(1), 1);
    let group = document.group().unwrap();
    let newer = &group.schedule.from[&day("2026-09-07")];
    assert_eq!(*newer, Known::Newer("moon 1 full 18:00 90 here".to_owned()));
    let shown = document.automerge.get(&map, key.as_str()).unwrap().unwrap();
    assert_eq!(shown.0.as_str(), Some("cake"));
}

#[test]
fn s0_20_who_is_expected_is_expected_from_the_day_on_which_somebody_said_so() {
    let (mut one, mut two) = both();
    let today = now(1).local_date();
    let expects = |document: &Group, person, on| document.group().unwrap().is_expected(person, on);
    say(&mut one, Change::Regular(person(1), true), 1);
    // Another says the same a day later, without having heard of it: the first day holds.
    say(&mut two, Change::Regular(person(1), true), 1 + 24 * 60);
    exchange(&mut one, &mut two);
    for document in [&one, &two] {
        assert!(!expects(document, person(1), today.plus_days(-1)));
        assert!(expects(document, person(1), today));
        assert!(document.group_conflicts().is_empty());
    }
    // Saying it again moves nothing; taking it back and saying it anew does.
    say(&mut one, Change::Regular(person(1), true), 3 * 24 * 60);
    assert!(expects(&one, person(1), today));
    say(&mut one, Change::Regular(person(1), false), 4 * 24 * 60);
    assert!(!expects(&one, person(1), today.plus_days(9)));
    say(&mut one, Change::Regular(person(1), true), 5 * 24 * 60);
    assert!(!expects(&one, person(1), today.plus_days(4)));
    assert!(expects(&one, person(1), today.plus_days(5)));
    assert_eq!(one.group().unwrap().expected(today).count(), 0);
}

#[test]
fn s0_20_who_was_expected_before_the_day_was_written_down_is_expected_still() {
    let mut document = begun();
    let map = document.root_map(0).unwrap();
    document
        .automerge
        .transact::<_, _, automerge::AutomergeError>(|transaction| {
            transaction.put(&map, format!("group_regular:{}", person(1)), true)
        })
        .unwrap();
    let group = document.group().unwrap();
    assert_eq!(group.regulars[&person(1)], None);
    assert!(group.is_expected(person(1), LocalDate::FIRST));
}
