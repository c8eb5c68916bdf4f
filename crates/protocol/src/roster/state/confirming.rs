//! Whose word on a snapshot counts, for the devices that give it and the relay that takes it.

use super::RosterState;
use crate::id::{DeviceId, GroupId, MemberId};
use crate::roster::tables::Device;

/// What somebody's word on a snapshot is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    Counts,
    /// The writer's own device, and the only one that reads the document: its word counts when
    /// it comes in a later session than the snapshot.
    CountsLater,
    No,
}

impl RosterState {
    /// What the word of `by` on a snapshot by `writer` is worth, for a document whose readers
    /// are these groups. Somebody else has to have looked; where nobody else reads the document,
    /// another device of the same person; where there is none, the same device later.
    pub fn confirmation(
        &self,
        writer: &DeviceId,
        by: &DeviceId,
        groups: &[GroupId],
    ) -> Confirmation {
        let reads = |member: &MemberId| groups.iter().any(|group| self.is_member_of(member, group));
        let counted = |id: &DeviceId| {
            self.device(id)
                .filter(|device| self.may_confirm(id) && reads(&device.member))
        };
        let (Some(writer), Some(by)) = (counted(writer), counted(by)) else {
            return Confirmation::No;
        };
        if writer.member != by.member {
            return Confirmation::Counts;
        }
        let readers: Vec<&Device> = self
            .devices()
            .filter(|device| counted(&device.id).is_some())
            .collect();
        let alone = readers.iter().all(|device| device.member == writer.member);
        match (alone, writer.id == by.id, readers.len()) {
            (true, false, _) => Confirmation::Counts,
            (true, true, 1) => Confirmation::CountsLater,
            _ => Confirmation::No,
        }
    }
}
