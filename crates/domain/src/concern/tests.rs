use super::*;
use crate::id::DeviceId;
use crate::role::Role;
use crate::statement::{Statement, in_order};
use crate::time::LocalDate;
use proptest::prelude::*;

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn member(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

const COACH: u8 = 1;
const NADIA: u8 = 8;
const SAM: u8 = 9;

fn role(who: u8) -> Role {
    if who == COACH {
        Role::Coach
    } else {
        Role::Supervisor
    }
}

/// A statement of a member; its number is its place in the history.
fn said(number: u8, who: u8, code: &str, about: Option<u8>, body: &impl Serialize) -> Statement {
    Statement {
        id: id(number),
        code: code.to_owned(),
        about: about.map(id),
        device: DeviceId::from_bytes([who; 16]),
        at: Timestamp::from_millis(i64::from(number) * 60_000),
        step: u64::from(number),
        body: serde_json::to_string(body).unwrap(),
    }
}

fn fold(statements: &[Statement]) -> Concerns {
    let all: Vec<Said<'_>> = statements
        .iter()
        .map(|statement| {
            let who = statement.device.as_bytes()[0];
            Said {
                statement,
                by: Some(member(who)),
                role: Some(role(who)),
            }
        })
        .collect();
    concerns(&all)
}

fn raised() -> Statement {
    let body = Raised {
        kind: ConcernKind::Struggling.code().to_owned(),
        words: " Quiet since Monday. ".to_owned(),
    };
    said(1, COACH, RAISED, None, &body)
}

fn decided(number: u8, who: u8, action: Action, teller: Teller, instead: &[u8]) -> Statement {
    let body = Decided {
        action: action.code().to_owned(),
        teller: teller.code().to_owned(),
        words: String::new(),
        instead: instead.iter().map(|one| id(*one).to_string()).collect(),
    };
    said(number, who, DECIDED, Some(1), &body)
}

fn told(number: u8, of: u8) -> Statement {
    let body = ToldBody {
        by: "Dr. Example".to_owned(),
        at: 600_000,
    };
    said(number, NADIA, TOLD, Some(of), &body)
}

#[test]
fn s4_20_s4_21_a_concern_is_seen_decided_and_told_one_after_the_other() {
    let mut all = vec![raised()];
    let stage = |all: &[Statement]| fold(all).concerns[0].stage();
    assert_eq!(stage(&all), Stage::Raised);
    all.push(said(2, NADIA, SEEN, Some(1), &()));
    assert_eq!(stage(&all), Stage::Seen);
    all.push(decided(3, NADIA, Action::ClinicTalks, Teller::Clinic, &[]));
    assert_eq!(stage(&all), Stage::Decided);
    all.push(told(4, 3));
    let found = fold(&all);
    let concern = &found.concerns[0];
    assert_eq!(concern.stage(), Stage::Done);
    assert!(!concern.is_open());
    assert_eq!(concern.words[0].words, "Quiet since Monday.");
    let seen = (member(NADIA), Timestamp::from_millis(120_000));
    assert_eq!(concern.seen, [seen]);
    let at = Timestamp::from_millis(600_000);
    let by_whom = Some(("Dr. Example".to_owned(), at, member(NADIA)));
    assert_eq!(concern.decisions[0].told, by_whom);
}

#[test]
fn s4_21_two_who_decide_without_knowing_of_each_other_both_stand_until_one_settles_it() {
    let mut all = vec![
        raised(),
        decided(2, NADIA, Action::GoOn, Teller::Nobody, &[]),
        decided(3, SAM, Action::SupervisorTalks, Teller::Supervisor, &[]),
    ];
    let both = fold(&all);
    assert_eq!(both.concerns[0].decisions.len(), 2);
    assert_eq!(both.concerns[0].stage(), Stage::Decided);
    all.push(decided(4, SAM, Action::GoOn, Teller::Nobody, &[2, 3]));
    let one = fold(&all);
    assert_eq!(one.concerns[0].decisions.len(), 1);
    assert_eq!(one.concerns[0].stage(), Stage::Done);
}

#[test]
fn s4_22_what_the_clinic_talks_about_only_the_clinic_tells() {
    for teller in [Teller::Supervisor, Teller::Nobody] {
        let all = [
            raised(),
            decided(2, NADIA, Action::ClinicTalks, teller, &[]),
        ];
        let found = fold(&all);
        assert!(found.concerns[0].decisions.is_empty());
        assert_eq!(found.aside.len(), 1);
    }
}

#[test]
fn s4_10_only_who_raised_it_takes_it_back_and_not_once_it_is_decided() {
    let reason = Worded {
        words: "Wrong person.".to_owned(),
    };
    let by_nadia = [raised(), said(2, NADIA, BACK, Some(1), &reason)];
    assert_eq!(fold(&by_nadia).concerns[0].stage(), Stage::Raised);
    let own = [raised(), said(2, COACH, BACK, Some(1), &reason)];
    assert_eq!(fold(&own).concerns[0].stage(), Stage::TakenBack);
    let late = [
        raised(),
        decided(2, NADIA, Action::GoOn, Teller::Nobody, &[]),
        said(3, COACH, BACK, Some(1), &reason),
    ];
    let late = fold(&late);
    assert_eq!(late.concerns[0].stage(), Stage::Done);
    // They had the right to say it and did not know: nobody is told that they had not.
    assert!(late.aside.is_empty());
    assert_eq!(late.concerns[0].words[1].words, "Wrong person.");
    // Who decides without knowing that it was taken back is heard.
    let at_once = [
        raised(),
        said(2, COACH, BACK, Some(1), &reason),
        decided(3, NADIA, Action::ClinicTalks, Teller::Clinic, &[]),
    ];
    let at_once = fold(&at_once);
    assert_eq!(at_once.concerns[0].stage(), Stage::Decided);
    assert_eq!(at_once.concerns[0].back, None);
    let why = &at_once.concerns[0].words[1];
    assert_eq!(
        (why.words.as_str(), why.by),
        ("Wrong person.", member(COACH))
    );
}

#[test]
fn s4_21_that_a_decision_was_told_counts_though_another_stands_in_its_place() {
    let all = [
        raised(),
        decided(2, SAM, Action::SupervisorTalks, Teller::Supervisor, &[]),
        decided(3, SAM, Action::ClinicTalks, Teller::Clinic, &[2]),
        // Nadia had seen the first decision only.
        told(4, 2),
    ];
    let found = fold(&all);
    assert!(found.aside.is_empty(), "nobody's app was changed");
    let concern = &found.concerns[0];
    assert_eq!(concern.stage(), Stage::Decided, "the second is to be told");
    assert!(concern.replaced[0].told.is_some());
    assert!(concern.decisions[0].told.is_none());
}

#[test]
fn s4_23_who_reports_themselves_tells_the_supervisors_by_it() {
    let line = Reported {
        line: "(608) 555-0100".to_owned(),
    };
    let all = [
        said(1, COACH, OWN_REPORT, None, &line),
        said(2, SAM, SEEN, Some(1), &()),
    ];
    let found = fold(&all);
    assert_eq!(found.reports[0].line, "(608) 555-0100");
    assert_eq!(found.reports[0].seen[0].0, member(SAM));
}

#[test]
fn what_a_later_version_says_is_passed_over_and_a_new_kind_of_concern_is_still_a_concern() {
    let new_kind = said(
        1,
        COACH,
        RAISED,
        None,
        &serde_json::json!({ "kind": "new", "more": 1 }),
    );
    let new_code = said(2, NADIA, "concern_sorted", Some(1), &());
    let new_action = said(
        3,
        NADIA,
        DECIDED,
        Some(1),
        &serde_json::json!({ "action": "new", "teller": "clinic" }),
    );
    let found = fold(&[new_kind, new_code, new_action]);
    assert!(found.concerns[0].decisions.is_empty());
    assert_eq!(found.concerns[0].kind, None);
    assert!(found.concerns[0].is_open() && found.aside.is_empty());
}

#[test]
fn s4_20_the_next_one_is_asked_after_the_agencys_minutes_until_all_have_been() {
    let at = |minutes: i64| Timestamp::from_millis(minutes * 60_000);
    let asked = |now: i64| turn(3, 15, at(100), at(now));
    assert_eq!((asked(100).asked, asked(100).next_at), (1, Some(at(115))));
    assert_eq!(asked(114).asked, 1);
    assert_eq!((asked(115).asked, asked(115).next_at), (2, Some(at(130))));
    assert_eq!((asked(130).asked, asked(130).next_at), (3, None));
    assert_eq!(asked(9_999).asked, 3);
    assert_eq!(asked(0).asked, 1, "a clock that was set back");
    assert_eq!(
        turn(0, 15, at(0), at(50)),
        Turn {
            asked: 0,
            next_at: None
        }
    );
    let chain = Chain {
        minutes: 15,
        order: vec![member(SAM).to_string()],
    };
    let order = chain.of(
        vec![member(NADIA), member(SAM), member(COACH)],
        member(COACH),
    );
    assert_eq!(order, [member(SAM), member(NADIA)]);
    assert!(
        chain.is_whole()
            && !Chain {
                minutes: 4,
                ..chain
            }
            .is_whole()
    );
}

#[test]
fn s4_23_a_line_without_a_number_or_that_nobody_checked_is_not_offered() {
    let line = |number: &str| ReportLine {
        name: "County".to_owned(),
        number: number.to_owned(),
        when: String::new(),
    };
    let lines = |number: &str, checked: bool| ReportLines {
        lines: vec![line(number)],
        source: String::new(),
        checked_on: checked.then(|| LocalDate::parse("2026-05-04").unwrap()),
    };
    assert!(lines("(608) 555-0100", true).is_whole());
    assert!(!lines("(608) 555-0100", false).is_whole());
    assert!(!lines("ask Sam", true).is_whole());
    assert!(!lines("", true).is_whole());
    assert!(ReportLines::default().is_whole(), "none is an answer, too");
}

fn any_history() -> impl Strategy<Value = Vec<Statement>> {
    let step = (
        0_u8..8,
        prop_oneof![Just(COACH), Just(NADIA), Just(SAM)],
        0_u8..12,
    );
    proptest::collection::vec(step, 1..14).prop_map(|steps| {
        let numbered = (1_u8..).zip(steps);
        numbered
            .map(|(number, (what, who, about))| match what {
                0 => said(
                    number,
                    who,
                    RAISED,
                    None,
                    &Raised {
                        kind: "risk".to_owned(),
                        words: String::new(),
                    },
                ),
                1 => said(number, who, SEEN, Some(about), &()),
                2 => Statement {
                    about: Some(id(about)),
                    ..decided(number, who, Action::GoOn, Teller::Nobody, &[])
                },
                3 => Statement {
                    about: Some(id(about)),
                    ..decided(number, who, Action::ClinicTalks, Teller::Clinic, &[about])
                },
                4 => said(
                    number,
                    who,
                    TOLD,
                    Some(about),
                    &ToldBody {
                        by: "X".to_owned(),
                        at: 1,
                    },
                ),
                5 => said(
                    number,
                    who,
                    OWN_REPORT,
                    Some(about),
                    &Reported {
                        line: String::new(),
                    },
                ),
                6 => said(
                    number,
                    who,
                    BACK,
                    Some(about),
                    &Worded {
                        words: "Y".to_owned(),
                    },
                ),
                _ => said(
                    number,
                    who,
                    ADDED,
                    Some(about),
                    &Worded {
                        words: "Z".to_owned(),
                    },
                ),
            })
            .collect()
    })
}

proptest! {
    /// In whatever order statements arrive, all devices show the same, and nothing is lost: each is
    /// counted or shown as set aside.
    #[test]
    fn s4_20_the_order_of_arrival_changes_nothing(history in any_history(), seed in any::<u64>()) {
        let mut arrived = history.clone();
        let length = arrived.len();
        for place in 0..length {
            let turned = seed.rotate_left(u32::try_from(place).unwrap());
            arrived.swap(place, usize::try_from(turned % 1_000).unwrap() % length);
        }
        in_order(&mut arrived);
        prop_assert_eq!(fold(&arrived), fold(&history));
    }

    /// What one more statement adds never undoes that somebody saw a concern, nor that it was raised.
    #[test]
    fn s4_20_nothing_that_was_seen_is_unseen_again(history in any_history()) {
        for end in 1..history.len() {
            let (before, after) = (fold(&history[..end]), fold(&history[..=end]));
            prop_assert!(after.concerns.len() >= before.concerns.len());
            for (one, other) in before.concerns.iter().zip(&after.concerns) {
                prop_assert!(other.seen.starts_with(&one.seen));
                prop_assert_eq!((one.id, one.by), (other.id, other.by));
            }
            prop_assert!(after.reports.len() >= before.reports.len());
        }
    }
}
