//! Concerns, the desk and supervision, made up.

use handrail_domain::LocalDate;
use handrail_engine::api::{
    Action, AgendaItem, AgendaWhy, ConcernKind, ConcernKnown, ConcernStage, ConcernView,
    ConcernsView, DecisionView, DeskEntryView, DeskFactsView, DeskView, Held, ItemKind,
    MemberChoice, OwnReportView, ReportLine, ReportLines, SafeContactView, SessionOfSupervision,
    SetAsideView, ShelfView, SupervisedView, SupervisionDue, SupervisionItem, SupervisionKind,
    SupervisionPeriod, SupervisionRule, SupervisionStanding, SupervisionView, SupervisionsView,
    Teller, WordsView,
};

use crate::stage::NOW;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::LAST)
}

fn concern(id: &str, kind: ConcernKind, stage: ConcernStage) -> ConcernView {
    ConcernView {
        id: id.to_owned(),
        participant: Some("01".to_owned()),
        name: "Ray Nguyen".to_owned(),
        safe_contact: SafeContactView::default(),
        kind: Some(kind),
        words: vec![WordsView {
            words: "Did not eat since Monday.".to_owned(),
            by: "Marisol Reyes".to_owned(),
            at: NOW - HOUR,
        }],
        by: "Marisol Reyes".to_owned(),
        own: true,
        at: NOW - HOUR,
        stage,
        seen: Vec::new(),
        seen_by_me: false,
        decisions: Vec::new(),
        back: None,
        known: ConcernKnown::HereOnly,
        asked: vec!["Ana Whitfield".to_owned()],
        my_turn: false,
        next: Some(("Theo Lindqvist".to_owned(), NOW + 10 * MINUTE)),
    }
}

fn decision(id: &str, action: Action, teller: Teller) -> DecisionView {
    DecisionView {
        id: id.to_owned(),
        action,
        teller,
        words: "Keep being there.".to_owned(),
        by: "Ana Whitfield".to_owned(),
        at: NOW - 30 * MINUTE,
        told: None,
    }
}

/// One that nobody saw, one told in confidence and decided, one about the work, and one that is done.
pub fn view(participant: Option<&str>) -> ConcernsView {
    let raised = concern("c1", ConcernKind::Struggling, ConcernStage::Raised);
    let confided = ConcernView {
        seen: vec![("Ana Whitfield".to_owned(), NOW - 40 * MINUTE)],
        decisions: vec![decision("d1", Action::ClinicTalks, Teller::Clinic)],
        known: ConcernKnown::Reached,
        asked: Vec::new(),
        next: None,
        ..concern("c2", ConcernKind::Confided, ConcernStage::Decided)
    };
    let work = ConcernView {
        participant: None,
        name: "Marisol Reyes".to_owned(),
        ..concern("c3", ConcernKind::Work, ConcernStage::Raised)
    };
    let done = ConcernView {
        decisions: vec![DecisionView {
            told: Some(("Dr. Example".to_owned(), NOW - 10 * MINUTE)),
            ..decision("d2", Action::ClinicTalks, Teller::Clinic)
        }],
        asked: Vec::new(),
        next: None,
        ..concern("c4", ConcernKind::Risk, ConcernStage::Done)
    };
    let all = vec![raised, confided, work, done];
    ConcernsView {
        name: participant.map_or(String::new(), |_| "Ray Nguyen".to_owned()),
        may_raise: true,
        decides: false,
        concerns: all
            .into_iter()
            .filter(|one| participant.is_none() || one.participant.is_some())
            .collect(),
        reports: vec![OwnReportView {
            id: "r1".to_owned(),
            participant: "01".to_owned(),
            name: "Ray Nguyen".to_owned(),
            by: "Jo Park".to_owned(),
            at: NOW - 2 * HOUR,
            line: "Example County (608) 555-0100".to_owned(),
            seen: Vec::new(),
            known: ConcernKnown::Arrived,
        }],
        aside: Vec::new(),
        minutes: 15,
        chain: vec![
            ("aa".to_owned(), "Ana Whitfield".to_owned()),
            ("bb".to_owned(), "Theo Lindqvist".to_owned()),
        ],
        lines: ReportLines {
            lines: vec![ReportLine {
                name: "Example County".to_owned(),
                number: "(608) 555-0100".to_owned(),
                when: "At any hour".to_owned(),
            }],
            source: "county page".to_owned(),
            checked_on: Some(day("2026-11-01")),
        },
        may_set: true,
    }
}

/// As a supervisor reads it.
pub fn for_supervisor() -> ConcernsView {
    let mut view = view(None);
    view.decides = true;
    for one in &mut view.concerns {
        one.own = false;
        one.known = ConcernKnown::Arrived;
        one.my_turn = one.stage == ConcernStage::Raised;
    }
    view.aside = vec![SetAsideView {
        name: "Ray Nguyen".to_owned(),
        deed: "decide".to_owned(),
        by: "Jo Park".to_owned(),
        at: NOW - HOUR,
    }];
    view
}

/// A desk with both kinds of entries, and a clinical provider.
pub fn desk() -> DeskView {
    let entry = |id: &str, facts| DeskEntryView {
        id: id.to_owned(),
        participant: "01".to_owned(),
        name: "Ray Nguyen".to_owned(),
        facts,
        words: "Starts on Monday.".to_owned(),
        by: "Dr. Example".to_owned(),
        at: NOW - HOUR,
        told: None,
    };
    let level = DeskFactsView::CareLevel {
        edition: "ASAM, 4th edition".to_owned(),
        level: "3.1".to_owned(),
        given_by: "Dr. Example".to_owned(),
    };
    let report = DeskFactsView::LegalReport {
        to: "Example County".to_owned(),
        made_by: "Dr. Example".to_owned(),
        reference: "No. 12".to_owned(),
    };
    DeskView {
        is_open: true,
        waits: false,
        may_arrange: true,
        named: vec![(
            "ab".to_owned(),
            "Dr. Example".to_owned(),
            NOW + 90 * 24 * HOUR,
        )],
        choices: vec![MemberChoice {
            member: "ac".to_owned(),
            name: "Dr. Other".to_owned(),
        }],
        people: vec![("01".to_owned(), "Ray Nguyen".to_owned())],
        entries: vec![entry("e1", level), entry("e2", report)],
        aside: Vec::new(),
    }
}

fn supervised(own: bool, due: SupervisionDue) -> SupervisedView {
    let period = |from: &str, to: &str, minutes| SupervisionPeriod {
        from: day(from),
        to: day(to),
        minutes,
        held: minutes >= 60,
    };
    SupervisedView {
        coach: if own { "aa" } else { "bb" }.repeat(16),
        name: if own { "Marisol Reyes" } else { "Jo Park" }.to_owned(),
        own,
        rule: SupervisionRule {
            kind: SupervisionKind::Clinical,
            every_days: 7,
            minutes: 60,
            per_service_hours: Some(30),
        },
        standing: SupervisionStanding {
            periods: vec![
                period("2026-11-16", "2026-11-22", 0),
                period("2026-11-09", "2026-11-15", 60),
                period("2026-11-02", "2026-11-08", 0),
            ],
            held: 1,
            missed: 1,
            due,
            service: 1_900,
        },
        unsigned: 1,
        waiting: 1,
    }
}

/// One coach is due now, another until Sunday.
pub fn supervisions() -> SupervisionsView {
    SupervisionsView {
        supervises: true,
        coaches: vec![
            supervised(false, SupervisionDue::Hours(1_900)),
            supervised(true, SupervisionDue::By(day("2026-11-22"))),
        ],
    }
}

/// A coach's own, or another's.
pub fn supervision(own: bool) -> SupervisionView {
    let held = |on: &str| Held {
        on: day(on),
        minutes: 60,
        cases: vec!["01".to_owned()],
        items: Vec::new(),
        boundaries: true,
        words: "Shorter evenings.".to_owned(),
    };
    let session = |id: &str, on: &str, signed_at| SessionOfSupervision {
        id: id.to_owned(),
        held: held(on),
        cases: (vec!["Ray Nguyen".to_owned()], 1),
        by: "Ana Whitfield".to_owned(),
        signed_at,
        back: None,
    };
    let agenda = |why| AgendaItem {
        participant: Some("01".to_owned()),
        name: "Ray Nguyen".to_owned(),
        why,
    };
    let shelf = ShelfView {
        id: "s1".to_owned(),
        kind: ItemKind::OwnStory,
        words: "I told how I got my kids back.".to_owned(),
        at: NOW - HOUR,
        lifted: false,
    };
    SupervisionView {
        coach: supervised(own, SupervisionDue::By(day("2026-11-22"))),
        may_hold: !own,
        today: day("2026-11-21"),
        agenda: vec![
            agenda(AgendaWhy::Concern),
            agenda(AgendaWhy::Missed(3)),
            agenda(AgendaWhy::Ends),
        ],
        items: vec![SupervisionItem {
            id: "i1".to_owned(),
            kind: Some(ItemKind::Boundary),
            words: "She asked for my own number.".to_owned(),
            at: NOW - HOUR,
            spoken: false,
        }],
        sessions: vec![
            session("n2", "2026-11-13", None),
            session("n1", "2026-11-06", Some(NOW - 300 * HOUR)),
        ],
        people: vec![("01".to_owned(), "Ray Nguyen".to_owned())],
        aside: Vec::new(),
        shelf: if own { vec![shelf] } else { Vec::new() },
    }
}
