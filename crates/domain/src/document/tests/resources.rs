//! The directory in the agency's document.

use super::shared::*;
use super::*;
use crate::document::agency::AgencyKind;
use crate::resource::{ResourceField as F, ResourceKind};
use crate::time::LocalDate;
use AgencyCommand as C;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn add(number: u8, name: &str, kind: ResourceKind) -> C {
    C::AddResource {
        id: record(number),
        fields: vec![
            F::Name(name.into()),
            F::Kind(kind),
            F::VerifiedOn(day("2026-03-01")),
        ],
    }
}

fn change(number: u8, changes: Vec<F>) -> C {
    C::ChangeResource {
        id: record(number),
        changes,
    }
}

#[test]
fn s4_7_the_directory_is_by_name_and_is_no_program() {
    let mut document = document::<AgencyKind>(1);
    for command in [
        add(1, "Open Door Shelter", ResourceKind::Housing),
        add(2, "a meeting, Tuesdays", ResourceKind::SelfHelp),
        C::AddProgram {
            id: record(3),
            name: "Family".into(),
        },
        change(1, vec![F::Phone(" 608-555-0100 ".into()), F::Closed(true)]),
    ] {
        document.command(&command, now(0)).unwrap().unwrap();
    }
    let found = document.resources();
    let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["a meeting, Tuesdays", "Open Door Shelter"]);
    assert_eq!(
        (found[1].phone.as_str(), found[1].closed, found[0].closed),
        ("608-555-0100", true, false)
    );
    let programs = document.read().programs;
    assert_eq!(programs.len(), 1, "an entry is no program");
    assert!(document.programs_in_use().is_empty());
    let refused = document.command(&change(3, vec![F::Closed(true)]), now(1));
    assert!(refused.is_err(), "nor is a program an entry");
}

#[test]
fn s1_10_what_two_wrote_at_once_stands_side_by_side_until_one_is_set_again() {
    let mut one = document::<AgencyKind>(1);
    one.command(&add(1, "Clinic", ResourceKind::Health), now(0))
        .unwrap();
    let mut two = document::<AgencyKind>(2);
    exchange(&mut one, &mut two);
    let hours = |text: &str, on| {
        let fields = vec![F::Words(text.into()), F::VerifiedOn(day(on))];
        change(1, fields)
    };
    one.command(&hours("Until noon", "2026-04-02"), now(1))
        .unwrap();
    two.command(&hours("Until five", "2026-04-01"), now(1))
        .unwrap();
    exchange(&mut one, &mut two);
    let found = one.resources().remove(0);
    let both = vec!["Until five".to_owned(), "Until noon".to_owned()];
    assert_eq!(found.disagreements, [("words".to_owned(), both)]);
    assert_eq!(found.verified_on, Some(day("2026-04-02")), "the later day");
    one.command(&change(1, vec![F::Words("Until five".into())]), now(2))
        .unwrap();
    let found = one.resources().remove(0);
    assert_eq!(found.words, "Until five");
    assert!(found.disagreements.is_empty());
}
