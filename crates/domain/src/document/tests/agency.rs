use std::collections::BTreeMap;

use super::shared::*;
use super::*;
use crate::document::agency::AgencyKind;
use crate::document::caseload::CaseloadKind;

#[test]
fn the_agency_document_keeps_names_programs_and_its_own_card() {
    let mut document = document::<AgencyKind>(1);
    let device = writer(4).device;
    let commands = [
        AgencyCommand::SetName(" Sample Agency ".into()),
        AgencyCommand::SetMemberName {
            member: member(1),
            name: "Ana".into(),
        },
        AgencyCommand::SetDeviceName {
            device,
            name: "Ana's phone".into(),
        },
        AgencyCommand::AddProgram {
            id: record(1),
            name: "Hospital response".into(),
        },
        AgencyCommand::AddProgram {
            id: record(2),
            name: "Coming home".into(),
        },
        AgencyCommand::RenameProgram {
            id: record(2),
            name: "Home again".into(),
        },
        AgencyCommand::RetireProgram {
            id: record(1),
            retired: true,
        },
        AgencyCommand::SetCrisisCard(Some("{}".into())),
    ];
    for command in &commands {
        assert!(
            document.command(command, now(1)).unwrap().is_some(),
            "{command:?}"
        );
    }
    let program = |id, name: &str, retired| Program {
        id: record(id),
        name: name.into(),
        retired,
    };
    let expected = Agency {
        name: "Sample Agency".into(),
        members: [(member(1), "Ana".to_owned())].into(),
        devices: [(device, "Ana's phone".to_owned())].into(),
        programs: vec![
            program(1, "Hospital response", true),
            program(2, "Home again", false),
        ],
        crisis_card: Some("{}".into()),
        numbers: vec![],
        conflicts: vec![],
    };
    assert_eq!(document.read(), expected);
    assert_eq!(
        document.command(&commands[0], now(2)),
        Ok(None),
        "said already"
    );
    assert_eq!(
        document.command(&commands[3], now(2)),
        Err(CommandError::AlreadyRecorded)
    );
    let unknown = AgencyCommand::RetireProgram {
        id: record(9),
        retired: true,
    };
    assert_eq!(
        document.command(&unknown, now(2)),
        Err(CommandError::NoSuchRecord)
    );
    let blank = AgencyCommand::SetMemberName {
        member: member(1),
        name: " ".into(),
    };
    assert_eq!(
        document.command(&blank, now(2)),
        Err(CommandError::NameMissing)
    );
    let written = document
        .command(&AgencyCommand::SetCrisisCard(None), now(3))
        .unwrap()
        .unwrap();
    assert_eq!(written.touched, Touched::one(RecordRef::Agency));
    assert_eq!(document.read().crisis_card, None);
}

#[test]
fn another_device_learns_which_names_changed() {
    let (mut one, mut two) = (document::<AgencyKind>(1), document::<AgencyKind>(2));
    for (number, name) in [(1, "Ana"), (2, "Bo")] {
        one.command(
            &AgencyCommand::SetMemberName {
                member: member(number),
                name: name.into(),
            },
            now(1),
        )
        .unwrap();
    }
    one.command(
        &AgencyCommand::AddProgram {
            id: record(3),
            name: "Coming home".into(),
        },
        now(2),
    )
    .unwrap();
    let applied = two
        .apply_changes_from(writer(2), &changes(&one, &two))
        .unwrap();
    let touched = [
        RecordRef::Member(member(1)),
        RecordRef::Member(member(2)),
        RecordRef::Program(record(3)),
    ];
    assert_eq!(applied.touched.records, touched.into());
    assert_eq!(one.read(), two.read());
}

#[test]
fn a_caseload_knows_its_coach_and_title() {
    let mut one = document::<CaseloadKind>(1);
    assert_eq!(
        one.read(),
        Caseload {
            coach: None,
            title: String::new(),
            emergencies: vec![],
            call_outs: Vec::new(),
            conflicts: vec![]
        }
    );
    one.command(&CaseloadCommand::SetCoach(member(5)), now(1))
        .unwrap();
    one.command(&CaseloadCommand::SetTitle("Ana's people".into()), now(1))
        .unwrap();
    let mut two = document::<CaseloadKind>(2);
    exchange(&mut one, &mut two);
    assert_eq!(
        (two.read().coach, two.read().title.as_str()),
        (Some(member(5)), "Ana's people")
    );
    one.command(&CaseloadCommand::SetTitle("A".into()), now(2))
        .unwrap();
    two.command(&CaseloadCommand::SetTitle("B".into()), now(2))
        .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.read().conflicts.len(), 1);
    let chosen = FieldValue::Text("A".into());
    one.command(
        &CaseloadCommand::ResolveConflict {
            field: "title".into(),
            chosen,
        },
        now(3),
    )
    .unwrap();
    assert_eq!(
        (one.read().title.as_str(), one.read().conflicts.len()),
        ("A", 0)
    );
}

#[test]
fn names_in_the_agency_document_show_their_disagreement() {
    let (mut one, mut two) = (
        document::<agency::AgencyKind>(1),
        document::<agency::AgencyKind>(2),
    );
    let name = |name: &str| AgencyCommand::SetMemberName {
        member: member(1),
        name: name.into(),
    };
    one.command(&name("Ana"), now(1)).unwrap();
    two.command(&name("Anna"), now(2)).unwrap();
    exchange(&mut one, &mut two);
    let conflicts = one.conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(
        (conflicts[0].record, conflicts[0].field.as_str()),
        (RecordRef::Member(member(1)), "name")
    );
    let resolve = AgencyCommand::ResolveConflict {
        record: conflicts[0].record,
        field: "name".into(),
        chosen: FieldValue::Text("Ana".into()),
    };
    one.command(&resolve, now(3)).unwrap().unwrap();
    assert_eq!(one.read().members[&member(1)], "Ana");
    assert_eq!(one.conflicts(), []);
    let history = one.history(&RecordRef::Member(member(1))).unwrap();
    assert_eq!(history.len(), 3);
    assert!(history.iter().all(|entry| entry.field == "name"));
}

/// Issue 3.3.
#[test]
fn a_request_in_an_emergency_says_of_whom_and_why_and_is_asked_once() {
    let mut one = document::<CaseloadKind>(1);
    let ask = |number: u8, name: &str, reason: &str| CaseloadCommand::Ask {
        id: record(number),
        coach: member(5),
        name: name.to_owned(),
        reason: reason.to_owned(),
    };
    let missing = one.command(&ask(1, "\n", "why"), now(1));
    assert_eq!(missing, Err(CommandError::NameMissing));
    let missing = one.command(&ask(1, "Ray", " "), now(1));
    assert_eq!(missing, Err(CommandError::ReasonMissing));
    one.command(
        &ask(1, " Ray\nExample", "He was found.\nNo answer."),
        now(1),
    )
    .unwrap()
    .unwrap();
    let again = one.command(&ask(1, "Ray", "again"), now(2));
    assert_eq!(again, Err(CommandError::AlreadyRecorded));
    let mut two = document::<CaseloadKind>(2);
    exchange(&mut one, &mut two);
    assert_eq!(
        two.read().emergencies,
        [crate::EmergencyRequest {
            id: record(1),
            at: now(1).at,
            coach: member(5),
            name: "Ray Example".to_owned(),
            reason: "He was found.\nNo answer.".to_owned(),
        }]
    );
}

/// S3-20.
#[test]
fn the_numbers_of_a_month_name_the_device_that_told_them() {
    use crate::numbers::{Counted, Told};
    let told = Told::of(&Counted {
        people: 40,
        contacts: 90,
        ..Counted::default()
    });
    let tell = |month: &str| AgencyCommand::TellNumbers {
        month: month.to_owned(),
        told,
    };
    let mut one = document::<AgencyKind>(1);
    assert_eq!(
        one.command(&tell("2026-13"), now(0)),
        Err(CommandError::Refused)
    );
    one.command(&tell("2026-01"), now(0)).unwrap().unwrap();
    let mut two = document::<AgencyKind>(2);
    exchange(&mut one, &mut two);
    let [numbers] = &two.read().numbers[..] else {
        panic!()
    };
    assert_eq!(numbers.device, writer(2).device);
    assert_eq!((numbers.month.as_str(), numbers.told), ("2026-01", told));
    // Told again by another, it is theirs.
    let again = Told::of(&Counted {
        people: 41,
        contacts: 91,
        ..Counted::default()
    });
    let command = AgencyCommand::TellNumbers {
        month: "2026-01".to_owned(),
        told: again,
    };
    two.command(&command, now(2)).unwrap().unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.read().numbers[0].device, writer(3).device);
    assert_eq!(one.read().numbers[0].told, again);
}

#[test]
fn s0_29_a_crisis_card_is_told_with_who_wrote_it_and_two_at_once_are_both_told() {
    let (mut one, mut two) = (document::<AgencyKind>(1), document::<AgencyKind>(2));
    let set = |text: &str| AgencyCommand::SetCrisisCard(Some(text.to_owned()));
    let first = one.command(&set("one"), now(1)).unwrap().unwrap();
    let second = two.command(&set("two"), now(1)).unwrap().unwrap();
    two.apply_changes(&[first.change]).unwrap();
    one.apply_changes(&[second.change]).unwrap();
    assert_eq!(one.crisis_cards(), two.crisis_cards());
    let all: BTreeMap<_, _> = one.crisis_cards().into_iter().collect();
    let wanted = [("one", 2), ("two", 3)];
    let wanted = wanted.map(|(text, by)| (Some(text.to_owned()), Some(writer(by).device)));
    assert_eq!(all, wanted.into());
    one.command(&AgencyCommand::SetCrisisCard(None), now(2))
        .unwrap();
    let [(card, by)] = one.crisis_cards().try_into().unwrap();
    assert!(card.is_none() && by.is_some());
}
