//! Call-outs in the document of a caseload.

use super::shared::*;
use super::*;
use crate::call_out::{Answer, CallOutChange as Change, CallOutStep as Step};
use crate::document::caseload::CaseloadKind;
use crate::id::ParticipantId;
use crate::program::Referrer;
use CaseloadCommand as C;

fn say(document: &mut CaseloadDocument, id: RecordId, change: Change, at: Now) {
    let command = C::ChangeCallOut { id, change };
    document.command(&command, at).unwrap().unwrap();
}

fn refused(document: &mut CaseloadDocument, id: RecordId, change: Change, at: Now) -> CommandError {
    let before = document.heads();
    let command = C::ChangeCallOut { id, change };
    let error = document.command(&command, at).unwrap_err();
    assert_eq!(document.heads(), before, "nothing was written");
    error
}

fn begun(who: u64) -> (CaseloadDocument, RecordId) {
    let mut document = document::<CaseloadKind>(who);
    let id = record(1);
    document
        .command(&C::BeginCallOut { id }, now(0))
        .unwrap()
        .unwrap();
    (document, id)
}

fn step(document: &mut CaseloadDocument, id: RecordId, step: Step, minutes: i64) {
    let at = now(minutes);
    say(document, id, Change::Step(step, Some(at.at)), at);
}

#[test]
fn s0_2_each_step_keeps_its_time_and_the_response_is_worked_out_from_them() {
    let (mut document, id) = begun(1);
    say(&mut document, id, Change::Site("St. Mary's".into()), now(1));
    let caller = Change::Caller(Some(Referrer::Hospital));
    say(&mut document, id, caller, now(1));
    for (taken, minutes) in [
        (Step::Accepted, 2),
        (Step::OnMyWay, 5),
        (Step::Arrived, 31),
        (Step::Offered, 40),
    ] {
        step(&mut document, id, taken, minutes);
    }
    let call_out = document.call_out(id).unwrap();
    assert_eq!(call_out.response_minutes(), Some(31));
    assert_eq!(call_out.minutes(Step::Arrived, Step::Left), None);
    assert_eq!(call_out.caller, Some(Referrer::Hospital));
    assert!(!call_out.is_finished());
    say(
        &mut document,
        id,
        Change::Answer(Some(Answer::Declined)),
        now(41),
    );
    assert!(!document.call_out(id).unwrap().is_finished(), "still there");
    step(&mut document, id, Step::Left, 43);
    let call_out = document.call_out(id).unwrap();
    assert_eq!(call_out.minutes(Step::Arrived, Step::Left), Some(12));
    assert!(call_out.is_finished());
    assert!(document.read().conflicts.is_empty());
}

#[test]
fn s0_2_a_time_that_was_filled_in_later_is_told_apart_and_must_fit_the_others() {
    let (mut document, id) = begun(1);
    step(&mut document, id, Step::Arrived, 30);
    let arrived = document.call_out(id).unwrap().step(Step::Arrived).unwrap();
    assert!(!arrived.is_written_later());
    let at = |minutes| now(minutes).at;
    let later = Change::Step(Step::Accepted, Some(at(4)));
    say(&mut document, id, later, now(33));
    let accepted = document.call_out(id).unwrap().step(Step::Accepted).unwrap();
    assert!(accepted.is_written_later());
    assert_eq!((accepted.at, accepted.written_at), (at(4), at(33)));

    for (wrong, minutes) in [
        (Step::OnMyWay, 31),
        (Step::OnMyWay, 3),
        (Step::Called, 5),
        (Step::Arrived, 3),
        (Step::Left, 60),
    ] {
        let change = Change::Step(wrong, Some(at(minutes)));
        let error = refused(&mut document, id, change, now(40));
        assert_eq!(error, CommandError::OutOfOrder, "{wrong:?} {minutes}");
    }
    let no_call = Change::Step(Step::Called, None);
    let error = refused(&mut document, id, no_call, now(40));
    assert_eq!(error, CommandError::OutOfOrder);
    say(
        &mut document,
        id,
        Change::Step(Step::Accepted, None),
        now(41),
    );
    assert_eq!(document.call_out(id).unwrap().step(Step::Accepted), None);
}

#[test]
fn s0_3_who_accepted_has_a_record_and_nobody_else_can_be_named() {
    let (mut document, id) = begun(1);
    let person = Change::Person(ParticipantId::from_bytes([7; 16]), record(9));
    for answer in Answer::ALL
        .iter()
        .filter(|answer| **answer != Answer::Accepted)
    {
        say(&mut document, id, Change::Answer(Some(*answer)), now(1));
        let error = refused(&mut document, id, person.clone(), now(1));
        assert_eq!(error, CommandError::OutOfOrder, "{answer:?}");
    }
    let accepted = Change::Answer(Some(Answer::Accepted));
    say(&mut document, id, accepted, now(2));
    step(&mut document, id, Step::Left, 3);
    assert!(!document.call_out(id).unwrap().is_finished(), "nobody yet");
    say(&mut document, id, person.clone(), now(4));
    assert!(document.call_out(id).unwrap().is_finished());
    for change in [
        person,
        Change::Answer(Some(Answer::Declined)),
        Change::Answer(None),
        Change::TakenBack(true),
    ] {
        let error = refused(&mut document, id, change, now(5));
        assert_eq!(error, CommandError::AlreadyRecorded);
    }
}

#[test]
fn a_call_out_begun_by_mistake_is_taken_back_and_changes_no_more() {
    let (mut document, id) = begun(1);
    say(&mut document, id, Change::TakenBack(true), now(1));
    assert!(document.call_out(id).unwrap().is_finished());
    let error = refused(&mut document, id, Change::Site("Jail".into()), now(2));
    assert_eq!(error, CommandError::Voided);
    say(&mut document, id, Change::TakenBack(false), now(3));
    assert!(!document.call_out(id).unwrap().is_finished());
    let again = document.command(&C::BeginCallOut { id }, now(4));
    assert_eq!(again, Err(CommandError::AlreadyRecorded));
}

#[test]
fn two_devices_that_say_different_things_show_both_until_one_is_chosen() {
    let (mut one, id) = begun(1);
    let mut two = document::<CaseloadKind>(2);
    exchange(&mut one, &mut two);
    step(&mut one, id, Step::Arrived, 30);
    step(&mut two, id, Step::Arrived, 32);
    say(&mut two, id, Change::Site("Jail".into()), now(32));
    exchange(&mut one, &mut two);
    let conflicts = one.read().conflicts;
    assert_eq!(conflicts.len(), 1);
    let (of, field) = call_out_field(&conflicts[0].field).unwrap();
    assert_eq!((of, field), (id, "arrived"));
    let earlier = conflicts[0]
        .versions
        .iter()
        .find(|version| step_time(&version.value).is_some_and(|time| time.at == now(30).at));
    let command = C::ResolveConflict {
        field: conflicts[0].field.clone(),
        chosen: earlier.unwrap().value.clone(),
    };
    one.command(&command, now(40)).unwrap().unwrap();
    exchange(&mut one, &mut two);
    for document in [&one, &two] {
        assert!(document.read().conflicts.is_empty());
        let call_out = document.call_out(id).unwrap();
        assert_eq!(call_out.step(Step::Arrived).unwrap().at, now(30).at);
        assert_eq!(call_out.site, "Jail");
    }
}

/// The bytes that documents out there hold: a change of them needs a reader of both.
const HEAD: &str = "76c855d391da807055fac0055a41c196f972b2750855d92251f51cd139452882";

#[test]
fn call_outs_are_written_as_they_were_first_written() {
    let (mut document, id) = begun(1);
    for change in [
        Change::Site("St. Mary's".into()),
        Change::Program("ED2Recovery".into()),
        Change::Caller(Some(Referrer::Hospital)),
        Change::Step(Step::Arrived, Some(now(30).at)),
        Change::Answer(Some(Answer::Accepted)),
        Change::Person(ParticipantId::from_bytes([7; 16]), record(9)),
    ] {
        say(&mut document, id, change, now(40));
    }
    assert_eq!(document.heads()[0].to_string(), HEAD);
}
