//! An agency's own rules of retention (issue 3.8).

use crate::support::Device;
use crate::support::three::team;
use crate::support::two::{add, log};
use handrail_engine::api::{
    Command, EngineError, ForgettingView, KeptView, LogKind, LogView, Query, Reply, Request,
    RetentionPackError, RetentionView, RulesPreviewView,
};

const BUILT_IN: &str = include_str!("../../../../assets/retention/us-wi-2026.json");

/// The rules of the app with other years.
fn own(years: u32) -> String {
    BUILT_IN
        .replace("\"us-wi\"", "\"lakeside\"")
        .replace("\"years\": 7", &format!("\"years\": {years}"))
}

fn preview(device: &mut Device, pack: Option<&str>) -> Result<RulesPreviewView, EngineError> {
    let pack = pack.map(str::to_owned);
    match device.ask(Request::Query(Query::PreviewRules { pack }))? {
        Reply::RulesPreview(view) => Ok(*view),
        other => panic!("{other:?}"),
    }
}

fn put_in_force(device: &mut Device, pack: Option<&str>) -> Result<Reply, EngineError> {
    let pack = pack.map(str::to_owned);
    device.order(Command::UseRules { pack })
}

fn forgetting(device: &mut Device) -> ForgettingView {
    match device.query(Query::Forgetting) {
        Reply::Forgetting(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn kept(device: &mut Device, participant: &str) -> KeptView {
    let participant = participant.to_owned();
    match device.query(Query::Retention { participant }) {
        Reply::Retention(view) => {
            let RetentionView { kept, .. } = *view;
            kept
        }
        other => panic!("{other:?}"),
    }
}

fn rule_lines(device: &mut Device) -> Vec<LogView> {
    let Reply::AccessLog(mut rows) = device.query(Query::AccessLog { limit: 50 }) else {
        panic!()
    };
    rows.retain(|row| matches!(row.kind, LogKind::RulesSet | LogKind::RulesUnset));
    rows
}

#[test]
fn own_rules_are_seen_through_before_they_hold_and_then_hold_on_every_device() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "At the bedside.");
    let lee = add(&mut team.dana, "Lee Example");
    team.settle();
    let through = |day: &str| KeptView::Through(day.to_owned());
    assert_eq!(kept(&mut team.sam, &ray), through("2033-05-04"));

    let seen = preview(&mut team.sam, Some(&own(3))).unwrap();
    assert!(seen.faults.is_empty() && !seen.stale);
    assert_eq!(
        (seen.id.as_str(), seen.version.as_str()),
        ("lakeside", "2026-11")
    );
    assert_eq!(
        (seen.earlier, seen.later, seen.same, seen.due),
        (2, 0, 0, 0)
    );
    let names: Vec<_> = seen.changes.iter().map(|of| of.name.as_str()).collect();
    assert_eq!(names, ["Lee Example", "Ray Example"]);
    let change = &seen.changes[1];
    assert_eq!(change.coach, "Cory Coach");
    assert_eq!(change.before.as_deref(), Some("2033-05-04"));
    assert_eq!(change.after.as_deref(), Some("2029-05-04"));
    // It was only looked at.
    assert_eq!(kept(&mut team.sam, &ray), through("2033-05-04"));
    assert!(rule_lines(&mut team.sam).is_empty());

    put_in_force(&mut team.sam, Some(&own(3))).unwrap();
    team.settle();
    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(kept(device, &ray), through("2029-05-04"));
        let source = forgetting(device).source;
        assert_eq!(source.id, "lakeside");
        assert_eq!(source.set.unwrap().0, "Sam Supervisor");
    }
    assert_eq!(kept(&mut team.dana, &lee), through("2029-05-04"));
    let told = rule_lines(&mut team.sam);
    assert_eq!(told.len(), 1);
    assert!(told[0].own && told[0].at.is_some());
    assert_eq!(told[0].reason, "lakeside 2026-11");

    // Back to those of the app, seen through first.
    let back = preview(&mut team.sam, None).unwrap();
    assert_eq!((back.earlier, back.later, back.same), (0, 2, 0));
    put_in_force(&mut team.sam, None).unwrap();
    team.settle();
    assert_eq!(kept(&mut team.cory, &ray), through("2033-05-04"));
    assert_eq!(forgetting(&mut team.cory).source.set, None);
    assert_eq!(rule_lines(&mut team.sam).len(), 2);
}

#[test]
fn rules_that_begin_later_wait_for_their_day_and_are_asked_to_be_reviewed_after_their_last() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let later = own(1).replacen("2026-01-01", "2027-01-01", 1);
    put_in_force(&mut team.sam, Some(&own(3))).unwrap();
    team.sam.pass(1_000);
    put_in_force(&mut team.sam, Some(&later)).unwrap();
    let view = forgetting(&mut team.sam);
    assert_eq!(view.source.next.as_deref(), Some("2027-01-01"));
    let through = |day: &str| KeptView::Through(day.to_owned());
    assert_eq!(kept(&mut team.sam, &ray), through("2029-05-04"));
    assert!(!view.stale);
    team.sam.clock.at += 400 * 86_400_000;
    let view = forgetting(&mut team.sam);
    assert_eq!(view.source.next, None);
    assert_eq!(view.due.len(), 1, "a year and a month are over");
    team.sam.clock.at += 100 * 86_400_000;
    assert!(forgetting(&mut team.sam).stale, "they end in June 2027");
    assert!(preview(&mut team.sam, Some(&later)).unwrap().stale);
}

#[test]
fn what_cannot_be_used_is_refused_with_its_faults_and_changes_nothing() {
    let mut team = team();
    let negative = own(3).replace("\"years\": 3", "\"years\": -3");
    let unknown = own(3).replace("\"days\"", "\"dayz\"");
    let huge = "x".repeat(10 * 1024 * 1024);
    for broken in [
        "",
        "Dear all, we keep records for years.",
        &negative,
        &unknown,
        &huge,
    ] {
        let seen = preview(&mut team.sam, Some(broken)).unwrap();
        assert_eq!(seen.faults.len(), 1, "{:?}", seen.faults);
        assert!(seen.rules.is_empty() && seen.changes.is_empty());
        let refused = put_in_force(&mut team.sam, Some(broken));
        assert!(
            matches!(refused, Err(EngineError::Invalid { .. })),
            "{refused:?}"
        );
    }
    let faults = preview(&mut team.sam, Some(&huge)).unwrap().faults;
    assert_eq!(faults, [RetentionPackError::TooLarge]);
    assert_eq!(forgetting(&mut team.sam).source.set, None);
    assert!(rule_lines(&mut team.sam).is_empty());
}

/// A coach may neither see through nor set rules; a changed program of theirs writes in vain.
#[test]
fn only_who_is_in_charge_sets_rules() {
    use crate::support::forging::Forger;
    use handrail_domain::RecordId;
    use handrail_domain::document::{AgencyCommand, AgencyDocument, Event};
    use handrail_protocol::DocumentKind;

    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let refused = Err(EngineError::NotAllowed);
    assert_eq!(put_in_force(&mut team.cory, Some(&own(1))), refused);
    assert_eq!(
        preview(&mut team.cory, None).map(|_| ()),
        Err(EngineError::NotAllowed)
    );
    assert!(!forgetting(&mut team.cory).source.may_change);

    let mut forger = Forger::of(&mut team.cory, 5);
    let id = forger.first(DocumentKind::Agency);
    let mut document: AgencyDocument = forger.open(&id);
    let command = AgencyCommand::Note {
        id: RecordId::new(forger.now.at, &mut team.world.rng),
        event: Event::RetentionRules(Some(own(1))),
    };
    let written = document.command(&command, forger.now).unwrap().unwrap();
    forger.keep(&id, &written);
    drop(forger);
    crate::support::two::unlock(&mut team.world, &mut team.cory);
    team.settle();
    // It came, the log tells of it, and it does not hold.
    assert_eq!(rule_lines(&mut team.sam)[0].by, "Cory Coach");
    for device in [&mut team.sam, &mut team.cory] {
        let through = KeptView::Through("2033-05-04".to_owned());
        assert_eq!(kept(device, &ray), through);
    }
}
