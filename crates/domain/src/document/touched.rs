//! Which records a change touched, so that only those are shown anew.

use super::layout::Shape;
use super::{Kind, layout};
use crate::id::{DeviceId, MemberId, RecordId};
use automerge::{ObjId, Patch, PatchAction, Prop};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A record of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RecordRef {
    /// The details and tags of a participant.
    Details,
    /// A contact with a participant.
    Encounter(RecordId),
    /// A milestone of a participant.
    Milestone(RecordId),
    /// The agency itself.
    Agency,
    /// The name of a member.
    Member(MemberId),
    /// The name of a device.
    Device(DeviceId),
    /// A program of the agency.
    Program(RecordId),
    /// The caseload itself.
    Caseload,
}

/// The records that changed, or whose disagreements did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// The records.
    pub records: BTreeSet<RecordRef>,
}

impl Touched {
    pub(super) fn one(record: RecordRef) -> Self {
        Self {
            records: BTreeSet::from([record]),
        }
    }
}

/// The records that patches are about.
pub(super) fn touched_by<K: Kind>(patches: &[Patch]) -> Touched {
    let records = patches.iter().filter_map(touched_record::<K>).collect();
    Touched { records }
}

fn touched_record<K: Kind>(patch: &Patch) -> Option<RecordRef> {
    // Path: (root, map name), then (map, key) for records; the patch's own key comes last.
    let (map, key) = match patch.path.as_slice() {
        [_, (map, Prop::Map(key)), ..] => (map.clone(), key.clone()),
        [_] => (patch.obj.clone(), patch_key(&patch.action)?),
        _ => return None,
    };
    let index = map_index::<K>(&map)?;
    K::record(index, &key)
}

fn map_index<K: Kind>(map: &ObjId) -> Option<usize> {
    let ObjId::Id(counter, actor, _) = map else {
        return None;
    };
    let name = format!("{counter}@{actor}");
    let shapes = K::LAYOUT.maps.iter().enumerate();
    shapes
        .filter(|(_, (_, shape))| *shape != Shape::Reserved)
        .map(|(index, _)| index)
        .find(|index| layout::map_object(*index) == name)
}

fn patch_key(action: &PatchAction) -> Option<String> {
    match action {
        PatchAction::PutMap { key, .. }
        | PatchAction::DeleteMap { key }
        | PatchAction::Conflict {
            prop: Prop::Map(key),
        }
        | PatchAction::Increment {
            prop: Prop::Map(key),
            ..
        } => Some(key.clone()),
        _ => None,
    }
}
