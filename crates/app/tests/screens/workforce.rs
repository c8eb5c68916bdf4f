//! People who work at an agency made up.

use handrail_domain::{LocalDate, MemberId, RecordId};
use handrail_engine::api::{
    AsideView, Availability, Card, CertificationAt, Claim, ClaimView, ClaimsView, CoachCardView,
    ColumnMapping, CompetencyView, Credential, CredentialState, DecidedView, DetailField,
    ExceptionView, Goal, GrowthGoalView, GrowthView, ImportColumn, LeadRole, LeadRoleView,
    Learning, LearningTopic, ListedPerson, LocalText, MissingView, MoneyState, Offer, OfferView,
    OwnRate, PairView, Pairing, Payee, PayrollView, Person, Pool, RateUsed, ReadyView,
    RequirementView, Role, Stipend, StipendView, Training, TrainingField, TrainingPageView,
    TrainingView, Trip, TripView, WarningsView, Wellbeing, WellbeingState, WorkforcePersonView,
    WorkforceQuery, WorkforceReply, WorkforceView,
};

use crate::stage::NOW;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::LAST)
}

const fn member(number: u8) -> Person {
    Person::Member(MemberId::from_bytes([number; 16]))
}

fn certified() -> Credential {
    Credential {
        kind: "certified_peer_specialist".to_owned(),
        on: day("2024-12-10"),
        until: Some(day("2026-12-10")),
        state: CredentialState::EndsSoon { days: 20 },
        learning: Some(Learning {
            needed: 1200,
            done: 930,
            by: day("2026-12-10"),
        }),
        verified: false,
    }
}

fn topics() -> Vec<LearningTopic> {
    let topic = |id: &str, en: &str, es: &str| LearningTopic {
        id: id.to_owned(),
        words: LocalText {
            en: en.to_owned(),
            es: es.to_owned(),
        },
    };
    vec![
        topic("ethics", "Ethics and boundaries", "Ética y límites"),
        topic("trauma", "Trauma", "Trauma"),
    ]
}

fn offers() -> Vec<OfferView> {
    vec![OfferView {
        id: "o1".to_owned(),
        offer: Offer {
            kind: "ethics".to_owned(),
            name: "Ethics for coaches (sample)".to_owned(),
            words: "Two evenings, by video. Ask Marisol.".to_owned(),
            minutes: 360,
            cents: 12_500,
            funder: "Prevention coalition (sample)".to_owned(),
            topics: vec!["ethics".to_owned()],
        },
        disputed: false,
    }]
}

fn training(kind: &str, on: &str, minutes: u32) -> Training {
    Training {
        person: member(1),
        kind: kind.to_owned(),
        name: String::new(),
        on: day(on),
        minutes,
        topics: Vec::new(),
        until: None,
        number: String::new(),
        cents: 0,
        funder: String::new(),
        cohort: String::new(),
        program: String::new(),
    }
}

fn page(person: &str) -> TrainingPageView {
    let own = person == "me";
    let mut academy = training("recovery_coach_academy", "2023-05-12", 1800);
    academy.cents = 85_000;
    "Prevention coalition (sample)".clone_into(&mut academy.funder);
    "Spring 2023".clone_into(&mut academy.cohort);
    let mut evening = training("continuing_education", "2026-03-04", 90);
    "Grief in recovery".clone_into(&mut evening.name);
    evening.topics.push("trauma".to_owned());
    let shorter = Training {
        minutes: 60,
        ..evening.clone()
    };
    let line = |id: &str, training: Training, checked| TrainingView {
        id: id.to_owned(),
        training,
        by: "Marisol Reyes".to_owned(),
        at: NOW - 86_400_000,
        checked,
        others: Vec::new(),
        disputed: false,
    };
    let mut disputed = line("t2", evening, false);
    disputed.others.push(shorter);
    disputed.disputed = true;
    TrainingPageView {
        person: member(1),
        member: Some("ad".to_owned()),
        name: "Jo Park".to_owned(),
        own,
        may_write: true,
        may_check: !own,
        may_except: !own,
        today: day("2026-11-21"),
        trainings: vec![disputed, line("t1", academy, true)],
        credentials: vec![certified()],
        fields: TrainingField::ALL.to_vec(),
        missing: vec![MissingView {
            program: "pregnancy".to_owned(),
            name: "Pregnancy (sample)".to_owned(),
            needs: vec!["naloxone".to_owned()],
            excepted: false,
        }],
        exceptions: vec![ExceptionView {
            id: "x1".to_owned(),
            name: "Re-entry (sample)".to_owned(),
            until: Some(day("2027-01-31")),
            reason: "The academy begins in January; Dana goes along.".to_owned(),
            by: "Marisol Reyes".to_owned(),
        }],
        topics: topics(),
        offers: offers(),
        programs: vec![("pregnancy".to_owned(), "Pregnancy (sample)".to_owned())],
        funders: vec!["Prevention coalition (sample)".to_owned()],
        cohorts: vec!["Spring 2023".to_owned()],
    }
}

fn people() -> WorkforceView {
    let one = |number: u8, id: &str, name: &str| WorkforcePersonView {
        person: member(number),
        id: id.to_owned(),
        name: name.to_owned(),
        role: Some(Role::Coach),
        listed: None,
        fields: TrainingField::ALL.to_vec(),
        available: Some(true),
        active: Some(true),
        warnings: Vec::new(),
        trainings: 3,
        left: false,
    };
    let mut warned = one(1, "ad", "Jo Park");
    warned.warnings.push(certified());
    let mut listed = one(3, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "Peer 12 (sample)");
    listed.person = Person::Listed(RecordId::from_bytes([3; 16]));
    listed.role = None;
    listed.available = None;
    listed.active = None;
    listed.listed = Some(ListedPerson {
        name: "Peer 12 (sample)".to_owned(),
        kind: "custody".to_owned(),
        joined: None,
    });
    let required = |program: &str, name: &str, needs: &[&str]| RequirementView {
        program: program.to_owned(),
        name: name.to_owned(),
        needs: needs.iter().map(|need| (*need).to_owned()).collect(),
        disputed: false,
    };
    WorkforceView {
        may_write: true,
        today: day("2026-11-21"),
        pool: Pool {
            trained: 12,
            available: 7,
            active: Some(5),
        },
        pipeline: vec![(
            "certified_peer_specialist".to_owned(),
            "applied".to_owned(),
            3,
        )],
        people: vec![warned, one(2, "ae", "Sky Lindqvist"), listed],
        offers: offers(),
        requirements: vec![
            required("", "", &[]),
            required(
                "pregnancy",
                "Pregnancy (sample)",
                &["recovery_coaching", "naloxone"],
            ),
        ],
        topics: topics(),
        aside: Vec::new(),
        review_by: None,
    }
}

fn words(en: &str, es: &str) -> LocalText {
    LocalText {
        en: en.to_owned(),
        es: es.to_owned(),
    }
}

fn growth(person: &str) -> GrowthView {
    let own = person == "me";
    let (jo, sky) = (MemberId::from_bytes([1; 16]), MemberId::from_bytes([2; 16]));
    let competency = |id: &str, words: LocalText, on| CompetencyView {
        id: id.to_owned(),
        words,
        on,
        by: "Marisol Reyes".to_owned(),
    };
    GrowthView {
        person: Person::Member(jo),
        member: Some("ad".to_owned()),
        name: "Jo Park".to_owned(),
        own,
        may_supervise: !own,
        may_guide: !own,
        may_write: true,
        today: day("2026-11-21"),
        availability: Some(Availability {
            member: jo,
            available: true,
            hours: 12,
            words: "Evenings, also by video".to_owned(),
        }),
        stages: vec![CertificationAt {
            person: Person::Member(jo),
            kind: "recovery_coach_professional".to_owned(),
            stage: "applied".to_owned(),
            since: day("2026-09-02"),
        }],
        competencies: vec![
            competency(
                "listens",
                words("Listens without judging", "Escucha sin juzgar"),
                Some(day("2026-10-01")),
            ),
            competency(
                "role",
                words("Says what a coach is", "Dice qué es un coach"),
                None,
            ),
        ],
        pairs: vec![PairView {
            id: "p1".to_owned(),
            pairing: Pairing {
                mentor: sky,
                coach: jo,
                from: day("2026-06-01"),
                until: None,
                every_days: 14,
            },
            mentor: "Sky Lindqvist".to_owned(),
            coach: "Jo Park".to_owned(),
            may_talk: true,
            talks: vec![("k1".to_owned(), day("2026-11-01"), 40)],
            next: Some(day("2026-11-15")),
            disputed: false,
        }],
        lead_roles: vec![LeadRoleView {
            id: "l1".to_owned(),
            role: LeadRole {
                member: jo,
                words: "Welcomes new coaches".to_owned(),
                from: day("2026-08-01"),
                until: None,
            },
        }],
        ready: Some(vec![ReadyView {
            id: "support".to_owned(),
            words: words("Has people of their own", "Tiene personas propias"),
            yes: Some(true),
        }]),
        goals: Some(vec![GrowthGoalView {
            id: "g1".to_owned(),
            goal: Goal {
                member: jo,
                words: "Lead the Monday group".to_owned(),
                help: "Sky".to_owned(),
                by: Some(day("2027-01-31")),
                reached: None,
            },
            disputed: false,
        }]),
        wellbeing: if own {
            vec![Wellbeing {
                on: day("2026-11-20"),
                state: WellbeingState::Tired,
                words: "Two nights on call".to_owned(),
            }]
        } else {
            Vec::new()
        },
        mentors: vec![("ae".to_owned(), "Sky Lindqvist".to_owned())],
    }
}

fn claims(person: &str) -> ClaimsView {
    let own = person == "me";
    let jo = MemberId::from_bytes([1; 16]);
    let rate = |tenths, source: &str| RateUsed {
        tenths,
        source: source.to_owned(),
    };
    let trip = |number: u8, on: &str, tenths| Trip {
        contact: RecordId::from_bytes([number; 16]),
        on: day(on),
        miles_tenths: 124,
        rate: rate(tenths, "IRS (sample)"),
    };
    let claim = Claim {
        member: jo,
        payee: Payee::Staff,
        trips: vec![trip(1, "2022-06-30", 585), trip(2, "2022-07-01", 625)],
    };
    let decided = |state, by: &str, reason: &str| DecidedView {
        state,
        by: by.to_owned(),
        funder: String::new(),
        reason: reason.to_owned(),
    };
    ClaimsView {
        member: "ad".to_owned(),
        name: "Jo Park".to_owned(),
        own,
        may_decide: !own,
        payee: Payee::Staff,
        today: day("2026-11-21"),
        trips: if own {
            vec![TripView {
                contact: "c1".to_owned(),
                on: day("2026-11-19"),
                miles_tenths: 184,
                staff: Some(rate(725, "IRS (sample)")),
                volunteer: Some(rate(140, "IRS (sample)")),
            }]
        } else {
            Vec::new()
        },
        claims: vec![ClaimView {
            id: "m1".to_owned(),
            cents: claim.cents(),
            claim,
            doubled: 1,
            unmatched: u32::from(!own),
            at: NOW - 86_400_000,
            decided: decided(MoneyState::Requested, "", ""),
        }],
        stipends: vec![StipendView {
            id: "s1".to_owned(),
            stipend: Stipend {
                member: jo,
                what: "Exam fee".to_owned(),
                cents: 5_000,
                offer: None,
            },
            at: NOW - 864_000_000,
            decided: decided(MoneyState::Approved, "Marisol Reyes", "Good luck"),
        }],
        offers: offers(),
        funders: vec!["Prevention coalition (sample)".to_owned()],
        aside: if own {
            Vec::new()
        } else {
            vec![AsideView {
                by: "Jo Park".to_owned(),
                at: NOW - 86_400_000,
            }]
        },
    }
}

fn payroll() -> PayrollView {
    let rate = |tenths| RateUsed {
        tenths,
        source: "IRS (sample)".to_owned(),
    };
    PayrollView {
        waiting: vec![("ad".to_owned(), "Jo Park".to_owned(), 2, 6_500)],
        own_rates: vec![OwnRate {
            payee: Payee::Staff,
            from: day("2026-03-01"),
            tenths: Some(600),
            source: "Board, March (sample)".to_owned(),
        }],
        today: vec![(Payee::Staff, rate(600)), (Payee::Volunteer, rate(140))],
        csv: "name,claim\n".to_owned(),
        rows: 2,
    }
}

fn card(person: &str) -> CoachCardView {
    let own = person == "me";
    let card = |english: &str, spanish: &str| Card {
        member: MemberId::from_bytes([1; 16]),
        name: "Jo".to_owned(),
        english: english.to_owned(),
        spanish: spanish.to_owned(),
        languages: "English, some Spanish".to_owned(),
        seen: Vec::new(),
    };
    CoachCardView {
        member: "ad".to_owned(),
        name: "Jo Park".to_owned(),
        own,
        may_suggest: !own,
        card: Some(card(
            "I like coffee and long walks. I have time to listen.",
            "Me gustan el café y los paseos largos.",
        )),
        approved_at: Some(NOW - 86_400_000),
        waits: own.then(|| card("Jo has walked this road.", "")),
        blank: card("", ""),
    }
}

/// Answers to questions about the people who work here.
pub fn answer(query: &WorkforceQuery) -> WorkforceReply {
    match query {
        WorkforceQuery::People => WorkforceReply::People(people()),
        WorkforceQuery::Training { person } => WorkforceReply::Training(page(person)),
        WorkforceQuery::Growth { person } => WorkforceReply::Growth(Box::new(growth(person))),
        WorkforceQuery::Claims { person } => WorkforceReply::Claims(Box::new(claims(person))),
        WorkforceQuery::Card { person } => WorkforceReply::Card(Box::new(card(person))),
        WorkforceQuery::Payroll => WorkforceReply::Payroll(Box::new(payroll())),
        WorkforceQuery::Warnings => WorkforceReply::Warnings(WarningsView {
            own: vec![certified()],
            others: 2,
            talks: vec![("Dana Reyes".to_owned(), day("2026-11-14"))],
        }),
        WorkforceQuery::Import { mapping } => WorkforceReply::Missing(missing_for(mapping)),
    }
}

/// What this member lacks for a file whose columns name programs.
fn missing_for(mapping: &ColumnMapping) -> Vec<MissingView> {
    let program = Some(ImportColumn::Detail(DetailField::Program));
    let names_programs = mapping.columns.contains(&program);
    let one = MissingView {
        program: "pregnancy".to_owned(),
        name: "Pregnancy (sample)".to_owned(),
        needs: vec!["naloxone".to_owned()],
        excepted: false,
    };
    Vec::from_iter(names_programs.then_some(one))
}
