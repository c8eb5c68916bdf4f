//! Under which key a document's next item is sealed.

use handrail_protocol::{Assignment, DocumentId, GroupId};
use handrail_vault::DocumentKey;
use rand_core::CryptoRng;

use super::seal::Sealer;
use crate::{StoreFault, SyncTx};

/// A key, the group whose members it is for, and the hand-over that it was made under.
pub(super) struct Under {
    pub(super) key: DocumentKey,
    pub(super) group: GroupId,
    pub(super) assignment: Option<Assignment>,
}

/// The newest key of the document that was wrapped under the current epoch of its group; a
/// new one when the group has moved on.
///
/// Without a hand-over that is the group that the document is at home in: whoever brings a key of it
/// for another group of theirs would else read, with all of that group, what others write after them.
///
/// Of several hand-overs, the greatest counts whose caseload this device reads. So who lost a
/// participant to another coach still writes under the keys from before, which the other coach
/// was given too. Who was taken out of the group, and a device that was
/// taken out of the agency, writes under the last key it had.
pub(super) fn choose(
    sealer: &Sealer,
    tx: &mut dyn SyncTx,
    document: DocumentId,
    rng: &mut dyn CryptoRng,
) -> Result<Option<Under>, StoreFault> {
    let made_under = tx.assignments(&document)?;
    let reads = |group: GroupId| sealer.keyring.newest(group).is_some();
    let assignment: Option<Assignment> = made_under
        .iter()
        .map(|(assignment, _)| *assignment)
        .filter(|assignment| reads(assignment.group))
        .max();
    let mut keys = tx.document_keys(&document)?;
    keys.retain(|info| match assignment {
        Some(assignment) => {
            info.group == assignment.group && made_under.contains(&(assignment, info.id))
        }
        None => reads(info.group) && !made_under.iter().any(|(_, key)| *key == info.id),
    });
    let home = tx.document(&document)?;
    let home = home.and_then(|info| info.groups.first().copied());
    let home = home.filter(|home| keys.iter().any(|info| info.group == *home));
    let group = assignment.map(|assignment| assignment.group).or(home);
    let Some(group) = group.or(keys.last().map(|newest| newest.group)) else {
        return Ok(None);
    };
    let Some(record) = sealer.roster.group(&group) else {
        return Ok(None);
    };
    keys.retain(|info| info.group == group);
    let current = keys.iter().rev().find(|info| info.epoch == record.epoch);
    if current.is_none() && sealer.keyring.get(group, record.epoch).is_some() {
        let key = DocumentKey::generate(&mut &mut *rng);
        tx.add_document_key(&document, &group, record.epoch, &key, sealer.at)?;
        if let Some(assignment) = assignment {
            tx.note_assignment(&document, assignment, &key.id())?;
        }
        return Ok(Some(Under {
            key,
            group,
            assignment,
        }));
    }
    let was_taken_out = sealer
        .roster
        .device(&sealer.identity.device)
        .is_some_and(|device| device.revoked.is_some() || !record.members.contains(&device.member));
    let last = keys.last().filter(|_| was_taken_out);
    let Some(info) = current.or(last) else {
        return Ok(None);
    };
    Ok(tx.document_key(&document, &info.id)?.map(|key| Under {
        key,
        group,
        assignment,
    }))
}
