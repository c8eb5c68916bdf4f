//! The plan of somebody made up.

use handrail_domain::LocalDate;
use handrail_domain::half_year::{AspectState, HalfYear};
use handrail_engine::api::{
    Area, Barc10View, ConflictVersion, ConflictView, GoalView, Help, Origin, PlanEntryView,
    PlanFacts, PlanKind, PlanView, Scope, Standing, VoidView,
};

use crate::stage::NOW;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::LAST)
}

fn entry(id: &str, kind: PlanKind, words: &str, facts: PlanFacts) -> PlanEntryView {
    PlanEntryView {
        id: id.to_owned(),
        kind,
        words: words.to_owned(),
        facts,
        standing: Standing::Open,
        since: day("2026-11-03"),
        author: "Marisol Reyes".to_owned(),
        recorded_at: NOW - 20 * 86_400_000,
        voided: None,
    }
}

fn stands(entry: PlanEntryView, standing: Standing) -> PlanEntryView {
    PlanEntryView { standing, ..entry }
}

fn goals() -> Vec<GoalView> {
    let goal = |id, words, area, origin| {
        entry(id, PlanKind::Goal, words, PlanFacts::Goal { area, origin })
    };
    let step = |id, words, help, due: Option<&str>| {
        let facts = PlanFacts::Step {
            goal: handrail_domain::RecordId::from_bytes([1; 16]),
            help,
            due: due.map(day),
        };
        entry(id, PlanKind::Step, words, facts)
    };
    vec![
        GoalView {
            goal: goal(
                "g1",
                "A job with my hands, and my own money again",
                Area::Employment,
                Origin::Own,
            ),
            steps: vec![
                stands(
                    step("s1", "Write down what I can do", None, None),
                    Standing::Done,
                ),
                step(
                    "s2",
                    "Ask at the job center how they look at a record",
                    Some(Help::Advocacy),
                    Some("2026-12-01"),
                ),
            ],
        },
        GoalView {
            goal: goal(
                "g2",
                "Finish the parenting class",
                Area::Family,
                Origin::CourtOrdered,
            ),
            steps: vec![],
        },
        GoalView {
            goal: stands(
                goal("g3", "Sleep in a bed of my own", Area::Housing, Origin::Own),
                Standing::Done,
            ),
            steps: vec![],
        },
    ]
}

fn requirements() -> Vec<PlanEntryView> {
    let required = |id, words, source: &str, due: Option<&str>| {
        let facts = PlanFacts::Requirement {
            source: source.to_owned(),
            due: due.map(day),
        };
        entry(id, PlanKind::Requirement, words, facts)
    };
    vec![
        required(
            "r1",
            "Bring the signed form to room 204",
            "Dunn County court",
            Some("2026-11-24"),
        ),
        required("r2", "Call the case manager each Monday", "", None),
        stands(
            required("r3", "Hand in the pay slips", "Landlord", None),
            Standing::Done,
        ),
        PlanEntryView {
            voided: Some(VoidView {
                reason: "Wrong person".to_owned(),
                by: "Marisol Reyes".to_owned(),
                at: NOW - 86_400_000,
            }),
            ..required("r4", "Pay the fine of somebody else", "County", None)
        },
    ]
}

fn conflict() -> ConflictView {
    let version = |value: &str, author: &str, ago| ConflictVersion {
        value: value.to_owned(),
        author: author.to_owned(),
        at: NOW - ago,
    };
    ConflictView {
        record: "g1".to_owned(),
        field: "area".to_owned(),
        versions: vec![
            version("employment", "Marisol Reyes", 3_600_000),
            version("life_skills", "Devon Blake", 7_200_000),
        ],
    }
}

/// A plan with some of everything; of participant `02…` an empty one.
pub fn view(participant: &str) -> PlanView {
    let is_empty = participant.starts_with("02");
    let barrier =
        |id, words, scope| entry(id, PlanKind::Barrier, words, PlanFacts::Barrier { scope });
    let result = |id: &str, on, total, answered| Barc10View {
        id: id.to_owned(),
        on: day(on),
        total,
        answered,
    };
    let mut view = PlanView {
        participant: participant.to_owned(),
        name: "Jo Park".to_owned(),
        language: String::new(),
        read_only: false,
        goals: goals(),
        barriers: vec![
            stands(
                barrier("b1", "No bus after six", Scope::Environmental),
                Standing::Working,
            ),
            barrier("b2", "Afraid of the first day", Scope::Personal),
        ],
        requirements: requirements(),
        barc10: vec![
            result("q1", "2026-08-20", Some(31), 10),
            result("q2", "2026-09-24", None, 8),
            result("q3", "2026-10-22", Some(42), 10),
            result("q4", "2026-11-20", Some(40), 10),
        ],
        half_years: vec![HalfYear {
            came: day("2026-05-12"),
            on: day("2026-11-12"),
            home: AspectState::Yes(day("2026-11-10")),
            work: AspectState::NotSaid,
        }],
        conflicts: vec![conflict()],
    };
    if is_empty {
        view.goals.clear();
        view.barriers.clear();
        view.requirements.clear();
        view.barc10.clear();
        view.half_years.clear();
        view.conflicts.clear();
    }
    view
}
