use super::*;
use crate::document::{ParticipantDocument, Session, Writer};
use crate::duty::{Duty, duty};
use crate::id::{DeviceId, Incarnation};
use crate::time::Timestamp;

const NOON: Now = Now {
    at: Timestamp::from_millis(1_772_388_000_000),
    offset_minutes: -360,
};

fn build(participant: &SampleParticipant) -> ParticipantDocument {
    let writer = Writer {
        device: DeviceId::from_bytes([1; 16]),
        incarnation: Incarnation::from_bytes([1; 16]),
    };
    let session = Session::new(writer, Dice::new(1, 99).rng());
    let mut document = ParticipantDocument::new(session).unwrap();
    for step in &participant.steps {
        document.command(&step.command, step.now).unwrap();
    }
    document
}

#[test]
fn the_sample_agency_says_that_it_is_not_real() {
    let agency = sample_agency(7, NOON);
    assert_eq!(agency.name, "Sample Agency (not real)");
    assert!(
        agency
            .members
            .iter()
            .all(|member| member.name.ends_with("(sample)"))
    );
    let roles: Vec<Role> = agency.members.iter().map(|member| member.role).collect();
    assert_eq!(
        roles,
        [Role::Supervisor, Role::Coach, Role::Coach, Role::Coach,]
    );
    assert_eq!(agency.participants.len(), 40);
    for participant in &agency.participants {
        let details = build(participant).details();
        let phone = details.phone.unwrap();
        assert!(phone.contains("555-01"), "{phone} is kept for stories");
    }
}

#[test]
fn the_same_seed_gives_the_same_agency_and_another_seed_another() {
    assert_eq!(sample_agency(7, NOON), sample_agency(7, NOON));
    assert_ne!(
        sample_agency(7, NOON).participants,
        sample_agency(8, NOON).participants
    );
}

#[test]
fn s0_6_today_is_full_and_every_reason_is_there() {
    let agency = sample_agency(7, NOON);
    let duties: Vec<Duty> = agency
        .participants
        .iter()
        .map(|p| duty(&build(p).duty_facts(), NOON.local_date()))
        .collect();
    let owed: Vec<_> = duties
        .iter()
        .filter_map(|duty| {
            if let Duty::Owed(owed) = duty {
                Some(owed)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(owed.len(), 10);
    let reasons: std::collections::BTreeSet<_> = owed.iter().map(|owed| owed.reason).collect();
    assert!(reasons.len() >= 4, "{reasons:?}");
    assert!(
        owed.iter().any(|owed| owed.tried_today) && owed.iter().any(|owed| owed.days_missed > 0)
    );
    assert_eq!(
        duties
            .iter()
            .filter(|duty| matches!(duty, Duty::SettledToday { .. }))
            .count(),
        2
    );
    assert_eq!(
        duties
            .iter()
            .filter(|duty| matches!(duty, Duty::Ended(_)))
            .count(),
        22
    );
}

#[test]
fn a_year_of_contacts_lies_in_the_past_with_notes_in_two_languages() {
    // Also just after midnight, when today has only begun.
    for now in [
        NOON,
        Now {
            at: Timestamp::from_millis(1_772_344_860_000),
            ..NOON
        },
    ] {
        let agency = sample_agency(3, now);
        let mut contacts = 0;
        let mut oldest = now.at;
        let mut spanish = 0;
        for participant in &agency.participants {
            assert!(participant.steps.iter().all(|step| step.now.at <= now.at));
            assert!(matches!(
                participant.steps[0].command,
                ParticipantCommand::Create { .. }
            ));
            for encounter in build(participant).encounters() {
                assert!(encounter.facts.at <= now.at);
                oldest = oldest.min(encounter.facts.at);
                contacts += 1;
                spanish += usize::from(
                    encounter
                        .facts
                        .note
                        .as_str()
                        .contains(['á', 'é', 'í', 'ó', 'ú', 'ñ']),
                );
            }
        }
        assert!((700..2_000).contains(&contacts), "{contacts}");
        assert!(spanish > 40, "{spanish}");
        let days = (now.at.millis() - oldest.millis()) / 86_400_000;
        assert!((180..=366).contains(&days), "{days}");
    }
}

#[test]
fn notes_use_the_words_of_the_field() {
    let agency = sample_agency(7, NOON);
    let forbidden = [
        "addict",
        "clean",
        "dirty",
        "relapse",
        "non-compliant",
        "abuse",
        "junk",
    ];
    for participant in &agency.participants {
        for encounter in build(participant).encounters() {
            let note = encounter.facts.note.as_str().to_lowercase();
            assert!(!forbidden.iter().any(|word| note.contains(word)), "{note}");
        }
    }
}

#[test]
fn any_clock_gives_a_sample_that_can_be_applied() {
    for millis in [0, -1, 4_000_000_000_000_000, i64::MIN, i64::MAX] {
        let now = Now {
            at: Timestamp::from_millis(millis),
            offset_minutes: 840,
        };
        let agency = sample_agency(1, now);
        for participant in agency.participants.iter().step_by(9) {
            build(participant);
        }
    }
}

#[test]
fn a_bench_caseload_has_the_asked_size_and_long_notes() {
    let caseload: Vec<_> = bench_caseload(5, NOON, 3, 50).collect();
    assert_eq!(caseload.len(), 3);
    let mut names = std::collections::BTreeSet::new();
    for participant in &caseload {
        let document = build(participant);
        assert!(names.insert(document.details().name));
        let encounters = document.encounters();
        assert_eq!(encounters.len(), 50);
        for encounter in encounters {
            let length = encounter.facts.note.as_str().chars().count();
            assert!((200..=600).contains(&length), "{length}");
            assert!(encounter.facts.at <= NOON.at);
        }
    }
}

#[test]
fn s0_27_some_have_a_plan_with_goals_of_their_own_and_of_a_court_and_totals_that_change() {
    let documents: Vec<ParticipantDocument> = sample_agency(7, NOON)
        .participants
        .iter()
        .map(build)
        .collect();
    let planned: Vec<&ParticipantDocument> = documents
        .iter()
        .filter(|document| !document.plan().is_empty())
        .collect();
    assert!(planned.len() >= 10 && planned.len() < documents.len());
    for document in planned {
        let kinds: Vec<_> = document
            .plan()
            .iter()
            .map(crate::plan::PlanEntry::kind)
            .collect();
        for kind in crate::plan::PlanKind::ALL {
            assert!(kinds.contains(kind), "{kind:?}");
        }
        let results = document.barc10();
        let totals: Vec<_> = results.iter().map(|one| one.answers.total()).collect();
        assert!(!totals.is_empty() && totals.iter().all(Option::is_some));
    }
    let most = documents.iter().map(|document| document.barc10().len());
    assert_eq!(most.max(), Some(3));
}

#[test]
fn s2_16_some_have_an_appointment_behind_them_today_and_ahead() {
    let today = NOON.local_date();
    let agency = sample_agency(7, NOON);
    let found: Vec<_> = agency
        .participants
        .iter()
        .flat_map(|participant| build(participant).appointments())
        .flat_map(|appointment| appointment.facts.slots)
        .map(|slot| slot.day.days_since(today))
        .collect();
    assert_eq!(found, [-1, 0, 1, 3, 6, 9]);
}
