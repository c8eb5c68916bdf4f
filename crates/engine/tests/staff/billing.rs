//! Units for payers, and reports for federal funders (S3-19).

use crate::support::Device;
use crate::support::two::{World, add, invite, join, supervisor, unlock};
use handrail_engine::api::{
    BillView, BillingCommand, BillingQuery, BillingReply, Command, DetailField, EncounterInput,
    EncounterKind, EngineError, LocalDate, MilestoneEvent, MilestoneInput, Outcome, ProgramDraft,
    Query, Reply, Report, ReportState, ReportsView, Request, Role, ScorecardCommand,
    ScorecardQuery, ScorecardReply,
};

const PACK: &str = r#"{"format":1,"id":"own","version":"1","review_by":"2027-01-01","payers":[
  {"id":"day","name":"Day sum","from":"2026-01-01","code":"H0038","unit_minutes":15,"rule":"day_full_units",
   "kinds":["phone","community"],"daily_cap":16,"source":"contract","verified":true}]}"#;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn ask(device: &mut Device, query: BillingQuery) -> Result<BillingReply, EngineError> {
    let query = Query::Scorecard(ScorecardQuery::Billing(query));
    match device.ask(Request::Query(query))? {
        Reply::Scorecard(ScorecardReply::Billing(reply)) => Ok(reply),
        other => panic!("{other:?}"),
    }
}

fn bill(device: &mut Device, payer: &str) -> Result<BillView, EngineError> {
    let query = BillingQuery::Bill {
        payer: payer.to_owned(),
        first: day("2026-05-01"),
        last: day("2026-05-31"),
        program: None,
    };
    match ask(device, query)? {
        BillingReply::Bill(view) => Ok(*view),
        other @ BillingReply::Reports(_) => panic!("{other:?}"),
    }
}

fn reports(device: &mut Device) -> ReportsView {
    match ask(device, BillingQuery::Reports).unwrap() {
        BillingReply::Reports(view) => view,
        other @ BillingReply::Bill(_) => panic!("{other:?}"),
    }
}

fn order(device: &mut Device, command: BillingCommand) -> Result<Reply, EngineError> {
    device.order(Command::Scorecard(ScorecardCommand::Billing(command)))
}

fn contact(
    device: &mut Device,
    participant: &str,
    kind: EncounterKind,
    outcome: Outcome,
    minutes: u16,
) {
    let encounter = EncounterInput {
        kind,
        outcome,
        at: None,
        minutes: minutes.into(),
        activities: Vec::new(),
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths: 0,
        note: String::new(),
    };
    let order = Command::LogEncounter {
        participant: participant.to_owned(),
        encounter,
        draft: None,
    };
    device.order(order).unwrap();
}

fn set(device: &mut Device, participant: &str, field: DetailField, value: &str) {
    let order = Command::SetDetail {
        participant: participant.to_owned(),
        field,
        value: value.to_owned(),
    };
    device.order(order).unwrap();
}

struct Team {
    world: World,
    sam: Device,
    cory: Device,
}

fn team() -> Team {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    Team { world, sam, cory }
}

impl Team {
    fn settle(&mut self) {
        for _ in 0..3 {
            self.world.sync(&mut self.cory);
            self.world.sync(&mut self.sam);
        }
    }
}

#[test]
fn s3_19_units_come_from_exact_minutes_by_the_rule_of_the_payer_and_nothing_is_stored() {
    let mut team = team();
    team.settle();
    let robin = add(&mut team.cory, "Robin Example");
    set(&mut team.cory, &robin, DetailField::BirthDate, "1990-04-02");
    contact(
        &mut team.cory,
        &robin,
        EncounterKind::Phone,
        Outcome::Reached,
        8,
    );
    contact(
        &mut team.cory,
        &robin,
        EncounterKind::Phone,
        Outcome::Reached,
        8,
    );
    contact(
        &mut team.cory,
        &robin,
        EncounterKind::Phone,
        Outcome::NoAnswer,
        30,
    );
    contact(
        &mut team.cory,
        &robin,
        EncounterKind::Text,
        Outcome::Reached,
        30,
    );
    team.settle();
    // New Jersey: full units of each contact. North Carolina: eight minutes make one.
    let of = |view: &BillView| (view.units, view.minutes);
    assert_eq!(of(&bill(&mut team.sam, "nj-sud").unwrap()), (0, 16));
    assert_eq!(of(&bill(&mut team.sam, "nc-8g").unwrap()), (2, 16));
    let view = bill(&mut team.sam, "day-sum").unwrap();
    assert_eq!(of(&view), (1, 16));
    assert_eq!(view.lines.len(), 3, "what is not paid is shown, too");
    assert_eq!(view.lines[0].name, "Robin Example");
    assert!(!view.own && !view.payers.is_empty());
    // A coach makes no bills, and a pack that cannot be read is refused.
    assert_eq!(bill(&mut team.cory, "nc-8g"), Err(EngineError::NotAllowed));
    let own = |pack: &str| BillingCommand::UsePayers {
        pack: Some(pack.to_owned()),
    };
    assert_eq!(
        order(&mut team.cory, own(PACK)),
        Err(EngineError::NotAllowed)
    );
    assert!(matches!(
        order(&mut team.sam, own("{}")),
        Err(EngineError::Invalid { .. })
    ));
    order(&mut team.sam, own(PACK)).unwrap();
    team.sam.crash();
    unlock(&mut team.world, &mut team.sam);
    let view = bill(&mut team.sam, "").unwrap();
    assert_eq!(
        (view.own, view.payer.as_str(), of(&view)),
        (true, "day", (1, 16))
    );
    order(&mut team.sam, BillingCommand::UsePayers { pack: None }).unwrap();
    assert!(!bill(&mut team.sam, "").unwrap().own);
}

#[test]
fn s3_19_client_reports_are_due_by_coming_in_and_done_offline_by_the_coach() {
    let mut team = team();
    team.settle();
    let sample = ProgramDraft::Sample("family".to_owned());
    team.sam.order(Command::UseProgram(sample)).unwrap();
    team.settle();
    let name = reports(&mut team.sam).programs[0].0.clone();
    let robin = add(&mut team.cory, "Robin Example");
    let jo = add(&mut team.cory, "Jo Example");
    for person in [&robin, &jo] {
        set(&mut team.cory, person, DetailField::Program, &name);
    }
    let enrolled = MilestoneInput::Dated {
        event: MilestoneEvent::Enrolled,
        on: "2026-04-01".to_owned(),
    };
    let order_enrolled = Command::RecordMilestone {
        participant: robin.clone(),
        milestone: enrolled,
    };
    team.cory.order(order_enrolled).unwrap();
    team.settle();
    assert!(
        reports(&mut team.sam).rows.is_empty(),
        "no program reports yet"
    );
    let choose = BillingCommand::SetReporting {
        programs: vec![name.clone()],
    };
    assert_eq!(
        order(&mut team.cory, choose.clone()),
        Err(EngineError::NotAllowed)
    );
    order(&mut team.sam, choose).unwrap();
    team.settle();
    let view = reports(&mut team.sam);
    let of: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.due.report, row.due.state))
        .collect();
    // 1 April and 30 days are over on 4 May.
    assert_eq!(
        of,
        [
            (Report::Baseline, ReportState::Late),
            (Report::Reassessment, ReportState::Ahead),
            (Report::Annual, ReportState::Ahead)
        ]
    );
    assert_eq!(view.without_start, [(jo, "Jo Example".to_owned())]);
    // The coach hands it in with no signal, and takes a mistake back.
    let done = |on: &str| BillingCommand::ReportDone {
        participant: robin.clone(),
        report: Report::Baseline,
        on: day(on),
    };
    assert!(matches!(
        order(&mut team.cory, done("2026-05-05")),
        Err(EngineError::Invalid { .. })
    ));
    order(&mut team.cory, done("2026-04-20")).unwrap();
    let row = reports(&mut team.cory)
        .rows
        .into_iter()
        .find(|row| row.due.report == Report::Baseline)
        .unwrap();
    assert_eq!(row.due.state, ReportState::Done(day("2026-04-20")));
    team.settle();
    let said = row.said.unwrap();
    let state = |device: &mut Device| {
        let rows = reports(device).rows;
        rows.iter()
            .find(|row| row.due.report == Report::Baseline)
            .unwrap()
            .due
            .state
    };
    assert_eq!(state(&mut team.sam), ReportState::Done(day("2026-04-20")));
    let back = BillingCommand::TakeBackReport {
        participant: robin.clone(),
        said,
    };
    order(&mut team.sam, back).unwrap();
    team.settle();
    assert_eq!(state(&mut team.cory), ReportState::Late);
    team.cory.crash();
    unlock(&mut team.world, &mut team.cory);
    assert_eq!(state(&mut team.cory), ReportState::Late);
}

#[test]
fn s3_19_programs_report_as_a_supervisor_said_also_when_they_are_none_any_more() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut nadia = join(&mut world, 5, &link, "Nadia Night").unwrap();
    let sample = ProgramDraft::Sample("family".to_owned());
    sam.order(Command::UseProgram(sample)).unwrap();
    let settle = |world: &mut World, sam: &mut Device, nadia: &mut Device| {
        for _ in 0..3 {
            world.sync(sam);
            world.sync(nadia);
        }
    };
    settle(&mut world, &mut sam, &mut nadia);
    let name = reports(&mut nadia).programs[0].0.clone();
    let choose = BillingCommand::SetReporting {
        programs: vec![name],
    };
    order(&mut nadia, choose).unwrap();
    settle(&mut world, &mut sam, &mut nadia);
    let Reply::Settings(settings) = sam.query(Query::Settings) else {
        panic!("settings")
    };
    let mut members = settings.members.iter();
    let of_nadia = members.find(|one| one.name == "Nadia Night").unwrap();
    let change = Command::ChangeRole {
        member: of_nadia.member.clone(),
        role: Role::Coach,
    };
    world.order(&mut sam, change).unwrap();
    settle(&mut world, &mut sam, &mut nadia);
    assert!(reports(&mut sam).programs[0].1);
}
