//! What version 1 sealed opens for ever. These files never change. With
//! `HANDRAIL_WRITE_GOLDEN=1` a file that is missing is written, from seeds.

use std::path::PathBuf;

use handrail_protocol::*;
use handrail_vault::*;

use crate::fixture::*;

fn golden(name: &str, make: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if !path.exists() && std::env::var_os("HANDRAIL_WRITE_GOLDEN").is_some() {
        std::fs::write(&path, format!("{}\n", hex(&make()))).unwrap();
    }
    unhex(&std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{name} is missing")))
}

fn device() -> DeviceSecret {
    DeviceSecret::from_bytes(&[0x11; 64])
}

fn document_key() -> DocumentKey {
    DocumentKey::from_bytes([0x22; 32])
}

fn group_key() -> GroupKey {
    GroupKey::from_bytes([0x33; 32])
}

fn wrapped(header: &ItemHeader) -> Result<DocumentKey, WrapError> {
    open_document_key(
        header.agency,
        header.document,
        &header.wraps()[0],
        &group_key(),
    )
}

fn note() -> Content {
    let note = "Ruiz called; a bed is free at the Elm Street house from Monday. ".repeat(12);
    Content::Changes(vec![note.into_bytes(), vec![1, 2, 3]])
}

#[test]
fn a_sealed_change_of_version_1_opens() {
    let bytes = golden("item-change.hex", || {
        let mut rng = rng(1);
        let (agency, document) = (AgencyId::from_bytes([1; 16]), document(2));
        let place = (GroupId::from_bytes([4; 16]), 1, &group_key());
        let wrap = wrap_document_key(agency, document, place, &document_key(), &mut rng);
        let draft = ItemDraft {
            agency,
            document,
            incarnation: Incarnation::from_bytes([3; 16]),
            n: 1,
            previous: None,
            roster: RosterHead {
                n: 5,
                hash: RosterHash::from_bytes([6; 32]),
            },
            covers: vec![],
            wraps: vec![wrap],
            document_kind: DocumentKind::Participant,
            assignment: None,
            forget: None,
            says: handrail_vault::Statements::default(),
        };
        seal_item(&draft, &note(), &document_key(), &device(), &mut rng)
            .unwrap()
            .into_bytes()
    });
    let item = UnverifiedItem::parse(&bytes).unwrap();
    let item = item
        .verify_as(device().id(), &device().sign_public())
        .unwrap();
    assert_eq!(open_item(&item, &document_key()), Ok(note()));
    assert_eq!(
        wrapped(item.header()).unwrap().expose(),
        document_key().expose()
    );
}

#[test]
fn a_roster_of_version_1_replays_and_its_keys_open() {
    let mut agency = Agency::found(20);
    let (coach, caseload) = agency.join_coach();
    let desk = agency.supervisor.desk(&agency.state);
    let renewal = remove_group_member(&desk, agency.everyone, coach.member, &mut agency.rng);
    agency.take(renewal.unwrap().entry);
    let bytes = golden("roster.hex", || {
        let mut body = Vec::new();
        for entry in &agency.entries {
            frames::append_frame(&mut body, entry);
        }
        body
    });
    let keys = golden("roster-secrets.hex", || {
        let mut secrets = agency.root.expose().to_vec();
        secrets.extend_from_slice(&*agency.supervisor.device.to_bytes());
        secrets.extend_from_slice(agency.everyone.as_bytes());
        secrets.extend_from_slice(caseload.as_bytes());
        for epoch in [1, 2] {
            let key = agency
                .supervisor
                .keyring
                .get(agency.everyone, epoch)
                .unwrap();
            secrets.extend_from_slice(key.expose());
        }
        secrets
    });
    let entries = frames::split_frames(&bytes, 10, usize::MAX).unwrap();
    let state = RosterState::replay(entries).unwrap();
    assert_eq!(state.head().n, 3);
    let root = RootSecret::from_bytes(keys[..32].try_into().unwrap()).keys();
    assert_eq!(state.fingerprint(), root.fingerprint());
    let device = DeviceSecret::from_bytes(keys[32..96].try_into().unwrap());
    let group = GroupId::from_slice(&keys[96..112]).unwrap();
    let caseload = GroupId::from_slice(&keys[112..128]).unwrap();
    for holder in [Holder::Device(&device), Holder::Root(&root)] {
        let mut keyring = GroupKeyring::new();
        assert_eq!(keyring.learn(&state, holder).damaged, []);
        assert_eq!(keyring.get(group, 1).unwrap().expose(), &keys[128..160]);
        assert_eq!(keyring.get(group, 2).unwrap().expose(), &keys[160..192]);
        assert!(keyring.get(caseload, 1).is_some());
    }
}

#[test]
fn a_link_of_version_1_is_read() {
    let text = golden("link.hex", || {
        let invited = Agency::found(21).invite_coach();
        invited
            .link
            .to_text("https://relay.example")
            .as_bytes()
            .to_vec()
    });
    let link = InvitationLink::parse(std::str::from_utf8(&text).unwrap()).unwrap();
    assert_eq!(link.roster().n, 1);
    assert_eq!(link.to_text("https://relay.example").as_bytes(), text);
}

#[test]
fn a_lock_of_version_1_opens() {
    let bytes = golden("lock.hex", || {
        let key = DatabaseKey::from_bytes([0x44; 32]);
        let parameters = LockParameters {
            memory_kib: 8_192,
            passes: 1,
            lanes: 1,
        };
        let passphrase = Passphrase::new("four words of one's own", nfc);
        LockRecord::make(&passphrase, &key, parameters, &mut rng(2))
            .unwrap()
            .to_bytes()
    });
    let record = LockRecord::from_bytes(&bytes).unwrap();
    let key = record
        .unlock(&Passphrase::new("four words of one's own", nfc))
        .unwrap();
    assert_eq!(key.expose(), &[0x44; 32]);
    assert_eq!(record.to_bytes(), bytes);
}

#[test]
fn a_passkey_record_of_version_1_opens() {
    let (output, key) = (
        PasskeyOutput::from_bytes([0x11; 32]),
        DatabaseKey::from_bytes([0x22; 32]),
    );
    let bytes = golden("passkey.hex", || {
        let record = PasskeyRecord::make(&output, vec![0x33; 16], &key, &mut rng(1));
        record.unwrap().to_bytes()
    });
    let record = PasskeyRecord::from_bytes(&bytes).unwrap();
    assert_eq!(record.credential(), [0x33; 16]);
    assert_eq!(record.unlock(&output).unwrap().expose(), key.expose());
}

#[test]
fn a_card_of_version_1_opens() {
    let word = Passphrase::new("blue kitchen door", nfc);
    let bytes = golden("card.hex", || {
        seal_card(&word, b"Casey, 608 555 0100", &mut rng(1)).unwrap()
    });
    let text = open_card(&word, &bytes).unwrap();
    assert_eq!(text.as_slice(), b"Casey, 608 555 0100");
}

/// Issue 4.9. The file was written by another program than this one.
#[test]
fn a_parcel_of_version_1_opens() {
    let (agency, group) = (AgencyId::from_bytes([1; 16]), GroupId::from_bytes([2; 16]));
    let items = [b"first item".to_vec(), vec![7; 300]];
    let bytes = golden("parcel.hex", || {
        let items = Parcel {
            sent: vec![items[0].as_slice()],
            unsent: vec![items[1].as_slice()],
        };
        seal_parcel(agency, (3, &group_key()), &items, &mut rng(1))
    });
    let mut keyring = GroupKeyring::new();
    keyring.insert(HeldGroupKey {
        group,
        epoch: 3,
        key: group_key(),
    });
    let opened = open_parcel(agency, group, &keyring, &bytes).unwrap();
    assert_eq!(opened.sent, items[..1]);
    assert_eq!(opened.unsent, items[1..]);
    let head = [
        b"HRPARCEL".as_slice(),
        &[1],
        &[1; 16],
        &[0, 0, 0, 3],
        &[0x44; 24],
    ];
    assert!(bytes.starts_with(&head.concat()));
}
