//! What belongs to a coach's day, made up.

use handrail_domain::LocalDate;
use handrail_engine::api::{
    ExitLine, ExitView, Experience, ExperienceOf, FirstTry, LinkOutcome, Lived, MatchingView,
    MilestoneEvent, Mode, Outreach, OutreachCount, QuestionAsked, QuestionToMe, ResourceLinkView,
    ResourceLinksView, SayingState, SayingView, SayingsView, TieKind, TieView, Whose, Wishes,
};

use crate::stage::NOW;

const HOUR: i64 = 3_600_000;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::LAST)
}

fn lived(what: Experience, whose: Whose, may_match: bool, may_tell: bool) -> Lived {
    Lived {
        what,
        whose,
        may_match,
        may_tell,
    }
}

fn wishes(experience: &[Experience], of: ExperienceOf) -> Wishes {
    Wishes {
        experience: experience.to_vec(),
        of,
    }
}

/// A coach with a history, whom two questions are put to; a supervisor who asked twice.
pub fn matching() -> MatchingView {
    let jail = lived(Experience::CriminalJustice, Whose::Own, true, true);
    let custody = lived(Experience::LostCustody, Whose::Both, true, false);
    let both = wishes(
        &[
            Experience::CriminalJustice,
            Experience::LostCustody,
            Experience::MotherInRecovery,
        ],
        ExperienceOf::OwnOrLovedOne,
    );
    let one = wishes(&[Experience::Medication], ExperienceOf::Own);
    let question = |id: &str, wishes: &Wishes, fits| QuestionToMe {
        id: id.to_owned(),
        by: "Ana Whitfield".to_owned(),
        at: NOW - 2 * HOUR,
        wishes: wishes.clone(),
        fits,
        yes: false,
    };
    let asked = |id: &str, wishes: &Wishes, yes: &[&str], over| QuestionAsked {
        id: id.to_owned(),
        by: "Ana Whitfield".to_owned(),
        at: NOW - 2 * HOUR,
        wishes: wishes.clone(),
        coaches: 7,
        yes: yes.iter().map(|name| (*name).to_owned()).collect(),
        over,
    };
    MatchingView {
        lived: vec![
            jail,
            custody,
            lived(Experience::Trauma, Whose::LovedOne, false, false),
        ],
        to_me: vec![
            question("q1", &both, vec![jail, custody]),
            question("q2", &one, Vec::new()),
        ],
        may_ask: true,
        coaches: 7,
        asked: vec![
            asked("q1", &both, &["Jo Park", "Marisol Reyes"], false),
            asked("q2", &one, &[], false),
            asked("q3", &one, &["Jo Park"], true),
        ],
        programs: vec![("Pregnancy to recovery".to_owned(), both, true)],
    }
}

/// One whose record is here, and one whose is not.
pub fn ties() -> Vec<TieView> {
    vec![
        TieView {
            id: "t1".to_owned(),
            kind: TieKind::Parent,
            other: Some(("02".repeat(16), "Jo Park".to_owned())),
        },
        TieView {
            id: "t2".to_owned(),
            kind: TieKind::Child,
            other: None,
        },
    ]
}

fn saying(id: &str, to: &str, words: &str, state: SayingState) -> SayingView {
    SayingView {
        id: id.to_owned(),
        to: to.to_owned(),
        words: words.to_owned(),
        afraid: "That they take the medication away.".to_owned(),
        ask: "Another time of day.".to_owned(),
        shows_afraid: false,
        state,
        since: day("2026-11-20"),
        voided: None,
    }
}

/// Some of each; participant `02…` has nothing to say.
pub fn sayings(participant: &str) -> SayingsView {
    let mut all = vec![
        saying(
            "s1",
            "Dr. Example",
            "The dose makes me sick in the morning.",
            SayingState::Open,
        ),
        saying("s2", "My worker", "Thank you.", SayingState::Said),
    ];
    if let Some(said) = all.get_mut(1) {
        said.shows_afraid = true;
    }
    if participant.starts_with("02") {
        all.clear();
    }
    SayingsView {
        participant: participant.to_owned(),
        name: "Ray Lindqvist".to_owned(),
        language: "English".to_owned(),
        read_only: false,
        sayings: all,
        conflicts: Vec::new(),
    }
}

fn link(id: &str, to: &str, outcome: Option<LinkOutcome>) -> ResourceLinkView {
    ResourceLinkView {
        id: id.to_owned(),
        participant: "01".repeat(16),
        name: "Ray".to_owned(),
        to: to.to_owned(),
        on: day("2026-11-12"),
        outcome,
        outcome_day: outcome.map(|_| day("2026-11-19")),
        asked: outcome.is_none(),
    }
}

/// One of which nobody knows, and two of which somebody does.
pub fn links() -> Vec<ResourceLinkView> {
    vec![
        link("k1", "Sober house Example", None),
        link("k2", "Meeting at the church", Some(LinkOutcome::Went)),
        link("k3", "Food shelf Example", Some(LinkOutcome::TurnedAway)),
    ]
}

/// Those, and a directory.
pub fn links_view(participant: &str) -> ResourceLinksView {
    ResourceLinksView {
        participant: participant.to_owned(),
        name: "Ray".to_owned(),
        read_only: false,
        today: day("2026-11-21"),
        links: links(),
        directory: vec![("d1".to_owned(), "Lakeside Clinic".to_owned())],
    }
}

/// Two of three goals before contact ends.
pub fn exit() -> ExitView {
    let line = |event, on: Option<&str>, to: &str| ExitLine {
        event,
        done: on.map(day),
        record: on.map(|_| "01EXIT".to_owned()),
        to: to.to_owned(),
    };
    ExitView {
        last: day("2026-12-20"),
        provisional: false,
        lines: vec![
            line(MilestoneEvent::SolidFoundation, None, ""),
            line(MilestoneEvent::CommunitySupport, Some("2026-11-10"), ""),
            line(
                MilestoneEvent::HandedOff,
                Some("2026-11-20"),
                "Guadalupe at the Family Center",
            ),
        ],
    }
}

/// Two overdoses: nobody has tried yet after one, and after the other somebody did.
pub fn outreach() -> Vec<Outreach> {
    vec![
        Outreach {
            overdose: day("2026-11-20"),
            through: day("2026-11-23"),
            first: FirstTry::Open,
            tried: Vec::new(),
            reached: None,
        },
        Outreach {
            overdose: day("2026-11-02"),
            through: day("2026-11-05"),
            first: FirstTry::InTime(day("2026-11-03")),
            tried: vec![(Mode::Phone, 2), (Mode::Text, 1), (Mode::InPerson, 1)],
            reached: Some(day("2026-11-05")),
        },
    ]
}

/// A month of overdoses.
pub fn outreach_count() -> OutreachCount {
    OutreachCount {
        overdoses: 7,
        in_time: 5,
        open: 1,
        reached: 4,
        tried: vec![(Mode::Phone, 9), (Mode::InPerson, 3)],
    }
}
