//! A device in other hands shows one participant's name, or nobody (issue 3.7).

use crate::support::{Device, PASSPHRASE};
use handrail_engine::api::{
    Command, DetailField, EngineError, InspectionView, InvalidField, PeopleFilter, Query, Reply,
    Request, SessionView,
};

const CODE: &str = "2580";

fn device_with_two() -> (Device, String) {
    let mut device = Device::new(1);
    device.found();
    let mut add = |name: &str| {
        let details = vec![
            (DetailField::Name, name.to_owned()),
            (DetailField::Program, "Pathways".to_owned()),
            (DetailField::Phone, "608-555-0142".to_owned()),
            (DetailField::NoVoicemail, "yes".to_owned()),
        ];
        match device.order(Command::AddParticipant { details }).unwrap() {
            Reply::Record(record) => record.participant,
            other => panic!("{other:?}"),
        }
    };
    add("Ana Example");
    let ray = add("Ray Example");
    (device, ray)
}

fn start(
    device: &mut Device,
    participant: Option<&str>,
    code: &str,
) -> Result<InspectionView, EngineError> {
    let order = Command::StartInspection {
        participant: participant.map(str::to_owned),
        code: code.to_owned(),
    };
    match device.order(order)? {
        Reply::Session(SessionView::Inspecting(view)) => Ok(*view),
        other => panic!("{other:?}"),
    }
}

fn end(device: &mut Device, code: &str) -> Result<SessionView, EngineError> {
    let order = Command::EndInspection {
        code: code.to_owned(),
    };
    match device.order(order)? {
        Reply::Session(view) => Ok(view),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_one_name_is_shown_and_everything_else_is_refused_until_the_code() {
    let (mut device, ray) = device_with_two();
    let view = start(&mut device, Some(&ray), CODE).unwrap();
    let person = view.person.clone().unwrap();
    assert_eq!(
        (person.name.as_str(), person.pronouns.as_str()),
        ("Ray Example", "")
    );
    assert!(person.safe_contact.no_voicemail);
    let told = format!("{view:?}");
    for secret in ["Pathways", "555", "Ana", ray.as_str()] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
    let people = Query::People {
        search: String::new(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 10,
    };
    let person = Query::Person {
        participant: ray,
        timeline_limit: 5,
    };
    for query in [
        people,
        person,
        Query::Today,
        Query::Settings,
        Query::Team,
        Query::Sync,
    ] {
        let refused = device.ask(Request::Query(query));
        assert_eq!(refused, Err(EngineError::Inspected));
    }
    let details = vec![(DetailField::Name, "Lee".to_owned())];
    for command in [
        Command::AddParticipant { details },
        Command::EraseDevice {
            typed_name: "Lakeside Peers (test)".to_owned(),
        },
        Command::StartInspection {
            participant: None,
            code: "0000".to_owned(),
        },
    ] {
        assert_eq!(device.order(command), Err(EngineError::Inspected));
    }
    assert!(matches!(
        end(&mut device, CODE),
        Ok(SessionView::Unlocked(_))
    ));
    device.query(Query::Today);
}

#[test]
fn nobody_is_shown_where_nobody_was_chosen() {
    let (mut device, _) = device_with_two();
    assert_eq!(start(&mut device, None, CODE).unwrap().person, None);
}

#[test]
fn five_wrong_codes_lock_the_device_and_the_passphrase_opens_all_of_it() {
    let (mut device, _) = device_with_two();
    start(&mut device, None, CODE).unwrap();
    for tries_left in [4, 3, 2, 1] {
        let refused = end(&mut device, "1111");
        assert_eq!(refused, Err(EngineError::WrongCode { tries_left }));
    }
    assert!(matches!(
        end(&mut device, "1111"),
        Ok(SessionView::Locked { .. })
    ));
    assert_eq!(end(&mut device, CODE), Err(EngineError::Locked));
    let unlocked = device.order(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    });
    assert!(matches!(
        unlocked,
        Ok(Reply::Session(SessionView::Unlocked(_)))
    ));
}

#[test]
fn whoever_ends_the_program_finds_the_lock() {
    let (mut device, _) = device_with_two();
    start(&mut device, None, CODE).unwrap();
    device.crash();
    assert!(matches!(
        device.query(Query::Session),
        Reply::Session(SessionView::Locked { .. })
    ));
}

#[test]
fn a_code_has_four_to_eight_digits_and_the_person_is_known() {
    let (mut device, _) = device_with_two();
    for code in ["", "123", "123456789", "12a4", "１２３４"] {
        let refused = start(&mut device, None, code);
        let code_refused = EngineError::Invalid {
            field: InvalidField::Code,
            limit: None,
        };
        assert_eq!(refused, Err(code_refused), "{code}");
    }
    let stranger = "00".repeat(16);
    let refused = start(&mut device, Some(&stranger), CODE);
    assert_eq!(refused, Err(EngineError::NotFound));
    assert_eq!(end(&mut device, CODE), Err(EngineError::NotFound));
}
