//! Consents as participants give them.

use std::collections::BTreeSet;

use handrail_engine::api::consent::{
    ConsentForm, ConsentKind, Expiry, Information, Purpose, Recipient, Side, Signature, Told, Way,
};
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, ConsentsView, EngineError, LocalDate, Query, Reply,
    Request, Role, Telling, TellingGround,
};

use super::Device;
use super::two::{World, add, invite, join, log, person, supervisor};

/// Somebody by name on a side.
pub fn named(name: &str, side: Side) -> Recipient {
    Recipient {
        name: name.to_owned(),
        side,
        is_class: false,
        members: Vec::new(),
        treating_members: false,
    }
}

/// A consent with nothing missing, for one purpose, to one by name.
pub fn specific(to: &str, side: Side) -> ConsentForm {
    ConsentForm {
        patient: "Ray Example".to_owned(),
        disclosers: "Lakeside Peers (test)".to_owned(),
        recipients: vec![named(to, side)],
        information: BTreeSet::from([Information::Record]),
        purposes: BTreeSet::from([Purpose::Treatment]),
        told: Told::ALL.iter().copied().collect(),
        revoke_how: "A note to the agency".to_owned(),
        expiry: Some(Expiry::On(day("2026-12-31"))),
        signature: Some(Signature::Typed("Ray Example".to_owned())),
        signed_on: Some(day("2026-05-01")),
        ..ConsentForm::blank(ConsentKind::Specific, "en")
    }
}

pub fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

pub fn consent(device: &mut Device, command: ConsentCommand) -> Result<String, EngineError> {
    match device.order(Command::Coaching(CoachingCommand::Consent(command)))? {
        Reply::Record(record) => Ok(record.record.unwrap()),
        other => panic!("{other:?}"),
    }
}

pub fn give(device: &mut Device, participant: &str, form: ConsentForm) -> String {
    let command = ConsentCommand::Give {
        participant: participant.to_owned(),
        replaces: None,
        form: Box::new(form),
    };
    consent(device, command).unwrap()
}

/// The participant agrees that whoever treats them reads the record.
pub fn agree(device: &mut Device, participant: &str) -> String {
    let mut form = specific("Whoever treats me", Side::Provider);
    for one in &mut form.recipients {
        one.is_class = true;
    }
    give(device, participant, form)
}

pub fn revoke(device: &mut Device, participant: &str, consent_id: &str, on: &str) {
    let command = ConsentCommand::Revoke {
        participant: participant.to_owned(),
        consent: consent_id.to_owned(),
        on: day(on),
        at: None,
        words: "They called".to_owned(),
    };
    consent(device, command).unwrap();
}

/// What is told to somebody on a side.
pub fn telling(to: &str, side: Side, on: &str) -> Telling {
    Telling {
        ground: TellingGround::Consent,
        recipient: to.to_owned(),
        side,
        purpose: Purpose::Treatment,
        information: BTreeSet::from([Information::Contacts]),
        words: "Who was seen in April".to_owned(),
        way: Way::Told,
        on: day(on),
        at: None,
    }
}

pub fn tell(
    device: &mut Device,
    participant: &str,
    telling: Telling,
) -> Result<String, EngineError> {
    let command = ConsentCommand::Disclose {
        participant: participant.to_owned(),
        telling: Box::new(telling),
    };
    consent(device, command)
}

pub fn consents(device: &mut Device, participant: &str) -> Result<ConsentsView, EngineError> {
    let query = Query::Consents {
        participant: participant.to_owned(),
    };
    match device.ask(Request::Query(query))? {
        Reply::Consents(view) => Ok(*view),
        other => panic!("{other:?}"),
    }
}

pub fn settle(world: &mut World, mut devices: [&mut Device; 3]) {
    for _ in 0..4 {
        for device in &mut devices {
            world.sync(device);
        }
    }
}

/// A supervisor, a coach, and a provider who reads a record of theirs as a guest, because of a consent.
pub fn clinic() -> (World, [Device; 3], String, String) {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    let link = invite(&mut world, &mut sam, Role::ClinicalProvider);
    let mut cleo = join(&mut world, 3, &link, "Cleo Clinic").unwrap();
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    let ray = add(&mut cory, "Ray Example");
    log(&mut cory, &ray, "We walked to the lake.");
    let until = ConsentForm {
        expiry: Some(Expiry::On(day("2026-05-20"))),
        ..specific("Cleo Clinic", Side::Provider)
    };
    let agreed = give(&mut cory, &ray, until);
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    let with = person(&mut sam, &ray).unwrap().share_with.remove(0).member;
    let share = Command::ShareRecord {
        participant: ray.clone(),
        with,
        through: "2026-06-30".to_owned(),
        reason: "They see him on Thursday.".to_owned(),
    };
    sam.order(share).unwrap();
    settle(&mut world, [&mut sam, &mut cory, &mut cleo]);
    (world, [sam, cory, cleo], ray, agreed)
}
