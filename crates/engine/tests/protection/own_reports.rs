//! A report that the law asks for, written down by a coach (S4-23; 42 CFR 2.12(c)(6)).

use std::collections::BTreeSet;

use crate::support::Device;
use crate::support::consents::{tell, telling};
use crate::support::three::team;
use crate::support::two::add;
use handrail_engine::api::consent::{Information, Side};
use handrail_engine::api::{
    CoachingCommand, Command, ConcernCommand, OwnReportView, Query, Reply, Telling, TellingGround,
};

fn report(on: &str) -> Telling {
    Telling {
        ground: TellingGround::ChildReport,
        information: BTreeSet::from([Information::Report]),
        ..telling("County child protection", Side::ChildWelfare, on)
    }
}

fn reports(device: &mut Device) -> Vec<OwnReportView> {
    match device.query(Query::Concerns { participant: None }) {
        Reply::Concerns(view) => view.reports,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s4_23_a_supervisor_hears_of_a_report_that_a_coach_wrote_down_as_told() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    tell(&mut team.cory, &ray, report("2026-05-04")).unwrap();
    team.settle();
    let heard = reports(&mut team.sam);
    assert_eq!(heard.len(), 1);
    assert_eq!(
        (heard[0].by.as_str(), heard[0].line.as_str()),
        ("Cory Coach", "County child protection")
    );
    // A supervisor's is one of the routine, and who said that they report need not say it twice.
    tell(&mut team.sam, &ray, report("2026-05-04")).unwrap();
    tell(&mut team.cory, &ray, report("2026-05-04")).unwrap();
    assert_eq!(reports(&mut team.sam).len(), 1);
    assert_eq!(reports(&mut team.cory).len(), 1);
    let jo = add(&mut team.cory, "Jo Example");
    let own = ConcernCommand::OwnReport {
        participant: jo.clone(),
        concern: None,
        line: "911".to_owned(),
    };
    let own = Command::Coaching(CoachingCommand::Concern(own));
    team.cory.order(own).unwrap();
    tell(&mut team.cory, &jo, report("2026-05-04")).unwrap();
    assert_eq!(reports(&mut team.cory).len(), 2);
}
