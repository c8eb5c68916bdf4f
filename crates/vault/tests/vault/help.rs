//! Issue 3.5: a code over the phone.

use std::collections::BTreeSet;

use handrail_protocol::*;
use handrail_vault::*;

fn place() -> HelpPlace {
    HelpPlace {
        agency: AgencyId::from_bytes([1; 16]),
        group: GroupId::from_bytes([2; 16]),
        epoch: 3,
        device: DeviceId::from_bytes([4; 16]),
        number: 5,
    }
}

fn code(place: HelpPlace, key: [u8; 32]) -> String {
    place.code(&GroupKey::from_bytes(key)).to_string()
}

/// The code and tag of protocol.md, section 9, for the bytes above and a key of 32 x 0x07.
#[test]
fn codes_and_tags_are_those_of_every_version() {
    assert_eq!(code(place(), [7; 32]), "56698273732079722317");
    assert_eq!(help_tag(&place().device), 60_671_684);
}

#[test]
fn a_code_is_for_one_lock_of_one_device_alone() {
    let places = [
        place(),
        HelpPlace {
            agency: AgencyId::from_bytes([9; 16]),
            ..place()
        },
        HelpPlace {
            group: GroupId::from_bytes([9; 16]),
            ..place()
        },
        HelpPlace {
            epoch: 4,
            ..place()
        },
        HelpPlace {
            device: DeviceId::from_bytes([9; 16]),
            ..place()
        },
        HelpPlace {
            number: 6,
            ..place()
        },
    ];
    let mut codes: BTreeSet<String> = places.map(|place| code(place, [7; 32])).into();
    codes.insert(code(place(), [8; 32]));
    assert_eq!(codes.len(), 7);
    let is_code = |text: &String| text.len() == 20 && text.bytes().all(|b| b.is_ascii_digit());
    assert!(codes.iter().all(is_code));
    assert_eq!(code(place(), [7; 32]), code(place(), [7; 32]));
}
