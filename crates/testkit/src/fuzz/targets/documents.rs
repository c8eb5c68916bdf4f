//! Files that people bring, and changes that members send.

use std::sync::OnceLock;

use handrail_domain::document::{ParticipantDocument, Session, Writer};
use handrail_domain::import;
use handrail_domain::sample::{SampleParticipant, bench_caseload};
use handrail_domain::{DeviceId, Incarnation, LocalDate, Now, Timestamp};
use sha2::{Digest, Sha256};

use super::kind;
use crate::clock::BEGINNING;
use crate::random::seeded;

pub(super) fn csv_files() -> Vec<Vec<u8>> {
    [
        "Name,Phone,Discharged\nRay Example,608-555-0100,2026-04-28\n",
        "Name;Geburtstag\r\n\"Example; Ray\";1.2.1990\r\n",
        "\u{feff}First name\tLast name\tIntake\nRay\tExample\t4/28/26\n",
        "Name,Notes\n\"Ray \"\"R\"\" Example\",\"two\nlines\"\n",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

/// A file is read row by row, each good or with a reason, and never more than it has.
pub(super) fn read_csv(input: &[u8]) -> String {
    let preview = match import::sniff(input) {
        Ok(preview) => preview,
        Err(error) => return kind(&error),
    };
    assert!(preview.headers.len() <= import::IMPORT_MAX_COLUMNS);
    let Some(today) = LocalDate::new(2026, 5, 1) else {
        return String::new();
    };
    match import::rows(input, &preview.suggested, today) {
        Ok(rows) => {
            let count = rows.left();
            assert!(count <= import::IMPORT_MAX_ROWS);
            let (good, bad): (Vec<_>, Vec<_>) = rows.partition(Result::is_ok);
            assert_eq!(good.len() + bad.len(), count);
            let reason = bad.into_iter().find_map(Result::err);
            format!(
                "{:?} {} good, {}",
                preview.delimiter,
                good.len().min(3),
                reason.map_or_else(String::new, |error| kind(&error.reason))
            )
        }
        Err(error) => kind(&error),
    }
}

const WRITER: DeviceId = DeviceId::from_bytes([1; 16]);

fn session(device: DeviceId, seed: u64) -> Session {
    let writer = Writer {
        device,
        incarnation: Incarnation::from_bytes([7; 16]),
    };
    Session::new(writer, &mut seeded(seed))
}

/// Changes of one device about one participant, in order.
fn story() -> &'static (Vec<Vec<u8>>, Vec<u8>) {
    static STORY: OnceLock<(Vec<Vec<u8>>, Vec<u8>)> = OnceLock::new();
    STORY.get_or_init(|| {
        let now = Now {
            at: Timestamp::from_millis(BEGINNING),
            offset_minutes: -300,
        };
        let Ok(mut document) = ParticipantDocument::new(session(WRITER, 1)) else {
            return (Vec::new(), Vec::new());
        };
        let participant: Option<SampleParticipant> = bench_caseload(1, now, 1, 6).next();
        for step in participant.into_iter().flat_map(|someone| someone.steps) {
            // A step that says nothing new writes nothing.
            let _ = document.command(&step.command, step.now);
        }
        let changes = document.changes_since(&[]).into_iter();
        (changes.map(|(_, bytes)| bytes).collect(), document.save())
    })
}

pub(super) fn changes() -> Vec<Vec<u8>> {
    let (changes, _) = story();
    changes.iter().rev().take(6).cloned().collect()
}

/// Where the checksum of a change stands, and what it is of.
const CHECKSUM: std::ops::Range<usize> = 4..8;

/// An altered change with the right checksum is taken in whole or changes nothing,
/// and the document still works.
pub(super) fn read_change(input: &[u8]) -> String {
    let mut change = input.to_vec();
    if let Some(rest) = change.get(CHECKSUM.end..) {
        let hash = Sha256::digest(rest);
        for (slot, byte) in change.iter_mut().skip(CHECKSUM.start).zip(hash).take(4) {
            *slot = byte;
        }
    }
    let (known, _) = story();
    let Ok(mut document) = ParticipantDocument::new(session(DeviceId::from_bytes([2; 16]), 2))
    else {
        return String::new();
    };
    let half = known.len() / 2;
    let begun = document.apply_changes(known.get(..half).unwrap_or_default());
    assert!(begun.is_ok());
    let before = (document.heads(), document.read());
    let outcome = document.apply_changes_from_device(WRITER, &[change]);
    let said = match outcome {
        Ok(applied) => format!("{} {}", applied.applied.len(), applied.missing.len().min(2)),
        Err(error) => {
            assert_eq!((document.heads(), document.read()), before);
            kind(&error)
        }
    };
    let saved = document.save();
    assert!(ParticipantDocument::load(&saved, session(WRITER, 3)).is_ok());
    said
}

pub(super) fn snapshots() -> Vec<Vec<u8>> {
    vec![story().1.clone()]
}

/// The same for a whole document.
pub(super) fn read_snapshot(input: &[u8]) -> String {
    let Ok(mut document) = ParticipantDocument::new(session(DeviceId::from_bytes([2; 16]), 2))
    else {
        return String::new();
    };
    let before = document.heads();
    match document.apply_snapshot(input) {
        Ok(applied) => format!("{}", applied.applied.len().min(3)),
        Err(error) => {
            assert_eq!(document.heads(), before);
            kind(&error)
        }
    }
}
