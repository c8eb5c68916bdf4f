//! The people around somebody made up.

use handrail_domain::LocalDate;
use handrail_engine::api::{AroundPersonView, AroundView, Link, Relation, VoidView};

use crate::stage::NOW;

fn one(id: &str, name: &str, relation: Relation, phone: &str, words: &str) -> AroundPersonView {
    AroundPersonView {
        id: id.to_owned(),
        name: name.to_owned(),
        relation,
        phone: phone.to_owned(),
        words: words.to_owned(),
        link: Link::InTouch,
        since: LocalDate::parse("2026-11-03").unwrap_or(LocalDate::LAST),
        voided: None,
    }
}

/// Some of each; around participant `02…` nobody.
pub fn view(participant: &str) -> AroundView {
    let mut people = vec![
        one(
            "a1",
            "Tess Example",
            Relation::Family,
            "608-555-0133",
            "Her aunt. Has the children on Tuesdays.",
        ),
        one("a2", "Old friend Example", Relation::Friend, "", ""),
        one(
            "a3",
            "Lakeside Clinic, Nurse Example",
            Relation::Clinic,
            "608-555-0144",
            "Best before noon",
        ),
        one(
            "a4",
            "Worker Example",
            Relation::ChildWelfare,
            "608-555-0155",
            "",
        ),
        one("a5", "Agent Example", Relation::Probation, "", ""),
    ];
    if let Some(clinic) = people.get_mut(2) {
        clinic.link = Link::Lapsed;
    }
    if let Some(agent) = people.get_mut(4) {
        agent.voided = Some(VoidView {
            reason: "wrong person".to_owned(),
            by: "Marisol Reyes".to_owned(),
            at: NOW - 86_400_000,
        });
    }
    AroundView {
        participant: participant.to_owned(),
        name: "Ray".to_owned(),
        read_only: false,
        ties: if participant.starts_with("02") {
            Vec::new()
        } else {
            crate::sample::coaching::ties()
        },
        people: if participant.starts_with("02") {
            Vec::new()
        } else {
            people
        },
        conflicts: Vec::new(),
    }
}
