//! What participants agreed to, and what was told (42 CFR part 2).

use std::collections::BTreeSet;

use crate::support::Device;
use crate::support::consents::{
    agree, clinic, consent, consents, day, give, named, revoke, settle, specific, tell, telling,
};
use crate::support::three::team;
use crate::support::two::{World, add, invite, join, person, supervisor};
use handrail_engine::api::consent::{
    ConsentForm, ConsentKind, ConsentState, Element, Emergency, EmergencyField, Expiry, Ground,
    Information, Purpose, Refusal, Side,
};
use handrail_engine::api::{
    AroundCommand, AroundField, CoachingCommand, Command, ConsentCommand, EngineError,
    InvalidField, LegalBasis, NotTold, PeopleFilter, Query, ReferralChange, ReferralCommand,
    Relation, Reply, Request, Role, TellingGround, Timestamp,
};

const DR: &str = "Dr. Lena Moreau";

fn refused(refusal: Refusal) -> EngineError {
    EngineError::NotTold(NotTold::Refused(refusal))
}

fn alone() -> (Device, String) {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    (device, ray)
}

#[test]
fn g_7_what_is_told_is_written_down_first_and_refused_where_no_consent_covers_it() {
    let (mut device, ray) = alone();
    let told = telling(DR, Side::Provider, "2026-05-04");
    let none = tell(&mut device, &ray, told.clone());
    assert_eq!(none, Err(refused(Refusal::NoConsent)));
    assert!(consents(&mut device, &ray).unwrap().told.is_empty());
    let gap = ConsentForm {
        signature: None,
        ..specific(DR, Side::Provider)
    };
    let first = give(&mut device, &ray, gap);
    let incomplete = Refusal::Incomplete(vec![Element::Signature]);
    let not_yet = tell(&mut device, &ray, told.clone());
    assert_eq!(not_yet, Err(refused(incomplete)));
    let again = ConsentCommand::Give {
        participant: ray.clone(),
        replaces: Some(first.clone()),
        form: Box::new(specific(DR, Side::Provider)),
    };
    let second = consent(&mut device, again).unwrap();
    tell(&mut device, &ray, told.clone()).unwrap();
    let somebody = telling("Somebody else", Side::Provider, "2026-05-04");
    let wrong = tell(&mut device, &ray, somebody);
    assert_eq!(wrong, Err(refused(Refusal::WrongRecipient)));
    let later = tell(&mut device, &ray, telling(DR, Side::Provider, "2026-05-05"));
    assert!(matches!(
        later,
        Err(EngineError::Invalid {
            field: InvalidField::Date,
            ..
        })
    ));

    // It is there after the device was switched off without a word.
    device.crash();
    let passphrase = crate::support::PASSPHRASE.to_owned();
    device.order(Command::Unlock { passphrase }).unwrap();
    let view = consents(&mut device, &ray).unwrap();
    let ids: Vec<String> = view
        .consents
        .iter()
        .map(|one| one.consent.id.to_string())
        .collect();
    assert_eq!(ids, [second.clone(), first]);
    assert_eq!(view.consents[0].state, ConsentState::Valid);
    assert_eq!((view.consents[0].relied.len(), view.told.len()), (1, 1));
    let disclosure = &view.told[0].disclosure;
    assert_eq!(disclosure.ground, Ground::Consent(second.parse().unwrap()));
    assert_eq!(
        (disclosure.recipient.as_str(), view.told[0].by.as_str()),
        (DR, "Sam Supervisor")
    );

    // Expired, and then told on a day on which it held still.
    device.clock.at += 300 * 86_400_000;
    let expired = tell(&mut device, &ray, telling(DR, Side::Provider, "2027-02-28"));
    assert_eq!(expired, Err(refused(Refusal::Expired(day("2026-12-31")))));
    tell(&mut device, &ray, telling(DR, Side::Provider, "2026-12-31")).unwrap();
}

#[test]
fn g_7_what_was_taken_back_on_another_device_stops_everybody_once_it_is_known() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let agreed = give(&mut team.cory, &ray, specific(DR, Side::Provider));
    team.settle();
    // The coach is without a signal, and so is the supervisor.
    revoke(&mut team.cory, &ray, &agreed, "2026-05-04");
    team.sam.clock.at += 3_600_000;
    let told = telling(DR, Side::Provider, "2026-05-04");
    tell(&mut team.sam, &ray, told.clone()).unwrap();
    let stopped = Err(refused(Refusal::Revoked(day("2026-05-04"))));
    assert_eq!(tell(&mut team.cory, &ray, told.clone()), stopped);
    team.settle();
    assert_eq!(tell(&mut team.sam, &ray, told), stopped);
    for device in [&mut team.sam, &mut team.cory] {
        let view = consents(device, &ray).unwrap();
        assert_eq!(view.told.len(), 1, "what was told stays told");
        assert!(view.told[0].after_revocation, "and who told did not know");
        assert_eq!(view.consents[0].relied.len(), 1);
    }
}

#[test]
fn g_7_what_was_told_before_a_consent_was_taken_back_that_day_is_written_down_with_its_hour() {
    const MINUTE: i64 = 60_000;
    let (mut device, ray) = alone();
    let agreed = give(&mut device, &ray, specific(DR, Side::Provider));
    // At two in the afternoon they say that they took it back half an hour ago.
    let two = device.clock.at;
    let back = ConsentCommand::Revoke {
        participant: ray.clone(),
        consent: agreed,
        on: day("2026-05-04"),
        at: Some(Timestamp::from_millis(two - 30 * MINUTE)),
        words: String::new(),
    };
    consent(&mut device, back).unwrap();
    device.clock.at += 60 * MINUTE;
    let told = |at: i64| handrail_engine::api::Telling {
        at: Some(Timestamp::from_millis(at)),
        ..telling(DR, Side::Provider, "2026-05-04")
    };
    let stopped = Err(refused(Refusal::Revoked(day("2026-05-04"))));
    for at in [two - 30 * MINUTE, two - 10 * MINUTE, two + 30 * MINUTE] {
        assert_eq!(tell(&mut device, &ray, told(at)), stopped, "{at}");
    }
    let without = telling(DR, Side::Provider, "2026-05-04");
    assert_eq!(tell(&mut device, &ray, without.clone()), stopped);
    for at in [two + 61 * MINUTE, two - 3 * 24 * 60 * MINUTE] {
        let refused = tell(&mut device, &ray, told(at));
        assert!(
            matches!(
                refused,
                Err(EngineError::Invalid {
                    field: InvalidField::Time,
                    ..
                })
            ),
            "{refused:?}"
        );
    }
    let before = two - 60 * MINUTE;
    tell(&mut device, &ray, told(before)).unwrap();
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.told.len(), 1);
    assert_eq!(
        view.told[0].disclosure.at,
        Some(Timestamp::from_millis(before))
    );
    assert!(!view.told[0].after_revocation, "it was before");
    assert_eq!(view.consents[0].relied.len(), 1);
    // A clock that is put back does not make it earlier than what is known here.
    device.clock.at = two - 120 * MINUTE;
    for telling in [without, told(two - 180 * MINUTE)] {
        assert_eq!(tell(&mut device, &ray, telling), stopped);
    }
}

#[test]
fn g_7_who_hears_of_a_revocation_afterwards_writes_down_what_they_had_told_before_it() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let agreed = give(&mut team.cory, &ray, specific(DR, Side::Provider));
    team.settle();
    let two = team.cory.clock.at;
    revoke(&mut team.cory, &ray, &agreed, "2026-05-04");
    team.sam.clock.at = two + 3_600_000;
    team.settle();
    let told = |at: i64| handrail_engine::api::Telling {
        at: Some(Timestamp::from_millis(at)),
        ..telling(DR, Side::Provider, "2026-05-04")
    };
    let stopped = Err(refused(Refusal::Revoked(day("2026-05-04"))));
    assert_eq!(tell(&mut team.sam, &ray, told(two + 60_000)), stopped);
    tell(&mut team.sam, &ray, told(two - 60_000)).unwrap();
    team.settle();
    for device in [&mut team.sam, &mut team.cory] {
        let view = consents(device, &ray).unwrap();
        assert_eq!(view.told.len(), 1);
        assert!(!view.told[0].after_revocation);
    }
}

#[test]
fn s2_11_two_devices_that_write_a_consent_anew_at_once_lose_neither() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let first = give(&mut team.cory, &ray, specific(DR, Side::Provider));
    team.settle();
    let anew = |to: &str| ConsentCommand::Give {
        participant: ray.clone(),
        replaces: Some(first.clone()),
        form: Box::new(specific(to, Side::Provider)),
    };
    consent(&mut team.cory, anew("The clinic")).unwrap();
    consent(&mut team.sam, anew("The hospital")).unwrap();
    team.settle();
    let views = [&mut team.sam, &mut team.cory].map(|device| consents(device, &ray).unwrap());
    assert_eq!(views[0].consents, views[1].consents);
    let names = views[0]
        .consents
        .iter()
        .filter(|one| !one.consent.is_replaced());
    let names: BTreeSet<&str> = names
        .map(|one| one.consent.form.recipients[0].name.as_str())
        .collect();
    assert_eq!(names, BTreeSet::from(["The clinic", "The hospital"]));
}

#[test]
fn g_8_a_medical_emergency_needs_four_fields_and_no_consent_and_no_signal() {
    let (mut device, ray) = alone();
    let whole = Emergency {
        personnel: "Dr. Ito, Lakeside Hospital".to_owned(),
        discloser: "Sam Supervisor".to_owned(),
        at: Some(Timestamp::from_millis(device.clock.at)),
        nature: "Found down".to_owned(),
    };
    let told = |emergency: &Emergency| handrail_engine::api::Telling {
        ground: TellingGround::Emergency(emergency.clone()),
        ..telling(&emergency.personnel, Side::Provider, "2026-05-04")
    };
    for field in EmergencyField::ALL.iter().copied() {
        let mut one = whole.clone();
        match field {
            EmergencyField::Personnel => one.personnel.clear(),
            EmergencyField::Discloser => one.discloser.clear(),
            EmergencyField::At => one.at = None,
            EmergencyField::Nature => one.nature.clear(),
        }
        let missing = EngineError::NotTold(NotTold::Emergency(vec![field]));
        assert_eq!(tell(&mut device, &ray, told(&one)), Err(missing));
    }
    let ahead = Emergency {
        at: Some(Timestamp::from_millis(device.clock.at + 60_000)),
        ..whole.clone()
    };
    let not_yet = tell(&mut device, &ray, told(&ahead));
    assert!(matches!(not_yet, Err(EngineError::Invalid { .. })));
    tell(&mut device, &ray, told(&whole)).unwrap();
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.told.len(), 1);
    assert_eq!(view.told[0].disclosure.ground, Ground::Emergency(whole));
}

#[test]
fn a_report_that_the_law_asks_for_carries_nothing_out_of_the_record() {
    let (mut device, ray) = alone();
    let report = |information: &[Information]| handrail_engine::api::Telling {
        ground: TellingGround::ChildReport,
        information: information.iter().copied().collect(),
        ..telling("County child protection", Side::ChildWelfare, "2026-05-04")
    };
    let more = report(&[Information::Report, Information::Contacts]);
    let refused = Err(EngineError::NotTold(NotTold::NothingOfTheRecord));
    assert_eq!(tell(&mut device, &ray, more), refused);
    assert_eq!(
        tell(&mut device, &ray, report(&[Information::Record])),
        refused
    );
    let to_nobody = handrail_engine::api::Telling {
        recipient: " ".to_owned(),
        ..report(&[Information::Report])
    };
    let not_said = Err(self::refused(Refusal::NotSaid));
    assert_eq!(tell(&mut device, &ray, to_nobody), not_said);
    tell(&mut device, &ray, report(&[Information::Report])).unwrap();
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.told[0].disclosure.ground, Ground::ChildReport);
}

#[test]
fn g_9_everything_of_three_years_is_there_at_once_and_nothing_older() {
    let (mut device, ray) = alone();
    give(
        &mut device,
        &ray,
        ConsentForm {
            expiry: Some(Expiry::Event("They move".to_owned())),
            ..specific(DR, Side::Provider)
        },
    );
    for on in ["2026-05-03", "2026-05-04"] {
        tell(&mut device, &ray, telling(DR, Side::Provider, on)).unwrap();
    }
    // 2029-05-04: three years to the day.
    device.clock.at += 1096 * 86_400_000;
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(
        (view.today, view.accounting_from),
        (day("2029-05-04"), day("2026-05-04"))
    );
    let days: Vec<String> = view
        .told
        .iter()
        .map(|one| one.disclosure.on.to_string())
        .collect();
    assert_eq!(days, ["2026-05-04"]);
    // Whoever takes the consent back is shown all that relied on it, also what is older.
    let shown = view.told.iter().chain(&view.told_earlier);
    let shown: BTreeSet<_> = shown.map(|one| one.disclosure.id).collect();
    let relied: BTreeSet<_> = view.consents[0].relied.iter().copied().collect();
    assert_eq!((shown.len(), shown), (2, relied));
}

#[test]
fn s1_12_s2_11_the_legal_ground_suggests_a_kind_and_professionals_show_who_may_be_told() {
    let (mut device, ray) = alone();
    assert_eq!(
        consents(&mut device, &ray).unwrap().suggested,
        ConsentKind::Care
    );
    device
        .order(Command::Referral(ReferralCommand {
            participant: ray.clone(),
            changes: vec![ReferralChange::LegalBasis(Some(LegalBasis::Sentence))],
        }))
        .unwrap();
    for (name, relation) in [
        (DR, Relation::Clinic),
        ("Officer Lee", Relation::Probation),
        ("Mo", Relation::Friend),
    ] {
        device
            .order(Command::Around(AroundCommand::Add {
                participant: ray.clone(),
                fields: vec![
                    AroundField::Name(name.to_owned()),
                    AroundField::Relation(relation),
                ],
            }))
            .unwrap();
    }
    give(&mut device, &ray, specific(DR, Side::Provider));
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.suggested, ConsentKind::Court);
    let around: Vec<_> = view
        .around
        .iter()
        .map(|one| (one.name.as_str(), one.side, one.until))
        .collect();
    assert_eq!(
        around,
        [
            (DR, Side::Provider, Some(Some(day("2026-12-31")))),
            ("Officer Lee", Side::Justice, None),
        ]
    );
}

#[test]
fn s1_18_a_prosecutors_office_is_told_nothing_on_any_other_consent() {
    let (mut device, ray) = alone();
    agree(&mut device, &ray);
    let unit = "Victim Witness Unit";
    let mut form = specific(unit, Side::Justice);
    form.kind = Some(ConsentKind::Court);
    form.purposes = BTreeSet::from([Purpose::Monitoring]);
    give(&mut device, &ray, form.clone());
    let told = handrail_engine::api::Telling {
        purpose: Purpose::Proceedings,
        ..telling(unit, Side::Prosecution, "2026-05-04")
    };
    let own = Err(refused(Refusal::NeedsProceedings));
    assert_eq!(tell(&mut device, &ray, told.clone()), own);
    form.kind = Some(ConsentKind::Proceedings);
    form.purposes = BTreeSet::from([Purpose::Proceedings]);
    form.recipients = vec![named(unit, Side::Prosecution)];
    give(&mut device, &ray, form);
    tell(&mut device, &ray, told).unwrap();
}

fn page(participant: &str) -> Query {
    Query::Person {
        participant: participant.to_owned(),
        timeline_limit: 50,
    }
}

#[test]
fn a_provider_reads_a_record_as_long_as_the_consent_holds_and_writes_no_consent() {
    let (mut world, [mut sam, mut cory, mut cleo], ray, agreed) = clinic();
    let guests = person(&mut cleo, &ray).unwrap().guests;
    // 2026-05-20 24:00 in Chicago: not longer than they agreed to.
    assert_eq!(guests[0].until, 1_779_339_600_000);
    let told = consents(&mut sam, &ray).unwrap().told;
    assert_eq!(
        (told.len(), told[0].disclosure.recipient.as_str()),
        (1, "Cleo Clinic")
    );
    assert_eq!(consents(&mut cleo, &ray), Err(EngineError::NotAllowed));
    let give_it = ConsentCommand::Give {
        participant: ray.clone(),
        replaces: None,
        form: Box::new(specific("Cleo Clinic", Side::Provider)),
    };
    assert_eq!(consent(&mut cleo, give_it), Err(EngineError::NotAllowed));

    // A guest searches by name and not in what is written down.
    let search = Query::People {
        search: "lake".to_owned(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 10,
    };
    let Reply::People(found) = cleo.query(search) else {
        panic!("people")
    };
    assert!(found.rows.iter().all(|row| row.snippet.is_empty()));

    // The coach, who ends nobody's reading, writes down that it was taken back. On the guest's device it
    // ends with that, before anybody has ended it.
    revoke(&mut cory, &ray, &agreed, "2026-05-04");
    let encounter = person(&mut cory, &ray).unwrap().timeline[0].id.clone();
    let asked = |cleo: &mut Device| {
        let query = Query::Encounter {
            participant: ray.clone(),
            encounter: encounter.clone(),
        };
        let history = Query::RecordHistory {
            participant: ray.clone(),
            record: encounter.clone(),
        };
        [page(&ray), query, history].map(|query| cleo.ask(Request::Query(query)).err())
    };
    assert_eq!(asked(&mut cleo), [None, None, None]);
    world.sync(&mut cory);
    world.sync(&mut cleo);
    let stopped = || Some(refused(Refusal::Revoked(day("2026-05-04"))));
    assert_eq!(asked(&mut cleo), [stopped(), stopped(), stopped()]);
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    assert!(person(&mut sam, &ray).unwrap().guests.is_empty());
    assert!(person(&mut cleo, &ray).is_none());
}

#[test]
fn a_provider_whom_a_new_consent_leaves_out_reads_no_more() {
    let (mut world, [mut sam, mut cory, mut cleo], ray, agreed) = clinic();
    let anew = |replaces: &str, to: &str| ConsentCommand::Give {
        participant: ray.clone(),
        replaces: Some(replaces.to_owned()),
        form: Box::new(specific(to, Side::Provider)),
    };
    let second = consent(&mut cory, anew(&agreed, "Cleo Clinic")).unwrap();
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    assert!(person(&mut cleo, &ray).is_some(), "named in it, too");
    consent(&mut cory, anew(&second, "The hospital")).unwrap();
    world.sync(&mut cory);
    world.sync(&mut cleo);
    let stopped = cleo.ask(Request::Query(page(&ray)));
    assert_eq!(stopped.err(), Some(refused(Refusal::WrongRecipient)));
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    assert!(person(&mut sam, &ray).unwrap().guests.is_empty());
    assert!(person(&mut cleo, &ray).is_none());
}

#[test]
fn what_a_coach_took_back_stays_so_when_they_keep_no_records_any_more() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    let agreed = give(&mut team.cory, &ray, specific(DR, Side::Provider));
    revoke(&mut team.cory, &ray, &agreed, "2026-05-04");
    team.settle();
    let Reply::Settings(settings) = team.sam.query(Query::Settings) else {
        panic!("settings")
    };
    let mut members = settings.members.iter();
    let cory = members.find(|one| one.name == "Cory Coach").unwrap();
    let change = Command::ChangeRole {
        member: cory.member.clone(),
        role: Role::ProgramManager,
    };
    team.sam.order(change).unwrap();
    team.settle();
    let told = telling(DR, Side::Provider, "2026-05-04");
    let stopped = Err(refused(Refusal::Revoked(day("2026-05-04"))));
    assert_eq!(tell(&mut team.sam, &ray, told), stopped);
    assert_eq!(consents(&mut team.sam, &ray).unwrap().set_aside, 0);
}

#[test]
fn an_agency_that_is_no_part_2_program_says_so_and_its_disclosures_say_so_too() {
    let mut team = team();
    let ray = add(&mut team.cory, "Ray Example");
    team.settle();
    let off = |device: &mut Device, on| {
        device.order(Command::Coaching(CoachingCommand::Consent(
            ConsentCommand::SetPart2(on),
        )))
    };
    assert!(
        consents(&mut team.cory, &ray).unwrap().part2,
        "unless somebody says otherwise"
    );
    assert_eq!(off(&mut team.cory, false), Err(EngineError::NotAllowed));
    assert!(matches!(off(&mut team.sam, false), Ok(Reply::Record(_))));
    team.settle();
    let told = telling(DR, Side::Provider, "2026-05-04");
    tell(&mut team.cory, &ray, told.clone()).unwrap();
    let view = consents(&mut team.cory, &ray).unwrap();
    assert!(!view.part2 && !view.may_set_part2);
    assert_eq!(view.told[0].disclosure.ground, Ground::Outside);
    off(&mut team.sam, true).unwrap();
    team.settle();
    assert_eq!(
        tell(&mut team.cory, &ray, told),
        Err(refused(Refusal::NoConsent))
    );
}

#[test]
fn of_two_supervisors_who_say_different_things_at_once_the_one_who_keeps_the_rule_is_heard() {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut nadia = join(&mut world, 5, &link, "Nadia Night").unwrap();
    let ray = add(&mut sam, "Ray Example");
    let settle = |world: &mut World, sam: &mut Device, nadia: &mut Device| {
        for _ in 0..3 {
            world.sync(sam);
            world.sync(nadia);
        }
    };
    let say = |device: &mut Device, on| {
        let command = ConsentCommand::SetPart2(on);
        let order = device.order(Command::Coaching(CoachingCommand::Consent(command)));
        assert!(matches!(order, Ok(Reply::Record(_))));
    };
    let part2 = |device: &mut Device| consents(device, &ray).unwrap().part2;
    say(&mut sam, false);
    settle(&mut world, &mut sam, &mut nadia);
    assert!(!part2(&mut nadia));
    // Nadia says so once, and Sam, who does not know of that, thinks twice.
    say(&mut nadia, true);
    say(&mut sam, true);
    say(&mut sam, false);
    assert!(!part2(&mut sam));
    settle(&mut world, &mut sam, &mut nadia);
    assert!(part2(&mut sam) && part2(&mut nadia));
    // Whoever knows both says what holds.
    say(&mut sam, false);
    settle(&mut world, &mut sam, &mut nadia);
    assert!(!part2(&mut sam) && !part2(&mut nadia));
}
