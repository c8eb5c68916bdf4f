//! Appointments in a participant's document.

use super::shared::*;
use super::*;
use crate::appointment::{Along, AppointmentField as F, AppointmentKind, Ride, Slot, Upshot};
use crate::document::participant::ParticipantKind;
use ParticipantCommand as C;

fn slot(text: &str) -> Slot {
    Slot::parse(text).unwrap()
}

fn change(changes: Vec<F>) -> C {
    C::ChangeAppointment {
        id: record(1),
        changes,
    }
}

fn do_it(document: &mut ParticipantDocument, command: &C, minute: i64) {
    document.command(command, now(minute)).unwrap().unwrap();
}

fn dentist(document: &mut ParticipantDocument) {
    let fields = vec![
        F::Kind(AppointmentKind::Dental),
        F::When(slot("2026-03-09T14:30")),
        F::Place(" 12 Example Street ".into()),
        F::Along(Along::Coach),
        F::Ride(Some(Ride::Bus)),
    ];
    let add = C::AddAppointment {
        id: record(1),
        fields,
        by: member(1),
    };
    do_it(document, &add, 0);
}

#[test]
fn s2_16_s4_8_an_appointment_says_what_when_where_and_who_goes_along() {
    let mut document = document::<ParticipantKind>(1);
    dentist(&mut document);
    let said = document.appointment(record(1)).unwrap();
    assert_eq!(said.facts.kind, AppointmentKind::Dental);
    assert_eq!(said.facts.slots, [slot("2026-03-09T14:30")]);
    assert_eq!(said.facts.place, "12 Example Street");
    assert_eq!(said.facts.along, Along::Coach);
    assert_eq!(said.facts.ride, Some(Ride::Bus));
    assert_eq!(
        (said.facts.upshot, said.recorded_by),
        (None, Some(member(1)))
    );
    let went = change(vec![F::Upshot(Some(Upshot::WentAlong))]);
    do_it(&mut document, &went, 60);
    assert_eq!(document.command(&went, now(61)), Ok(None));
    let [said] = document.appointments().try_into().unwrap();
    assert_eq!(said.facts.upshot, Some(Upshot::WentAlong));
    // No other list takes it for its own.
    let read = document.read();
    assert!(read.milestones.is_empty() && read.plan.is_empty() && read.around.is_empty());
    assert!(read.quiet.is_empty());
}

#[test]
fn an_appointment_needs_a_kind_and_a_day_and_stays_as_it_is_once_it_was_taken_back() {
    let mut document = document::<ParticipantKind>(1);
    for fields in [
        vec![F::Kind(AppointmentKind::Court)],
        vec![F::When(slot("2026-03-09"))],
    ] {
        let add = C::AddAppointment {
            id: record(1),
            fields,
            by: member(1),
        };
        let refused = document.command(&add, now(0));
        assert_eq!(refused, Err(CommandError::AppointmentRefused));
    }
    dentist(&mut document);
    let void = C::VoidMilestone {
        id: record(1),
        by: member(2),
        reason: "of somebody else".into(),
    };
    do_it(&mut document, &void, 5);
    let [said] = document.appointments().try_into().unwrap();
    assert_eq!(said.void.unwrap().reason, "of somebody else");
    let late = document.command(&change(vec![F::Along(Along::Nobody)]), now(6));
    assert_eq!(late, Err(CommandError::Voided));
}

#[test]
fn of_two_who_move_it_both_times_stand_until_one_is_chosen() {
    let (mut one, mut two) = (document::<ParticipantKind>(1), document(2));
    dentist(&mut one);
    exchange(&mut one, &mut two);
    let (early, late) = (slot("2026-03-09T09:00"), slot("2026-03-16T14:30"));
    do_it(&mut one, &change(vec![F::When(early)]), 10);
    do_it(&mut two, &change(vec![F::When(late), F::Ride(None)]), 20);
    exchange(&mut one, &mut two);
    for document in [&one, &two] {
        let mut slots = document.appointment(record(1)).unwrap().facts.slots;
        slots.sort_unstable();
        assert_eq!(
            slots,
            [early, late],
            "a day of one never with an hour of the other"
        );
        let [conflict] = document.conflicts().try_into().unwrap();
        assert_eq!(conflict.field, "when");
    }
    let choose = C::ResolveConflict {
        record: RecordRef::Milestone(record(1)),
        field: "when".into(),
        chosen: FieldValue::Text(early.to_string()),
    };
    do_it(&mut two, &choose, 30);
    exchange(&mut one, &mut two);
    for document in [&one, &two] {
        let facts = document.appointment(record(1)).unwrap().facts;
        assert_eq!((facts.slots, facts.ride), (vec![early], None));
        assert!(document.conflicts().is_empty());
    }
}

#[test]
fn what_a_newer_version_says_stands_through_an_edit_and_promises_nobody() {
    let mut document = document::<ParticipantKind>(1);
    dentist(&mut document);
    let object = document.object(&RecordRef::Milestone(record(1))).unwrap();
    let mut write = document.automerge.transaction();
    for (field, value) in [("going_to", "moon"), ("along", "robot"), ("ride", "rocket")] {
        write.put(&object, field, value).unwrap();
    }
    write.commit();
    let facts = document.appointment(record(1)).unwrap().facts;
    assert_eq!(
        (facts.kind, facts.along, facts.ride),
        (AppointmentKind::Other, Along::Other, None)
    );
    let went = change(vec![F::Upshot(Some(Upshot::WasThere))]);
    do_it(&mut document, &went, 10);
    let history = document.history(&RecordRef::Milestone(record(1))).unwrap();
    let last = |field: &str| {
        let mut of = history.iter().filter(|entry| entry.field == field);
        of.next_back().unwrap().value.clone()
    };
    assert_eq!(last("going_to"), FieldValue::Text("moon".into()));
    assert_eq!(last("along"), FieldValue::Text("robot".into()));
}
