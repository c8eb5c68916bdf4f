//! What the document tests share.

use super::*;
use crate::encounter::{EncounterFacts, EncounterKind, Outcome};
use crate::quantity::{Kits, Miles, Minutes, Note};

pub fn writer(device: u8) -> Writer {
    Writer {
        device: DeviceId::from_bytes([device; 16]),
        incarnation: Incarnation::from_bytes([7; 16]),
    }
}

pub fn session(seed: u64) -> Session {
    let device = u8::try_from(seed % 200).unwrap() + 1;
    Session::new(writer(device), &mut ChaCha8Rng::seed_from_u64(seed))
}

pub fn document<K: Kind>(seed: u64) -> Document<K> {
    Document::new(session(seed)).unwrap()
}

pub fn now(minute: i64) -> Now {
    Now {
        at: Timestamp::from_millis(1_772_366_400_000).plus_minutes(minute),
        offset_minutes: -360,
    }
}

pub fn record(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16].map(|byte| byte & 0x7f))
}

pub fn member(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

pub fn facts(note: &str) -> EncounterFacts {
    EncounterFacts {
        kind: EncounterKind::Phone,
        outcome: Outcome::Reached,
        at: now(0).at,
        offset_minutes: -360,
        minutes: Minutes::new(20).unwrap(),
        miles: Miles::from_tenths(0).unwrap(),
        kits: Kits::new(1).unwrap(),
        activities: [
            crate::encounter::Activity::CheckIn,
            crate::encounter::Activity::Housing,
        ]
        .into(),
        circumstances: [].into(),
        note: Note::new(note).unwrap(),
        made_by: member(1),
    }
}

pub fn log(document: &mut ParticipantDocument, id: RecordId, note: &str) -> Written {
    document
        .command(
            &ParticipantCommand::LogEncounter {
                id,
                facts: facts(note),
            },
            now(1),
        )
        .unwrap()
        .unwrap()
}

/// Brings everything that one document has and the other lacks across, both ways.
pub fn exchange<K: Kind>(one: &mut Document<K>, two: &mut Document<K>) {
    let (first, second) = (changes(one, two), changes(two, one));
    two.apply_changes(&first).unwrap();
    one.apply_changes(&second).unwrap();
    assert_eq!(one.heads(), two.heads());
}

pub fn changes<K: Kind>(from: &Document<K>, to: &Document<K>) -> Vec<Vec<u8>> {
    from.changes_since(&[])
        .into_iter()
        .filter(|(hash, _)| !to.has(hash))
        .map(|(_, bytes)| bytes)
        .collect()
}
