//! What has keys around it: sealed content, links, locks, words.

use std::path::Path;
use std::sync::OnceLock;

use handrail_protocol::parcel::codes;
use handrail_protocol::{
    AgencyId, DocumentId, GroupId, Incarnation, ItemHeader, ItemKind, Role, RosterHash, RosterHead,
    UnverifiedItem,
};
use handrail_vault::{
    DeviceSecret, DocumentKey, GroupKey, GroupKeyring, HeldGroupKey, InvitationLink, LockRecord,
    Parcel, RootSecret, open_item, open_parcel, seal_parcel,
};

use super::kind;
use crate::forge;
use crate::random::seeded;

fn writer() -> &'static DeviceSecret {
    static WRITER: OnceLock<DeviceSecret> = OnceLock::new();
    WRITER.get_or_init(|| DeviceSecret::generate(&mut seeded(1)))
}

pub(super) fn plaintexts() -> Vec<Vec<u8>> {
    let mut begin: Vec<Vec<u8>> = [b"".as_slice(), b"words", &[b'x'; 600]]
        .into_iter()
        .filter_map(forge::plaintext_of_change)
        .collect();
    begin.extend(forge::bomb(20_000));
    begin
}

/// Sealed as it is, by a member with a changed program: it opens to content within
/// the limits, or it does not open.
pub(super) fn read_plaintext(input: &[u8]) -> String {
    let key = DocumentKey::from_bytes([3; 32]);
    let header = ItemHeader {
        agency: AgencyId::from_bytes([1; 16]),
        document: DocumentId::from_bytes([2; 16]),
        kind: ItemKind::Change,
        writer: writer().id(),
        incarnation: Incarnation::from_bytes([4; 16]),
        n: 1,
        previous: None,
        document_key: key.id(),
        roster: RosterHead {
            n: 0,
            hash: RosterHash::from_bytes([5; 32]),
        },
        body_length: 72,
        covers: None,
        wraps: None,
        document_kind: None,
        assignment: None,
        forget: None,
        confirms: None,
        holds: None,
    };
    let opened = forge::signing_key(writer())
        .and_then(|signer| forge::item(header, input, &key, &signer, &mut seeded(1)))
        .and_then(|item| UnverifiedItem::parse(&item).ok())
        .map(|item| open_item(&item.trust_own_storage(), &key));
    match opened {
        Some(Ok(content)) => {
            // A few bytes cannot become more than the ratio allows.
            let said = format!("{content:?}");
            assert!(said.len() < 100);
            "opened".to_owned()
        }
        Some(Err(error)) => kind(&error),
        None => "no item".to_owned(),
    }
}

/// A golden file of the vault, in its text form.
fn golden(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vault/tests/golden");
    std::fs::read_to_string(folder.join(name)).unwrap_or_default()
}

pub(super) fn links() -> Vec<Vec<u8>> {
    let agency = &super::wire::agency().0;
    let groups = vec![agency.agency_group];
    let invited = agency.invite(Role::Coach, false, groups, &mut seeded(2));
    let link = invited.map(|(invited, _)| invited.link.to_text("https://relay.example"));
    let mut begin = vec![b"https://relay.example/join#".to_vec()];
    begin.extend(link.map(|link| link.as_bytes().to_vec()));
    begin
}

/// A link is read from whatever a message app made of it, and means the same when
/// written again.
pub(super) fn read_link(input: &[u8]) -> String {
    let text = String::from_utf8_lossy(input);
    match InvitationLink::parse(&text) {
        Ok(link) => {
            let again = InvitationLink::parse(&link.to_text("https://relay.example"));
            assert!(again.is_ok_and(|again| {
                again.agency() == link.agency()
                    && again.roster() == link.roster()
                    && again.keys().id() == link.keys().id()
            }));
            "a link".to_owned()
        }
        Err(error) => kind(&error),
    }
}

pub(super) fn locks() -> Vec<Vec<u8>> {
    vec![super::wire::from_hex(&golden("lock.hex"))]
}

/// A record is read only with parameters that a device can bear. It is not
/// unlocked here: that is slow on purpose.
pub(super) fn read_lock(input: &[u8]) -> String {
    match LockRecord::from_bytes(input) {
        Ok(record) => {
            let again = LockRecord::from_bytes(&record.to_bytes());
            assert!(again.is_ok_and(|again| again.parameters() == record.parameters()));
            "a record".to_owned()
        }
        Err(error) => kind(&error),
    }
}

pub(super) fn words() -> Vec<Vec<u8>> {
    let kit = RootSecret::generate(&mut seeded(1));
    vec![kit.to_words().as_bytes().to_vec(), b"abandon".to_vec()]
}

/// Words are the kit's whatever stands between them.
pub(super) fn read_words(input: &[u8]) -> String {
    let text = String::from_utf8_lossy(input);
    match RootSecret::from_words(&text) {
        Ok(secret) => {
            let again = RootSecret::from_words(&secret.to_words());
            assert!(again.is_ok_and(|again| again.keys().id() == secret.keys().id()));
            "words".to_owned()
        }
        Err(error) => kind(&error),
    }
}

fn parcel_place() -> (AgencyId, GroupId, GroupKey) {
    let (agency, group) = (AgencyId::from_bytes([1; 16]), GroupId::from_bytes([2; 16]));
    (agency, group, GroupKey::from_bytes([3; 32]))
}

/// A parcel as a file, and as the codes that are shown.
pub(super) fn parcels() -> Vec<Vec<u8>> {
    let (agency, _, key) = parcel_place();
    let (first, second) = ([7; 40], [8; 700]);
    let items = Parcel {
        sent: vec![first.as_slice()],
        unsent: vec![second.as_slice()],
    };
    let file = seal_parcel(agency, (1, &key), &items, &mut seeded(1));
    let shown = codes::to_codes(&file).unwrap_or_default().join("\n");
    vec![file, shown.into_bytes()]
}

/// As a file, and as texts of codes, a line each.
pub(super) fn read_parcel(input: &[u8]) -> String {
    let (agency, group, key) = parcel_place();
    let mut keyring = GroupKeyring::new();
    let epoch = 1;
    keyring.insert(HeldGroupKey { group, epoch, key });
    let opened = open_parcel(agency, group, &keyring, input);
    let opened = opened.map_or_else(
        |error| kind(&error),
        |items| format!("{}", items.sent.len()),
    );
    let text = String::from_utf8_lossy(input);
    let scanned = codes::from_codes(text.lines());
    assert!(scanned.have <= scanned.of);
    assert!(scanned.parcel.is_none() || scanned.have == scanned.of);
    format!("{opened} {} {}", scanned.have, scanned.parcel.is_some())
}
