//! Items, the roster, messages.

use std::path::Path;
use std::sync::OnceLock;

use ed25519_dalek::SigningKey;
use handrail_protocol::frames::{append_frame, split_frames};
use handrail_protocol::message::{
    self, AgencyCreated, ChallengeReply, ChallengeRequest, FeedPage, FeedPoint, FrontierReply,
    FrontierRequest, ItemsReply, Problem, RosterPage, SessionReply, SessionRequest,
};
use handrail_protocol::roster::{encode_entry, roster_signing_message};
use handrail_protocol::statement::{read_statement, statement_head, statement_signing_message};
use handrail_protocol::{
    AgencyId, DeviceId, RosterEntry, RosterHead, RosterState, SignPublicKey, Signature,
    UnverifiedItem,
};

use super::kind;
use crate::agency::TestAgency;
use crate::forge;
use crate::random::seeded;
use ed25519_dalek::Signer as _;

/// Files with golden bytes, in hexadecimal, whose names begin so.
fn golden(prefix: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../protocol/tests/golden");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(prefix))
        })
        .collect();
    files.sort();
    files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .map(|text| from_hex(&text))
        .collect()
}

pub(super) fn from_hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text
        .chars()
        .filter_map(|c| c.to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect()
}

pub(super) fn items() -> Vec<Vec<u8>> {
    golden("item-")
}

/// What is read can be said again in the same bytes, or in fewer where the header
/// holds keys of a newer version.
pub(super) fn read_item(input: &[u8]) -> String {
    match UnverifiedItem::parse(input) {
        Ok(item) => {
            assert_eq!(item.as_bytes(), input);
            let header = item.header();
            let again = header.encode();
            assert!(u16::try_from(again.len()).is_ok());
            format!("{:?} {}", header.kind, header.wraps().len().min(3))
        }
        Err(error) => kind(&error),
    }
}

/// A small agency, made once.
pub(super) fn agency() -> &'static (TestAgency, Option<SigningKey>) {
    static AGENCY: OnceLock<(TestAgency, Option<SigningKey>)> = OnceLock::new();
    AGENCY.get_or_init(|| {
        let mut rng = seeded(1);
        #[allow(clippy::expect_used, reason = "the same agency as in every test")]
        let agency = TestAgency::with_coaches(2, &mut rng).expect("an agency");
        let signer = agency
            .supervisor()
            .and_then(|supervisor| forge::signing_key(&supervisor.secret));
        (agency, signer)
    })
}

pub(super) fn roster_entries() -> Vec<Vec<u8>> {
    let mut entries = golden("roster-entry");
    entries.extend(golden("roster-founding"));
    entries.extend(golden("roster-operations"));
    entries.extend(agency().0.entries.clone());
    entries
}

/// An entry is read only in the bytes that this version would write, and a refused
/// one leaves the roster as it was.
pub(super) fn read_roster_entry(input: &[u8]) -> String {
    let read = RosterEntry::parse(input).map(|entry| {
        let body = entry.body().encode();
        assert_eq!(input.get(5..input.len() - 64), Some(body.as_slice()));
    });
    apply(&agency().0.roster, input);
    format!("{:?}", read.map_err(|error| kind(&error)))
}

pub(super) fn roster_bodies() -> Vec<Vec<u8>> {
    roster_entries()
        .iter()
        .filter_map(|entry| {
            let mut body = RosterEntry::parse(entry).ok()?.body().clone();
            let head = agency().0.roster.head();
            body.agency = agency().0.roster.agency();
            (body.n, body.previous) = (head.n + 1, Some(head.hash));
            let supervisor = agency().0.supervisor()?.device();
            body.signer = handrail_protocol::roster::Signer::Device(supervisor);
            Some(body.encode())
        })
        .collect()
}

/// Whatever an administrator signs: the rules hold after it, or nothing changed.
pub(super) fn read_roster_body(input: &[u8]) -> String {
    let (agency, Some(signer)) = agency() else {
        return String::new();
    };
    let signature = signer.sign(&roster_signing_message(input));
    let signature = Signature::from_bytes(signature.to_bytes());
    match encode_entry(input, &signature) {
        Ok(entry) => apply(&agency.roster, &entry),
        Err(error) => kind(&error),
    }
}

fn apply(roster: &RosterState, entry: &[u8]) -> String {
    let mut after = roster.clone();
    match after.apply(entry) {
        Ok(()) => {
            assert_eq!(after.head().n, roster.head().n + 1);
            for (id, group) in after.groups() {
                let entitled = after.recipients(&id).unwrap_or_default();
                for recipient in &entitled {
                    assert!(group.wrap(recipient).is_some(), "somebody is left out");
                }
            }
            "taken".to_owned()
        }
        Err(error) => {
            assert_eq!(after.head(), roster.head());
            kind(&error)
        }
    }
}

/// Bodies of statements.
pub(super) fn statements() -> Vec<Vec<u8>> {
    let body = |bytes: &Vec<u8>| Some(bytes.get(37..bytes.len().checked_sub(64)?)?.to_vec());
    golden("statement-").iter().filter_map(body).collect()
}

/// Whatever a device signs is read only in the bytes that this version would write.
pub(super) fn read_said(input: &[u8]) -> String {
    let (agency, device) = (AgencyId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]));
    let key = SigningKey::from_bytes(&[3; 32]);
    let length = u32::try_from(input.len()).unwrap_or(u32::MAX).to_be_bytes();
    let head = [
        &[1],
        agency.as_bytes().as_slice(),
        device.as_bytes(),
        &length,
        input,
    ]
    .concat();
    let signature = key.sign(&statement_signing_message(&head)).to_bytes();
    let bytes = [head.as_slice(), &signature].concat();
    let sign = SignPublicKey::from_bytes(key.verifying_key().to_bytes());
    match read_statement(&bytes, agency, device, &sign) {
        Ok(said) => {
            assert_eq!(statement_head(agency, device, &said), head);
            "read".to_owned()
        }
        Err(error) => kind(&error),
    }
}

pub(super) fn messages() -> Vec<Vec<u8>> {
    golden("")
}

/// What is read as a message is the same when written and read again.
pub(super) fn read_message(input: &[u8]) -> String {
    let mut read = String::new();
    macro_rules! try_as {
        ($($message:ty),*) => {$(
            if let Ok(found) = message::decode::<$message>(input) {
                let again = message::encode(&found);
                assert!(message::decode::<$message>(&again).is_ok_and(|again| again == found));
                read.push_str(concat!(stringify!($message), " "));
            }
        )*};
    }
    try_as!(
        AgencyCreated,
        ChallengeReply,
        ChallengeRequest,
        FeedPage,
        FeedPoint,
        FrontierReply,
        FrontierRequest,
        ItemsReply,
        Problem,
        RosterHead,
        RosterPage,
        SessionRequest
    );
    if message::decode::<SessionReply>(input).is_ok() {
        read.push_str("SessionReply");
    }
    read
}

pub(super) fn frames() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for part in [b"".as_slice(), b"one", &[7; 300]] {
        append_frame(&mut all, part);
    }
    vec![all, Vec::new()]
}

pub(super) fn read_frames(input: &[u8]) -> String {
    match split_frames(input, 8, 256) {
        Ok(found) => {
            let mut again = Vec::new();
            assert!(found.iter().all(|frame| append_frame(&mut again, frame)));
            assert_eq!(again, input);
            format!("{} frames", found.len())
        }
        Err(error) => kind(&error),
    }
}
