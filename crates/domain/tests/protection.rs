//! What no coach may author, whatever they say and in whatever order; and that the own report is never
//! blocked (S3-16, S4-19, S4-22, S4-23). The search goes through every state that concerns can come to.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use std::collections::BTreeMap;

use handrail_domain::coach_space::{self, PutAwayBody, SaidBody};
use handrail_domain::concern::{
    self, Action, Concern, ConcernKind, Concerns, Decided, Raised, Reported, Teller, ToldBody,
    Worded, concerns,
};
use handrail_domain::desk::{self, CareLevel, LegalReport};
use handrail_domain::rights::{Deed, NEVER_A_COACH, NOBODYS, Said, may};
use handrail_domain::statement::Statement;
use handrail_domain::{DeviceId, MemberId, RecordId, Role, Timestamp, consent, supervision};

const COACHES: [Role; 3] = [Role::Coach, Role::VolunteerCoach, Role::Lead];

#[test]
fn s4_19_no_coach_may_author_what_only_others_may_and_nobody_what_nobody_may() {
    for deed in NEVER_A_COACH {
        for role in COACHES {
            assert!(!may(role, deed), "{role:?} {deed:?}");
        }
    }
    for deed in NOBODYS {
        for role in Role::ALL {
            assert!(!may(role, deed), "{role:?} {deed:?}");
        }
    }
    for role in COACHES {
        assert!(may(role, Deed::OwnReport) && may(role, Deed::Raise));
    }
    for deed in Deed::ALL {
        let somebody = Role::ALL.into_iter().any(|role| may(role, *deed));
        assert_eq!(somebody, !NOBODYS.contains(deed), "{deed:?}");
    }
}

/// Somebody of a role; everyone has a member and a device of their own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Author(Option<Role>);

impl Author {
    /// Every role, and a device that the roster does not know.
    fn all() -> Vec<Self> {
        let roles = Role::ALL.into_iter().map(|role| Self(Some(role)));
        roles.chain([Self(None)]).collect()
    }

    fn member(self) -> MemberId {
        MemberId::from_bytes([self.0.map_or(99, Role::number); 16])
    }

    fn is_coach(self) -> bool {
        self.0.is_some_and(|role| COACHES.contains(&role))
    }
}

/// One thing that is said, whoever may say it.
#[derive(Clone)]
struct Line {
    author: Author,
    code: &'static str,
    about: Option<RecordId>,
    body: String,
}

fn json(body: &impl serde::Serialize) -> String {
    serde_json::to_string(body).unwrap()
}

fn fold(history: &[Line]) -> Concerns {
    let statements: Vec<Statement> = history.iter().enumerate().map(as_statement).collect();
    let said: Vec<Said<'_>> = statements
        .iter()
        .zip(history)
        .map(|(statement, line)| Said {
            statement,
            by: line.author.0.map(|_| line.author.member()),
            role: line.author.0,
        })
        .collect();
    concerns(&said)
}

fn as_statement((place, line): (usize, &Line)) -> Statement {
    let place = u8::try_from(place).unwrap();
    Statement {
        id: nth(place),
        code: line.code.to_owned(),
        about: line.about,
        device: DeviceId::from_bytes(*line.author.member().as_bytes()),
        at: Timestamp::from_millis(i64::from(place)),
        step: u64::from(place),
        body: line.body.clone(),
    }
}

fn nth(place: u8) -> RecordId {
    RecordId::from_bytes([place + 1; 16])
}

/// Everything that anybody, also with a changed app, can say next.
fn everything(now: &Concerns) -> Vec<Line> {
    let concern = now.concerns.first();
    let first = concern.and_then(|one| one.decisions.first());
    let about_concern = concern.map(|one| one.id);
    let words = Worded {
        words: "Words.".to_owned(),
    };
    let raised = Raised {
        kind: ConcernKind::Risk.code().to_owned(),
        words: String::new(),
    };
    let told = ToldBody {
        by: "Dr. Example".to_owned(),
        at: 1,
    };
    let mut bodies = vec![
        (concern::ADDED, about_concern, json(&words)),
        (concern::BACK, about_concern, json(&words)),
        (concern::SEEN, about_concern, "{}".to_owned()),
        (concern::TOLD, first.map(|one| one.id), json(&told)),
        (concern::TOLD, about_concern, json(&told)),
        (desk::TOLD, first.map(|one| one.id), json(&told)),
        (
            concern::OWN_REPORT,
            about_concern,
            json(&Reported {
                line: String::new(),
            }),
        ),
        (concern::CHAIN, None, "{\"minutes\":5}".to_owned()),
    ];
    // One concern is enough: others in the record change nothing in it.
    if concern.is_none() {
        bodies.push((concern::RAISED, None, json(&raised)));
    }
    let mut decisions = Vec::new();
    for action in Action::ALL {
        for teller in Teller::ALL {
            for instead in [None, first.map(|one| one.id.to_string())] {
                let decided = Decided {
                    action: action.code().to_owned(),
                    teller: teller.code().to_owned(),
                    words: String::new(),
                    instead: instead.into_iter().collect(),
                };
                decisions.push((concern::DECIDED, about_concern, json(&decided)));
            }
        }
    }
    let level = CareLevel {
        participant: "aa".to_owned(),
        edition: "4th".to_owned(),
        level: "3.1".to_owned(),
        given_by: "Dr. Example".to_owned(),
        words: String::new(),
    };
    let report = LegalReport {
        participant: "aa".to_owned(),
        to: "County".to_owned(),
        made_by: "Dr. Example".to_owned(),
        reference: String::new(),
        words: String::new(),
    };
    bodies.push((desk::CARE_LEVEL, about_concern, json(&level)));
    bodies.push((desk::LEGAL_REPORT, about_concern, json(&report)));
    // What belongs among coaches, put where it does not belong.
    let said = SaidBody {
        words: "Words.".to_owned(),
    };
    let put_away = PutAwayBody {
        reason: "Why.".to_owned(),
    };
    bodies.push((coach_space::SAID, about_concern, json(&said)));
    bodies.push((coach_space::BACK, about_concern, "{}".to_owned()));
    bodies.push((coach_space::PUT_AWAY, about_concern, json(&put_away)));
    // Codes of what nobody may say, as a changed app could make them up.
    for made_up in NOBODYS {
        bodies.push((made_up.code(), about_concern, json(&words)));
    }
    let authors = Author::all().into_iter();
    authors
        .flat_map(|author| {
            let decides = author.0.is_some_and(|role| may(role, Deed::Decide));
            // What somebody decides who may not is refused whatever it says.
            let tried = if decides { decisions.len() } else { 1 };
            let all = bodies.iter().chain(decisions.iter().take(tried));
            all.map(move |(code, about, body)| Line {
                author,
                code,
                about: *about,
                body: body.clone(),
            })
        })
        .collect()
}

/// What of a concern can matter for what may come next: what kind of role did what, not who or when.
fn shape(now: &Concerns) -> String {
    let of = |one: &Concern| {
        let mut decisions: Vec<String> = one
            .decisions
            .iter()
            .map(|made| format!("{:?}{}", made.teller, made.told.is_some()))
            .collect();
        decisions.sort();
        let raised_by_coach = COACHES
            .iter()
            .any(|role| Author(Some(*role)).member() == one.by);
        let (seen, back) = (!one.seen.is_empty(), one.back.is_some());
        format!("{raised_by_coach}{seen}{back}{decisions:?}")
    };
    let all: Vec<String> = now.concerns.iter().map(of).collect();
    format!("{all:?}{}", now.reports.is_empty())
}

/// Whether nothing changed that counts.
fn same(before: &Concerns, after: &Concerns) -> bool {
    before.concerns == after.concerns && before.reports == after.reports
}

#[test]
fn s4_19_no_sequence_lets_a_coach_author_what_only_others_may_and_the_own_report_is_always_open() {
    let mut known: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    let mut waiting = vec![Vec::new()];
    known.insert(shape(&fold(&[])), Vec::new());
    let (mut transitions, mut refused) = (0_u32, 0_u32);
    while let Some(history) = waiting.pop() {
        let before = fold(&history);
        for line in everything(&before) {
            let mut longer = history.clone();
            longer.push(line.clone());
            let after = fold(&longer);
            transitions += 1;
            let deed = Deed::of_code(line.code);
            let is_never = deed.is_none_or(|deed| NEVER_A_COACH.contains(&deed));
            if matches!(deed, Some(Deed::AmongCoaches | Deed::PutAway)) {
                assert!(same(&before, &after), "{:?} {}", line.author, line.code);
            }
            if line.author.is_coach() && is_never || line.author.0.is_none() {
                refused += 1;
                assert!(same(&before, &after), "{:?} {}", line.author, line.code);
            }
            if line.author.is_coach() && deed.is_some_and(|deed| NEVER_A_COACH.contains(&deed)) {
                let of_the_desk = line.code.starts_with("desk")
                    || deed == Some(Deed::CareLevel)
                    || deed == Some(Deed::LegalReport);
                assert!(
                    of_the_desk || after.aside.len() == before.aside.len() + 1,
                    "it is shown as set aside"
                );
            }
            for concern in &after.concerns {
                let made = || concern.decisions.iter().chain(&concern.replaced);
                let acted = made().map(|made| made.by);
                let told = made()
                    .filter_map(|made| made.told.as_ref())
                    .map(|told| told.2);
                for who in acted
                    .chain(told)
                    .chain(concern.seen.iter().map(|seen| seen.0))
                {
                    let coach = COACHES
                        .iter()
                        .any(|role| Author(Some(*role)).member() == who);
                    assert!(!coach, "a coach acted as a supervisor");
                }
                for made in &concern.decisions {
                    assert!(concern::fits(made.action, made.teller));
                }
            }
            // More than two decisions side by side are like two.
            let crowded = after.concerns.iter().any(|one| one.decisions.len() > 2);
            let shape = shape(&after);
            if !crowded && !known.contains_key(&shape) {
                known.insert(shape, longer.clone());
                waiting.push(longer);
            }
        }
        for role in COACHES {
            let mut own = history.clone();
            own.push(Line {
                author: Author(Some(role)),
                code: concern::OWN_REPORT,
                about: before.concerns.first().map(|one| one.id),
                body: json(&Reported {
                    line: "911".to_owned(),
                }),
            });
            let after = fold(&own);
            assert_eq!(
                after.reports.len(),
                before.reports.len() + 1,
                "never blocked"
            );
            assert_eq!(after.aside.len(), before.aside.len());
            assert_eq!(
                after.concerns, before.concerns,
                "and it takes nothing from the others"
            );
        }
    }
    println!(
        "{} states, {transitions} transitions, {refused} of them refused",
        known.len()
    );
    assert!(known.len() > 100 && refused > 5_000);
}

#[test]
fn s4_22_s4_23_on_the_desk_nothing_of_a_coach_counts() {
    let level = CareLevel {
        participant: "aa".to_owned(),
        edition: "4th".to_owned(),
        level: "3.1".to_owned(),
        given_by: "Dr. Example".to_owned(),
        words: String::new(),
    };
    for author in Author::all() {
        let line = Line {
            author,
            code: desk::CARE_LEVEL,
            about: None,
            body: json(&level),
        };
        let statement = as_statement((0, &line));
        let said = Said {
            statement: &statement,
            by: author.0.map(|_| author.member()),
            role: author.0,
        };
        let (entries, aside) = desk::entries(&[said]);
        let clinical = [Some(Role::Supervisor), Some(Role::ClinicalProvider)].contains(&author.0);
        assert_eq!(entries.len(), usize::from(clinical), "{author:?}");
        assert_eq!(aside.len(), usize::from(!clinical), "{author:?}");
    }
}

#[test]
fn s3_16_coaches_and_supervisors_talk_among_themselves_and_leads_and_supervisors_put_away() {
    for role in Role::ALL {
        let supervises = matches!(role, Role::Supervisor | Role::OnCallSupervisor);
        let is_in = COACHES.contains(&role) || supervises;
        assert_eq!(may(role, Deed::AmongCoaches), is_in, "{role:?}");
        let puts_away = supervises || role == Role::Lead;
        assert_eq!(may(role, Deed::PutAway), puts_away, "{role:?}");
    }
}

#[test]
fn s4_19_every_code_says_what_it_authors_and_what_is_made_up_says_nothing() {
    let all = [
        concern::RAISED,
        concern::ADDED,
        concern::BACK,
        concern::OWN_REPORT,
        concern::SEEN,
        concern::DECIDED,
        concern::TOLD,
        concern::CHAIN,
        concern::LINES,
        desk::CARE_LEVEL,
        desk::LEGAL_REPORT,
        desk::TOLD,
        coach_space::SAID,
        coach_space::BACK,
        coach_space::PUT_AWAY,
        supervision::HELD,
        supervision::SIGNED,
        supervision::BACK,
        supervision::BROUGHT,
        consent::GIVEN,
        consent::REVOKED,
        consent::ENDED,
        consent::DISCLOSED,
        consent::ASKED,
        consent::ANSWERED,
        consent::TAKEN_BACK,
        consent::NO_PART2,
    ];
    for (place, code) in all.iter().enumerate() {
        assert!(Deed::of_code(code).is_some(), "{code}");
        let earlier = all.iter().position(|one| one == code);
        assert_eq!(earlier, Some(place), "{code} stands twice");
    }
    for deed in NOBODYS {
        assert_eq!(Deed::of_code(deed.code()), None);
    }
}
