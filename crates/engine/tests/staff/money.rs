//! Miles and stipends: asked for with no network, decided by a supervisor, paid once (issue 5.5).

use crate::support::Device;
use crate::support::forging::Forger;
use crate::support::three::{Team, team};
use crate::support::two::{add, team as team_view, unlock};
use handrail_domain::RecordId;
use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
use handrail_domain::statement::NewStatement;
use handrail_domain::workforce::ledger::Told;
use handrail_domain::workforce::money::{DECISION, Decision};
use handrail_engine::api::{
    ClaimsView, CoachingCommand, Command, EncounterInput, EncounterKind, EngineError, Export,
    LocalDate, LogKind, MoneyCommand, MoneyState, MoneyStep, Outcome, OwnRate, Payee, PayrollView,
    Query, Reply, Request, Role, WorkforceCommand, WorkforceQuery, WorkforceReply,
};
use handrail_protocol::DocumentKind;

fn ask(device: &mut Device, query: WorkforceQuery) -> Result<WorkforceReply, EngineError> {
    match device.ask(Request::Query(Query::Workforce(query)))? {
        Reply::Workforce(reply) => Ok(*reply),
        other => panic!("{other:?}"),
    }
}

fn claims(device: &mut Device, person: &str) -> ClaimsView {
    let person = person.to_owned();
    match ask(device, WorkforceQuery::Claims { person }).unwrap() {
        WorkforceReply::Claims(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn payroll(device: &mut Device) -> PayrollView {
    match ask(device, WorkforceQuery::Payroll).unwrap() {
        WorkforceReply::Payroll(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn pay(device: &mut Device, command: MoneyCommand) -> Result<Reply, EngineError> {
    let command = WorkforceCommand::Money(command);
    device.order(Command::Coaching(CoachingCommand::Workforce(command)))
}

fn id_of(device: &mut Device, name: &str) -> String {
    let coaches = team_view(device).coaches;
    let found = coaches.iter().find(|one| one.name == name);
    found.unwrap_or_else(|| panic!("{name}")).member.clone()
}

/// Logs a contact so many days back, for which somebody drove.
fn drive(device: &mut Device, participant: &str, days_back: i64, miles_tenths: u32) {
    let at = device.clock.at - days_back * 86_400_000;
    let encounter = EncounterInput {
        kind: EncounterKind::Community,
        outcome: Outcome::Reached,
        at: Some(at),
        minutes: 30,
        activities: Vec::new(),
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths,
        note: String::new(),
    };
    let command = Command::LogEncounter {
        participant: participant.to_owned(),
        encounter,
        draft: None,
    };
    device.order(command).unwrap();
}

fn claim_all(device: &mut Device, payee: Payee) -> Result<Reply, EngineError> {
    let trips = claims(device, "me").trips;
    let contacts = trips.into_iter().map(|trip| trip.contact).collect();
    pay(device, MoneyCommand::Claim { payee, contacts })
}

fn decide(
    team: &mut Team,
    member: &str,
    entry: &str,
    step: MoneyStep,
    reason: &str,
) -> Result<Reply, EngineError> {
    let command = MoneyCommand::Decide {
        member: member.to_owned(),
        entry: entry.to_owned(),
        step,
        funder: "County (test)".to_owned(),
        reason: reason.to_owned(),
    };
    pay(&mut team.sam, command)
}

/// A changed app states something in the document of its coach's caseload.
fn forge(device: &mut Device, new: NewStatement) {
    let mut forger = Forger::of(device, 5);
    let place = forger.first(DocumentKind::Caseload);
    let mut document: CaseloadDocument = forger.open(&place);
    let written = document.command(&CaseloadCommand::State(new), forger.now);
    forger.keep(&place, &written.unwrap().unwrap());
}

#[test]
fn s3_14_what_a_changed_app_approves_of_its_own_counts_for_nothing_and_is_shown() {
    let mut team = team();
    let stipend = MoneyCommand::Stipend {
        entry: None,
        what: "Exam fee".to_owned(),
        cents: 5_000,
        offer: None,
    };
    pay(&mut team.cory, stipend).unwrap();
    team.settle();
    let id: RecordId = claims(&mut team.cory, "me").stipends[0].id.parse().unwrap();
    let approved = Told::first(Decision {
        of: id,
        step: "approved".to_owned(),
        funder: String::new(),
    });
    let number = RecordId::from_bytes([1; 16]);
    forge(
        &mut team.cory,
        NewStatement::new(number, DECISION, Some(id), &approved),
    );
    unlock(&mut team.world, &mut team.cory);
    team.settle();
    let cory = id_of(&mut team.sam, "Cory Coach");
    let seen = claims(&mut team.sam, &cory);
    assert_eq!(seen.stipends[0].decided.state, MoneyState::Requested);
    assert_eq!(seen.aside.len(), 1);
    assert_eq!(seen.aside[0].by, "Cory Coach");
    // The supervisor's own word counts as ever.
    let id = id.to_string();
    decide(&mut team, &cory, &id, MoneyStep::Approved, "").unwrap();
    let seen = claims(&mut team.sam, &cory);
    assert_eq!(seen.stipends[0].decided.state, MoneyState::Approved);
}

#[test]
fn s3_14_who_was_a_supervisor_decided_what_they_decided() {
    let mut team = team();
    let stipend = MoneyCommand::Stipend {
        entry: None,
        what: "Exam fee".to_owned(),
        cents: 5_000,
        offer: None,
    };
    pay(&mut team.cory, stipend).unwrap();
    let dana = id_of(&mut team.sam, "Dana Coach");
    let role = |role| Command::ChangeRole {
        member: dana.clone(),
        role,
    };
    team.world
        .order(&mut team.sam, role(Role::Supervisor))
        .unwrap();
    team.settle();
    let cory = id_of(&mut team.sam, "Cory Coach");
    let entry = claims(&mut team.dana, &cory).stipends[0].id.clone();
    let approve = MoneyCommand::Decide {
        member: cory.clone(),
        entry,
        step: MoneyStep::Approved,
        funder: String::new(),
        reason: String::new(),
    };
    pay(&mut team.dana, approve).unwrap();
    team.settle();
    team.world.order(&mut team.sam, role(Role::Coach)).unwrap();
    team.settle();
    let seen = claims(&mut team.sam, &cory).stipends.remove(0);
    assert_eq!(seen.decided.state, MoneyState::Approved);
    assert_eq!(seen.decided.by, "Dana Coach");
}

/// 4 May 2026, back to 30 June 2022.
const BACK_TO_JUNE_2022: i64 = 1404;

#[test]
fn s3_18_logged_miles_are_claimed_offline_approved_paid_and_make_a_table() {
    let mut team = team();
    let jo = add(&mut team.cory, "Jo Park");
    drive(&mut team.cory, &jo, 3, 124);
    drive(&mut team.cory, &jo, 2, 0);
    drive(&mut team.cory, &jo, 1, 100);
    team.world.cut = true;
    let trips = claims(&mut team.cory, "me").trips;
    assert_eq!(trips.len(), 2, "one had no miles");
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    let own = claims(&mut team.cory, "me");
    assert!(own.trips.is_empty(), "nothing is claimed twice");
    // 12.4 and 10 miles at 72.5 cents: 8.99 and 7.25 dollars.
    assert_eq!(
        (own.claims[0].cents, own.claims[0].decided.state),
        (1624, MoneyState::Requested)
    );
    team.world.cut = false;
    team.settle();

    let cory = id_of(&mut team.sam, "Cory Coach");
    assert_eq!(payroll(&mut team.sam).waiting[0].3, 1624);
    let id = own.claims[0].id.clone();
    assert!(
        decide(&mut team, &cory, &id, MoneyStep::Paid, "").is_err(),
        "not approved yet"
    );
    decide(&mut team, &cory, &id, MoneyStep::Approved, "").unwrap();
    decide(&mut team, &cory, &id, MoneyStep::Paid, "").unwrap();
    team.settle();
    let paid = claims(&mut team.cory, "me").claims.remove(0);
    assert_eq!(paid.decided.state, MoneyState::Paid);
    assert_eq!(paid.decided.by, "Sam Supervisor");
    assert_eq!(paid.decided.funder, "County (test)");
    // What is paid is not taken back.
    let back = MoneyCommand::TakeBack {
        entry: id,
        reason: "oops".to_owned(),
    };
    assert!(pay(&mut team.cory, back).is_err());

    let table = payroll(&mut team.sam);
    assert_eq!((table.rows, table.waiting.len()), (2, 0));
    assert!(table.csv.contains(",12.4,72.5,8.99,staff,"));
    assert!(!table.csv.contains("Jo Park"), "nothing of participants");
    // That it left the app is written down.
    team.sam
        .order(Command::NoteExport(Export::Payroll(2)))
        .unwrap();
    let Reply::AccessLog(log) = team.sam.query(Query::AccessLog { limit: 20 }) else {
        panic!("no log");
    };
    assert!(log.iter().any(|row| row.kind == LogKind::PayrollSaved));
}

#[test]
fn s3_18_a_declined_claim_is_not_approved_again_once_another_has_its_miles() {
    let mut team = team();
    let jo = add(&mut team.cory, "Jo Park");
    let cory = id_of(&mut team.sam, "Cory Coach");
    drive(&mut team.cory, &jo, 2, 100);
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    team.settle();
    let first = claims(&mut team.sam, &cory).claims[0].id.clone();
    decide(&mut team, &cory, &first, MoneyStep::Declined, "Late").unwrap();
    team.settle();
    team.cory.pass(1_000);
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    team.settle();
    let second = claims(&mut team.sam, &cory).claims[0].id.clone();
    decide(&mut team, &cory, &second, MoneyStep::Approved, "").unwrap();
    decide(&mut team, &cory, &second, MoneyStep::Paid, "").unwrap();
    let again = decide(&mut team, &cory, &first, MoneyStep::Approved, "");
    assert!(matches!(again, Err(EngineError::Invalid { .. })));
    assert_eq!(payroll(&mut team.sam).rows, 1);
}

#[test]
fn g_4_the_rate_is_that_of_the_trips_day_and_stays_on_the_claim() {
    let mut team = team();
    let jo = add(&mut team.cory, "Jo Park");
    drive(&mut team.cory, &jo, 2, 100);
    let own_rate = |device: &mut Device, tenths, from: LocalDate| {
        pay(
            device,
            MoneyCommand::OwnRate(OwnRate {
                payee: Payee::Staff,
                from,
                tenths,
                source: "Board (test)".to_owned(),
            }),
        )
    };
    let today = claims(&mut team.cory, "me").today;
    assert_eq!(
        own_rate(&mut team.cory, Some(500), today.plus_days(-10)),
        Err(EngineError::NotAllowed)
    );
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    own_rate(&mut team.sam, Some(500), today.plus_days(-10)).unwrap();
    team.settle();
    drive(&mut team.cory, &jo, 1, 100);
    drive(&mut team.cory, &jo, 20, 100);
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    let view = claims(&mut team.cory, "me");
    let cents: Vec<u64> = view.claims.iter().map(|one| one.cents).collect();
    assert_eq!(
        cents,
        [500 + 725, 725],
        "the newest first; what was claimed keeps its rate"
    );
    // As a volunteer fourteen cents, whatever the agency pays its staff.
    team.cory.pass(1_000);
    drive(&mut team.cory, &jo, 1, 100);
    claim_all(&mut team.cory, Payee::Volunteer).unwrap();
    assert_eq!(claims(&mut team.cory, "me").claims[0].cents, 140);
    // The half-year of 2022, as the claim form reckons it.
    let pack = handrail_domain::workforce::WorkforcePack::shipped().unwrap();
    let june = today.plus_days(-BACK_TO_JUNE_2022);
    assert_eq!(june.to_string(), "2022-06-30");
    let rate = |on| {
        let none = std::collections::BTreeMap::new();
        handrail_domain::workforce::mileage::rate_on(&pack, &none, Payee::Staff, on)
    };
    assert_eq!(rate(june).unwrap().tenths, 585);
    assert_eq!(rate(june.plus_days(1)).unwrap().tenths, 625);
}

#[test]
fn s3_14_a_stipend_is_asked_for_by_its_coach_and_decided_by_somebody_else() {
    let mut team = team();
    let stipend = |entry: Option<String>, cents| MoneyCommand::Stipend {
        entry,
        what: "Exam fee".to_owned(),
        cents,
        offer: None,
    };
    pay(&mut team.cory, stipend(None, 5_000)).unwrap();
    pay(&mut team.sam, stipend(None, 9_000)).unwrap();
    team.settle();
    let (cory, sam) = (
        id_of(&mut team.sam, "Cory Coach"),
        claims(&mut team.sam, "me").member,
    );
    let id = claims(&mut team.sam, &cory).stipends[0].id.clone();
    let own = claims(&mut team.sam, "me").stipends[0].id.clone();
    assert_eq!(
        decide(&mut team, &sam, &own, MoneyStep::Approved, ""),
        Err(EngineError::NotAllowed),
        "nobody decides about their own"
    );
    // Others do not see it.
    let query = WorkforceQuery::Claims {
        person: cory.clone(),
    };
    assert_eq!(ask(&mut team.dana, query), Err(EngineError::NotAllowed));
    assert_eq!(
        ask(&mut team.dana, WorkforceQuery::Payroll),
        Err(EngineError::NotAllowed)
    );
    // Declined with a reason; asked anew for less, it is decided anew.
    assert!(decide(&mut team, &cory, &id, MoneyStep::Declined, "").is_err());
    decide(
        &mut team,
        &cory,
        &id,
        MoneyStep::Declined,
        "The grant pays 40",
    )
    .unwrap();
    team.settle();
    let seen = claims(&mut team.cory, "me").stipends.remove(0);
    assert_eq!(seen.decided.state, MoneyState::Declined);
    assert_eq!(seen.decided.reason, "The grant pays 40");
    pay(&mut team.cory, stipend(Some(id.clone()), 4_000)).unwrap();
    team.settle();
    let seen = claims(&mut team.sam, &cory).stipends.remove(0);
    assert_eq!(
        (seen.decided.state, seen.stipend.cents),
        (MoneyState::Requested, 4_000)
    );
    decide(&mut team, &cory, &id, MoneyStep::Approved, "").unwrap();
    team.settle();
    // What is approved is not changed any more.
    assert!(pay(&mut team.cory, stipend(Some(id), 90_000)).is_err());
    let seen = claims(&mut team.cory, "me").stipends.remove(0);
    assert_eq!(seen.decided.state, MoneyState::Approved);
}

#[test]
fn s3_18_miles_that_the_records_do_not_have_any_more_are_shown_before_they_are_paid() {
    let mut team = team();
    let jo = add(&mut team.cory, "Jo Park");
    drive(&mut team.cory, &jo, 3, 124);
    drive(&mut team.cory, &jo, 1, 100);
    let wrong = claims(&mut team.cory, "me").trips[0].contact.clone();
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    team.settle();
    let cory = id_of(&mut team.sam, "Cory Coach");
    let unmatched = |device: &mut Device, whom: &str| claims(device, whom).claims[0].unmatched;
    assert_eq!(unmatched(&mut team.sam, &cory), 0);
    let void = Command::VoidEncounter {
        participant: jo,
        encounter: wrong,
        reason: "Somebody else drove".to_owned(),
    };
    team.cory.order(void).unwrap();
    team.settle();
    assert_eq!(unmatched(&mut team.sam, &cory), 1);
    assert_eq!(unmatched(&mut team.cory, "me"), 0, "for whoever decides");
    let id = claims(&mut team.sam, &cory).claims[0].id.clone();
    decide(&mut team, &cory, &id, MoneyStep::Declined, "One is wrong").unwrap();
    assert_eq!(unmatched(&mut team.sam, &cory), 0, "it is settled");
}

#[test]
fn s3_18_who_has_left_is_paid_what_they_drove() {
    let mut team = team();
    let jo = add(&mut team.cory, "Jo Park");
    drive(&mut team.cory, &jo, 1, 100);
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    team.settle();
    let cory = id_of(&mut team.sam, "Cory Coach");
    let leaves = Command::EndMembership {
        member: cory.clone(),
    };
    team.world.order(&mut team.sam, leaves).unwrap();
    team.world.sync(&mut team.sam);
    assert_eq!(payroll(&mut team.sam).waiting[0].3, 725);
    let id = claims(&mut team.sam, &cory).claims[0].id.clone();
    decide(&mut team, &cory, &id, MoneyStep::Approved, "").unwrap();
    decide(&mut team, &cory, &id, MoneyStep::Paid, "").unwrap();
    assert_eq!(payroll(&mut team.sam).rows, 1);
}

#[test]
fn s3_18_what_was_paid_is_not_taken_back_by_who_had_not_heard_of_it() {
    let mut team = team();
    let jo = add(&mut team.cory, "Jo Park");
    drive(&mut team.cory, &jo, 1, 100);
    claim_all(&mut team.cory, Payee::Staff).unwrap();
    team.settle();
    let cory = id_of(&mut team.sam, "Cory Coach");
    let id = claims(&mut team.sam, &cory).claims[0].id.clone();
    team.world.cut = true;
    let back = MoneyCommand::TakeBack {
        entry: id.clone(),
        reason: "Too little".to_owned(),
    };
    pay(&mut team.cory, back).unwrap();
    assert_eq!(claims(&mut team.cory, "me").trips.len(), 1, "free again");
    decide(&mut team, &cory, &id, MoneyStep::Approved, "").unwrap();
    decide(&mut team, &cory, &id, MoneyStep::Paid, "").unwrap();
    team.world.cut = false;
    team.settle();
    for (device, whom) in [(&mut team.sam, cory.as_str()), (&mut team.cory, "me")] {
        let view = claims(device, whom);
        let decided = &view.claims[0].decided;
        assert_eq!(decided.state, MoneyState::Paid);
        assert_eq!(decided.by, "Sam Supervisor");
        assert_eq!(view.claims[0].cents, 725);
        assert!(view.trips.is_empty(), "no mile is paid twice");
    }
}

#[test]
fn s3_18_a_rate_is_corrected_whatever_the_clock_said_when_it_was_wrong() {
    let mut team = team();
    let jo = add(&mut team.cory, "Jo Park");
    drive(&mut team.cory, &jo, 1, 100);
    let from = claims(&mut team.cory, "me").today.plus_days(-10);
    let rate = |device: &mut Device, tenths| {
        let rate = OwnRate {
            payee: Payee::Staff,
            from,
            tenths: Some(tenths),
            source: "Board (test)".to_owned(),
        };
        pay(device, MoneyCommand::OwnRate(rate)).unwrap()
    };
    let right = team.sam.clock.at;
    team.sam.clock.at += 86_400_000;
    rate(&mut team.sam, 5_000);
    team.sam.clock.at = right;
    rate(&mut team.sam, 500);
    team.settle();
    let trip = claims(&mut team.cory, "me").trips.remove(0);
    assert_eq!(trip.staff.unwrap().tenths, 500);
    assert_eq!(payroll(&mut team.sam).own_rates.len(), 1);
}
