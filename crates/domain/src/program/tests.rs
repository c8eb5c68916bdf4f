use super::*;
use crate::crisis::Language;
use crate::milestone::Event;

mod changes;
mod refused;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn pack(id: &str) -> ProgramPack {
    let packs = sample_packs().unwrap();
    packs.into_iter().find(|pack| pack.id == id).unwrap()
}

fn route_ids(version: &Eligibility) -> Vec<&str> {
    version
        .routes
        .iter()
        .map(|route| route.id.as_str())
        .collect()
}

/// Issue 4.1.
#[test]
fn the_five_sample_programs_are_whole_and_say_the_same_after_being_written() {
    let packs = sample_packs().unwrap();
    let ids: Vec<_> = packs.iter().map(|pack| pack.id.as_str()).collect();
    let expected = [
        "ed-overdose",
        "pregnancy",
        "re-entry",
        "family",
        "overdose-response",
    ];
    assert_eq!(ids, expected);
    for pack in packs {
        assert_eq!(ProgramPack::parse(&pack.to_json().unwrap()).unwrap(), pack);
        assert!(
            !pack.phases.is_empty() && !pack.duties.is_empty(),
            "{}",
            pack.id
        );
        assert!(pack.name.get(Language::English) != pack.name.get(Language::Spanish));
        assert_eq!(pack.rules().unwrap().len(), pack.duties.len());
    }
    let everyone = ProgramPack::parse(EVERYONE).unwrap();
    assert!(
        everyone
            .rules()
            .unwrap()
            .contains(&("daily".to_owned(), DutyRule::DailyUntilIntake))
    );
}

/// Packs of the first form are in agencies' documents and must always open.
#[test]
fn a_pack_of_the_first_form_opens_with_everything_that_it_may_say() {
    let pack = ProgramPack::parse(include_str!("tests/golden/program-1.json")).unwrap();
    let rules = pack.rules().unwrap();
    assert_eq!(rules.len(), DutyKind::ALL.len(), "a duty of each kind");
    let steps = vec![
        StepDown {
            from_day: 0,
            every_days: 3,
        },
        StepDown {
            from_day: 28,
            every_days: 7,
        },
    ];
    assert_eq!(
        rules[1].1,
        DutyRule::StepDown {
            after: Begins::IntakeConfirmed,
            steps,
            judge_after: 90
        }
    );
    assert_eq!(
        rules[9].1,
        DutyRule::FirstContact {
            after: Begins::Event(Event::Overdose),
            within: 3
        }
    );
    assert_eq!(
        (pack.sites.len(), pack.status),
        (12, ProgramStatus::Planned)
    );
    assert_eq!(ProgramPack::parse(&pack.to_json().unwrap()).unwrap(), pack);
}

#[test]
fn s0_1_a_program_knows_since_when_with_whom_and_whether_it_is_a_pilot() {
    let hospital = pack("ed-overdose");
    assert_eq!(
        hospital.started.as_deref(),
        Some("2016"),
        "the day is not known"
    );
    assert_eq!(hospital.status, ProgramStatus::Active);
    assert_eq!(hospital.partners[0].name, "SSM/Dean St. Mary's");
    assert_eq!(pack("re-entry").status, ProgramStatus::Pilot);
}

#[test]
fn s0_9_s0_24_partners_and_funders_stand_on_the_program() {
    let hospital = pack("ed-overdose");
    let names: Vec<_> = hospital
        .partners
        .iter()
        .map(|partner| partner.name.as_str())
        .collect();
    assert!(names.contains(&"Wisconsin Voices for Recovery"));
    assert_eq!(pack("re-entry").funders.len(), 1);
    assert_eq!(pack("overdose-response").partners.len(), 7);
}

#[test]
fn s0_10_who_is_eligible_is_a_version_of_its_day() {
    let hospital = pack("ed-overdose");
    let on = |text| hospital.eligibility_on(day(text)).map(route_ids);
    assert_eq!(on("2015-12-31"), None);
    assert_eq!(on("2016-01-01"), Some(vec!["overdose"]));
    assert_eq!(on("2017-12-31"), Some(vec!["overdose"]));
    assert_eq!(on("2026-11-28"), Some(vec!["overdose", "opioid-use"]));
}

#[test]
fn s0_11_a_program_has_many_sites_each_with_its_first_day() {
    let hospital = pack("ed-overdose");
    let open = |text| {
        let open = hospital
            .sites
            .iter()
            .filter(|site| site.is_open(&hospital.sites, day(text)));
        open.count()
    };
    assert_eq!((open("2016-06-01"), open("2018-06-01")), (1, 4));
}

#[test]
fn s0_13_each_way_to_qualify_stands_for_itself() {
    let pregnancy = pack("pregnancy");
    let version = pregnancy.eligibility_on(day("2026-11-28")).unwrap();
    assert_eq!(route_ids(version), ["medication", "illicit", "prescribed"]);
}

#[test]
fn s1_13_sites_say_their_intercept_and_child_welfare_has_none() {
    let mut found = [0; 6];
    for pack in sample_packs().unwrap() {
        for site in &pack.sites {
            if let Some(intercept) = site.intercept {
                found[usize::from(intercept.get())] += 1;
            }
        }
    }
    assert!(found.iter().all(|sites| *sites > 0), "{found:?}");
    let family = pack("family");
    let outside = family
        .sites
        .iter()
        .find(|site| site.id == "human-services")
        .unwrap();
    assert_eq!(outside.intercept, None);
    assert_eq!(Intercept::new(6), None);
}

#[test]
fn s1_16_a_planned_site_is_not_open_and_a_rule_ends_when_another_site_opens() {
    let mut hospital = pack("ed-overdose");
    let open = |pack: &ProgramPack, id: &str, text| {
        let site = pack.sites.iter().find(|site| site.id == id).unwrap();
        site.is_open(&pack.sites, day(text))
    };
    assert!(!open(&hospital, "triage", "2030-01-01"));
    assert!(open(&hospital, "fourth-ed", "2030-01-01"));
    let triage = hospital
        .sites
        .iter_mut()
        .find(|site| site.id == "triage")
        .unwrap();
    triage.planned = false;
    triage.opens_on = Some(day("2027-05-01"));
    assert!(open(&hospital, "fourth-ed", "2027-04-30"));
    assert!(!open(&hospital, "fourth-ed", "2027-05-01"));
    assert!(
        open(&hospital, "second-ed", "2027-05-01"),
        "only the one that was to wait for it"
    );
}

#[test]
fn s2_23_only_the_social_worker_or_the_facilitator_refers_and_others_are_told_how() {
    let family = pack("family");
    let referral = family.referral_on(day("2026-11-28")).unwrap();
    assert_eq!(
        referral.who,
        [Referrer::SocialWorker, Referrer::ServiceFacilitator]
    );
    assert!(
        referral
            .others
            .as_ref()
            .unwrap()
            .en
            .contains("social worker")
    );
    let hospital = pack("ed-overdose");
    let referral = hospital.referral_on(day("2026-11-28")).unwrap();
    assert!(referral.who.contains(&Referrer::Agent));
    assert_eq!(referral.unless_declined_within_days, Some(3));
}

/// The points on which the sources differ are settings.
#[test]
fn what_the_sources_disagree_on_is_a_setting_of_each_program() {
    let matching = |id| pack(id).matching_on(day("2026-11-28")).unwrap().clone();
    let hospital = matching("ed-overdose");
    assert_eq!((hospital.of, hospital.required), (ExperienceOf::Own, true));
    assert_eq!(matching("family").of, ExperienceOf::OwnOrLovedOne);
    assert_eq!(
        matching("pregnancy").experience,
        [Experience::ParentWhileUsing]
    );
    let work = |id| pack(id).work.unwrap();
    assert_eq!(work("pregnancy").group_role, Some(GroupRole::Leads));
    assert_eq!(work("family").group_role, Some(GroupRole::TakesPart));
    assert_eq!(work("overdose-response").coaches, [CoachStatus::Volunteer]);
    assert_eq!(
        work("overdose-response").supervision.kind,
        SupervisionKind::Peer
    );
    let facilitated = work("family").supervision;
    assert_eq!(
        (facilitated.minutes, facilitated.per_service_hours),
        (Some(60), Some(30))
    );
}
